"""Words that a message is read by, and which of them a misspelt word may stand for.

Only a word that no dictionary has is ever mended, and only where one word of the vocabulary is nearest to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialogs.understanding import calendar_words as cw
from dialogs.understanding.tense import TENSES
from dialogs.understanding.text import fold
from dialogs.understanding.wordings import LANGUAGES, wordings
from store.records import Lang

SHORTEST = 4
LONG = 8
"""From this length on a word may be two typos away, below it one."""
CALENDAR = frozenset(word for word in (*cw.MONTHS, *cw.WEEKDAYS) if len(word) >= SHORTEST)
_ADVERBS = (*cw.SEASONS, *cw.RELATIVE_DAYS, *cw.UNITS, *cw.NUMBERS, *cw.LAST, *cw.THIS, *cw.NEXT)
_BESIDE = [
    "punkt",
    "punktet",
    "punkter",
    "dagsordenspunkt",
    "nummer",
    "sagsnummer",
    "mellem",
    "inden",
    "indtil",
    "siden",
    "efter",
    "perioden",
    "agenda",
    "item",
    "items",
    "case",
    "number",
    "between",
    "before",
    "until",
    "since",
    "after",
    "during",
]
"""Words that times and numbers are told by."""
CLEAR = 6
"""A cue word of so many letters with one typo is rarely another word, though a dictionary may have one as near."""
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


def vocabulary() -> frozenset[str]:
    """The words that a message is read by, as far as they are long enough to be told from others."""
    known = wordings()
    some: set[str] = {*CALENDAR, *TENSES, *_BESIDE, *known.empty, *known.coming, *known.edges}
    some.update(*known.signs.values())
    some.update(*(each.pattern.vocabulary for each in (*known.intents, *known.commands, *known.wrappers)))
    some.update(word for forms in known.classes.values() for form, _ in forms for word in form)
    some.update(part for word in _ADVERBS for part in word.split())
    return frozenset(word for word in some if len(word) >= SHORTEST and word.isalpha())


def allowed(typed: int, meant: int) -> int:
    """How many typos a word of so many letters may hold for one that has so many."""
    return 2 if typed >= LONG - 1 and meant >= LONG else 1


@lru_cache(maxsize=1)
def _sections() -> tuple[frozenset[str], frozenset[str]]:
    """Of lookalikes.txt: the cue words that it was made for, and the words of a dictionary that look like one."""
    text = resources.files("dialogs.understanding").joinpath("lookalikes.txt").read_text(encoding="utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    cues, _, others = body.partition("[words]")
    return frozenset(cues.replace("[cues]", " ").split()), frozenset(others.split())


def covered() -> frozenset[str]:
    """The cue words whose lookalikes are known; no other is mended to, lest a word be taken for it."""
    return _sections()[0]


class Vocabulary:
    """Words to mend to, by first letter and length."""

    def __init__(self, known: Iterable[str]) -> None:
        self.words = frozenset(known)
        self._near: dict[tuple[str, int], list[str]] = {}
        self._folded: dict[str, list[str]] = {}
        for word in sorted(self.words):
            self._near.setdefault((word[0], len(word)), []).append(word)
            self._folded.setdefault(fold(word), []).append(word)

    def nearest(self, word: str) -> tuple[int, list[str]]:
        """The words fewest typos away, by the alphabet, and how many; the first letter is seldom the wrong one."""
        # "Oe" for "ø" is no typo, but "abent" may as well be "absent" as "åbent".
        found: dict[str, int] = dict.fromkeys(self._folded.get(fold(word), ()), 1)
        for size in range(len(word) - 2, len(word) + 3):
            most = allowed(len(word), size)
            if abs(size - len(word)) <= most:
                some = self._near.get((word[0], size), ())
                near = process.extract(word, some, scorer=OSA.distance, score_cutoff=most, limit=None)
                found |= {other: min(int(edits), found.get(other, LONG)) for other, edits, _ in near}
        least = min(found.values(), default=LONG)
        if least > 1:
            # The first two letters changed places, or in a longer word the first is missing or one too many.
            more = (word[1:], *(letter + word for letter in _LETTERS)) if len(word) > SHORTEST else ()
            first = sorted({each for each in (word[1] + word[0] + word[2:], *more) if each in self.words})
            if first:
                return 1, first
        return least, sorted(other for other, edits in found.items() if edits == least)


@dataclass(frozen=True, slots=True)
class Known:
    """What is mended to, what is a word of its own, and the cue words of each language."""

    cues: Vocabulary
    others: Vocabulary
    usual: frozenset[str]
    """Words that nearly every question has."""
    of: Mapping[Lang, frozenset[str]]


@lru_cache(maxsize=1)
def known_words() -> Known:
    """All of that, made on first use."""
    known = wordings()
    every = vocabulary()
    of: dict[Lang, set[str]] = {lang: set(known.signs[lang]) for lang in LANGUAGES}
    for wording in (*known.intents, *known.commands, *known.wrappers):
        of[wording.lang] |= wording.pattern.vocabulary
    return Known(
        Vocabulary(every & covered()),
        Vocabulary((_sections()[1] | known.names | known.edges) - every),
        frozenset({*CALENDAR, *_BESIDE, *known.edges}.union(*known.signs.values())),
        {lang: frozenset(some) for lang, some in of.items()},
    )


def is_word(word: str) -> bool:
    """Whether a word in lower case is a cue, or looks like one and is a word of its own."""
    known = known_words()
    return word in known.cues.words or word in known.others.words


@dataclass(frozen=True, slots=True)
class Meant:
    """Cue words that a word may be a misspelling of; `sure` unless other words are as near, cue words or not."""

    words: tuple[str, ...] = ()
    sure: bool = False


_NOTHING = Meant()


@lru_cache(maxsize=8192)
def meant(word: str) -> Meant:
    """What a word in lower case may be a misspelling of; nothing when it is a word of its own."""
    if len(word) < SHORTEST or not word.isalpha() or is_word(word):
        return _NOTHING
    known = known_words()
    edits, near = known.cues.nearest(word)
    if not near:
        return _NOTHING
    other, others = known.others.nearest(word)
    if others and other < edits:
        return _NOTHING
    # "Sagen" and "oktober" are meant far more often than the rare words that are as near.
    clear = known.usual.issuperset(near) or (edits < 2 and min(map(len, near)) >= CLEAR)
    return Meant(tuple(near), not others or other > edits or clear)
