"""Engines and transactions: one code path for SQLite and PostgreSQL, and no SQLAlchemy error gets out of here."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NoReturn, TypeVar

import pysqlite3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, bindparam, make_url, text, update
from sqlalchemy.engine import URL
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlmodel import Session

from store.engines import postgres_engines, sqlite_engines
from store.errors import Conflict, StoreError
from store.groups import Groups
from store.library import KEPT, Library, changing
from store.prepared import Prepared
from store.tables import Counter, table

SQLITE_SAFE = (3, 51, 3)
"""Older SQLite can corrupt a WAL store that two connections have open."""
LIBRARY_LOCK = 0x5245_4645  # any constant of our own: it names the advisory lock on PostgreSQL

_COUNTER = table(Counter)
_TAKE = Prepared(
    update(_COUNTER)
    .where(_COUNTER.c.name == "row")
    .values(value=_COUNTER.c.value + bindparam("more"))
    .returning(_COUNTER.c.value)
)
_T = TypeVar("_T")


class OnlyReading(RuntimeError):
    """Something would be written where all only read; nothing has been, and it may be done again elsewhere."""


class Database:
    """A store: `with db.read() as session` for a snapshot, `with db.write() as session` for one transaction.

    On SQLite there is one writer in the process and BEGIN IMMEDIATE between processes, so that a transaction that
    reads before it writes is never refused half way. On PostgreSQL `write(exclusive=True)` gives the same order to
    the transactions that gather documents; small ones (conversation state, the log) run side by side. Whatever changes
    documents, bodies, shelves or exclusions is written exclusively: that is what readers drop what they keep by.
    """

    def __init__(self, url: URL, writer: Engine, reader: Engine, *, writable: bool = True) -> None:
        self.url = url
        self._writable = writable
        self.dialect: Literal["sqlite", "postgresql"] = "sqlite" if url.get_backend_name() == "sqlite" else "postgresql"
        self._writer = writer
        self._reader = reader
        self._lock = threading.Lock()
        self._owner: int | None = None
        self._held = threading.local()
        self._groups = Groups(self._writing)
        self._library = Library()
        self._driver = writer.dialect.dbapi

    @classmethod
    def open(cls, url: str, *, create: bool = True, writable: bool = True) -> Database:
        """Open the store at "sqlite:///PATH" or "postgresql://…"; tables are made by store.migrations.migrate.

        With `create` a missing SQLite file is made, readable by its owner only. Without `writable` whatever would
        write raises OnlyReading. Raises StoreError.
        """
        try:
            parsed = make_url(url)
        except SQLAlchemyError as error:
            raise StoreError("the database URL cannot be read") from error
        backend = parsed.get_backend_name()
        if backend == "sqlite":
            return cls(parsed, *sqlite_engines(parsed, create), writable=writable)
        if backend in ("postgresql", "postgres"):
            return cls(parsed, *postgres_engines(parsed), writable=writable)
        raise StoreError(f"the database URL names {backend}: only sqlite and postgresql are supported")

    @property
    def path(self) -> Path | None:
        """The file of a SQLite store, else None."""
        return Path(str(self.url.database)) if self.dialect == "sqlite" else None

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session on one snapshot of the store that cannot write. Raises StoreError."""
        held: Session | None = getattr(self._held, "session", None)
        if held is not None:
            yield held
            return
        kept = {KEPT: self._library}
        with self._translated(), Session(self._reader, expire_on_commit=False, info=kept) as session:
            yield session

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All reading of this thread in the block is of the store as it is now, and shares one session.

        For what only reads: writing raises OnlyReading meanwhile, since it would not be seen.
        """
        with self.read() as session:
            self._held.session = session
            try:
                yield
            finally:
                self._held.session = None

    @contextmanager
    def write(self, *, exclusive: bool = False) -> Iterator[Session]:
        """A session whose work is committed when the block ends and rolled back when it raises.

        `exclusive` waits for other exclusive writers on both engines. Raises Conflict when a constraint is broken,
        StoreError for whatever else the engine reports, OnlyReading, and what the block itself raises.
        """
        self._allowed()
        if self.dialect == "sqlite":
            self._outside()
        self._groups.flush()
        with self._writing() as session:
            if exclusive:
                if self.dialect == "postgresql":
                    session.connection().execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LIBRARY_LOCK})
                changing(session)
            yield session

    def small(self, work: Callable[[Session], _T]) -> _T:
        """Run a few statements and return once they are durable; on SQLite those of several threads share a commit.

        Raises as `write` does; the work of others is not touched by that.
        """
        self._allowed()
        if self.dialect == "sqlite":
            self._outside()
            with self._translated():
                return self._groups.run(work)
        # PostgreSQL brings commits together by itself, and writers there need not wait for each other.
        with self.write() as session:
            return work(session)

    def later(self, work: Callable[[Session], object]) -> None:
        """Run a few statements within a moment (at the latest before the next `write` and before `close`).

        Raises OnlyReading.
        """
        self._allowed()
        self._groups.later(work)

    def flush(self) -> None:
        """See that what was to be written later is written."""
        self._groups.flush()

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with (
            self._turn(),
            self._translated(),
            Session(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """One exclusive transaction for schema changes; on SQLite without foreign keys, checked before the commit.

        Rebuilding a table drops the old one, and with foreign keys on SQLite would empty its children.
        """
        self._allowed()
        with self._turn(), self._translated(), self._writer.connect() as connection:
            if self.dialect == "sqlite":
                yield from self._migrating_sqlite(connection)
                return
            with connection.begin():
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LIBRARY_LOCK})
                yield connection

    @staticmethod
    def _migrating_sqlite(connection: Connection) -> Iterator[Connection]:
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                yield connection
                if driver.execute("PRAGMA foreign_key_check").fetchone() is not None:
                    raise StoreError("a migration left rows that point at nothing; it was rolled back")
        finally:
            driver.execute("PRAGMA foreign_keys=ON")

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait for this process's writer (SQLite only); a transaction inside a transaction is a fault of ours."""
        if self.dialect != "sqlite":
            yield
            return
        self._outside()
        with self._lock:
            self._owner = threading.get_ident()
            try:
                yield
            finally:
                self._owner = None

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turn the engine's errors into ours; their text may quote stored rows, so it stays in the cause."""
        driver: Any = self._driver
        try:
            yield
        except (IntegrityError, driver.IntegrityError) as error:
            raise Conflict("the change broke a constraint of the store") from error
        except (SQLAlchemyError, driver.Error) as error:
            _fail(error)

    def _allowed(self) -> None:
        if not self._writable or getattr(self._held, "session", None) is not None:
            raise OnlyReading("a writing transaction was opened where all only read")

    def _outside(self) -> None:
        if self._owner == threading.get_ident():
            raise RuntimeError("a writing transaction was opened inside another")

    def raw(self, work: Callable[[Any], Any]) -> Any:
        """Run `work` on a driver connection outside any transaction (VACUUM INTO, checks). Raises StoreError."""
        with self._translated(), self._reader.connect() as connection:
            driver: Any = connection.connection.driver_connection
            try:
                return work(driver)
            except sqlite.Error as error:
                raise StoreError(f"the database failed ({type(error).__name__})") from error

    def complaints(self) -> tuple[str, ...]:
        """What is wrong with the engine, one sentence each, for `referent doctor`; empty when all is well."""
        found = []
        if self.dialect == "sqlite":
            version = sqlite.sqlite_version_info
            if version < SQLITE_SAFE:
                found.append(
                    f"SQLite {sqlite.sqlite_version} can damage a store in WAL mode: install pysqlite3 0.6.1 or newer"
                    f" (SQLite {'.'.join(map(str, SQLITE_SAFE))} or newer)"
                )
            mode = self.raw(lambda driver: driver.execute("PRAGMA journal_mode").fetchone()[0])
            if mode != "wal":
                found.append(f"the store is in journal mode {mode}, not wal: is it on a network drive?")
        else:
            with self.read() as session:
                number = int(session.connection().execute(text("SHOW server_version_num")).scalar_one())
            if number < 140_000:
                found.append(f"PostgreSQL {number // 10_000} is too old: 14 or newer is needed")
        return tuple(found)

    def close(self) -> None:
        """Write what was to be written later, and give all connections back."""
        self._groups.close()
        self._reader.dispose()
        self._writer.dispose()


def take_ids(session: Session, count: int) -> range:
    """`count` row ids never used before, in order; they stay inside the store."""
    last = int(_TAKE.rows(session, {"more": count})[0][0])
    return range(last - count + 1, last + 1)


def _fail(error: Exception) -> NoReturn:
    original = getattr(error, "orig", None) or error
    name = type(original).__name__
    if "locked" in str(original):
        raise StoreError("the store is busy: another process is writing") from error
    raise StoreError(f"the database failed ({name})") from error
