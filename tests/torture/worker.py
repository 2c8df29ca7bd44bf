"""One replica in a process of its own: the real dispatcher, store and sender, against a connector on this machine.

`python -m tests.torture.worker DATABASE_URL CONNECTOR_URL NAME [--flight N] [--limits] [--unhurried]`. It runs until it
is killed or told to end; unless `--unhurried`, with leases that run out sooner.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from bot.config import Settings
from bot.delivery import Renderers, TeamsOutlet
from bot.delivery_carrier import Clocks, Way
from bot.delivery_dispatch import Dispatcher
from bot.delivery_verdicts import Tempo
from bot.gate import Hosts
from bot.logs import configure
from bot.metrics import Metrics
from bot.reminders import Pooled, Reminders, employs
from bot.sender import Sender
from dialogs.turn import Message
from store.database import Database
from store.outbox import Outbox
from store.outbox_reach import Reach
from store.outbox_records import OUTBOX_KIND, Occurrence
from store.ratelimits import Limits
from store.records import Address, Lang, Subject

QUICK = Tempo(lease=16.0, request=11.0, grace=3.0, look=1.0, poll=0.2, doubt=1.0)
"""Leases that run out sooner, so that many kills fit into minutes."""
UNBOUND = Limits(per_second=100_000.0, spacing=0.0, hourly=1_000_000_000)


def words(occurrence: Occurrence, subject: Subject, now: datetime) -> Message:
    """The message is its own key: the log tells which one people saw."""
    return Message(f"{occurrence.subscription.key}/{occurrence.slot}")


class _Signed(TeamsOutlet):
    """Says in each message which process sent it."""

    async def send(self, address: Address, message: Message, lang: Lang) -> str:
        return await super().send(replace(address, bot=self._app_id), message, lang)


async def token(fresh: bool) -> str | None:
    """None: the connector of this machine asks for none."""
    return None


async def work(given: argparse.Namespace) -> None:
    """Send until told to end."""
    db = Database.open(given.database, create=False)
    pool = ThreadPoolExecutor(given.flight + 2)
    sender = Sender(Hosts(frozenset(), loopback=True), token)
    renderers = Renderers({"torture": words, OUTBOX_KIND: words})
    way = Way(
        outbox=Outbox(db, Limits() if given.limits else UNBOUND),
        reach=Reach(db, employs(Settings(local=True))),
        renderers=renderers,
        outlet=_Signed(sender, f"{given.name}:{os.getpid()}"),
        remember=lambda address, at: None,
        run=Pooled(pool),
        clocks=Clocks(lambda: datetime.now(UTC)),
        tempo=Tempo() if given.unhurried else QUICK,
        random=Random(os.getpid()),
    )
    dispatcher = Dispatcher(way, Metrics(), flight=given.flight, name=given.name)
    reminders = Reminders(db, dispatcher, renderers, pool=pool, clock=lambda: datetime.now(UTC), every=5.0)
    end = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, end.set)
    reminders.begin()
    await end.wait()
    await reminders.stop()
    await sender.close()
    db.close()


def main() -> None:
    """Run one replica."""
    parser = argparse.ArgumentParser()
    parser.add_argument("database")
    parser.add_argument("connector")
    parser.add_argument("name")
    parser.add_argument("--flight", type=int, default=4)
    parser.add_argument("--limits", action="store_true")
    parser.add_argument("--unhurried", action="store_true")
    configure("ERROR")
    logging.getLogger("bot").setLevel(logging.ERROR)
    asyncio.run(work(parser.parse_args()))


if __name__ == "__main__":
    main()
