"""Times gone by that have no preposition of their own: "ugens", "siden mandag", "last month's"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dialogs.understanding import calendar_words as cw
from dialogs.understanding.days import Atom

_OWNING = {
    "dagens": "day", "today's": "day", "ugens": "week", "månedens": "month", "maanedens": "month",
    "kvartalets": "quarter", "årets": "year", "aarets": "year",
}  # fmt: skip
_BEFORE = {
    "dags": "day", "gårsdagens": "day", "uges": "week", "ugers": "week", "måneds": "month", "maaneds": "month",
    "kvartals": "quarter", "års": "year", "aars": "year", "week's": "week", "month's": "month",
    "quarter's": "quarter", "year's": "year",
}  # fmt: skip
_LAST = r"(?:sidste|seneste|forrige|last|the\s+past|the\s+previous|previous)"
_THIS = r"(?:denne|this|dette)"

_SAID = (
    r"(?:nye\s+|vigtigste\s+|new\s+)?(?:beslutning(?:er|erne)?|afgørelser|referater|møder|nyheder|nyt|dagsordener|punkter|sager|"
    r"decisions|news|minutes|meetings|agendas|items)"
)
"""Only of these is it the time: "årets budget" and "dagens orden" are matters."""


def _either(words: dict[str, str]) -> str:
    return "(?:" + "|".join(sorted((word.replace("'", "['’]") for word in words), key=len, reverse=True)) + ")"


def _around(day: date, unit: str) -> tuple[date, date]:
    """The day, week, month, quarter or year that the day lies in."""
    if unit == "day":
        return day, day
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    first = {"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}[unit]
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    begin = date(day.year, first, 1)
    year, month = divmod(day.year * 12 + first - 1 + months, 12)
    return begin, date(year, month + 1, 1) - timedelta(days=1)


def _this(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    return _around(today, _OWNING[match["unit"].casefold().replace("’", "'")])


def _of(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    """Last week's, or this week's."""
    around = _around(today, _BEFORE[match["unit"].casefold().replace("’", "'")])
    if match["which"] is None:
        return around
    unit = _BEFORE[match["unit"].casefold().replace("’", "'")]
    return _around(around[0] - timedelta(days=1), unit)


def _since_weekday(match: re.Match[str], today: date, ahead: bool) -> tuple[date, date] | None:
    """The last such day; today itself is no day that anything can have happened since."""
    back = (today.weekday() - cw.WEEKDAYS[match["name"].casefold()]) % 7 or 7
    day = today - timedelta(days=back)
    return day, day


_RULES: tuple[tuple[str, Atom], ...] = (
    (rf"\b(?P<unit>{_either(_OWNING)})(?=\s+(?:{_SAID})\b)", _this),
    (rf"\b(?:(?P<which>{_LAST})|{_THIS})\s+(?P<unit>{_either(_BEFORE)})(?!\w)", _of),
    (
        r"(?:(?<=\bsiden\s)|(?<=\bsince\s)|(?<=\bfra\s)|(?<=\bfrom\s))(?:(?:i|last|sidste)\s+)?"
        rf"(?P<name>{cw.either(cw.WEEKDAYS)})\b(?!\s+(?:den\s+|the\s+|d\.\s*)?\d)",
        _since_weekday,
    ),
)
LATELY = [(re.compile(pattern, re.IGNORECASE), rule, False, True) for pattern, rule in _RULES]
"""(expression, rule, whether the year was guessed, whether it is written as a time), as dialogs.understanding.days."""
WORDS = frozenset(part for name in (*_OWNING, *_BEFORE) for part in re.split(r"['’]", name))
"""Words of which one stands in each of these, beside the names of weekdays."""
