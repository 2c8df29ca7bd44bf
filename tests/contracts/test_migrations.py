"""Migrations: all of the way or not at all, on both engines, and the schema is what the tables say."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlmodel import SQLModel

from store.database import Database
from store.errors import StoreError
from store.facts import facts
from store.migrations import VERSIONS, current, head, migrate
from store.records import Subject

STEP = """
from alembic import op
import sqlalchemy as sa

revision = "{revision}"
down_revision = "{before}"


def upgrade():
    op.add_column("body", sa.Column("colour", sa.String(), nullable=True))
    {then}
"""

READER = Subject("reader", True)
BEFORE = (
    "INSERT INTO shelf VALUES (3, 'open', 'open', NULL, NULL, 1, 0)",
    "INSERT INTO document (id, key, sha256, path, title, kind, edition, format, paged, default_access, access_seq, seq,"
    " access, state, stored_at, has_cpr, living, members, absent, warnings) VALUES (1, 'd1', 'x', 'a.pdf', 'Referat',"
    " 'minutes', 'unmarked', 'pdf', true, 'open', 1, 1, 'open', 'stored', '2026-01-01 00:00:00', false, false, '[]',"
    " '[]', '[]')",
    "INSERT INTO fact (id, key, document_id, position, kind, text, spans, has_cpr, access, shelf_id)"
    " VALUES (2, 'd1-1', 1, 1, 'decision', 'Godkendt.', '[]', false, 'open', 3)",
)
"""A store of the first schema with a document in it."""


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    folder = tmp_path / "versions"
    shutil.copytree(VERSIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def step(versions: Path, then: str) -> None:
    source = STEP.format(revision="9999", before=head(), then=then)
    (versions / "9999_colour.py").write_text(source, encoding="utf-8")
    shutil.rmtree(versions / "__pycache__", ignore_errors=True)


def columns(db: Database) -> set[str]:
    with db.read() as session:
        return {column["name"] for column in inspect(session.connection()).get_columns("body")}


def test_the_schema_is_what_the_tables_say(url: str) -> None:
    db = Database.open(url)
    assert current(db) is None
    assert migrate(db) == head() == current(db)
    with db.read() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        known = set(SQLModel.metadata.tables)
        differences = [
            difference
            for difference in compare_metadata(context, SQLModel.metadata)
            if not (difference[0] == "remove_table" and difference[1].name not in known)
        ]
    db.close()
    assert differences == []


def test_the_newest_step_is_told_by_the_names_of_the_files(versions: Path) -> None:
    step(versions, "pass")
    for folder, newest in ((VERSIONS, head()), (versions, "9999")):
        script = ScriptDirectory(str(VERSIONS.parent), version_locations=[str(folder)])
        assert script.get_current_head() == newest == head(folder)


def test_a_failing_step_leaves_nothing_and_a_retry_succeeds(url: str, versions: Path) -> None:
    db = Database.open(url)
    migrate(db, versions=versions)
    before = columns(db)
    step(versions, 'op.execute("UPDATE nowhere SET x = 1")')
    with pytest.raises(StoreError):
        migrate(db, versions=versions)
    assert (current(db), columns(db)) == (head(), before)
    step(versions, "pass")
    assert migrate(db, versions=versions) == "9999"
    assert columns(db) == before | {"colour"}
    db.close()


def test_a_crash_in_the_middle_leaves_nothing(url: str, versions: Path) -> None:
    db = Database.open(url)
    step(versions, "raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        migrate(db, versions=versions)
    assert current(db) is None
    with db.read() as session:
        assert inspect(session.connection()).get_table_names() == []
    step(versions, "pass")
    assert migrate(db, versions=versions) == "9999"
    db.close()


def test_two_processes_at_once_do_it_once(url: str) -> None:
    stores = [Database.open(url) for _ in range(2)]
    found: list[str] = []
    threads = [threading.Thread(target=lambda db=db: found.append(migrate(db))) for db in stores]  # type: ignore[misc]  # mypy cannot type a default of a lambda
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [head(), head()]
    for db in stores:
        db.close()


def test_a_store_of_a_newer_version_is_refused(url: str, versions: Path) -> None:
    db = Database.open(url)
    step(versions, "pass")
    migrate(db, versions=versions)
    with pytest.raises(StoreError, match="newer"):
        migrate(db)
    db.close()


def test_tables_of_another_program_are_left_alone(url: str) -> None:
    db = Database.open(url)
    with db.write() as session:
        session.connection().execute(text("CREATE TABLE document (id INTEGER)"))
    with pytest.raises(StoreError):
        migrate(db)
    db.close()


def test_a_copy_is_made_before_an_upgrade(sqlite_url: str, versions: Path, tmp_path: Path) -> None:
    db = Database.open(sqlite_url)
    migrate(db)
    assert list(tmp_path.glob("store.db.before-*")) == []
    with db.write() as session:
        session.connection().execute(text("INSERT INTO counter (name, value) VALUES ('kept', 7)"))
    step(versions, "pass")
    migrate(db, versions=versions)
    (copy,) = tmp_path.glob("store.db.before-9999-*")
    old = Database.open(f"sqlite:///{copy}", create=False)
    assert current(old) == head()
    with old.read() as session:
        assert session.connection().execute(text("SELECT value FROM counter WHERE name = 'kept'")).scalar_one() == 7
    old.close()
    db.close()


def test_rebuilding_a_table_keeps_the_rows_that_point_at_it(sqlite_db: Database, versions: Path) -> None:
    with sqlite_db.write() as session:
        connection = session.connection()
        connection.execute(text("INSERT INTO body VALUES (1, 'direktion', 'Direktionen', 'open')"))
        connection.execute(
            text(
                "INSERT INTO meeting (id, key, body_id, access, members, absent) VALUES (2, 'm', 1, 'open', '[]', '[]')"
            )
        )
    step(
        versions,
        'with op.batch_alter_table("body", recreate="always") as body: body.alter_column("name", nullable=True)',
    )
    migrate(sqlite_db, versions=versions)
    with sqlite_db.read() as session:
        assert session.connection().execute(text("SELECT body_id FROM meeting")).scalars().all() == [1]


def test_a_store_of_minutes_is_upgraded_with_all_that_is_in_it(url: str) -> None:
    db = Database.open(url)
    assert migrate(db, to="0001") == "0001"
    with db.write() as session:
        for statement in BEFORE:
            session.connection().execute(text(statement))
    assert migrate(db) == head()
    with db.read() as session:
        connection = session.connection()
        kept = connection.execute(text("SELECT f.text, f.restated, d.reading FROM fact f, document d")).all()
        added = [
            connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()
            for name in ("initiative", "initiative_list", "initiative_fact", "abbreviation")
        ]
    assert [tuple(row) for row in kept] == [("Godkendt.", False, 0)]
    assert added == [0, 0, 0, 0]
    with db.read() as session:
        assert [(fact.text, fact.initiative) for fact in facts(session, [2], READER).values()] == [("Godkendt.", None)]
    db.close()


def test_a_crash_in_the_middle_of_an_upgrade_leaves_the_store_as_it_was(url: str, versions: Path) -> None:
    db = Database.open(url)
    migrate(db, versions=versions, to="0001")
    with db.write() as session:
        for statement in BEFORE:
            session.connection().execute(text(statement))
    upgrade = versions / "0002_initiatives.py"
    sound = upgrade.read_text(encoding="utf-8")
    # After the first table, with columns added to tables that hold rows.
    upgrade.write_text(sound.replace("    _facts()\n", "    raise KeyboardInterrupt\n", 1), encoding="utf-8")
    shutil.rmtree(versions / "__pycache__", ignore_errors=True)
    with pytest.raises(KeyboardInterrupt):
        migrate(db, versions=versions)
    with db.read() as session:
        assert not inspect(session.connection()).has_table("initiative")
        assert "restated" not in {column["name"] for column in inspect(session.connection()).get_columns("fact")}
    assert current(db) == "0001"
    upgrade.write_text(sound, encoding="utf-8")
    shutil.rmtree(versions / "__pycache__", ignore_errors=True)
    assert migrate(db, versions=versions) == head()
    with db.read() as session:
        assert session.connection().execute(text("SELECT text FROM fact")).scalars().all() == ["Godkendt."]
    db.close()
