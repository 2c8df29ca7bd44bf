"""Recommendations that stand as single sentences ("Det anbefales, at ..."), gathered under their headings."""

from __future__ import annotations

from store.ingest.elements import Context
from store.ingest.parsed import ParsedFact, ParsedList, ParsedPart, Span
from store.ingest.structure import Structure
from store.ingest.tolerant import tolerant

_ADVISES = (
    r"\b(?:anbefales|foreslås|indstilles|anbefaler|foreslår|indstiller|anbefalingen\s(?:fra\s[^,]{3,60}\s)?(?:er|lyder))\b"
    r"[^:]{0,60}?(?:,\sat\b|\sat\b)"
)
_TOLD = r"\b(?:blev|har|var|som)\s(?:\w+\s){0,3}(?:anbefalet|foreslået)\b"
_STEMS = ("nbef", "fresl", "foresl", "ndstil")
_TITLE = 220
_LEAST = 8
"""Characters behind "Det anbefales, at": fewer only lead in a list."""


def single_recommendations(structure: Structure, context: Context) -> list[ParsedList]:
    """One list for each heading under which sentences recommend something; those that lead in a list are left out."""
    advises, told = tolerant(_ADVISES, context.lost), tolerant(_TOLD, context.lost)
    groups: dict[str, tuple[tuple[Span, ...], list[ParsedPart]]] = {}
    text = structure.stream.text
    for index, start, end in structure.holding(_STEMS):
        sentence = text[start:end]
        if sentence.endswith(":") or len(sentence) > 800:
            continue
        match = advises.search(sentence)
        if match is None or told.search(sentence) or len(sentence) - match.end() < _LEAST:
            continue
        quoted, spans = structure.stream.quote(start, end)
        name, place = _heading(structure, index)
        if not spans or not name:
            continue
        title = " ".join(sentence[match.end() :].split()).strip(" ,.;")
        part = ParsedPart(ParsedFact("part", quoted, spans), title[:_TITLE] or quoted[:_TITLE])
        groups.setdefault(name, (place, []))[1].append(part)
    return [ParsedList(name, "recommendation", tuple(parts), place) for name, (place, parts) in groups.items()]


def _heading(structure: Structure, index: int) -> tuple[str, tuple[Span, ...]]:
    """The title of the entry or the heading under which block `index` stands, and where it is."""
    block = structure.blocks[index]
    if block.kind == "entry" and block.head is not None and block.head < block.end:
        return structure.stream.quote(block.start, block.head)
    at = structure.heading_of(index)
    if at is None:
        return "", ()
    heading = structure.blocks[at]
    return structure.stream.quote(heading.start, heading.end)
