"""Every crash point: two replicas over the real SQL, dying at each step, times everything the channel may answer."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bot.delivery_verdicts import Tempo
from store.database import Database
from store.outbox_records import Policy
from tests.torture.stage import CERTAIN, OUTCOMES, Stage
from tests.torture.virtual import VirtualLoop

POLICIES: tuple[Policy, ...] = ("resend", "hold", "probe")
LOOK = 10.0
"""Virtual seconds between two looks at what has become of it."""
TEMPO = Tempo(poll=LOOK)
LONG_ENOUGH = 3600.0
"""Virtual seconds in which every schedule has come to its end."""


@dataclass(frozen=True)
class Schedule:
    """When the replicas die (steps, None: never), and what the channel answers before all is well."""

    policy: Policy
    deaths: tuple[int, ...]
    outcomes: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """How a schedule ended."""

    state: str
    deliveries: int
    told: int
    steps: int


def schedules(policy: Policy, crashes: int, steps: int, outcomes: int) -> Iterator[Schedule]:
    """All with exactly so many crashes, each within the first `steps` of a replica's life."""
    for deaths in itertools.product(range(1, steps + 1), repeat=crashes):
        for answers in itertools.product(OUTCOMES, repeat=outcomes):
            yield Schedule(policy, deaths, answers)


class Theatre:
    """Plays one schedule after the other on one store, in one stretch of virtual time."""

    def __init__(self, db: Database) -> None:
        self._loop = VirtualLoop()
        self._stage = Stage(db, self._loop, tempo=TEMPO)
        self._stage.empty()
        self._played = 0

    def play(self, schedule: Schedule) -> Found:
        """Run a schedule to its end: replicas that die one after the other, then one that lives."""
        stage = self._stage
        self._played += 1
        stage.begin(schedule.outcomes)
        told = stage.told()
        (key,) = stage.due(1, schedule.policy, first=self._played)
        self._loop.run_until_complete(self._run(schedule, key))
        steps = max(life.steps for life in stage.lives)
        return Found(stage.state(key), stage.wall.keys().count(key), stage.told() - told, steps)

    async def _run(self, schedule: Schedule, key: str) -> None:
        for dies_at in (*schedule.deaths, None):
            task = self._stage.replica(dies_at, probe=True, flight=1)
            until = self._loop.time() + LONG_ENOUGH
            over = False
            while self._loop.time() < until and not task.done() and not over:
                await asyncio.sleep(LOOK)
                over = self._stage.state(key) not in ("pending", "leased", "sending")
            await self._stage.end(task)
            if over:
                return

    def close(self) -> None:
        """Give the loop back."""
        self._loop.close()


def judge(schedule: Schedule, found: Found) -> str | None:
    """What is wrong with an end, None when all is as promised."""
    doubtful = len(schedule.deaths) + sum(outcome not in CERTAIN for outcome in schedule.outcomes)
    if found.state not in ("sent", "unknown"):
        return "it came to no end"
    if schedule.policy == "resend":
        if found.state != "sent" or found.deliveries == 0:
            return "lost"
        return None if found.deliveries - 1 <= doubtful else "said again without a doubt"
    if schedule.policy == "hold":
        if found.deliveries > 1:
            return "said twice"
        if found.deliveries == 0 and found.state != "unknown":
            return "lost in silence"
        return None if found.state == "sent" or found.told == 1 else "its owner was not told"
    return None if (found.state, found.deliveries) == ("sent", 1) else "not exactly once"


def enumerate_all(db: Database, policy: Policy, crashes: int, steps: int, outcomes: int) -> Counter[str]:
    """Play all schedules; the faults found with their counts, and "played"."""
    figures: Counter[str] = Counter()
    theatre = Theatre(db)
    for schedule in schedules(policy, crashes, steps, outcomes):
        found = theatre.play(schedule)
        figures["played"] += 1
        figures[f"{found.state}, {found.deliveries} seen"] += 1
        wrong = judge(schedule, found)
        if wrong is not None:
            figures[f"FAULT {wrong}"] += 1
            figures[f"FAULT {wrong}: {schedule}"] += 1
    theatre.close()
    return figures
