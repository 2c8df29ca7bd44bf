"""Facts as the index keeps them, read for the groups that are judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

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
    items = [group for group in groups if group > 0]
    found = [fact for group, facts in groups.items() for fact in _most_met(facts, group)]
    loaded: dict[int, Entry] = {}
    # The plus signs keep the planner off indexes of what nearly every fact has: the shelf, and no attachment.
    shelves = f"+e.shelf_id IN ({marks(shelf_ids)})"
    if items:
        for row in driver.rows(
            f"SELECT {_COLUMNS} FROM fact f JOIN search_entry e ON e.fact_id = f.id WHERE f.item_id IN ({marks(items)})"
            f" AND +f.attachment_id IS NULL AND {shelves}",
            [*items, *shelf_ids],
        ):
            loaded[row[0]] = _entry(row)
    missing = sorted({fact for fact in found if fact not in loaded})
    if missing:
        for row in driver.rows(
            f"SELECT {_COLUMNS} FROM search_entry e JOIN fact f ON e.fact_id = f.id WHERE e.fact_id IN"
            f" ({marks(missing)}) AND {shelves}",
            [*missing, *shelf_ids],
        ):
            loaded[row[0]] = _entry(row)
    entries: dict[int, list[Entry]] = {group: [] for group in groups}
    for entry in sorted(loaded.values(), key=lambda entry: (entry.document_id, entry.position, entry.fact_id)):
        group = entry.item_id or -entry.fact_id
        if group in entries:
            entries[group].append(entry)
    return entries


def _most_met(facts: Sequence[int], group: int) -> list[int]:
    """The facts that most terms led to, at most MOST_PASSAGES."""
    if group < 0:
        return list(facts[:1])
    met: dict[int, int] = {}
    for fact in facts:
        met[fact] = met.get(fact, 0) + 1
    return sorted(met, key=lambda fact: (-met[fact], fact))[:MOST_PASSAGES]


def _entry(row: Sequence[object]) -> Entry:
    (fact_id, key, shelf_id, item_id, meeting_id, document_id, attachment_id, kind, position, source_kind, day) = row[
        :11
    ]
    heads, terms = row[11:]
    if isinstance(day, str):
        day = date.fromisoformat(day)
    return Entry(
        fact_id,  # type: ignore[arg-type]  # a driver's row has no types; the columns above do
        str(key),
        shelf_id,  # type: ignore[arg-type]  # as above
        item_id,  # type: ignore[arg-type]  # as above
        meeting_id,  # type: ignore[arg-type]  # as above
        document_id,  # type: ignore[arg-type]  # as above
        attachment_id,  # type: ignore[arg-type]  # as above
        str(kind),
        position,  # type: ignore[arg-type]  # as above
        source_kind,  # type: ignore[arg-type]  # as above
        day,  # type: ignore[arg-type]  # as above
        tuple(str(heads).split(LINE)),
        str(terms),
    )
