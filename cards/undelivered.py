"""What the outbox says of itself: a channel that cannot be reached, a message late, lost or in doubt, a missed run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cards import phrases as p
from cards.missing import plain
from cards.parts import Frame, Rendered
from cards.phrases import Phrase
from cards.texts import texts

REASONS: Mapping[str, Phrase] = {
    "removed": p.WHY_REMOVED,
    "BotNotInConversationRoster": p.WHY_REMOVED,
    "ConversationBlockedByUser": p.WHY_BLOCKED,
    "MessageWritesBlocked": p.WHY_BLOCKED,
    "ConversationNotFound": p.WHY_GONE,
    "ActivityNotFoundInConversation": p.WHY_GONE,
    "no_address": p.WHY_GONE,
    "http_404": p.WHY_GONE,
}


def channel_dead(place: str | None, reason: str, frame: Frame) -> Rendered:
    """To the owner of what was to be said there; `place` is the channel's name when it is known."""
    t = texts(frame.lang)
    named = t.quoted(place) if place else t.say(p.SOME_PLACE)
    why = t.say(REASONS.get(reason, p.WHY_REFUSED))
    return plain(p.CHANNEL_DEAD, frame, (), place=named, why=why)


def late(title: str, due: datetime, frame: Frame) -> Rendered:
    """To the owner of a message that was not sent because it was too late."""
    return plain(p.MESSAGE_LATE, frame, (), title=_title(title, frame), when=due)


def unknown(title: str, due: datetime, frame: Frame) -> Rendered:
    """To the owner of a message that may or may not have arrived."""
    return plain(p.MESSAGE_UNKNOWN, frame, (), title=_title(title, frame), when=due)


def failed(title: str, due: datetime, frame: Frame) -> Rendered:
    """To the owner of a message that cannot be sent, because of a fault on our side."""
    return plain(p.MESSAGE_FAILED, frame, (), title=_title(title, frame), when=due)


def missed(since: datetime, until: datetime, count: int, frame: Frame) -> Rendered:
    """To secretaries: nothing ran for a while, and so many messages were late."""
    return plain(p.RUN_MISSED, frame, (), since=since, until=until, count=count)


def _title(title: str, frame: Frame) -> str:
    return texts(frame.lang).quoted(title) if title else ""
