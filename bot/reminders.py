"""What the service runs to say things unasked: the ticker that lays out slots, the dispatcher, and their health."""

from __future__ import annotations

import asyncio
import contextvars
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeVar

from bot.config import Settings
from bot.delivery import Outlet, Probe, Renderers, TeamsOutlet
from bot.delivery_carrier import Clocks, Way
from bot.delivery_dispatch import IN_FLIGHT, Dispatcher
from bot.delivery_verdicts import Tempo
from bot.logs import cause, event
from bot.metrics import Metrics
from bot.renderings import renderers as words
from bot.sender import Sender
from bot.ticker import Job, Ticker
from bot.world import World
from store.calendar import WorkingDays
from store.database import Database
from store.deadchannels import heard_from
from store.errors import StoreError
from store.followup_reminding import Reminding
from store.occurrences import Occurrences
from store.outbox import Outbox
from store.outbox_reach import Reach
from store.outbox_records import MISSED
from store.outbox_status import Pulse
from store.ratelimits import Limits
from store.records import Address

TICK_SECONDS, FORGET_SECONDS = 30.0, 3600.0
OVERDUE = timedelta(minutes=30)
"""So late may the oldest message be before the service says that it is not well."""
HEARD = 10_000

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class Reminders:
    """The service's part: begin within a running loop, be told who is heard, stop before the sender is closed."""

    def __init__(
        self,
        database: Database,
        dispatcher: Dispatcher,
        renderers: Renderers,
        *,
        pool: Executor,
        clock: Callable[[], datetime],
        days: Callable[[], WorkingDays] = WorkingDays,
        catch_up: Callable[[datetime], object] = lambda now: None,
        every: float = TICK_SECONDS,
    ) -> None:
        """`catch_up` puts in what came while nothing ran, before it is counted what was missed."""
        self.renderers = renderers
        """The words of each kind: a feature may add its own."""
        self._database, self._dispatcher, self._pool, self._clock = database, dispatcher, pool, clock
        self._catch_up = catch_up
        self._occurrences, self._pulse = Occurrences(database, days), Pulse(database)
        self._reminding = Reminding(database, days)
        self._ticker = Ticker((Job("reminders", every, self.tick),), time.monotonic)
        self._heard: OrderedDict[tuple[str, str], datetime] = OrderedDict()
        self._dead: frozenset[tuple[str, str]] = frozenset()
        self._forgot = float("-inf")
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self) -> None:
        """Start ticking and sending."""
        self._ticker.start()
        self._keep(self._tick_now())
        self._keep(self._dispatcher.serve())

    async def stop(self) -> None:
        """Send nothing more; what is on its way arrives first, and its end is kept."""
        self._ticker.stop()
        await self._dispatcher.stop()
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=5)
        for task in set(self._tasks):
            task.cancel()
        self._pool.shutdown(wait=False)

    def wake(self) -> None:
        """This process has put something in: it need not wait for the next look."""
        self._dispatcher.wake()

    async def tick(self) -> None:
        """Lay out what is to come, note that this ran, and put in order what has to be."""
        now = self._clock()
        last = await self._run(self._pulse.last_run)
        if last is not None and now - last > MISSED:
            await self._run(self._catch_up, now)
            await self._run(self._occurrences.lay_out, now, last)
            await self._run(self._reminding.lay_out, now, last)
        before = await self._run(self._pulse.beat, now)
        if before is not None and now - before > MISSED:
            event(_log, logging.ERROR, "run_missed", seconds=round((now - before).total_seconds()))
        await self._run(self._occurrences.lay_out, now, before)
        await self._run(self._reminding.lay_out, now, before)
        await self._run(self._pulse.mend, now)
        if time.monotonic() - self._forgot > FORGET_SECONDS:
            await self._run(self._pulse.forget, now)
            self._forgot = time.monotonic()
        await self._revive()
        self._dispatcher.wake()

    def heard(self, address: Address) -> None:
        """Somebody wrote, clicked or installed the app there: if the place was dead, it is so no more.

        To be called within the loop with the address of every incoming activity but a removal; costs nothing as a
        rule.
        """
        names = {(address.tenant, address.conversation)}
        if address.kind == "personal" and address.person:
            names.add((address.tenant, address.person))
        for name in names:
            self._heard[name] = self._clock()
            self._heard.move_to_end(name)
        while len(self._heard) > HEARD:
            self._heard.popitem(last=False)
        if names & self._dead:
            self._keep(self._revived(address))

    def checks(self) -> Mapping[str, Callable[[], bool]]:
        """For /readyz: whether this replica ticks and sends, and whether anything is long overdue."""
        return {
            "reminders": lambda: self._ticker.alive("reminders") and self._dispatcher.alive(),
            "overdue": lambda: self._pulse.overdue(self._clock()) < OVERDUE,
        }

    def ages(self) -> Mapping[str, float]:
        """For /metrics: seconds since the last good tick."""
        return self._ticker.ages()

    async def _tick_now(self) -> None:
        """The first tick is not waited for half a minute."""
        try:
            await self.tick()
        except StoreError as error:
            event(_log, logging.WARNING, "first_tick_failed", cause=cause(error))

    async def _revive(self) -> None:
        """Look which places are dead; somebody may have been heard of since at another replica's finding."""
        dead = await self._run(self._pulse.dead)
        self._dead = frozenset((one.tenant, one.recipient) for one in dead)
        for one in dead:
            heard = self._heard.get((one.tenant, one.recipient))
            if heard is not None and heard > one.since:
                await self._revived(Address(one.tenant, "", one.recipient, "group"))

    async def _revived(self, address: Address) -> None:
        if await self._run(heard_from, self._database, address, self._clock()):
            event(_log, logging.INFO, "channel_revived", scope=address.kind)
            self._dead -= {(address.tenant, address.conversation), (address.tenant, address.person or "")}
            self._dispatcher.wake()

    def _run(self, work: Callable[..., _T], *given: Any) -> Awaitable[_T]:
        return Pooled(self._pool)(work, *given)

    def _keep(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            event(_log, logging.ERROR, "reminders_failed", cause=cause(error))


class Pooled:
    """Runs work in a pool of threads, from a loop."""

    def __init__(self, pool: Executor) -> None:
        self._pool = pool

    def __call__(self, work: Callable[..., _T], *given: Any) -> Awaitable[_T]:
        """The result of work(*given)."""
        context = contextvars.copy_context()
        return asyncio.get_running_loop().run_in_executor(self._pool, context.run, work, *given)


def employs(settings: Settings) -> Callable[[str], bool]:
    """Whether people of a tenant may be told anything."""
    allowed = settings.allowed_tenants
    return lambda tenant: tenant.lower() in allowed or (settings.local and not allowed)


def prepare(
    world: World,
    sender: Sender,
    metrics: Metrics,
    renderers: Renderers | None = None,
    *,
    outlet: Outlet | None = None,
    probe: Probe | None = None,
    days: Callable[[], WorkingDays] = WorkingDays,
    tempo: Tempo | None = None,
    limits: Limits | None = None,
    flight: int = IN_FLIGHT,
) -> Reminders:
    """What says things unasked, once in a replica: call `begin` within the running loop, `heard` with the address of
    each incoming activity, and `stop` before `sender` is closed.

    `renderers` has the words of every kind of subscription, those of bot.renderings unless given. `days` gives the
    working days.
    """
    tempo, renderers = tempo or Tempo(), renderers or words(world)
    pool = ThreadPoolExecutor(flight + 2, thread_name_prefix="outbox")
    way = Way(
        outbox=Outbox(world.database, limits),
        reach=Reach(world.database, employs(world.settings)),
        renderers=renderers,
        outlet=outlet or TeamsOutlet(sender, world.settings.app_id),
        remember=world.conversations.refresh,
        run=Pooled(pool),
        clocks=Clocks(world.clock),
        tempo=tempo,
        random=Random(),
    )
    dispatcher = Dispatcher(way, metrics, flight=flight, probe=probe)
    return Reminders(
        world.database,
        dispatcher,
        renderers,
        pool=pool,
        clock=world.clock,
        days=days,
        catch_up=world.watching.work,
    )
