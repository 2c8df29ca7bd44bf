"""From a topic to matters in order: read it, gather candidates, judge each, and put the newest of a case first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from store.records import Lang
from store.search.confidence import Evidence, features, fitted
from store.search.danish import Analysis, analyse, lemma, words
from store.search.engine import BUDGET, candidates
from store.search.glossary_rows import Entry
from store.search.index import Driver, marks
from store.search.rank import Matcher, Matter, by_groups, judged, load, recency
from store.search.reading import Reader, Reading, terms_with
from store.search.vocabulary import Bands, Frequencies, Vocabularies, shelf_states
from store.search.wordlists import word_lists

SIEVE = 0.45
"""Ways less sure than this find no matters by themselves: half a compound stands in half of all minutes."""
TITLE_HAS_A_SAY = 0.15
"""Of the question that a title covers."""
SAME_CASE = 0.8
"""Matters of one case count as one when they score at least this share of the best."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which matters a question allows: meetings of a body, of a period (inclusive), and items under discussion."""

    body_id: int | None = None
    since: date | None = None
    until: date | None = None
    context: Collection[int] = ()

    @property
    def narrow_in_time(self) -> bool:
        """Whether it names a period."""
        return self.since is not None or self.until is not None

    @property
    def narrow(self) -> bool:
        """Whether it leaves anything out."""
        return self.body_id is not None or self.since is not None or self.until is not None


@dataclass(frozen=True, slots=True)
class Aim:
    """What a question is after: the kinds of fact that would answer, words of it that count lightly, and whether it
    asks for a detail, which one fact has to hold by itself."""

    kinds: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    detail: bool = False


ANY = Aim()


@dataclass(frozen=True, slots=True)
class ItemRow:
    """What ranking needs of an item beside its facts."""

    id: int
    key: str
    title: str
    case: str
    day: date | None


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


class Finder:
    """Finds matters. Holds the words of the shelves in memory; safe to share between threads."""

    def __init__(self, budget: int = BUDGET) -> None:
        self.budget = budget
        self._vocabularies = Vocabularies()
        self._terms = terms_with(())

    def use(self, extra: Sequence[Entry]) -> None:
        """Take an administrator's own terms beside the shipped ones, in place of those taken before."""
        if tuple(extra) != self._terms.extra:
            self._terms = terms_with(tuple(extra))

    def find(
        self, driver: Driver, shelf_ids: Sequence[int], topic: str, lang: Lang, scope: Scope, aim: Aim = ANY
    ) -> Sought:
        """Matters on a topic among the opened shelves."""
        shelves = shelf_states(driver, shelf_ids)
        opened = [shelf.id for shelf in shelves if shelf.entries]
        frequencies = Frequencies(driver, shelves)

        def vocabulary() -> list[Bands]:
            return self._vocabularies.of(driver, shelves)

        reader = Reader(self._terms, frequencies, vocabulary, lang)
        reading = reader.read(topic, aim.light)
        matcher = Matcher(reading.concepts)
        sought = Sought(reading, matcher)
        terms = sieve(reading, frequencies)
        postings = candidates(driver, opened, terms, frequencies, self.budget)
        allowed = (lambda some: within(driver, some, scope)) if scope.narrow else None
        groups = by_groups(reading.concepts, postings, allowed)
        entries = load(driver, opened, groups)
        closed = {shelf.id for shelf in shelves if shelf.closed}
        read_closed = {group for group in groups if any(one.shelf_id in closed for one in entries.get(group, ()))}
        sought.items = item_rows(driver, [group for group in groups if group > 0], read_closed)
        found = (judged(group, entries.get(group, ()), matcher) for group in groups)
        sought.matters = [matter for matter in found if matter is not None]
        self._score(sought, topic, scope, aim)
        return sought

    def _score(self, sought: Sought, topic: str, scope: Scope, aim: Aim) -> None:
        plain = _stemmed(topic)
        model = fitted()
        keys = {key for concept in sought.reading.concepts for key in concept.all_keys()}
        for matter in sought.matters:
            row = sought.items.get(matter.group)
            matter.day = row.day if row is not None else matter.day
        newest = max((matter.day for matter in sought.matters if matter.day is not None), default=None)
        for matter in sought.matters:
            row = sought.items.get(matter.group)
            title = row.title if row is not None else " ".join(matter.entries[0].entry.heads[:0])
            likeness = fuzz.token_set_ratio(plain, _stemmed(title)) / 100 if title else 0.0
            named = _named(title, keys) if title else 0.0
            together = max(matter.entries, key=lambda one: one.coverage)
            whole = [max(w, t) for w, t in zip(matter.whole, together.around, strict=True)]
            found = features(
                Evidence(
                    sought.reading.concepts,
                    whole,
                    together.around,
                    matter.title,
                    named,
                    _untitled(matter, title),
                )
            )
            sought.features[matter.group] = found
            sought.chances[matter.group] = model.sureness(found)
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
            )
        sought.matters.sort(
            key=lambda matter: (-matter.score, -(matter.day or date.min).toordinal(), sought.key(matter))
        )


