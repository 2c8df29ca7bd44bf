"""What searches have read of the index, kept until the library changes: common words and busy matters come up daily.

A place names the shelves that a thing was read from, with their versions: nobody is given what stands on a shelf not
opened, nor what stood there before.
"""

from __future__ import annotations

import threading
from collections.abc import Hashable
from typing import Any

POSTINGS, SECTIONS, COUNTS = "postings", "sections", "counts"
MOST = {POSTINGS: 150_000, SECTIONS: 6_000_000, COUNTS: 16}
"""Row ids, letters of stored lines, and lists of counts: some ten megabytes each at most."""
MOST_COUNTED = 10_000


class Lasting:
    """Things by place, at most so much of them in all; safe to share between threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._lock = threading.Lock()
        self._things: dict[Hashable, tuple[Any, int]] = {}

    def get(self, place: Hashable) -> Any:
        """The thing, None when it is not kept."""
        found = self._things.get(place)
        return None if found is None else found[0]

    def put(self, place: Hashable, thing: Any, size: int) -> None:
        """Keep a thing; those kept longest make room for it. What takes up much of the room by itself is not kept."""
        if 8 * size > self._most:
            return
        with self._lock:
            old = self._things.pop(place, None)
            self._size += size - (old[1] if old is not None else 0)
            self._things[place] = thing, size
            while self._size > self._most:
                self._size -= self._things.pop(next(iter(self._things)))[1]

    def counts(self, place: Hashable) -> dict[str, int]:
        """A list of counts to look in and to add to; a long one makes way for a new one."""
        found: dict[str, int] | None = self.get(place)
        if found is None or len(found) >= MOST_COUNTED:
            found = {}
            self.put(place, found, 1)
        return found
