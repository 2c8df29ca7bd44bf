"""Reads a topic as concepts: stop words out, terms translated, typos repaired, each concept weighed by its rarity."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from store.search.concepts import (
    JOINED,
    ONE_SAYS_NOTHING,
    SKELETON_WEIGHT,
    Concept,
    Way,
    spelling,
    ways_of,
    ways_of_term,
)
from store.search.danish import (
    Token,
    analyse,
    halves_of,
    known,
    tokens,
)
from store.search.knowing import STRONG, Knowledge, Weighed, is_generic, is_light, municipality
from store.search.repairs import Repairs
from store.search.terms import LETTER_SHARES, SKELETON, skeleton
from store.search.wordlists import word_lists

ONE_OF_SEVERAL = 0.42
"""What the translation of one word counts where the glossary knows several together: by itself it is no hit."""
OWN_OF_SEVERAL = 0.42
"""What one word as typed counts there."""
EACH_OF_SEVERAL = 0.85
"""What the translations of two of the words count where they stand close together."""
MOST_EACH = 3
GENERIC_WEIGHT = 0.25
LIGHT_WEIGHT = 0.3
UNHEARD = {"real": 1.0, "foreign": 0.75, "odd": 0.6}
"""What a word counts that nothing was found on: it may be a typo that could not be mended, or lack a translation."""
MOST_CONCEPTS = 24
HOME_MET, HOME_OVER = 8, 4
"""How often, and how many times as often as any other, the papers of one municipality name it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A topic as read; `unknown` are words in neither lexicon, glossary nor vocabulary, as typed."""

    concepts: tuple[Concept, ...]
    corrected: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(slots=True)
class Reader:
    """Reads one topic against the opened shelves."""

    known: Knowledge
    repairs: Repairs = field(init=False)

    def __post_init__(self) -> None:
        self.repairs = Repairs(self.known)

    def read(self, topic: str, light: Collection[str] = (), *, opens: bool = True) -> Reading:
        """The concepts of a topic; the words of `light` (normalised) count no more than generic ones.

        `opens` says that the topic's first word opens the question too, where a capital tells nothing.
        """
        found = self.repairs.repaired(tokens(topic))
        concepts = self._concepts(found, opens)[:MOST_CONCEPTS]
        self._neighbours(concepts)
        self.known.frequencies.fetch([*(key for concept in concepts for key in concept.all_keys()), *_letters()])
        for concept in concepts:
            self._of_halves(concept)
            if not self.known.held(concept):
                self.repairs.cognates(concept)
                self.repairs.repair(concept)
        self.repairs.unheard(concept for concept in concepts if self.known.held(concept))
        self._skeletons(concepts)
        self.known.frequencies.fetch(key for concept in concepts for key in concept.all_keys())
        home = self._home() if any(concept.place for concept in concepts) else None
        for concept in concepts:
            if home is not None and concept.place == home:
                concept.place, concept.generic = None, True
            concept.generic = concept.generic or (len(concept.words) == 1 and concept.words[0] in light)
            said = (concept.repaired,) if concept.repaired is not None else concept.words
            concept.light = not concept.generic and is_light(said, self.known.lang)
            self._weigh(concept)
        unknown = tuple(concept.typed for concept in concepts if not concept.known)
        return Reading(tuple(concepts), tuple(self.repairs.corrected.items()), unknown)

    def _concepts(self, found: Sequence[Token], opens: bool) -> list[Concept]:
        """One concept for each term of the glossary and each other word that is no stop word."""
        concepts: list[Concept] = []
        stop = self.known.stop()
        spans = self._spans(found)
        place = 0
        while place < len(found):
            end, terms = spans.get(place, (place + 1, ()))
            some = found[place:end]
            place = end
            if all(token.word in stop for token in some):
                continue
            if len(some) == 1 and len(some[0].word) == 1 and some[0].word.isalpha() and not terms:
                continue
            concepts.append(self._concept(some, terms, first=opens and some[0] is found[0]))
        return concepts

    def _spans(self, found: Sequence[Token]) -> dict[int, tuple[int, Weighed]]:
        """Terms of the glossary in the question: start -> (end, Danish terms with their weights)."""
        typed = [token.typed for token in found]
        return {
            match.start: (match.end, match.terms)
            for match in self.known.terms.glossary.lookup(typed, self.known.lang)
            if match.length > 1 or self.known.is_term(found[match.start].word)
        }

    def _concept(self, some: Sequence[Token], terms: Weighed, *, first: bool) -> Concept:
        words = tuple(token.word for token in some)
        concept = Concept(spelling(some), words, generic=is_generic(words) and not (terms and len(words) > 1))
        token = some[0]
        concept.name = not token.word.isalpha() or (token.typed[0].isupper() and (not first or token.typed.isupper()))
        if len(words) == 1:
            concept.add(chain(self.known.translated(terms), self.known.ways(words[0])))
        else:
            joined = ways_of("".join(words), JOINED, parts=False)
            several = self._ways_of_several([word for word in words if word not in self.known.stop()])
            concept.add(chain(self.known.translated(terms), ways_of_term(words, 0.9), joined, several))
        places = [municipality(one.word, one.typed) for one in some]
        concept.place = next((place for place in places if place), None)
        concept.name = concept.name or concept.place is not None
        concept.translated = bool(terms)
        concept.known = bool(terms) or not token.word.isalpha() or self.known.is_known(token.word)
        if not (terms or known(token.word) or halves_of(token.word) or not token.word.isalpha()):
            concept.origin = "foreign" if concept.known else "odd"
        return concept

    def _ways_of_several(self, words: Sequence[str]) -> Iterable[Way]:
        """Other ways of a term of several words: the translations of two of them together, or of one alone."""
        found = {word: self.known.looked_up(word) for word in words}
        for word in words:
            yield from self.known.translated(found[word], ONE_OF_SEVERAL)
            if not is_generic((word,)):
                yield from ways_of(word, OWN_OF_SEVERAL, parts=False)
        for one, other in pairwise(words):
            both = EACH_OF_SEVERAL * (ONE_SAYS_NOTHING if is_generic((one,)) or is_generic((other,)) else 1.0)
            for first, sure in found[one][:MOST_EACH]:
                for second, as_sure in found[other][:MOST_EACH]:
                    if first.isalpha() and second.isalpha():
                        keys = (analyse(first.lower()).stems[0], analyse(second.lower()).stems[0])
                        yield Way(keys, both * min(sure, as_sure))

    def _of_halves(self, concept: Concept) -> None:
        """Of a compound that no paper has, what its halves are called otherwise."""
        word = concept.words[0]
        if len(concept.words) == 1 and word.isalpha() and not any(map(self.known.frequencies.df, analyse(word).stems)):
            concept.add(self.known.ways_of_halves(word))

    def _neighbours(self, concepts: Sequence[Concept]) -> None:
        """Two words that the minutes write as one: each of them is found with the other."""
        pairs = [
            (one, other, "".join(one.words) + "".join(other.words))
            for one, other in pairwise(concepts)
            if len(one.words) == len(other.words) == 1 and (one.words[0] + other.words[0]).isalpha()
        ]
        bound = [(one, other, one.words[0] + "s" + other.words[0]) for one, other, _ in pairs]
        held = self.known.frequencies.words(word for _, _, word in [*pairs, *bound])
        for one, other, word in [*pairs, *bound]:
            if word in held:
                for concept in (one, other):
                    concept.add(way for way in ways_of(word, JOINED, parts=False))
                    concept.known = True

    def _home(self) -> str | None:
        """The municipality whose papers these are, if they name one far more often than any other: it says nothing."""
        stems = {analyse(name).stems[0]: name for name in word_lists().municipalities}
        self.known.frequencies.fetch(stems)
        first, second = sorted(stems, key=self.known.frequencies.df, reverse=True)[:2]
        most = self.known.frequencies.df(first)
        return stems[first] if most >= HOME_MET and most >= HOME_OVER * self.known.frequencies.df(second) else None

    def _skeletons(self, concepts: Iterable[Concept]) -> None:
        """Keys for documents that lost a letter, where the opened shelves hold such."""
        lost = [letter for letter in LETTER_SHARES if self.known.frequencies.df(SKELETON + letter)]
        for concept in concepts if lost else ():
            for way in list(concept.ways):
                for letter in lost if way.form is not None and len(way.keys) == 1 else ():
                    key = skeleton(way.form or "", letter) if letter in (way.form or "") else None
                    if key is not None:
                        concept.add([Way((key,), SKELETON_WEIGHT * way.weight)])

    def _weigh(self, concept: Concept) -> None:
        """Set how rare the concept is in the opened shelves and what it weighs in the question."""
        held = [self.known.found(way) for way in concept.ways if way.weight >= STRONG and self.known.found(way)]
        weak = [self.known.found(way) for way in concept.ways if self.known.found(way)]
        df = max(held) if held else min(weak, default=0)
        concept.held = bool(held)
        concept.worth = self.known.frequencies.idf(df)
        concept.weight = concept.worth * (GENERIC_WEIGHT if concept.generic else LIGHT_WEIGHT if concept.light else 1.0)
        if not weak and not concept.name:
            concept.weight *= UNHEARD[concept.origin]


def _letters() -> list[str]:
    return [SKELETON + letter for letter in LETTER_SHARES]
