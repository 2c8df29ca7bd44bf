"""Statements put together once for each engine and run on the driver: a small one costs a tenth of what it did.

SQLAlchemy spends a hundred microseconds on a statement that the engine answers in three. A question takes twenty of
them, so those that every turn runs are compiled here, types included, and bound and read without its bookkeeping.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import Delete, Dialect, Insert, Select, Table, Update, insert
from sqlmodel import Session

Statement: TypeAlias = Select[Any] | Insert | Update | Delete
MOST_KEPT = 512
"""Values of a list up to which a compiled form is kept; longer lists are rare."""

_Process: TypeAlias = Callable[[Any], Any]
_DRIVER = "driver"


def driver(session: Session) -> tuple[Dialect, Any]:
    """The engine of a session of store.database and a cursor on its connection, looked up once per transaction."""
    found: tuple[Dialect, Any] | None = session.info.get(_DRIVER)
    if found is None:
        connection = session.connection()
        found = session.info[_DRIVER] = connection.dialect, connection.connection.cursor()
    return found


@dataclass(frozen=True, slots=True)
class _Form:
    """A statement as one engine reads it. `names`: parameters in order, None where they go by name."""

    text: str
    names: tuple[str, ...] | None
    constants: Mapping[str, Any]
    bound: Mapping[str, _Process]
    row: Callable[[Sequence[Any]], Any] | None
    read: tuple[tuple[int, _Process], ...]

    def parameters(self, values: Mapping[str, Any]) -> Any:
        given = {**self.constants, **values} if self.constants else dict(values)
        for name, process in self.bound.items():
            given[name] = process(given[name])
        return given if self.names is None else [given[name] for name in self.names]

    def rows(self, fetched: Sequence[Sequence[Any]]) -> list[Any]:
        if self.row is None:
            return list(fetched)
        if not self.read:
            return list(map(self.row, fetched))
        found = []
        for one in fetched:
            values = list(one)
            for place, process in self.read:
                values[place] = process(values[place])
            found.append(self.row(values))
        return found


class Prepared:
    """One statement. `of` names its expanding parameter, `columns` what an INSERT or UPDATE sets."""

    def __init__(
        self, statement: Statement | Callable[[str], Statement], *, of: str | None = None, columns: Sequence[str] = ()
    ) -> None:
        """`statement` may be a function of the engine's name, "sqlite" or "postgresql", where the two differ."""
        self._statement = statement
        self._of = of
        self._columns = list(columns)
        self._forms: dict[tuple[str, int], _Form] = {}

    def rows(self, session: Session, values: Mapping[str, Any] | None = None) -> list[Any]:
        """The rows of a query as named tuples, or what an INSERT gives back as plain ones.

        An expanding parameter takes a list; of an empty one come no rows.
        """
        dialect, cursor = driver(session)
        given = dict(values) if values is not None else {}
        count = 0
        if self._of is not None:
            listed = list(given.pop(self._of))
            if not listed:
                return []
            count = _size(len(listed))
            listed += listed[-1:] * (count - len(listed))
            given.update((f"{self._of}_{place}", value) for place, value in enumerate(listed, 1))
        form = self._form(dialect, count)
        cursor.execute(form.text, form.parameters(given))
        return form.rows(cursor.fetchall())

    def run(self, session: Session, values: Mapping[str, Any]) -> int:
        """Run a change; how many rows it met."""
        dialect, cursor = driver(session)
        form = self._form(dialect, 0)
        cursor.execute(form.text, form.parameters(values))
        return int(cursor.rowcount)

    def many(self, session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run a change once for each row of values."""
        if not rows:
            return
        dialect, cursor = driver(session)
        form = self._form(dialect, 0)
        cursor.executemany(form.text, [form.parameters(row) for row in rows])

    def _form(self, dialect: Dialect, count: int) -> _Form:
        form = self._forms.get((dialect.name, count))
        if form is None:
            form = self._compiled(dialect, count)
            if count <= MOST_KEPT:
                self._forms[dialect.name, count] = form
        return form

    def _compiled(self, dialect: Dialect, count: int) -> _Form:
        made = self._statement(dialect.name) if callable(self._statement) else self._statement
        compiled: Any = made.compile(dialect=dialect, column_keys=self._columns or None)
        # Only the length of the list decides what the statement looks like; the values come with each run.
        values = dict.fromkeys(compiled.bind_names.values()) | compiled.params
        listed = {self._of: [None] * count} if self._of is not None else {}
        state = compiled.construct_expanded_state(values | listed)
        names = tuple(state.positiontup) if compiled.positional else None
        if set(state.parameter_expansion) - {self._of}:
            raise ValueError("a prepared statement has one list, and its caller gives it")
        constants: dict[str, Any] = {}
        bound: dict[str, _Process] = {}
        for parameter, name in compiled.bind_names.items():
            if not parameter.required and parameter.effective_value is not None:
                constants[name] = parameter.effective_value
            process = parameter.type.dialect_impl(dialect).bind_processor(dialect)
            if process is not None:
                bound.update(dict.fromkeys(state.parameter_expansion.get(name, [name]), process))
        row, read = _reading(made, dialect)
        return _Form(state.statement, names, constants, bound, row, read)


def _size(count: int) -> int:
    """Lists are filled up to a power of two, so that few forms serve all lengths."""
    return 1 << (count - 1).bit_length() if count <= MOST_KEPT else count


def _reading(
    made: Statement, dialect: Dialect
) -> tuple[Callable[[Sequence[Any]], Any] | None, tuple[tuple[int, _Process], ...]]:
    """How a row of a query becomes a named tuple."""
    if not isinstance(made, Select):
        return None, ()
    columns = list(made.selected_columns)
    row: Any = namedtuple("row", [str(column.key) for column in columns])  # type: ignore[misc]  # named by the columns
    processes = (
        (at, column.type.dialect_impl(dialect).result_processor(dialect, None)) for at, column in enumerate(columns)
    )
    return row._make, tuple((at, process) for at, process in processes if process is not None)


def insert_rows(session: Session, where: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns."""
    if rows:
        _insertion(where, tuple(rows[0])).many(session, rows)


@lru_cache(maxsize=64)
def _insertion(where: Table, columns: tuple[str, ...]) -> Prepared:
    return Prepared(insert(where), columns=columns)
