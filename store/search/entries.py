"""Facts as the index keeps them, read for the groups that are judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from store.search.index import Driver, marks
from store.search.lasting import SECTIONS
from store.search.terms import LINE
from store.search.vocabulary import stamp

MOST_PASSAGES = 24
BESIDES = 500
"""What an entry takes up beside its terms, in letters."""


class Entry(NamedTuple):
    """A fact as the index keeps it, with what its row says of its place."""

    fact_id: int
    key: str
    shelf_id: int
    item_id: int | None
    meeting_id: int | None
    document_id: int
    attachment_id: int | None
    kind: str
    position: int
    source_kind: str | None
    day: date | None
    heads: tuple[str, ...]
    terms: str

    @property
    def core(self) -> bool:
        """Whether it is of the item's own sections, not of an attachment."""
        return self.attachment_id is None and self.kind != "passage"


_COLUMNS = (
    "e.fact_id, f.key, e.shelf_id, e.item_id, e.meeting_id, e.document_id, f.attachment_id, e.kind, f.position,"
    " f.source_kind, e.meeting_date, e.heads, e.terms"
)


def load(driver: Driver, shelf_ids: Sequence[int], groups: Mapping[int, Sequence[int]]) -> dict[int, list[Entry]]:
    """The entries of each group: an item's own sections whole, of its attachments what was found."""
    if not shelf_ids or not groups:
        return {}
    own = _sections(driver, shelf_ids, [group for group in groups if group > 0])
    entries = {group: list(own.get(group, ())) for group in groups}
    known = {entry.fact_id for some in own.values() for entry in some}
    found = {fact for group, facts in groups.items() for fact in _most_met(facts, group)}
    more = set()
    for entry in _facts(driver, shelf_ids, sorted(found - known)):
        group = entry.item_id or -entry.fact_id
        if group in entries:
            entries[group].append(entry)
            more.add(group)
    for group in more:
        entries[group].sort(key=_in_document)
    return entries


def _in_document(entry: Entry) -> tuple[int, int, int]:
    return entry.document_id, entry.position, entry.fact_id


def _sections(driver: Driver, shelf_ids: Sequence[int], items: Sequence[int]) -> dict[int, tuple[Entry, ...]]:
    """The own sections of items, in order."""
    found, missing = _kept(driver, shelf_ids, items)
    if missing:
        read: dict[int, list[Entry]] = {item: [] for item in missing}
        # The plus signs keep the planner off indexes of what nearly every fact has: the shelf, and no attachment.
        for row in driver.rows(
            f"SELECT {_COLUMNS} FROM fact f JOIN search_entry e ON e.fact_id = f.id WHERE f.item_id IN"
            f" ({marks(missing)}) AND +f.attachment_id IS NULL AND +e.shelf_id IN ({marks(shelf_ids)})",
            [*missing, *shelf_ids],
        ):
            entry = _entry(row)
            if entry.item_id in read:
                read[entry.item_id].append(entry)
        found |= _keep(driver, shelf_ids, {item: sorted(some, key=_in_document) for item, some in read.items()})
    return found


def _facts(driver: Driver, shelf_ids: Sequence[int], facts: Sequence[int]) -> list[Entry]:
    """Facts by themselves, those that stand on an opened shelf."""
    found, missing = _kept(driver, shelf_ids, [-fact for fact in facts])
    if missing:
        read: dict[int, list[Entry]] = {fact: [] for fact in missing}
        for row in driver.rows(
            f"SELECT {_COLUMNS} FROM search_entry e JOIN fact f ON e.fact_id = f.id WHERE e.fact_id IN"
            f" ({marks(missing)}) AND +e.shelf_id IN ({marks(shelf_ids)})",
            [*(-fact for fact in missing), *shelf_ids],
        ):
            read[-row[0]].append(_entry(row))
        found |= _keep(driver, shelf_ids, read)
    return [entry for some in found.values() for entry in some]


def _kept(
    driver: Driver, shelf_ids: Sequence[int], wanted: Sequence[int]
) -> tuple[dict[int, tuple[Entry, ...]], list[int]]:
    """What is kept of items, and of facts (below zero), and which of them have to be read."""
    lasting, shelves = driver.lasting(SECTIONS), stamp(driver, shelf_ids)
    found = {one: some for one in wanted if (some := lasting.get((one, *shelves))) is not None}
    return found, [one for one in wanted if one not in found]


def _keep(
    driver: Driver, shelf_ids: Sequence[int], read: Mapping[int, Sequence[Entry]]
) -> dict[int, tuple[Entry, ...]]:
    lasting, shelves = driver.lasting(SECTIONS), stamp(driver, shelf_ids)
    made = {one: tuple(some) for one, some in read.items()}
    for one, some in made.items():
        lasting.put((one, *shelves), some, BESIDES + sum(BESIDES + len(entry.terms) for entry in some))
    return made


def _most_met(facts: Sequence[int], group: int) -> list[int]:
    """The facts that most terms led to, at most MOST_PASSAGES."""
    if group < 0:
        return list(facts[:1])
    met: dict[int, int] = {}
    for fact in facts:
        met[fact] = met.get(fact, 0) + 1
    return sorted(met, key=lambda fact: (-met[fact], fact))[:MOST_PASSAGES]


def _entry(row: Sequence[Any]) -> Entry:
    *place, day, heads, terms = row
    if isinstance(day, str):
        day = date.fromisoformat(day)
    return Entry._make((*place, day, tuple(heads.split(LINE)), terms))
