"""The loop closes: what a body promised and has not done is offered for its next agenda, what it did is reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dialogs.ports import Ports
from store.calendar import ZONE, local
from store.calendar_records import CalendarMeeting
from store.followup_records import FollowUp
from store.records import Subject

AHEAD, BACK = timedelta(days=366), timedelta(days=400)
WITHOUT_A_MEETING = timedelta(days=60)
"""How far is looked, ahead and back, where a body has no meeting planned or held."""
MOST = 200


@dataclass(frozen=True, slots=True)
class Carried:
    """Follow-ups of a body for its next agenda: `open` are due by that meeting, are followed all the time or have no
    day; `done` were done since the meeting before. `meeting` is None when none is planned."""

    meeting: CalendarMeeting | None
    open: tuple[FollowUp, ...]
    done: tuple[FollowUp, ...]


def carried(
    ports: Ports, subject: Subject, body: str, now: datetime, meeting: CalendarMeeting | None = None
) -> Carried:
    """What is to be carried to the next meeting of a body (its key), or to the `meeting` that is named.

    Only what the subject may see; put off ones come when their day is before the meeting. `now` is aware.
    """
    today = local(now).date()
    coming = meeting or _next(ports, subject, body, today)
    until = coming.day if coming is not None else today + WITHOUT_A_MEETING
    waiting = ports.follow_ups.found(subject, body=body, limit=MOST)
    ready = tuple(
        one
        for one in waiting
        if (one.due is None or one.due <= until) and (one.snoozed_to is None or one.snoozed_to <= until)
    )
    since = _last(ports, subject, body, today)
    done = ports.follow_ups.found(subject, body=body, states=frozenset({"done"}), done_since=since, limit=MOST)
    return Carried(coming, ready, done)


def _next(ports: Ports, subject: Subject, body: str, today: date) -> CalendarMeeting | None:
    found = ports.calendar.coming(subject, body, today, today + AHEAD)
    return next((one for one in found if one.held), None)


def _last(ports: Ports, subject: Subject, body: str, today: date) -> datetime:
    """The beginning of the day of the last meeting before today."""
    found = [
        one.day for one in ports.calendar.coming(subject, body, today - BACK, today - timedelta(days=1)) if one.held
    ]
    day = found[-1] if found else today - WITHOUT_A_MEETING
    return datetime.combine(day, time(), ZONE)
