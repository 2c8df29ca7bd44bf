"""The only place where concrete things meet: the store behind the ports, the flows, the channels, the ticker."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from aiohttp import web

from bot.answering import Answerers
from bot.botframework import OPENID, Credentials, Sdk
from bot.channel import Fetch, Reply
from bot.config import Settings
from bot.conversation import Conversation
from bot.files import Files
from bot.gate import Gate, Hosts, Rate
from bot.inbox import Inbox
from bot.keys import Keys
from bot.logs import cause, event
from bot.members import Members
from bot.memory import StoredMemory
from bot.metrics import Metrics
from bot.notices import CatalogueNotices
from bot.rehearsal import rehearse
from bot.reminders import prepare
from bot.sender import Sender
from bot.service import Health, listen, web_app
from bot.teams import Patience, TeamsChannel
from bot.ticker import Job, Ticker
from bot.withdrawals import Withdrawals
from bot.world import World, now, open_world, rooms
from dialogs.turn import Turn
from store.errors import StoreError
from store.inbox import sweep
from store.records import IngestReport

INBOX_SECONDS, WITHDRAWAL_SECONDS, FORGET_SECONDS = 30.0, 10.0, 3600.0
WATCH_SECONDS = 10.0
SWITCH_SECONDS = 0.0005
"""How long a thread that computes may keep those waiting that serve; Python's own 5 ms are longer than an answer."""

_log = logging.getLogger(__name__)


