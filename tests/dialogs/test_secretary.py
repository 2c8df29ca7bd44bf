"""A secretary makes an agenda, in words and by card, in both languages; others read it as they may."""

from __future__ import annotations

from datetime import date

import pytest

from cards import verbs
from dialogs.turn import Message
from store.agenda.records import AgendaItem
from store.database import Database
from store.minutes.records import Decision, MeetingPractice
from tests.fakes.agenda import ANNA, BO, CILLE, DAN, DEC_3, EVA
from tests.fakes.secretaries import FINN, Chambers, Chancery, Seat

STANDING = ("Godkendelse af referat", "Kommende sager", "Eventuelt")


@pytest.fixture
def chambers(sqlite_db: Database) -> Chambers:
    return Chambers(Chancery(sqlite_db))


@pytest.fixture
def three(chambers: Chambers) -> tuple[AgendaItem, AgendaItem, AgendaItem]:
    house = chambers.house
    return (
        house.case("Nyt tag", minutes=20),
        house.case("Personsag", access="closed", closed_reason="personal"),
        house.case("Ny cykelsti", minutes=100, type="briefing"),
    )


def order(chambers: Chambers) -> list[str]:
    return [title for _, title in chambers.house.titles()]


def head(message: Message) -> str:
    return message.text.partition("\n")[0]


@pytest.mark.parametrize(
    "text",
    [
        "dagsorden for direktionen den 3. december",
        "lav dagsorden",
        "hvad er på dagsordenen?",
        "Hvad er der på dagsordenen til direktionens møde den 3. december?",
        "make the agenda for Direktionen on 3 December",
        "what is on the agenda?",
    ],
)
def test_the_agenda_as_it_would_be(chambers: Chambers, three: tuple[AgendaItem, ...], text: str) -> None:
    told = chambers.talk(CILLE).says(text).text
    danish = "3. december" in told
    for line in ("1. ", "2. Nyt tag. ", "3. Personsag (", "4. Ny cykelsti. ", "5. ", "6. "):
        assert line in told
    assert ("forslag" if danish else "my proposal") in told
    assert ("I alt 120 minutter" if danish else "120 minutes in all") in told
    assert ("1 sag har ingen tid" if danish else "1 item has no time") in told
    assert chambers.house.now().version == 0


def test_too_much_for_the_meeting_is_said(chambers: Chambers, three: tuple[AgendaItem, ...]) -> None:
    practice = chambers.house.agenda.practice("direktion", CILLE)
    chambers.house.agenda.set_practice(type(practice)("direktion", "everyone", 90), CILLE)
    assert "I alt 120 minutter: mere end de 90, mødet har." in chambers.talk(CILLE).says("lav dagsorden").text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("flyt punkt 3 op", "GPNCKE"),
        ("flyt punkt 2 ned", "GPNCKE"),
        ("flyt punkt 4 til plads 2", "GCNPKE"),
        ("flyt punkt 4 op til plads 2", "GCNPKE"),
        ("flyt punkt 4 før punkt 2", "GCNPKE"),
        ("flyt punkt 2 efter punkt 4", "GPCNKE"),
        ("sæt punkt 4 øverst", "CGNPKE"),
        ("flyt punkt 2 to pladser ned", "GPCNKE"),
        ("flyt cykelsti op", "GNCPKE"),
        ("tag punkt 4 af", "GNPKE"),
        ("fjern punkt 4 fra dagsordenen", "GNPKE"),
        ("tag cykelsti af dagsordenen", "GNPKE"),
        ("fjern Eventuelt", "GNPCK"),
        ("move item 3 up", "GPNCKE"),
        ("move item 4 to place 2", "GCNPKE"),
        ("move item 4 before item 2", "GCNPKE"),
        ("take item 4 off", "GNPKE"),
        ("remove any other business", "GNPCK"),
    ],
)
def test_order_in_words(chambers: Chambers, three: tuple[AgendaItem, ...], text: str, expected: str) -> None:
    talk = chambers.talk(CILLE)
    talk.says("lav dagsorden")
    talk.says(text)
    letters = {"Godkendelse af referat": "G", "Nyt tag": "N", "Personsag": "P", "Ny cykelsti": "C",
               "Kommende sager": "K", "Eventuelt": "E"}  # fmt: skip
    assert "".join(letters[title] for title in order(chambers)) == expected


