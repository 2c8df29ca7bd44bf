"""Typos are repaired from the words of the opened shelves, as they stand when the question is asked."""

from __future__ import annotations

import threading
from datetime import date

from store.database import Database
from store.indexing import IndexEntry
from store.search.index import Driver, ShelfIndex
from store.search.vocabulary import Near, Vocabularies, bands, nearest, shelf_states
from tests.fakes.facts import fact_rows, shelf_rows

WORDS = bands(["bevilling", "bevillinger", "skole", "skoler", "cykelsti", "havnen", "haven", "øl"])


def test_a_swap_of_neighbours_is_one_edit() -> None:
    assert nearest("bevililng", [WORDS]) == [Near("bevilling", 1)]


def test_the_fewest_edits_win_and_equals_stand_in_order() -> None:
    assert nearest("skolr", [WORDS]) == [Near("skole", 1), Near("skoler", 1)]


def test_a_wrong_first_letter_is_repaired_when_nothing_else_is_as_near() -> None:
    assert nearest("xykelsti", [WORDS]) == [Near("cykelsti", 1)]
    assert nearest("hvnen", [WORDS]) == [Near("havnen", 1)]


def test_short_words_and_far_words_are_left_alone() -> None:
    assert nearest("ol", [WORDS]) == []
    assert nearest("kirke", [WORDS]) == []


def test_the_word_itself_is_no_repair() -> None:
    assert nearest("cykelsti", [WORDS]) == []


def _entry(fact: int, shelf: int, text: str) -> IndexEntry:
    return IndexEntry(fact, shelf, 7, 1, 1, "decision", date(2020, 1, 1), "Skole\nReferat", text)


def _repaired(db: Database, kept: Vocabularies, word: str, shelves: list[int]) -> list[str]:
    with db.read() as session:
        driver = Driver(session)
        near = nearest(word, kept.of(driver, shelf_states(driver, shelves)))
        return [one.word for one in near if one.word.endswith("et")]


def test_a_change_by_another_process_is_seen_at_once(db: Database) -> None:
    kept, index = Vocabularies(), ShelfIndex()
    with db.write() as session:
        shelf_rows(session, [1, 2])
        fact_rows(session, range(1, 3))
        index.add(session, [_entry(1, 1, "servicekorpset")])
    assert _repaired(db, kept, "servicekorpst", [1]) == ["servicekorpset"]
    other = Database.open(db.url.render_as_string(hide_password=False))
    with other.write() as session:
        ShelfIndex().remove(session, [1])
        ShelfIndex().add(session, [_entry(2, 1, "sundhedshuset")])
    other.close()
    assert _repaired(db, kept, "servicekorpst", [1]) == []
    assert _repaired(db, kept, "sundhedshset", [1]) == ["sundhedshuset"]


def test_a_closed_word_repairs_only_for_those_who_open_its_shelf(db: Database) -> None:
    kept, index = Vocabularies(), ShelfIndex()
    with db.write() as session:
        shelf_rows(session, [1, 2])
        fact_rows(session, range(1, 3))
        index.add(session, [_entry(1, 1, "sundhedshuset"), _entry(2, 2, "servicekorpset")])
    assert _repaired(db, kept, "servicekorpst", [1, 2]) == ["servicekorpset"]
    assert _repaired(db, kept, "servicekorpst", [1]) == []


def test_threads_share_the_words(sqlite_db: Database) -> None:
    kept, index = Vocabularies(), ShelfIndex()
    with sqlite_db.write() as session:
        shelf_rows(session, [1])
        fact_rows(session, range(1, 2))
        index.add(session, [_entry(1, 1, "servicekorpset")])
    found: list[list[str]] = []
    threads = [
        threading.Thread(target=lambda: found.append(_repaired(sqlite_db, kept, "servicekorpst", [1])))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [["servicekorpset"]] * 4
