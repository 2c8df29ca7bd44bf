"""One question from beginning to end: by number, by meeting, by what is under discussion, or by its topic."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from store.names import case_key
from store.records import Finding, ItemRecord, Query, Subject
from store.search.finding import Finder
from store.search.initiatives import of_initiative
from store.search.intalk import in_talk
from store.search.listing import attachments, course, decisions, every_case, headline, upcoming
from store.search.ofmeeting import about_meeting, in_a_role
from store.search.planless import of_the_kind
from store.search.question import DECISIVE, OF_ONE_FACT, Question
from store.search.topics import about_item, newest, topical

MOST_CHOICES = 5
OF_INITIATIVES = frozenset({"elements", "overview", "goal", "meaning", "initiatives", "due"})
"""Intents that minutes and passages answer as they answer any topic."""
OF_A_MEETING = frozenset({"attendance", "where", "when"})
OF_A_LIST = frozenset({"decision", "decisions_list", "find"})


def answer(session: Session, finder: Finder, shelf_ids: Sequence[int], query: Query, subject: Subject) -> Finding:
    """The answer to a question among the opened shelves."""
    if not shelf_ids:
        return Finding("not_found")
    question = Question(session, finder, shelf_ids, query, subject)
    if query.item_number or query.case_number:
        return _numbered(question)
    if query.context and question.topic:
        told = in_talk(question)
        if told.status != "not_found":
            return told
    if question.intent == "upcoming":
        return upcoming(question)
    named = in_a_role(question) or _of_initiative(question)
    if named is not None:
        return named
    if question.intent in OF_INITIATIVES:
        question.intent = "find"
    if question.topic and not (question.scope.narrow and question.intent in OF_A_MEETING and question.says_nothing()):
        return of_the_kind(_on_topic(question), query)
    return _without_topic(question)


def _of_initiative(question: Question) -> Finding | None:
    """What initiatives say; times and persons that stand in the minutes of a meeting are left to the item itself."""
    if question.intent in OF_ONE_FACT and question.scope.body_id is not None:
        return None  # a body is named: one of its meetings is meant
    told = of_initiative(question)
    in_minutes = told is not None and question.intent in OF_ONE_FACT and told.facts and told.facts[0].item is not None
    return None if in_minutes else told


def _on_topic(question: Question) -> Finding:
    if question.intent == "decisions_list":
        told = every_case(question)
        if told is not None:
            return told
    finding = topical(question)
    if question.intent == "case_course" and finding.status == "answered" and finding.item is not None:
        told = course(question, finding.item)
        return Finding(
            told.status, told.facts, item=told.item, items=told.items, count=told.count,
            corrected=finding.corrected, unknown=finding.unknown,
        )  # fmt: skip
    return finding


def _without_topic(question: Question) -> Finding:
    """A question without a topic of its own: on a meeting, a period, or the item under discussion."""
    intent, scope = question.intent, question.scope
    if scope.context and (not scope.narrow or intent not in OF_A_MEETING | OF_A_LIST):
        return _follow_up(question)
    if intent in ("attendance", "where") or (scope.narrow and intent in OF_A_MEETING):
        return about_meeting(question)
    if scope.narrow and intent == "attachments":
        return attachments(question)
    if scope.narrow:
        return decisions(question)
    return Finding("not_found")


def _follow_up(question: Question) -> Finding:
    for item in question.records.items(question.scope.context):
        return course(question, item) if question.intent == "case_course" else about_item(question, item)
    return Finding("not_found")


def _numbered(question: Question) -> Finding:
    """An item by its number, or the items of a case."""
    query, scope = question.query, question.scope
    if query.case_number:
        number = case_key(query.case_number)
        items = question.records.by_case(number) if number else []
    else:
        items = _under_discussion(
            question, question.records.by_number(query.item_number or "", scope.since, scope.until)
        )
    if not items:
        return Finding("not_found", missing=(query.case_number or query.item_number or "",))
    if question.intent == "case_course":
        return course(question, items[0])
    if query.case_number:
        items = [newest(items, decided=question.intent in DECISIVE or question.intent == "find")]
    if len(items) > 1 and question.topic:
        return _best_numbered(question, items)
    if len(items) > 1:
        shown = items[:MOST_CHOICES]
        facts = tuple(fact for item in shown if (fact := headline(item)) is not None)
        return Finding("choice", facts, items=tuple(shown), count=len(items))
    return about_item(question, items[0])


def _under_discussion(question: Question, items: list[ItemRecord]) -> list[ItemRecord]:
    """Of several items with one number the one of the meeting that the conversation is about."""
    if len(items) < 2 or question.scope.narrow or not question.scope.context:
        return items
    held = {item.meeting.key for item in question.records.items(question.scope.context)}
    return [item for item in items if item.meeting.key in held] or items


def _best_numbered(question: Question, items: Sequence[ItemRecord]) -> Finding:
    sought = question.seek(question.topic, question.scope)
    scores = {row.key: matter.score for matter in sought.matters if (row := sought.items.get(matter.group))}
    return about_item(question, max(items, key=lambda item: scores.get(item.key, 0.0)), sought)
