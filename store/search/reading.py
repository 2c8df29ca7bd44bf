"""Reads a topic as concepts: stop words out, terms translated, typos repaired, each concept weighed by its rarity."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from store.records import Lang
from store.search.concepts import (
    ABBREVIATED,
    ALL_PARTS,
    JOINED,
    NEARLY,
    NEARLY_COUNTS,
    REPAIRED,
    SKELETON_WEIGHT,
    SPELT_OTHERWISE,
    Concept,
    Way,
    spelling,
    ways_of,
    ways_of_term,
)
from store.search.danish import (
    Token,
    analyse,
    derived,
    halves_of,
    known,
    known_english,
    lemma,
    spellings,
    stem,
    tokens,
    written_out,
)
from store.search.danish import words as words_of
from store.search.english import bases
from store.search.glossary import Glossary, load
from store.search.glossary_rows import Entry, shipped
from store.search.terms import LETTER_SHARES, SKELETON, skeleton
from store.search.vocabulary import SHORTEST_REPAIRED, Bands, Frequencies, Near, bands, nearest
from store.search.wordlists import word_lists

COGNATE = 0.8
DERIVED = 0.82
REAL_WORD = 0.6
LONGER_HALF = 0.5
MOST_NEAR = 5
SHORTEST_COGNATE = 6
VOWELS = "aeiouyæøåkc"
"""Letters by which English and Danish spellings of one word differ."""
ONE_OF_SEVERAL = 0.75
"""What the translation of one word counts where the glossary knows several together."""
GENERIC_WEIGHT = 0.25
UNHEARD = {"real": 1.0, "foreign": 0.75, "odd": 0.6}
"""What a word counts that nothing was found on: it may be a typo that could not be mended, or lack a translation."""
STRONG = 0.7
"""Ways at least this sure tell how rare a concept is."""
MOST_CONCEPTS = 24
Weighed = tuple[tuple[str, float], ...]
"""Danish terms with how surely they say what was asked."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A topic as read; `unknown` are words in neither lexicon, glossary nor vocabulary, as typed."""

    concepts: tuple[Concept, ...]
    corrected: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()


@lru_cache(maxsize=4)
def terms_with(extra: tuple[Entry, ...]) -> Terms:
    """The glossary with these terms of an administrator, made once for each such list."""
    return Terms(extra)


class Terms:
    """The glossary with an administrator's terms, and its words for repairing typos."""

    def __init__(self, extra: tuple[Entry, ...]) -> None:
        self.extra = extra
        self.glossary: Glossary = load(extra, analyse=lambda word: analyse(word).stems[0])
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
            "da": bands(danish | lists.stop_da),
            "en": bands(english | plurals | lists.stop_en),
        }


