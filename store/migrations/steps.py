"""The steps of the schema as Alembic takes them: what only a store that is not yet at the present schema needs."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, inspect
from sqlmodel import SQLModel

from store import calendar_tables, followup_tables, outbox_tables, tables, watch_tables
from store.agenda import tables as agenda_tables
from store.backup import backup
from store.database import Database
from store.errors import StoreError
from store.minutes import tables as minutes_tables
from store.tables import Document

SCHEMA = (tables, outbox_tables, calendar_tables, watch_tables, agenda_tables, minutes_tables, followup_tables)
"""The modules that say what the schema is: importing them fills the metadata."""


def run(db: Database, versions: Path, to: str, before: str | None) -> str:
    """Bring the schema from revision `before` to `to` and return the revision reached. Raises StoreError."""
    script = _scripts(versions)
    target = _revision(script, to)
    if before == target:
        return target
    if before is not None:
        _known(script, before)
        if db.path is not None:
            moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
            backup(db, db.path.with_name(f"{db.path.name}.before-{target}-{moment}"))
    with db.migrating() as connection:
        _run(connection, script, target)
    return target


def _scripts(versions: Path) -> ScriptDirectory:
    return ScriptDirectory(str(Path(__file__).parent), version_locations=[str(versions)])


def _revision(script: ScriptDirectory, name: str) -> str:
    try:
        found = script.get_revision(name)
    except CommandError as error:
        raise StoreError(f"there is no schema revision {name}") from error
    return str(found.revision)


def _known(script: ScriptDirectory, revision: str) -> None:
    try:
        script.get_revision(revision)
    except CommandError as error:
        raise StoreError(f"the store was made by a newer version of the program (schema {revision})") from error


def _run(connection: Connection, script: ScriptDirectory, target: str) -> None:
    context = MigrationContext.configure(connection)
    reached = context.get_current_revision()
    if reached == target:
        return
    if reached is None and inspect(connection).has_table(str(Document.__tablename__)):
        raise StoreError("the database has tables of another program, or a store without a revision")

    def steps(revision: object, _context: MigrationContext) -> object:
        return script._upgrade_revs(target, revision)  # type: ignore[arg-type]  # what alembic's own `upgrade` calls

    environment = EnvironmentContext(Config(), script, fn=steps, destination_rev=target)
    with environment:
        environment.configure(
            connection=connection,
            target_metadata=SQLModel.metadata,
            transactional_ddl=True,
            render_as_batch=connection.dialect.name == "sqlite",
        )
        with environment.begin_transaction():
            environment.run_migrations()
