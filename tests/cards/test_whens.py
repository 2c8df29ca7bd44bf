"""Times in words at the precision of the source, in both languages."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.texts import texts
from cards.whens import anchor, end_of, names_no_day, when_label, when_said
from store.records import Precision, Relation, When
from tests.fakes.programmes import when

D = date
SAID = [
    (when("", D(2015, 3, 1), D(2015, 3, 31), "month"), "i marts 2015", "in March 2015"),
    (
        when("", D(2015, 12, 1), D(2015, 12, 10), "part_of_month"),
        "primo december 2015",
        "in early December 2015",
    ),
    (when("", D(2015, 12, 11), D(2015, 12, 20), "part_of_month"), "medio december 2015", "in mid-December 2015"),
    (when("", D(2015, 9, 1), D(2015, 12, 31), "season"), "ultimo 2015", "in late 2015"),
    (when("", None, D(2015, 12, 31), "year", "by"), "senest ved udgangen af 2015", "by the end of 2015"),
    (
        when("", None, D(2016, 3, 31), "part_of_month", "by"),
        "senest ved udgangen af marts 2016",
        "by the end of March 2016",
    ),
    (when("", None, D(2016, 6, 10), "part_of_month", "by"), "senest primo juni 2016", "by early June 2016"),
    (
        when("", D(2015, 3, 1), None, "month", "from"),
        "fra marts 2015, slutdatoen står åben",
        "from March 2015, with the end date left open",
    ),
    (when("", D(2015, 11, 12), D(2015, 11, 12)), "den 12. november 2015", "on 12 November 2015"),
    (when("", D(2016, 5, 3), D(2016, 5, 5)), "fra den 3. til den 5. maj 2016", "from 3 to 5 May 2016"),
    (
        when("", D(2016, 5, 30), D(2016, 6, 2)),
        "fra den 30. maj 2016 til den 2. juni 2016",
        "from 30 May 2016 to 2 June 2016",
    ),
    (when("", D(2015, 1, 1), D(2015, 2, 28), "month"), "fra januar til februar 2015", "from January to February 2015"),
    (when("", D(2026, 9, 1), D(2026, 11, 30), "season"), "i efteråret 2026", "in autumn 2026"),
    (when("", D(2015, 12, 1), D(2016, 2, 29), "season"), "i vinteren 2015/16", "in winter 2015/16"),
    (
        when("", D(2016, 3, 1), D(2017, 11, 30), "season"),
        "fra foråret 2016 til efteråret 2017",
        "from spring 2016 to autumn 2017",
    ),
    (when("", None, D(2027, 5, 31), "season", "by"), "inden sommeren 2027", "before summer 2027"),
    (
        when("inden jul 2026", None, D(2026, 12, 23), "season", "by"),
        "»inden jul 2026«, altså senest den 23. december 2026",
        "“inden jul 2026”, that is by 23 December 2026",
    ),
    (when("", D(2015, 7, 1), D(2015, 9, 30), "quarter"), "i 3. kvartal 2015", "in the third quarter of 2015"),
    (when("", D(2015, 7, 1), D(2015, 12, 31), "half_year"), "i andet halvår 2015", "in the second half of 2015"),
    (when("", D(2026, 11, 2), D(2026, 11, 8), "week"), "i uge 45 i 2026", "in week 45 of 2026"),
    (
        when("", D(2026, 11, 2), D(2026, 11, 15), "week"),
        "fra uge 45 til uge 46 i 2026",
        "from week 45 to week 46 of 2026",
    ),
    (when("", D(2015, 1, 1), D(2018, 12, 31), "year"), "fra 2015 til 2018", "from 2015 to 2018"),
    (
        when("", None, D(2015, 10, 27), "time", "by", at=time(12)),
        "senest den 27. oktober 2015 kl. 12.00",
        "by 27 October 2015 at 12:00",
    ),
    (when("", D(2016, 6, 1), D(2016, 6, 30), "month", "about"), "omkring juni 2016", "around June 2016"),
    (
        when("d. 12/11", D(2015, 11, 12), D(2015, 11, 12), inferred=True),
        "den 12. november 2015 (året er ikke skrevet)",
        "on 12 November 2015 (the year is not written there)",
    ),
    (when("når prisen kendes", None, None), "»når prisen kendes«", "“når prisen kendes”"),
]


@pytest.mark.parametrize(("given_when", "danish", "english"), SAID)
def test_a_time_is_said_as_precisely_as_its_source(given_when: When, danish: str, english: str) -> None:
    assert (when_said(given_when, texts("da")), when_said(given_when, texts("en"))) == (danish, english)


def test_a_label_stands_alone() -> None:
    april = when("", D(2026, 4, 1), D(2027, 1, 31), "month")
    assert when_label(april, texts("da")) == "April 2026 til januar 2027"
    assert when_label(april, texts("en")) == "April 2026 to January 2027"


def test_a_deadline_is_put_in_order_by_its_end_and_all_else_by_its_beginning() -> None:
    assert anchor(when("", D(2026, 1, 1), D(2026, 3, 31), "quarter", "by")) == D(2026, 3, 31)
    assert anchor(when("", D(2026, 1, 1), D(2026, 3, 31), "quarter")) == D(2026, 1, 1)
    assert end_of(when("", D(2026, 1, 1), None, "month", "from")) is None


def test_only_what_is_known_to_the_day_names_a_day() -> None:
    assert names_no_day(when("", D(2026, 1, 1), D(2026, 3, 31), "quarter"))
    assert not names_no_day(when("", D(2026, 1, 1), D(2026, 1, 1)))


PRECISIONS: list[Precision] = [
    "time", "day", "week", "part_of_month", "month", "quarter", "season", "half_year", "year"
]  # fmt: skip
RELATIONS: list[Relation] = ["at", "by", "from", "about"]
DAYS = st.dates(D(1990, 1, 1), D(2099, 12, 31))


@given(st.one_of(st.none(), DAYS), st.one_of(st.none(), DAYS), st.sampled_from(PRECISIONS), st.sampled_from(RELATIONS))
def test_every_time_can_be_said(
    first: date | None, last: date | None, precision: Precision, relation: Relation
) -> None:
    days = sorted(day for day in (first, last) if day is not None)
    if first is not None and last is not None:
        first, last = days
    one = When("ord", first, last, precision, relation)
    for lang in ("da", "en"):
        for said in (when_said(one, texts(lang)), when_label(one, texts(lang))):  # type: ignore[arg-type]  # both languages
            assert said.strip() == said
            assert said
            assert "None" not in said
