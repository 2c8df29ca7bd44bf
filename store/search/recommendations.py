"""Questions on what a programme or report recommends: one recommendation of it, or all of them."""

from __future__ import annotations

import re

from store.initiatives import Known
from store.records import Finding
from store.search.accountindex import Account, Fit
from store.search.initiativelists import ALIKE, IN_PAPER, list_of, listed
from store.search.initiativematch import WHOLE, best, better_in_minutes, fitting, single
from store.search.question import Question

ONE_OF_THEM = 0.2
"""How much more of the question one recommendation must hold than all of them for it alone to be meant."""
_RECOMMENDS = re.compile(r"\banbefal|\bforeslå|\bindstil|\brecommend|\bpropose", re.IGNORECASE)


def recommendation(question: Question, told: Known) -> Finding | None:
    """What a programme or report recommends: the one recommendation that is asked for, or all of them."""
    one = best(question, told, lambda account: account.kind == "part" and _recommends(account), own=WHOLE)
    whole = best(question, told, lambda account: account.kind == "list" and _recommends(account), own=0.0)
    whole = _fullest(question, told, whole) if whole is not None else None
    if whole is not None and (one is None or whole.share >= one.share - ONE_OF_THEM):
        # That something is recommended is what was asked, not a part of the topic: the title alone may name the rest.
        own = IN_PAPER.search(question.text) is not None or not better_in_minutes(question, whole)
        return listed(whole) if own else None
    return single(question, one)


def _fullest(question: Question, told: Known, first: Fit) -> Fit:
    """Of the lists of what one initiative recommends the one that says how many they are, else the first."""
    if list_of(first).announced is not None or len(list_of(first).parts) > 1:
        return first
    alike = [
        fit
        for fit in fitting(question, told, lambda account: account.kind == "list" and _recommends(account))
        if fit.account.record is first.account.record and fit.share >= first.share - ALIKE
    ]
    return max(alike, key=lambda fit: (list_of(fit).announced is not None, len(list_of(fit).parts)), default=first)


def _recommends(account: Account) -> bool:
    one = account.list
    return one is not None and (one.kind == "recommendation" or _RECOMMENDS.search(one.name) is not None)
