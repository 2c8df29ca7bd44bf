"""Parsed documents made by hand, with a text that their spans really point into."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from store.ingest.parsed import (
    Access,
    DecisionClass,
    DocumentKind,
    Edition,
    Extract,
    FactKind,
    Page,
    ParsedAttachment,
    ParsedDocument,
    ParsedFact,
    ParsedItem,
    ParsedMeeting,
    Span,
)
from store.ingest.source import Source, sha256_of


class Paper:
    """Collects text; every fact is written into it and points to where it stands."""

    def __init__(self) -> None:
        self.text = ""

    def fact(
        self, kind: FactKind, text: str, decision_class: DecisionClass | None = None, **more: object
    ) -> ParsedFact:
        start = len(self.text)
        self.text += text + "\n"
        spans = (Span(1, start, start + len(text)),)
        return ParsedFact(kind, text, spans, decision_class=decision_class, **more)  # type: ignore[arg-type]  # fields of ParsedFact, by name

    def item(
        self,
        position: int,
        title: str,
        *,
        decision: str | None = None,
        background: str | None = None,
        recommendation: str | None = None,
        number: str | None = None,
        case: str | None = None,
        access: Access | None = None,
        attachments: Sequence[ParsedAttachment] = (),
        extra: Sequence[ParsedFact] = (),
    ) -> ParsedItem:
        start = len(self.text)
        self.text += title + "\n"
        facts = [*extra]
        if background:
            facts.append(self.fact("background", background, label="Sagsbeskrivelse"))
        if recommendation:
            facts.append(self.fact("recommendation", recommendation, label="Indstilling", ordinal=1))
        if decision:
            facts.append(self.fact("decision", decision, "approved", label="Beslutning"))
        return ParsedItem(
            position=position,
            number=str(position) if number is None else number or None,
            title=title,
            case_number=case,
            access=access,
            spans=(Span(1, start, start + len(title)),),
            facts=tuple(facts),
            attachments=tuple(attachments),
        )

    def attachment(self, title: str, *, access: Access | None = None, passage: str | None = None) -> ParsedAttachment:
        start = len(self.text)
        self.text += title + "\n"
        facts = (self.fact("passage", passage),) if passage else ()
        return ParsedAttachment(title, access=access, spans=(Span(1, start, start + len(title)),), facts=facts)

    def minutes(
        self,
        items: Sequence[ParsedItem],
        *,
        body: str | None = "Direktionen",
        on: date | None = date(2015, 10, 22),
        start: time | None = None,
        kind: DocumentKind = "minutes",
        edition: Edition = "unmarked",
        access: Access | None = None,
        title: str = "Referat",
        members: tuple[str, ...] = (),
        chosen: Access = "open",
        name: str = "referat.pdf",
        given_body: str | None = None,
        salt: str = "",
    ) -> Source:
        """The whole as a source, hashed by what it says (and `salt`, for a second print of the same)."""
        head = self.fact("meeting", f"Møde i {body} {on} {' '.join(members)}")
        meeting = ParsedMeeting(body, on, start=start, members=members, facts=(head,))
        parsed = ParsedDocument(kind, title, edition, on, meeting, tuple(items), access=access)
        return source(parsed, self.text, access=chosen, name=name, body=given_body, salt=salt)


def source(
    parsed: ParsedDocument, text: str, *, access: Access = "open", name: str = "fil.pdf", body: str | None = None,
    salt: str = "",
) -> Source:  # fmt: skip
    """A parsed document with its one page of text, as a source."""
    digest = sha256_of(f"{parsed.kind}{parsed.edition}{text}{salt}".encode())
    extract = Extract("pdf", (Page(1, text),), (), paged=True)
    return Source(name, digest, parsed, extract, access=access, body=body)
