"""What an item may repeat: the same case, a like title, a like text; on its way or decided; as the asker may see it."""

from __future__ import annotations

from datetime import date

import pytest

from store.agenda.items import StoredAgenda
from store.agenda.records import Alike
from store.answers import StoredAnswers
from store.database import Database
from store.ingest.intake import Intake
from store.search.index import ShelfIndex
from tests.fakes.agenda import ANNA, BO, CILLE, DAN, House
from tests.fakes.library import NOW
from tests.fakes.minutes import Paper


@pytest.fixture
def house(db: Database) -> House:
    return House(db)


def told(found: tuple[Alike, ...]) -> list[tuple[str, bool]]:
    return [(one.title, one.same_case) for one in found]


def test_the_same_case_comes_before_a_like_title(house: House) -> None:
    mine = house.draft(CILLE, title="Nye åbningstider i Borgerservice", case_number="26/1044")
    house.submitted(BO, title="Åbningstider i borgerservice", case_number="26/77")
    house.submitted(BO, title="Bemanding af skranken", case_number=" 26 / 1044.")
    house.submitted(BO, title="Kantinens priser", case_number="26/5")
    assert told(house.agenda.alike(mine.id, CILLE)) == [
        ("Bemanding af skranken", True), ("Åbningstider i borgerservice", False),
    ]  # fmt: skip
    assert house.agenda.alike(mine.id, CILLE, 1)[0].same_case


def test_the_same_text_under_another_title_is_alike(house: House) -> None:
    text = "Borgerservice har åbent 28 timer om ugen, og flest borgere kommer torsdag sidst på dagen. " * 3
    mine = house.draft(CILLE, title="Åbningstider ændres", case_number="", description=text)
    house.submitted(BO, title="Torsdag bliver lang: åbningstider", case_number="", description=f"{text}Se bilag.")
    (found,) = house.agenda.alike(mine.id, CILLE)
    assert found.title == "Torsdag bliver lang: åbningstider"


def test_what_is_over_or_linked_or_not_theirs_is_no_hint(house: House) -> None:
    mine = house.draft(CILLE)
    house.act(house.submitted(BO), "withdraw", BO)
    assert house.agenda.alike(mine.id, CILLE) == ()
    other = house.ready(BO)
    assert [one.key for one in house.agenda.alike(mine.id, CILLE)] == [other.id]
    linked = house.agenda.save(mine.id, mine.version, {"links": (other.id,)}, CILLE)
    assert [one.linked for one in house.agenda.alike(linked.id, CILLE)] == [True]
    theirs = house.draft(ANNA)
    assert house.agenda.alike(theirs.id, ANNA) == ()
    copy = house.agenda.start(CILLE, "Cille", "da", "copy", copy_of=other.id)
    assert {one.key: one.linked for one in house.agenda.alike(copy.id, CILLE)}[other.id]


def test_what_was_decided_is_found_by_those_who_may_read_it(house: House) -> None:
    paper = Paper()
    items = [
        paper.item(7, "Åbningstider i Borgerservice", decision="Godkendt.", case="25/90", background="Nye tider."),
        paper.item(8, "Salg af Havnegade 4", decision="Forkastet.", case="25/91", access="closed"),
    ]
    Intake(house.db, ShelfIndex(), lambda: NOW).store_parsed([paper.minutes(items, on=date(2025, 9, 4))])
    agenda = StoredAgenda(house.db, house.clock, house.calendar, StoredAnswers(house.db))
    open_one = house.draft(ANNA, case_number="25/90")
    (found,) = agenda.alike(open_one.id, ANNA)
    assert (found.kind, found.title, found.day, found.same_case) == (
        "decided", "Åbningstider i Borgerservice", "2025-09-04", True,
    )  # fmt: skip
    closed_one = house.draft(DAN, title="Salg af Havnegade 4", case_number="25/91")
    assert [one.title for one in agenda.alike(closed_one.id, DAN)] == ["Salg af Havnegade 4"]
    theirs = house.draft(BO, title="Salg af Havnegade 4", case_number="25/91")
    assert agenda.alike(theirs.id, BO) == ()
    copied = agenda.start(ANNA, "Anna", "da", "copy", copy_of=found.key)
    assert (copied.title, copied.case_number, copied.body, copied.description) == (
        "Åbningstider i Borgerservice", "25/90", "Direktionen", "Nye tider.",
    )  # fmt: skip


def test_what_somebody_else_still_writes_is_no_hint_to_a_secretary_who_writes_too(house: House) -> None:
    mine = house.draft(CILLE, title="Nye åbningstider i Borgerservice", case_number="26/1044")
    house.draft(BO, title="Nye åbningstider i Borgerservice", case_number="26/1044")
    assert house.agenda.alike(mine.id, CILLE) == ()
