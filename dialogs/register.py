"""Registering an agenda item: what is asked for in words, and the buttons of the wizard's cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cards import casecards as card
from cards import casephrases as cp
from cards import deskphrases as dp
from cards import missing, verbs
from cards.caseread import PARTS, whole
from cards.casewizard import CANCEL, LATER
from cards.parts import Rendered
from dialogs import files
from dialogs.caseviews import show
from dialogs.clicks import gone, word
from dialogs.registerbegin import (
    WRITING,
    Wanted,
    begin,
    copied,
    copy_of_case,
    fresh,
    shown,
    unfinished,
    wanted_of,
)
from dialogs.registerending import discard, later, leaving, not_possible, recall, submit, withdraw
from dialogs.registerfields import inputs
from dialogs.registerfiles import attached, change_file, held
from dialogs.registerpages import Said, writer
from dialogs.registersaid import taken_up
from dialogs.registersaving import Pressed, save
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.understand import Understanding
from store.agenda.records import STEPS, AgendaItem, NotPossible, StaleItem, Step
from store.agenda.states import may
from store.errors import NotFound
from store.records import State

COMMANDS = frozenset({"case_new", "case_copy", "case_drafts"})
HANDLED = frozenset(
    {
        verbs.CASE_NEW, verbs.CASE_RESUME, verbs.CASE_STEP, verbs.CASE_SUBMIT, verbs.CASE_RECALL, verbs.CASE_WITHDRAW,
        verbs.CASE_DISCARD, verbs.CASE_FILE, verbs.CASE_LINK, verbs.CASE_TEXT, verbs.CASE_ATTACH,
    }
)  # fmt: skip


def command(room: Room, read: Understanding) -> Outcome | None:
    """A new item, a copy of an earlier one, or one's drafts."""
    if read.command == "case_copy":
        return copy_of_case(room, read)
    if read.command == "case_drafts":
        return _drafts(room)
    return begin(room, wanted_of(room, read))


def _drafts(room: Room) -> Outcome:
    """One's drafts; a single one is opened at once. In shared places they do not exist."""
    if room.frame.shared:
        return say(room, Rendered(writer(room).texts.say(cp.OPEN_YOURSELF)))
    who = writer(room)
    found = unfinished(who)
    if len(found) == 1:
        return resume(room, found[0])
    return say(room, card.drafts(found, None, room.frame))


def resume(room: Room, item: AgendaItem, step: str = "", *, replaces: bool = False) -> Outcome:
    """The wizard where it was left, or at another step; a secretary lends a hand once it was submitted."""
    if not may(room.scene.subject, item, "save"):
        return not_possible(room, item)
    return shown(room, item, step if step in STEPS else item.step, replaces=replaces)


def pending(room: Room) -> Mapping[str, Any] | None:
    """The question whether a draft shall be deleted or an item withdrawn, when that was asked last."""
    held = room.kept.get("pending")
    asked = isinstance(held, Mapping) and held.get("verb") in (verbs.CASE_DISCARD, verbs.CASE_WITHDRAW)
    return held if asked and isinstance(held, Mapping) else None


def confirmed(room: Room) -> Outcome:
    """ "Ja" to that question."""
    data = pending(room) or {}
    return click(room, word(data, "verb"), data)


