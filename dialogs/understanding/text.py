"""A message as words with their places, and the foldings under which two spellings count as the same word."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"\w+(?:[./'’&-]\w+)*")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_FOLDS = (("å", "a"), ("aa", "a"), ("ø", "o"), ("oe", "o"), ("ö", "o"), ("æ", "e"), ("ae", "e"), ("ä", "e"), ("é", "e"))


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `norm` is lower case without apostrophes, `start` and `end` are places in the tidied text.

    `name`: it is written with a capital inside a sentence, as names are.
    """

    norm: str
    start: int
    end: int
    name: bool = False


def tidy(text: str) -> str:
    """The text in one line, composed, without invisible signs."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def words(text: str) -> tuple[Word, ...]:
    """The words of a tidied text."""
    return tuple(
        Word(
            match.group().casefold().replace("'", "").replace("’", ""),
            match.start(),
            match.end(),
            match.start() > 0 and match.group()[0].isupper(),
        )
        for match in _WORD.finditer(text)
    )


def fold(word: str) -> str:
    """Danish letters written in other ways come out alike: "hvornår", "hvornaar" and "hvornar"."""
    for letters, folded in _FOLDS:
        word = word.replace(letters, folded)
    return word
