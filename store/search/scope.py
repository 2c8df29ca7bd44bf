"""Which matters a question allows and what it is after; the rows of items that the ranking needs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from store.search.index import Driver, marks


@dataclass(frozen=True, slots=True)
class Scope:
    """Which matters a question allows: meetings of a body, of a period (inclusive), and items under discussion."""

    body_id: int | None = None
    since: date | None = None
    until: date | None = None
    context: Collection[int] = ()

    @property
    def narrow_in_time(self) -> bool:
        """Whether it names a period."""
        return self.since is not None or self.until is not None

    @property
    def narrow(self) -> bool:
        """Whether it leaves anything out."""
        return self.body_id is not None or self.since is not None or self.until is not None


@dataclass(frozen=True, slots=True)
class Aim:
    """What a question is after: the kinds of fact that would answer, words of it that count lightly, and whether it
    asks for a detail, which one fact has to hold by itself. `opening` is the first word of the whole question."""

    kinds: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    detail: bool = False
    opening: str | None = None


ANY = Aim()


@dataclass(frozen=True, slots=True)
class ItemRow:
    """What ranking needs of an item beside its facts."""

    id: int
    key: str
    title: str
    case: str
    day: date | None


def within(driver: Driver, groups: Sequence[int], scope: Scope) -> set[int]:
    """Which of the groups belong to a meeting, or a document, of the scope."""
    allowed: set[int] = set()
    items = [group for group in groups if group > 0]
    facts = [-group for group in groups if group < 0]
    clauses, values = _clauses(driver, scope)
    if items:
        allowed.update(
            item
            for (item,) in driver.rows(
                "SELECT i.id FROM item i JOIN meeting m ON m.id = i.meeting_id"
                f" WHERE i.id IN ({marks(items)}){clauses}",
                [*items, *values],
            )
        )
    if facts:
        allowed.update(
            -fact
            for (fact,) in driver.rows(
                "SELECT f.id FROM fact f JOIN document m ON m.id = f.document_id"
                f" WHERE f.id IN ({marks(facts)}){clauses}",
                [*facts, *values],
            )
        )
    return allowed


def _clauses(driver: Driver, scope: Scope, *, walk: bool = False) -> tuple[str, list[object]]:
    """Conditions on m, a meeting or a document; `walk` lets the engine start from the meetings."""
    clauses = ""
    values: list[object] = []
    plus = "+" if driver.sqlite and not walk else ""
    for column, sign, value in (
        ("body_id", "=", scope.body_id),
        ("date", ">=", scope.since),
        ("date", "<=", scope.until),
    ):
        if value is not None:
            # The plus keeps the planner from walking all meetings of a body: the items are named already.
            clauses += f" AND {plus}m.{column} {sign} ?"
            values.append(value.isoformat() if isinstance(value, date) and driver.sqlite else value)
    return clauses, values


def bare_items(driver: Driver, shelves: Sequence[int], scope: Scope, limit: int = 200) -> list[tuple[int, str]]:
    """Open items of the scope of which the opened shelves hold nothing but a title; newest meeting first."""
    clauses, values = _clauses(driver, scope, walk=True)
    # The plus keeps the planner off the index of shelves: the open one holds nearly every fact there is.
    return driver.rows(
        "SELECT i.id, i.title FROM item i JOIN meeting m ON m.id = i.meeting_id WHERE i.access = 'open' AND NOT EXISTS"
        f" (SELECT 1 FROM fact f WHERE f.item_id = i.id AND +f.shelf_id IN ({marks(shelves)})){clauses}"
        " ORDER BY m.date DESC, m.key, i.position, i.key LIMIT ?",
        [*shelves, *values, limit],
    )


def item_rows(driver: Driver, items: Sequence[int], read_closed: Collection[int]) -> dict[int, ItemRow]:
    """The items, each with what it counts as one case with: its case number, else its title.

    `read_closed` are the items of which closed facts were found on the opened shelves.
    """
    if not items:
        return {}
    rows = driver.rows(
        "SELECT i.id, i.key, i.title, coalesce(i.case_key, i.title_key), m.date, i.access, i.neutral_title FROM item i"
        f" JOIN meeting m ON m.id = i.meeting_id WHERE i.id IN ({marks(items)})",
        list(items),
    )
    found = {}
    for number, key, title, case, day, access, neutral in rows:
        # Of a closed item whose decision alone was made public, title and case stay unknown to the ranking too.
        known = access == "open" or number in read_closed
        day = date.fromisoformat(day) if isinstance(day, str) else day
        found[number] = ItemRow(number, key, title if known else neutral or "", case if known else key, day)
    return found
