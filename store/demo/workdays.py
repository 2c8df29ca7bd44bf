"""Which days a Danish town hall is open, and counting back over them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import holidays


def is_working_day(day: date) -> bool:
    """Whether a Danish town hall is open: no weekend, no public holiday, neither 24 nor 31 December nor 5 June."""
    if day.weekday() >= 5 or (day.month, day.day) in {(12, 24), (12, 31), (6, 5)}:
        return False
    return day not in _public_holidays(day.year)


def working_days_before(day: date, count: int) -> date:
    """The working day that is `count` working days before `day` (not counting `day` itself)."""
    while count:
        day -= timedelta(days=1)
        count -= is_working_day(day)
    return day


@lru_cache(maxsize=8)
def _public_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("DK", years=year))
