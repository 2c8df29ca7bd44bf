"""Takes a document out of the store: text, facts, index and pages go; a row that says it was removed may stay."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, select, update
from sqlmodel import Session

from store.bodies import MENTION, rename
from store.indexing import Index
from store.scene import ATTACHMENT, DOCUMENT, FACT, INITIATIVE, ITEM, MEETING, SOURCE
from store.settle import settle
from store.tables import PageText, table

PAGE = table(PageText)


def remove(session: Session, index: Index, documents: Iterable[int], *, keep_row: bool) -> None:
    """Remove documents, items that no other source speaks of, and meetings without sources; the rest is settled.

    With `keep_row` a tombstone stays: hash, kind and date, no path, title, text or people. What persons decided of
    items and documents (closings, exclusions) is kept either way and holds again when a file comes back.
    """
    connection = session.connection()
    ids = sorted(set(documents))
    rows = connection.execute(select(DOCUMENT).where(DOCUMENT.c.id.in_(ids))).all()
    meetings = {row.meeting_id for row in rows if row.meeting_id is not None}
    bodies = {row.body_id for row in rows if row.body_id is not None}
    facts = connection.execute(select(FACT.c.id).where(FACT.c.document_id.in_(ids), FACT.c.shelf_id.is_not(None)))
    index.remove(session, [row.id for row in facts])
    for where in (FACT, INITIATIVE, ATTACHMENT, SOURCE, PAGE, MENTION):
        connection.execute(delete(where).where(where.c.document_id.in_(ids)))
    if keep_row:
        connection.execute(update(DOCUMENT).where(DOCUMENT.c.id.in_(ids)).values(**_TOMBSTONE))
    else:
        connection.execute(delete(DOCUMENT).where(DOCUMENT.c.id.in_(ids)))
    _drop_orphans(session, index, meetings)
    settle(session, index, meetings=meetings)
    rename(session, bodies)


_TOMBSTONE: dict[str, object] = {
    "state": "removed",
    "access": "closed",
    "path": "",
    "title": "",
    "source_url": None,
    "meeting_id": None,
    "place": None,
    "members": [],
    "absent": [],
    "warnings": [],
}


def _drop_orphans(session: Session, index: Index, meetings: set[int]) -> None:
    connection = session.connection()
    spoken = select(SOURCE.c.item_id).where(SOURCE.c.item_id == ITEM.c.id).exists()
    orphans = [row.id for row in connection.execute(select(ITEM.c.id).where(ITEM.c.meeting_id.in_(meetings), ~spoken))]
    if orphans:
        # Only a published wording can still hang on them.
        facts = connection.execute(select(FACT.c.id, FACT.c.document_id).where(FACT.c.item_id.in_(orphans))).all()
        index.remove(session, [row.id for row in facts])
        connection.execute(delete(FACT).where(FACT.c.item_id.in_(orphans)))
        connection.execute(delete(DOCUMENT).where(DOCUMENT.c.id.in_([row.document_id for row in facts])))
        connection.execute(delete(ITEM).where(ITEM.c.id.in_(orphans)))
    kept = select(DOCUMENT.c.id).where(DOCUMENT.c.meeting_id == MEETING.c.id).exists()
    connection.execute(delete(MEETING).where(MEETING.c.id.in_(meetings), ~kept))
