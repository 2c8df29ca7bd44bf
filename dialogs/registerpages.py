"""A step of the wizard drawn for the one who fills it in: where it may go, what the coach says, what was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cards import casephrases as cp
from cards.caseremarks import drawn, spoken
from cards.casesteps import Page
from cards.casewizard import wizard
from cards.parts import Frame, Rendered
from cards.texts import Texts, texts
from dialogs.ports import Ports
from dialogs.registerfields import Places
from dialogs.replies import Room
from store.agenda.coach import Remark, remarks
from store.agenda.records import AgendaItem, Step
from store.calendar import instant, local
from store.calendar_records import CalendarMeeting
from store.records import Subject

AHEAD = timedelta(days=270)
"""How far ahead meetings are offered."""
_ALIKE = frozenset({"draft", "returned"})


@dataclass(frozen=True, slots=True)
class Writer:
    """Who fills in the wizard, and when: what drawing a step needs of the world."""

    ports: Ports
    subject: Subject
    now: datetime
    frame: Frame

    @property
    def texts(self) -> Texts:
        """Sentences in the writer's language."""
        return texts(self.frame.lang)


@dataclass(frozen=True, slots=True)
class Said:
    """What a step says beside its fields; `typed` and `faults` by input."""

    told: Sequence[str] = ()
    warned: Sequence[str] = ()
    typed: Mapping[str, str] | None = None
    faults: Mapping[str, str] | None = None
    start: int = 0


def writer(room: Room) -> Writer:
    """The one who speaks."""
    return Writer(room.ports, room.scene.subject, room.scene.now, room.frame)


def places(who: Writer) -> Places:
    """Coming meetings of the bodies that the writer may submit to, nearest first, and those bodies without one."""
    bodies = who.ports.agenda.bodies(who.subject)
    keys = {body.key for body in bodies}
    today = local(who.now).date()
    coming = who.ports.calendar.coming(who.subject, None, today, today + AHEAD)
    found = [one for one in coming if one.body_key in keys and one.held and not begun(one, who.now)]
    planned = {one.body_key for one in found}
    return Places(found, [body for body in bodies if body.key not in planned])


def begun(meeting: CalendarMeeting, now: datetime) -> bool:
    """Whether the meeting has begun, so that nothing can be brought before it."""
    return meeting.start is not None and instant(meeting.day, meeting.start) <= now


def coached(who: Writer, item: AgendaItem) -> tuple[Remark, ...]:
    """What the coach has to say; only of what the writer may see."""
    agenda = who.ports.agenda
    practice = agenda.practice(item.body_key, who.subject) if item.body_key else None
    load = agenda.load(item.meeting_key, who.subject) if item.meeting_key else None
    alike = agenda.alike(item.id, who.subject) if item.state in _ALIKE else ()
    return remarks(item, now=who.now, practice=practice, load=load, alike=alike)


def page(who: Writer, item: AgendaItem, step: Step, said: Said | None = None) -> Rendered:
    """The card of a step."""
    said = said or Said()
    t = who.texts
    where = places(who) if step == "where" else Places()
    # The reason for being late is asked for at this very step.
    found = [one for one in coached(who, item) if one.code != "late_reason"] if step == "review" else []
    stopped = [one for one in found if one.level == "stop"]
    warned = [*said.warned, *([t.say(cp.CANNOT_SUBMIT)] if stopped else [])]
    drawing = Page(
        item,
        who.now,
        meetings=where.meetings,
        bodies=where.bodies,
        typed=said.typed or {},
        faults=said.faults or {},
        told=[*_returned(item, t), *said.told],
        warned=warned,
        remarks=drawn(item, found, t),
        remarked=spoken(item, found, t),
        stopped=bool(stopped),
        start=said.start,
    )
    return wizard(drawing, step, who.frame)


def _returned(item: AgendaItem, t: Texts) -> list[str]:
    """Why the secretary sent it back, for as long as that is the last thing that was said of it."""
    if item.state != "returned" or item.last is None or item.last.action != "return":
        return []
    return [t.say(cp.RETURNED_WITH, comment=t.quoted(item.last.comment))]
