"""People the bot has met, and what they may do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from rapidfuzz import fuzz
from sqlalchemy import bindparam, delete, or_, select
from sqlmodel import Session

from store.access import is_administrator
from store.agenda.tables import AgendaItemRow
from store.audit import COMMAND_LINE, note
from store.database import Database
from store.errors import NotFound, StoreError
from store.grants import GRANT, give, grants_by_person, grants_of, take
from store.names import folded
from store.prepared import Prepared
from store.records import Grant, Lang, Person, Role, Subject
from store.subscriptions import forget_subscriber
from store.tables import PersonRow, StoredRow, table
from store.upsert import upsert

PERSON, _AGENDA = table(PersonRow), table(AgendaItemRow)
_BY_ID = Prepared(select(PERSON).where(PERSON.c.id == bindparam("person")))
_TONGUE = Prepared(select(PERSON.c.lang, PERSON.c.lang_fixed).where(PERSON.c.id == bindparam("person")))
_OBJECT_ID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12,13}")
LIKE = 80.0
"""How like a typed name must be, of 100, to be offered."""


class SeveralPeople(StoreError):
    """A name fits more than one person; `candidates` are those it fits."""

    def __init__(self, text: str, candidates: Sequence[Person]) -> None:
        listed = "; ".join(f"{one.name} ({one.upn or one.id})" for one in candidates)
        super().__init__(f"{text} may be {listed}: use the object id")
        self.candidates = tuple(candidates)


class People:
    """Rights by Entra object id. `by` None is the command line; else it must be an administrator in personal chat."""

    def __init__(self, db: Database, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._clock = clock

    def person(self, person_id: str) -> Person | None:
        """Someone met, or someone unmet who holds a right (then the name is the id); None for a stranger."""
        with self._db.read() as session:
            return _person(session, person_id)

    def met(self, text: str, limit: int = 10) -> Sequence[Person]:
        """People met whose name or UPN is like the text (all when empty), the likest first."""
        with self._db.read() as session:
            return _met(session, text)[:limit]

    def resolve(self, text: str) -> Person:
        """Whom a PERSON on the command line means: an object id, or the name or UPN of someone met.

        Raises SeveralPeople, and NotFound for a name of nobody met.
        """
        with self._db.read() as session:
            known = _person(session, text.strip())
            if known is not None:
                return known
            if _OBJECT_ID.fullmatch(text.strip()):
                return Person(text.strip().lower(), text.strip().lower())
            found = _met(session, text)
        exact = [one for one in found if folded(text) in (folded(one.name), folded(one.upn or ""))]
        if len(exact) == 1:
            return exact[0]
        if not found:
            raise NotFound(f"nobody called {text} has been met: use the object id")
        if len(exact or found) > 1:
            raise SeveralPeople(text, exact or found)
        return found[0]

    def grant(self, person_id: str, grant: Grant, by: Subject | None) -> None:
        """Give a right; giving it twice is no error. Raises NotFound unless `by` may."""
        _may_manage(by)
        with self._db.write() as session:
            added = give(session, person_id, grant, _by(by), self._clock())
            self._note(session, by, "grant", person_id, grant, added)

    def revoke(self, person_id: str, grant: Grant, by: Subject | None) -> None:
        """Take a right back. Raises NotFound when it is not held, or unless `by` may."""
        _may_manage(by)
        with self._db.write() as session:
            if not take(session, person_id, grant):
                raise NotFound("no such right")
            self._note(session, by, "revoke", person_id, grant, True)

    def holders(self, role: Role | None = None) -> Sequence[Person]:
        """Who holds a right (this role, or any), by name."""
        with self._db.read() as session:
            held = grants_by_person(session)
            chosen = [person for person, grants in held.items() if role is None or role in [g.role for g in grants]]
            people = [_person(session, person) for person in chosen]
        return sorted((one for one in people if one is not None), key=lambda one: (folded(one.name), one.id))

    def first_administrators(self, person_ids: Iterable[str]) -> None:
        """See that those named in the settings are administrators; nobody is removed."""
        with self._db.write() as session:
            for person in person_ids:
                if give(session, person, Grant("administrator"), "settings", self._clock()):
                    note(session, self._clock(), "settings", "grant administrator", person)

    def forget(self, person_id: str) -> None:
        """Drop a person, their rights, drafts that nobody else has seen, and what they set up or were to be told.

        The audit, and items that were submitted, keep the id: those are the body's.
        """
        with self._db.write() as session:
            forget_subscriber(session, person_id)
            session.connection().execute(delete(PERSON).where(PERSON.c.id == person_id))
            session.connection().execute(delete(GRANT).where(GRANT.c.person == person_id))
            own = (_AGENDA.c.author == person_id, _AGENDA.c.state == "draft", _AGENDA.c.submitted_at.is_(None))
            session.connection().execute(delete(_AGENDA).where(*own))
            note(session, self._clock(), COMMAND_LINE, "forget", person_id)

    def _note(
        self, session: Session, by: Subject | None, action: str, person: str, grant: Grant, changed: bool
    ) -> None:
        target = f"{person} {grant.role} {grant.body or '*'}"
        note(session, self._clock(), _by(by), action, target, "done" if changed else "as it was")


def meet(session: Session, person: Person, tenant: str, at: datetime) -> None:
    """Keep the name and UPN of someone who spoke; `at` of the first time is kept."""
    row = {
        "id": person.id,
        "tenant": tenant,
        "name": person.name,
        "name_key": folded(person.name),
        "upn": person.upn,
        "lang_fixed": False,
        "met_at": at,
    }
    upsert(session, PERSON, row, ("id",), keep=("met_at", "lang_fixed"))


def one_met(session: Session, text: str) -> StoredRow | None:
    """The row of the one person met who has this name or UPN; None for nobody, and for several."""
    told = text.strip()
    fits = or_(PERSON.c.name_key == folded(told), PERSON.c.upn == told.casefold())
    wanted = select(PERSON.c.id, PERSON.c.name, PERSON.c.upn).where(fits).limit(2)
    rows = session.connection().execute(wanted).all()
    return rows[0] if len(rows) == 1 else None


def person_named(session: Session, text: str) -> str | None:
    """The id of the one person met who has this name or UPN; None for nobody, and for several."""
    row = one_met(session, text)
    return row.id if row is not None else None


def language(session: Session, person: str) -> tuple[Lang | None, bool]:
    """The language a person is answered in, and whether they asked for it."""
    rows = _TONGUE.rows(session, {"person": person})
    return (rows[0].lang, bool(rows[0].lang_fixed)) if rows else (None, False)


def _may_manage(by: Subject | None) -> None:
    if by is not None and not is_administrator(by):
        raise NotFound("nothing to manage")


def _by(by: Subject | None) -> str:
    return (by.person if by is not None else None) or COMMAND_LINE


def _person(session: Session, person_id: str) -> Person | None:
    rows = _BY_ID.rows(session, {"person": person_id})
    grants = grants_of(session, person_id)
    if not rows:
        return Person(person_id, person_id, grants=grants) if grants else None
    return _of(rows[0], grants)


def _of(row: StoredRow, grants: tuple[Grant, ...]) -> Person:
    return Person(row.id, row.name, row.upn, grants)


def _met(session: Session, text: str) -> list[Person]:
    wanted = folded(text)
    rows = session.connection().execute(select(PERSON)).all()
    held = grants_by_person(session)

    def likeness(row: StoredRow) -> float:
        if not wanted:
            return 100.0
        names = (row.name_key, folded(row.upn or ""))
        if wanted in names:
            return 101.0
        if any(all(part in name.split() for part in wanted.split()) for name in names):
            return 100.0
        if any(name.startswith(wanted) or f" {wanted}" in name for name in names):
            return 95.0
        return fuzz.ratio(wanted, row.name_key)

    scored = [(likeness(row), row) for row in rows]
    chosen = sorted((-score, row.name_key, row.id, row) for score, row in scored if score >= LIKE)
    return [_of(row, held.get(row.id, ())) for *_order, row in chosen]
