"""Files sent in the private chat while a draft is open: bound to it, or refused one by one with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cards import casecards as card
from cards import casephrases as cp
from cards.casetold import named
from cards.catalogue import Phrase
from cards.texts import Texts, clean, shorten
from dialogs.deeds import is_some_secretary
from dialogs.ports import Ports
from dialogs.registerbegin import WRITING, shown, unfinished
from dialogs.registerpages import Said, writer
from dialogs.replies import Room, say
from dialogs.turn import FileOffer, Outcome
from store.agenda.records import FILE_TYPES, AgendaItem, FileRefused, NotPossible
from store.errors import NotFound
from store.records import Access, State, Subject

_REFUSED: Mapping[str, Phrase] = {
    "too_large": cp.FILE_TOO_LARGE,
    "type": cp.FILE_TYPE,
    "empty": cp.FILE_EMPTY,
    "too_many": cp.FILE_TOO_MANY,
    "not_text": cp.FILE_NOT_TEXT,
    "host_not_allowed": cp.FILE_NOT_OURS,
}


def draft_open(state: State | None) -> str:
    """The id of the draft that is written on in this conversation, "" when none is."""
    held = state.data.get("draft") if state is not None else None
    return held if isinstance(held, str) else ""


def writes(ports: Ports, subject: Subject) -> bool:
    """Whether the person has a draft that files may belong to: only then are they fetched."""
    if not subject.employee or subject.audience != "personal":
        return False
    return any(item.state in WRITING and item.author == subject.person for item in ports.agenda.mine(subject))


def awaited(room: Room) -> AgendaItem | None:
    """The draft that files sent now belong to: the one that is open, or the only one there is."""
    who = writer(room)
    found = unfinished(who)
    at_hand = draft_open(room.scene.state)
    open_one = next((item for item in found if item.id == at_hand), None)
    return open_one or (found[0] if len(found) == 1 else None)


def dropped(room: Room) -> Outcome | None:
    """Files have come; None when they are nothing to an agenda item."""
    item = None if room.frame.shared else awaited(room)
    secretary = is_some_secretary(room)
    if item is None:
        several = [] if room.frame.shared or secretary else unfinished(writer(room))
        if not several:
            return None
        _, uploads = _kept(room)
        return say(room, card.drafts(several, None, room.frame, which=True, uploads=uploads))
    if secretary:
        return _asked(room, item)
    return attached(room, item, room.turn.files)


def _asked(room: Room, item: AgendaItem) -> Outcome:
    """A secretary's files may be minutes: asked before anything is done with them."""
    names, uploads = _kept(room)
    if not any(uploads):
        return attached(room, item, room.turn.files)
    return say(room, card.attach_or_read(names, item, uploads, room.frame))


def _kept(room: Room) -> tuple[list[str], list[str]]:
    """The names of the files that have come, and under what each is held until somebody says what to do with it."""
    names, uploads = [], []
    for number, offer in enumerate(room.turn.files):
        names.append(shorten(clean(offer.name), 120))
        if offer.content is not None:
            uploads.append(room.ports.uploads.hold(_owner(room, number), offer.name, offer.content, room.scene.now))
        else:
            uploads.append("")
    return names, uploads


def _owner(room: Room, number: int) -> str:
    """Several files are held for one person: each under a name of its own."""
    return f"{room.scene.subject.person}/{number}"


def held(room: Room, data: Mapping[str, Any]) -> list[FileOffer]:
    """The files that a secretary has decided on, as far as they are held still."""
    given = data.get("uploads")
    uploads = [each for each in given if isinstance(each, str)][:30] if isinstance(given, (list, tuple)) else []
    offers = []
    for number, upload in enumerate(uploads):
        found = room.ports.uploads.take(upload, _owner(room, number), room.scene.now) if upload else None
        if found is not None:
            offers.append(FileOffer(found[0], found[1]))
    return offers


def attached(
    room: Room, item: AgendaItem, offers: Sequence[FileOffer], *, replaces: bool = False, lost: bool = False
) -> Outcome:
    """Bind files to a draft; one that is refused is named with the reason. Raises NotFound.

    `lost`: more were sent, which are held no longer.
    """
    who, t = writer(room), writer(room).texts
    added: list[str] = []
    warned: list[str] = [t.say(cp.FILES_SOME_GONE)] if lost else []
    for offer in offers:
        name = shorten(clean(offer.name), 120)
        if offer.content is None:
            warned.append(_why(offer.refused or "", name, t))
            continue
        try:
            before = {file.id for file in item.files}
            item = who.ports.agenda.attach(item.id, offer.name, offer.content, item.access, who.subject)
            kept = [file.name for file in item.files if file.id not in before]
            added.append(shorten(clean(kept[0]), 120) if kept else name)
        except FileRefused as error:
            warned.append(_why(error.fault, name, t))
    told = [t.say(cp.FILES_ADDED, names=t.quoted_all(added), title=named(item, t))] if added else []
    if added and item.access == "closed":
        told.append(t.say(cp.FILE_ADDED_CLOSED))
    return shown(room, item, "files", Said(told=told, warned=warned), replaces=replaces)


def _why(reason: str, name: str, t: Texts) -> str:
    phrase = _REFUSED.get(reason, cp.FILE_NOT_FETCHED)
    values: dict[str, object] = {"name": t.quoted(name)}
    if phrase is cp.FILE_TYPE:
        values["types"] = ", ".join(sorted(FILE_TYPES))
    return t.say(phrase, **values)


def change_file(room: Room, id: str, file: str, access: str) -> Outcome:
    """Open, close or remove an attachment; done already, it is said again. Raises NotFound, NotPossible, StaleItem."""
    agenda, subject, t = room.ports.agenda, room.scene.subject, writer(room).texts
    item = agenda.item(id, subject)
    if item.state not in WRITING:
        raise NotPossible("file_access", item)
    found = next((one for one in item.files if one.id == file), None)
    if found is None:
        # Removed on another device, or by the first of two presses.
        return shown(room, item, "files", replaces=True)
    name = t.quoted(shorten(clean(found.name), 120))
    if access == "remove":
        item = agenda.detach(id, item.version, file, subject)
        told = t.say(cp.FILE_REMOVED, name=name)
    elif access in ("open", "closed"):
        chosen: Access = "open" if access == "open" else "closed"
        if found.access != chosen:
            item = agenda.set_file_access(id, item.version, file, chosen, subject)
        told = t.say(cp.FILE_NOW_OPEN if chosen == "open" else cp.FILE_NOW_CLOSED, name=name)
    else:
        raise NotFound("no such access")
    start = next((number for number, one in enumerate(item.files) if one.id == file), 0) // 8 * 8
    return shown(room, item, "files", Said(told=[told], start=start), replaces=True)
