"""A closed item whose existence was made public is found by the words of its neutral title, by that alone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from store.answers import StoredAnswers
from store.database import Database
from store.demo.load import load
from store.documents import Library
from store.ingest.intake import Intake
from store.migrations import migrate
from store.records import Finding, Grant, Query, Subject
from store.search.index import ShelfIndex

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
READER = Subject("person-reader", True, "personal")
SECRETARY = Subject("person-secretary", True, "personal", (Grant("secretary", "direktion"),))


@pytest.fixture
def db(tmp_path: Path) -> Database:
    found = Database.open(f"sqlite:///{tmp_path / 'samples.db'}")
    migrate(found)
    load(Intake(found, ShelfIndex(), lambda: NOW), date(2026, 11, 20))
    return found


def asked(db: Database, topic: str, subject: Subject = READER) -> Finding:
    query = Query(f"hvad blev besluttet om {topic}", topic=topic, intent="decision", lang="da")
    return StoredAnswers(db).find(query, subject)


def library(db: Database) -> Library:
    index = ShelfIndex()
    return Library(db, Intake(db, index, lambda: NOW), index, lambda: NOW)


def closed_item(db: Database) -> str:
    with db.read() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT i.key FROM item i JOIN meeting m ON m.id = i.meeting_id JOIN body b ON b.id = m.body_id"
            " WHERE i.access = 'closed' AND b.key = 'direktion' ORDER BY i.key LIMIT 1"
        )
        return str(rows.scalar_one())


def test_a_published_title_is_found_until_it_is_taken_back(db: Database) -> None:
    before = asked(db, "omklædning på planetariet")
    assert before.status == "not_found"
    documents, key = library(db), closed_item(db)
    documents.open_layer(key, "existence", "Omklædning på planetariet", SECRETARY)
    found = asked(db, "omklædning på planetariet")
    assert found.status == "no_decision"
    assert found.facts == ()
    assert found.item is not None
    assert found.item.title == "Omklædning på planetariet"
    assert asked(db, "en bro over fjorden").status == "not_found"
    documents.open_layer(key, "existence", None, SECRETARY)
    assert asked(db, "omklædning på planetariet").status == "not_found"
