"""The municipal glossary: English terms to Danish ones, Danish terms to their synonyms, abbreviations both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from store.search.english import bases, root, spelt
from store.search.glossary_rows import Entry, shipped
from store.search.term_index import WORD, Hit, Index, Question, Runs, Weighed, fold, longest_runs, surest, weigh
from store.search.wordlists import word_lists

EXACT = 0.9
"""An English term to its Danish lemma, and an abbreviation to its full form."""
SYNONYM = 0.8
"""A Danish term to its synonyms, and an English term to those of its lemma."""
NEAR_ENGLISH = 0.7
"""An English term that says nearly the same, to the Danish lemma."""
NEAR = 0.6
"""A Danish term that says nearly the same."""
MOST_WORDS = 6
_LONG, _ONE = range(MOST_WORDS, 1, -1), range(1, 0, -1)
SHORTEST_BORROWED = 6
"""Letters from which a word of the other language is taken for one: shorter ones are words in both ("barn", "fast")."""
SHORTEST_ROOTED = 6
"""Letters from which a word without an ending may share its root with another: "even" is no "evening"."""
LONGEST_ENDING = 4
CLOCK = "kl"
"""A clock time begins with it ("kl. 14"): only capitals make it the association of municipalities."""


@dataclass(frozen=True, slots=True)
class Match:
    """A term in a question: `length` tokens from `start`, and the Danish terms for it with weights, surest first."""

    start: int
    length: int
    terms: tuple[tuple[str, float], ...]

    @property
    def end(self) -> int:
        """The place after the last token."""
        return self.start + self.length


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Words that any matter could have, in either language."""
    lists = word_lists()
    return lists.generic | lists.generic_en


def load(extra: Iterable[Entry] = (), *, analyse: Callable[[str], str] = str.lower) -> Glossary:
    """The shipped glossary with an administrator's own entries added.

    `analyse` makes the key of one Danish word in lower case, such as the stem of its lemma; without it Danish words
    are found as they stand in the glossary, with their endings cut.
    """
    return Glossary((*shipped(), *extra), analyse)


