"""What the conversation is about stays in talk, and bare questions in both languages are about it."""

from __future__ import annotations

import pytest

from cards import phrases as p
from cards.texts import texts
from dialogs.turn import AskedQuestion
from tests.fakes import matters as m
from tests.fakes.talk import Talk

DA = texts("da")


def about_proceeds() -> Talk:
    talk = Talk()
    talk.says("hvad blev besluttet om provenuet?")
    return talk


@pytest.mark.parametrize(
    "text",
    [
        *("hvornår?", "hvorfor?", "hvem?", "hvor meget?", "og hvorfor?", "hvad stod der om økonomien?"),
        *("hvad skete der bagefter?", "vis sagens gang", "vis bilagene"),
        *("when?", "why?", "who?", "how much?", "and when?", "what happened next?", "show the attachments"),
    ],
)
def test_a_bare_question_was_taken_for_a_topic(text: str) -> None:
    talk = about_proceeds()
    talk.says(text)
    assert talk.world.queries[-1].topic == ""
    assert talk.world.queries[-1].context == ("i72",)


def test_a_question_in_vain_threw_the_matter_away() -> None:
    talk = about_proceeds()
    assert talk.says("svømmehal").text.startswith("Jeg fandt ikke noget om »svømmehal«")
    assert talk.says("hvorfor?").text.startswith("Om baggrunden står der i punkt 72")


def test_none_of_them_threw_the_matter_away() -> None:
    talk = about_proceeds()
    assert talk.says("ingen af dem").text == DA.say(p.WHICH_MATTER)
    assert talk.says("hvorfor?").text.startswith("Om baggrunden står der i punkt 72")


@pytest.mark.parametrize("text", ["Hvad blev besluttet om en sag?", "What was decided on a matter?"])
def test_an_example_is_no_followup(text: str) -> None:
    assert about_proceeds().says(text).text in (DA.say(p.WHICH_MATTER), texts("en").say(p.WHICH_MATTER))


def test_votes_are_told_by_the_dissent_and_not_by_who_decided() -> None:
    talk = Talk()
    talk.world.items = {"i3": m.CHARGERS_FIRST}
    talk.says("hvad blev besluttet om ladestandere?")
    lines = talk.says("hvem stemte imod?").text.splitlines()
    assert lines[0] == "Om afstemningen står der i punkt 3 (Teknik- og Miljøudvalget, 6. september 2022):"
    assert lines[1] == "Stemmer og forbehold: »Rasmus Vinther (F) stemte imod.«"
    assert "Indstilling" not in talk.says("hvem stemte imod?").text
    assert talk.says("who voted against?").text.startswith("Item 3 (Teknik- og Miljøudvalget, 6 September 2022) says")


def test_a_vote_that_is_not_recorded_is_said_first() -> None:
    assert about_proceeds().says("hvem stemte imod?").text.splitlines()[0] == DA.say(p.NOT_STATED_VOTES)


def test_words_that_were_understood_were_noted_as_unknown() -> None:
    talk = about_proceeds()
    assert talk.last.asked is not None
    assert talk.last.asked.unknown == ()
    talk.says("hvad blev besluttet om olieboring?")
    assert talk.last.asked == AskedQuestion(
        "hvad blev besluttet om olieboring?", "da", "decision", "not_found", (), ("olieboring",)
    )


def test_an_item_that_was_asked_for_was_shown_as_its_decision() -> None:
    text = Talk().says("vis punkt 72").text
    assert text.startswith("Her er punkt 72 fra Direktionen den 22. oktober 2015")
    assert "Sagsbeskrivelse: »Bygningerne er nu solgt." in text
    assert "Sagsnr.: 15/8020" in text


def test_an_item_by_number_was_told_as_a_topic() -> None:
    assert Talk().says("vis punkt 999").text.startswith("Jeg fandt ikke punkt 999.")
    assert Talk(lang="en").says("show item 999").text.startswith("I did not find item 999.")


def test_who_recommended_is_not_whoever_mentions_the_name() -> None:
    talk = Talk()
    by = "Bo Sørensen"
    facts = tuple(m.replace(fact, by=by) if fact.kind == "recommendation" else fact for fact in m.PROCEEDS.facts)
    talk.world.items["i72"] = m.replace(m.PROCEEDS, facts=facts)
    named = m.replace(m.ANY_OTHER, case_number="1/1", title="Brev fra Bo Sørensen")
    named = m.replace(named, facts=(m.fact("f90", "recommendation", "brevet besvares", named, by="Anna Jensen"),))
    talk.world.items["i75"] = named
    talk.world.items["i72"] = m.replace(talk.world.items["i72"], title="Bo Sørensen om provenuet")
    assert talk.says("hvad har Bo Sørensen indstillet?").shows_items == ("i72",)


def test_a_choice_was_offered_though_only_one_was_postponed() -> None:
    talk = Talk()
    talk.world.items["x"] = m.replace(m.FREE_TOWN, key="x", title="Elbiler i hjemmeplejen", case_number="9/9")
    message = talk.says("hvorfor blev elbiler udsat?")
    assert message.shows_items == ("i41",)
    assert message.text.startswith("Økonomiudvalget udsatte sagen den 18. oktober 2022")


def test_a_title_was_put_into_a_sentence_without_marks() -> None:
    message = Talk().says("svømmehal")
    assert all("»" in one.text for one in message.suggestions if one.text.startswith("Hvad blev besluttet om"))


def test_a_choice_is_suggested_by_title_for_each_candidate() -> None:
    talk = Talk()
    talk.world.items["x"] = m.replace(m.ANY_OTHER, key="x", title="Provenuet af festen")
    message = talk.says("hvad blev besluttet om provenuet?")
    assert [(one.text, one.send) for one in message.suggestions] == [
        ("1. Brug af provenuet fra salget af KMD-ejendommene", "1"),
        ("2. Eventuelt", "2"),
    ]


def test_suggestions_repeated_the_buttons_under_other_names() -> None:
    message = Talk().says("hvad blev besluttet om frikommune?")
    assert [one.text for one in message.suggestions] == ["Hvorfor?", "Seneste beslutninger", "Kommende møder"]


def test_english_answers_had_danish_labels() -> None:
    talk = Talk(lang="en")
    talk.says("what was decided on provenuet?")
    text = talk.says("why?").text
    assert "Background: “Bygningerne er nu solgt." in text
    assert "Sagsbeskrivelse" not in text
    assert "Sagsbeskrivelse" not in talk.says("show item 72").text
