"""A list that stands in a document twice, in short and in full, becomes one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from store.ingest.parsed import ParsedList, ParsedPart

_ALIKE = 80


def merged(lists: Sequence[ParsedList]) -> list[ParsedList]:
    """`lists` without repetitions: of two that hold the same elements in order the fuller texts and plainer titles."""
    kept: list[ParsedList] = []
    begins: list[frozenset[str]] = []
    for each in lists:
        own = _keys(each.parts)
        likes = [] if len(each.parts) < 3 else [i for i, keys in enumerate(begins) if not own.isdisjoint(keys)]
        place = next((i for i in likes if _same(kept[i], each, begins[i], own)), None)
        if place is None:
            kept.append(each)
            begins.append(own)
        else:
            kept[place] = _joined(kept[place], each)
            begins[place] = _keys(kept[place].parts)
    return kept


def _same(one: ParsedList, other: ParsedList, begins: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two lists hold the same; `begins` and `others` are their keys."""
    if min(len(one.parts), len(other.parts)) < 3 or abs(len(one.parts) - len(other.parts)) > 1:
        return False
    if 2 * len(begins & others) < (len(begins) if len(one.parts) <= len(other.parts) else len(others)):
        return False
    if one.kind != other.kind and "element" not in (one.kind, other.kind) and not _numbered_alike(one, other):
        return False
    shorter, longer = sorted((one.parts, other.parts), key=len)
    hits = sum(1 for part in shorter if any(_alike(part, each) for each in longer))
    return hits >= 0.75 * len(longer)


def _keys(parts: Sequence[ParsedPart]) -> frozenset[str]:
    """How the elements' titles begin: lists that share few beginnings need no closer look."""
    return frozenset(part.title[:5].casefold() for part in parts)


def _numbered_alike(one: ParsedList, other: ParsedList) -> bool:
    return [part.number for part in one.parts] == [part.number for part in other.parts]


def _alike(one: ParsedPart, other: ParsedPart) -> bool:
    first, second = one.title.casefold(), other.title.casefold()
    return fuzz.ratio(first, second) >= _ALIKE or (
        min(len(first), len(second)) > 8 and fuzz.partial_ratio(first, second) >= 90
    )


def _joined(one: ParsedList, other: ParsedList) -> ParsedList:
    full = max((one, other), key=lambda each: (len(each.parts), sum(len(part.fact.text) for part in each.parts)))
    short = other if full is one else one
    named = one if one.announced is not None or other.announced is None else other
    parts = tuple(_fuller(part, short.parts) for part in full.parts)
    announced = named.announced
    whole = announced is None or len(parts) >= announced
    kind = named.kind if named.kind != "element" else (other.kind if named is one else one.kind)
    return replace(named, kind=kind, parts=parts, complete=whole and (one.complete or other.complete))


def _fuller(part: ParsedPart, others: Sequence[ParsedPart]) -> ParsedPart:
    """`part` with the plainer title, and the number and time, of its like in the other list."""
    likes = [each for each in others if _alike(part, each)]
    if not likes:
        return part
    like = max(likes, key=lambda each: fuzz.ratio(part.title.casefold(), each.title.casefold()))
    title = min(part.title, like.title, key=len) if min(len(part.title), len(like.title)) > 3 else part.title
    number = like.number if like.number and (not part.number or "." in part.number) else part.number
    return replace(part, title=title, number=number, when=part.when or like.when)
