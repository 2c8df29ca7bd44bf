"""Single days, months, seasons and spans as people write them, each by a rule of its own."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from dialogs.understanding import calendar_words as cw

_MONTH = cw.either(cw.MONTHS) + r"\b\.?"
_SEASON = cw.either(cw.SEASONS)
_YEAR = r"(?:19|20)\d\d"
_COUNT = r"(?:\d{1,3}|" + cw.either(cw.NUMBERS) + r")"
_UNIT = cw.either(cw.UNITS)
_DAY = r"(?:\b(?:den|d\.|d|the|on)\s+)?(?:\b" + cw.either(cw.WEEKDAYS) + r",?\s+(?:den|d\.|the)?\s*)?\b"


def _month(year: int, month: int, months: int = 1) -> tuple[date, date]:
    first = date(year, month, 1)
    ahead = month - 1 + months - 1
    last_year, last_month = year + ahead // 12, ahead % 12 + 1
    return first, date(last_year, last_month, monthrange(last_year, last_month)[1])


def valid(year: int, month: int, day: int) -> date | None:
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def _full_year(text: str) -> int:
    year = int(text)
    return year if year > 99 else 2000 + year


def _guessed_year(month: int, today: date, *, ahead: bool) -> int:
    """The year of a month named without one: the last time it was, or the next time it will be."""
    if ahead:
        return today.year if month >= today.month else today.year + 1
    return today.year if month <= today.month else today.year - 1


Atom = Callable[[re.Match[str], date, bool], tuple[date, date] | None]
ATOMS: list[tuple[re.Pattern[str], Atom, bool, bool]] = []
"""(expression, rule, whether the year was guessed, whether it is written as a time)."""


def _atom(pattern: str, *, guessed: bool = False, dated: bool = True) -> Callable[[Atom], Atom]:
    def register(function: Atom) -> Atom:
        ATOMS.append((re.compile(pattern, re.IGNORECASE), function, guessed, dated))
        return function

    return register


@_atom(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b")
@_atom(_DAY + rf"(?P<d>\d{{1,2}})[./](?P<m>\d{{1,2}})\.?\s+(?P<y>{_YEAR})\b")
@_atom(_DAY + rf"(?P<d>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH}),?\s+(?P<y>{_YEAR})\b")
@_atom(rf"\b(?P<month>{_MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>{_YEAR})\b")
@_atom(_DAY + r"(?P<d>\d{1,2})[./-]\s?(?P<m>\d{1,2})[./-]\s?(?P<y>(?:19|20)?\d\d)\b(?![./-]\w)")
@_atom(_DAY + rf"(?P<d>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})(?!\w)", guessed=True)
@_atom(rf"\b(?P<month>{_MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?![./-]\w)", guessed=True)
@_atom(r"\b(?:den|d\.|on)\s+(?P<d>\d{1,2})[./](?P<m>\d{1,2})\b(?![./-]?\w)", guessed=True)
def _one_day(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    found = match.groupdict()
    month = cw.MONTHS[found["month"].casefold().rstrip(".")] if found.get("month") else int(found["m"])
    if not 1 <= month <= 12:
        return None
    if found.get("y"):
        day = valid(_full_year(found["y"]), month, int(found["d"]))
    else:
        day = valid(_guessed_year(month, today, ahead=ahead), month, int(found["d"]))
        if day is not None and not ahead and day > today:
            day = valid(day.year - 1, month, int(found["d"]))
        elif day is not None and ahead and day < today:
            day = valid(day.year + 1, month, int(found["d"]))
    return (day, day) if day else None


@_atom(
    rf"\b(?:i|in|fra|from|siden|since|til|to|for|during|inden|før|before|efter|after)\s+(?P<month>{_MONTH})(?!\w)"
    rf"(?!,?\s+(?:i\s+|in\s+|of\s+)?{_YEAR})",
    guessed=True,
)
@_atom(rf"\b(?P<month>{_MONTH}),?\s+(?:i\s+|in\s+|of\s+)?(?P<y>{_YEAR})\b")
def _one_month(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    found = match.groupdict()
    month = cw.MONTHS[found["month"].casefold().rstrip(".")]
    return _month(int(found["y"]) if found.get("y") else _guessed_year(month, today, ahead=ahead), month)


@_atom(rf"\b(?:(?:i\s+året|i\s+år|in\s+the\s+year|året|år|year|in|i|during|siden|since|fra|from)\s+)(?P<y>{_YEAR})\b")
@_atom(rf"\b(?P<y>{_YEAR})\b(?![./-]?\w)", dated=False)
def _one_year(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    return _month(int(match["y"]), 1, 12)


@_atom(
    rf"\b(?:(?:i|in|fra|from|mellem|between)\s+)?(?P<month>{_MONTH})\s*(?:og|and|til|to|-|–)\s*(?P<month2>{_MONTH})"
    rf"\s+(?:i\s+|in\s+)?(?P<y>{_YEAR})\b"
)
def _month_to_month(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    first, last = (cw.MONTHS[match[name].casefold().rstrip(".")] for name in ("month", "month2"))
    year = int(match["y"])
    return _month(year if first <= last else year - 1, first)[0], _month(year, last)[1]


@_atom(
    rf"\b(?:(?:i|in|fra|from|mellem|between)\s+)?(?P<y>{_YEAR})\s*(?:-|–|til|to|og|and)\s*(?P<y2>{_YEAR})\b(?![./-]?\w)"
)
def _year_to_year(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    first, last = int(match["y"]), int(match["y2"])
    return (date(first, 1, 1), date(last, 12, 31)) if first <= last else None


@_atom(rf"\bi\s+(?P<month>{_MONTH})\s+(?P<which>sidste|forrige|last)\s+(?:år|year)\b")
def _month_last_year(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    return _month(today.year - 1, cw.MONTHS[match["month"].casefold().rstrip(".")])


@_atom(rf"\b(?:i\s+|in\s+(?:the\s+)?|the\s+)?(?P<season>{_SEASON})\s+(?:i\s+|in\s+|of\s+)?(?P<y>{_YEAR})\b")
@_atom(rf"\b(?:i|in)\s+(?:the\s+)?(?P<season>{_SEASON})(?:\s+i)?\b", guessed=True)
def _season(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    first, last = cw.SEASONS[match["season"].casefold()]
    found = match.groupdict()
    year = int(found["y"]) if found.get("y") else _guessed_year(min(first, 11), today, ahead=ahead)
    if last < first:
        return _month(year - 1, first, 3)
    return _month(year, first, 3)


@_atom(
    rf"\b(?P<n>[1-4]\.|{cw.either(cw.NUMBERS)})\s+(?P<part>kvartal|quarter|halvår|half)\s+(?:i\s+|of\s+|in\s+)?(?P<y>{_YEAR})\b"
)
@_atom(rf"\b(?P<part>q)(?P<n>[1-4])[ ,-]*(?P<y>{_YEAR})\b")
def _part_of_year(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    words = match["n"].casefold()
    number = cw.NUMBERS.get(words) or int(words.rstrip("."))
    months = 6 if match["part"].casefold() in ("halvår", "half") else 3
    if not 1 <= number <= 12 // months:
        return None
    return _month(int(match["y"]), (number - 1) * months + 1, months)


@_atom(rf"\b(?P<part>primo|medio|ultimo)\s+(?P<month>{_MONTH})?\s*(?P<y>{_YEAR})\b")
def _edge(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    part, year = match["part"].casefold(), int(match["y"])
    if not match["month"]:
        start = {"primo": 1, "medio": 5, "ultimo": 9}[part]
        return _month(year, start, 4)
    month = cw.MONTHS[match["month"].casefold().rstrip(".")]
    last = monthrange(year, month)[1]
    first_day, last_day = {"primo": (1, 10), "medio": (11, 20), "ultimo": (21, last)}[part]
    return date(year, month, first_day), date(year, month, last_day)


@_atom(rf"\b(?P<day>{cw.either(cw.RELATIVE_DAYS)})\b(?!\s+(?:{_YEAR}))")
def _relative_day(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    day = today + timedelta(days=cw.RELATIVE_DAYS[match["day"].casefold()])
    return day, day


@_atom(rf"\b(?:i|last|this\s+past|sidste)\s+(?P<name>{cw.either(cw.WEEKDAYS)})\b")
def _weekday(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    back = (today.weekday() - cw.WEEKDAYS[match["name"].casefold()]) % 7 or 7
    day = today - timedelta(days=back)
    return day, day


@_atom(rf"\b(?:uge|week)\s+(?P<w>\d{{1,2}})(?:,?\s+(?:i\s+|in\s+|of\s+)?(?P<y>{_YEAR}))?\b")
def _week(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    year = int(match["y"]) if match["y"] else today.year
    try:
        monday = date.fromisocalendar(year, int(match["w"]), 1)
    except ValueError:
        return None
    if not match["y"] and not ahead and monday > today:
        monday = date.fromisocalendar(year - 1, int(match["w"]), 1)
    return monday, monday + timedelta(days=6)


def _unit_around(day: date, unit: str) -> tuple[date, date]:
    """The day, week, month, quarter or year that the day lies in."""
    if unit == "day":
        return day, day
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "month":
        return _month(day.year, day.month)
    if unit == "quarter":
        return _month(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    return _month(day.year, 1, 12)


def _moved(day: date, unit: str, count: int) -> date:
    """The day that many units later (earlier when negative), the last of the month where it has no such day."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * {"month": 1, "quarter": 3, "year": 12}[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _count(word: str) -> int:
    return int(word) if word.isdigit() else cw.NUMBERS[word.casefold()]


