"""Cards on the meeting calendar, by name: for golden files, sizes and drawing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time

from cards import coming
from cards import comingtold as told
from cards.parts import Frame, Rendered
from cards.texts import texts
from dialogs.comingfacts import of_record
from store.calendar import WorkingDays
from store.calendar_records import CalendarMeeting
from store.meetingmerge import merged_meetings
from store.meetingplan import MeetingPlan, Pattern, PlanChange
from store.records import Lang
from tests.fakes import matters as m

DAYS = WorkingDays()
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
THURSDAYS = Pattern(3, date(2026, 12, 3), weeks=2, not_in=frozenset({7}), start=time(8, 30), place="Mødelokale 2")
PLAN = MeetingPlan(
    (THURSDAYS,),
    (
        PlanChange(date(2026, 12, 3), "moved", date(2026, 12, 8), reason="Budgetseminar"),
        PlanChange(date(2026, 12, 17), "cancelled", reason="For få punkter"),
        PlanChange(date(2027, 1, 12), "single", start=time(9), place="Byrådssalen"),
    ),
)
ECONOMY = replace(of_record(m.COMING), body_key="oekonomiudvalget", place="Byrådssalen")


def meetings(last: date = date(2027, 11, 20)) -> list[CalendarMeeting]:
    """Those of the plan, cancelled ones too."""
    return merged_meetings(m.DIREKTION, PLAN, (), (NOW.date(), last), DAYS, closed=False)


def frame(lang: Lang, *, shared: bool = False) -> Frame:
    """How the samples are rendered."""
    return Frame(lang, shared)


def _one(lang: Lang) -> Rendered:
    sentence = told.with_deadline(meetings()[0], NOW, texts(lang))
    return coming.upcoming(meetings()[:1], (), frame(lang), sentence)


def _agenda(lang: Lang) -> Rendered:
    sentence = told.deadline(ECONOMY, "submission", NOW, texts(lang))
    return coming.upcoming((ECONOMY,), (m.TARIFFS,), frame(lang), sentence)


def _several(lang: Lang) -> Rendered:
    found = [*meetings(date(2027, 1, 14)), ECONOMY]
    return coming.upcoming(found, (m.TARIFFS,), frame(lang), told.counted(found, None, None, None, texts(lang)))


def _cancelled(lang: Lang) -> Rendered:
    off = next(one for one in meetings() if not one.held)
    return coming.upcoming((off,), (), frame(lang, shared=True), told.state(off, texts(lang)))


CALENDAR: Mapping[str, Callable[[Lang], Rendered]] = {
    "upcoming": _several,
    "upcoming_one": _agenda,
    "upcoming_next": _one,
    "upcoming_cancelled": _cancelled,
}
