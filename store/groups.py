"""Small transactions of many threads in one commit, since what a commit costs is the wait for the disk.

Whoever comes while another commits waits, and then the first of those waiting commits for all of them. What need not
be durable at once rides with the next group, or by itself after a moment.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlmodel import Session

from store.prepared import driver

MOMENT = 0.02
"""Seconds that work done later waits for a group to ride with; while groups are frequent, none is made for it."""

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


@dataclass(slots=True)
class _Job:
    work: Callable[[Session], Any]
    waited_for: bool
    since: float = field(default_factory=time.monotonic)
    done: bool = False
    result: Any = None
    error: BaseException | None = None


class Groups:
    """Runs work in transactions that it shares; each piece is whole or undone by itself. Safe between threads."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Session]]) -> None:
        """`transaction` opens a writing transaction that is committed when its block ends."""
        self._transaction = transaction
        self._changed = threading.Condition()
        self._waiting: list[_Job] = []
        self._leading = False
        self._closing = threading.Event()
        self._later = threading.Event()
        self._thread: threading.Thread | None = None

    def run(self, work: Callable[[Session], _T]) -> _T:
        """Run work and return what it returns once that is durable. Raises what the work or the commit raises."""
        job = _Job(work, True)
        with self._changed:
            self._waiting.append(job)
        self._lead(job)
        if job.error is not None:
            raise job.error
        result: _T = job.result
        return result

    def later(self, work: Callable[[Session], object]) -> None:
        """Run work within a moment, in order with all other work; when it fails the log says so."""
        with self._changed:
            self._waiting.append(_Job(work, False))
            if self._thread is None and not self._closing.is_set():
                self._thread = threading.Thread(target=self._follow_up, name="groups", daemon=True)
                self._thread.start()
        self._later.set()
        if self._closing.is_set():
            self.flush()

    def flush(self) -> None:
        """See that all that was to run later has run, what is under way included."""
        with self._changed:
            while self._leading and not self._waiting:
                self._changed.wait()
            if not self._waiting:
                return
            job = _Job(_nothing, True)
            self._waiting.append(job)
        self._lead(job)

    def close(self) -> None:
        """Flush; work that comes later still is run at once."""
        self._closing.set()
        self._later.set()
        with self._changed:
            thread = self._thread
        if thread is not None:
            thread.join()
        self.flush()

    def _lead(self, job: _Job) -> None:
        """Wait until the job is done, doing it and all others that wait when nobody else is at it."""
        with self._changed:
            while self._leading and not job.done:
                self._changed.wait()
            if job.done:
                return
            self._leading = True
            group, self._waiting = self._waiting, []
        try:
            self._commit(group)
        finally:
            with self._changed:
                for one in group:
                    one.done = True
                self._leading = False
                self._changed.notify_all()

    def _commit(self, group: list[_Job]) -> None:
        try:
            with self._transaction() as session:
                for one in group:
                    _try(session, one, alone=len(group) == 1)
        except BaseException as error:
            for one in group:
                one.error = one.error or error
        for one in group:
            if one.error is not None and not one.waited_for:
                _log.error("later_failed", extra={"fields": {"cause": type(one.error).__name__}})

    def _follow_up(self) -> None:
        """Do what has waited for a moment and found no group to ride with."""
        while not self._closing.is_set():
            self._later.wait()
            self._later.clear()
            while (wait := self._waits_for()) is not None and not self._closing.wait(wait):
                if wait <= 0:
                    self.flush()

    def _waits_for(self) -> float | None:
        """Seconds until the oldest work has waited for a moment, 0 when it has; None when there is none."""
        with self._changed:
            return max(0.0, self._waiting[0].since + MOMENT - time.monotonic()) if self._waiting else None


def _nothing(session: Session) -> None:
    """Work that only waits for what stands before it."""


def _try(session: Session, job: _Job, *, alone: bool) -> None:
    """Do a job in a savepoint, so that its failure undoes nothing of the others."""
    if alone:
        job.result = job.work(session)
        return
    _, cursor = driver(session)
    cursor.execute("SAVEPOINT job")
    try:
        job.result = job.work(session)
    except Exception as error:
        cursor.execute("ROLLBACK TO SAVEPOINT job")
        job.error = error
    cursor.execute("RELEASE SAVEPOINT job")
