"""Text files: any encoding, form feeds, and the portal transcripts with what does not belong to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import MinutesUnreadable
from store.ingest.limits import Limits
from store.ingest.parsed import Extract
from store.ingest.read import read
from store.ingest.transcript import unwrap
from store.ingest.wording import tidy

PAGES = [f"{'Direktion, ' * 3}sag nummer {n} {'handler om drift. ' * 20}Side {n}" for n in range(1, 7)]
HEAD = [
    "Referat af møde i Direktion",
    "Størrelse: px",
    "Starte visningen fra side:",
    'Download "Referat af møde i Direktion 2015"',
]
OTHERS = [f"Dokument {n} fra en anden kommune" for n in range(1, 6)]
TAIL = [part for o in OTHERS for part in (o, f"{o} {o} Godkendt af Byrådet den 27. januar", "Læs mere")]


def glued(pages: list[str], *, without: int | None = None) -> list[str]:
    return [page if n == without else f"{n} {page}" for n, page in enumerate(pages, start=1)]


def text_file(folder: Path, blocks: list[str], gap: str = "\n\n") -> Extract:
    path = folder / "dump.txt"
    path.write_text(gap.join(blocks), encoding="utf-8")
    return read(path)


def stripped(pages: list[str]) -> list[str]:
    return [page.rstrip() for page in pages]


@pytest.mark.parametrize(
    "blocks",
    [
        [*HEAD, "Transkript", *glued(PAGES), *TAIL],
        [*HEAD, "TRANSKRIPT:", *glued(PAGES), *TAIL],
        [*HEAD, "Transcript", *glued(PAGES), *TAIL],
        [*HEAD, "Transskript :", *glued(PAGES), *TAIL],
        [*HEAD, *glued(PAGES), *TAIL],
        [HEAD[0], *glued(PAGES), *TAIL],
        [*HEAD, "Transkript", *glued(PAGES)],
        [*HEAD, *TAIL, "Transkript", *glued(PAGES)],
        [*HEAD, *TAIL, *glued(PAGES)],
        [HEAD[0], "Relaterede dokumenter", *OTHERS, *OTHERS, *OTHERS, "Transkript:", *glued(PAGES)],
        [HEAD[0], "Relaterede dokumenter", *OTHERS, *OTHERS, *OTHERS, *glued(PAGES)],
        [*HEAD, "Transkript", *glued(PAGES), "Relaterede dokumenter", *OTHERS],
        [*HEAD, "Transkript", *glued(PAGES, without=4), *TAIL],
        [*HEAD, "Transkript", *glued(PAGES, without=1), *TAIL],
        [*HEAD, "Transkript", *glued(PAGES, without=6), *TAIL],
        [*HEAD, "Transkript", *glued(PAGES), *[part for n, part in enumerate(TAIL) if n % 3]],
    ],
)
def test_a_transcript_is_its_own_pages_and_nothing_else(tmp_path: Path, blocks: list[str]) -> None:
    extract = text_file(tmp_path, blocks)
    assert [page.text for page in extract.pages] == stripped(PAGES)
    assert extract.paged
    assert [w.code for w in extract.warnings] == ["foreign_text_cut"]
    assert extract.warnings[0].message.startswith(f"{len(blocks) - len(PAGES)} blocks")


def test_a_transcript_without_blank_lines(tmp_path: Path) -> None:
    extract = text_file(tmp_path, [*HEAD, "Transkript", *glued(PAGES), *TAIL], gap="\n")
    assert [page.text for page in extract.pages] == stripped(PAGES)


def test_a_page_without_text_stays_a_page(tmp_path: Path) -> None:
    blocks = glued(PAGES)
    del blocks[2]
    extract = text_file(tmp_path, [*HEAD, "Transkript", *blocks, *TAIL])
    assert [page.text for page in extract.pages] == [*stripped(PAGES[:2]), "", *stripped(PAGES[3:])]


def test_page_numbers_at_the_end_tell_the_pages_too(tmp_path: Path) -> None:
    own = [
        "Analyse af drift",
        "Indhold: indledning 2 økonomi 5 1",
        *[f"tekst {n} {'ord ' * 60}{n}" for n in range(2, 5)],
    ]
    extract = text_file(tmp_path, ["Analyse af drift", "Relaterede dokumenter", *OTHERS, "Transkript:", *own])
    assert [page.text for page in extract.pages] == [f"{own[0]}\n\n{own[1]}", *own[2:]]


def test_the_fuller_title_is_taken(tmp_path: Path) -> None:
    assert text_file(tmp_path, [*HEAD, "Transkript", *glued(PAGES), *TAIL]).title == "Referat af møde i Direktion 2015"


def test_numbered_items_are_no_pages(tmp_path: Path) -> None:
    blocks = ["Referat", "1 Dagsorden", "Godkendt.", "2 Budget", "Drøftet.", "3 Eventuelt", "Intet."]
    extract = text_file(tmp_path, blocks)
    assert [page.text for page in extract.pages] == ["\n\n".join(blocks)]
    assert (extract.paged, extract.warnings) == (False, ())


def test_a_link_to_more_is_no_list_of_other_documents(tmp_path: Path) -> None:
    blocks = ["Nyt fra Direktionen", "Vi har flyttet os.", "Læs mere", "Referatet ligger klar.", "Læs mere"]
    assert text_file(tmp_path, blocks).pages[0].text == "\n\n".join(blocks)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_every_encoding_gives_the_same_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Mødet i Økonomiudvalget – på Åsen".encode(encoding))
    assert read(path).pages[0].text == "Mødet i Økonomiudvalget – på Åsen"


def test_text_that_was_encoded_twice_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Mødet på Åsen".encode().decode("cp1252"), encoding="utf-8")
    assert read(path).pages[0].text == "Mødet på Åsen"


def test_form_feeds_part_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"side et\r\nlinje\f\fside tre\n\f")
    extract = read(path)
    assert [page.text for page in extract.pages] == ["side et\nlinje", "", "side tre"]
    assert extract.paged
    with pytest.raises(MinutesUnreadable):
        read(path, limits=Limits(pages=2))


def test_lines_stand_at_their_offsets_and_blank_ones_are_none(tmp_path: Path) -> None:
    extract = text_file(tmp_path, ["Punkt 1", "Godkendt"])
    assert [(line.start, line.end, line.text) for line in extract.lines] == [(0, 7, "Punkt 1"), (9, 17, "Godkendt")]


@pytest.mark.parametrize(
    "unit", ["1 ", "Læs mere\n", "a\n\n", "\n", "12 x\n\n", "Transkript\n\n", 'Download "', " ", "9"]
)
def test_hostile_strings_take_no_longer_than_their_length(unit: str) -> None:
    unwrap(tidy("Relaterede dokumenter\n\nTranskript\n\nx" + unit * (100_000 // len(unit))))
