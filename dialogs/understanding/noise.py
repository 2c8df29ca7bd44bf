"""What is no question: web addresses and markup inside one, sums, and letters typed at random."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.understanding.text import Word

_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\s]*\)")
_ADDRESS = re.compile(r"(?:\b[a-z][a-z0-9+.-]{1,9}://|\bwww\.)\S+", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)
_SPELLED = re.compile(r"[^\W\d_]{2,}")
_VOWEL = re.compile(r"[aeiouyæøåäöéü]")
_SAME = re.compile(r"(.)\1{3,}")
_NUMBER = re.compile(r"\D{0,2}(\d{1,4})\D{0,2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SUM = re.compile(
    r"(?:hvad\s+(?:er|giver|bliver)|what\s+is|whats|what's|beregn|udregn|calculate)?[\s:]*(?:[\d\s.,()]+(?:[+*/x×÷^-]|plus|minus|gange|"
    r"times|divideret\s+med|divided\s+by|over))+[\d\s.,()]+[=?\s]*",
    re.IGNORECASE,
)
_ROWS = ("qwertyuiopå", "asdfghjklæø", "zxcvbnm")
_RUN = 5
"""Neighbouring keys in a row that no word has: "tyui" and "erty" occur in words, five do not."""
_RANDOM = frozenset(row[at : at + _RUN] for keys in _ROWS for row in (keys, keys[::-1]) for at in range(len(row) - 4))


def without_addresses(text: str) -> str:
    """The text without web addresses and tags; of a link its words stay."""
    return _TAG.sub(" ", _ADDRESS.sub(" ", _LINK.sub(r"\1", text)))


def bare_number(text: str) -> str | None:
    """The number that a message consists of, None when it is a year or there is more."""
    match = _NUMBER.fullmatch(text.strip())
    return match[1] if match and not _YEAR.fullmatch(match[1]) else None


def is_noise(text: str, typed: Sequence[Word]) -> bool:
    """Whether a message is a sum, or has no word that could be one."""
    if _SUM.fullmatch(text):
        return True
    spelled = [word.norm for word in typed if _SPELLED.search(word.norm)]
    return all(_random(word) for word in spelled)


def _random(word: str) -> bool:
    if any(keys in word for keys in _RANDOM) or _SAME.search(word):
        return True
    return len(word) >= 5 and word.isalpha() and not _VOWEL.search(word)
