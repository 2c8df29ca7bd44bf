"""Short questions with a word of their own that go on about the item under discussion: "og hvad sparer vi?"."""

from __future__ import annotations

import re

from dialogs.kept import held_items
from dialogs.replies import Room
from dialogs.understanding.understand import Understanding
from store.records import Finding, Query

MOST_WORDS = 7
"""A longer question says itself what matter it is on."""
_INTENTS = frozenset(
    {
        "find",
        "decision",
        "recommendation",
        "background",
        "assessment",
        "cost",
        "when",
        "where",
        "responsible",
        "decided_by",
        "elements",
        "goal",
    }
)
_NAME = re.compile(r"(?<=\s)[A-ZÆØÅ]\w")
"""A name inside the question: it is on whatever bears it."""


def leaning(room: Room, read: Understanding, query: Query) -> tuple[Query, Finding] | None:
    """The question as one on the one item under discussion, and the answer from it; None where it is on another."""
    named = read.body or read.since or read.until or read.item_number or read.case_number or read.classes
    if read.followup or not read.topic or named or read.intent not in _INTENTS or read.latest:
        return None
    if len(read.text.split()) > MOST_WORDS or _NAME.search(read.text.strip()):
        return None
    held = held_items(room)
    if len(held) != 1 or query.initiative is not None or room.kept.get("choices"):
        return None
    asked = Query(
        text=query.text, topic=query.topic, intent=query.intent, lang=query.lang, context=held, today=query.today,
        dated=query.dated,
    )  # fmt: skip
    finding = room.ports.answers.find(asked, room.scene.subject)
    if finding.status == "not_found" or finding.item is None or finding.item.key != held[0]:
        return None
    return asked, finding
