"""Which agenda items treat an initiative: by its own case text, an attachment, a case number or a title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from store.access import Guard, visible
from store.accounts import Account
from store.bodies import BODY
from store.guards import Sight
from store.initiativenames import name_key, told_in
from store.names import folded
from store.records import Subject
from store.scene import ATTACHMENT, ITEM, MEETING
from store.shelves import exclusions
from store.tables import StoredRow

_ITEMS = (
    select(ITEM.c.id, ITEM.c.key, ITEM.c.title_key, ITEM.c.case_key, MEETING.c.date)
    .select_from(ITEM.join(MEETING, MEETING.c.id == ITEM.c.meeting_id))
    .order_by(MEETING.c.date.desc(), ITEM.c.key)
)
_ATTACHMENTS = (
    select(ATTACHMENT.c.item_id, ATTACHMENT.c.title, ATTACHMENT.c.access, ITEM.c.key, BODY.c.key.label("body_key"))
    .select_from(
        ATTACHMENT.join(ITEM, ITEM.c.id == ATTACHMENT.c.item_id)
        .join(MEETING, MEETING.c.id == ITEM.c.meeting_id)
        .outerjoin(BODY, BODY.c.id == MEETING.c.body_id)
    )
    .where(ATTACHMENT.c.active)
)


def treating(
    session: Session, rights: Sight, subject: Subject, groups: Sequence[Sequence[Account]]
) -> list[tuple[str, ...]]:
    """For each group of accounts the keys of the items that treat it, newest first.

    Only what the subject may read links anything: an open item is not tied to an initiative by a closed one.
    """
    connection = session.connection()
    items = connection.execute(_ITEMS.where(rights.items(layers=False))).all()
    attachments = _visible(session, subject, connection.execute(_ATTACHMENTS).all())
    titles: dict[int, list[str]] = defaultdict(list)
    for row in attachments:
        titles[row.item_id].append(folded(row.title))
    cases: dict[str, list[StoredRow]] = defaultdict(list)
    for row in items:
        if row.case_key:
            cases[row.case_key].append(row)
    return [_treating(group, items, titles, cases) for group in groups]


def _visible(session: Session, subject: Subject, rows: Iterable[StoredRow]) -> list[StoredRow]:
    found = list(rows)
    kept_out = exclusions(session, {row.key for row in found if row.access == "closed"})
    return [
        row for row in found if visible(subject, Guard(row.access, row.body_key, kept_out.get(row.key, frozenset())))
    ]


def _treating(
    group: Sequence[Account],
    items: Sequence[StoredRow],
    titles: dict[int, list[str]],
    cases: dict[str, list[StoredRow]],
) -> tuple[str, ...]:
    names = {name_key(one.title) for one in group}
    own = {fact.item for one in group for fact in one.facts if fact.item is not None}
    found = {
        row.id: row
        for row in items
        if row.key in own
        or any(told_in(name, title) for name in names for title in (row.title_key, *titles.get(row.id, ())))
    }
    for row in list(found.values()):
        found |= {other.id: other for other in cases.get(row.case_key or "", ())}
    ordered = sorted(found.values(), key=lambda row: (-(row.date or date.min).toordinal(), row.key))
    return tuple(row.key for row in ordered)
