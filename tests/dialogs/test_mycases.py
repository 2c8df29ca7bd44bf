"""Everyone asks after their own items, and after how a body takes items in."""

from __future__ import annotations

from typing import Any

import pytest

from cards import verbs
from store.database import Database
from store.records import Lang
from tests.fakes.agenda import ANNA, BO, CILLE, DAN, EVA, ODA, House
from tests.fakes.desks import Office

BIKES: dict[str, Any] = {"title": "Nye tjenestecykler", "case_number": "26/77"}
PLAN: dict[str, Any] = {"title": "Ferieplan for skolerne", "case_number": "26/88"}


@pytest.fixture
def office(sqlite_db: Database) -> Office:
    return Office(House(sqlite_db))


def told(office: Office, text: str, lang: Lang = "da") -> str:
    office.lang = lang
    return office.talk(ANNA).says(text).text


@pytest.mark.parametrize("text", ["mine sager", "Vis mine punkter", "Hvilke sager har jeg undervejs?", "my items"])
def test_ones_own_items_newest_change_first(office: Office, text: str) -> None:
    office.house.draft(**BIKES)
    office.house.clock.forward(hours=1)
    office.house.submitted(**PLAN)
    office.house.submitted(ODA, title="Odas punkt", case_number="26/99")
    talk = office.talk(ANNA)
    talk.says(text)
    assert talk.titles() == ["Ferieplan for skolerne", "Nye tjenestecykler"]


def test_who_has_none_is_told_how_to_begin(office: Office) -> None:
    talk = office.talk(BO)
    assert talk.says("mine sager").text == "Du har ingen punkter undervejs."
    assert talk.last.message is not None
    assert [one.text for one in talk.last.message.suggestions] == ["Opret dagsordenspunkt"]


def test_each_state_says_what_comes_next_by_when_and_who(office: Office) -> None:
    house, asked = office.house, "hvor langt er min sag om tjenestecykler?"
    item = house.draft(**BIKES)
    assert "er en kladde, der ikke er indsendt" in told(office, asked)
    assert "Næste skridt: Du indsender det. Fristen er torsdag den 26. november 2026 kl. 12.00." in told(office, asked)
    item = house.act(item, "submit", ANNA)
    assert "er indsendt til Direktionen og venter på at blive godkendt." in told(office, asked)
    assert "Næste skridt: Cille Ærø godkender det eller sender det retur." in told(office, asked)
    item = house.act(item, "return", CILLE, comment="Økonomien mangler")
    assert "Cille Ærø skrev: »Økonomien mangler«" in told(office, asked)
    assert "Næste skridt: Du retter det og indsender det igen." in told(office, asked)
    item = house.act(house.act(item, "submit", ANNA), "approve", CILLE)
    assert "er godkendt til Direktionen torsdag den 3. december 2026" in told(office, asked)
    item = house.act(item, "place", CILLE)
    assert "er på dagsordenen for Direktionen torsdag den 3. december 2026" in told(office, asked)
    item = house.act(item, "postpone", CILLE)
    assert "er udsat, indtil der er valgt et nyt møde" in told(office, asked)
    assert "Næste skridt: Cille Ærø vælger et nyt møde." in told(office, asked)
    house.act(item, "withdraw", CILLE)
    assert "er trukket tilbage og bliver ikke behandlet." in told(office, asked)


def test_in_english(office: Office) -> None:
    office.house.submitted(**BIKES)
    answer = told(office, "how far is my case about tjenestecykler?", "en")
    assert "has been submitted to Direktionen and is waiting to be approved." in answer
    assert "Next: Cille Ærø approves it or sends it back." in answer


@pytest.mark.parametrize(
    "text",
    ["hvor er min sag henne?", "Hvad er status på min sag?", "er min sag godkendt?", "Hvornår kommer min sag på?",
     "what is the status of my item?", "has my item been approved?"],
)  # fmt: skip
def test_with_one_item_it_is_that_one(office: Office, text: str) -> None:
    office.house.submitted(**BIKES)
    assert "Nye tjenestecykler" in told(office, text)


