"""The deciding bodies: which one a printed name means, and which names a reader may know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import bindparam, delete, insert, select, update
from sqlmodel import Session

from store.access import Guard, visible
from store.database import Database, take_ids
from store.errors import NotFound
from store.library import kept
from store.names import body_key, folded
from store.prepared import Prepared, insert_rows
from store.records import Access, BodyRecord, Subject
from store.tables import Body, BodyMention, Document, StoredRow, table

BODY, MENTION, DOCUMENT = table(Body), table(BodyMention), table(Document)
MOST_RIGHTS = 256
"""Sets of rights for which the names are kept ready."""
_BY_KEYS = Prepared(
    select(BODY.c.id).where(BODY.c.key.in_(bindparam("keys", expanding=True))).order_by(BODY.c.key), of="keys"
)
_ACCESSES: tuple[Access, ...] = ("open", "closed")


class Bodies:
    """The bodies of a store, for those who need no session of their own."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def bodies(self, subject: Subject | None = None) -> tuple[BodyRecord, ...]:
        """The bodies and the forms of their names that the subject may know; None: what everybody may know."""
        with self._db.read() as session:
            return bodies(session, subject)

    def all(self) -> tuple[BodyRecord, ...]:
        """Every body, for administrators who grant rights and for the command line."""
        with self._db.read() as session:
            return _records(session, lambda _guard: True)

    def named(self, text: str) -> BodyRecord:
        """The body that a name, alias or key means, closed ones included. Raises NotFound."""
        with self._db.read() as session:
            number = find(session, [text], closed=True)
            if number is None:
                raise NotFound(f"no body is known as {text}")
            key = session.connection().execute(select(BODY.c.key).where(BODY.c.id == number)).scalar_one()
            return next(record for record in _records(session, lambda _guard: True) if record.key == key)


def bodies(session: Session, subject: Subject | None) -> tuple[BodyRecord, ...]:
    """The bodies the subject may know of, by key, each with the forms met in documents the subject may know of.

    None stands for everybody: what is known from open documents alone.
    """
    if subject is None:
        names = kept(session, "bodies", _names)
        if names.everybody is None:
            names.everybody = _told(names.rows, lambda guard: guard.access == "open")
        return names.everybody
    return _records(session, lambda guard: visible(subject, guard))


@dataclass(slots=True)
class _Names:
    """All bodies with all forms of their names, and what was made of them for those who may know the same."""

    rows: Sequence[StoredRow]
    keys: tuple[str, ...]
    made: dict[tuple[bool, ...], tuple[BodyRecord, ...]] = field(default_factory=dict)
    everybody: tuple[BodyRecord, ...] | None = None


def _names(session: Session) -> _Names:
    rows = session.connection().execute(
        select(BODY.c.key, BODY.c.name, BODY.c.access, MENTION.c.printed, DOCUMENT.c.access.label("document_access"))
        .select_from(
            BODY.outerjoin(MENTION, MENTION.c.body_id == BODY.c.id).outerjoin(
                DOCUMENT, DOCUMENT.c.id == MENTION.c.document_id
            )
        )
        .distinct()
    )
    found = rows.all()
    return _Names(found, tuple(sorted({row.key for row in found})))


def _records(session: Session, may: Callable[[Guard], bool]) -> tuple[BodyRecord, ...]:
    names = kept(session, "bodies", _names)
    # The rule looks at the access and the body alone, so who may know the same is told the same.
    right = tuple(may(Guard(access, key)) for access in _ACCESSES for key in names.keys)
    made = names.made.get(right)
    if made is None:
        made = _told(names.rows, may)
        if len(names.made) < MOST_RIGHTS:
            names.made[right] = made
    return made


def _told(rows: Iterable[StoredRow], may: Callable[[Guard], bool]) -> tuple[BodyRecord, ...]:
    names: dict[str, str] = {}
    forms: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        if not may(Guard(row.access, row.key)):
            continue
        names[row.key] = row.name
        if row.printed is not None and may(Guard(row.document_access, row.key)):
            known = forms[row.key].setdefault(folded(row.printed), row.printed)
            forms[row.key][folded(row.printed)] = min(known, row.printed)
    return tuple(
        BodyRecord(key, names[key], tuple(sorted(form for form in forms[key].values() if form != names[key])))
        for key in sorted(names)
    )


def find(session: Session, names: Iterable[str], *, closed: bool) -> int | None:
    """The id of the body that one of these names means, the first name first; None for an unknown body.

    `closed` lets forms met only in closed documents decide as well: what an open document is taken for must not
    depend on them.
    """
    for name in names:
        rows = _BY_KEYS.rows(session, {"keys": [body_key(name), name.strip()]})
        if rows:
            return int(rows[0].id)
        statement = (
            select(MENTION.c.body_id)
            .join(DOCUMENT, DOCUMENT.c.id == MENTION.c.document_id)
            .where(MENTION.c.alias == folded(name))
            .order_by(MENTION.c.document_id)
        )
        if not closed:
            statement = statement.where(DOCUMENT.c.access == "open")
        number = session.connection().execute(statement).scalars().first()
        if number is not None:
            return int(number)
    return None


def claim(session: Session, name: str, aliases: Iterable[str], *, closed: bool) -> int:
    """The id of the body called `name` (or by an alias); an unknown one is entered."""
    number = find(session, [name, *aliases], closed=closed)
    if number is None:
        number = take_ids(session, 1)[0]
        row = {"id": number, "key": body_key(name), "name": name, "access": "closed"}
        session.connection().execute(insert(BODY), [row])
    return number


def mention(session: Session, document: int, body: int, name: str, aliases: Iterable[str]) -> None:
    """Note which forms of a body's name a document uses."""
    forms = {folded(alias): alias for alias in aliases}
    forms[folded(name)] = name
    insert_rows(
        session,
        MENTION,
        [
            {"document_id": document, "alias": alias, "printed": printed, "main": printed == name, "body_id": body}
            for alias, printed in forms.items()
            if alias
        ],
    )


def rename(session: Session, numbers: Iterable[int]) -> None:
    """Choose each body's name among its open documents' (the longest form), and drop bodies nobody speaks of."""
    connection = session.connection()
    for number in set(numbers):
        rows = connection.execute(
            select(MENTION.c.printed, MENTION.c.main, DOCUMENT.c.access)
            .join(DOCUMENT, DOCUMENT.c.id == MENTION.c.document_id)
            .where(MENTION.c.body_id == number, DOCUMENT.c.state != "removed")
            .distinct()
        ).all()
        if not rows:
            # A removed document still says which body's secretary may see that it was removed.
            kept = select(DOCUMENT.c.id).where(DOCUMENT.c.body_id == number).limit(1)
            if connection.execute(kept).first() is None:
                connection.execute(delete(BODY).where(BODY.c.id == number))
            else:
                connection.execute(update(BODY).where(BODY.c.id == number).values(access="closed"))
            continue
        access = "open" if any(row.access == "open" for row in rows) else "closed"
        forms = {row.printed for row in rows if row.access == access and row.main}
        name = max(forms or {row.printed for row in rows if row.access == access}, key=lambda form: (len(form), form))
        changed = update(BODY).where(BODY.c.id == number)
        connection.execute(changed.values(name=name, access=access))
