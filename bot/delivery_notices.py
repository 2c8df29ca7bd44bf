"""The outbox's own notices put into words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from cards import undelivered
from cards.parts import Frame, Rendered
from dialogs.replies import message
from dialogs.turn import Message
from store.outbox_records import Occurrence
from store.records import Subject

OF_ONE_MESSAGE: Mapping[object, Callable[[str, datetime, Frame], Rendered]] = {
    "late": undelivered.late,
    "unknown": undelivered.unknown,
    "failed": undelivered.failed,
}


def outbox_notice(occurrence: Occurrence, subject: Subject, now: datetime) -> Message | None:
    """A bot.delivery.Renderer for store.outbox_records.OUTBOX_KIND; None for a topic of a newer version."""
    told, frame = occurrence.payload, Frame(occurrence.subscription.lang, subject.audience != "personal")
    topic = told.get("topic")
    if topic == "dead":
        return message(undelivered.channel_dead(told.get("place"), str(told.get("reason")), frame))
    if topic in OF_ONE_MESSAGE:
        due = datetime.fromisoformat(told["due"])
        return message(OF_ONE_MESSAGE[topic](str(told.get("title") or ""), due, frame))
    if topic == "missed":
        since, until = (datetime.fromisoformat(told[name]) for name in ("since", "until"))
        return message(undelivered.missed(since, until, int(told["late"]), frame))
    return None
