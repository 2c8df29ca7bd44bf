"""Brings a store to the present schema: all of the way or not at all, on both engines, one process at a time."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import inspect, text

from store.database import Database

VERSIONS = Path(__file__).parent / "versions"
_TABLE = "alembic_version"


def migrate(db: Database, *, versions: Path = VERSIONS, to: str = "head") -> str:
    """Bring the schema to revision `to` and return the revision reached; nothing happens when it is there already.

    All steps are one transaction: a crash or a failing step leaves the store as it was, and the next call starts
    afresh. A second process waits and then finds the work done. A SQLite store with anything in it is first copied
    beside itself (NAME.before-REVISION-TIME). Raises StoreError, also for a store made by a newer version.
    """
    before = current(db)
    if before is not None and before == (head(versions) if to == "head" else to):
        return before
    from store.migrations.steps import run  # nearly every start finds nothing to do, and Alembic takes long to load

    return run(db, versions, to, before)


def current(db: Database) -> str | None:
    """The revision the store is at, None for an empty one. Raises StoreError."""
    with db.read() as session:
        connection = session.connection()
        if not inspect(connection).has_table(_TABLE):
            return None
        revision = connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar()
        return None if revision is None else str(revision)


def head(versions: Path = VERSIONS) -> str:
    """The newest revision that this program knows: files are named by their revisions, which count up."""
    return max(path.stem.partition("_")[0] for path in versions.glob("[0-9]*_*.py"))
