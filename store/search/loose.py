"""Answers from facts that belong to no item: the passages of documents that are not minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from store.records import Fact, Finding, Intent
from store.search.finding import Sought
from store.search.question import Question
from store.search.rank import Matter
from store.search.statements import asks_role, sentences, states
from store.search.terms import analysed
from store.search.wants import counts, points_elsewhere, tells, wants

MOST_PASSAGES = 6
MOST_COUNTED = 2
TELLING = 0.1
"""What it speaks for a passage that it tells what the question wants."""
OPEN, ENOUGH_OF_IT = 0.2, 0.18
"""The least share of a question that its document's title leaves open, and of that the share that a sentence must hold
for its day or amount to be the one that is asked for."""
MUCH = 0.55
"""The share of the question that a sentence must hold to say who has the role that is asked for."""
CONTENTS = 0.3
"""What it speaks against one that it only points elsewhere, as a table of contents does."""
CLOSE = 0.88
"""Passages that score at least this share of the best may stand before it when they state what was asked for."""
EVIDENCE = {
    "decision": "decision",
    "decided_by": "decision",
    "decisions_list": "decision",
    "cost": "amount",
    "when": "date",
    "responsible": "person",
}
"""What a passage must state to answer an intent."""


def from_loose(question: Question, sought: Sought, first: Matter, intent: Intent) -> Finding | None:
    """The answer from facts outside all items: of those that fit about as well, one that states what was asked for.

    None when none of them may be read.
    """
    close = [matter for matter in sought.matters if matter.group < 0 and matter.score >= CLOSE * first.score]
    facts = _by_telling(question, sought, close[:MOST_PASSAGES])
    wanted = EVIDENCE.get(intent)
    telling = [fact for fact in facts if wanted is None or fact.kind == wanted or states(wanted, fact.text)]
    if intent == "responsible" and asks_role(question.text):
        telling = [fact for fact in telling if _names_both(sought, fact)]
    if intent in ("when", "cost"):
        telling = [fact for fact in telling if _of_the_matter(sought, fact, EVIDENCE[intent])]
    if not facts:
        return None
    ordered: dict[Fact, None] = dict.fromkeys([*(telling if wanted else ()), *facts])
    told = bool(telling) and _counted(question, sought, facts)
    return Finding("answered" if told else "not_stated", tuple(ordered))


def _names_both(sought: Sought, fact: Fact) -> bool:
    """Whether one sentence names a person or a body and holds much of the question: of which group one is the chair."""
    covers = _covering(sought)
    return any(states("person", sentence) and covers(sentence) >= MUCH for sentence in sentences(fact.text))


def _of_the_matter(sought: Sought, fact: Fact, kind: str) -> bool:
    """Whether a sentence that states a day or an amount is on what is asked, beside what stands over the whole text."""
    matcher = sought.matcher
    over = " ".join(
        text for text in (fact.document.title, fact.label, fact.initiative.title if fact.initiative else None) if text
    )
    titled = matcher.strengths(analysed(over).line)
    left = [1.0 - strength for strength in titled]
    open_share = matcher.share(left)
    if open_share < OPEN:
        return True

    def covers(sentence: str) -> float:
        held = matcher.strengths(analysed(sentence).line)
        return matcher.share([one * rest for one, rest in zip(held, left, strict=True)]) / open_share

    told = [sentence for sentence in sentences(fact.text) if states(kind, sentence)]
    return any(covers(sentence) >= ENOUGH_OF_IT for sentence in told)


def _by_telling(question: Question, sought: Sought, close: Sequence[Matter]) -> list[Fact]:
    """The passages by how well they fit and whether they tell what the question wants, best first."""
    facts = question.records.facts([-matter.group for matter in close])
    wanted = wants(question.text)
    scores = {matter.entries[0].entry.key: matter.score for matter in close}
    names = sought.matcher.naming(wanted.counted) or (lambda text: False)
    covers = _covering(sought)

    def score(fact: Fact) -> float:
        told = 0.0 if wanted.nothing else tells(wanted, fact.text, covers, names)
        return scores.get(fact.key, 0.0) + TELLING * told - CONTENTS * points_elsewhere(fact.text)

    return sorted(facts, key=score, reverse=True)


def _counted(question: Question, sought: Sought, facts: Sequence[Fact]) -> bool:
    """Whether one of the first facts has the number of what is counted, where the question asks for one."""
    wanted = wants(question.text)
    names = sought.matcher.naming(wanted.counted)
    if names is None:
        return True
    return any(counts(wanted, fact.text, _covering(sought), names) for fact in facts[:MOST_COUNTED])


def _covering(sought: Sought) -> Callable[[str], float]:
    """How much of the question a sentence holds, 0 to 1."""
    return lambda text: sought.matcher.share(sought.matcher.strengths(analysed(text).line))
