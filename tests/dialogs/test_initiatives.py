"""Programmes in talk: lists, overviews, dates, roles and goals, what follows from them, and their buttons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cards import verbs
from store.records import Lang
from tests.fakes import matters as m
from tests.fakes import programmes as g
from tests.fakes.initiatives import FakeInitiatives
from tests.fakes.ports import World
from tests.fakes.talk import Talk


def test_a_list_is_given_whole() -> None:
    talk = Talk()
    said = talk.says("Hvilke fire fokusområder er der i Grøn Skole?")
    assert said.text.startswith("Der er fire fokusområder i »Grøn Skole«:")
    finding = talk.last.finding
    assert finding is not None
    assert [fact.number for fact in finding.facts] == ["1", "2", "3", "4"]
    assert {fact.kind for fact in finding.facts} == {"list_item"}
    assert talk.last.asked is not None
    assert talk.last.asked.intent == "elements"


def test_the_query_carries_kind_and_count() -> None:
    talk = Talk()
    talk.says("What are the seven focus areas?")
    query = talk.world.queries[-1]
    assert (query.intent, query.part, query.many) == ("elements", "focus_area", 7)


@pytest.mark.parametrize(
    ("text", "lang", "said"),
    [
        ("Overblik over Grøn Skole", "da", "»Grøn Skole«: den nyeste status er fra 28. oktober 2026."),
        ("status på Grøn Skole", "da", "»Grøn Skole«: den nyeste status er fra 28. oktober 2026."),
        ("hvad er status på Grøn Skole?", "da", "»Grøn Skole«: den nyeste status er fra 28. oktober 2026."),
        ("How far has Grøn Skole come?", "en", "“Grøn Skole”: newest status, from 28 October 2026."),
    ],
)
def test_an_overview_is_the_card_of_the_programme(text: str, lang: Lang, said: str) -> None:
    talk = Talk(lang=lang)
    assert talk.says(text).text.startswith(said)


def test_the_status_of_a_case_is_its_course() -> None:
    talk = Talk()
    talk.says("hvad er status på ladestandere?")
    assert talk.last.asked is not None
    assert talk.last.asked.intent == "case_course"
    talk.says("status på ladestandere")
    assert talk.last.asked.intent == "case_course"


FOLLOWING = [
    ("og hvem er ansvarlig?", "Sådan er opgaverne fordelt i »Grøn Skole«:"),
    ("hvornår?", "»Grøn Skole« har 6 datoer:"),
    ("milepælene?", "»Grøn Skole« har 6 datoer:"),
    ("hvad er status?", "»Grøn Skole«: den nyeste status"),
    ("hvad er målet?", "»Grøn Skole« sætter 2 mål:"),
    ("hvad er næste frist?", "»Grøn Skole« har 6 datoer:"),
    ("nævn barriererne", "Der er tre barrierer i »Grøn Skole«:"),
    ("hvornår er midtvejsrapporten?", "»Midtvejsrapport«: primo marts 2027 (året er ikke skrevet)."),
]


@pytest.mark.parametrize(("text", "said"), FOLLOWING)
def test_a_follow_up_is_about_the_programme_in_talk(text: str, said: str) -> None:
    talk = Talk()
    talk.says("Overblik over Grøn Skole")
    assert talk.says(text).text.startswith(said)
    assert talk.state is not None
    assert talk.state.data["initiative"] == "i-green"


def test_follow_ups_follow_one_another() -> None:
    talk = Talk(lang="en")
    talk.says("tell me about the programme Grøn Skole")
    for text, said in [
        ("the milestones?", "“Grøn Skole” has 6 dates:"),
        ("who is responsible?", "This is who does what in “Grøn Skole”:"),
        ("what is the status?", "“Grøn Skole”: newest status"),
        ("list the barriers", "There are three barriers in “Grøn Skole”:"),
    ]:
        assert talk.says(text).text.startswith(said)


def test_what_was_decided_about_the_programme_in_talk_is_its_newest_item() -> None:
    talk = Talk()
    talk.says("Overblik over Grøn Skole")
    assert "Godkendt som indstillet" in talk.says("hvad blev besluttet?").text


def test_a_matter_takes_the_place_of_the_programme_in_talk() -> None:
    talk = Talk()
    talk.says("Overblik over Grøn Skole")
    talk.says("hvad blev besluttet om frikommune?")
    assert talk.state is not None
    assert "initiative" not in talk.state.data


def test_what_is_not_found_leaves_the_programme_in_talk() -> None:
    talk = Talk()
    talk.says("Overblik over Grøn Skole")
    talk.says("hvad blev besluttet om vulkaner?")
    assert talk.says("hvad er målet?").text.startswith("»Grøn Skole« sætter 2 mål:")


@pytest.mark.parametrize("text", ["hvad er målet?", "hvad er status?"])
def test_without_anything_in_talk_the_matter_is_asked_for(text: str) -> None:
    assert "Hvilken sag" in Talk().says(text).text


def test_which_programmes_there_are() -> None:
    talk = Talk()
    assert talk.says("Hvilke programmer har vi?").text.startswith("Jeg kender ")
    talk.presses_titled("Grøn Skole")
    assert talk.last.message is not None
    assert talk.last.message.text.startswith("»Grøn Skole«: den nyeste status")


def test_the_chair_of_a_programme_is_read_where_it_says_so() -> None:
    talk = Talk()
    talk.says("Overblik over Grøn Skole")
    text = talk.says("hvem er formand for styregruppen?").text
    assert text.startswith("Formand for styregruppen: Hanne Lund.")


def test_the_chair_of_a_committee_is_none_of_a_programme() -> None:
    talk = Talk()
    talk.says("Overblik over Grøn Skole")
    assert "Formand for styregruppen" not in talk.says("hvem er formand for direktionen?").text


def test_no_programmes_are_said_to_be_none() -> None:
    talk = Talk(world=World(initiatives=FakeInitiatives({})))
    assert talk.says("Hvilke programmer har vi?").text == "Jeg kender ingen programmer eller strategier."


def test_what_is_due_stands_among_the_meetings_of_the_period() -> None:
    text = Talk().says("Hvad sker der i december 2026?").text
    assert text.startswith("Der er 3 datoer i december 2026:")
    assert text.index("Møde: Økonomiudvalget") < text.index("Skolerne tilmelder sig") < text.index("Møde: Direktionen")


def test_a_period_with_an_end_of_its_own_name() -> None:
    talk = Talk(lang="en")
    assert "Skolerne tilmelder sig" in talk.says("What is due before Christmas?").text
    assert talk.world.queries[-1].until == date(2026, 12, 24)


def test_a_past_year_without_milestones_is_what_was_decided() -> None:
    talk = Talk()
    talk.says("hvad sker der i 2022?")
    assert talk.last.asked is not None
    assert talk.last.asked.intent == "decisions_list"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hvad er den næste milepæl?", "Næste: »Skolerne tilmelder sig«, senest den 12. december 2026 kl. 12.00."),
        ("What is the next milestone?", "Next: “Skolerne tilmelder sig”, by 12 December 2026 at 12:00."),
    ],
)
def test_the_next_milestone_is_the_answer_when_it_is_asked_for(text: str, said: str) -> None:
    assert Talk().says(text).text.startswith(said)


def test_what_is_due_without_an_end_is_from_today_on() -> None:
    assert Talk().says("kommende frister").text.startswith("Der er 7 datoer fra i dag og frem:")


@pytest.mark.parametrize(("text", "count"), [("kommende frister", 7), ("Hvad sker der i december 2026?", 3)])
def test_as_many_dates_are_counted_as_the_card_lists(text: str, count: int) -> None:
    """The count for scripts lacked meetings and the deadlines of agendas."""
    talk = Talk()
    talk.says(text)
    assert talk.last.finding is not None
    assert talk.last.finding.count == count
    assert talk.last.finding.complete is (count <= len(talk.last.finding.facts))


def test_the_status_of_an_item_in_talk_is_its_course() -> None:
    talk = Talk()
    talk.says("hvad blev besluttet om frikommune?")
    talk.says("hvad er status?")
    assert talk.last.asked is not None
    assert talk.last.asked.intent == "case_course"
    assert talk.world.queries[-1].context == ("i73",)


@pytest.mark.parametrize(("text", "lang"), [("deadlines in December", "en"), ("frister i december", "da")])
def test_a_short_question_on_deadlines_is_answered_in_its_language(text: str, lang: Lang) -> None:
    talk = Talk(lang="da" if lang == "en" else "en")
    assert talk.says(text).text.startswith("There are" if lang == "en" else "Der er")


def test_nothing_due_is_said() -> None:
    assert Talk().says("hvilke frister er der i marts 2031?").text.startswith("Jeg kender ingen frister")


def test_the_dates_of_one_programme() -> None:
    assert Talk().says("milepæle i Grøn Skole").text.startswith("»Grøn Skole« har 6 datoer:")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hvad betyder BUF?", "»BUF« står for »Børne- og Ungdomsforvaltningen«."),
        ("what does BUF stand for?", "“BUF” stands for “Børne- og Ungdomsforvaltningen”."),
        ("hvad står QQX for?", "Ingen af de dokumenter, jeg kender, forklarer »QQX«."),
    ],
)
def test_letters_are_explained(text: str, said: str) -> None:
    assert Talk().says(text).text.startswith(said)


CLOSED = replace(g.GREEN_SCHOOL, closed=True)


def test_a_programme_that_was_closed_meanwhile_is_gone() -> None:
    talk = Talk()
    talk.says("Overblik over Grøn Skole")
    talk.world.initiatives.records["i-green"] = CLOSED
    for verb, data in (
        (verbs.INITIATIVE, {"initiative": "i-green"}),
        (verbs.PARTS, {"initiative": "i-green", "list": "l-tracks", "from": 0}),
        (verbs.TIMES, {"initiative": "i-green", "from": 0}),
    ):
        told = talk.presses(verb, data).text
        assert "Grøn" not in told
        assert talk.last.finding is None
    assert "Grøn" not in talk.says("og hvem er ansvarlig?").text
    assert "Grøn" not in talk.says("hvilke programmer har vi?").text


def test_a_closed_programme_is_for_its_members_in_a_personal_chat() -> None:
    world = World(initiatives=FakeInitiatives({"i-green": CLOSED}))
    assert "Lukket" in str(Talk(m.MEMBER, world=world).says("Overblik over Grøn Skole").card)
    assert "»Grøn Skole«:" not in Talk(m.MEMBER, scope="channel", world=world).says("Overblik over Grøn Skole").text


def test_the_buttons_of_an_overview_open_its_lists_and_items() -> None:
    talk = Talk()
    talk.says("Overblik over Grøn Skole")
    assert talk.presses_titled("Programmets fire spor").text.startswith("Der er fire fokusområder")
    assert talk.presses_titled("Overblik").text.startswith("»Grøn Skole«: den nyeste status")


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"initiative": 7},
        {"initiative": "i-green", "list": "nej", "from": 0},
        {"initiative": "i-green", "list": "l-tracks", "from": 400},
        {"initiative": "nej", "list": "l-tracks"},
    ],
)
def test_a_forged_button_opens_nothing(data: dict[str, object]) -> None:
    talk = Talk()
    gone = talk.presses(verbs.ITEM, {"item": "nej"}).text
    assert talk.presses(verbs.PARTS, data).text == gone


def test_a_list_by_date_goes_on_by_its_button() -> None:
    talk = Talk()
    data = {"since": "2026-11-21", "until": "2027-12-31", "from": 0}
    assert talk.presses(verbs.DUE, data).text.startswith("Der er 6 datoer")
    assert talk.presses(verbs.DUE, {**data, "since": "nej"}).text.startswith("Der er ")
    gone = talk.presses(verbs.ITEM, {"item": "nej"}).text
    assert talk.presses(verbs.DUE, {**data, "since": "2031-01-01", "until": "2031-12-31"}).text == gone
