"""Rows of a plan before its structure is read: page numbers, drawn lines and lost line ends are seen to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from store.ingest.blocks import TITLE
from store.ingest.flow import Row
from store.ingest.parsed import Page
from store.ingest.unglue import is_glued

_JOINT = re.compile(
    r"(?<=[a-zæøåé])(?<!\bKE)(?=[A-ZÆØÅ][a-zæøå]{2,}[\s,.:])|(?<=[.?!)])(?=[A-ZÆØÅ][a-zæøå]{2,}\s)|(?<=[a-zæøå)?])(?=\d\s[A-ZÆØÅ])"
    r"|(?<=\d)(?=[A-ZÆØÅ][a-zæøå]{2,})|(?<=[a-zæøå\d]\.)(?=\d\s[A-ZÆØÅ])|(?<=\d\))(?=\d{1,2}\s[a-zæøå])"
    r"|(?<=\d)(?=\d\s(?:Tidsplan|Tidsramme|Organisering|Organisation|Økonomi|Risici|Formål|Baggrund|Milepæle|Faser|Mål|Budget|"
    r"Evaluering|Kommunikation|Interessenter|Opfølgning|Bilag|Indsatser|Leverancer|Ressourcer|Næste)\b|\d\s[A-ZÆØÅ][a-zæøå]+[A-ZÆØÅ][a-zæøå]{2})"
    r"|(?<=[a-zæøå]:)(?=[A-ZÆØÅ][a-zæøå]|[a-zæøå]{3})"
)


_SIDE = re.compile(r"(?<![\wæøå])Side \d{1,3}(?:\s(?:af|/)\s\d{1,3})?(?=\s+[A-ZÆØÅ\d]|\Z)")


_DRAWN = re.compile(r"[=\-_~*─━]{3,}")


_FEWEST, _RARE, _SAMPLE = 8, 500, 8000
"""Joints of a text that lost its line ends: at least so many among its first characters, and one in so many."""
_BREAKS = str.maketrans("\n\r\t\x0b\x0c", "     ")
_PAGE_NUMBER = re.compile(r"\s(?:(?P<first>\d{1,3})\s)?(?P<last>\d{1,3})\s*\Z")


def without_page_numbers(rows: Sequence[Row]) -> list[Row]:
    """Page-long rows without the page number that is glued to their end: one, or two of a spread."""
    ends = [_PAGE_NUMBER.search(row.text) for row in rows]
    steps = Counter(int(match["last"]) - row.page for match, row in zip(ends, rows, strict=True) if match)
    step, hits = steps.most_common(1)[0] if steps else (0, 0)
    kept: list[Row] = []
    for row, match in zip(rows, ends, strict=True):
        spread = match is not None and match["first"] and int(match["last"]) == int(match["first"]) + 1
        counted = match is not None and hits > 1 and int(match["last"]) - row.page == step
        kept.append(row.cut(0, match.start()) if match and (spread or counted) and match.start() > 0 else row)
    return kept


def parted(rows: Sequence[Row]) -> list[Row]:
    """Glued rows cut where even the blank between two lines is lost: "BaggrundKommunen", "2027-?Fase 4"."""
    sides = [list(_SIDE.finditer(row.text)) for row in rows]
    found = [
        sorted({match.start() for match in _JOINT.finditer(row.text)} | {at for side in marks for at in side.span()})
        for row, marks in zip(rows, sides, strict=True)
    ]
    if sum(map(len, found)) < 3:
        return list(rows)
    parts: list[Row] = []
    for row, cuts in zip(rows, found, strict=True):
        places = [0, *cuts, len(row.text)]
        pieces = [row.cut(start, end) for start, end in pairwise(places)]
        parts += [
            replace(piece, block=bool(cuts)) for piece in pieces if piece.text and not _SIDE.fullmatch(piece.text)
        ]
    return parts


def relined(pages: Sequence[Page], rows: Sequence[Row]) -> list[Row] | None:
    """The lines of a text that lost its line ends, as its joints tell them; None where it did not lose them."""
    whole = without_line_breaks(pages, rows)
    if not is_glued(whole):
        return None
    whole = without_page_numbers(whole)
    parts = parted(whole)
    return parts if len(parts) >= 2.5 * len(whole) + 6 else None


def without_line_breaks(pages: Sequence[Page], rows: Sequence[Row]) -> list[Row]:
    """Rows of one page as one, where the text lost its line ends before it was laid out: "... i drift4 Tidsplan".

    The line breaks that are there now part nothing; the joints do, as in text without any line break.
    """
    length = joints = 0
    for row in rows:
        length += len(row.text)
        joints += sum(1 for _ in _JOINT.finditer(row.text))
        if length > _SAMPLE:
            break
    if joints < _FEWEST or joints * _RARE < length or any(row.role in ("row", "li") for row in rows):
        return list(rows)
    texts = {page.number: page.text for page in pages}
    merged: list[Row] = []
    for row in rows:
        before = merged[-1] if merged else None
        if before is None or before.page != row.page:
            merged.append(replace(row, block=False, role=""))
            continue
        text = texts[row.page][before.start : row.end].translate(_BREAKS)
        merged[-1] = replace(before, end=row.end, text=text)
    return merged


def without_drawn_lines(rows: Sequence[Row]) -> list[Row]:
    """Rows without lines that are drawn of signs; the line above one is a heading."""
    kept: list[Row] = []
    for row in rows:
        if not _DRAWN.fullmatch(row.text):
            kept.append(row)
        elif kept and kept[-1].page == row.page and len(kept[-1].text) <= TITLE and not kept[-1].text.endswith("."):
            kept[-1] = replace(kept[-1], role=kept[-1].role or ("h1" if row.text[0] == "=" else "h2"))
    return kept
