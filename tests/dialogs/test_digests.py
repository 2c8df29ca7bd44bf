"""Weekly reminders by words and by card: set up once, seen by everyone, changed by who may, paused and ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from cards import verbs
from dialogs.understanding.digestsaid import DigestSaid, digest_said, paused_until
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import Reader
from store.database import Database
from store.followup_records import SECTIONS, Digest
from store.outbox_records import Weekly
from store.records import Audience, Lang, Subject
from tests.fakes import matters as m
from tests.fakes.agenda import ANNA, BO, CILLE
from tests.fakes.reminded import PLACE, TODAY, Member, Reminded
from tests.fakes.talk import buttons

NAMES = BodyNames(m.BODIES)
READER = Reader(NAMES)


@pytest.fixture
def house(sqlite_db: Database) -> Reminded:
    return Reminded(sqlite_db)


def kept(house: Reminded, audience: Audience = "channel", subject: Subject = ANNA) -> list[Digest]:
    recipient = PLACE if audience != "personal" else subject.person or ""
    return list(house.digests.of(audience, recipient, replace(subject, audience=audience)))


def first(talk: Member) -> str:
    assert talk.last.message is not None
    return talk.last.message.text.splitlines()[0]


def inputs(talk: Member) -> dict[str, object]:
    """What the form is filled in with."""
    assert talk.last.message is not None
    assert talk.last.message.card is not None
    return {one["id"]: one.get("value") for one in talk.last.message.card["body"] if "id" in one}


SAID = {
    "ugentlig påmindelse mandag kl. 8": DigestSaid(0, time(8)),
    "Send os hver fredag en oversigt over Direktionen og Økonomiudvalget": DigestSaid(
        4, bodies=("Direktionen", "Økonomiudvalget")
    ),
    "Ugentlig påmindelse om sag 24/1234 tirsdag 9.30": DigestSaid(1, time(9, 30), cases=("24/1234",)),
    "mine opfølgninger hver mandag": DigestSaid(0, mine=True),
    "Send mig mine opfølgninger hver mandag kl. 9, fire uger frem": DigestSaid(0, time(9), mine=True, horizon=28),
    "kan du minde os om trivselsundersøgelsen hver torsdag": DigestSaid(3, topic="trivselsundersøgelsen"),
    "Lav en ugentlig oversigt over opfølgninger og frister": DigestSaid(),
    "Weekly reminder about the roof case": DigestSaid(topic="roof"),
    "Weekly reminder on Fridays at 2 pm for Direktionen": DigestSaid(4, time(14), bodies=("Direktionen",)),
    "Remind us every Monday about case 24/1234": DigestSaid(0, cases=("24/1234",)),
    "Send us an overview of Direktionen every Friday": DigestSaid(4, bodies=("Direktionen",)),
}


@pytest.mark.parametrize(("text", "said"), SAID.items())
def test_what_is_wanted_is_read_from_the_words(text: str, said: DigestSaid) -> None:
    read = READER.read(text, TODAY)
    assert (read.command, digest_said(read.typed, NAMES)) == ("digest_add", said)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("ferie til 4. august", date(2027, 8, 4)),
        ("Sæt påmindelsen på pause til mandag", date(2026, 12, 7)),
        ("Hold pause med påmindelserne til og med 3. januar", date(2027, 1, 4)),
        ("Hold pause med påmindelsen i to uger", date(2026, 12, 14)),
        ("Pause the reminder until 4 August", date(2027, 8, 4)),
        ("sæt påmindelsen på pause", None),
    ],
)
def test_a_pause_ends_on_the_day_that_is_named(text: str, until: date | None) -> None:
    read = READER.read(text, TODAY)
    assert (read.command, paused_until(read.typed, TODAY)) == ("digest_pause", until)


@pytest.mark.parametrize(
    "text",
    [
        "Hvad blev besluttet om den ugentlige oversigt over sygefravær?",
        "Hvornår er næste møde?",
        "ferie for ansatte i daginstitutioner",
        "påmindelser til borgere om tandlæge",
        "Hvad blev besluttet om ugentlige møder?",
        "What was decided about the weekly menu?",
        "weekly bus service",
    ],
)
def test_questions_and_matters_are_no_reminder(text: str) -> None:
    assert not (READER.read(text, TODAY).command or "").startswith("digest_")


def test_a_matter_that_sounds_like_one_is_searched_for(house: Reminded) -> None:
    talk = house.talk(ANNA, "channel")
    talk.says("ugentlig påmindelse mandag kl. 8")
    before = kept(house)
    for text in ("ugentlig oversigt over sygefravær", "pause til personalet"):
        talk.says(text)
        assert talk.last.asked is not None
    assert kept(house) == before


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("da", "ugentlig påmindelse fredag kl. 9 om Direktionen",
         "Jeg skriver her hver fredag kl. 9.00 med det, der vedrører Direktionen."),
        ("en", "weekly reminder Friday at 9 for Direktionen",
         "I write here every Friday at 9:00 with what concerns Direktionen."),
    ],
)  # fmt: skip
def test_one_sentence_sets_it_up_in_a_channel(house: Reminded, lang: Lang, text: str, told: str) -> None:
    talk = house.talk(ANNA, "channel", lang)
    talk.says(text)
    (made,) = kept(house)
    assert (first(talk), made.schedule, made.bodies, made.lang) == (told, Weekly(4, time(9)), ("direktion",), lang)


def test_the_same_twice_is_one(house: Reminded) -> None:
    anna, bo = house.talk(ANNA, "channel"), house.talk(BO, "channel")
    anna.says("ugentlig påmindelse mandag kl. 8")
    bo.says("ugentlig påmindelse mandag kl. 8")
    assert first(bo) == "Den påmindelse er der allerede: hver mandag kl. 8.00."
    assert [one.owner for one in kept(house)] == ["p-anna"]


def test_ones_own_follow_ups_are_for_a_private_chat(house: Reminded) -> None:
    talk = house.talk(ANNA, "channel")
    talk.says("mine opfølgninger hver mandag")
    assert (first(talk).startswith("Dine egne opfølgninger sender jeg kun i en personlig chat."), kept(house)) == (
        True, []
    )  # fmt: skip
    own = house.talk(ANNA)
    own.says("mine opfølgninger hver mandag")
    assert first(own) == "Jeg skriver til dig hver mandag kl. 8.00 med dine egne opfølgninger."
    assert [one.mine for one in kept(house, "personal")] == [True]


def test_without_day_and_matter_the_form_asks_and_what_is_filled_in_is_kept(house: Reminded) -> None:
    talk = house.talk(ANNA, "group")
    talk.says("Opret en ugentlig påmindelse")
    assert (inputs(talk)["weekday"], inputs(talk)["at"], inputs(talk)["sections"]) == ("0", "08:00", ",".join(SECTIONS))
    assert "mine" not in inputs(talk)
    filled = {"bodies": "direktion,byraad", "cases": "24/1234 og 15/8020", "weekday": "3", "at": "14:30", "lang": "en",
              "horizon": "28", "sections": "overdue,meetings", "shift": "skip", "empty": "true"}  # fmt: skip
    message = talk.presses_titled("Gem", filled)
    (made,) = kept(house, "group")
    assert message.replaces == "card-1"
    assert made.schedule == Weekly(3, time(14, 30), "skip")
    assert (made.bodies, made.cases, made.lang, made.horizon, made.sections, made.say_nothing) == (
        ("direktion", "byraad"), ("24/1234", "15/8020"), "en", 28, ("overdue", "meetings"), False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"at": "02:30"}, "Mellem kl. 2 og 3 om natten stilles uret. Vælg et andet tidspunkt."),
        ({"at": "sent"}, "Der er noget i formularen, der ikke passer: Tidspunkt."),
        ({"cases": "taget"}, "Et sagsnummer ligner 24/1234. Jeg kan ikke genkende »taget«."),
        ({"sections": ""}, "Der er noget i formularen, der ikke passer: Indhold."),
        ({"horizon": "1000"}, "Der er noget i formularen, der ikke passer: Hvor langt frem."),
        ({"bodies": "personaleudvalg"},
         "Et af udvalgene kan ikke vælges her, fordi ikke alle må kende det."),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said_and_the_form_stays(house: Reminded, wrong: dict[str, str], told: str) -> None:
    talk = house.talk(ANNA, "channel")
    talk.says("ugentlig påmindelse")
    message = talk.presses_titled("Gem", {"weekday": "0", "at": "08:00", "sections": "overdue", **wrong})
    assert message.text.splitlines()[1] == told
    assert kept(house) == []


def test_an_unknown_matter_is_asked_for(house: Reminded) -> None:
    talk = house.talk(ANNA, "channel")
    message = talk.says("ugentlig påmindelse om xylofonprojektet tirsdag")
    assert "Jeg ved ikke, hvilken sag, hvilket udvalg eller hvilket initiativ »xylofonprojektet« er." in message.text
    assert (inputs(talk)["weekday"], kept(house)) == ("1", [])


def test_everyone_there_sees_it_and_who_set_it_up_or_a_secretary_changes_it(house: Reminded) -> None:
    house.talk(ANNA, "channel").says("ugentlig påmindelse mandag kl. 8")
    bo = house.talk(BO, "channel")
    assert "Oprettet af Anna Holm" in bo.says("vis de ugentlige påmindelser").text
    assert "Slet" not in [one["title"] for one in buttons(bo.last.message.card if bo.last.message else None)]
    assert bo.says("flyt påmindelsen til fredag kl. 9").text.startswith(
        "Kun den, der har oprettet påmindelsen, og sekretærer kan rette den."
    )
    cille = house.talk(CILLE, "channel")
    cille.says("flyt påmindelsen til fredag kl. 9")
    assert first(cille).startswith("Påmindelsen er rettet. Jeg skriver her hver fredag kl. 9.00")
    assert [one.schedule for one in kept(house)] == [Weekly(4, time(9))]


def test_a_pause_by_words_and_by_card_and_going_on(house: Reminded) -> None:
    talk = house.talk(ANNA, "channel")
    talk.says("ugentlig påmindelse mandag kl. 8")
    talk.says("ferie til 4. januar")
    assert (first(talk), kept(house)[0].paused_until) == (
        "Påmindelsen holder pause til mandag den 4. januar 2027.", date(2027, 1, 4)
    )  # fmt: skip
    talk.presses_titled("Genoptag")
    assert kept(house)[0].paused_until is None
    talk.presses_titled("Hold pause")
    talk.presses_titled("Hold pause", {"until": "2020-01-01"})
    assert kept(house)[0].paused_until is None
    talk.presses_titled("Hold pause", {"until": "2026-12-14"})
    assert kept(house)[0].paused_until == date(2026, 12, 14)
    talk.says("genoptag påmindelsen")
    assert first(talk).startswith("Påmindelsen er i gang igen.")
    assert talk.says("genoptag påmindelsen").text.startswith("Ingen påmindelse holder pause her.")


def test_send_now_and_delete_with_a_way_back(house: Reminded) -> None:
    talk = house.talk(ANNA, "channel")
    talk.says("ugentlig påmindelse mandag kl. 8 om Direktionen")
    assert talk.says("send påmindelsen nu").text.startswith("Påmindelsen er på vej.")
    assert talk.says("slet den ugentlige påmindelse").text.startswith("Den ugentlige påmindelse er slettet.")
    assert kept(house) == []
    talk.presses_titled("Opret den igen")
    assert [(one.bodies, one.schedule) for one in kept(house)] == [(("direktion",), Weekly(0, time(8)))]


def test_of_several_one_is_picked_by_name_or_from_a_list(house: Reminded) -> None:
    talk = house.talk(ANNA, "channel")
    talk.says("ugentlig påmindelse mandag kl. 8 om Direktionen")
    talk.says("ugentlig påmindelse fredag kl. 8 om Byrådet")
    assert talk.says("slet påmindelsen").text.startswith("Hvilken mener du?")
    talk.says("slet påmindelsen om Byrådet")
    assert [one.bodies for one in kept(house)] == [("direktion",)]


def test_what_was_changed_makes_room_for_what_it_was(house: Reminded) -> None:
    talk = house.talk(ANNA, "channel")
    talk.says("ugentlig påmindelse mandag kl. 8 om Direktionen")
    (made,) = kept(house)
    house.digests.change(replace(made, bodies=("byraad",)), replace(ANNA, audience="channel"))
    talk.says("ugentlig påmindelse mandag kl. 8 om Direktionen")
    assert [one.bodies for one in kept(house)] == [("byraad",), ("direktion",)]


def test_the_welcome_offers_it_in_one_click(house: Reminded) -> None:
    talk = house.talk(ANNA, "channel")
    talk.event("installed")
    talk.presses_titled("Ugentlig påmindelse, mandag kl. 8.00")
    (made,) = kept(house)
    assert (made.schedule, made.bodies, made.owner) == (Weekly(0, time(8)), (), "p-anna")
    assert first(talk) == "Jeg skriver her hver mandag kl. 8.00 med opfølgninger, frister og møder."
    own = house.talk(ANNA)
    own.event("installed")
    assert own.last.message is not None
    assert "Ugentlig påmindelse, mandag kl. 8.00" not in [one["title"] for one in buttons(own.last.message.card)]


@pytest.mark.parametrize("data", [{}, {"to": 3}, {"to": {"schedule": []}}, {"digest": "nej"}, {"digest": ["x"]}])
def test_a_forged_click_is_answered(house: Reminded, data: dict[str, object]) -> None:
    talk = house.talk(ANNA, "channel")
    for verb in (verbs.DIGEST_SET, verbs.DIGEST_SHOW, verbs.DIGEST_PAUSE, verbs.DIGEST_NOW, verbs.DIGEST_REMOVE):
        assert talk.presses(verb, data).text
    assert kept(house) == []


def test_the_next_day_is_said_with_the_holidays(house: Reminded) -> None:
    house.now += timedelta(days=23)
    talk = house.talk(ANNA, "channel")
    assert "Næste gang: Mandag den 28. december" in talk.says("ugentlig påmindelse torsdag kl. 8").text
