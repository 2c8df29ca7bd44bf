"""The labelled sections of one item, and the facts they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from store.ingest.attachments import by_entry, listed
from store.ingest.bodies import same_body
from store.ingest.decisionheads import DecisionHead
from store.ingest.decisions import read_decision
from store.ingest.flow import Row, Stream, ends_paragraph
from store.ingest.headings import KIND, SECTIONS, Role
from store.ingest.items import Seen, access_at_end
from store.ingest.names import split_names
from store.ingest.parsed import Access, FactKind, Page, ParsedAttachment, ParsedFact
from store.ingest.passages import pieces
from store.ingest.recommendations import inline_recommendations, recommendations
from store.ingest.sentences import Sentences

_ABSENT = re.compile(
    r"(?:.{3,250}?\s(?:var|er|havde|har)\s(?:fraværende|meldt afbud|forfald)\b.{0,60}"
    r"|(?:fraværende|afbud|ikke til stede|ej til stede|ikke mødt|inhabil)\b.{0,250})\Z",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(?:punktet|sagen|dagsordenspunktet) (?:er|behandles|behandlet|blev behandlet|behandles derfor)\s?(?:derfor |som |for |et )*"
    r"(?:lukke[td]e?|fortrolig\w*)\b|\bbehandles derfor som lukket punkt\b",
    re.IGNORECASE,
)
_FILE_ROW = re.compile(r".{1,250}\.(?:pdf|docx?|xlsx?|pptx?)\s*(?:\(.{0,40}\))?\Z", re.IGNORECASE)
_CASE_PEOPLE = frozenset(
    "indstiller;forelægger;sagsbehandler;sagsansvarlig;kontaktperson;forelægges af;fremlægges af;fremlægger;direktør;fagchef;"
    "oplægsholder;gæster;deltager i punktet;deltagere under punktet;eksterne deltagere;sagsfremlæggelse".split(";")
)
_ROUTE = frozenset({"sagsforløb", "sagsgang", "sagstype", "sagens gang", "sagsgang og sagstype"})
"""Labels of one line; what follows them belongs to the section before."""
_DECIDES = re.compile(
    r"\b(?:besluttede|besluttet|det blev aftalt|der var enighed om|enedes om|konkluderede|tilsluttede sig)\b",
    re.IGNORECASE,
)
_LABEL_IN_VALUE = 160


@dataclass(slots=True)
class Section:
    """Rows under one label; `head` when the label names the body that decided."""

    role: Role
    label: str | None
    rows: list[Row] = field(default_factory=list)
    head: DecisionHead | None = None


@dataclass(slots=True)
class Content:
    """What the rows of one item hold besides its title."""

    case_number: str | None = None
    decided_by: str | None = None
    access: Access | None = None
    absent: tuple[str, ...] = ()
    facts: tuple[ParsedFact, ...] = ()
    attachments: tuple[ParsedAttachment, ...] = ()
    day_missing: bool = False
    labelled: bool = False
    heads: tuple[DecisionHead, ...] = ()


class ItemReader:
    """Reads items of one document; `body` and `on` are the meeting's own."""

    def __init__(
        self, pages: Sequence[Page], width: int, sentences: Sentences, body: str | None, on: date | None
    ) -> None:
        self.pages = pages
        self.width = width
        self.sentences = sentences
        self.body = body
        self.on = on

    def read(self, seen: Sequence[Seen]) -> Content:
        """Everything that the rows of one item say, decision of the meeting's own body first."""
        content = Content()
        sections, absent = self._sections(seen, content)
        content.labelled = any(section.label for section in sections)
        content.heads = tuple(section.head for section in sections if section.head)
        if not any(section.label for section in sections):
            sections = self._record(sections[0])
        decisions = self._decisions(sections, content)
        recommended, left = self._recommended(sections)
        worded = self._worded(sections, left, soft=not recommended)
        content.attachments = tuple(self._attachments(sections))
        named = [ParsedFact("attachment", entry.title, entry.spans) for entry in content.attachments]
        people = self._people(absent, content)
        told = self._sentence_facts(sections)
        content.facts = (*decisions[:1], *recommended, *decisions[1:], *worded, *named, *people, *told)
        return content

    def _sections(self, seen: Sequence[Seen], content: Content) -> tuple[list[Section], list[Row]]:
        sections: list[Section] = [Section("background", None)]
        absent: list[Row] = []
        names_next = False
        for index, each in enumerate(seen):
            row = each.row
            if names_next and each.plain and _names_only(row.text):
                absent.append(row)
                names_next = row.text.endswith((",", " og"))
                continue
            names_next = False
            if each.case:
                self._case(each, content)
            elif each.access:
                content.access = _stricter(content.access, each.access)
            elif each.head:
                sections.append(Section("decision", each.head.printed, [], each.head))
                _append(sections[-1], row.cut(each.head.end))
            elif each.label:
                names_next = self._labelled(each, sections, absent, content)
            elif row.role.startswith("h") and self._opens(sections[-1], row, seen[index + 1 :]):
                sections.append(Section("background", " ".join(row.text.split())))
            elif sections[-1].role == "decision" and _ABSENT.match(row.text) and len(row.text) < 300:
                absent.append(row)
                names_next = row.text.endswith((",", " og"))
            else:
                _append(sections[-1], row)
        return sections, absent

    def _record(self, section: Section) -> list[Section]:
        """Minutes without labels: the paragraphs that decide something are the decision, the rest is case text."""
        groups: list[list[Row]] = []
        for row in section.rows:
            if groups and not ends_paragraph(groups[-1][-1], row, self.width):
                groups[-1].append(row)
            else:
                groups.append([row])
        found: list[Section] = []
        for group in groups:
            text = Stream(self.pages, group, self.width).quote()[0]
            decides = read_decision(text, self.sentences.lost).decision_class != "as_worded" or _DECIDES.search(text)
            role: Role = "decision" if decides else "background"
            if found and found[-1].role == role:
                found[-1].rows.extend(group)
            else:
                found.append(Section(role, None, list(group)))
        return found or [section]

    def _labelled(self, each: Seen, sections: list[Section], absent: list[Row], content: Content) -> bool:
        """Takes up a labelled row; True when a list of absent people goes on in the next row."""
        row, label = each.row, each.label
        assert label is not None
        rest = row.cut(label.end)
        if label.role in SECTIONS:
            before = sections[-1]
            sections.append(Section(label.role, label.printed))
            _append(sections[-1], rest)
            if label.printed.lower() in _ROUTE and label.colon and 0 < len(rest.text) <= 80:
                sections.append(Section(before.role, before.label))
        elif label.role == "decider":
            if rest.text and len(rest.text) <= _LABEL_IN_VALUE:
                content.decided_by = rest.text.strip(" .:")
            elif not rest.text:
                sections.append(Section("decider", label.printed))
            else:
                _append(sections[-1], row)
        elif label.role == "access":
            word = rest.text.lower()
            if word.startswith(("lukk", "fortrol", "ikke")):
                content.access = "closed"
            elif word.startswith(("åb", "offentlig")):
                content.access = _stricter(content.access, "open")
        elif label.role == "absent":
            absent.append(row)
            return (not rest.text and not label.colon) or rest.text.endswith((",", " og"))
        elif label.role == "meta" and access_at_end(rest.text):
            content.access = _stricter(content.access, access_at_end(rest.text))
        elif label.role == "meta" and (len(rest.text) <= _LABEL_IN_VALUE and (label.colon or label.alone)):
            if rest.text and label.printed.lower() in _CASE_PEOPLE:
                absent.append(row)
            if not rest.text and sections[-1].role != "meta":
                sections.append(Section("meta", label.printed))
        else:
            _append(sections[-1], row)
        return False

    def _case(self, each: Seen, content: Content) -> None:
        assert each.case is not None
        number, end = each.case
        if number and content.case_number is None:
            content.case_number = number
        said = access_at_end(each.row.text)
        if said:
            content.access = _stricter(content.access, said)
        rest = each.row.text[end:].strip()
        if rest and not said and content.decided_by is None and same_body(rest, self.body):
            content.decided_by = rest

    def _opens(self, section: Section, row: Row, following: Sequence[Seen]) -> bool:
        """Whether a heading without a known label opens a section: not where a decision's own words may be bold."""
        if section.role in ("decision", "recommendation") and not section.rows:
            return False
        text_follows = bool(following) and following[0].plain and not following[0].row.role.startswith("h")
        return text_follows and len(row.text) <= 120 and not row.text.endswith(".")

    def _decisions(self, sections: Sequence[Section], content: Content) -> list[ParsedFact]:
        found: list[tuple[bool, ParsedFact]] = []
        for section in sections:
            if section.role == "decider" and section.rows and content.decided_by is None:
                content.decided_by = section.rows[0].text.strip(" .:") if len(section.rows[0].text) < 120 else None
            if section.role != "decision":
                continue
            text, spans = Stream(self.pages, section.rows, self.width).quote()
            if not spans or not any(letter.isalnum() or letter in "-–" for letter in text):
                continue
            head = section.head
            if head and head.day_missing and not head.on:
                content.day_missing = True
            told = read_decision(text, self.sentences.lost)
            fact = ParsedFact(
                "decision", text, spans, label=section.label, decision_class=told.decision_class,
                by=head.by if head else None, on=head.on if head else None, target=told.target, dissent=told.dissent,
            )  # fmt: skip
            found.append((self._own(head), fact))
        own = [fact for mine, fact in found if mine]
        # A history of the case may repeat the result; the section called "Beslutning" is the decision itself.
        named = [fact for fact in own if not _dated_name(fact.label)]
        final = (named or own or [None])[-1] or (found[-1][1] if found and not self.body else None)
        rest = [fact for _, fact in found if fact is not final]
        return [final, *rest] if final else _without_final(rest)

    def _own(self, head: DecisionHead | None) -> bool:
        """Whether a decision is the meeting's own: no body named, or its body, and no other day printed."""
        if head is None:
            return True
        if head.on and self.on and head.on != self.on:
            return False
        if head.by is None or self.body is None:
            return True
        return same_body(head.by, self.body) or bool(
            head.on and head.on == self.on and "beslutning" in head.printed.lower()
        )

    def _recommended(
        self, sections: Sequence[Section]
    ) -> tuple[list[ParsedFact], list[tuple[Section, Stream, int, int]]]:
        facts: list[ParsedFact] = []
        left: list[tuple[Section, Stream, int, int]] = []
        for section in sections:
            if section.role == "recommendation" and section.rows:
                stream = Stream(self.pages, section.rows, self.width)
                found, rest = recommendations(stream, section.label or "")
                facts.extend(found)
                left.extend((section, stream, start, end) for start, end in rest)
        return facts, left

    def _worded(
        self, sections: Sequence[Section], left: Iterable[tuple[Section, Stream, int, int]], *, soft: bool
    ) -> list[ParsedFact]:
        """Case text, assessment and finance in pieces, and recommendations worded inside them."""
        facts: list[ParsedFact] = []
        for section in sections:
            kind = _kind(section)
            if kind is None or not section.rows:
                continue
            rows = section.rows
            if section.label is None:
                rows = [row for row in rows if not _FILE_ROW.match(row.text)]
            stream = Stream(self.pages, rows, self.width)
            facts.extend(inline_recommendations(stream, kind, section.label, soft=soft))
            facts.extend(pieces(stream, kind, section.label))
        for section, stream, start, end in left:
            text, spans = stream.quote(start, end)
            if spans:
                facts.append(ParsedFact("background", text, spans, label=section.label))
        return facts

    def _attachments(self, sections: Sequence[Section]) -> list[ParsedAttachment]:
        found: list[ParsedAttachment] = []
        for section in sections:
            rows = section.rows
            if section.role == "background" and section.label is None:
                rows = [row for row in rows if _FILE_ROW.match(row.text)]
            elif section.role != "attachments":
                continue
            for entry in by_entry(rows, self.width):
                more = listed(Stream(self.pages, entry))
                found.extend(part for part in more if part.title)
                for mark in more:
                    if not mark.title and found:
                        # The access mark behind a file's name, cut off with the file ending.
                        found[-1] = replace(found[-1], access=mark.access)
        unique: dict[str, ParsedAttachment] = {}
        for each in found:
            unique.setdefault(each.title.lower(), each)
        return list(unique.values())

    def _people(self, absent: Sequence[Row], content: Content) -> list[ParsedFact]:
        names: list[str] = []
        facts: list[ParsedFact] = []
        for row in absent:
            label = row.text.split(":", 1)[0].strip() if ":" in row.text[:60] else "Fraværende"
            found = split_names([re.sub(r"^[^:]{0,60}:", "", row.text)])
            case = label.lower() in _CASE_PEOPLE
            names.extend([] if case else found)
            text, spans = Stream(self.pages, [row]).quote()
            if (found or case) and spans:
                kind: FactKind = "background" if case else "decision"
                facts.append(ParsedFact("person", text, spans, label=label, source_kind=kind))
        content.absent = tuple(dict.fromkeys(names))
        return facts

    def _sentence_facts(self, sections: Sequence[Section]) -> list[ParsedFact]:
        facts: list[ParsedFact] = []
        for section in sections:
            kind = _kind(section) or KIND.get(section.role)
            if kind and section.rows:
                stream = Stream(self.pages, section.rows, self.width)
                facts.extend(self.sentences.facts(stream, kind, section.label))
                if section.role == "background" and content_is_closed(stream.text):
                    continue
        return facts


def _dated_name(label: str | None) -> bool:
    """Whether a heading is only day and body ("12-06-2024 Byrådet"), as the history of a case has them."""
    return bool(label) and (label or "")[:1].isdigit()


def _without_final(rest: list[ParsedFact]) -> list[ParsedFact]:
    """Only other bodies have decided: their latest result comes first."""
    return sorted(rest, key=lambda fact: fact.on or date.min, reverse=True)


def _kind(section: Section) -> FactKind | None:
    if section.role in ("background", "assessment", "finance", "earlier"):
        return KIND[section.role]
    return None


def _append(section: Section, row: Row) -> None:
    if row.text.strip(" |"):
        section.rows.append(row)


def _names_only(text: str) -> bool:
    return len(text) < 200 and not text.endswith(".") and bool(split_names([text]))


def _stricter(one: Access | None, other: Access | None) -> Access | None:
    return "closed" if "closed" in (one, other) else one or other


def content_is_closed(text: str) -> bool:
    """Whether an item's own text says that it is treated behind closed doors."""
    return _CLOSED.search(text) is not None
