"""Candidates: ids of facts that hold the question's rarest terms, within a budget of postings; no engine scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.search.index import Driver, table
from store.search.vocabulary import Frequencies

BUDGET = 4_000
"""Postings read for one question: FTS5 costs about a microsecond for each, and a question may take six milliseconds."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Row ids by term; `left` are terms too frequent to be read, which the ranking looks for by itself."""

    rows: dict[str, tuple[int, ...]]
    left: frozenset[str]


def candidates(
    driver: Driver, shelf_ids: Sequence[int], terms: Sequence[str], frequencies: Frequencies, budget: int = BUDGET
) -> Postings:
    """The postings of the rarest terms, rarest first, while they stay within the budget.

    The rarest term is always read, the newest rows of it when it is too frequent by itself. The order of rows is the
    same on both engines: highest id first.
    """
    held = [term for term in dict.fromkeys(terms) if frequencies.df(term)]
    held.sort(key=lambda term: (frequencies.df(term), term))
    rows: dict[str, tuple[int, ...]] = {}
    spent = 0
    for place, term in enumerate(held):
        df = frequencies.df(term)
        if rows and spent + df > budget:
            return Postings(rows, frozenset(held[place:]))
        found = [row for shelf_id in shelf_ids for row in _posting(driver, shelf_id, term, budget)]
        found.sort(reverse=True)
        rows[term] = tuple(found[:budget])
        spent += min(df, budget)
    return Postings(rows, frozenset())


def _posting(driver: Driver, shelf_id: int, term: str, limit: int) -> list[int]:
    name = table(shelf_id)
    if driver.sqlite:
        quoted = '"' + term.replace('"', '""') + '"'
        statement = f"SELECT rowid FROM {name} WHERE {name} MATCH ? ORDER BY rowid DESC LIMIT ?"
    else:
        quoted = "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"
        statement = f"SELECT id FROM {name} WHERE keys @@ ?::tsquery ORDER BY id DESC LIMIT ?"
    return [row for (row,) in driver.rows(statement, (quoted, limit))]
