"""Agendas and minutes on both engines: order, numbers, publishing, decisions, review, and what readers find of it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from store.agenda.records import AgendaItem, Named
from store.answers import StoredAnswers
from store.database import Database
from store.errors import NotFound
from store.minutes.agendas import StoredAgendas
from store.minutes.minutes import StoredMinutes
from store.minutes.paper import House as Masthead
from store.minutes.records import (
    Attendance,
    CannotDo,
    Decision,
    MeetingAgenda,
    MeetingMinutes,
    MeetingPractice,
    StaleMeeting,
)
from store.records import Grant, Query, Subject
from store.search.index import ShelfIndex
from tests.fakes.agenda import ANNA, BO, CHANNEL, CILLE, DAN, DEC_3, DEC_17, EVA, House

FINN = Subject("p-finn", True, "personal", (Grant("secretary", "direktion"),), "t")
EXECUTIVE = ("Louise Dam", "Dan Falk", "Per Bro")


class Office(House):
    """A house whose meetings have agendas and minutes."""

    def __init__(self, db: Database) -> None:
        super().__init__(db, ShelfIndex())
        own = (db, self.clock, self.calendar, self.shelved.intake, self.shelved.index, Masthead("Nørrevang Kommune"))
        self.agendas, self.minutes = StoredAgendas(*own), StoredMinutes(*own)
        self.answers = StoredAnswers(db)

    def case(self, title: str, **fields: object) -> AgendaItem:
        return self.ready(title=title, case_number=f"26/{len(title)}", **fields)

    def published(self, *items: AgendaItem) -> MeetingAgenda:
        made = self.agendas.arrange(DEC_3, 0, [one.id for one in items], CILLE)
        locked = self.agendas.lock(DEC_3, made.version, CILLE)
        return self.agendas.publish(DEC_3, locked.version, CILLE)

    def held(self, *items: AgendaItem) -> MeetingMinutes:
        agenda = self.published(*items)
        there = [Attendance(name, "present") for name in EXECUTIVE]
        return self.minutes.attend(DEC_3, agenda.version, there, CILLE)

    def decide(self, item: AgendaItem, cls: str, text: str, **more: object) -> MeetingMinutes:
        told = Decision(cls, text, **more)  # type: ignore[arg-type]  # fields of Decision, by name
        before = self.minutes.minutes(DEC_3, CILLE).decisions.get(item.id)
        return self.minutes.decide(DEC_3, item.id, before.version if before else 0, told, CILLE)

    def asked(self, text: str, subject: Subject) -> list[str]:
        """What a question on a decision finds."""
        finding = self.answers.find(Query(text, text, "decision", "da"), subject)
        return [fact.text for fact in finding.facts if fact.kind == "decision"]


@pytest.fixture
def office(db: Database) -> Office:
    return Office(db)


def titles(agenda: MeetingAgenda) -> list[tuple[str | None, str]]:
    return [(one.number, one.item.title) for one in agenda.entries]


def test_what_was_never_put_in_order_is_locked_as_proposed(office: Office) -> None:
    office.case("Nyt tag"), office.case("Ny cykelsti")
    before = office.agendas.agenda(DEC_3, CILLE)
    assert (before.state, before.version, [one.title for one in before.ready]) == (
        "building",
        0,
        ["Nyt tag", "Ny cykelsti"],
    )
    locked = office.agendas.lock(DEC_3, 0, CILLE)
    assert titles(locked) == [
        ("1", "Godkendelse af referat"), ("2", "Nyt tag"), ("3", "Ny cykelsti"), ("4", "Kommende sager"),
        ("5", "Eventuelt"),
    ]  # fmt: skip
    assert (locked.state, locked.ready) == ("locked", ())


def test_two_secretaries_do_not_undo_each_other(office: Office) -> None:
    roof, path = office.case("Nyt tag"), office.case("Ny cykelsti")
    first = office.agendas.arrange(DEC_3, 0, [roof.id, path.id], CILLE)
    assert office.agendas.arrange(DEC_3, 0, [roof.id, path.id], CILLE).version == first.version
    with pytest.raises(StaleMeeting) as error:
        office.agendas.arrange(DEC_3, 0, [path.id, roof.id], FINN)
    assert error.value.changed is not None
    assert (error.value.changed.person, error.value.changed.action) == ("p-cille", "arrange")
    turned = office.agendas.arrange(DEC_3, first.version, [path.id, roof.id], FINN)
    assert [one.item.title for one in turned.entries] == ["Ny cykelsti", "Nyt tag"]


def test_nobody_else_knows_before_it_is_published(office: Office) -> None:
    roof, staff = office.case("Nyt tag"), office.case("Personsag", access="closed", closed_reason="personal")
    made = office.agendas.arrange(DEC_3, 0, [roof.id, staff.id], CILLE)
    locked = office.agendas.lock(DEC_3, made.version, CILLE)
    assert titles(office.agendas.agenda(DEC_3, DAN)) == [("1", "Nyt tag"), ("2", "Personsag")]
    for other in (BO, EVA, CHANNEL):
        assert office.agendas.agenda(DEC_3, other).entries == ()
    office.agendas.publish(DEC_3, locked.version, CILLE)
    for other in (BO, EVA, CHANNEL):
        assert titles(office.agendas.agenda(DEC_3, other)) == [("1", "Nyt tag")]
    with pytest.raises(NotFound):
        office.agendas.arrange(DEC_3, 0, [], BO)


def test_a_locked_agenda_is_opened_with_a_reason(office: Office) -> None:
    roof = office.case("Nyt tag")
    agenda = office.published(roof)
    with pytest.raises(CannotDo) as error:
        office.agendas.arrange(DEC_3, agenda.version, [roof.id], CILLE)
    assert error.value.fault == "locked"
    with pytest.raises(CannotDo) as error:
        office.agendas.unlock(DEC_3, agenda.version, " ", CILLE)
    assert error.value.fault == "reason"
    opened = office.agendas.unlock(DEC_3, agenda.version, "Punktet manglede et bilag.", CILLE)
    assert (opened.state, opened.last.comment if opened.last else "") == ("building", "Punktet manglede et bilag.")


def test_numbers_run_on_through_the_year(office: Office) -> None:
    office.agendas.set_practice(MeetingPractice("direktion", "year", (), ()), CILLE)
    # Item 1 of 8 January was read in from elsewhere.
    first = office.published(office.case("Nyt tag"), office.case("Ny cykelsti"))
    assert [one.number for one in first.entries] == ["2", "3"]
    late = office.ready(title="Sent punkt", meeting_key=DEC_17)
    made = office.agendas.arrange(DEC_17, 0, [late.id], CILLE)
    assert [one.number for one in office.agendas.lock(DEC_17, made.version, CILLE).entries] == ["4"]


def test_a_supplement_is_numbered_on(office: Office) -> None:
    agenda = office.published(office.case("Nyt tag"))
    late = office.case("Hastesag")
    more = office.agendas.supplement(DEC_3, agenda.version, [late.id], CILLE)
    assert [(one.number, one.item.title, one.supplement) for one in more.entries] == [
        ("1", "Nyt tag", 0), ("2", "Hastesag", 1),
    ]  # fmt: skip
    assert office.agendas.supplement(DEC_3, agenda.version, [late.id], CILLE).version == more.version


def test_what_was_decided_is_answerable_the_same_minute(office: Office) -> None:
    roof = office.case("Nyt tag på hallen")
    office.held(roof)
    office.decide(roof, "approved", "Godkendt som indstillet.")
    assert office.asked("nyt tag på hallen", BO) == ["Godkendt som indstillet."]
    office.decide(roof, "rejected", "Forslaget blev ikke godkendt.")
    assert office.asked("nyt tag på hallen", BO) == ["Forslaget blev ikke godkendt."]
    assert office.agenda.item(roof.id, ANNA).state == "decided"


def test_a_closed_decision_is_found_by_those_entitled_only(office: Office) -> None:
    staff = office.case("Opsigelse af forpagtning", access="closed", closed_reason="contract")
    office.held(office.case("Nyt tag"), staff)
    office.decide(staff, "approved", "Forpagtningen opsiges.")
    assert office.asked("opsigelse af forpagtning", DAN) == ["Forpagtningen opsiges."]
    for other in (BO, EVA, CHANNEL, replace(DAN, audience="channel")):
        assert "Forpagtningen opsiges." not in office.asked("opsigelse af forpagtning", other)
    assert staff.id not in office.minutes.minutes(DEC_3, BO).decisions


def test_a_publishable_wording_is_what_others_find(office: Office) -> None:
    staff = office.case("Opsigelse af forpagtning", access="closed", closed_reason="contract")
    named = office.agenda.save(staff.id, staff.version, {"neutral_title": "Forpagtningssag"}, CILLE)
    office.held(office.case("Nyt tag"), named)
    office.decide(named, "approved", "Forpagtningen opsiges.", publishable="Indstillingen blev godkendt.")
    assert office.asked("forpagtningssag", BO) == ["Indstillingen blev godkendt."]
    assert office.asked("opsigelse af forpagtning", DAN)[0] == "Forpagtningen opsiges."


def test_who_is_kept_out_of_an_item_does_not_find_its_decision(office: Office) -> None:
    staff = office.case("Opsigelse af forpagtning", access="closed", closed_reason="contract")
    kept = office.act(staff, "exclude", CILLE, person="p-dan")
    office.held(office.case("Nyt tag"), kept)
    office.decide(kept, "approved", "Forpagtningen opsiges.")
    assert "Forpagtningen opsiges." not in office.asked("opsigelse af forpagtning", DAN)


def test_two_record_different_items_at_once(office: Office) -> None:
    roof, path = office.case("Nyt tag"), office.case("Ny cykelsti")
    office.held(roof, path)
    office.minutes.decide(DEC_3, roof.id, 0, Decision("approved", "Godkendt."), CILLE)
    both = office.minutes.decide(DEC_3, path.id, 0, Decision("rejected", "Afvist."), FINN)
    assert {id: one.text for id, one in both.decisions.items()} == {roof.id: "Godkendt.", path.id: "Afvist."}
    assert office.minutes.decide(DEC_3, path.id, 0, Decision("rejected", "Afvist."), FINN).decisions == both.decisions
    with pytest.raises(StaleMeeting):
        office.minutes.decide(DEC_3, path.id, 0, Decision("approved", "Godkendt."), CILLE)


def test_a_postponed_item_goes_on_to_the_meeting_with_its_history(office: Office) -> None:
    path = office.case("Ny cykelsti")
    office.held(path)
    office.decide(path, "postponed", "Udsat til den 17. december 2026.", postponed_to=DEC_17)
    item = office.agenda.item(path.id, CILLE)
    assert (item.state, item.meeting_key) == ("postponed", DEC_17)
    # The agenda that it stood on still shows it, to everyone.
    assert titles(office.agendas.agenda(DEC_3, BO)) == [("1", "Ny cykelsti")]
    again = office.act(item, "approve", CILLE)
    assert [one.title for one in office.agendas.agenda(DEC_17, CILLE).ready] == ["Ny cykelsti"]
    assert "postpone" in [one.action for one in office.agenda.history(again.id, CILLE)]


def test_review_approval_final_and_an_open_correction(office: Office) -> None:
    roof = office.case("Nyt tag")
    drafted = office.held(roof)
    with pytest.raises(CannotDo) as error:
        office.minutes.review(DEC_3, drafted.agenda.version, CILLE)
    assert (error.value.fault, error.value.items) == ("undecided", (roof.id,))
    decided = office.decide(roof, "approved", "Godkendt som indstillet.", responsible=Named("Ejendomschefen"))
    sent = office.minutes.review(DEC_3, decided.agenda.version, CILLE)
    assert sent.waiting == ("Dan Falk",)
    assert office.minutes.minutes(DEC_3, BO).decisions == {}
    with pytest.raises(NotFound):
        office.minutes.approve(DEC_3, sent.agenda.version, CILLE)
    office.minutes.comment(DEC_3, roof.id, "Skriv, hvem der betaler.", "turn-9", DAN)
    said = office.minutes.comment(DEC_3, roof.id, "Skriv, hvem der betaler.", "turn-9", DAN)
    assert [one.text for one in said.comments] == ["Skriv, hvem der betaler."]
    assert office.minutes.settle(DEC_3, said.comments[0].id, CILLE).comments[0].settled
    assert office.minutes.approve(DEC_3, sent.agenda.version, DAN).waiting == ()
    final = office.minutes.finish(DEC_3, sent.agenda.version, CILLE)
    assert final.agenda.minutes == "final"
    assert office.minutes.minutes(DEC_3, BO).decisions[roof.id].text == "Godkendt som indstillet."
    with pytest.raises(CannotDo):
        office.decide(roof, "rejected", "Afvist.")
    anew = office.minutes.correct(DEC_3, final.agenda.version, "Forkert klasse.", CILLE)
    assert (anew.edition, anew.agenda.minutes) == (2, "draft")


def test_the_open_edition_has_no_trace_of_what_is_closed(office: Office) -> None:
    staff = office.case("Opsigelse af Hemmelig ApS", access="closed", closed_reason="contract",
                        description="Forpagteren skylder husleje.")  # fmt: skip
    office.held(office.case("Nyt tag"), staff)
    office.decide(staff, "approved", "Forpagtningen opsiges.")
    name, content = office.minutes.document(DEC_3, "open", "docx", CILLE)
    assert name == "Referat-Direktionen-2026-12-03.docx"

    with ZipFile(BytesIO(content)) as archive:
        whole = b"".join(archive.read(each) for each in archive.namelist()).decode("utf-8", "replace")
    for trace in ("Hemmelig", "Forpagt", "husleje", "opsiges", "26/25"):
        assert trace not in whole
    assert "Nyt tag" in whole
    with pytest.raises(NotFound):
        office.minutes.document(DEC_3, "full", "docx", BO)
    with pytest.raises(NotFound):
        office.minutes.document(DEC_3, "open", "pdf", BO)
    assert office.agendas.document(DEC_3, "open", "pdf", BO)[1].startswith(b"%PDF")
