"""Item numbers, case numbers and deciding bodies in a text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from dialogs.understanding.bodyenglish import english_names
from dialogs.understanding.bodywords import LastWords, same_part, stem
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
    r"(?:19|20)\d{2}[-/](?!(?:19|20)\d{2}(?!\d))\d{4,8}",  # "2023-2026" is the years of a plan
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
_KINDS = ("udvalget", "udvalg", "nevnet", "nevn", "radet", "rad")
_ALIKE = 88


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


_OF_OTHERS = frozenset(
    (
        *("village", "villages", "youth", "student", "students", "pupils", "school", "parish", "senior", "seniors"),
        *("elders", "parents", "users", "residents", "disability", "works", "tenants"),
    )
)
"""Whose councils and boards are not those of the municipality."""


def _forms(body: BodyRecord) -> Iterable[tuple[str, ...]]:
    """The ways in which a body may be named, as words in folded lower case."""
    usual = wordings().bodies
    for name in (body.name, *body.aliases):
        parts = tuple(fold(word.norm) for word in words(name))
        if parts:
            yield parts
        yield from english_names(tuple(word.norm for word in words(name)))
        own = stem(name)
        for usual_stem, forms in usual.items():
            if stem(usual_stem) == own:
                for form in forms:
                    yield tuple(fold(word.norm) for word in words(form))


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
        self._last = LastWords([form for form, _ in self._forms])

    def near(self, name: str) -> str | None:
        """The body whose name is this but for its spelling; None when there is none."""
        wanted = fold(name.casefold())
        best = max(self._known, key=lambda known: fuzz.ratio(wanted, known), default=None)
        return self._known[best] if best is not None and fuzz.ratio(wanted, best) >= _ALIKE else None

    def find(self, typed: Sequence[Word]) -> tuple[Slot, ...]:
        """The bodies named among the words, in order."""
        said = [word.norm for word in typed]
        ended = [(number, at) for at, word in enumerate(said) for number in self._last.ends(word)]
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
            if len(form) == 1 and first and said[first - 1] in _OF_OTHERS:
                continue  # a village council is none of ours
            if not all(same_part(word, part) for word, part in zip(said[first:last], form, strict=False)):
                continue
            used |= set(range(first, last + 1))
            found.append(Slot("body", typed[first].start, typed[last].end, name))
        return tuple(sorted(found, key=lambda slot: slot.start))
