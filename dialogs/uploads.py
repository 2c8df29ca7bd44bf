"""Dropped files in memory between the preview and the click that stores or discards them."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

KEPT_FOR = timedelta(minutes=30)
MOST_FILES = 100
MOST_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class _Held:
    owner: str
    name: str
    content: bytes
    at: datetime


class HeldUploads:
    """dialogs.ports.Uploads in the memory of one process.

    A file that nobody has decided to keep never reaches the disk; the price is that it is gone after a restart,
    and then the person is asked to send it again.
    """

    def __init__(self) -> None:
        self._held: OrderedDict[str, _Held] = OrderedDict()
        self._lock = threading.Lock()

    def hold(self, owner: str, name: str, content: bytes, now: datetime) -> str:
        """Keep a file, one for each owner; the oldest go when there are too many or they are too large together."""
        upload = secrets.token_urlsafe(16)
        with self._lock:
            for key in [key for key, held in self._held.items() if held.owner == owner or self._old(held, now)]:
                del self._held[key]
            self._held[upload] = _Held(owner, name, content, now)
            while len(self._held) > 1 and (len(self._held) > MOST_FILES or self._size() > MOST_BYTES):
                self._held.popitem(last=False)
        return upload

    def take(self, upload: str, owner: str, now: datetime) -> tuple[str, bytes] | None:
        """Name and content, once; None when it is not held, not the owner's, or too old."""
        with self._lock:
            held = self._held.get(upload)
            if held is None or held.owner != owner or self._old(held, now):
                return None
            del self._held[upload]
            return held.name, held.content

    def _size(self) -> int:
        return sum(len(held.content) for held in self._held.values())

    @staticmethod
    def _old(held: _Held, now: datetime) -> bool:
        return now - held.at > KEPT_FOR
