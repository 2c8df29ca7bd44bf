"""Which account of an initiative a question means: what it holds of the question, and that it lacks nothing telling."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from store.initiatives import Known
from store.records import Finding, InitiativeRecord
from store.search.accountindex import MET, Account, Fit, index_of
from store.search.matcher import Matcher
from store.search.plansections import asked_for
from store.search.planwords import all_in, words_for
from store.search.question import Question

WHOLE = 0.72
"""The share of the question that an account must cover to be what was asked for."""
OWN = 0.3
"""The share that must stand in the account itself, not only in the title over it."""
NAMED, TELLING = MET, 0.25
"""How well a name, place or number, or a word of so much weight, must stand in an account: half a compound does not."""
WORDY, LONG = 1.5e-4, 600
"""What each letter costs: long texts hold the words of a question by chance. Counted up to LONG."""
ALL_MET = 0.08
"""What it speaks for an account that it holds each word: those that say little elsewhere part the phases of a plan."""
CHANGED = 0.5
"""Of the share that the plan holds, how much a newer report must hold that changes it."""
_NUMBER = re.compile(
    r"\b(?:\w*fase|etape|trin|spor|\w*område|\w*indsats|mål|case|eksempel|phase|stage|step|track|area|action|goal|example)"
    r" (\d{1,2})\b(?!\.? (?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec))",
    re.IGNORECASE,
)
_ORDINALS = {
    word: str(number)
    for number, said in enumerate(
        (
            "første first", "anden andet second", "tredje third", "fjerde fourth", "femte fifth", "sjette sixth",
            "syvende seventh", "ottende eighth", "niende ninth", "tiende tenth",
        ),
        start=1,
    )
    for word in said.split()
}  # fmt: skip
_CARDINALS = {
    word: str(number)
    for number, said in enumerate(
        ("et en one", "to two", "tre three", "fire four", "fem five", "seks six", "syv seven", "otte eight"), start=1
    )
    for word in said.split()
}
_A_PHASE = re.compile(r"\bfase|\bphase", re.IGNORECASE)
_STAGE = r"\w*(?:fase|etape|trin|phase|stage|step)"
_SPELT = re.compile(
    rf"\b(?:(?P<nth>{'|'.join(_ORDINALS)}) {_STAGE}|{_STAGE} (?P<number>{'|'.join(_CARDINALS)}))(?:n|ns|t|r)?\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\bflyt|\budsæt|\budsat|\budskud|\budskyd|\brykke|\bforsink|\bnye? (?:frist|dato|tid|slutdato|sluttid)"
    r"|\bsluttede|\bblev (?:først )?(?:færdig|afsluttet|gennemført)|\bfremrykke|\btidligere end",
    re.IGNORECASE,
)

_MOVED_TO = re.compile(
    r"\bflytte[st]\b|\b(?:udsat|udskudt|rykket|fremrykket) til\b|\bnye? (?:frist|dato|tid|slutdato|sluttid)"
    r"|\bmoved to\b|\bnew (?:date|deadline|time)\b",
    re.IGNORECASE,
)
_ASKS_NEW = re.compile(r"\b(?:nye?|nyt|new|revised|ændrede?|changed|nu)\b", re.IGNORECASE)
"""The time that is asked for is the one it was moved to: that it is late tells none."""


def fitting(question: Question, told: Known, wanted: Callable[[Account], bool]) -> list[Fit]:
    """The accounts among those wanted that lack nothing telling, the fullest first."""
    matcher, number = question.matcher(question.topic), _numbered(question.text)

    def meant(account: Account) -> bool:
        return wanted(account) and not (number is not None and _of_another_number(account, number))

    said = frozenset(word for one in asked_for(question.text) for word in one.words)
    return [fit for fit in index_of(told).fits(matcher, meant, said) if names_all(matcher, fit, said)]


def _numbered(text: str) -> str | None:
    """The number of the phase, focus area or goal that a question names, in figures or spelt out."""
    figure, spelt = _NUMBER.search(text), _SPELT.search(text)
    if figure is not None:
        return figure[1]
    if spelt is None:
        return None
    nth, number = spelt["nth"], spelt["number"]
    return _ORDINALS[nth.lower()] if nth else _CARDINALS[number.lower()]


def lacks_stage(question: Question, told: Known) -> bool:
    """Whether the initiative that a question names has phases, and none of the number that is asked for."""
    number = _numbered(question.text)
    record = named(question, told) if number is not None and _A_PHASE.search(question.text) else None
    phases = [part for one in record.lists if one.kind == "phase" for part in one.parts] if record is not None else []
    numbered = {part.number for part in phases if part.number}
    return bool(numbered) and number not in numbered


def _of_another_number(account: Account, number: str) -> bool:
    """Whether an account is of another phase or focus area than the one that the question numbers."""
    fact = account.fact
    if fact is None:
        return False
    own = _NUMBER.match(fact.text.strip()) or _NUMBER.match((fact.title or "").strip())
    return own[1] != number if own else bool(fact.number and fact.number.isdigit() and fact.number != number)


def best(question: Question, told: Known, wanted: Callable[[Account], bool], own: float = OWN) -> Fit | None:
    """The account that a question means among those wanted; None when none of them holds enough of it."""
    if not question.topic:
        return None
    context = in_talk(question, told)
    good = [fit for fit in fitting(question, told, wanted) if fit.own >= own and _enough(fit, context)]
    return max(good, key=rank, default=None)


def rank(fit: Fit) -> tuple[float, float, int]:
    """To tell the best by: of what fits as well that which says little else."""
    return round(fit.share + ALL_MET * fit.met - WORDY * min(len(_text(fit)), LONG), 3), fit.own, -fit.place


def names_no_matter(question: Question, fit: Fit) -> bool:
    """Whether a question only says what is sought ("which risks are there in the project") and not of what."""
    sought = fit.account.kin | words_for("soft") | words_for("initiative")
    return all(concept.generic or all_in(concept, sought) for concept in question.matcher(question.topic).concepts)


def newest(question: Question, first: Fit, good: Sequence[Fit]) -> Fit:
    """Of accounts of one initiative that hold about as much, the one that says what was changed later."""
    is_new = _MOVED_TO if _ASKS_NEW.search(question.text) else _MOVED
    if is_new.search(_text(first)) or not first.strengths:
        return first
    concepts = question.matcher(question.topic).concepts
    weights = [0.0 if concept.generic else concept.weight for concept in concepts]
    core = max(range(len(weights)), key=lambda at: weights[at] * first.strengths[at])
    if not weights[core]:
        return first
    later = [
        fit
        for fit in good
        if fit.account.record is first.account.record
        and fit.share >= CHANGED * first.share
        and fit.strengths[core] >= NAMED
        and fit.own >= OWN
        and is_new.search(_text(fit))
    ]
    return max(later, key=rank, default=first)


def _text(fit: Fit) -> str:
    return fit.account.fact.text if fit.account.fact is not None else ""


def _enough(fit: Fit, context: InitiativeRecord | None) -> bool:
    return fit.share >= (OWN if fit.account.record is context else WHOLE)


def named(question: Question, told: Known) -> InitiativeRecord | None:
    """The initiative whose title the question names; without a topic the one in talk."""
    if not question.topic:
        return in_talk(question, told)
    good = [
        fit
        for fit in fitting(question, told, lambda one: one.kind == "initiative")
        if fit.share >= WHOLE and fit.own >= WHOLE * 0.8
    ]
    return good[0].account.record if good else None


def in_talk(question: Question, told: Known) -> InitiativeRecord | None:
    """The initiative that the talk is on."""
    key = question.query.initiative
    return told.aliases.get(key) if key is not None else None


def names_all(matcher: Matcher, fit: Fit, said: frozenset[str] = frozenset()) -> bool:
    """Whether nothing telling is missing: another municipality's programme, or another strategy, is no answer.

    Something telling must be there, too, where anything is missing: "a status" is in all of them.
    """
    soft = words_for("soft") | said
    told = lacks = False
    for concept, strength in zip(matcher.concepts, fit.strengths, strict=True):
        telling = concept.names_one or concept.weight >= TELLING
        if strength >= NAMED:
            told = told or not concept.generic
        elif telling and (concept.place or not all_in(concept, soft)):
            return False
        else:
            lacks = True
    return told or not lacks


def said_later(account: Account) -> bool:
    """Whether another paper than the one that describes the initiative says it: a report on what became of it."""
    fact, document = account.fact, account.record.document
    return fact is not None and document is not None and fact.document.id != document.id


def better_in_minutes(question: Question, fit: Fit) -> bool:
    """Whether an agenda item, other than those that treat the initiative, holds as much of the question."""
    sought = question.seek(question.topic, question.scope)
    first = sought.matters[0] if sought.matters else None
    row = sought.items.get(first.group) if first is not None else None
    if first is None or row is None:
        return False
    own = {fit.account.fact.item if fit.account.fact is not None else None, *fit.account.record.items}
    return row.key not in own and first.coverage >= fit.share


def single(question: Question, fit: Fit | None) -> Finding | None:
    """One fact of an initiative as the answer, unless the minutes hold as much of the question."""
    if fit is None or fit.account.fact is None or better_in_minutes(question, fit):
        return None
    return Finding("answered", (fit.account.fact,), initiative=fit.account.record)
