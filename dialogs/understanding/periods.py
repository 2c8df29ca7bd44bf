"""Days and periods as people write them in Danish and English, relative to a given day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dialogs.understanding import calendar_words as cw
from dialogs.understanding.days import valid
from dialogs.understanding.ends import ALL, NAMES
from dialogs.understanding.lately import LATELY, WORDS


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since` to `until`, both included, written at `start` to `end` of the text.

    `guessed`: the year was not written. `dated`: written with a day or month, or by reckoning from today; a bare
    year is not, since "the budget for 2026" is a matter and no time.
    """

    start: int
    end: int
    since: date | None
    until: date | None
    guessed: bool = False
    dated: bool = True


_SINCE = re.compile(r"\b(?:siden|since|efter|after|fra|from|fra\s+og\s+med)\s+(?:den\s+|the\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:indtil|til\s+og\s+med|inden|før|until|till|before|up\s+to)\s+(?:den\s+|the\s+)?$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\b(?:mellem|between|fra|from|i|in|perioden)\s+(?:den\s+|the\s+)?$", re.IGNORECASE)
_JOIN = re.compile(r"^\s*(?:og|and|til|to|-|–|—|til\s+og\s+med|until|through)\s*(?:den\s+|the\s+)?$", re.IGNORECASE)
_LEAD = re.compile(r"^(?:siden|since|fra|from|efter|after|inden|før|before)\s+", re.IGNORECASE)


def _atoms(text: str, today: date, ahead: bool) -> Iterator[Period]:
    for pattern, function, guessed, dated in (*ALL, *LATELY):
        for match in pattern.finditer(text):
            days = function(match, today, ahead)
            if days is not None:
                yield Period(match.start(), match.end(), days[0], days[1], guessed, dated)


_TIMES = (
    frozenset(
        part
        for table in (cw.MONTHS, cw.SEASONS, cw.WEEKDAYS, cw.RELATIVE_DAYS, cw.UNITS)
        for words in table
        for part in words.split()
    )
    | NAMES
    | WORDS
)
_PART = re.compile(r"[^\W\d_]+|\d")


def _timeless(text: str) -> bool:
    """Whether the text has neither a digit nor any word for a time, as most questions."""
    return not any(part.isdigit() or part in _TIMES for part in _PART.findall(text.casefold()))


def _longest(found: list[Period]) -> list[Period]:
    """Of overlapping finds the longest; of equally long ones the first rule's."""
    chosen: list[Period] = []
    for period in sorted(found, key=lambda each: each.start - each.end):
        if all(period.end <= other.start or period.start >= other.end for other in chosen):
            chosen.append(period)
    return sorted(chosen, key=lambda each: each.start)


def _spread(text: str, period: Period) -> Period:
    """The period with its preposition, opened to one side where that says so."""
    written = text[period.start : period.end]
    lead = _LEAD.match(written)
    before = text[: period.start]
    start = period.start
    word = lead.group().split()[0].casefold() if lead else ""
    if not word:
        for opening in (_SINCE, _UNTIL):
            match = opening.search(before)
            if match:
                word, start = match.group().split()[0].casefold(), match.start()
                break
    if word in ("siden", "since", "efter", "after") or (word in ("fra", "from") and not _one_unit(period)):
        after = word in ("efter", "after")
        return replace(
            period, start=start, since=_next_day(period.until) if after else period.since, until=None, dated=True
        )
    if word in ("indtil", "til", "until", "till", "up"):
        return replace(period, start=start, since=None, dated=True)
    if word in ("inden", "før", "before") and period.since is not None:
        return replace(period, start=start, since=None, until=period.since - timedelta(days=1), dated=True)
    if word in ("fra", "from"):
        return replace(period, start=start)
    match = re.search(r"\b(?:i|in|on|den|d\.|during|for|fra|under)\s+(?:(?:den|the)\s+)?$", before, re.IGNORECASE)
    return replace(period, start=match.start()) if match else period


def _next_day(day: date | None) -> date | None:
    return day + timedelta(days=1) if day else None


def _one_unit(period: Period) -> bool:
    """Whether "from" means that month or year ("from October 2015"), not from then on ("from March")."""
    return period.since is not None and period.until is not None and not period.guessed


def periods(text: str, today: date, *, ahead: bool = False) -> tuple[Period, ...]:
    """The periods written in the text, in order. `ahead`: a month without a year is the next one, not the last."""
    if _timeless(text):
        return ()
    found = _longest([period for period in _atoms(text, today, ahead)])
    joined: list[Period] = []
    for period in found:
        earlier = joined[-1] if joined else None
        if earlier is not None and _JOIN.match(text[earlier.end : period.start]):
            opening = _BETWEEN.search(text[: earlier.start])
            since, until = earlier.since, period.until
            if earlier.guessed and not period.guessed and since is not None and period.since is not None:
                since = _same_year(since, period.since)
            joined[-1] = Period(
                opening.start() if opening else earlier.start,
                period.end,
                since,
                until,
                earlier.guessed and period.guessed,
                True,
            )
            continue
        joined.append(_spread(text, period))
    return tuple(joined)


def _same_year(day: date, model: date) -> date:
    """ "From 1 May to 3 June 2016": the first day takes the year of the second."""
    moved = valid(model.year, day.month, day.day) or day
    return moved if moved <= model else valid(model.year - 1, day.month, day.day) or day
