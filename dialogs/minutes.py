"""The minutes of a meeting, in words and by card: begun, written item by item, reviewed, made final, corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cards import meetingphrases as mp
from cards import minutesasked as asked
from cards import verbs
from cards.grammar import definite
from cards.texts import texts
from dialogs import minutesdeeds as deeds
from dialogs import minutesreviewing as reviewing
from dialogs.caseviews import privately
from dialogs.clicks import gone, word
from dialogs.deskacts import version_in
from dialogs.minutesviews import entry_of, guarded, minutes_at, show, show_item
from dialogs.minuteswhere import Meant, meant
from dialogs.replies import Room, say
from dialogs.turn import AskedQuestion, Outcome
from dialogs.understanding.minutessaid import reason_in
from dialogs.understanding.understand import Understanding
from store.access import is_secretary
from store.errors import NotFound
from store.minutes.records import CannotDo, MeetingMinutes

WRITING = frozenset({"minutes_write"})
COMMANDS = frozenset(
    {
        "minutes_write", "minutes_read", "minutes_review", "minutes_reopen", "minutes_final", "minutes_correct",
        "minutes_approve",
    }
)  # fmt: skip
HANDLED = frozenset(
    {
        verbs.MINUTES_SHOW, verbs.MINUTES_BEGIN, verbs.MINUTES_ATTEND, verbs.MINUTES_ITEM, verbs.MINUTES_DECIDE,
        verbs.MINUTES_REST, verbs.MINUTES_REVIEW, verbs.MINUTES_REOPEN, verbs.MINUTES_REMARK, verbs.MINUTES_SETTLE,
        verbs.MINUTES_APPROVE, verbs.MINUTES_FINISH, verbs.MINUTES_CORRECT, verbs.MINUTES_CARRY, verbs.MINUTES_FOLLOW,
    }
)  # fmt: skip
_FOR_MEMBERS = frozenset({"minutes_read", "minutes_approve"})


def command(room: Room, read: Understanding) -> Outcome | None:
    """What somebody of a body asks or orders; None for everybody else, and where there are no minutes to read."""
    name = read.command or ""
    if room.scene.subject.audience != "personal":
        return privately(room) if name not in _FOR_MEMBERS and _keeps_any(room) else None
    if name not in _FOR_MEMBERS and not _keeps_any(room):
        return None
    found = meant(room, read, keeping=name not in _FOR_MEMBERS)
    if name == "minutes_read":
        begun = [one for one in found.found if one.agenda.minutes != "none"]
        if not begun or not any(one.decisions or one.attendance for one in begun):
            return None
        found = replace(found, found=tuple(begun))
    if not found.found:
        return _none(room, found) if name not in _FOR_MEMBERS else None
    if len(found.found) > 1:
        return say(room, asked.which([one.agenda.meeting for one in found.found], room.frame))
    outcome = guarded(room, _ordered, read, found.found[0])
    return replace(outcome, asked=AskedQuestion("", room.lang, "manage", "answered"))


def _keeps_any(room: Room) -> bool:
    subject = replace(room.scene.subject, audience="personal")
    return any(is_secretary(subject, grant.body) for grant in subject.grants if grant.role == "secretary")


def _none(room: Room, found: Meant) -> Outcome:
    """That there is no such meeting, with the body and day as they were understood."""
    t = texts(room.lang)
    if found.day is None:
        told = t.say(mp.MIN_NONE)
    elif found.body:
        told = t.say(mp.MIN_NONE_ON, body=definite(found.body), date=found.day)
    else:
        told = t.say(mp.MIN_NONE_DAY, date=found.day)
    return say(room, asked.told(told, None, room.frame))


def _ordered(room: Room, read: Understanding, minutes: MeetingMinutes) -> Outcome:
    version = minutes.agenda.version
    if read.command == "minutes_review":
        return reviewing.review(room, minutes, version)
    if read.command == "minutes_reopen":
        return reviewing.reopen(room, minutes, version)
    if read.command == "minutes_final":
        return reviewing.finish(room, minutes, version, sure=False)
    if read.command == "minutes_correct":
        if minutes.agenda.minutes == "review":
            raise CannotDo("in_review")
        return reviewing.correct(room, minutes, version, reason_in(room.turn.text))
    if read.command == "minutes_approve":
        return _approving(room, minutes)
    return opened(room, minutes)


def _approving(room: Room, minutes: MeetingMinutes) -> Outcome:
    """In words: what is approved has to have been seen, so it is shown with the button unless it is open already."""
    if minutes.agenda.minutes == "review" and minutes.may_approve:
        seen = room.kept.get("minutes") == minutes.agenda.meeting.key
        return reviewing.approve(room, minutes, minutes.agenda.version) if seen else show(room, minutes)
    return reviewing.approve(room, minutes, minutes.agenda.version)


def opened(room: Room, minutes: MeetingMinutes, *, replaces: bool = False) -> Outcome:
    """The minutes where they were left: who was there, the next item, or all of them."""
    if not minutes.agenda.keeps or minutes.agenda.minutes in ("review", "final"):
        return show(room, minutes, replaces=replaces)
    if minutes.agenda.minutes == "none":
        return deeds.attendance(room, minutes, replaces=replaces)
    return show(room, minutes, replaces=replaces)


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button on minutes; where others listen there is no such thing but what is final and open."""
    if room.scene.subject.audience != "personal":
        return privately(room)
    return guarded(room, _clicked, verb, data)


