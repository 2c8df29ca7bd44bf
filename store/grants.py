"""Rights by Entra object id: who holds which role for which body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select
from sqlmodel import Session

from store.prepared import Prepared
from store.records import Grant
from store.tables import GrantRow, table

GRANT = table(GrantRow)
_GRANTS = select(GRANT.c.person, GRANT.c.role, GRANT.c.body_key)
_ALL = Prepared(_GRANTS)
_OF_PERSONS = Prepared(_GRANTS.where(GRANT.c.person.in_(bindparam("persons", expanding=True))), of="persons")


def grants_of(session: Session, person: str) -> tuple[Grant, ...]:
    """The rights of one person."""
    return grants_by_person(session, [person]).get(person, ())


def grants_by_person(session: Session, persons: Iterable[str] | None = None) -> dict[str, tuple[Grant, ...]]:
    """Rights by person, for these persons or (None) for all that have any."""
    rows = _ALL.rows(session) if persons is None else _OF_PERSONS.rows(session, {"persons": persons})
    found: dict[str, list[Grant]] = defaultdict(list)
    for row in rows:
        found[row.person].append(Grant(row.role, row.body_key or None))
    return {
        person: tuple(sorted(own, key=lambda grant: (grant.role, grant.body or ""))) for person, own in found.items()
    }


def secretaries_of(session: Session, body: str) -> list[str]:
    """Object ids of the secretaries of a body, those of all bodies among them, in order."""
    held = select(GRANT.c.person).where(GRANT.c.role == "secretary", GRANT.c.body_key.in_((body, "")))
    return sorted(set(session.connection().execute(held).scalars()))


def give(session: Session, person: str, grant: Grant, by: str, at: datetime) -> bool:
    """Add a right; False when it was there already."""
    if grant in grants_of(session, person):
        return False
    row = {"person": person, "role": grant.role, "body_key": grant.body or "", "by_person": by, "at": at}
    session.connection().execute(insert(GRANT), [row])
    return True


def take(session: Session, person: str, grant: Grant) -> bool:
    """Remove a right; False when it was not there."""
    gone = session.connection().execute(
        delete(GRANT).where(
            GRANT.c.person == person, GRANT.c.role == grant.role, GRANT.c.body_key == (grant.body or "")
        )
    )
    return bool(gone.rowcount)
