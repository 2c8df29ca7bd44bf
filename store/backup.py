"""A consistent copy of a SQLite store while it is being used."""

from __future__ import annotations

import os
from pathlib import Path

import pysqlite3.dbapi2 as sqlite

from store.database import Database
from store.errors import StoreError


def backup(db: Database, target: Path) -> Path:
    """Copy the store to `target`, whole or not at all, and return `target`; writers wait a few milliseconds.

    The copy is made under another name, checked, and then renamed. Raises StoreError when the store is not SQLite,
    the target exists, or the copy is not sound.
    """
    if db.path is None:
        raise StoreError("a PostgreSQL store is copied with pg_dump")
    if target.exists():
        raise StoreError(f"{target} exists already")
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _vacuum(db.path, partial)
        _check(partial)
        os.replace(partial, target)
    except OSError as error:
        raise StoreError(f"the copy {target} cannot be written: {error.strerror}") from error
    finally:
        partial.unlink(missing_ok=True)
    return target


def _vacuum(source: Path, target: Path) -> None:
    """VACUUM INTO takes one snapshot; copying the file itself would miss what is still in the WAL."""
    connection = sqlite.connect(str(source), isolation_level=None)
    try:
        connection.execute("PRAGMA busy_timeout=15000")
        connection.execute("VACUUM INTO ?", (str(target),))
    except sqlite.Error as error:
        raise StoreError(f"the store cannot be copied ({type(error).__name__})") from error
    finally:
        connection.close()


def _check(copy: Path) -> None:
    connection = sqlite.connect(str(copy), isolation_level=None)
    try:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()
    except sqlite.Error as error:
        raise StoreError(f"the copy cannot be read back ({type(error).__name__})") from error
    finally:
        connection.close()
    if verdict is None or verdict[0] != "ok":
        raise StoreError("the copy did not pass its integrity check")
