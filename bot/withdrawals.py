"""Edits sent messages whose text was withdrawn: the row is set by whoever closed it, in any process."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from datetime import datetime

from bot.channel import Channel, DeliveryError
from bot.logs import event
from bot.metrics import Metrics
from bot.ports import Memory, Notices
from store.records import Withdrawal

AT_ONCE = 50

_log = logging.getLogger(__name__)


class Withdrawals:
    """One pass at a time over the messages to edit; failures are tried again at later passes, a bounded number."""

    def __init__(
        self,
        *,
        memory: Memory,
        channel: Channel,
        notices: Notices,
        pool: Executor,
        clock: Callable[[], datetime],
        metrics: Metrics,
    ) -> None:
        self._memory, self._channel, self._notices = memory, channel, notices
        self._pool, self._clock, self._metrics = pool, clock, metrics
        self._lock = asyncio.Lock()
        self._kicks: set[asyncio.Task[None]] = set()

    async def work(self) -> None:
        """Edit what is due."""
        loop = asyncio.get_running_loop()
        async with self._lock:
            due = await loop.run_in_executor(self._pool, self._memory.withdrawals, AT_ONCE)
            for one in due:
                done, result = await self._edit(one)
                self._metrics.count("referent_withdrawals_total", result=result)
                await loop.run_in_executor(self._pool, self._memory.withdrawn, one.id, done, self._clock())

    def kick(self) -> None:
        """Make a pass now rather than at the next tick."""
        task = asyncio.get_running_loop().create_task(self.work())
        self._kicks.add(task)
        task.add_done_callback(self._kicked)

    def _kicked(self, task: asyncio.Task[None]) -> None:
        self._kicks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            event(_log, logging.ERROR, "withdrawal_pass_failed", error=type(error).__name__)

    async def _edit(self, one: Withdrawal) -> tuple[bool, str]:
        message = self._notices.withdrawn(one.lang, one.address.kind != "personal")
        try:
            await self._channel.replace(one.address, one.activity, message, one.lang)
        except DeliveryError as error:
            event(_log, logging.WARNING, "withdrawal_failed", reason=error.reason, status=error.status)
            # A message or conversation that is no longer there shows nothing to anybody.
            gone = error.gone or error.status == 404
            return gone, "gone" if gone else "failed"
        return True, "edited"
