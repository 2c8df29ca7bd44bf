"""One initiative out of the accounts that several documents give of it: draft, programme, status note, minutes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from store.initiativenames import municipality, name_key, says_nothing, undated
from store.names import folded
from store.records import Fact, InitiativeKind, InitiativeRecord, InitiativeRef, ListRecord, StatusReport

ENOUGH = 0.5
"""Share of what the fullest account says, for a newer one to describe the initiative and not only to report on it."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one document (or item or attachment of it) says of an initiative, as far as a reader may see it."""

    key: str
    title: str
    kind: InitiativeKind
    owner: str | None
    status: str | None
    on: date | None
    """The date it gives itself, else that of its document or meeting."""
    arrival: int
    """Order of arrival of its document, then its place in it."""
    facts: tuple[Fact, ...]
    """All of them, in document order; never empty."""
    about: Fact | None = None
    statuses: tuple[Fact, ...] = ()
    lists: tuple[ListRecord, ...] = ()
    milestones: tuple[Fact, ...] = ()
    responsibilities: tuple[Fact, ...] = ()
    goals: tuple[Fact, ...] = ()

    @property
    def closed(self) -> bool:
        return all(fact.closed for fact in self.facts)

    @property
    def substance(self) -> int:
        """How much it says of the initiative, how far it is left out."""
        parts = sum(len(one.parts) for one in self.lists)
        return parts + len(self.milestones) + len(self.responsibilities) + len(self.goals)

    @property
    def newness(self) -> tuple[date, bool, int]:
        """To sort by; of one day's accounts an open one counts before a closed one."""
        return self.on or date.min, not self.closed, self.arrival


def together(accounts: Iterable[Account]) -> list[list[Account]]:
    """The accounts of one initiative each, newest first.

    They are told by their names. Where a name is that of several municipalities', whose it is must be said; else an
    account that leaves it unsaid goes with the others.
    """
    by_name: dict[str, list[Account]] = defaultdict(list)
    for one in accounts:
        name = name_key(one.title)
        by_name[one.key if says_nothing(name) else name].append(one)
    found: list[list[Account]] = []
    for own in _under_one_name(_with_years(by_name)):
        if len({_where(one) for one in own} - {""}) <= 1:
            found.append(own)
        else:
            by_place: dict[str, list[Account]] = defaultdict(list)
            for one in own:
                by_place[_where(one)].append(one)
            found.extend(by_place.values())
    return [sorted(own, key=lambda one: one.newness, reverse=True) for own in found]


def _with_years(by_name: dict[str, list[Account]]) -> dict[str, list[Account]]:
    """The groups, a name without years joined to the same name with them: minutes leave them out.

    Where the name stands with the years of several periods, it is not told which of them is meant.
    """
    periods: dict[str, list[str]] = defaultdict(list)
    for name in by_name:
        if undated(name) != name:
            periods[undated(name)].append(name)
    joined = {base: dated[0] for base, dated in periods.items() if base in by_name and len(dated) == 1}
    found: dict[str, list[Account]] = defaultdict(list)
    for name, own in by_name.items():
        found[joined.get(name, name)].extend(own)
    return found


def names(one: Account) -> tuple[str, ...]:
    """What an account calls its initiative: its title, and how the document that is all on it calls itself."""
    found = [name_key(one.title)]
    if one.facts[0].item is None:
        found.append(name_key(one.facts[0].document.title))
    return tuple(dict.fromkeys(name for name in found if not says_nothing(name)))


def _under_one_name(by_name: dict[str, list[Account]]) -> list[list[Account]]:
    """The groups, those joined whose documents are called what others take for the title.

    A strategy may head its text "Strategi for skolerne 2020" under the name on its cover, by which its status notes
    call it. Two documents that only call themselves alike are not joined: their title may be that of a template.
    """
    found: dict[str, list[Account]] = {}
    for name, own in by_name.items():
        others = {other for one in own for other in names(one)} - {name}
        into = next((other for other in sorted(others) if other in by_name), name)
        if name in {other for one in by_name[into] for other in names(one)} and into > name:
            into = name  # each calls the other's name its own
        found.setdefault(into, []).extend(own)
    return list(found.values())


def _where(one: Account) -> str:
    return municipality(one.owner or "") or municipality(one.title)


