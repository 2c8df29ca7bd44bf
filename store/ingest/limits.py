"""What one file may cost: bytes, memory, seconds and pages, and the way a reader tells how many pages it met."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Ceilings for reading one file; beyond them it is refused, never half read.

    Bytes are bytes, seconds are seconds. `cpu_seconds` and `wall_seconds` are for a short file; each page that a
    reader announces adds `seconds_per_page` to both.
    """

    file_bytes: int = 100 * 1024 * 1024
    memory_bytes: int = 512 * 1024 * 1024
    cpu_seconds: float = 10.0
    wall_seconds: float = 30.0
    seconds_per_page: float = 0.05
    pages: int = 2_000
    unpacked_bytes: int = 200 * 1024 * 1024
    entries: int = 5_000
    ratio: int = 100
    answer_bytes: int = 64 * 1024 * 1024


_listeners: list[Callable[[int], None]] = []


def listen(listener: Callable[[int], None]) -> None:
    """Have `listener` called with the number of pages of each file that is read from now on in this process."""
    _listeners[:] = [listener]


def announce_pages(count: int) -> None:
    """Say that the file being read has `count` pages, so that whoever watches the clock can be patient with it."""
    for listener in _listeners:
        listener(count)
