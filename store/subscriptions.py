"""What is said unasked: who set it up, to whom it goes, on which schedule; and the slots of a schedule."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlmodel import Session

from store.calendar import WorkingDays, instant, local, week_days, week_slot
from store.database import Database
from store.errors import NotFound
from store.outbox_records import ENDED_KIND, OUTBOX_KIND, Slot, Subscription, Weekly
from store.outbox_tables import DeadChannelRow, OccurrenceRow, RateLimitRow, SubscriptionRow
from store.tables import StoredRow, table
from store.upsert import insert_new

SUBSCRIPTION, OCCURRENCE = table(SubscriptionRow), table(OccurrenceRow)
COLUMNS = (
    "key", "kind", "tenant", "audience", "recipient", "owner", "lang", "title", "payload", "schedule", "policy",
    "paused",
)  # fmt: skip
"""The columns that a record is made of."""
LATEST = timedelta(hours=36)
"""How late a scheduled message may be; the next one is never overtaken either."""
_AROUND = timedelta(days=21)
"""No run of days that are not worked moves a day further than this."""


def slots(schedule: Weekly, days: WorkingDays, since: datetime, until: datetime) -> tuple[Slot, ...]:
    """The slots of a schedule that fall due after `since` and not after `until`, in order."""
    first, last = local(since).date() - _AROUND, local(until).date() + 2 * _AROUND
    found = []
    for nominal in week_days(schedule.weekday, first, last):
        day = days.moved(nominal, schedule.shift)
        if day is not None:
            found.append((week_slot(nominal), instant(day, schedule.at)))
    found.sort(key=lambda slot: slot[1])
    named = []
    for (name, due), (_, following) in pairwise(found):
        if since < due <= until:
            # Two weeks moved to the same day by holidays are both said.
            expires = min(due + LATEST, following) if following > due else due + LATEST
            named.append(Slot(name, due, expires))
    return tuple(named)


class Subscriptions:
    """Setting up, changing and removing; each method is one transaction."""

    def __init__(self, db: Database, clock: Callable[[], datetime]) -> None:
        self._db, self._clock = db, clock

    def add(self, subscription: Subscription) -> Subscription:
        """Keep a subscription; an empty key is made up. One whose key is taken is left as it stands, and given back."""
        with self._db.write() as session:
            return subscribe(session, subscription, self._clock())

    def find(self, key: str) -> Subscription:
        """The subscription of this key. Raises NotFound."""
        with self._db.read() as session:
            return subscription_of(_row(session, key))

    def of(self, owner: str | None = None, *, recipient: str | None = None) -> tuple[Subscription, ...]:
        """Those of an owner or to a recipient (all when nothing is named), oldest first; not the outbox's own."""
        others = SUBSCRIPTION.c.kind.not_in((OUTBOX_KIND, ENDED_KIND))
        statement = select(SUBSCRIPTION).where(others).order_by(SUBSCRIPTION.c.id)
        if owner is not None:
            statement = statement.where(SUBSCRIPTION.c.owner == owner)
        if recipient is not None:
            statement = statement.where(SUBSCRIPTION.c.recipient == recipient)
        with self._db.read() as session:
            return tuple(subscription_of(row) for row in session.connection().execute(statement))

    def change(self, subscription: Subscription) -> None:
        """Put a subscription in the place of the one with its key. Raises NotFound.

        With another schedule the slots to come are laid out anew; a week whose message was sent gets no second one.
        What falls due while it is paused is not said afterwards.
        """
        now = self._clock()
        with self._db.write() as session:
            connection = session.connection()
            row = _row(session, subscription.key, locked=True)
            values = _values(subscription)
            if (values["schedule"], subscription.paused) != (row.schedule, bool(row.paused)):
                values["since"] = now
                to_come = (OCCURRENCE.c.state == "pending", OCCURRENCE.c.attempts == 0, OCCURRENCE.c.due_at > now)
                connection.execute(delete(OCCURRENCE).where(OCCURRENCE.c.subscription_id == row.id, *to_come))
            connection.execute(update(SUBSCRIPTION).where(SUBSCRIPTION.c.id == row.id).values(values))

    def pause(self, key: str, paused: bool = True) -> None:
        """Say nothing for a while, or again; see `change`. Raises NotFound."""
        self.change(replace(self.find(key), paused=paused))

    def remove(self, key: str) -> None:
        """Forget a subscription with all its occurrences. Raises NotFound."""
        with self._db.write() as session:
            gone = session.connection().execute(delete(SUBSCRIPTION).where(SUBSCRIPTION.c.key == key))
            if not gone.rowcount:
                raise NotFound("no such subscription")

    def forget(self, person: str) -> None:
        """Drop whatever a person set up or was to be told."""
        with self._db.write() as session:
            forget_subscriber(session, person)


