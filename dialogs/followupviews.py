"""A follow-up as the person in the room sees it, which one is in talk, and what is said when nothing can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from cards import followupcard as card
from cards import followupphrases as fp
from cards import missing
from cards.catalogue import Phrase
from cards.followupcard import View
from cards.followuptold import did
from cards.parts import Rendered
from cards.texts import Texts, texts
from dialogs.calendarshown import name_of
from dialogs.clicks import gone
from dialogs.named import ONESELF, people_named
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from store.agenda.records import Named
from store.calendar import local
from store.errors import NotFound
from store.followup_records import BadFollowUp, FollowUp, StaleFollowUp
from store.records import Person, State

Told = TypeVar("Told", bound=Outcome | None)
KEPT, KEPT_VERSION = "followup", "followup_version"
"""Where the state keeps the follow-up in talk, and the version that the person saw of it."""
_FAULTS: dict[tuple[str, str], Phrase] = {
    ("title", "missing"): fp.FU_BAD_TITLE,
    ("comment", "missing"): fp.FU_BAD_COMMENT,
    ("person", "missing"): fp.FU_BAD_PERSON,
    ("to", "missing"): fp.FU_BAD_DAY,
    ("to", "past"): fp.FU_BAD_DAY,
    ("to", "wrong"): fp.FU_BAD_DAY,
    ("due", "wrong"): fp.FU_BAD_DAY,
    ("state", "open"): fp.FU_STATE_OPEN,
    ("state", "done"): fp.FU_STATE_NOT,
    ("state", "dropped"): fp.FU_STATE_NOT,
}


def held(room: Room) -> FollowUp | None:
    """The follow-up in talk, read anew; None when there is none that the person may see."""
    id = room.kept.get(KEPT)
    if not isinstance(id, str):
        return None
    try:
        return room.ports.follow_ups.follow_up(id, room.scene.subject)
    except NotFound:
        return None


def seen_version(room: Room, one: FollowUp) -> int:
    """The version that the person saw of the one in talk; the newest when they saw none."""
    version = room.kept.get(KEPT_VERSION)
    known = room.kept.get(KEPT) == one.id and isinstance(version, int) and not isinstance(version, bool)
    return int(version) if known and version is not None else one.version


def in_talk(room: Room, one: FollowUp) -> State:
    """The state after the follow-up was shown: "den" is this one, and "sagen" the item it comes from."""
    items = [one.decision.item_key] if one.decision is not None and one.decision.item_key else []
    return room.state("ask", {KEPT: one.id, KEPT_VERSION: one.version, "items": items, "intent": "item"})


def view_of(room: Room, one: FollowUp) -> View:
    """The follow-up with its history and the names in it. Where others listen nobody is "you"."""
    subject = room.scene.subject
    changes = room.ports.follow_ups.history(one.id, subject)
    reader = "" if room.frame.shared else subject.person or ""
    return View(one, today_of(room), reader, changes, names_of(room, (each.person for each in changes)),
                _plan(room, one))  # fmt: skip


def _plan(room: Room, one: FollowUp) -> str:
    if one.initiative is None:
        return ""
    try:
        return room.ports.initiatives.initiative(one.initiative, room.scene.subject).title
    except NotFound:
        return ""


def names_of(room: Room, people: Iterable[str]) -> dict[str, str]:
    """Names by object id, of those whom the assistant has met."""
    return {person: name for person in set(people) if (name := name_of(room, person))}


def show(room: Room, one: FollowUp, first: str = "", *, replaces: bool = False) -> Outcome:
    """The follow-up, whole; from now on it is in talk."""
    return say(room, card.shown(view_of(room, one), room.frame, first), replaces=replaces, state=in_talk(room, one))


def history(room: Room, one: FollowUp) -> Outcome:
    """All that happened to it."""
    return say(room, card.history(view_of(room, one), room.frame), state=in_talk(room, one))


def guarded(room: Room, work: Callable[..., Told], *given: Any) -> Told | Outcome:
    """Do something with a follow-up; what stands against it is said, and then nothing has been done."""
    try:
        return work(room, *given)
    except NotFound:
        return gone(room)
    except StaleFollowUp as error:
        return stale(room, error)
    except BadFollowUp as error:
        return say(room, Rendered(fault(error, texts(room.lang)), prompts=card.after(texts(room.lang))))


def stale(room: Room, error: StaleFollowUp) -> Outcome:
    """Somebody was faster: what they did and when, that nothing else was done, and how it stands now."""
    t = texts(room.lang)
    what = ""
    if error.changed is not None:
        reader = "" if room.frame.shared else room.scene.subject.person or ""
        what = did(error.changed, names_of(room, [error.changed.person]), reader, t, clock=True)
    told = t.say(fp.FU_STALE, what=what)
    if error.now is None:
        return say(room, card.told(told, None, room.frame), replaces=room.turn.kind == "action")
    return show(room, error.now, told, replaces=room.turn.kind == "action")


def not_theirs(room: Room, one: FollowUp) -> Outcome:
    """Somebody who sees it may still not change it; the card that others look at stays."""
    return say(room, missing.plain(fp.FU_NOT_YOURS, room.frame, card.after(texts(room.lang))), state=in_talk(room, one))


def fault(error: BadFollowUp, t: Texts) -> str:
    """What is wrong with a value, and what would do."""
    if error.fault == "too_long":
        return t.say(fp.FU_BAD_LONG, count=error.limit or 0)
    return t.say(_FAULTS.get((error.field, error.fault), fp.FU_BAD_FIELD))


def person_meant(room: Room, text: str) -> tuple[Named | None, Sequence[Person]]:
    """Who is meant by a name, a title or a body; and those between whom it is not known."""
    name = " ".join(text.split())
    if not name:
        return None, ()
    if name.casefold() in ONESELF:
        return myself(room), ()
    parts = name.casefold().split()
    like = [one for one in people_named(room, name) if _called(one.name, parts)]
    exact = [one for one in like if one.name.casefold() == name.casefold()]
    found = exact or like
    if len(found) == 1:
        return Named(found[0].name, found[0].id), ()
    return Named(name[:200]), found


def _called(name: str, parts: Sequence[str]) -> bool:
    """Whether each word of what somebody is called begins a word of the name: "Bo" is no Børge."""
    words = name.casefold().split()
    return all(part in words or any(word.startswith(part) and len(part) > 3 for word in words) for part in parts)


def myself(room: Room) -> Named:
    """Whoever speaks."""
    person = room.scene.subject.person or ""
    return Named(name_of(room, person) or room.turn.caller.name or person, person)


def today_of(room: Room) -> date:
    """The day on the clock of the town hall."""
    return local(room.scene.now).date()
