"""Questions, follow-ups, choices, lists and clicks, over records in memory."""

from __future__ import annotations

from datetime import date

import pytest

from cards import phrases as p
from cards import verbs
from cards.texts import texts
from dialogs.turn import AskedQuestion
from tests.fakes import matters as m
from tests.fakes.ports import World
from tests.fakes.talk import Talk, buttons

DA, EN = texts("da"), texts("en")
ALSO = DA.say(p.ALSO_PERSONAL)


def test_a_question_is_answered_with_sentence_quote_recommendation_and_source() -> None:
    talk = Talk()
    message = talk.says("hvad blev besluttet om provenuet fra salget?")
    assert message.text == (
        "Direktionen godkendte indstillingen den 22. oktober 2015 (punkt 72).\n"
        "Beslutning: »Godkendt som indstillet.«\n"
        "Indstilling fra Økonomi og Administration:\n"
        "1. »kommunens andel bruges til udgifterne ved monopolbruddet«\n"
        "2. »styregruppen følger udgifterne og gevinsterne«\n"
        "Punkt: 72. Brug af provenuet fra salget af KMD-ejendommene\n"
        "Møde: Direktionen, 22. oktober 2015\n"
        "Sagsnr.: 15/8020\n"
        "Kilde: Referat fra Direktionen 22. oktober 2015, side 5"
    )
    assert talk.last.asked == AskedQuestion(
        "hvad blev besluttet om provenuet fra salget?", "da", "decision", "answered", ("f6",)
    )
    assert (message.shows_items, message.shows_documents) == (("i72",), ("d1",))
    assert [(each.position, each.name) for each in message.citations] == [
        (1, "Referat fra Direktionen 22. oktober 2015, side 5")
    ]
    assert message.feedback


def test_the_frame_follows_the_language_of_the_message_and_the_quote_does_not() -> None:
    message = Talk().says("What was decided on the provenuet?")
    assert message.text.startswith("Direktionen approved the recommendation on 22 October 2015 (item 72).")
    assert "Decision: Approved as recommended: “Godkendt som indstillet.”" in message.text


def test_the_query_carries_topic_body_and_period() -> None:
    talk = Talk()
    talk.says("hvad besluttede direktionen om frikommune i oktober 2015?")
    (query,) = talk.world.queries
    assert (query.topic, query.body, query.since, query.until) == (
        "frikommune",
        "Direktionen",
        date(2015, 10, 1),
        date(2015, 10, 31),
    )
    assert (query.intent, query.lang, query.today, query.context) == ("decision", "da", date(2026, 11, 21), ())


def test_followups_keep_to_the_matter() -> None:
    talk = Talk()
    talk.says("hvad blev besluttet om provenuet?")
    assert talk.says("hvorfor?").text.startswith("Om baggrunden står der i punkt 72 (Direktionen, 22. oktober 2015):")
    assert talk.says("hvad koster det?").text.startswith("Om økonomien står der i punkt 72")
    assert talk.says("what was recommended?").text.startswith(
        "Økonomi og Administration recommended this to Direktionen"
    )
    assert {query.context for query in talk.world.queries[1:]} == {("i72",)}


def test_a_new_topic_leaves_the_old_matter() -> None:
    talk = Talk()
    talk.says("hvad blev besluttet om provenuet?")
    talk.says("hvad blev besluttet om frikommune?")
    assert talk.world.queries[-1].context == ()
    assert "frikommune" in talk.says("vis hele punktet").text


def test_a_followup_without_a_matter_asks_for_one() -> None:
    assert Talk().says("hvorfor?").text == DA.say(p.WHICH_MATTER)


def test_a_matter_that_was_closed_meanwhile_is_gone() -> None:
    talk = Talk()
    talk.says("hvad blev besluttet om provenuet?")
    talk.world.items["i72"] = m.replace(m.PROCEEDS, closed=True)
    assert talk.says("hvorfor?").text == DA.say(p.GONE)
    assert talk.presses(verbs.ITEM, {"item": "i72"}).text == DA.say(p.GONE)
    assert talk.last.finding is None


