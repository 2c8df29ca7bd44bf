"""What is known of a word: by the glossary, by the lexicons, and by the shelves that a question opens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from store.records import Lang
from store.search.concepts import (
    ABBREVIATED,
    ALL_PARTS,
    NEARLY,
    NEARLY_COUNTS,
    ONE_SAYS_NOTHING,
    Concept,
    Way,
    any_matter,
    ways_of,
    ways_of_term,
)
from store.search.danish import derived, halves_of, key_of, known, known_english, lemma, written_out
from store.search.danish import words as words_of
from store.search.english import bases
from store.search.glossary import Glossary, load
from store.search.glossary_rows import Entry, shipped
from store.search.vocabulary import MOST_NEAR, Bands, Frequencies, Near, bands, nearest
from store.search.wordlists import word_lists

STRONG = 0.7
"""Ways at least this sure tell how rare a concept is."""
DERIVED = 0.82
LONG_ENOUGH = 5
SHORTEST_FOREIGN = 6
MOST_OF_HALF = 4
Weighed = tuple[tuple[str, float], ...]
"""Danish terms with how surely they say what was asked."""


@lru_cache(maxsize=2)
def _stop(lang: Lang) -> frozenset[str]:
    lists = word_lists()
    if lang == "en":
        return lists.stop_da | lists.stop_en
    return lists.stop_da | frozenset(word for word in lists.stop_en if not known(word))


def _long(words: Iterable[str]) -> frozenset[str]:
    """Words long enough that a typo in one leaves it to be known by: short ones are near to too many others."""
    return frozenset(word for word in words if len(word) >= LONG_ENOUGH)


@lru_cache(maxsize=4)
def terms_with(extra: tuple[Entry, ...]) -> Terms:
    """The glossary with these terms of an administrator, made once for each such list."""
    return Terms(extra)


@lru_cache(maxsize=8192)
def _ways_of(term: str, weight: float) -> tuple[Way, ...]:
    """The ways of a term of the glossary."""
    return ways_of_term(words_of(term), weight)


class Terms:
    """The glossary with an administrator's terms, and its words for repairing typos."""

    def __init__(self, extra: tuple[Entry, ...]) -> None:
        self.extra = extra
        self.glossary: Glossary = load(extra, analyse=key_of)
        lists = word_lists()
        entries = (*shipped(), *extra)
        danish = {
            word
            for entry in entries
            for term in (entry.danish, *entry.forms, *entry.synonyms, *entry.near, *entry.abbreviations)
            for word in words_of(term)
        }
        english = {
            word for entry in entries for term in (*entry.english, *entry.english_near) for word in words_of(term)
        }
        plurals = {word + "s" for word in english if not word.endswith("s")}
        self.words = danish | english
        self.bands: dict[Lang, Bands] = {
            "da": bands(danish | lists.stop_da | _long(lists.light)),
            "en": bands(english | plurals | lists.stop_en | _long(lists.light_en)),
        }


