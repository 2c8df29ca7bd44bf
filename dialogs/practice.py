"""How a body takes agenda items in, asked by anybody and changed by its secretaries, in words or by card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cards import confirm, missing, verbs
from cards import deskphrases as dp
from cards import practice as card
from cards.confirm import Option
from cards.grammar import definite
from cards.texts import texts
from dialogs.caseviews import privately
from dialogs.clicks import gone, refused, word
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.desksaid import minutes_in
from dialogs.understanding.understand import Understanding
from store.access import is_secretary
from store.agenda.records import Practice, SubmitBy
from store.errors import NotFound
from store.records import BodyRecord

COMMANDS = frozenset({"practice", "practice_members", "practice_everyone", "practice_room"})
HANDLED = frozenset({verbs.DESK_PRACTICE})
_BY: Mapping[str, SubmitBy] = {"practice_members": "members", "practice_everyone": "everyone"}


def command(room: Room, read: Understanding) -> Outcome | None:
    """A question or an order on how a body takes items in."""
    if room.scene.subject.audience != "personal":
        return privately(room)
    named = [one for one in room.ports.bodies.bodies(room.scene.subject) if one.name in (*read.bodies, read.body)]
    if not named:
        kept = [
            one for one in room.ports.bodies.bodies(room.scene.subject) if is_secretary(room.scene.subject, one.key)
        ]
        return _which(room, kept) if kept else refused(room, read.text)
    body = named[0]
    now = room.ports.agenda.practice(body.key, room.scene.subject)
    keeps = is_secretary(room.scene.subject, body.key)
    if read.command == "practice":
        return say(room, card.told(now, body.name, room.frame, keeps=keeps))
    if not keeps:
        return refused(room, read.text)
    if read.command in _BY:
        return _set(room, body, replace(now, submit_by=_BY[read.command or ""]))
    minutes = minutes_in(read.text)
    if minutes is None or not 0 < minutes <= card.MOST_ROOM:
        fault = texts(room.lang).say(dp.DESK_PRACTICE_ROOM_WRONG)
        return say(room, card.form(now, body.name, room.frame, fault))
    return _set(room, body, replace(now, capacity=minutes))


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """The card of a body's practice, filled in or to be."""
    if room.scene.subject.audience != "personal":
        return privately(room)
    key = word(data, "body")
    body = next((one for one in room.ports.bodies.bodies(room.scene.subject) if one.key == key), None)
    if body is None or not is_secretary(room.scene.subject, body.key):
        return gone(room)
    now = room.ports.agenda.practice(body.key, room.scene.subject)
    if data.get("set") is not True:
        return say(room, card.form(now, body.name, room.frame))
    told, chosen = str(data.get("room") or "").strip(), data.get("submit_by")
    if chosen not in ("everyone", "members") or (told and not _whole(told)):
        fault = texts(room.lang).say(dp.DESK_PRACTICE_ROOM_WRONG)
        return say(room, card.form(now, body.name, room.frame, fault), replaces=True)
    by: SubmitBy = "members" if chosen == "members" else "everyone"
    return _set(room, body, Practice(body.key, by, _whole(told)))


def _whole(told: str) -> int | None:
    """A whole number of minutes as an input gives it, also as "90.0"; None for none and for what no meeting takes."""
    head, _, tail = told.partition(".")
    if not head.isascii() or not head.isdigit() or tail.strip("0") or len(head) > 4:
        return None
    return int(head) if 0 < int(head) <= card.MOST_ROOM else None


def _set(room: Room, body: BodyRecord, wanted: Practice) -> Outcome:
    try:
        now = room.ports.agenda.set_practice(wanted, room.scene.subject)
    except NotFound:
        return gone(room)
    return say(room, card.told(now, body.name, room.frame, keeps=True), replaces=room.turn.kind == "action")


def _which(room: Room, bodies: Sequence[BodyRecord]) -> Outcome:
    t = texts(room.lang)
    if not bodies:
        return say(room, missing.plain(dp.DESK_PRACTICE_WHICH, room.frame))
    rows = [Option(definite(one.name), "", verbs.DESK_PRACTICE, {"body": one.key, "set": False}) for one in bodies[:20]]
    return say(room, confirm.options(definite(bodies[0].name), t.say(dp.DESK_PRACTICE_WHICH), rows, room.frame))
