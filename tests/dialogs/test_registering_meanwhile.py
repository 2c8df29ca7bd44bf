"""What happens around a draft while it is open: deadlines pass, meetings move, rights change, others are faster."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cards import verbs
from dialogs.turn import Message
from store.agenda.records import AgendaItem, Practice
from store.database import Database
from store.planedits import DayEdit, EditKind
from tests.fakes.agenda import ANNA, BO, CILLE, DAN, GUEST, House
from tests.fakes.desks import Desk, Office, titles
from tests.fakes.registering import held, press

BOARD = "m:direktion-2026-12-03"


@pytest.fixture
def office(sqlite_db: Database) -> Office:
    return Office(House(sqlite_db))


def opened(office: Office) -> Desk:
    """Anna's draft, ready to be submitted, at its last step."""
    anna = office.talk(ANNA)
    anna.says("opret dagsordenspunkt")
    press(anna, "Næste", place=BOARD, title="Nye skolebusser")
    press(anna, "Næste", description="Busserne er slidt ned.", finance="Ingen.")
    press(anna, "Næste", recommendations="at der købes to busser")
    press(anna, "Læs det igennem")
    return anna


def item(office: Office) -> AgendaItem:
    (found,) = office.house.agenda.mine(ANNA, alive=False)
    return found


def changed(office: Office, kind: EditKind, to: date | None = None) -> None:
    plan = office.house.calendar.plan("direktion", CILLE)
    office.house.calendar.change("direktion", DayEdit(kind, date(2026, 12, 3), to), plan.version, CILLE)


def test_the_deadline_passes_before_the_press(office: Office) -> None:
    anna = opened(office)
    office.house.clock.forward(days=6)
    asked = press(anna, "Indsend")
    assert "Fristen er overskredet." in asked.text
    assert item(office).state == "draft"
    receipt = press(anna, "Indsend", late_reason="Tilbuddet kom i går.")
    assert "Det kommer efter fristen" in receipt.text
    assert (item(office).state, item(office).late) == ("submitted", True)


def test_the_meeting_is_cancelled_before_the_press(office: Office) -> None:
    anna = opened(office)
    changed(office, "cancelled")
    told = press(anna, "Indsend")
    assert "Mødet den 3. december 2026 er aflyst. Vælg et andet." in told.text
    assert item(office).state == "draft"


def test_the_meeting_is_moved_before_the_press(office: Office) -> None:
    anna = opened(office)
    changed(office, "moved", date(2026, 12, 8))
    receipt = press(anna, "Indsend")
    assert "tirsdag den 8. december 2026" in receipt.text
    assert item(office).state == "submitted"


def test_only_members_may_submit_from_now_on(office: Office) -> None:
    anna = opened(office)
    office.house.agenda.set_practice(Practice("direktion", "members"), CILLE)
    told = press(anna, "Indsend")
    assert "Du kan ikke indsende punkter til det udvalg." in told.text
    assert (item(office).state, item(office).description) == ("draft", "Busserne er slidt ned.")


def test_the_author_is_kept_out(office: Office) -> None:
    anna = opened(office)
    receipt = press(anna, "Indsend")
    found = item(office)
    office.house.act(found, "exclude", CILLE, person="p-anna")
    told = press(anna, "Se det", receipt)
    assert told.text == "Det kan jeg ikke finde."
    assert "skolebusser" not in anna.says("mine sager").text
    assert "skolebusser" not in anna.says("hvor langt er min sag om skolebusser?").text.replace("»skolebusser«", "")


def test_the_language_changes_on_the_way(office: Office) -> None:
    anna = opened(office)
    anna.lang = "en"
    review = anna.says("show the draft")
    assert review.text.startswith("Agenda item, step 5 of 5")
    receipt = press(anna, "Submit")
    assert receipt.text.startswith("“Nye skolebusser” has been submitted.")


