"""Where an occurrence goes, by the addresses as they are kept now, and what the audience there may read."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from store.database import Database
from store.grants import grants_of
from store.occurrences import DEAD
from store.outbox_records import Occurrence, Recipient
from store.records import Subject
from store.shown import ADDRESS, address_of

MOST_ELSEWHERE = 5


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
        personal = occurrence.audience == "personal"
        mine = (ADDRESS.c.person == to) & (ADDRESS.c.kind == "personal") if personal else ADDRESS.c.conversation == to
        newest = select(ADDRESS).where(ADDRESS.c.tenant == tenant).order_by(ADDRESS.c.changed_at.desc())
        with self._db.read() as session:
            connection = session.connection()
            row = connection.execute(newest.where(mine).limit(1)).first()
            others = connection.execute(newest.where(ADDRESS.c.installed).limit(MOST_ELSEWHERE)).all()
            closed = connection.execute(
                select(DEAD.c.reason).where(DEAD.c.tenant == tenant, DEAD.c.recipient == to)
            ).scalar()
            grants = grants_of(session, to) if personal else ()
        person = to if personal else occurrence.subscription.owner
        subject = Subject(person, self._employs(tenant), occurrence.audience, grants, tenant)
        address = address_of(row) if row is not None else None
        if closed is None and address is not None and not address.installed:
            closed = "removed"
        return Recipient(address, subject, closed, tuple(address_of(other) for other in others))
