"""Small transactions that share a commit: whole or undone each by itself, in order, and none left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from sqlalchemy import text
from sqlmodel import Session

import store.groups
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


@pytest.mark.parametrize(("moment", "expected"), [(60.0, [["state", "arrival"]]), (0.0, [["state"], ["arrival"]])])
def test_what_comes_later_rides_with_the_next_group_or_goes_alone_after_a_moment(
    db: Database, monkeypatch: pytest.MonkeyPatch, moment: float, expected: list[list[str]]
) -> None:
    monkeypatch.setattr(store.groups, "MOMENT", moment)
    transactions: list[list[str]] = []
    alone = threading.Event()

    @contextmanager
    def transaction() -> Iterator[Session]:
        transactions.append([])
        with db.write() as session:
            yield session
        alone.set()

    groups = Groups(transaction)
    groups.later(lambda _session: transactions[-1].append("state"))
    if moment == 0:
        assert alone.wait(10)
    groups.run(lambda _session: transactions[-1].append("arrival"))
    groups.close()
    assert transactions == expected
