"""From the matter to the fact that was asked for: which of an item's facts answers, or that none of them does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from store.records import Fact, FactKind, Intent, ItemRecord, Status
from store.search.concepts import Concept
from store.search.danish import words
from store.search.rank import Matcher, best_of
from store.search.terms import analysed

AS_RECOMMENDED = frozenset({"approved", "approved_with_changes", "recommended"})
TITLE_SURE = 0.75
"""A concept that stands in the title as surely as this tells nothing of which of the facts under it is meant."""

PRIORS: dict[str, dict[str, float]] = {
    "find": {
        "decision": 0.42, "passage": 0.24, "background": 0.28, "recommendation": 0.27, "assessment": 0.25,
        "finance": 0.25, "amount": 0.29, "date": 0.27, "person": 0.27, "attachment": 0.2, "meeting": 0.1,
    },
    "background": {
        "background": 0.65, "assessment": 0.5, "passage": 0.4, "finance": 0.3, "decision": 0.3,
        "recommendation": 0.22, "amount": 0.1, "date": 0.1, "person": 0.1, "attachment": 0.0, "meeting": 0.0,
    },
    "assessment": {
        "assessment": 0.6, "background": 0.3, "finance": 0.25, "passage": 0.2, "recommendation": 0.2, "decision": 0.2,
        "amount": 0.05, "date": 0.05, "person": 0.1, "attachment": 0.0, "meeting": 0.0,
    },
    "responsible": {
        "person": 0.5, "decision": 0.3, "recommendation": 0.25, "background": 0.2, "passage": 0.22, "assessment": 0.15,
        "finance": 0.1, "amount": 0.05, "date": 0.05, "attachment": 0.0, "meeting": 0.05,
    },
    "when": {
        "date": 0.5, "decision": 0.3, "recommendation": 0.25, "background": 0.2, "passage": 0.2, "assessment": 0.15,
        "finance": 0.15, "amount": 0.1, "person": 0.05, "attachment": 0.0, "meeting": 0.1,
    },
    "cost": {
        "amount": 0.5, "finance": 0.32, "decision": 0.3, "recommendation": 0.3, "background": 0.2, "assessment": 0.2,
        "passage": 0.2, "date": 0.0, "person": 0.0, "attachment": 0.0, "meeting": 0.0,
    },
}  # fmt: skip

_MONEY = re.compile(
    r"(?:\d[\d.,]*\s*(?:kr\b|kroner|mio|mia|t\.?kr|tkr|million|milliard|øre|euro|€|\+?\s*moms))"
    r"|(?:(?:kr\.?|DKK|t\.kr\.?)\s*\d)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d[\d.,]*\s*(?:pct|procent|%|promille)", re.IGNORECASE)
_ASKS_SHARE = re.compile(r"procent|pct|%|andel|per\s?cent|share", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"neutral|gratis|uden udgift|ingen (?:mer)?udgift|ingen økonomiske|ikke gøres op|inden for (?:den|det|de) "
    r"(?:eksisterende|afsatte|vedtagne)|afholdes (?:inden for|af)|ingen tillægsbevilling|medfører ingen",
    re.IGNORECASE,
)
_LOST_AMOUNT = re.compile(
    r"(?<![\d.,])(?<!\d\s)(?<!mio\.\s)(?<!mia\.\s)(?<!mio\s)(?<!mia\s)\b(?:kr\b\.?|kroner\b)(?!\s*\d)", re.I
)
_DETAIL = re.compile(
    r"^\W*(?:hvor (?:mange|meget|stor|store|stort|lang|længe|lange|ofte|gammel)|hvilke[nt]?|hvordan|how|which"
    r"|what (?:is|are|was|were) the|average|antal)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"\b(?:da|fordi|idet|derfor|grundet|på grund af|af hensyn til|skyldes|for at)\b", re.IGNORECASE)
_DEADLINE = re.compile(r"\b(?:senest|inden|deadline|due|latest)\b|frist", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ0-9])")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What answers: the first fact is the answer, or the nearest when `status` says that it is not stated."""

    status: Status
    facts: tuple[Fact, ...]


