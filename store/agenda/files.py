"""Attachments of agenda items: judged, read for personal numbers, and kept in the store itself."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from store.agenda.filekinds import judged
from store.agenda.personal import holds_cpr
from store.agenda.reading import Reading
from store.agenda.records import MOST_FILES, AgendaFile, AgendaItem, BadField, FileRefused, NotPossible
from store.agenda.rows import ASKED, CONTENT, FILE
from store.agenda.states import may
from store.agenda.steps import Written
from store.errors import NotFound
from store.records import Access


@dataclass(frozen=True, slots=True)
class Attachable:
    """A file that may be attached; `cpr`: a personal number was seen in its name or text."""

    name: str
    content: bytes
    media_type: str
    cpr: bool


def attachable(name: str, content: bytes) -> Attachable:
    """Judge a file and read it for personal numbers; takes up to some seconds. Raises FileRefused."""
    shown, media_type = judged(name, content)
    return Attachable(shown, content, media_type, holds_cpr(name, content))


def may_attach(reading: Reading, item: AgendaItem) -> None:
    """See that the subject may attach something, before its bytes are read. Raises NotPossible."""
    if not may(reading.subject, item, "attach"):
        raise NotPossible("attach", reading.one(item))


def attached(reading: Reading, item: AgendaItem, file: Attachable, access: Access, at: datetime) -> Written:
    """Write an attachment; what has the same bytes is there already. Raises FileRefused."""
    digest = hashlib.sha256(file.content).hexdigest()
    connection = reading.session.connection()
    own = connection.execute(select(FILE.c.sha256, FILE.c.position).where(FILE.c.item_id == item.id)).all()
    if any(row.sha256 == digest for row in own):
        return Written(nothing=True)
    if len(own) >= MOST_FILES:
        raise FileRefused(file.name, "too_many")
    row = {
        "id": secrets.token_hex(12),
        "item_id": item.id,
        "position": 1 + max((row.position for row in own), default=0),
        "name": file.name,
        # What holds a personal number is nobody's to open.
        "access": "closed" if file.cpr else access,
        "size": len(file.content),
        "media_type": file.media_type,
        "sha256": digest,
        "cpr": file.cpr,
        "added_at": at,
        "added_by": reading.subject.person,
    }
    connection.execute(insert(FILE), [row])
    connection.execute(insert(CONTENT), [{"file_id": row["id"], "content": file.content}])
    return Written(before={ASKED: row["id"]})


def detached(reading: Reading, item: AgendaItem, file: str) -> Written:
    """Delete an attachment with its bytes. Raises NotFound."""
    _own(item, file)
    reading.session.connection().execute(delete(FILE).where(FILE.c.id == file, FILE.c.item_id == item.id))
    return Written(before={ASKED: file})


def opened(reading: Reading, item: AgendaItem, file: str, access: Access) -> Written:
    """Open or close an attachment. Raises NotFound, and BadField for one that nobody may open."""
    found = _own(item, file)
    if found.access == access:
        return Written(nothing=True)
    if access == "open" and found.cpr:
        raise BadField("files", "wrong")
    reading.session.connection().execute(update(FILE).where(FILE.c.id == file).values(access=access))
    return Written(before={ASKED: file})


def content(reading: Reading, id: str, file: str) -> tuple[str, bytes]:
    """Name and bytes of an attachment that the subject may read. Raises NotFound."""
    item = reading.bare(reading.row(id))
    found = _own(item, file)
    if not reading.may_open(item, found):
        raise NotFound("no such attachment")
    bytes_of = select(CONTENT.c.content).where(CONTENT.c.file_id == file)
    return found.name, bytes(reading.session.connection().execute(bytes_of).scalar_one())


def _own(item: AgendaItem, file: str) -> AgendaFile:
    for one in item.files:
        if one.id == file:
            return one
    raise NotFound("no such attachment")
