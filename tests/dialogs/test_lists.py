"""Lists of decisions: by body, time and what came of the matters; never what nobody has decided yet."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import Reader
from tests.fakes import matters as m
from tests.fakes.ports import World
from tests.fakes.talk import Talk

TODAY = date(2026, 11, 21)
READER = Reader(BodyNames(m.BODIES))


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("hvilke sager blev udsat i 2022?", ("postponed",)),
        ("hvad vedtog økonomiudvalget i 2022?", ()),
        ("hvilke forslag vedtog økonomiudvalget i 2022?", ("approved", "approved_with_changes")),
        ("hvilke sager er blevet udskudt i 2022?", ("postponed",)),
        ("hvilke sager udsatte økonomiudvalget i 2022?", ("postponed",)),
        ("udsatte sager i 2022", ("postponed",)),
        ("hvad blev afvist i 2022?", ("rejected",)),
        ("hvilke forslag blev forkastet i 2022?", ("rejected",)),
        ("hvad blev henvist i 2022?", ("referred",)),
        ("hvilke punkter blev sendt tilbage i 2022?", ("referred",)),
        ("hvilke sager blev godkendt i 2022?", ("approved", "approved_with_changes")),
        ("hvilke sager blev drøftet i 2022?", ("discussed",)),
        ("hvilke sager blev anbefalet i 2022?", ("recommended",)),
        ("hvilke sager blev trukket i 2022?", ("withdrawn",)),
        ("hvad blev taget til efterretning i 2022?", ("noted",)),
        ("which cases were postponed in 2022?", ("postponed",)),
        ("what was rejected in 2022?", ("rejected",)),
        ("hvad besluttede økonomiudvalget i 2022?", ()),
        ("hvad drøftede økonomiudvalget i 2022?", ()),
        ("hvilke beslutninger om udsatte børn er der i 2022?", ()),
    ],
)
def test_what_came_of_the_matters_was_not_heard(text: str, classes: tuple[str, ...]) -> None:
    read = READER.read(text, TODAY)
    assert (read.intent, read.classes) == ("decisions_list", classes)
    assert read.topic in ("", "udsatte børn")


def test_not_approved_is_whatever_else_came_of_it() -> None:
    classes = READER.read("hvilke sager blev ikke godkendt i 2022?", TODAY).classes
    assert "rejected" in classes
    assert not {"approved", "approved_with_changes"} & set(classes)


@pytest.mark.parametrize(
    ("text", "told", "items"),
    [
        ("hvilke sager blev udsat i 2022?", "Økonomiudvalget udsatte sagen den 18. oktober 2022 (punkt 41).", ("i41",)),
        ("hvad blev afvist i 2015?", "Direktionen sagde nej den 22. oktober 2015 (punkt 73).", ("i73",)),
        ("hvilke sager blev ikke godkendt i 2022?", "2 sager blev ikke godkendt i 2022.", ("i41", "i3")),
        ("which cases were not approved in 2022?", "2 matters were not approved in 2022.", ("i41", "i3")),
        ("hvilke sager blev henvist i 2015?", "Jeg har ingen sager, der blev sendt videre i 2015.", ()),
        ("hvad blev udsat i direktionen i 2015?", "Jeg har ingen sager fra Direktionen, der blev udsat i 2015.", ()),
    ],
)
def test_a_list_held_what_was_not_asked_for(text: str, told: str, items: tuple[str, ...]) -> None:
    message = Talk().says(text)
    assert message.text.splitlines()[0] == told
    assert message.shows_items == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("hvilke sager har økonomiudvalget udsat?", ("i41",)),
        ("hvad anbefalede teknik- og miljøudvalget i 2022?", ("i3",)),
        ("hvilke sager afviste direktionen?", ("i73",)),
    ],
)
def test_what_a_body_did_is_asked_of_all_its_meetings(text: str, items: tuple[str, ...]) -> None:
    talk = Talk()
    assert talk.says(text).shows_items == items
    assert talk.world.queries[-1].since is not None


def test_a_list_by_class_goes_on_by_button() -> None:
    world = World()
    world.items |= {f"x{n}": m.replace(m.CHARGERS_THEN, key=f"x{n}", case_number=f"1/{n}") for n in range(20)}
    talk = Talk(world=world)
    assert len(talk.says("hvilke sager blev udsat i 2022?").shows_items) == 8
    assert len(talk.presses_titled("Vis flere").shows_items) == 8
    assert set(talk.says("vis flere").shows_items) <= {"i41", *(f"x{n}" for n in range(20))}


def test_agendas_to_come_were_counted_among_decisions() -> None:
    world = World()
    world.items["i98"] = m.replace(
        m.CHARGERS_THEN, key="i98", meeting=m.replace(m.OCTOBER, key="m8", date=date(2026, 10, 20))
    )
    world.items["i99"] = m.replace(
        m.TARIFFS, facts=(*m.TARIFFS.facts, m.fact("f77", "recommendation", "godkendes", m.TARIFFS))
    )
    world.items["i97"] = m.replace(world.items["i98"], key="i97", number="40", case_number="1/2")
    talk = Talk(world=world)
    message = talk.says("hvad besluttede økonomiudvalget i 2026?")
    assert message.text.splitlines()[0] == "Økonomiudvalget traf 2 beslutninger i 2026."
    assert set(message.shows_items) == {"i98", "i97"}
    assert talk.world.queries[-1].until == TODAY


@pytest.mark.parametrize(
    "text",
    [
        "hvad besluttede direktionen sidst?",
        "hvad besluttede direktionen senest?",
        "what did the executive board decide last?",
        "hvad blev besluttet på sidste møde i direktionen?",
        "hvad besluttede direktionen sidste gang?",
        "hvad er nyt i direktionen?",
    ],
)
def test_last_was_taken_for_a_word_of_the_matter(text: str) -> None:
    read = READER.read(text, TODAY)
    assert (read.intent, read.latest, read.body, read.topic) == ("decisions_list", True, "Direktionen", "")


@pytest.mark.parametrize("text", ["frist senest den 1. maj 2015", "hvad besluttede direktionen sidste måned?"])
def test_a_day_or_a_period_is_not_the_latest_meeting(text: str) -> None:
    assert not READER.read(text, TODAY).latest


@pytest.mark.parametrize(
    ("text", "intent", "since"),
    [
        ("hvad sker der i december", "due", date(2026, 12, 1)),
        ("hvad skal direktionen beslutte i januar?", "upcoming", date(2027, 1, 1)),
        ("hvad bliver der besluttet i december?", "upcoming", date(2026, 12, 1)),
        ("what will the executive board decide in december?", "upcoming", date(2026, 12, 1)),
        ("hvad sker der i december 2026?", "due", date(2026, 12, 1)),
        ("hvad blev besluttet i december?", "decisions_list", date(2025, 12, 1)),
        ("hvad besluttede direktionen i december?", "decisions_list", date(2025, 12, 1)),
        ("what did the executive board decide in december?", "decisions_list", date(2025, 12, 1)),
        ("hvad sker der i 2015?", "due", date(2015, 1, 1)),
    ],
)
def test_a_month_without_a_year_was_always_the_last(text: str, intent: str, since: date) -> None:
    read = READER.read(text, TODAY)
    assert (read.intent, read.since) == (intent, since)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "hvornår er det næste møde i økonomiudvalget?",
            "Næste møde i Økonomiudvalget er tirsdag den 8. december 2026 kl. 8.00.",
        ),
        (
            "hvornår er der frist for punkter til økonomiudvalget?",
            "Fristen for punkter til mødet i Økonomiudvalget den 8. december 2026 "
            "er torsdag den 26. november 2026 kl. 12.00.",
        ),
    ],
)
def test_the_next_meeting_and_its_deadline_are_one_sentence(text: str, told: str) -> None:
    assert Talk().says(text).text.splitlines()[0] == told


@pytest.mark.parametrize(
    "text", ["hvad er på vej?", "hvad er på vej til direktionen", "What is coming up?", "hvilke sager er på vej?"]
)
def test_what_is_on_its_way_was_searched_for(text: str) -> None:
    read = READER.read(text, TODAY)
    assert (read.intent, read.topic) == ("upcoming", "")


@pytest.mark.parametrize("text", ["Hvad er nyt?", "nyt", "What is new?", "any news?"])
def test_news_are_the_latest_decisions(text: str) -> None:
    read = READER.read(text, TODAY)
    assert (read.intent, read.latest) == ("decisions_list", True)


@pytest.mark.parametrize("text", ["hvilke punkter er lukkede?", "which items are closed?", "vis lukkede punkter"])
def test_closed_items_are_not_listed_for_anybody(text: str) -> None:
    assert READER.read(text, TODAY).intent == "help"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("hvad besluttede hestevæddeløbsudvalget i 2015?", "hestevæddeløbsudvalget"),
        ("hvad har byrådet besluttet om skoler?", "byrådet"),
        ("beslutninger i handicaprådet i 2015", "handicaprådet"),
        ("what did the horse racing committee decide in 2015?", "horse racing committee"),
    ],
)
def test_a_body_that_is_not_known_was_passed_over(text: str, body: str) -> None:
    talk = Talk()
    message = talk.says(text)
    assert body in message.text.splitlines()[0]
    assert talk.last.finding is not None
    assert (talk.last.finding.status, talk.last.finding.missing) == ("not_found", (body,))


@pytest.mark.parametrize(
    "text",
    [
        "hvad blev besluttet om nedlæggelse af handicaprådet?",
        "hvad besluttede udvalget om skoler?",
        "hvad besluttede økonomiudvalgt i 2015?",
        "hvad besluttede teknikudvalget i 2022?",
        "what did the committee decide on schools?",
    ],
)
def test_a_matter_or_a_known_body_is_no_unknown_one(text: str) -> None:
    assert READER.read(text, TODAY).unknown_body is None
