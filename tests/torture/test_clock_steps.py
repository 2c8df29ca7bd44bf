"""The wall clock is set forward and back by an hour while messages are on their way: none is lost, none repeated."""

from __future__ import annotations

import pytest

from store.database import Database
from tests.torture.stage import Stage
from tests.torture.virtual import VirtualLoop


@pytest.mark.parametrize("at", [0.05, 4.0, 8.2, 9.5])
@pytest.mark.parametrize("step", [3600.0, -3600.0])
def test_a_step_of_the_clock_repeats_nothing(quick_db: Database, at: float, step: float) -> None:
    loop = VirtualLoop()
    stage = Stage(quick_db, loop)
    stage.latency = 8.0  # so that the others look while messages are on their way
    keys = stage.due(20, recipients=10)

    async def run() -> float:
        tasks = [stage.replica() for _ in range(3)]
        await loop.nap(at)
        loop.offset += step
        await loop.nap(30.0)
        loop.offset -= step
        while not set(stage.states().values()) <= {"sent"}:
            await loop.nap(1.0)
        for task in tasks:
            await stage.end(task)
        return loop.time()

    took = loop.run_until_complete(run())
    loop.close()
    assert sorted(stage.wall.keys()) == sorted(keys)
    assert took < 180


def test_a_machine_that_slept_gives_its_lease_back(quick_db: Database) -> None:
    loop = VirtualLoop()
    stage = Stage(quick_db, loop)
    (key,) = stage.due(1)

    async def run() -> None:
        task = stage.replica()
        stage.lives[0].on_step[7] = lambda: setattr(loop, "offset", 300.0)  # between the claim and the post
        while stage.state(key) != "sent":
            await loop.nap(1.0)
        await stage.end(task)

    loop.run_until_complete(run())
    loop.close()
    assert (stage.wall.keys(), stage.claims(key)) == ([key], 2)
