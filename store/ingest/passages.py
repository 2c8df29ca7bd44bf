"""Text that is no part of an item, as passages by heading and page: whole sentences, nothing left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from store.ingest.flow import Row, Stream, ends_paragraph
from store.ingest.parsed import FactKind, Page, ParsedFact
from store.ingest.planrows import relined
from store.ingest.sentences import Sentences, split_sentences

LEAST, MOST = 200, 700
PIECE = 900
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3})\.?\s{1,4}[A-ZÆØÅ][^.!?;]{2,90}\Z")


def passages(pages: Sequence[Page], rows: Sequence[Row], width: int) -> list[ParsedFact]:
    """Passages of 200 to 700 characters in reading order; each sentence stands whole in at least one of them.

    A heading opens a passage and is its label; a short rest before a heading stays a passage of its own. A heading that
    is glued to its text opens a passage too.
    """
    found: list[ParsedFact] = []
    for label, part in _blocks(rows, width):
        found += _passages_of(Stream(pages, part, width), label)
    return found


def _passages_of(stream: Stream, label: str | None) -> list[ParsedFact]:
    found: list[ParsedFact] = []
    for start, end in _packed(stream.text, MOST, LEAST):
        text, spans = stream.quote(start, end)
        if spans:
            found.append(ParsedFact("passage", text, spans, label=label))
    return found


def _blocks(rows: Sequence[Row], width: int) -> Iterator[tuple[str | None, list[Row]]]:
    """Rows under one heading each; the heading's own row comes first among them."""
    label: str | None = None
    block: list[Row] = []
    headings = [is_heading(rows, index, width) for index in range(len(rows))]
    for index, row in enumerate(rows):
        heading = headings[index]
        before_too = bool(block) and index > 0 and headings[index - 1]
        if heading and block and not before_too:
            yield label, block
            block = []
        if heading:
            label = " ".join(row.text.split()) if not before_too or label is None else label
        block.append(row)
    if block:
        yield label, block


def is_heading(rows: Sequence[Row], index: int, width: int) -> bool:
    """Whether a row reads as a heading: marked so, numbered as one, or short and alone between blank lines."""
    row = rows[index]
    if row.role[:1] == "h":
        return True
    if not (row.gap or row.block or index == 0):
        return False
    if row.role or len(row.text) > 120 or not row.text[:1].isalnum() or row.text.endswith((".", ",", ";", ":", " at")):
        return False
    if _NUMBERED.match(row.text):
        return True
    following = rows[index + 1] if index + 1 < len(rows) else None
    if following is None or row.block or not row.gap or following.page != row.page:
        return False
    if not following.gap:
        return row.text[:1].isupper() and len(row.text) < min(60, 0.6 * width) and len(following.text) > 0.7 * width
    return len(row.text) < 80 and row.text[:1].isupper() and ends_paragraph(row, following, width)


def _packed(
    text: str, most: int, least: int, opens: Callable[[str], bool] = lambda sentence: False
) -> Iterator[tuple[int, int]]:
    """Runs of whole sentences up to `most` characters, ended early where a paragraph ends and `least` is reached.

    A sentence that `opens` something new begins a run of its own.
    """
    start: int | None = None
    stop = 0
    for begin, end in split_sentences(text):
        if start is None:
            start = begin
        elif (
            end - start > most
            or (stop - start >= 3 * least // 2 and opens(text[begin:end]))
            or (stop - start >= least * 2 and "\n" in text[stop:begin] and not _goes_on(text, begin))
        ):
            yield start, stop
            start = begin
        stop = end
    if start is not None and stop > start:
        yield start, stop


def _goes_on(text: str, begin: int) -> bool:
    """Whether a list goes on at `begin`: lists stay with the sentence that introduces them."""
    return re.match(r"[•·▪◦\-–*]|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s|[a-zæøå]", text[begin : begin + 8]) is not None


def pieces(stream: Stream, kind: FactKind, label: str | None) -> list[ParsedFact]:
    """A section as facts of at most about 900 characters, cut between sentences, at paragraphs where these are long."""
    found: list[ParsedFact] = []
    for start, end in _packed(stream.text, PIECE, 150):
        text, spans = stream.quote(start, end)
        if spans and any(letter.isalnum() for letter in text):
            found.append(ParsedFact(kind, text, spans, label=label))
    return found


def facts_of(pages: Sequence[Page], rows: Sequence[Row], width: int, sentences: Sentences) -> tuple[ParsedFact, ...]:
    """Passages of rows, and their sentence facts."""
    found: list[ParsedFact] = []
    told: list[ParsedFact] = []
    rows = relined(pages, rows) or rows
    for label, part in _blocks(rows, width):
        stream = Stream(pages, part, width)
        found += _passages_of(stream, label)
        told += sentences.facts(stream, "passage", label)
    return (*found, *told)
