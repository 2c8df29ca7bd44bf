"""A million occurrences in virtual time: replicas die at random, the channel fails at random, all is accounted for."""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import insert, select, text

from bot.delivery_verdicts import Tempo
from store.database import Database
from store.migrations import migrate
from store.ratelimits import Limits
from store.subscriptions import OCCURRENCE, SUBSCRIPTION
from tests.torture.filling import occurrence_row, subscription_row
from tests.torture.stage import OUTCOMES, Stage
from tests.torture.virtual import VirtualLoop

ROUND = 10_000
PLACES = 2_000
REPLICAS, FLIGHT = 4, 50
FAULTS = {"502 not taken": 0.01, "502 taken": 0.01, "reset taken": 0.005, "429": 0.01, "refused": 0.01}
TEMPO = Tempo(poll=1.0, doubts=1000)
UNBOUND = Limits(per_second=1e6, spacing=0.0, hourly=1_000_000_000)


@dataclass
class Account:
    """What became of all rounds."""

    occurrences: int = 0
    lost: int = 0
    duplicates: int = 0
    unexplained: int = 0
    deaths: int = 0
    doubtful: int = 0


def simulate(db: Database, number: int, seed: int = 1) -> Account:
    """Send so many occurrences, in rounds; what became of them."""
    account, loop, drawn = Account(), VirtualLoop(), random.Random(seed)
    stage = Stage(db, loop, tempo=TEMPO, limits=UNBOUND)
    stage.wall.outcomes = _outcomes(drawn)
    stage.empty()
    _places(db, loop)
    for first in range(0, number, ROUND):
        _round(stage, account, drawn, min(ROUND, number - first))
    loop.close()
    return account


def _round(stage: Stage, account: Account, drawn: random.Random, number: int) -> None:
    keys = _put_in(stage, number)
    deaths = len(stage.lives)

    async def run() -> None:
        tasks = [stage.replica(_death(drawn), flight=FLIGHT) for _ in range(REPLICAS)]
        while _left(stage.db):
            await stage.loop.nap(2.0)
            # Whoever died is started again, as an orchestrator would.
            tasks = [task if not task.done() else stage.replica(_death(drawn), flight=FLIGHT) for task in tasks]
        for task in tasks:
            await stage.end(task)

    stage.loop.run_until_complete(run())
    seen = Counter(key for key, _ in stage.wall.delivered)
    names = {number: key for key, number in keys.items()}
    doubts = stage.wall.doubted + Counter({names[one]: often for one, often in stage.orphans.items() if one in names})
    account.occurrences += number
    account.lost += sum(key not in seen for key in keys)
    account.duplicates += sum(often - 1 for often in seen.values())
    account.unexplained += sum(max(0, often - 1 - doubts[key]) for key, often in seen.items())
    account.doubtful += sum(doubts.values())
    account.deaths += sum(life.dead for life in stage.lives[deaths:])
    stage.wall.delivered.clear()
    stage.wall.doubted.clear()
    stage.orphans.clear()
    stage.lives.clear()


def _put_in(stage: Stage, number: int) -> dict[str, int]:
    """So many new occurrences due now; their ids by key. Those of the round before are dropped."""
    now = stage.loop.now()
    with stage.db.write() as session:
        connection = session.connection()
        connection.execute(text("DELETE FROM occurrence"))
        ids = {row.key: row.id for row in connection.execute(select(SUBSCRIPTION.c.key, SUBSCRIPTION.c.id))}
        places = sorted(ids)
        rows = [occurrence_row(ids[places[n % PLACES]], places[n % PLACES], f"n{n}", now) for n in range(number)]
        connection.execute(insert(OCCURRENCE), rows)
        found = connection.execute(select(OCCURRENCE.c.id, OCCURRENCE.c.recipient, OCCURRENCE.c.slot))
        return {f"{row.recipient}/{row.slot}": row.id for row in found}


def _places(db: Database, loop: VirtualLoop) -> None:
    now = loop.now()
    with db.write() as session:
        rows = [{**subscription_row(f"p{n}", "resend", now), "kind": "probe"} for n in range(PLACES)]
        session.connection().execute(insert(SUBSCRIPTION), rows)


def _left(db: Database) -> bool:
    statement = text("SELECT 1 FROM occurrence WHERE state IN ('pending', 'leased', 'sending') LIMIT 1")
    with db.read() as session:
        return session.connection().execute(statement).first() is not None


def _death(drawn: random.Random) -> int:
    return int(drawn.expovariate(1 / 8000)) + 1


def _outcomes(drawn: random.Random) -> Iterator[str]:
    names = list(OUTCOMES)
    weights = [FAULTS.get(name, 0.0) for name in names]
    weights[names.index("201")] = 1 - sum(weights)
    while True:
        yield from drawn.choices(names, weights, k=1000)


def quick_store(folder: Path) -> Database:
    """A SQLite store that does not wait for the disk: virtual processes cannot take the machine down with them."""
    db = Database.open(f"sqlite:///{folder / 'store.db'}")
    migrate(db)
    return db


def main() -> None:
    """`python -m tests.torture.million [NUMBER] [SEED]`."""
    number, seed = (int(told) for told in (*sys.argv[1:], "1000000", "1")[:2])
    folder = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    began = time.process_time()
    db = quick_store(folder)
    try:
        print(simulate(db, number, seed), f"{time.process_time() - began:.0f} s of processor time")
    finally:
        db.close()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
