"""What secretaries ask to be done to items and documents in personal chat: which one is meant, then the question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from cards import confirm, missing, verbs
from cards import documents as document_card
from cards import phrases as p
from cards.confirm import Option
from cards.lists import place_of, title_of
from cards.prompts import prompts
from cards.texts import clean, texts
from dialogs.ask import held_items, visible_items
from dialogs.clicks import gone
from dialogs.deeds import HANDLED, ON_DOCUMENTS, asked, click, is_some_secretary
from dialogs.named import people_named
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.understand import Understanding
from store.errors import NotFound
from store.records import DocumentRecord, ItemRecord

__all__ = ["COMMANDS", "HANDLED", "click", "command", "is_some_secretary"]
_LIKE = 80
_MOST = 20
"""Rows of a choice."""
_BY_COMMAND = {
    "close_item": verbs.CLOSE_ITEM,
    "open_item": verbs.OPEN_ITEM,
    "exclude": verbs.EXCLUDE,
    "include": verbs.INCLUDE,
    "layer_existence": verbs.SET_LAYER,
    "shut_existence": verbs.SET_LAYER,
    "layer_decision": verbs.SET_LAYER,
    "shut_decision": verbs.SET_LAYER,
    "close_document": verbs.CLOSE_DOCUMENT,
    "open_document": verbs.OPEN_DOCUMENT,
    "remove_document": verbs.REMOVE_DOCUMENT,
}
COMMANDS = frozenset({*_BY_COMMAND, "documents"})
_SEVERAL = re.compile(
    r"\b(?:punkt(?:et|er|erne)?|items?|pkt\.?)\s+(?P<list>\d{1,4}[a-z]?(?:\s*(?:,|og|and|&|samt|\+)\s*"
    r"(?:(?:punkt|item)\s+)?\d{1,3}[a-z]?\b(?!\s*[./]))+)",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:alle|samtlige|hele|all|every)\b", re.IGNORECASE)
_KINDS = (
    (re.compile(r"\b(?:referat|minutes|beslutningsreferat)", re.IGNORECASE), frozenset({"minutes"})),
    (re.compile(r"\b(?:dagsorden|agenda)", re.IGNORECASE), frozenset({"agenda", "supplement"})),
    (re.compile(r"\b(?:tillægsdagsorden|supplement)", re.IGNORECASE), frozenset({"supplement", "agenda"})),
)


def command(room: Room, read: Understanding) -> Outcome:
    """A secretary's command, as text."""
    try:
        return _commanded(room, read)
    except NotFound:
        return gone(room)


def _commanded(room: Room, read: Understanding) -> Outcome:
    if read.command == "documents":
        return say(room, document_card.documents(room.ports.library.documents(room.scene.subject), room.frame))
    verb = _BY_COMMAND[read.command or ""]
    if verb in ON_DOCUMENTS:
        return _on_document(room, read, verb)
    data: dict[str, object] = {}
    if verb == verbs.SET_LAYER:
        layer = (read.command or "").split("_")[1]
        shut = (read.command or "").startswith("shut")
        data = {"layer": layer, "text": "" if shut else clean(_argument(read, "titel", "title"))[:500]}
    if verb in (verbs.EXCLUDE, verbs.INCLUDE):
        return _on_person(room, read, verb)
    several = _several(read)
    if len(several) > 1:
        return _one_of(room, read, verb, several)
    if not read.item_number and not _argument(read, "titel", "title") and _ALL.search(read.text):
        t = texts(room.lang)
        return say(room, missing.plain(p.ONE_AT_A_TIME, room.frame, prompts((p.ASK_DOCUMENTS, p.ASK_LATEST), t)))
    return _on_items(room, read, verb, data)


def _argument(read: Understanding, *names: str) -> str:
    return next((read.args[name] for name in names if read.args.get(name)), "")


def _several(read: Understanding) -> list[str]:
    """The numbers of "punkt 72 og 73"; empty when there is but one."""
    match = _SEVERAL.search(read.text)
    return list(dict.fromkeys(re.findall(r"\d{1,4}[a-z]?", match["list"]))) if match else []


def _one_of(room: Room, read: Understanding, verb: str, several: Sequence[str]) -> Outcome:
    """Several items in one command: none is dropped in silence, each is asked about by itself."""
    found: list[ItemRecord] = []
    for number in several:
        items = room.ports.library.find_items(number, "", room.scene.subject)
        found += [item for item in items if _fits(item, read)]
    if not found:
        return gone(room)
    t = texts(room.lang)
    held = {item.meeting.key for item in visible_items(room, held_items(room))}
    rows = sorted(found, key=lambda item: item.meeting.key not in held)
    return say(
        room,
        confirm.options(t.say(p.LABEL_CHOICE), t.say(p.ONE_AT_A_TIME_WHICH), _rows(rows, verb, {}, room), room.frame),
    )


def _rows(items: Sequence[ItemRecord], verb: str, data: Mapping[str, object], room: Room) -> list[Option]:
    t = texts(room.lang)
    return [
        Option(title_of(item, t), place_of(item.meeting, t), verbs.CONFIRM, {**data, "do": verb, "item": item.key})
        for item in items[:_MOST]
    ]


