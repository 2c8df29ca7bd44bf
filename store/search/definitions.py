"""What something is, in the sentence of a paper that defines it."""

from __future__ import annotations

import re

from store.records import Finding
from store.search.question import Question
from store.search.statements import sentences
from store.search.terms import analysed

MOST_READ = 6
HOLDS = 0.8
"""The share of the question that a sentence must hold to be its definition."""
_ASKS = re.compile(
    r"^\W*(?:og |and )?(?:hvad (?:er|forstås (?:der )?ved|menes (?:der )?med|vil det sige at)|hvordan defineres"
    r"|hvad er definitionen (?:på|af)|what is|what are|what is meant by|how is)\b|\bdefinition(?:en)?\b"
    r"|\bdefine[ds]?\b",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"\bdefinition\b|\bdefiner|\bforstås\b|\bmenes (?:der )?\b|\bhandler om\b"
    r"|\b(?:en|et|den|det) (?:[\w-]+ ){1,3}er (?:en|et)\b",
    re.IGNORECASE,
)


def definition(question: Question) -> Finding | None:
    """The fact outside all minutes in which what is asked for is defined; None where none does so."""
    if not question.topic or not _ASKS.search(question.text):
        return None
    plain = question.matcher(question.topic)
    if len([concept for concept in plain.concepts if not concept.generic]) != 1:
        return None
    sought = question.seek(f"definition {question.topic}", question.scope)
    loose = [matter.group for matter in sought.matters if matter.group < 0][:MOST_READ]
    for fact in question.records.facts([-group for group in loose]):
        for sentence in sentences(fact.text):
            if _DEFINES.search(sentence) and plain.share(plain.strengths(analysed(sentence).line)) >= HOLDS:
                return Finding("answered", (fact,))
    return None
