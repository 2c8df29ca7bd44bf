"""What the opened shelves know: how many facts hold a term, and which words are near to one that nobody wrote.

Words are kept in memory by shelf for repairing typos and dropped when the shelf's version has moved, whichever process
moved it. Two shelves never share a list, so a closed word can only repair a question that may read it.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from store.search.danish import lemma
from store.search.index import Driver, marks
from store.search.lasting import COUNTS

SHORTEST_REPAIRED = 4
MOST_AT_ONCE = 400
MOST_NEAR = 16


@dataclass(frozen=True, slots=True)
class ShelfState:
    """A shelf as it stands in the session's snapshot."""

    id: int
    entries: int
    version: int
    closed: bool


def shelf_states(driver: Driver, shelf_ids: Sequence[int]) -> list[ShelfState]:
    """The opened shelves, in the order of their ids."""
    if not shelf_ids:
        return []
    place = ("shelves", *shelf_ids)
    known: list[ShelfState] | None = driver.kept.get(place)
    if known is None:
        rows = driver.rows(
            f"SELECT id, entries, version, access FROM shelf WHERE id IN ({marks(shelf_ids)}) ORDER BY id",
            list(shelf_ids),
        )
        known = driver.kept[place] = [
            ShelfState(number, entries, version, access != "open") for number, entries, version, access in rows
        ]
    return known


def stamp(driver: Driver, shelf_ids: Sequence[int]) -> tuple[int, ...]:
    """The shelves with their versions, to keep by what was read of them."""
    return tuple(number for shelf in shelf_states(driver, shelf_ids) for number in (shelf.id, shelf.version))


@dataclass(slots=True)
class Frequencies:
    """How many facts of the opened shelves hold a term, and what a term is worth."""

    driver: Driver
    shelves: Sequence[ShelfState]
    entries: int = 0
    known: dict[str, int] = field(init=False)
    _stamp: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.entries = sum(shelf.entries for shelf in self.shelves)
        self._stamp = stamp(self.driver, [shelf.id for shelf in self.shelves])
        # One question is read in several ways, most of its terms being the same in all.
        self.known = self.driver.kept.setdefault(("df", *(shelf.id for shelf in self.shelves)), {})

    def fetch(self, terms: Iterable[str]) -> None:
        """Look up the terms not looked up yet."""
        ids = [shelf.id for shelf in self.shelves]
        counts = self.driver.lasting(COUNTS).counts(("df", *self._stamp))
        fresh = {term for term in terms if term not in self.known}
        self.known.update((term, counts[term]) for term in fresh if term in counts)
        wanted = sorted(fresh - self.known.keys())
        for start in range(0, len(wanted) if ids else 0, MOST_AT_ONCE):
            some = _filled(wanted[start : start + MOST_AT_ONCE])
            for term, df in self.driver.rows(
                f"SELECT term, sum(df) FROM term_stat WHERE shelf_id IN ({marks(ids)}) AND term IN ({marks(some)})"
                " GROUP BY term",
                [*ids, *some],
            ):
                self.known[term] = int(df)
        for term in wanted:
            counts[term] = self.known.setdefault(term, 0)

    def df(self, term: str) -> int:
        """Facts holding the term, 0 when none does (or it was not fetched)."""
        return self.known.get(term, 0)

    def idf(self, df: int) -> float:
        """The worth of a term held by so many facts, from nearly 0 to 1 (held by none)."""
        top = math.log(1 + (self.entries + 0.5) / 0.5)
        return math.log(1 + (self.entries - min(df, self.entries) + 0.5) / (df + 0.5)) / top

    def words(self, words: Iterable[str]) -> set[str]:
        """Which of these words stand in the opened shelves as they are spelt here."""
        asked = set(words)
        ids = [shelf.id for shelf in self.shelves]
        counts = self.driver.lasting(COUNTS).counts(("words", *self._stamp))
        known = {word: counts[word] for word in asked if word in counts}
        wanted = sorted(asked - known.keys())
        known.update(dict.fromkeys(wanted, 0))
        for start in range(0, len(wanted) if ids else 0, MOST_AT_ONCE):
            some = _filled(wanted[start : start + MOST_AT_ONCE])
            known.update(
                (word, 1)
                for (word,) in self.driver.rows(
                    f"SELECT word FROM word WHERE shelf_id IN ({marks(ids)}) AND word IN ({marks(some)})",
                    [*ids, *some],
                )
            )
        counts.update((word, known[word]) for word in wanted)
        return {word for word in asked if known[word]}


