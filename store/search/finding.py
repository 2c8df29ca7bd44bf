"""From a topic to matters in order: read it, gather candidates, judge each, and put the newest of a case first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz

from store.records import Lang
from store.search.confidence import COVERED, Evidence, features, fitted
from store.search.danish import tokens
from store.search.engine import BUDGET, Postings, candidates
from store.search.entries import Entry as IndexedFact
from store.search.entries import load
from store.search.glossary_rows import Entry
from store.search.index import Driver
from store.search.knowing import Knowledge, terms_with
from store.search.matcher import Matcher, best_of
from store.search.published import Published
from store.search.rank import Matter, by_groups, judged, recency
from store.search.reading import Reader, Reading
from store.search.scope import ANY, Aim, ItemRow, Scope, item_rows, within
from store.search.surroundings import Surroundings
from store.search.titles import named, says_nothing, stemmed
from store.search.vocabulary import Bands, Frequencies, Vocabularies, shelf_states

SIEVE = 0.45
"""Ways less sure than this find no matters by themselves: half a compound stands in half of all minutes."""
TITLE_HAS_A_SAY = 0.15
"""Of the question that a title covers."""
CLOSE_TOGETHER = 0.08
"""What it speaks for a passage that the words of the question stand close together in it."""
AT_THE_HEAD, HEAD = 0.05, 150
"""As CLOSE_TOGETHER, for those in the first letters of its line, where its heading stands."""
TWICE_TOLD = 0.03
"""What it speaks against a part or a date outside all items that its passage tells more."""
SAME_CASE = 0.8
"""Matters of one case count as one when they score at least this share of the best."""


@dataclass(slots=True)
class Sought:
    """The outcome: matters best first, each with its chance of being the one asked for."""

    reading: Reading
    matcher: Matcher
    matters: list[Matter] = field(default_factory=list)
    items: dict[int, ItemRow] = field(default_factory=dict)
    features: dict[int, dict[str, float]] = field(default_factory=dict)
    chances: dict[int, float] = field(default_factory=dict)

    def key(self, matter: Matter) -> str:
        """A name made from content, to order equals by: ids may hang on what the asker may not see."""
        row = self.items.get(matter.group)
        return row.key if row is not None else matter.entries[0].entry.key

    def missing(self, matter: Matter | None) -> tuple[str, ...]:
        """Words of the question that the matter does not hold, as typed; of all words when there is no matter."""
        if matter is None:
            return tuple(concept.typed for concept in self.reading.concepts if not concept.generic)
        return tuple(
            concept.typed
            for concept, strength in zip(self.reading.concepts, matter.whole, strict=True)
            if strength < 0.4 and not concept.generic
        )


@dataclass(frozen=True, slots=True)
class Prepared:
    """A topic as read against the opened shelves, with the postings of its rarest terms."""

    topic: str
    opened: Sequence[int]
    closed: frozenset[int]
    """Those of the opened shelves that hold closed matter."""
    reading: Reading
    matcher: Matcher
    postings: Postings


class Finder:
    """Finds matters. Holds the words of the shelves in memory; safe to share between threads."""

    def __init__(self, budget: int = BUDGET) -> None:
        self.budget = budget
        self._vocabularies = Vocabularies()
        self.published = Published()
        self._terms = terms_with(())

    def use(self, extra: Sequence[Entry]) -> None:
        """Take an administrator's own terms beside the shipped ones, in place of those taken before."""
        if tuple(extra) != self._terms.extra:
            self._terms = terms_with(tuple(extra))

    def find(
        self, driver: Driver, shelf_ids: Sequence[int], topic: str, lang: Lang, scope: Scope, aim: Aim = ANY
    ) -> Sought:
        """Matters on a topic among the opened shelves."""
        return self.among(driver, self.prepare(driver, shelf_ids, topic, lang, aim), scope, aim)

    def prepare(self, driver: Driver, shelf_ids: Sequence[int], topic: str, lang: Lang, aim: Aim = ANY) -> Prepared:
        """Read a topic and gather what holds its rarest terms: once for all scopes that it is tried in."""
        shelves = shelf_states(driver, shelf_ids)
        opened = [shelf.id for shelf in shelves if shelf.entries]
        frequencies = Frequencies(driver, shelves)

        def vocabulary() -> list[Bands]:
            return self._vocabularies.of(driver, shelves)

        first = next((token.word for token in tokens(topic)), None)
        opens = aim.opening is None or aim.opening == first
        reading = Reader(Knowledge(self._terms, frequencies, vocabulary, lang)).read(topic, aim.light, opens=opens)
        postings = candidates(driver, opened, sieve(reading, frequencies), frequencies, self.budget)
        closed = frozenset(shelf.id for shelf in shelves if shelf.closed)
        return Prepared(topic, opened, closed, reading, Matcher(reading.concepts), postings)

    def among(self, driver: Driver, ready: Prepared, scope: Scope, aim: Aim) -> Sought:
        """The matters of a scope, best first."""
        sought = Sought(ready.reading, ready.matcher)
        allowed = (lambda some: within(driver, some, scope)) if scope.narrow else None
        groups = by_groups(ready.reading.concepts, ready.postings, allowed)
        entries = load(driver, ready.opened, groups)
        read_closed = {group for group, some in entries.items() if any(one.shelf_id in ready.closed for one in some)}
        sought.items = item_rows(driver, [group for group in groups if group > 0], read_closed)
        around = Surroundings(driver, ready.opened, ready.postings, ready.matcher, entries)
        found = (judged(group, entries.get(group, ()), ready.matcher, around.of) for group in groups)
        sought.matters = [matter for matter in found if matter is not None]
        self._score(sought, ready.topic, scope, aim, around)
        return sought

    def _score(self, sought: Sought, topic: str, scope: Scope, aim: Aim, around: Surroundings) -> None:
        plain = stemmed(topic)
        model = fitted()
        keys = {key for concept in sought.reading.concepts for key in concept.all_keys()}
        for matter in sought.matters:
            row = sought.items.get(matter.group)
            matter.day = row.day if row is not None else matter.day
        newest = max((matter.day for matter in sought.matters if matter.day is not None), default=None)
        for matter in sought.matters:
            row = sought.items.get(matter.group)
            title = row.title if row is not None else ""
            likeness = fuzz.token_set_ratio(plain, stemmed(title)) / 100 if title else 0.0
            share = named(title, keys) if title else 0.0
            together = max(matter.entries, key=lambda one: one.coverage)
            whole = [max(w, t) for w, t in zip(matter.whole, together.around, strict=True)]
            found = features(
                Evidence(
                    sought.reading.concepts,
                    whole,
                    together.around,
                    matter.title,
                    share,
                    _untitled(matter, title),
                )
            )
            sought.features[matter.group] = found
            said = best_of(whole, around.theme(matter.entries[0].entry.document_id))
            elsewhere = any(c.place and w < COVERED for c, w in zip(sought.reading.concepts, said, strict=True))
            sought.chances[matter.group] = 0.0 if elsewhere else model.sureness(found)
            matter.exact = found["exact"]
            matter.score = (
                (0.42 if aim.detail else 0.54) * matter.coverage
                + (0.30 if aim.detail else 0.18) * together.coverage
                + 0.14 * matter.title_coverage
                + 0.05 * likeness
                + 0.03 * matter.exact
                + 0.04 * recency(matter.day, newest)
                + 0.03 * any(one.entry.kind in aim.kinds for one in matter.entries)
                + 0.03 * (matter.group in scope.context)
                + (_well_placed(sought.matcher, together.entry) if matter.group < 0 else 0.0)
                - TWICE_TOLD * (matter.group < 0 and _twin(matter.entries[0].entry.kind, aim))
            )
        sought.matters.sort(
            key=lambda matter: (-matter.score, -(matter.day or date.min).toordinal(), sought.key(matter))
        )


