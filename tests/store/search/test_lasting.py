"""What searches keep is bounded, is of the shelves it was read from, and ends with them."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from store.database import Database
from store.indexing import IndexEntry
from store.search.engine import candidates
from store.search.entries import load
from store.search.index import Driver, ShelfIndex
from store.search.lasting import MOST_COUNTED, Lasting
from store.search.vocabulary import Frequencies, shelf_states
from tests.fakes.facts import fact_rows, shelf_rows

MOST = 80


def entry(fact: int, shelf: int, head: str, text: str, *, item: int | None = 7) -> IndexEntry:
    return IndexEntry(fact, shelf, item, 1, 1, "decision", date(2020, 1, fact), f"{head}\nReferat", text)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 12))))
def test_no_more_is_kept_than_there_is_room_for(puts: list[tuple[int, int]]) -> None:
    lasting = Lasting(MOST)
    sizes: dict[int, int] = {}
    for place, size in puts:
        lasting.put(place, (place, size), size)
        if 8 * size <= MOST:
            sizes[place] = size
    held = [lasting.get(place) for place in range(10)]
    assert sum(thing[1] for thing in held if thing is not None) <= MOST
    assert all(thing in (None, (place, sizes.get(place))) for place, thing in enumerate(held))
    if puts and 8 * puts[-1][1] <= MOST:
        assert lasting.get(puts[-1][0]) == puts[-1]


def test_what_is_kept_longest_makes_room() -> None:
    lasting = Lasting(16)
    for place in range(9):
        lasting.put(place, place, 2)
    assert [lasting.get(place) for place in range(9)] == [None, *range(1, 9)]


def test_a_long_list_of_counts_makes_way_for_a_new_one() -> None:
    lasting = Lasting(16)
    counts = lasting.counts("df")
    counts["skole"] = 3
    assert lasting.counts("df") is counts
    counts.update((str(number), number) for number in range(MOST_COUNTED))
    assert lasting.counts("df") == {}


def test_what_was_read_of_a_shelf_is_read_again_once_it_changed(db: Database) -> None:
    """Also when the change was by another process, and by one that did not say that the library changes."""
    index = ShelfIndex()
    with db.write() as session:
        shelf_rows(session, [1, 2])
        fact_rows(session, range(1, 4))
        index.add(session, [entry(1, 1, "Ny skole", "salgsprovenuet"), entry(2, 2, "Ny skole", "lukket", item=None)])

    def read(shelves: list[int]) -> tuple[int, int, set[str], list[int]]:
        with db.read() as session:
            driver = Driver(session)
            counted = Frequencies(driver, shelf_states(driver, shelves))
            counted.fetch(["skol"])
            rows = candidates(driver, shelves, ["skol"], counted).rows.get("skol", ())
            loose = load(driver, shelves, {-2: [2]})[-2]
            return counted.df("skol"), len(rows), counted.words(["lukket"]), [one.fact_id for one in loose]

    for _ in range(2):
        assert read([1]) == (1, 1, set(), [])
        assert read([1, 2]) == (2, 2, {"lukket"}, [2])
    with db.write() as session:
        index.remove(session, [2])
        index.add(session, [entry(3, 1, "Skole", "skole", item=None)])
    for _ in range(2):
        assert read([1]) == (2, 2, set(), [])
        assert read([1, 2]) == (2, 2, set(), [])
