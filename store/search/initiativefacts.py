"""Questions on one thing that an initiative says: its goal, when something happens in it, and who has what part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from store.initiatives import Known
from store.records import Fact, Finding
from store.search.accountindex import MET, Account, Fit, index_of
from store.search.initiativelists import kind_of, listed
from store.search.initiativematch import (
    LONG,
    OWN,
    WHOLE,
    WORDY,
    best,
    better_in_minutes,
    fitting,
    named,
    newest,
    rank,
    single,
)
from store.search.question import Question
from store.search.statements import asks_appointment, has_amount, sentences, states, tells_appointment
from store.search.terms import analysed

NAMES_ONE = 0.2
"""The share of the question that the name of one in a group may hold before that one is asked for."""
CHAIRS, CHAIRS_OTHER = 0.15, 0.15
"""What speaks for somebody who chairs the group, and against one who chairs something the question does not name."""
CLOSE = 0.1
LATER = 0.08
"""What it speaks for who has a part by a later paper."""
LONGEST_LABEL = 40
MOST_READ, SAID = 12, 0.8
"""Matters read for an amount, and the share of the question that a sentence with one must hold."""
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
_ADOPTED = re.compile(r"\bgodkend|\bvedtag|\bvedtog|\btiltråd|\badopted|\bapproved|\bpassed|\bagreed", re.IGNORECASE)
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
        for fit in fitting(question, told, lambda one: one.kind in ("goal", "part", "report") and one.record is record)
        if fit.share >= WHOLE and (fit.account.kind == "report" or _later(fit.account))
    ]
    return max(later, key=rank, default=first)


def _aims(account: Account) -> bool:
    return account.kind == "goal" or kind_of(account) == "goal"


def when(question: Question, told: Known) -> Finding | None:
    """A milestone, or a part that has a time of its own; what was moved later counts before the plan."""
    found = best(question, told, _timed)
    if found is None or not found.tells:
        return _adopted(question, told)
    matcher = question.matcher(question.topic)
    return single(question, newest(question, found, index_of(told).fits(matcher, _timed)))


def _adopted(question: Question, told: Known) -> Finding | None:
    """When the initiative that is named alone was adopted: the first approval that it tells of."""
    record = named(question, told) if _ADOPTED.search(question.text) else None
    if record is None:
        return None
    first = next((fact for fact in record.milestones if _ADOPTED.search(fact.text)), None)
    return Finding("answered", (first,), initiative=record) if first is not None else None


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
        return round(share + ROLE * role + LATER * _later(fit.account) + _leads(question, fit), 3), own, place

    if _ASKS_ONE.search(question.text):
        return single(question, max([first, *good], key=score))
    first = max([first, *good], key=score)
    found = single(question, first)
    return _group(question, told, first, found) if found is not None else None


def _succeeds(account: Account) -> bool:
    """Whether a later account than the plan says who has a part now."""
    fact = account.fact
    if fact is None or account.kind not in ("milestone", "responsibility", "report"):
        return False
    return _later(account) or tells_appointment(fact.text)


def _later(account: Account) -> bool:
    """Whether another paper than the one that describes the initiative says it: a report on what became of it."""
    fact, document = account.fact, account.record.document
    return fact is not None and document is not None and fact.document.id != document.id


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
    fact, record = first.account.fact, first.account.record
    if fact is None or fact.role is None:
        return found
    group = [one for one in record.responsibilities if _of_group(one) == _of_group(fact)]
    if _names_one(question, first, group):
        return found
    if len(group) < 2:
        members = best(
            question, told, lambda one: one.record is record and one.list is not None and kind_of(one) == "member"
        )
        if members is None or members.account.list is None:
            return found
        parts = members.account.list.parts
        named = any((fact.name or fact.text) in part.text for part in parts)
        group = [*([] if named else [fact]), *parts]
    return replace(found, facts=tuple(group), count=len(group), complete=True)


def _of_group(fact: Fact) -> str:
    """The group that a role is in: what stands before the colon of its line, or before the office of it."""
    before, colon, _ = fact.text.partition(":")
    label = before if colon and len(before) <= LONGEST_LABEL else (fact.role or "").partition(",")[0]
    return label.strip().casefold()


def _names_one(question: Question, first: Fit, group: Sequence[Fact]) -> bool:
    """Whether the question names one of the group, by more than the names of the group and of the initiative hold."""
    matcher, record = question.matcher(question.topic), first.account.record
    role = first.account.fact.role if first.account.fact is not None else ""
    names = matcher.strengths(analysed(f"{role} {record.title} {record.about.text if record.about else ''}").line)
    for one in group:
        own = matcher.strengths(analysed(one.name or "").line)
        open_ = [strength if other < MET else 0.0 for strength, other in zip(own, names, strict=True)]
        if matcher.share(open_) > NAMES_ONE:
            return True
    return False


def how_big(question: Question) -> Finding | None:
    """How big a fund or budget is: of all sentences with an amount the one that names it."""
    sought = question.seek(question.topic, question.scope)
    matters = sought.matters[:MOST_READ]
    items = question.records.items([matter.group for matter in matters if matter.group > 0])
    facts = [*question.records.facts([-matter.group for matter in matters if matter.group < 0])]
    owners = {fact.key: item for item in items for fact in item.facts}
    facts += [fact for item in items for fact in item.facts if fact.kind not in ("attachment", "meeting")]
    told: list[tuple[float, int, Fact]] = []
    for place, fact in enumerate(facts):
        for sentence in sentences(fact.text):
            share = sought.matcher.share(sought.matcher.strengths(analysed(sentence).line))
            if has_amount(sentence, share=False) and share >= SAID:
                told.append((round(share - WORDY * min(len(sentence), LONG), 3), -place, fact))
    if not told:
        return None
    fact = max(told, key=lambda one: one[:2])[2]
    return Finding("answered", (fact,), item=owners.get(fact.key))
