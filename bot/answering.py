"""Answering processes as the service sees them: a free one for each question, and a new one for each that is lost."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import multiprocessing
import pickle
import socket
from collections import deque
from collections.abc import AsyncIterator
from multiprocessing.context import ForkServerProcess
from typing import Literal

from bot.answerer import NOT_HERE, READY, SIZE, Question, serve
from bot.config import Settings
from bot.logs import TURN, cause, event
from bot.metrics import Metrics
from dialogs.turn import Outcome, Scene, Turn

LONGEST_ANSWER = 60.0
"""Seconds after which a process that has not answered is ended: it would never come back."""
START = 60.0
GRACE = 3.0
PAUSES = (0.0, 1.0, 5.0, 15.0)
"""Seconds before a lost process is replaced, longer the oftener in a row it was lost before it answered anything."""

_log = logging.getLogger(__name__)
_forking = multiprocessing.get_context("forkserver")
# Read once by the process that the others are forked from: they start at once and share the word lists' memory.
_forking.set_forkserver_preload(["bot.preload"])


class AnswererFailed(Exception):
    """The flows failed in an answering process, or the process was lost; its log, or this, says why."""


class _Answerer:
    """One process and the socket to it."""

    def __init__(self, process: ForkServerProcess, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.process, self._reader, self._writer = process, reader, writer
        self.answered = 0
        self.lost = asyncio.Event()

    async def receive(self) -> bytes:
        (size,) = SIZE.unpack(await self._reader.readexactly(SIZE.size))
        return await self._reader.readexactly(size)

    async def ask(self, question: Question) -> Outcome | Literal["not here"] | None:
        frame = pickle.dumps(question, pickle.HIGHEST_PROTOCOL)
        self._writer.write(SIZE.pack(len(frame)) + frame)
        outcome: Outcome | Literal["not here"] | None = pickle.loads(await self.receive())
        self.answered += 1
        return outcome


class Answerers:
    """So many processes that answer what changes nothing; each turn goes to one that is free."""

    def __init__(self, count: int, settings: Settings, metrics: Metrics, longest: float = LONGEST_ANSWER) -> None:
        self._count, self._metrics, self._longest = count, metrics, longest
        # The socket's secrets stay with the process that has the socket.
        self._settings = settings.model_copy(update={"app_secret": type(settings.app_secret)("")})
        self._running: set[_Answerer] = set()
        self._free: deque[_Answerer] = deque()
        self._waiting: deque[asyncio.Future[_Answerer]] = deque()
        self._keepers: list[asyncio.Task[None]] = []
        self._closing = False

    def start(self) -> None:
        """Begin to start them, within a running loop."""
        self._keepers = [asyncio.create_task(self._keep()) for _ in range(self._count)]

    def ready(self) -> bool:
        """Whether all of them run."""
        return len(self._running) == self._count

    def takes(self, turn: Turn, scene: Scene) -> bool:
        """Whether to try there: while any runs, what is said and pressed, but no files."""
        return bool(self._running) and not turn.files and turn.kind in ("message", "action")

    async def answer(self, turn: Turn, scene: Scene) -> Outcome | None:
        """What the flows say, without `finding`. Raises AnswererFailed.

        None when they would change something, and have not: that is for this process, so that whatever changes the
        store is done in order with all that is noted of messages.
        """
        one = await self._next_free()
        try:
            async with asyncio.timeout(self._longest):
                outcome = await one.ask(Question(TURN.get(), turn, scene))
        except (asyncio.IncompleteReadError, ConnectionError, TimeoutError) as error:
            self._lose(one)
            raise AnswererFailed from error
        except BaseException:
            # Its answer would be taken for the next one's.
            self._lose(one)
            raise
        self._give_back(one)
        if outcome is None:
            raise AnswererFailed
        return None if outcome == NOT_HERE else outcome

    async def close(self) -> None:
        """Let those that answer come to an end, and see that all have ended."""
        self._closing = True
        for keeper in self._keepers:
            keeper.cancel()
        await asyncio.gather(*self._keepers, return_exceptions=True)

    async def _next_free(self) -> _Answerer:
        if self._free:
            return self._free.popleft()
        waiting: asyncio.Future[_Answerer] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        try:
            return await waiting
        except asyncio.CancelledError:
            if waiting.done() and not waiting.cancelled() and waiting.exception() is None:
                self._give_back(waiting.result())
            raise

    def _give_back(self, one: _Answerer) -> None:
        if one.lost.is_set():
            return
        while self._waiting:
            waiting = self._waiting.popleft()
            if not waiting.done():
                waiting.set_result(one)
                return
        self._free.append(one)

    def _lose(self, one: _Answerer) -> None:
        self._running.discard(one)
        one.lost.set()
        with contextlib.suppress(ValueError):
            self._free.remove(one)
        if not self._running:
            for waiting in self._waiting:
                if not waiting.done():
                    waiting.set_exception(AnswererFailed())
            self._waiting.clear()

    async def _keep(self) -> None:
        """Keep one process running until the service closes."""
        failures = 0
        while not self._closing:
            await asyncio.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
            answered = 0
            try:
                async with _started(self._settings) as one:
                    self._running.add(one)
                    self._give_back(one)
                    try:
                        await self._until_lost(one)
                    finally:
                        self._lose(one)
                        answered = one.answered
            except Exception as error:  # it is tried again; meanwhile the others answer, or the service's threads
                event(_log, logging.ERROR, "answerer_not_started", cause=cause(error))
            self._metrics.count("referent_answerers_lost_total")
            failures = 0 if answered else failures + 1

    async def _until_lost(self, one: _Answerer) -> None:
        """Wait until the process has ended or is given up."""
        loop, sentinel = asyncio.get_running_loop(), one.process.sentinel
        loop.add_reader(sentinel, one.lost.set)
        try:
            await one.lost.wait()
        finally:
            loop.remove_reader(sentinel)
        event(_log, logging.ERROR, "answerer_lost", pid=one.process.pid, status=one.process.exitcode)


@contextlib.asynccontextmanager
async def _started(settings: Settings) -> AsyncIterator[_Answerer]:
    """A process that is ready to answer, ended at the end. Raises OSError, EOFError, TimeoutError."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        process = _forking.Process(target=serve, args=(theirs, settings), name="answerer", daemon=True)
        await asyncio.to_thread(process.start)  # the first one waits for the process that all are forked from
        theirs.close()
        reader, writer = await asyncio.open_unix_connection(sock=ours)
        try:
            one = _Answerer(process, reader, writer)
            async with asyncio.timeout(START):
                if await one.receive() != READY:
                    raise EOFError
            yield one
        finally:
            writer.close()
            await asyncio.to_thread(_ended, process)


def _ended(process: ForkServerProcess) -> None:
    """Wait until the process, whose socket is closed, has ended; one that is at something for long is ended."""
    process.join(GRACE)
    if process.exitcode is None:
        process.kill()
        process.join()
