"""The first sentence of an answer: who did what, and when, by the class of the decision or the kind of the fact."""

from __future__ import annotations

import re
from datetime import date

from cards import phrases as p
from cards.grammar import definite
from cards.phrases import Phrase
from cards.texts import Texts
from store.records import DecisionClass, Fact, FactKind, Finding, Intent, ItemRecord, MeetingRecord

_PLAIN: dict[DecisionClass, Phrase] = {
    "approved": p.APPROVED_MATTER,
    "approved_with_changes": p.APPROVED_MATTER_WITH_CHANGES,
    "recommended": p.RECOMMENDED,
    "discussed": p.DISCUSSED,
    "noted": p.NOTED,
    "briefed": p.BRIEFED,
    "postponed": p.POSTPONED,
    "referred": p.REFERRED,
    "rejected": p.REJECTED,
    "withdrawn": p.WITHDRAWN,
    "delegated": p.DELEGATED,
    "none_recorded": p.NONE_RECORDED,
    "as_worded": p.AS_WORDED,
}
_CLASSES: dict[DecisionClass, Phrase] = {
    "approved": p.CLASS_APPROVED,
    "approved_with_changes": p.CLASS_APPROVED_WITH_CHANGES,
    "recommended": p.CLASS_RECOMMENDED,
    "discussed": p.CLASS_DISCUSSED,
    "noted": p.CLASS_NOTED,
    "briefed": p.CLASS_BRIEFED,
    "postponed": p.CLASS_POSTPONED,
    "referred": p.CLASS_REFERRED,
    "rejected": p.CLASS_REJECTED,
    "withdrawn": p.CLASS_WITHDRAWN,
    "delegated": p.CLASS_DELEGATED,
    "none_recorded": p.CLASS_NONE_RECORDED,
}
_READS: dict[FactKind, Phrase] = {
    "assessment": p.ASSESSMENT_READS,
    "background": p.BACKGROUND_READS,
    "finance": p.FINANCE_READS,
    "amount": p.FINANCE_READS,
    "date": p.DATE_READS,
    "person": p.PERSON_READS,
}
LABELS: dict[FactKind, Phrase] = {
    "decision": p.LABEL_DECISION,
    "recommendation": p.LABEL_RECOMMENDATION,
    "assessment": p.LABEL_ASSESSMENT,
    "background": p.LABEL_BACKGROUND,
    "finance": p.LABEL_FINANCE,
    "amount": p.LABEL_AMOUNT,
    "date": p.LABEL_DATE,
    "person": p.LABEL_PERSON,
    "attachment": p.LABEL_ATTACHMENTS,
    "meeting": p.LABEL_MEETING,
    "passage": p.LABEL_TEXT,
    "initiative": p.LABEL_INITIATIVE,
    "part": p.LABEL_PART,
    "list_item": p.LABEL_PART,
    "milestone": p.LABEL_MILESTONE,
    "responsibility": p.LABEL_RESPONSIBILITY,
    "goal": p.LABEL_GOAL,
}
_AS_RECOMMENDED = re.compile(r"indstil|anbefal", re.IGNORECASE)
_UNITS = frozenset(("kr", "kroner", "mio", "mia", "t.kr"))


_ABSENT = re.compile(r"afbud|fravær|forfald|absent|apolog", re.IGNORECASE)


def label_of(fact: Fact, t: Texts) -> str:
    """The heading above a quote: the document's own in Danish; in English ours, so that only quotes are Danish."""
    if fact.kind == "meeting" and fact.label and t.lang != "da":
        return t.say(p.LABEL_ABSENT if _ABSENT.search(fact.label) else p.LABEL_MEMBERS)
    own = fact.label if t.lang == "da" else None
    return own or t.say(LABELS[fact.kind])


def place_in(fact: Fact, t: Texts) -> str:
    """ "punkt 72 (Direktionen, 22. oktober 2015)", as it stands in a sentence."""
    day = t.date_of(fact.meeting_date) if fact.meeting_date else ""
    where = ", ".join(part for part in (definite(fact.body or ""), day) if part)
    told = t.say(p.PLACE_ITEM, number=fact.item_number, where=where) if fact.item_number else ""
    told = told or t.say(p.PLACE_CASE, where=where)
    return told.replace(" ()", "")


