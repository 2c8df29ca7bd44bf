"""When a body meets: its pattern, single dates, moved and cancelled meetings, and the deadlines before and after."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal

from store.calendar import WorkingDays, instant, week_days

DeadlineKind = Literal["submission", "quality", "dispatch", "minutes"]
DEADLINE_KINDS: tuple[DeadlineKind, ...] = ("submission", "quality", "dispatch", "minutes")
MeetingState = Literal["planned", "moved", "cancelled", "single"]


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A deadline: so many working days before the meeting (after it for the minutes), at a time of day."""

    kind: DeadlineKind
    working_days: int
    at: time = time(12, 0)

    def __post_init__(self) -> None:
        if not 0 <= self.working_days <= 60:
            raise ValueError("a deadline is 0 to 60 working days from the meeting")

    def due(self, meeting: date, days: WorkingDays) -> datetime:
        """The instant, aware UTC; of nought working days the meeting's own day."""
        if self.working_days == 0:
            return instant(meeting, self.at)
        away = self.working_days if self.kind == "minutes" else -self.working_days
        return instant(days.count(meeting, away), self.at)


USUAL_DEADLINES = (
    DeadlineRule("submission", 8, time(12, 0)),
    DeadlineRule("quality", 6, time(12, 0)),
    DeadlineRule("dispatch", 4, time(15, 0)),
    DeadlineRule("minutes", 3, time(15, 0)),
)
"""What a body has until its secretary says otherwise: agendas have to be out four working days ahead."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rhythm: a weekday each so many weeks, or the first, third, last ... such weekday of the month."""

    weekday: int
    """0 is Monday."""
    since: date
    """Its first week for a rhythm in weeks; no meeting lies before it."""
    until: date | None = None
    weeks: int | None = None
    """Every so many weeks; None for a rhythm by the month."""
    ordinals: tuple[int, ...] = ()
    """Of the month: 1 to 5 from the front, -1 for the last."""
    not_in: frozenset[int] = frozenset()
    """Months without meetings, 7 for July."""
    start: time | None = None
    place: str | None = None
    also: tuple[int, ...] = ()
    """Further weekdays, of the same weeks."""

    def __post_init__(self) -> None:
        if any(not 0 <= each <= 6 for each in self.weekdays):
            raise ValueError("a weekday is 0 to 6")
        if (self.weeks is None) == (not self.ordinals):
            raise ValueError("a rhythm is either in weeks or by the month")
        if self.weeks is not None and not 1 <= self.weeks <= 52:
            raise ValueError("a rhythm is of 1 to 52 weeks")
        if any(n not in (-1, 1, 2, 3, 4, 5) for n in self.ordinals):
            raise ValueError("a week of the month is 1 to 5, or -1 for the last")

    @property
    def weekdays(self) -> tuple[int, ...]:
        """All its weekdays in the order of the week."""
        return tuple(sorted({self.weekday, *self.also}))

    def days(self, first: date, last: date) -> list[date]:
        """Its days from `first` to `last`, both counted, in order."""
        first = max(first, self.since)
        last = min(last, self.until) if self.until else last
        days = sorted(day for weekday in self.weekdays for day in week_days(weekday, first, last))
        fits = self._ordinal if self.weeks is None else self._of_week
        return [day for day in days if day.month not in self.not_in and fits(day)]

    def _of_week(self, day: date) -> bool:
        """Whether the week of a day is one of its weeks; its first is that of the first meeting."""
        anchor = self.since + timedelta(days=min((each - self.since.weekday()) % 7 for each in self.weekdays))
        return (_monday(day) - _monday(anchor)).days // 7 % (self.weeks or 1) == 0

    def _ordinal(self, day: date) -> bool:
        last = day.day + 7 > monthrange(day.year, day.month)[1]
        return (day.day - 1) // 7 + 1 in self.ordinals or (last and -1 in self.ordinals)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True)
