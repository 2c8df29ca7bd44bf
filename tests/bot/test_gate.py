"""Rate, locks, hosts and the ticker: the small parts of the edge by themselves."""

from __future__ import annotations

import asyncio

from bot.gate import PEOPLE_COUNTED, Hosts, Rate
from bot.locks import Locks
from bot.metrics import Metrics
from bot.ticker import Job, Ticker
from tests.fakes.edge import Ticking


def test_a_person_is_told_once_and_again_after_calming_down() -> None:
    clock = Ticking()
    rate = Rate(2, clock)
    assert [rate.take("a") for _ in range(4)] == ["go", "go", "tell", "silent"]
    assert rate.take("b") == "go"
    clock.seconds += 61
    assert [rate.take("a") for _ in range(3)] == ["go", "go", "tell"]


def test_the_rate_forgets_people_rather_than_growing() -> None:
    rate = Rate(1, Ticking())
    for number in range(PEOPLE_COUNTED + 50):
        rate.take(str(number))
    assert len(rate._times) == PEOPLE_COUNTED


async def test_locks_keep_order_and_leave_nothing_behind() -> None:
    locks, order = Locks(), []

    async def one(number: int) -> None:
        async with locks.hold("key"):
            await asyncio.sleep(0)
            order.append(number)

    await asyncio.gather(*[one(number) for number in range(5)])
    assert order == [0, 1, 2, 3, 4]
    assert len(locks) == 0


async def test_a_lock_is_let_go_when_its_holder_is_cancelled() -> None:
    locks = Locks()
    entered = asyncio.Event()

    async def hold() -> None:
        async with locks.hold("key"):
            entered.set()
            await asyncio.Event().wait()

    holder = asyncio.create_task(hold())
    await entered.wait()
    waiter = asyncio.create_task(hold())
    await asyncio.sleep(0)
    for task in (waiter, holder):
        task.cancel()
    await asyncio.gather(holder, waiter, return_exceptions=True)
    assert len(locks) == 0


def test_loopback_is_a_host_in_local_mode_only() -> None:
    assert Hosts(frozenset(), loopback=True).allow("http://127.0.0.1:9000/")
    assert not Hosts(frozenset()).allow("http://127.0.0.1:9000/")
    assert not Hosts(frozenset(), loopback=True).allow("http://127.0.0.1.evil.example/")
    assert Hosts(frozenset({"bot.kommune.dk"})).allow("https://bot.kommune.dk/x")


async def test_a_job_that_fails_runs_again_and_grows_old() -> None:
    clock = Ticking()
    runs: list[int] = []

    async def work() -> None:
        runs.append(len(runs))
        if len(runs) == 1:
            raise RuntimeError

    job = Job("inbox", 30, work)
    ticker = Ticker((job,), clock)
    assert not ticker.alive("inbox")
    ticker.start()
    clock.seconds = 300
    await ticker.run(job)
    assert not ticker.alive("inbox")
    await ticker.run(job)
    assert (ticker.ages(), ticker.alive("inbox")) == ({"inbox": 0.0}, True)
    ticker.stop()


def test_durations_are_a_cumulative_histogram() -> None:
    metrics = Metrics()
    for seconds in (0.004, 0.03, 99.0):
        metrics.took("referent_turn_seconds", seconds)
    text = metrics.text()
    assert 'referent_turn_seconds_bucket{le="0.005"} 1' in text
    assert 'referent_turn_seconds_bucket{le="0.05"} 2' in text
    assert 'referent_turn_seconds_bucket{le="+Inf"} 3' in text
    assert "referent_turn_seconds_count 3" in text
