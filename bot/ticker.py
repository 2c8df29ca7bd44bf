"""A ticker for periodic jobs: APScheduler with nothing in memory worth keeping, and the age of each job's last run."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.logs import cause, event

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Work to be done every so many seconds; never twice at the same time."""

    name: str
    every: float
    work: Callable[[], Awaitable[None]]


class Ticker:
    """Runs jobs at start and then at their interval; a job that raises is logged and runs again."""

    def __init__(self, jobs: tuple[Job, ...], clock: Callable[[], float]) -> None:
        self._jobs = jobs
        self._clock = clock
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._ended: dict[str, float] = {}
        self._started: float | None = None

    def start(self) -> None:
        """Start within a running loop."""
        self._started = self._clock()
        for job in self._jobs:
            # A step of the clock or a suspended machine makes a run late, never lost and never doubled.
            self._scheduler.add_job(
                self.run, "interval", args=(job,), seconds=job.every, id=job.name,
                coalesce=True, max_instances=1, misfire_grace_time=None,
            )  # fmt: skip
        self._scheduler.start()

    def stop(self) -> None:
        """Start no more runs."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def run(self, job: Job) -> None:
        """Run a job now."""
        try:
            await job.work()
        except Exception as error:  # one bad run must not end the ticker
            event(_log, logging.ERROR, "job_failed", job=job.name, cause=cause(error))
            return
        self._ended[job.name] = self._clock()

    def ages(self) -> Mapping[str, float]:
        """Seconds since the last good run of each job (since the start when there was none)."""
        if self._started is None:
            return {}
        return {job.name: self._clock() - self._ended.get(job.name, self._started) for job in self._jobs}

    def alive(self, name: str) -> bool:
        """Whether a job has run well within its last five intervals."""
        every = next(job.every for job in self._jobs if job.name == name)
        age = self.ages().get(name)
        return age is not None and age <= 5 * every + 60
