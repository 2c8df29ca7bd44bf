"""People as they are named in a command: by name, in the genitive, or as oneself."""

from __future__ import annotations

from cards.texts import clean
from dialogs.replies import Room
from store.records import Person

ONESELF = frozenset(("mig", "mig selv", "jeg", "me", "myself", "i"))
"""How people name themselves."""


def people_named(room: Room, name: str) -> list[Person]:
    """Those whom the assistant has met and who may be meant."""
    name = clean(name).strip(" .?!,")
    people = room.ports.people
    if name.casefold() in ONESELF:
        known = people.person(room.scene.subject.person or "")
        return [known] if known is not None else []
    found = list(people.met(name))
    for ending in ("'s", "’s", "s", "'", "’"):
        if not found and name.casefold().endswith(ending) and len(name) > len(ending) + 1:
            found = list(people.met(name[: -len(ending)]))
    return found