def _well_placed(matcher: Matcher, entry: IndexedFact) -> float:
    """What speaks for a passage beside the words it holds: that they stand together, and at its head."""
    close = CLOSE_TOGETHER * matcher.closest(entry.terms)
    return close + (AT_THE_HEAD * matcher.closest(entry.terms[:HEAD]) if entry.kind == "passage" else 0.0)


def _twin(kind: str, aim: Aim) -> bool:
    """Whether a fact outside all items says again what a passage says, and is not of the kind asked for."""
    return kind != "passage" and kind not in aim.kinds


def _untitled(matter: Matter, title: str) -> bool:
    """Whether the title has no say: there is none, it says nothing, or only an attachment under it is what is meant."""
    return says_nothing(title) or (matter.best_passage is not None and matter.title_coverage < TITLE_HAS_A_SAY)


def sieve(reading: Reading, frequencies: Frequencies) -> list[str]:
    """The terms that candidates are looked for by: of each concept its sure ways, or all where no sure one is held."""
    terms: list[str] = []
    for concept in reading.concepts:
        held = [way for way in concept.ways if all(frequencies.df(key) for key in way.keys)]
        sure = [way for way in held if way.weight >= SIEVE]
        terms.extend(key for way in sure or held for key in way.keys)
    return terms


def same_case(sought: Sought, first: Matter) -> list[Matter]:
    """The matters of the same case as `first` that fit about as well, newest first; `first` is among them."""
    row = sought.items.get(first.group)
    if row is None:
        return [first]
    found = [
        matter
        for matter in sought.matters
        if matter.group > 0
        and sought.items[matter.group].case == row.case
        and matter.score >= SAME_CASE * first.score
        and matter.coverage >= first.coverage - 0.1
    ]
    return sorted(found, key=lambda matter: (-(matter.day or date.min).toordinal(), sought.key(matter)))