def body_of(fact: Fact, t: Texts, *, begins: bool = False) -> str:
    """The body that decided, or whose meeting it was; a plain word when it is unknown."""
    name = (fact.by if fact.kind == "decision" else None) or fact.body
    if name:
        return definite(name)
    return t.say(p.THE_MEETING if begins else p.THE_MEETING_INSIDE)


def when_of(fact: Fact, t: Texts) -> str:
    """ "den 22. oktober 2015 (punkt 72)", as much of it as is known."""
    return when(fact.on if fact.kind == "decision" and fact.on else fact.meeting_date, fact.item_number, t)


def when(day: date | None, number: str | None, t: Texts) -> str:
    """As when_of, from the parts."""
    if day and number:
        return t.say(p.ON_DAY_ITEM, date=day, number=number)
    if day:
        return t.say(p.ON_DAY, date=day)
    return t.say(p.UNDER_ITEM, number=number) if number else ""


def recommended(fact: Fact, recommendations: tuple[Fact, ...]) -> bool:
    """Whether the decision stands for the recommendation: approved, and the minutes hold one."""
    return bool(recommendations) and fact.decision_class in ("approved", "approved_with_changes")


def class_name(fact: Fact, t: Texts) -> str | None:
    """The decision's class in the reader's language; None where the wording itself begins with it or fits none."""
    if fact.decision_class is None or fact.decision_class == "as_worded":
        return None
    phrase = _CLASSES[fact.decision_class]
    if fact.decision_class == "approved" and _AS_RECOMMENDED.search(fact.text):
        phrase = p.CLASS_APPROVED_AS_RECOMMENDED
    name = t.say(phrase)
    return None if fact.text.casefold().startswith(name.casefold()) else name


def decision_sentence(fact: Fact, recommendations: tuple[Fact, ...], t: Texts) -> str:
    """What was decided, in one sentence."""
    phrase = _PLAIN[fact.decision_class or "as_worded"]
    if recommended(fact, recommendations):
        phrase = p.APPROVED if fact.decision_class == "approved" else p.APPROVED_WITH_CHANGES
    begins = phrase is not p.AS_WORDED
    return t.say(phrase, body=body_of(fact, t, begins=begins), when=when_of(fact, t))


def fact_sentence(
    fact: Fact,
    recommendations: tuple[Fact, ...],
    intent: Intent,
    t: Texts,
    decision: Fact | None = None,
    meeting: MeetingRecord | None = None,
) -> str:
    """The first sentence over a fact, by its kind and what was asked.

    `decision` and `meeting` are those of the matter, where it has them.
    """
    if fact.kind == "decision":
        told = fact.decision_class in ("approved", "approved_with_changes", "as_worded", "rejected", "delegated", None)
        if intent in ("when", "decided_by") and told:
            return t.say(p.DECIDED_BY, body=body_of(fact, t, begins=True), when=when_of(fact, t))
        return decision_sentence(fact, recommendations, t)
    if fact.kind == "meeting" and intent == "when" and decision is not None:
        return t.say(p.DECIDED_BY, body=body_of(decision, t, begins=True), when=when_of(decision, t))
    if fact.kind == "meeting" and meeting is not None and meeting.date is not None and meeting.body:
        return meeting_sentence(meeting, intent, t)
    if fact.kind == "meeting":
        phrase = p.ATTENDANCE_READS if intent == "attendance" else p.MEETING_READS
        return t.say(phrase, body=body_of(fact, t), when=when(fact.meeting_date, None, t))
    if fact.item is None:
        return _document_sentence(fact, t)
    if fact.kind == "recommendation":
        if fact.by:
            return t.say(p.RECOMMENDATION_BY, by=fact.by, body=body_of(fact, t), when=when_of(fact, t))
        return t.say(p.RECOMMENDATION_READS, body=body_of(fact, t), when=when_of(fact, t))
    return t.say(_READS.get(fact.kind, p.ITEM_READS), place=place_in(fact, t))


