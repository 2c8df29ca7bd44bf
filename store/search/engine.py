"""Candidates: ids of facts that hold the question's rarest terms, within a budget of postings; no engine scores."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from store.search.index import FACT_SHIFT, ITEM_MASK, Driver, table
from store.search.lasting import POSTINGS
from store.search.vocabulary import Frequencies, stamp

BUDGET = 4_000
"""Postings read for one question: FTS5 costs about a microsecond for each, and a question may take six milliseconds."""


Posting = tuple[tuple[int, ...], set[int]]
"""Row ids, highest first, and what they belong to."""


@dataclass(frozen=True)
class Postings:
    """Row ids by term, highest first; `left` are terms too frequent to be read, which the ranking looks for itself."""

    rows: dict[str, tuple[int, ...]]
    left: frozenset[str]

    grouped: dict[str, set[int]] = field(default_factory=dict, compare=False)
    """What was grouped already, by term."""

    @cached_property
    def groups(self) -> Mapping[str, set[int]]:
        """By term what the rows belong to: an item, or a fact itself (below zero) that has none."""
        return {term: self.grouped.get(term) or _grouped(rows) for term, rows in self.rows.items()}

    @cached_property
    def loose(self) -> bool:
        """Whether any of the rows belong to no item."""
        return any(min(some, default=0) < 0 for some in self.groups.values())


def candidates(
    driver: Driver, shelf_ids: Sequence[int], terms: Sequence[str], frequencies: Frequencies, budget: int = BUDGET
) -> Postings:
    """The postings of the rarest terms, rarest first, while they stay within the budget.

    The rarest term is always read, the newest rows of it when it is too frequent by itself. The order of rows is the
    same on both engines: highest id first.
    """
    held = [term for term in dict.fromkeys(terms) if frequencies.df(term)]
    held.sort(key=lambda term: (frequencies.df(term), term))
    found: dict[str, Posting] = {}
    spent = 0
    for place, term in enumerate(held):
        df = frequencies.df(term)
        if found and spent + df > budget:
            return _postings(found, held[place:])
        found[term] = _read(driver, shelf_ids, term, df, budget)
        spent += min(df, budget)
    return _postings(found, ())


def _postings(found: Mapping[str, Posting], left: Sequence[str]) -> Postings:
    rows = {term: rows for term, (rows, _) in found.items()}
    return Postings(rows, frozenset(left), {term: groups for term, (_, groups) in found.items()})


def _read(driver: Driver, shelf_ids: Sequence[int], term: str, df: int, budget: int) -> Posting:
    """The rows of a term and what they belong to."""
    place = (term, budget, *stamp(driver, shelf_ids))
    lasting = driver.lasting(POSTINGS)
    known: Posting | None = lasting.get(place)
    if known is None:
        limit = budget if df > budget else None
        rows = [row for shelf_id in shelf_ids for row in _posting(driver, shelf_id, term, limit)]
        rows.sort(reverse=True)
        first = tuple(rows[:budget])
        known = first, _grouped(first)
        lasting.put(place, known, len(first) + 16)
    return known


def _grouped(rows: Iterable[int]) -> set[int]:
    return {row & ITEM_MASK or -(row >> FACT_SHIFT) for row in rows}


def _posting(driver: Driver, shelf_id: int, term: str, limit: int | None) -> Sequence[int]:
    """The rows that hold a term: all in any order, or so many of the highest."""
    name = table(shelf_id)
    if driver.sqlite:
        statement = f"SELECT rowid AS id FROM {name} WHERE {name} MATCH ?"
        values: tuple[object, ...] = ('"' + term.replace('"', '""') + '"',)
    else:
        statement = f"SELECT id FROM {name} WHERE keys @@ ?::tsquery"
        values = ("'" + term.replace("\\", "\\\\").replace("'", "''") + "'",)
    if limit is not None:
        statement += f" ORDER BY {'rowid' if driver.sqlite else 'id'} DESC LIMIT ?"
        values += (limit,)
    if not driver.sqlite:
        return [row for (row,) in driver.rows(statement, values)]
    # One row with all of them: handing over each by itself costs as much again as finding it.
    ((found,),) = driver.rows(f"SELECT json_group_array(id) FROM ({statement})", values)
    rows: list[int] = json.loads(found)
    return rows
