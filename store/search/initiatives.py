"""Questions on initiatives: overviews and status, what is due, what short forms mean; and which way answers which."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from store.due import due as due_within
from store.initiatives import Known, known
from store.names import folded
from store.records import AbbreviationRecord, Fact, Finding, InitiativeRecord, ListRecord, MeetingRecord
from store.search.danish import tokens
from store.search.definitions import definition
from store.search.elsewhere import of_another
from store.search.initiativefacts import goal, headed, how_big, standing, when
from store.search.initiativelists import (
    elements,
    implied,
    initiatives,
    listed_as,
    listed_by_head,
    many_of,
    named_list,
    of_a_kind,
)
from store.search.initiativematch import in_talk, lacks_stage, named
from store.search.initiativemoney import money
from store.search.initiativeroles import responsible
from store.search.initiativesections import of_section
from store.search.plansections import asked_for
from store.search.planwords import words_for
from store.search.question import Question
from store.search.recommendations import recommendation
from store.search.statements import asks_role

BY_CHAPTER = frozenset({"find", "background", "goal", "cost", "elements", "overview", "responsible", "assessment"})
"""Intents of questions that a chapter of a plan may answer."""
MOST_DUE = 40
MOST_REPORTED, MOST_AHEAD = 5, 3
FAR_AHEAD = timedelta(days=365)
_ASKS_STATUS = re.compile(
    r"status|hvor langt|hvor (?:er|står) (?:vi|man|de|kommunen)\b|(?:hvilken|which|what) (?:fase|etape|phase|stage)"
    r"|hvordan (?:går|skrider|forløber|står)|how far|progress|how is|how are|where are we",
    re.IGNORECASE,
)


_AHEAD = re.compile(
    r"\b(?:næste|kommende|forestående|next|coming|upcoming|ahead|remaining|resterende)\b", re.IGNORECASE
)
_WHOLE_PLAN = re.compile(
    r"\b(?:alle|samtlige|hele|tidsplan\w*|milepælsplan\w*|milepælene?|milepæle|milestones|all|whole|complete|full|timetable|timeline|schedule)\b",
    re.IGNORECASE,
)
_PLAN_OF_TIMES = re.compile(
    r"^(?!.*\b(?:hvornår|when|ændre\w*|change[ds]?|flyttet|moved)\b).*\b(?:tidsplan\w*|milepælsplan\w*|køreplan\w*|timetable|timeline|schedule|roadmap)\b",
    re.IGNORECASE | re.DOTALL,
)
_OF_TIMES = re.compile(r"\W*(?:\w+ )?(?:milepæl|tidsplan|tids- og|milestone|timetable|timeline)", re.IGNORECASE)
_TELL = re.compile(r"\b(?:fortæl|beskriv|forklar|orienter|tell|describe|explain)\b", re.IGNORECASE)
_WHAT = re.compile(r"^\W*(?:og |and )?(?:hvad|hvilke|hvem|what|which|who)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"^\W*(?:og |and )?(?:hv\w+|wh\w+|how|er|var|kan|må|skal|vil|har|blev|bliver|findes|is|are|was|were|can|may|must"
    r"|shall|will|has|have|does|do|did)\b",
    re.IGNORECASE,
)
_HOW_FAR = re.compile(
    r"\bhvor \w+ (?:\w+ ){0,8}?(?:skal|skulle|må|måtte)\b|\bhow (?:\w+ ){1,5}?(?:should|shall|must|may|might"
    r"|(?:is|are|was|were) (?:\w+ ){0,4}?to)\b",
    re.IGNORECASE,
)
"""How satisfied, how long, how much something is meant to be: a goal says it."""
_HOW_BIG = re.compile(
    r"\bhvor (?:store?|stort|højt?) (?:er|var|bliver|blev) (?:den |det |de )?\w*(?:pulje|ramme|budget|bevilling|fond"
    r"|tilskud|beløb|støtte)(?:en|n|tet|det|et|r|rne)?\b"
    r"|\bhow (?:big|large) (?:is|was|are) the (?:\w+ ){0,3}(?:funds?|pools?|grants?|budget|allowance)\b",
    re.IGNORECASE,
)


def of_initiative(question: Question) -> Finding | None:
    """The answer when the question is one on initiatives and they hold it; None leaves it to the other ways."""
    handler = _HANDLERS.get(question.intent)
    if handler is None and question.intent not in BY_CHAPTER:
        return of_another(question, None)
    told = known(question.records.session, question.records.subject)
    refused = of_another(question, told)
    if refused is not None:
        return refused
    first, second = handler or _nothing, of_section if question.intent in BY_CHAPTER else _nothing
    if question.intent != "responsible" or _asks_who_does_it(question.text):
        first, second = second, first
    return first(question, told) or second(question, told)


def _when(question: Question, told: Known) -> Finding | None:
    """When something is; "what is the timetable" asks for all times."""
    if lacks_stage(question, told):
        return Finding("not_stated")
    whole = _PLAN_OF_TIMES.search(question.text) is not None and due(question, told)
    return whole or when(question, told)


def _asks_who_does_it(text: str) -> bool:
    """Whether a chapter says who does it ("who evaluates it"); else whoever has a part says more than the chapter."""
    return not asks_role(text) and any(one.section.name in ("follow-up", "economy") for one in asked_for(text))


def _nothing(question: Question, told: Known) -> Finding | None:
    return None


def found(question: Question, told: Known) -> Finding | None:
    """A question without a wording of its own: by a number of elements, or by a word for what is sought.

    "What are the three approaches" is a list whose name no one foresaw, "goals waste plan" a few words without a verb.
    """
    if _HOW_BIG.search(question.text):
        question.intent = "cost"
        return how_big(question)
    if many_of(question) is not None or implied(question.text) is not None:
        return elements(question, told)
    if _HOW_FAR.search(question.text):
        return goal(question, told)
    if _TELL.search(question.text) and named(question, told) is not None:
        return overview(question, told)
    listed = of_a_kind(question, told)
    if listed is not None:
        return listed
    meant = definition(question)
    if meant is not None:
        return meant
    listed = (named_list if _WHAT.match(question.text) else _bare)(question, told)
    if listed is not None:
        return listed
    told_part = headed(question, told)
    if told_part is not None:
        return told_part
    sought = {token.word for token in tokens(question.topic)}
    if sought & words_for("goal"):
        return goal(question, told)
    return due(question, told) if sought & words_for("timetable") else None


def _bare(question: Question, told: Known) -> Finding | None:
    """The list that a few words without a question word name."""
    return None if _ASKED.match(question.text) or not question.topic else listed_by_head(question, told)


def overview(question: Question, told: Known) -> Finding | None:
    """The initiative that a question names, whole."""
    record, status = named(question, told), _ASKS_STATUS.search(question.text) is not None
    if record is None:
        return standing(question, told) if status else None
    told_facts = _newest_report(record) if status else []
    about = [record.about] if record.about is not None else []
    facts = [*told_facts, *about, *_owner(record)] if told_facts else [*about, *_owner(record), *_newest_report(record)]
    facts += [part for one in record.lists if one.kind == "phase" for part in one.parts]
    today = question.query.today
    facts += due_within([record], today, today + FAR_AHEAD)[:MOST_AHEAD] if today is not None else ()
    return Finding("answered", tuple(dict.fromkeys(facts)), initiative=record)


def _newest_report(record: InitiativeRecord) -> list[Fact]:
    """What the newest document says of how far it is."""
    newest = record.reports[0].on if record.reports else None
    return [report.fact for report in record.reports if report.on == newest][:MOST_REPORTED]


def _owner(record: InitiativeRecord) -> list[Fact]:
    """Who owns it, as its paper says."""
    owner = folded(record.owner or "")
    return [fact for fact in record.responsibilities if owner and folded(fact.name or "") == owner][:1]


def due(question: Question, told: Known) -> Finding | None:
    """What is due in a period, over all initiatives and the calendar of meetings."""
    about = in_talk(question, told) if not question.topic else named(question, told)
    if question.topic and about is None:
        return None
    since, last = _period(question, about)
    plan = _plan(about) if about is not None and since == date.min and last == date.max else None
    if about is not None and plan is not None:
        return listed_as(about, plan)
    ahead = question.scope.until is None
    records: Sequence[InitiativeRecord] = told.records if about is None else [about]
    facts = due_within(records, since, last)
    meetings: tuple[MeetingRecord, ...] = ()
    if about is None and question.scope.body_id is None:
        held = question.records.meetings(replace(question.scope, since=since, until=last))
        meetings = tuple(reversed([one for one in held if one.facts or one.deadline]))
    if not facts and not meetings:
        return Finding("not_stated", (about.about,), initiative=about) if about and about.about else None
    heads = tuple(meeting.facts[0] for meeting in meetings if meeting.facts)
    first = facts[:1] if ahead and about is not None else facts[:MOST_DUE]
    told_facts = (*first, *(fact for fact in facts if fact not in first)) if facts else heads
    return Finding(
        "answered", tuple(told_facts[:MOST_DUE]), initiative=about, meetings=meetings, count=len(facts) + len(meetings)
    )


def _plan(record: InitiativeRecord) -> ListRecord | None:
    """The list of milestones that a paper has as such."""
    return next((one for one in record.lists if _OF_TIMES.match(one.name)), None)


def _period(question: Question, about: InitiativeRecord | None) -> tuple[date, date]:
    """The days that are asked about: without any those ahead, and all of them of the whole plan of one initiative."""
    since, until, today = question.scope.since, question.scope.until, question.query.today
    if since is None and until is None and about is not None and _whole_plan(question.text):
        return date.min, date.max
    if since is None:
        since = today if today is not None and (until is None or until >= today) else date.min
    if until is not None:
        return since, until
    return since, (today or since) + FAR_AHEAD if since != date.min else date.max


def _whole_plan(text: str) -> bool:
    """Whether all times of a plan are asked for, not those ahead alone."""
    return _WHOLE_PLAN.search(text) is not None and _AHEAD.search(text) is None


def meaning(question: Question, told: Known) -> Finding | None:
    """What a short form stands for, by the documents that define it."""
    # By the whole question: what looks like a body's initials was taken out of the topic.
    typed = [token.typed for token in tokens(question.text)]
    exact = [one for one in told.abbreviations if one.short in typed]
    words = {token.word for token in tokens(question.topic or question.text)}
    loose = [one for one in told.abbreviations if one.short.casefold() in words]
    found = exact or loose
    if not found:
        name = folded(question.topic)
        found = [one for one in told.abbreviations if folded(one.long) == name]
    if not found:
        return None
    # The card says what stands for what; the quote is the sentence that defines it.
    facts: dict[Fact, None] = dict.fromkeys(replace(one.fact, name=one.short, title=one.long) for one in found)
    return Finding("answered", tuple(facts), count=len(_meanings(found)))


def _meanings(found: Sequence[AbbreviationRecord]) -> set[str]:
    return {folded(one.long) for one in found}


_HANDLERS: dict[str, Callable[[Question, Known], Finding | None]] = {
    "find": found,
    "elements": elements,
    "overview": overview,
    "initiatives": initiatives,
    "due": due,
    "meaning": meaning,
    "recommendation": recommendation,
    "goal": goal,
    "cost": money,
    "when": _when,
    "responsible": responsible,
}