class App:
    """The service, ready to run."""

    def __init__(self, world: World, openid: str, patience: Patience) -> None:
        settings, clock = world.settings, world.clock
        self.world, self.metrics = world, Metrics()
        self.pool = ThreadPoolExecutor(settings.workers, thread_name_prefix="turn")
        self._background: set[asyncio.Task[None]] = set()
        self._alone = False
        gate = Gate(settings)
        self.credentials = Credentials(settings, time.monotonic)
        self.keys = Keys(openid, time.monotonic, proxy=settings.proxy)
        sender = Sender(gate.hosts, self.credentials.token, settings.proxy)
        notices = CatalogueNotices()
        self.channel = TeamsChannel(
            sdk=Sdk(settings, sender, self.credentials, self.keys, openid),
            gate=gate,
            sender=sender,
            members=Members(sender, time.monotonic),
            files=Files(Hosts(settings.file_hosts, loopback=settings.local), proxy=settings.proxy),
            notices=notices,
            metrics=self.metrics,
            clock=clock,
            patience=patience,
        )
        self.reminders = prepare(world, sender, self.metrics, days=lambda: settings.working_days)
        memory = StoredMemory(world.conversations)
        self.withdrawals = Withdrawals(
            memory=memory, channel=self.channel, notices=notices, pool=self.pool, clock=clock, metrics=self.metrics
        )
        rate = Rate(settings.rate_per_minute, time.monotonic)
        self.answerers = Answerers(settings.answering, settings, self.metrics) if settings.answering else None
        handed = rooms(world, stirred=self.withdrawals.kick, elsewhere=self.answerers)
        self.conversation = Conversation(handed, gate=gate, rate=rate, pool=self.pool, metrics=self.metrics)
        self.inbox = Inbox(self._sweep)
        self.ticker = Ticker(tuple(self._jobs()), time.monotonic)

    def application(self) -> web.Application:
        """The aiohttp application; ticker, threads and store live as long as it runs."""
        health = Health(self._checks(), lambda: {**self.ticker.ages(), **self.reminders.ages()})
        app = web_app(self.channel, self._turn, health, self.metrics)
        app.on_startup.append(self._start)
        app.on_cleanup.append(self._close)
        return app

    def run(self, ready: Callable[[], None] | None = None) -> None:
        """Serve until SIGTERM or SIGINT, as the one thing that this process does. Raises CannotListen."""
        sys.setswitchinterval(SWITCH_SECONDS)
        self._alone = True
        asyncio.run(listen(self.application(), self.world.settings.host, self.world.settings.port, ready))

    async def _turn(self, turn: Turn, fetch: Fetch | None = None) -> Reply:
        reply = await self.conversation.turn(turn, fetch)
        if turn.kind != "removed":
            # Afterwards: by then the address is kept as one that can be reached.
            self.reminders.heard(turn.address)
        return reply

    def _checks(self) -> Mapping[str, Callable[[], bool]]:
        checks: dict[str, Callable[[], bool]] = {
            "store": self.world.conversations.ready,
            "ticker": lambda: self.ticker.alive("withdrawals") and self.ticker.alive("watches"),
            **self.reminders.checks(),
        }
        if self.world.settings.inbox is not None:
            checks["inbox"] = lambda: self.ticker.alive("inbox")
        if self.answerers is not None:
            checks["answerers"] = self.answerers.ready
        return checks

    def _jobs(self) -> Sequence[Job]:
        jobs = [
            Job("withdrawals", WITHDRAWAL_SECONDS, self.withdrawals.work),
            Job("forget", FORGET_SECONDS, self._forget),
            Job("watches", WATCH_SECONDS, self._watch),
        ]
        if self.world.settings.inbox is not None:
            jobs.append(Job("inbox", INBOX_SECONDS, self.inbox.work))
        return jobs

    def _sweep(self) -> Sequence[IngestReport]:
        folder = self.world.settings.inbox
        return sweep(folder, self.world.intake, self.world.clock()) if folder is not None else ()

    async def _watch(self) -> None:
        """Match what has come in with what is watched for, and have it told at once."""
        loop = asyncio.get_running_loop()
        worked = await loop.run_in_executor(self.pool, self.world.watching.work, self.world.clock())
        if worked.failed:
            event(_log, logging.ERROR, "watch_unmatched", rows=worked.failed)
        if worked.notices:
            event(_log, logging.INFO, "watch_matched", rows=worked.rows, notices=worked.notices)
            self.reminders.wake()

    async def _retry(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            rows = await loop.run_in_executor(self.pool, self.world.watching.retry)
        except StoreError as error:
            event(_log, logging.WARNING, "retry_failed", cause=cause(error))
            return
        if rows:
            event(_log, logging.INFO, "watch_retried", rows=rows)

    async def _forget(self) -> None:
        loop = asyncio.get_running_loop()
        keep_days = self.world.settings.keep_days
        await loop.run_in_executor(self.pool, self.world.conversations.forget, self.world.clock(), keep_days)

    async def _start(self, app: web.Application) -> None:
        self.ticker.start()
        self.reminders.begin()
        if self.answerers is not None:
            self.answerers.start()
        for work in (self._warm(), self._retry()):
            task = asyncio.create_task(work)
            self._background.add(task)
            task.add_done_callback(self._background.discard)

    async def _warm(self) -> None:
        """The first person should not wait for word lists, catalogues, the first token and the first keys."""
        try:
            await asyncio.get_running_loop().run_in_executor(self.pool, rehearse, self.world)
            if self._alone:
                gc.collect()
                # Word lists live as long as the service: looking through them for garbage takes a tenth of a second.
                gc.freeze()
            if not self.world.settings.anonymous:
                await self.credentials.token()
                await self.keys.find(None)
        except Exception as error:  # what is missing now is fetched again when it is needed
            event(_log, logging.WARNING, "not_warm", cause=cause(error))

    async def _close(self, app: web.Application) -> None:
        self.ticker.stop()
        await self.reminders.stop()
        await self.channel.close()
        if self.answerers is not None:
            await self.answerers.close()
        await asyncio.get_running_loop().run_in_executor(None, self.inbox.close)
        self.pool.shutdown()
        self.world.close()


def build(
    settings: Settings,
    clock: Callable[[], datetime] = now,
    *,
    openid: str = OPENID,
    patience: Patience | None = None,
) -> App:
    """The service for these settings. Raises SettingsError when nobody's identity would be checked, StoreError."""
    settings.check_serving()
    return App(open_world(settings, clock), openid, patience or Patience())
