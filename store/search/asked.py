"""One question against one item: how well each of the item's facts answers what the title leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from store.records import Fact, Intent, ItemRecord
from store.search.asksof import amounts, asks_contact, asks_until, asks_whether, tells_contact, tells_until
from store.search.matcher import Matcher, best_of
from store.search.statements import (
    asks_role,
    asks_who,
    gives_reason,
    proposes,
    sets_deadline,
    states,
    tells_payer,
    tells_votes,
)
from store.search.terms import analysed
from store.search.wants import Wants, counts, tells, wants

AS_RECOMMENDED = frozenset({"approved", "approved_with_changes", "recommended"})
TURNED_DOWN = frozenset({"rejected", "postponed", "referred", "withdrawn"})
TITLE_SURE = 0.75
"""A concept that stands in the title as surely as this tells nothing of which of the facts under it is meant."""

REPEATED = 0.1
"""What a concept of the title still counts where a fact repeats it."""

PRIORS: dict[str, dict[str, float]] = {
    "find": {
        "decision": 0.42, "passage": 0.24, "background": 0.28, "recommendation": 0.27, "assessment": 0.25,
        "finance": 0.25, "amount": 0.29, "date": 0.27, "person": 0.27, "attachment": 0.2, "meeting": 0.1,
        "part": 0.24, "goal": 0.24, "milestone": 0.25, "responsibility": 0.25, "initiative": 0.15,
    },
    "background": {
        "background": 0.65, "assessment": 0.5, "passage": 0.4, "finance": 0.3, "decision": 0.3,
        "recommendation": 0.22, "amount": 0.1, "date": 0.1, "person": 0.1, "attachment": 0.0, "meeting": 0.0,
        "part": 0.38, "goal": 0.38,
    },
    "assessment": {
        "assessment": 0.6, "background": 0.3, "finance": 0.25, "passage": 0.2, "recommendation": 0.2, "decision": 0.2,
        "amount": 0.05, "date": 0.05, "person": 0.1, "attachment": 0.0, "meeting": 0.0,
    },
    "responsible": {
        "person": 0.5, "responsibility": 0.5, "decision": 0.32, "recommendation": 0.25, "background": 0.2,
        "passage": 0.22, "assessment": 0.15, "finance": 0.1, "amount": 0.05, "date": 0.05, "attachment": 0.0,
        "meeting": 0.05,
    },
    "when": {
        "date": 0.5, "milestone": 0.44, "part": 0.2, "decision": 0.3, "recommendation": 0.25, "background": 0.2,
        "passage": 0.2, "assessment": 0.15, "finance": 0.15, "amount": 0.1, "person": 0.05, "attachment": 0.0,
        "meeting": 0.1,
    },
    "cost": {
        "amount": 0.5, "finance": 0.32, "decision": 0.3, "recommendation": 0.3, "background": 0.2, "assessment": 0.2,
        "passage": 0.2, "date": 0.0, "person": 0.0, "attachment": 0.0, "meeting": 0.0,
    },
}  # fmt: skip
STATED = 0.12
"""What it speaks for a fact to state the kind of thing asked for."""
REASON = 0.15
SAID_NO = 0.4
DEADLINE = 0.15
PROPOSER = 0.2
VOTES = 0.15
PAYER = 0.3
NAMED, BY_NAME = 0.85, 0.15
"""The share of what the title leaves open that an attachment's name must say for it to be asked for by name."""
WHETHER = 0.25
"""What it speaks for a decision that the question is one of yes or no."""
AMOUNT = 0.4
"""What it speaks for a fact that it states the very amount that the question names."""
UNTIL = 0.2
CHANGED = 0.15
"""What it speaks for a decision that changed the day, or the number, that had been recommended."""
TELLING = 0.2
"""What it speaks for a fact that it tells the number, the list or the like that the question wants."""
MOST_WEIGHED, MOST_READ = 24, 8
"""Facts of an item whose wording is looked at, and those of which each sentence is."""
OPEN_INTENTS = frozenset({"find", "responsible", "background", "assessment", "when"})
_STATES = {"responsible": "person", "when": "date"}
_DETAIL = re.compile(
    r"^\W*(?:hvad (?:skal|skulle|må|måtte|kan|kunne|bør|burde)"
    r"|hvor (?:mange|meget|stor|store|stort|lang|længe|lange|ofte|gammel)|hvilke[nt]?|hvordan|how|which"
    r"|what (?!is|are|was|were|did|does|do|has|have|had|will|would|should|shall|can|happened|happens|became|about|if"
    r"|decisions?|outcome|exactly|to)\w+"
    r"|what (?:is|are|was|were) the|what (?:did|does|do) (?!\w+ (?:\w+ )?(?:decide|approve|adopt))"
    r"|hvad (?:orientere\w*|vis(?:er|te)|sig(?:er)|sagde|trækker)|average|antal)\b",
    re.IGNORECASE,
)
_WHY_NOT = re.compile(
    r"\b(?:nej|ikke|afvis\w*|forkast\w*|afsl[åo]\w*|ned?stem\w*|stemt ned|udsat\w*|udskudt|udskyd\w*|udskød|udsæt\w*"
    r"|vent\w*|tøv\w*|trukket|pillet|stoppe[dt]\w*|sendt tilbage|taget af|postpone\w*|put off|delay\w*|defer\w*|wait\w*"
    r"|reject\w*|refus\w*|turned down|sent back|withdrawn|disappear\w*|not|declin\w*)\b",
    re.IGNORECASE,
)


