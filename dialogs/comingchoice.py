"""Which coming meetings a question means, and the sentence that answers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cards import comingtold as told
from cards.texts import texts
from dialogs.replies import Room
from dialogs.understanding.calendarasks import CalendarAsk, calendar_ask
from store.calendar_records import CalendarMeeting
from store.meetingplan import DeadlineKind
from store.records import Query

AHEAD = timedelta(days=366)
"""How far the calendar of one body is looked into when no time is named."""
MONTH = timedelta(days=31)
SOON = timedelta(days=60)
"""The same for the calendars of all."""
AROUND = timedelta(days=120)
"""How far a meeting is moved at most, for whoever asks for its old day."""
_MINUTES = timedelta(days=60)
"""How long ago a meeting may be whose minutes are still waited for."""


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to tell: the sentence, and the meetings it is about."""

    sentence: str
    meetings: tuple[CalendarMeeting, ...]
    kind: DeadlineKind | None = None


def chosen(room: Room, query: Query, ask: CalendarAsk) -> Told | None:
    """What the calendar has to tell; None when it has nothing that was asked for."""
    if query.since is not None and query.since == query.until:
        return _on_day(room, query, ask, query.since)
    since, until = period(room, query)
    if ask.deadline == "minutes":
        since = min(since, room.scene.now.date() - _MINUTES) if query.since is None else query.since
    found = room.ports.calendar.coming(room.scene.subject, query.body, since, until, cancelled=True)
    today = room.scene.now.date()
    ahead = [one for one in found if one.day >= today]
    if ask.state:
        return _state(room, query, ask, ahead)
    if not any(one.held for one in found):
        return Told(told.none_on(query.body, since, until, texts(room.lang)), ()) if query.since else None
    if ask.agenda and not ask.day:
        return _agendas(room, query, ahead)
    if ask.several or ask.calendar or not (ask.one or len(ahead) == 1):
        return _list(room, query, ahead) if ahead else None
    return _one(room, ask, found)


def _list(room: Room, query: Query, ahead: Sequence[CalendarMeeting]) -> Told:
    """All meetings of a body or a period; those of all bodies only for a while when no time is named."""
    soon = room.scene.now.date() + SOON
    near = [one for one in ahead if one.day <= soon]
    if query.body or query.since or query.until or len(near) == len(ahead) or not near:
        return Told(_counted(room, query, ahead), tuple(ahead))
    return Told(told.counted(near, None, None, soon, texts(room.lang)), tuple(near))


def _agendas(room: Room, query: Query, ahead: Sequence[CalendarMeeting]) -> Told | None:
    """The meetings that have an agenda; where none has, the next one."""
    found = [one for one in ahead if one.meeting is not None and one.held]
    if len(found) > 1:
        return Told(told.agendas(found, texts(room.lang)), tuple(found))
    first = found or [one for one in ahead if one.held][:1]
    return Told(told.next_meeting(first[0], texts(room.lang)), tuple(first)) if first else None


def _one(room: Room, ask: CalendarAsk, found: Sequence[CalendarMeeting]) -> Told | None:
    """The one meeting that is meant: the next, or the next whose deadline has not passed."""
    t, now = texts(room.lang), room.scene.now
    held = [one for one in found if one.held]
    ahead = [one for one in held if one.day >= now.date()]
    kind = ask.deadline
    if kind is None or ask.day:
        if not ahead:
            return None
        first = ahead[0]
        sentence = (
            told.with_deadline(first, now, t) if kind == "submission"
            else f"{told.next_meeting(first, t)} {told.deadline(first, kind, now, t)}" if kind is not None
            else told.next_place(first, t) if ask.place
            else told.next_meeting(first, t)
        )  # fmt: skip
        return Told(sentence, (first,), kind)
    open_ones = [one for one in held if kind in one.deadlines and one.deadlines[kind] >= now]
    meant = (open_ones or ahead or held)[0]
    return Told(told.deadline(meant, kind, now, t), (meant,), kind)


def _on_day(room: Room, query: Query, ask: CalendarAsk, day: date) -> Told | None:
    """The meetings of one day: held on it, or moved away from it."""
    t, now = texts(room.lang), room.scene.now
    if ask.deadline == "minutes" and day > now.date() + 2 * AROUND:
        # "Referatet fra mødet den 12. november" is of the last one, though a bare day means the next.
        earlier = _on_day(room, query, ask, _year_before(day))
        if earlier is not None and earlier.meetings:
            return earlier
    near = room.ports.calendar.coming(
        room.scene.subject, query.body, day - AROUND, day + AROUND, cancelled=True
    )  # fmt: skip
    found = [one for one in near if one.day == day] or [one for one in near if one.nominal == day]
    found = sorted(found, key=lambda one: not one.held) if not ask.state else found
    if not found:
        return Told(told.none_on(query.body, day, day, t), ()) if near or not query.body else None
    first = found[0]
    if len({one.body_key for one in found}) > 1:
        held = tuple(found)
        sentence = told.state(first, t) if ask.state and not first.held else told.counted(held, query.body, day, day, t)
        return Told(sentence, held, ask.deadline)
    if ask.state or not first.held:
        return Told(told.state(first, t), (first,))
    if first.nominal == day != first.day:
        # Asked for the day it was moved away from: that is told first.
        moved = told.state(first, t)
        sentence = f"{moved} {told.deadline(first, ask.deadline, now, t)}" if ask.deadline else moved
        return Told(sentence, (first,), ask.deadline)
    if ask.deadline:
        return Told(told.deadline(first, ask.deadline, now, t), (first,), ask.deadline)
    return Told(told.on_day(first, t), (first,))


def _state(room: Room, query: Query, ask: CalendarAsk, found: Sequence[CalendarMeeting]) -> Told | None:
    """Whether the next meeting takes place, or which ones do not."""
    t = texts(room.lang)
    if ask.several:
        changed = tuple(one for one in found if one.state in ("cancelled", "moved"))
        return Told(told.changed(changed, t), changed)
    if query.since is not None:
        held = [one for one in found if one.held]
        return Told(_counted(room, query, found), tuple(found)) if held else Told(
            told.none_on(query.body, query.since, query.until, t), tuple(found)
        )  # fmt: skip
    return Told(told.state(found[0], t), (found[0],)) if found else None


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28)) if (day.month, day.day) == (2, 29) else day.replace(
        year=day.year - 1
    )  # fmt: skip


def _counted(room: Room, query: Query, found: Sequence[CalendarMeeting]) -> str:
    since = query.since if query.until is not None else None
    return told.counted(found, query.body, since, query.until, texts(room.lang))


def period(room: Room, query: Query) -> tuple[date, date]:
    """The days that a question is about, from today on."""
    today = room.scene.now.date()
    since = max(query.since, today) if query.since else today
    return since, query.until or max(since, today) + AHEAD


def asks_minutes(query: Query) -> bool:
    """Whether minutes are waited for: their meeting may have been held."""
    return calendar_ask(query.text).deadline == "minutes"
