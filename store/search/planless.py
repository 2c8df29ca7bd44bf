"""Questions on plans that no plan answers: what minutes tell instead must tell of such a thing at all."""

from __future__ import annotations

import re
from dataclasses import replace

from store.records import Finding, Query
from store.search.danish import lemma, words
from store.search.planwords import words_for

KINDS = frozenset({"phase", "focus_area", "barrier", "case", "principle"})
"""Kinds of list that go by few names: where none of them stands, there is no such list."""
_AIM = re.compile(
    r"\bmål|\bambition|\bvision|\bskal\b|\bformål|\bhensigt|\bhenblik|\d\s*(?:pct|procent|%)|\btarget|\bgoal|\baim",
    re.IGNORECASE,
)


def of_the_kind(finding: Finding, query: Query) -> Finding:
    """The finding, as not stated where nothing told has a word for the phases, barriers or goals that are sought."""
    if finding.status != "answered" or not finding.facts:
        return finding
    told = " ".join(f"{fact.label or ''} {fact.text}" for fact in finding.facts)
    if query.intent == "goal":
        return finding if _AIM.search(told) else replace(finding, status="not_stated")
    if query.intent != "elements" or query.part not in KINDS:
        return finding
    names = words_for(f"list {query.part}")
    said = {form for word in words(told) for form in (word, lemma(word))}
    return finding if said & names else replace(finding, status="not_stated")
