"""The plans of the sample bodies fall in with their agendas, whatever day it is."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from store.calendar import WorkingDays
from store.database import Database
from store.demo.calendars import furnish_plans, plans
from store.demo.living import coming
from store.demo.load import load
from store.ingest.intake import Intake
from store.meetingcalendar import StoredCalendar
from store.planedits import DayEdit
from tests.fakes.library import NOW, READER
from tests.fakes.shelves import FakeIndex

DAYS = WorkingDays()


@settings(max_examples=40, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2034, 12, 31)))
def test_each_agenda_is_a_meeting_of_the_plan_with_the_same_deadline(today: date) -> None:
    held = {one.body: one.plan.meetings(today, today + timedelta(days=90), DAYS) for one in plans(today)}
    for agenda in coming(today):
        (meeting,) = [one for one in held[agenda.body] if one.day == agenda.on]
        assert meeting.deadlines["submission"].date() == agenda.submission
        assert meeting.deadlines["dispatch"].date() == agenda.dispatch
    assert {body: meetings[0].day for body, meetings in held.items()} == {
        body: min(one.on for one in coming(today) if one.body == body) for body in held
    }


def test_the_sample_store_has_one_list_and_keeps_what_was_changed_the_same_day(sqlite_db: Database) -> None:
    today = NOW.date()
    load(Intake(sqlite_db, FakeIndex(), lambda: NOW), today)
    calendar = StoredCalendar(sqlite_db, lambda: NOW)
    furnish_plans(calendar, today)
    found = calendar.coming(READER, None, today, today + timedelta(days=60))
    agendas = {(one.body, one.on) for one in coming(today)}
    assert {(one.body, one.day) for one in found if one.source == "both"} == agendas
    assert not [one for one in found if one.source == "agenda"]
    first = coming(today)[0]
    version = calendar.plan(first.body, READER).version
    calendar.change(first.body, DayEdit("cancelled", first.on), version, None)
    furnish_plans(calendar, today)
    assert calendar.plan(first.body, READER).version == version + 1
    furnish_plans(calendar, today + timedelta(days=7))
    assert calendar.plan(first.body, READER).version == version + 2
