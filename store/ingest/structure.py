"""A document's text as headings, list entries, table rows and paragraphs, each with its place in one stream."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from store.ingest.blockmarks import (
    WHEN,
    dated_line,
    is_row,
    label_block,
    labelled_line,
    labelled_paragraph,
    marked,
    role_line,
)
from store.ingest.blocks import LOWEST, TITLE, VALUE_LINE, VALUE_NAME, Block
from store.ingest.flow import Row, Stream, begins_list_entry, ends_paragraph
from store.ingest.gluedtext import glued_blocks
from store.ingest.listkinds import named
from store.ingest.parsed import Page
from store.ingest.passages import is_heading
from store.ingest.planrows import relined, without_drawn_lines, without_page_numbers
from store.ingest.sentences import split_sentences
from store.ingest.settling import settled
from store.ingest.small import small
from store.ingest.unglue import is_glued

_SECTION = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s{1,4}(?=[A-ZÆØÅ])")
_CHAPTER = re.compile(r"(?:(?:Kapitel|Afsnit|Bilag|Del)\s)?(?P<number>\d{1,2})[.:]?\s{1,4}(?=[A-ZÆØÅ])")
_VALUE = re.compile(r"[A-ZÆØÅ][^\t:]{1,30}:\s*\t[^\t]*\Z")
"""A label and its value in two cells."""
_REST = re.compile(r"[a-zæøå]|\d{4}\.?\Z")
"""How a value goes on in the next line."""
_HANGS = re.compile(
    r"(?:[,\-–/]|\b(?:og|eller|samt|af|for|i|på|til|med|ved|om|fra|en|et|den|det|de|som|at))\Z", re.IGNORECASE
)


@dataclass(slots=True)
class Structure:
    """The blocks of one document or part of it, in reading order."""

    stream: Stream
    blocks: list[Block]
    lost: str = ""
    glued: bool = False
    _parents: list[int | None] = field(default_factory=list)
    _sentences: list[tuple[int, int, int]] = field(default_factory=list)
    _small: str = ""
    _starts: list[int] = field(default_factory=list)
    _words: str = ""
    """Each word of the text once, in small letters."""
    _held: dict[str, frozenset[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        stack: list[int] = []
        for index, block in enumerate(self.blocks):
            if block.kind == "heading":
                while stack and self.blocks[stack[-1]].level >= block.level:
                    stack.pop()
            self._parents.append(stack[-1] if stack else None)
            if block.kind == "heading":
                stack.append(index)

    def heading_of(self, index: int) -> int | None:
        """The index of the heading under which block `index` stands."""
        return self._parents[index]

    def sentences(self) -> list[tuple[int, int, int]]:
        """Every sentence outside headings: the index of its block, and its place in the stream."""
        if not self._sentences:
            for index, block in enumerate(self.blocks):
                if block.kind in ("text", "entry"):
                    self._sentences += [
                        (index, block.start + start, block.start + end) for start, end in split_sentences(block.text)
                    ]
        return self._sentences

    def holding(self, stems: Sequence[str]) -> list[tuple[int, int, int]]:
        """The sentences in which one of `stems` (small letters) stands: one look at the whole text for each stem."""
        told = self.sentences()
        hits: set[int] = set()
        for stem in stems:
            if stem not in self._held:
                self._held[stem] = self._places(stem)
            hits |= self._held[stem]
        return [told[place] for place in sorted(hits)]

    def sentence_before(self, index: int, start: int) -> str:
        """The sentence before the one that begins at `start`, in the same block; "" when there is none."""
        block = self.blocks[index]
        earlier = split_sentences(self.stream.text[block.start : start])
        return self.stream.text[block.start + earlier[-1][0] : block.start + earlier[-1][1]] if earlier else ""

    def _places(self, stem: str) -> frozenset[int]:
        """The numbers of the sentences in which `stem` stands; most stems stand in no word of the text at all."""
        told, low = self.sentences(), self._low()
        if not self._starts:
            self._starts = [start for _, start, _ in told]
            self._words = "\n".join(set(low.split()))
        hits: set[int] = set()
        at = low.find(stem) if all(word in self._words for word in stem.split()) else -1
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            end = told[place][2] if place >= 0 else 0
            if at + len(stem) <= end:
                hits.add(place)
            at = low.find(stem, max(at + 1, end))
        return frozenset(hits)

    def _low(self) -> str:
        """The text in small letters, each at its place."""
        if not self._small:
            self._small = small(self.stream.text)
        return self._small

    def label_of(self, index: int) -> str | None:
        """The heading under which block `index` stands, as printed."""
        at = self._parents[index]
        return self.blocks[at].text if at is not None else None

    def section(self, index: int) -> range:
        """Indexes of the blocks under heading `index`, sub-headings and what they hold included."""
        level = self.blocks[index].level
        last = index + 1
        while last < len(self.blocks) and not (
            self.blocks[last].kind == "heading" and self.blocks[last].level <= level
        ):
            last += 1
        return range(index + 1, last)


def structure(pages: Sequence[Page], rows: Sequence[Row], width: int, lost: str = "") -> Structure:
    """The structure of `rows`; `width` is the usual length of a full line, `lost` the letters the text has lost."""
    lines = relined(pages, rows)
    glued = lines is None and is_glued(rows)
    if lines is not None:
        rows, width = lines, 0
    else:
        rows = without_page_numbers(rows) if glued else without_drawn_lines(rows)
    if not rows:
        return Structure(Stream(pages, [], width), [], lost)
    stream = Stream(pages, rows, width)
    if glued:
        starts = [start for start, _, _ in stream.row_starts()]
        cut = glued_blocks(stream.text, lambda at: rows[max(bisect_right(starts, at) - 1, 0)].page, lost)
        return Structure(stream, cut, lost, glued=True)
    blocks = [_block(stream, rows, part, width, lost) for part in _units(stream, rows, width, lost)]
    return Structure(stream, settled(blocks, lost), lost)


def _units(stream: Stream, rows: Sequence[Row], width: int, lost: str) -> Iterator[tuple[int, int, int, int]]:
    """Runs of rows that make one block: their place in the stream, the first and the last row."""
    starts = [start for start, _, _ in stream.row_starts()]
    first = 0
    looks = [_look(rows, i, width, lost) for i in range(len(rows))]
    for index, (row, following) in enumerate(pairwise(rows)):
        if _parts(row, following, looks[index], looks[index + 1], width):
            yield starts[first], starts[index] + len(row.text), first, index
            first = index + 1
    if rows:
        yield starts[first], starts[-1] + len(rows[-1].text), first, len(rows) - 1


@dataclass(slots=True)
class _Look:
    """What a row is by itself: a heading, a table's row, a title with its own word and number."""

    heading: bool
    cells: bool
    labelled: bool
    dated: bool
    """A time and what happens then."""
    opens: bool
    """It begins an element with its own word and number, or names what it holds: "Fase 2: ...", "Mål: ..."."""

    @property
    def alone(self) -> bool:
        """Whether it makes a block of its own."""
        return self.heading or self.cells or self.labelled


