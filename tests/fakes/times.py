"""Times as sources print them, with the days they span."""

from __future__ import annotations

import calendar
from datetime import date

from store.records import When


def day(year: int, month: int, number: int) -> When:
    """A day."""
    on = date(year, month, number)
    return When(f"{number}/{month} {year}", on, on, "day")


def month(year: int, number: int) -> When:
    """A whole month."""
    last = calendar.monthrange(year, number)[1]
    return When(f"{number:02}-{year}", date(year, number, 1), date(year, number, last), "month")


def year(number: int) -> When:
    """A whole year."""
    return When(str(number), date(number, 1, 1), date(number, 12, 31), "year")


def by(year: int, month: int, number: int) -> When:
    """A deadline with no beginning."""
    return When(f"inden {number}/{month} {year}", None, date(year, month, number), "day", "by")


def onwards(year: int, number: int) -> When:
    """From a month on, with no end."""
    return When(f"fra {number:02}-{year}", date(year, number, 1), None, "month", "from")