def test_of_several_one_is_chosen(office: Office) -> None:
    office.house.submitted(**BIKES)
    office.house.submitted(**PLAN)
    talk = office.talk(ANNA)
    assert talk.says("hvor langt er min sag?").text.startswith("Hvilket af dem mener du?")
    talk.presses_titled("Ferieplan for skolerne")
    assert "Ferieplan" in talk.says("hvor langt er min sag?").text


def test_other_peoples_items_are_not_ones_own(office: Office) -> None:
    office.house.submitted(ODA, **BIKES)
    assert told(office, "hvor langt er min sag om tjenestecykler?").startswith("Jeg kan ikke finde et af dine punkter")


def test_the_course_of_an_item_is_for_those_who_take_part(office: Office) -> None:
    item = office.house.act(office.house.submitted(**BIKES), "return", CILLE, comment="Økonomien mangler")
    answer = told(office, "hvad er der sket med mit punkt?")
    for part in (
        "Du oprettede det",
        "Du har indsendt punktet",
        "Cille Ærø har sendt punktet retur",
        "»Økonomien",
    ):
        assert part in answer
    again = office.house.act(office.house.act(item, "submit", ANNA), "approve", CILLE)
    seen = office.talk(DAN).presses(verbs.CASE_HISTORY, {"item": again.id}).text
    assert "Økonomien mangler" not in seen


def test_taken_back_and_withdrawn_in_words(office: Office) -> None:
    item = office.house.submitted(**BIKES)
    told(office, "tag min sag tilbage")
    assert office.house.agenda.item(item.id, ANNA).state == "draft"
    again = office.house.agenda.item(item.id, ANNA)
    office.house.act(again, "submit", ANNA)
    talk = office.talk(ANNA)
    talk.says("træk min sag tilbage")
    assert office.house.agenda.item(item.id, ANNA).state == "submitted"
    talk.presses_titled("Træk det tilbage")
    assert office.house.agenda.item(item.id, ANNA).state == "withdrawn"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("kun medlemmer må indsende til direktionen", "members"),
        ("Only members may submit items to Direktionen", "members"),
        ("alle må indsende sager til direktionen", "everyone"),
        ("Everyone may submit items to Direktionen", "everyone"),
    ],
)
def test_a_secretary_says_who_may_submit(office: Office, text: str, by: str) -> None:
    office.talk(CILLE).says(text)
    assert office.house.agenda.practice("direktion", CILLE).submit_by == by


def test_how_much_a_meeting_has_room_for(office: Office) -> None:
    talk = office.talk(CILLE)
    talk.says("møderne i direktionen har plads til 2 timer")
    assert office.house.agenda.practice("direktion", CILLE).capacity == 120
    talk.presses_titled("Ret")
    assert "fra 1 til 1440" in talk.presses_titled("Gem", {"submit_by": "members", "room": "mange"}).text
    talk.presses_titled("Gem", {"submit_by": "members", "room": "90"})
    kept = office.house.agenda.practice("direktion", CILLE)
    assert (kept.submit_by, kept.capacity) == ("members", 90)
    talk.presses_titled("Ret")
    talk.presses_titled("Gem", {"submit_by": "everyone", "room": ""})
    assert office.house.agenda.practice("direktion", CILLE).capacity is None


def test_only_the_bodys_secretary_changes_it_and_everybody_may_ask(office: Office) -> None:
    for subject in (ANNA, EVA, DAN):
        talk = office.talk(subject)
        talk.says("kun medlemmer må indsende til direktionen")
        talk.presses(verbs.DESK_PRACTICE, {"body": "direktion", "set": True, "submit_by": "members"})
        assert office.house.agenda.practice("direktion", CILLE).submit_by == "everyone"
        assert "Alle ansatte kan indsende" in talk.says("hvem må indsende til direktionen?").text
        assert talk.titles() == []
