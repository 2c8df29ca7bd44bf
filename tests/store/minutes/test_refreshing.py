"""What was published follows its items at once: a reader who asks afterwards finds what they may, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from store.agenda.records import AgendaItem
from store.conversations import Conversations
from store.database import Database
from store.minutes.records import Attendance, Decision
from store.records import Address
from store.shown import keep_shown, pending
from tests.fakes.agenda import ANNA, BO, CHANNEL, CILLE, DAN, DEC_3
from tests.fakes.secretaries import Chancery


@pytest.fixture
def house(sqlite_db: Database) -> Chancery:
    return Chancery(sqlite_db)


def fresh(house: Chancery, item: AgendaItem) -> AgendaItem:
    return house.agenda.item(item.id, CILLE)


def test_closed_after_publication_nobody_finds_it(house: Chancery) -> None:
    roof, path = house.case("Nyt tag på rådhuset"), house.case("Ny cykelsti")
    house.published(roof, path)
    assert "Nyt tag på rådhuset" in house.found("tag på rådhuset", ANNA)
    house.act(fresh(house, roof), "close", CILLE)
    for reader in (BO, CHANNEL):
        assert "Nyt tag på rådhuset" not in house.found("tag på rådhuset", reader)
        assert house.titles(reader) == [("2", "Ny cykelsti")]
    assert "Nyt tag på rådhuset" in house.found("tag på rådhuset", DAN)


def test_opened_after_publication_everybody_finds_it(house: Chancery) -> None:
    roof = house.case("Nyt tag på rådhuset", access="closed", closed_reason="contract")
    house.published(roof, house.case("Ny cykelsti"))
    assert "Nyt tag på rådhuset" not in house.found("tag på rådhuset", ANNA)
    house.act(fresh(house, roof), "open", CILLE)
    assert "Nyt tag på rådhuset" in house.found("tag på rådhuset", ANNA)
    assert house.titles(ANNA) == [("1", "Nyt tag på rådhuset"), ("2", "Ny cykelsti")]


def test_a_neutral_title_can_be_written_on_the_agenda_and_is_found(house: Chancery) -> None:
    case = house.case("Afsked af Ole Bjerre", access="closed", closed_reason="personal")
    house.published(case)
    now = fresh(house, case)
    named = house.agenda.save(now.id, now.version, {"neutral_title": "Personalesag i forvaltningen"}, CILLE)
    assert named.neutral_title == "Personalesag i forvaltningen"
    # Delivered twice it is one step.
    again = house.agenda.save(now.id, now.version, {"neutral_title": "Personalesag i forvaltningen"}, CILLE)
    assert again.version == named.version
    assert house.found("personalesag i forvaltningen", ANNA) == ["Personalesag i forvaltningen"]
    assert house.found("Ole Bjerre", ANNA) == []
    house.agenda.save(named.id, named.version, {"neutral_title": ""}, CILLE)
    assert house.found("personalesag i forvaltningen", ANNA) == []


def test_who_is_kept_out_and_let_in_again(house: Chancery) -> None:
    case = house.case("Afsked af Ole Bjerre", access="closed", closed_reason="personal")
    house.published(case)
    out = house.act(fresh(house, case), "exclude", CILLE, person="p-dan")
    assert house.found("Ole Bjerre", DAN) == []
    house.act(out, "include", CILLE, person="p-dan")
    assert house.found("Ole Bjerre", DAN) == ["Afsked af Ole Bjerre"]


def test_decisions_of_a_closed_item_go_with_it(house: Chancery) -> None:
    roof = house.case("Nyt tag på rådhuset")
    agenda = house.published(roof)
    house.minutes.attend(DEC_3, agenda.version, [Attendance("Louise Dam", "present")], CILLE)
    house.minutes.decide(DEC_3, roof.id, 0, Decision("approved", "Taget lægges af Tagmand Jensen."), CILLE)
    assert house.found("tag på rådhuset", ANNA) != []
    house.act(fresh(house, roof), "close", CILLE)
    assert house.found("tag på rådhuset", ANNA) == []


def test_a_post_that_showed_it_is_edited(house: Chancery) -> None:
    roof, path = house.case("Nyt tag på rådhuset"), house.case("Ny cykelsti")
    house.published(roof, path)
    at = datetime(2026, 11, 22, 9, tzinfo=UTC)
    channel = Address("t", "https://smba.example", "19:abc", "channel")
    Conversations(house.db).refresh(channel, at)
    with house.db.write() as session:
        keep_shown(session, channel, "post-1", [roof.id, path.id], [], "da", at)
        keep_shown(session, channel, "post-2", [path.id], [], "da", at)
    house.act(fresh(house, roof), "close", CILLE)
    with house.db.read() as session:
        assert [one.activity for one in pending(session, 10)] == ["post-1"]


def test_nothing_unpublished_becomes_findable(house: Chancery) -> None:
    roof, late = house.case("Nyt tag på rådhuset"), house.case("Hemmelig cykelsti")
    agenda = house.published(roof)
    opened = house.agendas.unlock(DEC_3, agenda.version, "Et punkt mangler.", CILLE)
    house.agendas.arrange(DEC_3, opened.version, [roof.id, late.id], CILLE)
    house.act(fresh(house, roof), "close", CILLE)
    assert house.found("hemmelig cykelsti", ANNA) == []
