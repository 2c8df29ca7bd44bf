"""Questions on a chapter of a plan that is named: why, what for, what it leaves out, how it is followed up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.initiatives import Known
from store.records import Fact, Finding, InitiativeRecord
from store.search.accountindex import Fit, index_of
from store.search.concepts import Concept
from store.search.initiativematch import NAMED, TELLING, better_in_minutes, in_talk
from store.search.plansections import Asking, asked_for
from store.search.planwords import all_in, words_for
from store.search.question import Question
from store.search.statements import asks_who, states, tells_payer
from store.search.terms import analysed

MOST_PLANS = 6
SHORTEST_PURPOSE = 30
STATES = {"when": "date", "responsible": "actor", "cost": "amount"}
"""What a passage must state to answer a question that asks for no more than that."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A plan that a question may be on, and what of the question its title and purpose leave open."""

    fit: Fit
    open: tuple[int, ...]
    """Places of the concepts that are left open."""
    named: float
    """The weight of those that name it."""

    @property
    def record(self) -> InitiativeRecord:
        """The plan."""
        return self.fit.account.record


def of_section(question: Question, told: Known) -> Finding | None:
    """The chapter that is asked for, of the plan that the question names; None where it names none or it has none."""
    asked = [one for one in asked_for(question.text) if one.section.kind is None]
    if not asked:
        return None
    consumed = frozenset(word for one in asked for word in one.words)
    for subject in subjects(question, told, consumed):
        passages = passages_of(question, subject.record)
        for one in asked:
            chapter = sorted(
                (fact for fact in passages if _of_chapter(fact, one)), key=lambda f: one.section.rank(f.label)
            )
            found = _answering(question, subject, chapter) or _purpose(subject, one)
            if found and not better_in_minutes(question, subject.fit):
                return Finding("answered", tuple(found), initiative=subject.record)
    return None


def subjects(question: Question, told: Known, consumed: frozenset[str] = frozenset()) -> list[Subject]:
    """The plans that a question may be on, those first that more of it names. `consumed` are words for what is sought.

    A plan is named by at least one word that tells plans apart; without any such word it is the one in talk.
    """
    concepts = question.matcher(question.topic).concepts
    naming = [at for at, concept in enumerate(concepts) if not _says_nothing(concept, consumed)]
    context = in_talk(question, told)
    found = []
    for fit in index_of(told).fits(question.matcher(question.topic), lambda one: one.kind == "initiative"):
        met = [at for at in naming if fit.strengths[at] >= NAMED]
        named = sum(concepts[at].weight * fit.strengths[at] for at in met)
        if met or (fit.account.record is context and not naming):
            found.append(Subject(fit, tuple(at for at in naming if at not in met), named))
    return sorted(found, key=lambda one: (-round(one.named, 3), one.fit.place))[:MOST_PLANS]


def _says_nothing(concept: Concept, consumed: frozenset[str]) -> bool:
    """Whether a word names no plan: it says what is sought, what kind of paper it is, or nothing at all."""
    if concept.generic or concept.light or all_in(concept, consumed):
        return True
    return all_in(concept, words_for("soft") | words_for("paper") | words_for("initiative"))


def _purpose(subject: Subject, asking: Asking) -> list[Fact]:
    """What a plan without such a chapter says it is for, where nothing else of the question is open."""
    about = subject.record.about
    told = about is not None and len(about.text) > len(subject.record.title) + SHORTEST_PURPOSE
    return [about] if about is not None and told and asking.section.name == "purpose" and not subject.open else []


def _of_chapter(fact: Fact, asking: Asking) -> bool:
    return asking.section.heads(fact.label)


def _answering(question: Question, subject: Subject, passages: Sequence[Fact]) -> list[Fact]:
    """The passages of a chapter, the one first that holds what the title leaves open; none if none holds all of it."""
    wanted = STATES.get(question.intent)
    pays = asks_who(question.text) and tells_payer(question.text)
    telling = [
        fact for fact in passages if wanted is None or states(wanted, fact.text) or (pays and tells_payer(fact.text))
    ]
    matcher = question.matcher(question.topic)
    held = {fact.key: matcher.strengths(analysed(fact.text).line) for fact in telling}

    def lacks(fact: Fact) -> bool:
        return any(
            held[fact.key][at] < NAMED and (matcher.concepts[at].names_one or matcher.concepts[at].weight >= TELLING)
            for at in subject.open
        )

    whole = [fact for fact in telling if not lacks(fact)]
    return sorted(whole, key=lambda fact: -sum(held[fact.key][at] for at in subject.open)) if whole else []


def passages_of(question: Question, record: InitiativeRecord) -> list[Fact]:
    """The passages of all documents that tell of a plan, those of the one that describes it first."""
    about = record.about
    if about is None or about.item is not None:
        return []
    documents = [about.document.id, *(report.fact.document.id for report in record.reports)]
    return [fact for key in dict.fromkeys(documents) for fact in question.records.passages_of(key)]
