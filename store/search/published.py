"""Neutral titles that the existence of closed items was made public under: they are in no index, but are asked for."""

from __future__ import annotations

import threading

from store.search.index import Driver

MOST_PUBLISHED = 500

Titles = tuple[tuple[int, str], ...]
"""Row ids of items with their neutral titles, newest meeting first."""


class Published:
    """The titles, read again whenever somebody changed access or a document came in; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: tuple[tuple[object, object], Titles] | None = None

    def titles(self, driver: Driver) -> Titles:
        """All published titles; whether one exists for the asker is for whoever reads the item."""
        stamp = driver.rows("SELECT (SELECT max(id) FROM audit), (SELECT max(id) FROM document)")[0]
        with self._lock:
            if self._kept is not None and self._kept[0] == tuple(stamp):
                return self._kept[1]
        found = tuple(
            (number, title)
            for number, title in driver.rows(
                "SELECT i.id, i.neutral_title FROM item i JOIN meeting m ON m.id = i.meeting_id WHERE i.existence_open"
                " AND i.neutral_title IS NOT NULL ORDER BY m.date DESC, m.key, i.position, i.key LIMIT ?",
                [MOST_PUBLISHED],
            )
        )
        with self._lock:
            self._kept = (tuple(stamp), found)
        return found
