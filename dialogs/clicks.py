"""What the buttons of answers do; every key that a card carries is read anew, under the access rule of the moment."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast, get_args

from cards import item as item_card
from cards import lists, missing, verbs
from cards import phrases as p
from cards.prompts import elsewhere
from cards.texts import texts
from dialogs import casecourse
from dialogs.ask import picked, query_of, respond
from dialogs.kept import KEPT_ITEMS
from dialogs.listing import find
from dialogs.replies import Room, message, say
from dialogs.turn import AskedQuestion, Outcome
from dialogs.understanding.understand import Understanding
from store.errors import NotFound
from store.records import DecisionClass, Finding, Intent, ItemRecord, Query

INTENTS = frozenset(get_args(Intent))


_NOT_KEPT = re.compile("[\x00\ud800-\udfff]")
"""NUL, and halves of signs."""


def word(data: Mapping[str, Any], name: str) -> str:
    """A text that a card carried; "" when it is missing, no text, or holds signs that no store keeps."""
    value = data.get(name)
    if not isinstance(value, str) or _NOT_KEPT.search(value):
        return ""
    return value[:500]


def gone(room: Room) -> Outcome:
    """The one sentence for what is gone, withdrawn, unknown or not for the asker."""
    return say(room, missing.plain(p.GONE, room.frame))


def show_item(room: Room, item: ItemRecord) -> Outcome:
    """The whole item as a new message."""
    outcome = say(room, item_card.whole(item, room.frame), state=_about(room, [item], "item"))
    finding = Finding("answered", item.of("decision") or item.facts[:1], item=item)
    if room.turn.kind != "message":
        # A click asks nothing that the question log could learn from.
        return replace(outcome, finding=finding)
    asked = AskedQuestion(room.turn.text, room.lang, "item", "answered", closed=item.closed)
    return replace(outcome, asked=asked, finding=finding)


def _about(room: Room, items: list[ItemRecord], intent: Intent) -> Any:
    keys = [item.key for item in items][:KEPT_ITEMS]
    documents = list(dict.fromkeys(item.document.id for item in items if item.document))[:KEPT_ITEMS]
    return room.state("ask", {"items": keys, "documents": documents, "intent": intent, "topic": "", "choices": []})


def _attachments(room: Room, item: ItemRecord) -> Outcome:
    return say(room, lists.attachments(item, room.frame), state=_about(room, [item], "attachments"))


def _course(room: Room, item: ItemRecord) -> Outcome:
    items = room.ports.answers.course(item.key, room.scene.subject)
    return say(room, casecourse.course(room, items), state=_about(room, [item, *items], "case_course"))


def show_related(room: Room, item: ItemRecord) -> Outcome:
    """Decisions on matters like this one."""
    items = room.ports.answers.related(item.key, room.scene.subject)
    kept = room.state("ask", {"items": [item.key], "choices": [each.key for each in items][:KEPT_ITEMS]})
    return say(room, lists.related(items, room.frame), state=kept)


_ON_ITEM: Mapping[str, Callable[[Room, ItemRecord], Outcome]] = {
    verbs.ITEM: show_item,
    verbs.ATTACHMENTS: _attachments,
    verbs.COURSE: _course,
    verbs.RELATED: show_related,
}
HANDLED = frozenset({*_ON_ITEM, verbs.CHOOSE, verbs.MORE})


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button of an answer: a new message, the answer stays."""
    if verb == verbs.MORE:
        return more(room, data.get("from"), data.get("list"))
    try:
        item = room.ports.answers.item(word(data, "item"), room.scene.subject)
        if verb == verbs.CHOOSE:
            intent = word(data, "intent")
            return choose(room, item, cast(Intent, intent) if intent in INTENTS else "find")
        return _ON_ITEM[verb](room, item)
    except NotFound:
        return gone(room)


def choose(room: Room, item: ItemRecord, intent: Intent) -> Outcome:
    """One of several matters was picked: the question asked before, answered for it."""
    if intent == "item":
        return show_item(room, item)
    outcome = picked(room, item, intent)
    if outcome.finding is not None and outcome.finding.status == "not_found":
        return show_item(room, item)
    return outcome


def more(room: Room, start: object, listed: object) -> Outcome:
    """The next page of a list, rebuilt from what the button or the state carries."""
    if not isinstance(start, int) or isinstance(start, bool) or not isinstance(listed, Mapping):
        return _no_more(room)
    if isinstance(listed.get("course"), str):
        try:
            items = room.ports.answers.course(str(listed["course"]), room.scene.subject)
        except NotFound:
            return gone(room)
        if not 0 <= start < len(items):
            return _no_more(room)
        return say(room, casecourse.course(room, items, start), state=_turned(room, start))
    query = _rebuilt(room, listed)
    finding = find(room, query)
    if not 0 <= start < len(finding.items):
        return _no_more(room)
    outcome = respond(room, query, finding, start=start)
    return Outcome(outcome.message, state=_turned(room, start), finding=finding)


def _turned(room: Room, start: int) -> Any:
    return room.state("ask", {**room.kept, "from": start + lists.PAGE})


def _no_more(room: Room) -> Outcome:
    return say(room, missing.plain(p.NO_MORE, room.frame, elsewhere(texts(room.lang))))


def _day(data: Mapping[str, Any], name: str) -> date | None:
    try:
        return date.fromisoformat(word(data, name))
    except ValueError:
        return None


def _classes(given: object) -> tuple[DecisionClass, ...]:
    known = given if isinstance(given, (list, tuple)) else ()
    return tuple(each for each in get_args(DecisionClass) if each in known)


def _rebuilt(room: Room, listed: Mapping[str, Any]) -> Query:
    read = Understanding(
        "decisions_list",
        text=word(listed, "topic"),
        lang=room.lang,
        topic=word(listed, "topic"),
        dated=word(listed, "dated"),
        body=word(listed, "body") or None,
        since=_day(listed, "since"),
        until=_day(listed, "until"),
        classes=_classes(listed.get("classes")),
    )
    return query_of(room, read, ())


def refused(room: Room, text: str) -> Outcome:
    """The answer to a command of somebody without the right to it, the same whatever the command is about."""
    rendered = missing.plain(p.NOT_HERE, room.frame)
    noted = AskedQuestion("", room.lang, "manage", "not_found")
    return Outcome(
        message(rendered), lang=room.lang if room.spoken else None, asked=noted, finding=Finding("not_found")
    )
