"""Rhythms, days and deadlines as secretaries write them."""

from __future__ import annotations

from datetime import date, time

import pytest

from dialogs.understanding.dayssaid import DaySaid, days_said, moved_to
from dialogs.understanding.deadlinessaid import deadlines_said
from dialogs.understanding.rhythmsaid import PatternSaid, pattern_said
from dialogs.understanding.wheresaid import clock, place

TODAY = date(2026, 11, 21)
JULY = frozenset({7})
DEC_3, DEC_8 = date(2026, 12, 3), date(2026, 12, 8)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Direktionen mødes hver anden torsdag kl. 8.30 fra 7. januar, ikke i juli",
            PatternSaid(3, 2, (), date(2027, 1, 7), None, JULY, time(8, 30)),
        ),
        ("første og tredje tirsdag i måneden", PatternSaid(1, None, (1, 3))),
        (
            "den første og den tredje tirsdag i hver måned kl. 9 i Byrådssalen",
            PatternSaid(1, None, (1, 3), start=time(9), place="Byrådssalen"),
        ),
        ("hver torsdag kl. 10", PatternSaid(3, 1, start=time(10))),
        (
            "hver tredje onsdag kl 14.15 fra den 6. januar 2027 til den 30. juni 2027, undtagen april og maj",
            PatternSaid(2, 3, (), date(2027, 1, 6), date(2027, 6, 30), frozenset({4, 5}), time(14, 15)),
        ),
        ("Direktionen mødes sidste fredag i måneden", PatternSaid(4, None, (-1,))),
        ("hveranden mandag", PatternSaid(0, 2)),
        ("Direktionen mødes hver mandag og torsdag kl. 9", PatternSaid(0, 1, start=time(9), also=(3,))),
        ("hver tirsdag og hver fredag", PatternSaid(1, 1, also=(4,))),
        ("ugentligt om mandagen, onsdagen og fredagen kl. 8", PatternSaid(0, 1, start=time(8), also=(2, 4))),
        ("hver anden torsdag og mandag fra torsdag den 7. januar", PatternSaid(0, 2, (), date(2027, 1, 7), also=(3,))),
        ("første mandag og torsdag i måneden", PatternSaid(0, None, (1,), also=(3,))),
        ("meets every Monday and Thursday at 9am", PatternSaid(0, 1, start=time(9), also=(3,))),
        ("hver mandag kl. 9 og torsdag kl. 14", None),
        ("hver torsdag i stedet for tirsdag", None),
        ("ugentligt om tirsdagen kl. 8", PatternSaid(1, 1, start=time(8))),
        ("hver 2. uge om torsdagen kl. 9", PatternSaid(3, 2, start=time(9))),
        ("hver fjerde mandag, ikke i juni til august", PatternSaid(0, 4, not_in=frozenset({6, 7, 8}))),
        (
            "the executive board meets every other Thursday at 8.30 from 7 January, not in July",
            PatternSaid(3, 2, (), date(2027, 1, 7), None, JULY, time(8, 30)),
        ),
        (
            "first and third Tuesday of the month at 2 pm in room 4",
            PatternSaid(1, None, (1, 3), start=time(14), place="room 4"),
        ),
        ("every Monday at 9am except July and December", PatternSaid(0, 1, not_in=frozenset({7, 12}), start=time(9))),
        ("on the second and fourth Wednesday of every month", PatternSaid(2, None, (2, 4))),
        ("første mandag og tredje torsdag i måneden", None),
        ("Direktionen mødes om torsdagen", None),
        ("hver uge", None),
    ],
)
def test_a_rhythm(text: str, said: PatternSaid | None) -> None:
    assert pattern_said(text, TODAY) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("flyt mødet den 3. december til 8. december", DaySaid(DEC_3, DEC_8)),
        ("flyt mødet den 3. til den 8. december", DaySaid(DEC_3, DEC_8)),
        ("flyt mødet den 3. december til den 8.", DaySaid(DEC_3, DEC_8)),
        ("flyt mødet 3/12 til 8/12", DaySaid(DEC_3, DEC_8)),
        ("flyt mødet den 3.12. til den 8.12.", DaySaid(DEC_3, DEC_8)),
        (
            "flyt mødet 3. december til tirsdag den 8. december kl. 10 i Byrådssalen",
            DaySaid(DEC_3, DEC_8, start=time(10), place="Byrådssalen"),
        ),
        ("flyt næste møde i Direktionen til 8. december", DaySaid(None, DEC_8)),
        ("flyt mødet den 3. december en uge frem", DaySaid(DEC_3, shift=7)),
        ("flyt mødet den 3. december til ugen efter", DaySaid(DEC_3, shift=7)),
        ("flyt mødet den 3. december til fredag", DaySaid(DEC_3, weekday=4)),
        ("flyt mødet den 3. december til kl. 10", DaySaid(DEC_3, start=time(10))),
        (
            "flyt mødet fra 3. december til 8. december på grund af budgetseminar",
            DaySaid(DEC_3, DEC_8, reason="budgetseminar"),
        ),
        ("flyt mødet den 28. december til 6. januar", DaySaid(date(2026, 12, 28), date(2027, 1, 6))),
        ("aflys mødet 24. december", DaySaid(date(2026, 12, 24))),
        ("ekstra møde i Økonomiudvalget 12. januar kl. 9", DaySaid(date(2027, 1, 12), start=time(9))),
        ("move the meeting on 3 December to 8 December", DaySaid(DEC_3, DEC_8)),
        ("move the meeting on December 3 to December 8 at 10 am", DaySaid(DEC_3, DEC_8, start=time(10))),
        ("move the meeting on 3 December a week later", DaySaid(DEC_3, shift=7)),
        ("move it to 8 December", DaySaid(None, DEC_8)),
    ],
)
def test_a_day(text: str, said: DaySaid) -> None:
    assert days_said(text, TODAY) == said


