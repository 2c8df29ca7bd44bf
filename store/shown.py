"""Which sent messages showed what, so that they can be edited when the text is withdrawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import and_, bindparam, insert, or_, select, update
from sqlmodel import Session

from store.access import Guard, visible
from store.audit import note
from store.bodies import BODY
from store.grants import grants_of
from store.prepared import Prepared
from store.records import Address, Lang, Subject, Withdrawal
from store.scene import DOCUMENT, ITEM, MEETING
from store.shelves import exclusions
from store.tables import AddressRow, ShownMessage, ShownThing, StoredRow, table

MESSAGE, THING, ADDRESS = table(ShownMessage), table(ShownThing), table(AddressRow)
_KEEP = Prepared(
    insert(MESSAGE).returning(MESSAGE.c.id), columns=[column.key for column in MESSAGE.c if column.key != "id"]
)
_KEEP_THING = Prepared(insert(THING), columns=("message_id", "kind", "key"))
_CLOSED = {
    kind: Prepared(
        select(where.c.key)
        .where(where.c.key.in_(bindparam("keys", expanding=True)), where.c.access == "closed")
        .order_by(where.c.key),
        of="keys",
    )
    for kind, where in (("item", ITEM), ("document", DOCUMENT))
}
ATTEMPTS = 5
"""A message that cannot be edited so many times is given up; it may be gone."""


def keep_shown(
    session: Session, address: Address, activity: str, items: Iterable[str], documents: Iterable[str], lang: Lang,
    at: datetime,
) -> None:  # fmt: skip
    """Note that a message showed text of these items and documents, and who read closed matter in it."""
    things = {("item", key) for key in items} | {("document", key) for key in documents}
    if not things:
        return
    row = {
        "tenant": address.tenant,
        "conversation": address.conversation,
        "activity": activity,
        "lang": lang,
        "shown_at": at,
        "withdraw_at": None,
        "withdrawn_at": None,
        "attempts": 0,
    }
    number = _KEEP.rows(session, row)[0][0]
    _KEEP_THING.many(session, [{"message_id": number, "kind": kind, "key": key} for kind, key in sorted(things)])
    note_reads(session, address.person or address.conversation, things, at)


def note_reads(session: Session, person: str, things: Iterable[tuple[str, str]], at: datetime) -> None:
    """Append an audit row for each of the things, ("item"|"document", key), that is closed."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for kind, key in things:
        wanted[kind].append(key)
    for kind, closed in _CLOSED.items():
        for row in closed.rows(session, {"keys": wanted[kind]}):
            note(session, at, person, "read", row.key)


def withdraw(session: Session, items: Iterable[str], documents: Iterable[str], at: datetime, *, all_: bool) -> int:
    """Mark the messages that showed these for editing, and say how many; with `all_` False those are spared whose
    reader, alone in a personal chat, may still read the item."""
    connection = session.connection()
    item_keys, document_keys = list(items), list(documents)
    if not item_keys and not document_keys:
        return 0
    rows = connection.execute(
        select(
            MESSAGE.c.id, THING.c.kind, THING.c.key, ADDRESS.c.kind.label("scope"), ADDRESS.c.person, MESSAGE.c.tenant
        )
        .select_from(
            MESSAGE.join(THING, THING.c.message_id == MESSAGE.c.id).outerjoin(
                ADDRESS,
                and_(ADDRESS.c.tenant == MESSAGE.c.tenant, ADDRESS.c.conversation == MESSAGE.c.conversation),
            )
        )
        .where(
            MESSAGE.c.withdrawn_at.is_(None),
            or_(
                and_(THING.c.kind == "item", THING.c.key.in_(item_keys)),
                and_(THING.c.kind == "document", THING.c.key.in_(document_keys)),
            ),
        )
    ).all()
    guards = {} if all_ else _guards(session, item_keys, document_keys)
    due = {row.id for row in rows if all_ or not _may_keep(session, row, guards)}
    if due:
        connection.execute(update(MESSAGE).where(MESSAGE.c.id.in_(due)).values(withdraw_at=at, attempts=0))
    return len(due)


def _guards(session: Session, items: Sequence[str], documents: Sequence[str]) -> dict[tuple[str, str], Guard]:
    connection = session.connection()
    kept_out = exclusions(session, items)
    rows = connection.execute(
        select(ITEM.c.key, ITEM.c.access, BODY.c.key.label("body_key"))
        .join(MEETING, MEETING.c.id == ITEM.c.meeting_id)
        .outerjoin(BODY, BODY.c.id == MEETING.c.body_id)
        .where(ITEM.c.key.in_(items))
    )
    found = {("item", row.key): Guard(row.access, row.body_key, kept_out.get(row.key, frozenset())) for row in rows}
    rows = connection.execute(
        select(DOCUMENT.c.key, DOCUMENT.c.access, BODY.c.key.label("body_key"))
        .outerjoin(BODY, BODY.c.id == DOCUMENT.c.body_id)
        .where(DOCUMENT.c.key.in_(documents))
    )
    return found | {("document", row.key): Guard(row.access, row.body_key) for row in rows}


def _may_keep(session: Session, row: StoredRow, guards: dict[tuple[str, str], Guard]) -> bool:
    guard = guards.get((row.kind, row.key))
    if guard is None or row.scope != "personal" or row.person is None:
        return False
    subject = Subject(row.person, True, "personal", grants_of(session, row.person), row.tenant)
    return visible(subject, guard)


def pending(session: Session, limit: int) -> tuple[Withdrawal, ...]:
    """Messages to edit, oldest first; those tried too often are left out."""
    rows = session.connection().execute(
        select(MESSAGE.c.id, MESSAGE.c.activity, MESSAGE.c.lang, ADDRESS)
        .join(ADDRESS, and_(ADDRESS.c.tenant == MESSAGE.c.tenant, ADDRESS.c.conversation == MESSAGE.c.conversation))
        .where(MESSAGE.c.withdraw_at.is_not(None), MESSAGE.c.withdrawn_at.is_(None), MESSAGE.c.attempts < ATTEMPTS)
        .order_by(MESSAGE.c.withdraw_at, MESSAGE.c.id)
        .limit(limit)
    )
    return tuple(Withdrawal(row.id, address_of(row), row.activity, row.lang) for row in rows)


def edited(session: Session, number: int, done: bool, at: datetime) -> None:
    """The message was edited, or (`done` False) one more attempt failed."""
    changed = update(MESSAGE).where(MESSAGE.c.id == number)
    values = {"withdrawn_at": at} if done else {"attempts": MESSAGE.c.attempts + 1}
    session.connection().execute(changed.values(values))


def address_of(row: StoredRow) -> Address:
    """The record of a row of the address table."""
    return Address(
        tenant=row.tenant,
        service_url=row.service_url,
        conversation=row.conversation,
        kind=row._mapping[ADDRESS.c.kind],
        installed=row.installed,
        person=row.person,
        name=row.name,
        team=row.team,
        bot=row.bot,
    )
