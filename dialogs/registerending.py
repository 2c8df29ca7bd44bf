"""What brings an item out of the wizard and back: submitting, taking back, withdrawing, deleting, saving for later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cards import casecards as card
from cards import casephrases as cp
from cards.casefields import CHOSEN
from cards.casefields import shown as filled
from cards.casetold import deletable, is_late, named, standing
from cards.verbs import CASE_DISCARD, CASE_WITHDRAW
from dialogs.clicks import gone
from dialogs.registerbegin import WRITING, opened, shown
from dialogs.registerfields import input_of, refused
from dialogs.registerpages import Said, Writer, writer
from dialogs.registersaving import Pressed, Saved, save, stale
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from store.agenda.coach import remarks
from store.agenda.records import Action, AgendaItem, BadField, CannotSubmit, NotPossible, StaleItem

DONE: dict[Action, frozenset[str]] = {
    "submit": frozenset({"submitted"}),
    "recall": frozenset({"draft"}),
    "withdraw": frozenset({"withdrawn"}),
}
"""In which state an item is after each of these."""


def later(room: Room, item: AgendaItem, *, replaces: bool = True) -> Outcome:
    """Saved for another day: no draft is open any more."""
    return say(room, card.saved(item, room.scene.now, room.frame), replaces=replaces, state=opened(room, None))


def leaving(room: Room, item: AgendaItem, *, replaces: bool = True) -> Outcome:
    """Cancelled: asked once, whether a draft shall be deleted or what was submitted before withdrawn."""
    asks = card.ask_discard if deletable(item) else card.ask_withdraw
    verb = CASE_DISCARD if deletable(item) else CASE_WITHDRAW
    state = opened(room, item)
    pending = {"verb": verb, "item": item.id, "version": item.version, "sure": True}
    state = replace(state, data={**state.data, "pending": pending})
    return say(room, asks(item, room.frame), replaces=replaces, state=state)


def discard(room: Room, id: str, version: int, *, sure: bool) -> Outcome:
    """Delete a draft that was never submitted. Raises NotFound."""
    who = writer(room)
    item = who.ports.agenda.item(id, who.subject)
    if item.state not in WRITING:
        return not_possible(room, item)
    if not sure or not deletable(item) or item.version != version:
        # Something was written since it was asked about: asked again, with what is now.
        return leaving(room, item)
    try:
        who.ports.agenda.discard(id, version, who.subject)
    except StaleItem as error:
        return _stale(room, who, error)
    return say(room, card.discarded(named(item, who.texts), room.frame), replaces=True, state=opened(room, None))


def withdraw(room: Room, id: str, version: int, comment: str, *, sure: bool) -> Outcome:
    """Take an item out for good. Raises NotFound."""
    who = writer(room)
    item = who.ports.agenda.item(id, who.subject)
    if not sure and item.state != "withdrawn":
        return leaving(room, item)
    return _acted(room, who, item, version, "withdraw", comment)


def recall(room: Room, id: str, version: int) -> Outcome:
    """Back to a draft, before the secretary has looked. Raises NotFound."""
    who = writer(room)
    return _acted(room, who, who.ports.agenda.item(id, who.subject), version, "recall")


def submit(room: Room, pressed: Pressed, *, replaces: bool = True) -> Outcome:
    """To the secretary, when nothing is truly wrong. Raises NotFound."""
    who = writer(room)
    item = who.ports.agenda.item(pressed.item, who.subject)
    if item.state not in WRITING:
        return _already(room, item, replaces=replaces)
    try:
        saved = save(room, who, pressed, None)
    except NotPossible as error:
        return _already(room, error.item, replaces=replaces)
    if saved.stale or saved.faults:
        return review(room, saved, replaces=replaces)
    wrong = [one for one in remarks(saved.item, now=who.now) if one.level == "stop"]
    if any(one.code == "late_reason" for one in wrong) or _needs_reason(saved.item, who):
        saved.faults["late_reason"] = who.texts.say(cp.FAULT_LATE)
        return review(room, saved, replaces=replaces)
    if wrong:
        return review(room, saved, replaces=replaces)
    try:
        done = who.ports.agenda.act(saved.item.id, saved.item.version, "submit", who.subject)
    except CannotSubmit:
        return review(room, saved, replaces=replaces)
    except BadField as error:
        # Who may submit to the body has changed since it was chosen.
        said = Said(told=saved.told, faults={input_of(error.field): refused(error, who.texts)})
        return shown(room, saved.item, "where", said, replaces=replaces)
    except StaleItem as error:
        return _stale(room, who, error)
    except NotPossible as error:
        return _already(room, error.item, replaces=replaces)
    return _receipt(room, done, replaces=replaces)


def _needs_reason(item: AgendaItem, who: Writer) -> bool:
    return is_late(item, who.now) and not item.late_reason.strip()


def review(room: Room, saved: Saved, *, replaces: bool = True) -> Outcome:
    """The last step again, with what keeps the item from being submitted."""
    said = Said(told=saved.told, typed=saved.typed, faults=saved.faults)
    return shown(room, saved.item, "review", said, replaces=replaces)


def _receipt(room: Room, item: AgendaItem, *, replaces: bool = True) -> Outcome:
    return say(room, card.submitted(item, room.scene.now, room.frame), replaces=replaces, state=opened(room, None))


def _already(room: Room, item: AgendaItem, *, replaces: bool = True) -> Outcome:
    """A press that comes again is answered as the first was; else what state the item is in."""
    mine = item.last is not None and item.last.person == room.scene.subject.person and item.last.action == "submit"
    return _receipt(room, item, replaces=replaces) if mine else not_possible(room, item)


def not_possible(room: Room, item: AgendaItem, typed: Mapping[str, str] | None = None) -> Outcome:
    """Why it cannot be done with the item as it stands: what state it is in, and who brought it there.

    `typed` by input is given back, in the place of the card that it was typed on.
    """
    who = writer(room)
    told = [standing(item, who.texts)]
    if item.last is not None and item.last.person != who.subject.person:
        told.append(stale(room, who, item.last))
    state = opened(room, None) if room.kept.get("draft") == item.id else None
    back = {name: value for name, value in (typed or {}).items() if name not in CHOSEN and value != filled(item, name)}
    rendered = card.impossible(" ".join(told), item, room.frame, {name: value for name, value in back.items() if value})
    return say(room, rendered, replaces=typed is not None, state=state)


def _acted(room: Room, who: Writer, item: AgendaItem, version: int, action: Action, comment: str = "") -> Outcome:
    mine = item.last is not None and item.last.person == who.subject.person and item.last.action == action
    if not (mine and item.state in DONE[action]):
        try:
            item = who.ports.agenda.act(item.id, version, action, who.subject, comment=comment)
        except StaleItem as error:
            return _stale(room, who, error)
        except NotPossible as error:
            return not_possible(room, error.item)
    if action == "recall":
        return shown(room, item, "review", Said(told=[who.texts.say(cp.RECALLED)]), replaces=True)
    return say(room, card.withdrawn(item, room.frame), replaces=True, state=opened(room, None))


def _stale(room: Room, who: Writer, error: StaleItem) -> Outcome:
    """Somebody was faster: who did what, and the item as it is now."""
    if error.item is None:
        return gone(room)
    told = stale(room, who, error.changed)
    if error.item.state in WRITING and error.item.author == who.subject.person:
        return shown(room, error.item, "review", Said(told=[told]), replaces=True)
    sentence = f"{told} {standing(error.item, who.texts)}"
    return say(room, card.impossible(sentence, error.item, room.frame), replaces=True, state=opened(room, None))
