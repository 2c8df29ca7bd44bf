"""Deeds of a secretary on items and documents: asked about once, done, and told with a way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cards import confirm, missing, verbs
from cards import documents as document_card
from cards import phrases as p
from cards.confirm import Step
from cards.grammar import definite
from cards.lists import place_of, title_of
from cards.parts import Node, execute
from cards.phrases import Phrase
from cards.prompts import prompts
from cards.texts import Texts, texts
from dialogs.clicks import gone, word
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from store.access import is_secretary
from store.errors import Conflict, NotFound
from store.records import DocumentRecord, ItemRecord, Person, State

LAYERS = frozenset({"existence", "decision"})
_CARRIED = ("item", "document", "person", "layer", "text")


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done: what is asked before, what it means, the button, and what is said after."""

    question: Phrase
    what: Phrase | None
    button: Phrase
    done: Phrase
    grave: bool = True


_ITEMS: dict[str, Deed] = {
    verbs.CLOSE_ITEM: Deed(p.CONFIRM_CLOSE_ITEM, p.CONFIRM_CLOSE_ITEM_WHAT, p.BUTTON_CLOSE_ITEM, p.ITEM_CLOSED),
    verbs.OPEN_ITEM: Deed(p.CONFIRM_OPEN_ITEM, p.CONFIRM_OPEN_ITEM_WHAT, p.BUTTON_OPEN_ITEM, p.ITEM_OPENED),
    verbs.EXCLUDE: Deed(p.CONFIRM_EXCLUDE, p.CONFIRM_EXCLUDE_WHAT, p.BUTTON_EXCLUDE, p.EXCLUDED),
    verbs.INCLUDE: Deed(p.CONFIRM_INCLUDE, None, p.BUTTON_INCLUDE, p.INCLUDED, grave=False),
}
_LAYER_DEEDS: dict[tuple[str, bool], Deed] = {
    ("existence", True): Deed(p.CONFIRM_LAYER_EXISTENCE, None, p.BUTTON_SHOW_ALL, p.LAYER_SET),
    ("decision", True): Deed(p.CONFIRM_LAYER_DECISION, None, p.BUTTON_SHOW_ALL, p.LAYER_SET),
    ("existence", False): Deed(p.CONFIRM_SHUT_EXISTENCE, None, p.BUTTON_HIDE, p.LAYER_SHUT),
    ("decision", False): Deed(p.CONFIRM_SHUT_DECISION, None, p.BUTTON_HIDE, p.LAYER_SHUT),
}
_DOCUMENTS: dict[str, Deed] = {
    verbs.CLOSE_DOCUMENT: Deed(
        p.CONFIRM_CLOSE_DOCUMENT, p.CONFIRM_CLOSE_ITEM_WHAT, p.BUTTON_CLOSE_DOCUMENT, p.DOCUMENT_CLOSED
    ),
    verbs.OPEN_DOCUMENT: Deed(
        p.CONFIRM_OPEN_DOCUMENT, p.CONFIRM_OPEN_DOCUMENT_WHAT, p.BUTTON_OPEN_DOCUMENT, p.DOCUMENT_OPENED
    ),
    verbs.REMOVE_DOCUMENT: Deed(
        p.CONFIRM_REMOVE_DOCUMENT, p.CONFIRM_REMOVE_DOCUMENT_WHAT, p.BUTTON_REMOVE_DOCUMENT, p.DOCUMENT_REMOVED
    ),
}
HANDLED = frozenset({*_ITEMS, *_DOCUMENTS, verbs.SET_LAYER, verbs.DOCUMENT, verbs.CONFIRM})
ON_DOCUMENTS = frozenset(_DOCUMENTS)
_BACK = {
    verbs.CLOSE_ITEM: (verbs.OPEN_ITEM, p.BUTTON_OPEN_ITEM),
    verbs.OPEN_ITEM: (verbs.CLOSE_ITEM, p.BUTTON_CLOSE_ITEM),
    verbs.CLOSE_DOCUMENT: (verbs.OPEN_DOCUMENT, p.BUTTON_OPEN_DOCUMENT),
    verbs.OPEN_DOCUMENT: (verbs.CLOSE_DOCUMENT, p.BUTTON_CLOSE_DOCUMENT),
    verbs.EXCLUDE: (verbs.INCLUDE, p.BUTTON_INCLUDE),
    verbs.INCLUDE: (verbs.EXCLUDE, p.BUTTON_EXCLUDE),
}
"""What takes a deed back, and how its button is called."""


