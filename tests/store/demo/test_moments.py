"""The days of the sample programmes lie where a reader expects them, whatever day it is."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from store.calendar import WorkingDays
from store.demo import moments

days = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def test_months_are_counted_over_the_turn_of_the_year() -> None:
    assert moments.month(date(2026, 11, 21), 2) == date(2027, 1, 1)
    assert moments.month(date(2026, 1, 31), -1) == date(2025, 12, 1)
    assert moments.month(date(2026, 12, 5), 0) == date(2026, 12, 1)


@given(days)
def test_the_next_milestone_of_each_programme_is_a_working_day_within_thirty_days(today: date) -> None:
    for day in (moments.shortlist(today), moments.deadline(today)):
        assert timedelta(14) < day - today <= timedelta(30)
        assert WorkingDays().open_on(day)


@given(days)
def test_the_approval_is_a_wednesday_long_past_and_the_status_note_is_fresh(today: date) -> None:
    held, told = moments.approved(today), moments.status_day(today)
    assert held.weekday() == moments.WEDNESDAY
    assert WorkingDays().open_on(held)
    assert moments.month(held, 0) == moments.month(today, -moments.APPROVED_MONTHS_AGO)
    assert WorkingDays().open_on(told)
    assert moments.month(today, -1) <= told < today


@given(days)
def test_the_autumn_lies_ten_to_twenty_two_months_ahead(today: date) -> None:
    begins = date(moments.autumn(today), 9, 1)
    assert moments.month(today, 10) <= begins <= moments.month(today, 21)


def test_days_and_months_are_written_as_in_the_minutes() -> None:
    told = moments.words(date(2026, 11, 21))
    assert told["approved"] == "11. marts 2026"
    assert told["approved_weekday"] == "Onsdag"
    assert told["summit"] == "Lørdag den 11. juli 2026"
    assert told["deadline"] == "10. december 2026"
    assert told["benches"] == "Marts 2027"
    assert told["network"] == "2. kvartal 2027"
    assert (told["first_year"], told["paths"], told["last_year"]) == ("2026", "2027", "2028")
