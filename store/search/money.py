"""What something costs: the sentence that says so, or that its amount was lost, or that none is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.records import Fact
from store.search.asked import Asked
from store.search.statements import costs_nothing, has_amount, lost_amount, sentences
from store.search.wants import asks_change

_ASKS_SHARE = re.compile(r"procent|pct|%|per\s?cent", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d/.])(?:19|20)\d\d(?![\d/])")
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*(?:-|–|/|til|to)\s*((?:19|20)?\d\d)\b")
_WEIGHT = {"finance": 0.02, "decision": 0.01, "recommendation": 0.005}
"""Of sentences that answer as well, that of the finance section counts first."""
WORDY = 1.5e-4
"""A character costs this much: a long sentence holds the words of a question by chance, far from its amount."""
LOST_BEHIND = 0.035
"""A sentence whose amount is missing must fit better by more than this to stand for what was asked."""
_PRICE = re.compile(
    r"hvor meget|hvor mange penge|\blejen?\b|\bhusleje|pris(?:en|er)?\b|\btakst(?:en|er)?\b|\bgebyr"
    r"|\bkost(?:e|er|ede|ning\w*)\b|\bpengene\b.*\bfra\b|\b(?:spending |budget )?ceiling for\b"
    r"|how much|how expensive|\bprices?\b|(?<!gjort )(?<!gøre )(?<!gøres )(?<!gør )\brent\b|\bfees?\b|\bcosts?\b",
    re.IGNORECASE,
)
_ECONOMY = re.compile(
    r"\bspar(?:er|es|e)\b|\btjener?(?: \w+){0,2} på\b|\b(?:earn|make|gain)\b.{0,20} (?:from|by|on)\b|\bårets resultat"
    r"|\bannual result|\bfinancial result|besparelse|udgift|indtægt|merforbrug|overskud|underskud"
    r"|\bsav(?:e|es|ed|ings?)\b|\brevenue"
    r"|\bsurplus",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"^\W*(?:og )?(?:hvor (?:meget|mange|stort?|store|højt?)"
    r"|hvad (?:er|var|bliver|blev|udgør|sparer|spares|kan|vil|skal)"
    r"|how (?:much|many|large|big|high)|what (?:is|was|are|were|does|did|will))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A sentence on money and the fact that it stands in."""

    fact: Fact
    score: float
    lost: bool


_FINANCING = re.compile(
    r"\bhvordan\b.*\b(?:betal|finansier)\w*|\bhvor\b.*\bpengene\b.*\bfra\b"
    r"|\bhvem (?:skal |kommer til at |der )?(?:betal|finansier)\w*"
    r"|\bwho (?:is |will |has |should |must )?(?:to )?(?:pay|pays|paid|fund|funds|finance|finances)\b"
    r"|\bhow (?:is|are|was|were|will|should)\b.*\b(?:paid|financed|funded)\b|\bwhere\b.*\bmoney\b.*\bfrom\b",
    re.IGNORECASE,
)


def asks_financing(text: str) -> bool:
    """Whether a question asks who pays for something, or where its money comes from."""
    return _FINANCING.search(text) is not None


def asks_money(text: str) -> bool:
    """Whether a question is on money: on a price by that word alone, on savings and the like when it asks for them.

    "How much did it rise" asks for a share, or for how it was and is.
    """
    if asks_financing(text):
        return True
    if asks_change(text):
        return False
    return _PRICE.search(text) is not None or (_ECONOMY.search(text) is not None and _ASKING.match(text) is not None)


def stated(asked: Asked) -> tuple[str, Fact | None]:
    """Either ("answered", the fact that states it), ("lost", the fact whose amount is missing) or ("none", None)."""
    found = sorted(_amounts(asked), key=lambda amount: LOST_BEHIND * amount.lost - amount.score)
    if found:
        best = found[0]
        if not best.lost and _of_another_year(asked, best.fact):
            return "none", best.fact
        return ("lost" if best.lost else "answered"), best.fact
    worded = [fact for fact in asked.item.of("finance") if costs_nothing(fact.text)]
    told = asked.best(worded)
    return ("answered", told) if told is not None else ("none", None)


def _of_another_year(asked: Asked, fact: Fact) -> bool:
    """Whether the question names a year and the fact tells of others: an amount of 2016 is none of 2018."""
    wanted = {int(year) for year in _YEAR.findall(asked.text)}
    if not wanted or (fact.meeting_date is not None and fact.meeting_date.year in wanted):
        return False
    said = f"{asked.item.title} {fact.label or ''} {fact.text}"
    told = {int(year) for year in _YEAR.findall(said)}
    for first, last in _YEARS.findall(said):
        told.update(range(int(first), int(last if len(last) == 4 else first[:2] + last) + 1))
    return bool(told) and not wanted & told


def _amounts(asked: Asked) -> Iterator[Amount]:
    """All sentences on money, as sentence facts where there are such, in document order."""
    share = _ASKS_SHARE.search(asked.text) is not None
    taken = " ".join(fact.text for fact in asked.item.of("amount"))
    for fact in asked.item.facts:
        if fact.kind in ("attachment", "date", "person", "meeting"):
            continue
        for sentence in (fact.text,) if fact.kind == "amount" else sentences(fact.text):
            money = has_amount(sentence, share=share)
            lost = not money and lost_amount(sentence)
            if not (money or lost) or (money and fact.kind != "amount" and sentence.strip() in taken):
                continue
            kind = fact.source_kind or fact.kind
            fits = asked.rest_of_text(sentence) + _WEIGHT.get(kind, 0.0) - WORDY * min(len(sentence), 600)
            yield Amount(fact, fits, lost)