def _items(room: Room, read: Understanding) -> list[ItemRecord]:
    """The items that a command may mean, newest first, limited by what it says of body and time.

    "Punktet" is the one in talk. Of several with a number, those of the meeting in talk come before all others.
    """
    text = _argument(read, "titel", "title") if not read.item_number else ""
    if not read.item_number and not text:
        return visible_items(room, held_items(room)[:1])
    found = room.ports.library.find_items(read.item_number, text, room.scene.subject)
    kept = [item for item in found if _fits(item, read)]
    if read.since or read.body:
        return kept
    held = {item.meeting.key for item in visible_items(room, held_items(room)[:1])}
    return [item for item in kept if item.meeting.key in held] or kept or list(found)


def _fits(item: ItemRecord, read: Understanding) -> bool:
    day = item.meeting.date
    if read.since and (day is None or day < read.since):
        return False
    if read.until and (day is None or day > read.until):
        return False
    return read.body is None or read.body.casefold()[:5] == item.meeting.body.casefold()[:5]


def _on_items(room: Room, read: Understanding, verb: str, data: Mapping[str, object]) -> Outcome:
    found = _items(room, read)
    if not found and not read.item_number and not _argument(read, "titel", "title"):
        return say(room, missing.plain(p.NAME_THE_ITEM, room.frame))
    if not found:
        return gone(room)
    if len(found) == 1:
        return asked(room, verb, {**data, "item": found[0].key})
    t = texts(room.lang)
    rows = _rows(found, verb, data, room)
    return say(room, confirm.options(t.say(p.LABEL_CHOICE), t.say(p.WHICH_ITEM), rows, room.frame))


def _on_person(room: Room, read: Understanding, verb: str) -> Outcome:
    name = clean(_argument(read, "navn", "name"))
    found = people_named(room, name)
    t = texts(room.lang)
    if not found:
        return say(room, missing.plain(p.GRANT_NOBODY, room.frame, None, name=t.quoted(name)))
    if len(found) == 1:
        return _on_items(room, read, verb, {"person": found[0].id})
    items = _items(room, read)
    if not items and not read.item_number:
        return say(room, missing.plain(p.NAME_THE_ITEM, room.frame))
    if not items:
        return gone(room)
    rows = [
        Option(clean(each.name), each.upn or "", verbs.CONFIRM, {"do": verb, "item": items[0].key, "person": each.id})
        for each in found[:8]
    ]
    return say(room, confirm.options(t.say(p.LABEL_CHOICE), t.say(p.WHICH_PERSON), rows, room.frame))


def _on_document(room: Room, read: Understanding, verb: str) -> Outcome:
    stored = room.ports.library.documents(room.scene.subject)
    found = _documents_meant(room, read, stored)
    if not found:
        return gone(room)
    if len(found) == 1:
        return asked(room, verb, {"document": found[0].id})
    t = texts(room.lang)
    rows = [
        Option(clean(each.title), document_card.detail(each, t), verbs.CONFIRM, {"do": verb, "document": each.id})
        for each in sorted(found, key=lambda each: each.date or each.stored_at.date(), reverse=True)[:_MOST]
    ]
    after = t.say(p.NAME_THE_DOCUMENT) if len(found) > len(rows) else ""
    return say(room, confirm.options(t.say(p.DOCUMENTS_TITLE), t.say(p.WHICH_DOCUMENT), rows, room.frame, after))


def _documents_meant(room: Room, read: Understanding, stored: Sequence[DocumentRecord]) -> list[DocumentRecord]:
    """The documents that a command may mean: by title, by meeting, else the one in talk, else all of its kind."""
    title = clean(_argument(read, "titel", "title")).strip(' .?!"»«“”')
    exact = [each for each in stored if title.casefold() in (each.id.casefold(), each.title.casefold())]
    whole = " ".join(read.text.split()[1:]).casefold()
    exact = exact or [each for each in stored if each.title.casefold() == whole]
    if exact:
        return exact
    kind = next((kinds for pattern, kinds in _KINDS if pattern.search(read.text)), None)
    alike = [each for each in stored if kind is None or each.kind in kind] or list(stored)
    if read.since or read.body:
        return [each for each in alike if _document_fits(each, read)]
    if title:
        return [each for each in alike if _like(title, each)] or [each for each in stored if _like(title, each)]
    held = room.kept.get("documents")
    keys = [key for key in held if isinstance(key, str)] if isinstance(held, (list, tuple)) else []
    in_talk = [each for key in keys[:1] for each in stored if each.id == key]
    return in_talk or alike


def _document_fits(document: DocumentRecord, read: Understanding) -> bool:
    day = document.date
    if read.since and (day is None or day < read.since):
        return False
    if read.until and (day is None or day > read.until):
        return False
    return read.body is None or (document.body or "").casefold()[:5] == read.body.casefold()[:5]


def _like(title: str, document: DocumentRecord) -> bool:
    described = f"{document.title} {document.body or ''} {document.path}".casefold()
    return fuzz.token_set_ratio(title.casefold(), described) >= _LIKE
