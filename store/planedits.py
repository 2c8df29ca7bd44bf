"""Changes of a meeting plan as pure functions: a new rhythm, a day moved, cancelled, added or put back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Literal

from store.calendar import WorkingDays
from store.calendar_records import CannotChange
from store.meetingplan import MeetingPlan, MeetingState, Pattern, PlanChange, PlannedMeeting

EditKind = Literal["moved", "cancelled", "single", "restored"]


@dataclass(frozen=True, slots=True)
class DayEdit:
    """What a secretary asks for one day. `day`: the day it is held, or was planned for first; of a new one its day."""

    kind: EditKind
    day: date
    to: date | None = None
    """Of a moved meeting: its new day; None when only its time or place changes."""
    start: time | None = None
    place: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What a change is made in: the working days, today, and the days of meetings that agendas announce."""

    days: WorkingDays
    today: date
    known: frozenset[date] = frozenset()


def with_pattern(plan: MeetingPlan, pattern: Pattern, known: Iterable[date] = ()) -> MeetingPlan:
    """The plan with a rhythm that holds from its `since` on; what was before stays as it was.

    Changes of later days that the new rhythm has no meeting on are dropped, single meetings and those of `known` stay.
    """
    cut = pattern.since - timedelta(days=1)
    earlier = [replace(one, until=min(one.until or cut, cut)) for one in plan.patterns if one.since <= cut]
    days = frozenset(known)
    kept = (
        one
        for one in plan.changes
        if one.outside or one.day <= cut or one.day in days or pattern.days(one.day, one.day)
    )
    return replace(plan, patterns=(*earlier, pattern), changes=tuple(kept))


def without_pattern(plan: MeetingPlan, since: date) -> MeetingPlan:
    """The plan with no rhythm from a day on."""
    cut = since - timedelta(days=1)
    earlier = [replace(one, until=min(one.until or cut, cut)) for one in plan.patterns if one.since <= cut]
    return replace(plan, patterns=tuple(earlier))


def edited(plan: MeetingPlan, edit: DayEdit, around: Around) -> MeetingPlan:
    """The plan with one day changed. Raises CannotChange.

    Meetings that only agendas announce can be moved and cancelled like those of the pattern.
    """
    if edit.day < around.today or (edit.to is not None and edit.to < around.today):
        raise CannotChange("past", edit.day if edit.day < around.today else edit.to)
    if edit.kind == "single":
        _free(plan, edit.day, around)
        single = PlanChange(edit.day, "single", None, edit.start, edit.place, edit.reason)
        return _put(plan, single)
    meeting = meeting_on(plan, edit.day, around)
    if meeting is None:
        raise CannotChange("no_meeting", edit.day)
    if edit.kind == "restored":
        return _restored(plan, meeting, around)
    if meeting.state == "cancelled":
        raise CannotChange("nothing" if edit.kind == "cancelled" else "no_meeting", edit.day)
    said = _said(plan, meeting)
    if edit.kind == "cancelled":
        return _put(plan, replace(said, state="cancelled", reason=edit.reason or said.reason))
    return _moved(plan, meeting, said, edit, around)


def meeting_on(plan: MeetingPlan, day: date, around: Around) -> PlannedMeeting | None:
    """The meeting held on a day, else the one that was planned for it; a cancelled one when there is no other."""
    found = list(plan.meetings(day, day, around.days, cancelled=True, known=around.known))
    away = [one for one in plan.changes if one.day == day and one.to is not None]
    for one in away:
        assert one.to is not None
        there = plan.meetings(one.to, one.to, around.days, cancelled=True, known=around.known)
        found += [each for each in there if each.nominal == day]
    return min(found, key=lambda one: (one.state == "cancelled", one.day != day), default=None)


def _moved(
    plan: MeetingPlan,
    meeting: PlannedMeeting,
    said: PlanChange,
    edit: DayEdit,
    around: Around,
) -> MeetingPlan:
    to = edit.to or meeting.day
    if to == meeting.day and edit.start in (None, meeting.start) and edit.place in (None, meeting.place):
        raise CannotChange("nothing", meeting.day)
    if to != meeting.day:
        _free(plan, to, around)
    elsewhere = to != meeting.nominal
    still: MeetingState = "single" if meeting.extra else "planned"
    changed = replace(
        said,
        state="moved" if elsewhere else still,
        to=to if elsewhere else None,
        start=edit.start or said.start,
        place=edit.place or said.place,
        reason=edit.reason or said.reason,
    )
    return _put(plan, changed)


def _restored(plan: MeetingPlan, meeting: PlannedMeeting, around: Around) -> MeetingPlan:
    said = next((one for one in plan.changes if _of(one, meeting)), None)
    if said is None or said.state in ("single", "planned"):
        raise CannotChange("nothing", meeting.day)
    if said.state == "cancelled":
        _free(plan, meeting.day, around)
        if said.to is not None:
            return _put(plan, replace(said, state="moved", reason=None))
        back = replace(said, state="single" if said.outside else "planned", reason=None)
    else:
        _free(plan, said.day, around)
        back = replace(said, state="single" if said.outside else "planned", to=None, reason=None)
    if back.state == "planned" and back.start is None and back.place is None:
        return replace(plan, changes=tuple(one for one in plan.changes if one != said))
    return _put(plan, back)


def _said(plan: MeetingPlan, meeting: PlannedMeeting) -> PlanChange:
    """What is said of the meeting so far."""
    for one in plan.changes:
        if _of(one, meeting):
            return replace(one, extra=one.outside)
    return PlanChange(meeting.nominal, "planned")


def _of(change: PlanChange, meeting: PlannedMeeting) -> bool:
    return change.day == meeting.nominal and change.outside == meeting.extra


def _free(plan: MeetingPlan, day: date, around: Around) -> None:
    if plan.meetings(day, day, around.days, known=around.known):
        raise CannotChange("taken", day)


def _put(plan: MeetingPlan, change: PlanChange) -> MeetingPlan:
    others = [one for one in plan.changes if (one.day, one.outside) != (change.day, change.outside)]
    return replace(plan, changes=tuple(sorted((*others, change), key=lambda one: (one.day, one.outside))))
