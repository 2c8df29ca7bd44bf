"""One occurrence on its way: recipient looked up, words found, intent noted, posted, and its end kept."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any, Protocol, TypeVar

from bot.channel import DeliveryError
from bot.delivery import Outlet, Renderers
from bot.delivery_verdicts import Tempo, Verdict, opening, verdict
from bot.logs import cause, event
from dialogs.turn import Message
from store.errors import StoreError
from store.outbox import Outbox, in_doubt
from store.outbox_reach import Reach
from store.outbox_records import Occurrence, Recipient
from store.outbox_shown import Shown
from store.records import Address

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

LONGEST_NAP = 2.0
"""Seconds waited for a place in the queue; one further ahead was given out by a clock that has been set since."""
MOST_PLACES = 10
RENDER_PAUSE = 60.0
FIXES = frozenset({"brief", "reopen", "elsewhere"})


class Run(Protocol):
    """Runs work on the store outside the loop."""

    def __call__(self, work: Callable[..., _T], *given: Any) -> Awaitable[_T]: ...


@dataclass(frozen=True, slots=True)
class Clocks:
    """`now` aware, UTC; `steady` seconds that nobody can set."""

    now: Callable[[], datetime]
    steady: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True)
class Held:
    """When a lease began, by both clocks: the one goes on while a machine sleeps, the other cannot be set."""

    at: datetime
    steady: float


@dataclass(frozen=True, slots=True)
class Way:
    """What carrying needs of the world."""

    outbox: Outbox
    reach: Reach
    renderers: Renderers
    outlet: Outlet
    remember: Callable[[Address, datetime], None]
    """Keeps an address that was found on the way."""
    run: Run
    clocks: Clocks
    tempo: Tempo
    random: Random


class Carrier:
    """Carries leased occurrences; whatever happens to it, what it held is found in the store as far as it came."""

    def __init__(self, way: Way) -> None:
        self._way = way
        self._throttled: tuple[float, str] = (float("-inf"), "")
        self.stopping = False
        """Nothing more may leave: what has not left is given back."""

    async def carry(self, occurrence: Occurrence, held: Held) -> str:
        """Bring one occurrence as far as it comes; what became of it, as a word for the figures."""
        if self.stopping:
            return await self._back(occurrence, "given_back", tried=False)
        to = await self._way.run(self._way.reach.recipient, occurrence)
        if to.closed is not None:
            return await self._channel_died(occurrence, to.closed)
        try:
            message = await self._words(occurrence, to)
        except Exception as error:  # a renderer is the feature's own; one that breaks must not stop the others
            return await self._wordless(occurrence, error)
        if message is None:
            await self._firmly(self._way.outbox.end, occurrence, "nothing", None, self._now())
            return "nothing"
        try:
            address = to.address or await self._open(occurrence, to)
        except DeliveryError as error:
            found = opening(error, occurrence.attempts, self._way.tempo, self._way.random)
            return await self._settle(occurrence, found)
        at = await self._turn(occurrence, occurrence.send_at)
        if at is None or self.stopping or not self._in_time(held):
            return await self._back(occurrence, "given_back", tried=False)
        if not await self._firmly(self._way.outbox.intend, occurrence, self._now()):
            return "fenced"
        # Noting it can take its time where many write: the place may have gone by once more.
        if await self._turn(occurrence, at) is None:
            return await self._back(occurrence, "given_back", tried=False)
        return await self._post(occurrence, to, address, message, held)

    async def _words(self, occurrence: Occurrence, to: Recipient) -> Message | None:
        kind = occurrence.subscription.kind
        return await self._way.run(self._way.renderers.render, kind, occurrence, to.subject, self._now())

    async def _wordless(self, occurrence: Occurrence, error: Exception) -> str:
        event(_log, logging.ERROR, "no_words", kind=occurrence.subscription.kind, cause=cause(error))
        if occurrence.attempts >= self._way.tempo.renderings and not isinstance(error, StoreError):
            await self._firmly(self._way.outbox.end, occurrence, "dead", "no_words", self._now())
            return "dead"
        return await self._back(occurrence, "no_words", pause=RENDER_PAUSE * occurrence.attempts)

    async def _open(self, occurrence: Occurrence, to: Recipient) -> Address:
        others = await self._way.run(self._way.reach.elsewhere, occurrence.subscription.tenant)
        address = await self._way.outlet.open(occurrence, replace(to, elsewhere=others))
        await self._way.run(self._way.remember, address, self._now())
        return address

    async def _turn(self, occurrence: Occurrence, at: float) -> float | None:
        """Wait for the place in the queue, or for a new one when it has gone by; the place that came, None for none."""
        for _ in range(MOST_PLACES):
            await asyncio.sleep(min(max(0.0, at - self._now().timestamp()), LONGEST_NAP))
            if self._now().timestamp() - at <= self._way.tempo.stale:
                return at
            place = await self._way.run(self._way.outbox.place, occurrence.subscription.tenant, self._now())
            if place is None:
                return None
            at = place
        return None

    async def _post(self, occurrence: Occurrence, to: Recipient, address: Address, message: Message, held: Held) -> str:
        """Post; mend once each what can be mended at once: a message too long, a chat that is gone, a moved host."""
        fixed: set[str] = set()
        while True:
            try:
                activity = await self._way.outlet.send(address, message, occurrence.subscription.lang)
            except DeliveryError as error:
                tempo, random = self._way.tempo, self._way.random
                found = verdict(error, occurrence.attempts, occurrence.doubts, tempo, random)
                event(_log, logging.WARNING, "not_delivered", act=found.act, reason=error.reason, status=error.status)
                if found.act not in FIXES or found.act in fixed or not self._in_time(held):
                    return await self._settle(occurrence, found)
                fixed.add(found.act)
                try:
                    mended = await self._mended(found, occurrence, to, address, message)
                except DeliveryError as failure:
                    return await self._settle(occurrence, opening(failure, occurrence.attempts, tempo, random))
                if mended is None:
                    return await self._settle(occurrence, found)
                occurrence, address, message = mended
                continue
            shown = Shown(address, occurrence.subscription.lang, message.shows_items, message.shows_documents)
            await self._firmly(self._way.outbox.sent, occurrence, activity, shown, self._now())
            return "sent"

    async def _mended(
        self, found: Verdict, occurrence: Occurrence, to: Recipient, address: Address, message: Message
    ) -> tuple[Occurrence, Address, Message] | None:
        if found.act == "brief":
            occurrence = replace(occurrence, brief=True)
            brief = await self._words(occurrence, to)
            return None if brief is None else (occurrence, address, brief)
        if found.act == "reopen":
            if occurrence.audience != "personal":
                return None
            return occurrence, await self._open(occurrence, to), message
        others = await self._way.run(self._way.reach.elsewhere, occurrence.subscription.tenant)
        urls = (other.service_url for other in others if other.service_url != address.service_url)
        service_url = next(urls, None)
        return None if service_url is None else (occurrence, replace(address, service_url=service_url), message)

    async def _settle(self, occurrence: Occurrence, found: Verdict) -> str:
        """Keep what a failure came to."""
        if found.act == "again":
            await self._throttle(occurrence, found)
            return await self._back(occurrence, found.reason, pause=found.pause, quiet=found.quiet)
        if found.act == "doubt":
            return await self._doubt(occurrence, found)
        if found.act in ("stop", "tenant"):
            scope, name = ("app", "") if found.act == "stop" else ("tenant", occurrence.subscription.tenant)
            event(_log, logging.ERROR, "sending_stopped", scope=scope, reason=found.reason, seconds=found.pause)
            until = self._now() + timedelta(seconds=found.pause)
            await self._firmly(self._way.outbox.hold, scope, name, until)
            return await self._back(occurrence, found.reason)
        if found.act in ("channel", "reopen"):
            return await self._channel_died(occurrence, found.reason)
        state = "unknown" if found.act == "unknown" else "dead"
        event(_log, logging.ERROR, "delivery_ended", state=state, reason=found.reason, occurrence=occurrence.id)
        await self._firmly(self._way.outbox.end, occurrence, state, found.reason, self._now())
        return state

    async def _doubt(self, occurrence: Occurrence, found: Verdict) -> str:
        """It may have arrived. With "probe" it is left as it lies: whoever finds the lease run out will look."""
        policy = occurrence.subscription.policy
        if policy == "probe":
            return "in_doubt"
        if in_doubt(policy, occurrence.doubts + 1, self._way.tempo.doubts) == "unknown":
            await self._firmly(self._way.outbox.end, occurrence, "unknown", found.reason, self._now())
            return "unknown"
        return await self._back(occurrence, found.reason, pause=found.pause, doubt=True)

    async def _throttle(self, occurrence: Occurrence, found: Verdict) -> None:
        """One thread that is asked to be silent is left alone; two within a second mean all of the tenant."""
        if not found.quiet:
            return
        now = self._way.clocks.steady()
        before, thread = self._throttled
        self._throttled = (now, occurrence.recipient)
        if thread != occurrence.recipient and now - before < 1.0:
            until = self._now() + timedelta(seconds=found.quiet)
            await self._firmly(self._way.outbox.hold, "tenant", occurrence.subscription.tenant, until)

    async def _channel_died(self, occurrence: Occurrence, reason: str) -> str:
        event(_log, logging.WARNING, "channel_dead", reason=reason)
        await self._firmly(self._way.outbox.channel_died, occurrence, reason, self._now())
        return "dead"

    async def _back(
        self, occurrence: Occurrence, reason: str, *, pause: float = 0.0, quiet: float = 0.0, doubt: bool = False,
        tried: bool = True,
    ) -> str:  # fmt: skip
        def work() -> bool:
            now = self._now()
            at = now + timedelta(seconds=pause)
            return self._way.outbox.again(occurrence, reason, at, now, doubt=doubt, tried=tried, quiet=quiet)

        await self._firmly(work)
        return "again" if tried else "given_back"

    async def _firmly(self, work: Callable[..., bool | None], *given: Any) -> bool:
        """Write to the store, however long it is away: what is known here is known nowhere else."""
        pause = 0.1
        while True:
            try:
                return bool(await self._way.run(work, *given))
            except StoreError as error:
                event(_log, logging.WARNING, "outbox_waits", cause=cause(error))
                await asyncio.sleep(pause * self._way.random.uniform(0.5, 1.0))
                pause = min(5.0, pause * 2)

    def _in_time(self, held: Held) -> bool:
        """Whether a request begun now is over before anybody else may think that its lease has run out."""
        least, lease = self._way.tempo.request, self._way.tempo.lease
        gone = max(self._way.clocks.steady() - held.steady, (self._now() - held.at).total_seconds())
        return gone + least < lease

    def _now(self) -> datetime:
        return self._way.clocks.now()
