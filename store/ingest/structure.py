"""A document's text as headings, list entries, table rows and paragraphs, each with its place in one stream."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from store.ingest.blocks import LOWEST, TITLE, Block
from store.ingest.flow import Row, Stream, ends_paragraph
from store.ingest.gluedtext import glued_blocks
from store.ingest.listkinds import Label, labelled, named
from store.ingest.parsed import Page
from store.ingest.passages import is_heading
from store.ingest.sentences import split_sentences
from store.ingest.unglue import is_glued

_BULLET = re.compile(r"(?P<bullet>[•·▪◦‣●○■□*–—\-]|o(?=\s[A-ZÆØÅa-z]))\s{1,4}(?=\S)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})(?P<style>[.)]|\.\))\s{1,4}(?=\S)|\((?P<closed>\d{1,2})\)\s{1,4}(?=\S)")
_LETTER = re.compile(r"\(?(?P<letter>[a-zA-ZæøåÆØÅ])(?P<style>[.)])\s{1,4}(?=\S)")
_ROMAN = re.compile(r"(?P<roman>[IVX]{1,5})[.)]\s{1,4}(?=\S)")
_SECTION = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s{1,4}(?=[A-ZÆØÅ])")
_CHAPTER = re.compile(r"(?:(?:Kapitel|Afsnit|Bilag|Del)\s)?(?P<number>\d{1,2})[.:]?\s{1,4}(?=[A-ZÆØÅ])")
_JOINT = re.compile(
    r"(?<=[a-zæøåé])(?<!\bKE)(?=[A-ZÆØÅ][a-zæøå]{2,}[\s,.:])|(?<=[.?!)])(?=[A-ZÆØÅ][a-zæøå]{2,}\s)|(?<=[a-zæøå)])(?=\d\s[A-ZÆØÅ])"
    r"|(?<=\d)(?=[A-ZÆØÅ][a-zæøå]{2,})|(?<=[a-zæøå\d]\.)(?=\d\s[A-ZÆØÅ])|(?<=[a-zæøå]:)(?=[A-ZÆØÅ][a-zæøå]|[a-zæøå]{3})"
)
_SIDE = re.compile(r"(?<![\wæøå])Side \d{1,3}(?:\s(?:af|/)\s\d{1,3})?(?=\s+[A-ZÆØÅ\d]|\Z)")
_DRAWN = re.compile(r"[=\-_~*─━]{3,}")
_PAGE_NUMBER = re.compile(r"\s(?:(?P<first>\d{1,3})\s)?(?P<last>\d{1,3})\s*\Z")
_VALUE_LINE = re.compile(r"[A-ZÆØÅ][\wæøåÆØÅ-]*(?:\s[\wæøåÆØÅ.-]+){0,3}:\s\S")
"""A line such as "Projektleder: Hanne Birk"."""
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
        rows = _unnumbered(rows)
        parts = _parted(rows)
        glued = len(parts) < 2.5 * len(rows) + 6
        rows, width = (rows, width) if glued else (parts, 0)
    else:
        rows = _underlined(rows)
    stream = Stream(pages, rows, width)
    if glued:
        starts = [start for start, _, _ in stream.row_starts()]
        cut = glued_blocks(stream.text, lambda at: rows[max(bisect_right(starts, at) - 1, 0)].page, lost)
        return Structure(stream, cut, lost, glued=True)
    blocks = [_block(stream, rows, part, width, lost) for part in _units(stream, rows, width)]
    return Structure(stream, _settled(blocks, lost), lost)


def _unnumbered(rows: Sequence[Row]) -> list[Row]:
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


def _parted(rows: Sequence[Row]) -> list[Row]:
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


def _underlined(rows: Sequence[Row]) -> list[Row]:
    """Rows without lines that are drawn of signs; the line above one is a heading."""
    kept: list[Row] = []
    for row in rows:
        if not _DRAWN.fullmatch(row.text):
            kept.append(row)
        elif kept and kept[-1].page == row.page and len(kept[-1].text) <= TITLE and not kept[-1].text.endswith("."):
            kept[-1] = replace(kept[-1], role=kept[-1].role or ("h1" if row.text[0] == "=" else "h2"))
    return kept


def _units(stream: Stream, rows: Sequence[Row], width: int) -> Iterator[tuple[int, int, int, int]]:
    """Runs of rows that make one block: their place in the stream, the first and the last row."""
    starts = [start for start, _, _ in stream.row_starts()]
    first = 0
    headings = [is_heading(rows, index, width) for index in range(len(rows))]
    for index, (row, following) in enumerate(pairwise(rows)):
        if _parts(row, following, width, heading=headings[index] or headings[index + 1]):
            yield starts[first], starts[index] + len(row.text), first, index
            first = index + 1
    if rows:
        yield starts[first], starts[-1] + len(rows[-1].text), first, len(rows) - 1


def _parts(row: Row, following: Row, width: int, *, heading: bool) -> bool:
    """Whether one block ends with `row` and another begins with `following`."""
    if row.role[:1] == "h" and row.role == following.role and row.page == following.page:
        return not (following.text[:1].islower() or _HANGS.search(row.text))
    if _labelled_line(row.text) or _labelled_line(following.text):
        return True
    if heading or ends_paragraph(row, following, width) or _is_row(row.text) or _is_row(following.text):
        return True
    if row.page != following.page or width > 200 or _HANGS.search(row.text) or not following.text[:1].isupper():
        return False
    if _VALUE_LINE.match(following.text) or (_VALUE_LINE.match(row.text) and not row.text.endswith(".")):
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
        if match is None:
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


def _settled(blocks: list[Block], lost: str) -> list[Block]:
    """Blocks whose nature only their neighbours tell: numbered chapter titles, bare lines, lists without marks."""
    for series in _numbered_series(blocks):
        own = {index + 1 for index in series[:-1]} & set(series)
        titles = sum(1 for index in series if blocks[index].bare)
        if (
            len(series) > 1
            and titles == len(series)
            and 2 * len(own) < len(series)
            and not _led(blocks, series[0], lost)
        ):
            for index in series:
                blocks[index].kind, blocks[index].level, blocks[index].family = "heading", 1, ""
    mixed = {block.family for block in blocks if block.kind == "entry" and block.family.startswith("L")}
    for block in blocks:
        if block.kind == "heading" and block.family in mixed:
            block.kind, block.level = "entry", 0
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        if block.kind not in ("text", "heading") or block.level not in (0, LOWEST) or not block.bare:
            continue
        led = before is not None and (
            before.text.endswith(":") or before.family == "line" or _opens(blocks, index, lost)
        )
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if (
            led
            and before
            and not (following and before.family == "line" and following.kind == "text" and not following.bare)
        ):
            block.kind, block.family, block.level = "entry", "line", 0
        elif (
            block.kind == "text"
            and following
            and following.kind in ("text", "entry", "row")
            and _titles(block, following)
        ):
            block.kind, block.level = "heading", LOWEST
    return blocks


def _opens(blocks: Sequence[Block], index: int, lost: str) -> bool:
    """Whether a bare line opens a list without marks: three such lines under a heading that names what is listed."""
    above = blocks[index - 1]
    lines = blocks[index : index + 3]
    if above.kind != "heading" or len(lines) < 3 or any(line.kind != "text" or not line.bare for line in lines):
        return False
    return named(above.text, lost).kind is not None and not any(_VALUE_LINE.match(line.text) for line in lines)


def _led(blocks: Sequence[Block], first: int, lost: str) -> bool:
    """Whether a numbered series is led in: by a colon, or by a line that names what it lists."""
    if not first:
        return False
    before = blocks[first - 1]
    if before.text.endswith(":"):
        return True
    says = named(before.text, lost)
    return says.kind is not None and (
        says.announced is not None or (before.bare and len(before.text) < 60 and first > 1)
    )


def _titles(block: Block, following: Block) -> bool:
    """Whether a bare line heads what follows it."""
    if _VALUE_LINE.match(block.text):
        return False
    return block.text[:1].isupper() and len(block.text) < 80 and (not following.bare or following.kind != "text")


def _numbered_series(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Indexes of entries that count on from 1 in one style; one series may stand inside another."""
    stacks: dict[str, list[list[int]]] = {}
    for index, block in enumerate(blocks):
        if block.kind != "entry" or not block.family.startswith("1"):
            continue
        stack = stacks.setdefault(block.family, [])
        fits = [i for i, series in enumerate(stack) if blocks[series[-1]].value == (block.value or 0) - 1]
        alike = [i for i in fits if _look(blocks[stack[i][-1]]) == _look(block)]
        if block.value == 1 or not fits:
            stack.append([index])
            continue
        place = (alike or fits)[-1]
        stack[place].append(index)
        yield from stack[place + 1 :]
        del stack[place + 1 :]
    for stack in stacks.values():
        yield from stack


def _look(block: Block) -> tuple[bool, bool]:
    return block.gap, block.bare
