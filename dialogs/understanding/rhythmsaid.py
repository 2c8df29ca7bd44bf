"""The rhythm that a body meets by, as a secretary says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from dialogs.understanding import calendar_words as cw
from dialogs.understanding.periods import periods
from dialogs.understanding.wheresaid import clock, place

_FLAGS = re.IGNORECASE
_WEEKDAY = re.compile(rf"\b(?P<day>{cw.either(cw.WEEKDAYS)})s?(?:ene|en|e|er)?\b", _FLAGS)
_ORDINALS = {
    **{word: 1 for word in ("første", "1", "1st", "first")},
    **{word: 2 for word in ("anden", "andet", "2", "2nd", "second")},
    **{word: 3 for word in ("tredje", "3", "3rd", "third")},
    **{word: 4 for word in ("fjerde", "4", "4th", "fourth")},
    **{word: 5 for word in ("femte", "5", "5th", "fifth")},
    **{word: -1 for word in ("sidste", "last")},
}
_ORDINAL = rf"(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_DAY = rf"(?:{cw.either(cw.WEEKDAYS)})s?(?:ene|en|e|er)?"
_TOGETHER = re.compile(
    rf"\b{_DAY}(?:\s*(?:,|og|samt|and|&|\+)\s*(?:og\s+|and\s+)?"
    rf"(?:(?:hver|every|each|om|on|den|the)\s+)?{_DAY})+\b",
    _FLAGS,
)
_EVERY = re.compile(
    rf"\b(?:hver|hvert|hveranden|every|each)\b(?:\s+(?P<n>{_ORDINAL}|other|anden|to|two|tre|three|fire|four|\d{{1,2}}))?\.?"
    rf"(?=\s+(?:uge|week|{cw.either(cw.WEEKDAYS)}))",
    _FLAGS,
)
_WEEKLY = re.compile(r"\b(?:ugentligt?|weekly)\b", _FLAGS)
_FORTNIGHT = re.compile(
    r"\b(?:hveranden|hver\s+14\.?\s+dag|hver\s+fjortende\s+dag|fortnightly|every\s+fortnight)\b", _FLAGS
)
_OF_MONTH = re.compile(
    rf"\b(?P<list>{_ORDINAL}\.?(?:\s*(?:,|og|samt|and|&)\s*(?:den\s+|the\s+)?{_ORDINAL}\.?)*)\s+"
    rf"(?P<day>{cw.either(cw.WEEKDAYS)})",
    _FLAGS,
)
_NAMED_TWICE = re.compile(rf"(?P<first>{_ORDINAL})\.?\s+{cw.either(cw.WEEKDAYS)}\s*(?:og|and|samt)", _FLAGS)
_PAUSE = re.compile(
    r"\b(?:ikke|undtagen|undtaget|bortset\s+fra|dog\s+ikke|pause|sommerferie|except|but\s+not|not|excluding|excepting|no\s+meetings?)\b"
    r"(?:\s+(?:i|in|for|during|møder?))*\s+(?P<months>[^.;]*)",
    _FLAGS,
)
_BOUND = re.compile(rf"\b(?:fra|from|til|to|until)\s+(?:den\s+|the\s+)?{cw.either(cw.WEEKDAYS)}\b", _FLAGS)
"""A weekday that only stands before a date: "fra torsdag den 7. januar"."""
_MONTH = re.compile(rf"\b{cw.either(cw.MONTHS)}\b", _FLAGS)


@dataclass(frozen=True, slots=True)
class PatternSaid:
    """A rhythm as said; `since` None: from now on."""

    weekday: int
    weeks: int | None = None
    ordinals: tuple[int, ...] = ()
    since: date | None = None
    until: date | None = None
    not_in: frozenset[int] = frozenset()
    start: time | None = None
    place: str | None = None
    also: tuple[int, ...] = ()
    """Further weekdays of the same weeks: "hver mandag og torsdag"."""


def pattern_said(text: str, today: date) -> PatternSaid | None:
    """The rhythm in a sentence; None when it says no weekday, several that are not one list, or no rhythm."""
    loose = _BOUND.sub(" ", text)
    named = sorted({cw.WEEKDAYS[found["day"].casefold()] for found in _WEEKDAY.finditer(loose)})
    if not named or (len(named) > 1 and not _listed(loose, len(named))):
        return None
    weeks, ordinals = _rhythm(text)
    if weeks is None and not ordinals:
        return None
    months = _paused(text)
    bare = _PAUSE.sub(" ", text)
    since, until = _bounds(bare, today)
    return PatternSaid(named[0], weeks, ordinals, since, until, months, clock(bare), place(bare), tuple(named[1:]))


def _listed(text: str, count: int) -> bool:
    """Whether so many weekdays stand in one list, that holds for all of them alike: "hver mandag, onsdag og fredag"."""
    lists = [found.group() for found in _TOGETHER.finditer(text)]
    days = [{cw.WEEKDAYS[each["day"].casefold()] for each in _WEEKDAY.finditer(one)} for one in lists]
    return any(len(each) == count for each in days)


def _rhythm(text: str) -> tuple[int | None, tuple[int, ...]]:
    of_month = _OF_MONTH.search(text)
    every = _EVERY.search(text)
    if _FORTNIGHT.search(text):
        return 2, ()
    monthly = re.search(r"\b(?:måned|måneden|months?)\b", text, _FLAGS) is not None
    if every is not None and not (monthly and every["n"]):
        return _count(every["n"]), ()
    if _WEEKLY.search(text):
        return 1, ()
    if of_month is None:
        return None, ()
    numbers = [_ORDINALS[word.casefold()] for word in re.findall(_ORDINAL, of_month["list"], _FLAGS)]
    numbers += [_ORDINALS[found["first"].casefold()] for found in _NAMED_TWICE.finditer(text)]
    return None, tuple(sorted(set(numbers), key=lambda number: (number < 0, number)))


def _count(word: str | None) -> int:
    if not word:
        return 1
    lowered = word.casefold()
    if lowered == "other":
        return 2
    number = _ORDINALS.get(lowered) or cw.NUMBERS.get(lowered) or int(lowered)
    return number if number > 0 else 1


def _paused(text: str) -> frozenset[int]:
    found: set[int] = set()
    for pause in _PAUSE.finditer(text):
        said = re.split(r"\b(?:kl|klokken|fra|from|at|sted|place)\b", pause["months"], maxsplit=1, flags=_FLAGS)[0]
        months = [cw.MONTHS[word.casefold()] for word in _MONTH.findall(said)]
        through = re.search(r"\b(?:til|to|-|–)\b", said)
        if len(months) == 2 and through:
            first, last = months
            months = [(first - 1 + n) % 12 + 1 for n in range((last - first) % 12 + 1)]
        found |= set(months)
    return frozenset(found)


def _bounds(text: str, today: date) -> tuple[date | None, date | None]:
    """From and until which day; a bare date is the first one."""
    since: date | None = None
    until: date | None = None
    for period in periods(text, today, ahead=True):
        if not period.dated or (period.since or period.until or today) < today:
            # "Sidste fredag" is a rhythm here.
            continue
        if period.since is None:
            until = period.until
        else:
            since = since or period.since
            if period.until is not None and period.until != period.since:
                until = period.until
    return since, until
