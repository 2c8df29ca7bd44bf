"""What watches tell, put into words when it is sent: from the store as it is then, by the rights of who hears it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

from cards import watchnotice
from cards.parts import Frame, Rendered
from dialogs.replies import message
from dialogs.turn import Message
from store.errors import NotFound
from store.outbox_records import Occurrence
from store.records import BodyRecord, DocumentRef, ItemRecord, Subject
from store.watch_matching import is_decided, on_agenda
from store.watch_records import Watch
from store.watches import told_in, watch_in


class Items(Protocol):
    """Reads an item as somebody may see it: store.answers.StoredAnswers."""

    def item(self, key: str, subject: Subject) -> ItemRecord: ...


class Papers(Protocol):
    """Reads a document as somebody may see it: store.fresh.FreshPapers."""

    def document(self, key: str, subject: Subject) -> DocumentRef: ...


class Seen(Protocol):
    """Watches as somebody may see them: store.watches.Watches."""

    def seen(self, watch: Watch, by: Subject) -> Watch: ...
    def told_beside(self, occurrence: Occurrence) -> frozenset[str]: ...


class WatchNotices:
    """A bot.delivery.Renderer for store.watch_records.WATCH_KIND."""

    def __init__(
        self,
        items: Items,
        papers: Papers,
        bodies: Callable[[], Iterable[BodyRecord]],
        watches: Seen,
        hosts: frozenset[str] = frozenset(),
    ) -> None:
        self._items, self._papers, self._bodies, self._watches, self._hosts = items, papers, bodies, watches, hosts

    def __call__(self, occurrence: Occurrence, subject: Subject, now: datetime) -> Message | None:
        """The message; None when nothing of it may be said any more, or the event is one of a newer version."""
        told = occurrence.payload
        if set(told_in(told)) <= self._watches.told_beside(occurrence):
            # Several watches of one place that find the same are one message.
            return None
        frame = Frame(occurrence.subscription.lang, subject.audience != "personal", self._hosts)
        rendered = self._rendered(occurrence, told, subject, frame)
        return message(rendered) if rendered is not None else None

    def _rendered(self, occurrence: Occurrence, told: Any, subject: Subject, frame: Frame) -> Rendered | None:
        watch = self._watches.seen(watch_in(occurrence.subscription), subject)
        names = {body.key: body.name for body in self._bodies()}
        if not watch.hidden:
            watch = replace(watch, body_name=names.get(watch.body or "", watch.body_name))
        event = told.get("event")
        if event == "document":
            try:
                return watchnotice.document(watch, self._papers.document(str(told.get("document")), subject), frame)
            except NotFound:
                return None
        if event == "agenda":
            items = self._read(told.get("items"), subject)
            return watchnotice.meeting(watch, "agenda", items, 0, frame) if items else None
        if event != "held":
            return None
        items = self._read([*told.get("decided", ()), *told.get("treated", ())], subject)
        decided = [item for item in items if is_decided(item)]
        rest = [item for item in items if not is_decided(item) and not on_agenda(item)]
        shown = decided if watch.events == "decided" else [*decided, *rest]
        return watchnotice.meeting(watch, "held", shown, len(decided), frame) if shown else None

    def _read(self, keys: Any, subject: Subject) -> list[ItemRecord]:
        """The items that may be seen now, each once."""
        found = []
        for key in dict.fromkeys(keys if isinstance(keys, list) else ()):
            try:
                found.append(self._items.item(str(key), subject))
            except NotFound:
                continue
        return found
