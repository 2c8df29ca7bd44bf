"""One step in an item's life: judged, written once and noted, whoever else is at it, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from store.agenda.fields import masked
from store.agenda.notices import notify
from store.agenda.reading import Reading
from store.agenda.records import ALIVE, Action, AgendaItem, ItemState, NotPossible, StaleItem
from store.agenda.rows import ASKED, CHANGE, ITEM, changes
from store.agenda.states import may, next_state
from store.agenda.words import keep_words
from store.agenda.writing import columns
from store.ingest import cpr
from store.tables import StoredRow


@dataclass(frozen=True, slots=True)
class Step:
    """What somebody wants done. `values`: what the fields hold afterwards, to know the same step by."""

    action: Action
    comment: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """What a step writes: values of AgendaItem, further columns, and what else the history keeps as it was."""

    values: Mapping[str, Any] = field(default_factory=dict)
    columns: Mapping[str, Any] = field(default_factory=dict)
    before: Mapping[str, Any] = field(default_factory=dict)
    nothing: bool = False
    """It is so already: no version is made."""


def take(
    reading: Reading, id: str, version: int | None, step: Step, at: datetime, work: Callable[[AgendaItem], Written]
) -> AgendaItem:
    """Do a step with an item in the version that the person saw (None: whichever it is in).

    Raises NotFound, StaleItem, NotPossible, and what `work` raises, which judges and may write beside the item.
    """
    row = reading.row(id, locked=True)
    item = reading.bare(row)
    if version is not None and version != row.version:
        if _done_already(reading, item, version, step):
            return reading.one(item)
        raise stale(reading, item)
    if not may(reading.subject, item, step.action):
        raise NotPossible(step.action, reading.one(item))
    done = work(item)
    if done.nothing:
        return reading.one(item)
    after = next_state(item.state, step.action)
    assert after is not None
    write(reading, row, item, step, done, after, at)
    (changed,) = reading.readable([reading.row(id)]) or [item]
    return reading.one(changed)


def write(
    reading: Reading, row: StoredRow, item: AgendaItem, step: Step, done: Written, after: ItemState, at: datetime
) -> None:  # fmt: skip
    """Write a step that was judged, note it, and tell those it concerns. Raises StaleItem."""
    connection, version = reading.session.connection(), item.version + 1
    values = {**columns(done.values), **done.columns, "version": version, "state": after, "updated_at": at}
    same = update(ITEM).where(ITEM.c.id == item.id, ITEM.c.version == item.version)
    # The row is locked where an engine locks rows; the condition holds everywhere.
    if connection.execute(same.values(values).returning(ITEM.c.id)).first() is None:
        raise stale(reading, reading.bare(reading.row(item.id)))
    before = {name: masked(getattr(item, name)) for name in done.values}
    change = {
        "item_id": item.id,
        "version": version,
        "at": at,
        "person": reading.subject.person,
        "action": step.action,
        "before": item.state,
        "after": after,
        "comment": cpr.mask(step.comment),
        "before_fields": before | {name: masked(value) for name, value in done.before.items()},
    }
    connection.execute(insert(CHANGE), [change])
    if "title" in done.values or (item.state in ALIVE) != (after in ALIVE):
        keep_words(reading.session, item.id, done.values.get("title", item.title) if after in ALIVE else "")
    actor = reading.subject.person or ""
    notify(reading.session, reading.row(item.id), step.action, actor, at, before=item.state)


def stale(reading: Reading, item: AgendaItem) -> StaleItem:
    """What to say to somebody who saw an earlier version: the newest change, as they may know it, and the item."""
    shown = reading.one(item)
    return StaleItem(shown.last, shown)


def _done_already(reading: Reading, item: AgendaItem, version: int, step: Step) -> bool:
    """Whether the same person has taken this very step in that version: a click delivered twice."""
    made = next((one for one in changes(reading.session, item.id) if one.version == version + 1), None)
    if made is None or (made.person, made.action) != (reading.subject.person, step.action):
        return False
    if made.comment != cpr.mask(step.comment):
        return False
    return all(masked(value) == _held(reading, item, version + 1, name) for name, value in step.values.items())


def _held(reading: Reading, item: AgendaItem, version: int, name: str) -> Any:
    """What a field held once a version was made: what the next change of it replaced, else what it holds now."""
    rows = reading.session.connection().execute(
        select(CHANGE.c.version, CHANGE.c.before_fields).where(CHANGE.c.item_id == item.id).order_by(CHANGE.c.version)
    )
    for row in rows:
        if name == ASKED and row.version == version:
            return row.before_fields.get(ASKED)
        if row.version > version and name in row.before_fields:
            return row.before_fields[name]
    value = getattr(item, name, None)
    return masked(sorted(value) if isinstance(value, frozenset) else value)
