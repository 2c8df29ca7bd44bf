"""Item numbers, case numbers and deciding bodies in a text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from dialogs.understanding.mending import is_word
from dialogs.understanding.text import Word, fold, words
from dialogs.understanding.wordings import wordings
from store.records import BodyRecord

_ITEM = re.compile(
    r"\b(?:dagsordens?punkt(?:et)?|punkt(?:et)?|pkt|agenda\s+item|item|point|"
    r"(?:punkter(?:ne)?|items)(?=\s+\d{1,3}\s*(?:,|og\b|and\b|&))|sag(?=\s+n)|case(?=\s+no))"
    r"\.?\s*(?:nr\.?|nummer|no\.?|number|#)?\s*(?P<number>\d{1,4}(?:\.\d{1,2})?[a-z]?)\b(?![/-]\d)",
    re.IGNORECASE,
)
_CASES = (
    # The KLE journal number: subject, facet, running number, year ("82.06.00-P20-9-26").
    r"\d{2}\.\d{2}(?:\.\d{2})?-[A-ZÆØÅ]\d{2}-\d{1,5}-\d{2}(?:\d{2})?",
    r"(?:EMN|SAG|S|J)[- ]?(?:19|20)\d{2}[-/]\d{2,7}",
    r"(?:19|20)\d{2}[-/]\d{4,8}",
    r"\d{2}/\d{3,7}",
    r"\d{2}-\d{5,7}",
    r"(?:19|20)\d{2}-\d{2}-\d{3,7}",
)
_CASE = re.compile(
    r"(?:\b(?:sags?|case|journal|j\.?)\s*(?:-?nr\.?|-?nummer(?:et)?|no\.?|number)?\.?:?\s*)?"
    r"(?<![\w./-])(?P<number>" + "|".join(_CASES) + r")(?![\w/-])",
    re.IGNORECASE,
)
_PLAIN_CASE = re.compile(
    r"\b(?:sags?|case|journal|j\.?)[\s-]*(?:nr\.?|nummer(?:et)?|no\.?|number)\.?:?\s*(?P<number>\d{4,10})\b",
    re.IGNORECASE,
)
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


_KINDS = ("udvalget", "udvalg", "nevnet", "nevn", "radet", "rad")
_ALIKE = 88
_MOST_KEPT = 20_000
_LONG_ENOUGH = 6
"""Shorter words differ from others by a letter too often."""
_SHORT = 4
"""As `_LONG_ENOUGH`, beside other words of the same name."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Something recognised at `start` to `end` of the tidied text. `value` is a number as written, or a body's name."""

    kind: str
    start: int
    end: int
    value: str


def numbers(text: str) -> tuple[Slot, ...]:
    """Case numbers, then item numbers that are no part of them."""
    found: list[Slot] = []
    for pattern, kind in ((_CASE, "case"), (_PLAIN_CASE, "case"), (_ITEM, "item")):
        for match in pattern.finditer(text):
            if all(match.end() <= slot.start or match.start() >= slot.end for slot in found):
                found.append(Slot(kind, match.start(), match.end(), match["number"]))
    return tuple(found)


