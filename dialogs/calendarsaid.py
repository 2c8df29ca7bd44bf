"""What a secretary asks for in words, as a change, and whose calendar it may be about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cards import phrases as p
from cards.phrases import Phrase
from dialogs.calendarquestions import AHEAD
from dialogs.kept import held_meeting
from dialogs.proposals import Proposal
from dialogs.replies import Room
from dialogs.understanding.dayssaid import DaySaid, days_said, moved_to
from dialogs.understanding.deadlinessaid import deadlines_said
from dialogs.understanding.rhythmsaid import pattern_said
from dialogs.understanding.understand import Understanding
from store.calendar_records import CalendarMeeting
from store.meetingplan import Pattern
from store.planedits import DayEdit, EditKind
from store.records import BodyRecord

_KINDS: dict[str, EditKind] = {
    "calendar_move": "moved",
    "calendar_cancel": "cancelled",
    "calendar_restore": "restored",
}


class Unclear(Exception):
    """The words do not say enough; `example` is a sentence that would, None when a deadline is too long."""

    def __init__(self, example: Phrase | None) -> None:
        super().__init__("not understood")
        self.example = example


@dataclass(frozen=True, slots=True)
class Meant:
    """The change, and the bodies it may be of: more than one when nothing tells which."""

    proposal: Proposal
    bodies: Sequence[BodyRecord]


def meant(room: Room, read: Understanding, bodies: Sequence[BodyRecord]) -> Meant:
    """The change that is asked for, of one of these bodies. Raises Unclear."""
    today = room.scene.now.date()
    bodies = _in_talk(room, bodies) if not read.bodies else bodies
    if read.command == "calendar_pattern":
        return Meant(Proposal(pattern=_pattern(read.text, today)), bodies)
    if read.command == "calendar_end":
        said = days_said(read.text, today)
        return Meant(Proposal(ends=max(said.day or today, today)), bodies)
    if read.command == "calendar_deadlines":
        try:
            rules = deadlines_said(read.text)
        except ValueError:
            raise Unclear(None) from None
        if not rules:
            raise Unclear(p.EXAMPLE_DEADLINE)
        return Meant(Proposal(rules=rules), bodies)
    said = days_said(read.text, today)
    if read.command == "calendar_add":
        day = said.day or said.to
        if day is None:
            raise Unclear(p.EXAMPLE_ADD)
        return Meant(Proposal(DayEdit("single", day, None, said.start, said.place, said.reason)), bodies)
    return _of_day(room, said, _KINDS[read.command or ""], bodies)


def says_something(edit: DayEdit) -> bool:
    """Whether a move says what changes: a new day, time or place."""
    return edit.kind != "moved" or any((edit.to, edit.start, edit.place))


def _pattern(text: str, today: date) -> Pattern:
    said = pattern_said(text, today)
    if said is None:
        raise Unclear(p.EXAMPLE_PATTERN)
    try:
        return Pattern(
            said.weekday,
            said.since or today,
            said.until,
            said.weeks,
            said.ordinals,
            said.not_in,
            said.start,
            said.place,
            said.also,
        )
    except ValueError:
        raise Unclear(p.EXAMPLE_PATTERN) from None


def _of_day(room: Room, said: DaySaid, kind: EditKind, bodies: Sequence[BodyRecord]) -> Meant:
    """A change of a meeting: the one named by its day, the one in talk, or the next."""
    found = {one.key: _meeting(room, one, said.day) for one in bodies}
    having = [one for one in bodies if found[one.key] is not None]
    having = [one for one in having if _fits(found[one.key], kind)] or having
    if said.day is None and not having:
        raise Unclear(p.EXAMPLE_MOVE)
    chosen = having or list(bodies)
    first = found[chosen[0].key]
    day = said.day or (first.day if first is not None else None)
    if day is None:
        raise Unclear(p.EXAMPLE_MOVE)
    held = first.day if first is not None and kind == "moved" else day
    to = moved_to(said, held) if kind == "moved" else None
    return Meant(Proposal(DayEdit(kind, day, to, said.start, said.place, said.reason)), chosen)


def _fits(meeting: CalendarMeeting | None, kind: EditKind) -> bool:
    """Whether such a change of the meeting makes sense."""
    if meeting is None:
        return False
    return meeting.state in ("cancelled", "moved") if kind == "restored" else meeting.held


def _meeting(room: Room, body: BodyRecord, day: date | None) -> CalendarMeeting | None:
    """The body's meeting on a day, or planned for it; the one in talk or its next one when no day is named."""
    calendar, subject, today = room.ports.calendar, room.scene.subject, room.scene.now.date()
    talked = held_meeting(room)
    if day is None and talked is not None and talked[0] == body.name:
        day = talked[1]
    found = calendar.coming(subject, body.key, today, today + 2 * AHEAD, cancelled=True)
    if day is None:
        return next((one for one in found if one.held), None)
    near = [one for one in found if day in (one.day, one.nominal)]
    return min(near, key=lambda one: (one.day != day, not one.held), default=None)


def _in_talk(room: Room, bodies: Sequence[BodyRecord]) -> Sequence[BodyRecord]:
    """Of several bodies the one whose calendar was talked of last."""
    talked = held_meeting(room)
    names = {room.kept.get("calendar"), talked[0] if talked is not None else None} - {None}
    return [one for one in bodies if names & {one.key, one.name}] or bodies
