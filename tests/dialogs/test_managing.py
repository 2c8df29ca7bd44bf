"""Secretaries, files, administrators: done once after a question, and unknown to everybody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cards import phrases as p
from cards import verbs
from cards.texts import texts
from dialogs.turn import FileOffer
from dialogs.uploads import KEPT_FOR, HeldUploads
from store.records import Audience, Grant, Person
from tests.fakes import matters as m
from tests.fakes.ports import World
from tests.fakes.talk import Talk, buttons

DA = texts("da")
COMMANDS = (
    "luk punkt 72",
    "gør punkt 72 lukket",
    "fjern dokumentet Strategiplan 2013",
    "vis dokumenter",
    "udeluk Bo fra punkt 72",
    "neutral titel for punkt 71: Personalesag",
    "offentlig beslutning for punkt 71: Notatet skrives om",
    "giv Bo rollen sekretær",
    "fjern rettigheder fra Bo",
    "vis rettigheder",
    "hvilke spørgsmål blev ikke besvaret?",
    "vis ukendte ord",
    "tilføj ordet spildevand = wastewater",
)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("person", "scope"),
    [(m.READER, "personal"), (m.MEMBER, "personal"), (m.SECRETARY, "channel"), (m.ADMINISTRATOR, "group")],
)
def test_commands_are_unknown_to_those_without_the_right(command: str, person: Person, scope: Audience) -> None:
    talk = Talk(person, scope)
    before = (dict(talk.world.items), dict(talk.world.people), list(talk.world.terms))
    message = talk.says(command)
    assert message.text.startswith(DA.say(p.NOT_HERE))
    assert (dict(talk.world.items), dict(talk.world.people), list(talk.world.terms)) == before


@pytest.mark.parametrize(
    "verb",
    sorted(
        verbs.ALL
        - {verbs.CANCEL, verbs.MORE, verbs.ITEM, verbs.ATTACHMENTS, verbs.COURSE, verbs.RELATED, verbs.CHOOSE}
        # What everybody may ask for with nothing named: the lists of what there is.
        - {verbs.DUE, verbs.INITIATIVES, verbs.WATCHES, verbs.CASES_MINE, verbs.DESK, verbs.DIGESTS, verbs.DIGEST_FORM}
        # A form without anything in it is asked for again.
        - {verbs.DIGEST_SAVE}
        # Following what one may see is everybody's, and so is following up on it.
        - {verbs.WATCH_ITEM, verbs.FOLLOWUP_NEW}
    ),
)
def test_buttons_of_others_do_nothing(verb: str) -> None:
    talk = Talk(m.READER)
    data = {
        "item": "i72",
        "document": "d1",
        "person": "p-reader",
        "role": "administrator",
        "body": "*",
        "do": verbs.CLOSE_ITEM,
        "upload": "x",
        "layer": "decision",
        "text": "x",
    }
    assert talk.presses(verb, data).text == DA.say(p.GONE)
    assert talk.world.items["i72"] == m.PROCEEDS
    assert talk.world.people["p-reader"] == m.READER


def test_an_item_is_closed_after_one_question() -> None:
    talk = Talk(m.SECRETARY)
    asked = talk.says("luk punkt 72")
    assert asked.text.startswith("Skal punkt 72 lukkes?")
    assert not talk.world.items["i72"].closed
    done = talk.presses_titled("Luk punktet")
    assert (done.text.splitlines()[0], done.replaces) == ("Punkt 72 er nu lukket.", "card-1")
    assert talk.world.items["i72"].closed
    assert Talk(m.READER, world=talk.world).says("punkt 72").text.startswith("Jeg fandt ikke punkt 72.")
    talk.says("åbn punkt 72")
    assert talk.presses_titled("Åbn punktet").text.splitlines()[0] == "Punkt 72 er nu åbent."
    assert not talk.world.items["i72"].closed


def test_a_question_may_be_answered_with_no() -> None:
    talk = Talk(m.SECRETARY)
    talk.says("luk punkt 72")
    cancelled = talk.presses_titled("Fortryd")
    assert (cancelled.text, cancelled.replaces) == (DA.say(p.CANCELLED), "card-1")
    assert not talk.world.items["i72"].closed


def test_of_several_items_one_is_picked_first() -> None:
    world = World()
    other = replace(m.FREE_TOWN, key="i72x", number="72", meeting=replace(m.HELD, key="m9", date=m.date(2014, 1, 2)))
    world.items["i72x"] = other
    talk = Talk(m.SECRETARY, world=world)
    message = talk.says("luk punkt 72")
    assert message.text.startswith(DA.say(p.WHICH_ITEM))
    talk.presses(verbs.CONFIRM, dict(buttons(message.card)[1]["data"]))
    talk.presses_titled("Luk punktet")
    assert (world.items["i72x"].closed, world.items["i72"].closed) == (True, False)
    assert talk.says("luk punkt 72 fra den 22. oktober 2015").text.startswith("Skal punkt 72 lukkes?")


def test_an_unknown_item_is_said_to_be_unknown() -> None:
    assert Talk(m.SECRETARY).says("luk punkt 999").text == DA.say(p.GONE)
    assert Talk(m.SECRETARY).says("luk punkt 41").text == DA.say(p.GONE)


def test_a_person_is_excluded_and_let_in_again() -> None:
    talk = Talk(m.SECRETARY)
    assert talk.says("udeluk Bo fra punkt 71").text.startswith("Skal Bo Sørensen udelukkes fra punkt 71?")
    assert talk.presses_titled("Udeluk").text.splitlines()[0] == "Bo Sørensen er nu udelukket fra punkt 71."
    assert Talk(m.MEMBER, world=talk.world).says("punkt 71").text.startswith("Jeg fandt ikke punkt 71.")
    talk.says("inkluder Bo i punkt 71")
    talk.presses_titled("Giv adgang igen")
    assert talk.world.excluded == {"i71": set()}


def test_layers_of_a_closed_item_are_opened_and_shut() -> None:
    talk = Talk(m.SECRETARY)
    asked = talk.says("neutral titel for punkt 71: Sag om »personale«, 2. del")
    assert "Sag om »personale«, 2. del" in asked.text
    assert talk.presses_titled("Vis for alle").text == DA.say(p.LAYER_SET)
    talk.says("offentlig beslutning for punkt 71: Notatet skrives om.")
    talk.presses_titled("Vis for alle")
    talk.says("fjern neutral titel for punkt 71")
    talk.presses_titled("Skjul")
    assert talk.world.layers == {("i71", "existence"): None, ("i71", "decision"): "Notatet skrives om."}


def test_documents_are_listed_closed_and_removed() -> None:
    talk = Talk(m.SECRETARY)
    listed = talk.says("vis dokumenter")
    assert listed.text.splitlines()[0] == "Der er gemt 2 dokumenter."
    talk.presses(verbs.DOCUMENT, {"document": "d1"})
    talk.presses_titled("Luk dokumentet")
    assert (
        talk.presses_titled("Luk dokumentet").text.splitlines()[0]
        == "Dokumentet »Referat fra Direktionen 22. oktober 2015« er nu lukket."
    )
    assert talk.world.documents["d1"].access == "closed"
    assert talk.says("fjern dokumentet Strategiplan 2013").text.startswith(
        "Skal dokumentet »Strategiplan 2013« fjernes?"
    )
    talk.presses_titled("Fjern dokumentet")
    assert talk.world.documents["d5"].state == "removed"
    assert talk.presses(verbs.REMOVE_DOCUMENT, {"document": "d5"}).text == DA.say(p.GONE)


def test_a_dropped_file_is_shown_before_it_is_stored() -> None:
    talk = Talk(m.SECRETARY)
    shown = talk.drops(FileOffer("referat.pdf", b"12345"))
    assert shown.text.startswith("»referat.pdf« er læst, men ikke gemt endnu.")
    assert talk.world.stored == []
    chosen = next(node for node in shown.card["body"] if node.get("id") == "access")  # type: ignore[index]  # it has a card
    assert chosen["value"] == "closed"
    done = talk.presses_titled("Gem", {"access": "open", "body": "direktionen"})
    assert done.replaces == "card-1"
    assert talk.world.stored == [("referat.pdf", b"12345", "open", "direktionen")]


@pytest.mark.parametrize("filled", [{}, {"access": "OPEN", "body": "x"}, {"access": "", "body": ""}])
def test_whatever_is_not_plainly_open_is_stored_closed(filled: dict[str, str]) -> None:
    talk = Talk(m.SECRETARY)
    talk.drops(FileOffer("referat.pdf", b"12345"))
    talk.presses_titled("Gem", filled)
    assert talk.world.stored == [("referat.pdf", b"12345", "closed", None)]


def test_a_file_is_stored_once_and_by_its_owner() -> None:
    talk = Talk(m.SECRETARY)
    shown = talk.drops(FileOffer("referat.pdf", b"12345"))
    data = dict(buttons(shown.card)[0]["data"])
    other = Talk(replace(m.SECRETARY, id="p-other"), world=talk.world)
    other.ports = talk.ports
    assert other.presses(verbs.STORE_FILE, data).text == DA.say(p.FILE_GONE)
    talk.presses(verbs.STORE_FILE, data)
    assert talk.presses(verbs.STORE_FILE, data).text == DA.say(p.FILE_GONE)
    assert len(talk.world.stored) == 1


def test_a_file_can_be_discarded_and_an_unreadable_one_is_refused_with_the_reason() -> None:
    talk = Talk(m.SECRETARY)
    talk.drops(FileOffer("referat.pdf", b"12345"))
    assert talk.presses_titled("Kassér").text == DA.say(p.FILE_DROPPED)
    assert talk.drops(FileOffer("scan.pdf", b"")).text == (
        "»scan.pdf« kunne ikke læses: Der er ingen tekst i den. Måske er den skannet."
    )
    assert talk.drops(FileOffer("big.pdf", None, "too_large")).text == "»big.pdf« kunne ikke læses: Den er for stor."
    assert talk.world.stored == []


def test_files_of_others_are_not_taken() -> None:
    for person, scope in ((m.READER, "personal"), (m.MEMBER, "personal"), (m.SECRETARY, "channel")):
        talk = Talk(person, scope)  # type: ignore[arg-type]  # an audience
        assert talk.drops(FileOffer("referat.pdf", b"1")).text.startswith(DA.say(p.FILE_NOT_TAKEN))


def test_held_files_are_few_and_not_for_long() -> None:
    held = HeldUploads()
    first = held.hold("a", "1", b"1", m.NOW)
    second = held.hold("a", "2", b"2", m.NOW)
    assert held.take(first, "a", m.NOW) is None
    assert held.take(second, "a", m.NOW + KEPT_FOR + timedelta(seconds=1)) is None
    third = held.hold("b", "3", b"3", m.NOW)
    assert held.take(third, "b", m.NOW) == ("3", b"3")


def test_an_administrator_gives_and_revokes_rights_by_picking() -> None:
    talk = Talk(m.ADMINISTRATOR)
    form = talk.says("giv Anna rollen sekretær for direktionen")
    values = {node["id"]: node.get("value") for node in form.card["body"] if "id" in node}  # type: ignore[index]  # it has a card
    assert values == {"person": "p-reader", "role": "secretary", "body": "direktionen"}
    filled = {"person": "p-reader", "role": "secretary", "body": "direktionen"}
    assert talk.presses_titled("Giv rettigheden", filled).text == "Anna Jensen er nu sekretær i Direktionen."
    assert talk.world.people["p-reader"].grants == (Grant("secretary", "direktionen"),)
    assert talk.presses(verbs.GRANT, filled).text == DA.say(p.DONE_ALREADY)
    talk.says("fjern rettigheder fra Anna")
    revoked = talk.presses_titled("Fjern: sekretær i Direktionen")
    assert revoked.text == "Anna Jensen er ikke længere sekretær i Direktionen."
    assert talk.world.people["p-reader"].grants == ()


@pytest.mark.parametrize(
    "data",
    [
        {"person": "nobody", "role": "reader", "body": "*"},
        {"person": "p-reader", "role": "king", "body": "*"},
        {"person": "p-reader", "role": "member", "body": "no-such-body"},
    ],
)
def test_forged_forms_are_refused(data: dict[str, str]) -> None:
    talk = Talk(m.ADMINISTRATOR)
    assert talk.presses(verbs.GRANT, data).text == DA.say(p.GONE)
    assert talk.world.people == World().people


def test_an_administrator_reads_no_closed_item_by_that_role() -> None:
    assert Talk(m.ADMINISTRATOR).says("punkt 71").text.startswith("Jeg fandt ikke punkt 71.")


def test_a_person_that_was_never_met_is_named() -> None:
    assert Talk(m.ADMINISTRATOR).says("giv Zorro rollen læser").text == DA.say(p.GRANT_NOBODY, name="»Zorro«")


def test_the_administrator_sees_what_to_improve() -> None:
    talk = Talk(m.ADMINISTRATOR)
    assert "hvad med svømmehallen (ikke fundet, 3 gange)" in talk.says("hvilke spørgsmål blev ikke besvaret?").text
    assert "padelbane (2 gange)" in talk.says("vis ukendte ord").text
    assert talk.says("tilføj ordet spildevand = wastewater").text == "»spildevand« = »wastewater« er tilføjet."
    assert talk.says("tilføj ordet spildevand").text == DA.say(p.TERM_UNCLEAR)
    assert talk.world.terms == [("spildevand", "wastewater")]
