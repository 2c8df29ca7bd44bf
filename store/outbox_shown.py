"""What a message sent unasked showed: kept with it, and withdrawn when it was closed while it was on its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Table, select
from sqlmodel import Session

from store.agenda.tables import AgendaItemRow
from store.records import Address, Lang
from store.scene import DOCUMENT, ITEM
from store.shown import keep_shown, withdraw
from store.tables import table

_AGENDA = table(AgendaItemRow)


@dataclass(frozen=True, slots=True)
class Shown:
    """Keys of the items (of those on agendas: their ids) and documents whose text a message showed, and where."""

    address: Address
    lang: Lang
    items: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


def keep_sent(session: Session, shown: Shown, activity: str, at: datetime) -> None:
    """Note what the message showed. Closing edits the messages that are noted; this one was not yet."""
    keep_shown(session, shown.address, activity, shown.items, shown.documents, shown.lang, at)
    closed = [_closed(session, where, keys) for where, keys in ((ITEM, shown.items), (DOCUMENT, shown.documents))]
    if any(closed):
        withdraw(session, closed[0], closed[1], at, all_=False)


def _closed(session: Session, where: Table, keys: Sequence[str]) -> list[str]:
    """Those of the keys that are closed now, or gone."""
    if not keys:
        return []
    rows = session.connection().execute(select(where.c.key).where(where.c.key.in_(keys), where.c.access == "open"))
    still_open = {row.key for row in rows}
    if where is ITEM:
        # What is told of an agenda names its items by their ids; none of them needs to be found by questions yet.
        shown = (_AGENDA.c.id.in_(keys), _AGENDA.c.access == "open", _AGENDA.c.state != "withdrawn")
        still_open.update(session.connection().execute(select(_AGENDA.c.id).where(*shown)).scalars())
    return [key for key in keys if key not in still_open]
