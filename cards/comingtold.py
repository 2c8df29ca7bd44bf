"""The first sentence on coming meetings: the next one, its deadlines, whether it takes place, how many there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from cards import phrases as p
from cards.grammar import definite
from cards.phrases import Phrase
from cards.texts import Texts, clean
from store.calendar_records import CalendarMeeting
from store.meetingplan import DeadlineKind

ON: Mapping[DeadlineKind, Phrase] = {
    "submission": p.NEXT_DEADLINE,
    "quality": p.QUALITY_ON,
    "dispatch": p.DISPATCH_ON,
    "minutes": p.MINUTES_ON,
}
_WAS: Mapping[DeadlineKind, Phrase] = {
    "submission": p.DEADLINE_WAS,
    "quality": p.QUALITY_WAS,
    "dispatch": p.DISPATCH_WAS,
    "minutes": p.MINUTES_WAS,
}
_UNKNOWN: Mapping[DeadlineKind, Phrase] = {
    "submission": p.DEADLINE_NOT_STATED,
    "quality": p.QUALITY_UNKNOWN,
    "dispatch": p.DISPATCH_UNKNOWN,
    "minutes": p.MINUTES_UNKNOWN,
}


def when_held(meeting: CalendarMeeting, t: Texts) -> str:
    """ "torsdag den 3. december 2026 kl. 8.30–10.00"."""
    day = t.day(meeting.day)
    if meeting.start is None:
        return day
    clock = t.time_of(meeting.start)
    if meeting.end is not None:
        clock = t.say(p.TIME_RANGE, start=clock, end=t.time_of(meeting.end))
    return t.say(p.DAY_TIME, day=day, time=clock)


def body_in(meeting: CalendarMeeting, t: Texts) -> str:
    """The body inside a sentence; "mødet" where none is known."""
    return definite(meeting.body) if meeting.body else t.say(p.THE_MEETING_INSIDE)


def next_meeting(meeting: CalendarMeeting, t: Texts) -> str:
    """When the next meeting is."""
    return t.say(p.NEXT_MEETING, body=body_in(meeting, t), day=when_held(meeting, t))


def on_day(meeting: CalendarMeeting, t: Texts) -> str:
    """When and where the meeting is that was asked for by its day."""
    body, day = body_in(meeting, t), when_held(meeting, t)
    body = body[:1].upper() + body[1:]
    if meeting.place:
        return t.say(p.MEETING_ON_PLACE, body=body, day=day, place=meeting.place)
    return t.say(p.MEETING_ON, body=body, day=day)


def next_place(meeting: CalendarMeeting, t: Texts) -> str:
    """When and where the next meeting is."""
    body, day = body_in(meeting, t), when_held(meeting, t)
    if meeting.place:
        return t.say(p.NEXT_MEETING_PLACE, body=body, day=day, place=meeting.place)
    return t.say(p.NEXT_MEETING_NO_PLACE, body=body, day=day)


def with_deadline(meeting: CalendarMeeting, now: datetime, t: Texts) -> str:
    """When the next meeting is, and by when items have to be in."""
    body, day, due = body_in(meeting, t), when_held(meeting, t), meeting.deadlines.get("submission")
    if due is None:
        return t.say(p.MEETING_WITHOUT_DEADLINE, body=body, day=day)
    phrase = p.MEETING_AND_DEADLINE if due >= now else p.MEETING_AND_DEADLINE_PAST
    return t.say(phrase, body=body, day=day, deadline=t.moment(due))


def deadline(meeting: CalendarMeeting, kind: DeadlineKind, now: datetime, t: Texts) -> str:
    """When a deadline of a meeting is or was, or that none is stated."""
    due, body = meeting.deadlines.get(kind), body_in(meeting, t)
    if due is None:
        return t.say(_UNKNOWN[kind], body=body, date=meeting.day)
    return t.say(ON[kind] if due >= now else _WAS[kind], body=body, date=meeting.day, day=t.moment(due))


def state(meeting: CalendarMeeting, t: Texts) -> str:
    """Whether a meeting is cancelled, moved, or takes place."""
    body = body_in(meeting, t)
    if meeting.state == "cancelled":
        return t.say(p.MEETING_CANCELLED, body=body, day=when_held(meeting, t))
    if meeting.state == "moved":
        return t.say(p.MEETING_MOVED, body=body, date=meeting.nominal, day=when_held(meeting, t))
    return t.say(p.MEETING_STANDS, body=body, day=when_held(meeting, t))


def none_on(body: str | None, since: date | None, until: date | None, t: Texts) -> str:
    """That the calendar has nothing in a period."""
    when = t.period(since, until)
    if body:
        return t.say(p.NO_MEETING_OF_ON, body=definite(body), when=when)
    return t.say(p.NO_MEETING_ON, when=when)


def counted(
    meetings: Sequence[CalendarMeeting], body: str | None, since: date | None, until: date | None, t: Texts
) -> str:
    """How many meetings there are, of a body, in a period; cancelled ones do not count."""
    count, when = sum(one.held for one in meetings), t.period(since, until)
    if when and body:
        return t.say(p.MEETINGS_OF_WHEN, body=definite(body), when=when, count=count)
    if when:
        return t.say(p.MEETINGS_WHEN, when=when, count=count)
    return t.say(p.MEETINGS_OF, body=definite(body), count=count) if body else t.say(p.UPCOMING_FOUND, count=count)


def agendas(meetings: Sequence[CalendarMeeting], t: Texts) -> str:
    """How many meetings have an agenda."""
    return t.say(p.AGENDAS_FOUND, count=len(meetings))


def changed(meetings: Sequence[CalendarMeeting], t: Texts) -> str:
    """How many meetings are cancelled or moved."""
    return t.say(p.CHANGED_FOUND, count=len(meetings)) if meetings else t.say(p.NONE_CANCELLED)


def empty(body: str, secretaries: Sequence[str], t: Texts, *, keeps: bool) -> str:
    """That there is neither plan nor agenda, and who can enter it."""
    told = t.say(p.CALENDAR_EMPTY, body=definite(body))
    if keeps:
        example = t.quoted(t.say(p.EXAMPLE_PATTERN, body=definite(body)))
        return f"{told} {t.say(p.CALENDAR_EMPTY_YOU, example=example)}"
    if secretaries:
        return f"{told} {t.say(p.CALENDAR_EMPTY_WHO, names=t.names(clean(name) for name in secretaries))}"
    return f"{told} {t.say(p.CALENDAR_EMPTY_NOBODY, body=definite(body))}"


def source(meeting: CalendarMeeting, t: Texts) -> str:
    """What the calendar is called as a source."""
    return t.say(p.CALENDAR_OF, body=body_in(meeting, t))
