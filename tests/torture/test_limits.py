"""Short form: a backlog goes out at the pace that Teams allows, with none turned away, over any number of replicas."""

from __future__ import annotations

from itertools import pairwise

import pytest

from store.database import Database
from tests.torture.limits import Limited
from tests.torture.stage import Stage
from tests.torture.virtual import VirtualLoop


@pytest.mark.parametrize("replicas", [1, 4])
def test_a_backlog_goes_out_at_forty_a_second(quick_db: Database, replicas: int) -> None:
    loop = VirtualLoop()
    stage = Stage(quick_db, loop)
    stage.limited = Limited()
    keys = stage.due(400, recipients=100)

    async def run() -> float:
        tasks = [stage.replica(flight=8) for _ in range(replicas)]
        while len(stage.wall.delivered) < len(keys) and loop.time() < 60:
            await loop.nap(0.5)
        took = loop.time()
        await loop.nap(2.0)
        for task in tasks:
            await stage.end(task)
        return took

    took = loop.run_until_complete(run())
    loop.close()
    assert sorted(stage.wall.keys()) == sorted(keys)
    assert stage.limited.refused == 0
    assert 400 / 45 < took < 400 / 30


def test_a_thread_rests_between_messages(quick_db: Database) -> None:
    loop = VirtualLoop()
    stage = Stage(quick_db, loop)
    stage.limited = Limited()
    keys = stage.due(40, recipients=1)

    async def run() -> None:
        tasks = [stage.replica() for _ in range(2)]
        while len(stage.wall.delivered) < len(keys) and loop.time() < 120:
            await loop.nap(1.0)
        for task in tasks:
            await stage.end(task)

    loop.run_until_complete(run())
    loop.close()
    times = [at for _, at in stage.wall.delivered]
    assert sorted(stage.wall.keys()) == sorted(keys)
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.6
    assert stage.limited.refused == 0


def test_a_thread_that_is_throttled_holds_up_no_other(quick_db: Database) -> None:
    loop = VirtualLoop()
    stage = Stage(quick_db, loop, ["429"] * 3)
    keys = stage.due(12, recipients=6)

    async def run() -> None:
        task = stage.replica(flight=2)
        while len(stage.wall.delivered) < len(keys) and loop.time() < 120:
            await loop.nap(1.0)
        await stage.end(task)

    loop.run_until_complete(run())
    loop.close()
    assert sorted(stage.wall.keys()) == sorted(keys)
