"""Danish dates, deadlines and clock times in the forms that minutes print."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.dates import clock_times, day_meant, find_dates, first_date, speaks_of_time

_DAY = date(2015, 10, 22)
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "22. oktober 2015",
        "Torsdag den 22. oktober 2015",
        "den 22 okt. 2015",
        "22-10-2015",
        "22.10.15",
        "22.10.2015",
        "22/10-2015",
        "22/10 2015",
        "2015-10-22",
        "22-oktober-2015",
        "Torsdag, October 22, 2015 - 18:00",
    ],
)
def test_date_is_read_in_every_form(text: str) -> None:
    assert first_date(f"Mødedato: {text}") == _DAY


@pytest.mark.parametrize("text", ["kl. 22.10", "1.250.000 kr.", "31. februar 2015", "pkt. 3.1", "15/8020", "12,5 pct."])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert [hit.on for hit in find_dates(text) if hit.on] == []


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Fristen er tirsdag den 27. oktober 2015.", date(2015, 10, 27)),
        ("Mødet holdes onsdag den 11. november.", date(2015, 11, 11)),
        ("Mødet holdes mandag den 11. november.", None),
        ("Mødet holdes den 11. november.", None),
        ("Fra den 1. maj 2016 til den 1. juni 2016.", None),
    ],
)
def test_a_day_is_meant_only_when_it_is_unambiguous(text: str, on: date | None) -> None:
    assert day_meant(text, _DAY) == on


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der holdes et møde senest primo december.", True),
        ("Arbejdet er slut inden udgangen af 2016.", True),
        ("Ansøgning d. 12/11.", True),
        ("Taget er utæt.", False),
        ("Taget koster 3,4 mio. kr.", False),
    ],
)
def test_sentences_that_speak_of_time(text: str, expected: bool) -> None:
    assert speaks_of_time(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kl. 8:30-11:30", (time(8, 30), time(11, 30))),
        ("kl. 17.00 - 19.15", (time(17), time(19, 15))),
        ("kl. 16", (time(16), None)),
        ("15:00", (time(15), None)),
        ("22.04.2021", (None, None)),
    ],
)
def test_clock_times(text: str, expected: tuple[time | None, time | None]) -> None:
    assert clock_times(text) == expected


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 12, 31)))
def test_every_day_is_read_back_from_the_usual_forms(day: date) -> None:
    for text in (
        f"{day.day}. {_MONTHS[day.month - 1]} {day.year}",
        f"{day.day:02}-{day.month:02}-{day.year}",
        day.isoformat(),
    ):
        assert first_date(text) == day


@given(st.text(alphabet="0123456789./- oktbermaj", max_size=60))
def test_no_text_stumbles(text: str) -> None:
    list(find_dates(text))
    clock_times(text)
