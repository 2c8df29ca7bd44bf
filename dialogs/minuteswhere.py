"""Which meeting somebody means who wants to write or read minutes: by body and day, else the one that is nearest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dialogs.minutesviews import minutes_open
from dialogs.replies import Room
from dialogs.understanding.periods import periods
from dialogs.understanding.understand import Understanding
from store.access import Guard, is_secretary, visible
from store.calendar_records import CalendarMeeting
from store.errors import NotFound
from store.minutes.records import MeetingMinutes

_BACK, _AHEAD = timedelta(days=120), timedelta(days=14)
_MOST_LOOKED_AT = 24


@dataclass(frozen=True, slots=True)
class Meant:
    """Minutes that may be meant; `day` and `body` are what was named, `held` whether a meeting is then at all."""

    found: tuple[MeetingMinutes, ...] = ()
    day: date | None = None
    body: str = ""
    held: bool = False


def meant(room: Room, read: Understanding, *, keeping: bool) -> Meant:
    """The minutes that a message means. `keeping`: of bodies whose secretary the person is, else also whose member.

    Without a day: those that are open in the conversation, the meeting of today, minutes that are begun, then the
    latest meeting with a published agenda.
    """
    today = room.scene.now.date()
    body, day = read.body or (read.bodies[0] if read.bodies else ""), _day(room, read, today)
    if not body and day is None and minutes_open(room):
        try:
            return Meant((room.ports.minutes.minutes(minutes_open(room), room.scene.subject),), held=True)
        except NotFound:
            pass
    since, until = (day, day) if day is not None else (today - _BACK, today + _AHEAD)
    meetings = room.ports.calendar.coming(room.scene.subject, body or None, since, until)
    own = [one for one in meetings if one.held and _own(room, one, keeping=keeping)]
    own.sort(key=lambda one: (abs((one.day - today).days), one.day < today))
    known = [_minutes(room, one) for one in own[:_MOST_LOOKED_AT]]
    found = [one for one in known if one is not None]
    if day is None:
        found = _likeliest(found, today)
    return Meant(tuple(found), day, body, bool(own))


def _own(room: Room, meeting: CalendarMeeting, *, keeping: bool) -> bool:
    subject, body = room.scene.subject, meeting.body_key
    if body is None:
        return False
    return is_secretary(subject, body) or (not keeping and visible(subject, Guard("closed", body)))


def _minutes(room: Room, meeting: CalendarMeeting) -> MeetingMinutes | None:
    try:
        return room.ports.minutes.minutes(meeting.key, room.scene.subject)
    except NotFound:
        return None


def _likeliest(found: list[MeetingMinutes], today: date) -> list[MeetingMinutes]:
    """Today's meetings, else minutes that are begun, else the latest held, else the nearest to come; one a body."""
    published = [one for one in found if one.agenda.published_at is not None]
    groups = (
        [one for one in published if one.agenda.meeting.day == today],
        [one for one in published if one.agenda.minutes in ("draft", "review")],
        [one for one in published if one.agenda.meeting.day < today],
        published,
    )
    chosen = next((each for each in groups if each), [])
    nearest: dict[str | None, MeetingMinutes] = {}
    for one in chosen:
        nearest.setdefault(one.agenda.meeting.body_key, one)
    return list(nearest.values())


def _day(room: Room, read: Understanding, today: date) -> date | None:
    """The day that is named: minutes are of meetings that were, so of two days the one that is not to come."""
    told = [
        each.since
        for ahead in (False, True)
        for each in periods(room.turn.text, today, ahead=ahead)
        if each.dated and each.since is not None and each.since == each.until
    ]
    if not told:
        return None
    subject, body = room.scene.subject, read.body or (read.bodies[0] if read.bodies else None)
    for day in sorted(dict.fromkeys(told), key=lambda one: abs((one - today).days)):
        if any(one.held for one in room.ports.calendar.coming(subject, body, day, day)):
            return day
    return told[0]
