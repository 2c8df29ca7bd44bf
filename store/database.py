"""Engines and transactions: one code path for SQLite and PostgreSQL, and no SQLAlchemy error gets out of here."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NoReturn

import pysqlite3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text, update
from sqlalchemy.engine import URL
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlmodel import Session

from store.errors import Conflict, StoreError
from store.tables import Counter, table

SQLITE_SAFE = (3, 51, 3)
"""Older SQLite can corrupt a WAL store that two connections have open."""
BUSY_MS = 15_000
LIBRARY_LOCK = 0x5245_4645  # any constant of our own: it names the advisory lock on PostgreSQL


class Database:
    """A store: `with db.read() as session` for a snapshot, `with db.write() as session` for one transaction.

    On SQLite there is one writer in the process and BEGIN IMMEDIATE between processes, so that a transaction that
    reads before it writes is never refused half way. On PostgreSQL `write(exclusive=True)` gives the same order to
    the transactions that gather documents; small ones (conversation state, the log) run side by side.
    """

    def __init__(self, url: URL, writer: Engine, reader: Engine) -> None:
        self.url = url
        self.dialect: Literal["sqlite", "postgresql"] = "sqlite" if url.get_backend_name() == "sqlite" else "postgresql"
        self._writer = writer
        self._reader = reader
        self._lock = threading.Lock()
        self._owner: int | None = None

    @classmethod
    def open(cls, url: str, *, create: bool = True) -> Database:
        """Open the store at "sqlite:///PATH" or "postgresql://…"; tables are made by store.migrations.migrate.

        With `create` a missing SQLite file is made, readable by its owner only. Raises StoreError.
        """
        try:
            parsed = make_url(url)
        except SQLAlchemyError as error:
            raise StoreError("the database URL cannot be read") from error
        backend = parsed.get_backend_name()
        if backend == "sqlite":
            return cls(parsed, *_sqlite_engines(parsed, create))
        if backend in ("postgresql", "postgres"):
            return cls(parsed, *_postgres_engines(parsed))
        raise StoreError(f"the database URL names {backend}: only sqlite and postgresql are supported")

    @property
    def path(self) -> Path | None:
        """The file of a SQLite store, else None."""
        return Path(str(self.url.database)) if self.dialect == "sqlite" else None

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session on one snapshot of the store that cannot write. Raises StoreError."""
        with _translated(), Session(self._reader, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self, *, exclusive: bool = False) -> Iterator[Session]:
        """A session whose work is committed when the block ends and rolled back when it raises.

        `exclusive` waits for other exclusive writers on both engines. Raises Conflict when a constraint is broken,
        StoreError for whatever else the engine reports, and what the block itself raises.
        """
        with self._turn(), _translated(), Session(self._writer, expire_on_commit=False) as session, session.begin():
            if exclusive and self.dialect == "postgresql":
                session.connection().execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LIBRARY_LOCK})
            yield session

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """One exclusive transaction for schema changes; on SQLite without foreign keys, checked before the commit.

        Rebuilding a table drops the old one, and with foreign keys on SQLite would empty its children.
        """
        with self._turn(), _translated(), self._writer.connect() as connection:
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
        if self._owner == threading.get_ident():
            raise RuntimeError("a writing transaction was opened inside another")
        with self._lock:
            self._owner = threading.get_ident()
            try:
                yield
            finally:
                self._owner = None

    def raw(self, work: Callable[[Any], Any]) -> Any:
        """Run `work` on a driver connection outside any transaction (VACUUM INTO, checks). Raises StoreError."""
        with _translated(), self._reader.connect() as connection:
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
        """Give all connections back."""
        self._reader.dispose()
        self._writer.dispose()


def take_ids(session: Session, count: int) -> range:
    """`count` row ids never used before, in order; they stay inside the store."""
    counter = table(Counter)
    statement = update(counter).where(counter.c.name == "row").values(value=counter.c.value + count)
    last = int(session.connection().execute(statement.returning(counter.c.value)).scalar_one())
    return range(last - count + 1, last + 1)


@contextmanager
def _translated() -> Iterator[None]:
    """Turn the engine's errors into ours; their text may quote stored rows, so it stays in the cause."""
    try:
        yield
    except IntegrityError as error:
        raise Conflict("the change broke a constraint of the store") from error
    except SQLAlchemyError as error:
        _fail(error)


def _fail(error: SQLAlchemyError) -> NoReturn:
    original = getattr(error, "orig", None)
    name = type(original if original is not None else error).__name__
    if "locked" in str(original):
        raise StoreError("the store is busy: another process is writing") from error
    raise StoreError(f"the database failed ({name})") from error


def _sqlite_engines(url: URL, create: bool) -> tuple[Engine, Engine]:
    if not url.database or url.database == ":memory:":
        raise StoreError("the store needs a file: sqlite:///PATH")
    path = Path(url.database)
    if not path.exists():
        if not create:
            raise StoreError(f"there is no store at {path}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        except OSError as error:
            raise StoreError(f"the store at {path} cannot be made: {error.strerror}") from error
    url = url.set(drivername="sqlite")
    options: dict[str, Any] = {"module": sqlite, "hide_parameters": True, "connect_args": {"isolation_level": None}}
    writer = create_engine(url, pool_size=1, max_overflow=0, pool_timeout=BUSY_MS / 1000, **options)
    reader = create_engine(url, pool_size=4, max_overflow=12, **options)
    event.listen(writer, "connect", _writer_pragmas)
    event.listen(reader, "connect", _reader_pragmas)
    event.listen(writer, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    event.listen(reader, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return writer, reader


def _writer_pragmas(driver: Any, _record: object) -> None:
    driver.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    driver.execute("PRAGMA journal_mode=WAL")
    driver.execute("PRAGMA synchronous=FULL")
    driver.execute("PRAGMA foreign_keys=ON")


def _reader_pragmas(driver: Any, _record: object) -> None:
    driver.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    driver.execute("PRAGMA query_only=ON")


def _postgres_engines(url: URL) -> tuple[Engine, Engine]:
    writer = create_engine(
        url.set(drivername="postgresql+psycopg"), pool_size=8, max_overflow=8, pool_pre_ping=True, hide_parameters=True
    )
    # Repeatable read gives a reader one snapshot, as SQLite's WAL does.
    return writer, writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
