"""Asks the store what a person asks the assistant: text is understood, made a query and answered."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import Reader
from store.answers import StoredAnswers
from store.bodies import Bodies
from store.database import Database
from store.demo.load import load
from store.ingest.intake import Intake
from store.migrations import migrate
from store.records import Finding, Query, Subject
from store.search.index import ShelfIndex

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)


def samples(url: str) -> Database:
    """A new store at a URL with the sample documents and the coming meetings as of TODAY."""
    db = Database.open(url)
    migrate(db)
    for report in load(Intake(db, ShelfIndex(), lambda: NOW), TODAY):
        if report.status == "refused":
            raise SystemExit(f"refused: {report.path}: {report.reason}")
    return db


def store_of(path: Path, documents: list[Path]) -> Database:
    """A new SQLite store at `path` with these documents in it."""
    return stored(f"sqlite:///{path}", documents)


def stored(url: str, documents: list[Path]) -> Database:
    """A new store at a URL with these documents in it."""
    db = Database.open(url)
    migrate(db)
    intake = Intake(db, ShelfIndex(), lambda: NOW)
    for document in documents:
        report = intake.ingest(document)
        if report.status == "refused":
            raise SystemExit(f"refused: {document.name}: {report.reason}")
    return db


class Asker:
    """Understands and answers. One for each store: the bodies are read once."""

    def __init__(self, db: Database, today: date = TODAY) -> None:
        self.db = db
        self.today = today
        self.answers = StoredAnswers(db)
        self.finder = self.answers.finder
        self._bodies = Bodies(db)
        self._readers: dict[Subject, Reader] = {}

    def query(self, text: str, lang: str, subject: Subject) -> Query:
        """What is asked, as the store takes it."""
        reader = self._readers.get(subject)
        if reader is None:
            reader = self._readers[subject] = Reader(BodyNames(self._bodies.bodies(subject)))
        read = reader.read(text, self.today)
        return Query(
            text=read.text,
            topic=read.topic,
            intent=read.intent,
            lang=read.lang or lang,  # type: ignore[arg-type]  # da or en by the file
            body=read.body,
            since=read.since,
            until=read.until,
            item_number=read.item_number,
            case_number=read.case_number,
            today=self.today,
            dated=read.dated,
            classes=read.classes if read.intent == "decisions_list" else (),
            part=read.part,
            many=read.many,
        )

    def find(self, text: str, lang: str, subject: Subject) -> Finding:
        """The answer to a text."""
        return self.answers.find(self.query(text, lang, subject), subject)