def test_closed_matter_is_for_members_in_personal_chat_only() -> None:
    question = "hvad blev besluttet om servicekorpset?"
    told = Talk(m.MEMBER).says(question)
    assert told.text.startswith("Direktionen drøftede sagen den 22. oktober 2015 (punkt 71).")
    refused = Talk(m.READER).says(question)
    unknown = Talk(m.READER).says("hvad blev besluttet om luftskibet?")
    assert refused.text.replace("servicekorpset", "luftskibet") == unknown.text
    shared = Talk(m.MEMBER, "channel").says(question)
    assert shared.text.startswith(refused.text)
    assert shared.text.endswith(ALSO)


def test_a_question_on_closed_matter_is_marked_in_the_log() -> None:
    talk = Talk(m.MEMBER)
    talk.says("hvad blev besluttet om servicekorpset?")
    assert talk.last.asked is not None
    assert talk.last.asked.closed


@pytest.mark.parametrize(
    "text",
    [
        "hvad blev besluttet om provenuet?",
        "svømmehal",
        "hej",
        "tak",
        "hjælp",
        "hvem er jeg?",
        "luk punkt 72",
        "du er dum",
        "kommende møder",
        "hvorfor?",
        "😀",
        "vis flere",
        "fortryd",
        "punkt 71",
        "hvad besluttede direktionen i 2015?",
    ],
)
@pytest.mark.parametrize("scope", ["channel", "group"])
def test_everything_said_in_a_channel_ends_with_the_same_line(text: str, scope: str) -> None:
    message = Talk(m.SECRETARY, scope).says(text)  # type: ignore[arg-type]  # one of the two
    assert message.text.endswith(ALSO)
    if message.card is not None:
        assert ALSO in str(message.card)


@pytest.mark.parametrize("text", ["hvad blev besluttet om provenuet?", "svømmehal", "hej", "kommende møder", "help"])
def test_nothing_is_a_dead_end(text: str) -> None:
    talk = Talk()
    message = talk.says(text)
    assert 2 <= len(message.suggestions) <= 3
    for suggestion in message.suggestions:
        assert talk.says(suggestion.send).text not in (DA.say(p.GONE), DA.say(p.NOT_FOUND))


def test_one_of_several_is_chosen_by_button_number_or_word() -> None:
    for reply in ("den anden", "2", "nummer 2"):
        talk = Talk()
        talk.world.items["i72b"] = m.replace(
            m.CHARGERS_FIRST, key="i72b", title="Provenuet af ladestandere", case_number="1/1"
        )
        message = talk.says("hvad blev besluttet om provenuet?")
        assert message.text.startswith("Jeg fandt 2 sager, der passer. Hvilken mener du?")
        by_word = talk.says(reply)
        pressed = Talk(world=talk.world).presses(verbs.CHOOSE, dict(buttons(message.card)[1]["data"]))
        assert by_word.text == pressed.text


def test_decisions_of_a_period_are_listed_by_meeting() -> None:
    message = Talk().says("hvad besluttede direktionen i oktober 2015?")
    assert message.text.splitlines()[:2] == [
        "Direktionen traf 3 beslutninger i oktober 2015.",
        "Direktionen, 22. oktober 2015:",
    ]
    assert message.shows_items == ("i72", "i73", "i75")


def test_latest_means_the_newest_meeting() -> None:
    talk = Talk()
    message = talk.says("hvad blev besluttet på det sidste møde?")
    assert message.shows_items == ("i41",)
    assert Talk().says("Seneste beslutninger").text.startswith("Jeg fandt 5 beslutninger.")


def test_a_long_list_goes_on_by_button_and_by_word() -> None:
    world = World()
    world.items |= {f"x{n}": m.replace(m.ANY_OTHER, key=f"x{n}", number=str(n)) for n in range(100, 120)}
    talk = Talk(world=world)
    first = talk.says("hvad besluttede direktionen i oktober 2015?")
    assert len(first.shows_items) == 8
    pressed = talk.presses_titled("Vis flere")
    assert len(pressed.shows_items) == 8
    assert not set(pressed.shows_items) & set(first.shows_items)
    third = talk.says("vis flere")
    assert len(third.shows_items) == 7
    assert talk.says("vis flere").text == DA.say(p.NO_MORE)


