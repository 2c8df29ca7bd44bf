"""How a body's agendas are made, asked and changed by its secretaries, and the channel that they are posted in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cards import agendaphrases as ap
from cards import agendapractice as card
from cards import missing, verbs
from cards.confirm import Option, options
from cards.grammar import definite
from cards.texts import texts
from dialogs.caseviews import privately
from dialogs.clicks import gone, refused, word
from dialogs.replies import Room, say
from dialogs.secretaryviews import kept_bodies
from dialogs.turn import Outcome
from dialogs.understanding.agendasaid import numbering_in
from dialogs.understanding.understand import Understanding
from store.access import is_secretary
from store.agenda.records import STANDING, StandingKind
from store.errors import NotFound
from store.minutes.records import MeetingPractice
from store.records import BodyRecord, Subject

COMMANDS = frozenset({"agenda_practice", "agenda_numbering", "agenda_channel", "agenda_channel_off"})
HANDLED = frozenset({verbs.AGENDA_PRACTICE})


def command(room: Room, read: Understanding) -> Outcome:
    """A question or an order on how agendas are made."""
    names = [name for name in (read.body, *read.bodies) if name]
    body = next((one for one in room.ports.bodies.bodies(room.scene.subject) if one.name in names), None)
    if read.command in ("agenda_channel", "agenda_channel_off"):
        return _channel(room, read, body)
    if room.scene.subject.audience != "personal":
        return privately(room)
    mine = kept_bodies(room)
    if body is None and len(mine) == 1:
        body = mine[0]
    if body is None and mine:
        return _which(room, mine)
    if body is None or not is_secretary(room.scene.subject, body.key):
        return refused(room, read.text)
    now = room.ports.agendas.practice(body.key, room.scene.subject)
    if read.command == "agenda_numbering":
        return _set(room, body, replace(now, numbering=numbering_in(read.typed or read.text)))
    return say(room, card.told(now, body.name, room.frame))


def _channel(room: Room, read: Understanding, body: BodyRecord | None) -> Outcome:
    """ "Brug denne kanal til Direktionen", said where the agendas shall be posted."""
    # Whoever keeps the body says so where others listen; what they may do is judged as in personal chat.
    alone = replace(room.scene.subject, audience="personal")
    mine = [one for one in room.ports.bodies.bodies(room.scene.subject) if is_secretary(alone, one.key)]
    if body is None and len(mine) == 1:
        body = mine[0]
    if body is None:
        return say(room, missing.plain(ap.AGENDA_CHANNEL_WHICH, room.frame)) if mine else refused(room, read.text)
    if not is_secretary(alone, body.key):
        return refused(room, read.text)
    now = room.ports.agendas.practice(body.key, alone)
    if read.command == "agenda_channel_off":
        return _kept(room, alone, replace(now, channel=None, channel_name=""), ap.AGENDA_CHANNEL_OFF, body)
    address = room.turn.address
    if address.kind == "personal":
        return say(room, missing.plain(ap.AGENDA_CHANNEL_THERE, room.frame, body=definite(body.name)))
    chosen = replace(now, channel=(address.kind, address.conversation), channel_name=(address.name or "")[:100])
    return _kept(room, alone, chosen, ap.AGENDA_CHANNEL_SET, body)


def _kept(room: Room, alone: Subject, practice: MeetingPractice, phrase: Any, body: BodyRecord) -> Outcome:
    try:
        room.ports.agendas.set_practice(practice, alone)
    except NotFound:
        return gone(room)
    return say(room, missing.plain(phrase, room.frame, body=definite(body.name)))


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """The card of a body's practice, filled in or to be."""
    if room.scene.subject.audience != "personal":
        return privately(room)
    body = next((one for one in kept_bodies(room) if one.key == word(data, "body")), None)
    if body is None:
        return gone(room)
    now = room.ports.agendas.practice(body.key, room.scene.subject)
    if data.get("set") is True:
        return _filled(room, body, now, data)
    if data.get("edit") is True:
        return say(room, card.form(now, body.name, _channels(room, now), room.frame), replaces=True)
    return say(room, card.told(now, body.name, room.frame))


def _channels(room: Room, now: MeetingPractice) -> list[tuple[str, str]]:
    """Where agendas may be posted, by name: the channel in use, and those of the other bodies the person keeps."""
    found: dict[str, str] = {}
    others = [room.ports.agendas.practice(one.key, room.scene.subject) for one in kept_bodies(room)]
    for practice in (now, *others):
        if practice.channel is not None:
            found.setdefault(practice.channel[1], practice.channel_name or texts(room.lang).say(ap.AGENDA_THE_CHANNEL))
    return [(name, value) for value, name in found.items()]


def _filled(room: Room, body: BodyRecord, now: MeetingPractice, data: Mapping[str, Any]) -> Outcome:
    places = {kind: word(data, f"standing_{kind}") or card.placed(now)[kind] for kind in STANDING}
    chosen = replace(
        now,
        numbering="year" if word(data, "numbering") == "year" else "meeting",
        first=_at(places, "first", now.first),
        last=_at(places, "last", now.last),
    )
    return _set(room, body, _with_channel(room, chosen, word(data, "channel")))


def _at(places: Mapping[StandingKind, str], place: str, before: tuple[StandingKind, ...]) -> tuple[StandingKind, ...]:
    """The kinds at a place, those that stood there before in their order."""
    kept = [kind for kind in before if places[kind] == place]
    return (*kept, *(kind for kind in STANDING if places[kind] == place and kind not in kept))


def _with_channel(room: Room, practice: MeetingPractice, value: str) -> MeetingPractice:
    """With the channel that was chosen among those offered; anything else changes nothing."""
    if value == card.NOWHERE:
        return replace(practice, channel=None, channel_name="")
    for body in kept_bodies(room):
        other = room.ports.agendas.practice(body.key, room.scene.subject)
        if other.channel is not None and other.channel[1] == value:
            return replace(practice, channel=other.channel, channel_name=other.channel_name)
    return practice


def _set(room: Room, body: BodyRecord, wanted: MeetingPractice) -> Outcome:
    try:
        now = room.ports.agendas.set_practice(wanted, room.scene.subject)
    except NotFound:
        return gone(room)
    return say(room, card.told(now, body.name, room.frame), replaces=room.turn.kind == "action")


def _which(room: Room, bodies: list[BodyRecord]) -> Outcome:
    t = texts(room.lang)
    rows = [Option(definite(one.name), "", verbs.AGENDA_PRACTICE, {"body": one.key}) for one in bodies[:20]]
    return say(room, options(t.say(ap.AGENDA_LABEL), t.say(ap.AGENDA_PRACTICE_WHICH), rows, room.frame))
