"""Working days and local time: Danish holidays, closing days, deadlines counted in working days, both clock changes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Copenhagen")
Shift = Literal["before", "after", "keep", "skip"]
"""What becomes of a day that is no working day: the working day before, the one after, the day itself, or nothing."""

USUAL_CLOSING_DAYS = frozenset({(6, 5), (12, 24), (12, 31)})
"""Constitution Day, Christmas Eve and New Year's Eve: no holidays by law, but town halls are shut."""
_YEARLY = re.compile(r"(\d{2})-(\d{2})")
_LONGEST_SEARCH = 60
"""Days without a working day among them that are looked through before a calendar is called impossible."""


class NoWorkingDay(ValueError):
    """The calendar has no working day near the one asked for: its closing days are wrong."""


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    """Public holidays of a year; the Great Prayer Day is one up to 2023."""
    # Loading the calendars of the world takes longer than an answer, and few questions need one.
    import holidays

    return frozenset(holidays.country_holidays("DK", years=year))


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Which days are worked: Monday to Friday, less public holidays and the closing days of the municipality."""

    closed: frozenset[date] = frozenset()
    """Single closing days."""
    yearly: frozenset[tuple[int, int]] = USUAL_CLOSING_DAYS
    """(month, day) closed each year."""

    @classmethod
    def of(cls, days: Iterable[str]) -> WorkingDays:
        """From words: "2026-05-15" for one day, "12-24" for each year. Raises ValueError for anything else."""
        single: set[date] = set()
        yearly: set[tuple[int, int]] = set()
        for word in days:
            every = _YEARLY.fullmatch(word.strip())
            if every:
                month, day = int(every[1]), int(every[2])
                date(2024, month, day)
                yearly.add((month, day))
            else:
                single.add(date.fromisoformat(word.strip()))
        return cls(frozenset(single), frozenset(yearly))

    def open_on(self, day: date) -> bool:
        """Whether the town hall works that day."""
        return (
            day.weekday() < 5
            and day not in self.closed
            and (day.month, day.day) not in self.yearly
            and day not in _holidays(day.year)
        )

    def count(self, day: date, working_days: int) -> date:
        """The working day that lies so many working days after `day` (before it when below zero).

        Nought gives the day itself, or the working day before it. The day counted from is not counted: three
        working days before a Thursday is the Monday.
        """
        if working_days == 0:
            return self.moved(day, "before") or day
        step = timedelta(days=1 if working_days > 0 else -1)
        left, found = abs(working_days), day
        for _ in range(_LONGEST_SEARCH * (left + 1)):
            found += step
            left -= self.open_on(found)
            if left == 0:
                return found
        raise NoWorkingDay(f"no {abs(working_days)} working days from {day}")

    def moved(self, day: date, rule: Shift) -> date | None:
        """The day that counts for `day`; None when it is left out ("skip" on a day that is not worked)."""
        if rule == "keep" or self.open_on(day):
            return day
        if rule == "skip":
            return None
        step = timedelta(days=1 if rule == "after" else -1)
        for _ in range(_LONGEST_SEARCH):
            day += step
            if self.open_on(day):
                return day
        raise NoWorkingDay(f"no working day {rule} {day}")

    def between(self, first: date, last: date) -> int:
        """How many working days there are from `first` to `last`, both counted; 0 when last is before first."""
        return sum(self.open_on(first + timedelta(days=n)) for n in range((last - first).days + 1))


def instant(day: date, at: time) -> datetime:
    """A local day and time of day as aware UTC.

    In the autumn hour that comes twice the first is meant; a time in the spring hour that does not exist is taken as
    an hour later, as clocks show it.
    """
    local = datetime.combine(day, at.replace(tzinfo=None, fold=0), tzinfo=ZONE)
    return local.astimezone(UTC)


def local(at: datetime) -> datetime:
    """An aware instant on the clock of the town hall. Raises ValueError for one without a zone."""
    if at.tzinfo is None:
        raise ValueError("an instant has to be aware")
    return at.astimezone(ZONE)


def holiday(day: date) -> bool:
    """Whether a day is a public holiday (Sundays are none by themselves)."""
    return day in _holidays(day.year)


def week_slot(day: date) -> str:
    """The ISO week of a nominal day, "2026-W44": the same however the day is moved for holidays."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def week_days(weekday: int, first: date, last: date) -> list[date]:
    """The days from `first` to `last`, both counted, that fall on a weekday (0 is Monday)."""
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    return [day + timedelta(weeks=n) for n in range(((last - day).days // 7) + 1)] if day <= last else []
