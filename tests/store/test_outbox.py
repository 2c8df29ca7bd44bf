"""The outbox: one holder at a time, no step back from an end, and what is late, dead or in doubt is told."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from store.database import Database
from store.deadchannels import heard_from
from store.occurrences import enqueue
from store.outbox import Outbox
from store.outbox_reach import Reach
from store.outbox_records import Occurrence, Policy, Subscription
from store.outbox_status import Pulse
from store.ratelimits import Limits
from store.records import Address
from store.subscriptions import Subscriptions

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
LEASE = timedelta(seconds=40)
TENANT, OWNER, CHANNEL = "t1", "00000000-0000-0000-0000-0000000000a2", "19:budget@thread.tacv2"
WATCH = Subscription("w1", "watch", TENANT, "channel", CHANNEL, OWNER, title="Budget")


@pytest.fixture
def outbox(db: Database) -> Outbox:
    Subscriptions(db, lambda: NOW).add(WATCH)
    return Outbox(db, Limits(per_second=1000.0, spacing=0.0))


def put(db: Database, slot: str = "meeting:1", *, key: str = "w1", **more: object) -> None:
    with db.write() as session:
        assert enqueue(session, key, slot, now=NOW, **more)  # type: ignore[arg-type]  # fields of enqueue


def claim(outbox: Outbox, owner: str = "a", at: datetime = NOW, most: int = 4) -> tuple[Occurrence, ...]:
    return outbox.claim(owner, at, most, LEASE).rows


def state(db: Database, slot: str = "meeting:1") -> tuple[str, str | None]:
    with db.read() as session:
        statement = text("SELECT state, last_error FROM occurrence WHERE slot = :slot")
        return tuple(session.connection().execute(statement, {"slot": slot}).one())  # type: ignore[return-value]  # two columns


def told(db: Database) -> list[tuple[str, str]]:
    """To whom the outbox itself has something to say, and about what."""
    with db.read() as session:
        statement = text("SELECT o.recipient, o.slot FROM occurrence o WHERE o.slot NOT LIKE 'meeting:%' ORDER BY o.id")
        return [(row.recipient, row.slot.partition(":")[0]) for row in session.connection().execute(statement)]


def test_one_is_claimed_once_and_sent(db: Database, outbox: Outbox) -> None:
    put(db)
    (mine,) = claim(outbox)
    assert (mine.subscription, mine.slot, mine.recipient, mine.attempts) == (WATCH, "meeting:1", CHANNEL, 1)
    assert claim(outbox, "b") == ()
    assert outbox.intend(mine, NOW)
    assert outbox.sent(mine, "activity-1", None, NOW)
    assert state(db) == ("sent", None)
    assert not outbox.sent(mine, "activity-2", None, NOW)


def test_many_replicas_share_what_is_due(db: Database, outbox: Outbox) -> None:
    for number in range(20):
        Subscriptions(db, lambda: NOW).add(replace(WATCH, key=f"k{number}", recipient=f"c{number}"))
        put(db, f"meeting:{number}", key=f"k{number}")
    found: list[int] = []

    def work(owner: str) -> None:
        for _ in range(60):
            rows = claim(outbox, owner, NOW + timedelta(seconds=1), 2)
            found.extend(row.id for row in rows)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == sorted(set(found))
    assert len(found) == 20


def test_whoever_lost_the_lease_can_change_nothing(db: Database, outbox: Outbox) -> None:
    put(db)
    (first,) = claim(outbox)
    assert outbox.recover(outbox.flights(), "b", NOW + LEASE, LEASE, 5) == ()
    (second,) = claim(outbox, "b", NOW + LEASE)
    assert second.token == first.token + 1
    assert not outbox.intend(first, NOW)
    assert not outbox.sent(first, "late", None, NOW)
    assert not outbox.again(first, "429", NOW, NOW)
    assert not outbox.end(first, "dead", "400", NOW)
    assert outbox.intend(second, NOW)
    assert outbox.sent(second, "activity", None, NOW)


def test_an_intent_is_noted_once_however_often_it_is_said(db: Database, outbox: Outbox) -> None:
    put(db)
    (mine,) = claim(outbox)
    assert [outbox.intend(mine, NOW) for _ in range(2)] == [True, True]


@pytest.mark.parametrize(
    ("policy", "becomes", "tells"),
    [("resend", "pending", []), ("probe", "pending", []), ("hold", "unknown", [(OWNER, "unknown")])],
)
def test_what_may_have_left_goes_by_its_policy(
    db: Database, outbox: Outbox, policy: Policy, becomes: str, tells: list[tuple[str, str]]
) -> None:
    Subscriptions(db, lambda: NOW).add(replace(WATCH, key="p", policy=policy))
    put(db, key="p")
    (mine,) = claim(outbox)
    outbox.intend(mine, NOW)
    assert outbox.recover(outbox.flights(), "b", NOW, LEASE, 5) == ()
    assert (state(db), told(db)) == ((becomes, "lapsed"), tells)


def test_what_may_have_left_is_looked_for_by_whoever_can(db: Database, outbox: Outbox) -> None:
    Subscriptions(db, lambda: NOW).add(replace(WATCH, key="p", policy="probe"))
    put(db, key="p")
    (mine,) = claim(outbox)
    outbox.intend(mine, NOW)
    (looking,) = outbox.recover(outbox.flights(), "b", NOW, LEASE, 5, True)
    assert not outbox.sent(mine, "late", None, NOW)
    assert outbox.sent(looking, "found", None, NOW)


def test_after_five_doubts_its_owner_is_told(db: Database, outbox: Outbox) -> None:
    put(db)
    for _ in range(5):
        (mine,) = claim(outbox)
        outbox.intend(mine, NOW)
        outbox.recover(outbox.flights(), "b", NOW, LEASE, 5)
    assert (state(db)[0], told(db)) == ("unknown", [(OWNER, "unknown")])


def test_another_try_waits_for_its_time(db: Database, outbox: Outbox) -> None:
    put(db)
    (mine,) = claim(outbox)
    assert outbox.again(mine, "429", NOW + timedelta(seconds=30), NOW)
    assert outbox.next_due(NOW) == 30
    assert claim(outbox, at=NOW + timedelta(seconds=29)) == ()
    (again,) = claim(outbox, at=NOW + timedelta(seconds=30))
    assert again.attempts == 2


def test_a_quiet_thread_holds_back_all_that_goes_there(db: Database, outbox: Outbox) -> None:
    put(db)
    (mine,) = claim(outbox)
    put(db, "meeting:2")
    outbox.again(mine, "429", NOW, NOW, quiet=20)
    assert claim(outbox, at=NOW + timedelta(seconds=19)) == ()
    assert len(claim(outbox, at=NOW + timedelta(seconds=21))) == 1


def test_two_to_one_thread_are_not_under_way_at_once(db: Database, outbox: Outbox) -> None:
    put(db)
    put(db, "meeting:2")
    (first,) = claim(outbox)
    assert claim(outbox, "b", NOW + timedelta(seconds=5)) == ()
    outbox.intend(first, NOW)
    outbox.sent(first, "a", None, NOW)
    assert [one.slot for one in claim(outbox, "b", NOW + timedelta(seconds=5))] == ["meeting:2"]


def test_when_all_is_held_nothing_is_claimed(db: Database, outbox: Outbox) -> None:
    put(db)
    outbox.hold("app", "", NOW + timedelta(minutes=5))
    assert outbox.claim("a", NOW, 4, LEASE) == replace(outbox.claim("a", NOW, 4, LEASE), rows=(), wait=300.0)
    outbox.hold("app", "", NOW)
    outbox.hold("tenant", TENANT, NOW + timedelta(minutes=5))
    assert claim(outbox) == ()
    assert len(claim(outbox, at=NOW + timedelta(minutes=6))) == 1


def test_too_late_is_skipped_and_told(db: Database, outbox: Outbox) -> None:
    put(db, expires_at=NOW + timedelta(hours=1))
    assert claim(outbox, at=NOW + timedelta(hours=2)) == ()
    assert (state(db), told(db)) == (("skipped_late", None), [(OWNER, "late")])


def test_news_is_better_late_than_never(db: Database, outbox: Outbox) -> None:
    put(db)
    assert len(claim(outbox, at=NOW + timedelta(days=20))) == 1


def test_a_paused_subscription_is_silent(db: Database, outbox: Outbox) -> None:
    put(db)
    Subscriptions(db, lambda: NOW).pause("w1")
    assert claim(outbox) == ()
    with db.write() as session:
        assert not enqueue(session, "w1", "meeting:2", now=NOW)


def test_a_dead_channel_takes_all_that_waits_with_it_and_is_told_of_once(db: Database, outbox: Outbox) -> None:
    put(db)
    put(db, "meeting:2")
    (mine,) = claim(outbox)
    assert outbox.channel_died(mine, "BotNotInConversationRoster", NOW)
    put(db, "meeting:3")
    gone = ("dead", "channel:BotNotInConversationRoster")
    assert [state(db, f"meeting:{number}") for number in (1, 2, 3)] == [gone] * 3
    assert told(db) == [(OWNER, "dead")]
    (dead,) = Pulse(db).status().dead_channels
    assert (dead.recipient, dead.reason) == (CHANNEL, "BotNotInConversationRoster")


def test_whoever_is_heard_of_is_told_what_waited(db: Database, outbox: Outbox) -> None:
    put(db)
    put(db, "meeting:2", expires_at=NOW + timedelta(hours=1))
    (mine,) = claim(outbox)
    outbox.channel_died(mine, "MessageWritesBlocked", NOW)
    address = Address(TENANT, "https://smba.trafficmanager.net/emea/", CHANNEL, "channel")
    later = NOW + timedelta(hours=2)
    assert heard_from(db, address, later)
    assert not heard_from(db, address, later)
    assert (state(db)[0], state(db, "meeting:2")[0]) == ("pending", "dead")
    assert [one.slot for one in claim(outbox, at=later) if one.recipient == CHANNEL] == ["meeting:1"]


def test_nobody_is_told_where_nobody_can_be_told(db: Database, outbox: Outbox) -> None:
    Subscriptions(db, lambda: NOW).add(replace(WATCH, key="own", audience="personal", recipient=OWNER))
    put(db, key="own")
    (mine,) = claim(outbox)
    outbox.channel_died(mine, "ConversationBlockedByUser", NOW)
    assert told(db) == []


def test_a_removed_subscription_takes_its_messages_along(db: Database, outbox: Outbox) -> None:
    put(db)
    (mine,) = claim(outbox)
    Subscriptions(db, lambda: NOW).remove("w1")
    assert not outbox.intend(mine, NOW)


def test_the_audience_of_a_channel_is_everybody_there(db: Database, outbox: Outbox) -> None:
    put(db)
    (mine,) = claim(outbox)
    found = Reach(db, lambda tenant: tenant == TENANT).recipient(mine)
    assert (found.subject.audience, found.subject.grants, found.subject.employee) == ("channel", (), True)
    assert Reach(db, lambda tenant: False).recipient(mine).subject.employee is False


def test_a_second_place_in_the_queue_is_nobody_elses(db: Database) -> None:
    outbox = Outbox(db, Limits())
    given = [outbox.place(TENANT, NOW) for _ in range(100)]
    taken = [place for place in given if place is not None]
    assert len(taken) == len({round(place, 3) for place in taken[2:]}) + 2
    assert 55 <= len(taken) <= 65
    assert max(taken) <= NOW.timestamp() + 1.5
    outbox.hold("tenant", TENANT, NOW + timedelta(minutes=1))
    assert outbox.place(TENANT, NOW) is None
