"""Parsed documents made by hand, with a text that their spans really point into."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from store.ingest.parsed import (
    Abbreviation,
    Access,
    DecisionClass,
    DocumentKind,
    Edition,
    Extract,
    FactKind,
    InitiativeKind,
    Page,
    ParsedAttachment,
    ParsedDocument,
    ParsedFact,
    ParsedGoal,
    ParsedInitiative,
    ParsedItem,
    ParsedList,
    ParsedMeeting,
    ParsedMilestone,
    ParsedPart,
    ParsedResponsibility,
    Span,
    When,
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


def paper(
    made: Paper,
    *initiatives: ParsedInitiative,
    title: str = "Programbeskrivelse",
    on: date | None = date(2015, 5, 1),
    facts: Sequence[ParsedFact] = (),
    abbreviations: Sequence[Abbreviation] = (),
    chosen: Access = "open",
    name: str = "program.pdf",
    salt: str = "",
) -> Source:
    """A document that is no minutes, with the initiatives it describes."""
    parsed = ParsedDocument(
        "other",
        title,
        date=on,
        facts=tuple(facts),
        initiatives=initiatives,
        abbreviations=tuple(abbreviations),
    )
    return source(parsed, made.text, access=chosen, name=name, salt=salt)


def programme(
    made: Paper,
    title: str = "Fælles drift af ejendomme",
    *,
    owner: str | None = "Økonomiforvaltningen",
    status: str | None = None,
    reported: str | None = None,
    on: date | None = None,
    phases: Sequence[tuple[str, When | None]] = (),
    groups: Sequence[str] = (),
    announced: int | None = None,
    milestones: Sequence[tuple[str, When]] = (),
    duties: Sequence[tuple[str, str]] = (),
    goals: Sequence[tuple[str, str | None]] = (),
    kind: InitiativeKind = "programme",
) -> ParsedInitiative:
    """An initiative whose facts all stand in the paper; milestones are printed with the words of their time."""
    lists = []
    if phases:
        parts = [
            ParsedPart(made.fact("part", text), text, str(number), when)
            for number, (text, when) in enumerate(phases, start=1)
        ]
        lists.append(ParsedList("Faser", "phase", tuple(parts)))
    if groups:
        parts = [ParsedPart(made.fact("part", text), text, None) for text in groups]
        complete = announced is None or len(parts) >= announced
        lists.append(ParsedList("Arbejdsgrupper", "group", tuple(parts), announced=announced, complete=complete))
    return ParsedInitiative(
        title,
        kind,
        made.fact("initiative", f"{title} skal samle opgaverne."),
        owner,
        status,
        (made.fact("initiative", reported, label="status"),) if reported else (),
        on,
        tuple(lists),
        tuple(
            ParsedMilestone(made.fact("milestone", f"{what}: {when.words}"), what, when) for what, when in milestones
        ),
        tuple(ParsedResponsibility(made.fact("responsibility", f"{r}: {n}"), r, n) for r, n in duties),
        tuple(ParsedGoal(made.fact("goal", text), figure) for text, figure in goals),
    )
