"""What is said of a draft in words: fields saved, the draft moved, shown or submitted; all else is a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from cards import casecards as card
from cards import casephrases as cp
from cards.casefields import LONG, STEP_OF, place_value
from cards.caseinputs import numbered
from cards.caseread import NAMES
from dialogs.registerbegin import ahead, meeting_meant, unfinished
from dialogs.registerbegin import shown as step_shown
from dialogs.registerending import later, leaving, submit
from dialogs.registerfields import recommended, tidied
from dialogs.registerfiles import draft_open
from dialogs.registerpages import Said, Writer, places, writer
from dialogs.registersaving import Pressed, save
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.drafting import Drafting, drafting, kind_of
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import Reader
from store.agenda.records import STEPS, AgendaItem, NotPossible, Step
from store.calendar_records import CalendarMeeting
from store.errors import NotFound
from store.records import BodyRecord

SAID = "said"
"""Where the state keeps what was said of a draft while it is asked of which."""
_ONLY_OPEN = frozenset({"later", "next", "back", "move"})
"""Words that mean a draft only while one is open in the conversation."""


@lru_cache(maxsize=8)
def _reader(bodies: tuple[BodyRecord, ...]) -> Reader:
    return Reader(BodyNames(bodies))


def said(room: Room) -> Outcome | None:
    """A message on the draft that is open; None when it says nothing of one, or there is none."""
    if room.frame.shared or room.turn.kind != "message":
        return None
    told = drafting(room.turn.text)
    if told is None:
        return None
    who = writer(room)
    found = unfinished(who)
    at_hand = draft_open(room.scene.state)
    item = next((each for each in found if each.id == at_hand), None)
    if item is None:
        if not found or told.deed in _ONLY_OPEN or not _plainly(told):
            return None
        if len(found) > 1:
            asking = room.state("ask", {**room.kept, SAID: room.turn.text})
            return say(room, card.drafts(found, None, room.frame, which=True), state=asking)
        item = found[0]
        if told.deed == "submit":
            # Nothing was open: what would be submitted is shown first.
            return step_shown(room, item, "review")
    try:
        return _done(room, who, item, told)
    except (NotFound, NotPossible):
        return None


def taken_up(room: Room, item: AgendaItem) -> Outcome | None:
    """What was said before it was asked which draft was meant, of the one that was chosen; None when nothing was."""
    held = room.kept.get(SAID)
    told = drafting(held) if isinstance(held, str) else None
    if told is None or not isinstance(held, str):
        return None
    if told.deed == "submit":
        return step_shown(room, item, "review", replaces=True)
    return _done(replace(room, turn=replace(room.turn, text=held)), writer(room), item, told)


def _plainly(told: Drafting) -> bool:
    """Whether it can mean nothing but a draft, even when none is open."""
    return told.deed in ("submit", "show", "files", "discard") or bool(set(told.fields) - {"access", "type", "minutes"})


def _done(room: Room, who: Writer, item: AgendaItem, told: Drafting) -> Outcome:
    if told.fields:
        return _saved(room, who, item, told.fields)
    if told.deed == "submit":
        return submit(room, Pressed(item.id, item.version), replaces=False)
    if told.deed == "later":
        return later(room, item, replaces=False)
    if told.deed == "discard":
        return leaving(room, item, replaces=False)
    if told.deed == "move":
        return _moved(room, who, item)
    if told.deed == "files":
        return step_shown(room, item, "files")
    at = STEPS.index(item.step)
    if told.deed == "next":
        return step_shown(room, item, STEPS[min(at + 1, len(STEPS) - 1)])
    if told.deed == "back":
        return step_shown(room, item, STEPS[max(at - 1, 0)])
    return step_shown(room, item, "review")


def _saved(room: Room, who: Writer, item: AgendaItem, fields: Mapping[str, str]) -> Outcome:
    """Write what was said, and show the step that it stands on."""
    typed = {name: _typed(name, value) for name, value in fields.items()}
    step: Step = STEP_OF[next(iter(typed))]
    step = "review" if len({STEP_OF[name] for name in typed}) > 1 else step
    saved = save(room, who, Pressed(item.id, item.version, typed), step)
    t = who.texts
    written = list(dict.fromkeys(t.say(NAMES[name]) for name in typed if name not in saved.faults))
    told = [t.say(cp.FIELD_SAVED, labels=t.names(written))] if written and not saved.stale else []
    if saved.faults:
        step = STEP_OF[next(iter(saved.faults))]
    return step_shown(room, saved.item, step, Said([*told, *saved.told], (), saved.typed, saved.faults))


def _typed(name: str, value: str) -> str:
    """A value as it would stand in its input."""
    if name == "recommendations":
        return numbered(recommended(value))
    if name == "type":
        return kind_of(value) or value
    if name == "minutes":
        return value.split()[0] if value.split() else ""
    return tidied(value, lines=name in LONG)


def _moved(room: Room, who: Writer, item: AgendaItem) -> Outcome:
    """ "Flyt til mødet den 3. december": another meeting of the same body, unless another body is named."""
    bodies = tuple(room.ports.bodies.bodies(room.scene.subject))
    today = room.scene.now.date()
    read = ahead(_reader(bodies).read(room.turn.text, today), today)
    where = places(who)
    named = read.bodies or ((item.body,) if item.body else ())
    found = meeting_meant(where, replace(read, bodies=tuple(named)))
    if found is None:
        warned = [who.texts.say(cp.MEETING_NOT_FOUND)]
        return step_shown(room, item, "where", Said(warned=warned))
    chosen = place_value(found, None) if isinstance(found, CalendarMeeting) else place_value(None, found)
    return _saved(room, who, item, {"place": chosen})
