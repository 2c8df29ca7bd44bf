"""What every engine must do: snapshots, whole transactions, one order of exclusive writers, and errors of our own."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from store.backup import backup
from store.database import Database, take_ids
from store.errors import Conflict, StoreError

ADD = "INSERT INTO counter (name, value) VALUES (:name, 1)"


def run(session: Session, statement: str, **values: object) -> None:
    session.connection().execute(text(statement), values)


def names(db: Database) -> set[str]:
    with db.read() as session:
        return set(session.connection().execute(text("SELECT name FROM counter WHERE name != 'row'")).scalars())


def test_a_transaction_is_whole(db: Database) -> None:
    with db.write() as session:
        run(session, ADD, name="one")
    with suppress(LookupError), db.write() as session:
        run(session, ADD, name="two")
        raise LookupError
    assert names(db) == {"one"}


def test_a_broken_constraint_is_a_conflict_that_quotes_nothing(db: Database) -> None:
    with db.write() as session:
        run(session, ADD, name="hemmelig")
    with pytest.raises(Conflict) as caught, db.write() as session:
        run(session, ADD, name="hemmelig")
    assert "hemmelig" not in str(caught.value)
    assert names(db) == {"hemmelig"}


def test_engine_errors_are_ours(db: Database) -> None:
    with pytest.raises(StoreError) as caught, db.write() as session:
        run(session, "INSERT INTO nowhere VALUES (1)")
    assert not isinstance(caught.value, SQLAlchemyError)


def test_readers_cannot_write(db: Database) -> None:
    with pytest.raises(StoreError), db.read() as session:
        run(session, ADD, name="reader")
    assert names(db) == set()


def test_a_reader_keeps_its_snapshot(db: Database) -> None:
    with db.read() as session:
        count = text("SELECT count(*) FROM counter")
        before = session.connection().execute(count).scalar_one()
        with db.write() as writing:
            run(writing, ADD, name="late")
        assert session.connection().execute(count).scalar_one() == before
    assert names(db) == {"late"}


def test_ids_are_never_given_twice(db: Database) -> None:
    given: list[int] = []
    lock = threading.Lock()

    def work() -> None:
        for _ in range(5):
            with db.write(exclusive=True) as session:
                taken = list(take_ids(session, 3))
            with lock:
                given.extend(taken)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(given) == list(range(1, 61))


def test_read_then_write_in_many_threads_loses_nothing(db: Database) -> None:
    with db.write() as session:
        run(session, "INSERT INTO counter (name, value) VALUES ('sum', 0)")

    def work() -> None:
        for _ in range(10):
            with db.write(exclusive=True) as session:
                seen = session.connection().execute(text("SELECT value FROM counter WHERE name = 'sum'")).scalar_one()
                run(session, "UPDATE counter SET value = :value WHERE name = 'sum'", value=seen + 1)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with db.read() as session:
        assert session.connection().execute(text("SELECT value FROM counter WHERE name = 'sum'")).scalar_one() == 60


def test_the_audit_is_appended_only(db: Database) -> None:
    with db.write() as session:
        run(
            session,
            "INSERT INTO audit (at, person, action, target, outcome) VALUES ('2026-01-01', 'p', 'a', 't', 'done')",
        )
    for statement in ("UPDATE audit SET person = 'other'", "DELETE FROM audit"):
        with pytest.raises(StoreError), db.write() as session:
            run(session, statement)


def test_nothing_is_wrong_with_these_engines(db: Database) -> None:
    assert db.complaints() == ()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "store.db"


def test_a_missing_store_is_made_for_its_owner_alone(files: Path) -> None:
    Database.open(f"sqlite:///{files}").close()
    assert files.stat().st_mode & 0o077 == 0


def test_a_missing_store_is_not_made_unasked(files: Path) -> None:
    with pytest.raises(StoreError):
        Database.open(f"sqlite:///{files}", create=False)
    assert not files.exists()


@pytest.mark.parametrize("url", ["mysql://localhost/x", "nonsense", "sqlite://", "sqlite:///:memory:"])
def test_other_urls_are_refused(url: str) -> None:
    with pytest.raises(StoreError):
        Database.open(url)


def test_sqlite_keeps_what_is_committed(sqlite_db: Database) -> None:
    with sqlite_db.write() as session:
        driver = session.connection().connection.driver_connection
        assert driver is not None
        pragmas = [driver.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "foreign_keys")]
    assert pragmas == [2, 1]


def test_a_write_inside_a_write_is_a_fault(sqlite_db: Database) -> None:
    with sqlite_db.write(), pytest.raises(RuntimeError), sqlite_db.write():
        pass


def test_a_backup_has_what_only_the_wal_has(sqlite_db: Database, tmp_path: Path) -> None:
    with sqlite_db.write() as session:
        run(session, ADD, name="kept")
    copy = backup(sqlite_db, tmp_path / "copy.db")
    db = Database.open(f"sqlite:///{copy}", create=False)
    assert names(db) == {"kept"}
    db.close()
    with pytest.raises(StoreError):
        backup(sqlite_db, copy)
    assert sorted(path.name for path in tmp_path.glob("*part*")) == []


def test_readers_in_a_snapshot_see_the_same_store_and_write_nothing(db: Database) -> None:
    other = Database.open(db.url.render_as_string(hide_password=False))
    with db.snapshot():
        assert names(db) == set()
        with other.write() as session:
            run(session, ADD, name="meanwhile")
        assert names(db) == set()
        with pytest.raises(RuntimeError), db.write():
            pass
    assert names(db) == {"meanwhile"}
    with db.write() as session:
        run(session, ADD, name="after")
    assert names(db) == {"meanwhile", "after"}
    other.close()


def test_a_snapshot_is_of_its_own_thread(db: Database) -> None:
    with db.snapshot():
        names(db)
        writer = threading.Thread(target=lambda: db.small(lambda session: run(session, ADD, name="beside")))
        writer.start()
        writer.join()
        assert names(db) == set()
    assert names(db) == {"beside"}


def test_a_store_opened_for_reading_is_never_written(db: Database) -> None:
    reading = Database.open(db.url.render_as_string(hide_password=False), create=False, writable=False)
    assert names(reading) == set()
    with pytest.raises(RuntimeError), reading.write():
        pass
    with pytest.raises(RuntimeError):
        reading.small(lambda session: run(session, ADD, name="never"))
    reading.close()
    assert names(db) == set()
