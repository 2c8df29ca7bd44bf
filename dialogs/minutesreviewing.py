"""From a draft to final minutes: sent to the members, remarked on, approved, taken back, locked, corrected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cards import meetingphrases as mp
from cards import minutesasked as asked
from cards.minutestold import decided, held_values
from cards.texts import clean, shorten, texts
from dialogs.clicks import word
from dialogs.minutesdeeds import members_of
from dialogs.minutesviews import entry_of, in_talk, later_meetings, minutes_at, show, show_item, treated_key, unfinished
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from store.errors import NotFound
from store.minutes.records import CannotDo, MeetingMinutes

_MOST = 2_000


def review(room: Room, minutes: MeetingMinutes, version: int) -> Outcome:
    """Send the draft to the members."""
    now = room.ports.minutes.review(minutes.agenda.meeting.key, version, room.scene.subject)
    told = [one for one in members_of(room, minutes) if one.id != room.scene.subject.person]
    t = texts(room.lang)
    first = t.say(mp.MIN_SENT, count=len(told)) if told else t.say(mp.MIN_SENT_NOBODY)
    return show(room, now, [first], replaces=_replaces(room))


def reopen(room: Room, minutes: MeetingMinutes, version: int) -> Outcome:
    """Take it back; approvals are void."""
    now = room.ports.minutes.reopen(minutes.agenda.meeting.key, version, room.scene.subject)
    return show(room, now, [texts(room.lang).say(mp.MIN_REOPENED)], replaces=_replaces(room))


def finish(room: Room, minutes: MeetingMinutes, version: int, *, sure: bool) -> Outcome:
    """Make it final; asked once when somebody has not approved, or a remark is not settled."""
    if minutes.agenda.minutes == "draft":
        told = texts(room.lang).say(mp.MIN_NOT_IN_REVIEW)
        return show(room, minutes, [told], replaces=_replaces(room))
    unsettled = any(not one.settled for one in minutes.comments)
    if minutes.agenda.minutes == "review" and not sure and (minutes.waiting or unsettled):
        return say(room, asked.finishing(minutes, room.frame), replaces=_replaces(room), state=in_talk(room, minutes))
    now = room.ports.minutes.finish(minutes.agenda.meeting.key, version, room.scene.subject)
    t = texts(room.lang)
    return show(room, now, [t.say(mp.MIN_FINISHED, **held_values(now.agenda, t))], replaces=_replaces(room))


def approve(room: Room, minutes: MeetingMinutes, version: int) -> Outcome:
    """A member's yes; of another version than they saw they are shown what it is now."""
    t = texts(room.lang)
    if minutes.agenda.minutes != "review":
        return _closed(room, minutes)
    try:
        now = room.ports.minutes.approve(minutes.agenda.meeting.key, version, room.scene.subject)
    except NotFound:
        told = t.say(mp.MIN_NOT_MEMBER, body=held_values(minutes.agenda, t)["body"])
        return say(room, asked.told(told, minutes, room.frame), state=in_talk(room, minutes))
    first = t.say(mp.MIN_YOU_APPROVED, **held_values(now.agenda, t))
    return show(room, now, [first], replaces=_replaces(room))


def remark(room: Room, minutes: MeetingMinutes, data: Mapping[str, Any]) -> Outcome:
    """A remark from a card: on an item, or on the whole."""
    if minutes.agenda.minutes != "review":
        return _closed(room, minutes)
    typed = data.get("remark")
    text = typed.strip()[:_MOST] if isinstance(typed, str) else ""
    fault = texts(room.lang).say(mp.MIN_REMARK_NEEDED) if isinstance(typed, str) else ""
    id = word(data, "item")
    if id:
        entry = entry_of(minutes, id)
        if not text:
            return show_item(room, minutes, entry, fault=fault, replaces=_replaces(room))
        return remarked(room, minutes, id, text)
    if not text:
        return say(room, asked.remark(minutes, room.frame, fault), replaces=_replaces(room) and bool(fault))
    return remarked(room, minutes, None, text)


