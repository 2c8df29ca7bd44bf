"""Questions on one thing that an initiative says: its goal, when something happens in it, how far and how big it is."""

from __future__ import annotations

import re

from store.initiatives import Known
from store.records import Fact, Finding
from store.search.accountindex import Account, Fit, index_of
from store.search.initiativelists import kind_of, listed, listed_as
from store.search.initiativematch import (
    LONG,
    NAMED,
    WHOLE,
    WORDY,
    best,
    better_in_minutes,
    fitting,
    named,
    newest,
    rank,
    said_later,
    single,
)
from store.search.matcher import FAR_APART
from store.search.question import Question
from store.search.statements import has_amount, sentences, states
from store.search.terms import analysed
from store.search.wants import wants

CALLED = 0.85
"""The share of the question that the name of a chapter must hold for the chapter to be meant."""
SAYS_MORE = 25
"""Letters that a chapter must have beyond its name."""
MOST_READ, SAID = 12, 0.8
"""Matters read for an amount, and the share of the question that a sentence with one must hold."""
_ADOPTED = re.compile(r"\bgodkend|\bvedtag|\bvedtog|\btiltråd|\badopted|\bapproved|\bpassed|\bagreed", re.IGNORECASE)
_STANDS = re.compile(
    r"\b(?:ikke )?(?:påbegyndt|begyndt|igangsat|i gang|forsinket|afsluttet|færdig|gennemført|udskudt|planlagt)\b"
    r"|efter planen",
    re.IGNORECASE,
)
_STATED = tuple(re.compile(words, re.IGNORECASE) for words in (r"\bvision", r"\bformål|\bpurpose", r"\bambition"))
"""What a plan calls its aim in a sentence of its own."""
_REACHED = re.compile(
    r"\bnået|\bnåede|\bnåed|\bopfyld|\bindfri|\bopnåe|\breach|\bmet\b|\bmeet\b|\bachiev|\bfulfil|\bhit\b", re.IGNORECASE
)


def goal(question: Question, told: Known) -> Finding | None:
    """What is aimed at: a goal, or the whole list of goals when the question names the initiative alone."""
    found = best(question, told, _aims)
    if found is None:
        return _all_goals(question, told)
    if better_in_minutes(question, found):
        return None
    if _REACHED.search(question.text):
        found = _since(question, told, found)
    elif said_later(found.account):
        found = best(question, told, lambda one: _aims(one) and not said_later(one)) or found
    stated = next((words for words in _STATED if words.search(question.text)), None)
    if stated is not None:
        own = best(question, told, lambda one: one.kind == "goal" and _states(one, stated), own=0.0)
        found = own or found
    if found.account.list is not None and found.account.kind == "list":
        return listed(found)
    return single(question, found)


def _all_goals(question: Question, told: Known) -> Finding | None:
    """The goals of the initiative that is named alone, where they stand as one list."""
    record = named(question, told)
    if record is None:
        return None
    lists = [one for one in record.lists if one.kind == "goal"]
    if lists or not record.goals:
        return listed_as(record, lists[0]) if len(lists) == 1 else None
    return Finding("answered", record.goals, initiative=record, count=len(record.goals))


def _states(account: Account, words: re.Pattern[str]) -> bool:
    return account.fact is not None and words.search(account.fact.text) is not None


def _since(question: Question, told: Known, first: Fit) -> Fit:
    """What a later paper than the plan says of a goal: whether it was reached."""
    record = first.account.record
    later = [
        fit
        for fit in fitting(question, told, lambda one: one.kind in ("goal", "part", "report") and one.record is record)
        if fit.share >= WHOLE and (fit.account.kind == "report" or said_later(fit.account))
    ]
    return max(later, key=rank, default=first)


def _aims(account: Account) -> bool:
    return account.kind == "goal" or kind_of(account) == "goal"


def when(question: Question, told: Known) -> Finding | None:
    """A milestone, or a part that has a time of its own; what was moved later counts before the plan."""
    adopted = _adopted(question, told)
    if adopted is not None:
        return adopted
    found = best(question, told, _timed)
    if found is None or not found.tells:
        return None
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


def standing(question: Question, told: Known) -> Finding | None:
    """How far one action or milestone of an initiative is, where its line says so."""
    found = best(
        question, told, lambda one: one.fact is not None and _STANDS.search(one.fact.text) is not None, own=WHOLE
    )
    return single(question, found)


def headed(question: Question, told: Known) -> Finding | None:
    """The chapter or element that is called what is asked about, and by more than one word of it."""
    matcher = question.matcher(question.topic)

    stated = wants(question.text).stated

    def called(fit: Fit) -> bool:
        fact = fit.account.fact
        if fact is None or not fact.title or len(fact.text) < len(fact.title) + SAYS_MORE:
            return False  # a line that is its own heading tells nothing of itself
        if stated is not None and stated.search(fact.text) is None:
            return False
        title = matcher.strengths(analysed(fact.title).line)
        several = sum(s >= NAMED and not c.generic for c, s in zip(matcher.concepts, title, strict=False)) > 1
        return several and matcher.share(title) >= CALLED

    good = [fit for fit in fitting(question, told, lambda one: one.kind == "part") if fit.own >= CALLED and called(fit)]
    return single(question, max(good, key=rank, default=None))


def how_big(question: Question) -> Finding | None:
    """How big a fund or budget is: of all sentences with an amount the one that names it."""
    sought = question.seek(question.topic, question.scope)
    # A sentence tells no more of the question than its fact does, but that words may stand closer together in it.
    meant = {
        one.entry.key: one.entry
        for matter in sorted(sought.matters[:MOST_READ], key=lambda matter: matter.group > 0)
        for one in matter.entries
        if sought.matcher.share(one.own) >= FAR_APART * SAID
        and (matter.group < 0 or one.entry.kind not in ("attachment", "meeting"))
    }
    facts = question.records.facts([entry.fact_id for entry in meant.values()])
    told: list[tuple[float, int, Fact]] = []
    for place, fact in enumerate(facts):
        for sentence in sentences(fact.text):
            if not has_amount(sentence):
                continue  # few sentences have one, and to analyse one takes longer than to see that
            share = sought.matcher.share(sought.matcher.strengths(analysed(sentence).line))
            if share >= SAID:
                told.append((round(share - WORDY * min(len(sentence), LONG), 3), -place, fact))
    if not told:
        return None
    fact = max(told, key=lambda one: one[:2])[2]
    item = meant[fact.key].item_id
    return Finding("answered", (fact,), item=next(iter(question.records.items([item] if item else [])), None))
