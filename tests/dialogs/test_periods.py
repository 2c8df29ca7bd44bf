"""Times in questions, in both languages, on a fixed day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.understanding import calendar_words as cw
from dialogs.understanding.ends import ALL
from dialogs.understanding.lately import LATELY
from dialogs.understanding.periods import periods

TODAY = date(2026, 11, 21)  # a Saturday
CUES = {
    *cw.MONTHS, *cw.WEEKDAYS, *cw.SEASONS, *cw.RELATIVE_DAYS, *cw.UNITS, *cw.LAST, *cw.NEXT, *cw.THIS, "jul", "påske",
    "inden", "senest", "udgangen af", "for", "siden", "ago", "2015", "22.", "q1", "ultimo", "til", "og", "year", "end",
}  # fmt: skip
"""Words and signs that times are told by."""


def one(text: str) -> tuple[date | None, date | None]:
    found = [each for each in periods(text, TODAY) if each.dated]
    assert len(found) == 1, found
    return found[0].since, found[0].until


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("den 22. oktober 2015", date(2015, 10, 22), date(2015, 10, 22)),
        ("torsdag den 22. oktober 2015", date(2015, 10, 22), date(2015, 10, 22)),
        ("22.10.2015", date(2015, 10, 22), date(2015, 10, 22)),
        ("22/10-2015", date(2015, 10, 22), date(2015, 10, 22)),
        ("22-10-15", date(2015, 10, 22), date(2015, 10, 22)),
        ("2015-10-22", date(2015, 10, 22), date(2015, 10, 22)),
        ("October 22, 2015", date(2015, 10, 22), date(2015, 10, 22)),
        ("the 22nd of October 2015", date(2015, 10, 22), date(2015, 10, 22)),
        ("den 3. maj", date(2026, 5, 3), date(2026, 5, 3)),
        ("den 24. december", date(2025, 12, 24), date(2025, 12, 24)),
        ("i oktober 2015", date(2015, 10, 1), date(2015, 10, 31)),
        ("in October", date(2026, 10, 1), date(2026, 10, 31)),
        ("i december", date(2025, 12, 1), date(2025, 12, 31)),
        ("i 2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("foråret 2016", date(2016, 3, 1), date(2016, 5, 31)),
        ("vinteren 2016", date(2015, 12, 1), date(2016, 2, 29)),
        ("siden marts", date(2026, 3, 1), None),
        ("since March 2024", date(2024, 3, 1), None),
        ("efter den 3. maj 2016", date(2016, 5, 4), None),
        ("før 2015", None, date(2014, 12, 31)),
        ("til og med den 3. maj 2016", None, date(2016, 5, 3)),
        ("mellem 1. maj og 3. juni 2016", date(2016, 5, 1), date(2016, 6, 3)),
        ("fra januar 2015 til marts 2016", date(2015, 1, 1), date(2016, 3, 31)),
        ("between January and March 2016", date(2016, 1, 1), date(2016, 3, 31)),
        ("2014-2016", date(2014, 1, 1), date(2016, 12, 31)),
        ("i går", date(2026, 11, 20), date(2026, 11, 20)),
        ("yesterday", date(2026, 11, 20), date(2026, 11, 20)),
        ("sidste måned", date(2026, 10, 1), date(2026, 10, 31)),
        ("last week", date(2026, 11, 9), date(2026, 11, 15)),
        ("de sidste 3 måneder", date(2026, 8, 21), TODAY),
        ("the past two weeks", date(2026, 11, 7), TODAY),
        ("det seneste år", date(2025, 11, 21), TODAY),
        ("sidste år", date(2025, 1, 1), date(2025, 12, 31)),
        ("i år", date(2026, 1, 1), date(2026, 12, 31)),
        ("i mandags", date(2026, 11, 16), date(2026, 11, 16)),
        ("last Saturday", date(2026, 11, 14), date(2026, 11, 14)),
        ("for to uger siden", date(2026, 11, 2), date(2026, 11, 8)),
        ("two months ago", date(2026, 9, 1), date(2026, 9, 30)),
        ("uge 42", date(2026, 10, 12), date(2026, 10, 18)),
        ("i uge 6 i 2016", date(2016, 2, 8), date(2016, 2, 14)),
        ("1. kvartal 2016", date(2016, 1, 1), date(2016, 3, 31)),
        ("second half of 2016", date(2016, 7, 1), date(2016, 12, 31)),
        ("primo oktober 2015", date(2015, 10, 1), date(2015, 10, 10)),
        ("i oktober sidste år", date(2025, 10, 1), date(2025, 10, 31)),
    ],
)
def test_period(text: str, since: date | None, until: date | None) -> None:
    assert one(f"hvad blev besluttet {text}") == (since, until)


@pytest.mark.parametrize(
    "text",
    [
        "sag 15/8020",
        "hvem sidder i kommunens 17.4 udvalg",
        "swimming hall opening hours on Saturday",
        "may we build here",
        "march against closures",
        "budget 2026",
        "lokalplan 214",
        "punkt 72",
        "31.02.2015",
        "0/0/0",
        "week 99",
    ],
)
def test_no_period(text: str) -> None:
    assert [each for each in periods(text, TODAY) if each.dated] == []


def test_a_month_without_a_year_is_the_next_one_for_what_is_coming() -> None:
    (found,) = periods("på mødet i januar", TODAY, ahead=True)
    assert (found.since, found.until, found.guessed) == (date(2027, 1, 1), date(2027, 1, 31), True)


@given(st.text(max_size=80))
def test_any_text_is_read_without_failing(text: str) -> None:
    for period in periods(text, TODAY):
        assert 0 <= period.start < period.end <= len(text)
        assert period.since is None or period.until is None or period.since <= period.until


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_written_day_is_that_day(day: date) -> None:
    for text in (f"{day.day}.{day.month}.{day.year}", day.isoformat(), f"{day.day}/{day.month}-{day.year}"):
        assert one(text) == (day, day)


@given(st.lists(st.sampled_from(sorted({*CUES, "skolen", "72", "i", "the", "ø"})), max_size=8))
def test_a_text_without_a_word_for_a_time_has_no_period(parts: list[str]) -> None:
    text = " ".join(parts)
    without_gate = [
        (match.start(), match.end())
        for pattern, rule, _, _ in (*ALL, *LATELY)
        for match in pattern.finditer(text)
        if rule(match, TODAY, False) is not None
    ]
    assert bool(periods(text, TODAY)) == bool(without_gate)
