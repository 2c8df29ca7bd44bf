"""One file as it is handed to the store: what was read and parsed of it, and what whoever ingests it says of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from store.ingest import cpr
from store.ingest.parsed import Extract, ParsedDocument, ParsedFact, ParsedInitiative, ParsedItem, Span, Warning
from store.names import document_key
from store.records import Access

READING = 1
"""Raised when the parser finds more than before: what was stored by a lower one is read anew when the file comes."""


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed document with its text. `access` and `body` are for what the document leaves unsaid.

    `living` marks sample data that are replaced as a whole; `deadline` is the submission deadline of a coming meeting.
    """

    name: str
    sha256: str
    parsed: ParsedDocument
    extract: Extract
    access: Access = "open"
    body: str | None = None
    source_url: str | None = None
    deadline: datetime | None = None
    living: bool = False
    reading: tuple[Warning, ...] = field(default=())
    """Warnings of whoever read the file, beside those in `extract` and `parsed`."""

    @property
    def key(self) -> str:
        return document_key(self.sha256)

    @property
    def suspect(self) -> bool:
        """Whether title or file name holds a CPR number."""
        return holds_cpr(self.parsed.title) or holds_cpr(self.name)

    @property
    def closed(self) -> bool:
        """Whether all of it is closed, whatever it says of single items."""
        return self.access == "closed" or self.suspect

    def closes(self, item: ParsedItem) -> bool:
        """Whether by this source alone the item is closed."""
        stated = item.access or self.parsed.access
        return self.closed or stated == "closed" or suspect_item(item)

    @property
    def date(self) -> date | None:
        """The meeting's date, else the document's own."""
        meeting = self.parsed.meeting
        return (meeting.date if meeting is not None else None) or self.parsed.date

    @property
    def gathers(self) -> bool:
        """Whether it belongs to a meeting."""
        return self.parsed.meeting is not None or bool(self.parsed.items) or self.parsed.kind != "other"


def sha256_of(content: bytes) -> str:
    """The hash that tells one file from another, in hex."""
    return hashlib.sha256(content).hexdigest()


_SIX_DIGITS = re.compile(r"[0-9]{6}|[0-9]{2}[ .][0-9]{2}[ .][0-9]{2}")
"""Every CPR number begins so; most texts have nothing of the kind, and are let off a closer look."""


def holds_cpr(text: str | None) -> bool:
    """Whether the text holds a CPR number."""
    return text is not None and _SIX_DIGITS.search(text) is not None and bool(cpr.find(text))


def suspect_item(item: ParsedItem) -> bool:
    """Whether the item's title or case number holds a CPR number."""
    return holds_cpr(item.title) or holds_cpr(item.case_number)


def suspect_fact(fact: ParsedFact) -> bool:
    """Whether any text of the fact holds a CPR number."""
    return (
        holds_cpr(fact.text)
        or holds_cpr(fact.label)
        or holds_cpr(fact.by)
        or holds_cpr(fact.target)
        or holds_cpr(fact.dissent)
    )


def suspect_initiative(one: ParsedInitiative) -> bool:
    """Whether what stands over all of it, its title, owner or status, holds a CPR number."""
    return holds_cpr(one.title) or holds_cpr(one.owner) or holds_cpr(one.status)


@dataclass(frozen=True, slots=True)
class Described:
    """What one place of a document says: the document outside its items, an item, or an attachment."""

    facts: tuple[ParsedFact, ...]
    initiatives: tuple[ParsedInitiative, ...]


def described(parsed: ParsedDocument) -> Iterator[Described]:
    """Every place of a document."""
    yield Described((*parsed.facts, *(parsed.meeting.facts if parsed.meeting else ())), parsed.initiatives)
    for item in parsed.items:
        yield Described(item.facts, item.initiatives)
        yield from (Described(one.facts, one.initiatives) for one in item.attachments)
    yield from (Described(one.facts, one.initiatives) for one in parsed.attachments)


def initiative_facts(one: ParsedInitiative) -> Iterator[ParsedFact]:
    """All facts of an initiative, as it is stored: what it is, statuses, parts, milestones, responsibilities, goals."""
    yield one.about
    yield from one.status_facts
    yield from (part.fact for each in one.lists for part in each.parts)
    yield from (milestone.fact for milestone in one.milestones)
    yield from (responsibility.fact for responsibility in one.responsibilities)
    yield from (goal.fact for goal in one.goals)


def cpr_pages(source: Source) -> list[int | None]:
    """The pages on which something that is kept holds a CPR number, None first for what stands on no page."""
    pages: set[int | None] = {None} if source.suspect else set()
    parsed = source.parsed
    for item in parsed.items:
        if suspect_item(item):
            pages.add(_page_of(item.spans))
        pages.update(_page_of(one.spans) for one in item.attachments if holds_cpr(one.title))
    pages.update(_page_of(one.spans) for one in parsed.attachments if holds_cpr(one.title))
    for place in described(parsed):
        facts = [*place.facts, *(fact for one in place.initiatives for fact in initiative_facts(one))]
        pages.update(_page_of(fact.spans) for fact in facts if suspect_fact(fact))
        pages.update(_page_of(one.about.spans) for one in place.initiatives if suspect_initiative(one))
        lists = (each for one in place.initiatives for each in one.lists)
        pages.update(_page_of(each.spans) for each in lists if holds_cpr(each.name))
    if not source.extract.paged:
        pages = {None} if pages else set()
    return sorted(pages, key=lambda page: page or 0)


def _page_of(spans: tuple[Span, ...]) -> int | None:
    return spans[0].page if spans else None
