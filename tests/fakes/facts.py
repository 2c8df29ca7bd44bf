"""The rows an index entry points at, with nothing in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from sqlmodel import Session

from store.tables import Body, Document, FactRow, Item, Meeting, Shelf

AT = datetime(2020, 1, 1, tzinfo=UTC)


def shelf_rows(session: Session, ids: Iterable[int]) -> None:
    """Shelves without entries; the first is open."""
    for number in ids:
        access = "open" if number == 1 else "closed"
        session.add(Shelf(id=number, name="open" if number == 1 else f"closed:{number}", access=access))
    session.flush()


def fact_rows(session: Session, ids: Iterable[int]) -> None:
    """Facts of item 7 of meeting 1 and document 1."""
    session.add(Body(id=1, key="direktion", name="Direktionen", access="open"))
    session.flush()
    session.add(Meeting(id=1, key="direktion-2020-01-01", body_id=1, date=date(2020, 1, 1), access="open"))
    session.flush()
    document = Document(
        id=1, key="d1", sha256="1", path="1.txt", title="Referat", kind="minutes", edition="unmarked", format="txt",
        paged=False, body_id=1, meeting_id=1, stored_at=AT, seq=1, access_seq=1, access="open",
    )  # fmt: skip
    session.add(document)
    session.add(Item(id=7, key="i7", meeting_id=1, position=1, title="Skole", title_key="skole", access="open"))
    session.flush()
    for number in ids:
        session.add(
            FactRow(
                id=number, key=f"f{number}", document_id=1, item_id=7, position=number, kind="decision", text="",
                spans=[], access="open",
            )
        )  # fmt: skip
    session.flush()
