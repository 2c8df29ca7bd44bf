"""The living programmes: a long programme, a terms of reference with its status note, and the minutes that treat them.

They are written from templates with the days of `moments`, and read as if a secretary had handed them in that day.
Marks of a template: "#" headings, "- " bullets, "1. " numbers, "| " a label and its value, "|| " a row of a table,
and "===" for the end of a page.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files

from store.demo.moments import approved, words
from store.ingest.compose import Piece, compose, row_pieces
from store.ingest.minutes import parse
from store.ingest.parsed import Extract
from store.ingest.source import Source, sha256_of

VILLAGES = "levende-landsbyer"
YARD = "en-materielgaard-kommissorium"
YARD_STATUS = "en-materielgaard-status"
COMMITTEE = "ejendoms-og-landdistriktsudvalget"

WIDTH = 92
_HANGING = re.compile(r"(?:- |\d+\. )")
_HEADING = re.compile(r"(#+) (.*)")
_LISTED = re.compile(r"(?:- |\d+\. ).*")


def programmes(today: date) -> list[Source]:
    """The minutes, the programme, the terms of reference and the status note as of `today`; the same day, the same."""
    told = words(today)
    held = approved(today)
    heads = {
        COMMITTEE: f"Ejendoms- og Landdistriktsudvalget, {told['approved']}",
        VILLAGES: f"Levende landsbyer {told['first_year']}-{told['last_year']}",
    }
    return [
        _source(f"{COMMITTEE}-{held.isoformat()}.txt", _paged(template(COMMITTEE, told), heads[COMMITTEE])),
        _source(f"{VILLAGES}.txt", _paged(template(VILLAGES, told), heads[VILLAGES])),
        _source(f"{YARD}.docx", _word(template(YARD, told))),
        _source(f"{YARD_STATUS}.docx", _word(template(YARD_STATUS, told))),
    ]


def _source(name: str, extract: Extract) -> Source:
    content = "\f".join(page.text for page in extract.pages).encode()
    return Source(name, sha256_of(content), parse(extract, source=name), extract, living=True)


def template(name: str, told: Mapping[str, str]) -> str:
    """The template called `name` with its marks, filled in with `moments.words`. Raises KeyError for a strange name."""
    text = files("store.demo").joinpath("templates", f"{name}.txt").read_text(encoding="utf-8")
    return text.format_map(told)


def _paged(text: str, head: str) -> Extract:
    """A text as it comes out of a paged file: lines of one width, a running head from page 2, page numbers."""
    pages = text.strip("\n").split("\n===\n")
    laid = []
    for number, page in enumerate(pages, start=1):
        above = [head, ""] if number > 1 else []
        below = ["", f"Side {number} af {len(pages)}".rjust(WIDTH)]
        laid.append([Piece(line) for line in [*above, *_wrapped(page), *below]])
    return compose("txt", laid, paged=True)


def _wrapped(page: str) -> Iterator[str]:
    for line in page.split("\n"):
        heading = _HEADING.fullmatch(line)
        if heading is not None:
            yield from (heading[2], "")
            continue
        hanging = _HANGING.match(line)
        indent = " " * len(hanging[0]) if hanging else ""
        # Columns of a head and dotted lines are laid out in the template already.
        fits = len(line) <= WIDTH
        yield from [line] if fits else textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False)


def _word(text: str) -> Extract:
    """A text as it comes out of a Word file: headings, list elements and table rows known as such, no pages."""
    return compose("docx", [[piece for line in text.strip("\n").split("\n") for piece in _pieces(line)]], paged=False)


def _pieces(line: str) -> list[Piece]:
    heading = _HEADING.fullmatch(line)
    if heading is not None:
        return [Piece(heading[2], f"h{len(heading[1])}")]
    if line.startswith(("| ", "|| ")):
        return row_pieces([[Piece(cell)] for cell in line.lstrip("| ").split(" | ")])
    return [Piece(line, "li" if _LISTED.fullmatch(line) else "")]
