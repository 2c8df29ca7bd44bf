"""The index of facts: one engine table per shelf, with frequencies and vocabulary that are exact after every change.

A row's id carries the fact in its upper half and the item in its lower: candidates are grouped by matter without
looking anything up, and stand in the order of the facts, which no closed source of the same item can move. On SQLite
the table is contentless FTS5 (contentless_delete needs the column sizes, which is why they are kept); on PostgreSQL a
tsvector made from the same keys with a GIN index.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from store.indexing import IndexEntry
from store.library import kept
from store.prepared import driver
from store.search.lasting import MOST, Lasting
from store.search.terms import LINE, Terms, analysed, analysed_head, indexed_heads, lost_letters, stored

COLUMNS = "fact_id, shelf_id, item_id, meeting_id, document_id, kind, meeting_date, heads, terms"
FACT_SHIFT = 31
ITEM_MASK = (1 << FACT_SHIFT) - 1
MOST_PARAMETERS = 500


def row_id(item_id: int | None, fact_id: int) -> int:
    """The id of a fact in its shelf's table."""
    return (fact_id << FACT_SHIFT) | (item_id or 0)


@dataclass(frozen=True, slots=True)
class _Row:
    """What is stored of one fact, and what it adds to its shelf's counts."""

    shelf_id: int
    fact_id: int
    item_id: int | None
    keys: frozenset[str]
    words: frozenset[str]


def _row(place: tuple[int, int, int | None, str], heads: Sequence[Terms], body: Terms) -> _Row:
    shelf_id, fact_id, item_id, kind = place
    counted = [body, *indexed_heads(heads, kind, item_id is not None)]
    keys = frozenset().union(*(terms.keys for terms in counted))
    return _Row(shelf_id, fact_id, item_id, keys, frozenset().union(*(terms.words for terms in counted)))


class Driver:
    """The driver connection under a session, with one spelling of statements for both engines.

    Statements are written with "?" and go past SQLAlchemy: per fact its bookkeeping costs more than the work. `kept`
    is for what was read or made of the snapshot and may be wanted again; writing through the driver empties it.
    """

    def __init__(self, session: Session) -> None:
        dialect, self._cursor = driver(session)
        self._session = session
        self.sqlite = dialect.name == "sqlite"
        self.kept: dict[tuple[Any, ...], Any] = {}

    def lasting(self, name: str) -> Lasting:
        """What searches of everybody keep under a name of lasting.MOST, as of this session's snapshot.

        Empty, and of no use to others, in a session that writes.
        """
        place = ("lasting", name)
        known: Lasting | None = self.kept.get(place)
        if known is None:
            known = self.kept[place] = kept(self._session, f"search {name}", lambda _session: Lasting(MOST[name]))
        return known

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """All rows of a query."""
        self._cursor.execute(self._spelt(statement), parameters)
        return list(self._cursor.fetchall())

    def run(self, statement: str, parameters: Sequence[Any] = ()) -> None:
        """Run one statement."""
        self.kept.clear()
        self._cursor.execute(self._spelt(statement), parameters)

    def many(self, statement: str, parameters: Sequence[Sequence[Any]]) -> None:
        """Run one statement for each row of parameters."""
        if parameters:
            self.kept.clear()
            self._cursor.executemany(self._spelt(statement), parameters)

    def _spelt(self, statement: str) -> str:
        return statement if self.sqlite else statement.replace("?", "%s")


def marks(values: Sequence[object]) -> str:
    """Parameter marks for an IN list."""
    return ",".join("?" * len(values))


def table(shelf_id: int) -> str:
    """The engine table of a shelf."""
    return f"search_shelf_{int(shelf_id)}"


class ShelfIndex:
    """Implements store.indexing.Index over SQLite FTS5 and PostgreSQL."""

    def add(self, session: Session, entries: Sequence[IndexEntry]) -> None:
        """Put facts on their shelves; a fact that stands on any shelf already is replaced."""
        if not entries:
            return
        session.flush()
        driver = Driver(session)
        _take_off(driver, [entry.fact_id for entry in entries])
        lost = _lost_by_document(entries)
        rows, values = [], []
        for entry in entries:
            letters = lost[entry.document_id]
            heads = [analysed_head(head, letters) for head in entry.heads.split(LINE)]
            body = analysed(entry.text, letters)
            rows.append(_row((entry.shelf_id, entry.fact_id, entry.item_id, entry.kind), heads, body))
            values.append(_values(entry, heads, body, driver.sqlite))
        driver.many(f"INSERT INTO search_entry ({COLUMNS}) VALUES ({marks(values[0])})", values)
        _count(driver, rows, 1)
        for shelf_id, own in _by_shelf(rows).items():
            _make_table(driver, shelf_id)
            postings = [(row_id(row.item_id, row.fact_id), " ".join(sorted(row.keys))) for row in own]
            postings.sort()
            driver.many(_insertion(driver, shelf_id), postings)

    def remove(self, session: Session, fact_ids: Sequence[int]) -> None:
        """Take facts off whatever shelf they stand on; unknown ids are ignored."""
        if fact_ids:
            session.flush()
            _take_off(Driver(session), fact_ids)


