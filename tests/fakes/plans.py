"""The calendar over records in memory: plans and their changes for real, agendas as the matters at hand have them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from store.access import is_secretary
from store.calendar import WorkingDays
from store.calendar_records import CalendarMeeting, PlanAction, PlanEntry, PlanRecord, StalePlan
from store.errors import NotFound
from store.meetingmerge import Agenda, merged_meetings, order
from store.meetingplan import DeadlineRule, MeetingPlan, Pattern, merged
from store.planedits import Around, DayEdit, edited, with_pattern, without_pattern
from store.records import BodyRecord, MeetingRecord, Subject
from tests.fakes import matters as m

DAYS = WorkingDays()


@dataclass
class FakeCalendar:
    """dialogs.ports.MeetingCalendar; `plans` hold each version that there was, the newest last."""

    agendas: tuple[MeetingRecord, ...] = (m.COMING, m.EMPTY)
    plans: dict[str, list[MeetingPlan]] = field(default_factory=dict)
    entries: dict[str, list[PlanEntry]] = field(default_factory=dict)
    now: datetime = m.NOW

    def coming(
        self, subject: Subject, body: str | None, since: date, until: date, *, cancelled: bool = False
    ) -> tuple[CalendarMeeting, ...]:
        found: list[CalendarMeeting] = []
        for one in m.BODIES:
            if subject.employee and body in (None, one.key, one.name):
                told = [_agenda(each) for each in self.agendas if each.body == one.name]
                plan = self.plans[one.key][-1] if one.key in self.plans else None
                found += merged_meetings(one, plan, told, (since, until), DAYS, closed=False)
        return tuple(sorted((one for one in found if cancelled or one.held), key=order))

    def plan(self, body: str, subject: Subject) -> PlanRecord:
        one = _body(body)
        known = self.plans.get(one.key, [])
        changed = self.entries[one.key][-1] if one.key in self.entries else None
        return PlanRecord(
            one, known[-1] if known else MeetingPlan(), len(known), changed, is_secretary(subject, one.key)
        )

    def kept(self, subject: Subject) -> tuple[BodyRecord, ...]:
        return tuple(one for one in m.BODIES if is_secretary(subject, one.key))

    def around(self, body: str, subject: Subject) -> Around:
        name = _body(body).name
        return Around(
            DAYS, self.now.date(), frozenset(one.date for one in self.agendas if one.body == name and one.date)
        )

    def change(self, body: str, edit: DayEdit, version: int, subject: Subject) -> PlanRecord:
        around = self.around(body, subject)
        return self._put(body, version, subject, edit.kind, edit.day, lambda plan: edited(plan, edit, around))

    def set_pattern(
        self, body: str, pattern: Pattern, version: int, subject: Subject, rules: Sequence[DeadlineRule] = ()
    ) -> PlanRecord:
        known = self.around(body, subject).known

        def work(plan: MeetingPlan) -> MeetingPlan:
            changed = with_pattern(plan, pattern, known)
            return replace(changed, deadlines=merged(changed.deadlines, rules))

        return self._put(body, version, subject, "patterns", pattern.since, work)

    def end_pattern(self, body: str, since: date, version: int, subject: Subject) -> PlanRecord:
        return self._put(body, version, subject, "patterns", since, lambda plan: without_pattern(plan, since))

    def set_deadlines(self, body: str, rules: Sequence[DeadlineRule], version: int, subject: Subject) -> PlanRecord:
        def work(plan: MeetingPlan) -> MeetingPlan:
            return replace(plan, deadlines=merged(plan.deadlines, rules))

        return self._put(body, version, subject, "deadlines", None, work)

    def undo(self, body: str, version: int, subject: Subject) -> PlanRecord:
        known = self.plans.get(_body(body).key, [])
        before = known[version - 2] if version > 1 and version <= len(known) else MeetingPlan()
        return self._put(body, version, subject, "undone", None, lambda plan: before)

    def _put(
        self, body: str, version: int, subject: Subject, action: PlanAction, day: date | None,
        work: Callable[[MeetingPlan], MeetingPlan],
    ) -> PlanRecord:  # fmt: skip
        record = self.plan(body, subject)
        if not record.keeps:
            raise NotFound("no such body")
        if record.version != version:
            raise StalePlan(record.changed)
        self.plans.setdefault(record.body.key, []).append(work(record.plan))
        entry = PlanEntry(version + 1, self.now, subject.person or "", action, day)
        self.entries.setdefault(record.body.key, []).append(entry)
        return self.plan(body, subject)


def _body(text: str) -> BodyRecord:
    for one in m.BODIES:
        if text in (one.key, one.name):
            return one
    raise NotFound("no such body")


def _agenda(record: MeetingRecord) -> Agenda:
    assert record.date is not None
    return Agenda(
        record.key, _body(record.body).key, record.body, record.date, record.start, record.end, record.place,
        record.deadline, False, record,
    )  # fmt: skip