def asks_detail(intent: str, text: str) -> bool:
    """Whether a bare topic asks for a detail of a matter: "how many", "which"."""
    return intent == "find" and _DETAIL.search(text) is not None


def _open(title: float) -> float:
    """How much of a concept the title leaves open; a little always, to tell facts apart that are equal otherwise."""
    return max(REPEATED, 1.0 - title / TITLE_SURE)


@dataclass(slots=True)
class Asked:
    """A question and an item. `own`: strength of each concept in a fact's own words, by the fact's key."""

    item: ItemRecord
    intent: Intent
    matcher: Matcher
    title: Sequence[float]
    own: Mapping[str, Sequence[float]]
    text: str = ""
    """The question as asked."""

    @property
    def detail(self) -> bool:
        """Whether a bare topic asks for a detail."""
        stated = self.intent == "find" and wants(self.text).stated is not None
        return stated or asks_detail(self.intent, self.text)

    @property
    def evidence(self) -> str:
        """What a fact must state: of who did something rather than who has a role, any actor."""
        if self.intent == "responsible" and not asks_role(self.text):
            return "actor"
        return _STATES.get(self.intent, "decision")

    @property
    def whole_matter(self) -> bool:
        """Whether the question is on what became of the matter, not on a detail of it."""
        return self.intent not in ("when", "responsible", "cost") and not self.detail

    def rest(self, fact: Fact) -> float:
        """The share of the question that the fact's own words cover, what the title holds already counting little."""
        return self._rest(self.strengths(fact))

    def rest_of_text(self, text: str) -> float:
        """As `rest`, of a piece of text."""
        return self._rest(self.matcher.strengths(analysed(text).line))

    def open_share(self) -> float:
        """The share of the question that the title leaves open."""
        return self.matcher.share([_open(t) for t in self.title])

    def strengths(self, fact: Fact) -> Sequence[float]:
        """How well each concept stands in the fact; in a decision on what was recommended stands that too."""
        found = self.own.get(fact.key)
        if found is None and self.own:
            return [0.0] * len(self.title)  # of an attachment only what holds something was read
        if found is None:
            found = self.matcher.strengths(analysed(fact.text).line)
        if fact.decision_class in AS_RECOMMENDED | TURNED_DOWN and self.whole_matter:
            for recommended in self.item.of("recommendation"):
                found = best_of(found, self.strengths(recommended))
        return found

    def _rest(self, strengths: Sequence[float]) -> float:
        return self.matcher.share([s * _open(t) for s, t in zip(strengths, self.title, strict=True)])

    def score(self, fact: Fact) -> float:
        """Prior of the kind for this intent, what else speaks for the fact, and the rest of the question it covers."""
        return self._base(fact) + self._bonus(fact)

    def _base(self, fact: Fact) -> float:
        # "How long will it take" asks for no day.
        spans = self.intent == "when" and wants(self.text).stated is not None
        prior = PRIORS.get("find" if spans else self.intent, PRIORS["find"]).get(fact.kind, 0.1)
        if (self.detail or spans) and fact.kind == "decision":
            prior = PRIORS["find"]["background"]
        rest = self.rest(fact)
        if fact.kind == "attachment" and rest >= NAMED * max(self.open_share(), 0.2):
            prior += BY_NAME
        return prior + rest - min(len(fact.text), 6000) * 1e-5

    def _bonus(self, fact: Fact) -> float:
        bonus = AMOUNT * bool(amounts(self.text) & amounts(fact.text))
        changed = fact.decision_class == "approved_with_changes"
        if self.intent == "find":
            bonus += WHETHER * (fact.kind == "decision" and asks_whether(self.text))
            bonus += CHANGED * (changed and self.detail and not wants(self.text).nothing)
        if self.intent == "when":
            bonus += UNTIL * (asks_until(self.text) and tells_until(fact.text))
            bonus += CHANGED * (changed and states("date", fact.text))
        if self.intent == "background":
            bonus += REASON * gives_reason(fact.text)
            bonus += SAID_NO * (fact.decision_class in TURNED_DOWN and _WHY_NOT.search(self.text) is not None)
        if self.intent == "when" and sets_deadline(self.text):
            bonus += DEADLINE * sets_deadline(fact.text)
        if self.intent in _STATES and fact.kind != _STATES[self.intent]:
            bonus += STATED * states(self.evidence, fact.text)
        if self.intent == "responsible" and asks_who(self.text) and tells_payer(self.text):
            bonus += PAYER * tells_payer(fact.text)
        if self.intent == "responsible":
            bonus -= PROPOSER * (proposes(fact.text) and not proposes(self.text))
            bonus += PAYER * (asks_contact(self.text) and tells_contact(fact.text))
            bonus += VOTES * (tells_votes(fact.text) and tells_votes(self.text))
        return bonus

    def best(self, facts: Iterable[Fact]) -> Fact | None:
        """The fact of the highest score, the first of equals; of the best few the one that tells what is wanted."""
        wanted = wants(self.text)
        ranked = list(facts)
        if len(ranked) > MOST_WEIGHED:
            ranked = sorted(ranked, key=self._base, reverse=True)[:MOST_WEIGHED]
        if wanted.nothing or self.intent not in OPEN_INTENTS:
            return max(ranked, key=self.score, default=None)
        ranked = sorted(ranked, key=self.score, reverse=True)[:MOST_READ]
        return max(ranked, key=lambda fact: self.score(fact) + TELLING * self._tells(wanted, fact), default=None)

    def _tells(self, wanted: Wants, fact: Fact) -> float:
        """How well a fact tells what is wanted; of the question what the title leaves open counts."""
        names = self.matcher.naming(wanted.counted)
        if fact.kind == "attachment" and wanted.stated is not None:
            return 0.0  # its number is that of a file
        return tells(wanted, fact.text, self._covers, names or _never)

    def _covers(self, sentence: str) -> float:
        """The share of what the title leaves open that a sentence covers."""
        return min(1.0, self.rest_of_text(sentence) / max(self.open_share(), 0.2))

    def is_counted(self, fact: Fact) -> bool:
        """Whether the fact has the number of what the question counts, where it asks for one."""
        wanted = wants(self.text)
        names = self.matcher.naming(wanted.counted)
        in_title = names is not None and names(self.item.title)  # then it need not be named again
        return names is None or in_title or counts(wanted, fact.text, self._covers, names)


def _never(_: str) -> bool:
    return False
