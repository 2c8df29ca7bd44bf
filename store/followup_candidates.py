"""Promises that minutes seem to hold, read out of recorded decisions for a secretary to take over or leave."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from store.access import is_secretary
from store.bodies import BODY
from store.errors import NotFound
from store.facts import shown
from store.followup_promises import promises
from store.followup_records import Candidate, DecisionRef
from store.followup_rows import SETTLED
from store.guards import sight
from store.names import short_hash
from store.records import Subject
from store.scene import DOCUMENT, FACT, ITEM, MEETING
from store.tables import StoredRow
from store.upsert import insert_new

_KEY_LENGTH = 16
_MOST_DECISIONS = 2_000
"""The newest decisions that are looked through: older promises are for the archive."""


class Candidates:
    """What may be a promise, in decisions that a secretary may read."""

    def of(self, session: Session, subject: Subject, body: str | None, limit: int) -> tuple[Candidate, ...]:
        """Those not settled yet, newest meeting first."""
        settled = set(session.connection().execute(select(SETTLED.c.key)).scalars())
        found: list[Candidate] = []
        for row in _decisions(session, subject, body):
            found += [one for one in _read(row) if one.key not in settled]
            if len(found) >= limit:
                break
        return tuple(found[:limit])

    def one(self, session: Session, key: str, subject: Subject) -> Candidate:
        """The candidate of this key, settled or not. Raises NotFound."""
        for row in _decisions(session, subject, None):
            for one in _read(row):
                if one.key == key:
                    return one
        raise NotFound("no such candidate")

    @staticmethod
    def settle(session: Session, key: str, subject: Subject, at: datetime, follow_up: str | None) -> None:
        """Keep what became of it: the first who decides has decided."""
        row = {"key": key, "at": at, "person": subject.person or "", "follow_up": follow_up}
        insert_new(session, SETTLED, row)


def _decisions(session: Session, subject: Subject, body: str | None) -> Sequence[StoredRow]:
    """Decisions of bodies whose secretary the subject is, newest meeting first."""
    connection = session.connection()
    bodies = [row for row in connection.execute(select(BODY.c.id, BODY.c.key)) if is_secretary(subject, row.key)]
    wanted = [row.id for row in bodies if body is None or row.key == body]
    if not wanted:
        return ()
    seen = sight(session, subject)
    columns: list[Any] = [
        FACT.c.text, FACT.c.page, FACT.c.has_cpr, ITEM.c.key.label("item_key"), ITEM.c.number, ITEM.c.title,
        ITEM.c.case_number, ITEM.c.has_cpr.label("item_cpr"), MEETING.c.date, BODY.c.key.label("body_key"),
        BODY.c.name.label("body_name"), DOCUMENT.c.title.label("document_title"),
    ]  # fmt: skip
    joined = (
        FACT.join(ITEM, ITEM.c.id == FACT.c.item_id)
        .join(MEETING, MEETING.c.id == ITEM.c.meeting_id)
        .join(BODY, BODY.c.id == MEETING.c.body_id)
        .join(DOCUMENT, DOCUMENT.c.id == FACT.c.document_id)
    )
    statement = (
        select(*columns)
        .select_from(joined)
        .where(FACT.c.kind == "decision", FACT.c.shelf_id.is_not(None), BODY.c.id.in_(wanted), seen.items(layers=False))
        .order_by(MEETING.c.date.desc(), ITEM.c.id, FACT.c.position)
        .limit(_MOST_DECISIONS)
    )
    return connection.execute(statement).all()


def _read(row: StoredRow) -> list[Candidate]:
    on: date | None = row.date
    text = shown(row.text, row.has_cpr)
    title = shown(row.title, row.item_cpr)
    reference = DecisionRef(
        row.document_title, row.item_key, row.number, title, row.case_number, on, row.body_name, text, row.page
    )
    return [
        Candidate(
            short_hash(f"{row.item_key}\n{promise.quote}", _KEY_LENGTH),
            promise.title,
            promise.quote,
            row.body_key,
            row.body_name,
            promise.responsible,
            promise.due,
            promise.recurrence,
            reference,
        )
        for promise in promises(text, on)
    ]
