"""What falls within a period, by how precisely its time is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.due import due, falls_within
from store.records import DocumentRef, Fact, InitiativeRecord, ListRecord, When
from tests.fakes.times import by, day, month, onwards, year

NOVEMBER = (date(2015, 11, 1), date(2015, 11, 30))
FEBRUARY = (date(2015, 2, 1), date(2015, 2, 28))
WINTER = When("jan.-feb. 2015", date(2015, 1, 1), date(2015, 2, 28), "month")
QUARTER = When("4. kvartal 2015", date(2015, 10, 1), date(2015, 12, 31), "quarter")


@pytest.mark.parametrize(
    ("when", "period", "falls"),
    [
        (day(2015, 11, 12), NOVEMBER, True),
        (day(2015, 12, 1), NOVEMBER, False),
        (month(2015, 11), NOVEMBER, True),
        (WINTER, FEBRUARY, True),
        (WINTER, NOVEMBER, False),
        (QUARTER, NOVEMBER, False),
        (QUARTER, (date(2015, 9, 1), date(2015, 12, 31)), True),
        (QUARTER, (date(2015, 11, 1), date(2016, 3, 1)), True),
        (year(2015), NOVEMBER, False),
        (year(2015), (date(2015, 1, 1), date(2015, 12, 31)), True),
        (year(2015), (date(2015, 7, 1), date(2016, 12, 31)), True),
        (by(2015, 11, 30), NOVEMBER, True),
        (by(2015, 12, 1), NOVEMBER, False),
        (onwards(2015, 3), NOVEMBER, False),
        (onwards(2015, 11), NOVEMBER, True),
        (When("?", None, None, "year"), NOVEMBER, False),
    ],
)
def test_a_time_falls_within_a_period(when: When, period: tuple[date, date], falls: bool) -> None:
    assert falls_within(when, *period) is falls


days = st.dates(date(2014, 1, 1), date(2017, 12, 31))


@settings(deadline=None)
@given(days, days, days, days)
def test_what_is_wholly_within_falls_and_what_is_wholly_outside_does_not(a: date, b: date, c: date, d: date) -> None:
    first, last = sorted((a, b))
    since, until = sorted((c, d))
    for precision in ("day", "month", "season", "year"):
        when = When("x", first, last, precision)  # type: ignore[arg-type]  # one of the literals
        if since <= first and last <= until:
            assert falls_within(when, since, until)
        if last < since or first > until:
            assert not falls_within(when, since, until)
        if falls_within(when, since, until):
            assert falls_within(when, since - timedelta(400), until + timedelta(400))


def fact(kind: str, text: str, when: When | None, title: str = "") -> Fact:
    return Fact(text, kind, text, DocumentRef("d", "D", "d.pdf"), when=when, title=title)  # type: ignore[arg-type]  # a kind


def test_milestones_and_dated_parts_come_in_order_of_time_and_once() -> None:
    bid = fact("milestone", "Bud afgives 12/11", day(2015, 11, 12))
    phase = fact("part", "Analyse i november", month(2015, 11))
    twin = fact("part", "Bud afgives", day(2015, 11, 12))
    undated = fact("part", "Drift", None)
    records = [
        InitiativeRecord("i1", "Havn", "plan", lists=(ListRecord("k", "Faser", "phase", (phase, twin, undated)),)),
        InitiativeRecord(
            "i2",
            "Bro",
            "plan",
            milestones=(bid,),
            lists=(ListRecord("k", "Trin", "phase", (twin,)),),
        ),
    ]
    assert due(records, *NOVEMBER) == (phase, bid, twin)
    assert due(records[1:], *NOVEMBER) == (bid,)


def test_a_milestone_comes_before_the_phase_that_begins_on_its_day() -> None:
    phase = fact("part", "Fase 3: Byggeri (november 2015-?)", onwards(2015, 11))
    twin = fact("milestone", "Fase 3: Byggeri (november 2015-?)", onwards(2015, 11))
    start = fact("milestone", "Åbning af kajen november 2015", onwards(2015, 11))
    later = fact("milestone", "Bud 12/11", day(2015, 11, 12))
    record = InitiativeRecord(
        "i", "Havn", "plan", milestones=(twin, start, later), lists=(ListRecord("k", "Faser", "phase", (phase,)),)
    )
    assert due([record], *NOVEMBER) == (start, twin, later)


def test_what_began_before_the_period_comes_when_it_ends() -> None:
    phase = fact("milestone", "Byggeri", When("okt.-dec. 2015", date(2015, 10, 1), date(2015, 12, 31), "month"))
    bid = fact("milestone", "Bud 12/11", day(2015, 11, 12))
    record = InitiativeRecord("i", "Havn", "plan", milestones=(phase, bid))
    assert due([record], date(2015, 11, 1), date(2016, 1, 31)) == (bid, phase)
