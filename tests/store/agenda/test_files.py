"""Attachments: judged by name and by content, read for personal numbers, and read by those who may."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st

from store.agenda.filekinds import MOST_NAME, clean_name, judged
from store.agenda.personal import holds_cpr
from store.agenda.records import (
    FILE_TYPES,
    MOST_FILE_BYTES,
    MOST_FILES,
    BadField,
    CannotSubmit,
    FileRefused,
    NotPossible,
)
from store.agenda.rows import CONTENT, FILE, ITEM
from store.database import Database
from store.errors import NotFound
from store.ingest.wording import tidy
from tests.fakes.agenda import ANNA, BO, CHANNEL, CILLE, DAN, ODA, House
from tests.fakes.library import NOW

CPR = "010203-1234"
TYPES = {"xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml", "docx": "word/document.xml"}


def office(ending: str, text: str = "", *, macro: bool = False) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(TYPES[ending], f"<root><a:p><a:t>{text}</a:t></a:p></root>")
        if macro:
            archive.writestr(f"{TYPES[ending].split('/')[0]}/vbaProject.bin", b"\x00")
    return made.getvalue()


def odt(text: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", FILE_TYPES["odt"])
        archive.writestr("content.xml", f"<office:text><text:p>{text}</text:p></office:text>")
    return made.getvalue()


def pdf(text: str) -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=12)
    made.cell(text=text)
    return bytes(made.output())


def docx(*runs: str) -> bytes:
    made = Document()
    paragraph = made.add_paragraph()
    for run in runs:
        paragraph.add_run(run)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7\n"),
        ("a.PNG", b"\x89PNG\r\n\x1a\n..."),
        ("a.jpg", b"\xff\xd8\xff\xe0.."),
        ("a.jpeg", b"\xff\xd8\xff\xe1.."),
        ("a.txt", "Blåbærgrød".encode()),
        ("a.txt", "Blåbærgrød".encode("latin-1")),
        ("a.txt", "Blåbærgrød".encode("utf-16")),
        ("a.docx", office("docx")),
        ("a.xlsx", office("xlsx")),
        ("a.pptx", office("pptx")),
        ("a.odt", odt()),
    ],
)
def test_what_may_be_attached_is_known_by_its_content(name: str, content: bytes) -> None:
    assert judged(name, content) == (name, FILE_TYPES[name[2:].lower()])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"MZ\x90\x00"),
        ("a.pdf", office("docx")),
        ("a.docx", office("xlsx")),
        ("a.docx", office("docx", macro=True)),
        ("a.xlsx", b"PK\x03\x04 broken"),
        ("a.odt", office("docx")),
        ("a.png", b"\xff\xd8\xff"),
        ("a.html", b"<html>"),
        ("a.svg", b"<svg>"),
        ("a.docm", office("docx")),
        ("a.exe", b"MZ"),
        ("pdf", b"%PDF-1.7"),
        ("a.pdf.exe", b"%PDF-1.7"),
        ("a.txt\u202e.exe", b"Et notat."),
    ],
)
def test_what_is_something_else_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(FileRefused) as refused:
        judged(name, content)
    # Of what is called like something that may be attached, it is said that it is something else.
    allowed = name.rpartition(".")[2] in FILE_TYPES and "." in name
    assert refused.value.fault == ("not_text" if allowed else "type")


def test_an_office_file_that_unpacks_to_fill_a_disk_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", b"<x/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(401):
                part.write(bytes(1_000_000))
    assert len(packed.getvalue()) < MOST_FILE_BYTES
    with pytest.raises(FileRefused) as refused:
        judged("bombe.docx", packed.getvalue())
    assert refused.value.fault == "not_text"


def test_a_program_is_no_text() -> None:
    for content in (b"MZ\x90\x03", b"\x7fELF\x02", b"a\x00b", bytes(range(1, 200))):
        with pytest.raises(FileRefused) as refused:
            judged("a.txt", content)
        assert refused.value.fault == "not_text"


@given(st.text(max_size=300))
def test_a_name_is_one_clean_line_and_no_path(name: str) -> None:
    shown = clean_name(name)
    assert 0 < len(shown) <= MOST_NAME
    assert shown == tidy(shown)
    assert not set(shown) & set('/\\\n\r\t\x00<>:"|?*')
    assert not shown.startswith(".")


def test_a_name_keeps_its_ending_and_loses_its_path_and_its_numbers() -> None:
    assert clean_name(r"C:\Users\anna\Notat.pdf") == "Notat.pdf"
    assert clean_name("../../etc/passwd") == "passwd"
    assert clean_name("x" * 300 + ".docx") == "x" * 115 + ".docx"
    assert clean_name(f"Ansøgning {CPR}.pdf") == "Ansøgning ••••••-••••.pdf"
    assert clean_name("\u202e\u200b") == "fil"


@pytest.mark.parametrize(
    ("name", "content", "holds"),
    [
        (f"Ansøgning {CPR}.pdf", pdf("Intet."), True),
        ("a.pdf", pdf(f"Borgeren {CPR}"), True),
        ("a.pdf", pdf("Borgeren"), False),
        ("a.docx", docx("Borgeren 0102", "03-12", "34 har"), True),
        ("a.docx", docx("Sagsnr. 26/1044"), False),
        ("a.xlsx", office("xlsx", CPR), True),
        ("a.pptx", office("pptx", CPR), True),
        ("a.odt", odt(CPR), True),
        ("a.odt", odt("Tilbud på 1,2 mio. kr."), False),
        ("a.txt", f"Vedr. {CPR}".encode("latin-1"), True),
        ("a.png", b"\x89PNG\r\n\x1a\n" + CPR.encode(), False),
        ("a.pdf", b"%PDF-1.7\nbroken", False),
    ],
)
def test_a_personal_number_is_seen_wherever_there_is_text(name: str, content: bytes, holds: bool) -> None:
    assert holds_cpr(name, content) == holds


@pytest.fixture
def house(db: Database) -> House:
    return House(db)


def test_a_personal_number_closes_the_file_and_stops_the_item(house: House) -> None:
    item = house.attached(house.draft(), name="borger.txt", content=f"Vedr. {CPR}".encode())
    assert [(file.cpr, file.access) for file in item.files] == [(True, "closed")]
    with pytest.raises(BadField) as wrong:
        house.agenda.set_file_access(item.id, item.version, item.files[0].id, "open", ANNA)
    assert (wrong.value.field, wrong.value.fault) == ("files", "wrong")
    with pytest.raises(CannotSubmit) as stopped:
        house.act(item, "submit", ANNA)
    assert stopped.value.codes == ("cpr",)
    clean = house.agenda.detach(item.id, item.version, item.files[0].id, ANNA)
    assert house.act(clean, "submit", ANNA).state == "submitted"


def test_who_reads_which_file(house: House) -> None:
    item = house.attached(house.attached(house.draft(presenter="Bo Lind")), name="b.txt", content=b"B", access="closed")
    open_file, closed_file = item.files
    item = house.act(house.act(item, "submit", ANNA), "approve", CILLE)
    publish(house, item.id)
    for subject in (ANNA, BO, CILLE, DAN):
        assert [one.name for one in house.agenda.item(item.id, subject).files] == ["notat.txt", "b.txt"]
        assert house.agenda.content(item.id, closed_file.id, subject) == ("b.txt", b"B")
    for subject in (ODA, CHANNEL):
        assert [one.name for one in house.agenda.item(item.id, subject).files] == ["notat.txt"]
        assert house.agenda.content(item.id, open_file.id, subject) == ("notat.txt", b"Et notat.")
        with pytest.raises(NotFound):
            house.agenda.content(item.id, closed_file.id, subject)
    closed = house.act(item, "close", CILLE)
    assert {file.access for file in closed.files} == {"closed"}
    for subject in (ODA, CHANNEL):
        with pytest.raises(NotFound):
            house.agenda.content(item.id, open_file.id, subject)
    opened = house.act(closed, "open", CILLE)
    assert [file.access for file in opened.files] == ["open", "closed"]


def test_a_file_of_another_item_is_not_found_under_mine(house: House) -> None:
    theirs, mine = house.attached(house.draft(BO), BO), house.draft()
    file = theirs.files[0].id
    for call in (
        lambda: house.agenda.content(mine.id, file, ANNA),
        lambda: house.agenda.detach(mine.id, mine.version, file, ANNA),
        lambda: house.agenda.set_file_access(mine.id, mine.version, file, "closed", ANNA),
    ):
        with pytest.raises(NotFound):
            call()
    assert house.agenda.item(theirs.id, BO).files == theirs.files


def test_there_is_room_for_thirty(house: House) -> None:
    item = house.draft()
    for number in range(MOST_FILES):
        item = house.attached(item, name=f"{number}.txt", content=str(number).encode())
    with pytest.raises(FileRefused) as refused:
        house.attached(item, name="one more.txt", content=b"more")
    assert refused.value.fault == "too_many"


def test_nothing_is_attached_once_it_was_submitted(house: House) -> None:
    item = house.submitted()
    with pytest.raises(NotPossible):
        house.attached(item)
    with pytest.raises(NotFound):
        house.attached(item, BO)
    assert house.attached(item, CILLE).files[0].added_by == "p-cille"


def test_bytes_are_gone_with_the_draft_and_with_the_file(house: House) -> None:
    item = house.attached(house.attached(house.draft()), name="b.txt", content=b"B")
    house.agenda.detach(item.id, item.version, item.files[0].id, ANNA)
    now = house.agenda.item(item.id, ANNA)
    assert (count(house, FILE), count(house, CONTENT)) == (1, 1)
    house.agenda.discard(now.id, now.version, ANNA)
    assert (count(house, FILE), count(house, CONTENT)) == (0, 0)


def count(house: House, where) -> int:  # type: ignore[no-untyped-def]  # a table
    with house.db.read() as session:
        return len(session.connection().execute(where.select()).all())


def publish(house: House, id: str) -> None:
    with house.db.write() as session:
        session.connection().execute(ITEM.update().where(ITEM.c.id == id).values(published_at=NOW))