def _values(entry: IndexEntry, heads: Sequence[Terms], body: Terms, sqlite: bool) -> tuple[Any, ...]:
    day: Any = entry.meeting_date.isoformat() if entry.meeting_date and sqlite else entry.meeting_date
    place = (entry.fact_id, entry.shelf_id, entry.item_id, entry.meeting_id, entry.document_id, entry.kind, day)
    return (*place, LINE.join(head.line for head in heads), body.line)


def _lost_by_document(entries: Iterable[IndexEntry]) -> dict[int, str]:
    texts: dict[int, list[str]] = defaultdict(list)
    for entry in entries:
        texts[entry.document_id].append(entry.text)
    return {document_id: lost_letters(found) for document_id, found in texts.items()}


def _by_shelf(rows: Iterable[_Row]) -> dict[int, list[_Row]]:
    found: dict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        found[row.shelf_id].append(row)
    return found


def _take_off(driver: Driver, fact_ids: Sequence[int]) -> None:
    """Remove whatever of these facts is indexed: rows, postings and counts."""
    for start in range(0, len(fact_ids), MOST_PARAMETERS):
        ids = list(fact_ids[start : start + MOST_PARAMETERS])
        found = driver.rows(
            f"SELECT shelf_id, fact_id, item_id, kind, heads, terms FROM search_entry WHERE fact_id IN ({marks(ids)})",
            ids,
        )
        if not found:
            continue
        rows = [
            _row((shelf_id, fact_id, item_id, kind), [stored(head) for head in heads.split(LINE)], stored(terms))
            for shelf_id, fact_id, item_id, kind, heads, terms in found
        ]
        for shelf_id, own in _by_shelf(rows).items():
            driver.many(
                f"DELETE FROM {table(shelf_id)} WHERE {'rowid' if driver.sqlite else 'id'} = ?",
                [(row_id(row.item_id, row.fact_id),) for row in own],
            )
        driver.many("DELETE FROM search_entry WHERE fact_id = ?", [(row.fact_id,) for row in rows])
        _count(driver, rows, -1)


def _count(driver: Driver, rows: Iterable[_Row], sign: int) -> None:
    """Add the rows to their shelves' frequencies, vocabulary and number of entries, or take them out."""
    for shelf_id, own in sorted(_by_shelf(rows).items()):
        for name, column, counts in (
            ("term_stat", "term", Counter(key for row in own for key in row.keys)),
            ("word", "word", Counter(word for row in own for word in row.words)),
        ):
            # In one order everywhere, so that two writers on PostgreSQL never wait for each other in a ring.
            ordered = sorted(counts.items())
            if sign > 0:
                driver.many(
                    f"INSERT INTO {name} (shelf_id, {column}, df) VALUES (?, ?, ?)"
                    f" ON CONFLICT (shelf_id, {column}) DO UPDATE SET df = {name}.df + excluded.df",
                    [(shelf_id, key, count) for key, count in ordered],
                )
            else:
                where = f"WHERE shelf_id = ? AND {column} = ?"
                driver.many(
                    f"UPDATE {name} SET df = df - ? {where}", [(count, shelf_id, key) for key, count in ordered]
                )
                driver.many(f"DELETE FROM {name} {where} AND df <= 0", [(shelf_id, key) for key, _ in ordered])
        driver.run(
            "UPDATE shelf SET entries = entries + ?, version = version + 1 WHERE id = ?", (sign * len(own), shelf_id)
        )


def _make_table(driver: Driver, shelf_id: int) -> None:
    name = table(shelf_id)
    if driver.sqlite:
        driver.run(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5(keys, content='', contentless_delete=1,"
            """ detail=none, tokenize="ascii tokenchars '~./,:-'")"""
        )
    elif not driver.rows("SELECT 1 FROM pg_class WHERE oid = to_regclass(?)", (name,)):
        driver.run(f"CREATE TABLE IF NOT EXISTS {name} (id bigint PRIMARY KEY, keys tsvector NOT NULL)")
        driver.run(f"CREATE INDEX IF NOT EXISTS ix_{name} ON {name} USING gin (keys) WITH (fastupdate = off)")


def _insertion(driver: Driver, shelf_id: int) -> str:
    if driver.sqlite:
        return f"INSERT INTO {table(shelf_id)} (rowid, keys) VALUES (?, ?)"
    # Not to_tsvector: the keys are made already, and no parser of the engine's may take 15/8020 apart.
    return f"INSERT INTO {table(shelf_id)} (id, keys) VALUES (?, array_to_tsvector(string_to_array(?, ' ')))"
