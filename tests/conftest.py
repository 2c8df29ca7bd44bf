"""Stores to test against: a SQLite file per test, and a PostgreSQL schema per test where a server is named."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url, text

from store.database import Database
from store.migrations import migrate

# A gate must say the same of the same tree: the search for new examples goes on at the desks.
settings.register_profile("gate", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("gate")

POSTGRES = "REFERENT_TEST_POSTGRES_URL"
REQUIRED = "REFERENT_REQUIRE_POSTGRES"


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty migrated SQLite store, to be copied."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    db = Database.open(f"sqlite:///{path}")
    migrate(db)
    db.close()
    return path


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Where a SQLite store may be made."""
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A PostgreSQL schema of the test's own. Skips, saying so, without a server; fails where one is required."""
    server = os.environ.get(POSTGRES)
    if not server:
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"{REQUIRED}=1, but {POSTGRES} names no server")
        pytest.skip(f"no PostgreSQL: set {POSTGRES} to run this test")
    schema = f"test_{uuid.uuid4().hex[:12]}"
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    try:
        own = url.update_query_dict({"options": f"-csearch_path={schema}"})
        yield own.render_as_string(hide_password=False)
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        engine.dispose()


@pytest.fixture
def sqlite_db(sqlite_url: str, tmp_path: Path, migrated_file: Path) -> Iterator[Database]:
    """A migrated, empty SQLite store."""
    shutil.copy(migrated_file, tmp_path / "store.db")
    db = Database.open(sqlite_url)
    yield db
    db.close()


@pytest.fixture
def postgres_db(postgres_url: str) -> Iterator[Database]:
    """A migrated, empty PostgreSQL store."""
    db = Database.open(postgres_url)
    migrate(db)
    yield db
    db.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest) -> str:
    """A place for a store, once per engine; nothing is there yet."""
    return str(request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url"))


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def db(request: pytest.FixtureRequest) -> Database:
    """A migrated, empty store, once per engine."""
    found = request.getfixturevalue("sqlite_db" if request.param == "sqlite" else "postgres_db")
    assert isinstance(found, Database)
    return found
