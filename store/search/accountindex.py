"""What initiatives say, held ready to be matched with a question: their names, lists, times, roles and goals.

A fact of an initiative is seldom whole by itself: "maj 2027" stands under "Politisk behandling" in the programme on
waste. So each is matched with three lines: its own words, those of the list or role it stands under, and the title.
"""

from __future__ import annotations

import re
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Literal

from store.initiatives import Known
from store.records import Fact, InitiativeRecord, ListRecord
from store.search.concepts import Concept
from store.search.matcher import Matcher, best_of, scaled
from store.search.planroles import role_words
from store.search.planwords import CALLED, all_in, named_by_head, words_for
from store.search.terms import SEPARATOR, SKELETON, analysed, lost_letters

Kind = Literal["initiative", "list", "part", "milestone", "responsibility", "goal", "report"]
UNDER, OVER = 0.92, 0.9
"""What a match in the words it stands under (its role, or what its kind is called), and in the title, is worth."""
WITHIN, AROUND = 0.6, 0.85
"""What a match in the elements of a list is worth for the list, and one in what surrounds the initiative for all of it:
what it says it is for, who owns it, and the agenda item that it is attached to."""
OF_ITS_KIND = 0.85
"""How surely a word for what is sought ("milepæle", "focus areas") stands in whatever is of that kind."""
MET = 0.55
"""How surely a soft word must stand there to count at all."""
LEAST_NAMED = 2
_MUNICIPALITY = re.compile(r"\b([A-ZÆØÅ][\w]+(?:-[A-ZÆØÅ][\w]+)*) Kommunes?\b")
MOST_SCORED = 120
MOST_KEPT = 32


@dataclass(frozen=True, slots=True)
class Account:
    """One thing that an initiative says, with its lines."""

    kind: Kind
    record: InitiativeRecord
    own: str
    under: str
    over: str
    within: str = ""
    around: str = ""
    kin: frozenset[str] = frozenset()
    """Words for what it is, in both languages."""
    fact: Fact | None = None
    list: ListRecord | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """How well an account fits a question. `strengths` are those of the concepts in all of its lines."""

    account: Account
    strengths: Sequence[float]
    share: float
    own: float
    """The share that its own words and those it stands under cover."""
    place: int
    """Its place in the index, to order equals by."""
    met: float = 0.0
    """The share of the concepts, each counting as much, that stand in all of its lines."""
    tells: bool = True
    """Its own words hold most of the question, or something of it that the title over them does not."""


@dataclass(slots=True)
class AccountIndex:
    """The accounts of all that somebody may know, and which of them hold which key."""

    accounts: list[Account] = field(default_factory=list)
    holding: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    named: set[str] = field(default_factory=set)
    """The keys of the words in the names of initiatives."""

    def add(self, account: Account) -> None:
        """Take in one account."""
        place = len(self.accounts)
        self.accounts.append(account)
        if account.kind == "initiative":
            self.named.update(_keys(account.own))
        for key in {key for line in _lines(account) for key in _keys(line)}:
            self.holding[key].append(place)

    def fits(
        self, matcher: Matcher, wanted: Callable[[Account], bool], said: frozenset[str] = frozenset()
    ) -> list[Fit]:
        """The accounts that hold anything of the question, the fullest first; `wanted` leaves the others out.

        `said` are words by which the question says what it seeks: they count only where they are met.
        """
        sought = _Sought(matcher, Matcher(named_by_head(matcher.concepts, self.named)), said)
        gained: dict[int, float] = defaultdict(float)
        for concept in sought.names.concepts:
            places = {place for way in concept.ways for key in way.keys for place in self.holding.get(key, ())}
            for place in places:
                gained[place] += concept.weight
        held = [place for place in gained if wanted(self.accounts[place])]
        held.sort(key=lambda place: (-gained[place], place))
        found = [sought.fit(self.accounts[place], place) for place in held[:MOST_SCORED]]
        return sorted(found, key=lambda fit: (-fit.share, fit.place))


class _Sought:
    """The concepts of a question as they are met in accounts.

    In the names of initiatives "havneprojektet" is met by the harbour alone, elsewhere it is not. A word for what is
    sought is met by whatever is of that kind, and one that tells no matter from another counts only where it is met.
    """

    def __init__(self, plain: Matcher, names: Matcher, said: frozenset[str] = frozenset()) -> None:
        self.plain = plain
        self.names = names
        soft = words_for("soft") | said
        self._soft = [all_in(concept, soft) for concept in plain.concepts]
        self._soft_or_light = [one or concept.light for one, concept in zip(self._soft, plain.concepts, strict=True)]
        self._kin: dict[frozenset[str], list[bool]] = {}
        self._over: dict[tuple[str, str], list[float]] = {}

    def fit(self, account: Account, place: int) -> Fit:
        """How well an account fits."""
        own = self.names if account.kind == "initiative" else self.plain
        near = best_of(own.strengths(account.own), scaled(self.plain.strengths(account.under), UNDER))
        if account.within:
            near = best_of(near, scaled(self.plain.strengths(account.within), WITHIN))
        kin = self._kin.get(account.kin)
        if kin is None:
            kin = self._kin[account.kin] = self._of_kin(account.kin)
        near = [max(strength, OF_ITS_KIND) if of_kin else strength for strength, of_kin in zip(near, kin, strict=True)]
        above = self._above(account)
        whole = best_of(near, above)
        # "The prioritised areas" are told from other areas by that word; of a phase it may be said in any other way.
        soft = self._soft if account.kind == "list" else self._soft_or_light
        share, own_share = self._share(whole, soft), self._share(near, soft)
        own_word = any(one >= MET > other for one, other in zip(near, above, strict=True))
        met = sum(one >= MET for one in whole) / len(whole) if whole else 0.0
        return Fit(account, whole, share, own_share, place, met, own_word or own_share >= MET)

    def _of_kin(self, words: frozenset[str]) -> list[bool]:
        """Which concepts are words for what is sought, some soft ones among them ("planned actions")."""
        with_soft = words | words_for("soft")
        return [
            all_in(concept, with_soft) and any(all_in(Concept("", (word,)), words) for word in concept.words)
            for concept in self.plain.concepts
        ]

    def _above(self, account: Account) -> list[float]:
        """How well the concepts stand in the title over an account and around all of its initiative."""
        key = (account.over, account.around)
        found = self._over.get(key)
        if found is None:
            found = scaled(self.names.strengths(account.over), OVER)
            found = self._over[key] = best_of(found, scaled(self.plain.strengths(account.around), AROUND))
        return found

    def _share(self, strengths: Sequence[float], soft: Sequence[bool]) -> float:
        held = total = 0.0
        for concept, strength, is_soft in zip(self.plain.concepts, strengths, soft, strict=True):
            if strength >= MET or not is_soft:
                held += concept.weight * strength
                total += concept.weight
        return held / total if total else 0.0