@_atom(
    rf"\b(?:(?:i|in|over|for|inden\s+for|within|during)\s+)?(?:de|det|den|the)?\s*"
    rf"(?P<which>{cw.either(cw.LAST + cw.THIS + cw.NEXT)})\s+(?:(?P<n>{_COUNT})\s+)?(?P<unit>{_UNIT})\b"
)
def _relative_unit(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    unit, which = cw.UNITS[match["unit"].casefold()], match["which"].casefold()
    if match["n"]:
        count = _count(match["n"])
        if which in cw.NEXT:
            return today, _moved(today, unit, count)
        return _moved(today, unit, -count), today
    if which in cw.LAST and re.search(r"\b(?:det|den|the)\s", match.group(), re.IGNORECASE) and unit != "day":
        return _moved(today, unit, -1), today
    move = 0 if which in cw.THIS else 1 if which in cw.NEXT else -1
    return _unit_around(_moved(today, unit, move), unit)


@_atom(r"\b(?:i\s+år|i\s+aar)\b")
def _this_year(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    return _month(today.year, 1, 12)


@_atom(rf"\b(?:for\s+(?P<n>{_COUNT})\s+(?P<unit>{_UNIT})\s+siden)\b")
@_atom(rf"\b(?P<n>{_COUNT})\s+(?P<unit>{_UNIT})\s+ago\b")
def _ago(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    unit = cw.UNITS[match["unit"].casefold()]
    return _unit_around(_moved(today, unit, -_count(match["n"])), unit)