def test_what_is_off_comes_back(chambers: Chambers, three: tuple[AgendaItem, ...]) -> None:
    talk = chambers.talk(CILLE)
    talk.says("lav dagsorden")
    told = talk.says("tag punkt 4 af").text
    assert "»Ny cykelsti« er taget af dagsordenen" in told
    assert "1 godkendt sag er ikke på dagsordenen" in told
    assert "»Ny cykelsti« er nu på dagsordenen som punkt 4." in talk.says("sæt cykelsti på").text
    assert "»Eventuelt« er taget af dagsordenen." in talk.says("fjern Eventuelt").text
    assert "»Eventuelt« er på dagsordenen." in talk.says("sæt Eventuelt på igen").text
    assert order(chambers) == ["Godkendelse af referat", "Nyt tag", "Personsag", "Ny cykelsti", *STANDING[1:]]
    told = talk.says("sæt svømmehallen på dagsordenen").text
    assert "Jeg finder ingen godkendt sag, der hedder »svømmehallen«" in told
    assert "Der er intet punkt 12" in talk.says("flyt punkt 12 op").text


def test_order_by_card(chambers: Chambers, three: tuple[AgendaItem, ...]) -> None:
    talk = chambers.talk(CILLE)
    talk.says("lav dagsorden")
    told = talk.presses_titled("Ny cykelsti").text
    assert "Det står efter »Personsag« og før »Kommende sager«." in told
    assert "»Ny cykelsti« er nu punkt 3." in talk.presses_titled("Flyt op").text
    assert "»Ny cykelsti« er nu punkt 2." in talk.presses_titled("Flyt op").text
    talk.presses_titled("Dagsordenen")
    talk.presses_titled("Ret rækkefølgen")
    places = {f"place_{at}": str(at) for at in range(1, 7)}
    wrong = talk.presses_titled("Gem rækkefølgen", {**places, "place_2": "9"}).text
    assert "En plads er et helt tal fra 1 til 6." in wrong
    assert "Rækkefølgen er gemt." in talk.presses_titled("Gem rækkefølgen", {**places, "place_2": "4"}).text
    assert order(chambers)[:4] == ["Godkendelse af referat", "Nyt tag", "Personsag", "Ny cykelsti"]
    talk.presses_titled("Faste punkter")
    talk.presses_titled("Tag af: Kommende sager")
    assert "Kommende sager" not in order(chambers)


def test_pressed_twice_it_is_done_once(chambers: Chambers, three: tuple[AgendaItem, ...]) -> None:
    talk = chambers.talk(CILLE)
    talk.says("lav dagsorden")
    data = {"meeting": DEC_3, "version": 0, "item": three[2].id, "to": 1}
    talk.presses(verbs.AGENDA_MOVE, data)
    talk.presses(verbs.AGENDA_MOVE, data)
    assert (chambers.house.now().version, order(chambers)[1]) == (1, "Ny cykelsti")
    lock = {"meeting": DEC_3, "version": 1}
    talk.presses(verbs.AGENDA_LOCK, lock)
    talk.presses(verbs.AGENDA_LOCK, lock)
    assert (chambers.house.now().version, chambers.house.now().state) == (2, "locked")
    publish = {"meeting": DEC_3, "version": 2, "sure": True}
    for _ in range(2):
        talk.presses(verbs.AGENDA_PUBLISH, publish)
    assert (chambers.house.now().version, chambers.house.now().state) == (3, "published")