@dataclass(slots=True)
class Asked:
    """One question against one item: how well each of the item's facts answers what the title leaves open."""

    item: ItemRecord
    intent: Intent
    matcher: Matcher
    title: Sequence[float]
    own: Mapping[str, Sequence[float]]
    """Strength of each concept in a fact's own words, by the fact's key."""
    text: str = ""
    """The question as asked."""

    def rest(self, fact: Fact) -> float:
        """The share of the question that the fact's own words cover, what the title holds already counting little."""
        return self._rest(self.strengths(fact))

    def strengths(self, fact: Fact) -> Sequence[float]:
        """How well each concept stands in the fact; in a decision "as recommended" stands what was recommended."""
        found = self.own.get(fact.key)
        if found is None:
            found = self.matcher.strengths(analysed(fact.text).line)
        if fact.decision_class in AS_RECOMMENDED and self.whole_matter:
            for recommended in self.item.of("recommendation"):
                found = best_of(found, self.strengths(recommended))
        return found

    def rest_of_text(self, text: str) -> float:
        """As `rest`, of a piece of text."""
        return self._rest(self.matcher.strengths(analysed(text).line))

    def _rest(self, strengths: Sequence[float]) -> float:
        return self.matcher.share([s * _open(t) for s, t in zip(strengths, self.title, strict=True)])

    @property
    def whole_matter(self) -> bool:
        """Whether the question is on what became of the matter, not on a detail of it."""
        return self.intent != "when" and self.intent not in ("responsible", "cost") and not self.detail

    @property
    def detail(self) -> bool:
        """Whether a bare topic asks for a detail ("how many", "which")."""
        return asks_detail(self.intent, self.text)

    def open_share(self) -> float:
        """The share of the question that the title leaves open."""
        return self.matcher.share([_open(t) for t in self.title])

    def score(self, fact: Fact) -> float:
        """Prior of the kind for this intent, and the rest of the question that it covers."""
        prior = PRIORS.get(self.intent, PRIORS["find"]).get(fact.kind, 0.1)
        if self.detail and fact.kind == "decision":
            prior = PRIORS["find"]["background"]
        if self.intent == "background" and _REASON.search(fact.text):
            prior += 0.15
        if self.intent == "when" and _DEADLINE.search(self.text) and _DEADLINE.search(fact.text):
            prior += 0.15
        return prior + self.rest(fact) - min(len(fact.text), 6000) * 1e-5

    def best(self, facts: Iterable[Fact]) -> Fact | None:
        """The fact of the highest score, the first of equals."""
        return max(facts, key=self.score, default=None)


def _open(title: float) -> float:
    """How much of a concept the title leaves open."""
    return max(0.0, 1.0 - title / TITLE_SURE)


def asks_detail(intent: str, text: str) -> bool:
    """Whether a bare topic asks for a detail of a matter: "how many", "which"."""
    return intent == "find" and _DETAIL.search(text) is not None


def choose(asked: Asked) -> Chosen:
    """The fact or facts of the item that answer the intent."""
    chooser = _CHOOSERS.get(asked.intent, _found)
    return chooser(asked)


def with_recommendations(decision: Fact, item: ItemRecord) -> tuple[Fact, ...]:
    """A decision, and what was recommended when the decision only says "as recommended"."""
    if decision.decision_class in AS_RECOMMENDED:
        return (decision, *item.of("recommendation"))
    return (decision,)


def _nearest(asked: Asked, *kinds: FactKind) -> tuple[Fact, ...]:
    """What to show beside "not stated": of these kinds, else the decision, else the best there is."""
    for facts in (asked.item.of(*kinds), asked.item.of("decision"), asked.item.facts):
        best = asked.best(facts)
        if best is not None:
            return (best,)
    return ()


def final_decision(item: ItemRecord) -> Fact | None:
    """The own body's decision; of several bodies' results under one item the own body's stand first."""
    decisions = item.of("decision")
    return decisions[0] if decisions else None


def _decision(asked: Asked) -> Chosen:
    decisions = [fact for fact in asked.item.of("decision") if fact.decision_class != "none_recorded"]
    if not decisions:
        empty = asked.item.of("decision")
        return Chosen("no_decision", empty or _nearest(asked, "recommendation"))
    first = decisions[0]
    own = [fact for fact in decisions if fact.by == first.by and fact.on == first.on]
    best = asked.best(own) if asked.open_share() > 0.2 and len(own) > 1 else first
    ordered = [best or first, *(fact for fact in decisions if fact is not best)]
    facts = [*with_recommendations(ordered[0], asked.item), *ordered[1:]]
    return Chosen("answered", tuple(dict.fromkeys(facts)))


def _recommendation(asked: Asked) -> Chosen:
    recommendations = asked.item.of("recommendation")
    if not recommendations:
        return Chosen("not_stated", _nearest(asked, "assessment", "decision"))
    if len(recommendations) > 1 and asked.open_share() > 0.3:
        best = asked.best(recommendations)
        if best is not None and asked.rest(best) > asked.rest(recommendations[0]) + 0.12:
            return Chosen("answered", (best, *(fact for fact in recommendations if fact is not best)))
    return Chosen("answered", recommendations)


