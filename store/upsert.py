"""Insert or, where the row is there already, update or leave it: one statement on both engines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, func
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session


def new_row(where: Table, dialect: str) -> Any:
    """A statement that inserts a row, or does nothing when its key is taken, and gives back its key when it is new."""
    made = sqlite.insert(where) if dialect == "sqlite" else postgresql.insert(where)
    return made.on_conflict_do_nothing().returning(next(iter(where.primary_key)))


def insert_new(session: Session, where: Table, row: Mapping[str, Any]) -> bool:
    """Insert the row; False when its key is taken, and nothing changes."""
    statement = _insert(session, where).values(**row).on_conflict_do_nothing()
    # Not every driver counts the rows of an insert; what comes back is told by all.
    return session.connection().execute(statement.returning(next(iter(where.primary_key)))).first() is not None


def upsert(
    session: Session, where: Table, row: Mapping[str, Any], key: Sequence[str], *, keep: Sequence[str] = ()
) -> None:
    """Insert the row, or update the one with the same `key`.

    Columns in `keep` are set on insert only; a None never wipes out what is known.
    """
    statement = _insert(session, where).values(**row)
    new = statement.excluded
    changed = {name: func.coalesce(new[name], where.c[name]) for name in row if name not in key and name not in keep}
    session.connection().execute(statement.on_conflict_do_update(index_elements=list(key), set_=changed))


def _insert(session: Session, where: Table) -> Any:
    dialect = session.connection().dialect.name
    return sqlite.insert(where) if dialect == "sqlite" else postgresql.insert(where)


def next_value(session: Session, where: Table, name: str) -> int:
    """The next value of a counter, from 1 on; who asks for it next waits until this transaction has ended."""
    statement = _insert(session, where).values(name=name, value=1)
    counted = statement.on_conflict_do_update(index_elements=["name"], set_={"value": where.c.value + 1})
    return int(session.connection().execute(counted.returning(where.c.value)).scalar_one())
