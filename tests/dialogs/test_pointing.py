"""Commands that point at what is in talk: the item or document meant, never another one, and never silence."""

from __future__ import annotations

from datetime import date

import pytest

from cards import phrases as p
from cards import verbs
from cards.texts import texts
from tests.fakes import matters as m
from tests.fakes.ports import World
from tests.fakes.talk import Talk, buttons

DA, EN = texts("da"), texts("en")


def in_talk(world: World | None = None) -> Talk:
    talk = Talk(m.SECRETARY, world=world or World())
    talk.says("hvad blev besluttet om provenuet?")
    return talk


@pytest.mark.parametrize(
    "text",
    [
        *("luk punktet", "luk den", "luk det", "luk sagen", "luk det her punkt", "lås dette punkt"),
        *("gør punktet lukket", "close the item", "close it", "close this case", "make it closed"),
    ],
)
def test_closing_what_is_in_talk_was_searched_for(text: str) -> None:
    talk = in_talk()
    asked = talk.says(text)
    assert asked.text.splitlines()[0] in ("Skal punkt 72 lukkes?", "Close item 72?")
    assert talk.says("ja").text.splitlines()[0] in ("Punkt 72 er nu lukket.", "Item 72 is closed now.")
    assert talk.world.items["i72"].closed


def test_opening_what_was_just_closed() -> None:
    talk = in_talk()
    talk.says("luk punktet")
    talk.presses_titled("Luk punktet")
    talk.presses_titled("Åbn punktet")
    assert talk.presses_titled("Åbn punktet").text.splitlines()[0] == "Punkt 72 er nu åbent."
    assert not talk.world.items["i72"].closed


@pytest.mark.parametrize("text", ["luk punktet", "åbn den", "udeluk Bo", "close it"])
def test_pointing_at_nothing_asks_which_item(text: str) -> None:
    talk = Talk(m.SECRETARY)
    assert talk.says(text).text in (DA.say(p.NAME_THE_ITEM), EN.say(p.NAME_THE_ITEM))


@pytest.mark.parametrize(
    "text", ["luk punkt 72 og 73", "luk punkterne 72 og 73", "luk punkt 72, 73", "close items 72 and 73"]
)
def test_the_second_of_two_items_was_dropped(text: str) -> None:
    message = Talk(m.SECRETARY).says(text)
    assert message.text.splitlines()[0] in (DA.say(p.ONE_AT_A_TIME_WHICH), EN.say(p.ONE_AT_A_TIME_WHICH))
    assert [each["data"]["item"] for each in buttons(message.card)[:2]] == ["i72", "i73"]


@pytest.mark.parametrize("text", ["luk alle punkter", "åbn alle punkter", "close all items"])
def test_all_items_at_once_are_refused_in_words(text: str) -> None:
    talk = in_talk()
    assert talk.says(text).text in (DA.say(p.ONE_AT_A_TIME), EN.say(p.ONE_AT_A_TIME))


def test_what_is_closed_already_is_not_asked_about_again() -> None:
    assert Talk(m.SECRETARY).says("luk punkt 71").text == "Punkt 71 er allerede lukket."
    assert Talk(m.SECRETARY).says("åbn punkt 72").text == "Punkt 72 er allerede åbent."


def test_a_neutral_title_was_offered_for_an_open_item() -> None:
    talk = Talk(m.SECRETARY)
    assert talk.says("neutral titel for punkt 72: Sag").text == DA.say(p.LAYER_NEEDLESS, title="Punkt 72")


def test_what_was_done_is_told_with_what_it_was_done_to() -> None:
    talk = in_talk()
    talk.says("luk punktet")
    assert talk.presses_titled("Luk punktet").text.splitlines() == [
        "Punkt 72 er nu lukket.",
        "Punkt: 72. Brug af provenuet fra salget af KMD-ejendommene",
        "Møde: Direktionen, 22. oktober 2015",
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("fjern dokumentet", "slet referatet", "fjern dette dokument", "remove the document"),
        *("fjern referatet fra direktionens møde 22. oktober 2015", "fjern Referat fra Direktionen 22. oktober 2015"),
    ],
)
def test_the_document_in_talk_was_not_the_one_meant(text: str) -> None:
    talk = in_talk()
    talk.says(text)
    talk.says("ja")
    assert [one.id for one in talk.world.documents.values() if one.state == "removed"] == ["d1"]


