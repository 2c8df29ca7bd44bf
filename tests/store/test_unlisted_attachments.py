"""Attachments behind the minutes that no item lists are stored, found, and as closed as they say."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from store.answers import StoredAnswers
from store.ingest.compose import Piece, compose
from store.ingest.intake import Intake
from store.ingest.minutes import parse
from store.ingest.parsed import ParsedAttachment, ParsedFact, Span
from store.ingest.source import Source, sha256_of
from store.records import Query, Subject
from store.search.index import ShelfIndex

LINES = [
    "Referat fra mødet i Havneudvalget",
    "Mødedato: Tirsdag den 4. marts 2025",
    "Punkt 1: Ny kran på kajen",
    "Sagsfremstilling:",
    "Kranen fra 1968 kan ikke længere synes.",
    "Beslutning i Havneudvalget den 4. marts 2025:",
    "Godkendt.",
]
NOTE = "Bølgebryderen skal forlænges med fyrre meter mod vest."
READER = Subject("reader", employee=True)


def source(access):
    extract = compose("txt", [[Piece(line) for line in (*LINES, NOTE)]], paged=False)
    start = extract.pages[0].text.index(NOTE)
    span = Span(1, start, start + len(NOTE))
    attachment = ParsedAttachment(
        "Notat om bølgebryderen.pdf", access=access, spans=(span,), facts=(ParsedFact("passage", NOTE, (span,)),)
    )
    shorter = replace(extract, lines=extract.lines[:-1])
    parsed = replace(parse(shorter, source="havn"), attachments=(attachment,))
    return Source("havn.txt", sha256_of(NOTE.encode()), parsed, extract)


@pytest.mark.parametrize(("access", "status"), [(None, "answered"), ("open", "answered"), ("closed", "not_found")])
def test_an_unlisted_attachment_is_found_unless_it_is_closed(db, access, status):
    Intake(db, ShelfIndex(), lambda: datetime(2025, 3, 5, tzinfo=UTC)).store_parsed([source(access)])
    query = Query(text="bølgebryderen", topic="bølgebryderen", intent="find", lang="da")
    finding = StoredAnswers(db).find(query, READER)
    assert (finding.status, [fact.text for fact in finding.facts][:1]) == (
        status,
        [NOTE] if status == "answered" else [],
    )
