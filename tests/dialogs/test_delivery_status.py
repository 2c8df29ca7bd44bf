"""How delivery fares, in words: for those who see to it, in personal chat."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cards import phrases as p
from cards.texts import texts
from store.outbox_records import DeadChannel, OutboxStatus
from store.records import Audience, Person
from tests.fakes import matters as m
from tests.fakes.talk import Talk

DA, EN = texts("da"), texts("en")
LOCAL = ZoneInfo("Europe/Copenhagen")
SOON = m.NOW - timedelta(seconds=20)


@dataclass
class Stands:
    """dialogs.watchports.Delivery that stands as a test says."""

    found: OutboxStatus

    def status(self, now: datetime) -> OutboxStatus:
        return self.found


def talk(found: OutboxStatus, person: Person = m.SECRETARY, audience: Audience = "personal") -> Talk:
    made = Talk(person, audience)
    made.ports = replace(made.ports, delivery=Stands(found))
    return made


WELL = OutboxStatus(SOON, None, {"pending": 2, "sent": 40}, ())
ASKED = (
    ("Kører påmindelserne?", "da"),
    ("Leveringsstatus", "da"),
    ("Hvad er status på udsendelsen?", "da"),
    ("Er der forsinkede beskeder?", "da"),
    ("Hvornår kørte påmindelserne sidst?", "da"),
    ("Are the reminders running?", "en"),
    ("Show me the delivery status, please", "en"),
    ("When did delivery last run?", "en"),
)


@pytest.mark.parametrize(("text", "lang"), ASKED)
def test_a_secretary_hears_when_it_last_ran(text: str, lang: str) -> None:
    t = EN if lang == "en" else DA
    said = talk(WELL).says(text).text.splitlines()
    assert said[:2] == [t.say(p.DELIVERY_RUNS, when=SOON.astimezone(LOCAL)), t.say(p.DELIVERY_NONE_OVERDUE)]
    assert said[2:] == [f"{t.say(p.LABEL_DELIVERY_WAITING)}: 2", f"{t.say(p.LABEL_DELIVERY_SENT)}: 40"]


def test_what_stands_still_and_what_is_overdue_is_said() -> None:
    since = m.NOW - timedelta(hours=3)
    shut = DeadChannel("t", "19:x", "BotNotInConversationRoster", since, "Skolerne")
    counts = {"pending": 5, "dead": 1, "unknown": 2, "skipped_late": 3}
    said = talk(OutboxStatus(since, since, counts, (shut,), 4, 1)).says("Kører påmindelserne?").text
    assert said.splitlines() == [
        DA.say(p.DELIVERY_STANDS, when=since.astimezone(LOCAL)),
        DA.say(p.DELIVERY_OVERDUE, count=4, when=since.astimezone(LOCAL)),
        "Venter på deres tid: 1",
        "Kunne ikke afleveres: 1",
        "Er måske ikke nået frem: 2",
        "For sent, ikke sendt: 3",
        "Nye dokumenter, der ikke er gennemgået: 1",
        "Kan ikke nås: Skolerne",
    ]


def test_what_has_never_run_is_said() -> None:
    told = talk(OutboxStatus(None, None, {}, ())).says("delivery status").text
    assert told.startswith((EN.say(p.DELIVERY_NEVER), DA.say(p.DELIVERY_NEVER)))


@pytest.mark.parametrize(
    ("person", "audience"), [(m.READER, "personal"), (m.MEMBER, "personal"), (m.SECRETARY, "channel")]
)
def test_nobody_else_hears_it(person: Person, audience: Audience) -> None:
    assert "40" not in talk(WELL, person, audience).says("Kører påmindelserne?").text


@pytest.mark.parametrize(
    "text", ["Hvad er status på udsendelse af dagsordenen?", "Er udsendelsen af lokalplanen forsinket?", "Vis beskeder"]
)
def test_other_questions_stay_questions(text: str) -> None:
    assert "Udsendelsen kører" not in talk(WELL).says(text).text
