"""Cards on the meeting calendar, by name: for golden files, sizes and drawing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time

from cards import calendarcard, calendarform, calendartold, coming
from cards import comingtold as told
from cards import phrases as p
from cards.parts import Frame, Rendered
from cards.texts import texts
from dialogs.comingfacts import of_record
from store.calendar import WorkingDays
from store.calendar_records import CalendarMeeting, PlanEntry, PlanRecord
from store.meetingmerge import merged_meetings, order
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
    return sorted(merged_meetings(m.DIREKTION, PLAN, (), (NOW.date(), last), DAYS, closed=False), key=order)


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
    found = sorted([*meetings(date(2027, 1, 14)), ECONOMY], key=order)
    return coming.upcoming(found, (m.TARIFFS,), frame(lang), told.counted(found, None, None, None, texts(lang)))


def _cancelled(lang: Lang) -> Rendered:
    off = next(one for one in meetings() if not one.held)
    return coming.upcoming((off,), (), frame(lang, shared=True), told.state(off, texts(lang)))


KEPT = PlanRecord(m.DIREKTION, PLAN, 4, PlanEntry(4, NOW, "p-secretary", "moved", date(2026, 12, 3)), keeps=True)


def _calendar(lang: Lang) -> Rendered:
    return calendarcard.calendar(KEPT, meetings(), NOW.date(), frame(lang), "Cille Ærø")


def _calendar_reader(lang: Lang) -> Rendered:
    seen = replace(KEPT, keeps=False)
    return calendarcard.calendar(seen, meetings(date(2027, 2, 28)), NOW.date(), frame(lang, shared=True), "Cille Ærø")


def _question(lang: Lang) -> Rendered:
    t = texts(lang)
    moved = meetings()[0]
    rows = [
        (t.say(p.LABEL_BEFORE), told.when_held(replace(moved, day=moved.nominal), t)),
        (t.say(p.LABEL_AFTER), told.when_held(moved, t)),
        *calendarcard.deadline_rows(moved, t),
        (t.say(p.LABEL_REASON), "Budgetseminar"),
    ]
    remarks = [t.say(p.DEADLINE_GONE), t.say(p.AGENDA_STAYS), t.say(p.CHANGE_TOLD)]
    sentence = t.say(p.CONFIRM_MOVE, body="Direktionen")
    data: dict[str, object] = {"body": "direktionen", "version": 3, "plan": {"kind": "moved", "day": "2026-12-03"}}
    question = calendarcard.Question(sentence, rows, remarks, p.BUTTON_MOVE_MEETING, data)
    return calendarcard.ask(question, frame(lang))


def _done(lang: Lang) -> Rendered:
    t = texts(lang)
    rows = calendarcard.deadline_rows(meetings()[0], t)
    return calendarcard.done(told.state(meetings()[0], t), rows, "direktionen", 4, frame(lang))


def _stale(lang: Lang) -> Rendered:
    sentence = calendartold.stale("Direktionen", KEPT.changed, "Cille Ærø", texts(lang))
    return calendarcard.stopped(sentence, "direktionen", frame(lang))


def _empty(lang: Lang) -> Rendered:
    sentence = told.empty("Lederforum", (), texts(lang), keeps=True)
    return calendarcard.stopped(sentence, "lederforum", frame(lang), form=True)


CALENDAR: Mapping[str, Callable[[Lang], Rendered]] = {
    "upcoming": _several,
    "upcoming_one": _agenda,
    "upcoming_next": _one,
    "upcoming_cancelled": _cancelled,
    "calendar": _calendar,
    "calendar_reader": _calendar_reader,
    "calendar_question": _question,
    "calendar_done": _done,
    "calendar_stale": _stale,
    "calendar_empty": _empty,
    "calendar_form": lambda lang: calendarform.plan_form(KEPT, NOW.date(), frame(lang)),
    "calendar_day": lambda lang: calendarform.day_form(meetings()[0], frame(lang)),
}
