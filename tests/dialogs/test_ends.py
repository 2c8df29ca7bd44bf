"""Ends of time that have a name: before the summer, by Christmas, by the end of the year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.understanding.ends import easter
from dialogs.understanding.periods import periods

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("inden sommeren", date(2027, 6, 30)),
        ("before the summer", date(2027, 6, 30)),
        ("før sommerferien 2028", date(2028, 6, 30)),
        ("inden jul", date(2026, 12, 24)),
        ("by Christmas", date(2026, 12, 24)),
        ("til jul", date(2026, 12, 24)),
        ("inden påske", date(2027, 3, 27)),
        ("inden nytår", date(2026, 12, 31)),
        ("ved årets udgang", date(2026, 12, 31)),
        ("inden årets udgang", date(2026, 12, 31)),
        ("by the end of the year", date(2026, 12, 31)),
        ("by year end", date(2026, 12, 31)),
        ("inden udgangen af marts", date(2027, 3, 31)),
        ("by the end of March 2028", date(2028, 3, 31)),
        ("senest ved udgangen af 2027", date(2027, 12, 31)),
        ("inden udgangen af kvartalet", date(2026, 12, 31)),
        ("resten af måneden", date(2026, 11, 30)),
        ("the rest of the week", date(2026, 11, 22)),
    ],
)
def test_an_end_with_a_name_is_a_day(text: str, until: date) -> None:
    (found,) = periods(f"hvad skal ske {text}?", TODAY, ahead=True)
    assert (found.until, found.dated, found.guessed) == (until, True, False)
    assert found.since is None or found.since <= TODAY


def test_july_stays_a_month() -> None:
    assert [each.until for each in periods("what is due before July 2027", TODAY, ahead=True)] == [date(2027, 6, 30)]


@pytest.mark.parametrize(
    ("year", "day"), [(1954, (4, 18)), (1981, (4, 19)), (2000, (4, 23)), (2024, (3, 31)), (2038, (4, 25))]
)
def test_easter_is_known(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


@given(st.integers(1900, 2199))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    found = easter(year)
    assert found.weekday() == 6
    assert date(year, 3, 22) <= found <= date(year, 4, 25)
