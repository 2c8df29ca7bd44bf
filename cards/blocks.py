"""Labelled quotes of an answer: decisions, recommendations by who recommends, votes and reservations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cards import phrases as p
from cards.grammar import definite
from cards.places import is_public_wording
from cards.sentences import class_name, place_in, recommended
from cards.texts import Texts
from store.records import Fact, Finding, Intent

_NUMBER = re.compile(r"\d{1,2}\. ")
_VOTES = re.compile(
    r"\b(?:stem(?:te|mer|t|merne|metallet)|afstemning\w*|imod|modstander\w*|flertal|mindretal|"
    r"vot(?:e|ed|es|ing)|against|majority)\b",
    re.IGNORECASE,
)
_VOTED = re.compile(r"stem|imod|flertal|mindretal|forbehold|undlod", re.IGNORECASE)


def numbered(facts: Sequence[Fact]) -> list[str]:
    """Recommendations as numbered lines; a single one without a number stays as it is."""
    return [f"{fact.ordinal}. {fact.text}" if fact.ordinal is not None else fact.text for fact in facts]


def recommendation_label(fact: Fact, t: Texts) -> str:
    """ "Indstilling fra Økonomi og Administration"."""
    return t.say(p.LABEL_RECOMMENDATION_BY, by=fact.by) if fact.by else t.say(p.LABEL_RECOMMENDATION)


def decision_label(fact: Fact, t: Texts) -> str:
    """ "Beslutning: Godkendt som indstillet", in the reader's language."""
    if is_public_wording(fact.document):
        return t.say(p.LABEL_PUBLIC)
    named = class_name(fact, t)
    return f"{t.say(p.LABEL_DECISION)}: {named}" if named else t.say(p.LABEL_DECISION)


def recommendation_blocks(recs: Sequence[Fact], t: Texts) -> list[tuple[str, list[str]]]:
    """Recommendations by who recommends, in document order."""
    blocks: list[tuple[str, list[str]]] = []
    for by in dict.fromkeys(each.by for each in recs):
        group = [each for each in recs if each.by == by]
        blocks.append((recommendation_label(group[0], t), numbered(group)))
    return blocks


def decision_blocks(finding: Finding, fact: Fact, recs: tuple[Fact, ...], t: Texts) -> list[tuple[str, list[str]]]:
    """A decision, those of other bodies on the same item, dissent, and what "as recommended" stands for."""
    blocks = [(decision_label(fact, t), [fact.text])]
    blocks += [
        (f"{decision_label(other, t)} ({definite(other.by or other.body or '')})", [other.text])
        for other in finding.facts[1:]
        if other.kind == "decision" and other.item == fact.item
    ]
    if fact.dissent and fact.dissent not in fact.text:
        blocks.append((t.say(p.LABEL_DISSENT), [fact.dissent]))
    if recommended(fact, recs):
        blocks += recommendation_blocks(recs, t)
    return blocks


def outcome_blocks(finding: Finding, fact: Fact, t: Texts) -> list[tuple[str, list[str]]]:
    """After a recommendation: what was decided on it, so that the two are not taken for each other."""
    if finding.item is None or finding.item.key != fact.item:
        return []
    return [(decision_label(each, t), [each.text]) for each in finding.item.of("decision")[:1]]


def asks_votes(fact: Fact, intent: Intent, asked: str) -> bool:
    """Whether it was asked how somebody voted, and a decision is what there is to tell."""
    return (
        fact.kind == "decision" and intent in ("decided_by", "responsible", "attendance") and bool(_VOTES.search(asked))
    )


def votes_sentence(finding: Finding, fact: Fact, t: Texts) -> str:
    """Where the votes are told, or that they are not."""
    if fact.dissent or (finding.status == "answered" and _VOTED.search(fact.text)):
        return t.say(p.VOTES_READ, place=place_in(fact, t))
    return t.say(p.NOT_STATED_VOTES)


def vote_blocks(fact: Fact, t: Texts) -> list[tuple[str, list[str]]]:
    """Votes and reservations before the decision that they are part of."""
    decided = (decision_label(fact, t), [fact.text])
    if not fact.dissent:
        return [decided]
    voted = (t.say(p.LABEL_DISSENT), [fact.dissent])
    return [voted] if fact.dissent.strip() == fact.text.strip() else [voted, decided]


def outside(paragraph: str, t: Texts) -> str:
    """The paragraph in quotation marks; the number that we put before it stays outside them."""
    number = _NUMBER.match(paragraph)
    return f"{number.group()}{t.quoted(paragraph[number.end() :])}" if number else t.quoted(paragraph)
