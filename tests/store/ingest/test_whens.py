"""Danish times are read with their days, precision and direction, and never get a year out of nothing."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.whens import find_whens, when_of
from store.records import When

_ON = date(2026, 3, 2)


def _only(text: str, on: date | None = None, year: int | None = None, lost: str = "") -> When:
    found = find_whens(text, on=on, year=year, lost=lost)
    assert len(found) == 1, found
    return found[0].when


@pytest.mark.parametrize(
    ("text", "first", "last", "precision", "relation"),
    [
        ("den 4. maj 2027", "2027-05-04", "2027-05-04", "day", "at"),
        ("d.4. maj 2027", "2027-05-04", "2027-05-04", "day", "at"),
        ("pr. 1/1-2017", "2017-01-01", "2017-01-01", "day", "at"),
        ("01-02-2026", "2026-02-01", "2026-02-01", "day", "at"),
        ("12.-14. november 2026", "2026-11-12", "2026-11-14", "day", "at"),
        ("senest den 10. januar 2018", None, "2018-01-10", "day", "by"),
        ("fra og med 1. januar 2018", "2018-01-01", None, "day", "from"),
        ("ca. 1. juni 2027", "2027-06-01", "2027-06-01", "day", "about"),
        ("uge 43 2026", "2026-10-19", "2026-10-25", "week", "at"),
        ("primo december 2026", "2026-12-01", "2026-12-10", "part_of_month", "at"),
        ("i midten af marts 2027", "2027-03-11", "2027-03-21", "part_of_month", "at"),
        ("ultimo 2015", "2015-09-01", "2015-12-31", "season", "at"),
        ("inden udgangen af 2015", None, "2015-12-31", "year", "by"),
        ("jan.-feb. 2015", "2015-01-01", "2015-02-28", "month", "at"),
        ("nov.-feb. 2015", "2014-11-01", "2015-02-28", "month", "at"),
        ("marts 2015-?", "2015-03-01", None, "month", "from"),
        ("fra august 2015 til juni 2016", "2015-08-01", "2016-06-30", "month", "at"),
        ("2. kvartal 2027", "2027-04-01", "2027-06-30", "quarter", "at"),
        ("1. halvår 2026", "2026-01-01", "2026-06-30", "half_year", "at"),
        ("første halvår 2026", "2026-01-01", "2026-06-30", "half_year", "at"),
        ("skoleåret 2016/17", "2016-08-01", "2017-07-31", "year", "at"),
        ("foråret 2016", "2016-03-01", "2016-05-31", "season", "at"),
        ("vinteren 2026/27", "2026-12-01", "2027-02-28", "season", "at"),
        ("før sommerferien 2016", None, "2016-06-30", "season", "by"),
        ("frem mod 2020", None, "2020-12-31", "year", "by"),
        ("2013-14", "2013-01-01", "2014-12-31", "year", "at"),
    ],
)
def test_forms(text: str, first: str | None, last: str | None, precision: str, relation: str) -> None:
    when = _only(text)

    days = tuple(day.isoformat() if day else None for day in (when.first, when.last))
    assert (*days, when.precision, when.relation, when.inferred) == (first, last, precision, relation, False)


@pytest.mark.parametrize(
    "text",
    [
        "inden for 6 uger efter vedtagelsen",
        "den 31. februar 2016",
        "2015 borgere",
        "rapport 2008:16",
        "sag 15/8020",
        "Jan Salling og Maj Green",
        "fra 1/ til 31/",
        "kl. 12",
        "løbende",
        "uge 60 2026",
    ],
)
def test_no_times(text: str) -> None:
    assert find_whens(text, on=_ON) == []


def test_the_missing_year_is_that_of_the_weekday() -> None:
    when = _only("onsdag den 11. november", on=date(2015, 10, 7))

    assert (when.first, when.inferred) == (date(2015, 11, 11), True)


def test_the_heading_goes_before_the_document() -> None:
    assert _only("marts", on=_ON, year=2030).first == date(2030, 3, 1)


def test_without_any_year_the_words_stand_alone() -> None:
    when = _only("d. 12/11")

    assert (when.words, when.first, when.last, when.inferred) == ("d. 12/11", None, None, False)


def test_a_clock_makes_it_a_time() -> None:
    when = _only("tirsdag den 21. oktober 2025 kl. 19.30 på skolen")

    assert (when.words, when.at, when.precision) == ("tirsdag den 21. oktober 2025 kl. 19.30", time(19, 30), "time")


def test_a_shared_year_is_printed() -> None:
    found = [timed.when for timed in find_whens("24. maj og 7. juni 2016")]

    assert [(when.first, when.inferred) for when in found] == [(date(2016, 5, 24), False), (date(2016, 6, 7), False)]


def test_lost_letters_do_not_hide_a_month() -> None:
    assert _only("3. ktber 2016", lost="o").first == date(2016, 10, 3)


def test_a_cell_is_a_time_only_as_a_whole() -> None:
    assert when_of("(maj 2026)") is not None
    assert when_of("mødes i maj 2026") is None


_WORDS = st.sampled_from(
    ["den", "1.", "31.", "maj", "2016", "til", "-", "uge", "3", "kvartal", "senest", "inden", "12/11",
    "foråret", "skoleåret", "kl.", "10", "primo",
     "og", "fra", "udgangen af", "2015/16", "dec.", "?", "(", ")", "mandag", "1/1-2017", "halvår", "møde", "Q2"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=12).map(" ".join), st.sampled_from([None, _ON]))
def test_days_run_forwards_and_words_are_verbatim(text: str, on: date | None) -> None:
    end = 0
    for timed in find_whens(text, on=on):
        when = timed.when
        assert end <= timed.start < timed.end <= len(text)
        assert when.words == " ".join(text[timed.start : timed.end].split())
        assert when.first is None or when.last is None or when.first <= when.last
        end = timed.end


@given(st.lists(_WORDS.filter(lambda word: "20" not in word), max_size=12).map(" ".join))
def test_no_year_comes_out_of_nothing(text: str) -> None:
    assert all(timed.when.first is None and timed.when.last is None for timed in find_whens(text))


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    for timed in find_whens(text, on=_ON):
        assert timed.when.words
