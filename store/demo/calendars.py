"""The meeting plans of the sample bodies, computed from a day so that their agendas to come fall in with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from store.calendar import WorkingDays
from store.demo.living import DISPATCH_DAYS, REVIEW_DAYS, SUBMISSION_DAYS, ComingMeeting, coming
from store.meetingcalendar import StoredCalendar
from store.meetingplan import DeadlineRule, MeetingPlan, Pattern, PlanChange

JULY = 7
MINUTES_DAYS = 3
NOON, AFTERNOON = time(12), time(15)
DEADLINES = (
    DeadlineRule("submission", SUBMISSION_DAYS, NOON),
    DeadlineRule("quality", REVIEW_DAYS, NOON),
    DeadlineRule("dispatch", DISPATCH_DAYS, AFTERNOON),
    DeadlineRule("minutes", MINUTES_DAYS, AFTERNOON),
)
"""The days are those that the agendas to come keep to."""
_USUAL = 4
_DAYS = WorkingDays()
_WEEKS: Mapping[str, int] = {"Direktionen": 3, "Økonomiudvalget": 2}
"""Every so many weeks; the other bodies meet every fourth."""


@dataclass(frozen=True, slots=True)
class SamplePlan:
    """The plan of a body by its name."""

    body: str
    plan: MeetingPlan


def plans(today: date) -> tuple[SamplePlan, ...]:
    """A plan for each body that has an agenda to come; the same day always gives the same plans.

    The rhythm begins at the first of its agendas. An agenda that had to give way to a holiday is a meeting moved.
    """
    held: dict[str, list[ComingMeeting]] = {}
    for meeting in coming(today):
        held.setdefault(meeting.body, []).append(meeting)
    return tuple(SamplePlan(body, _plan(own, _WEEKS.get(body, _USUAL))) for body, own in held.items())


def furnish_plans(calendar: StoredCalendar, today: date) -> None:
    """Put the plans of this day in place of those of an earlier one; what somebody changed today stays."""
    for sample in plans(today):
        known = calendar.program_plan(sample.body)
        first = sample.plan.patterns[0].since
        if known is None or first not in {pattern.since for pattern in known.patterns}:
            calendar.put(sample.body, sample.plan, None)


def _plan(meetings: list[ComingMeeting], weeks: int) -> MeetingPlan:
    first = meetings[0]
    # An agenda in July is of a body that does not pause then.
    pause = frozenset({JULY}) - {meeting.on.month for meeting in meetings}
    pattern = Pattern(first.on.weekday(), first.on, weeks=weeks, not_in=pause, start=first.start, place=first.place)
    days = [meeting.on for meeting in meetings]
    changes = [_apart(pattern, day, days) for day in days if not pattern.days(day, day)]
    return MeetingPlan((pattern,), tuple(changes), DEADLINES)


def _apart(pattern: Pattern, day: date, others: list[date]) -> PlanChange:
    """What makes a meeting of a day outside the rhythm: a meeting moved from a day off, else a single one."""
    free = [each for each in pattern.days(pattern.since, day) if each not in others and not _DAYS.open_on(each)]
    if free:
        return PlanChange(free[-1], "moved", day)
    return PlanChange(day, "single", start=pattern.start, place=pattern.place)
