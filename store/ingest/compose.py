"""Pieces of text with what their format said of them become pages and lines with offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from store.ingest.parsed import Extract, Line, Page, Warning
from store.ingest.wording import tidy


@dataclass(slots=True)
class Piece:
    """One line or block of one page, not yet tidied; `role` as in Line. Empty text is a blank line."""

    text: str
    role: str = ""


def compose(
    kind: Literal["pdf", "docx", "txt", "html"],
    pages: Iterable[Sequence[Piece]],
    *,
    paged: bool,
    title: str | None = None,
    warnings: Sequence[Warning] = (),
) -> Extract:
    """The extract made of the pieces, page by page.

    Pieces are parted by a line feed. A piece that holds line feeds becomes several lines of the same role, save that
    of a list element only the first keeps the role. Blank lines stay in the page's text but are no Line.
    """
    out_pages: list[Page] = []
    out_lines: list[Line] = []
    for number, pieces in enumerate(pages, start=1):
        parts: list[str] = []
        at = 0
        for piece in pieces:
            whole = tidy(piece.text)
            for index, text in enumerate(whole.split("\n") if "\n" in whole else (whole,)):
                role = "" if index and piece.role == "li" else piece.role
                if text:
                    out_lines.append(Line(number, at, at + len(text), text, role))
                parts.append(text)
                at += len(text) + 1
        out_pages.append(Page(number, "\n".join(parts)))
    clean_title = " ".join(tidy(title).split()) if title else ""
    return Extract(kind, tuple(out_pages), tuple(out_lines), paged, clean_title or None, tuple(warnings))


def row_pieces(cells: Sequence[Sequence[Piece]]) -> list[Piece]:
    """A table row as one line, cells parted by tabs, where each cell is one piece; else the pieces one by one.

    A row that holds whole sections is layout, not data, and a row with a single filled cell is an ordinary line: both
    keep the roles of what is in them. A heading among the cells makes the whole row that heading.
    """
    filled = [cell for cell in cells if cell]
    simple = all(len(cell) == 1 and not any(c in cell[0].text for c in "\t\n") for cell in filled)
    if len(filled) <= 1 or not simple:
        return [piece for cell in filled for piece in cell]
    texts = [" ".join(cell[0].text.split()) if cell else "" for cell in cells]
    headings = [cell[0].role for cell in filled if cell[0].role in ("h1", "h2", "h3", "h4", "h5")]
    return [Piece("\t".join(texts).rstrip("\t"), min(headings) if headings else "row")]
