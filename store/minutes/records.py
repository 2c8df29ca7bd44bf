"""The agenda of a meeting and its minutes: frozen records without SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from store.agenda.records import AgendaItem, Named, StandingKind
from store.calendar_records import CalendarMeeting
from store.errors import Conflict, StoreError
from store.records import Audience, DecisionClass

AgendaState = Literal["building", "locked", "published"]
MinutesState = Literal["none", "draft", "review", "final"]
Numbering = Literal["year", "meeting"]
"""Numbers run on through the year, or begin at 1 in each meeting."""
Edition = Literal["open", "full"]
Attends = Literal["present", "absent", "late", "left"]
MeetingAction = Literal[
    "arrange",
    "standing",
    "lock",
    "unlock",
    "publish",
    "supplement",
    "attend",
    "decide",
    "review",
    "comment",
    "approve",
    "reopen",  # review is taken back, to change what was recorded
    "final",
    "correct",  # final minutes get a new version
]
CLASSES: tuple[DecisionClass, ...] = (
    "approved", "approved_with_changes", "recommended", "discussed", "noted", "briefed", "postponed", "referred",
    "rejected", "withdrawn", "delegated", "as_worded",
)  # fmt: skip
"""What a secretary chooses from."""


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """One step of an agenda or its minutes: which version it made, who, when, what, and why."""

    version: int
    at: datetime
    person: str
    action: MeetingAction
    item: str | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item's place on one agenda. After publishing, `item` holds the texts as they were published."""

    item: AgendaItem
    position: int
    number: str | None = None
    supplement: int = 0


@dataclass(frozen=True, slots=True)
class MeetingAgenda:
    """The agenda of a meeting as a subject may see it; entries they may not read are left out, not counted."""

    meeting: CalendarMeeting
    version: int
    state: AgendaState
    minutes: MinutesState = "none"
    numbering: Numbering = "meeting"
    entries: tuple[Entry, ...] = ()
    supplements: int = 0
    published_at: datetime | None = None
    keeps: bool = False
    """The reader is a secretary of the body, in personal chat."""
    ready: tuple[AgendaItem, ...] = ()
    """For who keeps it: approved items of this meeting that are not on the agenda yet."""
    last: MeetingChange | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody's part in a meeting; `role` as printed in the minutes ("formand", "medlem", "referent"), or ""."""

    name: str
    attends: Attends
    person: str | None = None
    role: str = ""
    note: str = ""
    """As "fra punkt 3" for who came late."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on an item at a meeting. `text` is what the minutes say, word for word."""

    cls: DecisionClass
    text: str
    dissent: str = ""
    disqualified: tuple[str, ...] = ()
    """Names of those who did not take part in it."""
    publishable: str = ""
    """Of a closed item: the wording that the open edition may carry; "" for none."""
    responsible: Named | None = None
    due: date | None = None
    postponed_to: str | None = None
    """A meeting key; None with class postponed: until one is chosen."""
    version: int = 0
    at: datetime | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on minutes in review; `item` None: on the whole."""

    id: str
    person: str
    name: str
    text: str
    at: datetime
    item: str | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody has approved the minutes of this version."""

    person: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MeetingMinutes:
    """The minutes of a meeting as a subject may see them."""

    agenda: MeetingAgenda
    attendance: tuple[Attendance, ...] = ()
    decisions: dict[str, Decision] = field(default_factory=dict)
    """By item id; what is not there is not recorded yet."""
    comments: tuple[Comment, ...] = ()
    approvals: tuple[Approval, ...] = ()
    waiting: tuple[str, ...] = ()
    """Names of members who have not approved yet."""
    edition: int = 1
    """1, and one more for each correction after the minutes were final."""
    correction: str = ""
    """Why this edition was made."""
    may_approve: bool = False


@dataclass(frozen=True, slots=True)
class MeetingPractice:
    """How a body's meetings are prepared."""

    body_key: str
    numbering: Numbering = "meeting"
    first: tuple[StandingKind, ...] = ("minutes",)
    last: tuple[StandingKind, ...] = ("coming", "any_other")
    channel: tuple[Audience, str] | None = None
    """Where agendas and minutes are posted: kind and conversation id."""
    channel_name: str = ""


MeetingFault = Literal[
    "locked",  # first unlock
    "not_locked",
    "not_published",
    "nothing",  # there is nothing to do it with
    "undecided",  # items have no decision yet
    "in_review",
    "final",
    "not_final",
    "reason",  # a reason is needed
    "wrong",  # a value that cannot be
]


class StaleMeeting(Conflict):
    """Somebody changed the agenda or the minutes meanwhile; `changed` says who and what."""

    def __init__(self, changed: MeetingChange | None) -> None:
        super().__init__("the meeting was changed meanwhile")
        self.changed = changed


class CannotDo(StoreError):
    """A step that cannot be taken now; `items` are ids of those it is about."""

    def __init__(self, fault: MeetingFault, items: tuple[str, ...] = ()) -> None:
        super().__init__(f"not possible: {fault}")
        self.fault: MeetingFault = fault
        self.items = items
