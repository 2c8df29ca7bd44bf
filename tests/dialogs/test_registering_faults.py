"""What once went wrong while agenda items were registered, over a real store: each test is named by it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from bot.world import World
from dialogs.turn import FileOffer
from store.agenda.records import AgendaItem
from store.records import Subject
from tests.fakes.registering import CILLE, furnished, press, speaking, titles
from tests.fakes.talk import Talk

BOARD = "m:direktion-2026-12-03"
_NUMBERS = count(1)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    found = furnished(tmp_path_factory.mktemp("faults") / "store.db")
    yield found
    found.close()


@pytest.fixture
def talk(world: World) -> Talk:
    return speaking(world, f"00000000-0000-0000-0002-{next(_NUMBERS):012d}")


def subject(talk: Talk, world: World) -> Subject:
    return Subject(talk.person.id, True, "personal", world.grants(talk.person.id), world.tenant)


def mine(talk: Talk, world: World, title: str) -> AgendaItem:
    found = world.ports.agenda.mine(subject(talk, world), alive=False)
    return next(item for item in found if item.title == title)


def draft(talk: Talk, title: str) -> None:
    talk.says("opret dagsordenspunkt")
    if "Nyt dagsordenspunkt" in titles(talk.last.message):  # type: ignore[arg-type]  # there is an answer
        press(talk, "Nyt dagsordenspunkt")
    press(talk, "Næste", place=BOARD, title=title)


def test_what_was_typed_on_a_card_from_before_the_item_was_submitted_was_lost(world: World, talk: Talk) -> None:
    draft(talk, "Ny svømmehal")
    old = talk.last.message
    talk.says("indsend")
    told = press(talk, "Næste", old, description="Hallen er slidt ned.", finance="Ingen.")
    assert "»Ny svømmehal« er indsendt" in told.text
    assert "Sagsbeskrivelse: Hallen er slidt ned." in told.text
    assert "Økonomiske konsekvenser: Ingen." in told.text
    assert mine(talk, world, "Ny svømmehal").description == ""


def test_a_card_from_before_the_approval_offered_to_save(world: World, talk: Talk) -> None:
    draft(talk, "Nyt tag")
    old = talk.last.message
    talk.says("indsend")
    item, secretary = mine(talk, world, "Nyt tag"), Subject(CILLE, True, "personal", world.grants(CILLE), world.tenant)
    world.ports.agenda.act(item.id, item.version, "approve", secretary)
    told = press(talk, "Næste", old, description="Taget er utæt.")
    assert titles(told) == ["Se det"]
    assert "Sagsbeskrivelse: Taget er utæt." in told.text


def test_what_was_said_before_the_draft_was_chosen_was_lost(world: World, talk: Talk) -> None:
    draft(talk, "Nye cykler")
    draft(talk, "Nye vinduer")
    press(talk, "Gem og fortsæt senere")
    assert talk.says("baggrund: Vinduerne er utætte.").text.startswith("Hvilken af dine kladder mener du?")
    press(talk, "Nye vinduer")
    assert mine(talk, world, "Nye vinduer").description == "Vinduerne er utætte."
    assert mine(talk, world, "Nye cykler").description == ""


def test_files_sent_before_the_draft_was_chosen_were_lost(world: World, talk: Talk) -> None:
    draft(talk, "Ny skole")
    draft(talk, "Ny bro")
    press(talk, "Gem og fortsæt senere")
    files = [FileOffer(f"notat {number}.txt", f"Et notat {number}".encode()) for number in range(25)]
    assert talk.drops(*files).text.startswith("Hvilken af dine kladder mener du?")
    press(talk, "Ny bro")
    assert len(mine(talk, world, "Ny bro").files) == 25
    assert mine(talk, world, "Ny skole").files == ()


def test_what_could_not_be_submitted_was_offered_to_be_submitted(talk: Talk) -> None:
    talk.says("opret dagsordenspunkt")
    press(talk, "Næste", title="Uden møde")
    shown = talk.says("vis kladden")
    assert "Indsend" not in titles(shown)
    assert "indsend" not in [one.send.casefold() for one in shown.suggestions]


def test_two_buttons_of_one_card_began_an_item(talk: Talk) -> None:
    draft(talk, "Ny havn")
    shown = talk.says("mine kladder") if len(titles(press(talk, "Gem og fortsæt senere"))) > 9 else talk.says("indsend")
    new = [name for name in titles(shown) if name == "Nyt dagsordenspunkt"]
    assert len(new) + len([one for one in shown.suggestions if one.send == "Opret dagsordenspunkt"]) <= 1


def test_a_secretary_could_not_have_what_waits_shown_by_its_title(world: World, talk: Talk) -> None:
    draft(talk, "Mursten til brandgavlen")
    talk.says("indsend")
    shown = speaking(world, CILLE).says("vis punktet om mursten til brandgavlen")
    assert "Mursten til brandgavlen" in shown.text
    assert "Godkend" in titles(shown)


def test_an_item_that_was_shown_could_not_be_copied(world: World, talk: Talk) -> None:
    draft(talk, "Nye broer")
    press(talk, "Næste", description="Broerne ruster.")
    talk.says("indsend")
    press(talk, "Se det")
    press(talk, "Kopiér til et nyt punkt")
    copies = [one for one in world.ports.agenda.mine(subject(talk, world)) if one.title == "Nye broer"]
    assert sorted((one.state, one.description) for one in copies) == [
        ("draft", "Broerne ruster."),
        ("submitted", "Broerne ruster."),
    ]


def test_who_was_kept_out_stood_in_the_history_as_a_change_of_the_item(world: World, talk: Talk) -> None:
    draft(talk, "Lukning af en vej")
    talk.says("indsend")
    item, secretary = mine(talk, world, "Lukning af en vej"), speaking(world, CILLE)
    rights = Subject(CILLE, True, "personal", world.grants(CILLE), world.tenant)
    out = "00000000-0000-0000-0000-0000000000a1"
    item = world.ports.agenda.act(item.id, item.version, "exclude", rights, person=out)
    world.ports.agenda.act(item.id, item.version, "include", rights, person=out)
    told = secretary.presses("case.history", {"item": item.id}).text
    assert "har holdt en person ude af punktet" in told
    assert "har ladet en person se punktet igen" in told
