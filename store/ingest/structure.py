"""A document's text as headings, list entries, table rows and paragraphs, each with its place in one stream."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from store.ingest.blocks import LOWEST, TITLE, VALUE_LINE, Block
from store.ingest.flow import Row, Stream, begins_list_entry, ends_paragraph
from store.ingest.gluedtext import glued_blocks
from store.ingest.listkinds import Label, labelled
from store.ingest.parsed import Page
from store.ingest.passages import is_heading
from store.ingest.planrows import parted, without_drawn_lines, without_page_numbers
from store.ingest.sentences import split_sentences
from store.ingest.settling import settled
from store.ingest.unglue import is_glued

_BULLET = re.compile(r"(?P<bullet>[•·▪◦‣●○■□*–—\-]|o(?=\s[A-ZÆØÅa-z]))\s{1,4}(?=\S)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})(?P<style>[.)]|\.\))\s{1,4}(?=\S)|\((?P<closed>\d{1,2})\)\s{1,4}(?=\S)")
_LETTER = re.compile(r"\(?(?P<letter>[a-zA-ZæøåÆØÅ])(?P<style>[.)])\s{1,4}(?=\S)")
_ROMAN = re.compile(r"(?P<roman>[IVX]{1,5})[.)]\s{1,4}(?=\S)")
_SECTION = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s{1,4}(?=[A-ZÆØÅ])")
_CHAPTER = re.compile(r"(?:(?:Kapitel|Afsnit|Bilag|Del)\s)?(?P<number>\d{1,2})[.:]?\s{1,4}(?=[A-ZÆØÅ])")
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
    glued = is_glued(rows)
    if glued:
        rows = without_page_numbers(rows)
        parts = parted(rows)
        glued = len(parts) < 2.5 * len(rows) + 6
        rows, width = (rows, width) if glued else (parts, 0)
    else:
        rows = without_drawn_lines(rows)
    if not rows:
        return Structure(Stream(pages, [], width), [], lost)
    stream = Stream(pages, rows, width)
    if glued:
        starts = [start for start, _, _ in stream.row_starts()]
        cut = glued_blocks(stream.text, lambda at: rows[max(bisect_right(starts, at) - 1, 0)].page, lost)
        return Structure(stream, cut, lost, glued=True)
    blocks = [_block(stream, rows, part, width, lost) for part in _units(stream, rows, width)]
    return Structure(stream, settled(blocks, lost), lost)


def _units(stream: Stream, rows: Sequence[Row], width: int) -> Iterator[tuple[int, int, int, int]]:
    """Runs of rows that make one block: their place in the stream, the first and the last row."""
    starts = [start for start, _, _ in stream.row_starts()]
    first = 0
    looks = [
        _Look(is_heading(rows, i, width), _is_row(row.text), _labelled_line(row.text)) for i, row in enumerate(rows)
    ]
    for index, (row, following) in enumerate(pairwise(rows)):
        if _parts(row, following, looks[index], looks[index + 1], width):
            yield starts[first], starts[index] + len(row.text), first, index
            first = index + 1
    if rows:
        yield starts[first], starts[-1] + len(rows[-1].text), first, len(rows) - 1


@dataclass(frozen=True, slots=True)
class _Look:
    """What a row is by itself: a heading, a table's row, a title with its own word and number."""

    heading: bool
    cells: bool
    labelled: bool

    @property
    def alone(self) -> bool:
        """Whether it makes a block of its own."""
        return self.heading or self.cells or self.labelled


def _parts(row: Row, following: Row, look: _Look, other: _Look, width: int) -> bool:
    """Whether one block ends with `row` and another begins with `following`."""
    if row.role[:1] == "h" and row.role == following.role and row.page == following.page:
        return not (following.text[:1].islower() or _HANGS.search(row.text))
    if look.alone or other.alone:
        return True
    if ends_paragraph(row, following, width):
        return True
    if row.page != following.page or width > 200 or _HANGS.search(row.text) or not following.text[:1].isupper():
        return False
    if VALUE_LINE.match(following.text) or (VALUE_LINE.match(row.text) and not row.text.endswith(".")):
        return len(row.text) < 0.9 * max(width, 70)
    return len(row.text) < 0.6 * max(width, 70)


