"""The agenda that is meant, as the person in the room may see it, and what stands against changing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from cards import agenda as card
from cards import agendaphrases as ap
from cards import missing, verbs
from cards.agenda import Shown
from cards.agendatold import did
from cards.catalogue import Phrase
from cards.comingtold import when_held
from cards.confirm import Option, options
from cards.grammar import definite
from cards.texts import texts
from dialogs.calendarshown import name_of
from dialogs.caseviews import impossible
from dialogs.caseviews import stale as stale_item
from dialogs.clicks import gone
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.desksaid import coming_day
from dialogs.understanding.understand import Understanding
from store.access import is_secretary
from store.agenda.records import NotPossible, StaleItem
from store.errors import NotFound
from store.followup_records import FollowUp
from store.minutes.records import CannotDo, MeetingAgenda, MeetingFault, StaleMeeting
from store.records import BodyRecord, State

KEPT, KEPT_VERSION = "agenda", "agenda_version"
"""Where the state keeps the meeting whose agenda is in talk, and the version that the person saw of it."""
AHEAD = timedelta(days=366)
_FOLLOW_UPS = 5
_FAULTS: dict[MeetingFault, Phrase] = {
    "locked": ap.AGENDA_FAULT_LOCKED,
    "not_locked": ap.AGENDA_FAULT_NOT_LOCKED,
    "not_published": ap.AGENDA_FAULT_NOT_PUBLISHED,
    "nothing": ap.AGENDA_FAULT_NOTHING,
    "in_review": ap.AGENDA_FAULT_MINUTES,
    "final": ap.AGENDA_FAULT_MINUTES,
    "reason": ap.AGENDA_REASON_NEEDED,
    "wrong": ap.AGENDA_FAULT_WRONG,
}


def of(room: Room, key: str) -> MeetingAgenda:
    """The agenda of a meeting. Raises NotFound."""
    return room.ports.agendas.agenda(key, room.scene.subject)


def shown_of(room: Room, agenda: MeetingAgenda) -> Shown:
    """The agenda with what who keeps it sees beside it."""
    ports, subject, body = room.ports, room.scene.subject, agenda.meeting.body_key
    practice = ports.agendas.practice(body, subject)
    if not agenda.keeps:
        return Shown(agenda, practice)
    capacity = ports.agenda.practice(body, subject).capacity
    return Shown(agenda, practice, capacity, _due(room, agenda))


def _due(room: Room, agenda: MeetingAgenda) -> tuple[FollowUp, ...]:
    """Open follow-ups of the body that are due by the meeting and are no item yet."""
    if agenda.state != "building":
        return ()
    meeting = agenda.meeting
    found = room.ports.follow_ups.found(room.scene.subject, body=meeting.body_key, until=meeting.day)
    return tuple(one for one in found if one.agenda_item is None)[:_FOLLOW_UPS]


def in_talk(room: Room, agenda: MeetingAgenda) -> State:
    """The state after the agenda was shown: orders are about this one, as it was seen."""
    kept = {KEPT: agenda.meeting.key, KEPT_VERSION: agenda.version}
    return room.state("ask", kept)


def show(room: Room, agenda: MeetingAgenda, first: str = "", start: int = 0, *, replaces: bool = False) -> Outcome:
    """The agenda; from now on it is in talk."""
    rendered = card.agenda(shown_of(room, agenda), room.frame, first, start)
    return say(room, rendered, replaces=replaces, state=in_talk(room, agenda))


def changed(room: Room, agenda: MeetingAgenda, first: str) -> Outcome:
    """The agenda after a step, in the place of the card that took it."""
    return show(room, agenda, first, replaces=room.turn.kind == "action")


def seen_version(room: Room, agenda: MeetingAgenda) -> int:
    """The version that the person saw of the agenda in talk; the newest when they saw none."""
    version = room.kept.get(KEPT_VERSION)
    known = room.kept.get(KEPT) == agenda.meeting.key and isinstance(version, int) and not isinstance(version, bool)
    return int(version) if known and version is not None else agenda.version


def guarded(room: Room, key: str, work: Callable[[], Outcome]) -> Outcome:
    """Do something with an agenda; what stands against it is said, and then nothing has been done."""
    try:
        return work()
    except NotFound:
        return gone(room)
    except StaleMeeting as error:
        return stale(room, key, error)
    except CannotDo as error:
        return cannot(room, key, error)
    except StaleItem as error:
        return stale_item(room, error)
    except NotPossible as error:
        return impossible(room, error)


def stale(room: Room, key: str, error: StaleMeeting) -> Outcome:
    """Somebody was faster: who, what and when, and the agenda as it stands now."""
    t, change = texts(room.lang), error.changed
    told = t.say(ap.AGENDA_CHANGED_MEANWHILE)
    if change is not None:
        name = name_of(room, change.person) or ""
        told = did(change, name, room.scene.subject.person or "", t, ap.AGENDA_STALE)
    return changed(room, of(room, key), told)


def cannot(room: Room, key: str, error: CannotDo) -> Outcome:
    """Why it cannot be done now, with the way forward and the agenda as it stands."""
    agenda, phrase = of(room, key), _FAULTS.get(error.fault, ap.AGENDA_FAULT_WRONG)
    if error.fault == "locked" and agenda.state == "published":
        phrase = ap.AGENDA_FAULT_PUBLISHED
    elif error.fault == "not_locked" and agenda.state == "published":
        phrase = ap.AGENDA_FAULT_PUBLISHED_ALREADY
    return changed(room, agenda, texts(room.lang).say(phrase))


def kept_bodies(room: Room) -> list[BodyRecord]:
    """The bodies whose agendas the person keeps."""
    subject = room.scene.subject
    return [one for one in room.ports.bodies.bodies(subject) if is_secretary(subject, one.key)]


def meant(room: Room, read: Understanding) -> MeetingAgenda | Outcome | None:
    """The agenda that a message is about: of the body and day it names, else the one in talk, else of the next meeting
    of the body the person keeps. An Outcome asks which; None: no body is named, and none is kept."""
    body = _named_body(room, read)
    days = _days(room, read)
    if body is None and not days:
        id = room.kept.get(KEPT)
        if isinstance(id, str):
            try:
                return of(room, id)
            except NotFound:
                pass
    if body is None:
        mine = kept_bodies(room)
        if len(mine) != 1:
            return _which_body(room, mine) if mine else None
        body = mine[0]
    found = _agenda_of(room, body, days)
    if found is not None:
        return found
    keeps = is_secretary(room.scene.subject, body.key)
    return say(room, missing.plain(ap.AGENDA_NO_MEETING, room.frame, body=definite(body.name))) if keeps else None


def _named_body(room: Room, read: Understanding) -> BodyRecord | None:
    names = [name for name in (read.body, *read.bodies) if name]
    return next((one for one in room.ports.bodies.bodies(room.scene.subject) if one.name in names), None)


def _days(room: Room, read: Understanding) -> list[date]:
    """The day that a message names: the coming one, else the past."""
    today = room.scene.now.date()
    ahead = coming_day(read.typed or read.text, today)
    past = read.since if read.since is not None and read.since == read.until else None
    return [day for day in dict.fromkeys((ahead, past)) if day is not None]


def _agenda_of(room: Room, body: BodyRecord, days: list[date]) -> MeetingAgenda | None:
    calendar, subject, today = room.ports.calendar, room.scene.subject, room.scene.now.date()
    spans = [(day, day) for day in days] or [(today, today + AHEAD)]
    for since, until in spans:
        for meeting in calendar.coming(subject, body.key, since, until):
            if not meeting.held or meeting.body_key != body.key:
                continue
            try:
                return of(room, meeting.key)
            except NotFound:
                continue
    return None


def _which_body(room: Room, bodies: list[BodyRecord]) -> Outcome:
    """The next meeting of each body that the person keeps, as rows to press."""
    t, rows = texts(room.lang), []
    for body in bodies[:10]:
        found = _agenda_of(room, body, [])
        if found is not None:
            data = {"meeting": found.meeting.key}
            rows.append(Option(definite(body.name), when_held(found.meeting, t), verbs.AGENDA, data))
    if not rows:
        return say(room, missing.plain(ap.AGENDA_NO_BODY, room.frame))
    return say(room, options(t.say(ap.AGENDA_LABEL), t.say(ap.AGENDA_WHICH_MEETING), rows, room.frame))