def test_two_secretaries_at_once(chambers: Chambers, three: tuple[AgendaItem, ...]) -> None:
    cille, finn = chambers.talk(CILLE), chambers.talk(FINN)
    cille.says("lav dagsorden")
    finn.says("lav dagsorden")
    cille.says("flyt punkt 4 til plads 2")
    before = order(chambers)
    told = finn.says("flyt punkt 4 op").text
    assert told.startswith("Cille Ærø har ændret punkterne eller deres rækkefølge")
    assert "Der er ikke ændret noget nu" in told
    assert order(chambers) == before
    # What he has been shown now counts.
    finn.says("flyt punkt 4 op")
    assert order(chambers) != before


def test_lock_unlock_and_publish(chambers: Chambers, three: tuple[AgendaItem, ...]) -> None:
    talk = chambers.talk(CILLE)
    talk.says("lav dagsorden")
    assert "Dagsordenen er låst og nummereret. Kun medlemmer" in talk.says("lås dagsordenen").text
    assert "Dagsordenen er låst, så punkter og rækkefølge ligger fast." in talk.says("flyt punkt 3 op").text
    assert talk.says("lås dagsordenen op").text.startswith("Hvorfor skal dagsordenen låses op?")
    assert "Skriv en begrundelse." in talk.presses_titled("Lås op", {"reason": " "}).text
    assert "Dagsordenen er låst op." in talk.presses_titled("Lås op", {"reason": "Et bilag mangler"}).text
    assert "Dagsordenen er ikke låst endnu." in talk.says("udgiv dagsordenen").text
    talk.says("lås dagsordenen")
    asked = talk.says("udgiv dagsordenen").text
    assert asked.startswith("Skal dagsordenen til Direktionen, torsdag den 3. december 2026 udgives?")
    assert "Alle ansatte kan se de 5 åbne punkter. 1 lukket punkt er kun for medlemmer og sekretærer." in asked
    assert "Direktionen har ingen kanal" in asked
    assert chambers.house.now().state == "locked"
    assert talk.says("ja").text.startswith("Dagsordenen er udgivet.")
    assert chambers.house.now().state == "published"
    assert "Dagsordenen er udgivet. Sene sager" in talk.says("flyt punkt 3 op").text
    assert "Dagsordenen er allerede udgivet." in talk.says("udgiv dagsordenen").text
    told = talk.says("vis dagsordenens forløb").text
    assert "»Et bilag mangler«" in told
    assert told.count("Du har låst dagsordenen") == 3  # twice locked, once unlocked


def test_unlocked_in_words_with_its_reason(chambers: Chambers, three: tuple[AgendaItem, ...]) -> None:
    talk = chambers.talk(CILLE)
    talk.says("lav dagsorden")
    talk.says("lås dagsordenen")
    told = talk.says("lås dagsordenen op, fordi bilaget mangler").text
    assert told.startswith("Dagsordenen er låst op.")
    assert chambers.house.agendas.history(DEC_3, CILLE)[-1].comment == "Bilaget mangler"


def test_a_supplementary_agenda(chambers: Chambers, three: tuple[AgendaItem, ...]) -> None:
    house, talk = chambers.house, chambers.talk(CILLE)
    house.published(*three)
    late = house.case("Sent punkt")
    told = talk.says("vis dagsordenen").text
    assert "1 sag er godkendt, efter at dagsordenen blev udgivet." in told
    asked = talk.says("sæt sent punkt på").text
    assert asked.startswith("Hvilke sene sager skal på en tillægsdagsorden til Direktionen")
    told = talk.presses_titled("Udgiv tillægsdagsordenen", {"items": late.id}).text
    assert told.startswith("Tillægsdagsordenen er udgivet med 1 punkt.")
    assert "Tillægsdagsorden 1\n4. Sent punkt." in told
    assert "ingen godkendt sag, som ikke allerede er på" in talk.says("lav tillægsdagsorden").text