class Glossary:
    """The terms, indexed for both languages; built once, read by any number of threads."""

    def __init__(self, entries: Iterable[Entry], analyse: Callable[[str], str]) -> None:
        self._analyse = analyse
        self._english = Index()
        self._danish = Index()
        self._capitals: set[str] = set()
        listed = tuple(entries)
        self._lemmas = frozenset(fold(entry.danish) for entry in listed)
        for entry in listed:
            self._add(entry)

    @property
    def english_terms(self) -> int:
        """How many English terms are known, forms not counted."""
        return len(self._english.exact)

    def lookup(self, tokens: Sequence[str], lang: Literal["da", "en"]) -> list[Match]:
        """The terms in a question, as `Match`es that do not overlap, in order.

        `tokens` are all words of the question as typed, stop words too: a term may hold one, and "IT" in capitals is
        no "it". Longest first; a word of the other language is found where it can be nothing else.
        """
        question = self._read(tokens, lang)
        english = self._english_runs(question, foreign=lang == "da")
        danish = self._danish_runs(question, foreign=lang == "en")
        if lang == "en":
            passes = [(english, _LONG), (english, _ONE), (danish, _ONE)]
        else:
            passes = [(danish, _LONG), (english, _LONG), (danish, _ONE), (english, _ONE)]
        free = [True] * len(question.words)
        found = [hit for runs, lengths in passes for hit in longest_runs(question, free, runs, lengths)]
        return _matches(sorted(found), question.places)

    def _read(self, tokens: Sequence[str], lang: str) -> Question:
        stop = word_lists().stop_en if lang == "en" else word_lists().stop_da
        shouted = len(tokens) > 2 and all(token == token.upper() for token in tokens)
        words: list[str] = []
        places: list[int] = []
        asides = set()
        for place, token in enumerate(tokens):
            for piece in WORD.findall(token):
                word = piece.lower()
                if word == "s" and words:
                    continue
                common = word in stop and (place == 0 or shouted)
                if common or ((word in stop or word == CLOCK) and piece not in self._capitals):
                    asides.add(len(words))
                words.append(word)
                places.append(place)
        return Question(tuple(words), tuple(places), frozenset(asides), _common())

    def _english_runs(self, question: Question, *, foreign: bool) -> Runs:
        exact = [spelt(word) for word in question.words]
        rough = [root(word) for word in exact]
        index = self._english
        begins = [word in index.heads for word in rough]

        def search(start: int, end: int) -> Weighed:
            whole, last = "".join(exact[start:end]), exact[end - 1]
            if end - start == 1 and foreign and len(last) < SHORTEST_BORROWED:
                return ()
            found = index.exact.get(whole)
            if found or (end - start > 1 and not begins[start]):
                return surest(found)
            lead = whole[: len(whole) - len(last)]
            for base in bases(last):
                found = index.exact.get(lead + base)
                if found:
                    return surest(found)
            if foreign or not (len(whole) >= SHORTEST_ROOTED or any(map(bases, exact[start:end]))):
                return ()
            return surest(index.rough.get("".join(rough[start:end])))

        return Runs(begins, search)

    def _danish_runs(self, question: Question, *, foreign: bool) -> Runs:
        exact = [fold(word) for word in question.words]
        alike = {word for word in question.words if not (foreign and word.isascii())}
        rough = [self._analyse(word) if word in alike else word for word in question.words]
        index = self._danish
        begins = [word in index.heads for word in rough]
        kept = SHORTEST_BORROWED if foreign else SHORTEST_BORROWED // 2

        def find(start: int, end: int) -> list[Weighed] | None:
            whole, single = "".join(exact[start:end]), end - start == 1
            if begins[start] if not single else question.words[start] in alike:
                found = index.exact.get(whole) or index.rough.get("".join(rough[start:end]))
                if found:
                    return found
            if not single and (foreign or end - start > 2 or {start, end - 1} & question.asides):
                return None
            for cut in range(min(LONGEST_ENDING, len(exact[end - 1]) - kept) + 1):
                found = index.exact.get(whole[: len(whole) - cut])
                if found:
                    return found
            return None

        def search(start: int, end: int) -> Weighed:
            found = find(start, end)
            if not found:
                return ()
            own = {"".join(exact[start:end]), "".join(rough[start:end])}
            return tuple(pair for pair in surest(found) if fold(pair[0]) not in own)

        return Runs(begins, search)

    def _add(self, entry: Entry) -> None:
        key = self._key(entry.danish) if entry.forms else ""
        lemma = (entry.danish, *(form for form in entry.forms if self._key(form) != key))
        synonyms, near = weigh(entry.synonyms, SYNONYM), weigh(entry.near, NEAR)
        strong = weigh(lemma, EXACT) + synonyms + near
        for term in entry.english:
            self._add_english(term, strong)
        nearly = weigh(lemma, NEAR_ENGLISH) + weigh(entry.synonyms, NEAR)
        for term in entry.english_near:
            self._add_english(term, nearly)
        others = weigh(entry.abbreviations, EXACT) + synonyms + near
        for term in (entry.danish, *entry.forms):
            self._add_danish(term, others)
        for term in entry.abbreviations:
            self._add_danish(term, strong)
            self._add_english(term, strong)
        back = weigh((entry.danish,), SYNONYM) + weigh(entry.synonyms, NEAR)
        for term in entry.synonyms:
            self._add_danish(term, back)
        for term in entry.near:
            if fold(term) not in self._lemmas:  # one with an entry of its own says there what is near to it
                self._add_danish(term, weigh((entry.danish,), NEAR))

    def _add_english(self, term: str, weighed: Weighed) -> None:
        words = [spelt(word) for word in self._pieces(term)]
        joined = root("".join(words[:2])) if len(words) > 2 else None  # "wellbeing survey" for "well-being survey"
        self._english.add(words, [root(word) for word in words], weighed, joined)

    def _add_danish(self, term: str, weighed: Weighed) -> None:
        if weighed:
            words = self._pieces(term)
            self._danish.add([fold(word) for word in words], [self._analyse(word) for word in words], weighed)

    def _key(self, term: str) -> str:
        return " ".join(self._analyse(word) for word in self._pieces(term))

    def _pieces(self, term: str) -> list[str]:
        """The words of a term in lower case; an abbreviation written with capitals is noted."""
        if term.islower() and term.isalpha():  # most of them; loading is to be quick
            return [term]
        pieces = [piece for piece in WORD.findall(term) if piece != "s"]
        if len(pieces) == 1 and pieces[0] != pieces[0].lower():
            self._capitals.add(pieces[0])
        return [piece.lower() for piece in pieces]


def _matches(found: Sequence[Hit], places: Sequence[int]) -> list[Match]:
    """Runs of words as runs of tokens; of two runs in one hyphenated token the first stands."""
    matches: list[Match] = []
    for start, end, terms in found:
        first, last = places[start], places[end - 1]
        if not matches or first >= matches[-1].end:
            matches.append(Match(first, last - first + 1, terms))
    return matches
