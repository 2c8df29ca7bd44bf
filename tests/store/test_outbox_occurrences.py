"""Occurrences: laid out once by any number of replicas, whatever becomes of day and time; news gathered, none lost."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import text

from store.calendar import WorkingDays, instant
from store.database import Database
from store.errors import NotFound
from store.occurrences import Occurrences
from store.outbox import Outbox
from store.outbox_records import Subscription, Weekly
from store.people import People
from store.subscriptions import Subscriptions, slots

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)  # a Friday
DIGEST = Subscription(
    "d1", "digest", "t1", "channel", "c1", "owner", schedule=Weekly(0, time(9, 0)), title="Ugens beslutninger"
)
DAYS = WorkingDays()


def rows(db: Database) -> list[tuple[str, str, str]]:
    with db.read() as session:
        statement = text("SELECT slot, state, payload FROM occurrence ORDER BY id")
        return [(row.slot, row.state, str(row.payload)) for row in session.connection().execute(statement)]


def test_a_slot_keeps_its_name_however_it_is_moved() -> None:
    since, until = datetime(2026, 12, 18, tzinfo=UTC), datetime(2027, 1, 6, tzinfo=UTC)
    named = {
        shift: slots(Weekly(4, time(9), shift), DAYS, since, until) for shift in ("before", "after", "keep", "skip")
    }
    # Fridays: 18 and 25 December, 1 January; the last two are holidays.
    assert [(slot.name, slot.due.date()) for slot in named["before"]] == [
        ("2026-W51", date(2026, 12, 18)), ("2026-W52", date(2026, 12, 23)), ("2026-W53", date(2026, 12, 30)),
    ]  # fmt: skip
    assert [(slot.name, slot.due.date()) for slot in named["after"]] == [
        ("2026-W51", date(2026, 12, 18)), ("2026-W52", date(2026, 12, 28)), ("2026-W53", date(2027, 1, 4)),
    ]  # fmt: skip
    assert [slot.name for slot in named["skip"]] == ["2026-W51"]
    assert [slot.due.date().day for slot in named["keep"]] == [18, 25, 1]


def test_a_slot_is_sent_no_later_than_the_next_one() -> None:
    monday = instant(date(2026, 11, 23), time(9))
    (slot,) = slots(Weekly(0, time(9)), DAYS, NOW, monday)
    assert (slot.due, slot.expires) == (monday, monday + timedelta(hours=36))


def test_replicas_lay_out_each_slot_once(db: Database) -> None:
    subscriptions = Subscriptions(db, lambda: NOW)
    for number in range(10):
        subscriptions.add(
            replace(DIGEST, key=f"d{number}", recipient=f"c{number}", schedule=Weekly(number % 5, time(9)))
        )
    made: list[int] = []
    threads = [threading.Thread(target=lambda: made.append(Occurrences(db).lay_out(NOW))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(made) == len(rows(db)) == 10
    assert Occurrences(db).lay_out(NOW + timedelta(seconds=30)) == 0


def test_another_time_gives_no_second_message_in_a_week(db: Database) -> None:
    monday = instant(date(2026, 11, 23), time(9))
    clock = [NOW]
    subscriptions, occurrences = Subscriptions(db, lambda: clock[0]), Occurrences(db)
    subscriptions.add(DIGEST)
    occurrences.lay_out(NOW)
    clock[0] = monday + timedelta(minutes=1)
    outbox = Outbox(db)
    (mine,) = outbox.claim("a", clock[0], 1, timedelta(minutes=1)).rows
    outbox.intend(mine, clock[0])
    outbox.sent(mine, "a", None, clock[0])
    subscriptions.change(replace(DIGEST, schedule=Weekly(3, time(8))))
    occurrences.lay_out(clock[0])
    assert [(slot, state) for slot, state, _ in rows(db)] == [("2026-W48", "sent")]
    occurrences.lay_out(clock[0] + timedelta(days=3))
    assert [(slot, state) for slot, state, _ in rows(db)] == [("2026-W48", "sent"), ("2026-W49", "pending")]


def test_another_time_moves_what_is_still_to_come(db: Database) -> None:
    subscriptions, occurrences = Subscriptions(db, lambda: NOW), Occurrences(db)
    subscriptions.add(DIGEST)
    occurrences.lay_out(NOW)
    subscriptions.change(replace(DIGEST, schedule=Weekly(1, time(8))))
    occurrences.lay_out(NOW)
    with db.read() as session:
        due = session.connection().execute(text("SELECT due_at FROM occurrence")).scalars().all()
    assert [str(one)[:16] for one in due] == ["2026-11-24 07:00"]


def test_what_nobody_was_there_for_is_counted_as_missed(db: Database) -> None:
    Subscriptions(db, lambda: NOW).add(DIGEST)
    back = NOW + timedelta(days=20)
    Occurrences(db).lay_out(back, since=NOW)
    Outbox(db).claim("a", back, 4, timedelta(minutes=1))
    found = {slot: state for slot, state, _ in rows(db) if slot.startswith("2026")}
    missed = dict.fromkeys(("2026-W48", "2026-W49", "2026-W50"), "skipped_late")
    assert found == {**missed, "2026-W51": "pending"}


def test_nothing_is_laid_out_from_before_it_was_set_up(db: Database) -> None:
    Subscriptions(db, lambda: NOW).add(DIGEST)
    assert Occurrences(db).lay_out(NOW, since=NOW - timedelta(days=30)) == 1


def test_paused_and_resumed_it_says_nothing_of_the_time_between(db: Database) -> None:
    clock = [NOW]
    subscriptions, occurrences = Subscriptions(db, lambda: clock[0]), Occurrences(db)
    subscriptions.add(DIGEST)
    occurrences.lay_out(NOW)
    subscriptions.pause("d1")
    assert (rows(db), occurrences.lay_out(NOW)) == ([], 0)
    clock[0] = NOW + timedelta(days=10)
    subscriptions.pause("d1", False)
    occurrences.lay_out(clock[0], since=NOW)
    assert [slot for slot, _, _ in rows(db)] == ["2026-W50"]


def test_news_of_one_meeting_is_gathered_until_it_leaves(db: Database) -> None:
    Subscriptions(db, lambda: NOW).add(replace(DIGEST, kind="watch", schedule=None))
    occurrences, outbox = Occurrences(db), Outbox(db)

    def news(*items: str) -> bool:
        return occurrences.put("d1", "meeting:m", now=NOW, payload={"items": list(items)}, gather=("items",))

    assert [news("a"), news("b"), news("a", "b")] == [True, False, False]
    (mine,) = outbox.claim("a", NOW, 1, timedelta(minutes=1)).rows
    assert mine.payload == {"items": ["a", "b"]}
    assert [news("b", "c"), news("c", "d"), news("a")] == [True, False, False]
    outbox.intend(mine, NOW)
    outbox.sent(mine, "x", None, NOW)
    (further,) = outbox.claim("a", NOW + timedelta(seconds=5), 1, timedelta(minutes=1)).rows
    assert (further.slot, further.payload) == ("meeting:m#2", {"items": ["c", "d"]})


def test_the_same_news_is_said_once(db: Database) -> None:
    Subscriptions(db, lambda: NOW).add(replace(DIGEST, schedule=None))
    assert [Occurrences(db).put("d1", "meeting:m", now=NOW) for _ in range(2)] == [True, False]


def test_nothing_is_put_in_for_nobody(db: Database) -> None:
    with pytest.raises(NotFound):
        Occurrences(db).put("nobody", "meeting:m", now=NOW)


def test_subscriptions_are_listed_changed_removed_and_forgotten(db: Database) -> None:
    subscriptions = Subscriptions(db, lambda: NOW)
    kept = subscriptions.add(replace(DIGEST, key=""))
    assert subscriptions.add(kept) == kept
    assert subscriptions.of("owner") == subscriptions.of(recipient="c1") == (kept,)
    assert subscriptions.of("other") == ()
    changed = replace(kept, payload={"topic": "havn"}, lang="en")
    subscriptions.change(changed)
    assert subscriptions.find(kept.key) == changed
    subscriptions.remove(kept.key)
    with pytest.raises(NotFound):
        subscriptions.remove(kept.key)
    subscriptions.add(DIGEST)
    Occurrences(db).lay_out(NOW)
    People(db, lambda: NOW).forget("owner")
    assert (subscriptions.of(), rows(db)) == ((), [])
