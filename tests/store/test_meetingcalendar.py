"""The calendar in a store: agendas and plans as one list, who sees and who changes it, and two secretaries at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from store.audit import entries
from store.calendar import WorkingDays
from store.calendar_records import CalendarMeeting, CannotChange, StalePlan
from store.database import Database
from store.errors import NotFound
from store.ingest.source import Source
from store.meetingcalendar import StoredCalendar
from store.meetingplan import DeadlineRule, MeetingPlan, Pattern
from store.planedits import DayEdit
from store.records import Grant, Subject
from tests.fakes.library import MEMBER, READER, SECRETARY, STRANGER, Shelved
from tests.fakes.minutes import Paper

BOARD = "direktion"
COUNCIL_SECRETARY = Subject("other", True, "personal", (Grant("secretary", "byraad"),), "t")
THURSDAYS = Pattern(3, date(2026, 12, 3), weeks=2, start=time(8, 30), place="Mødelokale 2")
DEC = (date(2026, 12, 1), date(2026, 12, 31))
DEC_3, DEC_8, DEC_17 = date(2026, 12, 3), date(2026, 12, 8), date(2026, 12, 17)


class Stage:
    """A store in which two bodies are known, and its calendar."""

    def __init__(self, db: Database) -> None:
        self.shelved = Shelved(db)
        self.calendar = StoredCalendar(db, self.shelved.clock)
        self.take(agenda("Direktionen", date(2025, 1, 9)), agenda("Byrådet", date(2025, 1, 13)))

    def take(self, *sources: Source) -> None:
        self.shelved.take(*sources)

    def december(self, subject: Subject = READER, body: str | None = BOARD) -> list[tuple[str, int, str, str]]:
        found = self.calendar.coming(subject, body, *DEC, cancelled=True)
        return [(one.body, one.day.day, one.state, one.source) for one in found]


@pytest.fixture
def stage(db: Database) -> Stage:
    return Stage(db)


def agenda(
    body: str, on: date, *, start: time | None = None, deadline: datetime | None = None, closed: bool = False
) -> Source:
    made = Paper()
    items = [made.item(1, f"Sag {on}", decision=None)]
    chosen = "closed" if closed else "open"
    source = made.minutes(items, body=body, on=on, start=start, kind="agenda", chosen=chosen)  # type: ignore[arg-type]
    return replace(source, deadline=deadline)


def only(found: tuple[CalendarMeeting, ...]) -> CalendarMeeting:
    assert len(found) == 1
    return found[0]


def test_a_plan_gives_meetings_with_their_deadlines(stage: Stage) -> None:
    record = stage.calendar.set_pattern("Direktionen", THURSDAYS, 0, SECRETARY)
    assert (record.version, record.keeps, record.body.name) == (1, True, "Direktionen")
    assert stage.december() == [("Direktionen", day, "planned", "plan") for day in (3, 17, 31)]
    first = stage.calendar.coming(READER, BOARD, *DEC)[0]
    assert (first.key, first.start, first.place) == ("direktion-2026-12-03", time(8, 30), "Mødelokale 2")
    assert first.deadlines["submission"] == datetime(2026, 11, 23, 11, tzinfo=UTC)
    assert [one.on_a_day_off for one in stage.calendar.coming(READER, BOARD, *DEC)] == [False, False, True]


def test_what_the_agenda_states_wins_and_the_day_is_one_meeting(stage: Stage) -> None:
    stage.calendar.set_pattern(BOARD, THURSDAYS, 0, SECRETARY)
    stated = datetime(2026, 11, 20, 11, tzinfo=UTC)
    stage.take(agenda("Direktionen", DEC_3, start=time(9), deadline=stated), agenda("Direktionen", date(2026, 12, 10)))
    assert stage.december() == [
        ("Direktionen", 3, "planned", "both"),
        ("Direktionen", 10, "planned", "agenda"),
        ("Direktionen", 17, "planned", "plan"),
        ("Direktionen", 31, "planned", "plan"),
    ]
    first, second, *_ = stage.calendar.coming(READER, BOARD, *DEC)
    assert (first.start, first.place, first.deadlines["submission"]) == (time(9), "Mødelokale 2", stated)
    assert first.deadlines["dispatch"] == datetime(2026, 11, 27, 14, tzinfo=UTC)
    assert first.meeting is not None
    assert first.meeting.key == first.key
    assert second.deadlines["submission"] == datetime(2026, 11, 30, 11, tzinfo=UTC)


def test_without_a_plan_agendas_stand_alone_and_nothing_is_reckoned(stage: Stage) -> None:
    stated = datetime(2026, 12, 1, 11, tzinfo=UTC)
    stage.take(agenda("Byrådet", date(2026, 12, 14), deadline=stated))
    one = only(stage.calendar.coming(READER, None, *DEC))
    assert (one.body, one.source, dict(one.deadlines)) == ("Byrådet", "agenda", {"submission": stated})
    assert stage.calendar.plan("Byrådet", READER).version == 0
    assert [body.key for body in stage.calendar.planned(READER)] == []


def test_a_moved_meeting_takes_its_agenda_along_but_not_the_deadline_of_the_old_day(stage: Stage) -> None:
    stage.calendar.set_pattern(BOARD, THURSDAYS, 0, SECRETARY)
    stage.take(agenda("Direktionen", DEC_3, start=time(9), deadline=datetime(2026, 11, 20, 11, tzinfo=UTC)))
    stage.calendar.change(BOARD, DayEdit("moved", DEC_3, DEC_8, reason="Sygdom"), 1, SECRETARY)
    assert stage.december()[0] == ("Direktionen", 8, "moved", "both")
    moved = only(stage.calendar.coming(READER, BOARD, DEC_8, DEC_8))
    assert (moved.key, moved.nominal, moved.reason) == ("direktion-2026-12-03", DEC_3, "Sygdom")
    assert moved.deadlines["submission"] == datetime(2026, 11, 26, 11, tzinfo=UTC)
    assert moved.meeting is not None
    # The agenda is sent out anew for the new day: what it states counts, and the old one tells of no second meeting.
    stage.take(agenda("Direktionen", DEC_8, start=time(10)))
    assert [row[1:] for row in stage.december()[:2]] == [(8, "moved", "both"), (17, "planned", "plan")]
    assert only(stage.calendar.coming(READER, BOARD, DEC_8, DEC_8)).start == time(10)


def test_a_cancelled_meeting_is_told_only_when_asked_for(stage: Stage) -> None:
    stage.take(agenda("Direktionen", DEC_3))
    stage.calendar.change(BOARD, DayEdit("cancelled", DEC_3, reason="For få sager"), 0, SECRETARY)
    assert stage.calendar.coming(READER, BOARD, *DEC) == ()
    one = only(stage.calendar.coming(READER, BOARD, *DEC, cancelled=True))
    assert (one.state, one.reason, one.source, one.held) == ("cancelled", "For få sager", "both", False)


def test_two_meetings_of_one_body_on_one_day_are_both_there_when_both_are_announced(stage: Stage) -> None:
    stage.take(agenda("Direktionen", DEC_3, start=time(9)), agenda("Byrådet", DEC_3, start=time(17)))
    assert stage.december(body=None) == [
        ("Direktionen", 3, "planned", "agenda"),
        ("Byrådet", 3, "planned", "agenda"),
    ]


def test_deadlines_are_changed_one_by_one_and_closing_days_count(stage: Stage, db: Database) -> None:
    stage.calendar.set_pattern(BOARD, THURSDAYS, 0, SECRETARY)
    stage.calendar.set_deadlines(BOARD, [DeadlineRule("submission", 10, time(9))], 1, SECRETARY)
    shut = StoredCalendar(db, stage.shelved.clock, WorkingDays.of(["2026-11-20"]))
    for calendar, day in ((stage.calendar, 19), (shut, 18)):
        first = calendar.coming(READER, BOARD, *DEC)[0]
        assert first.deadlines["submission"] == datetime(2026, 11, day, 8, tzinfo=UTC)
        assert set(first.deadlines) == {"submission", "quality", "dispatch", "minutes"}


def test_only_secretaries_of_the_body_in_personal_chat_change_it(stage: Stage) -> None:
    shared = replace(SECRETARY, audience="channel")
    for subject in (READER, MEMBER, STRANGER, COUNCIL_SECRETARY, shared):
        with pytest.raises(NotFound):
            stage.calendar.set_pattern(BOARD, THURSDAYS, 0, subject)
        with pytest.raises(NotFound):
            stage.calendar.history(BOARD, subject)
        assert not stage.calendar.plan(BOARD, subject).keeps
    assert stage.calendar.kept(SECRETARY) == (stage.calendar.plan(BOARD, READER).body,)
    assert stage.calendar.kept(READER) == ()


def test_a_closed_body_is_known_to_its_own_alone(stage: Stage) -> None:
    stage.take(agenda("Personaleudvalget", DEC_3, closed=True))
    own = Subject("own", True, "personal", (Grant("secretary", "personaleudvalg"),), "t")
    stage.calendar.set_pattern("personaleudvalg", THURSDAYS, 0, own)
    assert [row[:2] for row in stage.december(own, None)] == [("Personaleudvalget", day) for day in (3, 17, 31)]
    for subject in (READER, SECRETARY, replace(own, audience="channel"), replace(own, employee=False)):
        assert stage.december(subject, None) == []
        assert stage.december(subject, "Personaleudvalget") == []
        with pytest.raises(NotFound):
            stage.calendar.plan("personaleudvalg", subject)
    assert {one.closed for one in stage.calendar.coming(own, None, *DEC)} == {True}


def test_a_closed_agenda_of_an_open_body_says_nothing_to_others(stage: Stage) -> None:
    stage.calendar.set_pattern(BOARD, THURSDAYS, 0, SECRETARY)
    stage.take(agenda("Direktionen", DEC_3, start=time(11), closed=True), agenda("Direktionen", DEC_8, closed=True))
    assert stage.december(READER) == [("Direktionen", day, "planned", "plan") for day in (3, 17, 31)]
    assert stage.calendar.coming(READER, BOARD, *DEC)[0].start == time(8, 30)
    assert [row[1:] for row in stage.december(MEMBER)[:2]] == [(3, "planned", "both"), (8, "planned", "agenda")]
    assert stage.calendar.coming(MEMBER, BOARD, *DEC)[0].start == time(11)


def test_a_guest_sees_nothing(stage: Stage) -> None:
    stage.calendar.set_pattern(BOARD, THURSDAYS, 0, SECRETARY)
    assert stage.december(Subject("guest", False)) == []


def test_of_two_secretaries_the_second_is_told_who_was_first(stage: Stage) -> None:
    stage.calendar.set_pattern(BOARD, THURSDAYS, 0, SECRETARY)
    at = stage.shelved.clock.forward(minutes=5)
    stage.calendar.change(BOARD, DayEdit("moved", DEC_3, DEC_8), 1, SECRETARY)
    other = replace(SECRETARY, person="second")
    with pytest.raises(StalePlan) as caught:
        stage.calendar.change(BOARD, DayEdit("cancelled", DEC_17), 1, other)
    changed = caught.value.changed
    assert changed is not None
    assert (changed.person, changed.at, changed.action, changed.day) == ("secretary", at, "moved", DEC_3)
    assert [row[1:3] for row in stage.december()[:2]] == [(8, "moved"), (17, "planned")]
    with pytest.raises(StalePlan):
        stage.calendar.set_pattern(BOARD, THURSDAYS, 0, other)


def test_a_change_is_undone_once_and_not_over_a_newer_one(stage: Stage) -> None:
    stage.calendar.set_pattern(BOARD, THURSDAYS, 0, SECRETARY)
    stage.calendar.change(BOARD, DayEdit("cancelled", DEC_3), 1, SECRETARY)
    record = stage.calendar.undo(BOARD, 2, SECRETARY)
    assert (record.version, stage.december()[0]) == (3, ("Direktionen", 3, "planned", "plan"))
    with pytest.raises(StalePlan):
        stage.calendar.undo(BOARD, 2, SECRETARY)
    stage.calendar.set_deadlines(BOARD, [DeadlineRule("minutes", 1)], 3, SECRETARY)
    stage.calendar.undo(BOARD, 4, SECRETARY)
    assert stage.calendar.plan(BOARD, READER).plan == record.plan
    assert [one.action for one in stage.calendar.history(BOARD, SECRETARY)] == [
        "undone", "deadlines", "undone", "cancelled", "patterns",
    ]  # fmt: skip


def test_the_first_plan_is_undone_to_none(stage: Stage) -> None:
    stage.calendar.set_pattern(BOARD, THURSDAYS, 0, SECRETARY)
    assert stage.calendar.undo(BOARD, 1, SECRETARY).plan == MeetingPlan()
    assert stage.december() == []


def test_every_change_is_in_the_audit(stage: Stage, db: Database) -> None:
    stage.calendar.set_pattern(BOARD, THURSDAYS, 0, SECRETARY)
    stage.calendar.change(BOARD, DayEdit("cancelled", DEC_3), 1, SECRETARY)
    with db.read() as session:
        found = [(one.person, one.action, one.target) for one in entries(session, 2)]
    assert found == [
        ("secretary", "calendar cancelled", "direktion 2026-12-03"),
        ("secretary", "calendar patterns", "direktion 2026-12-03"),
    ]


def test_what_makes_no_sense_changes_nothing(stage: Stage) -> None:
    stage.calendar.set_pattern(BOARD, THURSDAYS, 0, SECRETARY)
    with pytest.raises(CannotChange, match="no_meeting"):
        stage.calendar.change(BOARD, DayEdit("cancelled", DEC_8), 1, SECRETARY)
    assert stage.calendar.plan(BOARD, READER).version == 1


def test_a_plan_comes_back_as_it_was_put(stage: Stage) -> None:
    weekly = Pattern(0, date(2026, 1, 5), date(2026, 6, 30), 1, start=time(13, 15))
    monthly = Pattern(1, date(2026, 7, 1), ordinals=(1, -1), not_in=frozenset({7, 12}), place="Æblehaven")
    rules = (DeadlineRule("submission", 3, time(9)), DeadlineRule("minutes", 0, time(16)))
    plan = MeetingPlan((weekly, monthly), (), rules)
    stage.calendar.put("Byrådet", plan, None)
    assert stage.calendar.plan("byraad", READER).plan == plan


def test_the_service_sees_everything_with_keys_only(stage: Stage) -> None:
    stage.calendar.set_pattern(BOARD, THURSDAYS, 0, SECRETARY)
    stage.take(agenda("Personaleudvalget", DEC_8, closed=True))
    stage.calendar.change(BOARD, DayEdit("cancelled", DEC_3), 1, SECRETARY)
    found = stage.calendar.everything(*DEC)
    assert [(one.body_key, one.day.day, one.held) for one in found] == [
        ("direktion", 3, False), ("personaleudvalg", 8, True), ("direktion", 17, True), ("direktion", 31, True),
    ]  # fmt: skip
