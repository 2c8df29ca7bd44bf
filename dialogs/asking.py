"""What is kept of a question, and what a finding is limited to by who is named in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dialogs.replies import Room
from dialogs.turn import AskedQuestion
from dialogs.understanding.text import tidy, words
from store.access import READS_CLOSED
from store.records import DecisionClass, Finding, ItemRecord, Query

_RECOMMENDS = re.compile(r"(?:indstill|anbefal|foresl)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")


def asked_question(room: Room, query: Query, finding: Finding) -> AskedQuestion:
    """What the question log keeps: words that were not understood are those that nothing was found on."""
    unknown = finding.missing if finding.status == "not_found" and not query.item_number else ()
    return AskedQuestion(
        # What was typed, not what it was taken for: the log is to show where that went wrong.
        text=tidy(room.turn.text) or query.text,
        lang=room.lang,
        intent=query.intent,
        status=finding.status,
        facts=tuple(fact.key for fact in finding.facts[:20]),
        unknown=tuple(dict.fromkeys(word for word in unknown if _WORD.search(word) and " " not in word.strip())),
        closed=_closed(finding) or (_reads_closed(room) and finding.status != "answered"),
    )


def _closed(finding: Finding) -> bool:
    """Whether the answer drew on closed matter: such a question is in no list that others read."""
    records = (*finding.items, *((finding.item,) if finding.item else ()))
    return any(fact.closed for fact in finding.facts) or any(item.closed for item in records)


def _reads_closed(room: Room) -> bool:
    """Whether the asker knows closed matter: what such a person asks in vain may be about it, and tell of it."""
    subject = room.scene.subject
    return subject.audience == "personal" and any(grant.role in READS_CLOSED for grant in subject.grants)


def recommended_by(query: Query, finding: Finding) -> Finding:
    """Of several matters those where the person or department named did recommend, if there are any."""
    named = {word.norm for word in words(query.topic) if len(word.norm) > 2}
    if query.intent != "recommendation" or finding.status != "choice" or not named:
        return finding
    items = tuple(item for item in finding.items if _recommends(item, named))
    if not items or len(items) == len(finding.items):
        return finding
    facts = tuple(fact for fact in finding.facts if fact.item in {item.key for item in items})
    if len(items) > 1:
        return replace(finding, facts=facts, items=items, count=len(items))
    recommended = items[0].of("recommendation") or facts
    return replace(finding, status="answered", facts=recommended, items=(), item=items[0], count=None)


def with_outcome(classes: Sequence[DecisionClass], query: Query, finding: Finding) -> Finding:
    """Of several matters those that came out as the question says ("hvorfor blev elbiler udsat?"), if there are any."""
    if not classes or query.intent != "decision" or finding.status != "choice":
        return finding
    items = tuple(item for item in finding.items if any(fact.decision_class in classes for fact in item.of("decision")))
    if not items or len(items) == len(finding.items):
        return finding
    if len(items) == 1:
        facts = items[0].of("decision")
        return replace(finding, status="answered", facts=facts, items=(), item=items[0], count=None)
    facts = tuple(fact for fact in finding.facts if fact.item in {item.key for item in items})
    return replace(finding, facts=facts, items=items, count=len(items))


def _recommends(item: ItemRecord, named: set[str]) -> bool:
    """Whether the item's recommendations are by whom the question names, or it says who recommends."""
    by = [fact.by for fact in item.of("recommendation") if fact.by]
    by += [
        fact.text for fact in item.of("person") if _RECOMMENDS.match(fact.text) or _RECOMMENDS.match(fact.label or "")
    ]
    return any(named <= {word.norm for word in words(each)} for each in by)
