"""A secretary writes minutes in words and by card, members look them through: each thing once, told who did it."""

from __future__ import annotations

from datetime import date

import pytest

from cards import verbs
from dialogs.understanding.minutessaid import reason_in, recording, remark_in
from store.agenda.records import AgendaItem
from store.database import Database
from store.minutes.records import Decision
from store.records import DecisionClass, Subject
from tests.fakes.agenda import ANNA, BO, CILLE, DAN, DEC_3, DEC_17, EVA
from tests.fakes.chamber import FINN, LIV, PER, Chamber, Seat, talk

SAVE = "Gem, og gå videre"


@pytest.fixture
def chamber(sqlite_db: Database) -> Chamber:
    return Chamber(sqlite_db)


def decided(chamber: Chamber, item: AgendaItem) -> Decision:
    return chamber.minutes.minutes(DEC_3, CILLE).decisions[item.id]


def opened(chamber: Chamber, *items: AgendaItem) -> Seat:
    """The minutes of 3 December begun, and open in the secretary's chat."""
    chamber.held(*items)
    secretary = talk(chamber, CILLE)
    secretary.says("skriv referat")
    return secretary


@pytest.mark.parametrize(
    "asked",
    [
        "skriv referat",
        "start referatet for direktionen i dag",
        "begynd referatet fra mødet den 3. december",
        "start the minutes for Direktionen today",
        "write the minutes of the meeting on 3 December",
    ],
)
def test_minutes_begin_with_who_was_there(chamber: Chamber, asked: str) -> None:
    chamber.published(chamber.case("Nyt tag"))
    secretary = talk(chamber, CILLE)
    secretary.says(asked)
    assert SAVE in secretary.titles() or "Save and go on" in secretary.titles()


def test_attendance_by_card(chamber: Chamber) -> None:
    chamber.published(chamber.case("Nyt tag"), chamber.case("Ny cykelsti"))
    secretary = talk(chamber, CILLE)
    secretary.says("skriv referat")
    asked = secretary.presses_titled(SAVE, {"a-p-per": "absent", "a-p-liv": "late"})
    assert "Vælg punktet" in asked.text
    secretary.presses_titled(SAVE, {"n-p-liv": "2", "a-p-liv": "late", "a-p-per": "absent", "extra": "Ole Vang (chef)"})
    found = chamber.minutes.minutes(DEC_3, CILLE).attendance
    assert [(one.name, one.attends, one.note, one.role) for one in found] == [
        ("Dan Falk", "present", "", ""), ("Liv Dam", "late", "fra punkt 2", ""), ("Per Bro", "absent", "", ""),
        ("Ole Vang", "present", "", "chef"),
    ]  # fmt: skip


def test_attendance_in_words(chamber: Chamber) -> None:
    secretary = opened(chamber, chamber.case("Nyt tag"), chamber.case("Ny cykelsti"))
    secretary.says("Per har afbud")
    secretary.says("Liv Dam kom først til punkt 2")
    secretary.says("Dan gik efter punkt 1")
    assert "Jeg ved ikke, hvem »Ruth« er" in secretary.says("Ruth har afbud").text
    found = chamber.minutes.minutes(DEC_3, CILLE).attendance
    assert [(one.name, one.attends, one.note) for one in found] == [
        ("Dan Falk", "left", "til og med punkt 1"), ("Liv Dam", "late", "fra punkt 2"), ("Per Bro", "absent", ""),
    ]  # fmt: skip


def test_the_next_meeting_begins_with_the_attendance_of_the_last(chamber: Chamber) -> None:
    opened(chamber, chamber.case("Nyt tag")).says("Per har afbud")
    late = chamber.ready(title="Sent punkt", meeting_key=DEC_17)
    made = chamber.agendas.arrange(DEC_17, 0, [late.id], CILLE)
    locked = chamber.agendas.lock(DEC_17, made.version, CILLE)
    chamber.agendas.publish(DEC_17, locked.version, CILLE)
    chamber.later(days=14)
    told = talk(chamber, CILLE).says("start referatet for direktionen i dag").text
    assert "som på mødet den 3. december 2026" in told
    assert "Per Bro: Afbud" in told


