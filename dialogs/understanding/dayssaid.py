"""The day of a meeting that is moved, cancelled or added, as a secretary says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from dialogs.understanding import calendar_words as cw
from dialogs.understanding.periods import Period, periods
from dialogs.understanding.wheresaid import clock, place

_FLAGS = re.IGNORECASE
_SLASHED = re.compile(r"(?<!den )(?<!d\. )(?<![\d./])\b(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])", _FLAGS)
_REASON = re.compile(
    r"\b(?:på\s+grund\s+af|pga\.?|grundet|fordi|because(?:\s+of)?|due\s+to|as)\s+(?P<why>[^.]{2,200})", _FLAGS
)
_BARE = re.compile(
    r"\b(?:til|to)\s+(?:den\s+|the\s+)?(?P<d>\d{1,2})(?:\.|st|nd|rd|th)?(?=\s*(?:$|[,;]|kl\b|at\b|i\b|in\b))", _FLAGS
)
_BARE_FIRST = re.compile(r"\b(?:den|the)\s+(?P<d>\d{1,2})(?:\.|st|nd|rd|th)?\s+(?=(?:til|to)\b)", _FLAGS)
_LATER = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{cw.either(cw.NUMBERS)})\s+(?P<unit>dage?|days?|uger?|weeks?)\s+"
    r"(?P<way>frem|senere|efter|later|forward|tilbage|tidligere|før|earlier|back)\b",
    _FLAGS,
)
_THE_NEXT = re.compile(
    r"\b(?:til\s+|to\s+)?(?P<what>ugen efter|dagen efter|dagen før|ugen før|the week after|the day after|"
    r"the day before|the following week|the following day)\b",
    _FLAGS,
)
_SHIFTS = {"ugen efter": 7, "the week after": 7, "the following week": 7, "dagen efter": 1, "the day after": 1,
           "the following day": 1, "dagen før": -1, "the day before": -1, "ugen før": -7}  # fmt: skip
_TO_WEEKDAY = re.compile(
    rf"\b(?:til|to)\s+(?:på\s+)?(?P<day>{cw.either(cw.WEEKDAYS)})\b(?!\s+(?:den|the)?\s*\d)", _FLAGS
)


@dataclass(frozen=True, slots=True)
class DaySaid:
    """What is said of one day: which it is, and of a move where to; days are None where none is named.

    `shift`: so many days later (earlier when negative); `weekday`: to that day of the same week.
    """

    day: date | None = None
    to: date | None = None
    shift: int | None = None
    weekday: int | None = None
    start: time | None = None
    place: str | None = None
    reason: str | None = None


def days_said(text: str, today: date) -> DaySaid:
    """Which day is meant, where it is moved to, and what else is said of it."""
    text = _SLASHED.sub(r"den \g<d>/\g<m>", text)
    found = [each for each in periods(text, today, ahead=True) if each.dated and each.since is not None]
    day, to = _two_days(text, found, today)
    later, the_next, weekday = _LATER.search(text), _THE_NEXT.search(text), _TO_WEEKDAY.search(text)
    shift: int | None = None
    if later is not None:
        number = int(later["n"]) if later["n"].isdigit() else cw.NUMBERS[later["n"].casefold()]
        step = 7 if later["unit"].casefold().startswith(("uge", "week")) else 1
        back = later["way"].casefold() in ("tilbage", "tidligere", "før", "earlier", "back")
        shift = -number * step if back else number * step
    elif the_next is not None:
        shift = _SHIFTS[the_next["what"].casefold()]
    why = _REASON.search(text)
    return DaySaid(
        day,
        to,
        shift if to is None else None,
        cw.WEEKDAYS[weekday["day"].casefold()] if weekday is not None and to is None else None,
        clock(text),
        place(text),
        why["why"].strip(" ,.!") if why is not None else None,
    )


def _two_days(text: str, found: list[Period], today: date) -> tuple[date | None, date | None]:
    single = [each for each in found if each.since == each.until]
    span = next((each for each in found if each.since is not None and each.until is not None
                 and each.since != each.until and _single_ends(text[each.start : each.end])), None)  # fmt: skip
    if span is not None:
        return span.since, span.until
    opened = [each for each in found if each.until is None]
    if opened and single:
        return opened[0].since, single[-1].since
    if len(single) >= 2:
        return single[0].since, single[1].since
    for joint in re.finditer(r"\b(?:til|to)\b", text, _FLAGS):
        sides = [_single(part, today) for part in (text[: joint.start()], text[joint.end() :])]
        if None not in sides:
            return sides[0], sides[1]
    only = single[0] if single else opened[0] if opened else None
    if only is None:
        return None, None
    bare = _BARE.search(text)
    if bare is not None and only.since is not None and bare.start() >= only.start:
        return only.since, _same_month(only.since, int(bare["d"]))
    if re.search(r"\b(?:til|to)\s+(?:den\s+|the\s+)?(?:\w+dag\s+(?:den\s+)?|\w+day\s+)?$", text[: only.start], _FLAGS):
        before = _BARE_FIRST.search(text[: only.start])
        first = _same_month(only.since, int(before["d"])) if before and only.since else None
        return first, only.since
    return only.since, None


def _single(text: str, today: date) -> date | None:
    """The first day written in a text."""
    found = periods(text, today, ahead=True)
    return next((each.since for each in found if each.dated and each.since == each.until), None)


def _single_ends(text: str) -> bool:
    """Whether a period from one day to another was written, and no month or week."""
    return len(re.findall(r"\d{1,2}", text)) >= 2


def _same_month(day: date, number: int) -> date | None:
    try:
        return day.replace(day=number)
    except ValueError:
        return None


def moved_to(said: DaySaid, day: date) -> date | None:
    """The day that a meeting of `day` is moved to; None when no other is said."""
    if said.to is not None:
        return said.to
    if said.shift is not None:
        return day + timedelta(days=said.shift)
    if said.weekday is not None:
        return day + timedelta(days=said.weekday - day.weekday())
    return None
