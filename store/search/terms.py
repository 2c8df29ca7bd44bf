"""What is kept of a fact for ranking: its words in order as stems and forms, and the other keys that reach it.

A stored line reads " stem=form stem= … | +part *stem ~key ". The form is left out where it is the stem. The ranking
looks for " stem=", "=form ", "+part " and so on in it: a search in one string, with nothing to take apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from store.search.danish import CACHED_WORDS, analyse, stem, words
from store.search.wordlists import word_lists

SEPARATOR = "|"
LINE = "\n"
SKELETON = "~"
FEWEST_LETTERS = 300
LETTER_SHARES = {"e": 0.16, "r": 0.08, "n": 0.075, "d": 0.06, "t": 0.075, "a": 0.055, "i": 0.06, "s": 0.06}
LETTER_SHARES |= {"l": 0.05, "g": 0.045, "o": 0.05, "k": 0.035, "m": 0.035}
_HYPHENED = re.compile(r"(?<![\w-])[^\W\d_]{1,15}(?:-[^\W\d_]{2,15}){1,2}(?![\w-])")
LOST = 0.2  # of its usual share: a letter met more seldom than this was lost when the text was extracted


@dataclass(frozen=True, slots=True)
class Terms:
    """A text analysed for storage: `line` for the ranking, `keys` for the index, `words` for the vocabulary."""

    line: str
    keys: frozenset[str]
    words: frozenset[str]


def lost_letters(texts: Iterable[str]) -> str:
    """The letters that a text has abnormally few of, in order; "" for a short or a healthy text."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(text.lower())
    letters = sum(count for sign, count in counts.items() if sign.isalpha())
    if letters < FEWEST_LETTERS:
        return ""
    return "".join(letter for letter, share in LETTER_SHARES.items() if counts[letter] < LOST * share * letters)


def skeleton(word: str, letter: str) -> str | None:
    """The key of a word less one letter, None when too little is left to tell words apart."""
    bare = stem(word.replace(letter, ""))
    return f"{SKELETON}{letter}{bare}" if len(bare) >= 3 else None


@lru_cache(maxsize=512)  # the titles over a fact stand over its neighbours too
def analysed_head(text: str, lost: str = "") -> Terms:
    """As `analysed`, remembered."""
    return analysed(text, lost)


def analysed(text: str, lost: str = "") -> Terms:
    """Analyse a text; `lost` are the letters its document lost."""
    ordered: list[str] = []
    others: dict[str, None] = {}
    keys: set[str] = set()
    spelt: set[str] = set()
    for word in words(text):
        one = _one(word)
        if one is None:
            continue
        ordered.append(one.piece)
        others.update(one.others)
        keys.update(one.keys)
        if one.spelt:
            spelt.add(word)
        for letter in lost:
            key = skeleton(word, letter)
            if key is not None:
                others[key] = None
                keys.add(key)
    for joined in _HYPHENED.findall(text):
        # "kick-off" is asked for as "kickoff" too.
        one = _one(next(iter(words(joined.replace("-", ""))), ""))
        if one is not None:
            key = one.piece.partition("=")[0]
            others["*" + key] = None
            keys.add(key)
    for letter in lost if ordered else "":
        others[SKELETON + letter] = None  # alone: this shelf holds words without the letter
        keys.add(SKELETON + letter)
    line = " " + " ".join(ordered) + (f" {SEPARATOR} " + " ".join(others) if others else "") + " "
    return Terms(line, frozenset(keys), frozenset() if lost else frozenset(spelt))


@dataclass(frozen=True, slots=True)
class _One:
    """What one word adds to a text's terms."""

    piece: str
    others: dict[str, None]
    keys: tuple[str, ...]
    spelt: bool


@lru_cache(maxsize=CACHED_WORDS // 2)  # twenty words of a text are met again for one that is new
def _one(word: str) -> _One | None:
    """What the word adds; None for a stop word."""
    if word in word_lists().stop_da:
        return None
    analysis = analyse(word)
    first = analysis.stems[0]
    others = dict.fromkeys(["*" + second for second in analysis.stems[1:]] + ["+" + part for part in analysis.parts])
    piece = f"{first}=" if first == word else f"{first}={word}"
    return _One(piece, others, (*analysis.stems, *analysis.parts), len(word) > 2 and word.isalpha())


def stored(line: str) -> Terms:
    """A stored line taken apart again, for taking it off the index: equal to what `analysed` gave."""
    ordered, _, others = line.partition(SEPARATOR)
    pairs = [pair.partition("=") for pair in ordered.split()]
    keys = {first for first, _, _ in pairs}
    keys.update(key if key[0] == SKELETON else key[1:] for key in others.split())
    spelt: set[str] = set()
    if f" {SKELETON}" not in others:
        spelt = {form or first for first, _, form in pairs}
    return Terms(line, frozenset(keys), frozenset(word for word in spelt if len(word) > 2 and word.isalpha()))


def indexed_heads(heads: Sequence[Terms], kind: str, has_item: bool) -> Sequence[Terms]:
    """Which heads reach a fact in the index.

    A passage is found by its own words and its sub-heading: the titles over it stand over a hundred others too, and
    indexed with each they would look like common words. Sentence facts are found with the section they stand in.
    """
    if kind == "passage":
        return heads[1:-1] if has_item else heads[:-1]
    return () if kind in ("amount", "date", "person") else heads
