"""What the store tells an index, and nothing of how it searches: the seam between gathering and finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One active fact as the index sees it; texts are raw except that CPR numbers are masked.

    `heads` is the item's title, the label, the name of the list and the role that a fact of an initiative has, and the
    document's or attachment's title (with the initiative's where it is another), parted by line breaks. A passage that
    facts of initiatives say over again has no entry: it stays as their context.
    """

    fact_id: int
    shelf_id: int
    item_id: int | None
    meeting_id: int | None
    document_id: int
    kind: str
    meeting_date: date | None
    heads: str
    text: str


class Index(Protocol):
    """An index over shelves. Both calls run inside the caller's transaction and touch nothing outside it."""

    def add(self, session: Session, entries: Sequence[IndexEntry]) -> None:
        """Put facts on their shelves. A fact that is there already (on any shelf) is replaced."""
        ...

    def remove(self, session: Session, fact_ids: Sequence[int]) -> None:
        """Take facts off whatever shelf they stand on; unknown ids are ignored. The fact rows still exist."""
        ...
