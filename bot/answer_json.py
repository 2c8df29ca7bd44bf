"""The answer as JSON: the shape that scripts outside the project rely on (`referent ask --json`)."""

from __future__ import annotations

from typing import Any

from dialogs.turn import Outcome
from store.records import Fact, Finding, ItemRecord, MeetingRecord


def answer(outcome: Outcome, elapsed_ms: float) -> dict[str, Any]:
    """One answered turn: status, language, intent, answer, facts, suggestions, elapsed_ms.

    A turn that is no question of minutes (help, thanks, a refusal) has status not_found and no facts,
    except that what the assistant says of itself counts as answered.
    """
    message, asked = outcome.message, outcome.asked
    finding = outcome.finding
    status = finding.status if finding else (asked.status if asked else "answered")
    return {
        "status": status,
        "language": (asked.lang if asked else outcome.lang) or "da",
        "intent": asked.intent if asked else "help",
        "answer": message.text if message else "",
        "facts": facts(finding) if finding else [],
        "suggestions": [{"text": s.text, "send": s.send} for s in message.suggestions] if message else [],
        "elapsed_ms": round(elapsed_ms, 3),
    }


def facts(finding: Finding) -> list[dict[str, Any]]:
    """The finding's facts, best first; lists of items and coming meetings give a fact each. Empty for not_found."""
    if finding.status == "not_found":
        return []
    if finding.facts:
        return [fact(one) for one in finding.facts]
    heads = [(item, _headline(item)) for item in finding.items]
    rows = [fact(head) if head else _item(item) for item, head in heads]
    return rows or [_meeting(meeting) for meeting in finding.meetings]


def fact(one: Fact) -> dict[str, Any]:
    """A fact with its place; fields that do not apply are null, never absent."""
    return {
        "kind": one.kind,
        "text": one.text,
        "class": one.decision_class if one.kind == "decision" else None,
        "document": {"id": one.document.id, "title": one.document.title, "path": one.document.path},
        "body": one.body,
        "meeting_date": one.meeting_date.isoformat() if one.meeting_date else None,
        "item_number": one.item_number,
        "item_title": one.item_title,
        "case_number": one.case_number,
        "page": one.page,
    }


def _headline(item: ItemRecord) -> Fact | None:
    return next(iter(item.of("decision")), None)


def _item(item: ItemRecord) -> dict[str, Any]:
    document = item.document
    return {
        "kind": "meeting",
        "text": item.title,
        "class": None,
        "document": {"id": document.id, "title": document.title, "path": document.path} if document else None,
        "body": item.meeting.body,
        "meeting_date": item.meeting.date.isoformat() if item.meeting.date else None,
        "item_number": item.number,
        "item_title": item.title,
        "case_number": item.case_number,
        "page": item.page,
    }


def _meeting(meeting: MeetingRecord) -> dict[str, Any]:
    on = meeting.date.isoformat() if meeting.date else None
    words = " ".join(filter(None, (meeting.body, on, meeting.place)))
    return {
        "kind": "meeting",
        "text": meeting.facts[0].text if meeting.facts else words,
        "class": None,
        "document": None,
        "body": meeting.body,
        "meeting_date": meeting.date.isoformat() if meeting.date else None,
        "item_number": None,
        "item_title": None,
        "case_number": None,
        "page": None,
    }
