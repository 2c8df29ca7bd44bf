"""Rows of agenda items as records: read in one go with attachments, last changes and who is kept out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, select
from sqlmodel import Session

from store.agenda.records import AgendaFile, AgendaItem, Change, Named
from store.agenda.tables import (
    AgendaChangeRow,
    AgendaContentRow,
    AgendaExclusionRow,
    AgendaFileRow,
    AgendaItemRow,
    AgendaWordRow,
    BodyPracticeRow,
)
from store.prepared import Prepared
from store.records import Access
from store.tables import StoredRow, table

ITEM, CHANGE, FILE = table(AgendaItemRow), table(AgendaChangeRow), table(AgendaFileRow)
CONTENT, EXCLUSION, PRACTICE = table(AgendaContentRow), table(AgendaExclusionRow), table(BodyPracticeRow)
WORD = table(AgendaWordRow)
ASKED = "asked"
"""Under this name a change keeps which attachment or person it was about, where no field of the item says so."""
_AS_THEY_ARE = (
    "id", "version", "state", "author", "created_at", "updated_at", "lang", "step", "body_key", "meeting_key", "title",
    "case_number", "type", "access", "closed_reason", "closed_note", "neutral_title", "description", "finance",
    "assessment", "minutes", "late_reason", "copied_from", "standing", "supplement", "number", "position",
    "published_at", "submitted_at", "author_name",
)  # fmt: skip
_AT_ONCE = 500
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_ONE = Prepared(select(ITEM).where(ITEM.c.id == bindparam("id")))
_LOCKED = Prepared(select(ITEM).where(ITEM.c.id == bindparam("id")).with_for_update())
_EXCLUDED = Prepared(select(EXCLUSION).where(EXCLUSION.c.item_id.in_(_IDS)), of="ids")
_OF_ITEMS = Prepared(select(FILE).where(FILE.c.item_id.in_(_IDS)).order_by(FILE.c.item_id, FILE.c.position), of="ids")
_NEWEST = Prepared(
    select(CHANGE)
    .join(ITEM, and_(CHANGE.c.item_id == ITEM.c.id, CHANGE.c.version == ITEM.c.version))
    .where(CHANGE.c.item_id.in_(_IDS)),
    of="ids",
)
_BY_IDS = Prepared(select(ITEM).where(ITEM.c.id.in_(_IDS)), of="ids")


def row_of(session: Session, id: str, *, locked: bool = False) -> StoredRow | None:
    """The row of an item; `locked`: no other transaction changes it until this one ends."""
    rows = (_LOCKED if locked else _ONE).rows(session, {"id": id})
    return rows[0] if rows else None


def rows_of(session: Session, ids: Sequence[str]) -> list[StoredRow]:
    """The rows of these items, in the order of the ids; those that are not there are left out."""
    found = {row.id: row for row in _BY_IDS.rows(session, {"ids": ids})}
    return [found[id] for id in ids if id in found]


def whole(session: Session, rows: Sequence[StoredRow]) -> list[AgendaItem]:
    """The items of rows of the item table, in order, as they are for nobody in particular: without their meetings."""
    found: list[AgendaItem] = []
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        ids = [row.id for row in some]
        excluded, files, last = _excluded(session, ids), _files(session, ids), _last(session, ids)
        found += [
            _item(row, excluded.get(row.id, frozenset()), tuple(files.get(row.id, ())), last.get(row.id))
            for row in some
        ]
    return found


def changes(session: Session, id: str) -> tuple[Change, ...]:
    """All changes of an item, oldest first."""
    rows = session.connection().execute(select(CHANGE).where(CHANGE.c.item_id == id).order_by(CHANGE.c.version))
    return tuple(change_of(row) for row in rows)


def change_of(row: StoredRow) -> Change:
    """The record of a row of the change table."""
    fields = tuple(name for name in row.before_fields if name != ASKED)
    return Change(row.version, row.at, row.person, row.action, row.before, row.after, row.comment, fields)


def _item(
    row: StoredRow, excluded: frozenset[str], files: tuple[AgendaFile, ...], last: Change | None
) -> AgendaItem:  # fmt: skip
    named = row._asdict()
    told: dict[str, Any] = {name: named[name] for name in _AS_THEY_ARE}
    return AgendaItem(
        **told,
        recommendations=tuple(row.recommendations),
        links=tuple(row.links),
        presenter=_named(row.presenter, row.presenter_person),
        responsible=_named(row.responsible, row.responsible_person),
        files=files,
        excluded=excluded,
        last=last,
    )


def _named(text: str | None, person: str | None) -> Named | None:
    return Named(text, person) if text else None


def _excluded(session: Session, ids: Sequence[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in _EXCLUDED.rows(session, {"ids": ids}):
        found[row.item_id].add(row.person)
    return {id: frozenset(persons) for id, persons in found.items()}


def _files(session: Session, ids: Sequence[str]) -> dict[str, list[AgendaFile]]:
    found: dict[str, list[AgendaFile]] = defaultdict(list)
    for row in _OF_ITEMS.rows(session, {"ids": ids}):
        # A number that names a person is nobody's to open.
        access: Access = "closed" if row.cpr else row.access
        made = AgendaFile(
            row.id, row.name, access, row.size, row.media_type, row.added_at, row.added_by, bool(row.cpr)
        )  # fmt: skip
        found[row.item_id].append(made)
    return found


def _last(session: Session, ids: Sequence[str]) -> dict[str, Change]:
    return {row.item_id: change_of(row) for row in _NEWEST.rows(session, {"ids": ids})}