@dataclass(slots=True)
class Reader:
    """Reads one topic against the opened shelves."""

    terms: Terms
    frequencies: Frequencies
    vocabulary: Callable[[], Sequence[Bands]]
    """The words of the opened shelves."""
    lang: Lang
    corrected: dict[str, str] = field(default_factory=dict)

    def read(self, topic: str, light: Collection[str] = ()) -> Reading:
        """The concepts of a topic; the words of `light` (normalised) count no more than generic ones."""
        found = self._repaired(tokens(topic))
        concepts = self._concepts(found)[:MOST_CONCEPTS]
        self._neighbours(concepts)
        self.frequencies.fetch([*(key for concept in concepts for key in concept.all_keys()), *_letters()])
        for concept in concepts:
            if not self._held(concept):
                self._cognates(concept)
                self._repair(concept)
        self._skeletons(concepts)
        self.frequencies.fetch(key for concept in concepts for key in concept.all_keys())
        for concept in concepts:
            concept.generic = concept.generic or (len(concept.words) == 1 and concept.words[0] in light)
            self._weigh(concept)
        unknown = tuple(concept.typed for concept in concepts if not concept.known)
        return Reading(tuple(concepts), tuple(self.corrected.items()), unknown)

    def _repaired(self, found: Sequence[Token]) -> list[Token]:
        """The tokens with those mended that only so make a term of the glossary with their neighbours."""
        mended = list(found)
        for at, token in enumerate(found):
            word = token.word
            if len(word) >= SHORTEST_REPAIRED and word.isalpha() and not self._known(word):
                near = nearest(word, [self.terms.bands[self.lang]], 1)
                if near:
                    mended[at] = Token(near[0].word, near[0].word, token.start)
        if mended == list(found):
            return mended
        kept = list(found)
        for match in self.terms.glossary.lookup([token.typed for token in mended], self.lang):
            for at in range(match.start, match.end) if match.length > 1 else ():
                if mended[at] is not found[at]:
                    self.corrected[found[at].typed] = mended[at].word
                kept[at] = mended[at]
        return kept

    def _concepts(self, found: Sequence[Token]) -> list[Concept]:
        """One concept for each term of the glossary and each other word that is no stop word."""
        concepts: list[Concept] = []
        stop = self._stop()
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
            concepts.append(self._concept(some, terms, first=some[0] is found[0]))
        return concepts

    def _stop(self) -> frozenset[str]:
        lists = word_lists()
        if self.lang == "en":
            return lists.stop_da | lists.stop_en
        return lists.stop_da | frozenset(word for word in lists.stop_en if not known(word))

    def _spans(self, found: Sequence[Token]) -> dict[int, tuple[int, Weighed]]:
        """Terms of the glossary in the question: start -> (end, Danish terms with their weights)."""
        typed = [token.typed for token in found]
        return {
            match.start: (match.end, match.terms)
            for match in self.terms.glossary.lookup(typed, self.lang)
            if match.length > 1 or self._is_term(found[match.start].word)
        }

    def _is_term(self, word: str) -> bool:
        """Whether the glossary may be believed on a word: it forgives endings, so that a typo can look like a term."""
        return not word.isalpha() or known(word) or known_english(word) or word in self.terms.words

    def _looked_up(self, word: str) -> Weighed:
        return tuple(pair for match in self.terms.glossary.lookup([word], self.lang) for pair in match.terms)

    def _concept(self, some: Sequence[Token], terms: Weighed, *, first: bool) -> Concept:
        words = tuple(token.word for token in some)
        concept = Concept(spelling(some), words, generic=_is_generic(words))
        token = some[0]
        concept.name = not token.word.isalpha() or (token.typed[0].isupper() and (not first or token.typed.isupper()))
        concept.add(self._translated(terms))
        if len(words) == 1:
            concept.add(self._ways(words[0]))
        else:
            concept.add(ways_of_term(words, 0.9))
            for word in words:
                if word not in self._stop():
                    concept.add(self._translated(self._looked_up(word), ONE_OF_SEVERAL))
                    if not _is_generic((word,)):
                        concept.add(ways_of(word, ONE_OF_SEVERAL, parts=False))
        concept.translated = bool(terms)
        concept.known = bool(terms) or not token.word.isalpha() or self._known(token.word)
        if not (terms or known(token.word) or halves_of(token.word) or not token.word.isalpha()):
            concept.origin = "foreign" if concept.known else "odd"
        return concept

    def _ways(self, word: str) -> Iterable[Way]:
        """The ways of one word besides what the glossary says of it as typed."""
        yield from ways_of(word)
        for other in written_out(word):
            yield from ways_of(other, ABBREVIATED, parts=False)
        for other in derived(word):
            yield from ways_of(other, DERIVED, parts=False)
        if self.lang == "en":
            for base in bases(word):
                yield from self._translated(self._looked_up(base))

    def _known(self, word: str) -> bool:
        if self.lang == "en":
            return known_english(word) or word in self.terms.words
        return known(word)

    def _translated(self, terms: Weighed, factor: float = 1.0) -> Iterable[Way]:
        """The ways of the glossary's terms."""
        for term, weight in terms:
            sure = weight if weight > NEARLY else weight * NEARLY_COUNTS
            yield from ways_of_term(words_of(term), sure * factor)

    def _neighbours(self, concepts: Sequence[Concept]) -> None:
        """Two words that the minutes write as one: each of them is found with the other."""
        pairs = [
            (one, other, "".join(one.words) + "".join(other.words))
            for one, other in pairwise(concepts)
            if len(one.words) == len(other.words) == 1 and (one.words[0] + other.words[0]).isalpha()
        ]
        bound = [(one, other, one.words[0] + "s" + other.words[0]) for one, other, _ in pairs]
        held = self.frequencies.words(word for _, _, word in [*pairs, *bound])
        for one, other, word in [*pairs, *bound]:
            if word in held:
                for concept in (one, other):
                    concept.add(way for way in ways_of(word, JOINED, parts=False))
                    concept.known = True

    def _held(self, concept: Concept) -> bool:
        """Whether the opened shelves hold a sure way of the concept."""
        return any(self._found(way) for way in concept.ways if way.weight >= STRONG)

    def _found(self, way: Way) -> int:
        return min(self.frequencies.df(key) for key in way.keys)

    def _repair(self, concept: Concept) -> None:
        """Other spellings, words run together, then the nearest words of the shelves and the glossary."""
        if len(concept.words) != 1 or not concept.words[0].isalpha():
            return
        word = concept.words[0]
        spelt = self.frequencies.words(spellings(word)) if len(word) > 2 else set()
        if spelt:
            for other in sorted(spelt):
                concept.add(ways_of(other, SPELT_OTHERWISE, parts=False))
            concept.known = True
        elif concept.known:
            self._real_word(concept, word)
        elif len(word) >= SHORTEST_REPAIRED:
            self._mend(concept, word)

    def _real_word(self, concept: Concept, word: str) -> None:
        """A word that exists but that nobody wrote may be another one with a typo ("sole" for "skole")."""
        if len(word) < SHORTEST_REPAIRED:
            return
        if self.lang == "en":
            for one in nearest(word, [self.terms.bands["en"]], MOST_NEAR):
                concept.add(self._translated(self._looked_up(one.word), REAL_WORD if one.edits == 1 else 0.0))
            return
        for one in nearest(word, self.vocabulary(), MOST_NEAR):
            if one.edits == 1:
                concept.add(ways_of(one.word, REAL_WORD, parts=False))

    def _mend(self, concept: Concept, word: str) -> None:
        near = self._nearest(word)
        if not near or near[0].edits > 1:
            if any(self._found(way) for way in concept.ways if len(way.keys) > 1):
                concept.known = True
                return
            if self._pull_apart(concept, word) or self._mend_half(concept, word):
                return
        for one in near:
            if one.word in self._stop():
                continue
            sure = REPAIRED[one.edits]
            concept.add(Way(way.keys, way.weight * sure, way.form) for way in self._ways(one.word))
            concept.add(self._translated(self._looked_up(one.word), sure))
        if near:
            self._note_repair(concept, near[0].word)

    def _nearest(self, word: str) -> list[Near]:
        """The nearest words of the shelves and of the glossary; failing that, nearest to the word less its ending."""
        first = self._both(word)
        if first and first[0].edits == 1:
            return first
        second = self._both(stem(word)) if stem(word) != word else []
        if second and second[0].edits == 1:
            return second
        return first or second

    def _both(self, word: str) -> list[Near]:
        """The nearest words of shelves and glossary, those of the question's own language first."""
        near = nearest(word, self.vocabulary(), MOST_NEAR)
        terms = nearest(word, [self.terms.bands[self.lang]], MOST_NEAR)
        least = min((one.edits for one in (*near, *terms)), default=0)
        ordered = [*terms, *near] if self.lang == "en" else [*near, *terms]
        return list(dict.fromkeys(one for one in ordered if one.edits == least))

    def _mend_half(self, concept: Concept, word: str) -> bool:
        """A compound that nobody wrote, with a typo in one half of it."""
        for cut in range(len(word) - SHORTEST_REPAIRED, SHORTEST_REPAIRED, -1):
            head, tail = word[:cut], word[cut:]
            for whole, broken in ((tail, head), (head, tail), (tail, head.removesuffix("s"))):
                if len(broken) <= SHORTEST_REPAIRED or not known(whole):
                    continue
                near = [one for one in nearest(broken, self.vocabulary(), 1) if one.edits == 1]
                if near:
                    other = near[0].word
                    keys = (analyse(other).stems[0], analyse(whole).stems[0])
                    concept.add([Way(keys, REPAIRED[1] * ALL_PARTS), Way(keys[:1], LONGER_HALF)])
                    self._note_repair(concept, other + whole if whole == tail else whole + other)
                    return True
        return False

    def _note_repair(self, concept: Concept, word: str) -> None:
        concept.known = True
        concept.repaired = word
        concept.generic = _is_generic((word,)) or word in self._stop()
        self.corrected[concept.typed] = word

    def _cognates(self, concept: Concept) -> None:
        """Danish words that an English one only differs from by a letter ("assistant", "assistent")."""
        word = concept.words[0]
        if self.lang != "en" or len(concept.words) != 1 or len(word) < SHORTEST_COGNATE or not word.isalpha():
            return
        made = [
            word[:at] + letter + word[at + 1 :] for at in range(2, len(word)) for letter in VOWELS if letter != word[at]
        ]
        danish = [other for other in (word, *made) if known(other)]
        self.frequencies.fetch(analyse(other).stems[0] for other in danish)
        for other in danish:
            concept.add(ways_of(other, COGNATE, parts=False))

    def _pull_apart(self, concept: Concept, word: str) -> bool:
        """Two words typed as one, of which the shelves hold both."""
        cuts = [(word[:cut], word[cut:]) for cut in range(3, len(word) - 3)]
        held = self.frequencies.words(half for cut in cuts for half in cut)
        best = max((cut for cut in cuts if set(cut) <= held), key=lambda cut: min(map(len, cut)), default=None)
        if best is None:
            return False
        concept.add([Way(tuple(analyse(half).stems[0] for half in best), JOINED)])
        concept.add(way for half in best for way in ways_of(half, 0.5, parts=False))
        concept.known = True
        return True

    def _skeletons(self, concepts: Iterable[Concept]) -> None:
        """Keys for documents that lost a letter, where the opened shelves hold such."""
        lost = [letter for letter in LETTER_SHARES if self.frequencies.df(SKELETON + letter)]
        for concept in concepts if lost else ():
            for way in list(concept.ways):
                for letter in lost if way.form is not None and len(way.keys) == 1 else ():
                    key = skeleton(way.form or "", letter) if letter in (way.form or "") else None
                    if key is not None:
                        concept.add([Way((key,), SKELETON_WEIGHT * way.weight)])

    def _weigh(self, concept: Concept) -> None:
        """Set how rare the concept is in the opened shelves and what it weighs in the question."""
        held = [self._found(way) for way in concept.ways if way.weight >= STRONG and self._found(way)]
        weak = [self._found(way) for way in concept.ways if self._found(way)]
        df = max(held) if held else min(weak, default=0)
        concept.worth = self.frequencies.idf(df)
        concept.weight = concept.worth * (GENERIC_WEIGHT if concept.generic else 1.0)
        if not weak and not concept.name:
            concept.weight *= UNHEARD[concept.origin]


def _letters() -> list[str]:
    return [SKELETON + letter for letter in LETTER_SHARES]


def _is_generic(words: Sequence[str]) -> bool:
    lists = word_lists()
    return all(word in lists.generic or lemma(word) in lists.generic or word in lists.generic_en for word in words)