@dataclass(slots=True)
class Knowledge:
    """The glossary, the language of the question and the opened shelves together."""

    terms: Terms
    frequencies: Frequencies
    vocabulary: Callable[[], Sequence[Bands]]
    """The words of the opened shelves."""
    lang: Lang

    def stop(self) -> frozenset[str]:
        """Words without a meaning of their own in a question."""
        return _stop(self.lang)

    def is_term(self, word: str) -> bool:
        """Whether the glossary may be believed on a word: it forgives endings, so that a typo can look like a term."""
        return not word.isalpha() or known(word) or known_english(word) or word in self.terms.words

    def looked_up(self, word: str) -> Weighed:
        """What the glossary has for one word."""
        return tuple(pair for match in self.terms.glossary.lookup([word], self.lang) for pair in match.terms)

    def in_danish(self, word: str) -> Weighed:
        """What the glossary has for a Danish word, whatever the language of the question."""
        return tuple(pair for match in self.terms.glossary.lookup([word], "da") for pair in match.terms)

    def ways(self, word: str) -> Iterable[Way]:
        """The ways of one word besides what the glossary says of it as typed."""
        yield from ways_of(word)
        for other in written_out(word):
            yield from ways_of(other, ABBREVIATED, parts=False)
        for other in _adjectives(word):
            yield from ways_of(other, DERIVED, parts=False)
        for other in derived(word):
            yield from ways_of(other, DERIVED, parts=False)
        if self.lang == "en":
            for base in bases(word):
                yield from self.translated(self.looked_up(base))

    def ways_of_halves(self, word: str) -> Iterable[Way]:
        """The ways of a compound that nobody wrote: each half of it as it stands, or as the glossary has it."""
        halves = halves_of(word)
        if halves is None:
            return
        firsts, lasts = (self._ways_of_half(half) for half in halves)
        both = ALL_PARTS * (ONE_SAYS_NOTHING if any(map(any_matter, halves)) else 1.0)
        for first, sure in firsts:
            for last, as_sure in lasts:
                if first != last and sure * as_sure < 1.0:
                    yield Way((first, last), both * sure * as_sure)

    def _ways_of_half(self, half: str) -> list[tuple[str, float]]:
        found = {key_of(half): 1.0}
        for term, weight in self.in_danish(half)[:MOST_OF_HALF]:
            if term.isalpha():
                found.setdefault(key_of(term.lower()), weight)
        return list(found.items())

    def is_known(self, word: str) -> bool:
        """Whether the word is one of the question's language."""
        if self.lang == "en":
            return known_english(word) or word in self.terms.words
        return known(word)

    def translated(self, terms: Weighed, factor: float = 1.0) -> Iterable[Way]:
        """The ways of the glossary's terms."""
        for term, weight in terms:
            sure = weight if weight > NEARLY else weight * NEARLY_COUNTS
            yield from _ways_of(term, sure * factor)

    def near(self, word: str, limit: int) -> list[Near]:
        """The words of the opened shelves nearest to one; a question is read in several ways, with the same typos."""
        return self._kept(("near", word, *(shelf.id for shelf in self.frequencies.shelves)), word, limit)

    def near_terms(self, word: str, limit: int) -> list[Near]:
        """The words of the glossary, and the stop words, of the question's language nearest to one."""
        return self._kept(("near term", word, self.lang), word, limit, [self.terms.bands[self.lang]])

    def _kept(
        self, place: tuple[object, ...], word: str, limit: int, lists: Sequence[Bands] | None = None
    ) -> list[Near]:
        """The nearest words of the lists, else of the opened shelves: looked for once in a question."""
        kept = self.frequencies.driver.kept
        found: list[Near] | None = kept.get(place)
        if found is None:
            found = kept[place] = nearest(word, self.vocabulary() if lists is None else lists, MOST_NEAR)
        return found[:limit]

    def held(self, concept: Concept) -> bool:
        """Whether the opened shelves hold a sure way of the concept."""
        return any(self.found(way) for way in concept.ways if way.weight >= STRONG)

    def found(self, way: Way) -> int:
        """How many facts hold all keys of the way, at most."""
        return min(self.frequencies.df(key) for key in way.keys)


def _adjectives(word: str) -> tuple[str, ...]:
    """The adjective that Danish makes of a foreign noun: "telemedicinsk", "økonomisk", "pædagogisk"."""
    if len(word) < SHORTEST_FOREIGN:
        return ()
    if word.endswith("ik"):
        return (word.removesuffix("k") + "sk",)
    return (word + "sk",) if word.endswith(("i", "in")) else ()


def is_generic(words: Sequence[str]) -> bool:
    """Whether nearly every item could have these words."""
    lists = word_lists()
    return all(word in lists.generic or lemma(word) in lists.generic or word in lists.generic_en for word in words)


def is_light(words: Sequence[str], lang: Lang) -> bool:
    """Whether the words say what is done or how it is rather than what matter is meant ("go ahead", "i gang")."""
    lists = word_lists()
    stop = _stop(lang) if len(words) > 1 else frozenset()
    said = [word for word in words if word not in stop]
    if lang == "en":
        return bool(said) and all(word in lists.light_en for word in said)
    return bool(said) and all(word in lists.light or lemma(word) in lists.light for word in said)


def municipality(word: str, typed: str) -> str | None:
    """The municipality that a word names, genitive or not; everyday words count only with a capital."""
    lists = word_lists()
    for name in (word, word.removesuffix("s")):
        if name in lists.municipalities and (name not in lists.everyday or typed[:1].isupper()):
            return name
    return None