def settled(room: Room) -> State | None:
    """The state with that question answered; None when it was not asked."""
    if pending(room) is None:
        return None
    return room.state("ask", {name: value for name, value in room.kept.items() if name != "pending"})


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button of the wizard. In shared places, and for all but those who may, there is no such item."""
    if room.frame.shared:
        return gone(room)
    try:
        return _clicked(room, verb, data)
    except NotFound:
        return gone(room)
    except NotPossible as error:
        return not_possible(room, error.item)
    except StaleItem as error:
        if error.item is None:
            return gone(room)
        return resume(room, error.item, replaces=True)


def _clicked(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    if verb == verbs.CASE_NEW:
        return copied(room, word(data, "copy")) if word(data, "copy") else fresh(room, Wanted.of(data))
    item, version = word(data, "item"), _version(data)
    if verb == verbs.CASE_TEXT:
        return _text(room, item, data)
    if verb == verbs.CASE_RESUME:
        found = room.ports.agenda.item(item, room.scene.subject)
        said = taken_up(room, found) if data.get("said") is True and may(room.scene.subject, found, "save") else None
        if said is not None:
            return said
        return resume(room, found, word(data, "step"), replaces=bool(word(data, "step")))
    if verb == verbs.CASE_ATTACH:
        return _sent(room, item, data)
    if version is None:
        raise NotFound("no version")
    if verb == verbs.CASE_STEP:
        return _stepped(room, item, version, data)
    if verb == verbs.CASE_SUBMIT:
        return submit(room, pressed(item, version, "review", data))
    if verb == verbs.CASE_RECALL:
        return recall(room, item, version)
    if verb == verbs.CASE_FILE:
        return change_file(room, item, word(data, "file"), word(data, "access"))
    if verb == verbs.CASE_LINK:
        return _linked(room, item, version, word(data, "to"))
    sure = data.get("sure") is True
    if verb == verbs.CASE_WITHDRAW:
        comment = data.get("comment")
        return withdraw(room, item, version, comment[:2000] if isinstance(comment, str) else "", sure=sure)
    return discard(room, item, version, sure=sure)


def _version(data: Mapping[str, Any]) -> int | None:
    version = data.get("version")
    return version if isinstance(version, int) and not isinstance(version, bool) else None


def pressed(item: str, version: int, step: Step, data: Mapping[str, Any]) -> Pressed:
    """What a card brought back."""
    seen, kept = data.get("seen"), data.get("kept")
    marks = {str(name): str(value) for name, value in seen.items()} if isinstance(seen, Mapping) else {}
    names = frozenset(str(name) for name in kept[:20]) if isinstance(kept, (list, tuple)) else frozenset()
    return Pressed(item, version, inputs(data, step), marks, names)


def _stepped(room: Room, item: str, version: int, data: Mapping[str, Any]) -> Outcome:
    """Save what was typed on a step, then go where the button leads."""
    step, to = word(data, "step"), word(data, "to")
    if step not in STEPS or to not in (*STEPS, LATER, CANCEL):
        raise NotFound("no such step")
    at: Step = step
    reach = to if to in STEPS else at
    t = writer(room).texts
    press = pressed(item, version, at, data)
    found = room.ports.agenda.item(item, room.scene.subject)
    if not may(room.scene.subject, found, "save"):
        return not_possible(room, found, press.typed)
    saved = save(room, writer(room), press, reach)
    if saved.faults or saved.typed or saved.stale:
        warned = [t.say(cp.FAULTS_COUNT, count=len(saved.faults))] if saved.faults else []
        return shown(room, saved.item, at, Said(saved.told, warned, saved.typed, saved.faults), replaces=True)
    if to == LATER and saved.item.state not in WRITING:
        return show(room, saved.item, t.say(dp.DESK_SAVED_SO), replaces=True)
    if to == LATER:
        return later(room, saved.item)
    if to == CANCEL:
        return leaving(room, saved.item)
    start = data.get("from")
    said = Said(told=saved.told, start=start if isinstance(start, int) and not isinstance(start, bool) else 0)
    return shown(room, saved.item, reach, said, replaces=True)


def _text(room: Room, item: str, data: Mapping[str, Any]) -> Outcome:
    """One of the item's texts, whole."""
    part, start = word(data, "part"), data.get("from")
    if part not in PARTS:
        raise NotFound("no such text")
    found = room.ports.agenda.item(item, room.scene.subject)
    number = start if isinstance(start, int) and not isinstance(start, bool) else 0
    return say(room, whole(found, part, number, room.frame))


def _sent(room: Room, item: str, data: Mapping[str, Any]) -> Outcome:
    """What a secretary's files shall be: attachments of the draft, or minutes."""
    found = room.ports.agenda.item(item, room.scene.subject)
    offers = tuple(held(room, data))
    if not offers:
        return say(room, missing.plain(cp.FILES_GONE, room.frame))
    if word(data, "as") == "minutes":
        return files.read_in(replace(room, turn=replace(room.turn, files=offers)))
    given = data.get("uploads")
    asked = [each for each in given if each] if isinstance(given, (list, tuple)) else []
    return attached(room, found, offers, replaces=True, lost=len(offers) < len(asked))


def _linked(room: Room, id: str, version: int, to: str) -> Outcome:
    """Link another item that the author may see to this one."""
    agenda, subject = room.ports.agenda, room.scene.subject
    item = agenda.item(id, subject)
    if to not in {one.key for one in agenda.alike(id, subject, 10)} and to not in item.links:
        raise NotFound("not one of those shown")
    if to not in item.links:
        item = agenda.save(id, version, {"links": (*item.links, to)}, subject)
    return shown(room, item, "review", Said(told=[writer(room).texts.say(cp.LINKED)]), replaces=True)