def _clicked(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    minutes = minutes_at(room, word(data, "meeting"))
    if verb == verbs.MINUTES_SHOW:
        start = data.get("from")
        if minutes.agenda.minutes == "none":
            return opened(room, minutes) if minutes.agenda.keeps else gone(room)
        at = start if isinstance(start, int) and not isinstance(start, bool) and start >= 0 else 0
        return show(room, minutes, start=at)
    if verb == verbs.MINUTES_ITEM:
        return show_item(room, minutes, entry_of(minutes, word(data, "item")), more=data.get("more") is True)
    if verb == verbs.MINUTES_REMARK:
        return reviewing.remark(room, minutes, data)
    if verb == verbs.MINUTES_APPROVE:
        return reviewing.approve(room, minutes, _version(data))
    if not minutes.agenda.keeps:
        return gone(room)
    return _kept(room, verb, minutes, data)


def _kept(room: Room, verb: str, minutes: MeetingMinutes, data: Mapping[str, Any]) -> Outcome:
    """A button of who keeps the minutes."""
    if verb == verbs.MINUTES_BEGIN:
        return deeds.attendance(room, minutes)
    if verb == verbs.MINUTES_ATTEND:
        return deeds.attend(room, minutes, data)
    if verb == verbs.MINUTES_DECIDE:
        return deeds.clicked(room, minutes, data)
    if verb == verbs.MINUTES_REST:
        return deeds.rest(room, minutes)
    if verb == verbs.MINUTES_SETTLE:
        return reviewing.settle(room, minutes, word(data, "remark"))
    if verb == verbs.MINUTES_CARRY:
        return reviewing.carry(room, minutes, word(data, "to"))
    if verb == verbs.MINUTES_FOLLOW:
        return reviewing.follow(room, minutes, data)
    version = _version(data)
    if verb == verbs.MINUTES_REVIEW:
        return reviewing.review(room, minutes, version)
    if verb == verbs.MINUTES_REOPEN:
        return reviewing.reopen(room, minutes, version)
    if verb == verbs.MINUTES_FINISH:
        return reviewing.finish(room, minutes, version, sure=data.get("sure") is True)
    reason = data.get("reason")
    return reviewing.correct(
        room, minutes, version, reason if isinstance(reason, str) else "", given=isinstance(reason, str)
    )


def _version(data: Mapping[str, Any]) -> int:
    version = version_in(data)
    if version is None:
        raise NotFound("no version")
    return version