@lru_cache(maxsize=4096)
def _stem(name: str) -> str:
    """A body's name without its definite ending: "Direktionen" and "Direktion" are one."""
    word = fold(name.casefold())
    for ending in ("erne", "en", "et"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _forms(body: BodyRecord) -> Iterable[tuple[str, ...]]:
    """The ways in which a body may be named, as words in folded lower case."""
    usual = wordings().bodies
    for name in (body.name, *body.aliases):
        parts = tuple(fold(word.norm) for word in words(name))
        if parts:
            yield parts
        stem = _stem(name)
        for usual_stem, forms in usual.items():
            if _stem(usual_stem) == stem:
                for form in forms:
                    yield tuple(fold(word.norm) for word in words(form))


def _same_word(said: str, known: str) -> bool:
    """Whether the word said is the known one, inflected, with "møde" behind it, or slightly misspelt."""
    typed = fold(said)
    if typed == known:
        return True
    stem = _stem(known)
    if len(stem) >= 4 and typed.startswith(stem[:4]) and typed in _inflected(stem, known):
        return True
    allowed = 2 if len(stem) >= 12 else 1
    bare = _stem(typed)
    if len(typed) >= 7 and len(known) >= 7 and bare[0] == stem[0] and _within(bare, stem, allowed):
        return True
    return _near_form(said, known, _LONG_ENOUGH)


def _near_form(said: str, known: str, shortest: int) -> bool:
    """Whether the word said, which no dictionary has, is a form of the known one but for a letter."""
    if len(known) < shortest or is_word(said):
        return False
    forms = [form for form in _inflected(_stem(known), known) if len(form) >= shortest]
    return any(_off_by(said, form, 1, shortest) for form in forms)


def _ends_in(form: tuple[str, ...], said: str) -> bool:
    """Whether the word said may be the last one of a name; behind another of its words it may be any misspelling."""
    if _same_word(said, form[-1]):
        return True
    return len(form) > 1 and any(
        len(each) >= _SHORT and _off_by(said, each, 1, _SHORT) for each in _inflected(_stem(form[-1]), form[-1])
    )


def _same_part(said: str, known: str) -> bool:
    """Whether a word in front of the last one of a name is meant: between the others of the name a typo is clear."""
    if fold(said) == known:
        return True
    return len(known) > _SHORT and not is_word(said) and _off_by(said, known, 2 if len(known) >= 8 else 1, _SHORT)


def _off_by(said: str, known: str, edits: int, shortest: int) -> bool:
    """Whether a word is the known one but for typos, as it stands or with its Danish letters written otherwise."""
    return any(
        len(typed) >= shortest and typed[0] == known[0] and _within(typed, known, edits) for typed in {said, fold(said)}
    )


def _within(typed: str, known: str, edits: int) -> bool:
    return OSA.distance(typed, known, score_cutoff=edits) <= edits


@lru_cache(maxsize=4096)
def _inflected(stem: str, known: str) -> frozenset[str]:
    """A name's last word in all its forms."""
    return frozenset(fold(base + ending) for base in (stem, known) for ending in _ENDINGS)


class BodyNames:
    """The known bodies, ready to be recognised. Build once for a set of bodies."""

    def __init__(self, bodies: Sequence[BodyRecord]) -> None:
        self._forms: list[tuple[tuple[str, ...], str]] = []
        taken: dict[tuple[str, ...], set[str]] = {}
        for body in bodies:
            for form in _forms(body):
                taken.setdefault(form, set()).add(body.name)
        for form, names in taken.items():
            # A form that two bodies share ("council") names neither.
            if len(names) == 1:
                self._forms.append((form, next(iter(names))))
        tails: dict[str, set[str]] = {}
        for body in bodies:
            parts = tuple(fold(word.norm) for word in words(body.name))
            if len(parts) > 1 and len(parts[-1]) >= 8:
                tails.setdefault(parts[-1], set()).add(body.name)
            if len(parts) > 1 and parts[0] + "-" in fold(body.name.casefold()):
                # "Teknikudvalget" for "Teknik- og Miljøudvalget": the first half with the ending of the last.
                for ending in _KINDS:
                    if parts[-1].endswith(ending):
                        tails.setdefault(parts[0] + ending, set()).add(body.name)
        self._forms += [((tail,), next(iter(names))) for tail, names in tails.items() if len(names) == 1]
        self._known = {fold(name.casefold()): body.name for body in bodies for name in (body.name, *body.aliases)}
        self._forms.sort(key=lambda entry: -len(entry[0]))
        self._ending: dict[str, tuple[int, ...]] = {}

    def near(self, name: str) -> str | None:
        """The body whose name is this but for its spelling; None when there is none."""
        wanted = fold(name.casefold())
        best = max(self._known, key=lambda known: fuzz.ratio(wanted, known), default=None)
        return self._known[best] if best is not None and fuzz.ratio(wanted, best) >= _ALIKE else None

    def find(self, typed: Sequence[Word]) -> tuple[Slot, ...]:
        """The bodies named among the words, in order."""
        said = [word.norm for word in typed]
        ended = [(number, at) for at, word in enumerate(said) for number in self._ends(word)]
        if not ended:
            return ()
        found: list[Slot] = []
        used: set[int] = set()
        # The longest name first, and of each its first place.
        for number, last in sorted(ended):
            form, name = self._forms[number]
            first = last + 1 - len(form)
            if first < 0 or used & set(range(first, last + 1)):
                continue
            if not all(_same_part(word, part) for word, part in zip(said[first:last], form, strict=False)):
                continue
            used |= set(range(first, last + 1))
            found.append(Slot("body", typed[first].start, typed[last].end, name))
        return tuple(sorted(found, key=lambda slot: slot.start))

    def _ends(self, word: str) -> tuple[int, ...]:
        """Numbers of the forms whose last word this is."""
        known = self._ending.get(word)
        if known is None:
            known = tuple(number for number, (form, _) in enumerate(self._forms) if _ends_in(form, word))
            if len(self._ending) >= _MOST_KEPT:
                self._ending.clear()
            self._ending[word] = known
        return known
