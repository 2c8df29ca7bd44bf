"""Places that cannot be written to: found out by sending, told to their owners, revived by whoever speaks there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import and_, delete, or_, select, update
from sqlmodel import Session

from store.database import Database
from store.occurrences import DEAD, tell
from store.outbox_records import ENDED_KIND, DeadChannel
from store.records import Address
from store.shown import ADDRESS
from store.subscriptions import OCCURRENCE, SUBSCRIPTION
from store.upsert import insert_new

MARK = "channel:"
"""How the last error of an occurrence begins that died with its channel."""


def lay_dead(session: Session, tenant: str, recipient: str, reason: str, now: datetime) -> None:
    """Note that a place is dead: what waits for it dies too, and each owner of a subscription there is told once."""
    row = {"tenant": tenant, "recipient": recipient, "reason": reason, "since": now}
    if not insert_new(session, DEAD, row):
        return
    connection = session.connection()
    here = (OCCURRENCE.c.tenant == tenant, OCCURRENCE.c.recipient == recipient)
    dying = update(OCCURRENCE).where(*here, OCCURRENCE.c.state == "pending")
    connection.execute(dying.values(state="dead", last_error=f"{MARK}{reason}"))
    owners = (
        select(SUBSCRIPTION.c.owner, SUBSCRIPTION.c.lang, SUBSCRIPTION.c.title)
        .where(SUBSCRIPTION.c.tenant == tenant, SUBSCRIPTION.c.recipient == recipient)
        .where(SUBSCRIPTION.c.kind != ENDED_KIND)
        .order_by(SUBSCRIPTION.c.id)
    )
    name = _name(session, tenant, recipient)
    for owner in connection.execute(owners).all():
        if owner.owner != recipient:
            slot = f"{recipient}:{now.isoformat()}"
            tell(session, "dead", slot, owner.owner, tenant, owner.lang, now, place=name, reason=reason)


def revive(session: Session, tenant: str, recipients: Iterable[str], now: datetime) -> bool:
    """Somebody was heard of there: what died with the place and is not too late is said after all.

    True when one of them was dead.
    """
    connection, names = session.connection(), list(recipients)
    gone = connection.execute(delete(DEAD).where(DEAD.c.tenant == tenant, DEAD.c.recipient.in_(names)))
    if not gone.rowcount:
        return False
    connection.execute(
        update(OCCURRENCE)
        .where(
            OCCURRENCE.c.tenant == tenant,
            OCCURRENCE.c.recipient.in_(names),
            OCCURRENCE.c.state == "dead",
            OCCURRENCE.c.last_error.startswith(MARK, autoescape=True),
            or_(OCCURRENCE.c.expires_at.is_(None), OCCURRENCE.c.expires_at > now),
        )
        .values(state="pending", next_at=OCCURRENCE.c.due_at, last_error=None)
    )
    return True


def dead_channels(session: Session) -> tuple[DeadChannel, ...]:
    """All dead places, oldest first, by the names they had."""
    rows = session.connection().execute(
        select(DEAD, ADDRESS.c.name)
        .outerjoin(ADDRESS, and_(ADDRESS.c.tenant == DEAD.c.tenant, ADDRESS.c.conversation == DEAD.c.recipient))
        .order_by(DEAD.c.since, DEAD.c.recipient)
    )
    return tuple(DeadChannel(row.tenant, row.recipient, row.reason, row.since, row.name) for row in rows)


def heard_from(db: Database, address: Address, now: datetime) -> bool:
    """Revive a conversation, and the person in it when it is personal; True when it was dead."""
    names = [address.conversation, *([address.person] if address.person and address.kind == "personal" else [])]
    with db.write() as session:
        return revive(session, address.tenant, names, now)


def _name(session: Session, tenant: str, recipient: str) -> str | None:
    here = select(ADDRESS.c.name).where(ADDRESS.c.tenant == tenant, ADDRESS.c.conversation == recipient)
    name: str | None = session.connection().execute(here).scalar()
    return name
