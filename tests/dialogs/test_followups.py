"""Follow-ups in words and by button: made once, found, done, put off, handed over, dropped; by those who may."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cards import verbs
from dialogs.turn import Message
from store.agenda.records import Named
from store.database import Database
from store.people import meet
from store.records import Lang, Person
from tests.fakes.agenda import ANNA, BO, CILLE, DAN, ODA
from tests.fakes.promised import ROOF, Promises, Promising
from tests.fakes.talk import buttons

ASKED = "husk at følge op på talentudvikling den 5. november, ansvarlig er HR-chefen"


@pytest.fixture
def house(sqlite_db: Database) -> Promises:
    return Promises(sqlite_db)


def titles(message: Message) -> list[str]:
    return [str(each["title"]) for each in buttons(message.card or {})]


def made_by(talk: Promising) -> list[tuple[str, str | None, date | None]]:
    found = talk.promises.port.found(talk.subject)
    return [(one.title, one.responsible.text if one.responsible else None, one.due) for one in found]


def test_by_hand_what_was_understood_is_shown_and_made_once(house: Promises) -> None:
    talk = house.talk(CILLE)
    shown = talk.says(ASKED)
    assert shown.text.splitlines()[:4] == [
        "Skal jeg oprette denne opfølgning?",
        "Opfølgning: Følg op på talentudvikling",
        "Ansvarlig: HR-chefen",
        "Frist: 5. november 2027",
    ]
    assert made_by(talk) == []
    button = next(each for each in buttons(shown.card or {}) if each["title"] == "Opret opfølgningen")
    filled = {"title": "Følg op på talentudvikling", "responsible": "HR-chefen", "due": "2027-11-05", "recurrence": "-"}
    for _ in range(2):
        told = talk.presses(verbs.FOLLOWUP_ADD, {**button["data"], **filled})
        assert "Opfølgningen »Følg op på talentudvikling« er oprettet." in told.text
    assert made_by(talk) == [("Følg op på talentudvikling", "HR-chefen", date(2027, 11, 5))]


@pytest.mark.parametrize(
    ("text", "lang", "title", "who", "due"),
    [
        ("opfølgning: notat om taget, Bo Lind, senest fredag", "da", "Notat om taget", "Bo Lind", date(2026, 11, 27)),
        ("remind us to report on the roof by 1 March, responsible is Bo", "en", "Report on the roof", "Bo",
         date(2027, 3, 1)),
        ("mind mig om at ringe til banken i morgen", "da", "Ringe til banken", "Cille Ærø", date(2026, 11, 22)),
        ("følg løbende op på sygefraværet", "da", "Følg op på sygefraværet", "Cille Ærø", None),
    ],
)  # fmt: skip
def test_said_in_words_and_confirmed_with_yes(
    house: Promises, text: str, lang: Lang, title: str, who: str, due: date | None
) -> None:
    talk = house.talk(CILLE, lang=lang)
    shown = talk.says(text)
    assert title in shown.text
    assert who in shown.text
    talk.says("ja" if lang == "da" else "yes")
    one = house.port.found(CILLE)[0]
    assert (one.title, one.due) == (title, due)
    assert one.responsible == (Named("Bo Lind", "p-bo") if who.startswith("Bo") else Named("Cille Ærø", "p-cille"))


def test_a_draft_is_corrected_in_words_and_dropped_with_no(house: Promises) -> None:
    talk = house.talk(CILLE)
    talk.says(ASKED)
    assert "Ansvarlig: Bo" in talk.says("ansvarlig er Bo").text
    assert "Frist: 1. marts 2027" in talk.says("fristen er den 1. marts").text
    assert "Opfølgning: Ny plan" in talk.says("titlen er ny plan").text.replace("ny plan", "Ny plan")
    talk.says("nej")
    talk.says("ja")
    assert made_by(talk) == []


def test_the_name_of_a_matter_asks_for_no_follow_up(house: Promises) -> None:
    talk = house.talk(CILLE)
    talk.says("opfølgning på svømmehallen")
    assert made_by(talk) == []
    assert not talk.last.message or "oprette" not in talk.last.message.text


def test_on_the_item_in_talk_it_has_the_items_access(house: Promises) -> None:
    talk = house.talk(CILLE)
    talk.says("hvad blev besluttet om taget på svømmehallen?")
    shown = talk.says("følg op på det inden jul, ansvarlig er Bo")
    assert "Opfølgning: Godkendt" not in shown.text
    assert "Kommer fra: 1. Nyt tag på svømmehallen (Direktionen, 12. november 2026)" in shown.text
    talk.says("ja")
    one = house.port.found(CILLE)[0]
    assert (one.title, one.due) == ("Følg op på Nyt tag på svømmehallen", date(2026, 12, 24))
    assert one.decision is not None
    assert (one.decision.item_key, one.decision.quote, one.access) == (house.roof, ROOF, "open")


def test_each_approved_recommendation_is_offered(house: Promises) -> None:
    talk = house.talk(CILLE)
    shown = talk.presses(verbs.FOLLOWUP_NEW, {"item": house.paths, "part": ""})
    assert titles(shown)[:3] == ["Der sættes lamper op på skolestien", "Der søges tilskud", "Beslutningen som helhed"]
    talk.presses_titled("Der søges tilskud")
    talk.says("ja")
    one = house.port.found(CILLE)[0]
    assert one.title == "Der søges tilskud"
    assert one.decision is not None
    assert one.decision.quote == "Godkendt.\nat der søges tilskud."


def test_members_and_secretaries_have_a_button_on_decisions(house: Promises) -> None:
    for subject, there in ((CILLE, True), (DAN, True), (ANNA, False)):
        shown = house.talk(subject).says("hvad blev besluttet om taget på svømmehallen?")
        assert ("Følg op" in titles(shown)) is there


def test_in_a_channel_it_is_open_and_only_who_asked_confirms(house: Promises) -> None:
    anna, oda = house.talk(ANNA, "channel"), house.talk(ODA, "channel")
    shown = anna.says("husk at bestille lokaler senest den 1. december, Bo Lind")
    assert "Alle her kan se den." in shown.text
    button = next(each for each in buttons(shown.card or {}) if each["title"] == "Opret opfølgningen")
    data = {**button["data"], "title": "Bestille lokaler", "responsible": "Bo Lind", "due": "2026-12-01"}
    assert "Anna Holm skal bekræfte den" in oda.presses(verbs.FOLLOWUP_ADD, data).text
    assert made_by(oda) == []
    made = anna.presses(verbs.FOLLOWUP_ADD, data)
    assert (made.replaces, house.port.found(replace(ODA, audience="channel"))[0].access) == ("card-1", "open")


def test_somebody_entitled_ticks_off_in_a_channel_and_the_card_is_replaced(house: Promises) -> None:
    one = house.made(by=replace(CILLE, audience="channel"), body=None)
    stranger, bo = house.talk(ODA, "channel"), house.talk(BO, "channel")
    shown = bo.presses(verbs.FOLLOWUP, {"id": one.id})
    assert "Færdig" in titles(shown)
    done = {"id": one.id, "version": one.version, "do": "done", "sure": True}
    refused = stranger.presses(verbs.FOLLOWUP_ACT, done)
    assert "kan ændres af den ansvarlige" in refused.text
    assert refused.replaces is None
    told = bo.presses(verbs.FOLLOWUP_ACT, done)
    assert "»Notat om taget« er færdig. Tak." in told.text
    assert told.replaces == "card-1"
    assert "Bo Lind meldte den færdig." in told.text
    again = bo.presses(verbs.FOLLOWUP_ACT, done)
    assert "er færdig" in again.text
    assert [change.action for change in house.port.history(one.id, CILLE)] == ["create", "done"]


def test_all_in_words_on_the_one_in_talk(house: Promises) -> None:
    one, talk = house.made(), house.talk(CILLE)
    talk.presses(verbs.FOLLOWUP, {"id": one.id})
    assert "mindet om »Notat om taget« før 27. november 2026" in talk.says("udsæt til fredag").text
    assert "Du noterede: »tagdækkeren er syg«" in talk.says("notér: tagdækkeren er syg").text
    assert "ligger nu hos Anna Holm" in talk.says("giv den til Anna").text
    assert "Dan Falk er stedfortræder" in talk.says("stedfortræder er Dan Falk").text
    assert "Frist: 1. marts 2027" in talk.says("fristen er den 1. marts").text
    assert "Færdig" in talk.says("færdig").text
    assert "åben igen" in talk.says("åbn opfølgningen igen").text
    assert "Hvorfor" in str(talk.says("drop den").card)
    assert "er droppet" in talk.says("drop den: taget er udskiftet").text
    now = house.now(one)
    assert (now.state, now.responsible, now.deputy) == (
        "dropped", Named("Anna Holm", "p-anna"), Named("Dan Falk", "p-dan"),
    )  # fmt: skip


def test_all_in_english_words(house: Promises) -> None:
    one, talk = house.made(), house.talk(CILLE, lang="en")
    talk.presses(verbs.FOLLOWUP, {"id": one.id})
    assert "before 27 November 2026" in talk.says("postpone it until Friday").text
    assert "You noted: “waiting for an answer”" in talk.says("note: waiting for an answer").text
    assert "is now with Anna Holm" in talk.says("hand it over to Anna Holm").text
    assert "is done. Thank you." in talk.says("mark it as done").text
    assert "is open again" in talk.says("reopen the follow-up").text
    assert "has been dropped" in talk.says("drop it: no longer relevant").text


def test_what_comes_back_is_due_again(house: Promises) -> None:
    one, talk = house.made(recurrence="monthly"), house.talk(BO)
    talk.presses(verbs.FOLLOWUP, {"id": one.id})
    assert "Næste frist er 27. december 2026." in talk.says("færdig").text
    assert house.now(one).state == "open"


def test_who_saw_an_older_version_is_told_who_did_what_and_nothing_is_done(house: Promises) -> None:
    one = house.made()
    cille, bo = house.talk(CILLE), house.talk(BO)
    cille.presses(verbs.FOLLOWUP, {"id": one.id})
    bo.presses(verbs.FOLLOWUP, {"id": one.id})
    bo.says("færdig")
    told = cille.says("udsæt til fredag").text
    assert "Der er ikke gjort noget, for den er ændret i mellemtiden." in told
    assert "Bo Lind meldte den færdig." in told
    assert house.now(one).snoozed_to is None


def test_buttons_ask_first_and_then_do(house: Promises) -> None:
    one, talk = house.made(), house.talk(CILLE)
    talk.presses(verbs.FOLLOWUP, {"id": one.id})
    talk.presses_titled("Udsæt")
    talk.presses_titled("En uge")
    assert house.now(one).snoozed_to == date(2026, 11, 28)
    talk.presses_titled("Overdrag")
    talk.presses_titled("Overdrag", {"name": "Anna Holm", "comment": "Tak for hjælpen"})
    talk.presses_titled("Notér")
    assert "Skriv et par ord." in talk.presses_titled("Notér", {"comment": "  "}).text
    talk.presses_titled("Notér", {"comment": "Set"})
    talk.presses_titled("Ret")
    talk.presses_titled("Gem", {"title": "Nyt notat", "due": "2026-12-24", "recurrence": "yearly"})
    now = house.now(one)
    assert (now.title, now.due, now.recurrence) == ("Nyt notat", date(2026, 12, 24), "yearly")
    talk.presses_titled("Ret")
    talk.presses_titled("Drop opfølgningen")
    talk.presses_titled("Drop opfølgningen", {"comment": "Overhalet"})
    assert house.now(one).state == "dropped"


def test_of_two_people_of_one_name_one_is_chosen(house: Promises) -> None:
    with house.db.write() as session:
        meet(session, Person("p-bo2", "Bo Madsen"), "t", house.clock())
    talk = house.talk(CILLE)
    shown = talk.says("opfølgning: notat om taget, Bo, senest fredag")
    assert "Der er flere, der hedder Bo: Bo Lind og Bo Madsen." in shown.text
    assert "Hvem mener du?" in str(talk.says("ja").card)
    assert made_by(talk) == []
    talk.presses_titled(
        "Opret opfølgningen", {"title": "Notat om taget", "responsible": "Bo", "who": "p-bo2", "due": ""}
    )
    assert house.port.found(CILLE)[0].responsible == Named("Bo Madsen", "p-bo2")


def test_lists_by_body_overdue_and_ones_own(house: Promises) -> None:
    house.made("Sent notat", due=date(2026, 11, 18))
    house.made("Cilles notat", responsible=Named("Cille Ærø", "p-cille"))
    house.made("Uden frist", due=None)
    cille, bo = house.talk(CILLE), house.talk(BO)
    text = cille.says("hvad mangler opfølgning?").text
    assert text.splitlines()[0] == "Der er 3 åbne opfølgninger."
    assert "– Sent notat (Bo Lind · 3 dage over fristen, 18. november 2026)" in text
    assert cille.says("forsinkede opfølgninger i Direktionen").text.startswith("1 opfølgning i Direktionen er over")
    assert cille.says("overdue in Direktionen").text.startswith("1 follow-up in Direktionen is overdue.")
    assert cille.says("mine opgaver").text.startswith("You have 1 open follow-up.")
    assert bo.says("hvad har jeg lovet?").text.startswith("Du har 2 åbne opfølgninger.")
    assert house.talk(ODA).says("mine opfølgninger").text == "Du har ingen åbne opfølgninger."
    assert house.talk(ODA).says("hvad mangler opfølgning?").text == "Ingen opfølgninger er åbne her."


def test_a_list_of_many_goes_on_behind_a_button(house: Promises) -> None:
    for number in range(15):
        house.made(f"Notat {number}")
    talk = house.talk(CILLE)
    talk.says("hvilke opfølgninger er der?")
    more = talk.presses_titled("Vis flere (3)")
    assert len([title for title in titles(more) if title.startswith("Notat")]) == 3


def test_what_was_promised_on_a_matter_and_else_what_was_decided(house: Promises) -> None:
    house.made("Notat om taget", item_key=house.roof, body=None)
    talk = house.talk(CILLE)
    assert f"»{ROOF}«" in talk.says("hvad lovede vi om taget?").text
    decided = talk.says("hvad lovede vi om lys på stierne?").text
    assert "Lys på stierne" in decided
    assert "opfølgning" not in decided.casefold()


def test_suggestions_are_gone_through_on_one_card(house: Promises) -> None:
    talk = house.talk(CILLE)
    first = talk.says("forslag til opfølgning")
    assert first.text.startswith("Forslag til opfølgning 1 af 2")
    assert made_by(talk) == []
    assert f"»{ROOF.removeprefix('Godkendt. ')}«" in first.text
    second = talk.presses_titled(
        "Opret som opfølgning", {"title": "Tilbagemelding om taget", "responsible": "Bo Lind", "due": "2027-03-01"}
    )
    assert second.replaces == "card-1"
    assert second.text.startswith("Forslag til opfølgning 1 af 1")
    assert made_by(talk) == [("Tilbagemelding om taget", "Bo Lind", date(2027, 3, 1))]
    assert "Der er ikke flere forslag" in talk.presses_titled("Ikke en opfølgning").text
    assert "Der er ikke flere forslag" in talk.says("forslag til opfølgning").text
    assert "er for udvalgets sekretærer" in house.talk(DAN).says("forslag til opfølgning").text


def test_what_is_open_comes_to_the_next_agenda_and_what_was_done_is_reported(house: Promises) -> None:
    house.made("Åbent notat")
    house.made("Langt væk", due=date(2027, 6, 1))
    done = house.made("Færdigt notat")
    house.port.act(done.id, done.version, "done", CILLE)
    text = house.talk(CILLE).says("hvilke opfølgninger skal på dagsordenen?").text
    assert text.startswith("Til næste dagsorden i Direktionen\nNæste møde: torsdag den 3. december 2026.")
    assert "Åbent notat" in text
    assert "Langt væk" not in text
    assert text.index("Færdige siden sidste møde") < text.index("Færdigt notat")


def test_back_on_the_agenda_begins_one_draft(house: Promises) -> None:
    one = house.made("Notat om taget", item_key=house.roof, body=None)
    talk = house.talk(CILLE)
    talk.presses(verbs.FOLLOWUP, {"id": one.id})
    button = {"id": one.id, "version": one.version, "do": "agenda", "sure": True}
    for _ in range(2):
        talk.presses(verbs.FOLLOWUP_ACT, button)
    items = house.house.agenda.mine(CILLE)
    assert [(item.title, item.case_number, item.links) for item in items] == [("Notat om taget", "26/1", (house.roof,))]
    assert house.now(one).agenda_item == items[0].id


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"id": "f0000", "version": 1, "do": "done", "sure": True},
        {"id": 7, "version": "1", "do": ["done"], "sure": "yes"},
        {"id": "ID", "version": "1", "do": "done", "sure": True},
        {"id": "ID", "version": True, "do": "done", "sure": True},
        {"id": "ID", "version": 1, "do": "create", "sure": True},
        {"id": "ID", "version": 1, "do": "delete", "sure": True},
    ],
)
def test_forged_and_missing_fields_do_nothing(house: Promises, data: dict[str, Any]) -> None:
    one = house.made()
    given = {name: one.id if value == "ID" else value for name, value in data.items()}
    talk = house.talk(CILLE)
    for verb in (verbs.FOLLOWUP_ACT, verbs.FOLLOWUP_ADD, verbs.FOLLOWUP_TAKE, verbs.FOLLOWUP_LEAVE):
        assert one.title not in talk.presses(verb, given).text
    assert house.now(one) == one
    assert made_by(talk) == [(one.title, "Bo Lind", one.due)]


def test_others_follow_ups_are_gone_for_who_may_not_see_them(house: Promises) -> None:
    one = house.made("Hemmeligt notat", item_key=house.closed, body=None)
    for subject in (ODA, ANNA):
        talk = house.talk(subject)
        for verb in (verbs.FOLLOWUP, verbs.FOLLOWUP_HISTORY):
            assert "Hemmeligt" not in talk.presses(verb, {"id": one.id}).text
        assert "Hemmeligt" not in talk.says("hvad lovede vi om hemmeligt notat?").text
    channel = house.talk(CILLE, "channel")
    assert "Hemmeligt" not in channel.presses(verbs.FOLLOWUP, {"id": one.id}).text
    assert "Hemmeligt" not in channel.says("hvad mangler opfølgning?").text


def test_ten_thousand_characters_are_refused_in_a_sentence(house: Promises) -> None:
    talk, long = house.talk(CILLE), "x" * 10_000
    shown = talk.says("ny opfølgning")
    assert "Hvad skal følges op?" in shown.text
    told = talk.presses_titled("Opret opfølgningen", {"title": long, "responsible": long})
    assert "Det er for langt: Højst 300 tegn." in told.text
    assert "Skriv, hvad der skal følges op." in talk.presses_titled("Opret opfølgningen", {"title": ""}).text
    talk.says(f"husk at {long}")
    assert made_by(talk) == []
    one = house.made()
    talk.presses(verbs.FOLLOWUP, {"id": one.id})
    assert "Det er for langt: Højst 2.000 tegn." in talk.says(f"notér: {long}").text
    assert house.now(one) == one


def test_without_one_in_talk_it_is_asked_which(house: Promises) -> None:
    talk = house.talk(CILLE)
    assert talk.says("vis opfølgningen").text.startswith("Hvilken opfølgning mener du?")
    house.made("Notat om taget")
    house.made("Notat om gulvet")
    assert "Notat om gulvet" in talk.says("markér opfølgningen om notat som færdig").text
    assert "er færdig. Tak." in talk.says("opfølgningen om gulvet er færdig").text
