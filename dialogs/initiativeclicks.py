"""What the buttons on cards of initiatives do; each key is read anew, under the access rule of the moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from cards import datelist, duelist, initiatives, partlist, verbs
from cards.initiative import dated
from cards.parts import Rendered
from dialogs import due, telling
from dialogs.clicks import gone, word
from dialogs.initiatives import KEPT
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from store.errors import NotFound
from store.records import Fact, Finding, InitiativeRecord

HANDLED = frozenset({verbs.INITIATIVE, verbs.PARTS, verbs.TIMES, verbs.DUE, verbs.INITIATIVES})


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button on such a card: a new message, the card stays."""
    start = _start(data)
    if verb == verbs.DUE:
        return _due(room, data, start)
    if verb == verbs.INITIATIVES:
        records = room.ports.initiatives.initiatives(room.scene.subject)
        if start and start >= len(records):
            return gone(room)
        card = initiatives.known(records, room.scene.now.date(), room.frame, start)
        facts = tuple(record.about for record in records if record.about is not None)
        return _said(room, card, None, Finding("answered", facts, initiatives=records, count=len(records)))
    try:
        record = room.ports.initiatives.initiative(word(data, "initiative"), room.scene.subject)
    except NotFound:
        return gone(room)
    if verb == verbs.PARTS:
        return _parts(room, record, word(data, "list"), start)
    if verb == verbs.TIMES:
        return _times(room, record, data, start)
    facts = tuple(fact for fact in (*(one.fact for one in record.reports[:1]), record.about) if fact is not None)
    return _said(room, telling.overview(room, record), record, Finding("answered", facts, initiative=record))


def _start(data: Mapping[str, Any]) -> int:
    """The place to go on from; 0 for what is no such."""
    value = data.get("from")
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0


def _said(room: Room, card: Rendered, record: InitiativeRecord | None, finding: Finding) -> Outcome:
    """The outcome, with the initiative in talk for what may follow."""
    kept: dict[str, object] = {"items": [], "documents": list(card.documents)[:5], "intent": "overview", "choices": []}
    if record is not None:
        kept[KEPT] = record.key
    return replace(say(room, card, state=room.state("ask", kept)), finding=finding)


def _parts(room: Room, record: InitiativeRecord, key: str, start: int) -> Outcome:
    listed = next((one for one in record.lists if one.key == key), None)
    if listed is None or start >= len(listed.parts):
        return gone(room)
    facts = tuple(replace(part, kind="list_item") for part in listed.parts)
    finding = Finding("answered", facts, initiative=record, listed=listed, count=len(facts), complete=listed.complete)
    return _said(room, partlist.whole(record, listed, room.frame, start=start), record, finding)


def _day(data: Mapping[str, Any], name: str) -> date | None:
    try:
        return date.fromisoformat(word(data, name))
    except ValueError:
        return None


def _times(room: Room, record: InitiativeRecord, data: Mapping[str, Any], start: int) -> Outcome:
    since, until = _day(data, "since"), _day(data, "until")
    facts: list[Fact] = dated(record)
    if since is not None or until is not None:
        within = room.ports.initiatives.due(since or date.min, until or date.max, room.scene.subject)
        keys = {fact.key for fact in within}
        facts = [fact for fact in facts if fact.key in keys]
    if start and start >= len(facts):
        return gone(room)
    span = duelist.Span(since, until, start)
    card = datelist.times(record, facts, span, room.scene.now.date(), room.frame)
    return _said(room, card, record, Finding("answered", tuple(facts), initiative=record))


def _due(room: Room, data: Mapping[str, Any], start: int) -> Outcome:
    """The next page of what is due in a period, read anew."""
    query, finding = due.of_period(room, _day(data, "since"), _day(data, "until"))
    if finding.status != "answered":
        return gone(room)
    return _said(room, due.card(query, finding, room, start), None, finding)
