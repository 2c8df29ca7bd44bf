"""Short form: one crash at every step of a replica's work, times every answer of the channel, for each policy."""

from __future__ import annotations

import pytest

from bot.delivery_verdicts import Tempo
from store.database import Database
from store.outbox_records import Policy
from tests.torture.crash_points import POLICIES, Found, Schedule, Theatre, enumerate_all, judge
from tests.torture.stage import OUTCOMES, Stage
from tests.torture.virtual import VirtualLoop

STEPS = 18
"""A replica that fails once and then succeeds takes so many steps."""


@pytest.mark.parametrize("policy", POLICIES)
def test_no_crash_point_loses_or_repeats_what_it_need_not(quick_db: Database, policy: Policy) -> None:
    figures = enumerate_all(quick_db, policy, crashes=1, steps=STEPS, outcomes=1)
    assert {name: number for name, number in figures.items() if name.startswith("FAULT")} == {}
    assert figures["played"] == STEPS * len(OUTCOMES)


def test_the_crash_points_are_all_there(quick_db: Database) -> None:
    theatre = Theatre(quick_db)
    found = [theatre.play(Schedule("resend", (), (outcome,))) for outcome in OUTCOMES]
    theatre.close()
    assert max(one.steps for one in found) >= STEPS
    assert {one.state for one in found} == {"sent"}


@pytest.mark.parametrize(
    ("policy", "state", "deliveries", "told", "fault"),
    [
        ("resend", "sent", 0, 0, "lost"),
        ("resend", "sent", 3, 0, "said again without a doubt"),
        ("hold", "unknown", 2, 1, "said twice"),
        ("hold", "sent", 0, 0, "lost in silence"),
        ("hold", "unknown", 0, 0, "its owner was not told"),
        ("probe", "sent", 2, 0, "not exactly once"),
        ("probe", "pending", 0, 0, "it came to no end"),
    ],
)
def test_the_judge_sees_faults(policy: Policy, state: str, deliveries: int, told: int, fault: str) -> None:
    assert judge(Schedule(policy, (3,), ("201",)), Found(state, deliveries, told, 18)) == fault


@pytest.mark.parametrize("ends_at", range(1, 40, 2))
def test_a_process_that_is_told_to_end_repeats_nothing(quick_db: Database, ends_at: int) -> None:
    loop = VirtualLoop()
    stage = Stage(quick_db, loop, tempo=Tempo(poll=10.0))
    keys = stage.due(6, recipients=6)

    async def run() -> None:
        await stage.replica(ends_at=ends_at)
        task = stage.replica()
        while set(stage.states().values()) != {"sent"}:
            await loop.nap(5.0)
        await stage.end(task)

    loop.run_until_complete(run())
    loop.close()
    assert sorted(stage.wall.keys()) == sorted(keys)
