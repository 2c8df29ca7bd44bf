"""Plans and status notes stay apart from minutes and item pages, and cheap signs tell it as all rows do."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.ingest.contents import cut_contents
from store.ingest.flow import rows_of, usual_width
from store.ingest.furniture import strip
from store.ingest.headings import LabelBook, lost_letters
from store.ingest.minutes import parse
from store.ingest.papers import is_plan, may_be_minutes, plainly_other
from store.ingest.parsed import Extract, Line, Page
from store.ingest.read import read
from store.ingest.recognise import recognise

_FOLDERS = (Path(__file__).parent / "minutes", Path(__file__).parent / "programmes")
_DOCUMENTS = sorted(path for folder in _FOLDERS for path in folder.iterdir() if path.suffix in (".txt", ".html"))


def _word(lines: list[tuple[str, str]]) -> Extract:
    text = "\n".join(line for line, _ in lines)
    found, at = [], 0
    for line, role in lines:
        found.append(Line(1, at, at + len(line), line, role))
        at += len(line) + 1
    return Extract("docx", (Page(1, text),), tuple(found), paged=False)


def test_a_status_note_is_no_item_page() -> None:
    note = _word(
        [
            ("Statusnotat: Ny svømmehal efter fase 1", "h1"),
            ("Til\tKultur- og Fritidsudvalget", "row"),
            ("Sagsnummer\t27/1180", "row"),
            ("Status", "h2"),
            ("Fase 1 er afsluttet. Fase 2 er i gang.", ""),
            ("Økonomi", "h2"),
            ("Der er brugt 90.000 kr.", ""),
        ]
    )
    document = parse(note, source="note.docx")
    assert (document.kind, document.title) == ("other", "Statusnotat: Ny svømmehal efter fase 1")
    assert [one.title for one in document.initiatives] == ["Ny svømmehal"]


def test_an_item_page_with_a_status_stays_one() -> None:
    page = _word(
        [
            ("Status for projektet Ny svømmehal", "h1"),
            ("Sagsnummer\t27/1180", "row"),
            ("Sagsfremstilling", "h2"),
            ("Fase 1 er afsluttet. Fase 2 er i gang.", ""),
            ("Indstilling", "h2"),
            ("Forvaltningen indstiller, at status tages til efterretning.", ""),
        ]
    )
    assert parse(page, source="punkt.docx").kind == "item_page"


@pytest.mark.parametrize("path", _DOCUMENTS, ids=lambda path: path.name)
def test_cheap_signs_say_nothing_that_all_rows_do_not(path: Path) -> None:
    extract = read(path)
    lost = lost_letters("\n".join(page.text for page in extract.pages))
    book = LabelBook(lost)
    rows, contents = cut_contents(strip(rows_of(extract), book, paged=extract.paged).rows, book, [])
    width = usual_width(rows)
    if not lost and plainly_other(rows, contents, book, width, extract.title):
        seen = recognise(rows, book, width)
        assert is_plan(seen, extract.title) or not may_be_minutes(seen, extract.title)
        assert parse(extract, source=path.name).kind == "other"
