"""A store with a fake index and a clock that stands still, and short ways to look into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select
from sqlmodel import SQLModel

from store import meetings
from store.database import Database
from store.documents import Library
from store.indexing import Index
from store.ingest.intake import Intake
from store.ingest.source import Source
from store.items import item
from store.records import Grant, IngestReport, ItemRecord, Subject
from store.scene import FACT
from store.shelves import SHELF
from tests.fakes.shelves import FakeIndex

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
READER = Subject("reader", True, tenant="t")
MEMBER = Subject("member", True, "personal", (Grant("member", "direktion"),), "t")
STRANGER = Subject("stranger", True, "personal", (Grant("member", "byraad"), Grant("administrator")), "t")
SECRETARY = Subject("secretary", True, "personal", (Grant("secretary", "direktion"),), "t")


@dataclass
class Clock:
    """Moves only when told."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **more: float) -> datetime:
        self.at += timedelta(**more)
        return self.at


class Shelved:
    """A library to act on, and what stands on its shelves."""

    def __init__(self, db: Database, index: Index | None = None) -> None:
        self.db = db
        self.clock = Clock()
        self.index = index or FakeIndex()
        self.intake = Intake(db, self.index, self.clock)
        self.library = Library(db, self.intake, self.index, self.clock)

    def take(self, *sources: Source, by: str | None = None) -> list[IngestReport]:
        """Store sources one after the other."""
        return [self.intake.store_parsed([source], by=by)[0] for source in sources]

    def on_shelves(self, *, heads: bool = False) -> set[tuple[str, str]]:
        """(shelf, text) of every active fact; meeting heads only when asked for."""
        with self.db.read() as session:
            rows = session.connection().execute(
                select(SHELF.c.name, FACT.c.text, FACT.c.kind).join(SHELF, SHELF.c.id == FACT.c.shelf_id)
            )
            return {(row.name, row.text) for row in rows if heads or row.kind != "meeting"}

    def item(self, key: str, subject: Subject = READER) -> ItemRecord:
        """The item as the subject sees it; raises NotFound."""
        with self.db.read() as session:
            return item(session, key, subject)

    def item_keys(self, subject: Subject = READER) -> list[str]:
        """Keys of all items that exist for the subject."""
        with self.db.read() as session:
            return [one.key for one in meetings.items_between(session, None, None, None, subject).items]

    def consistent(self) -> bool:
        """Whether the index holds exactly what stands on shelves and is not said elsewhere, with the shelf's id."""
        assert isinstance(self.index, FakeIndex)
        with self.db.read() as session:
            active = select(FACT.c.id, FACT.c.shelf_id).where(FACT.c.shelf_id.is_not(None), FACT.c.restated.is_(False))
            rows = session.connection().execute(active)
            stored = {row.id: row.shelf_id for row in rows}
        return stored == {number: entry.shelf_id for number, entry in self.index.entries.items()}

    def rows(self, names: Sequence[str]) -> dict[str, int]:
        """How many rows these tables have."""

        with self.db.read() as session:
            return {
                name: session.connection()
                .execute(select(func.count()).select_from(SQLModel.metadata.tables[name]))
                .scalar_one()
                for name in names
            }
