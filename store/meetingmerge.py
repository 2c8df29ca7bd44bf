"""Meetings of a plan and meetings that documents tell of, laid together: the same body and day is one meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from store.calendar import WorkingDays
from store.calendar_records import CalendarMeeting
from store.meetingplan import DeadlineKind, MeetingPlan, PlannedMeeting
from store.records import BodyRecord, MeetingRecord


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting that documents tell of: what the calendar needs of it, and what its reader may see."""

    key: str
    body_key: str
    body: str
    day: date
    start: time | None
    end: time | None
    place: str | None
    deadline: datetime | None
    closed: bool
    record: MeetingRecord | None = None


def merged_meetings(
    body: BodyRecord | None,
    plan: MeetingPlan | None,
    agendas: Sequence[Agenda],
    period: tuple[date, date],
    days: WorkingDays,
    *,
    closed: bool,
) -> list[CalendarMeeting]:
    """The meetings of one body in a period, cancelled ones too; without a body the agendas stand alone.

    What an agenda states wins over the plan. A meeting that was moved takes the agenda of its first day along, but not
    the deadline that was reckoned for that day.
    """
    first, last = period
    if body is None:
        return [_alone(one, days) for one in agendas if first <= one.day <= last]
    known = [one.day for one in agendas]
    foreseen = (plan or MeetingPlan(deadlines=())).meetings(first, last, days, cancelled=True, known=known)
    left = list(agendas)
    found = []
    for meeting in sorted(foreseen, key=lambda one: one.state == "cancelled"):
        agenda = _taken(left, meeting)
        if agenda is not None:
            left.remove(agenda)
        found.append(_joined(body, plan, meeting, agenda, closed=closed))
    # A body that meets twice on one day has an agenda more than the day has meetings; the day that a meeting was moved
    # from may still have one that tells of nothing any more.
    left_behind = {one.nominal for one in foreseen if one.day != one.nominal}
    return found + [_alone(one, days) for one in left if first <= one.day <= last and one.day not in left_behind]


def order(meeting: CalendarMeeting) -> tuple[date, time, str, str]:
    """The nearest first; those of one day by time and body."""
    return meeting.day, meeting.start or time.min, meeting.body_key, meeting.key


def _taken(agendas: Iterable[Agenda], meeting: PlannedMeeting) -> Agenda | None:
    """The agenda of a meeting: that of the day it is held, else that of the day it was planned for."""
    wanted = [one for one in agendas if one.day in (meeting.day, meeting.nominal)]
    return min(wanted, key=lambda one: one.day != meeting.day, default=None)


def _joined(
    body: BodyRecord, plan: MeetingPlan | None, meeting: PlannedMeeting, agenda: Agenda | None, *, closed: bool
) -> CalendarMeeting:
    deadlines: dict[DeadlineKind, datetime] = dict(meeting.deadlines)
    start, place, end = meeting.start, meeting.place, None
    if agenda is not None and agenda.day == meeting.day:
        start, place, end = agenda.start or start, agenda.place or place, agenda.end
        if agenda.deadline is not None:
            deadlines["submission"] = agenda.deadline
    elif agenda is not None:
        start, place = start or agenda.start, place or agenda.place
    said = agenda is None or _foreseen(plan, meeting)
    return CalendarMeeting(
        key=f"{body.key}-{meeting.nominal.isoformat()}",
        body_key=body.key,
        body=body.name,
        nominal=meeting.nominal,
        day=meeting.day,
        state=meeting.state,
        source="plan" if agenda is None else "both" if said else "agenda",
        start=start,
        end=end,
        place=place,
        reason=meeting.reason,
        deadlines=deadlines,
        on_a_day_off=meeting.on_a_day_off,
        meeting=agenda.record if agenda is not None else None,
        closed=closed or (agenda is not None and agenda.closed),
    )


def _foreseen(plan: MeetingPlan | None, meeting: PlannedMeeting) -> bool:
    """Whether the plan knows of the meeting by itself."""
    if plan is None:
        return False
    if meeting.extra or any(one.day == meeting.nominal for one in plan.changes):
        return True
    return any(one.days(meeting.nominal, meeting.nominal) for one in plan.patterns)


def _alone(agenda: Agenda, days: WorkingDays) -> CalendarMeeting:
    deadlines: dict[DeadlineKind, datetime] = {"submission": agenda.deadline} if agenda.deadline else {}
    return CalendarMeeting(
        key=agenda.key,
        body_key=agenda.body_key,
        body=agenda.body,
        nominal=agenda.day,
        day=agenda.day,
        state="planned",
        source="agenda",
        start=agenda.start,
        end=agenda.end,
        place=agenda.place,
        deadlines=deadlines,
        on_a_day_off=not days.open_on(agenda.day),
        meeting=agenda.record,
        closed=agenda.closed,
    )
