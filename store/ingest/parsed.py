"""The shapes that reading and parsing hand on: pages of text, and what was found in them with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

from store.records import Access as Access
from store.records import DecisionClass as DecisionClass
from store.records import FactKind as FactKind

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
class ParsedAttachment:
    """An attachment as listed under an item, and its pages when they follow behind the minutes."""

    title: str
    number: str | None = None
    access: Access | None = None
    spans: tuple[Span, ...] = ()
    """Where it is listed (or its cover page when it is listed nowhere)."""
    facts: tuple[ParsedFact, ...] = ()
    """Passages, and sentence facts (amount, date, person), of the attachment's own text."""


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
    noise: tuple[Span, ...] = field(default=(), repr=False)
    """Text that was cut (lists of unrelated documents, running heads, tables of contents), for the tests."""
