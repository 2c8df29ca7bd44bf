"""Storing parsed documents: what becomes of them, and what stands where afterwards."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from store.database import Database
from store.ingest.intake import Intake
from store.tables import FactRow, Item, Shelf, table
from tests.fakes.minutes import Paper
from tests.fakes.shelves import FakeIndex

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
def index() -> FakeIndex:
    return FakeIndex()


@pytest.fixture
def intake(db: Database, index: FakeIndex) -> Intake:
    return Intake(db, index, lambda: NOW)


def on_shelves(db: Database) -> set[tuple[str, str]]:
    """(shelf, text) of every fact that stands on a shelf."""
    fact, shelf = table(FactRow), table(Shelf)
    with db.read() as session:
        rows = session.connection().execute(
            select(shelf.c.name, fact.c.text).join(shelf, shelf.c.id == fact.c.shelf_id).where(fact.c.kind != "meeting")
        )
        return {(row.name, row.text) for row in rows}


def item_keys(db: Database) -> list[str]:
    with db.read() as session:
        return list(session.connection().execute(select(table(Item).c.key).order_by(table(Item).c.key)).scalars())


def test_a_document_is_stored_with_open_and_closed_items(db: Database, intake: Intake, index: FakeIndex) -> None:
    paper = Paper()
    report = intake.store_parsed(
        [
            paper.minutes(
                [
                    paper.item(71, "Lukket sag om nedlæggelse", decision="Drøftet.", access="closed"),
                    paper.item(72, "Brug af provenue", decision="Godkendt som indstillet", case="15/8020"),
                ]
            )
        ]
    )[0]
    assert (report.status, report.items, report.closed_items, report.decisions) == ("stored", 2, 1, 2)
    assert report.document is not None
    assert (report.document["body"], report.document["date"]) == ("Direktionen", "2015-10-22")
    assert on_shelves(db) == {("closed:direktion", "Drøftet."), ("open", "Godkendt som indstillet")}
    assert len(index.entries) == 3
    assert item_keys(db)[1] == "direktion-2015-10-22-72"
