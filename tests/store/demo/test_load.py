"""Loaded into a store, the sample programmes are there with their dates, and closed to those without the right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from store.answers import StoredAnswers
from store.database import Database
from store.demo.living import coming
from store.demo.load import load
from store.demo.programmes import programmes
from store.ingest.intake import Intake
from store.migrations import migrate
from store.records import Grant, IngestReport, Query, Subject
from store.scene import DOCUMENT
from store.search.index import ShelfIndex

TODAY = date(2026, 11, 21)
READER = Subject("reader", employee=True)
Loaded = tuple[Database, list[IngestReport]]
MEMBER = Subject("member", employee=True, grants=(Grant("member", None),))


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    db = Database.open(f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.db'}")
    migrate(db)
    intake = Intake(db, ShelfIndex(), lambda: datetime(2026, 11, 21, 8, tzinfo=UTC))
    yield db, load(intake, TODAY)
    db.close()


def said(db: Database, topic: str, subject: Subject = READER) -> str:
    found = StoredAnswers(db).find(Query(text=topic, topic=topic, intent="find", lang="da"), subject)
    return " ".join(fact.text for fact in found.facts)


def test_every_document_goes_in(loaded: Loaded) -> None:
    reports = loaded[1]
    assert {report.status for report in reports} <= {"stored", "replaced"}
    names = [Path(report.path).name for report in reports]
    assert {source.name for source in programmes(TODAY)} <= set(names)
    assert {
        "velfaerdsteknologi-strategi-2020.pdf",
        "velfaerdsteknologi-status-2022.docx",
        "social-og-sundhedsudvalget-2020-02-11.html",
    } <= set(names)
    assert sum(name.endswith("-dagsorden.txt") for name in names) == len(coming(TODAY))


def test_the_next_deadline_is_found_with_its_day(loaded: Loaded) -> None:
    assert "10. december 2026: Frist for ansøgninger til landsbypuljens første runde" in said(
        loaded[0], "frist for ansøgninger til landsbypuljen"
    )


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("nattilsyn sensorer", "Faste tilsyn om natten afskaffes for borgere, som ønsker det."),
        ("ældrechef Inger Thorup", "Inger Thorup, ældrechef (formand)"),
        ("Nordgården maskiner", "Nordgården har 31 maskiner, og 12 af dem er over 15 år gamle."),
        ("samkørselsbænke", "samkørselsbænke"),
    ],
)
def test_what_the_programmes_say_is_found(loaded: Loaded, topic: str, words: str) -> None:
    assert words in said(loaded[0], topic)


def test_the_closed_appendix_is_for_members_only(loaded: Loaded) -> None:
    topic = "Hvidtfeldt Ejendomsinvest"
    assert said(loaded[0], topic) == ""
    assert "18,4 mio. kr." in said(loaded[0], topic, MEMBER)


def test_another_day_replaces_the_living_documents_and_reads_no_fixed_one_again(sqlite_db: Database) -> None:
    intake = Intake(sqlite_db, ShelfIndex(), lambda: datetime(2026, 11, 21, 8, tzinfo=UTC))
    first = load(intake, TODAY)
    later = TODAY + timedelta(days=70)
    again = load(intake, later)
    living = len(programmes(later)) + len(coming(later))
    assert [report.status for report in again[:-living]] == ["unchanged"] * (len(first) - living)
    with sqlite_db.read() as session:
        stored = session.connection().execute(select(func.count()).where(DOCUMENT.c.living)).scalar_one()
    assert stored == living
    assert "18. februar 2027: Frist for ansøgninger til landsbypuljens" in said(
        sqlite_db, "frist for ansøgninger til landsbypuljen"
    )
