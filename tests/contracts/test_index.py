"""One contract for whatever stands behind store.indexing.Index, on both engines."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from sqlalchemy import select

from store.database import Database
from store.indexing import Index
from store.scene import FACT
from store.search.index import ShelfIndex
from store.tables import SearchEntry, Shelf, table
from tests.fakes.library import SECRETARY, Shelved
from tests.fakes.minutes import Paper
from tests.fakes.shelves import FakeIndex

KEY = "direktion-2015-10-22"
Placed = Callable[[Shelved], dict[int, int]]


def placed(shelved: Shelved) -> dict[int, int]:
    """Shelf by fact, as the index has it."""
    if isinstance(shelved.index, FakeIndex):
        return {number: entry.shelf_id for number, entry in shelved.index.entries.items()}
    entry = table(SearchEntry)
    with shelved.db.read() as session:
        rows = session.connection().execute(select(entry.c.fact_id, entry.c.shelf_id))
        return {row.fact_id: row.shelf_id for row in rows}


def standing(shelved: Shelved) -> dict[int, int]:
    """Shelf by fact, as the store has it."""
    with shelved.db.read() as session:
        rows = session.connection().execute(select(FACT.c.id, FACT.c.shelf_id).where(FACT.c.shelf_id.is_not(None)))
        return {row.id: row.shelf_id for row in rows}


@pytest.fixture(params=["dictionary", "engine"])
def shelved(request: pytest.FixtureRequest, db: Database) -> Shelved:
    index: Index = FakeIndex() if request.param == "dictionary" else ShelfIndex()
    found = Shelved(db, index)
    for kind in ("agenda", "minutes"):
        paper = Paper()
        items = [
            paper.item(1, "Brug af provenue", background=f"Baggrund i {kind}", decision="Godkendt"),
            paper.item(2, "Salg af grund", decision="Solgt", access="closed"),
        ]
        found.take(paper.minutes(items, kind=kind))  # type: ignore[arg-type]  # one of the two kinds
    return found


def test_what_stands_on_shelves_is_indexed(shelved: Shelved) -> None:
    assert placed(shelved) == standing(shelved)
    assert len(set(standing(shelved).values())) == 2


def test_the_index_follows_every_change(shelved: Shelved) -> None:
    library = shelved.library
    (document, *_rest) = library.documents(None)
    closed = shelved.item_keys(SECRETARY)[1]
    for change in (
        lambda: library.set_item_access(f"{KEY}-1", "closed", None),
        lambda: library.exclude(f"{KEY}-1", "someone", None),
        lambda: library.set_item_access(f"{KEY}-1", "open", None),
        lambda: library.open_layer(closed, "decision", "Tiltrådt", None),
        lambda: library.open_layer(closed, "existence", "Ejendomssag", None),
        lambda: library.set_item_access(closed, "open", None),
        lambda: library.set_document_access(document.id, "closed", None),
        lambda: library.remove_document(document.id, None),
    ):
        change()
        assert placed(shelved) == standing(shelved)


def test_shelves_count_what_stands_on_them(shelved: Shelved) -> None:
    if isinstance(shelved.index, FakeIndex):
        pytest.skip("the fake counts nothing")
    shelf = table(Shelf)
    shelved.library.set_item_access(f"{KEY}-1", "closed", None)
    with shelved.db.read() as session:
        counted = {row.id: row.entries for row in session.connection().execute(select(shelf.c.id, shelf.c.entries))}
    found = list(standing(shelved).values())
    assert counted == {number: found.count(number) for number in counted}


def test_the_index_shares_the_transaction(shelved: Shelved) -> None:
    if isinstance(shelved.index, FakeIndex):
        pytest.skip("the fake knows no transactions")
    before = placed(shelved)
    with suppress(LookupError), shelved.db.write(exclusive=True) as session:
        shelved.index.remove(session, list(before))
        raise LookupError
    assert placed(shelved) == before


def test_unknown_facts_are_ignored(shelved: Shelved) -> None:
    before = placed(shelved)
    with shelved.db.write(exclusive=True) as session:
        shelved.index.remove(session, [999_999])
        shelved.index.remove(session, [])
        shelved.index.add(session, [])
    assert placed(shelved) == before
