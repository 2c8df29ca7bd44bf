"""Attachments behind the minutes are given to the items that list them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from store.ingest.attachments import Cover, similarity, spans_of
from store.ingest.flow import Row, quote, usual_width
from store.ingest.parsed import Page, ParsedAttachment, ParsedFact, ParsedItem, Span
from store.ingest.passages import facts_of
from store.ingest.programme import read_programme
from store.ingest.sentences import Sentences

_ALIKE = 85


def link(
    items: Sequence[ParsedItem], covers: Sequence[Cover], pages: Sequence[Page], width: int, sentences: Sentences
) -> tuple[list[ParsedItem], list[ParsedAttachment]]:
    """The items with the text of their attachments, and the attachments that belong to none of them.

    A cover goes to the listed attachment whose title is most alike, else to the item whose number it prints.
    """
    linked = [list(item.attachments) for item in items]
    more: list[list[ParsedFact]] = [[] for _ in items]
    loose: list[ParsedAttachment] = []
    taken: set[tuple[int, int]] = set()
    numbered: dict[tuple[Span, ...], tuple[Span, ...]] = {}
    for cover in covers:
        read = _attachment(cover, pages, width, sentences)
        place = _listed(linked, cover, taken)
        if place is not None:
            row, column = place
            taken.add(place)
            known = linked[row][column]
            access = "closed" if "closed" in (known.access, cover.access) else cover.access or known.access
            printed = spans_of(pages, cover.number_rows) if not known.number and known.spans else ()
            if printed:
                numbered[known.spans] = (*known.spans, *printed)
            number = cover.number or known.number
            spans = (*known.spans, *printed)
            linked[row][column] = replace(read, title=known.title, number=number, access=access, spans=spans)
            continue
        owner = next((i for i, item in enumerate(items) if cover.item and item.number == cover.item), None)
        if owner is None:
            loose.append(read)
            continue
        named = (*spans_of(pages, cover.title_rows), *spans_of(pages, cover.number_rows))
        # The same places tell the store that this title is as closed as its attachment.
        linked[owner].append(replace(read, spans=named or read.spans))
        if named:
            more[owner].append(_fact(pages, named))
    whole = [
        replace(item, attachments=tuple(attachments), facts=(*_numbered(pages, item.facts, numbered), *extra))
        for item, attachments, extra in zip(items, linked, more, strict=True)
    ]
    return whole, loose


def _attachment(cover: Cover, pages: Sequence[Page], width: int, sentences: Sentences) -> ParsedAttachment:
    """What stands on the pages behind a cover, as an attachment that no item lists."""
    measure = usual_width(cover.content) or width
    facts = facts_of(pages, cover.content, measure, sentences)
    headed = spans_of(pages, _unnumbered(cover.title_rows))
    read = read_programme(
        pages, cover.content, measure, title=_title(cover.title), on=sentences.near, lost=sentences.lost, headed=headed
    )
    return ParsedAttachment(
        cover.title, cover.number, cover.access, spans_of(pages, cover.rows), facts, read.initiatives,
        read.abbreviations,
    )  # fmt: skip


def _numbered(
    pages: Sequence[Page], facts: Sequence[ParsedFact], numbered: Mapping[tuple[Span, ...], tuple[Span, ...]]
) -> Iterator[ParsedFact]:
    """`facts` with the number behind the title of each attachment whose number stands on its cover only."""
    for fact in facts:
        spans = numbered.get(fact.spans) if fact.kind == "attachment" else None
        yield _fact(pages, spans) if spans else fact


def _fact(pages: Sequence[Page], spans: Sequence[Span]) -> ParsedFact:
    text, found = quote(pages, [(span.page, span.start, span.end) for span in spans])
    return ParsedFact("attachment", text, found)


def _unnumbered(rows: Sequence[Row]) -> list[Row]:
    """The rows of a title without the number that it has in the list of attachments."""
    number = re.match(r"\d{1,3}(?:\.\d{1,3})*\.?\s+(?=\S)", rows[0].text) if rows else None
    return [rows[0].cut(number.end()), *rows[1:]] if number else list(rows)


def _title(title: str) -> str:
    """What an attachment's title says of its matter: "Bilag vedr. programbeskrivelse.pdf" less the file's words."""
    bare = re.sub(r"(?i)\.(?:pdf|docx?|xlsx?|pptx?)\Z|\A\d{1,3}(?:\.\d{1,3})*\.?\s+", "", title)
    return re.sub(r"(?i)\A(?:bilag\s(?:\d+\s?)?(?:vedr\.?|vedrørende|om|til|[-:–])?\s*)", "", bare).strip() or title


def _listed(
    linked: Sequence[Sequence[ParsedAttachment]], cover: Cover, taken: set[tuple[int, int]]
) -> tuple[int, int] | None:
    best: tuple[float, int, int] | None = None
    for row, attachments in enumerate(linked):
        for column, attachment in enumerate(attachments):
            if (row, column) in taken:
                continue
            alike = similarity(attachment.title, cover.title)
            if cover.number and attachment.number == cover.number:
                alike = 101.0
            if alike >= _ALIKE and (best is None or alike > best[0]):
                best = alike, row, column
    return (best[1], best[2]) if best else None
