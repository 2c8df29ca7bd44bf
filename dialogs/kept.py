"""What the conversation is about: the items and the meeting of the last answer, read anew since access may change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dialogs.replies import Room
from store.errors import NotFound
from store.records import ItemRecord

KEPT_ITEMS = 5


def held_meeting(room: Room) -> tuple[str | None, date] | None:
    """Body and day of the meeting that the last answer was about; None when it was about something else."""
    body, day = room.kept.get("body"), room.kept.get("day")
    if not isinstance(day, str):
        return None
    try:
        return body if isinstance(body, str) else None, date.fromisoformat(day)
    except ValueError:
        return None


def held_items(room: Room) -> tuple[str, ...]:
    """Keys of the items under discussion that the person may still see, best first."""
    held = room.kept.get("items")
    keys = [key for key in held if isinstance(key, str)][:KEPT_ITEMS] if isinstance(held, (list, tuple)) else []
    return tuple(item.key for item in visible_items(room, keys))


def visible_items(room: Room, keys: Iterable[str]) -> list[ItemRecord]:
    """The items of these keys that may still be seen: read anew, since access may have changed."""
    found = []
    for key in keys:
        try:
            found.append(room.ports.answers.item(key, room.scene.subject))
        except NotFound:
            continue
    return found