def test_the_document_whose_card_was_opened_is_the_one_in_talk() -> None:
    talk = in_talk()
    talk.presses(verbs.DOCUMENT, {"document": "d5"})
    assert talk.says("fjern dokumentet").text.startswith("Skal dokumentet »Strategiplan 2013« fjernes?")


def test_documents_beyond_the_list_can_be_reached_and_that_is_said() -> None:
    world = World()
    for number in range(30):
        day = date(2020, 1, 1 + number)
        world.documents[f"x{number}"] = m.replace(m.DOCUMENTS[0], id=f"x{number}", date=day)
    talk = Talk(m.SECRETARY, world=world)
    message = talk.says("fjern dokumentet")
    assert message.text.splitlines()[-1] == DA.say(p.NAME_THE_DOCUMENT)
    assert "30. januar 2020" in message.text.splitlines()[2]
    assert talk.says("fjern referatet fra 1. januar 2020").text.startswith("Skal dokumentet")


def test_excluding_oneself_is_said_to_have_no_way_back() -> None:
    talk = Talk(m.SECRETARY)
    assert DA.say(p.CONFIRM_EXCLUDE_SELF) in talk.says("udeluk mig fra punkt 71").text
    assert "Giv adgang igen" not in str(talk.says("ja").card)


def test_no_with_nothing_pending_changed_nothing() -> None:
    talk = in_talk()
    assert talk.says("nej").text == DA.say(p.NOTHING_PENDING)
    talk.says("luk punktet")
    assert talk.says("nej").text == DA.say(p.CANCELLED)
    assert talk.says("ja").text == DA.say(p.ACKNOWLEDGED)
    assert not talk.world.items["i72"].closed


def test_a_yes_is_worth_nothing_without_the_right() -> None:
    talk = in_talk()
    talk.says("luk punktet")
    talk.world.people["p-secretary"] = m.replace(m.SECRETARY, grants=())
    assert talk.says("ja").text == DA.say(p.GONE)
    assert not talk.world.items["i72"].closed


@pytest.mark.parametrize("text", ["giv mig rollen læser", "giv Annas rettigheder", "give Anna's rights"])
def test_oneself_and_the_genitive_are_people(text: str) -> None:
    message = Talk(m.ADMINISTRATOR).says(text)
    assert message.text.splitlines()[0] in (DA.say(p.GRANT_WHO), EN.say(p.GRANT_WHO))


def test_a_form_that_was_sent_too_early_comes_back_with_what_was_chosen() -> None:
    talk = Talk(m.ADMINISTRATOR)
    form = talk.says("giv Anna rollen sekretær for direktionen")
    data = buttons(form.card)[0]["data"]
    assert {name: data[name] for name in ("person", "role", "body")} == {
        "person": "p-reader",
        "role": "secretary",
        "body": "direktionen",
    }
    assert talk.presses(verbs.GRANT, {}).text == DA.say(p.GRANT_MISSING)


def keys(talk: Talk) -> list[str | None]:
    assert talk.last.message is not None
    found = buttons(talk.last.message.card or {})
    for each in found:
        assert each["fallback"]["data"] == each["data"]
    return [each["data"].get("submit") for each in found]


def test_a_button_that_changes_something_carries_a_key_of_its_own_card() -> None:
    talk = in_talk()
    talk.says("luk punktet")
    first = keys(talk)
    talk.says("luk punktet")
    second = keys(talk)
    assert first[0]
    assert first[1] is None
    assert second[0] not in (None, first[0])


def test_a_card_is_the_same_whenever_its_turn_is_answered() -> None:
    one, other = in_talk(), in_talk()
    one.says("luk punktet")
    other.says("luk punktet")
    assert keys(one) == keys(other)


def test_each_right_on_a_card_has_a_key_of_its_own() -> None:
    talk = Talk(m.ADMINISTRATOR)
    talk.world.people["p-member"] = m.replace(m.MEMBER, grants=(*m.MEMBER.grants, *m.SECRETARY.grants))
    talk.says("fjern rettigheder fra Bo")
    first, second, cancel = keys(talk)
    assert first
    assert second
    assert first != second
    assert cancel is None


@pytest.mark.parametrize(
    "command", ["luk punkt 72", "luk punkt 999", "luk punktet", "fjern dokumentet", "vis dokumenter"]
)
def test_a_command_without_the_right_was_told_as_a_topic(command: str) -> None:
    talk = Talk(m.READER)
    talk.says("hvad blev besluttet om provenuet?")
    assert talk.says(command).text == DA.say(p.NOT_HERE)
    assert talk.last.asked is not None
    assert talk.last.asked.text == ""
