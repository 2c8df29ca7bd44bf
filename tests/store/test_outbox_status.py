"""How the outbox fares: heartbeats, what is overdue, what a clock that was wrong has put off, and what is too old."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from store.database import Database
from store.occurrences import Occurrences
from store.outbox import Outbox
from store.outbox_records import Subscription
from store.outbox_status import KEPT, Pulse
from store.people import People, meet
from store.records import Grant, Person
from store.subscriptions import Subscriptions

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
LEASE = timedelta(minutes=1)


def put(db: Database, slot: str = "n", at: datetime = NOW) -> None:
    Subscriptions(db, lambda: NOW).add(Subscription("w", "watch", "t", "channel", "c", "owner"))
    Occurrences(db).put("w", slot, now=at)


def alarms(db: Database) -> list[str]:
    with db.read() as session:
        statement = text("SELECT recipient FROM occurrence WHERE slot LIKE 'missed:%'")
        return list(session.connection().execute(statement).scalars())


def test_the_heart_beats(db: Database) -> None:
    pulse = Pulse(db)
    assert (pulse.last_run(), pulse.beat(NOW), pulse.beat(NOW + HOUR)) == (None, None, NOW)
    assert pulse.last_run() == NOW + HOUR


def test_a_missed_run_alarms_every_secretary_once(db: Database) -> None:
    people = People(db, lambda: NOW)
    for person, role in (("s1", "secretary"), ("s2", "secretary"), ("m", "member"), ("unmet", "secretary")):
        people.grant(person, Grant(role), None)  # type: ignore[arg-type]  # a role
    with db.write() as session:
        for person in ("s1", "s2", "m"):
            meet(session, Person(person, person), "t", NOW)
    pulse = Pulse(db)
    pulse.beat(NOW)
    put(db, at=NOW + HOUR)
    pulse.beat(NOW + 2 * HOUR)
    assert alarms(db) == ["s1", "s2"]
    pulse.beat(NOW + 2 * HOUR + timedelta(minutes=14))
    pulse.beat(NOW + 5 * HOUR)
    assert alarms(db) == ["s1", "s2"]


def test_the_status_counts_and_dates(db: Database) -> None:
    put(db)
    put(db, "later", NOW + HOUR)
    outbox, pulse = Outbox(db), Pulse(db)
    (mine,) = outbox.claim("a", NOW, 1, LEASE).rows
    assert (pulse.status().pending, pulse.status().oldest_pending) == (2, NOW)
    outbox.intend(mine, NOW)
    outbox.sent(mine, "x", None, NOW)
    status = pulse.status()
    assert (dict(status.counts), status.oldest_pending) == ({"sent": 1, "pending": 1}, NOW + HOUR)
    assert (pulse.overdue(NOW), pulse.overdue(NOW + 3 * HOUR)) == (timedelta(), 2 * HOUR)
    Subscriptions(db, lambda: NOW).pause("w")
    assert pulse.overdue(NOW + 3 * HOUR) == timedelta()


def test_a_clock_that_was_ahead_holds_nothing_back_for_long(db: Database) -> None:
    put(db)
    outbox, ahead = Outbox(db), NOW + 48 * HOUR
    (mine,) = outbox.claim("a", ahead, 1, LEASE).rows
    outbox.again(mine, "502", ahead + HOUR, ahead, quiet=60)
    Pulse(db).mend(NOW + HOUR)
    assert len(outbox.claim("a", NOW + HOUR, 1, LEASE).rows) == 1


def test_what_is_to_come_is_not_mended(db: Database) -> None:
    put(db, at=NOW + 5 * HOUR)
    Pulse(db).mend(NOW)
    assert Outbox(db).next_due(NOW) == 5 * 3600


def test_what_was_sent_long_ago_is_dropped(db: Database) -> None:
    put(db)
    outbox = Outbox(db)
    (mine,) = outbox.claim("a", NOW, 1, LEASE).rows
    outbox.intend(mine, NOW)
    outbox.sent(mine, "x", None, NOW)
    put(db, "waits")
    Pulse(db).forget(NOW + KEPT - HOUR)
    assert dict(Pulse(db).status().counts) == {"sent": 1, "pending": 1}
    Pulse(db).forget(NOW + KEPT + HOUR)
    assert dict(Pulse(db).status().counts) == {"pending": 1}


def test_what_the_next_run_sent_late_counts_as_missed_all_the_same(db: Database) -> None:
    """The dispatcher may be faster than the first heartbeat after a standstill."""
    People(db, lambda: NOW).grant("s1", Grant("secretary"), None)
    with db.write() as session:
        meet(session, Person("s1", "s1"), "t", NOW)
    pulse, outbox = Pulse(db), Outbox(db)
    pulse.beat(NOW)
    put(db, at=NOW + HOUR)
    (one,) = outbox.claim("a", NOW + 2 * HOUR, 1, LEASE).rows
    assert outbox.sent(one, "m1", None, NOW + 2 * HOUR)
    pulse.beat(NOW + 2 * HOUR)
    assert alarms(db) == ["s1"]


def test_what_was_said_in_time_before_a_standstill_is_not_missed(db: Database) -> None:
    People(db, lambda: NOW).grant("s1", Grant("secretary"), None)
    with db.write() as session:
        meet(session, Person("s1", "s1"), "t", NOW)
    pulse, outbox = Pulse(db), Outbox(db)
    pulse.beat(NOW)
    at = NOW + timedelta(seconds=10)
    put(db, at=at)
    (one,) = outbox.claim("a", at, 1, LEASE).rows
    assert outbox.sent(one, "m1", None, at)
    pulse.beat(NOW + 2 * HOUR)
    assert alarms(db) == []


def test_the_status_says_what_is_overdue_and_leaves_out_what_is_paused(db: Database) -> None:
    put(db)
    put(db, "later", NOW + HOUR)
    pulse = Pulse(db)
    assert [pulse.status(NOW + after).overdue for after in (timedelta(), HOUR / 2, 2 * HOUR)] == [0, 1, 2]
    Subscriptions(db, lambda: NOW).pause("w")
    assert pulse.status(NOW + 2 * HOUR).overdue == 0
