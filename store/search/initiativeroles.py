"""Questions on who has what part in an initiative: one in charge, a whole group, or all that somebody takes part in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from store.initiatives import Known
from store.records import Fact, Finding
from store.search.accountindex import MET, Account, Fit
from store.search.danish import tokens
from store.search.initiativelists import elements, kind_of
from store.search.initiativematch import NAMED, OWN, WHOLE, best, better_in_minutes, fitting, rank, said_later, single
from store.search.planroles import roles_of
from store.search.planwords import words_for
from store.search.question import Question
from store.search.statements import asks_appointment, tells_appointment
from store.search.terms import analysed

NAMES_ONE = 0.2
"""The share of the question that the name of one in a group may hold before that one is asked for."""
CHAIRS, CHAIRS_OTHER = 0.15, 0.15
"""What speaks for somebody who chairs the group, and against one who chairs something the question does not name."""
CLOSE = 0.1
LATER = 0.08
"""What it speaks for who has a part by a later paper."""
LONGEST_LABEL = 40
ROLE = 0.25
"""What it speaks for a role that the whole question names it ("politically responsible")."""
_ASKS_ONE = re.compile(
    r"\bforman|\bfomand|\bforkvinde|\bspidsen\b|\bbordenden\b|\blede[rts]|leder\b|\bchair|\bpresid|\bhead(?:s|ed)?\b|\bleads?\b|\bmanage[rs]|kontakt|contact"
    r"|ansvarlig for|responsible for|in charge|overtog|took over|afløs|replaced|succeed",
    re.IGNORECASE,
)
_CHAIR = re.compile(
    r"\bforman|\bfomand|\bforkvinde|\bchair|\bspidsen\b|\bbordenden\b|\bpresid"
    r"|\b(?:leder|lede[srt]?|heads?|headed|leads?|led) (?:by |af )?(?:the |den )?\w*"
    r"(?:gruppe|udvalg|styregr|steering|group|committee|board)",
    re.IGNORECASE,
)
"""Whoever leads a group is its chair; of a project group that is its project manager."""
_LEADER = re.compile(r"leder\b|lederen\b|\bmanager|\blead", re.IGNORECASE)
_IS_CHAIR = re.compile(r"\([^)]*(?:formand|forkvinde)[^)]*\)|\ber for(?:mand|kvinde)\b|^\W*for(?:mand|kvinde)\b", re.I)
_IS_LEADER = re.compile(r"\([^)]*leder[^)]*\)|\ber (?:\w+)?leder\b|leder(?: er)? [A-ZÆØÅ]|^\W*\w*leder\b")
_BY_WORD = frozenset({"role owner", "role contact", "role author"})
"""Roles that any of their words tells: nobody else is written to, or owns something."""
_LEADS_OTHER = re.compile(r"(?:formand|forkvinde|chef|leder|direktør)\w* for (?:\w+ )?([A-ZÆØÅ]\w+)")
_MEMBERS = re.compile(r"\bmedlem|\bdeltager|\bsidder\b|\ber med\b|\bmembers?\b|\bsits?\b|\bpart of\b", re.IGNORECASE)
_SUCCEEDS = re.compile(
    r"\bovert(?:og|age)|\bafløs|\befterf[uø]lg|\btook over|\btake(?:s|n)? over|\breplac|\bsucce", re.IGNORECASE
)
_WHICH_PAPERS = re.compile(
    r"\b(?:hvilke|which|what) \w*(?:projekter|programmer|strategier|planer|initiativer|projects|programmes|programs"
    r"|strategies|initiatives)\b",
    re.IGNORECASE,
)


def responsible(question: Question, told: Known) -> Finding | None:
    """Who has a part in an initiative; of a group all that are in it."""
    if _SUCCEEDS.search(question.text) or asks_appointment(question.text):
        later = best(question, told, lambda one: one.fact is not None and _succeeds(one))
        if later is not None:
            return single(question, later)
    first = best(question, told, _held)
    if first is None:
        return elements(question, told, "member") if _MEMBERS.search(question.text) else None
    good = [fit for fit in fitting(question, told, _held) if fit.share >= max(WHOLE, first.share - CLOSE)]
    if _WHICH_PAPERS.search(question.text):
        return _in_each(question, good) or single(question, first)
    roles = question.matcher(question.text)

    def score(fit: Fit) -> tuple[float, float, int]:
        fact = fit.account.fact
        role = roles.share(roles.strengths(analysed(fact.role or "").line)) if fact is not None else 0.0
        share, own, place = rank(fit)
        return round(share + ROLE * role + LATER * said_later(fit.account) + _leads(question, fit), 3), own, place

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
    return said_later(account) or tells_appointment(fact.text)


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
    asked = {token.word for token in tokens(question.text)}
    if fact is not None and any(asked & words_for(role) for role in roles_of(fact) if role in _BY_WORD):
        found += CHAIRS
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
    label = before if colon and len(before) <= LONGEST_LABEL else fact.role or ""
    return label.partition(",")[0].strip().casefold()


def _told_of_one(question: Question, first: Fit, group: Sequence[Fact], names: Sequence[float]) -> Fact | None:
    """The only one of a group whose line holds a word of the question ("sekretær") that stands in no other's."""
    matcher = question.matcher(question.topic)
    lines = [matcher.strengths(analysed(one.text).line) for one in group]
    for at, concept in enumerate(matcher.concepts):
        held = [fact for fact, line in zip(group, lines, strict=True) if line[at] >= NAMED]
        if len(held) == 1 and len(group) > 1 and not concept.generic and names[at] < NAMED <= first.strengths[at]:
            return held[0]
    return None


def _names_one(question: Question, first: Fit, group: Sequence[Fact]) -> bool:
    """Whether the question names one of the group, by more than the names of the group and of the initiative hold."""
    matcher, record = question.matcher(question.topic), first.account.record
    role = first.account.fact.role if first.account.fact is not None else ""
    names = matcher.strengths(analysed(f"{role} {record.title} {record.about.text if record.about else ''}").line)
    alone = None if _MEMBERS.search(question.text) else _told_of_one(question, first, group, names)
    if alone is not None:
        return alone is first.account.fact
    for one in group:
        own = matcher.strengths(analysed(one.name or "").line)
        open_ = [strength if other < MET else 0.0 for strength, other in zip(own, names, strict=True)]
        if matcher.share(open_) > NAMES_ONE:
            return True
    return False
