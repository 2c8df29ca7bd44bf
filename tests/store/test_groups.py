"""Small transactions that share a commit: whole or undone each by itself, in order, and none left behind."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from sqlalchemy import text
from sqlmodel import Session

from store.database import Database
from store.errors import Conflict
from store.groups import Groups


def put(db: Database, name: str) -> None:
    db.small(lambda session: session.connection().execute(text(f"INSERT INTO counter VALUES ('{name}', 1)")))


def names(db: Database) -> set[str]:
    with db.read() as session:
        rows = session.connection().execute(text("SELECT name FROM counter WHERE name LIKE 't%'"))
        return set(rows.scalars())


def test_a_failing_piece_leaves_the_others_of_its_group(db: Database) -> None:
    put(db, "t0")
    start = threading.Barrier(8)

    def one(number: int) -> bool:
        start.wait()
        try:
            put(db, "t0" if number % 2 else f"t{number + 1}")
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(one, range(8)))
    assert done == [number % 2 == 0 for number in range(8)]
    assert names(db) == {"t0", "t1", "t3", "t5", "t7"}


def test_what_comes_later_is_there_before_the_next_writing_and_after_closing(db: Database) -> None:
    def insert(name: str) -> None:
        db.later(lambda session: session.connection().execute(text(f"INSERT INTO counter VALUES ('{name}', 1)")))

    insert("t1")
    with db.write() as session:
        found = session.connection().execute(text("SELECT count(*) FROM counter WHERE name = 't1'")).scalar_one()
    assert found == 1
    insert("t1")
    insert("t2")
    db.close()
    assert names(db) == {"t1", "t2"}


def test_a_piece_inside_a_writing_transaction_is_refused(sqlite_db: Database) -> None:
    with sqlite_db.write(), pytest.raises(RuntimeError):
        put(sqlite_db, "t1")


def test_what_comes_later_rides_with_the_next_group_or_goes_alone_after_a_moment(db: Database) -> None:
    transactions: list[list[str]] = []

    @contextmanager
    def transaction() -> Iterator[Session]:
        transactions.append([])
        with db.write() as session:
            yield session

    def note(name: str) -> Callable[[Session], None]:
        return lambda _session: transactions[-1].append(name)

    groups, alone = Groups(transaction), threading.Event()
    groups.later(note("state"))
    groups.run(note("arrival"))
    groups.later(lambda _session: alone.set())
    assert alone.wait(10)
    groups.close()
    assert transactions == [["state", "arrival"], []]
