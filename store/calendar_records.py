"""What the calendar hands out: meetings with their deadlines, a body's plan, who changed it, and what cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal

from store.errors import Conflict, StoreError
from store.meetingplan import DeadlineKind, MeetingPlan, MeetingState
from store.records import BodyRecord, MeetingRecord

MeetingSource = Literal["agenda", "plan", "both"]
PlanAction = Literal["patterns", "deadlines", "single", "moved", "cancelled", "restored", "undone"]
CalendarFault = Literal["no_meeting", "taken", "past", "nothing"]


@dataclass(frozen=True, slots=True)
class CalendarMeeting:
    """A meeting of one body on one day, from its agenda, its plan or both; instants are aware UTC."""

    key: str
    """Body and nominal day: it stays the same when the meeting is moved and when its agenda comes."""
    body_key: str
    """"" where an agenda names no body."""
    body: str
    nominal: date
    """The day as it was planned first."""
    day: date
    """The day it is held; of a cancelled one the day it would have been."""
    state: MeetingState
    source: MeetingSource
    start: time | None = None
    end: time | None = None
    place: str | None = None
    reason: str | None = None
    deadlines: Mapping[DeadlineKind, datetime] = field(default_factory=dict)
    """Those that are known; the submission deadline that an agenda states goes before the counted one."""
    on_a_day_off: bool = False
    meeting: MeetingRecord | None = None
    """The agenda's side, as the reader may see it."""
    closed: bool = False
    """Only some may know of it."""

    @property
    def held(self) -> bool:
        """Whether it takes place."""
        return self.state != "cancelled"


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """One change of a plan: which version it made, who, when, and what; `day` is the nominal day it was about."""

    version: int
    at: datetime
    person: str
    """Object id, or what stands for the command line."""
    action: PlanAction
    day: date | None = None


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """The calendar of a body as it is now. `version` 0: nobody has entered one."""

    body: BodyRecord
    plan: MeetingPlan
    version: int
    changed: PlanEntry | None = None
    keeps: bool = False
    """The reader may change it."""


class StalePlan(Conflict):
    """Somebody else changed the plan meanwhile; `changed` says who and what."""

    def __init__(self, changed: PlanEntry | None) -> None:
        super().__init__("the calendar was changed meanwhile")
        self.changed = changed


class CannotChange(StoreError):
    """A change that makes no sense: `reason` says why, `day` of which day.

    no_meeting: there is none that day; taken: the body meets that day already; past: the day has been; nothing: it is
    so already.
    """

    def __init__(self, reason: CalendarFault, day: date | None = None) -> None:
        super().__init__(f"the calendar cannot be changed so: {reason}")
        self.reason: CalendarFault = reason
        self.day = day
