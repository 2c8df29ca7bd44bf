"""What stands around a passage: the passages before and behind it, and what its whole document is on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from store.search.concepts import Concept
from store.search.engine import Postings
from store.search.entries import Entry, load
from store.search.index import FACT_SHIFT, Driver, marks
from store.search.matcher import Matcher, best_of, scaled

BESIDE = 0.7
"""What a match in the passage before or behind is worth beside one in the passage itself."""
THEME = 0.5
"""What a concept is worth that the document comes back to again and again."""
THEME_MET = 4
"""Facts of a document that hold a concept for it to be what the document is on."""
PLACE_MET = 2
"""As THEME_MET, for a municipality: few documents name their own in every paragraph."""
SURE_WAY = 0.7


class Surroundings:
    """For passages outside all items: how well each concept stands around them."""

    def __init__(self, driver: Driver, opened: Sequence[int], postings: Postings, matcher: Matcher) -> None:
        self._driver, self._opened, self._postings, self._matcher = driver, opened, postings, matcher
        self._named = any(concept.place for concept in matcher.concepts)
        self._by_id: dict[int, Entry] = {}
        self._themes: dict[int, list[float]] = {}
        self._lines: dict[int, list[float]] = {}
        self._held: dict[str, list[int]] | None = None
        """The facts of each posting, lowest first."""

    def add(self, entries: Mapping[int, Sequence[Entry]]) -> None:
        """Take in what stands around these entries, by group."""
        loose = [some[0] for group, some in entries.items() if group < 0 and some and some[0].kind == "passage"]
        self._by_id.update((entry.fact_id, entry) for entry in loose)
        wanted = {entry.fact_id + step for entry in loose for step in (-1, 1)} - self._by_id.keys()
        for some in load(self._driver, self._opened, {-fact: [fact] for fact in wanted}).values() if wanted else ():
            self._by_id.update((entry.fact_id, entry) for entry in some)
        about = (entry for some in entries.values() for entry in some) if self._named else loose
        self._themes |= self._all_themes({entry.document_id for entry in about} - self._themes.keys())

    def of(self, entry: Entry) -> list[float]:
        """How well each concept stands around an entry, 0 to 1."""
        found = self._themes.get(entry.document_id)
        if entry.kind != "passage" or entry.item_id is not None or found is None:
            return [0.0] * len(self._matcher.concepts)
        for step in (-1, 1):
            other = self._by_id.get(entry.fact_id + step)
            if other is not None and _adjoin(entry, other):
                found = best_of(found, scaled(self._own(other), BESIDE))
        return found

    def theme(self, document_id: int) -> list[float]:
        """How surely a document is on each concept; of documents with items known only where a place is named."""
        return self._themes.get(document_id) or [0.0] * len(self._matcher.concepts)

    def _own(self, entry: Entry) -> list[float]:
        known = self._lines.get(entry.fact_id)
        if known is None:
            known = self._lines[entry.fact_id] = self._matcher.strengths(entry.terms)
        return known

    def _all_themes(self, documents: Iterable[int]) -> dict[int, list[float]]:
        """For each document how surely it is on each concept.

        The facts of a document were stored one after another, so that its part of a posting is a stretch of it.
        """
        wanted = sorted(documents)
        if not wanted:
            return {}
        stretches = self._driver.rows(
            f"SELECT document_id, min(id), max(id) FROM fact WHERE document_id IN ({marks(wanted)})"
            " GROUP BY document_id",
            wanted,
        )
        if self._held is None:
            self._held = {key: [row >> FACT_SHIFT for row in rows[::-1]] for key, rows in self._postings.rows.items()}
        held = self._held
        return {
            document: [_theme(concept, held, first, last) for concept in self._matcher.concepts]
            for document, first, last in stretches
        }


def _theme(concept: Concept, held: Mapping[str, Sequence[int]], first: int, last: int) -> float:
    for way in concept.ways:
        if way.weight < SURE_WAY:
            return 0.0
        if len(way.keys) == 1:
            facts = held.get(way.keys[0], ())
            met = bisect_right(facts, last) - bisect_left(facts, first)
            if met >= (PLACE_MET if concept.place else THEME_MET):
                return THEME * way.weight
    return 0.0


def _adjoin(entry: Entry, other: Entry) -> bool:
    return (
        other.kind == "passage"
        and other.item_id is None
        and other.document_id == entry.document_id
        and abs(other.position - entry.position) == 1
    )
