"""What enters and leaves the store: frozen records without SQL, shared by flows, cards and the edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal

Lang = Literal["da", "en"]
Role = Literal["reader", "member", "secretary", "administrator"]
Audience = Literal["personal", "group", "channel"]
Access = Literal["open", "closed"]
FactKind = Literal[
    "decision",
    "recommendation",
    "assessment",
    "background",
    "finance",
    "amount",
    "date",
    "person",
    "attachment",
    "meeting",
    "passage",
    "initiative",
    "part",
    "milestone",
    "responsibility",
    "goal",
    "list_item",
]
DecisionClass = Literal[
    "approved",
    "approved_with_changes",
    "recommended",
    "discussed",
    "noted",
    "briefed",
    "postponed",
    "referred",
    "rejected",
    "withdrawn",
    "delegated",
    "none_recorded",
    "as_worded",
]
Intent = Literal[
    "decision",  # what was decided on X
    "recommendation",  # what was recommended, by whom
    "background",  # why, background
    "assessment",  # how the administration assesses it
    "cost",  # what does it cost, the financial consequences
    "when",  # when was it decided, when does it happen, deadlines
    "where",  # where was the meeting held
    "decided_by",  # which body decided
    "attendance",  # who was there, who was absent
    "responsible",  # who is responsible, chairs, takes part
    "attachments",  # which attachments belong to it
    "upcoming",  # coming meetings and items
    "decisions_list",  # decisions of a meeting, a body, a period
    "case_course",  # the course of a case through its meetings
    "item",  # show item 72
    "find",  # a bare topic without a question word
    "elements",  # the whole of a list: which groups, what are the seven focus areas
    "goal",  # what is aimed at, by which figure
    "overview",  # overview of, status of an initiative
    "initiatives",  # which initiatives there are
    "due",  # deadlines and milestones of a period, over all initiatives and agendas
    "meaning",  # what an abbreviation stands for
    "whoami",
    "help",
    "thanks",
    "greeting",
    "language",  # "svar på dansk"
    "offtopic",
    "manage",  # a secretary's or administrator's command
]
InitiativeKind = Literal["programme", "strategy", "plan", "project", "terms_of_reference", "report", "initiative"]
PartKind = Literal[
    "phase",
    "focus_area",
    "action",
    "group",
    "case",
    "recommendation",
    "barrier",
    "goal",
    "principle",
    "member",
    "element",  # a list whose heading says none of these
]
Precision = Literal["time", "day", "week", "part_of_month", "month", "quarter", "season", "half_year", "year"]
Relation = Literal["at", "by", "from", "about"]
Status = Literal["answered", "choice", "not_stated", "no_decision", "not_found"]


@dataclass(frozen=True, slots=True)
class Grant:
    """A right: `body` is a body's key, None for all bodies."""

    role: Role
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """Who asks, and who else hears the answer. All disclosure is decided from this (see store.access).

    `employee` is False for guests, federated and anonymous people, people of other tenants and whoever has no
    object id: they get nothing. In a group or channel the audience is everybody there.
    """

    person: str | None
    employee: bool
    audience: Audience = "personal"
    grants: tuple[Grant, ...] = ()
    tenant: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the bot has met. `id` is the Entra object id."""

    id: str
    name: str
    upn: str | None = None
    grants: tuple[Grant, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """A deciding body. `key` is stable ("direktionen"); aliases are other names it is known by."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """Where a fact stands. `id` is made from the content, `path` as it was ingested."""

    id: str
    title: str
    path: str
    source_url: str | None = None
    kind: str = "minutes"


@dataclass(frozen=True, slots=True)
class When:
    """A time as a source gives it: the days it spans, and how precisely that is.

    `first` and `last` are inclusive; "inden udgangen af 2015" has relation "by" and last 2015-12-31, first None;
    "marts 2015-?" has relation "from" and last None. `precision` is that of the finest end.
    """

    words: str
    """As printed."""
    first: date | None
    last: date | None
    precision: Precision
    relation: Relation = "at"
    inferred: bool = False
    """The year does not stand there; it is taken from the heading, the table or the document's date."""
    at: time | None = None
    """The time of day, when printed."""


