"""Rows of agenda items as records: read in one go with attachments, last changes and who is kept out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import and_, select
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


def _excluded(session: Session, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    rows = session.connection().execute(select(EXCLUSION).where(EXCLUSION.c.item_id.in_(ids)))
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[row.item_id].add(row.person)
    return {id: frozenset(persons) for id, persons in found.items()}


def _files(session: Session, ids: Iterable[str]) -> dict[str, list[AgendaFile]]:
    rows = session.connection().execute(select(FILE).where(FILE.c.item_id.in_(ids)).order_by(FILE.c.position))
    found: dict[str, list[AgendaFile]] = defaultdict(list)
    for row in rows:
        # A number that names a person is nobody's to open.
        access: Access = "closed" if row.cpr else row.access
        made = AgendaFile(
            row.id, row.name, access, row.size, row.media_type, row.added_at, row.added_by, bool(row.cpr)
        )  # fmt: skip
        found[row.item_id].append(made)
    return found


def _last(session: Session, ids: Iterable[str]) -> dict[str, Change]:
    newest = and_(CHANGE.c.item_id == ITEM.c.id, CHANGE.c.version == ITEM.c.version)
    rows = session.connection().execute(select(CHANGE).join(ITEM, newest).where(ITEM.c.id.in_(ids)))
    return {row.item_id: change_of(row) for row in rows}