def _lines(account: Account) -> tuple[str, ...]:
    return (account.own, account.under, account.over, account.within, account.around)


def _keys(line: str) -> Iterable[str]:
    ordered, _, others = line.partition(SEPARATOR)
    yield from (piece.partition("=")[0] for piece in ordered.split())
    yield from (key if key[0] == SKELETON else key[1:] for key in others.split())


_indexes: OrderedDict[int, tuple[Known, AccountIndex]] = OrderedDict()
_lock = Lock()


def index_of(known: Known) -> AccountIndex:
    """The index of what somebody may know; made once for as long as that is held ready."""
    with _lock:
        held = _indexes.get(id(known))
        if held is not None and held[0] is known:
            _indexes.move_to_end(id(known))
            return held[1]
    made = _made(known)
    with _lock:
        # The pair keeps `known` alive, so that its id is not given to another while it stands here.
        _indexes[id(known)] = (known, made)
        while len(_indexes) > MOST_KEPT:
            _indexes.popitem(last=False)
    return made


def _made(known: Known) -> AccountIndex:
    index = AccountIndex()
    for record in known.records:
        document = record.about.document.id if record.about is not None else ""
        for account in _accounts(record, known.names.get(document, ())):
            index.add(account)
    return index


def _accounts(record: InitiativeRecord, names: Sequence[str] = ()) -> Iterable[Account]:
    parts = [part for one in record.lists for part in one.parts]
    told = [*parts, *record.milestones, *record.responsibilities, *record.goals]
    lost = lost_letters(fact.text for fact in told)

    def line(*texts: str | None) -> str:
        return analysed(" ".join(text for text in texts if text), lost).line

    about = record.about
    title = line(record.title, _own_title(record), *CALLED)
    purpose = about.text if about is not None else None
    around = line(purpose, record.owner, _place(told), *names)
    if about is not None:
        around += line(about.item_title, about.document.title)

    def account(kind: Kind, own: str, under: str = "", over: str = title, within: str = "", **of: Any) -> Account:
        listed: ListRecord | None = of.get("list")
        kin = words_for(kind) if listed is None else words_for(f"list {listed.kind}") | words_for("listed")
        if kind == "responsibility":
            kin |= role_words(of["fact"])
        return Account(kind, record, own, under, over, within, around, kin, **of)

    named, papers = line(record.title, _own_title(record)), " ".join(sorted(words_for("paper")))
    yield account("initiative", named, line(record.owner, papers, purpose), "", fact=about)
    for one in record.lists:
        kinds = " ".join(sorted(words_for(f"list {one.kind}")))
        # The chapter it stands in, which is the label of its elements, is a part of the name of a list of "Goals".
        name = line(one.name, one.parts[0].label if one.parts else None)
        elements = line(*(part.title or part.text for part in one.parts))
        yield account("list", name, line(kinds), within=elements, list=one)
        for part in one.parts:
            yield account("part", line(part.text), line(part.label, one.name, kinds), fact=part, list=one)
    for fact in record.milestones:
        yield account("milestone", line(fact.text), line(fact.label, fact.title), fact=fact)
    for fact in record.responsibilities:
        yield account("responsibility", line(fact.text, fact.role, fact.name), line(fact.label), fact=fact)
    for fact in record.goals:
        yield account("goal", line(fact.text), line(fact.label, *sorted(words_for("list goal"))), fact=fact)
    for report in record.reports:
        yield account("report", line(report.fact.text), line(report.fact.label), fact=report.fact)


def _place(told: Iterable[Fact]) -> str:
    """The municipality that its own words name most: a plan often leaves it to its cover whose it is."""
    named = Counter(found[1] for fact in told for found in _MUNICIPALITY.finditer(fact.text))
    return next((name for name, times in named.most_common(1) if times >= LEAST_NAMED), "")


def _own_title(record: InitiativeRecord) -> str:
    """What the document that describes it calls itself; minutes that only hold it have their own title."""
    about = record.about
    return about.document.title if about is not None and about.item is None else ""
