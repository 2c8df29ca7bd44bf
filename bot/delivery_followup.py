"""Personal reminders put into words when they are sent: what was done, put off or moved meanwhile is not said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from cards.parts import Frame
from cards.reminder import Due
from dialogs.digestshown import reminder_card
from dialogs.digestticks import why
from dialogs.ports import Ports
from dialogs.replies import message
from dialogs.turn import Message
from store.calendar import WorkingDays, local, week_days
from store.errors import NotFound
from store.followup_reminding import Stage, read
from store.outbox_records import Occurrence
from store.records import Subject


class FollowUpNotices:
    """A bot.delivery.Renderer for store.followup_records.FOLLOWUP_KIND."""

    def __init__(self, ports: Ports, days: Callable[[], WorkingDays] = WorkingDays) -> None:
        self._ports, self._days = ports, days

    def __call__(self, occurrence: Occurrence, subject: Subject, now: datetime) -> Message | None:
        """One message for all of a morning; None when none of it holds any more."""
        on, found = local(now).date(), {}
        entries = occurrence.payload.get("promises")
        for entry in entries if isinstance(entries, list) else ():
            told = read(entry)
            due = self._due(told[0], told[1], told[2], subject, on) if told is not None else None
            if told is not None and due is not None:
                found[told[0]] = due
        shown = sorted(found.values(), key=lambda due: (due.one.due or on, due.one.title))
        if any(due.why == "own" for due in shown) and self._weekly(subject, on):
            shown = [due for due in shown if due.why != "own"]
        rendered = reminder_card(shown, on, Frame(occurrence.subscription.lang, False, self._ports.hosts))
        return message(rendered) if rendered is not None else None

    def _due(self, id: str, day: date, stage: Stage, subject: Subject, on: date) -> Due | None:
        """The follow-up, if it still is to be reminded of as it was meant."""
        try:
            one = self._ports.follow_ups.follow_up(id, subject)
        except NotFound:
            return None
        if one.state != "open" or one.due != day or (one.snoozed_to is not None and one.snoozed_to > on):
            return None
        reason = why(one, subject.person)
        if reason == "own":
            return Due(one)
        told = stage == "secretary" if reason == "unanswered" else stage == "overdue"
        return Due(one, reason) if told and one.may_change else None

    def _weekly(self, subject: Subject, on: date) -> bool:
        """Whether the reader's own weekly reminder of this morning says it all: one message is enough."""
        days = self._days()
        return any(
            digest.mine
            and digest.schedule.at <= _MORNING
            and digest.horizon >= _SPAN
            and {"overdue", "due_soon"} <= set(digest.sections)
            and not (digest.paused_until is not None and digest.paused_until > on)
            and any(days.moved(day, digest.schedule.shift) == on for day in _nominal(digest.schedule.weekday, on))
            for digest in self._ports.digests.of("personal", subject.person or "", subject)
        )


_MORNING = time(10)
_SPAN = 7
"""Days: what is reminded of beforehand lies within."""


def _nominal(weekday: int, on: date) -> list[date]:
    """The days of a weekly schedule that may have been moved to this one."""
    return week_days(weekday, on - timedelta(days=10), on + timedelta(days=10))
