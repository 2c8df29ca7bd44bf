"""Virtual time: a loop whose clock jumps to the next thing to happen, and replicas that die where they are told to."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
"""A Monday, 9 o'clock in Copenhagen."""


class VirtualLoop(asyncio.SelectorEventLoop):
    """Nothing waits: when nothing is ready, time is what the next timer says. `offset` is a step of the wall clock."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds = 0.0
        self.offset = 0.0

    def time(self) -> float:
        return self.seconds

    def _run_once(self) -> None:
        mine: Any = self  # asyncio's own parts, there since 3.4
        while mine._scheduled and mine._scheduled[0]._cancelled:
            mine._timer_cancelled_count -= 1
            heapq.heappop(mine._scheduled)._scheduled = False
        if not mine._ready and mine._scheduled:
            self.seconds = max(self.seconds, mine._scheduled[0].when())
        super()._run_once()  # type: ignore[misc]  # asyncio's own

    async def nap(self, seconds: float) -> None:
        """Let so much virtual time go by."""
        await asyncio.sleep(seconds)

    def now(self) -> datetime:
        """The wall clock."""
        return START + timedelta(seconds=self.seconds + self.offset)


class Killed(BaseException):
    """The process is gone: nothing of it runs on, no handler sees this."""


class Life:
    """One process that may die at a given step, counted over everything it does to the world outside."""

    def __init__(self, dies_at: int | None = None, ends_at: int | None = None) -> None:
        """`dies_at` that step, as by SIGKILL; `ends_at` that step, as by SIGTERM."""
        self.dies_at, self.ends_at, self.steps, self.dead = dies_at, ends_at, 0, False
        self.on_death: Callable[[], None] = lambda: None
        self.on_end: Callable[[], None] = lambda: None
        self.on_step: dict[int, Callable[[], None]] = {}

    def step(self) -> None:
        """Live one step further, or die."""
        if self.dead:
            raise Killed
        self.steps += 1
        self.on_step.get(self.steps, lambda: None)()
        if self.steps == self.ends_at:
            self.on_end()
        if self.steps == self.dies_at:
            self.dead = True
            self.on_death()
            raise Killed


class Mortal:
    """A store part or the like whose calls are steps: one may die before it and after it, never half way."""

    def __init__(self, inner: Any, life: Life) -> None:
        self._inner, self._life = inner, life

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if not callable(found):
            return found

        def call(*given: Any, **named: Any) -> Any:
            self._life.step()
            result = found(*given, **named)
            self._life.step()
            return result

        return call


def inline(life: Life) -> Callable[..., Any]:
    """Runs store work at once, on the loop: SQL takes no virtual time."""

    async def run(work: Callable[..., Any], *given: Any) -> Any:
        if life.dead:
            raise Killed
        return work(*given)

    return run