@dataclass(frozen=True, slots=True)
class InitiativeRef:
    """The initiative a fact belongs to."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One verbatim statement with its source. `page` is 1-based in the file, None where there are no pages."""

    key: str
    kind: FactKind
    text: str
    document: DocumentRef
    decision_class: DecisionClass | None = None
    label: str | None = None
    ordinal: int | None = None
    by: str | None = None
    on: date | None = None
    target: str | None = None
    dissent: str | None = None
    body: str | None = None
    meeting_date: date | None = None
    item: str | None = None
    """Key of the item, None for facts of a meeting or a document."""
    item_number: str | None = None
    item_title: str | None = None
    case_number: str | None = None
    page: int | None = None
    closed: bool = False
    source_kind: FactKind | None = None
    initiative: InitiativeRef | None = None
    number: str | None = None
    """Of a part: its number in the list, as printed or counted ("3", "b")."""
    title: str | None = None
    """Of a part or milestone: what it is called, without number, date and description."""
    when: When | None = None
    """Of a milestone, and of a phase with a time."""
    role: str | None = None
    """Of a responsibility: chair, steering group, project group, contact, as printed."""
    name: str | None = None
    """Of a responsibility: the person or body, as printed."""
    figure: str | None = None
    """Of a goal: the figure aimed at, as printed ("95 %", "2 mio. kr.")."""


@dataclass(frozen=True, slots=True)
class AttachmentRecord:
    """An attachment that the reader may know of."""

    key: str
    title: str
    number: str | None = None
    closed: bool = False
    document: DocumentRef | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """A meeting, held or coming. `deadline` is the submission deadline of a coming one.

    `body` is "" and `date` None where the source states none.
    """

    key: str
    body: str
    date: date | None
    start: time | None = None
    end: time | None = None
    place: str | None = None
    members: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    deadline: datetime | None = None
    facts: tuple[Fact, ...] = ()
    """kind meeting: date, place, members and absent, verbatim."""


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """An agenda item as this reader may see it: only visible facts and attachments are in it."""

    key: str
    number: str | None
    title: str
    meeting: MeetingRecord
    case_number: str | None = None
    decided_by: str | None = None
    closed: bool = False
    facts: tuple[Fact, ...] = ()
    """In document order; decisions by the meeting's own body first among decisions."""
    attachments: tuple[AttachmentRecord, ...] = ()
    document: DocumentRef | None = None
    page: int | None = None

    def of(self, *kinds: FactKind) -> tuple[Fact, ...]:
        """The item's facts of these kinds, in order."""
        return tuple(fact for fact in self.facts if fact.kind in kinds)


