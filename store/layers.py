"""What a secretary makes public of a closed item: that it exists, and the wording of the decision.

The wording is a person's, not a quote from the file: it is kept as a fact without spans in a document of its own
(kind "publication"), on the open shelf, so that it is found and shown like any open decision.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlmodel import Session

from store.bodies import BODY, MENTION, mention
from store.database import take_ids
from store.indexing import Index
from store.ingest import cpr
from store.items import NEUTRAL_TITLE
from store.names import short_hash
from store.scene import DOCUMENT, FACT, ITEM, PUBLICATION
from store.settle import settle
from store.tables import StoredRow


def open_existence(session: Session, index: Index, row: StoredRow, title: str, at: datetime) -> None:
    """Let everybody know that the item exists, under a neutral title. `row`: of `items.item_rows`."""
    values = {"existence_open": True, "neutral_title": cpr.mask(title.strip()) or NEUTRAL_TITLE}
    _set(session, row, values)
    if row.decision_open and row.publishable_decision:
        _publish(session, index, row, values["neutral_title"], row.publishable_decision, at)


def open_decision(session: Session, index: Index, row: StoredRow, wording: str, at: datetime) -> None:
    """Let everybody read this wording of the decision; the existence is opened with it."""
    title, text = row.neutral_title or NEUTRAL_TITLE, cpr.mask(wording.strip())
    _set(
        session,
        row,
        {"existence_open": True, "neutral_title": title, "decision_open": True, "publishable_decision": text},
    )
    _publish(session, index, row, title, text, at)


def shut_decision(session: Session, index: Index, row: StoredRow) -> None:
    """Take the wording back."""
    _set(session, row, {"decision_open": False, "publishable_decision": None})
    _unpublish(session, index, row.id)


def shut(session: Session, index: Index, row: StoredRow) -> None:
    """Take both layers back."""
    shut_decision(session, index, row)
    _set(session, row, {"existence_open": False, "neutral_title": None})


def _set(session: Session, row: StoredRow, values: dict[str, object]) -> None:
    session.connection().execute(update(ITEM).where(ITEM.c.id == row.id).values(values))


def _publish(session: Session, index: Index, row: StoredRow, title: object, text: str, at: datetime) -> None:
    _unpublish(session, index, row.id)
    connection = session.connection()
    document, fact = take_ids(session, 2)
    key = "p" + short_hash(row.key, 12)
    body = connection.execute(select(BODY.c.id, BODY.c.name).where(BODY.c.key == row.body_key)).first()
    connection.execute(
        insert(DOCUMENT),
        [
            {
                "id": document, "key": key, "sha256": f"{PUBLICATION}:{row.key}", "path": "", "title": title,
                "kind": PUBLICATION, "edition": "unmarked", "format": "txt", "paged": False,
                "body_id": body.id if body else None, "meeting_id": row.meeting_id, "date": row.meeting_date,
                "source_url": None, "stated_access": None, "default_access": "open", "access_seq": document,
                "access": "open", "seq": document, "state": "stored", "stored_at": at, "has_cpr": False,
                "living": False, "start": None, "end": None, "place": None, "members": [], "absent": [],
                "deadline": None, "warnings": [],
            }
        ],
    )  # fmt: skip
    connection.execute(
        insert(FACT),
        [
            {
                "id": fact, "key": f"{key}-1", "document_id": document, "item_id": row.id, "attachment_id": None,
                "position": 1, "kind": "decision", "text": text, "spans": [], "page": None,
                "decision_class": "as_worded", "label": None, "ordinal": None, "by_whom": None, "on_date": None,
                "target": None, "dissent": None, "source_kind": None, "has_cpr": False, "access": "open",
                "shelf_id": None,
            }
        ],
    )  # fmt: skip
    if body is not None:
        mention(session, document, body.id, body.name, ())
    settle(session, index, meetings=[row.meeting_id])


def _unpublish(session: Session, index: Index, item: int) -> None:
    connection = session.connection()
    rows = connection.execute(
        select(FACT.c.id, FACT.c.document_id)
        .join(DOCUMENT, DOCUMENT.c.id == FACT.c.document_id)
        .where(FACT.c.item_id == item, DOCUMENT.c.kind == PUBLICATION)
    ).all()
    if not rows:
        return
    index.remove(session, [row.id for row in rows])
    documents = [row.document_id for row in rows]
    connection.execute(delete(FACT).where(FACT.c.document_id.in_(documents)))
    connection.execute(delete(MENTION).where(MENTION.c.document_id.in_(documents)))
    connection.execute(delete(DOCUMENT).where(DOCUMENT.c.id.in_(documents)))
