"""From a topic to matters in order: read it, gather candidates, judge each, and put the newest of a case first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.records import Lang
from store.search.confidence import Scale, fitted, leads
from store.search.danish import tokens
from store.search.engine import BUDGET, candidates
from store.search.glossary_rows import Entry
from store.search.index import Driver
from store.search.knowing import Knowledge, terms_with
from store.search.matcher import Matcher
from store.search.published import Published
from store.search.rank import Matter, by_groups, gains, recency
from store.search.reading import Reader, Reading
from store.search.scope import ANY, Aim, Scope, within
from store.search.sought import Held
from store.search.sought import Prepared as Prepared
from store.search.sought import Sought as Sought
from store.search.vocabulary import Bands, Frequencies, Vocabularies, shelf_states
from store.search.weighing import weigh

SIEVE = 0.45
"""Ways less sure than this find no matters by themselves: half a compound stands in half of all minutes."""
TWICE_TOLD = 0.03
"""What it speaks against a part or a date outside all items that its passage tells more."""
SAME_CASE = 0.8
"""Matters of one case count as one when they score at least this share of the best."""


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
        # Every key was counted in reading: one that no fact has is looked for in none.
        stored = Matcher(reading.concepts, frequencies.df)
        matcher, scale = Matcher(reading.concepts), Scale(reading.concepts)
        return Prepared(topic, opened, closed, reading, matcher, stored, scale, postings)

    def among(self, driver: Driver, ready: Prepared, scope: Scope, aim: Aim) -> Sought:
        """The matters of a scope, best first. `aim` is the same for all scopes of what was prepared."""
        held = ready.held
        place = (scope.body_id, scope.since, scope.until, *scope.context)
        known = held.sought.get(place)
        if known is not None:
            return known
        if held.gained is None:
            held.gained = gains(ready.reading.concepts, ready.postings)
        allowed = (lambda some: within(driver, some, scope)) if scope.narrow else None
        groups = by_groups(held.gained, ready.postings, allowed)
        weigh(driver, ready, {group: facts for group, facts in groups.items() if group not in held.weighed}, aim)
        sought = held.sought[place] = Sought(ready.reading, ready.matcher)
        sought.items = {group: held.items[group] for group in groups if group in held.items}
        weighed = {group: one for group in groups if (one := held.weighed[group]) is not None}
        cases = {group: row.case for group, row in sought.items.items()}
        lead = leads({group: one.features for group, one in weighed.items()}, cases)
        for group, one in weighed.items():
            sought.features[group] = one.features | {"lead": lead[group]}
            sought.chances[group] = 0.0 if one.barred else fitted().sureness(sought.features[group])
            sought.matters.append(one.matter.again())
        _order(sought, held, scope)
        return sought


def _order(sought: Sought, held: Held, scope: Scope) -> None:
    """Score the matters beside each other and sort them."""
    newest = max((matter.day for matter in sought.matters if matter.day is not None), default=None)
    for matter in sought.matters:
        one = held.weighed[matter.group]
        if one is not None:
            matter.score = (
                one.score
                + 0.04 * recency(matter.day, newest)
                + 0.03 * one.of_kind
                + 0.03 * (matter.group in scope.context)
                + one.placed
                - TWICE_TOLD * one.twin
            )
    sought.matters.sort(key=lambda matter: (-matter.score, -(matter.day or date.min).toordinal(), sought.key(matter)))


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