def merged(accounts: Sequence[Account], items: tuple[str, ...]) -> InitiativeRecord:
    """The record of one initiative. `accounts`: newest first, at least one; `items`: keys of items that treat it.

    The newest full account describes it. What is as new or newer reports on it and moves its milestones; what is older
    fills in what nobody says any more.
    """
    most = max(one.substance for one in accounts)
    main = next(at for at, one in enumerate(accounts) if one.substance >= ENOUGH * most)
    chief = accounts[main]
    recent = [one for one in accounts if one.newness[0] >= chief.newness[0]]
    older = accounts[len(recent) :]
    key = max((one.key for one in accounts), key=lambda own: _certainty(own, accounts))
    milestones = _newest(recent, older, lambda one: one.milestones, _milestone_name)
    record = InitiativeRecord(
        key=key,
        title=chief.title,
        kind=chief.kind,
        owner=chief.owner or next((one.owner for one in accounts if one.owner), None),
        status=next((one.status for one in accounts if one.status), None),
        on=chief.on,
        document=chief.facts[0].document,
        page=(chief.about or chief.facts[0]).page,
        about=chief.about or next((one.about for one in accounts if one.about), None),
        lists=_lists(chief, accounts),
        milestones=tuple(sorted(milestones, key=time_order)),
        responsibilities=_newest(recent, older, lambda one: one.responsibilities, lambda fact: folded(fact.role or "")),
        goals=_newest(recent, older, lambda one: one.goals, lambda fact: folded(fact.text)),
        reports=_reports(accounts),
        items=items,
        closed=any(fact.closed for one in accounts for fact in one.facts),
    )
    return _called(record, key)


def time_order(fact: Fact) -> tuple[date, date, bool]:
    """To sort facts in order of time, those without a day last; a time of day parts what is on one day."""
    when = fact.when
    first = when.first or when.last if when else None
    last = when.last or when.first if when else None
    return first or date.max, last or date.max, when is None or when.at is None


def _certainty(key: str, accounts: Sequence[Account]) -> tuple[bool, str]:
    """The key that says whose the initiative is, where one does."""
    return any(_where(one) for one in accounts if one.key == key), key


def _milestone_name(fact: Fact) -> Hashable:
    return folded(fact.title or "") or folded(fact.text)


def _newest(
    recent: Sequence[Account],
    older: Sequence[Account],
    told: Callable[[Account], Sequence[Fact]],
    name: Callable[[Fact], Hashable],
) -> tuple[Fact, ...]:
    """Facts by what they are called, each as the newest account has it, those of the chief account first."""
    for accounts in (recent, older):
        claimed: dict[Hashable, int] = {}
        for at, one in enumerate(accounts):
            for fact in told(one):
                claimed.setdefault(name(fact), at)
        if claimed:
            return tuple(
                fact
                for at, one in reversed(list(enumerate(accounts)))
                for fact in told(one)
                if claimed[name(fact)] == at
            )
    return ()


def _lists(chief: Account, accounts: Sequence[Account]) -> tuple[ListRecord, ...]:
    """The chief account's lists, and of the others those of kinds that it has none of, the newest of each kind."""
    found = list(chief.lists)
    kinds = {one.kind for one in found}
    for account in accounts:
        if account is not chief:
            found.extend(one for one in account.lists if one.kind not in kinds)
            kinds |= {one.kind for one in account.lists}
    keys: dict[str, int] = defaultdict(int)
    distinct = []
    for one in found:
        keys[one.key] += 1
        distinct.append(one if keys[one.key] == 1 else replace(one, key=f"{one.key}-{keys[one.key]}"))
    return tuple(distinct)


def _reports(accounts: Sequence[Account]) -> tuple[StatusReport, ...]:
    reports: dict[str, StatusReport] = {}
    for one in accounts:
        for fact in one.statuses:
            reports.setdefault(fact.text, StatusReport(fact, fact.on or one.on))
    return tuple(sorted(reports.values(), key=lambda report: report.on or date.min, reverse=True))


def _called(record: InitiativeRecord, key: str) -> InitiativeRecord:
    """The record with all its facts pointing to it, whichever account they are from."""

    def own(fact: Fact) -> Fact:
        ref = fact.initiative
        return fact if ref is None or ref.key == key else replace(fact, initiative=InitiativeRef(key, ref.title))

    return replace(
        record,
        about=own(record.about) if record.about else None,
        lists=tuple(replace(one, parts=tuple(map(own, one.parts))) for one in record.lists),
        milestones=tuple(map(own, record.milestones)),
        responsibilities=tuple(map(own, record.responsibilities)),
        goals=tuple(map(own, record.goals)),
        reports=tuple(replace(one, fact=own(one.fact)) for one in record.reports),
    )
