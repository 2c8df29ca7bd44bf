"""New drafts: empty, or with the texts of an earlier item of the same case."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from store import meetings
from store.access import is_secretary
from store.agenda.fields import line
from store.agenda.reading import Reading
from store.agenda.records import MOST_RECOMMENDATIONS, MOST_SHORT, MOST_TEXT, MOST_TITLE, AgendaItem
from store.agenda.rows import CHANGE, ITEM
from store.agenda.states import may_submit
from store.agenda.words import keep_words
from store.agenda.writing import columns, submit_by
from store.errors import NotFound
from store.names import body_key
from store.records import FactKind, ItemRecord, Lang
from store.upsert import insert_new

_COPIED = (
    "title", "case_number", "type", "access", "closed_reason", "closed_note", "description", "finance", "assessment",
    "recommendations", "presenter", "responsible", "minutes",
)  # fmt: skip
_NEW: dict[str, Any] = {
    "version": 1, "state": "draft", "step": "where", "title": "", "folded": "", "case_number": "", "type": "decision",
    "access": "open", "closed_note": "", "description": "", "finance": "", "assessment": "", "recommendations": [],
    "late_reason": "", "links": [], "supplement": 0,
}  # fmt: skip


def started(
    reading: Reading, name: str, lang: Lang, key: str, at: datetime, copy_of: str | None
) -> AgendaItem:  # fmt: skip
    """The draft that this turn of this person asked for, made unless it is there. Raises NotFound."""
    subject = reading.subject
    if not subject.employee or subject.person is None or subject.audience != "personal":
        raise NotFound("nothing can be written here")
    connection = reading.session.connection()
    start_key = _hashed(subject.tenant or "", subject.person, key)
    found = connection.execute(select(ITEM).where(ITEM.c.start_key == start_key)).first()
    if found is None:
        values = _copied(reading, copy_of) if copy_of is not None else {}
        row: dict[str, Any] = {
            **_NEW,
            **columns(values),
            "id": secrets.token_hex(12),
            "author": subject.person,
            "author_name": line("name", name[:MOST_SHORT], MOST_SHORT),
            "tenant": subject.tenant or "",
            "lang": lang,
            "copied_from": copy_of,
            "created_at": at,
            "updated_at": at,
            "start_key": start_key,
        }
        if insert_new(reading.session, ITEM, row):
            change = {"item_id": row["id"], "version": 1, "at": at, "person": subject.person, "action": "create"}
            connection.execute(insert(CHANGE), [{**change, "after": "draft", "comment": "", "before_fields": {}}])
            keep_words(reading.session, row["id"], row["title"])
        # Another replica may have made it at this moment.
        found = connection.execute(select(ITEM).where(ITEM.c.start_key == start_key)).one()
    return reading.one(reading.bare(found))


def _hashed(tenant: str, person: str, key: str) -> str:
    return hashlib.sha256("\n".join((tenant, person, key)).encode("utf-8", "replace")).hexdigest()


def _copied(reading: Reading, id: str) -> dict[str, Any]:
    """What a draft takes over from an item that the subject may read. Raises NotFound."""
    row = reading.session.connection().execute(select(ITEM).where(ITEM.c.id == id)).first()
    if row is None:
        record = meetings.item(reading.session, id, reading.subject)
        return _of_decided(record) | _body(reading, body_key(record.meeting.body) if record.meeting.body else None)
    item = reading.one(reading.bare(row))
    return {name: getattr(item, name) for name in _COPIED} | _body(reading, item.body_key)


def _body(reading: Reading, key: str | None) -> dict[str, Any]:
    """The same body, when the subject may bring items before it."""
    if key is None or key not in reading.bodies:
        return {}
    may = is_secretary(reading.subject, key) or may_submit(reading.subject, key, submit_by(reading.session, key))
    return {"body_key": key} if may else {}


def _of_decided(record: ItemRecord) -> dict[str, Any]:
    def text(*kinds: FactKind) -> str:
        return "\n\n".join(fact.text for fact in record.of(*kinds))[:MOST_TEXT]

    recommended = tuple(fact.text for fact in record.of("recommendation"))[:MOST_RECOMMENDATIONS]
    fits = sum(map(len, recommended)) <= MOST_TEXT
    return {
        "title": record.title[:MOST_TITLE],
        "case_number": (record.case_number or "")[:MOST_SHORT],
        "access": "closed" if record.closed else "open",
        "description": text("background"),
        "finance": text("finance"),
        "assessment": text("assessment"),
        "recommendations": recommended if fits else (),
    }
