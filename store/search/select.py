"""From the matter to the fact that was asked for: which of an item's facts answers, or that none of them does."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from store.records import Fact, FactKind, ItemRecord, Status
from store.search import money
from store.search.asked import AS_RECOMMENDED, Asked
from store.search.asksof import (
    amounts,
    asks_absence,
    asks_outcome,
    asks_supplier,
    is_absence,
    tells_supplier,
    without_meetings,
)
from store.search.statements import (
    asks_appointment,
    asks_role,
    asks_who,
    proposes,
    states,
    tells_appointment,
    tells_payer,
)
from store.search.wants import spells_out, wants

ENOUGH = 0.5
"""Of what the title leaves open, the share that a fact of another kind must cover to stand for a date or a person."""
NO_OUTCOME = frozenset({"noted", "briefed", "discussed", "none_recorded", None})
"""Decisions that leave open whether something may be or is done."""
OTHER_DECISION = 0.2
"""What must be open for another than the first of several decisions to be meant."""


_BY_OFFICE = re.compile(r"indstil|anbefal|recommend", re.IGNORECASE)
"""What an administration does: whose recommendations they are stands over them."""
_TOLD_BY = {"date": "milestone", "person": "responsibility"}
"""What programmes have for the sentence facts of minutes."""
_PROPOSED_IN = frozenset({"person", "background", "assessment", "decision"})


@dataclass(frozen=True, slots=True)
class Chosen:
    """What answers: the first fact is the answer, or the nearest when `status` says that it is not stated."""

    status: Status
    facts: tuple[Fact, ...]


def choose(asked: Asked) -> Chosen:
    """The fact or facts of the item that answer the intent."""
    return _CHOOSERS.get(asked.intent, _found)(asked)


def with_recommendations(decision: Fact, item: ItemRecord) -> tuple[Fact, ...]:
    """A decision, and what was recommended when the decision only says "as recommended"."""
    if decision.decision_class in AS_RECOMMENDED:
        return (decision, *item.of("recommendation"))
    return (decision,)


def final_decision(item: ItemRecord) -> Fact | None:
    """The own body's decision; of several bodies' results under one item the own body's stand first."""
    decisions = item.of("decision")
    return decisions[0] if decisions else None


def _nearest(asked: Asked, *kinds: FactKind) -> tuple[Fact, ...]:
    """What to show beside "not stated": of these kinds, else the decision, else the best there is."""
    for facts in (asked.item.of(*kinds), asked.item.of("decision"), asked.item.facts):
        best = asked.best(facts)
        if best is not None:
            return (best,)
    return ()


def _decision(asked: Asked) -> Chosen:
    decisions = [fact for fact in asked.item.of("decision") if fact.decision_class != "none_recorded"]
    if not decisions:
        return Chosen("no_decision", asked.item.of("decision") or _nearest(asked, "recommendation"))
    first = decisions[0]
    own = [fact for fact in decisions if fact.by == first.by and fact.on == first.on]
    best = asked.best(own) if asked.open_share() > OTHER_DECISION and len(own) > 1 else first
    ordered = [best or first, *(fact for fact in decisions if fact is not best)]
    facts = [*with_recommendations(ordered[0], asked.item), *ordered[1:]]
    return Chosen("answered", tuple(dict.fromkeys(facts)))


def _recommendation(asked: Asked) -> Chosen:
    recommendations = asked.item.of("recommendation")
    if asks_who(asked.text):
        proposers = [
            f for f in asked.item.facts if f.kind in _PROPOSED_IN and proposes(f.text) and states("person", f.text)
        ]
        proposer = asked.best(proposers)
        if proposer is not None and not (_BY_OFFICE.search(asked.text) and any(fact.by for fact in recommendations)):
            return Chosen("answered", (proposer, *recommendations))
    if not recommendations:
        return Chosen("not_stated", _nearest(asked, "assessment", "decision"))
    if len(recommendations) > 1 and asked.open_share() > 0.3:
        best = asked.best(recommendations)
        if best is not None and asked.rest(best) > asked.rest(recommendations[0]) + 0.12:
            return Chosen("answered", (best, *(fact for fact in recommendations if fact is not best)))
    return Chosen("answered", recommendations)


