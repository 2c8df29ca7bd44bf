"""Terms by their words: the runs of words of a question that are terms, longest first, with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

MOST_TERMS = 14
"""Terms handed on for one match, the surest: more would only cost the search its posting budget."""

WORD = re.compile(r"[^\W_]+")
_FOLDS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "é": "e", "è": "e", "ä": "ae", "ö": "o", "ü": "u"})

Weighed = tuple[tuple[str, float], ...]
Hit = tuple[int, int, Weighed]


@dataclass(frozen=True, slots=True)
class Question:
    """The words of a question; `places` says which token each came from, since "well-being" is two words."""

    words: tuple[str, ...]
    places: tuple[int, ...]
    asides: frozenset[int]
    """Words that never stand for a term alone: stop words, unless written like the abbreviation they look like."""
    common: frozenset[str] = frozenset()
    """Words that any matter could have: of two terms that share a word the one that begins otherwise is meant."""


@dataclass(frozen=True, slots=True)
class Runs:
    """Look-up of the runs of one question's words in one language; `begins` says where a long term may start."""

    begins: Sequence[bool]
    search: Callable[[int, int], Weighed]


@dataclass(frozen=True, slots=True)
class Index:
    """Terms by their words in two keys: `exact` for each word as spelt, `rough` with what inflection changes gone."""

    exact: dict[str, list[Weighed]] = field(default_factory=dict)
    rough: dict[str, list[Weighed]] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    """Rough first words of terms of several words: where none stands, no such term begins."""

    def add(self, exact: Sequence[str], rough: Sequence[str], weighed: Weighed, joined: str | None = None) -> None:
        """Add a term; `joined` is a rough head it may also begin with."""
        self.exact.setdefault("".join(exact), []).append(weighed)
        self.rough.setdefault("".join(rough), []).append(weighed)
        if len(rough) > 1:
            self.heads.add(rough[0])
        if joined:
            self.heads.add(joined)


def longest_runs(question: Question, free: list[bool], runs: Runs, lengths: Iterable[int]) -> Iterator[Hit]:
    """What is found in the free runs of words, longest run first, from left to right; found runs are taken."""
    count = len(question.words)
    for length in lengths:
        # Of "new school districts" the districts of schools are meant, not a new school.
        for start in sorted(range(count - length + 1), key=lambda at: question.words[at] in question.common):
            end = start + length
            if (length > 2 and not runs.begins[start]) or not all(free[start:end]):
                continue
            if length == 1 and start in question.asides:
                continue
            terms = runs.search(start, end)
            if terms:
                free[start:end] = [False] * length
                yield start, end, terms


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """A Danish word or term with its letters, blanks and hyphens levelled: "Ældre-råd" and "aeldreraad" are one."""
    folded = text.lower().translate(_FOLDS).replace("oe", "o").replace("aa", "a")
    return "".join(WORD.findall(folded))


def weigh(terms: Iterable[str], weight: float) -> Weighed:
    """Terms that all have one weight."""
    return tuple((term, weight) for term in terms)


def surest(found: Sequence[Weighed] | None) -> Weighed:
    """The terms of all entries found, each once with its highest weight, surest first."""
    if not found:
        return ()
    weights: dict[str, float] = {}
    for weighed in found:
        for term, weight in weighed:
            if weight > weights.get(term, 0.0):
                weights[term] = weight
    return tuple(sorted(weights.items(), key=_falling))[:MOST_TERMS]


def _falling(pair: tuple[str, float]) -> float:
    return -pair[1]
