"""Scores, all of them computed here from stored terms, so that both engines rank alike."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from store.search.concepts import Concept
from store.search.engine import Postings
from store.search.entries import Entry
from store.search.index import FACT_SHIFT, ITEM_MASK
from store.search.matcher import Matcher, best_of, completed, scaled

SIEVED, ASKED_AT_ONCE = 400, 50
MOST_GROUPS, MOST_LOOSE = 12, 20
"""Items that are judged, and facts outside all items: one passage may stand there again as a part or a date."""
LEAST_SHARE = 0.4
BODY_PLACE = 0.92
"""What a match in the text is worth beside one in the title."""
OUTER_PLACE = 0.6
"""What a match in the document's own title is worth: it stands over everything in the document."""


@dataclass(slots=True)
class Scored:
    """An entry with how well each concept stands in its own words (its label included)."""

    entry: Entry
    own: list[float]
    around: list[float]
    """As `own`, with the title over it."""
    coverage: float = 0.0


@dataclass(slots=True)
class Matter:
    """An item, or a fact that belongs to none, with how well each concept stands in it."""

    group: int
    entries: list[Scored]
    title: list[float]
    whole: list[float]
    """The best of title and own sections, or of the best passage where that covers more."""
    coverage: float = 0.0
    title_coverage: float = 0.0
    exact: float = 0.0
    score: float = 0.0
    day: date | None = None
    best_passage: Scored | None = field(default=None)
    """The passage of an attachment that covers more than the item's own sections do."""

    def again(self) -> Matter:
        """Another of the same, to be scored in another scope."""
        return Matter(
            self.group, self.entries, self.title, self.whole, self.coverage, self.title_coverage, self.exact,
            self.score, self.day, self.best_passage,
        )  # fmt: skip


Gains = Mapping[float, AbstractSet[int]]
"""Groups by what they gained: of the many groups only few gained differently."""


def gains(concepts: Sequence[Concept], postings: Postings) -> Gains:
    """What the groups hold of the question: a concept counts with its weight once, whichever fact of them holds it."""
    held = postings.groups
    gained: dict[float, set[int]] = {}
    ordered = sorted(concepts, key=lambda concept: -concept.weight)
    rest = sum(concept.weight for concept in ordered)
    for concept in ordered:
        # A group first met here can gain no more than what is left; too little, and only those met before count on.
        late = rest < LEAST_SHARE * max(gained, default=0.0)
        rest -= concept.weight
        seen: set[int] = set()
        for way in concept.ways:
            lists = [held[key] for key in way.keys if key in held]
            if lists:
                groups = lists[0].intersection(*lists[1:])
                groups -= seen
                seen |= groups
                _gain(gained, groups, concept.weight * way.weight, late=late)
    return gained


def _gain(gained: dict[float, set[int]], groups: set[int], gain: float, *, late: bool) -> None:
    """Let the groups gain so much more; `late` leaves out those that gained nothing before. Uses `groups` up."""
    moved: list[tuple[float, set[int]]] = []
    for before, some in gained.items():
        met = some & groups
        if met:
            some -= met
            groups -= met
            moved.append((before + gain, met))
    if groups and not late:
        moved.append((0.0 + gain, groups))
    for value, some in moved:
        if value in gained:
            gained[value] |= some
        else:
            gained[value] = some
    for value in [value for value, some in gained.items() if not some]:
        del gained[value]


def by_groups(
    gained: Gains, postings: Postings, allowed: Callable[[Sequence[int]], set[int]] | None = None
) -> dict[int, list[int]]:
    """The groups that hold the most of the question, each with its facts found.

    A first sieve: groups that hold less than LEAST_SHARE of what the best one holds are left out. `allowed` picks among
    the SIEVED best.
    """
    if allowed is not None:
        gained = _allowed(gained, postings, allowed)
    least = LEAST_SHARE * max(gained, default=0.0)
    strong = {value: some for value, some in gained.items() if value >= least}
    loose, items = strong, strong
    if postings.loose:
        loose = {value: {group for group in some if group < 0} for value, some in strong.items()}
        items = {value: some - loose[value] for value, some in strong.items()}
    best = _best(items, postings, MOST_GROUPS)
    found: dict[int, list[int]] = {group: [] for group in best}
    for key, rows in postings.rows.items():
        if not found.keys().isdisjoint(postings.groups[key]):
            for row in [row for row in rows if row & ITEM_MASK in found]:
                found[row & ITEM_MASK].append(row >> FACT_SHIFT)
    if postings.loose:
        found.update((group, [-group]) for group in _best(loose, postings, MOST_LOOSE))
    return found


