"""Minutes in words: which meeting, what came of an item, what is left, and the decisions that are ready to be taken."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cards import meetingphrases as mp
from cards import phrases as p
from cards.catalogue import Phrase
from cards.grammar import definite
from cards.texts import Texts, clean, shorten
from store.agenda.records import AgendaItem
from store.calendar_records import CalendarMeeting
from store.minutes.records import CLASSES, Decision, Entry, MeetingAgenda, MeetingMinutes
from store.records import DecisionClass

WORDS: Mapping[DecisionClass, Phrase] = {
    "approved": mp.MIN_CLASS_APPROVED,
    "approved_with_changes": mp.MIN_CLASS_CHANGED,
    "recommended": mp.MIN_CLASS_RECOMMENDED,
    "discussed": mp.MIN_CLASS_DISCUSSED,
    "noted": mp.MIN_CLASS_NOTED,
    "briefed": mp.MIN_CLASS_BRIEFED,
    "postponed": mp.MIN_CLASS_POSTPONED,
    "referred": mp.MIN_CLASS_REFERRED,
    "rejected": mp.MIN_CLASS_REJECTED,
    "withdrawn": mp.MIN_CLASS_WITHDRAWN,
    "delegated": mp.MIN_CLASS_DELEGATED,
    "as_worded": mp.MIN_CLASS_WORDED,
}
_NOMINAL = re.compile(r"(\d{4}-\d{2}-\d{2})$")
_TITLE = 150


@dataclass(frozen=True, slots=True)
class Ready:
    """A decision that a click records: what the button says, the class, and the wording of the minutes (Danish)."""

    button: Phrase
    cls: DecisionClass
    text: str


_AS_RECOMMENDED = Ready(mp.MIN_QUICK_APPROVED, "approved", "Godkendt som indstillet.")
_APPROVED = Ready(mp.MIN_QUICK_PLAIN, "approved", "Godkendt.")
_NOTED = Ready(mp.MIN_QUICK_NOTED, "noted", "Taget til efterretning.")
_DISCUSSED = Ready(mp.MIN_QUICK_DISCUSSED, "discussed", "Drøftet.")
_NONE = Ready(mp.MIN_QUICK_NONE, "as_worded", "Intet at bemærke.")


def ready(item: AgendaItem) -> tuple[Ready, ...]:
    """The decisions that are ready for an item, the likeliest first; each of another class."""
    if item.standing is not None:
        return {"minutes": (_APPROVED,), "coming": (_NOTED,), "any_other": (_NONE,)}[item.standing]
    approved = _AS_RECOMMENDED if item.recommendations else _APPROVED
    if item.type == "briefing":
        return (_NOTED, _AS_RECOMMENDED) if item.recommendations else (_NOTED,)
    if item.type == "discussion":
        return (_DISCUSSED, _AS_RECOMMENDED) if item.recommendations else (_DISCUSSED,)
    return (approved,)


def classes(t: Texts) -> list[tuple[str, str]]:
    """The classes that a secretary chooses from, in plain words, with their values."""
    return [(t.say(WORDS[cls]), cls) for cls in CLASSES]


def class_word(cls: DecisionClass, t: Texts) -> str:
    """A class in plain words."""
    return t.say(WORDS[cls]) if cls in WORDS else ""


def held(agenda: MeetingAgenda, t: Texts) -> str:
    """ "Direktionen torsdag den 3. december 2026"."""
    return t.say(mp.MIN_OF, body=definite(agenda.meeting.body), day=t.day(agenda.meeting.day))


def held_values(agenda: MeetingAgenda, t: Texts) -> dict[str, str]:
    """Body and day for a sentence."""
    return {"body": definite(agenda.meeting.body), "day": t.day(agenda.meeting.day)}


def label_of(minutes: MeetingMinutes, t: Texts) -> str:
    """The small heading above a card: minutes, and how far they are."""
    state, edition = minutes.agenda.minutes, str(minutes.edition)
    if state == "final":
        return t.say(mp.MIN_LABEL_CORRECTED, number=edition) if minutes.edition > 1 else t.say(mp.MIN_LABEL_FINAL)
    if state == "review":
        return t.say(mp.MIN_LABEL_REVIEW)
    if minutes.edition > 1:
        return t.say(mp.MIN_LABEL_CORRECTING, number=edition)
    return t.say(mp.MIN_LABEL_DRAFT if state == "draft" else mp.MIN_LABEL)


def decided(minutes: MeetingMinutes, entry: Entry) -> Decision | None:
    """What was decided on an item; None when it is not written yet."""
    found = minutes.decisions.get(entry.item.id)
    return found if found is not None and found.text else None


def left(minutes: MeetingMinutes) -> list[Entry]:
    """The items that still need a decision, in order."""
    return [
        one
        for one in minutes.agenda.entries
        if one.item.standing is None and one.item.state != "withdrawn" and decided(minutes, one) is None
    ]


def left_line(minutes: MeetingMinutes, t: Texts) -> str:
    """How much is left."""
    count = len(left(minutes))
    return t.say(mp.MIN_LEFT_COUNT, count=count) if count else t.say(mp.MIN_ALL_WRITTEN)


def title_of(entry: Entry, t: Texts) -> str:
    """ "3. Nyt tag (lukket)"."""
    title = shorten(clean(entry.item.title).strip(), _TITLE)
    if entry.number:
        title = t.say(p.NUMBERED, number=entry.number, title=title)
    return f"{title} ({t.say(p.CLOSED_ITEM).casefold()})" if entry.item.access == "closed" else title


def day_of(key: str, meetings: Sequence[CalendarMeeting]) -> date | None:
    """The day of a meeting; the one that its key was made of when it is not among the coming ones."""
    found = next((one.day for one in meetings if one.key == key), None)
    nominal = _NOMINAL.search(key)
    if found is None and nominal is not None:
        try:
            return date.fromisoformat(nominal[1])
        except ValueError:
            return None
    return found


def rows_of(decision: Decision, meetings: Sequence[CalendarMeeting], t: Texts) -> list[tuple[str, str]]:
    """What is noted beside the wording, each with its label."""
    rows: list[tuple[str, str]] = []
    if decision.dissent:
        rows.append((t.say(mp.MIN_ROW_DISSENT), decision.dissent))
    if decision.disqualified:
        rows.append((t.say(mp.MIN_ROW_OUT), t.names(decision.disqualified)))
    if decision.cls == "postponed" and decision.text:
        day = day_of(decision.postponed_to, meetings) if decision.postponed_to else None
        rows.append((t.say(mp.MIN_ROW_TO), t.day(day) if day is not None else t.say(mp.MIN_NO_MEETING)))
    if decision.responsible is not None:
        rows.append((t.say(mp.MIN_ROW_RESPONSIBLE), decision.responsible.text))
    if decision.due is not None:
        rows.append((t.say(mp.MIN_ROW_DUE), t.day(decision.due)))
    if decision.publishable:
        rows.append((t.say(mp.MIN_ROW_PUBLIC), decision.publishable))
    return rows


def present(minutes: MeetingMinutes) -> list[str]:
    """Names of those who were there, at least for a part of the meeting."""
    return [one.name for one in minutes.attendance if one.attends != "absent"]


def absent(minutes: MeetingMinutes) -> list[str]:
    """Names of those who were not."""
    return [one.name for one in minutes.attendance if one.attends == "absent"]
