"""What an agenda item is on its way from a draft to a decision: frozen records without SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

from store.calendar_records import CalendarMeeting
from store.errors import Conflict, StoreError
from store.records import Access, Lang

ItemType = Literal["decision", "briefing", "discussion"]
ItemState = Literal["draft", "submitted", "returned", "ready", "on_agenda", "postponed", "withdrawn", "decided"]
Action = Literal[
    "create",
    "save",  # fields were written
    "attach",
    "detach",
    "file_access",  # an attachment was opened or closed
    "submit",
    "recall",  # the author took it back before the secretary had looked
    "return",  # with a comment
    "approve",
    "place",  # on an agenda
    "unplace",
    "postpone",  # to a meeting, or until one is chosen
    "move",  # to another meeting, in the state it is in
    "open",
    "close",
    "exclude",  # a person was kept out of it
    "include",
    "withdraw",
    "decide",
    "neutral",  # what all may know of a closed item was written while it stood on an agenda
]
ClosedReason = Literal["personal", "contract", "property", "negotiation", "security", "other"]
"""Why an item is closed: a person's private matters; terms of a contract or tender; buying or selling property;
negotiations; security; another one, then in words."""
SubmitBy = Literal["everyone", "members"]
StandingKind = Literal["minutes", "coming", "any_other"]
"""Approval of the minutes; coming items; any other business."""
Step = Literal["where", "matter", "proposal", "files", "review"]
"""The steps of the wizard, in order."""

TYPES: tuple[ItemType, ...] = get_args(ItemType)
STATES: tuple[ItemState, ...] = get_args(ItemState)
REASONS: tuple[ClosedReason, ...] = get_args(ClosedReason)
STEPS: tuple[Step, ...] = get_args(Step)
STANDING: tuple[StandingKind, ...] = get_args(StandingKind)
ALIVE: frozenset[ItemState] = frozenset({"draft", "submitted", "returned", "ready", "on_agenda", "postponed"})
"""The states of an item that is still on its way."""
MOST_TITLE, MOST_TEXT, MOST_SHORT, MOST_RECOMMENDATIONS = 500, 20_000, 200, 30
MOST_FILES, MOST_FILE_BYTES = 30, 20_000_000
FILE_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "txt": "text/plain",
    "odt": "application/vnd.oasis.opendocument.text",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}
"""What may be attached: file name endings and their media types."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person or a title as written; `person` is the object id when it is somebody that was met."""

    text: str
    person: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaFile:
    """An attachment of an item; its content is read apart. `size` in bytes."""

    id: str
    name: str
    access: Access
    size: int
    media_type: str
    added_at: datetime
    added_by: str
    cpr: bool = False
    """A CPR number was seen in its name or text."""


