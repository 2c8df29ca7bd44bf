"""Coming meetings: the one that was asked for with its day, deadline or state, or all of a period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cards import coming as card
from cards import comingtold as told
from cards import missing
from cards.calendarcard import stopped
from cards.parts import Rendered
from cards.prompts import elsewhere
from cards.texts import LOCAL, texts
from dialogs.announced import announced
from dialogs.announced import facts as announced_facts
from dialogs.calendarshown import shown
from dialogs.comingchoice import AROUND, MONTH, Told, asks_minutes, chosen, period
from dialogs.comingfacts import as_record, facts_of, of_record
from dialogs.kept import held_meeting
from dialogs.replies import Room
from dialogs.understanding.asked import Understanding
from dialogs.understanding.calendarasks import asks_next_place, calendar_ask
from store.calendar_records import CalendarMeeting
from store.errors import NotFound
from store.records import Finding, ItemRecord, Query


def followed(room: Room, read: Understanding) -> Understanding:
    """The question as one on coming meetings where it is one: "hvor holdes næste møde", "og hvornår er fristen?"."""
    if read.command is not None:
        return read
    ask = calendar_ask(read.text)
    if read.intent == "where" and asks_next_place(read.text) and not read.item_number:
        return replace(read, intent="upcoming", topic="", dated="", since=None, until=None, followup=False)
    held = held_meeting(room) if room.kept.get("intent") == "upcoming" else None
    about = ask.deadline is not None or ask.state or ask.place
    if read.intent not in ("upcoming", "when", "where", "find") or not read.followup or not about:
        return read
    if held is not None:
        body, day = held
        return replace(read, intent="upcoming", topic="", body=body, since=day, until=day, followup=False)
    return replace(read, followup=False) if read.intent == "upcoming" else read


def coming(room: Room, query: Query, finding: Finding) -> tuple[Finding, Rendered] | None:
    """The finding with what the calendar knows, and its card; None for what is no question on coming meetings."""
    today = room.scene.now.date()
    if query.intent != "upcoming" or (query.until is not None and query.until < today and not asks_minutes(query)):
        return None
    announced = bool(finding.meetings or finding.items)
    if query.topic:
        return _announced(room, finding) if announced else None
    ask = calendar_ask(query.text)
    answer = chosen(room, query, ask)
    if answer is None:
        if announced:
            return _announced(room, finding)
        # What minutes once said of coming matters answers for an agenda that is not there, and for no date.
        return None if finding.status == "answered" and ask.agenda else _empty(room, query)
    if ask.calendar and query.body and query.since is None and answer.meetings:
        return _finding(room, finding, answer), shown(room, query.body)
    return _finding(room, finding, answer), _card(room, finding, answer)


def _announced(room: Room, finding: Finding) -> tuple[Finding, Rendered]:
    """The meetings at which a matter is to come up, or those of agendas that are in no calendar."""
    found = _known(room, finding)
    sentence = told.counted(found, None, None, None, texts(room.lang))
    return finding, card.upcoming(found, finding.items, room.frame, sentence)


def meetings_of(room: Room, query: Query, finding: Finding) -> Finding:
    """The finding with all meetings of its period that are held, for lists of dates."""
    since, until = period(room, query)
    last = query.until or since + MONTH
    # A deadline of the period may be of a meeting after it.
    later = last + MONTH if last < date.max - MONTH else last
    found = room.ports.calendar.coming(room.scene.subject, query.body, since, later)
    found = tuple(one for one in found if one.day <= last or _due_by(one, last))
    if query.until is not None and until - since > MONTH:
        # Over a longer time the rhythm of all bodies would hide what else there is.
        found = tuple(one for one in found if one.meeting is not None)
    return replace(finding, meetings=tuple(as_record(one) for one in found)) if found else finding


def _due_by(meeting: CalendarMeeting, last: date) -> bool:
    due = meeting.deadlines.get("submission")
    return due is not None and due.astimezone(LOCAL).date() <= last


def remembered(finding: Finding) -> dict[str, object]:
    """Body and day of the one meeting that was told of: "og hvornår er fristen?" is about it."""
    if len(finding.meetings) != 1 or finding.meetings[0].date is None:
        return {}
    only = finding.meetings[0]
    return {"body": only.body or None, "day": only.date.isoformat() if only.date else None}


def _known(room: Room, finding: Finding) -> list[CalendarMeeting]:
    """The meetings of items on a matter, with what the calendar knows of them."""
    records = {one.key: one for one in [*finding.meetings, *(item.meeting for item in finding.items)]}
    days = [one.date for one in records.values() if one.date is not None]
    known: dict[str, CalendarMeeting] = {}
    if days:
        near = room.ports.calendar.coming(room.scene.subject, None, min(days), max(days) + AROUND, cancelled=True)
        known = {one.meeting.key: one for one in near if one.meeting is not None}
    found = [known.get(key) or of_record(one) for key, one in records.items() if one.date is not None]
    return sorted(found, key=lambda one: (one.day, one.body))


def _finding(room: Room, finding: Finding, answer: Told) -> Finding:
    """What the answer is made of: a fact for each meeting, the deadline that was asked for first."""
    t = texts(room.lang)
    facts = tuple(fact for one in answer.meetings[: card.PAGE] for fact in facts_of(one, answer.kind, t))
    items = _items(finding, answer)
    on_agenda = {item.key for item in items}
    facts += tuple(fact for fact in finding.facts if fact.item in on_agenda)
    facts += announced_facts(room, announced(room, answer.meetings[: card.PAGE], items))
    if not answer.meetings:
        return Finding("not_found")
    records = tuple(as_record(one) for one in answer.meetings)
    count = len(answer.meetings) if len(answer.meetings) > 1 else None
    return replace(finding, status="answered", facts=facts, items=items, meetings=records, count=count, missing=())


def _items(finding: Finding, answer: Told) -> tuple[ItemRecord, ...]:
    keys = {one.meeting.key for one in answer.meetings if one.meeting is not None}
    return tuple(item for item in finding.items if item.meeting.key in keys)


def _card(room: Room, finding: Finding, answer: Told) -> Rendered:
    items = _items(finding, answer)
    found = announced(room, answer.meetings[: card.PAGE], items)
    return card.upcoming(answer.meetings, items, room.frame, answer.sentence, announced=found)


def _empty(room: Room, query: Query) -> tuple[Finding, Rendered] | None:
    """Neither plan nor agenda: that, and who can enter it."""
    if not query.body:
        return None
    t, people = texts(room.lang), room.ports.people
    try:
        record = room.ports.calendar.plan(query.body, room.scene.subject)
    except NotFound:
        return None
    if record.version:
        return None
    key = record.body.key
    named = [one.name for one in people.holders("secretary")
             if any(grant.role == "secretary" and grant.body in (None, key) for grant in one.grants)]  # fmt: skip
    sentence = told.empty(record.body.name, named, t, keeps=record.keeps)
    if record.keeps:
        return Finding("not_found"), stopped(sentence, key, room.frame, form=True)
    return Finding("not_found"), missing.told(sentence, room.frame, elsewhere(t))
