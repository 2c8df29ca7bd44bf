"""Updates of many rows, written only where something differs, one statement per set of columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, bindparam, update
from sqlmodel import Session

from store.tables import StoredRow


class Changes:
    """Collects updates by table and set of columns, and writes each set in one go."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[dict[str, Any]]] = defaultdict(list)
        self._tables: dict[str, Table] = {}

    def differ(self, where: Table, row: StoredRow, values: Mapping[str, Any], key: Sequence[str] = ("id",)) -> set[str]:
        """Note an update of `row` to `values` when they differ, and say which columns do."""
        stored = row._mapping
        changed = {name for name, value in values.items() if stored[name] != value}
        if changed:
            self._tables[where.name] = where
            columns = tuple(sorted(changed))
            parameters = {f"k_{name}": stored[name] for name in key} | {f"v_{name}": values[name] for name in columns}
            self._rows[where.name, columns, tuple(key)].append(parameters)
        return changed

    def flush(self) -> None:
        """Write what was noted."""
        for (name, columns, key), rows in self._rows.items():
            where = self._tables[name]
            statement = update(where).values(
                {column: bindparam(f"v_{column}", type_=where.c[column].type) for column in columns}
            )
            for column in key:
                statement = statement.where(where.c[column] == bindparam(f"k_{column}"))
            self._session.connection().execute(statement, rows)
        self._rows.clear()
