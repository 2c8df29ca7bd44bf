"""The text layer of a PDF file, page by page, with hints of what is a heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ctypes import c_double, c_int, create_string_buffer
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from store.errors import MinutesUnreadable
from store.ingest.compose import Piece, compose
from store.ingest.layout import Row, Segment, blank_after, reading_order
from store.ingest.limits import Limits, announce_pages
from store.ingest.parsed import Extract, Warning
from store.ingest.ruledtables import Box, grids, rows_with_tables
from store.ingest.typesize import heading_roles
from store.ingest.wording import letters, shown_name

# pdfium writes this where it took a hyphen at a line end for the mark of a broken word; the line break is gone then.
_HYPHEN = "\ufffe"
_KEEPS_HYPHEN = re.compile(r"(?:og|eller|samt|til|/)\b", re.IGNORECASE)
_TITLE_NOISE = re.compile(r"^Microsoft \w+ - |\.(?:pdf|docx?|odt|rtf)$", re.IGNORECASE)
_BOLD = re.compile(rb"bold|black|heavy|semibold|demi|fed", re.IGNORECASE)
_SCANNED_BELOW = 80
"""Letters on a page that is mostly picture: stamps and signature keys reach that, a page of text passes it."""
_READABLE_FROM = 20


def read_pdf(path: Path, limits: Limits) -> Extract:
    """The text of a PDF, `paged`; raises MinutesUnreadable (encrypted, broken, too_large, no_text).

    A word that is broken over a line end by a hyphen is joined and stays on the upper line, save where the hyphen is
    the word's own: after capitals or digits ("KMD-ejendomme"), before a capital, and before "og", "eller", "samt".
    Pages that are pictures are named by the warning `page_without_text`; a file that has nothing else is refused.
    """
    name = shown_name(path.name)
    with _opened(path, name) as document:
        count = len(document)
        if count == 0:
            raise MinutesUnreadable(name, "broken", "the file has no pages")
        if count > limits.pages:
            raise MinutesUnreadable(name, "too_large", f"the file has {count} pages, the limit is {limits.pages}")
        announce_pages(count)
        pages, bare = _pages(document, name)
        title = _title(document)
    _require_text(pages, bare, name)
    warnings = [Warning("page_without_text", number, None, "the page is a picture without text") for number in bare]
    return compose("pdf", _pieces(pages), paged=True, title=title, warnings=warnings)


@contextmanager
def _opened(path: Path, name: str) -> Iterator[Any]:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise MinutesUnreadable(name, "encrypted", "the file asks for a password") from error
        raise MinutesUnreadable(name, "broken", "the file is damaged or is no PDF") from error
    try:
        yield document
    finally:
        document.close()


def _pages(document: Any, name: str) -> tuple[list[list[Row]], list[int]]:
    """The rows of each page, and the numbers of the pages that are pictures without text."""
    pages: list[list[Row]] = []
    bare: list[int] = []
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError as error:
            raise MinutesUnreadable(name, "broken", "a page of the file is damaged", page=index + 1) from error
        textpage = page.get_textpage()
        text = textpage.get_text_range()
        if letters(text[:120]) < _SCANNED_BELOW > letters(text[:400]) and _is_picture(page, letters(text)):
            bare.append(index + 1)
        pages.append(_rows(page, textpage, text))
        textpage.close()
        page.close()
    return pages, bare


def _rows(page: Any, textpage: Any, text: str) -> list[Row]:
    """The rows of one page in reading order; where cells seem to stand side by side the drawn lines are looked at."""
    # Characters beyond the basic plane count twice for pdfium; then the places would be those of other characters.
    placed = page.get_rotation() == 0 and len(text) == textpage.count_chars()
    look = _Look(textpage.raw) if placed else None
    segments = _segments(look, text)
    celled = sum(1 for segment in segments if "\t" in segment.text)
    tables = grids(_drawn(page), page.get_height()) if look and celled > 1 else []
    return rows_with_tables(segments, tables, look.cut) if look and tables else reading_order(segments)


def _drawn(page: Any) -> list[Box]:
    """What is drawn on a page with lines or areas."""
    return [thing.get_bounds() for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2)]


def _is_picture(page: Any, found: int) -> bool:
    """Whether the page shows something and `found` letters are too few to be its text."""
    width, height = page.get_size()
    covered, drawn = 0.0, 0
    for thing in page.get_objects(max_depth=3):
        if thing.type == raw.FPDF_PAGEOBJ_TEXT:
            continue
        drawn += 1
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = thing.get_bounds()
            covered += max(0.0, right - left) * max(0.0, top - bottom)
    if covered >= 0.5 * width * height:
        return found < _SCANNED_BELOW
    return drawn > 0 and found == 0


def _require_text(pages: list[list[Row]], bare: list[int], name: str) -> None:
    pictures = set(bare)
    texts = (
        segment.text
        for number, rows in enumerate(pages, start=1)
        if number not in pictures
        for row in rows
        for segment in row
    )
    readable = 0
    for text in texts:
        readable += letters(text)
        if readable >= _READABLE_FROM:
            return
    if readable == 0 or (bare and readable < _READABLE_FROM):
        first = bare[0] if bare else 1
        raise MinutesUnreadable(name, "no_text", "the file holds pictures of pages but no text to read", page=first)


def _segments(look: _Look | None, text: str) -> list[Segment]:
    """The lines as pdfium wrote them, each with its place; lines broken inside a word are parted and mended."""
    segments: list[Segment] = []
    mend = False
    at = 0
    for line in text.split("\n"):
        start = at
        at += len(line) + 1
        for part in line.split(_HYPHEN):
            end = start + len(part)
            stripped = part.strip()
            if stripped:
                first = start + len(part) - len(part.lstrip())
                segment = (
                    look.at(first, end - len(part) + len(part.rstrip()), stripped) if look else _unplaced(stripped)
                )
                if not (mend and segments and not _mended(segments[-1], segment)):
                    segments.append(segment)
            mend = end < at - 1
            start = end + 1
    return segments


def _unplaced(text: str) -> Segment:
    return Segment(text, 0.0, 0.0, 0.0, 0.0)


def _mended(upper: Segment, lower: Segment) -> bool:
    """Join the word broken between the two; False when nothing of the lower line is left."""
    upper.first = lower.first = -1
    head = upper.text.rpartition(" ")[2]
    tail, _, rest = lower.text.partition(" ")
    if _KEEPS_HYPHEN.match(lower.text):
        upper.text += "-"
        return True
    own = len(head) == 1 or head.isupper() or head[-1:].isdigit() or tail[:1].isupper() or tail[:1].isdigit()
    upper.text += ("-" if own else "") + tail
    lower.text = rest.lstrip()
    return bool(lower.text)


class _Look:
    """Where and how characters are printed; indexes are those of pdfium's text page."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._box = tuple(c_double() for _ in range(4))
        self._origin = (c_double(), c_double())
        self._font = create_string_buffer(96)
        self._flags = c_int()
        self._matrix = raw.FS_MATRIX()
        self._bolds: dict[bytes, bool] = {}

    def at(self, first: int, end: int, text: str) -> Segment:
        """The segment of the characters `first` to `end` (exclusive), which read `text`."""
        x, y = self._origin
        raw.FPDFText_GetCharOrigin(self._handle, first, x, y)
        x0, baseline = x.value, y.value
        x1 = self._right(end - 1)
        raw.FPDFText_GetMatrix(self._handle, first, self._matrix)
        scale = (self._matrix.b**2 + self._matrix.d**2) ** 0.5
        size = round(raw.FPDFText_GetFontSize(self._handle, first) * (scale or 1.0), 1)
        bold = len(text) < 160 and self._bold(first) and self._bold(end - 1) and self._bold((first + end) // 2)
        # Ordinary print is about half as wide as it is high; only a line with holes in it is looked at closely.
        if x1 - x0 > 0.62 * size * len(text) and " " in text:
            text = self._with_tabs(first, text, size)
        return Segment(text, x0, x1, baseline, size, bold, first)

    def cut(self, segment: Segment, columns: Sequence[float]) -> list[Segment]:
        """`segment` cut at each blank behind which another of the columns begins; `columns` are their left edges."""
        if segment.first < 0 or bisect_right(columns, segment.x0 + 1) == bisect_right(columns, segment.x1 - 1):
            return [segment]
        found: list[Segment] = []
        begin, x0 = 0, segment.x0
        for at, sign in enumerate(segment.text):
            if sign not in " \t" or not segment.text[:at].strip() or segment.text[at + 1 : at + 2] in " \t":
                continue
            left = self._left(segment.first + at + 1)
            if bisect_right(columns, left + 1) > bisect_right(columns, x0 + 1):
                found.append(replace(segment, text=segment.text[begin:at].strip(), x0=x0, first=-1))
                begin, x0 = at + 1, left
        return [*found, replace(segment, text=segment.text[begin:].strip(), x0=x0, first=-1)]

    def _right(self, index: int) -> float:
        raw.FPDFText_GetCharBox(self._handle, index, *self._box)
        return float(self._box[1].value)

    def _left(self, index: int) -> float:
        raw.FPDFText_GetCharBox(self._handle, index, *self._box)
        return float(self._box[0].value)

    def _bold(self, index: int) -> bool:
        raw.FPDFText_GetFontInfo(self._handle, index, self._font, 96, self._flags)
        name = self._font.value
        if name not in self._bolds:
            self._bolds[name] = _BOLD.search(name) is not None
        return self._bolds[name]

    def _with_tabs(self, first: int, text: str, size: float) -> str:
        """Blanks that are wide on the sheet become tabs: the cells of a table row, or two columns of a head."""
        wide = [
            i
            for i, char in enumerate(text)
            if char == " " and 0 < i < len(text) - 1 and text[i - 1] != " "
            if self._left(first + i + 1) - self._right(first + i - 1) > 2.2 * size
        ]
        # A number or a bullet that stands off from its title is no cell.
        if len(wide) == 1 and (wide[0] <= 2 or (wide[0] <= 8 and any(c.isdigit() for c in text[: wide[0]]))):
            return text
        chars = list(text)
        for i in wide:
            chars[i] = "\t"
        return "".join(chars)


def _pieces(pages: list[list[Row]]) -> Iterator[list[Piece]]:
    roles = heading_roles(pages)
    for rows in pages:
        gaps = blank_after(rows)
        pieces: list[Piece] = []
        for index, row in enumerate(rows):
            text = row[0].text if len(row) == 1 else "\t".join([segment.text for segment in row])
            pieces.append(Piece(text, "row" if "\t" in text else roles(row)))
            if index in gaps:
                pieces.append(Piece(""))
        yield pieces


def _title(document: Any) -> str | None:
    title = str(document.get_metadata_value("Title")).strip()
    if _TITLE_NOISE.search(title):
        title = _TITLE_NOISE.sub("", title)
        # A program that names the file it came from may give its name only: "referat_2026-05-03" is no title.
        title = title if " " in title or title.isalpha() else ""
    return title if letters(title) > 2 and title.casefold() not in ("untitled", "unavngivet") else None
