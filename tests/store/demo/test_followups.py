"""The sample follow-ups: one overdue, one due this week, one done, on every day; what somebody touched stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from store.database import Database
from store.demo.followups import CILLE, SampleFollowUps
from store.demo.living import people
from store.followup_records import STATES
from store.followups import StoredFollowUps
from store.indexing import Index
from store.ingest.intake import Intake
from store.records import Grant, Subject
from tests.fakes.minutes import Paper
from tests.fakes.shelves import FakeIndex

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SECRETARY = Subject(people()[CILLE].id, True, "personal", (Grant("secretary", "direktion"),), "t")


@pytest.fixture
def db(sqlite_db: Database) -> Database:
    index: Index = FakeIndex()
    paper, day = Paper(), datetime(2026, 9, 10, tzinfo=UTC).date()
    titles = ("Kunstig intelligens i sagsbehandlingen", "Ny mødestruktur for Lederforum", "Eventuelt")
    items = [paper.item(number, title, decision="Godkendt.") for number, title in enumerate(titles, start=1)]
    Intake(sqlite_db, index, lambda: NOW).store_parsed([paper.minutes(items, on=day)])
    return sqlite_db


def furnished(db: Database, at: datetime) -> dict[str, int | None]:
    SampleFollowUps(db, "t", at).furnish(lambda _: SECRETARY.grants)
    found = StoredFollowUps(db, lambda: at).found(SECRETARY, states=frozenset(STATES))
    return {one.title: (one.due - at.date()).days if one.due and one.state == "open" else None for one in found}


def test_one_is_overdue_one_due_and_one_done_whatever_the_day(db: Database) -> None:
    expected = {
        "HR og Byg peger hver på en tovholder": -9,
        "Saml bemærkningerne fra Lederforum": 4,
        "Skriv ud, at julefrokosten er flyttet": None,
    }
    assert furnished(db, NOW) == expected
    assert furnished(db, NOW) == expected
    assert furnished(db, NOW + timedelta(days=100)) == expected


def test_what_was_touched_stays(db: Database) -> None:
    furnished(db, NOW)
    port = StoredFollowUps(db, lambda: NOW)
    one = next(one for one in port.found(SECRETARY) if one.title.startswith("Saml"))
    port.act(one.id, one.version, "note", SECRETARY, comment="Set")
    assert furnished(db, NOW + timedelta(days=100))[one.title] == 4 - 100
