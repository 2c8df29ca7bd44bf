"""The dispatcher: claims what is due, has it carried, and takes over what a replica left behind."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import socket
from contextlib import suppress
from datetime import timedelta

from bot.channel import DeliveryError
from bot.delivery import Probe
from bot.delivery_carrier import Carrier, Held, Way
from bot.logs import cause, event
from bot.metrics import Metrics
from store.errors import StoreError
from store.outbox import BUSY
from store.outbox_records import Flight, Occurrence

_log = logging.getLogger(__name__)

BUSY_TRIES = 100
IN_FLIGHT = 4
"""Messages of a process under way at once: no more can be said twice when it is killed."""


class Dispatcher:
    """One for each replica; any number of replicas may run, and none leads."""

    def __init__(
        self, way: Way, metrics: Metrics, *, flight: int = IN_FLIGHT, probe: Probe | None = None, name: str = ""
    ) -> None:
        self._way, self._metrics, self._flight, self._probe = way, metrics, flight, probe
        self._name = name or f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(3)}"
        self._carrier = Carrier(way)
        self._tasks: dict[asyncio.Task[None], tuple[int, int]] = {}
        self._seen: dict[tuple[int, int], float] = {}
        self._looked = float("-inf")
        self._wake = asyncio.Event()
        self._serving = False
        self._turned = way.clocks.steady()

    def wake(self) -> None:
        """Something may be due now."""
        self._wake.set()

    def alive(self) -> bool:
        """Whether the dispatcher has been at work within the last minute."""
        return self._way.clocks.steady() - self._turned < 60

    async def serve(self) -> None:
        """Work until `stop`."""
        idle, self._serving = 0.0, True
        while not self._carrier.stopping:
            self._turned = self._way.clocks.steady()
            try:
                idle = await self._round(idle)
            except StoreError as error:
                event(_log, logging.WARNING, "outbox_away", cause=cause(error))
                idle = min(5.0, idle * 2 + 0.2) * self._way.random.uniform(0.5, 1.0)
            except Exception as error:  # whatever it was, the rest is still to be sent
                event(_log, logging.ERROR, "dispatcher_failed", cause=cause(error))
                idle = 5.0
            if idle and not self._carrier.stopping:
                await self._rest(idle)
        self._serving = False

    async def stop(self) -> None:
        """Claim nothing more, let what is on its way arrive, and keep what came of it."""
        self._carrier.stopping = True
        self.wake()
        until = self._way.clocks.steady() + self._way.tempo.drain
        # A claim under way still brings some: they are given back.
        while (self._serving or self._tasks) and self._way.clocks.steady() < until:
            if self._tasks:
                await asyncio.wait(set(self._tasks), timeout=0.1)
            else:
                await asyncio.sleep(0.01)
        left = list(self._tasks)
        for task in left:
            task.cancel()
        event(_log, logging.INFO, "dispatcher_stopped", left=len(left))

    async def drain(self) -> None:
        """Send all that is due now and wait for it: for the command line."""
        while await self._once() or self._tasks:
            if self._tasks:
                await asyncio.wait(set(self._tasks))

    async def _once(self) -> int:
        """Claim what is due, once more where another process is at it; how many."""
        for _ in range(BUSY_TRIES):
            free = self._flight - len(self._tasks)
            held = Held(self._way.clocks.now(), self._way.clocks.steady())
            number, wait = await self._claim(free, held) if free > 0 else (0, 0.0)
            if number or wait != BUSY:
                return number
            await asyncio.sleep(wait)
        return 0

    async def _round(self, idle: float) -> float:
        """One turn: take over what lapsed, claim what is due; the seconds to rest."""
        await self._look()
        free = self._flight - len(self._tasks)
        if free <= 0:
            await asyncio.wait(set(self._tasks), return_when=asyncio.FIRST_COMPLETED, timeout=self._way.tempo.poll)
            return 0.0
        due = await self._way.run(self._way.outbox.next_due, self._way.clocks.now())
        if due is None or due > 0:
            return min(self._way.tempo.poll, due if due is not None else self._way.tempo.poll)
        held = Held(self._way.clocks.now(), self._way.clocks.steady())
        number, wait = await self._claim(free, held)
        if number:
            return min(wait, self._way.tempo.poll) if number < free else 0.0
        # What is due may have to be silent for long: asking costs a transaction.
        return min(self._way.tempo.poll, max(wait, idle * 1.5))

    async def _claim(self, free: int, held: Held) -> tuple[int, float]:
        lease = timedelta(seconds=self._way.tempo.lease)
        claim = await self._way.run(self._way.outbox.claim, self._name, held.at, free, lease)
        for occurrence in claim.rows:
            task = asyncio.get_running_loop().create_task(self._carried(occurrence, held))
            self._tasks[task] = (occurrence.id, occurrence.token)
            task.add_done_callback(self._landed)
        return len(claim.rows), claim.wait

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._tasks.pop(task, None)
        self.wake()

    async def _carried(self, occurrence: Occurrence, held: Held) -> None:
        began = self._way.clocks.steady()
        try:
            result = await self._carrier.carry(occurrence, held)
        except Exception as error:  # its lease runs out, and whoever finds it goes on
            event(_log, logging.ERROR, "carrying_failed", occurrence=occurrence.id, cause=cause(error))
            result = "failed"
        self._metrics.count("referent_deliveries_total", kind=occurrence.subscription.kind, result=result)
        self._metrics.took("referent_delivery_seconds", self._way.clocks.steady() - began)
        event(_log, logging.INFO, "delivery", occurrence=occurrence.id, result=result, attempt=occurrence.attempts)

    async def _look(self) -> None:
        """Watch the leases of others; one that has run out, and was watched for a while, is taken over.

        The watching is by a clock that nobody can set: after a step of the other clock every lease seems to have
        run out, while its holder is well and about to keep what it sent.
        """
        tempo, steady = self._way.tempo, self._way.clocks.steady()
        if steady - self._looked < tempo.look:
            return
        self._looked = steady
        flights = await self._way.run(self._way.outbox.flights)
        own, now = set(self._tasks.values()), self._way.clocks.now()
        self._seen = {
            (one.id, one.token): self._seen.get((one.id, one.token), steady)
            for one in flights
            if (one.id, one.token) not in own
        }
        lapsed = [one for one in flights if self._lapsed(one, steady, run_out=one.lease_until < now)]
        if not lapsed:
            return
        event(_log, logging.WARNING, "leases_lapsed", count=len(lapsed))
        lease = timedelta(seconds=tempo.lease)
        to_probe = await self._way.run(
            self._way.outbox.recover, lapsed, self._name, now, lease, tempo.doubts, self._probe is not None
        )
        for occurrence in to_probe:
            task = asyncio.get_running_loop().create_task(self._probed(occurrence))
            self._tasks[task] = (occurrence.id, occurrence.token)
            task.add_done_callback(self._landed)

    def _lapsed(self, flight: Flight, steady: float, *, run_out: bool) -> bool:
        since = self._seen.get((flight.id, flight.token))
        if since is None:
            return False
        tempo = self._way.tempo
        return steady - since >= (tempo.grace if run_out else tempo.lease + tempo.grace)

    async def _probed(self, occurrence: Occurrence) -> None:
        """Look for a message that may have arrived; one that is not found is said again."""
        way, now = self._way, self._way.clocks.now
        found = None
        try:
            to = await way.run(way.reach.recipient, occurrence)
            found = await self._probe.find(occurrence, to) if self._probe is not None else None
            if found is not None:
                await way.run(way.outbox.sent, occurrence, found, None, now())
            elif occurrence.doubts + 1 >= way.tempo.doubts:
                await way.run(way.outbox.end, occurrence, "unknown", "not_found", now())
            else:
                await way.run(lambda: way.outbox.again(occurrence, "not_found", now(), now(), doubt=True))
        except (DeliveryError, StoreError) as error:
            # Nothing is known: the lease runs out once more, and somebody looks again.
            event(_log, logging.WARNING, "probe_failed", cause=cause(error))
        self._metrics.count("referent_probes_total", result="found" if found else "not_found")

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), seconds)
        self._wake.clear()
