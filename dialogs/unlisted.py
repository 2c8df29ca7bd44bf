"""Questions that name a body which no minutes are of: what plans say of it is an answer, minutes of others are none."""

from __future__ import annotations

from dataclasses import replace

from dialogs.listing import find
from dialogs.replies import Room
from store.records import Finding, Query


def told_of(room: Room, query: Query, body: str) -> tuple[Query, Finding] | None:
    """The question and its finding where a paper other than minutes has the answer in a text that names the body."""
    if query.intent == "decisions_list":
        return None  # its decisions are not there
    if not query.topic:
        query = replace(query, topic=query.text, dated=query.text)
    finding = find(room, query)
    name = " ".join(body.split()).casefold()
    first = finding.facts[0] if finding.facts else None
    if finding.status != "answered" or first is None or first.item is not None:
        return None
    told = " ".join(" ".join(fact.text.split()) for fact in finding.facts).casefold()
    return (query, finding) if name in told else None
