"""Lists within one sentence: "Politikken bygger på tre pejlemærker: lighed, fællesskab og sunde rammer"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.ingest.listkinds import Named, named
from store.ingest.parsed import ParsedFact, ParsedList, ParsedPart
from store.ingest.structure import Structure

_COLON = re.compile(r":\s")
_COMMA = re.compile(r",\s(?:og\s|samt\s)?|;\s(?:og\s|samt\s)?")
_LAST = re.compile(r"(?<!-)\s(?:og|samt)\s")
_LONGEST = 160
"""Characters of one element."""


def inline_lists(structure: Structure) -> list[ParsedList]:
    """Every list that a sentence announces with its count, and then names just as many elements as it announced."""
    found: list[ParsedList] = []
    text = structure.stream.text
    for index, start, end in structure.sentences():
        colon = _COLON.search(text, start, end)
        if colon is None or end - start > 700:
            continue
        says = named(" ".join(text[start : colon.start()].split()), structure.lost)
        if says.announced is None:
            continue
        places = _elements(text, colon.end(), start + len(text[start:end].rstrip(".; ")), says.announced)
        made = _made(structure, (index, start, colon.start()), says, places)
        if made is not None:
            found.append(made)
    return found


def _made(
    structure: Structure, lead: tuple[int, int, int], says: Named, places: list[tuple[int, int]]
) -> ParsedList | None:
    index, start, end = lead
    name, spans = structure.stream.quote(start, end)
    parts = tuple(_parts(structure, index, places))
    if not spans or len(parts) < 2:
        return None
    return ParsedList(name, says.kind or "element", parts, spans, says.announced)


def _parts(structure: Structure, index: int, places: list[tuple[int, int]]) -> Iterator[ParsedPart]:
    for number, (start, end) in enumerate(places, 1):
        text, spans = structure.stream.quote(start, end)
        if spans:
            yield ParsedPart(ParsedFact("part", text, spans, label=structure.label_of(index)), text, str(number))


def _elements(text: str, start: int, end: int, count: int) -> list[tuple[int, int]]:
    """The places of `count` elements between `start` and `end`; none when they are fewer or more."""
    cuts = [cut.span() for cut in _COMMA.finditer(text, start, end)]
    cuts = [cut for cut in cuts if text.count("(", start, cut[0]) == text.count(")", start, cut[0])]
    if len(cuts) == count - 2:
        joint = [cut.span() for cut in _LAST.finditer(text, cuts[-1][1] if cuts else start, end)]
        cuts += joint[-1:]
    if len(cuts) != count - 1:
        return []
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    places = list(zip(edges[::2], edges[1::2], strict=True))
    return places if all(0 < stop - begin <= _LONGEST for begin, stop in places) else []
