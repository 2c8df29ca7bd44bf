"""Checks that everything a parse quotes stands in the stored text, word for word and at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.ingest.flow import fold
from store.ingest.parsed import Abbreviation, Extract, ParsedDocument, ParsedFact, ParsedInitiative, Span


def verify(extract: Extract, document: ParsedDocument) -> list[str]:
    """Violations of verbatim quoting, as sentences that name the fact by kind and place; empty when all is well."""
    texts = {page.number: page.text for page in extract.pages}
    found: list[str] = []
    for where, fact in _facts(document):
        found.extend(f"{where}: {fault}" for fault in _faults(fact, texts))
    for where, spans in _spans(document):
        found.extend(f"{where}: {fault}" for fault in _misplaced(spans, texts))
    return found


def _facts(document: ParsedDocument) -> Iterator[tuple[str, ParsedFact]]:
    for fact in document.facts:
        yield f"document {fact.kind}", fact
    if document.meeting:
        for fact in document.meeting.facts:
            yield f"meeting {fact.kind}", fact
    for item in document.items:
        for fact in item.facts:
            yield f"item {item.position} {fact.kind}", fact
        for number, attachment in enumerate(item.attachments, 1):
            for fact in attachment.facts:
                yield f"item {item.position} attachment {number} {fact.kind}", fact
    for number, attachment in enumerate(document.attachments, 1):
        for fact in attachment.facts:
            yield f"attachment {number} {fact.kind}", fact
    for where, initiative in _initiatives(document):
        for fact in _facts_of(initiative):
            yield f"{where} {fact.kind}", fact


def _initiatives(document: ParsedDocument) -> Iterator[tuple[str, ParsedInitiative]]:
    holders: list[tuple[str, Sequence[ParsedInitiative]]] = [("document", document.initiatives)]
    for item in document.items:
        holders.append((f"item {item.position}", item.initiatives))
        holders += [(f"item {item.position} attachment", one.initiatives) for one in item.attachments]
    holders += [("attachment", one.initiatives) for one in document.attachments]
    for where, initiatives in holders:
        for initiative in initiatives:
            yield f"{where} initiative", initiative


def _facts_of(initiative: ParsedInitiative) -> Iterator[ParsedFact]:
    yield initiative.about
    yield from initiative.status_facts
    for listed in initiative.lists:
        yield from (part.fact for part in listed.parts)
    yield from (milestone.fact for milestone in initiative.milestones)
    yield from (responsibility.fact for responsibility in initiative.responsibilities)
    yield from (goal.fact for goal in initiative.goals)


def _spans(document: ParsedDocument) -> Iterator[tuple[str, Sequence[Span]]]:
    yield "noise", document.noise
    for item in document.items:
        yield f"item {item.position} title", item.spans
        for attachment in item.attachments:
            yield f"item {item.position} attachment", attachment.spans
    for attachment in document.attachments:
        yield "attachment", attachment.spans
    for abbreviation in _abbreviations(document):
        yield f"abbreviation {abbreviation.short}", abbreviation.spans
    for where, initiative in _initiatives(document):
        yield from ((f"{where} list", listed.spans) for listed in initiative.lists)


def _abbreviations(document: ParsedDocument) -> Iterator[Abbreviation]:
    yield from document.abbreviations
    attachments = [one for item in document.items for one in item.attachments]
    for attachment in (*attachments, *document.attachments):
        yield from attachment.abbreviations


def _faults(fact: ParsedFact, texts: dict[int, str]) -> Iterator[str]:
    if not fact.spans:
        yield "has no place"
        return
    misplaced = list(_misplaced(fact.spans, texts))
    yield from misplaced
    if misplaced:
        return
    quoted = " ".join(fold(texts[span.page][span.start : span.end]) for span in fact.spans)
    if quoted != fact.text:
        yield f"differs from the text at page {fact.spans[0].page}, character {fact.spans[0].start}"
    if not fact.text:
        yield "is empty"


def _misplaced(spans: Sequence[Span], texts: dict[int, str]) -> Iterator[str]:
    for span in spans:
        if span.page not in texts:
            yield f"names page {span.page}, which is not there"
        elif not 0 <= span.start < span.end <= len(texts[span.page]):
            yield f"characters {span.start} to {span.end} are not on page {span.page}"
