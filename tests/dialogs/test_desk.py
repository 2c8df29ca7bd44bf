"""A secretary decides on agenda items, in words and by card: each thing once, and never behind somebody's back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cards import verbs
from store.agenda.records import AgendaItem
from store.database import Database
from store.errors import NotFound
from store.records import Grant
from tests.fakes.agenda import ANNA, BO, CHANNEL, CILLE, DAN, DEC_3, DEC_17, EVA, ODA, House
from tests.fakes.desks import Desk, Office

BIKES: dict[str, Any] = {"title": "Nye tjenestecykler", "case_number": "26/77", "description": "Cyklerne er slidt op."}
PLAN: dict[str, Any] = {"title": "Ferieplan for skolerne", "case_number": "26/88", "meeting_key": DEC_17}


@pytest.fixture
def office(sqlite_db: Database) -> Office:
    return Office(House(sqlite_db))


def late(office: Office, **more: Any) -> AgendaItem:
    """An item that was submitted a day after the deadline of its meeting."""
    office.house.clock.forward(days=6)
    return office.house.submitted(**{**BIKES, "late_reason": "Tilbuddet kom i går.", **more})


def now(office: Office, item: AgendaItem) -> AgendaItem:
    return office.house.agenda.item(item.id, CILLE)


@pytest.mark.parametrize(
    "asked",
    [
        "hvad venter på mig?",
        "hvad skal jeg tage stilling til?",
        "what is waiting for me?",
        "Which items await approval?",
    ],
)
def test_what_waits_by_deadline_then_order_of_submission(office: Office, asked: str) -> None:
    later = office.house.submitted(ODA, **PLAN)
    first = office.house.submitted(**BIKES)
    second = office.house.submitted(ODA, title="Ny telefonaftale", case_number="26/99")
    talk = office.talk(CILLE)
    talk.says(asked)
    assert talk.titles() == [first.title, second.title, later.title]


def test_what_waits_is_counted_by_body(office: Office) -> None:
    office.house.submitted(**BIKES)
    office.house.submitted(ODA, **PLAN)
    office.house.submitted(
        BO, body_key="byraad", meeting_key="byraad-2026-12-08", title="Budgettet", case_number="26/9"
    )
    both = replace(CILLE, grants=(*CILLE.grants, Grant("secretary", "byraad")))
    told = office.talk(both).says("hvad venter på mig?").text
    assert "Der venter 3 punkter på dig." in told
    assert "Direktionen: 2 punkter" in told
    assert "Byrådet: 1 punkt" in told
    assert "Der venter 1 punkt til Byrådet på dig." in office.talk(both).says("hvad venter på mig i Byrådet?").text
    assert "Budgettet" not in office.talk(CILLE).says("hvad venter på mig?").text


def test_nothing_waits_for_who_has_nothing(office: Office) -> None:
    office.house.submitted(**BIKES)
    assert office.talk(BO).says("hvad venter på mig?").text == "Der er ikke noget, der venter på dig."
    assert office.talk(EVA).says("hvad venter på mig?").text == "Der er ikke noget, der venter på dig."


def test_returned_items_wait_for_their_author(office: Office) -> None:
    office.house.act(office.house.submitted(**BIKES), "return", CILLE, comment="Økonomien mangler")
    told = office.talk(ANNA).says("hvad venter på mig?").text
    assert "1 af dine egne punkter venter på dig." in told
    assert "Nye tjenestecykler" in told


@pytest.mark.parametrize("asked", ["hvad venter på mig?", "mine sager", "hvor langt er min sag?", "godkend punktet"])
def test_shared_places_hear_of_no_desk(office: Office, asked: str) -> None:
    office.house.submitted(**BIKES)
    for subject in (CILLE, ANNA):
        talk = office.talk(subject, "channel")
        assert "tjenestecykler" not in talk.says(asked).text


def test_the_item_is_shown_as_members_will_see_it(office: Office) -> None:
    item = late(office, recommendations=("at der købes cykler", "at ordningen evalueres"))
    office.house.attached(now(office, item), CILLE, name="Tilbud.txt")
    talk = office.talk(CILLE)
    talk.says("hvad venter på mig?")
    told = talk.presses_titled("Nye tjenestecykler").text
    for part in (
        "Direktionen, torsdag den 3. december 2026", "26/77", "Cyklerne er slidt op.", "1. at der købes cykler",
        "2. at ordningen evalueres", "Anna Holm", "fristen var torsdag den 26. november 2026 kl. 12.00",
        "Tilbuddet kom i går.",
    ):  # fmt: skip
        assert part in told
    assert "Tilbud.txt" in str(talk.last.message.card if talk.last.message else "")
    assert talk.titles() == ["Godkend trods overskredet frist", "Send retur", "Rediger", "Flyt", "Adgang", "Vis forløb"]


def shown(office: Office, item: AgendaItem, subject: Any = CILLE) -> Desk:
    """A talk with the item on its last card."""
    talk = office.talk(subject)
    talk.presses(verbs.CASE_SHOW, {"item": item.id})
    return talk


def test_approve_by_button_once(office: Office) -> None:
    item = office.house.submitted(**BIKES)
    talk = shown(office, item)
    told = talk.presses_titled("Godkend").text
    assert "er godkendt til Direktionen torsdag den 3. december 2026" in told
    again = talk.presses(verbs.DESK_APPROVE, {"item": item.id, "version": item.version}).text
    assert again == told
    assert [one.action for one in office.house.agenda.history(item.id, CILLE)].count("approve") == 1


def test_in_words_what_is_late_is_asked_about_once_more(office: Office) -> None:
    item = late(office)
    talk = shown(office, item)
    asked = talk.says("godkend punktet").text
    assert "kom efter fristen" in asked
    assert now(office, item).state == "submitted"
    talk.presses_titled("Godkend trods overskredet frist")
    assert now(office, item).state == "ready"


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        ("send retur: mangler økonomi", "Mangler økonomi"),
        ("send punktet retur, fordi bilag 2, 3 og 4 er forkerte", "Fordi bilag 2, 3 og 4 er forkerte"),
        ("send det tilbage med kommentaren: skriv en vurdering", "Skriv en vurdering"),
        ("return it: finance is missing", "Finance is missing"),
        ("send it back to the author: finance is missing", "Finance is missing"),
    ],
)  # fmt: skip
def test_return_in_words_with_the_comment(office: Office, text: str, comment: str) -> None:
    item = office.house.submitted(**BIKES)
    shown(office, item).says(text)
    found = now(office, item)
    assert (found.state, found.last.comment if found.last else "") == ("returned", comment)


def test_nothing_goes_back_without_a_comment(office: Office) -> None:
    item = office.house.submitted(**BIKES)
    talk = shown(office, item)
    talk.says("send retur")
    assert "Hvad skal rettes" in talk.presses_titled("Send retur", {"comment": "  "}).text
    assert now(office, item).state == "submitted"
    told = talk.presses_titled("Send retur", {"comment": "Skriv, hvad det koster"}).text
    assert "»Skriv, hvad det koster«" in told
    assert "er sendt retur til Anna Holm" in told


@pytest.mark.parametrize(
    "text", ["flyt punktet til den 17. december", "flyt punktet til næste møde", "move the item to 17 December"]
)
def test_move_in_words(office: Office, text: str) -> None:
    item = office.house.submitted(**BIKES)
    shown(office, item).says(text)
    assert now(office, item).meeting_key == DEC_17


def test_move_by_choice_and_to_no_meeting(office: Office) -> None:
    item = office.house.submitted(**BIKES)
    talk = shown(office, item)
    assert "intet møde" in talk.says("flyt punktet til den 4. december").text
    assert now(office, item).meeting_key == DEC_3
    assert "kan ikke vælges" in talk.presses_titled("Flyt", {"meeting": "byraad-2026-12-08"}).text
    talk.presses_titled("Flyt", {"meeting": DEC_17})
    assert now(office, item).meeting_key == DEC_17


def test_closing_needs_a_reason_and_opening_none(office: Office) -> None:
    item = office.house.submitted(**BIKES)
    talk = shown(office, item)
    talk.says("luk punktet")
    assert now(office, item).access == "open"
    talk.presses_titled("Luk punktet", {"reason": "other", "note": ""})
    assert now(office, item).access == "open"
    talk.presses_titled("Luk punktet", {"reason": "other", "note": "Uafklaret retssag"})
    found = now(office, item)
    assert (found.access, found.closed_reason, found.closed_note) == ("closed", "other", "Uafklaret retssag")
    talk.says("åbn punktet")
    assert now(office, item).access == "open"


def test_a_person_is_kept_out_and_let_in_again(office: Office) -> None:
    item = office.house.submitted(**BIKES, access="closed", closed_reason="personal")
    talk = shown(office, item)
    talk.presses_titled("Adgang")
    assert "Bo Lind kan ikke længere se" in talk.presses_titled("Hold ude", {"person": "Bo Lind"}).text
    assert now(office, item).excluded == {"p-bo"}
    talk.presses_titled("Vis punktet")
    talk.presses_titled("Adgang")
    talk.presses_titled("Lad Bo Lind se det igen")
    assert now(office, item).excluded == frozenset()
    talk.says("udeluk Dan fra punktet")
    assert now(office, item).excluded == {"p-dan"}
    with pytest.raises(NotFound):
        office.house.agenda.item(item.id, DAN)


def test_who_was_faster_is_told_and_nothing_is_done(office: Office) -> None:
    item = office.house.submitted(**BIKES)
    talk = shown(office, item)
    office.house.act(item, "recall", ANNA)
    told = talk.presses_titled("Godkend").text
    assert "Der er ikke gjort noget" in told or "Det kan ikke lade sig gøre nu" in told
    assert "Anna Holm" in told
    assert now(office, item).state == "draft"


def test_words_on_what_was_changed_meanwhile_do_nothing(office: Office) -> None:
    item = office.house.submitted(**BIKES)
    talk = shown(office, item)
    other = replace(EVA, grants=(Grant("secretary", "direktion"),))
    office.house.act(item, "move", other, meeting_key=DEC_17)
    told = talk.says("godkend punktet").text
    assert "Der er ikke gjort noget, for punktet var ændret" in told
    assert "Eva Sand" in told
    assert now(office, item).state == "submitted"


@pytest.mark.parametrize("data", [{"item": "nobody", "version": 1}, {"item": "", "version": "1"}, {}, {"item": 3}])
@pytest.mark.parametrize("verb", [verbs.DESK_APPROVE, verbs.DESK_RETURN, verbs.DESK_ACCESS, verbs.CASE_SHOW])
def test_what_does_not_exist_is_politely_not_found(office: Office, verb: str, data: dict[str, Any]) -> None:
    assert office.talk(CILLE).presses(verb, data).text.startswith("Det kan jeg ikke finde.")


def test_other_peoples_drafts_and_items_do_not_exist(office: Office) -> None:
    item = office.house.submitted(**BIKES)
    for subject in (BO, EVA, DAN):
        for verb in (verbs.DESK_APPROVE, verbs.DESK_RETURN, verbs.CASE_SHOW, verbs.CASE_HISTORY):
            told = office.talk(subject).presses(verb, {"item": item.id, "version": item.version, "comment": "x"}).text
            assert told.startswith("Det kan jeg ikke finde.")
    assert now(office, item).version == item.version


def test_an_author_cannot_approve(office: Office) -> None:
    item = office.house.submitted(**BIKES)
    told = shown(office, item, ANNA).presses(verbs.DESK_APPROVE, {"item": item.id, "version": item.version}).text
    assert "Det kan kun en sekretær for Direktionen gøre." in told
    assert now(office, item).state == "submitted"


def test_a_command_without_an_item_asks_which(office: Office) -> None:
    assert "Hvilket punkt mener du?" in office.talk(CILLE).says("godkend punktet").text


def test_an_item_is_meant_by_its_title(office: Office) -> None:
    bikes, plan = office.house.submitted(**BIKES), office.house.submitted(ODA, **PLAN)
    office.talk(CILLE).says("godkend punktet om ferieplan")
    assert (now(office, bikes).state, now(office, plan).state) == ("submitted", "ready")


def test_long_lists_go_on(office: Office) -> None:
    for number in range(11):
        office.house.submitted(title=f"Punkt {chr(65 + number)}", case_number=f"26/1{number:02d}")
    talk = office.talk(CILLE)
    talk.says("hvad venter på mig?")
    assert talk.titles()[-1] == "Vis flere"
    talk.presses_titled("Vis flere")
    assert talk.titles() == ["Punkt I", "Punkt J", "Punkt K"]


def test_a_channel_sees_what_is_published_only(office: Office) -> None:
    ready = office.house.ready(**BIKES)
    office.house.ready(ODA, **{**PLAN, "meeting_key": DEC_3}, access="closed", closed_reason="contract")
    asked = "kommende sager til Direktionen"
    assert "tjenestecykler" in office.talk(DAN).says(asked).text
    assert "Ferieplan" in office.talk(DAN).says(asked).text
    for scope in ("channel", "group"):
        told = office.talk(CILLE, scope).says(asked).text  # type: ignore[arg-type]  # both are audiences
        assert "tjenestecykler" not in told
        assert "Ferieplan" not in told
    assert "tjenestecykler" not in office.talk(BO).says(asked).text
    assert office.house.agenda.found(CHANNEL, body="direktion") == ()
    assert ready.meeting is not None
    assert ready.meeting.day == date(2026, 12, 3)


def test_a_secretary_edits_what_was_submitted(office: Office) -> None:
    item = office.house.submitted(**BIKES)
    talk = shown(office, item)
    talk.presses_titled("Rediger")
    assert talk.titles()[0] == "Gem og se punktet"
    assert "Indsend" not in talk.titles()
    told = talk.presses_titled("Gem og se punktet", {"title": "Tjenestecykler til alle"}).text
    assert "Ændringerne er gemt." in told
    found = now(office, item)
    assert (found.title, found.state, found.last.person if found.last else "") == (
        "Tjenestecykler til alle", "submitted", "p-cille",
    )  # fmt: skip
