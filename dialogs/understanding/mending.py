"""Misspelt cue words, months and weekdays put right before a message is read; what it is about stays as typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogs.understanding.language import language
from dialogs.understanding.nearwords import CALENDAR, CLEAR, known_words, meant
from dialogs.understanding.text import Word, words
from store.records import Lang

MOST_OPEN = 8
"""Readings that are tried for words that may be several."""
LONGEST_TRIED = 60
"""Words of a message; in a longer one such words are left alone."""
_LANGUAGES = frozenset(("english", "danish"))


@dataclass(frozen=True, slots=True)
class Mending:
    """What is to be put right in a message: `sure` words by number, and `open` ones with what each may stand for."""

    clean: str
    typed: tuple[Word, ...]
    sure: Mapping[int, str]
    open: Sequence[tuple[int, Sequence[str]]]

    def reading(self, more: Mapping[int, str]) -> tuple[str, tuple[Word, ...]]:
        """The text with its cue words put right, `more` of them than the sure ones, and its words one for one."""
        return _rewritten(self.clean, self.typed, {**self.sure, **more})


def mending(clean: str, typed: Sequence[Word]) -> Mending:
    """What is misspelt in a message; nothing in one that is too long to be a question."""
    tried = typed if len(typed) <= 2 * LONGEST_TRIED else ()
    near = {number: found for number, word in enumerate(tried) if (found := meant(word.norm)).words}
    sure: dict[int, str] = {}
    undecided: list[tuple[int, Sequence[str]]] = []
    lang = language([word for number, word in enumerate(typed) if number not in near]) if near else None
    for number, found in near.items():
        left = _of_language(found.words, lang)
        written = [better for one in left if (better := _settled(clean, typed, number, one))]
        if written and found.sure and len(left) == 1:
            sure[number] = written[0]
        elif written and sum(len(forms) for _, forms in undecided) < MOST_OPEN and len(typed) <= LONGEST_TRIED:
            undecided.append((number, written[:MOST_OPEN]))
    return Mending(clean, tuple(typed), sure, undecided)


def _rewritten(clean: str, typed: Sequence[Word], better: Mapping[int, str]) -> tuple[str, tuple[Word, ...]]:
    """The text with other words in the place of some."""
    if not better:
        return clean, tuple(typed)
    parts: list[str] = []
    at = 0
    for number in sorted(better):
        parts += [clean[at : typed[number].start], better[number]]
        at = typed[number].end
    text = "".join([*parts, clean[at:]])
    return text, words(text)


def _of_language(near: Sequence[str], lang: Lang | None) -> Sequence[str]:
    """The words without those that belong to the other language alone."""
    if lang is None:
        return near
    of = known_words().of
    other: Lang = "en" if lang == "da" else "da"
    return [one for one in near if one in of[lang] or one not in of[other] or one in CALENDAR]


def _settled(clean: str, typed: Sequence[Word], number: int, better: str) -> str | None:
    """What to write for a word; a name is never mended, but for a month or weekday beside a number."""
    word = typed[number]
    if not word.name:
        return better
    if better in _LANGUAGES:
        return better.capitalize()
    if better not in CALENDAR or clean[word.start : word.end].isupper():
        return None
    before, beside = typed[max(0, number - 2) : number], typed[number + 1 : number + 2]
    dated = any(_DIGIT.match(other.norm) for other in (*before, *beside))
    told = len(better) > CLEAR and any(other.norm in _LEADS for other in before[-1:])
    return better.capitalize() if dated or told else None


_DIGIT = re.compile(r"\d")
_LEADS = frozenset(("i", "in", "inden", "før", "before", "by", "until", "since", "siden", "during"))
