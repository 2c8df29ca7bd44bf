"""Scores, all of them computed here from stored terms, so that both engines rank alike."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from store.search.concepts import Concept
from store.search.engine import Postings
from store.search.entries import Entry
from store.search.index import FACT_SHIFT, ITEM_MASK
from store.search.matcher import Matcher, best_of, scaled

SIEVED = 400
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


def by_groups(
    concepts: Sequence[Concept], postings: Postings, allowed: Callable[[Sequence[int]], set[int]] | None = None
) -> dict[int, list[int]]:
    """The groups that hold the most of the question, each with its facts found.

    A first sieve: a concept counts with its weight once for a group, whichever of its facts holds it. Groups that hold
    less than LEAST_SHARE of what the best one holds are left out. `allowed` picks among the SIEVED best.
    """
    held = {term: _groups(rows) for term, rows in postings.rows.items()}
    gained: dict[int, float] = {}
    ordered = sorted(concepts, key=lambda concept: -concept.weight)
    rest = sum(concept.weight for concept in ordered)
    for concept in ordered:
        # A group first met here can gain no more than what is left; too little, and only those met before count on.
        late = rest < LEAST_SHARE * max(gained.values(), default=0.0)
        rest -= concept.weight
        seen: set[int] = set()
        for way in concept.ways:
            lists = [held[key] for key in way.keys if key in held]
            if lists:
                groups = set.intersection(*lists) - seen
                seen |= groups
                if late:
                    groups &= gained.keys()
                gain = concept.weight * way.weight
                for group in groups:
                    gained[group] = gained.get(group, 0.0) + gain
    if allowed is not None:
        kept = allowed(_best(gained, postings, SIEVED, 0.0))
        gained = {group: gained[group] for group in kept}
    least = LEAST_SHARE * max(gained.values(), default=0.0)
    strong = {group: gain for group, gain in gained.items() if gain >= least}
    loose = {group: gain for group, gain in strong.items() if group < 0}
    items = {group: gain for group, gain in strong.items() if group > 0} if loose else strong
    best = [*_best(items, postings, MOST_GROUPS, least), *_best(loose, postings, MOST_LOOSE, least)]
    found: dict[int, list[int]] = {group: [] for group in best}
    for rows in postings.rows.values():
        for row in rows:
            group = row & ITEM_MASK or -(row >> FACT_SHIFT)
            if group in found:
                found[group].append(row >> FACT_SHIFT)
    return found


def _groups(rows: Iterable[int]) -> set[int]:
    """What the rows belong to: an item, or a fact itself (below zero) that has none."""
    return {row & ITEM_MASK or -(row >> FACT_SHIFT) for row in rows}


def _best(gained: Mapping[int, float], postings: Postings, most: int, floor: float) -> list[int]:
    """The groups that gained most, and `floor` at least; of equals those with the newest fact.

    Ids of items may hang on closed ones, so that they decide nothing.
    """
    top = heapq.nlargest(most, gained.values())
    if not top:
        return []
    least = max(top[-1] if len(top) == most else 0.0, floor)
    sure = [group for group, value in gained.items() if value > least]
    tied = {group for group, value in gained.items() if value == least}
    if len(sure) + len(tied) <= most:
        return [*sure, *tied]
    newest: dict[int, int] = {}
    for rows in postings.rows.values():
        for row in rows:
            group = row & ITEM_MASK or -(row >> FACT_SHIFT)
            if group in tied and row > newest.get(group, 0):
                newest[group] = row
    return [*sure, *sorted(tied, key=lambda group: -newest[group])[: most - len(sure)]]


def judged(
    group: int, entries: Sequence[Entry], matcher: Matcher, around: Callable[[Entry], list[float]] | None = None
) -> Matter | None:
    """Judge one group; None when nothing of it may be read. `around` tells what stands beside an entry."""
    if not entries:
        return None
    nothing = [0.0] * len(matcher.concepts)
    lines: dict[str, list[float]] = {"": nothing}

    def of(line: str) -> list[float]:
        if line not in lines:
            found = matcher.strengths(line)
            lines[line] = found if any(found) else nothing
        return lines[line]

    is_item = group > 0
    title = of(entries[0].heads[0]) if is_item else nothing
    over: dict[str, tuple[list[float], float]] = {}
    scored: list[Scored] = []
    core = title
    for entry in entries:
        inner, outer = _heads(entry, is_item) if len(entry.heads) > is_item else ("", "")
        if outer not in over:
            over[outer] = _stands_over(title, of(outer), matcher)
        wide, share = over[outer]
        own, label = of(entry.terms), of(inner)
        if label is not nothing:
            own = best_of(own, scaled(label, 0.97))
        if own is not nothing:
            wide = best_of(own, wide)
        if around is not None and not entry.core:
            wide = best_of(wide, around(entry))
        if wide is not over[outer][0]:
            share = matcher.share(wide)
        scored.append(Scored(entry, own, wide, share))
        if entry.core and wide is not title:
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


def _heads(entry: Entry, is_item: bool) -> tuple[str, str]:
    """The sub-heading a fact stands under, and the title of the attachment or document that it is part of."""
    *inner, outer = entry.heads[1:] if is_item else entry.heads
    return " ".join(inner), outer


def recency(day: date | None, newest: date | None) -> float:
    """From 1 (the newest) towards 0; halves about every four years."""
    if day is None or newest is None:
        return 0.0
    return math.exp(-max(0, (newest - day).days) / 2100)
