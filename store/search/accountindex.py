"""What initiatives say, held ready to be matched with a question: their names, lists, times, roles and goals.

A fact of an initiative is seldom whole by itself: "maj 2027" stands under "Politisk behandling" in the programme on
waste. So each is matched with three lines: its own words, those of the list or role it stands under, and the title.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Literal

from store.initiatives import Known
from store.records import Fact, InitiativeRecord, ListRecord, PartKind
from store.search.matcher import Matcher, best_of, scaled
from store.search.terms import SEPARATOR, SKELETON, analysed, lost_letters

Kind = Literal["initiative", "list", "part", "milestone", "responsibility", "goal"]
UNDER, OVER = 0.92, 0.9
"""What a match in the words it stands under (its role, or what its kind is called), and in the title, is worth."""
WITHIN, AROUND = 0.6, 0.75
"""What a match in the elements of a list is worth for the list, and one in what surrounds the initiative for all of it:
what it says it is for, and the agenda item that it is attached to."""
MOST_SCORED = 80
MOST_KEPT = 32
KIND_WORDS: Mapping[PartKind, str] = {
    "phase": "fase faser etape trin forløb phase phases stage stages",
    "focus_area": "fokusområde fokusområder indsatsområde indsatsområder tema temaer spor focus areas themes",
    "action": "indsats indsatser handling handlinger tiltag aktivitet aktiviteter initiativ opgave action actions",
    "group": "gruppe grupper group groups",
    "case": "case cases eksempel eksempler example examples",
    "recommendation": "anbefaling anbefalinger forslag indstilling recommendation recommendations",
    "barrier": "barriere barrierer udfordring udfordringer hindring hindringer barrier barriers challenge challenges",
    "goal": "mål formål målsætning målsætninger gevinst gevinster goals targets aims objectives",
    "principle": "princip principper værdi værdier kriterium kriterier principle principles value values criteria",
    "member": "medlem medlemmer deltager deltagere part parter kommuner member members participants",
    "element": "",
}
"""How people ask for what a list holds, whatever its heading calls it."""


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


@dataclass(slots=True)
class AccountIndex:
    """The accounts of all that somebody may know, and which of them hold which key."""

    accounts: list[Account] = field(default_factory=list)
    holding: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, account: Account) -> None:
        """Take in one account."""
        place = len(self.accounts)
        self.accounts.append(account)
        for key in {key for line in _lines(account) for key in _keys(line)}:
            self.holding[key].append(place)

    def fits(self, matcher: Matcher, wanted: Callable[[Account], bool]) -> list[Fit]:
        """The accounts that hold anything of the question, the fullest first; `wanted` leaves the others out."""
        gained: dict[int, float] = defaultdict(float)
        for concept in matcher.concepts:
            places = {place for way in concept.ways for key in way.keys for place in self.holding.get(key, ())}
            for place in places:
                gained[place] += concept.weight
        held = [place for place in gained if wanted(self.accounts[place])]
        held.sort(key=lambda place: (-gained[place], place))
        found = [self._fit(matcher, place) for place in held[:MOST_SCORED]]
        return sorted(found, key=lambda fit: (-fit.share, fit.place))

    def _fit(self, matcher: Matcher, place: int) -> Fit:
        account = self.accounts[place]
        near = best_of(matcher.strengths(account.own), scaled(matcher.strengths(account.under), UNDER))
        if account.within:
            near = best_of(near, scaled(matcher.strengths(account.within), WITHIN))
        whole = best_of(near, scaled(matcher.strengths(account.over), OVER))
        if account.around:
            whole = best_of(whole, scaled(matcher.strengths(account.around), AROUND))
        return Fit(account, whole, matcher.share(whole), matcher.share(near), place)


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
        for account in _accounts(record):
            index.add(account)
    return index


def _accounts(record: InitiativeRecord) -> Iterable[Account]:
    parts = [part for one in record.lists for part in one.parts]
    told = [*parts, *record.milestones, *record.responsibilities, *record.goals]
    lost = lost_letters(fact.text for fact in told)

    def line(*texts: str | None) -> str:
        return analysed(" ".join(text for text in texts if text), lost).line

    title = line(record.title)
    about = record.about
    around = line(about.text, about.item_title, about.document.title) if about is not None else ""

    def account(kind: Kind, own: str, under: str = "", over: str = title, within: str = "", **of: Any) -> Account:
        return Account(kind, record, own, under, over, within, around, **of)

    yield account("initiative", title, line(record.owner), "", fact=about)
    for one in record.lists:
        # The chapter it stands in, which is the label of its elements, is a part of the name of a list of "Goals".
        name, elements = (
            line(one.name, one.parts[0].label if one.parts else None),
            line(*(part.title or part.text for part in one.parts)),
        )
        yield account("list", name, line(KIND_WORDS[one.kind]), within=elements, list=one)
        for part in one.parts:
            yield account(
                "part", line(part.text), line(part.label, one.name, KIND_WORDS[one.kind]), fact=part, list=one
            )
    for fact in record.milestones:
        yield account("milestone", line(fact.text), line(fact.label, fact.title), fact=fact)
    for fact in record.responsibilities:
        yield account("responsibility", line(fact.text, fact.role, fact.name), line(fact.label), fact=fact)
    for fact in record.goals:
        yield account("goal", line(fact.text), line(fact.label, KIND_WORDS["goal"]), fact=fact)
