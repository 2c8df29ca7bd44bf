"""What was typed on a step of the wizard, as fields of an agenda item; what cannot be taken is said by field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from cards import casephrases as cp
from cards.casefields import INPUTS, LONG, place_value, shown
from cards.casesteps import MOST_MINUTES
from cards.texts import Texts
from store.agenda.records import (
    MOST_RECOMMENDATIONS,
    MOST_SHORT,
    MOST_TEXT,
    MOST_TITLE,
    REASONS,
    TYPES,
    AgendaItem,
    BadField,
    Named,
    Step,
)
from store.calendar_records import CalendarMeeting
from store.records import Access, BodyRecord

_HIDDEN = re.compile(r"•[• .‐-―-]{4,}•{4}")
"""What is left of a personal number when a message comes in: its digits are hidden before anything else happens."""
_NUMBER = re.compile(r"^\s*(?:\d{1,2}\s*[.):]|[-–•*])\s*")
_INSIDE = re.compile(r"(?:^|(?<=[\s.;,:]))(\d{1,2})[.)]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the person may submit to: coming meetings, and bodies without one."""

    meetings: Sequence[CalendarMeeting] = ()
    bodies: Sequence[BodyRecord] = ()


@dataclass
class Filled:
    """Fields to save; and by input what was typed and cannot be, with why."""

    fields: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)

    def refuse(self, name: str, typed: str, why: str) -> None:
        """Keep what was typed, unsaved."""
        self.typed[name], self.faults[name] = typed, why


def inputs(data: Mapping[str, Any], step: Step) -> dict[str, str]:
    """What came back from the step's inputs; one that did not come back was not shown, and stays as it is."""
    found: dict[str, str] = {}
    for name in INPUTS[step]:
        value = data.get(name)
        if isinstance(value, bool) or value is None:
            continue
        if isinstance(value, (str, int, float)):
            found[name] = tidied(str(value), lines=name in LONG)
    return found


def tidied(text: str, *, lines: bool) -> str:
    """Typed text without blanks at its ends; a short field is one line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return text if lines else " ".join(text.split())


def filled(typed: Mapping[str, str], item: AgendaItem, places: Places, name_of: Callable[[str], Named], t: Texts,
           kept: frozenset[str] = frozenset()) -> Filled:  # fmt: skip
    """The fields that differ from the item's, checked. `kept` are inputs that were shown empty beside a long text."""
    found = Filled()
    for name, text in typed.items():
        if name in kept and not text:
            continue
        if _HIDDEN.search(text):
            found.refuse(name, text, t.say(cp.FAULT_CPR))
        elif name == "place":
            _place(text, item, places, found, t)
        elif text != shown(item, name):
            _field(name, text, found, name_of, t)
    return found


def _place(text: str, item: AgendaItem, places: Places, found: Filled, t: Texts) -> None:
    if text == place_value(item.meeting, item.body_key) or not text:
        return
    for meeting in places.meetings:
        if text == place_value(meeting, None):
            found.fields |= {"body_key": meeting.body_key, "meeting_key": meeting.key}
            return
    for body in places.bodies:
        if text == place_value(None, body.key):
            found.fields |= {"body_key": body.key, "meeting_key": None}
            return
    found.refuse("place", "", t.say(cp.FAULT_PLACE))


def _field(name: str, text: str, found: Filled, name_of: Callable[[str], Named], t: Texts) -> None:
    if name == "recommendations":
        lines = recommended(text)
        if len(lines) > MOST_RECOMMENDATIONS:
            found.refuse(name, text, t.say(cp.FAULT_MANY, count=MOST_RECOMMENDATIONS))
        elif any(len(line) > MOST_TEXT for line in lines):
            found.refuse(name, text, _long(len(text), MOST_TEXT, t))
        else:
            found.fields[name] = lines
    elif name in ("type", "access", "closed_reason"):
        allowed = {"type": TYPES, "access": get_args(Access), "closed_reason": REASONS}[name]
        if text in allowed:
            found.fields[name] = text
        elif name == "closed_reason" and not text:
            found.fields[name] = None
        else:
            found.refuse(name, "", t.say(cp.FAULT_CHOICE))
    elif name == "minutes":
        _minutes(text, found, t)
    else:
        _text(name, text, found, name_of, t)


def _minutes(text: str, found: Filled, t: Texts) -> None:
    try:
        minutes = float(text.replace(",", ".")) if text else 0.0
    except ValueError:
        minutes = -1.0
    if not text:
        found.fields["minutes"] = None
    elif minutes.is_integer() and 1 <= minutes <= MOST_MINUTES:
        found.fields["minutes"] = int(minutes)
    else:
        found.refuse("minutes", text, t.say(cp.FAULT_MINUTES, most=MOST_MINUTES))


def _text(name: str, text: str, found: Filled, name_of: Callable[[str], Named], t: Texts) -> None:
    most = MOST_TITLE if name == "title" else MOST_TEXT if name in LONG else MOST_SHORT
    if len(text) > most:
        found.refuse(name, text, _long(len(text), most, t))
    elif name in ("presenter", "responsible"):
        found.fields[name] = name_of(text) if text else None
    else:
        found.fields[name] = text


def _long(length: int, most: int, t: Texts) -> str:
    return t.say(cp.FAULT_LONG, length=length, count=most)


def recommended(text: str) -> tuple[str, ...]:
    """Recommendations as they were typed: one a line, or numbered one after the other, without their numbers."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        lines = _apart(lines[0])
    return tuple(told for line in lines if (told := " ".join(_NUMBER.sub("", line).split())))


def _apart(line: str) -> list[str]:
    """ "1. … 2. …" in one line, where the numbers go on from 1."""
    starts, wanted = [], 1
    for match in _INSIDE.finditer(line):
        if int(match[1]) == wanted:
            starts.append(match.start(1))
            wanted += 1
    if len(starts) < 2:
        return [line]
    lead = line[: starts[0]].strip(" :,")
    parts = [line[at:end].strip(" ;,") for at, end in zip(starts, [*starts[1:], len(line)], strict=True)]
    return parts if not lead else [f"{lead} {_NUMBER.sub('', part)}" for part in parts]


def refused(error: BadField, t: Texts) -> str:
    """Why the store does not take a value."""
    if error.field in ("body_key", "meeting_key"):
        told = {"past": cp.FAULT_PAST, "not_yours": cp.FAULT_NOT_YOURS}.get(error.fault, cp.FAULT_PLACE)
        return t.say(told)
    if error.fault == "too_long" and error.limit is not None:
        return t.say(cp.FAULT_LONG, length=error.limit + 1, count=error.limit)
    if error.fault == "too_many" and error.limit is not None:
        return t.say(cp.FAULT_MANY, count=error.limit)
    return t.say(cp.FAULT_FIELD)


def input_of(name: str) -> str:
    """The input that a field is filled in with."""
    return "place" if name in ("body_key", "meeting_key") else name
