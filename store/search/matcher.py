"""How surely the concepts of a question stand in a line of stored terms, and how close together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import mul
from typing import TypeAlias

from store.search.concepts import Concept, Way
from store.search.terms import SKELETON, analysed

STEM_HIT, OTHER_STEM_HIT, PART_HIT = 1.0, 0.95, 0.85
SIDE_BY_SIDE, A_FEW_WORDS = 45, 280
"""Letters of a stored line between words: three words or so, and twenty."""
NOT_FAR, FAR_APART = 0.85, 0.55
UNPLACED = 0.9
"""For words of which one stands only inside another."""
NAMED = 0.4
"""How surely a concept must stand in a text to be named there."""
ACROSS = 0.9
"""For words of which one stands in the title and another under it."""
MOST_CLOSE = 12
LEAST_CLOSE = 0.5


_Needles: TypeAlias = tuple[tuple[str, float], ...]
_Look: TypeAlias = tuple[float, str, _Needles, tuple[tuple[str, ...], tuple[_Needles, ...]] | None, tuple[str, ...]]
"""A way as it is looked for: weight, first key with its needles, all keys with those of the others, forms as spelt."""
Half: TypeAlias = tuple[int, float, list[str], list[_Needles]]
"""What is left of a way: the place of its concept, the weight so far, the keys not met and their needles."""


class Matcher:
    """How well the concepts of one question stand in a line of stored terms."""

    def __init__(self, concepts: Sequence[Concept], held: Callable[[str], object] | None = None) -> None:
        """`held` says of a key whether any line to be matched may hold it: ways that cannot be met are left out."""
        self.concepts = concepts
        self._weights = [concept.weight for concept in concepts]
        self.total = sum(self._weights) or 1.0
        self._looks = [
            (place, looks)
            for place, concept in enumerate(concepts)
            if (looks := [_look(way) for way in concept.ways if held is None or all(map(held, way.keys))])
        ]
        self._several = [
            (place, apart) for place, looks in self._looks if (apart := [look for look in looks if look[3] is not None])
        ]

    def strengths(self, line: str) -> list[float]:
        """For each concept the surest way that stands in the line, 0 to 1."""
        found = [0.0] * len(self.concepts)
        for place, looks in self._looks:
            best = 0.0
            for weight, key, needles, several, spelt in looks:
                if weight <= best:
                    break
                if key not in line:  # most lines hold nothing of most concepts
                    continue
                lowest = _hit(needles, line) if several is None else _together(needles, several, line)
                if lowest:
                    exact = 0.0
                    for form in spelt:
                        if form in line:
                            exact = 0.03
                            break
                    best = max(best, min(1.0, weight * lowest + exact))
            found[place] = best
        return found

    def halves_in(self, line: str) -> list[Half]:
        """The ways of several keys of which a title holds some but not all: a text under it may hold the rest."""
        found: list[Half] = []
        for place, looks in self._several:
            for weight, _, needles, several, _ in looks:
                if several is None or not any([key in line for key in several[0]]):
                    continue
                held = [_hit(each, line) for each in (needles, *several[1])]
                if any(held) and not all(held):
                    rest = [each for each, sure in zip((needles, *several[1]), held, strict=True) if not sure]
                    keys = [each for each, sure in zip(several[0], held, strict=True) if not sure]
                    found.append((place, ACROSS * weight * min(sure for sure in held if sure), keys, rest))
        return found

    def closest(self, line: str) -> float:
        """The share of the question that stands within a few words somewhere in the line, 0 to 1."""
        hits: list[tuple[int, int, float]] = []
        for number, concept in enumerate(self.concepts):
            for way in concept.ways:
                if way.weight < LEAST_CLOSE or len(way.keys) > 1:
                    continue
                hits += [(at, number, way.weight) for at in _places(way.keys[0], line)]
        hits.sort()
        best = 0.0
        for first, (start, _, _) in enumerate(hits):
            met: dict[int, float] = {}
            for at, number, weight in hits[first : first + MOST_CLOSE]:
                if at - start > A_FEW_WORDS:
                    break
                met[number] = max(weight, met.get(number, 0.0))
            best = max(best, sum(self.concepts[number].weight * weight for number, weight in met.items()))
        return best / self.total

    def naming(self, word: str | None) -> Callable[[str], bool] | None:
        """A test whether a text names what a word of the question (in small letters) means; None for no such word."""
        places = [place for place, concept in enumerate(self.concepts) if word is not None and word in concept.words]
        if not places:
            return None

        def named(text: str) -> bool:
            held = self.strengths(analysed(text).line)
            return any(held[place] >= NAMED for place in places)

        return named

    def share(self, strengths: Sequence[float]) -> float:
        """The weighted share of the question that the strengths cover, 0 to 1."""
        held: float = sum(map(mul, self._weights, strengths))
        return held / self.total


def _look(way: Way) -> _Look:
    first, *others = way.keys
    several = (way.keys, tuple(map(_needles, others))) if others else None
    spelt = (f"={way.form} ", f" {way.form}= ") if way.form else ()
    return way.weight, first, _needles(first), several, spelt


@lru_cache(maxsize=8192)
def _needles(key: str) -> _Needles:
    """The ways a key may stand in a line, the surest first."""
    if key[0] == SKELETON:
        return ((f" {key} ", STEM_HIT),)
    return ((f" {key}=", STEM_HIT), (f" *{key} ", OTHER_STEM_HIT), (f" +{key} ", PART_HIT))


def _hit(needles: _Needles, line: str) -> float:
    """How a key stands in the line; 0 where it does not."""
    for needle, sure in needles:
        if needle in line:
            return sure
    return 0.0


def _together(first: _Needles, several: tuple[tuple[str, ...], tuple[_Needles, ...]], line: str) -> float:
    """How the keys of a way stand in the line, all of them; 0 where one does not."""
    keys, others = several
    lowest = _hit(first, line)
    for needles in others:
        lowest = lowest and min(lowest, _hit(needles, line))
    return lowest * _closeness(keys, line) if lowest else 0.0


def completed(strengths: list[float], halves: Iterable[Half], line: str) -> list[float]:
    """Strengths with what a line adds to the ways that its title holds half of."""
    found = strengths
    for place, weight, keys, rest in halves:
        if weight <= found[place] or any([key not in line for key in keys]):
            continue
        lowest = min([_hit(needles, line) for needles in rest])
        if weight * lowest > found[place]:
            if found is strengths:
                found = list(strengths)
            found[place] = weight * lowest
    return found


def _places(key: str, line: str) -> list[int]:
    """Where a stem stands in the line, the first MOST_CLOSE times."""
    needle = f" {key} " if key[0] == SKELETON else f" {key}="
    found: list[int] = []
    at = line.find(needle)
    while at >= 0 and len(found) < MOST_CLOSE:
        found.append(at)
        at = line.find(needle, at + 1)
    return found


def _closeness(keys: Sequence[str], line: str) -> float:
    """What words are worth that only together say what was asked: less when they stand far apart."""
    places = [_places(key, line) for key in keys]
    if not all(places):
        return UNPLACED
    apart = max(min(abs(one - other) for one in first for other in second) for first, second in pairwise(places))
    return 1.0 if apart <= SIDE_BY_SIDE else NOT_FAR if apart <= A_FEW_WORDS else FAR_APART


def best_of(*lists: Sequence[float]) -> list[float]:
    """The strongest at each place."""
    return list(map(max, *lists))


def scaled(strengths: Iterable[float], factor: float) -> list[float]:
    """All strengths times a factor."""
    return [factor * strength for strength in strengths]
