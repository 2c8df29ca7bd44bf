"""Danish dates, deadlines and clock times as minutes print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from store.ingest.small import small

MONTHS = {
    "januar": 1, "jan": 1, "january": 1, "februar": 2, "feb": 2, "febr": 2, "february": 2, "marts": 3, "mar": 3,
    "march": 3, "april": 4, "apr": 4, "maj": 5, "may": 5, "juni": 6, "jun": 6, "june": 6, "juli": 7, "jul": 7,
    "july": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "october": 10,
    "november": 11, "nvember": 11, "ktber": 10, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = {"mandag": 0, "tirsdag": 1, "onsdag": 2, "torsdag": 3, "fredag": 4, "lørdag": 5, "søndag": 6}

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"
_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
_WORDED = rf"(?P<day>\d{{1,2}})\.?[ \-]{{0,2}}(?P<month>{_MONTH})\b\.?(?:[ ,\-]{{1,3}}(?P<year>\d{{4}})(?!\d))?"
_TURNED = rf"(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}}), (?P<year2>\d{{4}})(?!\d)"
_ISO = r"(?P<year3>(?:19|20)\d{2})-(?P<month3>\d{2})-(?P<day3>\d{2})(?!\d)"
_DIGITS = (
    r"(?P<day4>\d{1,2})(?P<sep>[.\-/]) ?(?P<month4>\d{1,2})(?:(?P=sep)|[ \-/.])[ ]?(?P<year4>(?:19|20)\d{2}|\d{2})"
    r"(?![\d.,/%]*\d)"
)
_SHORT = r"(?:\bd\. ?|\bden )(?P<day5>\d{1,2})(?:/|\.)(?P<month5>\d{1,2})(?![\d.,/]*\d)"
_DATE = re.compile(
    # The first two signs tell most places where no date begins: looked at before the closer forms.
    r"(?=\d|m[ai]|t[io]|o[nkc]|f[re]|l[ø]|s[øe]|j[au]|a[pu]|n[ov]|k[t]|d[e.])"
    rf"(?:(?P<weekday>{_WEEKDAY}),?\s{{1,2}}(?:den\s|d\.\s?)?)?"
    rf"(?<![\d./,])(?:{_WORDED}|{_TURNED}|{_ISO}|{_DIGITS}|{_SHORT})"
)
_FIGURES = re.compile(r"\d(?:.*\d)?", re.DOTALL)
_PARTED = re.compile(r"\d[.\-/]\s?\d")
"""Figures as all dates hold them that do not name their month."""
_MONTH_STEMS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "maj",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "oct",
    "nov",
    "nvem",
    "dec",
    "ktb",
)
_ROOM = 32
"""Characters that the longest weekday or month, with what ties it to its figure, takes before or behind that."""
DATE = (
    rf"(?:{_WEEKDAY},?\s{{1,2}})?(?:den\s|"
    rf"d\.\s?)?(?:\d{{1,2}}\.?[ \-]{{0,2}}{_MONTH}\b\.?[ ,\-]{{0,3}}(?:\d{{4}})?|(?:19|20)\d\d-\d\d-\d\d|"
    rf"\d{{1,2}}[.\-/] ?\d{{1,2}}[.\-/ ]{{1,2}}(?:(?:19|20)\d\d|\d\d)(?!\d))"
)
"""A printed date, for use inside other patterns (case-insensitive); the year may be missing after a month's name."""

_VAGUE = re.compile(
    rf"\b(?:primo|medio|ultimo|(?:inden|ved|frem mod|i) (?:udgangen|årets udgang|begyndelsen|starten|"
    rf"slutningen) ?(?:af)?"
    rf"|(?:inden|efter|ved|frem mod) (?:årsskiftet|sommerferien|sommeren|jul|nytår|årets udgang)"
    rf"|i? ?(?:foråret|sommeren|efteråret|vinteren)(?: \d{{4}})?|[1-4]\. (?:kvartal|halvår)|uge \d{{1,2}}"
    rf"|{_MONTH}\.? (?:19|20)\d\d|årsskiftet)\b",
)
_VAGUE_STEMS = (
    "primo", "medio", "ultimo", "udgang", "begyndelse", "start", "slutning", "årsskift", "sommer", "jul", "nytår",
    "forår", "efterår", "vinter", "kvartal", "halvår", "uge", "jan", "feb", "mar", "apr", "maj", "may", "jun", "aug",
    "sep", "okt", "oct", "ktber", "nov", "nvember", "dec",
)  # fmt: skip
"""One of these stands in each vague time."""
DEADLINE = re.compile(
    r"\b(?:\w{0,20}frist(?:en|er|erne)?|senest|deadline|inden for|inden den|inden d\.|forfalder|træder i kraft|"
    r"ikrafttr\w+|udløber|opstart\w*|afholdes|igangsættes|færdig(?:gør\w*|t)?)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:kl\.?|klokken)\s{0,2}(\d{1,2})(?:[.:](\d{2}))?(?!\d)", re.IGNORECASE)
