"""How the outbox fares: when it last ran, what is overdue, what came of it; and what a run has to put in order."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlmodel import Session

from store.database import Database
from store.deadchannels import dead_channels
from store.grants import grants_by_person
from store.occurrences import left_behind, tell
from store.outbox_records import MISSED, DeadChannel, OutboxStatus
from store.outbox_statements import PENDING
from store.outbox_tables import HeartbeatRow
from store.people import PERSON, language
from store.ratelimits import forget_limits
from store.subscriptions import OCCURRENCE, SUBSCRIPTION, forget_ended
from store.tables import table
from store.upsert import upsert
from store.watch_queue import given_up

HEARTBEAT = table(HeartbeatRow)
JOB = "reminders"
PUNCTUAL = timedelta(minutes=1)
"""What fell due less than this ago is on its way."""
KEPT = timedelta(days=400)
"""How long it is kept what was sent when."""
LONGEST_PAUSE = timedelta(minutes=15)
"""No try waits longer for the next one; what lies further ahead was written by a clock that was wrong."""
_OPEN = ("pending", "leased", "sending")
_FINAL = ("sent", "dead", "unknown", "skipped_late", "nothing")


class Pulse:
    """The heartbeat and the figures; each method is one transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def last_run(self) -> datetime | None:
        """When any replica last ran."""
        with self._db.read() as session:
            return _last(session)

    def beat(self, now: datetime, *, alarm: bool = True) -> datetime | None:
        """Note a run; when the one before was. With `alarm` secretaries are told of a gap that something fell into."""
        with self._db.write() as session:
            before = _last(session)
            upsert(session, HEARTBEAT, {"name": JOB, "last_run": now}, ("name",))
            if alarm and before is not None and now - before > MISSED:
                _alarm(session, before, now)
            return before

    def status(self, now: datetime | None = None) -> OutboxStatus:
        """How the outbox stands, with what is overdue at `now`."""
        with self._db.read() as session:
            connection = session.connection()
            rows = connection.execute(select(OCCURRENCE.c.state, func.count()).group_by(OCCURRENCE.c.state))
            counts = {str(state): int(number) for state, number in rows}
            late = _late(session, now - PUNCTUAL) if now is not None else 0
            untold = len(given_up(session))
            return OutboxStatus(_last(session), _oldest(session), counts, dead_channels(session), late, untold)

    def dead(self) -> tuple[DeadChannel, ...]:
        """The places that cannot be written to."""
        with self._db.read() as session:
            return dead_channels(session)

    def overdue(self, now: datetime) -> timedelta:
        """By how much the oldest occurrence is late that has not come to an end."""
        with self._db.read() as session:
            oldest = _oldest(session)
        return max(timedelta(), now - oldest) if oldest is not None else timedelta()

    def mend(self, now: datetime) -> None:
        """Put right what a clock that was ahead has put off."""
        put_off = (
            OCCURRENCE.c.state == PENDING,
            OCCURRENCE.c.attempts > 0,
            OCCURRENCE.c.due_at <= now,
            OCCURRENCE.c.next_at > now + LONGEST_PAUSE,
        )
        with self._db.write() as session:
            session.connection().execute(update(OCCURRENCE).where(*put_off).values(next_at=now))

    def forget(self, now: datetime) -> None:
        """Drop what was brought to an end long ago."""
        old = (OCCURRENCE.c.state.in_(_FINAL), OCCURRENCE.c.due_at < now - KEPT)
        with self._db.write() as session:
            session.connection().execute(delete(OCCURRENCE).where(*old))
            forget_ended(session)
            forget_limits(session, now.timestamp())


def _oldest(session: Session) -> datetime | None:
    """When what has waited longest fell due; of what is paused, nothing is late."""
    found: datetime | None = session.connection().execute(
        select(OCCURRENCE.c.due_at)
        .join(SUBSCRIPTION, SUBSCRIPTION.c.id == OCCURRENCE.c.subscription_id)
        .where(OCCURRENCE.c.state.in_(_OPEN), SUBSCRIPTION.c.paused.is_(False))
        .order_by(OCCURRENCE.c.due_at)
        .limit(1)
    ).scalar()  # fmt: skip
    return found


def _late(session: Session, before: datetime) -> int:
    """How many fell due before then and have not come to an end, less what is paused."""
    joined = OCCURRENCE.join(SUBSCRIPTION, SUBSCRIPTION.c.id == OCCURRENCE.c.subscription_id)
    own = (OCCURRENCE.c.state.in_(_OPEN), OCCURRENCE.c.due_at < before, SUBSCRIPTION.c.paused.is_(False))
    return int(session.connection().execute(select(func.count()).select_from(joined).where(*own)).scalar_one())


def _last(session: Session) -> datetime | None:
    found: datetime | None = session.connection().execute(
        select(HEARTBEAT.c.last_run).where(HEARTBEAT.c.name == JOB)
    ).scalar()  # fmt: skip
    return found


def _alarm(session: Session, before: datetime, now: datetime) -> None:
    late = left_behind(session, before, now)
    if not late:
        return
    facts = {"since": before.isoformat(), "until": now.isoformat(), "late": late}
    for person, grants in sorted(grants_by_person(session).items()):
        if any(grant.role == "secretary" for grant in grants):
            tenant = session.connection().execute(select(PERSON.c.tenant).where(PERSON.c.id == person)).scalar()
            lang = language(session, person)[0] or "da"
            if tenant is not None:
                tell(session, "missed", before.isoformat(), person, tenant, lang, now, **facts)
