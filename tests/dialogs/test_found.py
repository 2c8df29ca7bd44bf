"""Papers of a meeting, the course of one of two matters, and what somebody recommended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cards import phrases as p
from cards.texts import texts
from dialogs.asking import names_who_recommends
from store.records import Query
from tests.fakes import matters as m
from tests.fakes.ports import World
from tests.fakes.talk import Talk

DA = texts("da")


def test_the_attachments_of_a_meeting_are_listed_by_item() -> None:
    talk = Talk()
    message = talk.says("hvilke bilag var der på direktionens møde den 22. oktober 2015?")
    assert "Indbydelse til ny frikommuneperiode.pdf" in message.text
    assert "Godkendt" not in message.text
    finding = talk.last.finding
    assert finding is not None
    assert (finding.status, finding.count) == ("answered", 2)


def test_the_attachments_of_several_matters_stand_below_each() -> None:
    talk = Talk(person=m.MEMBER)
    message = talk.says("hvilke bilag var der på direktionens møde den 22. oktober 2015?")
    assert message.text.splitlines() == [
        "Der hører 3 bilag til Direktionen, 22. oktober 2015.",
        "73. Ansøgning om at blive frikommune:",
        "– 81244/15: Indbydelse til ny frikommuneperiode.pdf",
        "– Oplæg fra netværket af nabokommuner.pdf",
        "71. Afvikling af Servicekorpset:",
        "– Notat om Servicekorpset.pdf (lukket)",
    ]
    assert set(message.shows_items) == {"i71", "i73"}


def test_of_two_matters_that_fit_the_one_with_attachments_is_meant() -> None:
    world = World()
    world.items["i75"] = replace(m.ANY_OTHER, title="Frikommune: eventuelt")
    talk = Talk(world=world)
    talk.says("bilag til sagen om frikommune")
    assert talk.last.finding is not None
    assert (talk.last.finding.status, talk.last.finding.item) == ("answered", m.FREE_TOWN)


def test_a_meeting_without_attachments_is_said_to_have_none() -> None:
    talk = Talk()
    talk.says("hvilke bilag var der på økonomiudvalgets møde i oktober 2022?")
    assert talk.last.finding is not None
    assert talk.last.finding.status == "not_stated"


def test_which_of_two_matters_is_meant_is_asked_before_a_course_is_told() -> None:
    world = World()
    vans = replace(m.TARIFFS, key="i50", title="Elbiler til hjemmeplejen", case_number="13/5890", meeting=m.SEPTEMBER)
    world.items["i50"] = replace(vans, facts=(m.fact("f50", "decision", "Udsat.", vans, "postponed"),))
    talk = Talk(world=world)
    message = talk.says("hvad er forløbet i sagen om elbiler?")
    assert message.text.startswith(DA.say(p.WHICH_ONE_OF, count=3))
    talk.says("2")
    assert talk.last.finding is not None
    assert talk.last.finding.status == "answered"
    assert talk.last.state is not None
    assert talk.last.state.data["intent"] == "case_course"


def test_the_course_of_the_only_matter_is_told_at_once() -> None:
    talk = Talk()
    talk.says("hvad er forløbet i sagen om ladestandere?")
    assert talk.last.finding is not None
    assert [item.key for item in talk.last.finding.items] == ["i3", "i41"]


def asked(text: str, topic: str) -> Query:
    return Query(text=text, topic=topic, intent="recommendation", lang="da", today=date(2026, 11, 21))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("hvad har Bo Sørensen indstillet?", "Bo Sørensen"),
        ("hvad indstillede Økonomi og Administration", "Økonomi og Administration"),
        ("what did Dan Friis recommend?", "Dan Friis"),
    ],
)
def test_somebody_who_recommends_is_no_matter(text: str, topic: str) -> None:
    assert names_who_recommends(asked(text, topic))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("hvad blev der indstillet om Bakkerup Hallen?", "Bakkerup Hallen"),
        ("hvad har forvaltningen indstillet om hallen", "hallen"),
        ("hvad anbefalede Dan Friis om hallen", "Dan Friis om hallen"),
    ],
)
def test_a_matter_is_nobody_who_recommends(text: str, topic: str) -> None:
    assert not names_who_recommends(asked(text, topic))