_HOURS = re.compile(
    r"(?:kl\.?|klokken)\s{0,2}(\d{1,2})(?:[.:](\d{2}))?\s{0,2}(?:-|–|til)\s{0,2}(?:kl\.?\s?)?(\d{1,2})(?:[.:](\d{2}))?"
    r"(?![\d/:]|\.\d)",
    re.IGNORECASE,
)
_LOOSE_HOURS = re.compile(
    r"(?<![\d.,:/–-])(\d{1,2})(?:[.:](\d{2}))?\s?[-–]\s?(\d{1,2})(?:[.:](\d{2}))(?![\d/:–-]|\.\d)"
)
_RANGE = re.compile(r"(?<!\d)(\d{1,2})[.:](\d{2})\s{0,2}(?:-|–|til)\s{0,2}(?:kl\.?\s?)?(\d{1,2})[.:](\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date met in a text: its place, the day when printed in full, and day and month when the year is missing."""

    start: int
    end: int
    on: date | None
    day: int
    month: int
    weekday: int | None = None


def find_dates(text: str) -> Iterator[Dated]:
    """Every calendar date in `text`, in order; impossible ones (31 February, 10.15 o'clock) are left out."""
    return iter(_dates(text))


@lru_cache(maxsize=64)
def _dates(text: str) -> tuple[Dated, ...]:
    # A sentence is asked whether it holds a date, and then which one: the second time costs nothing.
    figures = _FIGURES.search(text)
    if figures is None:
        return ()
    low = small(text)
    if not _PARTED.search(text) and not any([month in low for month in _MONTH_STEMS]):
        return ()
    return tuple(_found(low, *figures.span()))


def _found(text: str, first: int, last: int) -> Iterator[Dated]:
    """The dates in small letters around the figures from `first` to `last`: a day is always a figure."""
    for match in _DATE.finditer(text, max(first - _ROOM, 0), min(last + _ROOM, len(text))):
        groups = match.groupdict()
        day, month, year = _numbers(groups)
        if not (1 <= month <= 12 and 1 <= day <= 31):
            continue
        if groups["day4"] and _clock_before(text, match.start()):
            continue
        on = _day(year, month, day)
        if year is not None and on is None:
            continue
        weekday = WEEKDAYS[groups["weekday"].lower()] if groups["weekday"] else None
        yield Dated(match.start(), match.end(), on, day, month, weekday)


def _numbers(groups: dict[str, str | None]) -> tuple[int, int, int | None]:
    """Day, month and year of one match, whichever of the forms it has."""
    if groups["day"] or groups["day2"]:
        name = groups["month"] or groups["month2"] or ""
        year = groups["year"] or groups["year2"]
        return int(groups["day"] or groups["day2"] or 0), MONTHS[name.lower()], int(year) if year else None
    for mark in "345":
        if groups[f"day{mark}"]:
            year = groups.get(f"year{mark}")
            full = (int(year) + 2000 if len(year) == 2 else int(year)) if year else None
            return int(groups[f"day{mark}"] or 0), int(groups[f"month{mark}"] or 0), full
    return 0, 0, None


def _day(year: int | None, month: int, day: int) -> date | None:
    if year is None or not 1900 <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock_before(text: str, at: int) -> bool:
    return text[max(at - 4, 0) : at].lower().rstrip().endswith(("kl", "kl."))


def first_date(text: str) -> date | None:
    """The first date printed with its year, else None."""
    return next((hit.on for hit in find_dates(text) if hit.on), None)


def day_meant(text: str, near: date | None) -> date | None:
    """The one day a sentence speaks of, or None when there are several or its year cannot be told.

    A date without a year counts only when its weekday is printed and fits in the year of `near` or the next.
    """
    days: set[date] = set()
    for hit in find_dates(text):
        on = hit.on
        if on is None and near is not None and hit.weekday is not None:
            fits = [_day(year, hit.month, hit.day) for year in (near.year, near.year + 1)]
            on = next((day for day in fits if day and day.weekday() == hit.weekday and day >= near), None)
        if on is None:
            return None
        days.add(on)
    return days.pop() if len(days) == 1 else None


def speaks_of_time(text: str) -> bool:
    """Whether a sentence holds a date, or a deadline word with a vague time such as "primo december"."""
    if any(True for _ in find_dates(text)):
        return True
    low = text.lower()
    vague = _VAGUE.search(low) if any([stem in low for stem in _VAGUE_STEMS]) else None
    return bool(vague and (DEADLINE.search(text) or not _bare_month(vague.group()) or len(text) < 400))


def _bare_month(text: str) -> bool:
    return text.split(" ")[0].rstrip(".").lower() in MONTHS


def clock_times(text: str) -> tuple[time | None, time | None]:
    """Start and end of a meeting in "Kl. 8:30-11:30", "kl. 10-12", "17.00 - 19.15" or "10-09-2014 18:00:00"."""
    for hit in reversed(list(find_dates(text))):
        # "10-09-2014 18:00" holds no time that begins at ten.
        text = text[: hit.start] + " " * (hit.end - hit.start) + text[hit.end :] if hit.on else text
    text = re.sub(r"(?<=\d[.:]\d\d):\d\d(?!\d)", "", text)
    span = _RANGE.search(text) or _HOURS.search(text) or _LOOSE_HOURS.search(text)
    if span:
        return _clock(span[1], span[2]), _clock(span[3], span[4])
    hits = [_clock(hit[1], hit[2]) for hit in _CLOCK.finditer(text)]
    if hits:
        return hits[0], hits[1] if len(hits) > 1 else None
    bare = re.search(r"(?<![\d.:])(\d{1,2})[.:](\d{2})(?![\d.:])", text)
    return (_clock(bare[1], bare[2]) if bare else None), None


def _clock(hour: str, minute: str | None) -> time | None:
    if int(hour) > 23 or int(minute or 0) > 59:
        return None
    return time(int(hour), int(minute or 0))
