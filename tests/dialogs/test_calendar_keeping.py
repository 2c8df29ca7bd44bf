"""The secretary keeps the calendar: in words and by card, asked once, done once, undone; nobody else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from cards import verbs
from dialogs.proposals import Proposal, as_data, of_data
from dialogs.turn import Message
from store.meetingplan import DeadlineRule, MeetingPlan, Pattern
from store.planedits import DayEdit
from store.records import Grant, Lang, Person
from tests.fakes import matters as m
from tests.fakes.plans import FakeCalendar
from tests.fakes.ports import World
from tests.fakes.talk import Talk

BOARD = m.DIREKTION.key
THURSDAYS = Pattern(3, date(2026, 12, 3), weeks=2, start=time(8, 30), place="Mødelokale 2")
BOTH = Person(
    "p-both", "Rita Holm", "rita@kommune.example", (Grant("secretary", BOARD), Grant("secretary", m.ECONOMY.key))
)


def talk(person: Person = m.SECRETARY, lang: Lang = "da", *, planned: bool = True) -> Talk:
    calendar = FakeCalendar((), {BOARD: [MeetingPlan((THURSDAYS,))]} if planned else {})
    world = World(calendar=calendar)
    world.people |= {person.id: person}
    return Talk(person=person, lang=lang, world=world)


def plan(spoken: Talk, body: str = BOARD) -> MeetingPlan:
    return spoken.world.calendar.plans[body][-1]


def versions(spoken: Talk) -> int:
    return len(spoken.world.calendar.plans.get(BOARD, []))


def pressed(message: Message, spoken: Talk, title: str, **filled: str) -> str:
    assert message.card is not None
    return spoken.presses_titled(title, filled).text


def test_a_rhythm_in_words_is_asked_about_and_kept() -> None:
    spoken = talk(planned=False)
    asked = spoken.says("Direktionen mødes hver anden torsdag kl. 8.30 fra 7. januar, ikke i juli")
    assert asked.text.split("\n")[:2] == [
        "Skal Direktionen mødes hver anden torsdag kl. 8.30 fra den 7. januar 2027, ikke i juli?",
        "Første møder: torsdag den 7. januar 2027; torsdag den 21. januar 2027; torsdag den 4. februar 2027; torsdag "
        "den 18. februar 2027; torsdag den 4. marts 2027; torsdag den 18. marts 2027",
    ]
    assert versions(spoken) == 0
    assert pressed(asked, spoken, "Gem") == (
        "Direktionen mødes nu hver anden torsdag kl. 8.30 fra den 7. januar 2027, ikke i juli."
    )
    rhythm = Pattern(3, date(2027, 1, 7), weeks=2, not_in=frozenset({7}), start=time(8, 30))
    assert plan(spoken).patterns == (rhythm,)


@pytest.mark.parametrize(
    ("lang", "text", "question", "button", "done"),
    [
        (
            "da",
            "flyt mødet den 3. december til 8. december",
            "Skal jeg flytte mødet i Direktionen?",
            "Flyt mødet",
            "Mødet i Direktionen den 3. december 2026 er flyttet til tirsdag den 8. december 2026 kl. 8.30.",
        ),
        (
            "da",
            "aflys mødet den 17. december",
            "Skal jeg aflyse mødet i Direktionen?",
            "Aflys mødet",
            "Mødet i Direktionen torsdag den 17. december 2026 kl. 8.30 er aflyst.",
        ),
        (
            "da",
            "ekstra møde den 12. januar kl. 9",
            "Skal jeg lægge et ekstra møde i Direktionen ind?",
            "Læg mødet ind",
            "Direktionen har nu et ekstra møde tirsdag den 12. januar 2027 kl. 9.00.",
        ),
        (
            "da",
            "flyt mødet den 3. december til kl. 10",
            "Skal jeg ændre mødet i Direktionen den 3. december 2026?",
            "Ret mødet",
            "Direktionen mødes nu torsdag den 3. december 2026 kl. 10.00.",
        ),
        (
            "en",
            "move the meeting on 3 December to 8 December",
            "Shall I move the meeting of Direktionen?",
            "Move the meeting",
            "The meeting of Direktionen on 3 December 2026 has been moved to Tuesday 8 December 2026 at 8:30.",
        ),
        (
            "en",
            "cancel the meeting on 17 December",
            "Shall I cancel the meeting of Direktionen?",
            "Cancel the meeting",
            "The meeting of Direktionen on Thursday 17 December 2026 at 8:30 is cancelled.",
        ),
    ],
)
def test_a_day_in_words(lang: Lang, text: str, question: str, button: str, done: str) -> None:
    spoken = talk(lang=lang)
    asked = spoken.says(text)
    assert asked.text.split("\n")[0] == question
    assert versions(spoken) == 1
    assert pressed(asked, spoken, button).split("\n")[0] == done
    assert versions(spoken) == 2


def test_what_will_change_is_shown_with_its_deadlines() -> None:
    assert talk().says("flyt mødet den 3. december til 8. december kl. 10").text.split("\n")[1:] == [
        "Hidtil: torsdag den 3. december 2026 kl. 8.30, Mødelokale 2",
        "Fremover: tirsdag den 8. december 2026 kl. 10.00, Mødelokale 2",
        "Frist for punkter: torsdag den 26. november 2026 kl. 12.00",
        "Kvalitetssikring: mandag den 30. november 2026 kl. 12.00",
        "Dagsordenen udsendes: onsdag den 2. december 2026 kl. 15.00",
        "Referatet er klar: fredag den 11. december 2026 kl. 15.00",
        "Alle, der spørger til møderne, ser det med det samme.",
    ]


def test_yes_does_it_once_and_cancel_does_nothing() -> None:
    spoken = talk()
    spoken.says("aflys mødet den 17. december")
    assert spoken.says("fortryd").text == "Det er i orden. Der er ikke ændret noget."
    assert versions(spoken) == 1
    spoken.says("aflys mødet den 17. december")
    assert spoken.says("ja").text.startswith("Mødet i Direktionen torsdag den 17. december 2026")
    assert versions(spoken) == 2
    spoken.says("ja")
    assert versions(spoken) == 2


def test_a_change_is_undone_by_its_button() -> None:
    spoken = talk()
    before = plan(spoken)
    spoken.says("aflys mødet den 17. december")
    done = spoken.presses_titled("Aflys mødet")
    assert pressed(done, spoken, "Fortryd") == "Mødekalenderen for Direktionen er, som den var før."
    assert plan(spoken) == before


def test_deadlines_in_words() -> None:
    spoken = talk()
    asked = spoken.says("frist for sager er 10 arbejdsdage før kl. 9")
    assert asked.text.split("\n")[:2] == [
        "Skal fristerne for møder i Direktionen være sådan?",
        "Frist for punkter: 10 arbejdsdage før mødet kl. 9.00",
    ]
    spoken.presses_titled("Gem")
    assert plan(spoken).deadlines[0] == DeadlineRule("submission", 10, time(9))


def test_the_form_gives_the_same_as_words() -> None:
    spoken = talk(planned=False)
    spoken.says("ret mødekalenderen for Direktionen")
    filled = {"weekday": "1", "rhythm": "m1,3", "since": "2027-01-01", "start": "09:00", "place": "Byrådssalen",
              "pause": "7,12", "days_submission": "6", "time_submission": "10:00"}  # fmt: skip
    asked = spoken.presses_titled("Se ændringerne", filled)
    assert asked.text.split("\n")[0] == (
        "Skal Direktionen mødes første og tredje tirsdag i måneden kl. 9.00 fra den 1. januar 2027, ikke i juli og "
        "december?"
    )
    spoken.presses_titled("Gem")
    kept = plan(spoken)
    assert kept.patterns == (
        Pattern(1, date(2027, 1, 1), ordinals=(1, 3), not_in=frozenset({7, 12}), start=time(9), place="Byrådssalen"),
    )
    assert kept.deadlines[0] == DeadlineRule("submission", 6, time(10))


def test_two_weekdays_in_one_sentence_or_form_are_one_rhythm() -> None:
    rhythm = Pattern(0, date(2026, 11, 21), weeks=1, start=time(9), also=(3,))
    spoken = talk(planned=False)
    asked = spoken.says("Direktionen mødes hver mandag og torsdag kl. 9")
    assert asked.text.startswith("Skal Direktionen mødes hver mandag og torsdag kl. 9.00")
    spoken.presses_titled("Gem")
    assert plan(spoken).patterns == (replace(rhythm, since=plan(spoken).patterns[0].since),)
    other = talk(planned=False)
    other.says("ret mødekalenderen for Direktionen")
    filled = {"weekday": "0,3", "rhythm": "w1", "since": "2026-11-23", "start": "09:00", "pause": "7"}
    other.presses_titled("Se ændringerne", filled)
    other.presses_titled("Gem")
    assert plan(other).patterns == (replace(rhythm, since=date(2026, 11, 23), not_in=frozenset({7})),)


@pytest.mark.parametrize(
    "wrong",
    [
        {"weekday": "9"}, {"rhythm": "w0"}, {"rhythm": "x"}, {"since": "i morgen"}, {"start": "25:00"},
        {"pause": "13"}, {"pause": "1,2,3,4,5,6,7,8,9,10,11,12"}, {"days_submission": "61"}, {"days_minutes": "-1"},
    ],
)  # fmt: skip
def test_a_form_filled_in_wrongly_changes_nothing(wrong: dict[str, str]) -> None:
    spoken = talk()
    filled = {"weekday": "1", "rhythm": "w2", "since": "2027-01-01"} | wrong
    assert spoken.presses(verbs.CALENDAR_REVIEW, {"body": BOARD, **filled}).text == (
        "Det kan ikke passe. Se på feltet igen."
    )
    assert versions(spoken) == 1


def test_a_meeting_is_moved_by_its_row_in_the_calendar() -> None:
    spoken = talk()
    spoken.says("vis kalenderen for Direktionen")
    spoken.presses(verbs.CALENDAR_DAY, {"body": BOARD, "day": "2026-12-03"})
    asked = spoken.presses_titled("Se ændringerne", {"to": "2026-12-09", "start": "08:30", "place": "Mødelokale 2"})
    assert "Fremover: onsdag den 9. december 2026 kl. 8.30, Mødelokale 2" in asked.text
    spoken.presses_titled("Flyt mødet")
    assert plan(spoken).changes[0].to == date(2026, 12, 9)


def test_the_second_of_two_secretaries_is_told_what_the_first_did() -> None:
    spoken = talk()
    asked = spoken.says("aflys mødet den 17. december")
    second = replace(m.SECRETARY, id="p-second", name="Rita Holm")
    spoken.world.people |= {second.id: second}
    other = Talk(person=second, world=spoken.world)
    other.says("flyt mødet den 3. december til 8. december")
    other.presses_titled("Flyt mødet")
    assert pressed(asked, spoken, "Aflys mødet") == (
        "Mødekalenderen for Direktionen er ændret i mellemtiden: Rita Holm flyttede mødet den 3. december 2026 "
        "(lørdag den 21. november 2026 kl. 10.30). Der er ikke gjort noget nu."
    )
    assert versions(spoken) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("flyt mødet den 4. december til 8. december", "Direktionen har ikke noget møde den 4. december 2026."),
        ("flyt mødet den 3. december til 17. december", "Direktionen mødes allerede den 17. december 2026."),
        ("genopret mødet den 3. december", "Sådan er det allerede. Intet er ændret."),
        ("frist for sager er 80 arbejdsdage før", "En frist kan højst ligge 60 arbejdsdage fra mødet."),
    ],
)
def test_what_cannot_be_is_said(text: str, told: str) -> None:
    spoken = talk()
    assert spoken.says(text).text == told
    assert versions(spoken) == 1


def test_whose_calendar_is_asked_when_nothing_tells() -> None:
    spoken = talk(BOTH)
    assert spoken.says("første og tredje tirsdag i måneden").text.split("\n")[0] == "Hvis kalender mener du?"
    asked = spoken.presses_titled("Økonomiudvalget")
    assert asked.text.startswith("Skal Økonomiudvalget mødes første og tredje tirsdag i måneden")
    # A meeting on that day tells which body is meant, and the calendar in talk is the one meant next.
    assert talk(BOTH).says("aflys mødet den 17. december").text.startswith("Skal jeg aflyse mødet i Direktionen?")
    assert spoken.says("ekstra møde den 12. januar kl. 9").text.startswith("Skal jeg lægge et ekstra møde i Økonomi")


@pytest.mark.parametrize("person", [m.READER, m.MEMBER, m.ADMINISTRATOR])
def test_nobody_else_keeps_it_in_words_or_by_a_forged_button(person: Person) -> None:
    spoken = talk(person)
    told = spoken.says("flyt mødet i Direktionen den 3. december til 8. december").text
    assert told.startswith("Det kan jeg ikke hjælpe dig med her.")
    data = {"body": BOARD, "version": 1, "plan": as_data(Proposal(DayEdit("cancelled", date(2026, 12, 3))))}
    for verb in (verbs.CALENDAR_APPLY, verbs.CALENDAR_ASK, verbs.CALENDAR_FORM, verbs.CALENDAR_UNDO):
        spoken.presses(verb, data)
    assert versions(spoken) == 1


def test_not_in_a_channel() -> None:
    spoken = replace_scope(talk())
    assert spoken.says("aflys mødet i Direktionen den 3. december").text.startswith("Det kan jeg ikke hjælpe dig med")
    assert versions(spoken) == 1


def replace_scope(spoken: Talk) -> Talk:
    return Talk(person=spoken.person, scope="channel", world=spoken.world)


@pytest.mark.parametrize(
    "proposal",
    [
        Proposal(DayEdit("moved", date(2026, 12, 3), date(2026, 12, 8), time(9), "Byrådssalen", "Sygdom")),
        Proposal(DayEdit("cancelled", date(2026, 12, 3))),
        Proposal(pattern=THURSDAYS, rules=(DeadlineRule("minutes", 0, time(16)),)),
        Proposal(pattern=Pattern(0, date(2027, 1, 1), date(2027, 6, 1), ordinals=(1, -1), not_in=frozenset({7}))),
        Proposal(rules=(DeadlineRule("submission", 8),)),
        Proposal(ends=date(2027, 1, 1)),
    ],
)
def test_a_change_comes_back_from_a_button_as_it_was(proposal: Proposal) -> None:
    assert of_data(as_data(proposal)) == proposal


@pytest.mark.parametrize(
    "forged",
    [
        None, [], {}, {"kind": "drop"}, {"kind": "moved"}, {"kind": "moved", "day": "x"}, {"kind": "end"},
        {"kind": "deadlines"}, {"kind": "deadlines", "rules": "x"}, {"kind": "deadlines", "rules": [["x", 1, "12:00"]]},
        {"kind": "pattern", "weekday": 9, "weeks": 1, "ordinals": [], "since": "2027-01-01", "not_in": []},
    ],
)  # fmt: skip
def test_a_forged_change_is_none(forged: Any) -> None:
    assert of_data(forged) is None