def is_some_secretary(room: Room) -> bool:
    """Whether the person is a secretary of any body, in personal chat; each deed is checked by the store again."""
    subject = room.scene.subject
    return any(is_secretary(subject, grant.body) for grant in subject.grants if grant.role == "secretary")


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button of a secretary; for everybody else there is no such thing."""
    if not is_some_secretary(room):
        return gone(room)
    try:
        if verb == verbs.DOCUMENT:
            return _shown(room, _document(room, word(data, "document")))
        if verb == verbs.CONFIRM:
            return asked(room, word(data, "do"), data)
        return _done(room, verb, data)
    except NotFound:
        return gone(room)
    except Conflict:
        return say(room, missing.plain(p.DONE_ALREADY, room.frame))


def pending(room: Room) -> Mapping[str, Any] | None:
    """The deed that was asked about last and is neither done nor called off; None when there is none."""
    held = room.kept.get("pending")
    return held if isinstance(held, Mapping) and held.get("verb") in HANDLED else None


def confirmed(room: Room) -> Outcome:
    """ "Ja" to the question of the last card: the deed is done as if its button had been pressed."""
    held = pending(room) or {}
    return click(room, word(held, "verb"), {name: held[name] for name in _CARRIED if name in held})


def settled(room: Room) -> State | None:
    """The state with nothing pending any more; None when nothing was."""
    if pending(room) is None:
        return None
    return room.state("ask", {name: value for name, value in room.kept.items() if name != "pending"})


def _shown(room: Room, record: DocumentRecord) -> Outcome:
    """A document with what can be done to it: from now on "dokumentet" is this one."""
    state = room.state("ask", {**room.kept, "documents": [record.id]})
    return say(room, document_card.document(record, room.frame), state=state)


def _document(room: Room, document: str) -> DocumentRecord:
    for each in room.ports.library.documents(room.scene.subject):
        if each.id == document:
            return each
    raise NotFound(document)


def _person(room: Room, person: str) -> Person:
    found = room.ports.people.person(person)
    if found is None:
        raise NotFound(person)
    return found


def _named(item: ItemRecord, t: Texts, *, begins: bool = False) -> str:
    """ "punkt 72", or the title in quotation marks where there is no number."""
    if not item.number:
        return t.quoted(item.title)
    return t.say(p.ITEM_UPPER if begins else p.ITEM_LOWER, number=item.number)


def _deed(verb: str, data: Mapping[str, Any]) -> Deed:
    if verb == verbs.SET_LAYER and word(data, "layer") in LAYERS:
        return _LAYER_DEEDS[word(data, "layer"), bool(word(data, "text"))]
    found = _ITEMS.get(verb) or _DOCUMENTS.get(verb)
    if found is None:
        raise NotFound(verb)
    return found


def asked(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """The question before the deed, with what it concerns; what needs no doing is said instead. Raises NotFound."""
    t = texts(room.lang)
    deed = _deed(verb, data)
    needless = _needless(room, verb, data, t)
    if needless:
        return say(room, missing.confirmed(needless, room.frame, prompts((p.ASK_DOCUMENTS, p.ASK_LATEST), t)))
    carried = {name: data[name] for name in _CARRIED if name in data}
    fields, rows = _concerns(room, verb, data, t, begins=False)
    question = t.say(deed.question, **fields)
    what = t.say(deed.what, **fields) if deed.what else ""
    if verb == verbs.EXCLUDE and word(data, "person") == room.scene.subject.person:
        what = t.say(p.CONFIRM_EXCLUDE_SELF)
    step = Step(t.say(deed.button), verb, carried, deed.grave)
    wording = word(data, "text") if verb == verbs.SET_LAYER else ""
    state = room.state("ask", {**room.kept, **_in_talk(carried), "pending": {"verb": verb, **carried}})
    return say(room, confirm.confirm(question, what, step, room.frame, rows, wording), state=state)


def _in_talk(carried: Mapping[str, Any]) -> dict[str, object]:
    """What a deed is about is what "punktet" and "dokumentet" mean afterwards."""
    about: dict[str, object] = {"items": [carried["item"]]} if "item" in carried else {}
    return about | ({"documents": [carried["document"]]} if "document" in carried else {})


def _needless(room: Room, verb: str, data: Mapping[str, Any], t: Texts) -> str:
    """Why there is nothing to do, "" when there is. Raises NotFound."""
    if verb not in (verbs.CLOSE_ITEM, verbs.OPEN_ITEM, verbs.SET_LAYER):
        return ""
    item = room.ports.answers.item(word(data, "item"), room.scene.subject)
    title = _named(item, t, begins=True)
    if verb == verbs.CLOSE_ITEM and item.closed:
        return t.say(p.ALREADY_CLOSED, title=title)
    if verb == verbs.OPEN_ITEM and not item.closed:
        return t.say(p.ALREADY_OPEN, title=title)
    if verb == verbs.SET_LAYER and not item.closed and word(data, "text"):
        return t.say(p.LAYER_NEEDLESS, title=title)
    return ""


def _concerns(
    room: Room, verb: str, data: Mapping[str, Any], t: Texts, *, begins: bool
) -> tuple[dict[str, object], list[tuple[str, str]]]:
    """Fields of the sentences, and rows that show what is meant. Raises NotFound."""
    if verb in _DOCUMENTS:
        record = _document(room, word(data, "document"))
        where = ", ".join(
            part for part in (definite(record.body or ""), t.date_of(record.date) if record.date else "") if part
        )
        return {"title": t.quoted(record.title)}, [(t.say(p.LABEL_MEETING), where)] if where else []
    item = room.ports.answers.item(word(data, "item"), room.scene.subject)
    fields: dict[str, object] = {"title": _named(item, t, begins=begins)}
    if verb in (verbs.EXCLUDE, verbs.INCLUDE):
        fields["name"] = _person(room, word(data, "person")).name
        fields["title"] = _named(item, t)
    return fields, [(t.say(p.LABEL_ITEM), title_of(item, t)), (t.say(p.LABEL_MEETING), place_of(item.meeting, t))]


def _done(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """Do it, and say so in the place of the card that asked."""
    t = texts(room.lang)
    deed = _deed(verb, data)
    fields, rows = _concerns(room, verb, data, t, begins=True)
    library, subject = room.ports.library, room.scene.subject
    item, document, person = word(data, "item"), word(data, "document"), word(data, "person")
    if verb in (verbs.CLOSE_ITEM, verbs.OPEN_ITEM):
        library.set_item_access(item, "closed" if verb == verbs.CLOSE_ITEM else "open", subject)
    elif verb in (verbs.CLOSE_DOCUMENT, verbs.OPEN_DOCUMENT):
        library.set_document_access(document, "closed" if verb == verbs.CLOSE_DOCUMENT else "open", subject)
    elif verb == verbs.REMOVE_DOCUMENT:
        library.remove_document(document, subject)
    elif verb == verbs.EXCLUDE:
        library.exclude(item, person, subject)
    elif verb == verbs.INCLUDE:
        library.include(item, person, subject)
    else:
        library.open_layer(item, word(data, "layer"), word(data, "text") or None, subject)
    after = prompts((p.ASK_DOCUMENTS, p.ASK_LATEST), t)
    # A neutral title stands for the real one: the two are not shown side by side.
    rows = [] if verb == verbs.SET_LAYER else rows
    told = missing.confirmed(t.say(deed.done, **fields), room.frame, after, rows, _undo(room, verb, data, t))
    return say(room, told, replaces=True, state=settled(room))


def _undo(room: Room, verb: str, data: Mapping[str, Any], t: Texts) -> Node | None:
    """The button that takes the deed back, where the person can."""
    itself = verb == verbs.EXCLUDE and word(data, "person") == room.scene.subject.person
    if verb not in _BACK or itself:
        return None
    back, name = _BACK[verb]
    carried = {key: word(data, key) for key in ("item", "document", "person") if key in data}
    return execute(t.say(name), verbs.CONFIRM, {**carried, "do": back})
