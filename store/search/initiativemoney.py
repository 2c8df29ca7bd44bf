"""Questions on money in a plan that is named: the sentence of its papers that has the amount for what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.initiatives import Known
from store.records import Fact, Finding
from store.search.initiativefacts import how_big
from store.search.initiativematch import NAMED, TELLING, WORDY, best, single
from store.search.initiativesections import Subject, passages_of, subjects
from store.search.planwords import words_for
from store.search.question import Question
from store.search.statements import has_amount, lost_amount, sentences
from store.search.terms import analysed

LONG = 400
OF_ALL, OF_NOW, IN_CHAPTER = 0.3, 0.3, 0.05
"""What speaks for a sentence that it sets money aside for the whole of it, tells what was spent, or stands in the
chapter on money."""
_AIMED = re.compile(r"\b(?:skal|skulle|should|shall|must|may|might|må|måtte|is to|are to|meant to)\b", re.IGNORECASE)
_IN_KRONER = re.compile(
    r"\bkr\b|kroner|penge|budget|\bkost|\bafsat|\bafsæt|tilskud|\bpris|\budgift|money"
    r"|\bcost|\bset aside|\bspen[dt]|\bfund",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"\b(?:for)?brug(?:t|te)\b|\banvendt\b|\bspent\b|\bused\b|\bindtil (?:nu|videre)\b|\bso far\b", re.IGNORECASE
)
_SET_ASIDE = re.compile(
    r"\bafsat\b|\bafsættes\b|\bafsætter\b|\bi alt\b|\bsamlet|\bhele perioden|ramme|\banslået\b|\bkoster\b|\bbudget",
    re.IGNORECASE,
)
_CHAPTER = re.compile(r"økonomi|finansier|budget", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence on money, how well it answers, and whether its amount was lost."""

    fact: Fact
    score: float
    lost: bool


def money(question: Question, told: Known) -> Finding | None:
    """What something of a plan costs, or what it has; None when no plan is named, or it says nothing of that."""
    aim = best(question, told, lambda one: one.kind == "goal")
    if aim is not None and aim.tells and _AIMED.search(question.text) and not _IN_KRONER.search(question.text):
        return single(question, aim)  # "how much cheaper" is a goal
    for subject in subjects(question, told, words_for("money")):
        found = list(_told(question, subject, passages_of(question, subject.record)))
        if found:
            chosen = max(found, key=lambda one: one.score)
            status = "not_stated" if chosen.lost else "answered"
            return Finding(status, (chosen.fact,), initiative=subject.record)  # type: ignore[arg-type]  # one of the two
    return how_big(question) if question.topic else None


def _told(question: Question, subject: Subject, passages: Sequence[Fact]) -> Iterator[Told]:
    """The sentences that have an amount, or lost it, and hold all that the title leaves open."""
    matcher = question.matcher(question.topic)
    spent = _SPENT.search(question.text) is not None
    must = [at for at in subject.open if matcher.concepts[at].names_one or matcher.concepts[at].weight >= TELLING]
    for place, fact in enumerate(passages):
        for sentence in sentences(fact.text):
            amount, lost = has_amount(sentence), lost_amount(sentence)
            if not (amount or lost):
                continue
            held = matcher.strengths(analysed(sentence).line)
            if any(held[at] < NAMED for at in must):
                continue
            score = sum(held[at] * matcher.concepts[at].weight for at in subject.open)
            score += OF_NOW * (spent == (_SPENT.search(sentence) is not None))
            score += OF_ALL * (not subject.open and _SET_ASIDE.search(sentence) is not None)
            score += IN_CHAPTER * (_CHAPTER.search(fact.label or "") is not None)
            yield Told(fact, score - WORDY * min(len(sentence), LONG) - 1e-4 * place, lost and not amount)
