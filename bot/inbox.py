"""The watched folder: a sweep in a thread of its own at each tick, so that long files hold up no answers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from bot.logs import event
from store.records import IngestReport

_log = logging.getLogger(__name__)

Sweep = Callable[[], Sequence[IngestReport]]
"""Reads the settled new files once and moves them; a report per file."""


class Inbox:
    """Sweeps until it is closed. A sweep under way is finished at closing."""

    def __init__(self, sweep: Sweep) -> None:
        self._sweep = sweep
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="inbox")

    async def work(self) -> None:
        """One sweep; counts are logged, names of files are not."""
        reports = await asyncio.get_running_loop().run_in_executor(self._thread, self._sweep)
        if reports:
            refused = sum(report.status == "refused" for report in reports)
            event(_log, logging.INFO, "inbox_swept", files=len(reports), refused=refused)

    def close(self) -> None:
        """Let the thread go."""
        self._thread.shutdown(wait=True, cancel_futures=True)
