"""Mends what was mistyped: other spellings, words run together, the nearest words, half a compound, a cognate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from store.search.concepts import ALL_PARTS, JOINED, REPAIRED, SPELT_OTHERWISE, Concept, Way, ways_of
from store.search.danish import Token, analyse, known, lemma, stem
from store.search.knowing import Knowledge, is_generic
from store.search.spellings import spellings
from store.search.vocabulary import SHORTEST_REPAIRED, Near

COGNATE = 0.8
SHORTEST_COGNATE = 6
VOWELS = "aeiouyæøåkc"
"""Letters by which English and Danish spellings of one word differ."""
REAL_WORD = 0.6
LONGER_HALF = 0.5
MOST_NEAR = 5
LONGEST_UNHEARD = 7


@dataclass(slots=True)
class Repairs:
    """Repairs of one question; `corrected` collects (as typed, as understood)."""

    known: Knowledge
    corrected: dict[str, str] = field(default_factory=dict)

    def repaired(self, found: Sequence[Token]) -> list[Token]:
        """The tokens with those mended that only so make a term of the glossary with their neighbours."""
        mended = list(found)
        if len(found) < 2:
            return mended
        for at, token in enumerate(found):
            word = token.word
            if len(word) >= SHORTEST_REPAIRED and word.isalpha() and not self.known.is_known(word):
                near = self.known.near_terms(word, 1)
                if near:
                    mended[at] = Token(near[0].word, near[0].word, token.start)
        if mended == list(found):
            return mended
        kept = list(found)
        for match in self.known.terms.glossary.lookup([token.typed for token in mended], self.known.lang):
            for at in range(match.start, match.end) if match.length > 1 else ():
                if mended[at] is not found[at]:
                    self.corrected[found[at].typed] = mended[at].word
                kept[at] = mended[at]
        return kept

    def repair(self, concept: Concept) -> None:
        """Other spellings, words run together, then the nearest words of the shelves and the glossary."""
        if len(concept.words) != 1 or not concept.words[0].isalpha():
            return
        word = concept.words[0]
        spelt = self.known.frequencies.words(spellings(word)) if len(word) > 2 else set()
        if spelt:
            for other in sorted(spelt):
                concept.add(ways_of(other, SPELT_OTHERWISE, parts=False))
            concept.known = True
        elif concept.known:
            self._real_word(concept, word)
        elif len(word) >= SHORTEST_REPAIRED:
            self._mend(concept, word)

    def unheard(self, concepts: Iterable[Concept]) -> None:
        """Short Danish words that stand in the shelves only inside others: each may be another word with a typo."""
        if self.known.lang != "da":
            return
        short = {
            concept.words[0]: concept
            for concept in concepts
            if len(concept.words) == 1 and SHORTEST_REPAIRED <= len(concept.words[0]) <= LONGEST_UNHEARD
        }
        forms = {
            word: {word, lemma(word), *analyse(word).stems}
            for word in short
            if word.isalpha() and not short[word].generic
        }
        heard = self.known.frequencies.words(form for some in forms.values() for form in some)
        for word, some in forms.items():
            if not some & heard:
                self._real_word(short[word], word)

    def _real_word(self, concept: Concept, word: str) -> None:
        """A word that exists but that nobody wrote may be another one with a typo ("sole" for "skole")."""
        if len(word) < SHORTEST_REPAIRED:
            return
        if self.known.lang == "en":
            for one in self.known.near_terms(word, MOST_NEAR):
                concept.add(self.known.translated(self.known.looked_up(one.word), REAL_WORD if one.edits == 1 else 0.0))
            return
        for one in self.known.near(word, MOST_NEAR):
            if one.edits == 1:
                concept.add(ways_of(one.word, REAL_WORD, parts=False))

    def _mend(self, concept: Concept, word: str) -> None:
        near = self._nearest(word)
        if not near or near[0].edits > 1:
            if any(self.known.found(way) for way in concept.ways if len(way.keys) > 1):
                concept.known = True
                return
            if self._pull_apart(concept, word) or self._mend_half(concept, word):
                return
        for one in near:
            if one.word in self.known.stop():
                continue
            sure = REPAIRED[one.edits]
            concept.add(Way(way.keys, way.weight * sure, way.form) for way in self.known.ways(one.word))
            concept.add(self.known.translated(self.known.looked_up(one.word), sure))
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
        near = self.known.near(word, MOST_NEAR)
        terms = self.known.near_terms(word, MOST_NEAR)
        least = min((one.edits for one in (*near, *terms)), default=0)
        ordered = [*terms, *near] if self.known.lang == "en" else [*near, *terms]
        return list(dict.fromkeys(one for one in ordered if one.edits == least))

    def _mend_half(self, concept: Concept, word: str) -> bool:
        """A compound that nobody wrote, with a typo in one half of it."""
        for cut in range(len(word) - SHORTEST_REPAIRED, SHORTEST_REPAIRED, -1):
            head, tail = word[:cut], word[cut:]
            for whole, broken in ((tail, head), (head, tail), (tail, head.removesuffix("s"))):
                if len(broken) <= SHORTEST_REPAIRED or not known(whole):
                    continue
                near = [one for one in self.known.near(broken, 1) if one.edits == 1]
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
        concept.generic = is_generic((word,)) or word in self.known.stop()
        self.corrected[concept.typed] = word

    def cognates(self, concept: Concept) -> None:
        """Danish words that an English one only differs from by a letter ("assistant", "assistent")."""
        word = concept.words[0]
        if self.known.lang != "en" or len(concept.words) != 1 or len(word) < SHORTEST_COGNATE or not word.isalpha():
            return
        made = [
            word[:at] + letter + word[at + 1 :] for at in range(2, len(word)) for letter in VOWELS if letter != word[at]
        ]
        danish = [other for other in (word, *made) if known(other)]
        self.known.frequencies.fetch(analyse(other).stems[0] for other in danish)
        for other in danish:
            concept.add(ways_of(other, COGNATE, parts=False))

    def _pull_apart(self, concept: Concept, word: str) -> bool:
        """Two words typed as one, of which the shelves hold both."""
        cuts = [(word[:cut], word[cut:]) for cut in range(3, len(word) - 3)]
        held = self.known.frequencies.words(half for cut in cuts for half in cut)
        best = max((cut for cut in cuts if set(cut) <= held), key=lambda cut: min(map(len, cut)), default=None)
        if best is None:
            return False
        concept.add([Way(tuple(analyse(half).stems[0] for half in best), JOINED)])
        concept.add(way for half in best for way in ways_of(half, 0.5, parts=False))
        concept.known = True
        return True