def test_the_course_of_a_case_is_told_oldest_first() -> None:
    message = Talk().says("hvad er forløbet i sagen om ladestandere?")
    assert message.text.splitlines()[0] == "Sagen har været på 2 møder."
    assert message.shows_items == ("i3", "i41")


def test_coming_meetings_have_their_deadline() -> None:
    lines = Talk().says("kommende møder").text.splitlines()
    assert "Økonomiudvalget, tirsdag den 8. december 2026 kl. 8.00." in lines
    assert "Frist for punkter: torsdag den 26. november 2026 kl. 12.00" in lines


@pytest.mark.parametrize("verb", [verbs.ITEM, verbs.ATTACHMENTS, verbs.COURSE, verbs.RELATED, verbs.CHOOSE])
@pytest.mark.parametrize("item", ["i71", "nothing", "", None, 7, ["i72"], {"a": 1}, "x" * 9000])
def test_unknown_forged_or_closed_items_give_the_same_sentence(verb: str, item: object) -> None:
    message = Talk().presses(verb, {"item": item, "intent": "decision"})
    assert message.text == DA.say(p.GONE)


@pytest.mark.parametrize("verb", ["", "no.such", "item.show ", "DROP TABLE"])
def test_an_unknown_verb_gives_that_sentence_too(verb: str) -> None:
    assert Talk().presses(verb, {"item": "i72"}).text == DA.say(p.GONE)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"from": "8"},
        {"from": -1, "list": {}},
        {"from": True, "list": {}},
        {"from": 8, "list": []},
        {"from": 10**9, "list": {"since": "x"}},
        {"from": 8, "list": {"course": "i71"}},
    ],
)
def test_forged_pages_are_refused_politely(data: dict[str, object]) -> None:
    assert Talk().presses(verbs.MORE, data).text in (DA.say(p.NO_MORE), DA.say(p.GONE))


def test_answers_stay_and_clicks_are_answered_by_new_messages() -> None:
    talk = Talk()
    talk.says("hvad blev besluttet om frikommune?")
    for title in ("Hele punktet", "Bilag"):
        asked = Talk(world=talk.world)
        asked.says("hvad blev besluttet om frikommune?")
        assert asked.presses_titled(title).replaces is None


def test_a_source_is_linked_only_when_its_host_is_allowed() -> None:
    talk = Talk()
    linked = talk.says("hvad blev besluttet om frikommune?").citations[0].url
    assert linked == "https://dagsordener.example.dk/1.pdf"
    for bad in (
        "http://dagsordener.example.dk/1",
        "https://evil.example/1",
        "https://a@dagsordener.example.dk/1",
        "javascript:alert(1)",
    ):
        document = m.replace(m.MINUTES, source_url=bad)
        facts = tuple(m.replace(fact, document=document) for fact in m.FREE_TOWN.facts)
        talk.world.items["i73"] = m.replace(m.FREE_TOWN, document=document, facts=facts)
        message = talk.says("hvad blev besluttet om frikommune?")
        assert message.citations[0].url is None
        assert "OpenUrl" not in str(message.card)


def test_the_language_is_remembered_and_a_chosen_one_sticks() -> None:
    talk = Talk()
    talk.says("What was decided on provenuet?")
    assert talk.lang == "en"
    assert talk.presses(verbs.ITEM, {"item": "i72"}).text.startswith("This is item 72")
    assert talk.says("svar på dansk").text == DA.say(p.LANGUAGE_SET)
    assert talk.says("What was decided on provenuet?").text.startswith("Direktionen godkendte")
    assert talk.says("answer in English").text == EN.say(p.LANGUAGE_SET)
    assert talk.says("hvad blev besluttet om provenuet?").text.startswith("Direktionen approved")


def test_several_matters_are_the_list_when_a_list_was_asked_for() -> None:
    talk = Talk()
    message = talk.says("alle beslutninger om ladestandere og provenuet")
    assert message.text.startswith("Jeg fandt ikke noget")
    talk.world.items["x"] = m.replace(m.ANY_OTHER, key="x", title="Provenuet af festen")
    assert talk.says("alle beslutninger om provenuet").text.startswith("Jeg fandt 2 beslutninger om »provenuet«.")
