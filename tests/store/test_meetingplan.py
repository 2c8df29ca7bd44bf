"""The meeting calendar of a body: rhythms, moved and cancelled meetings, and the deadlines around them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.calendar import WorkingDays
from store.meetingplan import USUAL_DEADLINES, DeadlineRule, MeetingPlan, Pattern, PlanChange, merged

DAYS = WorkingDays()
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
THURSDAYS = Pattern(3, date(2026, 1, 1), weeks=2, start=time(8, 30), place="Mødelokale 2", not_in=frozenset({7}))


def test_every_other_thursday_but_not_in_july() -> None:
    days = THURSDAYS.days(*YEAR)
    assert days[:3] == [date(2026, 1, 1), date(2026, 1, 15), date(2026, 1, 29)]
    assert {day.weekday() for day in days} == {3}
    assert not [day for day in days if day.month == 7]
    assert date(2026, 8, 13) in days, "the rhythm goes on over the pause"


def test_first_and_last_monday_of_the_month() -> None:
    pattern = Pattern(0, date(2026, 1, 1), until=date(2026, 3, 31), ordinals=(1, -1))
    assert pattern.days(*YEAR) == [
        date(2026, 1, 5), date(2026, 1, 26), date(2026, 2, 2), date(2026, 2, 23), date(2026, 3, 2), date(2026, 3, 30),
    ]  # fmt: skip


def test_a_fifth_week_that_a_month_lacks_is_no_meeting() -> None:
    assert Pattern(0, date(2026, 1, 1), ordinals=(5,)).days(date(2026, 1, 1), date(2026, 3, 31)) == [date(2026, 3, 30)]


@pytest.mark.parametrize(
    "wrong", [{"weeks": 0}, {"weeks": None}, {"weeks": 2, "ordinals": (1,)}, {"ordinals": (6,)}, {"ordinals": (0,)}]
)
def test_a_rhythm_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"rhythm|week"):
        Pattern(3, date(2026, 1, 1), **wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_deadlines_count_back_in_working_days() -> None:
    plan = MeetingPlan((THURSDAYS,))
    (meeting,) = plan.meetings(date(2026, 11, 20), date(2026, 12, 3), DAYS)
    assert meeting.day == date(2026, 12, 3)
    assert meeting.deadlines == {
        "submission": datetime(2026, 11, 23, 11, tzinfo=UTC),
        "quality": datetime(2026, 11, 25, 11, tzinfo=UTC),
        "dispatch": datetime(2026, 11, 27, 14, tzinfo=UTC),
        "minutes": datetime(2026, 12, 8, 14, tzinfo=UTC),
    }


def test_a_moved_meeting_takes_its_deadlines_along_and_is_found_where_it_is_held() -> None:
    change = PlanChange(date(2026, 12, 3), "moved", to=date(2026, 12, 8), place="Byrådssalen", reason="Sygdom")
    plan = MeetingPlan((THURSDAYS,), (change,))
    assert plan.meetings(date(2026, 12, 1), date(2026, 12, 4), DAYS) == ()
    (meeting,) = plan.meetings(date(2026, 12, 5), date(2026, 12, 10), DAYS)
    assert (meeting.nominal, meeting.day, meeting.state) == (date(2026, 12, 3), date(2026, 12, 8), "moved")
    assert (meeting.start, meeting.place, meeting.reason) == (time(8, 30), "Byrådssalen", "Sygdom")
    assert meeting.deadlines["submission"] == datetime(2026, 11, 26, 11, tzinfo=UTC)


def test_a_cancelled_meeting_is_only_there_when_asked_for() -> None:
    plan = MeetingPlan((THURSDAYS,), (PlanChange(date(2026, 12, 3), "cancelled"),))
    assert plan.meetings(date(2026, 12, 1), date(2026, 12, 10), DAYS) == ()
    (meeting,) = plan.meetings(date(2026, 12, 1), date(2026, 12, 10), DAYS, cancelled=True)
    assert meeting.state == "cancelled"


def test_single_meetings_stand_beside_the_rhythm() -> None:
    budget = PlanChange(date(2026, 9, 1), "single", start=time(9), place="Kursuscentret")
    plan = MeetingPlan((THURSDAYS,), (budget,))
    found = plan.meetings(date(2026, 8, 28), date(2026, 9, 12), DAYS)
    assert [(one.day, one.state) for one in found] == [
        (date(2026, 9, 1), "single"),
        (date(2026, 9, 10), "planned"),
    ]


def test_a_change_of_a_day_without_a_meeting_makes_none() -> None:
    plan = MeetingPlan((THURSDAYS,), (PlanChange(date(2026, 12, 1), "moved", to=date(2026, 12, 2)),))
    assert plan.meetings(date(2026, 12, 1), date(2026, 12, 2), DAYS) == ()


def test_a_meeting_on_a_holiday_is_marked() -> None:
    plan = MeetingPlan((Pattern(3, date(2026, 1, 1), weeks=1),))
    marked = [one.day for one in plan.meetings(*YEAR, DAYS) if one.on_a_day_off]
    assert marked == [date(2026, 1, 1), date(2026, 4, 2), date(2026, 5, 14), date(2026, 12, 24), date(2026, 12, 31)]


def test_a_day_is_one_meeting_whatever_came_to_it() -> None:
    day = date(2026, 12, 17)
    moved = PlanChange(date(2026, 12, 3), "moved", to=day)
    single = PlanChange(day, "single", start=time(15))
    plan = MeetingPlan((THURSDAYS,), (moved, single))
    (meeting,) = plan.meetings(day, day, DAYS)
    assert (meeting.nominal, meeting.start, meeting.extra) == (day, time(8, 30), False)
    (other,) = MeetingPlan(changes=(single,)).meetings(day, day, DAYS)
    assert (other.state, other.start, other.extra) == ("single", time(15), True)


def test_days_that_others_announce_are_meetings_too() -> None:
    day = date(2026, 12, 1)
    plan = MeetingPlan((), (PlanChange(day, "moved", to=date(2026, 12, 8)),))
    assert plan.meetings(day, date(2026, 12, 31), DAYS) == ()
    (meeting,) = plan.meetings(day, date(2026, 12, 31), DAYS, known=(day, date(2026, 12, 8)))
    assert (meeting.nominal, meeting.day, meeting.state) == (day, date(2026, 12, 8), "moved")


def test_changed_deadlines_replace_their_kind() -> None:
    mine = DeadlineRule("submission", 10, time(9))
    assert merged(USUAL_DEADLINES, [mine]) == (mine, *USUAL_DEADLINES[1:])
    with pytest.raises(ValueError, match="working days"):
        DeadlineRule("submission", -1)


@given(
    weekday=st.integers(0, 6),
    weeks=st.integers(1, 8),
    since=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    cut=st.integers(0, 700),
)
def test_looking_in_two_parts_finds_what_looking_at_once_finds(weekday: int, weeks: int, since: date, cut: int) -> None:
    plan = MeetingPlan((Pattern(weekday, since, weeks=weeks),))
    last, middle = since + timedelta(days=700), since + timedelta(days=cut)
    whole = plan.meetings(since, last, DAYS)
    assert whole == plan.meetings(since, middle, DAYS) + plan.meetings(middle + timedelta(days=1), last, DAYS)
    assert {(later.day - earlier.day).days for earlier, later in pairwise(whole)} <= {7 * weeks}


def test_two_weekdays_meet_in_the_same_weeks() -> None:
    both = Pattern(3, date(2027, 1, 5), weeks=2, also=(0,))
    # From a Tuesday on, the Thursday of that week is the first; the Monday follows a fortnight after it began.
    assert both.days(date(2027, 1, 1), date(2027, 2, 7)) == [
        date(2027, 1, 7), date(2027, 1, 18), date(2027, 1, 21), date(2027, 2, 1), date(2027, 2, 4),
    ]  # fmt: skip
    monthly = Pattern(0, date(2027, 1, 1), ordinals=(1,), also=(3,))
    assert monthly.days(date(2027, 2, 1), date(2027, 3, 31)) == [
        date(2027, 2, 1), date(2027, 2, 4), date(2027, 3, 1), date(2027, 3, 4),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="weekday"):
        Pattern(0, date(2027, 1, 1), weeks=1, also=(7,))
