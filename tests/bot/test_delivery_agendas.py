"""A channel is told of a published agenda: the open items, judged when it is sent, with keys to take them back by."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from bot.delivery_agendas import AgendaNotices
from dialogs.turn import Message
from store.database import Database
from store.minutes.posting import MEETING_KIND
from store.minutes.records import MeetingPractice
from store.outbox_records import Occurrence, Subscription
from store.records import Lang
from tests.fakes.agenda import CHANNEL, CILLE, DAN, DEC_3, TENANT
from tests.fakes.library import NOW
from tests.fakes.secretaries import Chancery
from tests.fakes.talk import buttons


@pytest.fixture
def house(sqlite_db: Database) -> Chancery:
    return Chancery(sqlite_db)


def told(house: Chancery, what: str = "agenda", count: int = 0, lang: Lang = "da", **more: Any) -> Message | None:
    subscription = Subscription("k", MEETING_KIND, TENANT, "channel", "19:c", "p-cille", lang)
    payload = {"meeting": DEC_3, "what": what, "count": count, **more}
    say = AgendaNotices(house.agendas)
    return say(Occurrence(1, 1, subscription, "slot", "19:c", "channel", NOW, payload), CHANNEL, NOW)


@pytest.mark.parametrize(
    ("lang", "first"),
    [
        ("da", "Dagsordenen til Direktionen, torsdag den 3. december 2026 kl. 8.30 er klar."),
        ("en", "The agenda for Direktionen, Thursday 3 December 2026 at 8:30 is out."),
    ],
)
def test_the_open_items_with_their_numbers(house: Chancery, lang: Lang, first: str) -> None:
    roof = house.case("Nyt tag")
    staff = house.case("Personsag", access="closed", closed_reason="personal", description="Ole Bjerre")
    path = house.case("Ny cykelsti")
    house.published(roof, staff, path)
    message = told(house, lang=lang)
    assert message is not None
    lines = message.text.splitlines()
    assert lines[0] == first
    assert lines[2:4] == ["1. Nyt tag", "3. Ny cykelsti"]
    assert message.shows_items == (roof.id, path.id)
    whole = str(message)
    assert "Personsag" not in whole
    assert "Ole Bjerre" not in whole
    assert [each["verb"] for each in buttons(message.card or {})] == ["case.show", "case.show", "agenda.show"]


def test_what_was_closed_before_it_left_is_not_in_it(house: Chancery) -> None:
    roof, path = house.case("Nyt tag"), house.case("Ny cykelsti")
    house.published(roof, path)
    house.act(house.agenda.item(roof.id, CILLE), "close", CILLE)
    message = told(house)
    assert message is not None
    assert "Nyt tag" not in str(message)
    house.act(house.agenda.item(path.id, CILLE), "close", CILLE)
    assert told(house) is None


def test_nothing_is_told_before_it_is_published(house: Chancery) -> None:
    agenda = house.agendas.arrange(DEC_3, 0, [house.case("Nyt tag").id], CILLE)
    house.agendas.lock(DEC_3, agenda.version, CILLE)
    assert told(house) is None


def test_a_supplement_tells_of_its_own_items(house: Chancery) -> None:
    agenda = house.published(house.case("Nyt tag"))
    late = house.case("Sent punkt")
    house.agendas.supplement(DEC_3, agenda.version, [late.id], CILLE)
    message = told(house, "supplement", 1)
    assert message is not None
    assert message.text.startswith("Der er kommet en tillægsdagsorden til Direktionen")
    assert "2. Sent punkt" in message.text
    assert "Nyt tag" not in message.text
    assert told(house, "supplement", 2) is None


def test_it_is_laid_out_for_the_channel_of_the_body(house: Chancery) -> None:
    practice = MeetingPractice("direktion", "meeting", (), (), ("channel", "19:c"), "Direktionssekretariatet")
    house.agendas.set_practice(practice, CILLE)
    house.published(house.case("Nyt tag"))
    with house.db.read() as session:
        rows = session.connection().execute(text("select recipient from occurrence")).scalars().all()
    assert "19:c" in rows
    assert house.titles(DAN) == [("1", "Nyt tag")]
