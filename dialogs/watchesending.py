"""All watches of a place ended at once: asked first, since there is no way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cards import missing, verbs
from cards import phrases as p
from cards import watch as card
from cards.prompts import prompts
from cards.texts import texts
from dialogs.clicks import gone
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from store.errors import NotFound
from store.records import State
from store.watch_records import Place, Watch, may_end


def place_of(room: Room) -> Place:
    """Where the watches are that somebody speaks of: the conversation they are in."""
    address, subject = room.turn.address, room.scene.subject
    personal = subject.audience == "personal"
    return Place(address.tenant, subject.audience, (subject.person or "") if personal else address.conversation)


def asked(room: Room) -> Outcome:
    """The question before all that are the asker's to end are ended."""
    watches, own = _watches(room)
    t = texts(room.lang)
    if not watches:
        return say(room, missing.plain(p.WATCHES_NONE, room.frame, (), example=t.quoted(t.say(p.ASK_WATCH))))
    if not own:
        return say(room, missing.plain(p.WATCH_NOT_YOURS, room.frame, prompts((p.ASK_WATCHES,), t)))
    state = room.state("ask", {**room.kept, "pending": {"verb": verbs.WATCH_STOP_ALL}})
    return say(room, card.ask_all(own, room.frame), state=state)


def done(room: Room) -> Outcome:
    """They are ended, less those that somebody else ended meanwhile."""
    watches, own = _watches(room)
    ended = 0
    for watch in own:
        try:
            room.ports.watches.remove(watch.key, place_of(room), room.scene.subject)
        except NotFound:
            continue
        ended += 1
    if not ended:
        return gone(room)
    rendered = card.all_ended(ended, len(watches) - len(own), room.frame)
    return say(room, rendered, replaces=room.turn.kind == "action", state=settled(room))


def pending(room: Room) -> Mapping[str, Any] | None:
    """The question, while it is neither answered nor called off."""
    held = room.kept.get("pending")
    return held if isinstance(held, Mapping) and held.get("verb") == verbs.WATCH_STOP_ALL else None


def settled(room: Room) -> State | None:
    """The state with nothing pending any more; None when nothing was."""
    if pending(room) is None:
        return None
    return room.state("ask", {name: value for name, value in room.kept.items() if name != "pending"})


def _watches(room: Room) -> tuple[Sequence[Watch], Sequence[Watch]]:
    """All of the place, and those of them that are the asker's to end."""
    watches = room.ports.watches.of(place_of(room), room.scene.subject)
    return watches, [watch for watch in watches if may_end(watch, room.scene.subject)]
