"""What a list was limited to, and the sentence above it that says so: body, time, topic and class of decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cards import phrases as p
from cards.grammar import definite
from cards.phrases import Phrase
from cards.texts import Texts
from store.records import DecisionClass, ItemRecord

_DONE: dict[DecisionClass, Phrase] = {
    "approved": p.DONE_APPROVED,
    "recommended": p.DONE_RECOMMENDED,
    "discussed": p.DONE_DISCUSSED,
    "noted": p.DONE_NOTED,
    "briefed": p.DONE_BRIEFED,
    "postponed": p.DONE_POSTPONED,
    "referred": p.DONE_REFERRED,
    "rejected": p.DONE_REJECTED,
    "withdrawn": p.DONE_WITHDRAWN,
    "delegated": p.DONE_DELEGATED,
}


@dataclass(frozen=True, slots=True)
class Scope:
    """The limits of a list; all may be missing."""

    body: str | None = None
    topic: str = ""
    since: date | None = None
    until: date | None = None
    classes: tuple[DecisionClass, ...] = ()

    @property
    def limited(self) -> bool:
        """Whether there is any limit."""
        return bool(self.body or self.topic or self.since or self.until or self.classes)


def counted(scope: Scope, items: Sequence[ItemRecord], count: int, t: Texts) -> str:
    """How many there are, and of what: "Direktionen traf 4 beslutninger i oktober 2015." """
    scope = _narrowed(scope, items, count)
    decided = all(item.of("decision") and item.of("decision")[0].decision_class != "none_recorded" for item in items)
    about, place, when = _parts(scope, t)
    if scope.classes:
        return t.say(p.LIST_CLASS, count=count, about=about, place=place, done=_done(scope, t), when=when)
    if scope.topic:
        phrase = p.LIST_TOPIC if decided else p.LIST_TOPIC_ITEMS
        return t.say(phrase, count=count, about=about, place=place, when=when)
    if scope.body:
        phrase = p.LIST_BODY if decided else p.LIST_BODY_ITEMS
        return t.say(phrase, count=count, body=definite(scope.body), when=when)
    if when:
        return t.say(p.LIST_TIME if decided else p.LIST_TIME_ITEMS, count=count, when=when)
    return t.say(p.DECISIONS_FOUND_ALL if decided else p.ITEMS_FOUND_ALL, count=count)


def none_found(scope: Scope, t: Texts) -> str:
    """That there is nothing within these limits."""
    about, _, when = _parts(scope, t)
    place = t.say(p.FROM_BODY, body=definite(scope.body)) if scope.body else ""
    if scope.classes:
        return t.say(p.LIST_CLASS_NONE, about=about, place=place, done=_done(scope, t), when=when)
    return t.say(p.LIST_NONE, about=about, place=place, when=when)


def _narrowed(scope: Scope, items: Sequence[ItemRecord], count: int) -> Scope:
    """A list without limits of time that is one meeting is told as that meeting."""
    meetings = {item.meeting.key: item.meeting for item in items}
    if scope.topic or scope.since or scope.until or len(meetings) != 1 or count != len(items):
        return scope
    meeting = next(iter(meetings.values()))
    if meeting.date is None:
        return scope
    return replace(scope, body=scope.body or meeting.body or None, since=meeting.date, until=meeting.date)


def _parts(scope: Scope, t: Texts) -> tuple[str, str, str]:
    about = t.say(p.ABOUT, topic=t.quoted(scope.topic)) if scope.topic else ""
    place = t.say(p.IN_BODY, body=definite(scope.body)) if scope.body else ""
    return about, place, t.period(scope.since, scope.until)


def _done(scope: Scope, t: Texts) -> str:
    if len(scope.classes) > 2:
        return t.say(p.DONE_NOT_APPROVED)
    return t.say(_DONE.get(scope.classes[0], p.DONE_APPROVED))
