"""Working days over Danish holidays, and local times over both changes of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.calendar import NoWorkingDay, WorkingDays, instant, local, week_days, week_slot

DAYS = WorkingDays()
SOME_DAY = st.dates(date(2015, 1, 1), date(2045, 12, 31))


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 11, 23), True),  # a Monday
        (date(2026, 11, 22), False),  # a Sunday
        (date(2026, 4, 2), False),  # Maundy Thursday
        (date(2026, 5, 14), False),  # Ascension
        (date(2023, 5, 5), False),  # the last Great Prayer Day
        (date(2024, 4, 26), True),  # no Great Prayer Day any more
        (date(2026, 6, 5), False),  # Constitution Day: a closing day
        (date(2026, 12, 24), False),
        (date(2026, 12, 31), False),
    ],
)
def test_holidays_and_closing_days_are_not_worked(day: date, worked: bool) -> None:
    assert DAYS.open_on(day) is worked


def test_local_closing_days_are_read_from_words() -> None:
    days = WorkingDays.of(["2026-05-15", "12-24"])
    assert not days.open_on(date(2026, 5, 15))
    assert not days.open_on(date(2026, 12, 24))
    assert days.open_on(date(2026, 6, 5)), "only what is named is closed"


@pytest.mark.parametrize("word", ["24-12", "2026-13-01", "i morgen", "02-30"])
def test_a_closing_day_that_is_no_date_is_an_error(word: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        WorkingDays.of([word])


@pytest.mark.parametrize(
    ("meeting", "before", "expected"),
    [
        (date(2026, 11, 26), 3, date(2026, 11, 23)),  # Thursday -> Monday
        (date(2026, 11, 26), 4, date(2026, 11, 20)),  # over a weekend
        (date(2026, 4, 9), 4, date(2026, 3, 31)),  # over Easter: 8, 7, 1 April, 31 March
        (date(2027, 1, 5), 3, date(2026, 12, 29)),  # over New Year
        (date(2026, 11, 26), 0, date(2026, 11, 26)),
        (date(2026, 11, 29), 0, date(2026, 11, 27)),  # from a Sunday
    ],
)
def test_a_deadline_counts_back_in_working_days(meeting: date, before: int, expected: date) -> None:
    assert DAYS.count(meeting, -before) == expected


@given(day=SOME_DAY, away=st.integers(1, 30))
def test_counting_back_and_forth_lands_on_working_days_as_far_apart(day: date, away: int) -> None:
    ahead = DAYS.count(day, away)
    assert DAYS.open_on(ahead)
    assert DAYS.between(day + timedelta(days=1), ahead) == away
    behind = DAYS.count(day, -away)
    assert DAYS.between(behind, day - timedelta(days=1)) == away


@given(day=SOME_DAY)
def test_a_moved_day_is_the_nearest_working_day(day: date) -> None:
    before, after = DAYS.moved(day, "before"), DAYS.moved(day, "after")
    assert before is not None
    assert after is not None
    assert before <= day <= after
    assert DAYS.between(before, after) == (1 if before == after else 2)
    assert DAYS.moved(day, "keep") == day
    assert DAYS.moved(day, "skip") == (day if DAYS.open_on(day) else None)


def test_a_calendar_without_working_days_is_an_error_and_not_a_hang() -> None:
    shut = WorkingDays(closed=frozenset(date(2026, 1, 1) + timedelta(days=n) for n in range(400)))
    with pytest.raises(NoWorkingDay):
        shut.moved(date(2026, 3, 2), "after")
    with pytest.raises(NoWorkingDay):
        shut.count(date(2026, 3, 2), 1)


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        (date(2026, 3, 28), time(9), datetime(2026, 3, 28, 8, tzinfo=UTC)),
        (date(2026, 3, 29), time(9), datetime(2026, 3, 29, 7, tzinfo=UTC)),  # summer time begins
        (date(2026, 10, 24), time(9), datetime(2026, 10, 24, 7, tzinfo=UTC)),
        (date(2026, 10, 25), time(9), datetime(2026, 10, 25, 8, tzinfo=UTC)),  # and ends
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # the first of two
        (date(2026, 3, 29), time(2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # does not exist: 03.30
    ],
)
def test_local_times_are_right_over_both_changes_of_the_clock(day: date, at: time, expected: datetime) -> None:
    assert instant(day, at) == expected


@given(day=SOME_DAY, hour=st.integers(3, 23))
def test_an_instant_shows_the_same_clock_again(day: date, hour: int) -> None:
    shown = local(instant(day, time(hour)))
    assert (shown.date(), shown.hour) == (day, hour)


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        local(datetime(2026, 1, 1))  # noqa: DTZ001 - what is refused


def test_a_slot_is_the_week_of_the_nominal_day() -> None:
    assert week_slot(date(2026, 12, 31)) == "2026-W53"
    assert week_slot(date(2027, 1, 3)) == "2026-W53"
    assert week_slot(date(2027, 1, 4)) == "2027-W01"


@given(first=SOME_DAY, length=st.integers(-3, 400), weekday=st.integers(0, 6))
def test_days_of_a_weekday_are_all_there(first: date, length: int, weekday: int) -> None:
    last = first + timedelta(days=length)
    every = [first + timedelta(days=n) for n in range(length + 1)]
    assert week_days(weekday, first, last) == [day for day in every if day.weekday() == weekday]
