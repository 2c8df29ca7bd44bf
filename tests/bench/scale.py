"""How finding, memory and filing behave as the store grows; each size in a process of its own."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from store.database import Database
from store.migrations import migrate
from tests.bench.asker import Asker
from tests.bench.corpus import fill
from tests.bench.figures import quantile
from tests.bench.questions import own

SIZES = (10_000, 100_000)
MILLION = 1_000_000
ROUNDS = 2


def resident() -> float:
    """Memory of this process that is in use, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def measured(path: Path) -> str:
    """Questions to a store that is there, in a process that has answered none yet."""
    empty = path.with_name("empty.db")
    db = Database.open(f"sqlite:///{empty}")
    migrate(db)
    questions = [one for one in own("open") if one.subject.audience == "personal"]
    before = Asker(db)
    for question in questions:
        before.find(question.text, question.lang, question.subject)
    start = resident()
    asker = Asker(Database.open(f"sqlite:///{path}"))
    took: list[float] = []
    worked: list[float] = []
    for turn in range(ROUNDS):
        for question in questions:
            then, busy = time.perf_counter(), time.thread_time()
            asker.find(question.text, question.lang, question.subject)
            if turn:
                took.append(1000 * (time.perf_counter() - then))
                worked.append(1000 * (time.thread_time() - busy))
    return (
        f"find p50 {quantile(took, 0.5):.1f} p95 {quantile(took, 0.95):.1f} max {max(took):.1f} ms"
        f" (of the processor p50 {quantile(worked, 0.5):.1f} p95 {quantile(worked, 0.95):.1f}), n={len(took)};"
        f" memory +{resident() - start:.0f} MB over an empty store ({start:.0f} MB)"
    )


def grown(path: Path, facts: int) -> str:
    """Make a store of this size."""
    db = Database.open(f"sqlite:///{path}")
    migrate(db)
    spent = fill(db, facts)
    db.close()
    return f"indexed {facts / spent:,.0f} facts/s in batches of 500, {path.stat().st_size / facts:.0f} bytes a fact"


def report(million: bool = False) -> list[str]:
    """One line for each size."""
    found = []
    for size in (*SIZES, *((MILLION,) if million else ())):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "store.db"
            built = grown(path, size)
            asked = subprocess.run(
                [sys.executable, "-m", "tests.bench.scale", str(path)], capture_output=True, text=True, check=True
            )
            found.append(f"{size:>9,} facts: {built}; {asked.stdout.strip()}")
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    print(measured(parser.parse_args().store))
