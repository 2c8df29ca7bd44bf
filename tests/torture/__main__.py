"""`python -m tests.torture [NAME, …]`: the long form, a line of the table in README.md for each part as it ends.

A part of a name means all parts that have it: "postgresql" all on that engine, "killed" both with kills.

PostgreSQL is tortured where REFERENT_TEST_POSTGRES_URL names a server, and its crash where REFERENT_TORTURE_CRASH is a
command that lets it die and start again.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from datetime import time as time_of_day
from pathlib import Path

from store.calendar import WorkingDays, instant
from store.outbox_records import Weekly
from store.subscriptions import slots
from tests.torture.battery import CRASH, Found, Run, play
from tests.torture.crash_points import POLICIES, enumerate_all
from tests.torture.filling import POSTGRES
from tests.torture.million import quick_store, simulate
from tests.torture.slots import FIRST, LAST, SHIFTS, TIMES, wrong

FAULTY = ("--before", "0.01", "--after", "0.01", "--throttle", "0.02", "--reset", "0.005")
SLOW = ("--latency", "400")
"""So that nearly every kill finds messages under way."""
HEAD = "| run | engine | policy | number | faults | lost | duplicates | unknown, told | 429 | 99.9 % within | minutes |"


def runs() -> Iterator[Run]:
    """The battery, shortest first."""
    for engine in ("sqlite", "postgresql"):
        yield Run(f"ended {engine}", engine, 2_000, terms=20)
        yield Run(f"held {engine}", engine, 2_000, policy="hold", kills=20, connector=SLOW)
        yield Run(f"frozen {engine}", engine, 2_000, stops=3, kills=5)
        yield Run(f"faulty {engine}", engine, 2_000, kills=10, dead=20, connector=FAULTY)
        yield Run(f"killed {engine}", engine, 10_000, kills=50)
    yield Run("crashed postgresql", "postgresql", 5_000, kills=10, crashes=5, every=2.0)
    yield Run("in time sqlite", "sqlite", 3_000, spread=150, limits=True, unhurried=True, kills=3, every=20)
    yield Run("in time postgresql", "postgresql", 3_000, spread=150, limits=True, unhurried=True, kills=3, every=20)
    yield Run("limits sqlite", "sqlite", 24_000, threads=1_000, limits=True, unhurried=True)
    yield Run("limits postgresql", "postgresql", 24_000, threads=1_000, limits=True, unhurried=True)


def line(found: Found) -> str:
    """The table's line of a run."""
    run = found.run
    counted = {"kill -9": run.kills, "SIGTERM": run.terms, "SIGSTOP": run.stops, "database crash": run.crashes}
    faults = ", ".join(f"{number} × {name}" for name, number in counted.items() if number)
    faults += (
        f", {found.answers.get('502', 0)} × 502, {found.answers.get('reset', 0)} × reset"
        if run.connector == FAULTY
        else ""
    )
    repeated = f"{found.duplicates}"
    if found.duplicates:
        repeated += f" ({found.by_kill} under way at a kill or stop, {found.duplicates - found.explained} unexplained)"
    within = f"{found.late:.1f} s" if run.spread else ""
    cells = (run.name, run.engine, run.policy, f"{run.number:,}", faults or "none", found.lost, repeated, found.flagged)
    cells += (found.answers.get("429", 0), within, f"{found.seconds / 60:.1f}")
    return f"| {' | '.join(map(str, cells))} |"


def _battery(name: str) -> None:
    run = next(one for one in runs() if one.name == name)
    if run.engine == "postgresql" and not os.environ.get(POSTGRES):
        print(f"{name}: no PostgreSQL, set {POSTGRES}")
    elif run.crashes and not os.environ.get(CRASH):
        print(f"{name}: set {CRASH}")
    else:
        print(line(play(run)))


def _crash_points() -> None:
    for policy in POLICIES:
        with tempfile.TemporaryDirectory(dir=_memory()) as folder:
            db, began = quick_store(Path(folder)), time.monotonic()
            figures = enumerate_all(db, policy, crashes=1, steps=24, outcomes=2)
            figures += enumerate_all(db, policy, crashes=2, steps=16, outcomes=1)
            db.close()
        faults = {name: number for name, number in figures.items() if name.startswith("FAULT")}
        print(f"crash points, {policy}: {figures['played']:,} schedules, faults {faults}, {_since(began)}")


def _slots() -> None:
    began, laid, faults = time.monotonic(), 0, 0
    first, last = instant(FIRST, time_of_day(0)), instant(LAST, time_of_day(0))
    for weekday in range(7):
        for shift in SHIFTS:
            for at in TIMES:
                weekly = Weekly(weekday, at, shift)
                laid += len(slots(weekly, WorkingDays(), first, last))
                faults += len(list(wrong(weekly, WorkingDays())))
    print(f"slots: {laid:,} in thirty years, {faults} wrong, {_since(began)}")


def _million() -> None:
    with tempfile.TemporaryDirectory(dir=_memory()) as folder:
        db, began = quick_store(Path(folder)), time.monotonic()
        print(f"million: {simulate(db, 1_000_000)}, {_since(began)}")
        db.close()


def _since(began: float) -> str:
    return f"{(time.monotonic() - began) / 60:.1f} minutes"


def _memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def named(told: str, parts: Sequence[str]) -> list[str]:
    """The parts that a list parted by commas names, in their own order; all when it names none.

    Raises SystemExit, with the names that there are, for one that is none of them.
    """
    wanted = [" ".join(name.split()) for name in told.split(",") if name.strip()]
    unknown = [name for name in wanted if not any(name in part for part in parts)]
    if unknown:
        raise SystemExit(f"no such part: {', '.join(unknown)}; there are: {', '.join(parts)}")
    exact = [part for part in parts if part in wanted]
    return [part for part in parts if part in exact or any(name in part and name not in exact for name in wanted)] or [
        *parts
    ]


def main() -> None:
    """Do what is named, or all."""
    logging.disable(logging.CRITICAL)
    parts: dict[str, Callable[[], None]] = {"slots": _slots, "crash points": _crash_points}
    parts |= {run.name: lambda name=run.name: _battery(name) for run in runs()}  # type: ignore[misc]  # mypy cannot type a default of a lambda
    parts["million"] = _million
    chosen = named(",".join(sys.argv[1:]), list(parts))
    print(f"{datetime.now(UTC):%Y-%m-%d}\n{HEAD}", flush=True)
    for name in chosen:
        parts[name]()
        sys.stdout.flush()


if __name__ == "__main__":
    main()
