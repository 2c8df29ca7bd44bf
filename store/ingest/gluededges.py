"""Page numbers and running heads that stand in one line with the text of their page are cut off it."""

from __future__ import annotations

import re
from itertools import groupby

from store.ingest.flow import Row, fold
from store.ingest.headings import LabelBook
from store.ingest.runningheads import GLUED, Stripped, key_of, may_run

_WORDS = 10
_SIDE_END = re.compile(r"\s*\bSide\s{0,2}(?:\d{1,4}|[ivxlc]{1,7})(?:\s{0,2}(?:af|/)\s{0,2}\d{1,4})?\s*\Z")
_NUMBER_START = re.compile(r"(\d{1,4})\s+(?=\S)")
_NUMBER_END = re.compile(r"(?<=\s)(\d{1,3})\Z")


def without_glued_edges(pages: list[list[Row]], book: LabelBook, found: Stripped) -> list[list[Row]]:
    """Cuts page numbers and running heads that stand in one line with the text."""
    glued = [page for page in pages if any(len(row.text) >= GLUED for row in page)]
    firsts = {page[0].page: page[0] for page in pages}
    numbered = {number for number, row in firsts.items() if _starts_with(row.text, number)}
    counted = len(numbered) >= max(3, 0.8 * len(pages))
    if len(glued) < 2 and not counted and not any(_SIDE_END.search(page[-1].text) for page in pages):
        return pages
    if len(numbered) >= max(2, 0.5 * len(pages)):
        for page in pages:
            if page[0].page in numbered:
                _cut_start(page, len(str(page[0].page)), found)
    for page in pages:
        end = _SIDE_END.search(page[-1].text, max(len(page[-1].text) - 30, 0))
        if end and page[-1].text.strip() != end.group().strip():
            _cut_end(page, end.start(), found)
    _cut_counted_ends(pages, found)
    for number, length in _shared_starts(pages, book).items():
        _cut_start(pages[number], length, found)
    return [[row for row in page if row.text] for page in pages if any(row.text for row in page)]


def _starts_with(text: str, number: int) -> bool:
    match = _NUMBER_START.match(text)
    return match is not None and int(match[1]) == number


def _cut_start(page: list[Row], length: int, found: Stripped) -> None:
    row = page[0]
    found.noise.append((row.page, row.start, row.start + length))
    found.heads.append(fold(row.text[:length]))
    page[0] = row.cut(length)


def _cut_end(page: list[Row], at: int, found: Stripped) -> None:
    row = page[-1]
    found.noise.append((row.page, row.start + at, row.end))
    page[-1] = row.cut(0, at)


def _cut_counted_ends(pages: list[list[Row]], found: Stripped) -> None:
    """Bare numbers at the ends of pages that count on from page to page (an attachment's own page numbers)."""
    values: dict[int, int] = {}
    for index, page in enumerate(pages):
        match = _NUMBER_END.search(page[-1].text, max(len(page[-1].text) - 5, 0))
        if match and len(page[-1].text) >= GLUED:
            values[index] = int(match[1])
    for index, value in values.items():
        neighbours = (values.get(index - 1) == value - 1, values.get(index + 1) == value + 1, value == index + 1)
        small = value <= 40 and (value == 2 or any(neighbours))
        if small and (any(neighbours) or index + 1 not in values):
            row = pages[index][-1]
            _cut_end(pages[index], len(row.text) - len(str(value)), found)


def _counts_items(words: list[list[re.Match[str]]], run: list[int], key: tuple[str, ...], place: int) -> bool:
    """Whether the word at `place` is a figure that differs from page to page and is no page number."""
    figures = {words[index][place].group() for index in run}
    return "#" in key[place] and len(figures) > 1 and not (place and key[place - 1].startswith(("side", "page", "s.")))


def _shared_starts(pages: list[list[Row]], book: LabelBook) -> dict[int, int]:
    """Page index -> length of the running head glued to its start; at least three pages in a row must share it."""
    words = [
        [m for _, m in zip(range(_WORDS), re.finditer(r"\S+", page[0].text[:200]), strict=False)] for page in pages
    ]
    keys = [[key_of(m.group()) for m in row] for row in words]
    lengths: dict[int, int] = {}
    for size in range(1, _WORDS + 1):
        runs = groupby(range(len(pages)), key=lambda i: tuple(keys[i][:size]) if len(keys[i]) >= size else None)
        for key, group in runs:
            run = list(group)
            if key is None or len(run) < 3:
                continue
            if any(_counts_items(words, run, key, place) for place in range(size)):
                continue
            head = pages[run[0]][0].text[: words[run[0]][size - 1].end()]
            marked = head[-1] in ",:|-–" or "#" in key[-1]
            if (marked or (size >= 2 and len(run) >= 5)) and may_run(" ".join(key), book):
                lengths.update({i: words[i][size - 1].end() for i in run})
    return lengths
