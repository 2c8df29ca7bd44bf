"""What a body's channel is told when an agenda is published: the open items, as they may be read when it is sent."""

from __future__ import annotations

from datetime import datetime

from cards import agendanotice
from cards.agendatold import lines_of
from cards.parts import Frame
from cards.texts import texts
from dialogs.meetingports import Agendas
from dialogs.replies import message
from dialogs.turn import Message
from store.errors import NotFound
from store.outbox_records import Occurrence
from store.records import Subject

ON_AGENDAS = frozenset({"agenda", "supplement"})


class AgendaNotices:
    """A bot.delivery.Renderer for what store.minutes.posting tells of agendas: an agenda, or a supplementary one."""

    def __init__(self, agendas: Agendas, hosts: frozenset[str] = frozenset()) -> None:
        self._agendas, self._hosts = agendas, hosts

    def __call__(self, occurrence: Occurrence, subject: Subject, now: datetime) -> Message | None:
        """The message; None when nothing of it may be read there any more."""
        told = occurrence.payload
        what = told.get("what")
        if what not in ON_AGENDAS:
            return None
        try:
            agenda = self._agendas.agenda(str(told.get("meeting")), subject)
            practice = self._agendas.practice(agenda.meeting.body_key, subject)
        except NotFound:
            return None
        frame = Frame(occurrence.subscription.lang, subject.audience != "personal", self._hosts)
        lines = [one for one in lines_of(agenda, practice, texts(frame.lang)) if not one.closed]
        if what == "supplement":
            lines = [one for one in lines if one.supplement == told.get("count")]
        if not lines:
            return None
        return message(agendanotice.posted(agenda.meeting, lines, frame, supplement=what == "supplement"))
