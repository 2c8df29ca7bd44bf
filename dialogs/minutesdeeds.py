"""What a secretary records: who was there, and on each item a decision with what belongs to it; each click is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

from cards import meetingphrases as mp
from cards import minutesattend as attend_card
from cards.minutesattend import Seat
from cards.minutestold import class_word, decided, left, ready
from cards.texts import texts
from dialogs.clicks import word
from dialogs.deskacts import version_in
from dialogs.minutesviews import entry_of, go_on, in_talk, later_meetings, minutes_at, show, show_item
from dialogs.named import people_named
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.decisionwords import DEFAULTS, formula_of
from dialogs.understanding.desksaid import coming_day
from store.agenda.records import Named
from store.errors import NotFound
from store.minutes.records import CLASSES, Attendance, Attends, CannotDo, Decision, Entry, MeetingMinutes
from store.records import DecisionClass, Person

NOT_REACHED = "Udsat. Punktet blev ikke nået."
"""What minutes say of items that the meeting had no time for."""
_MOST = 10_000
_ROLE = re.compile(r"^(?P<name>.*?)\s*\((?P<role>[^()]*)\)\s*$")
_NUMBER = re.compile(r"\d{1,4}[a-z]?", re.IGNORECASE)


# Attendance


def attendance(room: Room, minutes: MeetingMinutes, *, replaces: bool = False) -> Outcome:
    """Asks who was there: as recorded, else as at the last meeting."""
    if minutes.agenda.published_at is None:
        raise CannotDo("not_published")
    if minutes.agenda.minutes in ("review", "final"):
        raise CannotDo("in_review" if minutes.agenda.minutes == "review" else "final")
    known, last = minutes.attendance, None
    if not known:
        known, last = _last_time(room, minutes)
    seats = seats_of(room, minutes, known)
    ids, names = {one.person for one in seats}, {one.name.casefold() for one in seats}
    others = [one for one in known if one.person not in ids and one.name.casefold() not in names]
    extra = ", ".join(f"{one.name} ({one.role})" if one.role else one.name for one in others)
    rendered = attend_card.attendance(minutes, seats, extra, room.frame, last)
    return say(room, rendered, replaces=replaces, state=in_talk(room, minutes))


def members_of(room: Room, minutes: MeetingMinutes) -> list[Person]:
    """The body's members, by name."""
    body = minutes.agenda.meeting.body_key
    holders = room.ports.people.holders("member")
    own = [one for one in holders if any(g.role == "member" and g.body == body for g in one.grants)]
    return sorted(own, key=lambda one: one.name)


def seats_of(room: Room, minutes: MeetingMinutes, known: tuple[Attendance, ...]) -> list[Seat]:
    """A seat for each member, with what is known of them; who was left out at the last meeting was not there."""
    seats = []
    for member in members_of(room, minutes):
        one = next(
            (each for each in known if each.person == member.id or each.name.casefold() == member.name.casefold()), None
        )
        found = _NUMBER.search(one.note) if one is not None else None
        attends: Attends = one.attends if one is not None else "present"
        seats.append(Seat(member.id, member.name, attends, found[0] if found else ""))
    return seats


def _last_time(room: Room, minutes: MeetingMinutes) -> tuple[tuple[Attendance, ...], date | None]:
    """The attendance of the body's last meeting that has minutes; people who came late then come in time now."""
    meeting, subject = minutes.agenda.meeting, room.scene.subject
    since = date.fromordinal(meeting.day.toordinal() - 200)
    before = room.ports.calendar.coming(subject, meeting.body_key, since, date.fromordinal(meeting.day.toordinal() - 1))
    for one in sorted(before, key=lambda each: each.day, reverse=True)[:8]:
        try:
            found = room.ports.minutes.minutes(one.key, subject).attendance
        except NotFound:
            continue
        if found:
            there = [replace(x, attends="present", note="") if x.attends != "absent" else x for x in found]
            return tuple(there), one.day
    return (), None


def attend(room: Room, minutes: MeetingMinutes, data: Mapping[str, Any]) -> Outcome:
    """Save what the card says; who came late or left early needs an item."""
    version = version_in(data)
    if version is None:
        raise NotFound("no version")
    t = texts(room.lang)
    seats = [_seat(one, data) for one in seats_of(room, minutes, minutes.attendance)]
    extra = word(data, "extra") if len(str(data.get("extra", ""))) <= 500 else str(data["extra"])[:2000]
    numbers = {one.number for one in minutes.agenda.entries}
    fault = ""
    if any(one.attends in ("late", "left") and one.at not in numbers for one in seats):
        fault = t.say(mp.MIN_FROM_NEEDED)
    told = [*(_attendance(one) for one in seats), *_others(extra, minutes)]
    names = [one.name.casefold() for one in told]
    if not fault and len(set(names)) != len(names):
        fault = t.say(mp.MIN_NAME_TWICE)
    if not fault and not any(one.attends != "absent" for one in told):
        fault = t.say(mp.MIN_NOBODY_CHOSEN)
    if fault:
        rendered = attend_card.attendance(minutes, seats, extra, room.frame, fault=fault)
        return say(room, rendered, replaces=True, state=in_talk(room, minutes))
    now = room.ports.minutes.attend(minutes.agenda.meeting.key, version, told, room.scene.subject)
    return begun(room, now, replaces=True)


