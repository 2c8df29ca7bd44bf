"""How occurrences come to be: laid out from schedules by every replica, or put in by events; each exactly once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, func, or_, select, update
from sqlmodel import Session

from store.calendar import WorkingDays
from store.database import Database
from store.errors import NotFound
from store.outbox_records import OUTBOX_KIND, Subscription, Topic
from store.outbox_tables import DeadChannelRow
from store.prepared import Prepared
from store.records import Audience, Lang
from store.subscriptions import OCCURRENCE, SUBSCRIPTION, slots, subscribe, subscription_of
from store.tables import StoredRow, table
from store.upsert import new_row

HORIZON = timedelta(days=8)
"""How far ahead slots are laid out."""
FURTHEST_BACK = timedelta(days=60)
"""How far back slots are laid out that nobody was there for, so that they are counted as missed."""
MOST_FOLLOWERS = 100
STILL_IN_TIME = timedelta(minutes=1)
"""So long after its last heartbeat a process that died may have gone on."""
DEAD = table(DeadChannelRow)
_NEW = Prepared(
    lambda dialect: new_row(OCCURRENCE, dialect),
    columns=[
        "subscription_id", "slot", "recipient", "audience", "tenant", "payload", "due_at", "expires_at", "state",
        "next_at", "lease_token", "attempts", "doubts", "last_error",
    ],
)  # fmt: skip


class Occurrences:
    """The ways in; each method is one transaction."""

    def __init__(self, db: Database, days: Callable[[], WorkingDays] = WorkingDays) -> None:
        """`days` gives the working days of the municipality."""
        self._db, self._days = db, days

    def lay_out(self, now: datetime, since: datetime | None = None, until: datetime | None = None) -> int:
        """See that all slots due after `since` and up to `until` are there; how many were missing.

        By default from now to eight days ahead. Any number of replicas may do it at once.
        """
        until = until or now + HORIZON
        since = max(min(since or now, now), now - FURTHEST_BACK)
        days = self._days()
        with self._db.read() as session:
            missing = _missing(session, days, since, until)
        if not missing:
            return 0
        with self._db.write() as session:
            # Locked: somebody may be changing the schedule that the slots were read from.
            found = _missing(session, days, since, until, locked=missing)
            return sum(_put(session, row, slot, now) for row, slot in found)

    def put(
        self,
        key: str,
        slot: str,
        *,
        now: datetime,
        payload: Mapping[str, Any] | None = None,
        due_at: datetime | None = None,
        gather: Collection[str] = (),
    ) -> bool:
        """Say something because it happened; see `enqueue`."""
        with self._db.write() as session:
            return enqueue(session, key, slot, now=now, payload=payload, due_at=due_at, gather=gather)


def enqueue(
    session: Session,
    key: str,
    slot: str,
    *,
    now: datetime,
    payload: Mapping[str, Any] | None = None,
    due_at: datetime | None = None,
    expires_at: datetime | None = None,
    recipient: tuple[Audience, str] | None = None,
    gather: Collection[str] = (),
) -> bool:
    """Put one occurrence of a subscription in, inside the transaction of what it reports: both are there, or neither.

    `slot` names what is reported, such as "meeting:<key>": the same slot to the same recipient is said once. True when
    a message was added. `gather` names lists of the payload: what is new in them joins the message that waits, or
    makes a further one (slot "meeting:<key>#2") when that has left. `recipient` is the subscription's own unless
    given. `expires_at` None: better late than never. Nothing is put in while it is paused. Raises NotFound.
    """
    statement = select(SUBSCRIPTION).where(SUBSCRIPTION.c.key == key)
    row = session.connection().execute(statement).first()
    if row is None:
        raise NotFound("no such subscription")
    if row.paused:
        return False
    audience, to = recipient or (row.audience, row.recipient)

    def put(name: str, told: Mapping[str, Any]) -> bool:
        return _insert(session, _values(row, name, due_at or now, expires_at, told, audience, to))

    if put(slot, payload or {}):
        return True
    return _gather(session, row, slot, to, payload, gather, put) if gather and payload else False


def tell(
    session: Session, topic: Topic, slot: str, person: str, tenant: str, lang: Lang, now: datetime, **facts: Any
) -> bool:
    """Have the outbox itself tell a person something 1:1, once for each slot."""
    key = f"{OUTBOX_KIND}:{tenant}:{person}"
    own = Subscription(key, OUTBOX_KIND, tenant, "personal", person, person, lang)
    subscribe(session, own, now)
    return enqueue(session, key, f"{topic}:{slot}", now=now, payload={"topic": topic, **facts})


def _missing(
    session: Session,
    days: WorkingDays,
    since: datetime,
    until: datetime,
    locked: Sequence[tuple[StoredRow, Any]] | None = None,
) -> list[tuple[StoredRow, Any]]:
    """Slots that are not there yet, with their subscriptions; `locked`: of these alone, held until the commit."""
    connection = session.connection()
    statement = select(SUBSCRIPTION).where(SUBSCRIPTION.c.schedule.is_not(None), SUBSCRIPTION.c.paused.is_(False))
    if locked is not None:
        ids = sorted({row.id for row, _ in locked})
        statement = statement.where(SUBSCRIPTION.c.id.in_(ids)).order_by(SUBSCRIPTION.c.id).with_for_update()
    rows = connection.execute(statement).all()
    there = {
        (row.subscription_id, row.slot)
        for row in connection.execute(
            select(OCCURRENCE.c.subscription_id, OCCURRENCE.c.slot).where(OCCURRENCE.c.due_at > since - HORIZON)
        )
    } if locked is None else set()  # fmt: skip
    found = []
    for row in rows:
        schedule = subscription_of(row).schedule
        if schedule is not None:
            laid = slots(schedule, days, max(since, row.since), until)
            found += [(row, slot) for slot in laid if (row.id, slot.name) not in there]
    return found


def _put(session: Session, row: StoredRow, slot: Any, now: datetime) -> bool:
    return _insert(session, _values(row, slot.name, slot.due, slot.expires, {}, row.audience, row.recipient))


def _values(
    row: StoredRow, slot: str, due: datetime, expires: datetime | None, payload: Mapping[str, Any], audience: str,
    recipient: str,
) -> dict[str, Any]:  # fmt: skip
    return {
        "subscription_id": row.id,
        "slot": slot,
        "recipient": recipient,
        "audience": audience,
        "tenant": row.tenant,
        "payload": dict(payload),
        "due_at": due,
        "expires_at": expires,
        "state": "pending",
        "next_at": due,
        "lease_token": 0,
        "attempts": 0,
        "doubts": 0,
        "last_error": None,
    }


def _insert(session: Session, values: dict[str, Any]) -> bool:
    """A dead channel is not written to each week: what comes for it is dead from the start."""
    reason = session.connection().execute(
        select(DEAD.c.reason).where(DEAD.c.tenant == values["tenant"], DEAD.c.recipient == values["recipient"])
    ).scalar()  # fmt: skip
    if reason is not None:
        values = {**values, "state": "dead", "last_error": f"channel:{reason}"}
    return bool(_NEW.rows(session, values))


def _gather(
    session: Session, subscription: StoredRow, slot: str, recipient: str, payload: Mapping[str, Any],
    names: Collection[str], put: Callable[[str, Mapping[str, Any]], bool],
) -> bool:  # fmt: skip
    """Add what is new to the latest message on this slot; one that is on its way already gets a follower."""
    connection = session.connection()
    fresh = {name: list(payload.get(name, ())) for name in names}
    for number in range(1, MOST_FOLLOWERS):
        name = slot if number == 1 else f"{slot}#{number}"
        mine = (
            OCCURRENCE.c.subscription_id == subscription.id,
            OCCURRENCE.c.slot == name,
            OCCURRENCE.c.recipient == recipient,
        )
        statement = select(OCCURRENCE.c.id, OCCURRENCE.c.payload, OCCURRENCE.c.state).where(*mine).with_for_update()
        row = connection.execute(statement).first()
        if row is None:
            return put(name, {**payload, **fresh})
        fresh = {of: [one for one in new if one not in row.payload.get(of, ())] for of, new in fresh.items()}
        if not any(fresh.values()):
            return False
        if row.state == "pending":
            kept = {**row.payload, **{of: [*row.payload.get(of, ()), *new] for of, new in fresh.items()}}
            connection.execute(update(OCCURRENCE).where(OCCURRENCE.c.id == row.id).values(payload=kept))
            return False
    return False


def left_behind(session: Session, first: datetime, last: datetime) -> int:
    """How many occurrences fell due in a stretch of time in which nothing ran, and were not said in time."""
    unsaid = OCCURRENCE.c.state.in_(("pending", "leased", "sending", "skipped_late"))
    # The dispatcher of whoever counts may be at them already.
    afterwards = and_(OCCURRENCE.c.state == "sent", OCCURRENCE.c.sent_at > first + STILL_IN_TIME)
    mine = (OCCURRENCE.c.due_at > first, OCCURRENCE.c.due_at <= last, or_(unsaid, afterwards))
    return int(session.connection().execute(select(func.count()).where(*mine)).scalar_one())
