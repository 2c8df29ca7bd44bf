"""Questions on a meeting itself: when and where it was, who was there, who was away, who chaired and who wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from store.records import Fact, Finding, ItemRecord, MeetingRecord
from store.search.question import Question
from store.search.statements import asks_who

_ABSENT = re.compile(r"afbud|fravær|absent|apolog|missing|mangle|ikke (?:til stede|med)|not (?:there|present)", re.I)
_ROLES = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for asked, told in (
        (r"\breferent|(?:skrev|tog|førte) referat|secretary|(?:took|wrote) (?:the )?minutes", r"referent|sekretær"),
        (r"\bsekretær", r"sekretær|referent"),
        (r"stedfortræder|suppleant|deput|substitut", r"stedfortræder|suppleant"),
        (r"\bborgmester|\bmayor\b", r"borgmester"),
        (r"\bmødeleder|ledede|chaired|mødeledelse", r"mødeleder|formand|ordstyrer"),
        (r"^\W*(?:hvem|who) (?:er|var|is|was) (?:\w+ )?(?:formand|chair)", r"formand"),
    )
)  # fmt: skip


def held(question: Question) -> list[MeetingRecord]:
    """The meetings in scope that have been held, newest first."""
    today = question.query.today
    found = question.records.meetings(question.scope)
    return [one for one in found if today is None or one.date is None or one.date <= today]


def about_meeting(question: Question) -> Finding:
    """Who was there, where and when it was: of the newest meeting in scope that has been held."""
    meetings = [meeting for meeting in held(question) if meeting.facts]
    if not meetings:
        return question.nothing()
    return of_meeting(question, meetings[0].facts, None)


def of_meeting(question: Question, facts: Sequence[Fact], item: ItemRecord | None) -> Finding:
    """The fact of a meeting that the intent asks for, the others after it."""
    wanted = _wanted(question.intent, question.text)
    first = next((fact for fact in facts if wanted(fact)), None)
    meeting = (item.meeting,) if item is not None else ()
    if first is None:
        return Finding("not_stated", tuple(facts), item=item, meetings=meeting)
    rest = tuple(fact for fact in facts if fact is not first)
    return Finding("answered", (first, *rest), item=item, meetings=meeting)


def in_a_role(question: Question) -> Finding | None:
    """Who had a role at the meetings in scope ("who took the minutes"); None when no role, body or time is named."""
    if not question.scope.narrow or not asks_who(question.text):
        return None
    told = next((told for asked, told in _ROLES if asked.search(question.text)), None)
    if told is None:
        return None
    for meeting in held(question):
        for fact in meeting.facts:
            if told.search(f"{fact.label or ''} {fact.text}"):
                rest = tuple(other for other in meeting.facts if other is not fact)
                return Finding("answered", (fact, *rest), meetings=(meeting,))
    return None


def _wanted(intent: str, text: str) -> Callable[[Fact], bool]:
    """What fact of a meeting answers: date and place have no label, members and absent have theirs."""
    if intent != "attendance":
        return lambda fact: not fact.label
    absent = _ABSENT.search(text) is not None
    return lambda fact: bool(fact.label) and absent == (_ABSENT.search(fact.label or "") is not None)
