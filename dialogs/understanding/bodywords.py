"""The words of deciding bodies' names as people write them: inflected, with "møde" behind them, or misspelt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialogs.understanding.nearwords import is_word
from dialogs.understanding.text import fold

_ENDINGS = (
    "",
    "s",
    "en",
    "ens",
    "et",
    "ets",
    "n",
    "ns",
    "t",
    "ts",
    "mødet",
    "møde",
    "møder",
    "møderne",
    "smødet",
    "smøde",
    "smøder",
    "ens møde",
)
_LONG_ENOUGH = 6
"""Shorter words differ from others by a letter too often."""
_SHORT = 4
"""As `_LONG_ENOUGH`, beside other words of the same name."""
_MOST_KEPT = 20_000


@lru_cache(maxsize=4096)
def stem(name: str) -> str:
    """A body's name without its definite ending: "Direktionen" and "Direktion" are one."""
    word = fold(name.casefold())
    for ending in ("erne", "en", "et"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def same_part(said: str, known: str) -> bool:
    """Whether a word in front of the last one of a name is meant: between the others of the name a typo is clear."""
    if fold(said) == known:
        return True
    if len(known) <= _SHORT or is_word(said):
        return False
    edits = 2 if len(known) >= 8 else 1
    return any(
        len(typed) >= _SHORT and typed[0] == known[0] and OSA.distance(typed, known, score_cutoff=edits) <= edits
        for typed in {said, fold(said)}
    )


class LastWords:
    """The last words of names, by their forms and by what is near to them. Build once for a set of names."""

    def __init__(self, names: Sequence[tuple[str, ...]]) -> None:
        self._exact: dict[str, set[int]] = {}
        self._stems: dict[str, set[int]] = {}
        self._alone: dict[str, set[int]] = {}
        self._beside: dict[str, set[int]] = {}
        for number, name in enumerate(names):
            last, base = name[-1], stem(name[-1])
            forms = {fold(each + ending) for each in (base, last) for ending in _ENDINGS}
            for form in forms if len(base) >= 4 else {last}:
                self._exact.setdefault(form, set()).add(number)
            if len(last) >= 7:
                self._stems.setdefault(base, set()).add(number)
            for form in forms:
                if len(form) >= _LONG_ENOUGH and len(last) >= _LONG_ENOUGH:
                    self._alone.setdefault(form, set()).add(number)
                if len(form) >= _SHORT and len(name) > 1:
                    self._beside.setdefault(form, set()).add(number)
        self._near = {id(some): _by_size(some) for some in (self._stems, self._alone, self._beside)}
        self._kept: dict[str, tuple[int, ...]] = {}

    def ends(self, word: str) -> tuple[int, ...]:
        """Numbers of the names whose last word this may be; behind another of its words it may be any misspelling."""
        known = self._kept.get(word)
        if known is None:
            known = tuple(sorted(self._found(word)))
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[word] = known
        return known

    def _found(self, said: str) -> set[int]:
        typed = fold(said)
        found = set(self._exact.get(typed, ()))
        if len(typed) >= 7:
            bare = stem(typed)
            found |= self._within(bare, self._stems, 1)
            found |= {number for base, some in self._around(bare, self._stems, 2) if len(base) >= 12 for number in some}
        for each in {said, typed}:
            if len(each) >= _LONG_ENOUGH and not is_word(said):
                found |= self._within(each, self._alone, 1)
            if len(each) >= _SHORT:
                found |= self._within(each, self._beside, 1)
        return found

    def _within(self, word: str, known: dict[str, set[int]], edits: int) -> set[int]:
        return {number for _, some in self._around(word, known, edits) for number in some}

    def _around(self, word: str, known: dict[str, set[int]], edits: int) -> list[tuple[str, set[int]]]:
        """The known words with the same first letter that are so near, with the numbers of their names."""
        sizes = self._near[id(known)]
        some = [
            near for size in range(len(word) - edits, len(word) + edits + 1) for near in sizes.get((word[0], size), ())
        ]
        close = process.extract(word, some, scorer=OSA.distance, score_cutoff=edits, limit=None) if some else []
        return [(near, known[near]) for near, _, _ in close]


def _by_size(known: dict[str, set[int]]) -> dict[tuple[str, int], list[str]]:
    sizes: dict[tuple[str, int], list[str]] = {}
    for word in sorted(known):
        if word:
            sizes.setdefault((word[0], len(word)), []).append(word)
    return sizes