def test_one_click_and_on_to_the_next_item(chamber: Chamber) -> None:
    roof, brief = chamber.case("Nyt tag"), chamber.case("Status", type="briefing", recommendations=())
    secretary = opened(chamber, roof, brief)
    secretary.presses_titled("Fortsæt med punkt 1")
    told = secretary.presses_titled("Godkendt som indstillet").text
    assert told.startswith("Punkt 1 er skrevet: Godkendt som indstillet.\n2. Status")
    secretary.presses_titled("Taget til efterretning")
    assert (decided(chamber, roof).cls, decided(chamber, brief).cls) == ("approved", "noted")
    assert "Send til gennemsyn" in secretary.titles()


SAID: tuple[tuple[str, DecisionClass, str], ...] = (
    ("punkt 1: godkendt som indstillet", "approved", "Godkendt som indstillet."),
    ("punkt 1 afvist", "rejected", "Afvist."),
    ("punkt 1 blev taget til efterretning", "noted", "Taget til efterretning."),
    ("udsæt punkt 1 til den 17. december", "postponed", "Udsat til mødet den 17. december 2026."),
    ("punkt 1: godkendt, dog med den ændring at taget er rødt", "approved_with_changes",
     "Godkendt, dog med den ændring at taget er rødt."),
    ("punkt 1: Direktionen ønsker ikke at deltage nu", "as_worded", "Direktionen ønsker ikke at deltage nu."),
    ("item 1: approved as recommended", "approved", "Godkendt som indstillet."),
    ("item 1 postponed to 17 December", "postponed", "Udsat til mødet den 17. december 2026."),
    ("item 1: discussed", "discussed", "Drøftet."),
)  # fmt: skip


def test_decisions_in_words(chamber: Chamber) -> None:
    roof = chamber.case("Nyt tag")
    secretary = opened(chamber, roof)
    for text, cls, wording in SAID:
        secretary.says(text)
        assert (decided(chamber, roof).cls, decided(chamber, roof).text) == (cls, wording)
    # The last word is that it was discussed: it is not on its way to the meeting it was postponed to before.
    assert chamber.agenda.item(roof.id, CILLE).state == "decided"


def test_a_decision_may_be_said_before_who_was_there(chamber: Chamber) -> None:
    roof = chamber.case("Nyt tag")
    chamber.published(roof)
    secretary = talk(chamber, CILLE)
    secretary.says("skriv referat fra mødet den 3. december")
    secretary.says("punkt 1: godkendt som indstillet")
    assert (decided(chamber, roof).cls, decided(chamber, roof).text) == ("approved", "Godkendt som indstillet.")


def test_what_belongs_to_a_decision(chamber: Chamber) -> None:
    roof = chamber.case("Nyt tag")
    secretary = opened(chamber, roof)
    # Known before the decision, kept for it.
    assert "inhabil på punkt 1" in secretary.says("Dan deltog ikke i punkt 1").text
    assert "1 punkt er ikke skrevet" in secretary.says("hvad mangler vi?").text
    secretary.says("punkt 1: godkendt")
    for text in ("punkt 1 ansvarlig: Bo Lind", "punkt 1 frist: 1. februar", "punkt 1 dissens: Liv Dam er imod."):
        secretary.says(text)
    found = decided(chamber, roof)
    assert (found.text, found.disqualified, found.due, found.dissent) == (
        "Godkendt.", ("Dan Falk",), date(2027, 2, 1), "Liv Dam er imod.",
    )  # fmt: skip
    assert found.responsible is not None
    assert (found.responsible.text, found.responsible.person) == ("Bo Lind", "p-bo")