def begun(room: Room, minutes: MeetingMinutes, *, replaces: bool = False) -> Outcome:
    """To the first item without a decision, after the attendance was saved."""
    t = texts(room.lang)
    there = sum(one.attends != "absent" for one in minutes.attendance)
    missing = len(minutes.attendance) - there
    parts = [t.say(mp.MIN_THERE, count=there)] + ([t.say(mp.MIN_NOT_THERE, count=missing)] if missing else [])
    first = [t.say(mp.MIN_ATTENDED, there=", ".join(parts))]
    waiting = left(minutes)
    if waiting:
        return show_item(room, minutes, waiting[0], first, replaces=replaces)
    return show(room, minutes, first, replaces=replaces)


def _seat(seat: Seat, data: Mapping[str, Any]) -> Seat:
    chosen = word(data, f"a-{seat.person}")
    attends = cast(Attends, chosen) if chosen in ("present", "absent", "late", "left") else seat.attends
    return replace(seat, attends=attends, at=word(data, f"n-{seat.person}") or seat.at)


def _attendance(seat: Seat) -> Attendance:
    note = {"late": f"fra punkt {seat.at}", "left": f"til og med punkt {seat.at}"}.get(seat.attends, "")
    return Attendance(seat.name, seat.attends, seat.person, note=note)


def _others(extra: str, minutes: MeetingMinutes) -> list[Attendance]:
    """The people in the field of others, each with what stands in brackets behind the name."""
    found = []
    for part in re.split(r"[,;\n](?![^(]*\))", extra):
        name = " ".join(part.split())
        if not name:
            continue
        role = _ROLE.match(name)
        told = (role["name"], role["role"]) if role is not None and role["name"] else (name, "")
        before = next((one for one in minutes.attendance if one.name.casefold() == told[0].casefold()), None)
        attends: Attends = before.attends if before is not None else "present"
        found.append(Attendance(told[0][:120], attends, None, told[1], before.note if before is not None else ""))
    return found


# Decisions


def known_of(minutes: MeetingMinutes, entry: Entry) -> Decision:
    """What is recorded of an item, in the version that is seen; an empty one where nothing is."""
    return minutes.decisions.get(entry.item.id) or Decision("as_worded", "")


def record(room: Room, minutes: MeetingMinutes, entry: Entry, decision: Decision) -> MeetingMinutes:
    """Write a decision in the version that the person saw. Raises StaleMeeting, CannotDo."""
    key = minutes.agenda.meeting.key
    return room.ports.minutes.decide(key, entry.item.id, decision.version, decision, room.scene.subject)


def clicked(room: Room, minutes: MeetingMinutes, data: Mapping[str, Any]) -> Outcome:
    """A decision from a card: one that was ready, or what was filled in."""
    entry, version = entry_of(minutes, word(data, "item")), version_in(data)
    if version is None:
        raise NotFound("no version")
    known = replace(known_of(minutes, entry), version=version)
    quick = word(data, "quick")
    if quick:
        chosen = next((one for one in ready(entry.item) if one.cls == quick), None)
        if chosen is None:
            raise NotFound("no such decision")
        return saved(room, minutes, entry, replace(known, cls=chosen.cls, text=chosen.text, postponed_to=None))
    filled = _filled(room, minutes, entry, known, data)
    if isinstance(filled, str):
        typed = {name: str(data[name]) for name in _INPUTS if isinstance(data.get(name), str)}
        more = data.get("more") is True
        return show_item(room, minutes, entry, fault=filled, more=more, typed=typed, replaces=True)
    return saved(room, minutes, entry, filled)


_INPUTS = ("cls", "text", "to", "out", "dissent", "who", "due", "public")


