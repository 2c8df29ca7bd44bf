"""Answers from facts that belong to no item: the passages of documents that are not minutes."""

from __future__ import annotations

from collections.abc import Sequence

from store.records import Fact, Finding, Intent
from store.search.finding import Sought
from store.search.question import Question
from store.search.rank import Matter
from store.search.statements import states
from store.search.terms import analysed
from store.search.wants import counts, points_elsewhere, tells, wants

MOST_PASSAGES = 6
MOST_COUNTED = 2
TELLING = 0.1
"""What it speaks for a passage that it tells what the question wants."""
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
    if not facts:
        return None
    ordered: dict[Fact, None] = dict.fromkeys([*(telling if wanted else ()), *facts])
    told = bool(telling) and _counted(question, sought, facts)
    return Finding("answered" if told else "not_stated", tuple(ordered))


def _by_telling(question: Question, sought: Sought, close: Sequence[Matter]) -> list[Fact]:
    """The passages by how well they fit and whether they tell what the question wants, best first."""
    facts = question.records.facts([-matter.group for matter in close])
    wanted = wants(question.text)
    scores = {matter.entries[0].entry.key: matter.score for matter in close}
    names = sought.matcher.naming(wanted.counted) or (lambda text: False)

    def covers(text: str) -> float:
        return sought.matcher.share(sought.matcher.strengths(analysed(text).line))

    def score(fact: Fact) -> float:
        told = 0.0 if wanted.nothing else tells(wanted, fact.text, covers, names)
        return scores.get(fact.key, 0.0) + TELLING * told - CONTENTS * points_elsewhere(fact.text)

    return sorted(facts, key=score, reverse=True)


def _counted(question: Question, sought: Sought, facts: Sequence[Fact]) -> bool:
    """Whether one of the first facts has the number of what is counted, where the question asks for one."""
    wanted = wants(question.text)
    names = sought.matcher.naming(wanted.counted)
    return names is None or any(counts(wanted, fact.text, names) for fact in facts[:MOST_COUNTED])
