"""What a follow-up is, and what a weekly digest is made of: frozen records without SQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, get_args

from store.agenda.records import Named
from store.errors import Conflict, StoreError
from store.outbox_records import Weekly
from store.records import Access, Audience, Lang

FollowUpState = Literal["open", "done", "dropped"]
FollowUpAction = Literal[
    "create",
    "done",
    "reopen",
    "drop",
    "snooze",
    "hand_over",
    "change",  # title or due
    "note",
    "agenda",  # put back on an agenda
    "deputy",
]
Recurrence = Literal["ongoing", "weekly", "monthly", "quarterly", "half_yearly", "yearly"]
"""`ongoing`: it has no day of its own ("følger løbende"); the others: done, it is due again."""
Origin = Literal["decision", "recorded", "milestone", "hand"]
"""From ingested minutes; from a decision recorded here; from a milestone of an initiative; written by somebody."""
Section = Literal["overdue", "due_soon", "agenda_deadlines", "meetings", "milestones", "decisions"]
SECTIONS: tuple[Section, ...] = get_args(Section)
STATES: tuple[FollowUpState, ...] = get_args(FollowUpState)
DIGEST_KIND = "digest"
"""The kind of a digest's subscription in the outbox."""
FOLLOWUP_KIND = "followup"
"""The kind of personal reminders in the outbox."""
MOST_TITLE, MOST_NOTE = 300, 2_000
MOST_LINES = 15
"""Lines of a digest; the rest is behind "show all"."""
AGAIN = "again"
"""The detail of a line that was ticked off and comes back at its interval: `due` is when."""


@dataclass(frozen=True, slots=True)
class DecisionRef:
    """The decision that a follow-up comes from."""

    document: str | None
    item_key: str | None
    item_number: str | None
    item_title: str
    case_number: str | None
    meeting_date: date | None
    body: str = ""
    quote: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class FollowUpChange:
    """One step in the life of a follow-up."""

    version: int
    at: datetime
    person: str
    action: FollowUpAction
    comment: str = ""
    to: str = ""
    """A day snoozed to or a person handed over to."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A promise: what, who, by when, from which decision; as a subject may see it. Days are local."""

    id: str
    version: int
    state: FollowUpState
    title: str
    access: Access
    origin: Origin
    created_by: str
    created_at: datetime
    updated_at: datetime
    body_key: str | None = None
    body: str = ""
    responsible: Named | None = None
    """A person, a body or a title; without `person` secretaries look after it."""
    deputy: Named | None = None
    due: date | None = None
    recurrence: Recurrence | None = None
    snoozed_to: date | None = None
    """Not reminded of before this day; the due day stays what it was."""
    decision: DecisionRef | None = None
    initiative: str | None = None
    """Key of the initiative it comes from."""
    agenda_item: str | None = None
    """Id of the item on its way that came from it or that it came from."""
    done_at: datetime | None = None
    """When it was done; of one that recurs, when it last was."""
    done_by: str | None = None
    notes: tuple[FollowUpChange, ...] = ()
    last: FollowUpChange | None = None
    may_change: bool = False
    """The reader is responsible for it, deputy, its maker, or a secretary of its body."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A promise that minutes seem to hold, for a secretary to take over, change or drop; never one by itself."""

    key: str
    title: str
    quote: str
    body_key: str | None
    body: str
    responsible: Named | None
    due: date | None
    recurrence: Recurrence | None
    decision: DecisionRef


@dataclass(frozen=True, slots=True)
class Digest:
    """What a place is told each week. Keys: bodies, initiatives, case numbers; `mine`: of the person it goes to."""

    key: str
    audience: Audience
    recipient: str
    tenant: str
    owner: str
    schedule: Weekly
    lang: Lang = "da"
    bodies: tuple[str, ...] = ()
    initiatives: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    mine: bool = False
    horizon: int = 14
    """Days ahead."""
    sections: tuple[Section, ...] = SECTIONS
    paused_until: date | None = None
    say_nothing: bool = True
    """An empty week is silence."""
    created_at: datetime | None = None

    def stored(self) -> dict[str, Any]:
        """What the outbox keeps of it beside its own columns."""
        return {
            "bodies": list(self.bodies),
            "initiatives": list(self.initiatives),
            "cases": list(self.cases),
            "mine": self.mine,
            "horizon": self.horizon,
            "sections": list(self.sections),
            "paused_until": self.paused_until.isoformat() if self.paused_until is not None else None,
            "say_nothing": self.say_nothing,
        }

    @staticmethod
    def settings(stored: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a Digest that `stored` gave; unknown sections are left out."""
        paused = stored.get("paused_until")
        return {
            "bodies": tuple(stored.get("bodies", ())),
            "initiatives": tuple(stored.get("initiatives", ())),
            "cases": tuple(stored.get("cases", ())),
            "mine": bool(stored.get("mine")),
            "horizon": int(stored.get("horizon", 14)),
            "sections": tuple(one for one in stored.get("sections", SECTIONS) if one in SECTIONS),
            "paused_until": date.fromisoformat(paused) if paused else None,
            "say_nothing": bool(stored.get("say_nothing", True)),
        }


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a digest: what, who, when. `key` is the follow-up, meeting, item or initiative it stands for."""

    section: Section
    key: str
    title: str
    who: str = ""
    due: date | None = None
    days: int | None = None
    """Until it is due; negative when it is over."""
    detail: str = ""
    version: int | None = None
    """Of a follow-up that can be ticked off."""
    done: bool = False
    """It was ticked off since the message was sent."""
    done_by: str = ""
    item: str | None = None
    """Key of the decided item that it comes from, where the reader may read it."""


@dataclass(frozen=True, slots=True)
class DigestContent:
    """A digest as it stands at a moment: lines in the order of sections, overdue first; `total` counts all of them."""

    digest: Digest
    on: date
    lines: tuple[Line, ...]
    total: int
    done: int = 0
    """Follow-ups done since the week before."""


class StaleFollowUp(Conflict):
    """Somebody changed it meanwhile; `changed` says who and what, `now` is it as it stands."""

    def __init__(self, changed: FollowUpChange | None, now: FollowUp | None) -> None:
        super().__init__("the follow-up was changed meanwhile")
        self.changed = changed
        self.now = now


class BadFollowUp(StoreError):
    """A value that a field cannot take."""

    def __init__(self, field: str, fault: str, limit: int | None = None) -> None:
        super().__init__(f"{field}: {fault}")
        self.field = field
        self.fault = fault
        self.limit = limit
