"""What flows need of the world, as Protocols; the edge hands in the store's implementations, tests hand in fakes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from dialogs.agendaports import AgendaItems, NoAgendaItems
from dialogs.followupports import Digests, FollowUps, NoDigests, NoFollowUps
from dialogs.meetingports import Agendas, Minutes, NoAgendas, NoMinutes
from dialogs.nocalendar import NoCalendar
from dialogs.personalports import NoPersonalChats, PersonalChats
from dialogs.uploads import HeldUploads
from dialogs.watchports import Delivery, FreshPapers, NoDelivery, NoFreshPapers, NoWatches, Watches
from store.calendar_records import CalendarMeeting, PlanRecord
from store.errors import NotFound
from store.meetingplan import DeadlineRule, Pattern
from store.planedits import Around, DayEdit
from store.records import (
    Access,
    BodyRecord,
    DocumentRecord,
    Fact,
    Finding,
    Grant,
    IngestReport,
    InitiativeRecord,
    ItemRecord,
    NearTitle,
    Person,
    Query,
    Role,
    Subject,
)


class Answers(Protocol):
    """Questions on what was decided. Every method applies the access rule before anything else."""

    def find(self, query: Query, subject: Subject) -> Finding:
        """Answer a question; never raises for "nothing found"."""
        ...

    def item(self, key: str, subject: Subject) -> ItemRecord:
        """The whole item as this subject may see it. Raises store.errors.NotFound."""
        ...

    def course(self, item_key: str, subject: Subject) -> tuple[ItemRecord, ...]:
        """The visible items of the same case, oldest first. Raises NotFound."""
        ...

    def related(self, item_key: str, subject: Subject, limit: int = 5) -> tuple[ItemRecord, ...]:
        """Visible items on related matters, best first. Raises NotFound."""
        ...

    def near(self, text: str, subject: Subject, limit: int = 3) -> tuple[NearTitle, ...]:
        """Titles near to a text."""
        ...


class Initiatives(Protocol):
    """Programmes, strategies, projects and plans. Every method applies the access rule before anything else."""

    def initiatives(self, subject: Subject) -> tuple[InitiativeRecord, ...]:
        """All that the subject may see, newest document first."""
        ...

    def initiative(self, key: str, subject: Subject) -> InitiativeRecord:
        """One, whole. Raises store.errors.NotFound."""
        ...

    def due(self, since: date, until: date, subject: Subject) -> tuple[Fact, ...]:
        """Milestones and dated parts that fall within a period, in order of time."""
        ...


class NoInitiatives:
    """For a world where nobody has written a programme."""

    def initiatives(self, subject: Subject) -> tuple[InitiativeRecord, ...]:
        return ()

    def initiative(self, key: str, subject: Subject) -> InitiativeRecord:
        raise NotFound("no such initiative")

    def due(self, since: date, until: date, subject: Subject) -> tuple[Fact, ...]:
        return ()


class MeetingCalendar(Protocol):
    """When bodies meet, from agendas and plans. Every method applies the access rule before anything else."""

    def coming(
        self, subject: Subject, body: str | None, since: date, until: date, *, cancelled: bool = False
    ) -> tuple[CalendarMeeting, ...]:
        """The meetings from `since` to `until` (both days included), nearest first; `body` is a key or name."""
        ...

    def plan(self, body: str, subject: Subject) -> PlanRecord:
        """The calendar of a body as it is kept. Raises store.errors.NotFound."""
        ...

    def kept(self, subject: Subject) -> tuple[BodyRecord, ...]:
        """The bodies whose calendar the subject keeps."""
        ...

    def around(self, body: str, subject: Subject) -> Around:
        """What a change is tried out in (store.planedits). Raises NotFound."""
        ...

    def change(self, body: str, edit: DayEdit, version: int, subject: Subject) -> PlanRecord:
        """Raises NotFound, and store.calendar_records.StalePlan and CannotChange; so do those below."""
        ...

    def set_pattern(
        self, body: str, pattern: Pattern, version: int, subject: Subject, rules: Sequence[DeadlineRule] = ()
    ) -> PlanRecord: ...

    def end_pattern(self, body: str, since: date, version: int, subject: Subject) -> PlanRecord: ...

    def set_deadlines(self, body: str, rules: Sequence[DeadlineRule], version: int, subject: Subject) -> PlanRecord: ...

    def undo(self, body: str, version: int, subject: Subject) -> PlanRecord:
        """Put the plan back as it was before the change that made `version`."""
        ...


class Library(Protocol):
    """Documents and their access, for secretaries. Raises NotFound for what the subject may not manage."""

    def documents(self, subject: Subject) -> tuple[DocumentRecord, ...]: ...

    def preview(self, name: str, content: bytes, subject: Subject) -> IngestReport:
        """Read a dropped file without storing it."""
        ...

    def ingest(self, name: str, content: bytes, access: Access, body: str | None, subject: Subject) -> IngestReport: ...

    def find_items(self, number: str | None, text: str, subject: Subject) -> tuple[ItemRecord, ...]:
        """Items a secretary may mean by "punkt 72" or by title, newest first."""
        ...

    def set_item_access(self, item_key: str, access: Access, subject: Subject) -> None: ...

    def set_document_access(self, document_id: str, access: Access, subject: Subject) -> None: ...

    def remove_document(self, document_id: str, subject: Subject) -> None: ...

    def open_layer(self, item_key: str, layer: str, text: str | None, subject: Subject) -> None:
        """layer "existence" (text: neutral title) or "decision" (text: publishable wording); text None shuts it."""
        ...

    def exclude(self, item_key: str, person: str, subject: Subject) -> None: ...

    def include(self, item_key: str, person: str, subject: Subject) -> None: ...


class People(Protocol):
    """Rights by Entra object id."""

    def person(self, person_id: str) -> Person | None: ...

    def met(self, text: str, limit: int = 10) -> Sequence[Person]:
        """People the bot has met whose name or UPN is like the text (all when empty)."""
        ...

    def grant(self, person_id: str, grant: Grant, by: Subject) -> None:
        """Raises NotFound unless `by` is an administrator in personal chat."""
        ...

    def revoke(self, person_id: str, grant: Grant, by: Subject) -> None: ...

    def holders(self, role: Role | None = None) -> Sequence[Person]: ...


class Bodies(Protocol):
    def bodies(self, subject: Subject | None = None) -> tuple[BodyRecord, ...]:
        """The bodies that the subject may know of, with the forms of their names; None: what everybody may know."""
        ...


class Improvements(Protocol):
    """What the administrator looks at to make answers better; never the asker's name."""

    def unanswered(self, since: date, limit: int = 20) -> Sequence[tuple[str, str, int]]:
        """(question masked, status or reaction, times asked), most frequent first; none that drew on closed matter."""
        ...

    def unknown_words(self, since: date, limit: int = 40) -> Sequence[tuple[str, int]]: ...

    def add_term(self, danish: str, english: str, by: Subject) -> None: ...

    def react(self, activity: str, reaction: str, comment: str | None) -> bool: ...


