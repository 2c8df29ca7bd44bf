"""Questions on one thing that an initiative says: its goal, when something happens in it, and who has what part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from store.initiatives import Known
from store.records import Fact, Finding
from store.search.accountindex import Account, Fit, index_of
from store.search.initiativelists import kind_of, listed
from store.search.initiativematch import OWN, WHOLE, best, better_in_minutes, fitting, newest, rank, single
from store.search.question import Question
from store.search.statements import asks_appointment, states, tells_appointment
from store.search.terms import analysed

NAMES_ONE = 0.2
"""The share of the question that the name of one in a group may hold before that one is asked for."""
CHAIRS, CHAIRS_OTHER = 0.15, 0.15
"""What speaks for somebody who chairs the group, and against one who chairs something the question does not name."""
CLOSE = 0.1
ROLE = 0.25
"""What it speaks for a role that the whole question names it ("politically responsible")."""
_ASKS_ONE = re.compile(
    r"\bforman|\bfomand|\bforkvinde|\blede[rts]|leder\b|\bchair|\bhead(?:s|ed)?\b|\bleads?\b|\bmanage[rs]|kontakt|contact"
    r"|ansvarlig for|responsible for|in charge|overtog|took over|afløs|replaced|succeed",
    re.IGNORECASE,
)
_CHAIR = re.compile(r"\bforman|\bfomand|\bforkvinde|\bchair", re.IGNORECASE)
_LEADER = re.compile(r"leder\b|lederen\b|\bmanager|\blead", re.IGNORECASE)
_IS_CHAIR = re.compile(r"\([^)]*(?:formand|forkvinde)[^)]*\)|\ber for(?:mand|kvinde)\b|^\W*for(?:mand|kvinde)\b", re.I)
_IS_LEADER = re.compile(r"\([^)]*leder[^)]*\)|\ber (?:\w+)?leder\b|leder(?: er)? [A-ZÆØÅ]|^\W*\w*leder\b")
_LEADS_OTHER = re.compile(r"(?:formand|forkvinde|chef|leder|direktør)\w* for (?:\w+ )?([A-ZÆØÅ]\w+)")
_SUCCEEDS = re.compile(
    r"\bovert(?:og|age)|\bafløs|\befterf[uø]lg|\btook over|\btake(?:s|n)? over|\breplac|\bsucce", re.IGNORECASE
)
_WHICH_PAPERS = re.compile(
    r"\b(?:hvilke|which|what) \w*(?:projekter|programmer|strategier|planer|initiativer|projects|programmes|programs"
    r"|strategies|initiatives)\b",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\bnået|\bnåede|\bnåed|\bopfyld|\bindfri|\bopnåe|\breach|\bmet\b|\bmeet\b|\bachiev|\bfulfil|\bhit\b", re.IGNORECASE
)


def goal(question: Question, told: Known) -> Finding | None:
    """What is aimed at: a goal, or the whole list of goals when the question names the initiative alone."""
    found = best(question, told, _aims)
    if found is None or better_in_minutes(question, found):
        return None
    if _REACHED.search(question.text):
        found = _since(question, told, found)
    if found.account.list is not None and found.account.kind == "list":
        return listed(found)
    return single(question, found)


def _since(question: Question, told: Known, first: Fit) -> Fit:
    """What a later paper than the plan says of a goal: whether it was reached."""
    record = first.account.record
    later = [
        fit
        for fit in fitting(question, told, lambda one: one.kind in ("goal", "report") and one.record is record)
        if fit.share >= WHOLE and fit.account.fact is not None and record.document is not None
        if fit.account.kind == "report" or fit.account.fact.document.id != record.document.id
    ]
    return max(later, key=rank, default=first)


def _aims(account: Account) -> bool:
    return account.kind == "goal" or kind_of(account) == "goal"


def when(question: Question, told: Known) -> Finding | None:
    """A milestone, or a part that has a time of its own; what was moved later counts before the plan."""
    found = best(question, told, _timed)
    if found is None or not found.tells:
        return None
    matcher = question.matcher(question.topic)
    return single(question, newest(question, found, index_of(told).fits(matcher, _timed)))


def _timed(account: Account) -> bool:
    fact = account.fact
    if fact is None:
        return False
    return fact.when is not None or (account.kind == "report" and states("date", fact.text))


def responsible(question: Question, told: Known) -> Finding | None:
    """Who has a part in an initiative; of a group all that are in it."""
    if _SUCCEEDS.search(question.text) or asks_appointment(question.text):
        later = best(question, told, lambda one: one.fact is not None and _succeeds(one))
        if later is not None:
            return single(question, later)
    first = best(question, told, _held)
    if first is None:
        return None
    good = [fit for fit in fitting(question, told, _held) if fit.share >= max(WHOLE, first.share - CLOSE)]
    if _WHICH_PAPERS.search(question.text):
        return _in_each(question, good) or single(question, first)
    roles = question.matcher(question.text)

    def score(fit: Fit) -> tuple[float, float, int]:
        fact = fit.account.fact
        role = roles.share(roles.strengths(analysed(fact.role or "").line)) if fact is not None else 0.0
        share, own, place = rank(fit)
        return round(share + ROLE * role + _leads(question, fit), 3), own, place

    if _ASKS_ONE.search(question.text):
        return single(question, max([first, *good], key=score))
    first = max([first, *good], key=score)
    found = single(question, first)
    return _group(question, told, first, found) if found is not None else None


def _succeeds(account: Account) -> bool:
    """Whether a later account than the plan says who has a part now."""
    fact, record = account.fact, account.record
    if fact is None or account.kind not in ("milestone", "responsibility", "report"):
        return False
    later = record.document is not None and fact.document.id != record.document.id
    return later or tells_appointment(fact.text)


def _held(account: Account) -> bool:
    return account.kind == "responsibility"


def _leads(question: Question, fit: Fit) -> float:
    """What speaks for somebody as the one who leads what is asked about."""
    fact = fit.account.fact
    text = fact.text if fact is not None else ""
    found = 0.0
    for asks, leads in ((_CHAIR, _IS_CHAIR), (_LEADER, _IS_LEADER)):
        if asks.search(question.text):
            found += CHAIRS * (leads.search(text) is not None)
    other = _LEADS_OTHER.search(text)
    if other is not None and other.group(1).casefold() not in question.text.casefold():
        found -= CHAIRS_OTHER
    return found


def _in_each(question: Question, good: Sequence[Fit]) -> Finding | None:
    """One fact for each initiative that somebody has a part in."""
    by_record: dict[str, Fit] = {}
    for fit in good:
        if fit.own >= OWN:
            by_record.setdefault(fit.account.record.key, fit)
    fits = [fit for fit in by_record.values() if not better_in_minutes(question, fit)]
    facts = tuple(fit.account.fact for fit in fits if fit.account.fact is not None)
    if not facts:
        return None
    record = fits[0].account.record if len(fits) == 1 else None
    return Finding("answered", facts, initiative=record, count=len(facts), complete=True)


def _group(question: Question, told: Known, first: Fit, found: Finding) -> Finding:
    """All that are in the group, in the order of the source: whoever leads it stands first."""
    fact = first.account.fact
    role = fact.role if fact is not None else None
    record = first.account.record
    group: list[Fact] = [one for one in record.responsibilities if role is not None and one.role == role]
    matcher = question.matcher(question.topic)
    if any(matcher.share(matcher.strengths(analysed(one.name or "").line)) > NAMES_ONE for one in group):
        return found
    if len(group) < 2:
        members = best(question, told, lambda one: one.kind == "list" and kind_of(one) == "member")
        if members is None or members.account.list is None or members.account.record is not record or fact is None:
            return found
        parts = members.account.list.parts
        named = any((fact.name or fact.text) in part.text for part in parts)
        group = [*([] if named else [fact]), *parts]
    return replace(found, facts=tuple(group), count=len(group), complete=True)
