"""The days that a month, quarter, season, week or year spans, and parts of them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Days = tuple[date, date]
"""First and last day, both inclusive."""
Portion = Literal["first", "middle", "last", "end"]

_SEASONS = {"forår": (3, 5), "sommer": (6, 8), "efterår": (9, 11)}


def month_days(year: int, month: int) -> Days:
    """The days of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_days(year: int, first: int, last: int) -> Days:
    """The days from month `first` to month `last` of one year."""
    return date(year, first, 1), month_days(year, last)[1]


def year_days(year: int) -> Days:
    """The days of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def quarter_days(year: int, quarter: int, last: int | None = None) -> Days:
    """The days of a quarter, or of the quarters from `quarter` to `last`."""
    return months_days(year, 3 * quarter - 2, 3 * max(last or quarter, quarter))


def half_days(year: int, half: int) -> Days:
    """The days of a half year."""
    return months_days(year, 6 * half - 5, 6 * half)


def school_days(year: int) -> Days:
    """The days of the school year that begins in `year`: 1 August to 31 July."""
    return date(year, 8, 1), date(year + 1, 7, 31)


def week_days(year: int, week: int, last: int | None = None) -> Days | None:
    """The days of ISO week `week` (to `last`), None when the year has no such week."""
    try:
        return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, max(last or week, week), 7)
    except ValueError:
        return None


def season_days(year: int, season: str) -> Days:
    """The days of a season or of a feast that people count by, named in its bare form ("forår", "jul", "årsskifte").

    Winter is the one that begins in December of `year`.
    """
    if season in _SEASONS:
        return months_days(year, *_SEASONS[season])
    if season == "vinter":
        return date(year, 12, 1), month_days(year + 1, 2)[1]
    if season == "sommerferie":
        return date(year, 7, 1), date(year, 8, 10)
    if season == "efterårsferie":
        return date.fromisocalendar(year, 42, 1), date.fromisocalendar(year, 42, 7)
    if season == "vinterferie":
        return date.fromisocalendar(year, 7, 1), date.fromisocalendar(year, 7, 7)
    if season == "jul":
        return date(year, 12, 24), date(year, 12, 26)
    if season == "påske":
        sunday = easter(year)
        return sunday - timedelta(days=3), sunday + timedelta(days=1)
    return date(year, 12, 31), date(year + 1, 1, 1)


def portion(days: Days, part: Portion) -> Days:
    """The first, middle or last third of `days`, in whole months where these are several; "end" is the last month."""
    first, last = days
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    if months > 1:
        third = months // 3
        skipped = {"first": 0, "middle": third, "last": months - third, "end": months - 1}[part]
        taken = 1 if part == "end" else third
        begin = _month_on(first, skipped)
        return begin, month_days(*_year_month(_month_on(begin, taken - 1)))[1]
    third = ((last - first).days + 1) // 3
    if part == "first":
        return first, first + timedelta(days=third - 1)
    if part == "middle":
        return first + timedelta(days=third), last - timedelta(days=third)
    return last - timedelta(days=third - 1), last


def _month_on(day: date, months: int) -> date:
    turned, month = divmod(day.month - 1 + months, 12)
    return date(day.year + turned, month + 1, 1)


def _year_month(day: date) -> tuple[int, int]:
    return day.year, day.month


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar."""
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped, leap = divmod(century, 4)
    correction = (century + 8) // 25
    moon = (19 * golden + century - skipped - (century - correction + 1) // 3 + 15) % 30
    quarter, left = divmod(rest, 4)
    sunday = (32 + 2 * leap + 2 * quarter - moon - left) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
