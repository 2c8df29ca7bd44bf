"""What a question leads to: the store's finding, with what the dialog knows of lists, offices, meetings and courses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogs.asking import names_who_recommends, recommended_by, recommends, with_outcome
from dialogs.listing import find
from dialogs.offices import held_by, is_of_body, office_asked
from dialogs.replies import Room
from store.records import DecisionClass, Finding, Query


def found(room: Room, query: Query, classes: Sequence[DecisionClass] = ()) -> tuple[Query, Finding]:
    """The question as it is answered, and its finding. `classes` are the outcomes that the question names."""
    whole_meeting = not (query.topic or query.item_number or query.case_number or query.context)
    if query.intent == "attachments" and whole_meeting:
        return query, _attachments(room, query)
    if query.intent == "attachments":
        return query, _with_attachments(find(room, query))
    if query.intent == "case_course" and query.topic:
        which = room.ports.answers.find(replace(query, intent="decision"), room.scene.subject)
        if which.status == "choice":
            # Two matters that fit equally have two courses.
            return query, which
    if query.intent == "recommendation" and names_who_recommends(query):
        return query, _recommended(room, query)
    office = office_asked(query)
    if office is None:
        return query, with_outcome(classes, query, recommended_by(query, find(room, query)))
    if not is_of_body(query, office):
        return query, held_by(office, find(room, query))
    meeting = find(room, query)
    if meeting.status != "answered" or meeting.facts[0].kind != "meeting" or not office.held(meeting.facts[0]):
        meeting = find(room, replace(query, intent="attendance", topic="", dated=""))
    finding = held_by(office, meeting)
    return (replace(query, intent="attendance") if finding.status == "answered" else query), finding


def _with_attachments(finding: Finding) -> Finding:
    """Of several matters that fit those that have attachments, if there are any."""
    items = tuple(item for item in finding.items if item.attachments)
    if finding.status != "choice" or not items or len(items) == len(finding.items):
        return finding
    keys = {item.key for item in items}
    facts = tuple(fact for fact in finding.facts if fact.item in keys)
    if len(items) > 1:
        return replace(finding, facts=facts, items=items, count=len(items))
    return replace(finding, status="answered", facts=items[0].of("attachment") or facts, items=(), item=items[0])


def _recommended(room: Room, query: Query) -> Finding:
    """What a person or department recommended: a paper that names them without that is none of theirs."""
    by_whom = f"indstiller {query.topic}"
    finding = recommended_by(query, find(room, replace(query, topic=by_whom, dated=by_whom)))
    if finding.status != "answered" or (finding.item is not None and recommends(finding.item, query.topic)):
        return finding
    named = [fact for fact in finding.item.facts if query.topic in fact.text] if finding.item is not None else []
    near = next((fact for fact in named if fact.kind != "recommendation"), finding.facts[0])
    return replace(finding, status="not_stated", facts=(near,))


def _attachments(room: Room, query: Query) -> Finding:
    """The attachments of a meeting, or of the meetings of a period."""
    finding = find(room, replace(query, intent="decisions_list"))
    items = tuple(item for item in (finding.items or (finding.item,)) if item is not None and item.attachments)
    if finding.status == "not_found":
        return finding
    if not items:
        return replace(finding, status="not_stated", facts=finding.facts[:1], items=())
    facts = tuple(fact for item in items for fact in item.of("attachment"))
    count = sum(len(item.attachments) for item in items)
    return replace(finding, status="answered", facts=facts or finding.facts, item=None, items=items, count=count)