def remarked(room: Room, minutes: MeetingMinutes, item: str | None, text: str) -> Outcome:
    """Write a remark, once for each turn or press."""
    if minutes.agenda.minutes != "review":
        return _closed(room, minutes)
    key = word(room.turn.data, "submit") or f"{room.turn.key.thread}/{room.turn.id}"
    now = room.ports.minutes.comment(minutes.agenda.meeting.key, item, text, key, room.scene.subject)
    return show(room, now, [texts(room.lang).say(mp.MIN_REMARKED)], replaces=_replaces(room))


def settle(room: Room, minutes: MeetingMinutes, id: str) -> Outcome:
    """A remark was dealt with."""
    one = next((each for each in minutes.comments if each.id == id), None)
    now = room.ports.minutes.settle(minutes.agenda.meeting.key, id, room.scene.subject)
    told = [texts(room.lang).say(mp.MIN_SETTLED, name=one.name)] if one is not None else []
    return show(room, now, told, replaces=_replaces(room))


def correct(room: Room, minutes: MeetingMinutes, version: int, reason: str, *, given: bool = False) -> Outcome:
    """A new version of final minutes; the reason is asked for where it is not given."""
    if minutes.agenda.minutes != "final":
        raise CannotDo("not_final")
    t = texts(room.lang)
    if not reason.strip():
        fault = t.say(mp.MIN_REASON_NEEDED) if given else ""
        return say(
            room, asked.correction(minutes, room.frame, fault), replaces=_replaces(room), state=in_talk(room, minutes)
        )
    now = room.ports.minutes.correct(minutes.agenda.meeting.key, version, reason[:500], room.scene.subject)
    return show(room, now, [t.say(mp.MIN_CORRECTING, number=str(now.edition))], replaces=_replaces(room))


def carry(room: Room, minutes: MeetingMinutes, to: str) -> Outcome:
    """Unfinished items go to another meeting with their history, ready for its agenda."""
    meeting = next((one for one in later_meetings(room, minutes) if one.key == to), None)
    if meeting is None:
        raise CannotDo("wrong")
    items, subject = unfinished(room, minutes), room.scene.subject
    for item in items:
        room.ports.agenda.act(item.id, item.version, "move", subject, meeting_key=to)
    told = texts(room.lang).say(mp.MIN_CARRIED, count=len(items), date=meeting.day)
    return show(room, minutes_at(room, minutes.agenda.meeting.key), [told], replaces=_replaces(room))


def follow(room: Room, minutes: MeetingMinutes, data: Mapping[str, Any]) -> Outcome:
    """A follow-up of what was decided, in its own words; pressed twice it is one."""
    entry = entry_of(minutes, word(data, "item"))
    decision = decided(minutes, entry)
    if decision is None or not minutes.agenda.keeps:
        raise NotFound("nothing follows")
    t, item = texts(room.lang), entry.item
    title = shorten(clean(item.recommendations[0] if len(item.recommendations) == 1 else item.title), 280)
    title = title.removeprefix("at ").strip()
    title = title[:1].upper() + title[1:]
    made = room.ports.follow_ups.add(
        title, room.scene.subject, key=f"minutes/{minutes.agenda.meeting.key}/{item.id}", lang=room.lang,
        origin="recorded", responsible=decision.responsible, due=decision.due,
        item_key=treated_key(room, minutes, entry),
        body=minutes.agenda.meeting.body_key, quote=shorten(clean(decision.text), 500),
    )  # fmt: skip
    who = decision.responsible.text if decision.responsible is not None else t.say(mp.MIN_FOLLOWED_NOBODY)
    if made.due is not None:
        told = t.say(mp.MIN_FOLLOWED_DUE, title=made.title, name=who, date=made.due)
    else:
        told = t.say(mp.MIN_FOLLOWED, title=made.title, name=who)
    return show(room, minutes, [told], replaces=_replaces(room))


def _closed(room: Room, minutes: MeetingMinutes) -> Outcome:
    told = texts(room.lang).say(mp.MIN_REMARKS_CLOSED)
    return show(room, minutes, [told], replaces=_replaces(room))


def _replaces(room: Room) -> bool:
    return room.turn.kind == "action"
