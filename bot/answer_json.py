"""The answer as JSON: the shape that scripts outside the project rely on (`referent ask --json`)."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.turn import Outcome
from store.records import DocumentRef, Fact, FactKind, Finding, InitiativeRecord, ItemRecord, MeetingRecord, When


def answer(outcome: Outcome, elapsed_ms: float) -> dict[str, Any]:
    """One answered turn: status, language, intent, answer, facts, count, complete, suggestions, elapsed_ms.

    `count` and `complete` are of a list: how many elements it has in all, and whether the facts are all there are and
    the source does not break off; null for what is no list. A turn that is no question of minutes (help, thanks, a
    refusal) has status not_found and no facts, except that what the assistant says of itself counts as answered.
    """
    message, asked = outcome.message, outcome.asked
    finding = outcome.finding
    status = finding.status if finding else (asked.status if asked else "answered")
    told = facts(finding) if finding else []
    count, complete = _extent(finding, len(told)) if finding else (None, None)
    return {
        "status": status,
        "language": (asked.lang if asked else outcome.lang) or "da",
        "intent": asked.intent if asked else "help",
        "answer": message.text if message else "",
        "facts": told,
        "count": count,
        "complete": complete,
        "suggestions": [{"text": s.text, "send": s.send} for s in message.suggestions] if message else [],
        "elapsed_ms": round(elapsed_ms, 3),
    }


def facts(finding: Finding) -> list[dict[str, Any]]:
    """The finding's facts, best first; lists of items, initiatives and coming meetings give a fact each.

    Empty for not_found.
    """
    if finding.status == "not_found":
        return []
    if finding.facts:
        return [fact(one, place) for place, one in enumerate(finding.facts, start=1)]
    if finding.initiatives:
        return [fact(one.about) if one.about else _initiative(one) for one in finding.initiatives]
    heads = [(item, _headline(item)) for item in finding.items]
    rows = [fact(head) if head else _item(item) for item, head in heads]
    return rows or [_meeting(meeting) for meeting in finding.meetings]


def fact(one: Fact, place: int | None = None) -> dict[str, Any]:
    """A fact with its place; fields that do not apply are null, never absent.

    `place` is where it stands in the answer, from 1: the number of a list's element that has none of its own. What has
    a time of its own has "date" and "precision" too.
    """
    made = {
        "kind": one.kind,
        "text": one.text,
        "class": one.decision_class if one.kind == "decision" else None,
        "document": _document(one.document),
        "body": one.body,
        "meeting_date": _iso(one.meeting_date),
        "item_number": one.item_number,
        "item_title": one.item_title,
        "case_number": one.case_number,
        "page": one.page,
        "number": _number(one, place),
    }
    return made | (_time(one.when) if one.when is not None else {})


def initiative(one: InitiativeRecord) -> dict[str, Any]:
    """An initiative as `referent initiatives --json` lists it; the date of a period is its first day, of "by" its last.

    {"id","title","owner","status","document","page","milestones":[{"title","date","precision","page"}],
    "responsibilities":[{"role","name"}]}, null for what no document says.
    """
    return {
        "id": one.key,
        "title": one.title,
        "owner": one.owner,
        "status": one.status,
        "document": _document(one.document),
        "page": one.page,
        "milestones": [
            {"title": fact.title or fact.text, **_time(fact.when), "page": fact.page} for fact in one.milestones
        ],
        "responsibilities": [{"role": fact.role, "name": fact.name} for fact in one.responsibilities],
    }


def _extent(finding: Finding, told: int) -> tuple[int | None, bool | None]:
    """How many elements a list has, and whether it is whole; nothing for what is no list."""
    listed = finding.listed is not None or any(one.kind == "list_item" for one in finding.facts)
    if finding.status != "answered" or not (listed or finding.count is not None or finding.complete is not None):
        return None, None
    count = finding.count if finding.count is not None else told
    return count, finding.complete if finding.complete is not None else told >= count


def _number(one: Fact, place: int | None) -> int | str | None:
    """The element's own number, an integer where it is one."""
    if one.kind == "recommendation":
        return one.ordinal
    if one.number is not None and one.number.strip(" .)").isdecimal():
        return int(one.number.strip(" .)"))
    return place if one.kind == "list_item" else one.number


def _time(when: When | None) -> dict[str, Any]:
    if when is None:
        return {"date": None, "precision": None}
    day = when.last if when.relation == "by" and when.last is not None else when.first or when.last
    return {"date": _iso(day), "precision": when.precision}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _document(document: DocumentRef | None) -> dict[str, Any] | None:
    return {"id": document.id, "title": document.title, "path": document.path} if document else None


def _headline(item: ItemRecord) -> Fact | None:
    return next(iter(item.of("decision")), None)


def _initiative(one: InitiativeRecord) -> dict[str, Any]:
    row = _bare("initiative", one.title, _document(one.document))
    return row | {"meeting_date": _iso(one.on), "page": one.page}


def _item(item: ItemRecord) -> dict[str, Any]:
    return _bare("meeting", item.title, _document(item.document)) | {
        "body": item.meeting.body,
        "meeting_date": _iso(item.meeting.date),
        "item_number": item.number,
        "item_title": item.title,
        "case_number": item.case_number,
        "page": item.page,
    }


def _meeting(meeting: MeetingRecord) -> dict[str, Any]:
    on = _iso(meeting.date)
    words = " ".join(filter(None, (meeting.body, on, meeting.place)))
    text = meeting.facts[0].text if meeting.facts else words
    return _bare("meeting", text, None) | {"body": meeting.body, "meeting_date": on}


def _bare(kind: FactKind, text: str, document: dict[str, Any] | None) -> dict[str, Any]:
    """What no statement of a document says, in the shape of a fact."""
    return {
        "kind": kind,
        "text": text,
        "class": None,
        "document": document,
        "body": None,
        "meeting_date": None,
        "item_number": None,
        "item_title": None,
        "case_number": None,
        "page": None,
        "number": None,
    }
