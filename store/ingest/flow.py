"""Rows of page text with their places, and the quoting of any stretch of them as exact spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from store.ingest.parsed import Extract, Page, Span

Place = tuple[int, int, int]
"""Page number (from 1), start and end (exclusive) in that page's text."""

_BLANK_BREAKS = str.maketrans({"\n": " ", "\r": " ", "\x0b": " ", "\x0c": " ", "\u2028": " ", "\u2029": " "})


_DATED = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december", "kvartal", "halvår",
)  # fmt: skip
"""What follows a number that tells a day or a part of a year and begins no list entry."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line, or a part of one, of the text that counts. `text` is the page's own text at that place.

    `gap` says that the page leaves a blank line above; `block` that the format itself ends a paragraph here (HTML and
    DOCX lines are paragraphs, PDF lines are only visual).
    """

    page: int
    start: int
    end: int
    text: str
    role: str = ""
    gap: bool = False
    block: bool = False
    inline: bool = False
    """Cut out of a line that holds several sections: it begins with a label or a title."""

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return self.page, self.start, self.end

    def cut(self, start: int, end: int | None = None) -> Row:
        """The part of the row from `start` to `end` (offsets into its text), without white space at its ends."""
        end = len(self.text) if end is None else end
        part = self.text[start:end]
        lead = len(part) - len(part.lstrip())
        part = part.strip()
        begin = self.start + start + lead
        gap = self.gap and start == 0
        # Made outright: `replace` takes several times as long, and this is done for every line.
        return Row(self.page, begin, begin + len(part), part, self.role, gap, self.block, self.inline)


def fold(text: str) -> str:
    """`text` with every run of white space as one blank and none at its ends."""
    return " ".join(text.split())


def rows_of(extract: Extract) -> list[Row]:
    """All lines that hold something, in reading order, as rows."""
    texts = {page.number: page.text for page in extract.pages}
    block = extract.format in ("html", "docx")
    rows: list[Row] = []
    last: Place | None = None
    for page, start, end, role in _lines(extract):
        text = texts.get(page, "")[start:end]
        bare = text.strip()
        if not bare:
            continue
        gap = last is None or last[0] != page or texts[page].count("\n", last[2], start) > 1
        begin = start + text.find(bare)
        last = (page, begin, begin + len(bare))
        rows.append(Row(*last, bare, role, gap, block))
    return rows


def _lines(extract: Extract) -> Iterable[tuple[int, int, int, str]]:
    """Lines as given; a page that came without lines is cut at its own line breaks."""
    lined = {line.page for line in extract.lines}
    bare = {page.number: page for page in extract.pages if page.number not in lined}
    places = [(line.page, line.start, line.end, line.role) for line in extract.lines]
    for page in bare.values():
        at = 0
        for text in page.text.splitlines(keepends=True):
            places.append((page.number, at, at + len(text), ""))
            at += len(text)
    return sorted(places, key=lambda place: place[:2]) if bare else places


def quote(pages: Sequence[Page], places: Iterable[Place]) -> tuple[str, tuple[Span, ...]]:
    """The text at `places` and its spans: neighbours with only white space between them become one span."""
    texts: dict[int, str] = {}
    ends: list[Place] = []
    for page, start, end in places:
        if page not in texts:
            texts[page] = _page_text(pages, page)
        part = texts[page][start:end]
        bare = part.strip()
        if not bare:
            continue
        start += part.find(bare)
        end = start + len(bare)
        if ends and ends[-1][0] == page and ends[-1][2] <= start and not texts[page][ends[-1][2] : start].strip():
            ends[-1] = (page, ends[-1][1], end)
        else:
            ends.append((page, start, end))
    text = " ".join([" ".join(texts[page][start:end].split()) for page, start, end in ends])
    return text, tuple([Span(*place) for place in ends])


def _page_text(pages: Sequence[Page], number: int) -> str:
    """The text of page `number`; pages mostly stand at their own place."""
    if 0 < number <= len(pages) and pages[number - 1].number == number:
        return pages[number - 1].text
    return next(page.text for page in pages if page.number == number)


class Stream:
    """Rows as one text in which a line break ends a paragraph and a blank joins lines that only wrap."""

    def __init__(self, pages: Sequence[Page], rows: Sequence[Row], width: int = 0) -> None:
        self.pages = pages
        self.width = width
        self.rows = list(rows)
        self._starts: list[int] = []
        parts: list[str] = []
        at = 0
        for number, row in enumerate(self.rows):
            if number:
                parts.append("\n" if ends_paragraph(self.rows[number - 1], row, width) else " ")
                at += 1
            self._starts.append(at)
            parts.append(row.text if row.text.isprintable() else row.text.translate(_BLANK_BREAKS))
            at += len(row.text)
        self.text = "".join(parts)

    def places(self, start: int, end: int) -> list[Place]:
        """The places behind characters `start` to `end` of the stream."""
        found: list[Place] = []
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self.rows) and self._starts[index] < end:
            row, base = self.rows[index], self._starts[index]
            left, right = max(start - base, 0), min(end - base, len(row.text))
            if left < right:
                found.append((row.page, row.start + left, row.start + right))
            index += 1
        return found

    def quote(self, start: int = 0, end: int | None = None) -> tuple[str, tuple[Span, ...]]:
        """The stretch `start` to `end` as text and spans."""
        return quote(self.pages, self.places(start, len(self.text) if end is None else end))

    def list_entries(self) -> list[tuple[int, int]]:
        """Places in the stream of rows that the format marks as list elements."""
        return [
            (start, start + len(row.text))
            for start, row in zip(self._starts, self.rows, strict=True)
            if row.role == "li"
        ]

    def row_starts(self) -> list[tuple[int, Row, Row | None]]:
        """Where each row begins in the stream, the row, and the row before it."""
        before = [None, *self.rows[:-1]]
        return list(zip(self._starts, self.rows, before, strict=True))


def ends_paragraph(row: Row, following: Row, width: int) -> bool:
    """Whether a paragraph ends between two neighbouring rows.

    `width` is the usual length of a full line: a shorter line that ends a sentence ends its paragraph too.
    """
    if row.block or following.block:
        return True
    if following.role or row.role.startswith("h") or row.role == "row":
        return True
    if begins_list_entry(following.text):
        return True
    over_page = row.page != following.page
    if following.gap and not over_page:
        return True
    closed = row.text.endswith((".", ":", "!", "?"))
    if over_page:
        return closed and not following.text[:1].islower()
    return closed and len(row.text) < 0.75 * width


def begins_list_entry(text: str) -> bool:
    """Whether a line opens with a bullet, a dash, or a short number or letter as lists have it."""
    head = text[:6]
    if head[:2].isalpha() and len(head) > 1:
        return False
    if head[:1] in "•·▪◦‣●○■□–—*\uf0b7\u00b7" or head.startswith(("- ", "-\t", "o ")):
        return bool(head.strip())
    mark = head.split(" ", 1)[0].split("\t", 1)[0]
    if len(mark) < 2 or mark[-1] not in ".)":
        return False
    core = mark[:-1].lstrip("(")
    if core in ("d", "D") and text[len(mark) :].lstrip()[:1].isdecimal():
        # "d. 15/9" is a day.
        return False
    if core.isdecimal() and text[len(mark) :].lstrip().lower().startswith(_DATED):
        return False
    return (core.isdecimal() and len(core) <= 2) or (len(core) == 1 and core.isalpha() and core.islower())


def usual_width(rows: Sequence[Row]) -> int:
    """The length that nine lines of ten stay under: the measure of a full line."""
    lengths = sorted(len(row.text) for row in rows)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0