def _labelled_line(text: str) -> bool:
    """Whether a line is a title with its own word and number: "Fase 2: Forsøg"."""
    if len(text) > TITLE or not (text[:1].isupper() or text[:1].isdigit()) or text.endswith((".", ",", ";")):
        return False
    label = labelled(text)
    return label is not None and (label.end == len(text) or text[label.end - 1 : label.end] in " :–-(")


def _block(stream: Stream, rows: Sequence[Row], unit: tuple[int, int, int, int], width: int, lost: str) -> Block:
    start, end, first, last = unit
    row = rows[first]
    text = stream.text[start:end]
    level = int(row.role[1]) if row.role[:1] == "h" and row.role[1:].isdigit() else 0
    section = _SECTION.match(text)
    single = first == last or bool(level)
    text = " ".join(text.split("\n")) if level else text
    if section and len(text) <= TITLE and not text.endswith((".", ";", ",")):
        own = level or section["number"].count(".") + 1
        return Block(
            "heading", start, start + section.end(), end, text[section.end() :], section["number"], "", own, row.page
        )
    if level:
        chapter = _CHAPTER.match(text)
        at = chapter.end() if chapter else 0
        number = chapter["number"] if chapter else None
        return Block("heading", start, start + at, end, text[at:], number, "", level, row.page)
    if row.role == "row" or _is_row(text):
        return Block("row", start, start, end, text, page=row.page)
    label = labelled(text, lost) if single and len(text) <= TITLE else None
    if label and text[label.end :].strip() and not text.endswith((".", ";", ",")):
        return Block("heading", start, start, end, text, label.number, f"L{label.kind}", LOWEST - 1, row.page)
    told = None if label else _labelled_paragraph(text, lost)
    if told:
        return Block("entry", start, start, end, text, told.number, f"L{told.kind}", page=row.page, gap=row.gap)
    marked = _marked(text, start, end, row)
    if marked:
        return marked
    if single and is_heading(rows, first, width):
        chapter = _CHAPTER.match(text)
        at = chapter.end() if chapter else 0
        return Block("heading", start, start + at, end, text[at:], chapter["number"] if chapter else None, "",
                     1 if chapter else LOWEST, row.page)  # fmt: skip
    return Block("text", start, start, end, text, page=row.page)


def _labelled_paragraph(text: str, lost: str) -> Label | None:
    """The label of a paragraph that tells one element whole: "Fase 1: Kortlægning. Alle skoler ..."."""
    if not (text[:1].isupper() or text[:1].isdigit()):
        return None
    label = labelled(text[:60], lost)
    if label is None or not re.search(r"[:.(–-]\s?\Z", text[: label.end] + text[label.end : label.end + 1]):
        return None
    return label


def _is_row(text: str) -> bool:
    """Whether a line holds cells: parted by tabs, by pipes, or by wide gaps."""
    return "\t" in text or text.count(" | ") > 0 or re.search(r"\w {3,}\S", text) is not None


def _marked(text: str, start: int, end: int, row: Row) -> Block | None:
    """The unit as a list entry when it begins with a bullet, number or letter, or is one by its format."""
    for pattern, group in ((_BULLET, "bullet"), (_NUMBER, "number"), (_ROMAN, "roman"), (_LETTER, "letter")):
        match = pattern.match(text)
        if match is None or (group == "number" and not begins_list_entry(text)):
            continue
        own = match[group] or match["closed"] if group == "number" else match[group]
        if group == "bullet":
            number, family = None, "-" if own in "-–—" else own
        else:
            kind = {"number": "1", "roman": "I", "letter": "a" if own.islower() else "A"}[group]
            number, family = own, kind + text[match.end(group) if match[group] else match.end() - 1 :][:1]
        return Block(
            "entry", start, start + match.end(), end, text[match.end() :], number, family, page=row.page, gap=row.gap
        )
    if row.role == "li":
        return Block("entry", start, start, end, text, None, "•", page=row.page)
    return None
