"""Files nobody vouches for are read in a child process with limits; whatever it does, the parent lives."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import store
from store.errors import MinutesUnreadable, StoreError
from store.ingest.child import FRAME
from store.ingest.limits import Limits
from store.ingest.parsed import Extract
from store.ingest.wire import WireError, decode, encode
from store.ingest.wording import shown_name

T = TypeVar("T")
_REASONS = frozenset(("no_text", "encrypted", "broken", "too_large", "too_slow", "unknown_format", "hostile"))
_JOBS_PER_CHILD = 500
_START_SECONDS = 30.0
_CHUNK = 1 << 16


class _Died(Exception):
    """The child ended, or said what it must not say."""


class _Late(Exception):
    """The child did not answer in time."""


class Reader:
    """One warm child process, replaced after a failure; safe to share between threads, which take turns.

    Use it as a context manager, or `close` it; the readers behind `read_contained` close at exit.
    """

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 - frozen, so sharing it is safe
        self.limits = limits
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._memory = 0
        self._jobs = 0

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The child's process id while it runs, else None."""
        return self._child.pid if self._child is not None and self._child.poll() is None else None

    def run(self, target: str, *arguments: Any, returns: type[T], source: str = "", limits: Limits | None = None) -> T:
        """Call the function `target` ("module:name") in the child and return what it returns, as type `returns`.

        Arguments and result are what `wire` carries: dataclasses, tuples, dates, paths and JSON's own. Arguments are
        rebuilt by the function's annotations. `source` names the file in errors. Raises MinutesUnreadable: the one
        the function raised, or too_slow (clock or processor time), too_large (memory, length of the answer), hostile
        (the child died or answered out of shape) or broken (any other error); StoreError when no child can be started.
        """
        limits = limits or self.limits
        with self._lock:
            try:
                self._ensure(limits)
                self._send(target, arguments, limits)
                answer = self._answer(limits)
            except _Late as error:
                self._stop()
                raise MinutesUnreadable(source, "too_slow", "reading took longer than is allowed") from error
            except (_Died, OSError) as error:
                raise self._post_mortem(source) from error
            except BaseException:
                # An interrupt between question and answer: the next job must not get this one's answer.
                self._stop()
                raise
            value: T = self._judged(answer, returns, source)
            return value

    def close(self) -> None:
        """End the child, if there is one."""
        with self._lock:
            self._stop()

    def _ensure(self, limits: Limits) -> None:
        worn = self._jobs >= _JOBS_PER_CHILD or self._memory != limits.memory_bytes
        if self._child is not None and (worn or self._child.poll() is not None):
            self._stop()
        if self._child is None:
            self._start(limits)

    def _start(self, limits: Limits) -> None:
        root = str(Path(next(iter(store.__path__))).parent)
        # Only what Python needs: the settings and secrets in our environment are no business of a reader of files.
        environment = {"PYTHONPATH": root, "LANG": "C.UTF-8", "OMP_NUM_THREADS": "1"}
        self._child = subprocess.Popen(
            [sys.executable, "-B", "-P", "-m", "store.ingest.child", str(limits.memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd="/",
        )
        self._memory, self._jobs = limits.memory_bytes, 0
        try:
            started = self._message(time.monotonic() + _START_SECONDS, _CHUNK) == {"ready": True}
        except (_Died, _Late):
            started = False
        if not started:
            self._stop()
            # No file is to blame, and calling every file hostile would hide that the installation is at fault.
            raise StoreError("the process that reads files did not start")

    def _send(self, target: str, arguments: tuple[Any, ...], limits: Limits) -> None:
        request = {
            "target": target,
            "arguments": encode(list(arguments)),
            "seconds": limits.cpu_seconds,
            "per_page": limits.seconds_per_page,
        }
        data = json.dumps(request).encode("ascii")
        assert self._child is not None
        assert self._child.stdin is not None
        self._child.stdin.write(FRAME.pack(len(data)) + data)
        self._child.stdin.flush()
        self._jobs += 1

    def _answer(self, limits: Limits) -> dict[str, Any]:
        begun = time.monotonic()
        deadline = begun + limits.wall_seconds
        while True:
            message = self._message(deadline, limits.answer_bytes)
            pages = message.get("pages")
            if not isinstance(pages, int):
                return message
            deadline = begun + limits.wall_seconds + limits.seconds_per_page * min(pages, limits.pages)

    def _message(self, deadline: float, longest: int) -> dict[str, Any]:
        (length,) = FRAME.unpack(self._bytes(FRAME.size, deadline))
        if length > longest:
            self._stop()
            return {"failed": "length"}
        try:
            message = json.loads(self._bytes(length, deadline))
        except ValueError as error:
            raise _Died from error
        if not isinstance(message, dict):
            raise _Died
        return message

    def _bytes(self, count: int, deadline: float) -> bytes:
        assert self._child is not None
        assert self._child.stdout is not None
        descriptor = self._child.stdout.fileno()
        got = bytearray()
        with selectors.DefaultSelector() as selector:
            selector.register(descriptor, selectors.EVENT_READ)
            while len(got) < count:
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    raise _Late
                chunk = os.read(descriptor, min(_CHUNK, count - len(got)))
                if not chunk:
                    raise _Died
                got += chunk
        return bytes(got)

    def _judged(self, answer: dict[str, Any], returns: Any, source: str) -> Any:
        try:
            if "value" in answer:
                return decode(returns, answer["value"])
            if "refused" in answer:
                kind = tuple[str, str, str, int | None, int | None]
                named, reason, message, page, line = decode(kind, answer["refused"])
                if reason in _REASONS:
                    raise MinutesUnreadable(source or named, reason, message, page=page, line=line)
        except (WireError, RecursionError, ValueError) as error:
            self._stop()
            raise MinutesUnreadable(source, "hostile", "the reader answered out of shape") from error
        self._stop()
        raise _failure(answer, source)

    def _post_mortem(self, source: str) -> MinutesUnreadable:
        """What to say of a child that is gone, by the signal that ended it."""
        child = self._child
        if child is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(timeout=5)
        code = child.returncode if child is not None else None
        self._stop()
        if code == -signal.SIGXCPU:
            return MinutesUnreadable(source, "too_slow", "reading took more processor time than is allowed")
        return MinutesUnreadable(source, "hostile", "the file brought its reader down")

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        child.wait()


def _failure(answer: dict[str, Any], source: str) -> MinutesUnreadable:
    failed = answer.get("failed")
    if failed in ("memory", "length"):
        what = "memory" if failed == "memory" else "room for its text"
        return MinutesUnreadable(source, "too_large", f"the file needs more {what} than is allowed")
    if failed == "depth":
        return MinutesUnreadable(source, "hostile", "the file is nested deeper than documents are")
    where = answer.get("where")
    told = f": {shown_name(where)}" if isinstance(where, str) else ""
    return MinutesUnreadable(source, "broken", f"the reader gave up on the file{told}")


_shared = Reader()
atexit.register(_shared.close)


def run_contained(target: str, *arguments: Any, returns: type[T], source: str = "", limits: Limits = Limits()) -> T:  # noqa: B008 - frozen
    """Call the function `target` ("module:name") in the shared child process; see Reader.run."""
    return _shared.run(target, *arguments, returns=returns, source=source, limits=limits)


def read_contained(path: Path, *, limits: Limits = Limits()) -> Extract:  # noqa: B008 - frozen, so sharing it is safe
    """The text of the file at `path`, read in the shared child process; raises MinutesUnreadable."""
    name = shown_name(path.name)
    absolute = Path(os.path.abspath(path))
    return run_contained("store.ingest.read:read_with", absolute, limits, returns=Extract, source=name, limits=limits)
