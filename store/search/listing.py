"""Answers that are lists: the decisions of a meeting or a period, the course of a case, what is coming."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from store.records import Fact, Finding, ItemRecord, Status
from store.search.ofmeeting import held
from store.search.question import Question, sure
from store.search.select import final_decision
from store.search.topics import topical

MOST_LISTED = 50
ON_IT, WHOLLY = 0.7, 0.95
"""The share of the question, beside what the best item holds of it, that an item must hold to be on the topic."""
NAMED_IN_TITLE = 0.3


def decisions(question: Question) -> Finding:
    """The decisions of a meeting, a body or a period; of a body alone, those of its newest meeting."""
    if question.scope.narrow_in_time:
        items, count = question.records.items_in(question.scope)
    else:
        meetings = held(question)
        items = question.records.items_of(meetings[0]) if meetings else []
        count = len(items)
    if not items:
        return question.nothing()
    decided = (final_decision(item) for item in items)
    facts = tuple(fact for fact in decided if fact is not None and fact.decision_class != "none_recorded")
    shown = tuple(items[:MOST_LISTED])
    if not facts:
        return Finding("no_decision", _headlines(items), items=shown, count=count)
    return Finding("answered", facts[:MOST_LISTED], items=shown, count=count)


def every_case(question: Question) -> Finding | None:
    """All items on a topic, newest first; None when fewer than two are on it.

    An item is when it holds about as much of the question as the best one does, in its title or all in its text.
    """
    for topic, scope in question.readings():
        sought = question.seek(topic, scope)
        found = [matter for matter in sought.matters if matter.group > 0 and sure(sought, matter)]
        if not found:
            continue
        most = max(matter.coverage for matter in found)
        alike = [
            matter
            for matter in found
            if matter.coverage >= (ON_IT if matter.title_coverage >= NAMED_IN_TITLE else WHOLLY) * most
        ]
        alike.sort(key=lambda matter: (-(matter.day or date.min).toordinal(), sought.key(matter)))
        items = question.records.items(matter.group for matter in alike)
        if len(items) < 2:
            return None
        facts = tuple(fact for item in items if (fact := headline(item)) is not None)
        finding = Finding("answered", facts, items=tuple(items), count=len(items))
        return replace(finding, unknown=sought.reading.unknown)
    return None


def attachments(question: Question) -> Finding:
    """The attachments of a meeting or a period, item by item; of a body alone, those of its newest meeting."""
    if question.scope.narrow_in_time:
        items, _ = question.records.items_in(question.scope)
    else:
        meetings = held(question)
        items = question.records.items_of(meetings[0]) if meetings else []
    if not items:
        return question.nothing()
    facts = tuple(fact for item in items for fact in item.of("attachment"))
    shown = tuple(item for item in items if item.of("attachment"))[:MOST_LISTED]
    if not facts:
        return Finding("not_stated", _headlines(items)[:MOST_LISTED], count=0)
    return Finding("answered", facts[:MOST_LISTED], items=shown, count=len(facts))


def course(question: Question, item: ItemRecord) -> Finding:
    """The case through its meetings, oldest first."""
    items = question.records.course(item)
    facts = tuple(fact for one in items for fact in (final_decision(one),) if fact is not None)
    status: Status = "answered" if facts else "no_decision"
    return Finding(status, facts or _headlines([item]), item=item, items=items, count=len(items))


def upcoming(question: Question) -> Finding:
    """The meetings and items to come; of a time gone by, what an item on coming matters said then."""
    today, until = question.query.today, question.scope.until
    if today is None or (until is not None and until < today):
        return _announced(question)
    since = max(today, question.scope.since) if question.scope.since else today
    scope = replace(question.scope, since=since)
    meetings = list(reversed(question.records.meetings(scope)))
    items, count = question.records.items_in(scope)
    if question.topic:
        sought = question.seek(question.topic, scope)
        found = [matter.group for matter in sought.matters if sure(sought, matter)]
        if not found:
            return topical(question)
        items = question.records.items(group for group in found if group > 0)
        count = len(items)
        wanted = {item.meeting.key for item in items}
        meetings = [meeting for meeting in meetings if meeting.key in wanted]
    facts = [*(meeting.facts[0] for meeting in meetings if meeting.facts), *_headlines(items)]
    if not facts:
        told = Finding("not_found") if question.topic else _announced(question)
        return told if told.status == "answered" else question.nothing()
    shown = tuple(items[:MOST_LISTED])
    return Finding("answered", tuple(facts[:MOST_LISTED]), items=shown, meetings=tuple(meetings), count=count)


def _announced(question: Question) -> Finding:
    if not question.topic:
        question.topic = "kommende sager"
    finding = topical(question, "background")
    return finding if finding.status != "choice" else replace(finding, status="answered")


def headline(item: ItemRecord) -> Fact | None:
    """The fact that stands for an item: its decision, else the first of its sections; None when it has only a title."""
    return final_decision(item) or next(iter((*item.of("recommendation", "background"), *item.facts)), None)


def _headlines(items: Iterable[ItemRecord]) -> tuple[Fact, ...]:
    return tuple(fact for item in items if (fact := headline(item)) is not None)
