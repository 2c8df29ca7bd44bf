"""Cells of a plan's table: what a column holds by its heading, months, and times."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.dates import MONTHS
from store.ingest.elements import Context
from store.ingest.listkinds import named
from store.ingest.parsed import PartKind
from store.ingest.tolerant import tolerant, without
from store.ingest.whens import find_whens, when_of
from store.records import When

CELLS = re.compile(r"\t| {3,}|\s\|\s|\|")


_COLUMNS = (
    ("who", r"(?:hoved)?ansvar\w*|hvem|tovholder\w*|\w*ejer|udføre[sr]\w*|udføres af|ansvarshavende|deltagere|"
        r"involverede|forankring"),
    ("when", r"tid\w*|dato(?:er)?|hvornår|\w*frist\w*|deadline|periode|start(?:tidspunkt|dato)?|slut\w*|"
        r"færdig\w*|måned|termin|år(?:stal)?|uge|kvartal|halvår|afsluttes"),
    ("status", r"status\w*|fremdrift"),
    ("figure", r"måltal|resultatmål|effektmål|målværdi|indikator\w*|succeskriteri\w*|mål(?:sætning)?\s\d{4}"),
    (
        "what",
        r"\w*aktivitet\w*|\w*milepæl\w*|\w*opgave\w*|hvad|emne\w*|\w*indsats\w*|\w*handling\w*|\w*tiltag\w*|\w*leverance\w*|\w*fase\w*|trin|"
        r"\w*mål|\w*projekt\w*|beskrivelse|\w*initiativ\w*|begivenhed\w*|møde\w*|tema|område|titel|navn|punkt|skridt|proces|indhold|høring",
    ),
)  # fmt: skip


_ROLE = re.compile(r"(?i)\A(?:rolle|funktion|rolle i .{3,40}|hverv)\Z")
_PERSON = frozenset({"navn", "navne", "medlem", "deltager", "titel", "person"})


def cells_of(text: str) -> list[str]:
    """The cells of a table row, without white space at their ends."""
    return [cell.strip() for cell in CELLS.split(text.strip("|"))]


def header_of(cells: Sequence[str], lost: str) -> dict[int, str]:
    """Column to what it holds, by the cells of a heading row; a column called "Navn" beside one of roles holds who."""
    found: dict[int, str] = {}
    roles = any(_ROLE.match(cell) for cell in cells)
    for column, cell in enumerate(cells):
        if _ROLE.match(cell):
            found[column] = "role"
            continue
        for name, words in _COLUMNS:
            if len(cell) <= 40 and tolerant(rf"(?:{words})(?:[\s/:(].{{0,25}})?\Z", lost).match(cell):
                found[column] = "who" if name == "what" and roles and cell.lower() in _PERSON else name
                break
    return found


def months_of(cells: Sequence[str], lost: str) -> dict[int, str]:
    known = {without(name, lost): number for name, number in MONTHS.items()}
    return {
        column: f"m{known[without(cell.rstrip('.'), lost)]}"
        for column, cell in enumerate(cells)
        if without(cell.rstrip("."), lost) in known
    }


def time_of(cell: str, context: Context, year: int | None) -> When | None:
    whole = when_of(cell, on=context.on, year=year or context.year, lost=context.lost)
    if whole is not None:
        return whole
    found = find_whens(cell, on=context.on, year=year or context.year, lost=context.lost) if len(cell) < 60 else []
    return found[0].when if len(found) == 1 else None


def kind_of_column(cells: Sequence[str], head: dict[int, str], lost: str) -> PartKind | None:
    column = next((column for column, name in head.items() if name == "what"), None)
    if column is None:
        return None
    for ending in ("er", "r", "", "e"):
        kind = named(cells[column] + ending, lost).kind
        if kind:
            return kind
    return None


def year_of(text: str) -> int | None:
    years = sorted({int(found) for found in re.findall(r"(?<![\d./-])20\d\d(?!\d)", text)})
    return years[0] if years and years[-1] - years[0] <= 1 else None
