"""Where an occurrence goes, by the addresses as they are kept now, and what the audience there may read."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import bindparam, select

from store.database import Database
from store.grants import grants_of
from store.occurrences import DEAD
from store.outbox_records import Occurrence, Recipient
from store.prepared import Prepared
from store.records import Address, Subject
from store.shown import ADDRESS
from store.tables import StoredRow

MOST_ELSEWHERE = 5
_FIELDS = ("tenant", "service_url", "conversation", "kind", "installed", "person", "name", "team", "bot")
_NEWEST = (
    select(*(ADDRESS.c[name] for name in _FIELDS))
    .where(ADDRESS.c.tenant == bindparam("of_tenant"))
    .order_by(ADDRESS.c.changed_at.desc())
)
_CHAT = Prepared(_NEWEST.where(ADDRESS.c.person == bindparam("of_name"), ADDRESS.c.kind == "personal").limit(1))
_PLACE = Prepared(_NEWEST.where(ADDRESS.c.conversation == bindparam("of_name")).limit(1))
_OTHERS = Prepared(_NEWEST.where(ADDRESS.c.installed).limit(MOST_ELSEWHERE))
_CLOSED = Prepared(
    select(DEAD.c.reason).where(DEAD.c.tenant == bindparam("of_tenant"), DEAD.c.recipient == bindparam("of_name"))
)


class Reach:
    """Looks up recipients; each look-up is one snapshot."""

    def __init__(self, db: Database, employs: Callable[[str], bool]) -> None:
        """`employs` says whether people of a tenant may still be told anything."""
        self._db, self._employs = db, employs

    def recipient(self, occurrence: Occurrence) -> Recipient:
        """The newest address of the recipient, and its subject: a person with their rights, or all of a channel.

        In a channel the audience is everybody there, whoever set the subscription up.
        """
        tenant, to = occurrence.subscription.tenant, occurrence.recipient
        personal, named = occurrence.audience == "personal", {"of_tenant": tenant, "of_name": to}
        with self._db.read() as session:
            rows = (_CHAT if personal else _PLACE).rows(session, named)
            dead = _CLOSED.rows(session, named)
            grants = grants_of(session, to) if personal else ()
        person = to if personal else occurrence.subscription.owner
        subject = Subject(person, self._employs(tenant), occurrence.audience, grants, tenant)
        address = _address(rows[0]) if rows else None
        closed = dead[0].reason if dead else None
        if closed is None and address is not None and not address.installed:
            closed = "removed"
        return Recipient(address, subject, closed)

    def elsewhere(self, tenant: str) -> tuple[Address, ...]:
        """Other addresses of a tenant, those last heard of first: they know its service URL and the bot's id."""
        with self._db.read() as session:
            return tuple(_address(row) for row in _OTHERS.rows(session, {"of_tenant": tenant}))


def _address(row: StoredRow) -> Address:
    told = {name: getattr(row, name) for name in _FIELDS}
    return Address(**{**told, "installed": bool(told["installed"])})
