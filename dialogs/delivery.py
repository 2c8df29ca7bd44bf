""" "Kører påmindelserne?": how delivery fares, for secretaries and administrators in personal chat."""

from __future__ import annotations

from cards import delivery as card
from dialogs.deeds import is_some_secretary
from dialogs.replies import Room, say
from dialogs.turn import AskedQuestion, Outcome
from dialogs.understanding.understand import Understanding
from store.access import is_administrator

COMMANDS = frozenset({"delivery_status"})


def may_ask(room: Room) -> bool:
    """Whether the asker is somebody who has to see to it."""
    return is_some_secretary(room) or is_administrator(room.scene.subject)


def command(room: Room, read: Understanding) -> Outcome:
    """When it last ran, and what is overdue."""
    outcome = say(room, card.status(room.ports.delivery.status(room.scene.now), room.scene.now, room.frame))
    return Outcome(outcome.message, lang=outcome.lang, asked=AskedQuestion("", room.lang, "manage", "answered"))
