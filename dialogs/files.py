"""A file dropped in a secretary's personal chat: read, shown, and stored only when the person says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from cards import documents as card
from cards import missing, verbs
from cards import phrases as p
from cards.prompts import prompts
from cards.texts import clean, shorten, texts
from dialogs import registerfiles
from dialogs.clicks import gone, word
from dialogs.deeds import is_some_secretary
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from store.errors import Conflict, MinutesUnreadable, NotFound
from store.records import Access, IngestReport

HANDLED = frozenset({verbs.STORE_FILE, verbs.DROP_FILE})


def dropped(room: Room) -> Outcome:
    """Files have come: for the draft that is open, else the report on the first one, before it is stored."""
    return registerfiles.dropped(room) or read_in(room)


def read_in(room: Room) -> Outcome:
    """A file is read as minutes or an agenda: the report as a card."""
    if not is_some_secretary(room):
        return say(room, missing.plain(p.FILE_NOT_TAKEN, room.frame))
    offer = room.turn.files[0]
    name = shorten(clean(offer.name), 120)
    if offer.content is None:
        report = IngestReport(name, "refused", {"code": offer.refused or ""}, None)
        return say(room, card.refused(name, report, room.frame))
    try:
        report = room.ports.library.preview(offer.name, offer.content, room.scene.subject)
    except MinutesUnreadable as error:
        report = IngestReport(name, "refused", {"code": error.reason}, None)
    except NotFound:
        return say(room, missing.plain(p.FILE_NOT_TAKEN, room.frame))
    if report.status == "refused":
        return say(room, card.refused(name, report, room.frame))
    owner = room.scene.subject.person or ""
    upload = room.ports.uploads.hold(owner, offer.name, offer.content, room.scene.now)
    bodies = room.ports.bodies.bodies()
    several = len(room.turn.files) > 1
    return say(room, card.preview(name, report, upload, bodies, room.frame, several=several))


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """Store or discard a held file; a second click finds it gone."""
    if not is_some_secretary(room):
        return gone(room)
    after = prompts((p.ASK_DOCUMENTS, p.ASK_LATEST), texts(room.lang))
    held = room.ports.uploads.take(word(data, "upload"), room.scene.subject.person or "", room.scene.now)
    if held is None:
        return say(room, missing.plain(p.FILE_GONE, room.frame, after))
    if verb == verbs.DROP_FILE:
        told = texts(room.lang).say(p.FILE_DROPPED)
        return say(room, missing.confirmed(told, room.frame, after), replaces=True)
    name, content = held
    access = word(data, "access")
    chosen = cast(Access, access) if access == "open" else "closed"
    keys = {body.key for body in room.ports.bodies.bodies()}
    body = word(data, "body") if word(data, "body") in keys else None
    try:
        report = room.ports.library.ingest(name, content, chosen, body, room.scene.subject)
    except NotFound:
        return gone(room)
    except Conflict:
        return say(room, missing.plain(p.DONE_ALREADY, room.frame))
    shown = shorten(clean(name), 120)
    if report.status == "refused":
        return say(room, card.refused(shown, report, room.frame), replaces=True)
    return say(room, card.stored(shown, report, room.frame), replaces=True)
