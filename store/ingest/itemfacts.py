"""The facts of one item: decision, recommendations, case text in pieces, attachments, people, amounts and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from store.ingest.attachments import by_entry, listed
from store.ingest.bodies import same_body
from store.ingest.decisionheads import DecisionHead
from store.ingest.decisions import read_decision
from store.ingest.flow import Row, Stream, ends_paragraph
from store.ingest.headings import KIND
from store.ingest.labels import Role
from store.ingest.names import split_names
from store.ingest.parsed import FactKind, Page, ParsedAttachment, ParsedFact
from store.ingest.passages import pieces
from store.ingest.recognise import Seen
from store.ingest.recommendations import inline_recommendations, recommendations
from store.ingest.sections import CASE_PEOPLE, Content, Section, cut_sections
from store.ingest.sentences import Sentences

_FILE_ROW = re.compile(r".{1,250}\.(?:pdf|docx?|xlsx?|pptx?)\s*(?:\(.{0,40}\))?\Z", re.IGNORECASE)
_DECIDES = re.compile(
    r"\b(?:besluttede|besluttet|det blev aftalt|der var enighed om|enedes om|konkluderede|tilsluttede sig)\b",
    re.IGNORECASE,
)


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
        sections, absent = cut_sections(seen, content, self.body)
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
        final = next(reversed(named or own), None) or (found[-1][1] if found and not self.body else None)
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
            label = (
                re.split(r"[:\t]", row.text, maxsplit=1)[0].strip()
                if re.search(r"[:\t]", row.text[:60])
                else "Fraværende"
            )
            found = split_names([re.sub(r"^[^:\t]{0,60}[:\t]", "", row.text)])
            case = label.lower() in CASE_PEOPLE
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
