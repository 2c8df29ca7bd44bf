"""The shapes that reading and parsing hand on: pages of text, and what was found in them with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

from store.records import Access as Access
from store.records import DecisionClass as DecisionClass
from store.records import FactKind as FactKind
from store.records import InitiativeKind as InitiativeKind
from store.records import PartKind as PartKind
from store.records import When as When

DocumentKind = Literal["minutes", "agenda", "supplement", "item_page", "other"]
Edition = Literal["open", "full", "unmarked"]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive, code points) of page `page` (1-based) of the stored text."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page as it was read.

    `start` and `end` are offsets into the page's text, so `pages[page - 1].text[start:end]` is the line.
    `role` is what the format itself said of it: "" (nothing known), "h1" to "h6" (a heading by markup, style or
    clearly larger or bold type), "li" (a list element; its number or bullet is part of the text), "row" (a table
    row; cells parted by tabs).
    """

    page: int
    start: int
    end: int
    text: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of extracted text; `number` counts from 1 in the file."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Warning:
    """Something that a person should know of a document; `code` is listed in the README."""

    code: str
    page: int | None
    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Extract:
    """A file as text. `paged` is False where the format has no pages (HTML, DOCX): page is then null outside."""

    format: Literal["pdf", "docx", "txt", "html"]
    pages: tuple[Page, ...]
    lines: tuple[Line, ...]
    paged: bool
    title: str | None = None
    """The title in the file's own properties or <title>, else None."""
    warnings: tuple[Warning, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedFact:
    """One quotable statement. `text` is the spans joined by one blank with white space folded."""

    kind: FactKind
    text: str
    spans: tuple[Span, ...]
    label: str | None = None
    """The section heading as printed ("Økonomiske konsekvenser"), or the sub-heading a passage stands under."""
    decision_class: DecisionClass | None = None
    """Only for decisions."""
    ordinal: int | None = None
    """Number in a numbered list of recommendations, from 1; None when there is one unnumbered recommendation."""
    by: str | None = None
    """Who recommends (recommendation), or which body decided (decision), as printed."""
    on: date | None = None
    """The decision's own date when printed (several bodies, several dates); for kind date: the day meant."""
    target: str | None = None
    """Postponed to when, referred to whom, as printed."""
    dissent: str | None = None
    """Votes against, reservations, minority wording, as printed."""
    source_kind: FactKind | None = None
    """For sentence facts (amount, date, person): the kind of section they stand in."""


@dataclass(frozen=True, slots=True)
class ParsedPart:
    """An element of a list. `fact` is of kind part: the element verbatim, number or bullet left out."""

    fact: ParsedFact
    title: str
    """What it is called: the element less its number, time and description."""
    number: str | None = None
    """As printed, else counted from 1 where the order is meant (phases, announced lists)."""
    when: When | None = None
    """Of a phase or action with a time of its own."""


@dataclass(frozen=True, slots=True)
class ParsedList:
    """A named list: the heading or the sentence that leads in, and its elements in order."""

    name: str
    kind: PartKind
    parts: tuple[ParsedPart, ...]
    spans: tuple[Span, ...] = ()
    """Where the name stands."""
    announced: int | None = None
    """How many the source says there are."""
    complete: bool = True
    """False when the text breaks off within the list, or fewer stand there than are announced."""


@dataclass(frozen=True, slots=True)
class ParsedMilestone:
    """Something that happens at a time. `fact` is of kind milestone, verbatim with its date words."""

    fact: ParsedFact
    title: str
    when: When


@dataclass(frozen=True, slots=True)
class ParsedResponsibility:
    """Who has which part in it. `fact` is of kind responsibility, verbatim."""

    fact: ParsedFact
    role: str
    """As printed: "formand for styregruppen", "styregruppe", "kontaktperson", "ansvarlig for indsats 2"."""
    name: str
    """The person or body, as printed."""


@dataclass(frozen=True, slots=True)
class ParsedGoal:
    """What is aimed at. `fact` is of kind goal, verbatim."""

    fact: ParsedFact
    figure: str | None = None
    """As printed ("95 %", "2 mio. kr."); None for a goal without a figure."""


@dataclass(frozen=True, slots=True)
class ParsedInitiative:
    """A programme, strategy, project, plan or report, with all that the model has fields for."""

    title: str
    kind: InitiativeKind
    about: ParsedFact
    """Kind initiative: the title and, where one stands there, the sentence that says what it is for."""
    owner: str | None = None
    status: str | None = None
    status_facts: tuple[ParsedFact, ...] = ()
    """Sentences that say how far it is ("Fase 1 er afsluttet"), kind initiative, label "status"; `on` when dated."""
    on: date | None = None
    lists: tuple[ParsedList, ...] = ()
    milestones: tuple[ParsedMilestone, ...] = ()
    responsibilities: tuple[ParsedResponsibility, ...] = ()
    goals: tuple[ParsedGoal, ...] = ()


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form that the text defines ("Borgerrepræsentationen (BR)")."""

    short: str
    long: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ParsedAttachment:
    """An attachment as listed under an item, and its pages when they follow behind the minutes."""

    title: str
    number: str | None = None
    access: Access | None = None
    spans: tuple[Span, ...] = ()
    """Where it is listed (or its cover page when it is listed nowhere)."""
    facts: tuple[ParsedFact, ...] = ()
    """Passages, and sentence facts (amount, date, person), of the attachment's own text."""
    initiatives: tuple[ParsedInitiative, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedItem:
    """An agenda item. `access` is what the document states, else None."""

    position: int
    """Order in the meeting, from 1."""
    number: str | None
    """As printed, or inferred from a running series (then `number_inferred`)."""
    title: str
    """Without the number and without the "Lukket - " mark."""
    number_inferred: bool = False
    case_number: str | None = None
    decided_by: str | None = None
    access: Access | None = None
    spans: tuple[Span, ...] = ()
    """Where the title stands."""
    facts: tuple[ParsedFact, ...] = ()
    attachments: tuple[ParsedAttachment, ...] = ()
    absent: tuple[str, ...] = ()
    """Absent or disqualified for this item alone."""
    initiatives: tuple[ParsedInitiative, ...] = ()
    """An initiative that the case text itself describes (phases, a time table, a steering group)."""


@dataclass(frozen=True, slots=True)
class ParsedMeeting:
    """The meeting's head. `body` as printed in its fullest form; `aliases` other forms met in the document."""

    body: str | None
    date: date | None
    aliases: tuple[str, ...] = ()
    start: time | None = None
    end: time | None = None
    place: str | None = None
    members: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    facts: tuple[ParsedFact, ...] = ()
    """kind meeting: one fact for date-time-place as it stands, one for the members, one for the absent."""


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """All that one file says."""

    kind: DocumentKind
    title: str
    edition: Edition = "unmarked"
    date: date | None = None
    meeting: ParsedMeeting | None = None
    items: tuple[ParsedItem, ...] = ()
    facts: tuple[ParsedFact, ...] = ()
    """Facts that belong to no item: passages by page and heading, and their sentence facts."""
    warnings: tuple[Warning, ...] = ()
    access: Access | None = None
    """What the document says of itself as a whole, if it does."""
    attachments: tuple[ParsedAttachment, ...] = ()
    """Attachments behind the minutes that no item lists; their own `access` counts, else the document's."""
    initiatives: tuple[ParsedInitiative, ...] = ()
    """What a document that is not minutes describes; parts are facts of their own beside the passages."""
    abbreviations: tuple[Abbreviation, ...] = ()
    noise: tuple[Span, ...] = field(default=(), repr=False)
    """Text that was cut (lists of unrelated documents, running heads, tables of contents), for the tests."""
