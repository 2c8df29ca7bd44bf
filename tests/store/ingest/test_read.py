"""A file is judged by its content, and what is meant to hurt is refused with a reason."""

from __future__ import annotations

import os
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from fpdf import FPDF

from store.errors import MinutesUnreadable
from store.ingest.contained import read_contained
from store.ingest.limits import Limits
from store.ingest.read import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:body></w:document>'


def pdf_bytes() -> bytes:
    document = FPDF()
    document.add_page()
    document.set_font("Helvetica", size=11)
    document.text(20, 30, "Godkendt")
    return bytes(document.output())


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def archive(folder: Path, parts: dict[str, bytes | str], name: str = "a.docx") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for member, data in parts.items():
            out.writestr(member, data)
    return path


def reason(path: Path, limits: Limits = Limits()) -> str:  # noqa: B008 - frozen
    with pytest.raises(MinutesUnreadable) as refused:
        read(path, limits=limits)
    return refused.value.reason


def test_content_decides_and_not_the_name(tmp_path: Path) -> None:
    page = b"<html><body><p>Godkendt af alle</p></body></html>"
    assert read(written(tmp_path, "a.pdf", page)).format == "html"
    assert read(written(tmp_path, "a.txt", pdf_bytes())).format == "pdf"
    assert read(written(tmp_path, "b.pdf", b"\r\n\r\n" + pdf_bytes())).format == "pdf"
    assert read(written(tmp_path, "a.html", b"Godkendt uden opmaerkning")).format == "txt"
    assert read(written(tmp_path, "uden-navn", b"Godkendt")).format == "txt"
    docx.Document().save(str(tmp_path / "tom.pdf"))
    assert reason(tmp_path / "tom.pdf") == "no_text"
    assert read(archive(tmp_path, {"word/document.xml": DOCUMENT.format("Godkendt")}, "c.pdf")).format == "docx"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        ("a.rtf", b"{\\rtf1 tekst}"),
        ("a.csv", b"a;b\n1;2\n"),
        ("a.json", b'{"a": 1}'),
        ("a.xml", b"<?xml version='1.0'?><faktura><linje>1</linje></faktura>"),
        ("a.txt", bytes(range(1, 32)) * 100),
    ],
)
def test_what_is_not_read_is_said_to_be_unknown(tmp_path: Path, name: str, data: bytes) -> None:
    assert reason(written(tmp_path, name, data)) == "unknown_format"


def test_a_locked_word_file_is_known_by_its_wrapping(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert reason(written(tmp_path, "a.docx", data)) == "encrypted"


def test_empty_missing_large_and_odd_files_are_refused(tmp_path: Path) -> None:
    assert reason(written(tmp_path, "a.txt", b"")) == "no_text"
    assert reason(tmp_path / "findes-ikke.pdf") == "broken"
    assert reason(written(tmp_path, "b.txt", b"x" * 11), Limits(file_bytes=10)) == "too_large"
    assert reason(tmp_path) == "unknown_format"
    os.mkfifo(tmp_path / "roer.txt")
    assert reason(tmp_path / "roer.txt") == "unknown_format"
    assert reason(Path("a\0b.txt")) == "broken"


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": "x" * 5_000_000},
        {f"word/{n}.xml": "" for n in range(5_001)},
        {"0.zip": b"PK\x03\x04", "word/document.xml": "x"},
        {"word/document.xml": f'<!DOCTYPE d [<!ENTITY a "b">]>{DOCUMENT.format("&a;")}'},
        {"word/document.xml": f'<!DOCTYPE d SYSTEM "file:///etc/passwd">{DOCUMENT.format("a")}'},
        {"word/document.xml": f"<!-- {'x ' * 40_000} --><!DOCTYPE d>{DOCUMENT.format('a')}"},
        {"word/document.xml": DOCUMENT.format("a"), "word/styles.xml": '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'},
    ],
)
def test_bombs_and_entities_are_hostile(tmp_path: Path, parts: dict[str, bytes | str]) -> None:
    assert reason(archive(tmp_path, parts)) == "hostile"


def test_too_much_unpacked_is_hostile(tmp_path: Path) -> None:
    path = archive(tmp_path, {"word/document.xml": DOCUMENT.format(os.urandom(5000).hex())})
    assert reason(path, Limits(unpacked_bytes=1000)) == "hostile"


def test_damaged_archives_are_broken(tmp_path: Path) -> None:
    good = archive(tmp_path, {"word/document.xml": DOCUMENT.format(os.urandom(500).hex())}).read_bytes()
    assert reason(written(tmp_path, "b.docx", good[: len(good) // 2])) == "broken"
    spoilt = bytearray(good)
    spoilt[100:140] = b"\xff" * 40
    assert reason(written(tmp_path, "c.docx", bytes(spoilt))) == "broken"
    assert reason(archive(tmp_path, {"word/document.xml": "<w:document"}, "d.docx")) == "broken"


def inflating_pdf(size: int) -> bytes:
    """A small PDF whose one page unpacks to `size` bytes of drawing."""
    stream = zlib.compress(b"BT /F1 12 Tf (a) Tj ET\n" * (size // 23), 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    )


def test_a_pdf_that_inflates_is_stopped_and_the_next_file_is_read(tmp_path: Path) -> None:
    bomb = written(tmp_path, "bombe.pdf", inflating_pdf(65_000_000))
    assert bomb.stat().st_size < 300_000
    with pytest.raises(MinutesUnreadable) as refused:
        read_contained(bomb, limits=Limits(cpu_seconds=1.0, wall_seconds=10.0))
    assert refused.value.reason in ("too_slow", "too_large", "hostile")
    assert read_contained(written(tmp_path, "god.pdf", pdf_bytes())).pages[0].text == "Godkendt"