def meeting_sentence(meeting: MeetingRecord, intent: Intent, t: Texts) -> str:
    """When and where a meeting was held, or who was there, from what is known of it."""
    body = definite(meeting.body)
    if intent == "attendance" and meeting.members:
        told = t.say(p.MEMBERS_WERE, body=body, when=when(meeting.date, None, t), people=t.names(meeting.members))
        absent = t.say(p.ABSENT_WERE, people=t.names(meeting.absent)) if meeting.absent else t.say(p.ABSENT_NOBODY)
        return f"{told} {absent}"
    if intent == "attendance":
        return t.say(p.ATTENDANCE_READS, body=body, when=when(meeting.date, None, t))
    coming = meeting.deadline is not None
    told = t.say(p.MEETING_COMING if coming else p.MEETING_HELD, body=body, day=meeting_day(meeting, t))
    place = t.say(p.PLACE_IS, place=meeting.place) if meeting.place else t.say(p.PLACE_NOT_STATED)
    return f"{told} {place}"


def meeting_day(meeting: MeetingRecord, t: Texts) -> str:
    """ "torsdag den 22. oktober 2015 kl. 8.30–11.15"."""
    if meeting.date is None:
        return ""
    day = t.day(meeting.date)
    if meeting.start is None:
        return day
    clock = t.time_of(meeting.start)
    if meeting.end is not None:
        clock = t.say(p.TIME_RANGE, start=clock, end=t.time_of(meeting.end))
    return t.say(p.DAY_TIME, day=day, time=clock)


def _document_sentence(fact: Fact, t: Texts) -> str:
    title = t.quoted(fact.document.title)
    if fact.page is not None:
        return t.say(p.DOCUMENT_READS_PAGE, title=title, page=fact.page)
    return t.say(p.DOCUMENT_READS, title=title)


def amount_unreadable(facts: tuple[Fact, ...]) -> bool:
    """Whether a unit of money stands somewhere without its number: the digits were lost on the way."""
    return any(_lost(fact.text.casefold().split()) for fact in facts)


def _lost(typed: list[str]) -> bool:
    bare = [word.strip(".,;:()-") for word in typed]
    for at, word in enumerate(bare):
        if word not in _UNITS:
            continue
        around = (*bare[max(at - 1, 0) : at], *bare[at + 1 : at + 2])
        counted = any(sign.isdigit() for each in around for sign in each)
        if not counted and not (at and bare[at - 1] in _COUNTED):
            return True
    return False


# Words that may stand before a unit without a number being lost ("1,2 mio. kr.", "flere mio.", "mange kroner").
_COUNTED = frozenset(
    (
        *("mio", "mia", "t", "million", "millioner", "millions", "milliard", "milliarder", "tusind", "tusinde"),
        *("flere", "mange", "få", "antal", "i", "en", "et", "hundrede", "danske", "pr", "hver"),
    )
)


def not_stated_sentence(intent: Intent, finding: Finding, t: Texts) -> str:
    """What the source lacks, said by what was asked."""
    if intent == "cost":
        near = finding.facts + (finding.item.of("finance", "background", "recommendation") if finding.item else ())
        return t.say(p.AMOUNT_UNREADABLE if amount_unreadable(near) else p.NOT_STATED_AMOUNT)
    lacking: dict[Intent, Phrase] = {
        "when": p.NOT_STATED_DATE,
        "where": p.NOT_STATED_PLACE,
        "responsible": p.NOT_STATED_PERSON,
        "decided_by": p.NOT_STATED_WHO,
        "attendance": p.NOT_STATED_PRESENT,
        "recommendation": p.NOT_STATED_RECOMMENDATION,
        "assessment": p.NOT_STATED_ASSESSMENT,
        "background": p.NOT_STATED_BACKGROUND,
        "goal": p.NOT_STATED_GOAL,
    }
    return t.say(lacking.get(intent, p.NOT_STATED))


def no_decision_sentence(item: ItemRecord | None, fact: Fact | None, t: Texts) -> str:
    """The item is there without a decision: not yet held, or not recorded."""
    if item is not None and item.closed and not item.facts:
        return f"{t.say(p.DECISION_NOT_PUBLIC)}."
    if item is not None:
        title = t.quoted(item.title)
        if item.document is not None and item.document.kind in ("agenda", "supplement"):
            body = definite(item.meeting.body) if item.meeting.body else t.say(p.THE_MEETING_INSIDE)
            return t.say(p.NO_DECISION_YET, title=title, body=body, when=when(item.meeting.date, item.number, t))
        return t.say(p.NO_DECISION, title=title)
    if fact is not None and fact.item_title:
        return t.say(p.NO_DECISION, title=t.quoted(fact.item_title))
    return t.say(p.NO_DECISION_BRIEFLY)
