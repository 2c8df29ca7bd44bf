"""Who read closed text, changed rights or access, and when: rows are only ever appended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlmodel import Session

from store.prepared import Prepared
from store.tables import Audit, table

AUDIT = table(Audit)
_NOTE = Prepared(insert(AUDIT), columns=("at", "person", "action", "target", "outcome"))
COMMAND_LINE = "command line"
"""Stands for a person where the change was made by whoever runs the program."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """`person` is an object id or "command line"; `target` a key, never a title or a text."""

    at: datetime
    person: str
    action: str
    target: str
    outcome: str


def note(session: Session, at: datetime, person: str | None, action: str, target: str, outcome: str = "done") -> None:
    """Append one row in the caller's transaction; `person` None is the command line."""
    row = {"at": at, "person": person or COMMAND_LINE, "action": action, "target": target, "outcome": outcome}
    _NOTE.run(session, row)


def entries(session: Session, limit: int = 100) -> Sequence[AuditEntry]:
    """The newest rows, newest first."""
    rows = session.connection().execute(select(AUDIT).order_by(AUDIT.c.id.desc()).limit(limit))
    return [AuditEntry(row.at, row.person, row.action, row.target, row.outcome) for row in rows]
