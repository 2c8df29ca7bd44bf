"""An index in a dictionary; passes the same contract as the real one."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from store.indexing import IndexEntry


class FakeIndex:
    """What stands on which shelf. It knows no transactions: a test that rolls back looks at the rows instead."""

    def __init__(self) -> None:
        self.entries: dict[int, IndexEntry] = {}

    def add(self, session: Session, entries: Sequence[IndexEntry]) -> None:
        for entry in entries:
            self.entries[entry.fact_id] = entry

    def remove(self, session: Session, fact_ids: Sequence[int]) -> None:
        for number in fact_ids:
            self.entries.pop(number, None)
