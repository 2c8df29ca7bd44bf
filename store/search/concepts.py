"""A question as concepts: for each thing it names, the ways the stored text may put it, with how sure each way is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from store.search.danish import Token, analyse, halves_of, lemma
from store.search.wordlists import word_lists

EXACT, STEM, OTHER_STEM = 1.0, 0.97, 0.93
ABBREVIATED = 0.9
SPELT_OTHERWISE = 0.92
JOINED = 0.95
SKELETON_WEIGHT = 0.9
ALL_PARTS, LAST_PART, FIRST_PART = 0.78, 0.33, 0.3
ONE_SAYS_NOTHING = 0.6
"""What both halves of a compound count where one of them could stand in any item ("kommunal-", "-projekt")."""
SAYS_IT_ALL = 0.52
"""What the first half counts where the last one is such a word."""
REPAIRED = {1: 0.9, 2: 0.82}
NEARLY = 0.65
"""Terms of the glossary up to this weight say only nearly the same: they find a matter, but do not make it the one."""
NEARLY_COUNTS = 0.55


@dataclass(frozen=True, slots=True)
class Way:
    """One way to put a concept: all its keys must stand in the text. `form` is the word as it would be spelt."""

    keys: tuple[str, ...]
    weight: float
    form: str | None = None


@dataclass(slots=True)
class Concept:
    """One thing the question names.

    `typed` is the asker's own wording, `words` the normalised words of it. `worth` is how rare it is (0 to 1),
    `weight` that worth less what generic words lose; both are set when frequencies are known.
    """

    typed: str
    words: tuple[str, ...]
    ways: list[Way] = field(default_factory=list)
    generic: bool = False
    light: bool = False
    """It says what is done or how it is: it narrows the question, but seldom names its matter."""
    name: bool = False
    """A capitalised word inside the question, a number or a code: it stands for one thing alone."""
    place: str | None = None
    """The municipality that it names."""
    known: bool = True
    """False for a word in neither the lexicon, the glossary nor the opened vocabulary."""
    origin: str = "real"
    """Whether its absence tells something: "real" (a Danish word, or translated), "foreign" (an English word that the
    glossary lacks) or "odd" (no known word, so perhaps a name or a typo)."""
    translated: bool = False
    """The glossary knows it."""
    repaired: str | None = None
    held: bool = False
    """The opened shelves hold a sure way of it, somewhere."""
    worth: float = 1.0
    weight: float = 1.0

    @property
    def names_one(self) -> bool:
        """Whether it looks like the name of one place, person or thing."""
        return self.name or self.origin == "odd"

    def add(self, ways: Iterable[Way]) -> None:
        """Add ways, keeping the surest of those with the same keys."""
        best = {way.keys: way for way in self.ways}
        for way in ways:
            if not way.keys:
                continue
            old = best.get(way.keys)
            if old is None or old.weight < way.weight:
                best[way.keys] = way
        self.ways = sorted(best.values(), key=lambda way: (-way.weight, way.keys))

    def all_keys(self) -> tuple[str, ...]:
        """All keys of all ways."""
        return tuple(dict.fromkeys(key for way in self.ways for key in way.keys))


@lru_cache(maxsize=8192)
def ways_of(word: str, weight: float = 1.0, *, parts: bool = True) -> tuple[Way, ...]:
    """The ways of one Danish word: its stems, and the parts of the compound it may be."""
    analysis = analyse(word)
    ways = [Way((analysis.stems[0],), STEM * weight, word)]
    ways += [Way((stem,), OTHER_STEM * weight, word) for stem in analysis.stems[1:]]
    if parts and word.isalpha():
        ways += _ways_of_parts(word, weight)
    elif parts and analysis.parts:
        ways.append(Way(analysis.parts, 0.8 * weight))
    return tuple(ways)


def _ways_of_parts(word: str, weight: float) -> list[Way]:
    halves = halves_of(word)
    if halves is None:
        return []
    first, last = (analyse(half).stems[0] for half in halves)
    of_any, in_any = (any_matter(half) for half in halves)
    both = ALL_PARTS * (ONE_SAYS_NOTHING if of_any or in_any else 1.0)
    return [
        Way((first, last), both * weight),
        Way((last,), LAST_PART * weight),
        Way((first,), (SAYS_IT_ALL if in_any and not of_any else FIRST_PART) * weight),
    ]


def any_matter(word: str) -> bool:
    """Whether nearly every item could have this Danish word."""
    generic = word_lists().generic
    return word in generic or lemma(word) in generic


def ways_of_term(term: Sequence[str], weight: float) -> tuple[Way, ...]:
    """The ways of a Danish term of one or more words, which must all be there (stop words are not indexed)."""
    if len(term) == 1:
        return ways_of(term[0], weight)
    stop = word_lists().stop_da
    return (Way(tuple(analyse(word).stems[0] for word in term if word not in stop), weight),)


def spelling(tokens: Sequence[Token]) -> str:
    """Tokens as typed."""
    return " ".join(token.typed for token in tokens)