def test_readers_see_what_they_may(chambers: Chambers, three: tuple[AgendaItem, ...]) -> None:
    house = chambers.house
    made = house.agendas.arrange(DEC_3, 0, [one.id for one in three], CILLE)
    ask = "vis dagsordenen for direktionen den 3. december"
    assert "Personsag" in chambers.talk(DAN).says(ask).text
    for reader in (BO, EVA):
        for text in (ask, "hvad er på dagsordenen til direktionens møde den 3. december?"):
            told = chambers.talk(reader).says(text).text
            assert "Nyt tag" not in told
            assert "Personsag" not in told
    house.agendas.publish(DEC_3, house.agendas.lock(DEC_3, made.version, CILLE).version, CILLE)
    for scope in ("personal", "channel"):
        talk = chambers.talk(BO, scope)  # type: ignore[arg-type]  # one of the scopes
        told = talk.says(ask).text
        assert "1. Nyt tag" in told
        assert "3. Ny cykelsti" in told
        assert "Personsag" not in told
    assert "Personsag" in chambers.talk(DAN).says(ask).text
    assert "Personsag" not in chambers.talk(DAN, "channel").says(ask).text
    assert "Personsag" not in chambers.talk(CILLE, "channel").says(ask).text


@pytest.mark.parametrize("text", ["lås dagsordenen", "flyt punkt 2 op", "udgiv dagsordenen", "lav tillægsdagsorden"])
def test_for_who_does_not_keep_it_there_is_no_such_thing(
    chambers: Chambers, three: tuple[AgendaItem, ...], text: str
) -> None:
    for subject in (BO, DAN, EVA):
        chambers.talk(subject).says(text)
    chambers.talk(CILLE, "channel").says(text)
    assert chambers.house.now().version == 0
    data = {"meeting": DEC_3, "version": 0, "item": three[0].id, "to": 0, "kind": "any_other", "sure": True}
    for subject in (BO, DAN, EVA):
        for verb in (verbs.AGENDA_MOVE, verbs.AGENDA_LOCK, verbs.AGENDA_OFF, verbs.AGENDA_STANDING,
                     verbs.AGENDA_NEUTRAL, verbs.AGENDA_HISTORY, verbs.AGENDA_ENTRY):  # fmt: skip
            told = chambers.talk(subject).presses(verb, data).text
            assert "Personsag" not in told
            assert told.startswith("Det kan jeg ikke finde")
    assert chambers.house.now().version == 0


def test_a_neutral_title_in_words_and_by_card(chambers: Chambers, three: tuple[AgendaItem, ...]) -> None:
    talk = chambers.talk(CILLE)
    talk.says("lav dagsorden")
    told = talk.says("den neutrale titel på punkt 3 er Personalesag i forvaltningen").text
    assert told.startswith("I den åbne udgave hedder punktet »Personalesag i forvaltningen«.")
    talk.says("lås dagsordenen")
    talk.says("udgiv dagsordenen")
    talk.says("ja")
    talk.presses_titled("Personsag")
    assert talk.presses_titled("Neutral titel").text.startswith("Hvad må alle vide om »Personsag«?")
    assert "hedder punktet »Lejesag«" in talk.presses_titled("Gem", {"neutral": "Lejesag"}).text
    assert "Punkt 2 er åbent" in talk.says("kald punkt 2 Noget andet i den åbne udgave").text
    told = talk.says("giv punkt 3 den neutrale titel »Ejendomssag«").text
    assert "hedder punktet »Ejendomssag«" in told


def test_the_way_of_a_body(chambers: Chambers) -> None:
    talk = chambers.talk(CILLE)
    told = talk.says("hvordan laves dagsordener til direktionen?").text
    assert "Punkterne nummereres fra 1 ved hvert møde." in told
    assert "Først kommer »Godkendelse af referat«." in told
    assert "fortløbende gennem året" in talk.says("nummerér punkterne i direktionen fortløbende gennem året").text
    talk.presses_titled("Ret det")
    filled = {
        "numbering": "meeting",
        "standing_minutes": "first",
        "standing_coming": "not",
        "standing_any_other": "last",
    }
    told = talk.presses_titled("Gem", {**filled, "channel": "none"}).text
    assert "Sidst kommer »Eventuelt«." in told
    assert chambers.house.agendas.practice("direktion", CILLE) == MeetingPractice(
        "direktion", "meeting", ("minutes",), ("any_other",)
    )


