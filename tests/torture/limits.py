"""The limits that Teams keeps to, for a thread and for an app and tenant."""

from __future__ import annotations

from collections import defaultdict, deque


class Limited:
    """Counts what may pass; a request that is turned away does not count. `now` is in seconds of any clock.

    The figures are those of the documentation: 7 in a second, 8 in two, 60 in thirty, 1800 in an hour; 50 a second.
    """

    THREAD = ((1.0, 7), (2.0, 8), (30.0, 60), (3600.0, 1800))

    def __init__(self) -> None:
        self.threads: dict[str, deque[float]] = defaultdict(deque)
        self.tenant: deque[float] = deque()
        self.refused = 0

    def wait(self, thread: str, now: float) -> float:
        """0 when it may pass, else the seconds to wait."""
        mine = self.threads[thread]
        while mine and now - mine[0] >= 3600:
            mine.popleft()
        while self.tenant and now - self.tenant[0] >= 1:
            self.tenant.popleft()
        waits = [1.0] if len(self.tenant) >= 50 else []
        for window, most in self.THREAD:
            recent = [at for at in reversed(mine) if now - at < window]
            if len(recent) >= most:
                waits.append(window - (now - recent[most - 1]))
        if waits:
            self.refused += 1
            return max(waits)
        mine.append(now)
        self.tenant.append(now)
        return 0.0
