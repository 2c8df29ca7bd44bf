"""People are told of steps of agenda items, in words of the moment when the message leaves, if they may still read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery_cases import CaseNotices
from dialogs.turn import Message
from store.agenda.notices import CASE_KIND
from store.agenda.records import AgendaItem
from store.database import Database
from store.outbox_records import Occurrence, Subscription
from store.people import People
from store.records import Lang, Subject
from tests.fakes.agenda import ANNA, BO, CILLE, DEC_17, ODA, TENANT, House
from tests.fakes.library import NOW
from tests.fakes.talk import buttons

BIKES: dict[str, Any] = {"title": "Nye tjenestecykler", "case_number": "26/77"}


@pytest.fixture
def house(sqlite_db: Database) -> House:
    return House(sqlite_db)


def occurrence(payload: Mapping[str, Any], to: Subject, lang: Lang) -> Occurrence:
    subscription = Subscription("k", CASE_KIND, TENANT, "personal", to.person or "", to.person or "", lang)
    return Occurrence(1, 1, subscription, "slot", to.person or "", "personal", NOW, payload)


def told(house: House, item: AgendaItem, action: str, to: Subject, lang: Lang = "da") -> Message | None:
    say = CaseNotices(house.agenda, People(house.db, house.clock))
    payload = {"item": item.id, "version": item.version, "action": action}
    return say(occurrence(payload, to, lang), to, house.clock())


def titles(message: Message | None) -> list[str]:
    return [str(each["title"]) for each in buttons(message.card or {})] if message is not None else []


def test_a_secretary_is_told_who_submitted_what_and_can_decide(house: House) -> None:
    message = told(house, house.submitted(**BIKES), "submit", CILLE)
    assert message is not None
    first = "Anna Holm har indsendt »Nye tjenestecykler« til Direktionen torsdag den 3. december 2026 kl. 8.30."
    assert message.text.splitlines()[0] == first
    assert "Næste skridt: Du godkender det eller sender det retur." in message.text
    assert titles(message) == ["Godkend", "Send retur", "Vis punktet"]


def test_what_came_late_says_so(house: House) -> None:
    house.clock.forward(days=6)
    item = house.submitted(**BIKES, late_reason="Tilbuddet kom i går.")
    message = told(house, item, "submit", CILLE)
    assert message is not None
    assert "Det kom efter fristen." in message.text
    assert "Tilbuddet kom i går." in message.text
    assert titles(message)[0] == "Godkend trods overskredet frist"


@pytest.mark.parametrize(
    ("lang", "first"),
    [
        ("da", "Cille Ærø har sendt »Nye tjenestecykler« retur, så det kan blive rettet."),
        ("en", "Cille Ærø has sent “Nye tjenestecykler” back to be corrected."),
    ],
)
def test_an_author_reads_why_it_came_back(house: House, lang: Lang, first: str) -> None:
    item = house.act(house.submitted(**BIKES), "return", CILLE, comment="Økonomien mangler")
    message = told(house, item, "return", ANNA, lang)
    assert message is not None
    assert message.text.splitlines()[0] == first
    assert "Økonomien mangler" in message.text
    assert titles(message)[0] == ("Ret det" if lang == "da" else "Correct it")


def test_each_step_has_its_sentence(house: House) -> None:
    item = house.submitted(**BIKES)
    for action, more in (
        ("move", {"meeting_key": DEC_17}),
        ("close", {}),
        ("open", {}),
        ("approve", {}),
        ("place", {}),
    ):
        item = house.act(item, action, CILLE, **more)  # type: ignore[arg-type]  # all are actions
        message = told(house, item, action, ANNA)
        assert message is not None
        assert "Nye tjenestecykler" in message.text.splitlines()[0]
    item = house.act(item, "postpone", CILLE)
    assert "har udsat" in str(told(house, item, "postpone", ANNA))
    item = house.act(item, "withdraw", CILLE, comment="Puljen er lukket")
    assert "har trukket" in str(told(house, item, "withdraw", ANNA))
    assert told(house, item, "exclude", ANNA) is None


def test_what_happened_since_is_told_with_it(house: House) -> None:
    submitted = house.submitted(**BIKES)
    house.act(submitted, "approve", CILLE)
    message = told(house, submitted, "submit", CILLE)
    assert message is not None
    assert "Siden er der sket mere: »Nye tjenestecykler« er godkendt til Direktionen" in message.text
    assert "Godkend" not in titles(message)


def test_who_may_not_read_it_any_more_is_told_nothing(house: House) -> None:
    item = house.submitted(**BIKES)
    assert told(house, item, "submit", BO) is None
    assert told(house, item, "submit", ODA) is None
    assert told(house, item, "submit", replace(CILLE, grants=())) is None
    out = house.act(item, "exclude", CILLE, person="p-anna")
    assert told(house, out, "return", ANNA) is None
    gone = replace(item, id="nobody")
    assert told(house, gone, "submit", CILLE) is None


def test_nonsense_is_no_message(house: House) -> None:
    item = house.submitted(**BIKES)
    say = CaseNotices(house.agenda, People(house.db, house.clock))
    for payload in ({}, {"item": item.id}, {"item": item.id, "version": "3", "action": "submit"}, {"item": 3}):
        assert say(occurrence(payload, CILLE, "da"), CILLE, house.clock() + timedelta(days=1)) is None