@dataclass(frozen=True, slots=True)
class Change:
    """One step in an item's life: which version it made, who, when, what, and why."""

    version: int
    at: datetime
    person: str
    action: Action
    before: ItemState | None
    after: ItemState
    comment: str = ""
    fields: tuple[str, ...] = ()
    """Names of the fields that were written."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item as a subject may see it. `version` moves on with every change; instants are aware UTC."""

    id: str
    version: int
    state: ItemState
    author: str
    created_at: datetime
    updated_at: datetime
    lang: Lang = "da"
    step: Step = "where"
    """Where its author left the wizard."""
    body_key: str | None = None
    body: str = ""
    meeting_key: str | None = None
    """store.calendar_records.CalendarMeeting.key: it stays when the meeting is moved."""
    meeting: CalendarMeeting | None = None
    """The meeting as it is planned now."""
    title: str = ""
    case_number: str = ""
    type: ItemType = "decision"
    access: Access = "open"
    closed_reason: ClosedReason | None = None
    closed_note: str = ""
    neutral_title: str = ""
    """Of a closed item: what all may know of it, its number and this; "" for nothing. A secretary writes it."""
    description: str = ""
    finance: str = ""
    assessment: str = ""
    recommendations: tuple[str, ...] = ()
    presenter: Named | None = None
    responsible: Named | None = None
    minutes: int | None = None
    """How long it is expected to take, in minutes."""
    late_reason: str = ""
    """Why it comes after the deadline; approving it is the secretary's yes."""
    files: tuple[AgendaFile, ...] = ()
    links: tuple[str, ...] = ()
    """Keys of decided items (store.records.ItemRecord.key) and ids of agenda items that belong to it."""
    copied_from: str | None = None
    standing: StandingKind | None = None
    """An item that each agenda of the body has; None for a case."""
    supplement: int = 0
    """0: on the agenda itself; 1 and on: on which supplementary agenda."""
    number: str | None = None
    """Its number on the agenda, once that is locked."""
    position: int | None = None
    published_at: datetime | None = None
    submitted_at: datetime | None = None
    excluded: frozenset[str] = frozenset()
    author_name: str = ""
    last: Change | None = None
    """The newest change."""

    @property
    def late(self) -> bool:
        """Whether it was submitted after the meeting's submission deadline."""
        deadline = self.meeting.deadlines.get("submission") if self.meeting is not None else None
        return self.submitted_at is not None and deadline is not None and self.submitted_at > deadline


FIELDS = frozenset(
    {
        "body_key", "meeting_key", "title", "case_number", "type", "access", "closed_reason", "closed_note",
        "neutral_title", "description", "finance", "assessment", "recommendations", "presenter", "responsible",
        "minutes", "late_reason", "links", "step",
    }
)  # fmt: skip
"""The fields that `save` takes; values are as in AgendaItem."""


@dataclass(frozen=True, slots=True)
class Practice:
    """How a body handles its items. `capacity` is how many minutes a meeting has, None: as long as it is planned."""

    body_key: str
    submit_by: SubmitBy = "everyone"
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """Something that an item may repeat: another item on its way, or one that was decided. `score` 0 to 1."""

    kind: Literal["on_its_way", "decided"]
    key: str
    title: str
    body: str
    case_number: str | None
    day: str | None
    """ISO day of its meeting, when known."""
    state: str
    """Of one on its way its state, of one decided the class of its decision."""
    score: float
    same_case: bool = False
    linked: bool = field(default=False, compare=False)


FieldFault = Literal["too_long", "too_many", "unknown", "wrong", "past", "not_yours"]
FileFault = Literal["too_large", "type", "empty", "too_many", "not_text"]


class StaleItem(Conflict):
    """Somebody changed the item meanwhile; `changed` says who and what, `item` is it now (None: no longer theirs)."""

    def __init__(self, changed: Change | None, item: AgendaItem | None) -> None:
        super().__init__("the item was changed meanwhile")
        self.changed = changed
        self.item = item


class NotPossible(StoreError):
    """The item is in a state that this cannot be done in, or not by this person; `item` is it now."""

    def __init__(self, action: Action, item: AgendaItem) -> None:
        super().__init__(f"{action} is not possible in state {item.state}")
        self.action = action
        self.item = item


class BadField(StoreError):
    """A value that a field cannot take; `limit` where one was passed. Nothing was saved."""

    def __init__(self, field: str, fault: FieldFault, limit: int | None = None) -> None:
        super().__init__(f"{field}: {fault}")
        self.field = field
        self.fault: FieldFault = fault
        self.limit = limit


class FileRefused(StoreError):
    """A file that cannot be attached."""

    def __init__(self, name: str, fault: FileFault) -> None:
        super().__init__(f"file refused: {fault}")
        self.name = name
        self.fault: FileFault = fault


class CannotSubmit(StoreError):
    """What is truly wrong with the item; `codes` are those of store.agenda.coach."""

    def __init__(self, item: AgendaItem, codes: tuple[str, ...]) -> None:
        super().__init__("the item cannot be submitted: " + ", ".join(codes))
        self.item = item
        self.codes = codes