def subscribe(session: Session, subscription: Subscription, now: datetime) -> Subscription:
    """Keep a subscription inside a transaction; see Subscriptions.add."""
    connection = session.connection()
    kept = subscription if subscription.key else replace(subscription, key=secrets.token_hex(6))
    wanted = select(SUBSCRIPTION).where(SUBSCRIPTION.c.key == kept.key)
    row = connection.execute(wanted).first()
    if row is not None:
        return subscription_of(row)
    made = {**_values(kept), "key": kept.key, "since": now, "created_at": now}
    if insert_new(session, SUBSCRIPTION, made):
        return kept
    # Another transaction has made it since it was looked for, and was waited for.
    return subscription_of(connection.execute(wanted).one())


def resume(session: Session, subscription: Subscription, now: datetime) -> Subscription:
    """As `subscribe`; what was said under this key before it was ended counts as said."""
    connection = session.connection()
    kept = subscribe(session, subscription, now)
    before = connection.execute(select(SUBSCRIPTION.c.id).where(SUBSCRIPTION.c.key == _left(kept.key))).scalar()
    if before is not None:
        number = connection.execute(select(SUBSCRIPTION.c.id).where(SUBSCRIPTION.c.key == kept.key)).scalar_one()
        mine = OCCURRENCE.c.subscription_id == before
        connection.execute(update(OCCURRENCE).where(mine).values(subscription_id=number))
        connection.execute(delete(SUBSCRIPTION).where(SUBSCRIPTION.c.id == before))
    return kept


def end(session: Session, key: str) -> None:
    """Say nothing more of a subscription, and keep nothing of it but what it has said: for when it is set up again.

    What is just leaving arrives. Raises NotFound.
    """
    connection, row = session.connection(), _row(session, key, locked=True)
    waits = (OCCURRENCE.c.subscription_id == row.id, OCCURRENCE.c.state.in_(("pending", "leased")))
    connection.execute(delete(OCCURRENCE).where(*waits))
    bare: dict[str, Any] = {"kind": ENDED_KIND, "title": "", "payload": {}, "schedule": None, "paused": True}
    connection.execute(update(SUBSCRIPTION).where(SUBSCRIPTION.c.id == row.id).values(key=_left(key), **bare))


def forget_ended(session: Session) -> None:
    """Drop what never left of ended subscriptions, and those of which nothing that was said is kept any more."""
    connection = session.connection()
    ended = select(SUBSCRIPTION.c.id).where(SUBSCRIPTION.c.kind == ENDED_KIND)
    unsaid = (OCCURRENCE.c.subscription_id.in_(ended), OCCURRENCE.c.state == "pending")
    connection.execute(delete(OCCURRENCE).where(*unsaid))
    said = select(OCCURRENCE.c.id).where(OCCURRENCE.c.subscription_id == SUBSCRIPTION.c.id).exists()
    connection.execute(delete(SUBSCRIPTION).where(SUBSCRIPTION.c.kind == ENDED_KIND, ~said))


def _left(key: str) -> str:
    return f"{ENDED_KIND}:{key}"


def forget_subscriber(session: Session, person: str) -> None:
    """Drop whatever a person set up or was to be told, inside a transaction."""
    connection, dead, rate = session.connection(), table(DeadChannelRow), table(RateLimitRow)
    connection.execute(delete(OCCURRENCE).where(OCCURRENCE.c.recipient == person))
    connection.execute(
        delete(SUBSCRIPTION).where(or_(SUBSCRIPTION.c.owner == person, SUBSCRIPTION.c.recipient == person))
    )
    connection.execute(delete(dead).where(dead.c.recipient == person))
    connection.execute(delete(rate).where(rate.c.scope == "thread", rate.c.name == person))


def subscription_of(row: StoredRow, prefix: str = "") -> Subscription:
    """The record of a row of the subscription table; `prefix` stands before its names in a wider row."""
    named = row._asdict()
    told: dict[str, Any] = {name: named[prefix + name] for name in COLUMNS}
    schedule = told.pop("schedule")
    paused = bool(told.pop("paused"))
    return Subscription(**told, schedule=Weekly.of(schedule) if schedule else None, paused=paused)


def _values(subscription: Subscription) -> dict[str, Any]:
    payload: Mapping[str, Any] = subscription.payload
    return {
        "kind": subscription.kind,
        "tenant": subscription.tenant,
        "audience": subscription.audience,
        "recipient": subscription.recipient,
        "owner": subscription.owner,
        "lang": subscription.lang,
        "title": subscription.title,
        "payload": dict(payload),
        "schedule": subscription.schedule.stored() if subscription.schedule else None,
        "policy": subscription.policy,
        "paused": subscription.paused,
    }


def _row(session: Session, key: str, *, locked: bool = False) -> StoredRow:
    statement = select(SUBSCRIPTION).where(SUBSCRIPTION.c.key == key)
    row = session.connection().execute(statement.with_for_update() if locked else statement).first()
    if row is None:
        raise NotFound("no such subscription")
    return row