def _found(asked: Asked) -> Chosen:
    outcome = final_decision(asked.item)
    if outcome is not None and outcome.decision_class not in NO_OUTCOME and asks_outcome(asked.text):
        return _decision(asked)
    best = asked.best(asked.item.facts)
    if best is None:
        return Chosen("no_decision", ())
    wanted = wants(asked.text)
    if not asked.is_counted(best) or (wanted.spelt_out is not None and not spells_out(wanted.spelt_out, best.text)):
        return Chosen("not_stated", (best,))
    if best.kind == "decision" and not amounts(asked.text) & amounts(best.text):
        return _decision(asked)
    return Chosen("answered", (best,))


def _told(*kinds: FactKind) -> Callable[[Asked], Chosen]:
    """For background and assessment: the section asked for, unless another answers the rest of the question better."""

    def chosen(asked: Asked) -> Chosen:
        best = asked.best(asked.item.facts)
        if best is None or best.kind == "attachment":
            return Chosen("not_stated", _nearest(asked, *kinds))
        if not asked.item.of(*kinds) and asked.rest(best) < 0.15:
            return Chosen("not_stated", _nearest(asked, *kinds, "background", "assessment"))
        return Chosen("answered", (best,))

    return chosen


def _cost(asked: Asked) -> Chosen:
    if money.asks_financing(asked.text):
        payer = asked.best(fact for fact in asked.item.facts if tells_payer(fact.text) and fact.kind != "attachment")
        if payer is not None:
            return Chosen("answered", (payer,))
    outcome, fact = money.stated(asked)
    if outcome == "answered" and fact is not None:
        return Chosen("answered", (fact,))
    return Chosen("not_stated", (fact,) if fact is not None else _nearest(asked, "finance", "amount"))


def _responsible(asked: Asked) -> Chosen:
    """Who is responsible; of who recommends something the recommendations tell."""
    if proposes(asked.text) and any(fact.by for fact in asked.item.of("recommendation")):
        return _recommendation(asked)
    return _by_evidence("person")(asked)


def _by_evidence(kind: FactKind) -> Callable[[Asked], Chosen]:
    """For dates and persons: a fact of the kind, or whatever covers the rest of the question clearly."""

    def chosen(asked: Asked) -> Chosen:
        away = kind == "person" and not asks_absence(asked.text)
        best = asked.best(
            fact for fact in asked.item.facts if fact.kind != "attachment" and not (away and is_absence(fact.text))
        )
        if best is None:
            return Chosen("not_stated", _nearest(asked, "decision"))
        if kind == "person" and asks_supplier(asked.text) and not tells_supplier(best.text):
            return Chosen("not_stated", (best,))
        if kind == "person" and asks_appointment(asked.text) and not tells_appointment(best.text):
            return Chosen("not_stated", (best,))
        said = without_meetings(best.text) if kind == "date" else best.text
        if states(asked.evidence, said) or (best.kind in (kind, _TOLD_BY[kind]) and said == best.text):
            return Chosen("answered", (best,))
        covers = asked.rest(best) >= ENOUGH * max(0.2, asked.open_share())
        own = asked.best(fact for fact in asked.item.of(kind) if kind != "date" or _of_the_matter(fact))
        if own is not None and not covers:
            return Chosen("answered", (own,))
        did = kind == "person" and covers and asks_who(asked.text) and not asks_role(asked.text)
        return Chosen("answered" if did else "not_stated", (best,))

    return chosen


def _of_the_matter(fact: Fact) -> bool:
    """Whether a date fact has another day than that of a meeting."""
    said = without_meetings(fact.text)
    return said == fact.text or states("date", said)


def _attachments(asked: Asked) -> Chosen:
    facts = sorted(asked.item.of("attachment"), key=lambda fact: -round(asked.rest(fact), 2))
    return Chosen("answered", tuple(facts)) if facts else Chosen("not_stated", _nearest(asked, "decision"))


def _decided_by(asked: Asked) -> Chosen:
    decision = final_decision(asked.item)
    return _decision(asked) if decision is not None else Chosen("no_decision", _nearest(asked, "recommendation"))


_CHOOSERS: dict[str, Callable[[Asked], Chosen]] = {
    "decision": _decision,
    "recommendation": _recommendation,
    "background": _told("background"),
    "assessment": _told("assessment"),
    "cost": _cost,
    "when": _by_evidence("date"),
    "decided_by": _decided_by,
    "responsible": _responsible,
    "attachments": _attachments,
    "item": _decision,
}