def test_a_class_that_says_too_little_needs_words(chamber: Chamber) -> None:
    roof = chamber.case("Nyt tag")
    secretary = opened(chamber, roof)
    secretary.presses_titled("Fortsæt med punkt 1")
    assert "Skriv beslutningens ordlyd" in secretary.presses_titled("Gem", {"cls": "delegated"}).text
    asked = secretary.presses_titled("Gem", {"cls": "postponed", "text": ""})
    assert "Vælg det møde" in asked.text
    secretary.presses_titled("Gem", {"cls": "postponed", "text": "", "to": DEC_17})
    assert decided(chamber, roof).text == "Udsat til mødet den 17. december 2026."
    assert chamber.agenda.item(roof.id, CILLE).meeting_key == DEC_17


def test_a_publishable_wording_needs_a_closed_item(chamber: Chamber) -> None:
    shut = chamber.case("Opsigelse", access="closed", closed_reason="contract")
    shut = chamber.agenda.save(shut.id, shut.version, {"neutral_title": "Kontraktsag"}, CILLE)
    roof = chamber.case("Nyt tag")
    secretary = opened(chamber, roof, shut)
    assert "åbent" in secretary.says("punkt 1: offentlig ordlyd: Godkendt").text
    secretary.says("punkt 2: Aftalen opsiges.")
    secretary.says("punkt 2: offentlig ordlyd: Indstillingen blev godkendt.")
    assert decided(chamber, shut).publishable == "Indstillingen blev godkendt."
    assert "Aftalen opsiges" not in talk(chamber, BO).says("hvad blev besluttet om kontraktsag?").text


def test_two_secretaries_side_by_side_and_who_was_faster(chamber: Chamber) -> None:
    roof, path = chamber.case("Nyt tag"), chamber.case("Ny cykelsti")
    cille, finn = opened(chamber, roof, path), talk(chamber, FINN)
    finn.says("skriv referat")
    cille.presses_titled("Fortsæt med punkt 1")
    seen = {"meeting": DEC_3, "item": roof.id, "version": 0, "quick": "approved"}
    finn.says("punkt 2 afvist")
    assert "Punkt 1 er skrevet" in cille.presses(verbs.MINUTES_DECIDE, seen).text
    # One's own double click has one effect; another's is told.
    assert "Punkt 1 er skrevet" in cille.presses(verbs.MINUTES_DECIDE, seen).text
    told = finn.presses(verbs.MINUTES_DECIDE, {**seen, "cls": "rejected", "text": "Afvist.", "quick": ""}).text
    assert "Der er ikke gemt noget, for Cille Ærø skrev en beslutning kl." in told
    assert (decided(chamber, roof).text, decided(chamber, path).text) == ("Godkendt som indstillet.", "Afvist.")


def test_what_was_not_reached_is_offered_for_the_next_meeting(chamber: Chamber) -> None:
    roof, path = chamber.case("Nyt tag"), chamber.case("Ny cykelsti")
    secretary = opened(chamber, roof, path)
    secretary.says("punkt 1: godkendt")
    secretary.says("oversigt")
    told = secretary.presses_titled("Resten blev ikke nået").text
    assert "1 punkt er noteret som ikke nået og udsat." in told
    secretary.presses_titled("Flyt til 17. december 2026")
    assert chamber.agenda.item(path.id, CILLE).meeting_key == DEC_17
    assert "postpone" in [one.action for one in chamber.agenda.history(path.id, CILLE)]


