"""What secretaries do to items and documents in personal chat: each is found, asked about once, and done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from cards import confirm, missing, verbs
from cards import documents as document_card
from cards import phrases as p
from cards.confirm import Option, Step
from cards.lists import place_of, title_of
from cards.phrases import Phrase
from cards.prompts import prompts
from cards.texts import Texts, clean, texts
from dialogs.clicks import gone, word
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.understand import Understanding
from store.access import is_secretary
from store.errors import Conflict, NotFound
from store.records import DocumentRecord, ItemRecord, Person

LAYERS = frozenset({"existence", "decision"})
_LIKE = 80


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
HANDLED = frozenset({*_ITEMS, *_DOCUMENTS, verbs.SET_LAYER, verbs.DOCUMENT, verbs.CONFIRM})


def is_some_secretary(room: Room) -> bool:
    """Whether the person is a secretary of any body, in personal chat; each deed is checked by the store again."""
    subject = room.scene.subject
    return any(is_secretary(subject, grant.body) for grant in subject.grants if grant.role == "secretary")


def command(room: Room, read: Understanding) -> Outcome:
    """A secretary's command, as text."""
    if read.command == "documents":
        return say(room, document_card.documents(room.ports.library.documents(room.scene.subject), room.frame))
    verb = _BY_COMMAND[read.command or ""]
    if verb in _DOCUMENTS:
        return _on_document(room, read, verb)
    data: dict[str, object] = {}
    if verb == verbs.SET_LAYER:
        layer = (read.command or "").split("_")[1]
        shut = (read.command or "").startswith("shut")
        data = {"layer": layer, "text": "" if shut else clean(_argument(read, "titel", "title"))[:500]}
    if verb in (verbs.EXCLUDE, verbs.INCLUDE):
        return _on_person(room, read, verb)
    return _on_items(room, read, verb, data)


def _argument(read: Understanding, *names: str) -> str:
    return next((read.args[name] for name in names if read.args.get(name)), "")


def _items(room: Room, read: Understanding) -> list[ItemRecord]:
    """The items that a command may mean, newest first, limited by what it says of body and time."""
    text = _argument(read, "titel", "title") if not read.item_number else ""
    found = room.ports.library.find_items(read.item_number, text, room.scene.subject)
    kept = [item for item in found if _fits(item, read)]
    return (kept or list(found)) if not (read.since or read.body) else kept


def _fits(item: ItemRecord, read: Understanding) -> bool:
    day = item.meeting.date
    if read.since and (day is None or day < read.since):
        return False
    if read.until and (day is None or day > read.until):
        return False
    return read.body is None or read.body.casefold()[:5] == item.meeting.body.casefold()[:5]


def _on_items(room: Room, read: Understanding, verb: str, data: Mapping[str, object]) -> Outcome:
    found = _items(room, read)
    if not found:
        return gone(room)
    if len(found) == 1:
        return _asked(room, verb, {**data, "item": found[0].key})
    t = texts(room.lang)
    rows = [
        Option(title_of(item, t), place_of(item.meeting, t), verbs.CONFIRM, {**data, "do": verb, "item": item.key})
        for item in found[:8]
    ]
    return say(room, confirm.options(t.say(p.LABEL_CHOICE), t.say(p.WHICH_ITEM), rows, room.frame))


def _on_person(room: Room, read: Understanding, verb: str) -> Outcome:
    name = clean(_argument(read, "navn", "name"))
    found = list(room.ports.people.met(name))
    t = texts(room.lang)
    if not found:
        return say(room, missing.plain(p.GRANT_NOBODY, room.frame, None, name=t.quoted(name)))
    if len(found) == 1:
        return _on_items(room, read, verb, {"person": found[0].id})
    items = _items(room, read)
    if not items:
        return gone(room)
    rows = [
        Option(clean(each.name), each.upn or "", verbs.CONFIRM, {"do": verb, "item": items[0].key, "person": each.id})
        for each in found[:8]
    ]
    return say(room, confirm.options(t.say(p.LABEL_CHOICE), t.say(p.WHICH_PERSON), rows, room.frame))


def _on_document(room: Room, read: Understanding, verb: str) -> Outcome:
    title = clean(_argument(read, "titel", "title"))
    found = _documents_like(room.ports.library.documents(room.scene.subject), title)
    if not found:
        return gone(room)
    if len(found) == 1:
        return _asked(room, verb, {"document": found[0].id})
    t = texts(room.lang)
    rows = [
        Option(
            clean(each.title),
            t.date_of(each.date) if each.date else "",
            verbs.CONFIRM,
            {"do": verb, "document": each.id},
        )
        for each in found[:8]
    ]
    return say(room, confirm.options(t.say(p.DOCUMENTS_TITLE), t.say(p.WHICH_DOCUMENT), rows, room.frame))


def _documents_like(documents: Sequence[DocumentRecord], title: str) -> list[DocumentRecord]:
    """Documents of this title, or all when none is named; an exact id or title leaves only that one."""
    if not title:
        return list(documents)
    wanted = title.casefold()
    exact = [each for each in documents if wanted in (each.id.casefold(), each.title.casefold())]
    if exact:
        return exact
    return [
        each
        for each in documents
        if fuzz.token_set_ratio(wanted, f"{each.title} {each.body or ''} {each.path}".casefold()) >= _LIKE
    ]


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button of a secretary; for everybody else there is no such thing."""
    if not is_some_secretary(room):
        return gone(room)
    try:
        if verb == verbs.DOCUMENT:
            return say(room, document_card.document(_document(room, word(data, "document")), room.frame))
        if verb == verbs.CONFIRM:
            return _asked(room, word(data, "do"), data)
        return _done(room, verb, data)
    except NotFound:
        return gone(room)
    except Conflict:
        return say(room, missing.plain(p.DONE_ALREADY, room.frame))


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


def _asked(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """The question before the deed, with what it concerns."""
    t = texts(room.lang)
    deed = _deed(verb, data)
    carried = {name: data[name] for name in ("item", "document", "person", "layer", "text") if name in data}
    fields, rows = _concerns(room, verb, data, t, begins=False)
    question = t.say(deed.question, **fields)
    what = t.say(deed.what, **fields) if deed.what else ""
    step = Step(t.say(deed.button), verb, carried, deed.grave)
    wording = word(data, "text") if verb == verbs.SET_LAYER else ""
    return say(room, confirm.confirm(question, what, step, room.frame, rows, wording))


def _concerns(
    room: Room, verb: str, data: Mapping[str, Any], t: Texts, *, begins: bool
) -> tuple[dict[str, object], list[tuple[str, str]]]:
    """Fields of the sentences, and rows that show what is meant. Raises NotFound."""
    if verb in _DOCUMENTS:
        record = _document(room, word(data, "document"))
        return {"title": t.quoted(record.title)}, []
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
    fields, _ = _concerns(room, verb, data, t, begins=True)
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
    return say(room, missing.confirmed(t.say(deed.done, **fields), room.frame, after), replaces=True)
