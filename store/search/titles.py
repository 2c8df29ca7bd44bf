"""What a title says: its stems, how much of it a question names, and whether it says anything."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache

from store.search.danish import Analysis, analyse, lemma, words
from store.search.wordlists import word_lists


@lru_cache(maxsize=2_000)
def stemmed(text: str) -> str:
    return " ".join(analyse(word).stems[0] for word in words(text))


@lru_cache(maxsize=2_000)
def says_nothing(title: str) -> bool:
    """Whether a title is none, or one that any matter could stand under."""
    lists = word_lists()
    silent = lists.generic | lists.silent | lists.stop_da
    return all(word in silent or lemma(word) in silent for word in words(title))


def named(title: str, keys: AbstractSet[str]) -> float:
    """The share of a title's words that are among the keys, themselves or by a part of them."""
    met = [
        0.7 * (not keys.isdisjoint(analysis.parts)) if keys.isdisjoint(analysis.stems) else 1.0
        for analysis in _title_words(title)
    ]
    return sum(met) / len(met) if met else 0.0


@lru_cache(maxsize=2_000)
def _title_words(title: str) -> tuple[Analysis, ...]:
    lists = word_lists()
    return tuple(analyse(word) for word in words(title) if word not in lists.stop_da)
