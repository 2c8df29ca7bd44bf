"""The connections of a store: how SQLite and PostgreSQL are set up for one writer and many readers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2 as sqlite
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL

from store.errors import StoreError

BUSY_MS = 15_000
STATEMENTS = 1_000
"""Statements a connection keeps parsed: lists of many lengths make many, and parsing a wide one takes 0.1 ms."""


def sqlite_engines(url: URL, create: bool) -> tuple[Engine, Engine]:
    """Writer and reader of a SQLite file; with `create` a missing one is made. Raises StoreError."""
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
    arguments = {"isolation_level": None, "cached_statements": STATEMENTS}
    options: dict[str, Any] = {"module": sqlite, "hide_parameters": True, "connect_args": arguments}
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


def postgres_engines(url: URL) -> tuple[Engine, Engine]:
    """Writer and reader of a PostgreSQL database."""
    writer = create_engine(
        url.set(drivername="postgresql+psycopg"), pool_size=8, max_overflow=8, pool_pre_ping=True, hide_parameters=True
    )
    # Repeatable read gives a reader one snapshot, as SQLite's WAL does.
    return writer, writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