@dataclass(frozen=True, slots=True)
class ListRecord:
    """A named list of an initiative, in the order of the source."""

    key: str
    name: str
    """The heading or lead-in, as printed, without a colon."""
    kind: PartKind
    parts: tuple[Fact, ...]
    announced: int | None = None
    """How many the source says there are ("syv fokusområder")."""
    complete: bool = True
    """False when the source breaks off, or holds fewer than it announces."""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What a document says of how far an initiative is, verbatim in `fact`."""

    fact: Fact
    on: date | None


@dataclass(frozen=True, slots=True)
class InitiativeRecord:
    """A programme, strategy, project or plan as this reader may see it, gathered over the documents that treat it."""

    key: str
    title: str
    kind: InitiativeKind
    owner: str | None = None
    status: str | None = None
    """The newest one stated, as printed."""
    on: date | None = None
    """The date of the document that describes it."""
    document: DocumentRef | None = None
    page: int | None = None
    about: Fact | None = None
    """What it is: kind initiative, the title and the sentence that says its purpose."""
    lists: tuple[ListRecord, ...] = ()
    milestones: tuple[Fact, ...] = ()
    """In order of time; those without a day last."""
    responsibilities: tuple[Fact, ...] = ()
    goals: tuple[Fact, ...] = ()
    reports: tuple[StatusReport, ...] = ()
    """Newest first."""
    items: tuple[str, ...] = ()
    """Keys of the visible agenda items that treat it, newest first."""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class AbbreviationRecord:
    """A short form that a document defines; `fact` is the shortest one that has the definition, verbatim."""

    short: str
    long: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Query:
    """A question after understanding, in terms of case work. The store never sees anything but this and a Subject."""

    text: str
    """The question as asked, CPR numbers masked."""
    topic: str
    """What it is about: the text less the wording of the intent; may be empty ("hvad blev besluttet i går?")."""
    intent: Intent
    lang: Lang
    body: str | None = None
    """A body as named by the asker (any form); the store resolves aliases and typos."""
    since: date | None = None
    until: date | None = None
    """Inclusive period of the meeting date."""
    item_number: str | None = None
    case_number: str | None = None
    context: tuple[str, ...] = ()
    """Item keys under discussion, most recent first: for follow-up questions without a topic of their own."""
    today: date | None = None
    dated: str = ""
    """The topic with its words for time and body left in: a year can belong to the matter ("budget 2026")."""
    classes: tuple[DecisionClass, ...] = ()
    """Classes of decision that a list is limited to; empty for all."""
    part: PartKind | None = None
    """For elements: what the list is said to be of ("hvilke faser"); None when its name says none of the kinds."""
    many: int | None = None
    """For elements: how many the asker believes there are ("de syv fokusområder")."""
    initiative: str | None = None
    """Key of the initiative under discussion: for follow-up questions without a topic of their own."""


@dataclass(frozen=True, slots=True)
class NearTitle:
    """A title near to what was asked, visible to the asker."""

    item: str | None
    title: str
    body: str | None
    date: date | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found. `facts[0]` is the answer (or the nearest); for a choice there is one fact per candidate."""

    status: Status
    facts: tuple[Fact, ...] = ()
    item: ItemRecord | None = None
    """The matter that the answer is about, whole, as visible to the asker."""
    items: tuple[ItemRecord, ...] = ()
    """Lists: decisions of a meeting or period, the course of a case (oldest first), coming items."""
    meetings: tuple[MeetingRecord, ...] = ()
    missing: tuple[str, ...] = ()
    """Words of the question that nothing was found on, as typed; for "not found" by name."""
    corrected: tuple[tuple[str, str], ...] = ()
    """(as typed, as understood) for repaired typos that carried the answer."""
    near: tuple[NearTitle, ...] = ()
    count: int | None = None
    """For lists: how many there are in all when `items` is cut."""
    initiative: InitiativeRecord | None = None
    """The initiative that the answer is about, whole, as visible to the asker."""
    initiatives: tuple[InitiativeRecord, ...] = ()
    """Lists of initiatives."""
    listed: ListRecord | None = None
    """The list that was asked for; its parts are `facts` (kind list_item), `count` is how many there are."""
    complete: bool | None = None
    """For a list: False when the source breaks off."""
    unknown: tuple[str, ...] = ()
    """Words in neither the glossary nor the open vocabulary: for the administrator's list."""


@dataclass(frozen=True, slots=True)
class ConversationKey:
    """Tenant, channel thread and person: the key of state and the lock."""

    tenant: str
    thread: str
    person: str


@dataclass(frozen=True, slots=True)
class State:
    """A flow's state as stored: `version` guards against two turns at once (0 = not stored yet)."""

    flow: str
    step: str = ""
    data: Mapping[str, object] = field(default_factory=dict)
    version: int = 0


@dataclass(frozen=True, slots=True)
class Address:
    """Where a conversation can be reached later. `conversation` is without ";messageid="."""

    tenant: str
    service_url: str
    conversation: str
    kind: Audience
    installed: bool = True
    person: str | None = None
    """Object id of the other party in a personal chat."""
    name: str | None = None
    team: str | None = None
    bot: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A stored document for `referent documents` and the secretary's list."""

    id: str
    title: str
    kind: str
    path: str
    body: str | None
    date: date | None
    access: Access
    items: int
    closed_items: int
    state: Literal["stored", "superseded", "removed"]
    stored_at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that showed text of an item or document: kept so that it can be edited when the text is withdrawn."""

    conversation: Address
    activity: str
    items: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IngestReport:
    """One document's report, the shape of `referent ingest --json` (see README). CPR numbers are masked in it."""

    path: str
    status: str
    """Either stored, unchanged, replaced or refused."""
    reason: dict[str, object] | None
    """{"code", "page", "line", "message"} of a refusal, else None."""
    document: dict[str, object] | None
    """{"id", "title", "kind", "body", "date"} (date as ISO or None), None for a refused one."""
    items: int = 0
    """All items, `closed_items` of them closed."""
    closed_items: int = 0
    decisions: int = 0
    recommendations: int = 0
    attachments: int = 0
    passages: int = 0
    initiatives: int = 0
    milestones: int = 0
    responsibilities: int = 0
    warnings: tuple[dict[str, object], ...] = ()
    """Each {"code", "page", "line", "message"}."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A sent message whose text has been withdrawn and that is yet to be edited."""

    id: int
    address: Address
    activity: str
    lang: Lang
