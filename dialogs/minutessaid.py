"""What is said while minutes are open: decisions, who was there, who took no part, where to go; all else is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cards import meetingphrases as mp
from cards.catalogue import Phrase
from cards.minutestold import held_values, present
from cards.texts import clean, texts
from dialogs.minutesdeeds import (
    attendance,
    due_day,
    known_of,
    members_of,
    named,
    record,
    saved,
    wording,
)
from dialogs.minutesreviewing import remarked
from dialogs.minutesviews import (
    entry_of,
    guarded,
    item_open,
    later_meetings,
    minutes_at,
    minutes_open,
    show,
    show_item,
)
from dialogs.replies import Room
from dialogs.turn import AskedQuestion, Outcome
from dialogs.understanding.decisionwords import DEFAULTS
from dialogs.understanding.minutessaid import Field, Recording, recording, remark_in
from store.errors import NotFound
from store.minutes.records import Attendance, CannotDo, Decision, Entry, MeetingMinutes
from store.records import Person

_SAVED: Mapping[Field, Phrase] = {
    "responsible": mp.MIN_WHAT_RESPONSIBLE,
    "due": mp.MIN_WHAT_DUE,
    "dissent": mp.MIN_WHAT_DISSENT,
    "publishable": mp.MIN_WHAT_PUBLIC,
}


def said(room: Room) -> Outcome | None:
    """A message on the minutes that are open; None when it says nothing of them, or none are."""
    key = minutes_open(room)
    if not key or room.kept.get("draft") or room.frame.shared or room.turn.kind != "message":
        # A draft of an item that was opened later is what is written on now.
        return None
    told, remark = recording(room.turn.text, room.scene.now.date()), remark_in(room.turn.text)
    if told is None and remark is None:
        return None
    try:
        minutes = minutes_at(room, key)
    except NotFound:
        return None
    if remark is not None and minutes.agenda.minutes == "review":
        outcome = guarded(room, _remarked, minutes, *remark)
    elif told is not None and (minutes.agenda.keeps or _only_looks(told)) and _begun(minutes):
        outcome = guarded(room, _done, minutes, told)
    else:
        return None
    # What is recorded is no question that answers could learn from.
    return replace(outcome, asked=AskedQuestion("", room.lang, "manage", "answered"))


def _begun(minutes: MeetingMinutes) -> bool:
    """Whether there is something to record in: a decision may be said before it is said who was there."""
    agenda = minutes.agenda
    return agenda.minutes != "none" or (agenda.keeps and agenda.published_at is not None)


def _only_looks(told: Recording) -> bool:
    return told.person == "" and told.cls is None and told.field is None


def _remarked(room: Room, minutes: MeetingMinutes, number: str, text: str) -> Outcome:
    if not number:
        return remarked(room, minutes, None, text)
    entry = _numbered(minutes, number)
    return remarked(room, minutes, entry.item.id, text) if entry is not None else _no_such(room, minutes, number)


def _done(room: Room, minutes: MeetingMinutes, told: Recording) -> Outcome:
    if told.move is not None:
        return _moved(room, minutes, told)
    if told.part is not None and told.part != "out":
        return _attends(room, minutes, told)
    entry = _numbered(minutes, told.number) if told.number else _at_hand(room, minutes)
    if entry is None:
        if told.number:
            return _no_such(room, minutes, told.number)
        return show(room, minutes, [texts(room.lang).say(mp.MIN_NO_ITEM_AT_HAND)])
    if told.part == "out" or told.field == "disqualified":
        return _out(room, minutes, entry, told.person or told.value)
    if told.field is not None:
        return _field(room, minutes, entry, told.field, told.value)
    if told.cls is not None:
        return _decided(room, minutes, entry, told)
    return show_item(room, minutes, entry)


def _moved(room: Room, minutes: MeetingMinutes, told: Recording) -> Outcome:
    if told.move == "overview":
        return show(room, minutes)
    if told.move == "attendance":
        return attendance(room, minutes) if minutes.agenda.keeps else show(room, minutes)
    entries, here = list(minutes.agenda.entries), _at_hand(room, minutes)
    at = entries.index(here) if here is not None else -1
    step = at + 1 if told.move == "next" else at - 1
    return show_item(room, minutes, entries[step]) if 0 <= step < len(entries) else show(room, minutes)


def _numbered(minutes: MeetingMinutes, number: str) -> Entry | None:
    return next((one for one in minutes.agenda.entries if (one.number or "").casefold() == number.casefold()), None)


def _at_hand(room: Room, minutes: MeetingMinutes) -> Entry | None:
    return next((one for one in minutes.agenda.entries if one.item.id == item_open(room)), None)


def _no_such(room: Room, minutes: MeetingMinutes, number: str) -> Outcome:
    return show(room, minutes, [texts(room.lang).say(mp.MIN_NO_SUCH_ITEM, number=number)])


def _decided(room: Room, minutes: MeetingMinutes, entry: Entry, told: Recording) -> Outcome:
    assert told.cls is not None
    to, t = None, texts(room.lang)
    if told.to is not None:
        to = next((one.key for one in later_meetings(room, minutes) if one.day == told.to), None)
        if to is None:
            fault = t.say(mp.MIN_TO_UNKNOWN, body=held_values(minutes.agenda, t)["body"], date=told.to)
            typed = {"cls": "postponed", "text": told.text}
            return show_item(room, minutes, entry, fault=fault, typed=typed)
    text = told.text
    if text == DEFAULTS.get(told.cls) and (told.cls == "postponed"):
        text = wording(told.cls, to, room, minutes, entry)
    return saved(room, minutes, entry, replace(known_of(minutes, entry), cls=told.cls, text=text, postponed_to=to))


def _field(room: Room, minutes: MeetingMinutes, entry: Entry, field: Field, value: str) -> Outcome:
    t, known, number = texts(room.lang), known_of(minutes, entry), entry.number or "–"
    if field == "due":
        day = due_day(value.strip(" ."), room.scene.now.date())
        if day is None:
            return show_item(room, minutes, entry, fault=t.say(mp.MIN_DUE_UNKNOWN, text=value), more=True)
        told = replace(known, due=day)
    elif field == "responsible":
        told = replace(known, responsible=named(room, clean(value).strip(" .")))
    elif field == "dissent":
        told = replace(known, dissent=value.strip())
    else:
        if entry.item.access == "open":
            return show_item(room, minutes, entry, [t.say(mp.MIN_NOT_CLOSED, number=number)])
        told = replace(known, publishable=value.strip())
    return _kept(room, minutes, entry, told, t.say(mp.MIN_SAVED_FIELDS, number=number, what=t.say(_SAVED[field])))


def _kept(room: Room, minutes: MeetingMinutes, entry: Entry, decision: Decision, line: str) -> Outcome:
    now = record(room, minutes, entry, decision)
    return show_item(room, now, entry_of(now, entry.item.id), [line])


def _out(room: Room, minutes: MeetingMinutes, entry: Entry, name: str) -> Outcome:
    """Who took no part in the item because of disqualification: kept before there is a decision, too."""
    found = _who(room, present(minutes), name)
    if len(found) != 1:
        return _nobody(room, minutes, entry, name, found, present(minutes))
    known, t = known_of(minutes, entry), texts(room.lang)
    names = tuple(dict.fromkeys([*known.disqualified, found[0]]))
    line = t.say(mp.MIN_SAVED_OUT, name=found[0], number=entry.number or "–")
    return _kept(room, minutes, entry, replace(known, disqualified=names), line)


def _who(room: Room, names: list[str], text: str) -> list[str]:
    """Those of the names that a person in a message may be: whole name, then first or last name, then a part."""
    told = " ".join(clean(text).split()).casefold()
    exact = [one for one in names if one.casefold() == told]
    part = [one for one in names if told in one.casefold().split()]
    return exact or part or [one for one in names if one.casefold().startswith(told)]


def _nobody(
    room: Room, minutes: MeetingMinutes, entry: Entry | None, name: str, found: list[str], names: list[str]
) -> Outcome:
    t = texts(room.lang)
    line = (
        t.say(mp.MIN_WHO_SEVERAL, name=name, names=t.names(found))
        if found
        else t.say(mp.MIN_WHO, name=name, names=t.names(names))
    )
    return show_item(room, minutes, entry, [line]) if entry is not None else show(room, minutes, [line])


def _attends(room: Room, minutes: MeetingMinutes, told: Recording) -> Outcome:
    """ "Bo har afbud", "Dan kom til punkt 3": one person's part in the meeting."""
    t, members = texts(room.lang), members_of(room, minutes)
    rows = list(minutes.attendance)
    here = _at_hand(room, minutes)
    if told.person == "*":
        ids = {one.id for one in members}
        rows = [replace(one, attends="present", note="") if one.person in ids else one for one in rows]
        return _attended(room, minutes, rows, t.say(mp.MIN_ALL_PRESENT))
    names = list(dict.fromkeys([*(one.name for one in rows), *(one.name for one in members)]))
    found = _who(room, names, told.person)
    if len(found) != 1:
        return _nobody(room, minutes, here, told.person, found, names)
    name = found[0]
    if told.number and _numbered(minutes, told.number) is None:
        return _no_such(room, minutes, told.number)
    number = _until(minutes, told) if told.part == "left" else told.number
    note = {"late": f"fra punkt {number}", "left": f"til og med punkt {number}"}.get(told.part or "", "")
    assert told.part in ("present", "absent", "late", "left")
    one = Attendance(name, told.part, _id(members, rows, name), note=note)
    rows = [replace(each, attends=one.attends, note=note) if each.name == name else each for each in rows]
    if all(each.name != name for each in rows):
        rows.append(one)
    phrase = {
        "present": mp.MIN_PERSON_PRESENT,
        "absent": mp.MIN_PERSON_ABSENT,
        "late": mp.MIN_PERSON_LATE,
        "left": mp.MIN_PERSON_LEFT,
    }[told.part]
    return _attended(room, minutes, rows, t.say(phrase, name=name, number=number))


def _until(minutes: MeetingMinutes, told: Recording) -> str:
    """The last item that somebody took part in who left before or after one."""
    numbers = [one.number or "" for one in minutes.agenda.entries]
    at = next(n for n, one in enumerate(numbers) if one.casefold() == told.number.casefold())
    if told.side == "before":
        if at == 0:
            raise CannotDo("wrong")
        at -= 1
    return numbers[at]


def _id(members: list[Person], rows: list[Attendance], name: str) -> str | None:
    found = next((one.person for one in rows if one.name == name), None)
    return found or next((one.id for one in members if one.name == name), None)


def _attended(room: Room, minutes: MeetingMinutes, rows: list[Attendance], line: str) -> Outcome:
    agenda = minutes.agenda
    now = room.ports.minutes.attend(agenda.meeting.key, agenda.version, rows, room.scene.subject)
    here = _at_hand(room, now)
    return show_item(room, now, here, [line]) if here is not None else show(room, now, [line])
