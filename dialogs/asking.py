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
_NAME = re.compile(r"[A-ZÆØÅ][\w.'’-]*(?:\s+(?:og\s+)?[A-ZÆØÅ][\w.'’-]*)+")
_RECOMMENDING = (
    r"\b(?:har|havde|has|had|did|does)\s+{who}\s+(?:\w+\s+)?(?:indstill|anbefal|foresl|recommend|propos|suggest)",
    r"\b(?:indstillede|indstiller|anbefalede|anbefaler|foreslog|foreslår)\s+{who}\b",
)
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


def names_who_recommends(query: Query) -> bool:
    """Whether the topic is somebody who recommends ("hvad har Bo Sørensen indstillet?"), and no matter."""
    who = re.escape(query.topic)
    return bool(_NAME.fullmatch(query.topic)) and any(
        re.search(form.format(who=who), query.text, re.IGNORECASE) for form in _RECOMMENDING
    )


def recommended_by(query: Query, finding: Finding) -> Finding:
    """Of several matters those where the person or department named did recommend, if there are any."""
    named = _named(query.topic)
    if query.intent != "recommendation" or finding.status != "choice" or not named:
        return finding
    items = tuple(item for item in finding.items if _by(item, named))
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


def recommends(item: ItemRecord, name: str) -> bool:
    """Whether the item's recommendations are by the one named, or it says so of them."""
    return _by(item, _named(name))


def _named(name: str) -> set[str]:
    # A first name of two letters counts, "og" does not.
    return {word.norm for word in words(name) if word.norm not in ("og", "and")}


def _by(item: ItemRecord, named: set[str]) -> bool:
    by = [fact.by for fact in item.of("recommendation") if fact.by]
    by += [
        fact.text for fact in item.of("person") if _RECOMMENDS.match(fact.text) or _RECOMMENDS.match(fact.label or "")
    ]
    return any(named <= {word.norm for word in words(each)} for each in by)
