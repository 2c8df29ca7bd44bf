"""Prepared statements give what the same statements give by way of SQLAlchemy, for every type that is stored."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, select, update

from store.database import Database
from store.prepared import Prepared, insert_rows
from store.tables import ConversationState, PersonRow, table

STATE, PERSON = table(ConversationState), table(PersonRow)
NOW = datetime(2026, 11, 23, 9, 30, 15, 123456, tzinfo=UTC)
ROW = {"tenant": "t", "thread": "c", "flow": "ask", "step": "", "version": 1, "changed_at": NOW}
ROWS = [ROW | {"person": f"p{number}", "data": {"æ": [number, None]}} for number in range(5)]


@pytest.mark.parametrize("wanted", [[], ["p1"], ["p0", "p3", "p4"], [f"p{number}" for number in range(600)]])
def test_lists_of_any_length_find_the_same_rows(db: Database, wanted: list[str]) -> None:
    statement = select(STATE).where(STATE.c.person.in_(bindparam("ids", expanding=True))).order_by(STATE.c.person)
    with db.write() as session:
        insert_rows(session, STATE, ROWS)
    with db.read() as session:
        plain = session.connection().execute(statement, {"ids": wanted}).all()
        found = Prepared(statement, of="ids").rows(session, {"ids": wanted})
    assert [row._asdict() for row in found] == [row._asdict() for row in plain]


def test_a_change_says_how_many_rows_it_met(db: Database) -> None:
    change = Prepared(update(PERSON).where(PERSON.c.id == bindparam("who")), columns=("lang", "lang_fixed"))
    person = {"id": "p", "tenant": "t", "name": "P", "name_key": "p", "upn": None, "lang_fixed": False, "met_at": NOW}
    with db.write() as session:
        insert_rows(session, PERSON, [person])
        assert change.run(session, {"who": "p", "lang": "en", "lang_fixed": True}) == 1
        assert change.run(session, {"who": "q", "lang": "en", "lang_fixed": True}) == 0
    with db.read() as session:
        (row,) = Prepared(select(PERSON)).rows(session)
    assert (row.lang, row.lang_fixed, row.upn, row.met_at) == ("en", True, None, NOW)


def test_a_second_list_is_refused(sqlite_db: Database) -> None:
    statement = select(STATE).where(STATE.c.person.in_(bindparam("ids", expanding=True)), STATE.c.flow.in_(["a", "b"]))
    with sqlite_db.read() as session, pytest.raises(ValueError, match="one list"):
        Prepared(statement, of="ids").rows(session, {"ids": ["p1"]})
