"""What is published and what was decided as facts that answers draw on: a paper of ours, read as any other is."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, insert, select
from sqlmodel import Session

from store import layers
from store.database import take_ids
from store.indexing import Index
from store.ingest.intake import Intake
from store.ingest.limits import Limits
from store.ingest.reading import read_here
from store.ingest.source import Source
from store.items import item_rows
from store.minutes.paper import Paper
from store.minutes.records import Decision, Entry
from store.names import number_key
from store.scene import BODY, DOCUMENT, ITEM, OVERRIDE, SOURCE
from store.settle import settle
from store.shelves import EXCLUSION
from store.shown import withdraw
from store.tables import StoredRow


def tell(
    session: Session,
    intake: Intake,
    index: Index,
    paper: Paper,
    entries: tuple[Entry, ...],
    decisions: Mapping[str, Decision],
    instead: str | None,
    *,
    at: datetime,
    by: str,
    news: bool,
) -> str:
    """Make the full paper findable in the place of the document `instead`; gives the key of the new one.

    Closed items are closed, whoever is kept out of one stays kept out, and what a secretary opened of a closed item
    is open: all in the caller's exclusive transaction, so that nobody finds a decision before it is guarded.
    """
    source = _source(paper)
    gone = [*([instead] if instead is not None else []), *_samples(session, paper)]
    key, _ = intake.put(session, source, gone, by=by, news=news)
    rows = {number_key(row.number): row for row in _rows(session, key)}
    touched: set[int] = set()
    closed: list[str] = []
    for entry in entries:
        row = rows.get(number_key(entry.number))
        if row is None:
            continue
        if _guard(session, row, entry, at, by):
            touched.add(row.meeting_id)
            closed.append(row.key)
    if touched:
        settle(session, index, meetings=touched)
        withdraw(session, closed, (), at, all_=False)
    for entry in entries:
        row = rows.get(number_key(entry.number))
        if row is not None and entry.item.access == "closed":
            _open(session, index, row, entry, decisions.get(entry.item.id), at)
    return key


def _source(paper: Paper) -> Source:
    from store.minutes.docx import docx_of  # loads when something is published: every command would wait for it

    content = docx_of(paper)
    with tempfile.TemporaryDirectory(prefix="paper-") as folder:
        path = Path(folder) / "paper.docx"
        path.write_bytes(content)
        # No child process: the file is of our own making.
        reading = read_here(path, f"{paper.file_name}.docx", Limits())
    parsed = replace(reading.parsed, edition="full", title=paper.title)
    digest = hashlib.sha256(content).hexdigest()
    return Source(f"{paper.file_name}.docx", digest, parsed, reading.extract, "open", paper.body)


def _samples(session: Session, paper: Paper) -> list[str]:
    """Keys of living sample agendas of the meeting: a real one takes their place."""
    joined = DOCUMENT.join(BODY, BODY.c.id == DOCUMENT.c.body_id)
    wanted = select(DOCUMENT.c.key).select_from(joined).where(
        DOCUMENT.c.living, DOCUMENT.c.kind == "agenda", DOCUMENT.c.date == paper.day, BODY.c.name == paper.body
    )  # fmt: skip
    return list(session.connection().execute(wanted).scalars())


def _rows(session: Session, key: str) -> list[StoredRow]:
    wanted = select(SOURCE.c.item_id).join(DOCUMENT, DOCUMENT.c.id == SOURCE.c.document_id).where(DOCUMENT.c.key == key)
    return list(session.connection().execute(item_rows().where(ITEM.c.id.in_(wanted))))


def _guard(session: Session, row: StoredRow, entry: Entry, at: datetime, by: str) -> bool:
    """See that access and exclusions are those of the agenda; whether anything was changed."""
    connection, changed = session.connection(), False
    if row.access != entry.item.access:
        connection.execute(delete(OVERRIDE).where(OVERRIDE.c.target_kind == "item", OVERRIDE.c.target_key == row.key))
        ruling = {
            "target_kind": "item", "target_key": row.key, "access": entry.item.access,
            "seq": take_ids(session, 1)[0], "by_person": by, "at": at,
        }  # fmt: skip
        connection.execute(insert(OVERRIDE), [ruling])
        changed = True
    there = set(connection.execute(select(EXCLUSION.c.person).where(EXCLUSION.c.item_key == row.key)).scalars())
    missing = entry.item.excluded - there
    if missing:
        made = [{"item_key": row.key, "person": one, "by_person": by, "at": at} for one in sorted(missing)]
        connection.execute(insert(EXCLUSION), made)
        changed = True
    return changed


def _open(
    session: Session, index: Index, row: StoredRow, entry: Entry, decision: Decision | None, at: datetime
) -> None:
    """Open of a closed item what its secretary has opened, and shut what is not open any more."""
    if not entry.item.neutral_title:
        if row.existence_open:
            layers.shut(session, index, row)
        return
    layers.open_existence(session, index, row, entry.item.neutral_title, at)
    (row,) = [one for one in session.connection().execute(item_rows().where(ITEM.c.id == row.id))]
    if decision is not None and decision.publishable:
        layers.open_decision(session, index, row, decision.publishable, at)
    elif row.decision_open:
        layers.shut_decision(session, index, row)
