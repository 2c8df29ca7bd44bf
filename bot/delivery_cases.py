"""What people are told of agenda items on their way, put into words when it is sent, by the rights of who hears it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import get_args

from cards import casenotice
from cards.deskitem import View
from cards.desktold import Told
from cards.parts import Frame
from dialogs.agendaports import AgendaItems
from dialogs.caseviews import secretaries
from dialogs.ports import People
from dialogs.replies import message
from dialogs.turn import Message
from store.agenda.records import Action, AgendaItem, Change
from store.agenda.states import may, parts
from store.errors import NotFound
from store.outbox_records import Occurrence
from store.records import Subject


class CaseNotices:
    """A bot.delivery.Renderer for store.agenda.notices.CASE_KIND."""

    def __init__(self, agenda: AgendaItems, people: People, hosts: frozenset[str] = frozenset()) -> None:
        self._agenda, self._people, self._hosts = agenda, people, hosts

    def __call__(self, occurrence: Occurrence, subject: Subject, now: datetime) -> Message | None:
        """The message; None when the item may not be read any more, or the step is one of a newer version."""
        told = occurrence.payload
        try:
            item = self._agenda.item(str(told.get("item")), subject)
            changes = self._agenda.history(item.id, subject)
        except NotFound:
            return None
        change = _change(changes, told.get("version"), told.get("action"))
        if change is None:
            return None
        frame = Frame(occurrence.subscription.lang, subject.audience != "personal", self._hosts)
        rendered = casenotice.notice(self._view(item, subject, now), change, self._name(change.person), frame)
        return message(rendered) if rendered is not None else None

    def _view(self, item: AgendaItem, subject: Subject, now: datetime) -> View:
        last = item.last.person if item.last is not None else ""
        told = Told(
            reader=subject.person or "",
            now=now,
            author=item.author_name or self._name(item.author),
            secretaries=secretaries(self._people, item.body_key),
            decides="secretary" in parts(subject, item),
            actor=self._name(last),
        )
        actions: tuple[Action, ...] = get_args(Action)
        can = frozenset(action for action in actions if may(subject, item, action))
        return View(item, told, can, part=bool(parts(subject, item)))

    def _name(self, person: str) -> str:
        known = self._people.person(person) if person else None
        return known.name if known is not None else ""


def _change(changes: Sequence[Change], version: object, action: object) -> Change | None:
    """The step that is told of, as the reader may know it."""
    return next((one for one in changes if one.version == version and one.action == action), None)
