"""Changes of a plan: days moved, cancelled, added and put back, rhythms that follow one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.calendar import WorkingDays
from store.calendar_records import CannotChange
from store.meetingplan import MeetingPlan, Pattern, PlannedMeeting
from store.planedits import Around, DayEdit, edited, meeting_on, with_pattern, without_pattern

TODAY = date(2026, 11, 21)
AROUND = Around(WorkingDays(), TODAY)
THURSDAYS = MeetingPlan((Pattern(3, date(2026, 1, 1), weeks=2, start=time(8, 30), place="Mødelokale 2"),))
DEC_3, DEC_8, DEC_17 = date(2026, 12, 3), date(2026, 12, 8), date(2026, 12, 17)


def december(plan: MeetingPlan, around: Around = AROUND) -> list[tuple[int, str]]:
    found = plan.meetings(date(2026, 12, 1), date(2026, 12, 31), around.days, cancelled=True, known=around.known)
    return [(one.day.day, one.state) for one in found]


def on(plan: MeetingPlan, day: date) -> PlannedMeeting:
    found = meeting_on(plan, day, AROUND)
    assert found is not None
    return found


def test_moved_again_it_is_still_the_same_meeting() -> None:
    plan = edited(THURSDAYS, DayEdit("moved", DEC_3, DEC_8, reason="Sygdom"), AROUND)
    plan = edited(plan, DayEdit("moved", DEC_8, date(2026, 12, 9), start=time(10)), AROUND)
    assert december(plan) == [(9, "moved"), (17, "planned"), (31, "planned")]
    assert (on(plan, date(2026, 12, 9)).nominal, on(plan, DEC_3).start) == (DEC_3, time(10))


def test_moved_back_to_its_day_it_is_as_planned() -> None:
    plan = edited(THURSDAYS, DayEdit("moved", DEC_3, DEC_8), AROUND)
    assert december(edited(plan, DayEdit("moved", DEC_8, DEC_3), AROUND)) == december(THURSDAYS)
    assert edited(plan, DayEdit("restored", DEC_3), AROUND) == THURSDAYS


def test_only_time_and_place_may_change() -> None:
    plan = edited(THURSDAYS, DayEdit("moved", DEC_3, start=time(10), place="Byrådssalen"), AROUND)
    meeting = on(plan, DEC_3)
    assert (meeting.state, meeting.start, meeting.place) == ("planned", time(10), "Byrådssalen")


def test_a_cancelled_meeting_comes_back_where_it_was_moved_to() -> None:
    moved = edited(THURSDAYS, DayEdit("moved", DEC_3, DEC_8), AROUND)
    cancelled = edited(moved, DayEdit("cancelled", DEC_8, reason="For få sager"), AROUND)
    assert december(cancelled)[0] == (8, "cancelled")
    assert on(cancelled, DEC_8).reason == "For få sager"
    assert december(edited(cancelled, DayEdit("restored", DEC_8), AROUND)) == december(moved)


def test_a_single_meeting_is_moved_cancelled_and_put_back_like_others() -> None:
    plan = edited(THURSDAYS, DayEdit("single", DEC_8, start=time(9)), AROUND)
    assert december(plan)[:2] == [(3, "planned"), (8, "single")]
    plan = edited(plan, DayEdit("moved", DEC_8, date(2026, 12, 10)), AROUND)
    assert december(plan)[1] == (10, "moved")
    plan = edited(plan, DayEdit("cancelled", date(2026, 12, 10)), AROUND)
    assert december(plan)[1] == (10, "cancelled")
    plan = edited(edited(plan, DayEdit("restored", date(2026, 12, 10)), AROUND), DayEdit("restored", DEC_8), AROUND)
    assert december(plan)[1] == (8, "single")
    assert on(plan, DEC_8).start == time(9)


def test_a_single_meeting_may_stand_where_another_was_moved_away() -> None:
    plan = edited(THURSDAYS, DayEdit("moved", DEC_3, DEC_8), AROUND)
    plan = edited(plan, DayEdit("single", DEC_3, start=time(14)), AROUND)
    assert december(plan)[:2] == [(3, "single"), (8, "moved")]
    with pytest.raises(CannotChange, match="taken"):
        edited(plan, DayEdit("restored", DEC_8), AROUND)


def test_the_meeting_of_an_agenda_can_be_moved_and_cancelled() -> None:
    around = replace(AROUND, known=frozenset({date(2026, 12, 1)}))
    plan = edited(MeetingPlan(), DayEdit("moved", date(2026, 12, 1), DEC_8), around)
    assert december(plan, around) == [(8, "moved")]
    # The agenda that is sent out anew for the new day is no second meeting.
    assert december(plan, replace(around, known=frozenset({date(2026, 12, 1), DEC_8}))) == [(8, "moved")]
    plan = edited(MeetingPlan(), DayEdit("cancelled", date(2026, 12, 1)), around)
    assert december(plan, around) == [(1, "cancelled")]


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (DayEdit("moved", DEC_8, DEC_17), "no_meeting"),
        (DayEdit("moved", DEC_3, DEC_17), "taken"),
        (DayEdit("moved", DEC_3, DEC_3), "nothing"),
        (DayEdit("moved", DEC_3, date(2026, 11, 20)), "past"),
        (DayEdit("cancelled", DEC_8), "no_meeting"),
        (DayEdit("cancelled", date(2026, 11, 5)), "past"),
        (DayEdit("single", DEC_3), "taken"),
        (DayEdit("restored", DEC_3), "nothing"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_reason(edit: DayEdit, why: str) -> None:
    with pytest.raises(CannotChange) as caught:
        edited(THURSDAYS, edit, AROUND)
    assert caught.value.reason == why


def test_cancelled_twice_and_moved_after_that() -> None:
    plan = edited(THURSDAYS, DayEdit("cancelled", DEC_3), AROUND)
    with pytest.raises(CannotChange, match="nothing"):
        edited(plan, DayEdit("cancelled", DEC_3), AROUND)
    with pytest.raises(CannotChange, match="no_meeting"):
        edited(plan, DayEdit("moved", DEC_3, DEC_8), AROUND)


def test_a_new_rhythm_leaves_what_was_before_and_drops_changes_without_a_meeting() -> None:
    plan = edited(THURSDAYS, DayEdit("moved", DEC_3, DEC_8), AROUND)
    plan = edited(plan, DayEdit("cancelled", date(2027, 1, 14)), AROUND)
    plan = edited(plan, DayEdit("single", date(2027, 1, 13)), AROUND)
    tuesdays = Pattern(1, date(2027, 1, 1), ordinals=(1, 3))
    plan = with_pattern(plan, tuesdays)
    found = plan.meetings(DEC_3, date(2027, 1, 31), AROUND.days, cancelled=True)
    assert [one.day for one in found] == [
        DEC_8, DEC_17, date(2026, 12, 31), date(2027, 1, 5), date(2027, 1, 13), date(2027, 1, 19),
    ]  # fmt: skip
    assert without_pattern(plan, date(2027, 1, 1)).meetings(date(2027, 1, 1), date(2027, 12, 31), AROUND.days) == (
        on(plan, date(2027, 1, 13)),
    )


@given(st.lists(st.tuples(st.sampled_from(["moved", "cancelled", "single", "restored"]), st.integers(0, 20),
                          st.integers(0, 20)), max_size=12))  # fmt: skip
def test_whatever_is_done_no_day_has_two_meetings(steps: list[tuple[str, int, int]]) -> None:
    plan = THURSDAYS
    for kind, number, other in steps:
        day, to = (date(2026, 12, 1 + each) for each in (number, other))
        edit = DayEdit(kind, day, to if kind == "moved" else None)  # type: ignore[arg-type]  # one of the four
        try:
            plan = edited(plan, edit, AROUND)
        except CannotChange:
            continue
    held = [one.day for one in plan.meetings(date(2026, 12, 1), date(2026, 12, 31), AROUND.days)]
    assert len(held) == len(set(held))
