"""Covers, menus and breadcrumbs are no answers; what minutes say beside their items is."""

from datetime import date

from store.ingest.compose import Piece, compose
from store.ingest.minutes import parse
from store.ingest.verify import verify

ITEM = [
    "1. Ny bro over åen",
    "Sagsnr.: 24/77",
    "Sagsfremstilling:",
    "Den gamle bro kan ikke længere bære lastbiler.",
    "Beslutning:",
    "Godkendt.",
]


def parsed(*lines):
    extract = compose("txt", [[Piece(line) for line in (*lines, *ITEM)]], paged=False)
    document = parse(extract, source="bro.txt")
    assert verify(extract, document) == []
    return document


def texts(document):
    return [fact.text for fact in document.facts]


def test_a_cover_that_tells_of_closed_items_is_no_passage():
    document = parsed(
        "Ådal Kommune", "Referat fra mødet i Vejudvalget", "(Åbne og lukkede punkter)", "Mødedato: 3. maj 2024"
    )
    assert texts(document) == []


def test_a_breadcrumb_is_no_passage():
    assert texts(parsed("Forside › Politik › Dagsordener og referater", "Referat Vejudvalget 3. maj 2024")) == []


def test_a_sentence_beside_the_items_stays():
    said = "Udvalget besigtigede de tre skoler i Ådal før mødet og talte med lederne."
    document = parsed("Referat fra mødet i Vejudvalget", "Mødedato: 3. maj 2024", said)
    assert any(said in text for text in texts(document))


def test_the_line_that_dates_the_meeting_is_kept_as_the_meetings_own():
    document = parsed("Referat Vejudvalget 3. maj 2024")
    assert document.meeting.date == date(2024, 5, 3)
    assert [(fact.kind, fact.text) for fact in document.meeting.facts] == [
        ("meeting", "Referat Vejudvalget 3. maj 2024")
    ]