def _filled(values: list[str]) -> list[str]:
    """The values, the last one repeated up to a round number: few lengths of list make few statements to parse."""
    return values + values[-1:] * (-len(values) % 16)


Bands = Mapping[int, Mapping[str, Sequence[str]]]
"""Words by length, then by first letter, and all of a length under ALL; each list in alphabetical order."""
ALL = ""


def bands(words: Iterable[str]) -> Bands:
    """Sort words for `nearest`."""
    found: dict[int, dict[str, list[str]]] = {}
    for word in sorted(set(words)):
        if len(word) >= SHORTEST_REPAIRED - 1:
            found.setdefault(len(word), {}).setdefault(word[0], []).append(word)
    for letters in found.values():
        letters[ALL] = [word for some in letters.values() for word in some]
    return found


def edits_allowed(word: str) -> int:
    """How many typos a word may hold: one up to seven letters, two above."""
    return 1 if len(word) <= 7 else 2


@dataclass(frozen=True, slots=True)
class Near:
    """A word near to what was typed, and by how many edits (a swap of neighbours is one)."""

    word: str
    edits: int


def nearest(word: str, lists: Sequence[Bands], limit: int = 3) -> list[Near]:
    """The words nearest to `word`, fewest edits first, then those with the same first letter, then alphabetical.

    Words with the same first letter are tried first: nearly every typo leaves it, and they are a tenth of all.
    """
    if len(word) < SHORTEST_REPAIRED:
        return []
    allowed = edits_allowed(word)
    found = _within(word, lists, allowed, word[0])
    if not found or min(found.values()) > 1:
        found |= _within(word, lists, allowed, ALL)
    ordered = sorted(found.items(), key=lambda pair: (pair[1], pair[0][0] != word[0], pair[0]))
    best = ordered[0][1] if ordered else 0
    return [Near(near, edits) for near, edits in ordered if edits == best][:limit]


def _within(word: str, lists: Sequence[Bands], allowed: int, letter: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for words in lists:
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            some = words.get(length, {}).get(letter, ())
            for near, edits, _ in process.extract(
                word, some, scorer=OSA.distance, score_cutoff=allowed, limit=MOST_NEAR
            ):
                found[near] = int(edits)
    found.pop(word, None)
    return found


class Vocabularies:
    """The words of each shelf in memory; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[int, tuple[int, Bands]] = {}

    def of(self, driver: Driver, shelves: Sequence[ShelfState]) -> list[Bands]:
        """The words of these shelves as they stand in the driver's snapshot."""
        return [self._one(driver, shelf) for shelf in shelves]

    def _one(self, driver: Driver, shelf: ShelfState) -> Bands:
        with self._lock:
            kept = self._kept.get(shelf.id)
        if kept is not None and kept[0] == shelf.version:
            return kept[1]
        held = [word for (word,) in driver.rows("SELECT word FROM word WHERE shelf_id = ?", [shelf.id])]
        # With their dictionary forms: the minutes may only have "julefrokosten" where "julefrokost" is asked for.
        words = bands([*held, *map(lemma, held)])
        with self._lock:
            # A reader on an older snapshot must not put back what a newer one has replaced.
            kept = self._kept.get(shelf.id)
            if kept is None or kept[0] < shelf.version:
                self._kept[shelf.id] = (shelf.version, words)
        return words