def test_review_remarks_approval_and_the_last_word(chamber: Chamber) -> None:
    roof, path = chamber.case("Nyt tag"), chamber.case("Ny cykelsti")
    secretary, dan = opened(chamber, roof, path), talk(chamber, DAN)
    assert "Punkter uden beslutning: 1 og 2" in secretary.says("send referatet til gennemsyn").text
    secretary.says("punkt 1: godkendt")
    secretary.says("punkt 2: afvist")
    assert "sendt til 3 medlemmer" in secretary.says("send referatet til gennemsyn").text
    assert "Tag det tilbage" in secretary.presses(
        verbs.MINUTES_DECIDE, {"meeting": DEC_3, "item": roof.id, "version": 1, "quick": "approved"}
    ).text  # fmt: skip
    dan.says("vis referatet")
    dan.presses_titled("1. Nyt tag")
    assert "Skriv din bemærkning" in dan.presses_titled("Send bemærkning", {"remark": " "}).text
    dan.presses_titled("Send bemærkning", {"remark": "Skriv, hvem der betaler."})
    dan.presses_titled("Godkend referatet")
    told = secretary.says("vis referatet").text
    assert "Dan Falk om punkt 1: »Skriv, hvem der betaler.«" in told
    assert "Endnu ikke godkendt af Liv Dam og Per Bro." in told
    asked = secretary.says("gør referatet endeligt").text
    assert "Endnu ikke godkendt af Liv Dam og Per Bro." in asked
    secretary.presses_titled("Gør endeligt alligevel")
    assert chamber.minutes.minutes(DEC_3, BO).agenda.minutes == "final"
    assert "lave en rettet version" in secretary.says("punkt 1: afvist").text
    secretary.says("ret referatet")
    secretary.presses_titled("Lav en rettet version", {"reason": "Forkert beløb."})
    found = chamber.minutes.minutes(DEC_3, CILLE)
    assert (found.edition, found.correction, found.agenda.minutes) == (2, "Forkert beløb.", "draft")
    assert chamber.minutes.minutes(DEC_3, BO).decisions[roof.id].text == "Godkendt."


def test_who_is_kept_out_of_an_item_reads_the_rest(chamber: Chamber) -> None:
    shut = chamber.case("Opsigelse", access="closed", closed_reason="contract")
    kept = chamber.act(shut, "exclude", CILLE, person="p-dan")
    secretary = opened(chamber, chamber.case("Nyt tag"), kept)
    secretary.says("punkt 1: godkendt")
    secretary.says("punkt 2: Aftalen opsiges.")
    secretary.says("send referatet til gennemsyn")
    assert "Aftalen opsiges" in talk(chamber, LIV).says("vis referatet").text
    dan = talk(chamber, DAN)
    assert "Opsigelse" not in dan.says("vis referatet").text
    for verb in (verbs.MINUTES_ITEM, verbs.MINUTES_REMARK):
        told = dan.presses(verb, {"meeting": DEC_3, "item": kept.id, "remark": "hvad?"}).text
        assert "Aftalen" not in told


@pytest.mark.parametrize("who", [ANNA, EVA, PER])
def test_nobody_else_presses_a_button_of_the_secretary(chamber: Chamber, who: Subject) -> None:
    shut = chamber.case("Opsigelse", access="closed", closed_reason="contract")
    secretary = opened(chamber, chamber.case("Nyt tag"), shut)
    secretary.says("punkt 2: Aftalen opsiges.")
    before = chamber.minutes.minutes(DEC_3, CILLE)
    data = {"meeting": DEC_3, "item": shut.id, "version": before.agenda.version, "quick": "approved", "to": DEC_17}
    stranger = talk(chamber, who)
    for verb in sorted(verb for verb in verbs.ALL if verb.startswith("minutes.")):
        told = stranger.presses(verb, {**data, "sure": True, "reason": "x", "remark": "x"})
        now = chamber.minutes.minutes(DEC_3, CILLE)
        assert (now.agenda.version, now.decisions, now.comments) == (before.agenda.version, before.decisions, ())
        if who is not PER:
            assert "opsiges" not in told.text


def test_a_follow_up_is_offered_and_made_once(chamber: Chamber) -> None:
    roof = chamber.case("Nyt tag", recommendations=("at taget skiftes",))
    secretary = opened(chamber, roof)
    secretary.says("punkt 1: godkendt som indstillet")
    assert "Opret opfølgning på punkt 1" not in secretary.titles()
    secretary.says("punkt 1 ansvarlig: Bo Lind")
    secretary.says("punkt 1 frist: 1. februar")
    secretary.says("oversigt")
    told = secretary.presses_titled("Opret opfølgning på punkt 1").text
    assert "Taget skiftes. Ansvarlig: Bo Lind. Frist: 1. februar 2027." in told
    assert "Opret opfølgning på punkt 1" not in secretary.titles()
    (made,) = chamber.follow_ups.found(CILLE)
    assert (made.title, made.origin, made.due) == ("Taget skiftes", "recorded", date(2027, 2, 1))


