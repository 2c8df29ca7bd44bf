"""What came into the store within a stretch of time, as somebody may see it; counted and cut after the access rule."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlmodel import Session

from store.access import Guard, visible
from store.bodies import BODY
from store.database import Database
from store.errors import NotFound
from store.facts import document_of
from store.guards import Sight, sight
from store.items import items
from store.records import DocumentRef, Subject
from store.scene import DOCUMENT, ITEM, MEETING, PUBLICATION, SOURCE
from store.watch_records import Fresh

MOST = 200
"""Items of one list; what is left out is counted."""
MOST_DOCUMENTS = 20
_DOCUMENT = (
    DOCUMENT.c.key.label("document_key"),
    DOCUMENT.c.title.label("document_title"),
    DOCUMENT.c.path,
    DOCUMENT.c.source_url,
    DOCUMENT.c.kind.label("document_kind"),
    DOCUMENT.c.has_cpr.label("document_cpr"),
)


class FreshPapers:
    """Implements dialogs.ports.FreshPapers."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def stored(self, since: datetime, until: datetime, body: str | None, subject: Subject) -> Fresh:
        """What was stored from `since` up to `until` (aware); `body` is a key, None for all."""
        with self._db.read() as session:
            seen = sight(session, subject)
            when = and_(DOCUMENT.c.stored_at >= since, DOCUMENT.c.stored_at < until, DOCUMENT.c.state == "stored")
            if body is not None:
                when = and_(when, BODY.c.key == body)
            ids = _items(session, seen, when)
            return Fresh(tuple(items(session, ids[:MOST], subject)), len(ids), _documents(session, when, subject))

    def document(self, key: str, subject: Subject) -> DocumentRef:
        """A document as the subject may know it. Raises NotFound."""
        with self._db.read() as session:
            found = _documents(session, and_(DOCUMENT.c.key == key, DOCUMENT.c.state == "stored"), subject)
        if not found:
            raise NotFound("no such document")
        return found[0]


def _items(session: Session, seen: Sight, when: ColumnElement[bool]) -> list[int]:
    """Ids of the items that a document of the stretch speaks of, to those who may read what it says."""
    if not seen.open:
        return []
    readable: list[ColumnElement[bool]] = [SOURCE.c.access == "open"]
    if seen.closed:
        own = [MEETING.c.body_id.in_(seen.bodies)]
        own += [MEETING.c.body_id.is_(None)] if seen.unknown_body else []
        readable.append(and_(or_(*own), ITEM.c.key.not_in(seen.kept_out)))
    statement = (
        select(ITEM.c.id)
        .select_from(
            SOURCE.join(DOCUMENT, DOCUMENT.c.id == SOURCE.c.document_id)
            .join(ITEM, ITEM.c.id == SOURCE.c.item_id)
            .join(MEETING, MEETING.c.id == ITEM.c.meeting_id)
            .outerjoin(BODY, BODY.c.id == MEETING.c.body_id)
        )
        .where(when, SOURCE.c.current, or_(*readable))
        .group_by(ITEM.c.id, MEETING.c.date, MEETING.c.key, ITEM.c.position, ITEM.c.key)
        .order_by(func.coalesce(MEETING.c.date, date.min).desc(), MEETING.c.key, ITEM.c.position, ITEM.c.key)
    )
    return list(session.connection().execute(statement).scalars())


def _documents(session: Session, when: ColumnElement[bool], subject: Subject) -> tuple[DocumentRef, ...]:
    """Papers of no meeting, newest first."""
    rows = session.connection().execute(
        select(*_DOCUMENT, DOCUMENT.c.access, BODY.c.key.label("body_key"))
        .select_from(DOCUMENT.outerjoin(BODY, BODY.c.id == DOCUMENT.c.body_id))
        .where(when, DOCUMENT.c.meeting_id.is_(None), DOCUMENT.c.kind != PUBLICATION)
        .order_by(DOCUMENT.c.seq.desc())
    )
    own = [row for row in rows if visible(subject, Guard(row.access, row.body_key))]
    return tuple(document_of(row) for row in own[:MOST_DOCUMENTS])