class Uploads(Protocol):
    """Dropped files between the preview and the decision to store them."""

    def hold(self, owner: str, name: str, content: bytes, now: datetime) -> str:
        """Keep a file for its owner for a while; gives an id."""
        ...

    def take(self, upload: str, owner: str, now: datetime) -> tuple[str, bytes] | None:
        """Name and content, once; None when it is not held, not the owner's, or too old."""
        ...


@dataclass(frozen=True, slots=True)
class Ports:
    """All that flows are handed. `hosts` are the hosts that answers may link to."""

    answers: Answers
    library: Library
    people: People
    bodies: Bodies
    improvements: Improvements
    uploads: Uploads = field(default_factory=HeldUploads)
    initiatives: Initiatives = field(default_factory=NoInitiatives)
    calendar: MeetingCalendar = field(default_factory=NoCalendar)
    watches: Watches = field(default_factory=NoWatches)
    papers: FreshPapers = field(default_factory=NoFreshPapers)
    delivery: Delivery = field(default_factory=NoDelivery)
    agenda: AgendaItems = field(default_factory=NoAgendaItems)
    agendas: Agendas = field(default_factory=NoAgendas)
    minutes: Minutes = field(default_factory=NoMinutes)
    follow_ups: FollowUps = field(default_factory=NoFollowUps)
    digests: Digests = field(default_factory=NoDigests)
    personal: PersonalChats = field(default_factory=NoPersonalChats)
    hosts: frozenset[str] = frozenset()