def test_a_draft_is_discarded_after_it_was_submitted(office: Office) -> None:
    anna = opened(office)
    asked = press(anna, "Annullér")
    found = item(office)
    office.house.act(found, "submit", ANNA)
    told = press(anna, "Slet kladden", asked)
    assert item(office).state == "submitted"
    assert "er indsendt" in told.text


def test_a_draft_that_was_deleted_elsewhere_is_gone(office: Office) -> None:
    anna = opened(office)
    found, old = item(office), anna.last.message
    office.house.agenda.discard(found.id, found.version, ANNA)
    assert press(anna, "Indsend", old).text == "Det kan jeg ikke finde."


@pytest.mark.parametrize("who", ["author", "colleague", "guest", "channel", "excluded"])
def test_nobody_else_approves(office: Office, who: str) -> None:
    found = office.house.submitted(access="closed", closed_reason="personal")
    if who == "excluded":
        found = office.house.act(found, "exclude", CILLE, person="p-cille")
    talk = {
        "author": lambda: office.talk(ANNA),
        "colleague": lambda: office.talk(BO),
        "guest": lambda: office.talk(replace(GUEST, person="p-dan")),
        "channel": lambda: office.talk(CILLE, "channel"),
        "excluded": lambda: office.talk(CILLE),
    }[who]()
    told: Message = talk.presses(verbs.DESK_APPROVE, {"item": found.id, "version": found.version})
    assert office.house.agenda.item(found.id, ANNA).state == "submitted"
    if who != "author":
        assert found.title not in told.text
    else:
        assert told.text.startswith("Det kan kun en sekretær for Direktionen gøre.")


def test_a_member_cannot_copy_what_is_not_the_bodys_yet(office: Office) -> None:
    found = office.house.submitted(access="closed", closed_reason="personal")
    dan = office.talk(DAN)
    assert dan.presses(verbs.CASE_NEW, {"copy": found.id}).text == "Det kan jeg ikke finde."
    assert titles(dan.last.message) == [] if dan.last.message else True


def test_a_link_to_an_item_that_was_closed_since_is_no_hint(office: Office) -> None:
    other = office.house.ready(by=BO, title="Nye skolebusser til Bakkerup")
    mine = office.house.draft(title="Nye skolebusser")
    anna = office.talk(ANNA)
    told = anna.presses(verbs.CASE_LINK, {"item": mine.id, "version": mine.version, "to": other.id})
    assert told.text == "Det kan jeg ikke finde."
    assert office.house.agenda.item(mine.id, ANNA).links == ()


def test_a_comment_of_ten_thousand_characters_is_given_back_to_be_shortened(office: Office) -> None:
    found = office.house.submitted()
    cille, long = office.talk(CILLE), "Skriv mere om busserne. " * 420
    told = cille.presses(verbs.DESK_RETURN, {"item": found.id, "version": found.version, "comment": long})
    assert "Teksten er på 10.079 tegn. Der er plads til 4.000." in told.text
    assert held(told)["comment"] == long.strip()
    assert office.house.agenda.item(found.id, CILLE).state == "submitted"


def test_nothing_is_approved_for_a_meeting_that_is_cancelled(office: Office) -> None:
    found = office.house.submitted()
    changed(office, "cancelled")
    cille = office.talk(CILLE)
    told = cille.presses(verbs.DESK_APPROVE, {"item": found.id, "version": found.version})
    assert told.text.startswith("Hvilket møde skal »Nye åbningstider i Borgerservice« flyttes til?")
    assert "Mødet den 3. december 2026 er aflyst." in told.text
    assert office.house.agenda.item(found.id, CILLE).state == "submitted"


@pytest.mark.parametrize("id", ["a\x00b", "\ud800", "x" * 5000])
def test_an_id_that_no_store_keeps_names_nothing(office: Office, id: str) -> None:
    anna = opened(office)
    for verb in (verbs.CASE_SHOW, verbs.CASE_RESUME, verbs.CASE_HISTORY, verbs.CASE_TEXT):
        assert anna.presses(verb, {"item": id, "part": "description"}).text == "Det kan jeg ikke finde."
