"""Questions on coming meetings: one sentence first, then the facts; from plans, agendas, both or neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from dialogs.understanding.calendarasks import calendar_ask
from store.meetingplan import MeetingPlan, Pattern, PlanChange
from store.records import Lang, MeetingRecord
from tests.fakes import matters as m
from tests.fakes.plans import FakeCalendar
from tests.fakes.ports import World
from tests.fakes.talk import Talk

THURSDAYS = Pattern(3, date(2026, 12, 3), weeks=2, not_in=frozenset({7}), start=time(8, 30), place="Mødelokale 2")
PLAN = MeetingPlan(
    (THURSDAYS,),
    (
        PlanChange(date(2026, 12, 31), "cancelled", reason="Nytårsaften"),
        PlanChange(date(2027, 1, 14), "moved", date(2027, 1, 19)),
    ),
)


def talk(lang: Lang = "da", *, plan: MeetingPlan | None = PLAN, agendas: tuple[MeetingRecord, ...] = ()) -> Talk:
    """Somebody who asks, in a world where the board has a plan."""
    calendar = FakeCalendar(agendas or (m.COMING, m.EMPTY), {m.DIREKTION.key: [plan]} if plan is not None else {})
    return Talk(lang=lang, world=World(calendar=calendar))


def told(text: str, lang: Lang = "da", **more: object) -> str:
    return talk(lang, **more).says(text).text.split("\n")[0]  # type: ignore[arg-type]  # fields by name


BOTH = (
    "Næste møde i Direktionen er torsdag den 3. december 2026 kl. 8.30, og fristen for punkter er mandag den "
    "23. november 2026 kl. 12.00."
)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("hvornår er næste møde i Direktionen, og hvornår er fristen?", BOTH),
        ("hvornår er næste direktionsmøde?", "Næste møde i Direktionen er torsdag den 3. december 2026 kl. 8.30."),
        (
            "hvornår skal sager være inde til Økonomiudvalget den 8. december?",
            "Fristen for punkter til mødet i Økonomiudvalget den 8. december 2026 er torsdag den 26. november 2026 kl. "
            "12.00.",
        ),
        (
            "hvornår udsendes dagsordenen til direktionens næste møde?",
            "Dagsordenen til mødet i Direktionen den 3. december 2026 udsendes senest fredag den 27. november 2026 kl. "
            "15.00.",
        ),
        (
            "hvornår er referatet fra næste møde i Direktionen klar?",
            "Referatet af mødet i Direktionen den 3. december 2026 er klar senest tirsdag den 8. december 2026 kl. "
            "15.00.",
        ),
        (
            "hvornår er der kvalitetssikring til direktionens møde den 17. december?",
            "Kvalitetssikringen til mødet i Direktionen den 17. december 2026 er senest onsdag den 9. december 2026 "
            "kl. 12.00.",
        ),
        ("hvilke møder er der i Direktionen i februar?", "Direktionen har 2 møder i februar 2027."),
        ("hvilke møder er der i januar?", "Der er 2 møder i januar 2027."),
        ("er mødet den 31. december aflyst?", "Mødet i Direktionen torsdag den 31. december 2026 kl. 8.30 er aflyst."),
        (
            "er mødet den 14. januar aflyst?",
            "Mødet i Direktionen den 14. januar 2027 er flyttet til tirsdag den 19. januar 2027 kl. 8.30.",
        ),
        (
            "er mødet i Direktionen den 3. december aflyst?",
            "Mødet i Direktionen torsdag den 3. december 2026 kl. 8.30 holdes som planlagt.",
        ),
        ("er mødet den 23. december aflyst?", "Jeg kender ikke til noget møde den 23. december 2026."),
        ("hvilke møder er aflyst?", "2 kommende møder er aflyst eller flyttet."),
        (
            "hvor holdes næste møde i Direktionen?",
            "Næste møde i Direktionen er torsdag den 3. december 2026 kl. 8.30, Mødelokale 2.",
        ),
        ("er der møde i Direktionen i juli 2027?", "Jeg kender ikke til noget møde i Direktionen i juli 2027."),
        ("vis kalenderen for Direktionen", "Direktionen har 22 møder de næste 12 måneder."),
    ],
)
def test_the_first_sentence_answers(text: str, sentence: str) -> None:
    assert told(text) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "when is the next meeting of the executive board and what is the deadline",
            "The next meeting of Direktionen is on Thursday 3 December 2026 at 8:30, and the deadline for items is "
            "Monday 23 November 2026 at 12:00.",
        ),
        (
            "is the meeting on 31 December cancelled?",
            "The meeting of Direktionen on Thursday 31 December 2026 at 8:30 is cancelled.",
        ),
        ("which meetings are there in January?", "There are 2 meetings in January 2027."),
        (
            "when is the agenda for the next meeting of the executive board sent out?",
            "The agenda for the meeting of Direktionen on 3 December 2026 is sent out Friday 27 November 2026 at "
            "15:00.",
        ),
    ],
)
def test_the_first_sentence_answers_in_english(text: str, sentence: str) -> None:
    assert told(text, "en") == sentence


def test_all_deadlines_follow_the_sentence() -> None:
    lines = talk().says("hvornår er næste møde i Direktionen?").text.split("\n")
    assert lines[1:] == [
        "Direktionen, torsdag den 3. december 2026 kl. 8.30.",
        "Sted: Mødelokale 2",
        "Frist for punkter: mandag den 23. november 2026 kl. 12.00",
        "Kvalitetssikring: onsdag den 25. november 2026 kl. 12.00",
        "Dagsordenen udsendes: fredag den 27. november 2026 kl. 15.00",
        "Referatet er klar: tirsdag den 8. december 2026 kl. 15.00",
        "Der er endnu ingen punkter på dagsordenen.",
    ]


def test_what_follows_is_about_the_meeting_in_talk() -> None:
    asker = talk()
    asker.says("hvornår er næste møde i Direktionen?")
    assert asker.says("og hvornår er fristen?").text.startswith(
        "Fristen for punkter til mødet i Direktionen den 3. dec"
    )
    assert asker.says("hvornår udsendes dagsordenen?").text.startswith("Dagsordenen til mødet i Direktionen den 3. dec")


def test_what_the_agenda_states_wins() -> None:
    stated = replace(m.EMPTY, date=date(2026, 12, 3), start=time(9), deadline=datetime(2026, 11, 25, 11, tzinfo=UTC))
    assert told("hvornår er næste møde i Direktionen, og hvornår er fristen?", agendas=(stated,)) == (
        "Næste møde i Direktionen er torsdag den 3. december 2026 kl. 9.00, og fristen for punkter er onsdag den "
        "25. november 2026 kl. 12.00."
    )


def test_with_neither_plan_nor_agenda_it_says_who_can_enter_one() -> None:
    asker = talk(plan=None, agendas=(m.COMING,))
    assert asker.says("hvornår er næste møde i Direktionen?").text == (
        "Jeg kender ingen kommende møder i Direktionen. Ingen har lagt mødekalenderen ind. "
        "Det kan Cille Ærø gøre i en personlig chat med mig."
    )
    assert asker.says("hvornår er næste møde i Lederforum?").text.endswith("det kan en administrator.")
    secretary = Talk(person=m.SECRETARY, world=World(calendar=FakeCalendar((m.COMING,))))
    message = secretary.says("hvornår er næste møde i Direktionen?")
    assert message.text.endswith("»Direktionen mødes hver anden torsdag kl. 8.30 fra 7. januar«")
    assert secretary.presses_titled("Rytme og frister").text.startswith("Rytme og frister for Direktionen")


def test_the_calendar_has_no_buttons_for_readers() -> None:
    asker = talk()
    asker.says("vis kalenderen for Direktionen")
    assert asker.last.message is not None
    assert "calendar." not in str(asker.last.message.card)


def test_facts_of_the_answer_are_the_deadline_and_the_meeting() -> None:
    asker = talk()
    asker.says("hvornår er næste møde i Direktionen, og hvornår er fristen?")
    finding = asker.last.finding
    assert finding is not None
    assert [(fact.kind, fact.text) for fact in finding.facts] == [
        ("date", "Frist for punkter: mandag den 23. november 2026 kl. 12.00"),
        ("meeting", "Direktionen, torsdag den 3. december 2026 kl. 8.30, Mødelokale 2"),
    ]
    assert finding.status == "answered"


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("hvornår skal punkter afleveres", "submission"),
        ("hvornår er der kvalitetssikring", "quality"),
        ("hvornår kommer dagsordenen ud", "dispatch"),
        ("hvornår foreligger referatet", "minutes"),
        ("when will the minutes be ready", "minutes"),
        ("when is the agenda published", "dispatch"),
        ("hvad er på næste dagsorden", None),
        ("hvornår er næste møde", None),
    ],
)
def test_the_deadline_that_is_asked_for(text: str, deadline: str | None) -> None:
    assert calendar_ask(text).deadline == deadline


def test_deadlines_of_a_month_are_those_of_later_meetings_too() -> None:
    weekly = MeetingPlan((replace(THURSDAYS, weeks=1),))
    lines = talk(plan=weekly, agendas=(m.COMING,)).says("hvilke frister er der i december?").text.split("\n")
    assert "– Tirsdag den 22. december 2026 kl. 12.00: Frist for punkter: Direktionen, møde den 7. januar 2027" in lines
    assert not [line for line in lines if line.startswith("– Torsdag den 7. januar")]


@pytest.mark.parametrize(
    "text",
    [
        "hvad er på vej til direktionen?",
        "hvad er der i pipelinen til direktionen?",
        "hvilke emner kommer på lederforum?",
        "What's coming up in the executive board?",
        "what is in the pipeline",
    ],
)
def test_what_is_on_its_way_is_asked_of_an_agenda(text: str) -> None:
    """Without a calendar it was not found, though minutes announced it."""
    assert calendar_ask(text).agenda


@pytest.mark.parametrize("text", ["hvornår er næste møde", "er vejen til direktionen lang", "when do they meet"])
def test_a_day_is_asked_of_no_agenda(text: str) -> None:
    assert not calendar_ask(text).agenda
