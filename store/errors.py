"""What can go wrong in the store; one root, and each error says what a person can do about it."""

from __future__ import annotations


class StoreError(Exception):
    """Root of the store's errors."""


class NotFound(StoreError):
    """No such thing, or none that the asker may know of: the two are never told apart."""


class Conflict(StoreError):
    """Somebody else changed it meanwhile."""


class MinutesUnreadable(StoreError):
    """A file could not be read as text.

    `reason` is a code listed in the README (no_text, encrypted, broken, too_large, too_slow, unknown_format, hostile),
    `page` and `line` say where (1-based) when known, `message` is a sentence for the log and the report.
    """

    def __init__(
        self, source: str, reason: str, message: str, *, page: int | None = None, line: int | None = None
    ) -> None:
        super().__init__(f"{source}: {message}")
        self.source = source
        self.reason = reason
        self.message = message
        self.page = page
        self.line = line
