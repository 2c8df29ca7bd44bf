"""Members are told of minutes to look through, channels of final ones, by the rights of who hears it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.delivery_meetings import MinutesNotices
from dialogs.turn import Message
from store.database import Database
from store.minutes.posting import MEETING_KIND
from store.outbox_records import Occurrence, Subscription
from store.records import Lang, Subject
from tests.fakes.agenda import BO, CHANNEL, CILLE, DAN, DEC_3, TENANT
from tests.fakes.chamber import LIV, Chamber, talk
from tests.fakes.library import NOW


@pytest.fixture
def chamber(sqlite_db: Database) -> Chamber:
    found = Chamber(sqlite_db)
    shut = found.case("Opsigelse af Hjulmager", access="closed", closed_reason="contract")
    found.held(found.case("Nyt tag"), found.act(shut, "exclude", CILLE, person="p-dan"))
    secretary = talk(found, CILLE)
    for text in ("skriv referat", "punkt 1: godkendt", "punkt 2: Aftalen opsiges.", "send referatet til gennemsyn"):
        secretary.says(text)
    return found


def told(chamber: Chamber, what: str, to: Subject, lang: Lang = "da", count: int = 1) -> Message | None:
    subscription = Subscription("k", MEETING_KIND, TENANT, to.audience, "x", to.person or "", lang)
    payload = {"meeting": DEC_3, "what": what, "count": count}
    occurrence = Occurrence(1, 1, subscription, "slot", "x", to.audience, NOW, payload)
    return MinutesNotices(talk(chamber, to).ports)(occurrence, to, chamber.clock())


def test_a_member_is_asked_to_look_minutes_through(chamber: Chamber) -> None:
    message = told(chamber, "review", LIV)
    assert message is not None
    first = "Referatet fra mødet i Direktionen torsdag den 3. december 2026 er klar til dit gennemsyn."
    assert message.text.startswith(first)
    assert "Læs referatet" in str(message.card)
    english = told(chamber, "review", DAN, "en")
    assert english is not None
    assert "ready for you to look through" in english.text
    assert "Hjulmager" not in str(english)
    for other in (BO, CHANNEL):
        assert told(chamber, "review", other) is None


def test_what_was_taken_back_is_not_said_any_more(chamber: Chamber) -> None:
    talk(chamber, CILLE).says("tag referatet tilbage")
    assert told(chamber, "review", LIV) is None
    assert told(chamber, "final", CHANNEL) is None


def test_a_channel_hears_of_final_minutes_what_is_open(chamber: Chamber) -> None:
    version = chamber.minutes.minutes(DEC_3, CILLE).agenda.version
    chamber.minutes.finish(DEC_3, version, CILLE)
    for reader in (CHANNEL, replace(CILLE, audience="channel"), replace(LIV, audience="group")):
        message = told(chamber, "final", reader)
        assert message is not None
        assert "– 1. Nyt tag: Godkendt." in message.text
        assert len(message.shows_items) == 1
        for trace in ("Hjulmager", "opsiges", "2."):
            assert trace not in message.text
    # A correction is said once it is final, with its number.
    assert told(chamber, "correction", CHANNEL, count=2) is None