def test_where_a_meeting_is_moved_to() -> None:
    assert moved_to(DaySaid(DEC_3, shift=7), DEC_3) == date(2026, 12, 10)
    assert moved_to(DaySaid(DEC_3, shift=-2), DEC_3) == date(2026, 12, 1)
    assert moved_to(DaySaid(DEC_3, weekday=4), DEC_3) == date(2026, 12, 4)
    assert moved_to(DaySaid(DEC_3), DEC_3) is None


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("frist for sager er 8 arbejdsdage før kl. 12", [("submission", 8, time(12))]),
        ("fristen for Direktionen er 10 arbejdsdage før mødet kl. 9", [("submission", 10, time(9))]),
        (
            "dagsordenen udsendes 4 arbejdsdage før kl. 15 og referatet er klar 3 arbejdsdage efter",
            [("dispatch", 4, time(15)), ("minutes", 3, time(15))],
        ),
        (
            "frist 8 arbejdsdage, kvalitetssikring 6 arbejdsdage, udsendelse 4 dage og referat 2 dage efter",
            [
                ("submission", 8, time(12)),
                ("quality", 6, time(12)),
                ("dispatch", 4, time(15)),
                ("minutes", 2, time(15)),
            ],
        ),
        ("sager skal være inde en uge før mødet", [("submission", 5, time(12))]),
        ("referatet er klar samme dag kl. 16", [("minutes", 0, time(16))]),
        ("the deadline for items is 8 working days before at noon", [("submission", 8, time(12))]),
        ("the agenda is sent out 4 working days before at 15:00", [("dispatch", 4, time(15))]),
        ("fristen er streng", []),
    ],
)
def test_deadlines(text: str, rules: list[tuple[str, int, time]]) -> None:
    assert [(rule.kind, rule.working_days, rule.at) for rule in deadlines_said(text)] == rules


def test_a_deadline_too_far_off_is_refused() -> None:
    with pytest.raises(ValueError, match="60 working days"):
        deadlines_said("frist for sager er 80 arbejdsdage før")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("kl. 8.30", time(8, 30)),
        ("kl 9", time(9)),
        ("klokken 14", time(14)),
        ("at 2 pm", time(14)),
        ("at 12 am", time(0)),
        ("14:15", time(14, 15)),
        ("at noon", time(12)),
        ("from 7 January", None),
        ("den 8.12.", None),
    ],
)
def test_a_time_of_day(text: str, at: time | None) -> None:
    assert clock(text) == at


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("i mødelokale Fjorden kl. 9", "mødelokale Fjorden"),
        ("sted: Kursuscentret ved søen", "Kursuscentret ved søen"),
        ("in room 4 at 9", "room 4"),
        ("i Direktionen den 3. december", None),
    ],
)
def test_a_place(text: str, where: str | None) -> None:
    assert place(text) == where
