"""Ends of time that have a name instead of a date: before the summer, by Christmas, by the end of the year."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from dialogs.understanding import calendar_words as cw
from dialogs.understanding.days import ATOMS, Atom

_LEAD = r"(?:inden|før|before|ahead\s+of|by|until|frem\s+til|indtil|op\s+til|til)\s+(?:the\s+|den\s+)?"
_BY = r"(?:(?:senest|inden|before|by|until|at|indtil)\s+)?(?:ved\s+)?(?:the\s+)?"
_MONTH = cw.either(cw.MONTHS)
_YEAR = r"(?:19|20)\d\d"
_NAMED: dict[str, tuple[int, int]] = {
    # Last day that is before it. The summer of an administration begins with its holidays.
    "sommer": (6, 30),
    "sommeren": (6, 30),
    "sommerferien": (6, 30),
    "sommerferie": (6, 30),
    "summer": (6, 30),
    "summer holidays": (6, 30),
    "summer break": (6, 30),
    "jul": (12, 24),
    "julen": (12, 24),
    "juleferien": (12, 24),
    "christmas": (12, 24),
    "nytår": (12, 31),
    "årsskiftet": (12, 31),
    "new year": (12, 31),
    "turn of the year": (12, 31),
}
_EASTER = frozenset(("påske", "påsken", "påskeferien", "easter"))
_UNITS = {
    **dict.fromkeys(("året", "år", "year", "this year"), "year"),
    **dict.fromkeys(("måneden", "month", "this month", "denne måned"), "month"),
    **dict.fromkeys(("kvartalet", "quarter", "this quarter", "dette kvartal"), "quarter"),
    **dict.fromkeys(("ugen", "week", "this week", "denne uge"), "week"),
}


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian reckoning."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    full = epact - epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    moved = full - (year + year // 4 + full + 2 - century + century // 4) % 7
    month = 3 + (moved + 40) // 44
    return date(year, month, moved + 28 - 31 * (month // 4))


def _named(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    """What comes before a feast or holiday: the next one, since nobody asks what is due before the last."""
    name = " ".join(match["name"].casefold().split())
    year = int(match["y"]) if match["y"] else today.year
    if name in _EASTER:
        end = easter(year) - timedelta(days=1)
        end = easter(year + 1) - timedelta(days=1) if end < today and not match["y"] else end
    else:
        end = date(year, *_NAMED[name])
        end = date(year + 1, *_NAMED[name]) if end < today and not match["y"] else end
    return _before(match, end, today)


def _before(match: re.Match[str], end: date, today: date) -> tuple[date, date]:
    """Days up to `end`. Behind "inden" or "before" the period is opened backwards from the day after it."""
    if re.match(r"(?:inden|før|before)\b", match.group(), re.IGNORECASE):
        after = end + timedelta(days=1)
        return after, after
    return min(today, end), end


def _end_of(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    """By the end of a month, a year, or the week, month, quarter or year that it is."""
    found = match.groupdict()
    if found.get("month"):
        month = cw.MONTHS[found["month"].casefold()]
        year = int(found["y"]) if found.get("y") else today.year + (1 if month < today.month else 0)
        return _before(match, date(year, month, monthrange(year, month)[1]), today)
    if found.get("year"):
        return _before(match, date(int(found["year"]), 12, 31), today)
    return _before(match, _close(today, _UNITS[" ".join(found["unit"].casefold().split())]), today)


def _close(today: date, unit: str) -> date:
    """The last day of the week, month, quarter or year."""
    if unit == "week":
        return today + timedelta(days=6 - today.weekday())
    month = {"month": today.month, "quarter": (today.month - 1) // 3 * 3 + 3, "year": 12}[unit]
    return date(today.year, month, monthrange(today.year, month)[1])


def _rest(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    """From today to the end of it."""
    return today, _close(today, _UNITS[" ".join(match["unit"].casefold().split())])


def _either(names: Iterable[str]) -> str:
    return r"(?:" + "|".join(sorted((each.replace(" ", r"\s+") for each in names), key=len, reverse=True)) + ")"


_UNIT = _either(_UNITS)
_RULES: tuple[tuple[str, Atom], ...] = (
    (rf"\b{_LEAD}(?P<name>{_either([*_NAMED, *_EASTER])})\b(?:\s+(?:i\s+|in\s+)?(?P<y>{_YEAR}))?(?!\w)", _named),
    (
        rf"\b{_BY}(?:udgangen\s+af|slutningen\s+af|end\s+of)\s+(?:the\s+)?"
        rf"(?:(?P<month>{_MONTH})\b(?:\s+(?P<y>{_YEAR}))?|(?P<year>{_YEAR})|(?P<unit>{_UNIT}))(?!\w)",
        _end_of,
    ),
    (r"\b(?:(?:senest|inden|ved|before|by)\s+)*(?:the\s+)?(?P<unit>år|year)(?:ets|\s?end)(?:\s+udgang)?\b", _end_of),
    (
        rf"\b(?:i\s+)?(?:resten\s+af|(?:the\s+)?rest\s+of|(?:the\s+)?remainder\s+of)\s+(?:the\s+)?(?P<unit>{_UNIT})\b",
        _rest,
    ),
)
NAMES = frozenset(part for name in (*_NAMED, *_EASTER, *_UNITS, "årets", "yearend") for part in name.split())
"""Words of which at least one stands in each of these ends."""
ALL = [*((re.compile(pattern, re.IGNORECASE), rule, False, True) for pattern, rule in _RULES), *ATOMS]
"""All rules, those of this module first: "jul" is short for July too, and of finds of one length the first holds."""
