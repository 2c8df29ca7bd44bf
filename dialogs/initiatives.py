"""Questions on programmes, strategies and projects, and what a follow-up to such an answer is about."""

from __future__ import annotations

import re
from dataclasses import replace

from cards.initiative import dated
from dialogs import due
from dialogs.kept import held_items
from dialogs.listing import find
from dialogs.offices import office_asked
from dialogs.replies import Room
from dialogs.understanding.text import words
from dialogs.understanding.understand import Understanding
from dialogs.understanding.wordings import wordings
from store.errors import NotFound
from store.records import Fact, Finding, InitiativeRecord, Intent, Query

KEPT = "initiative"
"""Where the conversation's state holds the key of the initiative in talk."""
_OWN: frozenset[Intent] = frozenset(("elements", "goal", "overview", "initiatives", "meaning"))
_ON_ITEMS: frozenset[Intent] = frozenset(
    ("decision", "recommendation", "background", "assessment", "decided_by", "attachments", "case_course", "cost")
)
_OF_ITEMS: dict[Intent, Intent] = {"overview": "case_course", "goal": "background"}
"""What is asked of an agenda item in talk by words for programmes: its status is its course, its aim its reasons."""
ASKS_STATUS = re.compile(
    r"\bstatus|hvor langt|hvordan (?:går|skrider|forløber)|how far|progress|how is|where are we", re.IGNORECASE
)


def in_talk(room: Room) -> str | None:
    """The key of the initiative in talk, whether or not it may still be seen: the store decides that."""
    key = room.kept.get(KEPT)
    return key if isinstance(key, str) else None


def held_initiative(room: Room) -> InitiativeRecord | None:
    """The initiative in talk, read anew since access may have changed; None when there is none."""
    key = in_talk(room)
    if key is None:
        return None
    try:
        return room.ports.initiatives.initiative(key, room.scene.subject)
    except NotFound:
        return None


def remembered(room: Room, finding: Finding) -> dict[str, object]:
    """What the next message may refer to, for the state: the initiative that the answer was about."""
    if finding.status == "not_found":
        return {KEPT: room.kept[KEPT]} if KEPT in room.kept else {}
    if finding.initiative is not None:
        return {KEPT: finding.initiative.key}
    named = {fact.initiative.key for fact in finding.facts if fact.initiative is not None}
    return {KEPT: named.pop()} if len(named) == 1 and finding.status != "choice" else {}


def asked(room: Room, read: Understanding, query: Query) -> tuple[Query, Finding] | None:
    """The question as it is answered, and its finding; None when it is none on initiatives."""
    if read.item_number or read.case_number:
        return None
    held = held_initiative(room)
    if read.intent == "due":
        return due.found(room, read, query, held)
    if read.followup and held is not None and not (read.intent in _ON_ITEMS and held_items(room)):
        return _followed(room, query, held)
    if read.intent == "responsible" and read.topic and not read.body and office_asked(query) is not None:
        # A programme's chair is read where the programme says so; a committee's among its members.
        finding = find(room, query)
        return (query, finding) if finding.facts and finding.facts[0].kind == "responsibility" else None
    if read.intent == "case_course" and read.topic and ASKS_STATUS.search(read.text):
        # "Hvad er status på" asks for a case as well as for a programme: the programme is asked first.
        told = replace(query, intent="overview")
        finding = find(room, told)
        return (told, finding) if finding.initiative is not None and finding.status == "answered" else None
    if read.followup and read.intent in _OF_ITEMS:
        items = held_items(room)
        query = replace(query, intent=_OF_ITEMS[read.intent], context=items)
        return (query, find(room, query)) if items else None
    if read.intent not in _OWN or (read.followup and read.intent != "initiatives"):
        return None
    if read.intent == "elements" and held is not None and _generic(read) and _lists(query, held):
        query = replace(query, topic="", dated="")
    finding = find(room, query)
    if read.intent == "overview" and finding.initiative is None and ASKS_STATUS.search(read.text):
        # The status of a case is how far it has come through its meetings.
        course = replace(query, intent="case_course")
        return course, find(room, course)
    return query, finding


def _generic(read: Understanding) -> bool:
    """Whether the topic is only what the elements are called: "faserne" of what is in talk."""
    known = wordings()
    return all(
        (word.norm,) in known.parts or word.norm in known.empty or word.norm in known.edges
        for word in words(read.topic)
    )


def _lists(query: Query, record: InitiativeRecord) -> bool:
    """Whether the initiative has a list of the kind that is asked for."""
    return any(query.part in (None, one.kind) for one in record.lists)


def _followed(room: Room, query: Query, record: InitiativeRecord) -> tuple[Query, Finding] | None:
    """A follow-up without a topic of its own: on the initiative in talk."""
    intent = query.intent
    if intent in ("responsible", "attendance"):
        return replace(query, intent="responsible"), _of(record, record.responsibilities)
    if intent == "goal":
        return query, _of(record, record.goals)
    if intent == "when":
        return replace(query, intent="due"), _of(record, tuple(dated(record)))
    if intent == "overview" or (intent == "case_course" and not record.items):
        newest = tuple(report.fact for report in record.reports[:1])
        about = (record.about,) if record.about is not None else ()
        return replace(query, intent="overview"), _of(record, (*newest, *about))
    if intent not in _ON_ITEMS:
        return None
    if record.items and intent != "cost":
        return query, find(room, replace(query, context=record.items[:1]))
    return query, find(room, replace(query, topic=record.title, dated=record.title))


def _of(record: InitiativeRecord, facts: tuple[Fact, ...]) -> Finding:
    """The initiative's own facts as the answer; without any, that the source does not state it."""
    if facts:
        return Finding("answered", facts, initiative=record)
    near = tuple(fact for fact in (record.about, *record.milestones[:1], *record.goals[:1]) if fact is not None)[:1]
    return Finding("not_stated", near, initiative=record)
