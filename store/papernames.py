"""Whose a paper is: the municipality and the places that its opening names and its text comes back to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sqlmodel import Session

from store.facts import active, fact_of, readable
from store.prepared import Prepared
from store.records import Fact, Subject
from store.scene import DOCUMENT, FACT

OPENING, LEAST_MET, MOST_NAMES = 2, 2, 4
"""Passages that open a paper, how often a place must be named in all of it, and how many places it may be of."""
_PASSAGES = Prepared(
    active()
    .where(FACT.c.kind == "passage", FACT.c.item_id.is_(None), FACT.c.attachment_id.is_(None))
    .where(DOCUMENT.c.kind != "minutes")
    .order_by(FACT.c.document_id, FACT.c.position)
)
_NAME = r"[A-ZÆØÅ][a-zæøåé]+(?:-[A-ZÆØÅ][a-zæøåé]+)*"
_MUNICIPALITY = re.compile(rf"\b({_NAME}(?: {_NAME})?) Kommunes?\b")
_INSIDE = re.compile(rf"(?:\b(?:i|fra|til|ved|for|på|af|in|at|of) )({_NAME})\b")
_WORD = re.compile(rf"\b{_NAME}\b")


def names_by_document(session: Session, subject: Subject) -> dict[str, tuple[str, ...]]:
    """The names that each readable paper other than minutes is of, by the document's key."""
    passages: dict[str, list[Fact]] = defaultdict(list)
    for row in readable(session, _PASSAGES.rows(session), subject):
        fact = fact_of(row)
        passages[fact.document.id].append(fact)
    return {key: names_of([fact.text for fact in some]) for key, some in passages.items()}


def names_of(texts: Sequence[str]) -> tuple[str, ...]:
    """The municipality that passages name most, and the places that the first of them name and others do again."""
    municipalities = Counter(_named(texts, _MUNICIPALITY))
    first = [name for name, _ in municipalities.most_common(1)]
    times = Counter(word for text in texts for word in _WORD.findall(text))
    opening = [name for name in _named(texts[:OPENING], _INSIDE) if times[name] >= LEAST_MET]
    return tuple(dict.fromkeys([*first, *opening]))[:MOST_NAMES]


def _named(texts: Iterable[str], pattern: re.Pattern[str]) -> list[str]:
    return [found[1].removesuffix("s") if pattern is _MUNICIPALITY else found[1]
            for text in texts for found in pattern.finditer(text)]  # fmt: skip
