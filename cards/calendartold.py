"""Rhythms, deadlines and changes of the meeting calendar in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from babel.dates import format_date

from cards import phrases as p
from cards.grammar import definite
from cards.phrases import Phrase
from cards.texts import Texts
from store.calendar_records import CannotChange, PlanEntry
from store.meetingplan import DeadlineKind, DeadlineRule, Pattern

KINDS: Mapping[DeadlineKind, Phrase] = {
    "submission": p.SUBMISSION_NAME,
    "quality": p.QUALITY_NAME,
    "dispatch": p.DISPATCH_NAME,
    "minutes": p.MINUTES_NAME,
}
ORDINALS: Mapping[int, Phrase] = {
    1: p.ORDINAL_1,
    2: p.ORDINAL_2,
    3: p.ORDINAL_3,
    4: p.ORDINAL_4,
    5: p.ORDINAL_5,
    -1: p.ORDINAL_LAST,
}
_CANNOT: Mapping[str, Phrase] = {
    "no_meeting": p.CANNOT_NO_MEETING,
    "taken": p.CANNOT_TAKEN,
    "past": p.CANNOT_PAST,
    "nothing": p.CANNOT_NOTHING,
}
_DID: Mapping[str, Phrase] = {
    "moved": p.DID_MOVE,
    "cancelled": p.DID_CANCEL,
    "single": p.DID_ADD,
    "restored": p.DID_RESTORE,
    "patterns": p.DID_CHANGE,
    "deadlines": p.DID_CHANGE,
    "undone": p.DID_UNDO,
}
_MONDAY = date(2024, 1, 1)


def weekday(number: int, t: Texts) -> str:
    """ "torsdag", "Thursday"; 0 is Monday."""
    return str(format_date(date.fromordinal(_MONDAY.toordinal() + number), "EEEE", locale=t.lang))


def month(number: int, t: Texts) -> str:
    """ "juli", "July"."""
    return str(format_date(date(2024, number, 1), "LLLL", locale=t.lang))


def ordinals(numbers: Sequence[int], t: Texts) -> str:
    """ "første og tredje"."""
    return t.names(t.say(ORDINALS[number]) for number in numbers)


def rhythm(pattern: Pattern, t: Texts, *, bounds: bool = True) -> str:
    """ "hver anden torsdag kl. 8.30 fra den 7. januar 2027, ikke i juli"; without `bounds` no first and last day."""
    day = t.names(weekday(each, t) for each in pattern.weekdays)
    if pattern.weeks is None:
        told = t.say(p.RHYTHM_MONTH, ordinals=ordinals(pattern.ordinals, t), weekday=day)
    elif pattern.weeks <= 2:
        told = t.say(p.RHYTHM_WEEKLY if pattern.weeks == 1 else p.RHYTHM_OTHER, weekday=day)
    else:
        told = t.say(p.RHYTHM_WEEKS, weekday=day, count=pattern.weeks)
    if pattern.start is not None:
        told = t.say(p.RHYTHM_AT, rhythm=told, time=pattern.start)
    if bounds:
        told = t.say(p.RHYTHM_FROM, rhythm=told, date=pattern.since)
    if bounds and pattern.until is not None:
        told = t.say(p.RHYTHM_UNTIL, rhythm=told, date=pattern.until)
    if pattern.not_in:
        told = t.say(p.RHYTHM_NOT_IN, rhythm=told, months=t.names(month(each, t) for each in sorted(pattern.not_in)))
    return told


def rhythms(patterns: Sequence[Pattern], today: date, t: Texts) -> str:
    """The rhythms that hold now or later; that there is none."""
    left = [one for one in patterns if one.until is None or one.until >= today]
    return "; ".join(rhythm(one, t) for one in left) or t.say(p.RHYTHM_NONE)


def rule(one: DeadlineRule, t: Texts) -> str:
    """ "8 arbejdsdage før mødet kl. 12.00"."""
    if one.working_days == 0:
        return t.say(p.RULE_SAME, time=one.at)
    phrase = p.RULE_AFTER if one.kind == "minutes" else p.RULE_BEFORE
    return t.say(phrase, count=one.working_days, time=one.at)


def cannot(error: CannotChange, body: str, t: Texts) -> str:
    """Why a change cannot be made."""
    told = t.say(_CANNOT[error.reason], body=definite(body), date=error.day)
    return told[:1].upper() + told[1:]


def stale(body: str, entry: PlanEntry | None, name: str | None, t: Texts) -> str:
    """That somebody else was faster, and what they did."""
    if entry is None:
        return t.say(p.STALE_PLAN_PLAIN, body=definite(body))
    who = name or t.say(p.SOMEBODY)
    what = t.say(_DID[entry.action], name=who, date=entry.day, when=t.moment(entry.at))
    return t.say(p.STALE_PLAN, body=definite(body), what=what)
