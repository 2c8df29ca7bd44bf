"""What people and channels are told of minutes, put into words when it is sent, by the rights of who hears it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cards import minuteswhole
from cards.parts import Frame, Rendered
from dialogs.ports import Ports
from dialogs.replies import message
from dialogs.turn import Message
from store.errors import NotFound
from store.minutes.records import MeetingMinutes
from store.outbox_records import Occurrence
from store.records import Lang, Query, Subject

ON_MINUTES = frozenset({"review", "final", "correction"})


class MinutesNotices:
    """A bot.delivery.Renderer for what store.minutes.posting tells of minutes: review, final and correction."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports

    def __call__(self, occurrence: Occurrence, subject: Subject, now: datetime) -> Message | None:
        """The message; None when it is overtaken, or nothing that the reader may know of."""
        told = occurrence.payload
        what = str(told.get("what"))
        if what not in ON_MINUTES:
            return None
        try:
            minutes = self._ports.minutes.minutes(str(told.get("meeting")), subject)
        except NotFound:
            return None
        if minutes.agenda.minutes != ("review" if what == "review" else "final"):
            # Taken back or final by now; of a correction under way, what was final is still final to the reader.
            return None
        if what != "review" and minutes.edition != int(told.get("count") or 1):
            return None
        frame = Frame(occurrence.subscription.lang, subject.audience != "personal", self._ports.hosts)
        rendered = minuteswhole.notice_of(minutes, what, frame)
        return message(self._guarded(rendered, minutes, what, subject, frame.lang))

    def _guarded(
        self, rendered: Rendered, minutes: MeetingMinutes, what: str, subject: Subject, lang: Lang
    ) -> Rendered:
        """With the keys of what is shown: closed later on, it is taken out of the message."""
        if what == "review":
            return rendered
        meeting = minutes.agenda.meeting
        query = Query("", "", "decisions_list", lang, body=meeting.body, since=meeting.day, until=meeting.day)
        items = self._ports.answers.find(query, subject).items
        documents = tuple(dict.fromkeys(one.document.id for one in items if one.document is not None))
        return replace(rendered, items=tuple(one.key for one in items), documents=documents)