def _look(rows: Sequence[Row], index: int, width: int, lost: str) -> _Look:
    text = rows[index].text
    heading = is_heading(rows, index, width) and not (rows[index].role == "" and role_line(text))
    name = VALUE_NAME.match(text) if ":" in text else None
    opens = labelled_paragraph(text, lost) is not None or (name is not None and named(name[1], lost).kind is not None)
    return _Look(heading, is_row(text), labelled_line(text), not heading and dated_line(text), opens)


def _parts(row: Row, following: Row, look: _Look, other: _Look, width: int) -> bool:
    """Whether one block ends with `row` and another begins with `following`."""
    if row.role[:1] == "h" and row.role == following.role and row.page == following.page:
        wraps = row.role == "h1" and not following.gap and not row.block
        return not (wraps or following.text[:1].islower() or _hangs(row.text))
    if _runs_on(row, following, look, other, width):
        return False
    if look.alone or other.alone or (look.dated and other.dated):
        return True
    if ends_paragraph(row, following, width):
        return True
    if other.opens and row.text.endswith((".", ":", "!", "?")):
        return True
    if other.dated:
        return row.page != following.page or len(row.text) < 0.9 * max(width, 70)
    if row.page != following.page or width > 200 or not following.text[:1].isupper() or _hangs(row.text):
        return False
    if VALUE_LINE.match(following.text) or (VALUE_LINE.match(row.text) and not row.text.endswith(".")):
        return len(row.text) < 0.9 * max(width, 70)
    if begins_list_entry(row.text) and len(row.text) + len(following.text.split(" ", 1)[0]) >= width:
        # The next word had no room: the entry only wraps, in a narrow column too.
        return False
    return len(row.text) < 0.6 * max(width, 70)


def _hangs(text: str) -> bool:
    """Whether a line ends in a word or mark that calls for the next one; only its end is looked at."""
    return _HANGS.search(text[-10:]) is not None


def _runs_on(row: Row, following: Row, look: _Look, other: _Look, width: int) -> bool:
    """Whether a line with a label or number of its own, or the value behind a label, only wraps."""
    if look.heading or other.alone or other.dated or following.gap or row.block or row.page != following.page:
        return False
    if look.cells:
        return _VALUE.match(row.text) is not None and _REST.match(following.text) is not None
    return look.labelled and following.text[:1].islower() and len(row.text) > 0.6 * width


def _block(stream: Stream, rows: Sequence[Row], unit: tuple[int, int, int, int], width: int, lost: str) -> Block:
    start, end, first, last = unit
    row = rows[first]
    text = stream.text[start:end]
    level = int(row.role[1]) if row.role[:1] == "h" and row.role[1:].isdigit() else 0
    section = _SECTION.match(text)
    single = first == last or bool(level)
    text = " ".join(text.split("\n")) if level else text
    if section and len(text) <= TITLE and not text.endswith((".", ";", ",")) and not is_row(text[section.end() :]):
        own = level or section["number"].count(".") + 1
        return Block(
            "heading", start, start + section.end(), end, text[section.end() :], section["number"], "", own, row.page
        )
    if level:
        chapter = _CHAPTER.match(text)
        at = chapter.end() if chapter else 0
        number = chapter["number"] if chapter else None
        return Block("heading", start, start + at, end, text[at:], number, "", level, row.page)
    if text.count("\t") < 2 and dated_line(text):
        return Block("entry", start, start, end, text, None, WHEN, page=row.page, gap=row.gap)
    if row.role == "row" or is_row(text):
        return Block("row", start, start, end, text.replace("\n", " "), page=row.page)
    titled = label_block(text, start, end, row.page, lost) if single else None
    if titled:
        return titled
    told = labelled_paragraph(text, lost)
    if told:
        return Block("entry", start, start, end, text, told.number, f"L{told.kind}", page=row.page, gap=row.gap)
    entry = marked(text, start, end, row)
    if entry:
        return entry
    if single and is_heading(rows, first, width) and not (row.role == "" and role_line(text)):
        chapter = _CHAPTER.match(text)
        at = chapter.end() if chapter else 0
        return Block("heading", start, start + at, end, text[at:], chapter["number"] if chapter else None, "",
                     1 if chapter else LOWEST, row.page)  # fmt: skip
    return Block("text", start, start, end, text, page=row.page)
