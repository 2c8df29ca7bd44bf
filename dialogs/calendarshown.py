"""The calendar of a body as a card: twelve months of meetings, rhythm and deadlines."""

from __future__ import annotations

from cards import calendarcard as card
from cards.parts import Rendered
from dialogs.calendarquestions import AHEAD
from dialogs.replies import Room


def shown(room: Room, body: str) -> Rendered:
    """The card. Raises store.errors.NotFound."""
    calendar, subject, today = room.ports.calendar, room.scene.subject, room.scene.now.date()
    record = calendar.plan(body, subject)
    found = calendar.coming(subject, record.body.key, today, today + AHEAD, cancelled=True)
    changed = name_of(room, record.changed.person) if record.changed is not None else None
    return card.calendar(record, found, today, room.frame, changed)


def name_of(room: Room, person: str) -> str | None:
    """The name of somebody the assistant has met."""
    known = room.ports.people.person(person)
    return known.name if known is not None else None