def test_a_channel_is_chosen_in_it(chambers: Chambers) -> None:
    there = chambers.talk(CILLE, "channel")
    assert "slår jeg de åbne punkter for Direktionen op her" in there.says("brug denne kanal til Direktionen").text
    practice = chambers.house.agendas.practice("direktion", CILLE)
    assert practice.channel == ("channel", "c")
    assert "Skriv det i den kanal" in chambers.talk(CILLE).says("brug denne kanal til Direktionen").text
    chambers.talk(BO, "channel").says("brug ikke længere denne kanal til Direktionen")
    assert chambers.house.agendas.practice("direktion", CILLE) == practice
    there.says("brug ikke længere denne kanal til Direktionen")
    assert chambers.house.agendas.practice("direktion", CILLE).channel is None


def test_documents_for_who_may_have_them(chambers: Chambers, three: tuple[AgendaItem, ...]) -> None:
    chambers.house.published(*three)

    def given(talk: Seat, text: str) -> str:
        message = talk.says(text)
        return message.file.name if message.file is not None else ""

    cille, bo = chambers.talk(CILLE), chambers.talk(BO)
    ask = "dagsordenen for direktionen den 3. december som"
    assert given(cille, f"{ask} Word") == "Dagsorden-Direktionen-2026-12-03.docx"
    assert given(bo, f"{ask} pdf") == "Dagsorden-Direktionen-2026-12-03.pdf"
    told = "giv mig den fulde udgave af dagsordenen for direktionen den 3. december som Word"
    assert given(cille, told) == "Dagsorden-Direktionen-2026-12-03-lukket-udgave.docx"
    assert given(bo, told) == ""
    assert given(chambers.talk(BO, "channel"), f"{ask} pdf") == ""
    bo.says("vis dagsordenen for direktionen den 3. december")
    bo.presses_titled("Dokumenter")
    assert bo.titles() == ["Åben udgave, Word", "Åben udgave, PDF"]
    message = bo.presses_titled("Åben udgave, PDF")
    assert message.file is not None
    assert message.file.content.startswith(b"%PDF")


def test_follow_ups_are_offered(chambers: Chambers, three: tuple[AgendaItem, ...]) -> None:
    house, talk = chambers.house, chambers.talk(CILLE)
    due = date(2026, 12, 1)
    house.follow_ups.add("Evaluér cykelordningen", CILLE, key="k", lang="da", body="direktion", due=due)
    assert "1 opfølgning i Direktionen forfalder inden mødet." in talk.says("lav dagsorden").text
    talk.presses_titled("Evaluér cykelordningen")
    assert "Evaluér cykelordningen" in [item.title for item in house.agenda.mine(CILLE)]
    assert "opfølgning i Direktionen" not in talk.says("lav dagsorden").text


def test_once_the_minutes_are_begun_the_agenda_stands(chambers: Chambers, three: tuple[AgendaItem, ...]) -> None:
    house, talk = chambers.house, chambers.talk(CILLE)
    agenda = house.published(*three)
    house.minutes.attend(DEC_3, agenda.version, [], CILLE)
    house.minutes.decide(DEC_3, three[0].id, 0, Decision("approved", "Godkendt."), CILLE)
    assert "Referatet af mødet er påbegyndt" in talk.says("lås dagsordenen op, fordi vi mangler et punkt").text


@pytest.mark.parametrize("subject", [ANNA, BO])
def test_without_an_agenda_of_ours_the_calendar_answers(chambers: Chambers, subject: object) -> None:
    told = chambers.talk(BO).says("hvad er på dagsordenen til næste møde i direktionen?").text
    assert "3. december" in told