def _found(asked: Asked) -> Chosen:
    best = asked.best(asked.item.facts)
    if best is None:
        return Chosen("no_decision", ())
    if best.kind == "decision":
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


def has_amount(text: str, *, share: bool = False) -> bool:
    """Whether a text states an amount of money in digits, or with `share` a percentage."""
    return _MONEY.search(text) is not None or (share and _SHARE.search(text) is not None)


def sentences(text: str) -> list[str]:
    """A text cut after its sentences."""
    return _SENTENCE_END.split(text)


def _cost(asked: Asked) -> Chosen:
    share = _ASKS_SHARE.search(asked.text) is not None
    stated = [fact for fact in asked.item.facts if fact.kind != "attachment" and has_amount(fact.text, share=share)]
    best = asked.best(stated)
    if best is None:
        worded = [fact for fact in asked.item.of("finance") if _IN_WORDS.search(fact.text)]
        told = asked.best(worded)
        return Chosen("answered", (told,)) if told else Chosen("not_stated", _nearest(asked, "finance", "amount"))
    lost = [
        (asked.rest_of_text(sentence), fact)
        for fact in asked.item.of("finance", "background", "recommendation", "decision")
        for sentence in sentences(fact.text)
        if _LOST_AMOUNT.search(sentence) and not has_amount(sentence)
    ]
    gain, where = max(lost, key=lambda pair: pair[0], default=(0.0, None))
    if where is not None and gain > asked.rest(best) + 0.02:
        return Chosen("not_stated", (where,))
    return Chosen("answered", (best,))


def _by_evidence(kind: FactKind, least: float) -> Callable[[Asked], Chosen]:
    """For dates and persons: a fact of the kind, or whatever covers the rest of the question clearly."""

    def chosen(asked: Asked) -> Chosen:
        facts = [fact for fact in asked.item.facts if fact.kind != "attachment"]
        best = asked.best([fact for fact in facts if tells(kind, fact)]) or asked.best(facts)
        own = asked.best(asked.item.of(kind))
        if own is not None and (best is None or asked.score(own) >= asked.score(best) - 0.05):
            return Chosen("answered", (own,))
        if best is not None and asked.rest(best) >= least * max(0.2, asked.open_share()):
            return Chosen("answered", (best,)) if tells(kind, best) else Chosen("not_stated", (best,))
        if own is not None:
            return Chosen("answered", (own,))
        return Chosen("not_stated", _nearest(asked, kind))

    return chosen


_DATE = re.compile(
    r"\d{1,2}\.\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*|\d{1,2}[/-]\d{1,2}|\b(?:19|20)\d\d\b"
    r"|\b(?:januar|februar|marts|april|juni|juli|august|september|oktober|november|december|primo|medio|ultimo"
    r"|uge \d+|(?:\d+|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|tolv) (?:dage?|uger?|måned(?:er)?|år|timer?|minut)"
    r"|kl\.|senere|snarest|forår|efterår|sommer|vinter|årsskift|kvartal|halvår)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\b[A-ZÆØÅ][a-zæøåé]+(?: [A-ZÆØÅ][a-zæøåé]+)+|\([A-ZÆØÅ]{1,2}\)|\b[A-ZÆØÅ]{2,}\b"
    r"|(?i:[a-zæøå]*(?:formand|direktør|chef|leder|borgmester|udvalg|forvaltning|medarbejder)(?:en|et|n)?"
    r" (?:har|er|skal|vil))\b",
)


def tells(kind: str, fact: Fact) -> bool:
    """Whether a fact of any kind states a date, a person, an amount or a decision at all."""
    return _TELLS[kind].search(fact.text) is not None


_TELLS: dict[str, re.Pattern[str]] = {
    "date": _DATE,
    "person": _NAME,
    "amount": _MONEY,
    "decision": re.compile(r"beslut|vedtag|vedtog|godkend|tiltr|indstil|anbefal|aftal|enig|vedt", re.IGNORECASE),
}
"""What a sentence looks like that states such a thing; a passage of a damaged text may lack letters."""


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
    "when": _by_evidence("date", 0.5),
    "decided_by": _decided_by,
    "responsible": _by_evidence("person", 0.5),
    "attachments": _attachments,
    "item": _decision,
}


def number_words(concepts: Sequence[Concept]) -> list[str]:
    """The numbers of a question."""
    return [word for concept in concepts for word in concept.words if words(word) and word[0].isdigit()]
