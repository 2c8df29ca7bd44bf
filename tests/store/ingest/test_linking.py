"""An attachment behind the minutes is one entry of its item, with the number that only its cover prints."""

from __future__ import annotations

from store.ingest.minutes import parse
from store.ingest.parsed import Extract, Page, ParsedDocument
from store.ingest.verify import verify

MINUTES = (
    "Referat af møde i Havneudvalget\nMødedato: 3. maj 2016\n\n"
    "1. Ny mole\nSagsnr.: 16/1180\nSagsfremstilling:\nMolen er slidt, og forvaltningen har lavet en plan for en ny.\n"
    "Bilag:\nPlan for den nye mole.pdf\nBeslutning i Havneudvalget den 3. maj 2016:\nGodkendt.\n\n"
    "2. Eventuelt\nBeslutning i Havneudvalget den 3. maj 2016:\nIntet.\n"
)
COVER = (
    "Bilag: 1.1. Plan for den nye mole.pdf\nUdvalg: Havneudvalget\nMødedato: 3. maj 2016 - Kl. 9:00\nAdgang: Åben\n"
    "Bilagsnr: 81120/16\n\nFormålet med projektet er at give skibene læ.\nDer er tre faser:\n"
    "1. Møder\n2. Byggeri\n3. Åbning\n"
)


def _parsed() -> ParsedDocument:
    extract = Extract("pdf", (Page(1, MINUTES), Page(2, COVER)), (), paged=True)
    document = parse(extract, source="referat.pdf")
    assert verify(extract, document) == []
    return document


def test_the_number_stands_in_the_one_entry() -> None:
    item = _parsed().items[0]
    assert [(one.title, one.number) for one in item.attachments] == [("Plan for den nye mole.pdf", "81120/16")]
    entries = [fact for fact in item.facts if fact.kind == "attachment"]
    assert [fact.text for fact in entries] == ["Plan for den nye mole.pdf Bilagsnr: 81120/16"]
    assert entries[0].spans == item.attachments[0].spans


def test_its_plan_is_quoted_with_its_title() -> None:
    plan = _parsed().items[0].attachments[0].initiatives[0]
    assert plan.about.text == "Plan for den nye mole.pdf Formålet med projektet er at give skibene læ."