@lru_cache(maxsize=2_000)
def _stemmed(text: str) -> str:
    return " ".join(analyse(word).stems[0] for word in words(text))


def _untitled(matter: Matter, title: str) -> bool:
    """Whether the title has no say: there is none, it says nothing, or only an attachment under it is what is meant."""
    return _says_nothing(title) or (matter.best_passage is not None and matter.title_coverage < TITLE_HAS_A_SAY)


@lru_cache(maxsize=2_000)
def _says_nothing(title: str) -> bool:
    """Whether a title is none, or one that any matter could stand under."""
    lists = word_lists()
    silent = lists.generic | lists.silent | lists.stop_da
    return all(word in silent or lemma(word) in silent for word in words(title))


def _named(title: str, keys: Collection[str]) -> float:
    """The share of a title's words that are among the keys, themselves or by a part of them."""
    met = [
        1.0 if any(stem in keys for stem in analysis.stems) else 0.7 * any(part in keys for part in analysis.parts)
        for analysis in _title_words(title)
    ]
    return sum(met) / len(met) if met else 0.0


@lru_cache(maxsize=2_000)
def _title_words(title: str) -> tuple[Analysis, ...]:
    lists = word_lists()
    return tuple(analyse(word) for word in words(title) if word not in lists.stop_da)


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


def within(driver: Driver, groups: Sequence[int], scope: Scope) -> set[int]:
    """Which of the groups belong to a meeting, or a document, of the scope."""
    allowed: set[int] = set()
    items = [group for group in groups if group > 0]
    facts = [-group for group in groups if group < 0]
    clauses, values = _clauses(driver, scope)
    if items:
        allowed.update(
            item
            for (item,) in driver.rows(
                "SELECT i.id FROM item i JOIN meeting m ON m.id = i.meeting_id"
                f" WHERE i.id IN ({marks(items)}){clauses}",
                [*items, *values],
            )
        )
    if facts:
        allowed.update(
            -fact
            for (fact,) in driver.rows(
                "SELECT f.id FROM fact f JOIN document m ON m.id = f.document_id"
                f" WHERE f.id IN ({marks(facts)}){clauses}",
                [*facts, *values],
            )
        )
    return allowed


def _clauses(driver: Driver, scope: Scope, *, walk: bool = False) -> tuple[str, list[object]]:
    """Conditions on m, a meeting or a document; `walk` lets the engine start from the meetings."""
    clauses = ""
    values: list[object] = []
    plus = "+" if driver.sqlite and not walk else ""
    for column, sign, value in (
        ("body_id", "=", scope.body_id),
        ("date", ">=", scope.since),
        ("date", "<=", scope.until),
    ):
        if value is not None:
            # The plus keeps the planner from walking all meetings of a body: the items are named already.
            clauses += f" AND {plus}m.{column} {sign} ?"
            values.append(value.isoformat() if isinstance(value, date) and driver.sqlite else value)
    return clauses, values


def bare_items(driver: Driver, scope: Scope, limit: int = 200) -> list[tuple[int, str]]:
    """Open items of the scope that have nothing but a title, which no index holds; newest meeting first."""
    clauses, values = _clauses(driver, scope, walk=True)
    return driver.rows(
        "SELECT i.id, i.title FROM item i JOIN meeting m ON m.id = i.meeting_id WHERE i.access = 'open' AND NOT EXISTS"
        f" (SELECT 1 FROM fact f WHERE f.item_id = i.id AND f.shelf_id IS NOT NULL){clauses}"
        " ORDER BY m.date DESC, i.position LIMIT ?",
        [*values, limit],
    )


def item_rows(driver: Driver, items: Sequence[int], read_closed: Collection[int]) -> dict[int, ItemRow]:
    """The items, each with what it counts as one case with: its case number, else its title.

    `read_closed` are the items of which closed facts were found on the opened shelves.
    """
    if not items:
        return {}
    rows = driver.rows(
        "SELECT i.id, i.key, i.title, coalesce(i.case_key, i.title_key), m.date, i.access, i.neutral_title FROM item i"
        f" JOIN meeting m ON m.id = i.meeting_id WHERE i.id IN ({marks(items)})",
        list(items),
    )
    found = {}
    for number, key, title, case, day, access, neutral in rows:
        # Of a closed item whose decision alone was made public, title and case stay unknown to the ranking too.
        known = access == "open" or number in read_closed
        day = date.fromisoformat(day) if isinstance(day, str) else day
        found[number] = ItemRow(number, key, title if known else neutral or "", case if known else key, day)
    return found


def spread(chances: Mapping[int, float], matters: Sequence[Matter]) -> list[float]:
    """The chances of matters in order."""
    return [chances[matter.group] for matter in matters]
