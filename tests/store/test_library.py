"""What readers keep of the library: dropped when any process changes it, and never taken from a change under way."""

from __future__ import annotations

from collections.abc import Iterator

from sqlmodel import Session

from store.database import Database
from store.library import kept


def told(db: Database, numbers: Iterator[int]) -> int:
    with db.read() as session:
        return kept(session, "number", lambda _session: next(numbers))


def test_a_thing_is_made_once_until_the_library_changes(db: Database) -> None:
    numbers = iter(range(10))
    assert [told(db, numbers), told(db, numbers)] == [0, 0]
    with db.write():
        pass
    assert told(db, numbers) == 0
    other = Database.open(db.url.render_as_string(hide_password=False))
    with other.write(exclusive=True):
        assert told(db, numbers) == 0
    other.close()
    assert [told(db, numbers), told(db, numbers)] == [1, 1]


def test_an_older_snapshot_puts_nothing_back(db: Database) -> None:
    with db.read() as old:
        assert kept(old, "number", lambda _session: "old") == "old"
        with db.write(exclusive=True):
            pass
        assert told(db, iter([7])) == 7
        assert kept(old, "number", lambda _session: "again") == "again"
    assert told(db, iter([8])) == 7


def test_a_writing_session_keeps_nothing(db: Database) -> None:
    def make(session: Session) -> int:
        return 1

    with db.write() as session:
        assert kept(session, "number", make) == 1
    assert told(db, iter([2])) == 2