class PlanChange:
    """What a secretary said of one day: cancelled, moved to another, a meeting of its own, or planned with another
    time or place."""

    day: date
    """The nominal day; of a single meeting its day."""
    state: MeetingState
    to: date | None = None
    """Of a moved meeting its new day."""
    start: time | None = None
    place: str | None = None
    reason: str | None = None
    extra: bool = False
    """Of a meeting outside the pattern: single, or a single one that was moved or cancelled since."""

    @property
    def outside(self) -> bool:
        """Whether its meeting is there because of it, whatever the pattern says."""
        return self.extra or self.state == "single"


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting of the calendar, with its deadlines as aware UTC."""

    nominal: date
    """The day of the pattern: it stays the same when the meeting is moved."""
    day: date
    state: MeetingState
    start: time | None = None
    place: str | None = None
    reason: str | None = None
    deadlines: Mapping[DeadlineKind, datetime] = field(default_factory=dict)
    on_a_day_off: bool = False
    """The pattern falls on a holiday or closing day: the secretary should move it."""
    extra: bool = False
    """It is outside the pattern."""


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """The calendar of one body."""

    patterns: tuple[Pattern, ...] = ()
    changes: tuple[PlanChange, ...] = ()
    deadlines: tuple[DeadlineRule, ...] = USUAL_DEADLINES

    def meetings(
        self, first: date, last: date, days: WorkingDays, *, cancelled: bool = False, known: Iterable[date] = ()
    ) -> tuple[PlannedMeeting, ...]:
        """The meetings from `first` to `last` (the day held counts, both ends included), in order.

        Cancelled ones are among them only when asked for. Two patterns on one day give one meeting. `known` are days
        of meetings that somebody else announced, in the period or moved into it: they count as days of the pattern.
        """
        said = {one.day: one for one in self.changes if not one.outside}
        outside = [one for one in self.changes if one.outside]
        moved_in = [one.day for one in said.values() if one.to is not None and first <= one.to <= last]
        of_pattern = {*self._nominal(first, last), *(day for day in moved_in if self._nominal(day, day))}
        taken = {one.to for one in self.changes if one.to is not None} | {one.day for one in outside}
        others = {day for day in known if day not in taken and (first <= day <= last or day in moved_in)}
        found = [self._meeting(day, said.get(day), days) for day in sorted(of_pattern | others)]
        found += [self._meeting(one.day, one, days) for one in outside]
        # A day is one meeting, though another may have been moved to it before the pattern came.
        held = {one.day: one for one in sorted(found, key=_weight, reverse=True) if one.state != "cancelled"}
        found = [one for one in found if one.state == "cancelled" or held[one.day] is one]
        kept = (one for one in found if first <= one.day <= last and (cancelled or one.state != "cancelled"))
        return tuple(sorted(kept, key=lambda one: (one.day, one.start or time.min, one.nominal)))

    def _nominal(self, first: date, last: date) -> list[date]:
        return [day for pattern in self.patterns for day in pattern.days(first, last)]

    def _meeting(self, nominal: date, said: PlanChange | None, days: WorkingDays) -> PlannedMeeting:
        outside = said is not None and said.outside
        pattern = None if outside else next((one for one in self.patterns if one.days(nominal, nominal)), None)
        day = said.to if said is not None and said.to is not None else nominal
        return PlannedMeeting(
            nominal,
            day,
            said.state if said is not None else "planned",
            (said.start if said is not None else None) or (pattern.start if pattern else None),
            (said.place if said is not None else None) or (pattern.place if pattern else None),
            said.reason if said is not None else None,
            {rule.kind: rule.due(day, days) for rule in self.deadlines},
            not days.open_on(day),
            outside,
        )


def _weight(meeting: PlannedMeeting) -> tuple[bool, bool, date]:
    """Which of several meetings of a day stands for it: the pattern's own, then one moved to it, then a single one."""
    return meeting.extra, meeting.nominal != meeting.day, meeting.nominal


def merged(rules: Iterable[DeadlineRule], changed: Sequence[DeadlineRule]) -> tuple[DeadlineRule, ...]:
    """The rules with those of `changed` in place of theirs, in the order of the kinds."""
    by_kind = {rule.kind: rule for rule in (*rules, *changed)}
    return tuple(by_kind[kind] for kind in DEADLINE_KINDS if kind in by_kind)
