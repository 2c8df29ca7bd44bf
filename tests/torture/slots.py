"""Thirty years of slots, over sixty changes of the clock and all holidays: each week once, at the time on the clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from store.calendar import Shift, WorkingDays, instant, local, week_slot
from store.outbox_records import Slot, Weekly
from store.subscriptions import LATEST, slots

FIRST, LAST = date(2020, 1, 6), date(2050, 1, 2)
SHIFTS: tuple[Shift, ...] = ("before", "after", "keep", "skip")
TIMES = (time(0, 0), time(2, 30), time(9, 0), time(15, 45), time(23, 59))
FURTHEST = timedelta(days=7)
"""A day that is not worked is moved by less than this: there is no week without a working day."""


def wrong(schedule: Weekly, days: WorkingDays) -> Iterator[str]:
    """Everything that is wrong with thirty years of a schedule."""
    found = slots(schedule, days, instant(FIRST, time(0)) - timedelta(days=7), instant(LAST, time(23, 59)))
    yield from _weeks(schedule, days, found)
    for slot in found:
        yield from _one(schedule, days, slot)
    for earlier, later in pairwise(found):
        if later.due < earlier.due:
            yield f"{later.name} comes before {earlier.name}"
        if later.due > earlier.due and earlier.expires > min(later.due, earlier.due + LATEST):
            yield f"{earlier.name} may be said after {later.name}"


def _weeks(schedule: Weekly, days: WorkingDays, found: Sequence[Slot]) -> Iterator[str]:
    names = {slot.name for slot in found}
    if len(names) != len(found):
        yield "a week has two slots"
    first = FIRST + timedelta(days=schedule.weekday)
    nominal = [first + timedelta(weeks=n) for n in range((LAST - timedelta(days=14) - first).days // 7)]
    for day in nominal:
        expected = schedule.shift != "skip" or days.open_on(day)
        if (week_slot(day) in names) != expected:
            yield f"{week_slot(day)} is {'missing' if expected else 'there'}"


def _one(schedule: Weekly, days: WorkingDays, slot: Slot) -> Iterator[str]:
    on = local(slot.due)
    if slot.due.tzinfo != UTC:
        yield f"{slot.name} is not in UTC"
    skipped = schedule.at == time(2, 30) and on.time() == time(3, 30)
    if on.time() != schedule.at and not (skipped and _clock_goes_forward(on)):
        yield f"{slot.name} is at {on.time()}"
    nominal = date.fromisocalendar(int(slot.name[:4]), int(slot.name[6:]), schedule.weekday + 1)
    if abs(on.date() - nominal) >= FURTHEST:
        yield f"{slot.name} is moved to {on.date()}"
    if schedule.shift != "keep" and not days.open_on(on.date()):
        yield f"{slot.name} falls on {on.date()}, which is not worked"
    if days.open_on(nominal) and on.date() != nominal:
        yield f"{slot.name} is moved without need"


def _clock_goes_forward(on: datetime) -> bool:
    """Whether it is the last Sunday in March."""
    return on.month == 3 and on.isoweekday() == 7 and on.day > 24