def _allowed(gained: Gains, postings: Postings, allowed: Callable[[Sequence[int]], set[int]]) -> Gains:
    """Of the SIEVED best groups those allowed, down to what holds too little beside the best of those.

    They are asked for some at a time, the best first: most often the first of them leave the others no chance.
    """
    found: dict[float, AbstractSet[int]] = {}
    asked: dict[float, AbstractSet[int]] = {}
    left, waiting = SIEVED, 0

    def ask() -> None:
        kept = allowed([group for some in asked.values() for group in some])
        found.update((value, both) for value, some in asked.items() if (both := some & kept))
        asked.clear()

    for value in sorted(gained, reverse=True):
        if not left or (found and value < LEAST_SHARE * max(found)):
            break
        some = gained[value]
        asked[value] = some if len(some) <= left else set(_newest(some, postings, left))
        left, waiting = left - len(asked[value]), waiting + len(asked[value])
        if waiting >= ASKED_AT_ONCE:
            ask()
            waiting = 0
    if asked:
        ask()
    return found


def _best(gained: Gains, postings: Postings, most: int) -> list[int]:
    """The groups that gained most; of equals those with the newest fact.

    Ids of items may hang on closed ones, so that they decide nothing.
    """
    found: list[int] = []
    for value in sorted(gained, reverse=True):
        some = gained[value]
        if len(found) + len(some) > most:
            return [*found, *_newest(some, postings, most - len(found))]
        found.extend(some)
    return found


def _newest(groups: AbstractSet[int], postings: Postings, most: int) -> list[int]:
    """Of the groups those with the newest facts."""
    newest: dict[int, int] = {}
    for rows in postings.rows.values() if most else ():
        # Rows stand newest first: once enough groups were met, none of the rest of them is among the newest.
        met: dict[int, int] = {}
        for row in rows:
            group = row & ITEM_MASK or -(row >> FACT_SHIFT)
            if group in groups and group not in met:
                met[group] = row
                if len(met) == most:
                    break
        for group, row in met.items():
            newest[group] = max(row, newest.get(group, 0))
    return sorted(newest, key=lambda group: -newest[group])[:most]


def judged(
    group: int,
    entries: Sequence[Entry],
    matcher: Matcher,
    stored: Matcher,
    around: Callable[[Entry], list[float]],
    lines: dict[str, list[float]],
) -> Matter | None:
    """Judge one group; None when nothing of it may be read.

    `stored` is the matcher for the own words of facts, `around` tells what stands beside an entry, `lines` keeps the
    strengths in lines that stand over several.
    """
    if not entries:
        return None
    nothing = lines.setdefault("", [0.0] * len(matcher.concepts))

    def of(line: str) -> list[float]:
        known = lines.get(line)
        if known is None:
            found = matcher.strengths(line)
            known = lines[line] = found if any(found) else nothing
        return known

    is_item = group > 0
    title = of(entries[0].heads[0]) if is_item else nothing
    halves = stored.halves_in(entries[0].heads[0]) if title is not nothing else []
    over: dict[str, tuple[list[float], float]] = {}
    scored: list[Scored] = []
    core = title
    for entry in entries:
        inner, outer = _heads(entry.heads, is_item)
        above = over.get(outer)
        if above is None:
            above = over[outer] = _stands_over(title, of(outer), matcher)
        wide, share = above
        own = stored.strengths(entry.terms)
        if not any(own):
            own = nothing
        label = of(inner) if inner else nothing
        if label is not nothing:
            own = best_of(own, scaled(label, 0.97))
        if own is not nothing:
            wide = best_of(own, wide)
        if halves:
            wide = completed(wide, halves, entry.terms)
        is_core = entry.core
        if not is_core:
            wide = best_of(wide, around(entry))
        if wide is not above[0]:
            share = matcher.share(wide)
        scored.append(Scored(entry, own, wide, share))
        if is_core and wide is not title:
            core = best_of(core, scaled(wide, BODY_PLACE))
    matter = Matter(group, scored, title, core, day=entries[0].day)
    matter.coverage = matcher.share(core)
    matter.title_coverage = matcher.share(title)
    passages = [one for one in scored if not one.entry.core]
    if passages:
        best = max(passages, key=lambda one: (one.coverage, -one.entry.fact_id))
        if BODY_PLACE * best.coverage > matter.coverage + 0.02:
            matter.best_passage = best
            matter.whole = best_of(title, scaled(best.around, BODY_PLACE))
            matter.coverage = matcher.share(matter.whole)
    return matter


def _stands_over(title: list[float], outer: list[float], matcher: Matcher) -> tuple[list[float], float]:
    """What stands over an entry, the item's title and the document's, and the share of the question in it."""
    found = best_of(title, scaled(outer, OUTER_PLACE)) if any(outer) else title
    return found, matcher.share(found)


def _heads(heads: Sequence[str], is_item: bool) -> tuple[str, str]:
    """The sub-heading a fact stands under, and the title of the attachment or document that it is part of."""
    own = 1 if is_item else 0  # an item's facts all stand under its title
    if len(heads) <= own:
        return "", ""
    return heads[own] if len(heads) == own + 2 else " ".join(heads[own:-1]), heads[-1]


def recency(day: date | None, newest: date | None) -> float:
    """From 1 (the newest) towards 0; halves about every four years."""
    if day is None or newest is None:
        return 0.0
    return math.exp(-max(0, (newest - day).days) / 2100)
