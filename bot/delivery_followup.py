"""Personal reminders put into words when they are sent: what was done, put off or moved meanwhile is not said."""

from __future__ import annotations

from datetime import date, datetime

from cards.parts import Frame
from cards.reminder import Due
from dialogs.digestshown import reminder_card
from dialogs.digestticks import theirs
from dialogs.ports import Ports
from dialogs.replies import message
from dialogs.turn import Message
from store.calendar import local
from store.errors import NotFound
from store.followup_reminding import Stage, read
from store.outbox_records import Occurrence
from store.records import Subject


class FollowUpNotices:
    """A bot.delivery.Renderer for store.followup_records.FOLLOWUP_KIND."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports

    def __call__(self, occurrence: Occurrence, subject: Subject, now: datetime) -> Message | None:
        """One message for all of a morning; None when none of it holds any more."""
        on, found = local(now).date(), {}
        entries = occurrence.payload.get("promises")
        for entry in entries if isinstance(entries, list) else ():
            told = read(entry)
            if told is None:
                continue
            due = self._due(told[0], told[1], told[2], subject, on)
            if due is not None and (told[0] not in found or not due.unanswered):
                found[told[0]] = due
        frame = Frame(occurrence.subscription.lang, False, self._ports.hosts)
        shown = sorted(found.values(), key=lambda due: (due.one.due or on, due.one.title))
        rendered = reminder_card(shown, on, frame)
        return message(rendered) if rendered is not None else None

    def _due(self, id: str, day: date, stage: Stage, subject: Subject, on: date) -> Due | None:
        """The follow-up, if it still is to be reminded of as it was meant."""
        try:
            one = self._ports.follow_ups.follow_up(id, subject)
        except NotFound:
            return None
        if one.state != "open" or one.due != day or (one.snoozed_to is not None and one.snoozed_to > on):
            return None
        unanswered = stage == "secretary"
        if unanswered and not one.may_change:
            return None
        return Due(one, unanswered) if unanswered or theirs(one, subject.person) else None