def _filled(
    room: Room, minutes: MeetingMinutes, entry: Entry, known: Decision, data: Mapping[str, Any]
) -> Decision | str:
    """The decision that was filled in, or what is wrong with it."""
    t = texts(room.lang)
    text, chosen = _long(data, "text"), word(data, "cls")
    cls: DecisionClass | None = next((one for one in CLASSES if one == chosen), None)
    if cls is None and text:
        cls = formula_of(text) or "as_worded"
    if cls is None and not text and not _beside(data):
        return t.say(mp.MIN_CLASS_NEEDED)
    to = word(data, "to")
    meetings = {one.key for one in later_meetings(room, minutes)}
    if cls == "postponed" and "to" not in data and meetings:
        return t.say(mp.MIN_TO_NEEDED)
    postponed_to = to if cls == "postponed" and to in meetings else None
    unchanged = text == known.text and known.text in (*DEFAULTS.values(), NOT_REACHED)
    if cls is not None and (not text or (unchanged and cls != known.cls)):
        if cls not in DEFAULTS:
            return t.say(mp.MIN_WORDS_NEEDED, cls=class_word(cls, t))
        text = wording(cls, postponed_to, room, minutes, entry)
    if cls == "postponed" and text == DEFAULTS["postponed"]:
        text = wording(cls, postponed_to, room, minutes, entry)
    told = replace(known, cls=cls or "as_worded", text=text, postponed_to=postponed_to)
    if "public" in data:
        told = replace(told, publishable=_long(data, "public"))
    if data.get("more") is not True:
        return told
    return _more(room, told, data)


def _beside(data: Mapping[str, Any]) -> bool:
    return any(_long(data, name) for name in ("out", "dissent", "who", "due", "public"))


def _more(room: Room, told: Decision, data: Mapping[str, Any]) -> Decision | str:
    due = word(data, "due").strip()
    day = due_day(due, room.scene.now.date()) if due else None
    if due and day is None:
        return texts(room.lang).say(mp.MIN_DUE_UNKNOWN, text=due)
    who = " ".join(word(data, "who").split())
    out = tuple(name.strip() for name in word(data, "out").split(",") if name.strip())
    return replace(
        told, dissent=_long(data, "dissent"), disqualified=out, due=day, responsible=named(room, who) if who else None
    )


def due_day(text: str, today: date) -> date | None:
    """The day that a deadline names: "1. februar", "om to uger", "2027-02-01"; the last of a period."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return coming_day(text, today)


def named(room: Room, text: str) -> Named:
    """Somebody who is responsible, as written; with their id when exactly one is meant."""
    found = people_named(room, text)
    exact = [one for one in found if one.name.casefold() == text.casefold()]
    one = exact[0] if len(exact) == 1 else found[0] if len(found) == 1 else None
    return Named(one.name, one.id) if one is not None else Named(text)


def wording(cls: DecisionClass, postponed_to: str | None, room: Room, minutes: MeetingMinutes, entry: Entry) -> str:
    """What minutes say, in Danish, when only the class was chosen."""
    if cls == "approved" and entry.item.recommendations:
        return "Godkendt som indstillet."
    day = next((one.day for one in later_meetings(room, minutes) if one.key == postponed_to), None)
    if cls == "postponed" and day is not None:
        return f"Udsat til mødet den {texts('da').date_of(day)}."
    return DEFAULTS[cls]


def _long(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return value.strip()[:_MOST] if isinstance(value, str) else ""


def saved(room: Room, minutes: MeetingMinutes, entry: Entry, decision: Decision) -> Outcome:
    """Record it, say so, and go on to what is left."""
    now = record(room, minutes, entry, decision)
    t, number = texts(room.lang), entry.number or "–"
    replaces = room.turn.kind == "action"
    if not decision.text:
        return show_item(room, now, entry_of(now, entry.item.id), [t.say(mp.MIN_SAVED_FIELDS, number=number,
                         what=t.say(mp.MIN_WHAT_BESIDE))], replaces=replaces)  # fmt: skip
    first = [t.say(mp.MIN_SAVED, number=number, text=decision.text)]
    if decision.cls == "postponed":
        day = next((one.day for one in later_meetings(room, now) if one.key == decision.postponed_to), None)
        told = t.say(mp.MIN_POSTPONED_DONE, date=day) if day is not None else t.say(mp.MIN_POSTPONED_OPEN)
        first.append(told)
    return go_on(room, now, entry, first, replaces=replaces)


def rest(room: Room, minutes: MeetingMinutes) -> Outcome:
    """What has no decision was not reached: postponed, until a meeting is chosen."""
    waiting = [one for one in left(minutes) if decided(minutes, one) is None]
    now = minutes
    for entry in waiting:
        told = replace(known_of(now, entry), cls="postponed", text=NOT_REACHED, postponed_to=None)
        now = record(room, now, entry, told)
    told_first = texts(room.lang).say(mp.MIN_REST_DONE, count=len(waiting))
    return show(room, minutes_at(room, now.agenda.meeting.key), [told_first], replaces=room.turn.kind == "action")
