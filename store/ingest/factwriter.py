"""Writes the facts of one document, and what those of initiatives add to theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlmodel import Session

from store.ingest.initiativerows import (
    InitiativeRows,
    defining,
    initiative_row,
    list_row,
    mark_restated,
    tellings,
)
from store.ingest.parsed import Abbreviation, ParsedDocument, ParsedFact, ParsedInitiative, Span
from store.ingest.source import Source, described, suspect_fact
from store.prepared import insert_rows
from store.records import Access
from store.scene import FACT, INITIATIVE, LISTED, TOLD
from store.tables import AbbreviationRow, table

ABBREVIATION = table(AbbreviationRow)
NONE_LISTED: Mapping[tuple[Span, ...], int] = MappingProxyType({})


class FactWriter:
    """Collects what one document says, place by place; `flush` writes the facts so far, `finish` all the rest.

    `ids` are row ids not used yet; `position` is that of the last fact that the document has already.
    """

    def __init__(self, session: Session, source: Source, document: int, ids: Iterator[int], position: int = 0) -> None:
        self._session = session
        self._source = source
        self._document = document
        self._ids = ids
        self._position = position
        self._facts: list[dict[str, Any]] = []
        self._rows = InitiativeRows()

    @property
    def waiting(self) -> Sequence[dict[str, Any]]:
        """Rows of facts that are not written yet."""
        return self._facts

    def facts(
        self,
        facts: Sequence[ParsedFact],
        access: Access,
        *,
        item: int | None = None,
        attachment: int | None = None,
        listed: Mapping[tuple[Span, ...], int] = NONE_LISTED,
    ) -> None:
        """`listed`: attachments by the place of their title, so that the title is as closed as the attachment."""
        for fact in facts:
            owner = attachment if attachment is not None else listed.get(fact.spans)
            self._fact(fact, suspect_fact(fact), access, item, owner)

    def initiatives(
        self,
        found: Sequence[ParsedInitiative],
        access: Access,
        *,
        item: int | None = None,
        attachment: int | None = None,
    ) -> None:
        """The initiatives that one place describes; their facts are as closed as the place."""
        rows, paged = self._rows, self._source.extract.paged
        place = {"document_id": self._document, "item_id": item, "attachment_id": attachment}
        for one in found:
            number = next(self._ids)
            rows.initiatives.append(initiative_row(one, number, place, self._source.key, len(rows.initiatives) + 1))
            lists = [next(self._ids) for _ in one.lists]
            for position, (each, own) in enumerate(zip(one.lists, lists, strict=True), start=1):
                rows.lists.append(list_row(each, own, number, position, paged))
            for position, told in enumerate(tellings(one), start=1):
                fact = self._fact(told.fact, told.suspect, access, item, attachment)
                owner = lists[told.list] if told.list is not None else None
                links = {"fact_id": fact, "initiative_id": number, "list_id": owner, "position": position}
                rows.facts.append({**told.detail, **links})

    def flush(self) -> None:
        """Write the facts so far; their items and attachments must be there."""
        facts, self._facts = self._facts, []
        restate(self._source, facts)
        insert_rows(self._session, FACT, facts)
        self.define(facts)

    def define(self, facts: Sequence[Mapping[str, Any]]) -> None:
        """Note the abbreviations that these facts define; they have id, text and spans."""
        known = abbreviations(self._source.parsed)
        if known:
            self._rows.abbreviations.extend(defining(known, facts))

    def finish(self) -> int:
        """Write what is left; how many initiatives and abbreviations there are."""
        self.flush()
        rows = self._rows
        insert_rows(self._session, INITIATIVE, rows.initiatives)
        insert_rows(self._session, LISTED, rows.lists)
        insert_rows(self._session, TOLD, rows.facts)
        insert_rows(self._session, ABBREVIATION, rows.abbreviations)
        return len(rows.initiatives) + len(rows.abbreviations)

    def _fact(self, fact: ParsedFact, suspect: bool, access: Access, item: int | None, attachment: int | None) -> int:
        number = next(self._ids)
        self._position += 1
        self._facts.append(
            {
                "id": number,
                "key": f"{self._source.key}-{self._position}",
                "document_id": self._document,
                "item_id": item,
                "attachment_id": attachment,
                "position": self._position,
                "kind": fact.kind,
                "text": fact.text,
                "spans": [[span.page, span.start, span.end] for span in fact.spans],
                "page": fact.spans[0].page if fact.spans and self._source.extract.paged else None,
                "decision_class": fact.decision_class,
                "label": fact.label,
                "ordinal": fact.ordinal,
                "by_whom": fact.by,
                "on_date": fact.on,
                "target": fact.target,
                "dissent": fact.dissent,
                "source_kind": fact.source_kind,
                "has_cpr": suspect,
                "access": access,
                "shelf_id": None,
                "restated": False,
            }
        )
        return number


def restate(source: Source, facts: Sequence[dict[str, Any]]) -> None:
    """Set "restated" on the rows that initiatives of the document say over again."""
    initiatives = [one for place in described(source.parsed) for one in place.initiatives]
    if initiatives:
        mark_restated(facts, (each for one in initiatives for each in one.lists), source.extract.pages)


def abbreviations(parsed: ParsedDocument) -> list[Abbreviation]:
    """All that a document defines, wherever it does."""
    attached = (*parsed.attachments, *(one for item in parsed.items for one in item.attachments))
    return [*parsed.abbreviations, *(each for one in attached for each in one.abbreviations)]
