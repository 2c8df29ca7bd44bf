"""Coming meetings: all of them, or the one that was asked for with its day or its deadline."""

from __future__ import annotations

import re

from cards import lists
from cards.parts import Rendered
from cards.texts import texts
from dialogs.replies import Room
from store.records import Finding, Query

_DEADLINE = re.compile(r"\b(?:\w*frist(?:en)?|deadline(?:n)?|closing date)\b", re.IGNORECASE)
_ONE = re.compile(
    r"\b(?:hvornår|hvornaar|hvilken dag|when|which day|(?:det|næste|the next|next) (?:\w+)?(?:møde|meeting)|"
    r"næste (?:\w+)?mødet?)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:møder|møderne|frister|fristerne|meetings|deadlines)\b", re.IGNORECASE)


def coming(query: Query, finding: Finding, room: Room) -> Rendered:
    """The card of coming meetings."""
    meetings, items = finding.meetings, finding.items
    deadline = bool(_DEADLINE.search(query.text))
    asks_day = deadline or len(meetings) == 1 or bool(_ONE.search(query.text))
    if not asks_day or _SEVERAL.search(query.text) or not meetings or query.topic:
        return lists.upcoming(meetings, items, room.frame)
    dated = [meeting for meeting in meetings if meeting.date is not None]
    if not dated:
        return lists.upcoming(meetings, items, room.frame)
    first, told = lists.next_one(dated, room.scene.now, deadline=deadline, t=texts(room.lang))
    own = [item for item in items if item.meeting.key == first.key]
    return lists.upcoming((first,), own, room.frame, told)
