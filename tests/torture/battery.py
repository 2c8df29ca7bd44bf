"""The battery: replicas in processes of their own, killed, stopped and told to end while thousands go out."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.torture.filling import fill, left, outcome, store

ROOT = Path(__file__).parents[2]
PORT = 8931
CRASH = "REFERENT_TORTURE_CRASH"
"""A command that lets the PostgreSQL server die at once and start again."""
AROUND_A_KILL = (-0.5, 12.0)
"""Seconds from when people saw a message to the kill of its sender within which it was under way."""


@dataclass(frozen=True)
class Run:
    """One line of the table. `every`: seconds between two faults; `spread`: seconds over which occurrences fall due."""

    name: str
    engine: str
    number: int
    policy: str = "resend"
    workers: int = 4
    flight: int = 4
    kills: int = 0
    terms: int = 0
    stops: int = 0
    crashes: int = 0
    every: float = 1.0
    threads: int = 500
    dead: int = 0
    spread: float = 0.0
    limits: bool = False
    unhurried: bool = False
    connector: tuple[str, ...] = ()
    timeout: float = 1200.0


@dataclass
class Found:
    """What came of a run."""

    run: Run
    seconds: float
    states: dict[str, int]
    lost: int
    flagged: int
    duplicates: int
    explained: int
    by_kill: int
    late: float
    answers: dict[str, int]
    faults: dict[str, int] = field(default_factory=dict)


class Troupe:
    """The replicas of a run, and what was done to them."""

    def __init__(self, run: Run, url: str, log: Path) -> None:
        self._run, self._url, self._log = run, url, log
        self.killed: dict[str, float] = {}
        self.stopped: list[tuple[str, float, float]] = []
        self._members = [self._spawn(number) for number in range(run.workers)]

    def _spawn(self, number: int) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.torture.worker", self._url, f"http://127.0.0.1:{PORT}", f"w{number}"]
        command += ["--flight", str(self._run.flight)]
        command += ["--limits"] if self._run.limits else []
        command += ["--unhurried"] if self._run.unhurried else []
        errors = self._log.with_name(f"w{number}.err").open("ab")
        return subprocess.Popen(command, cwd=ROOT, stderr=errors, stdout=errors)

    def strike(self, number: int, how: signal.Signals) -> None:
        """Kill one, or tell it to end, and start another in its place."""
        one = self._members[number]
        one.send_signal(how)
        if how == signal.SIGKILL:
            self.killed[f"w{number}:{one.pid}"] = time.time()
        one.wait()
        self._members[number] = self._spawn(number)

    def freeze(self, number: int, seconds: float) -> None:
        """Stop one in its tracks for longer than its leases."""
        one, began = self._members[number], time.time()
        one.send_signal(signal.SIGSTOP)
        time.sleep(seconds)
        one.send_signal(signal.SIGCONT)
        self.stopped.append((f"w{number}:{one.pid}", began, time.time()))

    def end(self) -> None:
        """Tell all to end."""
        for one in self._members:
            one.send_signal(signal.SIGTERM)
        for one in self._members:
            try:
                one.wait(20)
            except subprocess.TimeoutExpired:
                one.kill()


def play(run: Run) -> Found:
    """Do a run and look at what came of it."""
    with tempfile.TemporaryDirectory(dir=_place()) as folder, store(run.engine, Path(folder)) as url:
        log = Path(folder) / "seen.jsonl"
        keys = fill(url, run, f"http://127.0.0.1:{PORT}")
        with _connector(run, log):
            troupe = Troupe(run, url, log)
            began = time.time()
            try:
                _torment(run, troupe)
                while left(url) and time.time() - began < run.timeout:
                    time.sleep(0.5)
                seconds = time.time() - began
            finally:
                troupe.end()
            answers = _stats()
        found = _judged(run, troupe, log, keys, outcome(url), seconds, answers)
        _keep_errors(run, Path(folder))
        return found


def _torment(run: Run, troupe: Troupe) -> None:
    """All faults of the run, one after the other, to members in turn."""
    drawn = random.Random(7)
    faults = ["kill"] * run.kills + ["term"] * run.terms + ["stop"] * run.stops + ["crash"] * run.crashes
    drawn.shuffle(faults)
    time.sleep(3.0 if faults else 0.0)
    for fault in faults:
        time.sleep(run.every * drawn.uniform(0.5, 1.5))
        number = drawn.randrange(run.workers)
        if fault == "kill":
            troupe.strike(number, signal.SIGKILL)
        elif fault == "term":
            troupe.strike(number, signal.SIGTERM)
        elif fault == "stop":
            troupe.freeze(number, 25.0)
        else:
            subprocess.run(os.environ[CRASH], shell=True, check=True, stdout=subprocess.DEVNULL)


def _judged(
    run: Run, troupe: Troupe, log: Path, keys: Sequence[str], ended: dict[str, Any], seconds: float,
    answers: dict[str, int],
) -> Found:  # fmt: skip
    seen: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in log.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        if told["key"] in ended["due"]:
            seen[told["key"]].append(told)
    live = [key for key in keys if key not in ended["to_dead"]]
    unseen = [key for key in live if key not in seen]
    repeated = [copy for copies in seen.values() for copy in copies[:-1]]
    by_kill = sum(_under_way(copy, troupe) for copy in repeated)
    # Without faults of the connector or the database, only a kill or a stop can have caused a second copy.
    doubts = sum(answers.get(code, 0) for code in ("502", "reset", "slow"))
    delays = sorted(copies[0]["at"] - ended["due"][key] for key, copies in seen.items())
    return Found(
        run=run,
        seconds=seconds,
        states=ended["states"],
        lost=len([key for key in unseen if key not in ended["flagged"]]),
        flagged=len(ended["flagged"]),
        duplicates=len(repeated),
        explained=min(len(repeated), by_kill + doubts + run.crashes * run.workers * run.flight),
        by_kill=by_kill,
        late=delays[min(len(delays) - 1, int(len(delays) * 0.999))] if delays else 0.0,
        answers=answers,
        faults={"kills": len(troupe.killed), "stops": len(troupe.stopped)},
    )


def _under_way(copy: dict[str, Any], troupe: Troupe) -> bool:
    """Whether the process that sent this copy was killed or stopped before it can have noted that it was sent."""
    killed = troupe.killed.get(copy["by"])
    if killed is not None and AROUND_A_KILL[0] < killed - copy["at"] < AROUND_A_KILL[1]:
        return True
    return any(by == copy["by"] and began - 12 < copy["at"] < ended + 12 for by, began, ended in troupe.stopped)


def _place() -> Path:
    """A folder on a real disk: what a crash can lose is what the disk has not."""
    place = ROOT / "build" / "torture"
    place.mkdir(parents=True, exist_ok=True)
    return place


@contextmanager
def _connector(run: Run, log: Path) -> Iterator[None]:
    log.touch()
    command = [sys.executable, "-m", "tests.torture.connector", str(PORT), str(log), *run.connector]
    command += ["--limits"] if run.limits else []
    process = subprocess.Popen(command, cwd=ROOT)
    try:
        for _ in range(100):
            try:
                _stats()
                break
            except OSError:
                time.sleep(0.2)
        yield
    finally:
        process.terminate()
        process.wait()


def _stats() -> dict[str, int]:
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/stats", timeout=5) as answer:
        found: dict[str, int] = json.load(answer)
    return found


def _keep_errors(run: Run, folder: Path) -> None:
    """What the replicas complained of, for whoever wonders about a figure."""
    kept = _place() / "errors" / run.name.replace(" ", "-")
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    for path in folder.glob("*.err"):
        if path.stat().st_size:
            shutil.copy(path, kept / path.name)
