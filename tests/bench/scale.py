"""How finding, memory and filing behave as the store grows; each size in a process of its own."""

from __future__ import annotations

import argparse
import gc
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.config import Settings
from bot.world import World, open_world
from dialogs.flows import respond
from dialogs.turn import Caller, Outcome, Scene, Turn
from store.database import Database
from store.migrations import migrate
from store.records import Address, ConversationKey
from tests.bench.asker import NOW, Asker
from tests.bench.corpus import fill
from tests.bench.figures import quantile
from tests.bench.questions import Labelled, own

SIZES = (10_000, 100_000)
MILLION = 1_000_000
ROUNDS = 4
"""The first is not counted; of the others the best of each question is, since the machine may be shared."""


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
    took = _best(lambda one: asker.find(one.text, one.lang, one.subject), questions)
    grew = resident() - start
    world = open_world(Settings(local=True, database_url=f"sqlite:///{path}"), lambda: NOW)
    whole = _best(lambda one: _turn(world, one), questions)
    world.close()
    return (
        f"find {_spread(took)}; question in, card out {_spread(whole)}, n={len(took)};"
        f" memory +{grew:.0f} MB over an empty store ({start:.0f} MB)"
    )


def _spread(took: Sequence[float]) -> str:
    return f"p50 {quantile(took, 0.5):.1f} p95 {quantile(took, 0.95):.1f} max {max(took):.1f} ms"


def _best(ask: Callable[[Labelled], object], questions: Sequence[Labelled]) -> list[float]:
    """The best time of each question, in ms."""
    took = [math.inf] * len(questions)
    for turn in range(ROUNDS):
        if turn == 1:
            # As the service does once it is warm: the word lists need no looking through.
            gc.collect()
            gc.freeze()
        for place, question in enumerate(questions):
            then = time.perf_counter()
            ask(question)
            if turn:
                took[place] = min(took[place], 1000 * (time.perf_counter() - then))
    return took


def _turn(world: World, one: Labelled) -> Outcome:
    """A whole answer: understood, found and made a card."""
    person = one.subject.person or ""
    turn = Turn(
        id="bench",
        kind="message",
        caller=Caller(person, world.tenant, ""),
        address=Address(world.tenant, "", "bench", one.subject.audience, person=person),
        key=ConversationKey(world.tenant, "bench", person),
        at=NOW,
        locale="en" if one.lang == "en" else "da",
        text=one.text,
    )
    return respond(turn, Scene(one.subject, None, turn.locale, NOW), world.ports)


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
