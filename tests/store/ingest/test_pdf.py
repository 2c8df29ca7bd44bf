"""PDF files are read in the order a person reads them, and refused when there is nothing to read."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from fpdf import FPDF

from store.errors import MinutesUnreadable
from store.ingest.layout import Segment, reading_order
from store.ingest.limits import Limits
from store.ingest.parsed import Extract
from store.ingest.read import read

Draw = Callable[[FPDF], None]


def pdf(folder: Path, *pages: Draw, title: str | None = None, secret: str | None = None) -> Path:
    document = FPDF()
    if title:
        document.set_title(title)
    if secret:
        document.set_encryption(owner_password="ejer", user_password=secret)
    for draw in pages:
        document.add_page()
        document.set_font("Helvetica", size=11)
        draw(document)
    path = folder / "referat.pdf"
    path.write_bytes(bytes(document.output()))
    return path


def at(*lines: tuple[float, float, str]) -> Draw:
    def draw(document: FPDF) -> None:
        for x, y, text in lines:
            document.text(x, y, text)

    return draw


def texts(extract: Extract) -> list[str]:
    return [line.text for line in extract.lines]


def picture() -> BytesIO:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    pixels = zlib.compress(b"".join(b"\0" + bytes([128] * 30) for _ in range(10)))
    head = struct.pack(">IIBBBBB", 10, 10, 8, 2, 0, 0, 0)
    return BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


def scan(document: FPDF) -> None:
    document.image(picture(), x=0, y=0, w=210, h=297)


def test_each_line_stands_at_its_offsets(tmp_path: Path) -> None:
    extract = read(pdf(tmp_path, at((20, 30, "Første side")), at((20, 30, "Anden"), (20, 36, "side æøå"))))
    assert [page.text for page in extract.pages] == ["Første side", "Anden\nside æøå"]
    assert all(extract.pages[line.page - 1].text[line.start : line.end] == line.text for line in extract.lines)
    assert (extract.format, extract.paged) == ("pdf", True)


def test_a_broken_word_is_mended_and_a_hyphen_of_its_own_kept(tmp_path: Path) -> None:
    drawn = at(
        (20, 30, "samarbejde mellem kommu-"),
        (20, 36, "nerne og KMD-"),
        (20, 42, "ejendomme, drifts-"),
        (20, 48, "og anlæg"),
    )
    assert texts(read(pdf(tmp_path, drawn))) == [
        "samarbejde mellem kommunerne",
        "og KMD-ejendomme,",
        "drifts-",
        "og anlæg",
    ]


def test_labels_written_before_their_values_stand_beside_them(tmp_path: Path) -> None:
    drawn = at(
        (20, 20, "Direktionen"),
        (20, 30, "Mødedato:"), (20, 36, "Mødested:"), (20, 42, "Medlemmer:"),
        (70, 30, "22. oktober 2015"), (70, 36, "Lokale 505"), (70, 42, "Ida Berg"), (70, 48, "Bo Dam"),
        (20, 60, "Punkt 1"),
    )  # fmt: skip
    assert texts(read(pdf(tmp_path, drawn))) == [
        "Direktionen",
        "Mødedato:\t22. oktober 2015",
        "Mødested:\tLokale 505",
        "Medlemmer:\tIda Berg",
        "Bo Dam",
        "Punkt 1",
    ]


def test_true_columns_stay_whole(tmp_path: Path) -> None:
    left = [(20.0, 30.0 + 6 * i, f"venstre linje {i}") for i in range(4)]
    right = [(110.0, 30.0 + 6 * i, f"højre linje {i}") for i in range(4)]
    assert texts(read(pdf(tmp_path, at(*left, *right)))) == [t for _, _, t in left + right]


def test_a_foot_written_first_and_a_head_written_last_find_their_place(tmp_path: Path) -> None:
    drawn = at((20, 280, "Side 1"), (20, 40, "Beslutning"), (20, 46, "Godkendt"), (20, 15, "Direktion, 22. oktober"))
    assert texts(read(pdf(tmp_path, drawn))) == ["Direktion, 22. oktober", "Beslutning", "Godkendt", "Side 1"]


def test_cells_are_parted_by_tabs_and_a_number_stays_with_its_title(tmp_path: Path) -> None:
    drawn = at((20, 30, "Udgift"), (90, 30, "1.000"), (130, 30, "2.000"), (20, 50, "71"), (35, 50, "Nedlæggelse"))
    extract = read(pdf(tmp_path, drawn))
    assert [(line.text, line.role) for line in extract.lines] == [
        ("Udgift\t1.000\t2.000", "row"),
        ("71 Nedlæggelse", ""),
    ]


def test_larger_and_bold_type_hints_at_headings(tmp_path: Path) -> None:
    def draw(document: FPDF) -> None:
        document.set_font("Helvetica", size=18)
        document.text(20, 20, "Referat")
        document.set_font("Helvetica", style="B", size=11)
        document.text(20, 30, "Sagsfremstilling")
        document.set_font("Helvetica", size=11)
        document.text(20, 36, "Kommunen har modtaget en ansøgning om støtte til et nyt hus.")

    assert [line.role for line in read(pdf(tmp_path, draw)).lines] == ["h1", "h2", ""]


def test_a_gap_on_the_sheet_is_a_blank_line(tmp_path: Path) -> None:
    lines = [(20.0, y, f"linje {y}") for y in (30.0, 35.0, 40.0, 55.0, 60.0)]
    assert (
        read(pdf(tmp_path, at(*lines))).pages[0].text == "linje 30.0\nlinje 35.0\nlinje 40.0\n\nlinje 55.0\nlinje 60.0"
    )


@pytest.mark.parametrize(
    ("given", "title"),
    [("Referat af møde", "Referat af møde"), ("Microsoft Word - dagsorden.docx", "dagsorden"), ("Untitled", None)],
)
def test_the_title_of_the_file_is_kept(tmp_path: Path, given: str, title: str | None) -> None:
    assert read(pdf(tmp_path, at((20, 30, "tekst")), title=given)).title == title


def test_a_page_that_is_a_picture_is_named(tmp_path: Path) -> None:
    extract = read(pdf(tmp_path, at((20, 30, "Direktionen drøftede sagen og godkendte.")), scan))
    assert [(w.code, w.page) for w in extract.warnings] == [("page_without_text", 2)]
    assert len(extract.pages) == 2


def test_a_scan_is_refused_even_when_it_carries_a_stamp(tmp_path: Path) -> None:
    def stamped(document: FPDF) -> None:
        scan(document)
        document.text(5, 290, "Dokumentnøgle: 0AB1C-DE2FG-HIJ34")

    with pytest.raises(MinutesUnreadable) as refused:
        read(pdf(tmp_path, stamped, stamped))
    assert (refused.value.reason, refused.value.page) == ("no_text", 1)


def test_a_locked_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MinutesUnreadable) as refused:
        read(pdf(tmp_path, at((20, 30, "hemmelig")), secret="kodeord"))
    assert refused.value.reason == "encrypted"


def test_a_file_locked_for_changes_only_is_read(tmp_path: Path) -> None:
    document = FPDF()
    document.set_encryption(owner_password="ejer")
    document.add_page()
    document.set_font("Helvetica", size=11)
    document.text(20, 30, "Åben for læsning")
    path = tmp_path / "a.pdf"
    path.write_bytes(bytes(document.output()))
    assert read(path).pages[0].text == "Åben for læsning"


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing that follows is a PDF")
    with pytest.raises(MinutesUnreadable) as refused:
        read(path)
    assert refused.value.reason == "broken"


def test_500_pages_are_read_and_more_than_the_limit_refused(tmp_path: Path) -> None:
    path = pdf(tmp_path, *[at((20, 30, f"Side nummer {n}")) for n in range(1, 501)])
    assert [page.text for page in read(path).pages][::250] == ["Side nummer 1", "Side nummer 251"]
    with pytest.raises(MinutesUnreadable) as refused:
        read(path, limits=Limits(pages=499))
    assert refused.value.reason == "too_large"


def test_a_wildly_disordered_page_is_read_by_rows() -> None:
    rising = [Segment(str(y), 20, 60, float(y), 10) for y in range(0, 2000, 20)]
    assert [row[0].text for row in reading_order(rising)] == [str(y) for y in range(1980, -1, -20)]
