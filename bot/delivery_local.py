"""Delivering into the terminal what is due at an instant: the same outbox, another way out, a clock at rest."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from typing import Any, TypeVar

from bot.console import Console
from bot.delivery import Renderers
from bot.delivery_carrier import Clocks, Way
from bot.delivery_dispatch import Dispatcher
from bot.delivery_verdicts import Tempo
from bot.metrics import Metrics
from bot.reminders import employs
from bot.world import World
from dialogs.turn import Message
from store.calendar import WorkingDays
from store.followup_reminding import Reminding
from store.occurrences import Occurrences
from store.outbox import Outbox
from store.outbox_reach import Reach
from store.outbox_records import Occurrence, Recipient
from store.outbox_status import Pulse
from store.ratelimits import Limits
from store.records import Address, Lang, Subject
from store.subscriptions import LATEST

UNLIMITED = Limits(per_second=1e6, spacing=0.0, hourly=1_000_000_000)
"""A terminal is never too fast."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Delivered:
    """What was said to whom."""

    occurrence: Occurrence
    text: str


def deliver_due(
    world: World, renderers: Renderers, at: datetime, days: Callable[[], WorkingDays] = WorkingDays
) -> tuple[Delivered, ...]:
    """Lay out and deliver what is due at this instant, in the order in which it falls due; what this call delivered."""
    return asyncio.run(_deliver(world, renderers, at, days))


async def _deliver(
    world: World, renderers: Renderers, at: datetime, days: Callable[[], WorkingDays]
) -> tuple[Delivered, ...]:
    world.watching.work(at)
    Occurrences(world.database, days).lay_out(at, since=at - LATEST, until=at)
    Reminding(world.database, days).lay_out(at)
    Pulse(world.database).beat(at, alarm=False)
    outlet = _ToConsole(Console(lambda told: _nobody(), world.tenant, lambda: at), renderers)
    way = Way(
        outbox=Outbox(world.database, UNLIMITED),
        # As everywhere in the terminal: whoever opens the store's file needs no tenant that is allowed.
        reach=Reach(world.database, employs(world.settings.model_copy(update={"local": True}))),
        renderers=outlet,
        outlet=outlet,
        remember=lambda address, when: None,
        run=_here,
        clocks=Clocks(lambda: at),
        tempo=Tempo(),
        random=Random(),
    )
    await Dispatcher(way, Metrics(), flight=1).drain()
    return tuple(outlet.delivered)


class _ToConsole(Renderers):
    """Says all to a console, whatever the address, and remembers what it said for whom."""

    def __init__(self, console: Console, renderers: Renderers) -> None:
        super().__init__()
        self._console, self._renderers = console, renderers
        self._saying: Occurrence | None = None
        self.delivered: list[Delivered] = []

    def render(self, kind: str, occurrence: Occurrence, subject: Subject, now: datetime) -> Message | None:
        """As the service would; a terminal's message can never be edited, so what it shows is not kept."""
        self._saying = occurrence
        message = self._renderers.render(kind, occurrence, subject, now)
        return None if message is None else replace(message, shows_items=(), shows_documents=())

    async def open(self, occurrence: Occurrence, to: Recipient) -> Address:
        """A terminal reaches everybody."""
        return Address(occurrence.subscription.tenant, "", occurrence.recipient, occurrence.audience)

    async def send(self, address: Address, message: Message, lang: Lang) -> str:
        """Put the message into the conversation."""
        receipt = await self._console.deliver(address, message, lang)
        if self._saying is not None:
            self.delivered.append(Delivered(self._saying, message.text))
        return receipt.activity


async def _here(work: Callable[..., _T], *given: Any) -> _T:
    return work(*given)


def _nobody() -> Any:
    raise LookupError("nobody speaks here")
