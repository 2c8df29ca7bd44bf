"""Meetings of the calendar as facts and records, and records of agendas as meetings of the calendar."""

from __future__ import annotations

from cards.coming import LABELS
from cards.comingtold import body_in, source, when_held
from cards.texts import Texts
from store.calendar_records import CalendarMeeting
from store.meetingplan import DeadlineKind
from store.records import DocumentRef, Fact, MeetingRecord


def facts_of(meeting: CalendarMeeting, kind: DeadlineKind | None, t: Texts) -> list[Fact]:
    """The deadline that was asked for, and the meeting: its agenda's own words where there is one."""
    said = meeting.meeting.facts[:1] if meeting.meeting is not None and meeting.day == meeting.meeting.date else ()
    document = said[0].document if said else DocumentRef(f"calendar-{meeting.body_key}", source(meeting, t), "", None,
                                                         "calendar")  # fmt: skip
    text = f"{body_in(meeting, t)}, {when_held(meeting, t)}" + (f", {meeting.place}" if meeting.place else "")
    body = meeting.body or None
    held = Fact(meeting.key, "meeting", text, document, body=body, meeting_date=meeting.day, closed=meeting.closed)
    found = list(said) or [held]
    if kind is not None and kind in meeting.deadlines:
        due = t.say(LABELS[kind], day=t.moment(meeting.deadlines[kind]))
        found.insert(0, Fact(f"{meeting.key}-{kind}", "date", due, document, on=meeting.deadlines[kind].date(),
                             body=body, meeting_date=meeting.day, closed=meeting.closed))  # fmt: skip
    return found


def as_record(meeting: CalendarMeeting) -> MeetingRecord:
    """The meeting for whoever knows records of agendas only."""
    return MeetingRecord(
        meeting.meeting.key if meeting.meeting is not None else meeting.key,
        meeting.body,
        meeting.day,
        meeting.start,
        meeting.end,
        meeting.place,
        deadline=meeting.deadlines.get("submission"),
        facts=meeting.meeting.facts if meeting.meeting is not None else (),
    )


def of_record(record: MeetingRecord) -> CalendarMeeting:
    """A meeting that only its agenda tells of; it needs a day."""
    assert record.date is not None
    return CalendarMeeting(
        key=record.key,
        body_key="",
        body=record.body,
        nominal=record.date,
        day=record.date,
        state="planned",
        source="agenda",
        start=record.start,
        end=record.end,
        place=record.place,
        deadlines={"submission": record.deadline} if record.deadline is not None else {},
        meeting=record,
    )
