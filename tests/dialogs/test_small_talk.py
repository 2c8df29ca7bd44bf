"""Welcome, help, greetings, thanks, feedback, and who gets nothing."""

from __future__ import annotations

import pytest

from cards import phrases as p
from cards import verbs
from cards.texts import texts
from cards.welcome import EXAMPLES, SAMPLE_EXAMPLES
from dialogs.turn import Outcome
from tests.fakes import matters as m
from tests.fakes.talk import Talk

DA = texts("da")


def test_guests_get_one_polite_sentence_whatever_they_do() -> None:
    for act in (
        lambda talk: talk.says("hvad blev besluttet om provenuet?"),
        lambda talk: talk.says("hjælp"),
        lambda talk: talk.presses(verbs.ITEM, {"item": "i72"}),
        lambda talk: talk.event("installed").message,
    ):
        talk = Talk(m.SECRETARY, employee=False)
        assert act(talk).text == DA.say(p.NOT_FOR_YOU)
        assert talk.last.asked is None
        assert talk.world.queries == []


def test_the_welcome_says_what_it_is_and_that_the_data_are_samples() -> None:
    plain = Talk().event("installed").message
    demo = Talk(demo=True).event("installed").message
    assert plain is not None
    assert demo is not None
    assert DA.say(p.WELCOME) in plain.text
    assert DA.say(p.DEMO) not in plain.text
    assert DA.say(p.DEMO) in demo.text
    assert len(demo.suggestions) == 3


def test_closed_items_are_mentioned_to_members_alone() -> None:
    line = DA.say(p.WELCOME_PERSONAL)
    told = {person.id: line in Talk(person).event("installed").message.text for person in m.PEOPLE}  # type: ignore[union-attr]  # it speaks
    assert told == {"p-reader": False, "p-member": True, "p-secretary": True, "p-admin": False}


def test_a_channel_is_told_who_added_the_assistant() -> None:
    message = Talk(m.READER, "channel").event("installed").message
    assert message is not None
    assert DA.say(p.WELCOME_ADDED_BY, name="Anna Jensen") in message.text
    assert message.text.endswith(DA.say(p.ALSO_PERSONAL))


def test_help_tells_secretaries_and_administrators_more_in_personal_chat_alone() -> None:
    secret = (p.HELP_SECRETARY, p.HELP_ADMINISTRATOR)
    for person, scope, shown in (
        (m.READER, "personal", (False, False)),
        (m.SECRETARY, "personal", (True, False)),
        (m.ADMINISTRATOR, "personal", (False, True)),
        (m.SECRETARY, "channel", (False, False)),
    ):
        text = Talk(person, scope).says("hjælp").text  # type: ignore[arg-type]  # an audience
        assert tuple(DA.say(phrase) in text for phrase in secret) == shown


def test_help_does_not_repeat_the_welcome() -> None:
    welcome = Talk().event("installed").message
    assert welcome is not None
    assert Talk().says("hjælp").text != welcome.text


@pytest.mark.parametrize("example", [*SAMPLE_EXAMPLES, *EXAMPLES])
def test_the_examples_of_the_help_are_understood(example: p.Phrase) -> None:
    talk = Talk()
    talk.says(DA.say(example))
    assert talk.last.asked is not None
    assert talk.last.asked.intent in ("decision", "decisions_list", "case_course", "item", "upcoming")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("tak", p.THANKS),
        ("du er dum", p.OFF_TOPIC),
        ("fortæl en vittighed", p.OFF_TOPIC),
        ("fortryd", p.NOTHING_PENDING),
    ],
)
def test_small_talk(text: str, phrase: p.Phrase) -> None:
    assert Talk().says(text).text == DA.say(phrase)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("ok", p.ACKNOWLEDGED),
        ("fint", p.ACKNOWLEDGED),
        ("tak", p.THANKS),
        ("ok tak", p.THANKS),
        ("god weekend", p.GOODBYE),
        ("farvel", p.GOODBYE),
        ("nej", p.NOTHING_PENDING),
    ],
)
def test_a_short_word_is_answered_as_what_it_is(text: str, phrase: p.Phrase) -> None:
    assert Talk().says(text).text == DA.say(phrase)


@pytest.mark.parametrize("text", ["hej", "hjælp"])
def test_the_sample_data_say_so_in_a_greeting_too(text: str) -> None:
    assert DA.say(p.DEMO) in Talk(demo=True).says(text).text
    assert DA.say(p.DEMO) not in Talk().says(text).text


def test_help_named_matters_that_only_the_sample_data_have() -> None:
    shown = Talk().says("hjælp").text
    assert DA.say(p.HELP_ANY_DECISION) in shown
    assert "salgsprovenu" not in shown
    assert DA.say(p.HELP_DECISION) in Talk(demo=True).says("hjælp").text


@pytest.mark.parametrize("text", ["", "   ", "😀😀", "???", "\u200b", "<br>", "a" * 10_000])
def test_garbage_gets_a_useful_answer(text: str) -> None:
    message = Talk().says(text)
    assert message.text
    assert message.suggestions


def test_small_talk_is_logged_without_its_words() -> None:
    talk = Talk()
    talk.says("du er dum")
    assert talk.last.asked is not None
    assert talk.last.asked.text == ""


def test_feedback_is_kept_and_nothing_is_said() -> None:
    talk = Talk()
    comment = '{"feedbackText":"Forkert \\"svar\\""}'
    assert talk.event("feedback", data={"reaction": "dislike", "feedback": comment}, reply_to="a1") == Outcome()
    talk.event("feedback", data={"reaction": "like"}, reply_to="a2")
    talk.event("feedback", data={"reaction": "boo"}, reply_to="a3")
    assert talk.world.reactions == [("a1", "dislike", 'Forkert "svar"'), ("a2", "like", None)]


@pytest.mark.parametrize("kind", ["members", "removed", "other"])
def test_other_activities_say_nothing(kind: str) -> None:
    assert Talk().event(kind) == Outcome()  # type: ignore[arg-type]  # a turn kind


def test_who_am_i() -> None:
    assert Talk(m.SECRETARY).says("hvem er jeg?").text == (
        "Du er Cille Ærø.\nDit id: p-secretary\nDine rettigheder:\n– sekretær i Direktionen"
    )
    shared = Talk(m.SECRETARY, "channel").says("hvem er jeg?").text
    assert "sekretær" not in shared
    assert Talk().says("hvem er jeg?").text.endswith(DA.say(p.WHOAMI_NONE))
