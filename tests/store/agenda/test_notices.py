"""Who is told of which step: once, in the transaction of the step, and never who took it or was kept out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.agenda.notices import CASE_KIND
from store.agenda.records import AgendaItem, NotPossible
from store.agenda.rows import ITEM
from store.database import Database
from store.grants import give
from store.people import PERSON
from store.records import Grant
from store.subscriptions import OCCURRENCE, SUBSCRIPTION
from tests.fakes.agenda import ANNA, BO, CILLE, DEC_17, ODA, TENANT, House
from tests.fakes.library import NOW


@pytest.fixture
def house(db: Database) -> House:
    return House(db)


def told(house: House, item: AgendaItem) -> list[tuple[str, str]]:
    """(person, action) of what was enqueued on an item, in order."""
    with house.db.read() as session:
        rows = session.connection().execute(OCCURRENCE.select().order_by(OCCURRENCE.c.id)).all()
    found = [row for row in rows if row.payload["item"] == item.id]
    for row in found:
        assert set(row.payload) == {"item", "version", "action"}
        assert row.slot == f"{item.id}:{row.payload['version']}"
        assert (row.audience, row.tenant, row.due_at) == ("personal", TENANT, NOW)
    return [(row.recipient, row.payload["action"]) for row in found]


def test_the_secretaries_hear_of_what_comes_and_the_author_of_what_becomes_of_it(house: House) -> None:
    with house.db.write() as session:
        give(session, "p-oda", Grant("secretary"), "settings", NOW)
    item = house.draft(presenter="Bo Lind")
    assert told(house, item) == []
    item = house.act(item, "submit", ANNA)
    item = house.act(item, "return", CILLE, comment="Ret.")
    item = house.agenda.save(item.id, item.version, {"title": "Rettet"}, ANNA)
    item = house.act(item, "submit", ANNA)
    item = house.act(item, "move", CILLE, meeting_key=DEC_17)
    item = house.act(item, "close", CILLE)
    item = house.act(item, "approve", CILLE)
    item = house.act(item, "place", CILLE)
    house.act(item, "withdraw", CILLE)
    assert told(house, item) == [
        ("p-cille", "submit"), ("p-oda", "submit"), ("p-anna", "return"), ("p-cille", "submit"), ("p-oda", "submit"),
        ("p-anna", "move"), ("p-anna", "close"), ("p-anna", "approve"), ("p-bo", "approve"), ("p-anna", "place"),
        ("p-anna", "withdraw"), ("p-oda", "withdraw"),
    ]  # fmt: skip


def test_taking_it_back_is_told_and_a_draft_that_goes_is_not(house: House) -> None:
    item = house.act(house.submitted(), "recall", ANNA)
    house.act(item, "withdraw", ANNA)
    assert told(house, item) == [("p-cille", "submit"), ("p-cille", "recall")]


def test_nobody_is_told_of_their_own_step_or_of_what_they_are_kept_out_of(house: House) -> None:
    own = house.act(house.act(house.draft(CILLE), "submit", CILLE), "approve", CILLE)
    assert told(house, own) == []
    item = house.act(house.submitted(presenter="Bo Lind"), "exclude", CILLE, person="p-bo")
    house.act(item, "approve", CILLE)
    assert told(house, item) == [("p-cille", "submit"), ("p-anna", "approve")]


def test_what_is_refused_is_not_told(house: House) -> None:
    item = house.draft()
    with pytest.raises(NotPossible):
        house.act(item, "approve", ANNA)
    assert told(house, item) == []


def test_each_is_told_in_their_own_language(house: House) -> None:
    with house.db.write() as session:
        session.connection().execute(PERSON.update().where(PERSON.c.id == "p-cille").values(lang="en"))
    item = house.agenda.start(replace(BO, grants=(Grant("member", "direktion"),)), "Bo Lind", "en", "turn")
    item = house.agenda.save(item.id, item.version, {"title": "New", "meeting_key": DEC_17}, BO)
    item = house.act(item, "submit", BO)
    house.act(item, "approve", CILLE)
    house.act(house.submitted(ODA), "return", CILLE, comment="Ret.")
    with house.db.read() as session:
        rows = session.connection().execute(SUBSCRIPTION.select().where(SUBSCRIPTION.c.kind == CASE_KIND)).all()
        tenants = session.connection().execute(ITEM.select()).all()
    assert {row.tenant for row in tenants} == {TENANT}
    assert {row.key: row.lang for row in rows} == {
        "case:t:p-cille": "en", "case:t:p-bo": "en", "case:t:p-oda": "da",
    }  # fmt: skip
