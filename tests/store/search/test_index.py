"""The index is exact after any order of adding, replacing and removing, on both engines."""

from __future__ import annotations

import shutil
import uuid
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from store.database import Database
from store.indexing import IndexEntry
from store.search.engine import candidates
from store.search.index import Driver, ShelfIndex, row_id
from store.search.vocabulary import Frequencies, shelf_states
from tests.fakes.facts import fact_rows, shelf_rows

WORDS = ["skole", "skolen", "budget", "salgsprovenuet", "15/8020", "møde", "og"]
texts = st.lists(st.sampled_from(WORDS), min_size=0, max_size=6).map(" ".join)
changes = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(1, 5), st.sampled_from([1, 2]), texts, texts),
        st.tuples(st.just("remove"), st.integers(1, 5), st.just(0), st.just(""), st.just("")),
    ),
    max_size=14,
)


def entry(fact: int, shelf: int, head: str, text: str, *, item: int | None = 7) -> IndexEntry:
    return IndexEntry(fact, shelf, item, 1, 1, "decision", date(2020, 1, fact), f"{head}\nReferat", text)


def state(session: Session) -> dict[str, object]:
    """All that the index holds, row ids apart."""
    driver = Driver(session)
    return {
        "entries": driver.rows("SELECT fact_id, shelf_id, kind, heads, terms FROM search_entry ORDER BY fact_id"),
        "terms": driver.rows("SELECT shelf_id, term, df FROM term_stat ORDER BY shelf_id, term"),
        "words": driver.rows("SELECT shelf_id, word, df FROM word ORDER BY shelf_id, word"),
        "shelves": driver.rows("SELECT id, entries FROM shelf ORDER BY id"),
    }


def found(session: Session, term: str, shelf: int) -> list[int]:
    driver = Driver(session)
    frequencies = Frequencies(driver, shelf_states(driver, [shelf]))
    frequencies.fetch([term])
    return list(candidates(driver, [shelf], [term], frequencies).rows.get(term, ()))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index")


@settings(max_examples=40, deadline=None)
@given(steps=changes)
def test_the_history_leaves_no_trace(migrated_file: Path, folder: Path, steps: list[tuple[object, ...]]) -> None:
    outcomes = []
    last = {step[1]: step for step in steps}
    kept = [step for step in last.values() if step[0] == "add"]
    for history in (steps, sorted(kept, key=lambda step: int(str(step[1])))):
        path = folder / f"{uuid.uuid4().hex}.db"
        shutil.copy(migrated_file, path)
        db = Database.open(f"sqlite:///{path}")
        index = ShelfIndex()
        with db.write() as session:
            shelf_rows(session, [1, 2])
            fact_rows(session, range(1, 6))
            for kind, fact, shelf, head, text in history:
                if kind == "add":
                    index.add(session, [entry(fact, shelf, head, text)])  # type: ignore[arg-type]  # drawn above
                else:
                    index.remove(session, [fact])  # type: ignore[list-item]  # drawn above
        with db.read() as session:
            outcomes.append((state(session), [found(session, "skol", shelf) for shelf in (1, 2)]))
        db.close()
    assert outcomes[0] == outcomes[1]


def test_facts_are_found_and_found_no_more(db: Database) -> None:
    index = ShelfIndex()
    with db.write() as session:
        shelf_rows(session, [1, 2])
        fact_rows(session, range(1, 4))
        index.add(session, [entry(1, 1, "Ny skole", "salgsprovenuet"), entry(2, 1, "Budget", "skoler", item=None)])
        index.add(session, [entry(3, 2, "Skole", "lukket sag 15/8020")])
    with db.read() as session:
        assert found(session, "skol", 1) == [row_id(None, 2), row_id(7, 1)]
        assert found(session, "provenu", 1) == [row_id(7, 1)]
        assert found(session, "15/8020", 2) == [row_id(7, 3)]
        assert found(session, "15/8020", 1) == []
    with db.write() as session:
        index.add(session, [entry(1, 2, "Ny skole", "salgsprovenuet")])
        index.remove(session, [2, 99])
    with db.read() as session:
        assert found(session, "skol", 1) == []
        assert found(session, "skol", 2) == [row_id(7, 3), row_id(7, 1)]
        assert state(session)["shelves"] == [(1, 0), (2, 2)]


def test_every_change_moves_the_version_of_its_shelf_alone(db: Database) -> None:
    index = ShelfIndex()
    with db.write() as session:
        shelf_rows(session, [1, 2])
        fact_rows(session, range(1, 3))
        index.add(session, [entry(1, 1, "Skole", "skole")])
    with db.read() as session:
        before = {shelf.id: shelf.version for shelf in shelf_states(Driver(session), [1, 2])}
    with db.write() as session:
        index.remove(session, [1])
    with db.read() as session:
        after = {shelf.id: shelf.version for shelf in shelf_states(Driver(session), [1, 2])}
    assert after[1] > before[1]
    assert after[2] == before[2]


def test_a_term_too_frequent_for_the_budget_is_left_to_the_ranking(db: Database) -> None:
    index = ShelfIndex()
    with db.write() as session:
        shelf_rows(session, [1])
        fact_rows(session, range(1, 10))
        index.add(session, [entry(fact, 1, "Skole", "budget" if fact == 1 else "møde") for fact in range(1, 10)])
    with db.read() as session:
        driver = Driver(session)
        frequencies = Frequencies(driver, shelf_states(driver, [1]))
        frequencies.fetch(["skol", "budg"])
        postings = candidates(driver, [1], ["skol", "budg"], frequencies, budget=5)
        assert postings.rows == {"budg": (row_id(7, 1),)}
        assert postings.left == {"skol"}
        alone = candidates(driver, [1], ["skol"], frequencies, budget=3)
        assert alone.rows == {"skol": tuple(row_id(7, fact) for fact in (9, 8, 7))}
