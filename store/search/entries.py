"""Facts as the index keeps them, read for the groups that are judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from store.search.index import Driver, marks
from store.search.terms import LINE

MOST_PASSAGES = 24


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
    # A question is read in several ways, which lead to the same items for the most part.
    own: dict[int, list[Entry]] = driver.kept.setdefault(("sections", *shelf_ids), {})
    others: dict[int, Entry | None] = driver.kept.setdefault(("entries", *shelf_ids), {})
    _load_sections(driver, shelf_ids, [group for group in groups if group > 0 and group not in own], own)
    loaded: dict[int, Entry] = {entry.fact_id: entry for group in groups for entry in own.get(group, ())}
    found = {fact for group, facts in groups.items() for fact in _most_met(facts, group) if fact not in loaded}
    _load_facts(driver, shelf_ids, sorted(found - others.keys()), others)
    loaded.update((fact, entry) for fact in found if (entry := others[fact]) is not None)
    entries: dict[int, list[Entry]] = {group: [] for group in groups}
    for entry in sorted(loaded.values(), key=_in_document):
        group = entry.item_id or -entry.fact_id
        if group in entries:
            entries[group].append(entry)
    return entries


def _in_document(entry: Entry) -> tuple[int, int, int]:
    return entry.document_id, entry.position, entry.fact_id


def _load_sections(driver: Driver, shelf_ids: Sequence[int], items: Sequence[int], own: dict[int, list[Entry]]) -> None:
    """Take in the own sections of items."""
    if not items:
        return
    own.update((item, []) for item in items)
    # The plus signs keep the planner off indexes of what nearly every fact has: the shelf, and no attachment.
    for row in driver.rows(
        f"SELECT {_COLUMNS} FROM fact f JOIN search_entry e ON e.fact_id = f.id WHERE f.item_id IN ({marks(items)})"
        f" AND +f.attachment_id IS NULL AND +e.shelf_id IN ({marks(shelf_ids)})",
        [*items, *shelf_ids],
    ):
        entry = _entry(row)
        if entry.item_id in own:
            own[entry.item_id].append(entry)


def _load_facts(
    driver: Driver, shelf_ids: Sequence[int], facts: Sequence[int], others: dict[int, Entry | None]
) -> None:
    """Take in facts by themselves; None for those that stand on no opened shelf."""
    if not facts:
        return
    others.update((fact, None) for fact in facts)
    for row in driver.rows(
        f"SELECT {_COLUMNS} FROM search_entry e JOIN fact f ON e.fact_id = f.id WHERE e.fact_id IN"
        f" ({marks(facts)}) AND +e.shelf_id IN ({marks(shelf_ids)})",
        [*facts, *shelf_ids],
    ):
        others[row[0]] = _entry(row)


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
