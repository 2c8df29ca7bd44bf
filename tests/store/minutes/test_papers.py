"""Agendas and minutes as files: read in again they are the same; the open edition has no trace of closed matter."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.agenda.records import Named
from store.ingest.limits import Limits
from store.ingest.parsed import ParsedItem
from store.ingest.reading import read_here
from store.minutes.docx import docx_of
from store.minutes.paper import Paper, agenda_paper, minutes_paper
from store.minutes.pdf import pdf_of
from store.minutes.records import Decision, Entry, MeetingMinutes
from tests.fakes.papers import HOUSE, agenda, case, file, minutes

FORMS: dict[str, Callable[[Paper], bytes]] = {"docx": docx_of, "pdf": pdf_of}
_WHO = ("Skolen", "Børnehaven", "Forvaltningen", "Borgerne", "Udvalget", "Ældrerådet", "Idrætsklubben")
_DOES = ("ønsker", "har brug for", "afventer", "foreslår", "råder over", "mangler", "prioriterer", "vurderer")
_WHAT = (
    "nye vinduer",
    "grønne områder",
    "et tættere samarbejde",
    "sikre skoleveje",
    "flere pladser",
    "bedre belysning",
)
_WHY = (
    "fordi elevtallet falder",
    "så ældre kan færdes trygt",
    "inden udgangen af næste år",
    "når økonomien tillader det",
)


def prose(seed: int, sentences: int) -> str:
    """Paragraphs of plain Danish, each sentence another one."""
    dice = Random(seed)
    told = [
        f"{dice.choice(_WHO)} {dice.choice(_DOES)} {dice.choice(_WHAT)}, {dice.choice(_WHY)}." for _ in range(sentences)
    ]
    return "\n".join(" ".join(told[at : at + 4]) for at in range(0, sentences, 4))


LONG = prose(1, 200)


def read(paper: Paper, form: str, folder: Path) -> tuple[ParsedItem, ...]:
    path = folder / f"paper.{form}"
    path.write_bytes(FORMS[form](paper))
    return tuple(read_here(path, path.name, Limits()).parsed.items)


def said(item: ParsedItem, kind: str) -> list[str]:
    """The texts of a kind; the type of the item stands under a label of its own."""
    return [" ".join(fact.text.split()) for fact in item.facts if fact.kind == kind and fact.label != "Sagstype"]


def small() -> MeetingMinutes:
    return minutes(
        {
            case(1, "Godkendelse af referat", standing="minutes", case_number=""): Decision("approved", "Godkendt."),
            case(2, "Nyt tag på rådhuset", description="Taget er utæt.", finance="Det koster 3,2 mio. kr.",
                 assessment="Taget holder i 40 år.", responsible=Named("Teknisk Forvaltning"),
                 recommendations=("at taget skiftes i 2027", "at der gives en bevilling på 3,2 mio. kr.")):
                Decision("approved", "Godkendt som indstillet."),
            case(3, "Afsked af medarbejder", access="closed", neutral_title="Personalesag",
                 description="Medarbejderen afskediges."):
                Decision("approved", "Godkendt.", publishable="Sagen blev godkendt."),
            case(4, "Ny cykelsti", type="briefing", recommendations=("at orienteringen tages til efterretning",)):
                Decision("noted", "Orienteringen blev taget til efterretning."),
            case(5, "Salg af grund"): Decision("postponed", "Sagen blev udsat."),
            case(6, "Lukning af bibliotek", recommendations=("at biblioteket lukkes",)):
                Decision("rejected", "Forslaget blev forkastet."),
        }
    )  # fmt: skip


def long() -> MeetingMinutes:
    """Texts over the ends of pages, and a list of many proposals."""
    proposals = tuple(f"at del {number} af planen for skolernes legepladser godkendes" for number in range(1, 16))
    return minutes(
        {
            case(1, "Skolernes bygninger", description=LONG, assessment=prose(2, 120)): Decision(
                "approved", "Godkendt."
            ),
            case(2, "Legepladser", recommendations=proposals): Decision("approved", "Godkendt som indstillet."),
            case(3, "Æblegrød, øl og ål på Ærø", description=prose(3, 160)): Decision(
                "discussed", "Sagen blev drøftet."
            ),
        }
    )


def labels() -> MeetingMinutes:
    """Titles that look like labels, numbers and headings."""
    return minutes(
        {
            case(1, "Beslutning om Beslutningsstøtte"): Decision("approved", "Godkendt."),
            case(2, "Indstilling til frivilligprisen 2027"): Decision("approved", "Godkendt som indstillet."),
            case(3, "Økonomi: bilag til budget 2027-2030"): Decision("discussed", "Sagen blev drøftet."),
            case(4, "2. budgetopfølgning 2026"): Decision("noted", "Taget til efterretning."),
            case(5, "Referat af møde i MED-udvalget"): Decision("noted", "Taget til efterretning."),
        }
    )


def many() -> MeetingMinutes:
    """More than forty items."""
    return minutes(
        {
            case(number, f"Sag om vej nummer {number} i Nørrevang"): Decision("approved", "Godkendt.")
            for number in range(1, 46)
        }
    )


MEETINGS = {"small": small, "long": long, "labels": labels, "many": many}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", MEETINGS)
def test_minutes_read_in_again_are_the_same(name: str, form: str, tmp_path: Path) -> None:
    held = MEETINGS[name]()
    entries = held.agenda.entries
    items = read(minutes_paper(held, "full", HOUSE), form, tmp_path)
    assert [(item.number, item.title) for item in items] == [(one.number, one.item.title) for one in entries]
    assert [item.case_number for item in items] == [one.item.case_number or None for one in entries]
    assert [item.access == "closed" for item in items] == [one.item.access == "closed" for one in entries]
    for item, entry in zip(items, entries, strict=True):
        decision = held.decisions[entry.item.id]
        facts = [fact for fact in item.facts if fact.kind == "decision"]
        assert " ".join(" ".join(fact.text.split()) for fact in facts) == decision.text
        assert facts[0].decision_class == decision.cls
        wanted = [one.removeprefix("at ") for one in entry.item.recommendations]
        told = said(item, "recommendation")
        assert len(told) == len(wanted)
        assert all(one in text for one, text in zip(wanted, told, strict=True))
        for kind, text in (("background", entry.item.description), ("assessment", entry.item.assessment)):
            assert " ".join(said(item, kind)) == " ".join(text.split())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", MEETINGS)
def test_agendas_read_in_again_are_the_same(name: str, form: str, tmp_path: Path) -> None:
    entries = MEETINGS[name]().agenda.entries
    items = read(agenda_paper(agenda(*entries), "full", HOUSE), form, tmp_path)
    assert [(item.number, item.title) for item in items] == [(one.number, one.item.title) for one in entries]
    assert not any(said(item, "decision") for item in items)


@pytest.mark.parametrize("form", FORMS)
def test_the_open_edition_names_what_was_opened_and_no_more(form: str, tmp_path: Path) -> None:
    items = read(minutes_paper(small(), "open", HOUSE), form, tmp_path)
    assert [(item.number, item.title, item.access == "closed") for item in items][2] == ("3", "Personalesag", True)
    assert said(items[2], "decision") == ["Sagen blev godkendt."]


def parts(content: bytes) -> str:
    """All that a file holds, unpacked."""
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as packed:
            told = [packed.read(name).decode("utf-8", "replace") for name in packed.namelist()]
            return "\n".join([*packed.namelist(), *told])
    found = [content.decode("latin-1")]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            found.append(zlib.decompress(stream).decode("latin-1"))
        except zlib.error:
            continue
    document = pypdfium2.PdfDocument(content)
    found += [page.get_textpage().get_text_range() for page in document]
    found += [str(value) for value in document.get_metadata_dict().values()]
    document.close()
    return "\n".join(found)


SECRET = st.text("bcdfghjklmnpqrstvwxz", min_size=9, max_size=14).map(lambda told: f"Q{told}")


def secretive(secrets: list[str], *, named: bool) -> dict[Entry, Decision]:
    title, text, name, paper, reason = secrets
    closed = case(
        2, title, access="closed", case_number=f"26/{abs(hash(title)) % 10**6 + 10**6}", description=text,
        finance=text, assessment=text, recommendations=(f"at {text}",), presenter=Named(name), responsible=Named(name),
        files=(file(f"{paper}.pdf"),), closed_note=reason, late_reason=reason,
        neutral_title="Personalesag" if named else "",
    )  # fmt: skip
    decided = Decision("approved", text, dissent=name, disqualified=(name,), responsible=Named(name))
    shown = case(1, "Nyt tag", files=(file("Tegning.pdf"), file(f"{paper}.docx", "closed")))
    return {shown: Decision("approved", "Godkendt."), closed: decided}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(secrets=st.lists(SECRET, min_size=5, max_size=5, unique=True), named=st.booleans())
def test_no_part_of_an_open_edition_holds_closed_matter(secrets: list[str], named: bool) -> None:
    held = minutes(secretive(secrets, named=named), edition=2, correction=secrets[4])
    number = held.agenda.entries[1].item.case_number
    for paper in (minutes_paper(held, "open", HOUSE), agenda_paper(held.agenda, "open", HOUSE)):
        for form in FORMS.values():
            told = parts(form(paper))
            assert not [one for one in (*secrets, number) if one in told]
    full = parts(docx_of(minutes_paper(held, "full", HOUSE)))
    assert all(one in full for one in secrets[:3])


def structure(content: bytes) -> str:
    """The objects of a PDF as text."""
    found = [content.decode("latin-1")]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            found.append(zlib.decompress(stream).decode("latin-1"))
        except zlib.error:
            continue
    return "\n".join(found)


@pytest.mark.parametrize("name", MEETINGS)
def test_the_pdf_is_accessible(name: str) -> None:
    paper = minutes_paper(MEETINGS[name](), "open", HOUSE)
    told = structure(pdf_of(paper))
    assert "/MarkInfo" in told
    assert re.search(r"/Marked\s+true", told)
    assert "/StructTreeRoot" in told
    assert re.search(r"/Lang\s*\(da", told)
    assert re.search(r"/DisplayDocTitle\s+true", told)
    assert re.search(r"pdfuaid:part(?:>|=\")1", told)
    assert paper.title in pypdfium2.PdfDocument(pdf_of(paper)).get_metadata_dict()["Title"]
    headings = [int(level) for level in re.findall(r"/S\s*/H([1-6])\b", told)]
    assert headings.count(1) == 1
    assert headings.count(2) == len(paper.items)
    assert set(headings) <= {1, 2, 3}


@pytest.mark.parametrize("name", MEETINGS)
def test_the_word_file_has_headings_language_and_no_names(name: str) -> None:
    paper = minutes_paper(MEETINGS[name](), "open", HOUSE)
    made = Document(BytesIO(docx_of(paper)))
    styles = [(line.style.name, line.text) for line in made.paragraphs if line.style is not None]
    assert [text for style, text in styles if style == "Title"] == [paper.head]
    assert [text for style, text in styles if style == "Heading 1"] == [one.heading for one in paper.items]
    about = made.core_properties
    assert (about.title, about.language, about.author) == (paper.title, "da-DK", HOUSE.name)
    assert about.last_modified_by == HOUSE.name
    assert 'w:val="da-DK"' in parts(docx_of(paper))


def test_the_same_paper_is_the_same_file() -> None:
    paper = minutes_paper(small(), "open", HOUSE)
    assert pdf_of(paper) == pdf_of(paper)


def test_drafts_and_corrections_say_what_they_are() -> None:
    held = small()
    assert minutes_paper(held, "full", HOUSE).head == "Referat"
    draft = replace(held, agenda=replace(held.agenda, minutes="draft"))
    assert minutes_paper(draft, "full", HOUSE).head == "Referat (udkast)"
    corrected = replace(held, edition=2, correction="Beløbet var forkert.")
    full: Any = minutes_paper(corrected, "full", HOUSE)
    assert (full.head, full.note) == ("Referat (rettet version 2)", "Beløbet var forkert.")
    assert minutes_paper(corrected, "open", HOUSE).note == ""
