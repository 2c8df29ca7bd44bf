"""The calendar of a world where nobody keeps one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.calendar_records import CalendarMeeting, PlanRecord
from store.errors import NotFound
from store.meetingplan import DeadlineRule, Pattern
from store.planedits import Around, DayEdit
from store.records import BodyRecord, Subject


class NoCalendar:
    """Has no meetings and takes no changes."""

    def coming(
        self, subject: Subject, body: str | None, since: date, until: date, *, cancelled: bool = False
    ) -> tuple[CalendarMeeting, ...]:
        return ()

    def plan(self, body: str, subject: Subject) -> PlanRecord:
        raise NotFound("no such body")

    def kept(self, subject: Subject) -> tuple[BodyRecord, ...]:
        return ()

    def around(self, body: str, subject: Subject) -> Around:
        raise NotFound("no such body")

    def change(self, body: str, edit: DayEdit, version: int, subject: Subject) -> PlanRecord:
        raise NotFound("no such body")

    def set_pattern(
        self, body: str, pattern: Pattern, version: int, subject: Subject, rules: Sequence[DeadlineRule] = ()
    ) -> PlanRecord:
        raise NotFound("no such body")

    def end_pattern(self, body: str, since: date, version: int, subject: Subject) -> PlanRecord:
        raise NotFound("no such body")

    def set_deadlines(self, body: str, rules: Sequence[DeadlineRule], version: int, subject: Subject) -> PlanRecord:
        raise NotFound("no such body")

    def undo(self, body: str, version: int, subject: Subject) -> PlanRecord:
        raise NotFound("no such body")
