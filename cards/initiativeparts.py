"""The lower sections of an initiative's card: who does what, goals, decisions about it, and its lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cards import phrases as p
from cards import verbs
from cards.lists import place_of, title_of
from cards.origin import short_title
from cards.partlist import counted
from cards.parts import Node, Sheet, label, notice, quote, rich, row, run, tap
from cards.sentences import class_name
from cards.texts import Texts, clean, shorten
from store.records import Fact, InitiativeRecord, ItemRecord, ListRecord

ITEMS = 3
"""Decisions on the card."""
_GOAL = 300
_GOALS, _ROLES, _LISTS = 4, 6, 8
_NAMES = 3


@dataclass
class Told:
    """A card and its text form, written together so that both say the same."""

    sheet: Sheet
    lines: list[str] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def say(self, node: Node | None, line: str) -> None:
        self.sheet.add(node)
        self.lines.append(line)


def roles(told: Told, record: InitiativeRecord) -> None:
    t = told.sheet.t
    shown = record.responsibilities[:_ROLES]
    if not shown:
        return
    told.sheet.add({**label(t.say(p.LABEL_RESPONSIBLE)), "separator": True})
    told.lines.append(f"{t.say(p.LABEL_RESPONSIBLE)}:")
    for fact in shown:
        role, name = role_and_name(fact)
        told.say(row(role, name) if role else rich(run(name), spacing="Small"), f"– {role}: {name}" if role else name)
    told.facts += shown
    more = len(record.responsibilities) - len(shown)
    if more:
        told.say(notice(t.say(p.MORE_PARTS, count=more)), t.say(p.MORE_PARTS, count=more))


def role_and_name(fact: Fact) -> tuple[str, str]:
    """The role and who has it, as printed; the whole text where the two were not told apart."""
    role, name = clean(fact.role or "").strip(), clean(fact.name or "").strip()
    return (role, name) if name else ("", clean(fact.text))


def goals(told: Told, record: InitiativeRecord) -> None:
    t = told.sheet.t
    shown = record.goals[:_GOALS]
    if not shown:
        return
    lines = [shorten(clean(fact.text), _GOAL) for fact in shown]
    told.sheet.add({**label(t.say(p.LABEL_GOALS)), "separator": True}, quote(lines))
    told.lines += [f"{t.say(p.LABEL_GOALS)}:", *(f"– {t.quoted(line)}" for line in lines)]
    told.facts += shown
    more = len(record.goals) - len(shown)
    if more:
        told.say(notice(t.say(p.MORE_PARTS, count=more)), t.say(p.MORE_PARTS, count=more))


def decided(told: Told, items: Sequence[ItemRecord]) -> None:
    """Agenda items that treat it: each opens the item."""
    t = told.sheet.t
    if not items:
        return
    told.sheet.add({**label(t.say(p.LABEL_DECIDED)), "separator": True})
    told.lines.append(f"{t.say(p.LABEL_DECIDED)}:")
    for item in items[:ITEMS]:
        decided = item.of("decision")
        named = class_name(decided[0], t) if decided else None
        outcome = f"{named}. " if named else f"{shorten(clean(decided[0].text), 120)} " if decided else ""
        title, place = title_of(item, t), place_of(item.meeting, t)
        node: Node = {
            "type": "Container",
            "spacing": "Small",
            "items": [rich(run(title, link=True)), rich(run(f"{outcome}{place}", subtle=True), spacing="None")],
        }
        told.say(tap(node, short_title(title), verbs.ITEM, {"item": item.key}), f"– {title}: {outcome}{place}")


def lists(told: Told, record: InitiativeRecord) -> None:
    """The lists by name and count with the first of their elements: each opens the whole list."""
    t = told.sheet.t
    shown = record.lists[:_LISTS]
    if not shown:
        return
    told.sheet.add({**label(t.say(p.LABEL_LISTS)), "separator": True})
    told.lines.append(f"{t.say(p.LABEL_LISTS)}:")
    for one in shown:
        head, names = clean(one.name), _names(one, t)
        count = counted(one.kind, len(one.parts), t)
        node: Node = {
            "type": "Container",
            "spacing": "Small",
            "items": [
                rich(run(head, link=True), run(f"  ({count})", subtle=True)),
                rich(run(names, subtle=True), spacing="None"),
            ],
        }
        data = {"initiative": record.key, "list": one.key, "from": 0}
        told.say(tap(node, short_title(head), verbs.PARTS, data), f"– {head} ({count}): {names}")


def _names(one: ListRecord, t: Texts) -> str:
    """The first elements by name, and how many more there are."""
    names = [shorten(clean(part.title or part.text), 60) for part in one.parts[:_NAMES]]
    more = len(one.parts) - len(names)
    return "; ".join([*names, t.say(p.MORE_PARTS, count=more)] if more else names)
