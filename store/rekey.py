"""Gives an item another key, everywhere the key is written."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlmodel import Session

from store.scene import ATTACHMENT, ITEM, MEETING, OVERRIDE
from store.shelves import EXCLUSION, SHELF
from store.tables import ShownThing, table
from store.watch_queue import renamed

SHOWN = table(ShownThing)


def rekey(session: Session, item: int, new: str) -> None:
    """Call the item `new`, which must be free: an open source speaks now of what only closed ones spoke of.

    Its key must be the one that the open source alone would have given it.
    """
    connection = session.connection()
    meeting = MEETING.c.key.label("meeting_key")
    joined = ITEM.join(MEETING, MEETING.c.id == ITEM.c.meeting_id)
    row = connection.execute(select(ITEM.c.key, meeting).select_from(joined).where(ITEM.c.id == item)).one()
    old: str = row.key
    connection.execute(update(ITEM).where(ITEM.c.id == item).values(key=new))
    for own in connection.execute(select(ATTACHMENT.c.id, ATTACHMENT.c.key).where(ATTACHMENT.c.item_id == item)).all():
        key = new + own.key[len(old) :]
        connection.execute(update(ATTACHMENT).where(ATTACHMENT.c.id == own.id).values(key=key))
        _move(session, "attachment", own.key, key)
    _move(session, "item", old, new)
    connection.execute(update(EXCLUSION).where(EXCLUSION.c.item_key == old).values(item_key=new))
    connection.execute(update(SHOWN).where(SHOWN.c.kind == "item", SHOWN.c.key == old).values(key=new))
    shelf = update(SHELF).where(SHELF.c.item_key == old)
    connection.execute(shelf.values(item_key=new, name=f"item:{new}"))
    renamed(session, row.meeting_key, old, new)


def _move(session: Session, kind: str, old: str, new: str) -> None:
    statement = update(OVERRIDE).where(OVERRIDE.c.target_kind == kind, OVERRIDE.c.target_key == old)
    session.connection().execute(statement.values(target_key=new))
