"""The day by which something shall be done, and how often, as people say it of a promise: always ahead in time."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dialogs.understanding import calendar_words as cw
from dialogs.understanding.days import valid
from dialogs.understanding.periods import periods
from store.followup_records import Recurrence

_FLAGS = re.IGNORECASE
_LEAD = (
    r"(?:(?:senest|inden\s+for|inden|før|by|before|until|till|indtil|no\s+later\s+than|due|frist(?:en)?(?:\s+er)?"
    r"|til|to|for|deadline(?:\s+is)?)\s*:?\s+)*"
)
_BEFORE = re.compile(r"\b(?:inden|før|before)\b(?!\s+for\b)", _FLAGS)
_ON = r"(?:(?:på|den|d\.|on|the|nu\s+på|næste|førstkommende|kommende|next|this|this\s+coming|coming)\s+)*"
_WEEKDAY = re.compile(rf"\b(?P<lead>{_LEAD}){_ON}(?P<day>{cw.either(cw.WEEKDAYS)})\b(?!\s+(?:den|the)?\s*\d)", _FLAGS)
_COUNT = rf"(?:\d{{1,3}}|{cw.either(cw.NUMBERS)}|couple\s+of|par)"
_UNIT = r"(?:dage?|days?|uger?|weeks?|måned(?:er)?|maaned(?:er)?|months?|år|years?|kvartal(?:er)?|quarters?)"
_AWAY = re.compile(
    rf"\b(?P<lead>{_LEAD})(?:om|in|within|inden\s+for)\s+(?:de\s+næste\s+|the\s+next\s+)?(?:et\s+|a\s+)?(?P<n>{_COUNT})\s+(?P<unit>{_UNIT})\b"
    rf"|\b(?P<n2>{_COUNT})\s+(?P<unit2>{_UNIT})\s+(?:frem|from\s+now|from\s+today)\b"
    rf"|(?:^|\b(?:udsæt|udskyd|vent|skub|snooze|postpone|off|delay)\b(?:\s+(?:den|det|it|opfølgningen))?(?:\s+(?:med|for|by))?)"
    rf"\s*(?P<n3>{_COUNT})\s+(?P<unit3>{_UNIT})\s*[.!]?$",
    _FLAGS,
)
_SLASHED = re.compile(
    rf"\b{_LEAD}(?:den\s+|d\.\s*)?(?P<d>\d{{1,2}})[/.](?P<m>\d{{1,2}})(?![\d/]|\.\d)(?!\s*(?:kr|mio|pct|%))", _FLAGS
)
_BARE = re.compile(rf"\b{_LEAD}(?:den|d\.|the)\s+(?P<d>\d{{1,2}})(?:\.|st|nd|rd|th)?(?=\s*(?:$|[,;.!?)]))", _FLAGS)
_PART = re.compile(
    rf"\b{_LEAD}(?:i\s+)?(?P<part>primo|medio|ultimo|early|mid|late)[\s-]+"
    rf"(?P<month>{cw.either(cw.MONTHS)})\b(?!\s+\d{{4}})",
    _FLAGS,
)
_MONTH_ALONE = re.compile(rf"\b{_LEAD}(?P<month>{cw.either(cw.MONTHS)})(?=\s*(?:$|[,;.!?)]))", _FLAGS)
_OPENING = re.compile(rf"(?:\b{_LEAD})$", _FLAGS)
_SAID: tuple[tuple[Recurrence, str], ...] = (
    ("weekly", "(én gang )?hver uge|(én )?gang om ugen|ugentligt?|hver (man|tirs|ons|tors|fre)dag"),
    ("weekly", "every week|once a week|weekly"),
    ("monthly", "(én gang )?hver måned|(én )?gang om måneden|månedligt?|every month|once a month|monthly"),
    ("quarterly", "hvert kvartal|hver tredje måned|kvartalsvist?|every quarter|every three months|quarterly"),
    ("half_yearly", "hvert halve år|hvert halvår|halvårligt?|to gange om året"),
    ("half_yearly", "every six months|every half year|twice a year|half-?yearly"),
    ("yearly", "(én gang )?hvert år|(én )?gang om året|årligt?|every year|once a year|yearly|annually"),
    ("ongoing", "løbende|fortløbende|ongoing|continuously|on an ongoing basis|regularly"),
)
_RHYTHMS: tuple[tuple[re.Pattern[str], Recurrence], ...] = tuple(
    (re.compile(r"[\s,]*\b(?:" + said.replace(" ", r"\s+") + r")\b", _FLAGS), rhythm) for rhythm, said in _SAID
)


@dataclass(frozen=True, slots=True)
class Due:
    """A day and where it was written, its "senest" or "by" with it."""

    start: int
    end: int
    day: date


def due_in(text: str, today: date) -> Due | None:
    """The last day that the text names for something to be done; None for none."""
    found = [*_own(text, today), *_written(text, today)]
    if not found:
        return None
    # Of several the one that is said last: "notat om mødet i marts, senest fredag"; of finds in one place the longest.
    kept: list[Due] = []
    for each in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(each.end <= other.start or each.start >= other.end for other in kept):
            kept.append(each)
    return max(kept, key=lambda one: one.start)


def rhythm_in(text: str) -> tuple[int, int, Recurrence] | None:
    """How often, and where it is written; None for once."""
    for pattern, rhythm in _RHYTHMS:
        match = pattern.search(text)
        if match is not None:
            return match.start(), match.end(), rhythm
    return None


def _written(text: str, today: date) -> Iterator[Due]:
    """Days, months and ends of time that are understood everywhere."""
    for each in periods(text, today, ahead=True):
        day = each.until or each.since
        if not each.dated or day is None:
            continue
        lead = _OPENING.search(text[: each.start])
        start = lead.start() if lead is not None and lead.group() else each.start
        if each.since is not None and (day - each.since).days == 6 and day.weekday() == 6:
            # A week is over for who works in it on its Friday.
            day -= timedelta(days=2)
        yield Due(start, each.end, day)


def _own(text: str, today: date) -> Iterator[Due]:
    """What is said of the time to come only: a weekday, so many weeks away, the 5th, 1/3, the end of a month."""
    for match in _WEEKDAY.finditer(text):
        ahead = (cw.WEEKDAYS[match["day"].casefold()] - today.weekday()) % 7 or 7
        day = today + timedelta(days=ahead)
        yield Due(match.start(), match.end(), _less(match["lead"], day, today))
    for match in _AWAY.finditer(text):
        count, unit = match["n"] or match["n2"] or match["n3"], match["unit"] or match["unit2"] or match["unit3"]
        away = _away(today, count, unit)
        if away is not None:
            yield Due(match.start(), match.end(), away)
    for match in _SLASHED.finditer(text):
        numbered = _next(today, int(match["m"]), int(match["d"]))
        if numbered is not None:
            yield Due(match.start(), match.end(), _less(match.group(), numbered, today))
    for match in _BARE.finditer(text):
        number = int(match["d"])
        bare = valid(today.year, today.month, number)
        if bare is None or bare <= today:
            year, month = divmod(today.year * 12 + today.month, 12)
            bare = valid(year, month + 1, number)
        if bare is not None:
            yield Due(match.start(), match.end(), _less(match.group(), bare, today))
    for match in _PART.finditer(text):
        month = cw.MONTHS[match["month"].casefold().rstrip(".")]
        last = {"primo": 10, "early": 10, "medio": 20, "mid": 20}.get(match["part"].casefold(), 0)
        year = today.year + (1 if month < today.month else 0)
        yield Due(match.start(), match.end(), date(year, month, last or monthrange(year, month)[1]))
    for match in _MONTH_ALONE.finditer(text):
        if match.start() == match.start("month") or match["month"].casefold() == "jul":
            # A month by itself is part of what is talked of, and "inden jul" is before Christmas.
            continue
        month = cw.MONTHS[match["month"].casefold().rstrip(".")]
        year = today.year + (1 if month < today.month else 0)
        if _BEFORE.search(match.group()):
            yield Due(match.start(), match.end(), date(year, month, 1) - timedelta(days=1))
        else:
            yield Due(match.start(), match.end(), date(year, month, monthrange(year, month)[1]))


def _less(lead: str, day: date, today: date) -> date:
    """The day before, behind "inden" and "before"; never one that has passed."""
    earlier = day - timedelta(days=1)
    return earlier if _BEFORE.search(lead) and earlier > today else day


def _next(today: date, month: int, number: int) -> date | None:
    day = valid(today.year, month, number) if 1 <= month <= 12 else None
    return valid(today.year + 1, month, number) if day is not None and day < today else day


def _away(today: date, count: str, unit: str) -> date | None:
    words = " ".join(count.casefold().split())
    number = int(words) if words.isdigit() else 2 if words in ("couple of", "par") else cw.NUMBERS.get(words)
    if number is None:
        return None
    name = unit.casefold()
    if name.startswith(("dag", "day")):
        return today + timedelta(days=number)
    if name.startswith(("uge", "week")):
        return today + timedelta(weeks=number)
    months = number * (12 if name.startswith(("år", "year")) else 3 if name.startswith(("kv", "qu")) else 1)
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1])) if year < 9999 else None
