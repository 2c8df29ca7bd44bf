"""Which meeting a source belongs to: the body's on that day, and a second one only where the day surely had two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from sqlalchemy import select
from sqlmodel import Session

from store.ingest.known import form_of
from store.ingest.source import Source
from store.matching import Form, match
from store.names import meeting_key, number_key
from store.prepared import insert_rows
from store.scene import ITEM, MEETING, SOURCE
from store.tables import StoredRow

APART_MINUTES = 60
"""An agenda may announce another minute than the minutes record; another hour is another meeting."""


@dataclass(frozen=True, slots=True)
class Place:
    """A meeting that a source is put into."""

    id: int
    key: str
    new: bool = False


def find_meeting(session: Session, source: Source, body: int | None, body_key: str | None, free_id: int) -> Place:
    """The stored meeting that the source speaks of, or a new one under `free_id`.

    A source without a body or a date gets a meeting of its own, for there is nothing to gather it by.
    """
    connection = session.connection()
    key = meeting_key(body_key, source.date, source.key)
    start = source.parsed.meeting.start if source.parsed.meeting else None
    rows = connection.execute(
        select(MEETING.c.id, MEETING.c.key, MEETING.c.start, MEETING.c.access)
        .where(
            MEETING.c.key == key
            if body is None or source.date is None
            else (MEETING.c.body_id == body) & (MEETING.c.date == source.date)
        )
        .order_by(MEETING.c.id)
    ).all()
    for row in rows:
        if not _another(session, source, start, row):
            return Place(row.id, row.key)
    taken = {row.key for row in rows}
    if key in taken:
        key = f"{key}-{start:%H%M}" if start else f"{key}-{source.key}"
    if key in taken:
        key = f"{key}-{source.key}"
    insert_rows(
        session,
        MEETING,
        [
            {
                "id": free_id,
                "key": key,
                "body_id": body,
                "date": source.date,
                "access": "closed",
                "start": start,
                "end": None,
                "place": None,
                "members": [],
                "absent": [],
                "deadline": None,
            }
        ],
    )
    return Place(free_id, key, new=True)


def _another(session: Session, source: Source, start: time | None, row: StoredRow) -> bool:
    """Whether the source speaks of another meeting of the day: hours apart, and not one item in common.

    An open source always joins a closed meeting: how it is filed must not depend on what the reader may not know.
    """
    if start is None or row.start is None or not source.parsed.items:
        return False
    if row.access == "closed" and not source.closed and any(not source.closes(item) for item in source.parsed.items):
        return False
    if abs(_minutes(start) - _minutes(row.start)) < APART_MINUTES:
        return False
    stored = session.connection().execute(
        select(SOURCE).join(ITEM, ITEM.c.id == SOURCE.c.item_id).where(ITEM.c.meeting_id == row.id)
    )
    forms = [Form(s.item_id, s.position, number_key(s.number), s.title_key, s.case_key) for s in stored]
    own = [form_of(index, item) for index, item in enumerate(source.parsed.items)]
    return bool(forms) and not match(own, forms)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
