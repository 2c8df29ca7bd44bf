"""Saving what was filled in: nothing typed is lost, one effect for a press that comes twice, and who was faster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cards import casephrases as cp
from cards.casefields import mark, shown
from cards.casetold import changed
from dialogs.named import ONESELF, people_named
from dialogs.registerfields import Filled, Places, filled, input_of, refused
from dialogs.registerpages import Writer, places
from dialogs.replies import Room
from store.agenda.records import AgendaItem, BadField, Change, Named, StaleItem, Step
from store.errors import NotFound

_TRIES = 4
"""How often one's own changes on another device are joined with before it is said that something is going on."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a card of the wizard brought back: which item it was drawn from, and what stands in its inputs."""

    item: str
    version: int
    typed: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)
    """Marks of what the inputs held when the card was drawn (cards.casefields.marks)."""
    kept: frozenset[str] = frozenset()
    """Inputs that were drawn empty beside a long text: left empty, they change nothing."""


@dataclass
class Saved:
    """The item as it is now; what was typed and is not saved, with why; what else is to be said."""

    item: AgendaItem
    typed: dict[str, str] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    stale: bool = False
    """Somebody else was faster: nothing was saved."""
    written: tuple[str, ...] = ()
    """The fields that were."""


def save(room: Room, who: Writer, card: Pressed, step: Step | None) -> Saved:
    """Write what was typed on a card. Raises NotFound and NotPossible.

    Where the person changed the item meanwhile themselves, in words or by a file or on another device, what was typed
    joins it; a field that was changed in both places is left, and shown again.
    """
    item = who.ports.agenda.item(card.item, who.subject)
    version, typed = card.version, card.typed
    if item.version != version:
        typed = {name: value for name, value in typed.items() if mark(value) != card.seen.get(name)}
    clashing: dict[str, str] = {}
    others: Change | None = None
    if item.version != version:
        others, clashing = _meanwhile(who, item, version, typed)
    if others is not None:
        return _unsaved(room, who, item, others, typed)
    where = places(who) if "place" in typed else Places()
    free = {name: value for name, value in typed.items() if name not in clashing}
    found = filled(free, item, where, lambda text: person_named(room, text), who.texts, card.kept)
    saved = write(room, who, item, found, step)
    if clashing and not saved.stale:
        saved.typed |= clashing
        saved.told += [stale(room, who, saved.item.last), who.texts.say(cp.TYPED_KEPT)]
    return saved


def write(room: Room, who: Writer, item: AgendaItem, found: Filled, step: Step | None) -> Saved:
    """Save fields and the step; what the store does not take is left out and said. Raises NotFound and NotPossible."""
    fields: dict[str, Any] = dict(found.fields)
    if step is not None and step != item.step:
        fields["step"] = step
    typed, faults = dict(found.typed), dict(found.faults)
    for _ in range(_TRIES):
        if not fields:
            break
        try:
            item = who.ports.agenda.save(item.id, item.version, fields, who.subject)
            break
        except BadField as error:
            wrong = {name for name in fields if input_of(name) == input_of(error.field)} or set(fields)
            for name in wrong:
                typed[input_of(name)] = _as_typed(fields.pop(name))
                faults[input_of(name)] = refused(error, who.texts)
        except StaleItem as error:
            if error.item is None:
                raise NotFound("no longer theirs") from error
            if error.changed is not None and error.changed.person != who.subject.person:
                return _unsaved(room, who, error.item, error.changed, {**typed, **_typed_of(fields)})
            # One's own press on another card, in this very moment.
            item = error.item
    written = tuple(name for name in fields if name != "step")
    return Saved(item, typed, faults, written=written)


def person_named(room: Room, text: str) -> Named:
    """A person as written, known by the object id when only one can be meant."""
    caller = room.turn.caller
    if text.casefold() in ONESELF and caller.name:
        known = room.ports.people.person(caller.id or "")
        return Named(caller.name, known.id if known is not None else None)
    met = people_named(room, text)
    exact = [one for one in met if one.name.casefold() == text.casefold()]
    chosen = exact if len(exact) == 1 else met
    if len(chosen) == 1 and (exact or _begins(chosen[0].name, text)):
        return Named(chosen[0].name, chosen[0].id)
    return Named(text)


def _begins(name: str, text: str) -> bool:
    """Whether the text is a part of somebody's name."""
    said = {word.casefold() for word in text.split()}
    return said <= {word.casefold() for word in name.split()}


def _meanwhile(
    who: Writer, item: AgendaItem, version: int, typed: Mapping[str, str]
) -> tuple[Change | None, dict[str, str]]:
    """The newest change by somebody else since `version`; and what was typed into fields changed since by oneself."""
    since = [each for each in who.ports.agenda.history(item.id, who.subject) if each.version > version]
    others = [each for each in since if each.person != who.subject.person]
    if others:
        return others[-1], {}
    written = {input_of(name) for each in since for name in each.fields}
    return None, {name: value for name, value in typed.items() if name in written and value != shown(item, name)}


def _unsaved(room: Room, who: Writer, item: AgendaItem, change: Change, typed: Mapping[str, str]) -> Saved:
    """Nothing is saved: who did what when is told, and what was typed stands in the inputs."""
    unsaved = {name: value for name, value in typed.items() if value != shown(item, name)}
    told = [stale(room, who, change)]
    if unsaved:
        told.append(who.texts.say(cp.TYPED_KEPT))
    return Saved(item, typed=unsaved, told=told, stale=True)


def stale(room: Room, who: Writer, change: Change | None) -> str:
    """Who changed the item, what they did, and when."""
    known = who.ports.people.person(change.person) if change is not None else None
    return changed(change, known.name if known is not None else "", who.subject.person or "", who.texts)


def _as_typed(value: object) -> str:
    if isinstance(value, Named):
        return value.text
    if isinstance(value, tuple):
        return "\n".join(str(each) for each in value)
    return "" if value is None else str(value)


def _typed_of(fields: Mapping[str, Any]) -> dict[str, str]:
    return {input_of(name): _as_typed(value) for name, value in fields.items() if name != "step"}
