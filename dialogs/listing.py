"""Lists of decisions: limited to the newest meeting, to meetings that have been held, or to a class of decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from dialogs.replies import Room
from store.records import Finding, ItemRecord, Query

_MOST_TURNS = 12
"""Slices of a period that are read to fill a list limited to a class."""


def find(room: Room, query: Query) -> Finding:
    """The finding for a question; a list holds only what it was limited to."""
    answers, subject = room.ports.answers, room.scene.subject
    finding = answers.find(query, subject)
    if query.intent != "decisions_list" or not finding.items:
        return finding
    items = list(finding.items)
    if query.classes:
        slice_, total = query, finding.count or len(items)
        for _ in range(_MOST_TURNS):
            oldest = min((item.meeting.date for item in items if item.meeting.date), default=None)
            if len(items) >= total or oldest is None:
                break
            slice_ = replace(slice_, until=oldest)
            known = {item.key for item in items}
            more = [item for item in answers.find(slice_, subject).items if item.key not in known]
            if not more:
                slice_ = replace(slice_, until=oldest - timedelta(days=1))
                more = [item for item in answers.find(slice_, subject).items if item.key not in known]
            if not more:
                break
            items += more
    kept = [item for item in items if _held(item, query) and _of_class(item, query)]
    if not kept and query.classes == ("discussed",):
        # "Hvilke sager blev drøftet" also means whatever was on the table.
        kept = [item for item in items if _held(item, query)]
    found = _only(finding, kept)
    # A list of one is an answer, with all that belongs to it.
    return replace(found, item=found.items[0]) if len(found.items) == 1 and found.item is None else found


def newest_meeting(finding: Finding) -> Finding:
    """Of a list only the decisions of its newest meeting."""
    days = [item.meeting.date for item in finding.items if item.meeting.date]
    if not days:
        return finding
    kept = [item for item in finding.items if item.meeting.date == max(days)]
    return _only(finding, kept)


def _only(finding: Finding, kept: Iterable[ItemRecord]) -> Finding:
    """The finding with these items alone; what a list had left out before is left out of the count too."""
    items = tuple(kept)
    if items == finding.items:
        return finding
    if not items:
        return Finding("not_found", missing=finding.missing)
    keys = {item.key for item in items}
    facts = tuple(fact for fact in finding.facts if fact.item in keys)
    given = {fact.item for fact in facts}
    facts += tuple(fact for item in items if item.key not in given for fact in item.of("decision")[:1])
    return replace(finding, items=items, facts=facts or finding.facts, count=len(items))


def _held(item: ItemRecord, query: Query) -> bool:
    """What is yet to come has been decided by nobody."""
    day = item.meeting.date
    return query.today is None or day is None or day <= query.today or bool(item.of("decision"))


def _of_class(item: ItemRecord, query: Query) -> bool:
    return not query.classes or any(fact.decision_class in query.classes for fact in item.of("decision"))