QUESTIONS = (
    "hvad står der i referatet om skolen?", "hvornår kommer referatet?", "godkendelse af referat", "referatet fra 2019",
    "hvem skrev referatet?", "hvad blev besluttet på mødet den 3. december?", "minutes of 2019", "punkt 3?",
    "who wrote the minutes?", "Hvem deltog ikke i punkt 5?", "godkendt budget", "afvist af byrådet", "Bo Lind",
    "udsat til behandling i byrådet", "blev punkt 3 godkendt?", "hvad er punkt 3?", "deltagere i projektet om skolen",
)  # fmt: skip


def test_questions_are_not_swallowed(chamber: Chamber) -> None:
    secretary = opened(chamber, chamber.case("Nyt tag"))
    before = chamber.minutes.minutes(DEC_3, CILLE)
    for text in QUESTIONS:
        told = secretary.says(text).text
        assert chamber.minutes.minutes(DEC_3, CILLE) == before
        assert not told.startswith(("Referat – ", "1. Nyt tag", "Hvem deltog")), text


def test_what_is_said_in_other_words() -> None:
    today = date(2026, 12, 3)
    assert recording("hvad blev besluttet om punkt 3?", today) is None
    assert remark_in("bemærkning til punkt 3: Skriv beløbet") == ("3", "Skriv beløbet")
    assert remark_in("comment: fine") == ("", "fine")
    assert reason_in("ret referatet, fordi datoen er forkert") == "Datoen er forkert"
    assert reason_in("ret referatet") == ""


def test_the_course_of_a_case_shows_its_steps_to_those_who_take_part(chamber: Chamber) -> None:
    roof = chamber.case("Nyt tag")
    secretary = opened(chamber, roof)
    secretary.says("punkt 1: godkendt")
    for who in (CILLE, DAN, ANNA):
        asker = talk(chamber, who)
        asker.says("hvad blev besluttet om nyt tag?")
        told = asker.presses_titled("Sagens gang").text
        assert "På vej til mødet:" in told
        assert ("Du har noteret beslutningen" if who is CILLE else "Cille Ærø har noteret beslutningen") in told
    for who in (BO, EVA):
        asker = talk(chamber, who)
        asker.says("hvad blev besluttet om nyt tag?")
        assert "På vej til mødet" not in asker.presses_titled("Sagens gang").text


def test_minutes_asked_for_before_the_agenda_is_published(chamber: Chamber) -> None:
    item = chamber.case("Nyt tag")
    made = chamber.agendas.arrange(DEC_3, 0, [item.id], CILLE)
    chamber.agendas.lock(DEC_3, made.version, CILLE)
    secretary = talk(chamber, CILLE)
    said = secretary.says("skriv referat for direktionen den 3. december").text
    assert "Lås og udsend den først" in said
    assert chamber.minutes.minutes(DEC_3, CILLE).agenda.minutes == "none"


@pytest.mark.parametrize(
    ("title", "begins"),
    [
        ("Åben udgave, PDF", b"%PDF"),
        ("Fuld udgave, PDF", b"%PDF"),
        ("Åben udgave, Word", b"PK"),
        ("Fuld udgave, Word", b"PK"),
    ],
)
def test_final_minutes_are_given_as_documents(chamber: Chamber, title: str, begins: bytes) -> None:
    secretary = opened(chamber, chamber.case("Nyt tag"))
    secretary.says("punkt 1: godkendt som indstillet")
    secretary.says("send referatet til gennemsyn")
    secretary.says("gør referatet endeligt")
    if "Gør endeligt alligevel" in secretary.titles():
        secretary.presses_titled("Gør endeligt alligevel")
    file = secretary.presses_titled(title).file
    assert file is not None
    assert file.name.startswith("Referat")
    assert file.content.startswith(begins)
