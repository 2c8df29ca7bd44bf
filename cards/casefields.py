"""The inputs of each step of the wizard, what they show of an item, and a mark by which an untouched one is known."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from store.agenda.records import AgendaItem, Named, Step
from store.calendar_records import CalendarMeeting

INPUTS: Mapping[Step, tuple[str, ...]] = {
    "where": ("place", "title", "case_number", "type"),
    "matter": ("description", "finance", "assessment"),
    "proposal": (
        "recommendations", "access", "closed_reason", "closed_note", "presenter", "responsible", "minutes",
    ),
    "files": (),
    "review": ("late_reason",),
}  # fmt: skip
"""The inputs of each step."""
STEP_OF: Mapping[str, Step] = {name: step for step, names in INPUTS.items() for name in names} | {
    "body_key": "where", "meeting_key": "where", "files": "files",
}  # fmt: skip
"""At which step a field is filled in."""
LONG = frozenset({"description", "finance", "assessment", "late_reason", "recommendations"})
"""Inputs of several lines."""
CHOSEN = frozenset({"place", "type", "access", "closed_reason"})
"""Inputs in which nothing is written."""


def place_value(meeting: CalendarMeeting | None, body: str | None) -> str:
    """A meeting or, where none is planned, a body as the value of a choice."""
    return f"m:{meeting.key}" if meeting is not None else f"b:{body}" if body else ""


def shown(item: AgendaItem, name: str) -> str:
    """What the input of this name shows of the item."""
    if name == "place":
        return place_value(item.meeting, item.body_key)
    if name == "recommendations":
        return "\n".join(f"{number}. {line}" for number, line in enumerate(item.recommendations, start=1))
    value = getattr(item, name)
    if isinstance(value, Named):
        return value.text
    return "" if value is None else str(value)


def mark(text: str) -> str:
    """A short mark of what an input held; two texts hardly ever have the same."""
    return f"{zlib.crc32(text.encode()):08x}"


def marks(item: AgendaItem, step: Step) -> dict[str, str]:
    """The marks of a step's inputs as the item fills them in: what comes back with the same mark was not touched."""
    return {name: mark(shown(item, name)) for name in INPUTS[step]}
