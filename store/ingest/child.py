"""The inside of the child process: it reads files under limits and answers in JSON, one job after the other."""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import resource
import struct
import sys
import traceback
import typing
from collections.abc import Callable
from typing import Any, BinaryIO

from store.errors import MinutesUnreadable
from store.ingest.limits import listen
from store.ingest.wire import decode, encode

FRAME = struct.Struct(">I")
READER_MODULES = ("store.ingest.read",)


def main() -> None:
    """Serve jobs from standard input until it ends. Arguments: memory in bytes."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    # Libraries that print must neither disturb the answers nor put a document's words into a log.
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    _confine(int(sys.argv[1]))
    for module in READER_MODULES:
        importlib.import_module(module)
    # What is loaded now stays, and what a document leaves behind hardly ever goes in circles: looking for circles
    # all the time would cost more than the few that are found.
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    _send(answers, {"ready": True})
    while True:
        request = _received(requests)
        if request is None:
            return
        _serve(request, answers)


def _confine(memory: int) -> None:
    ceilings = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, value in ceilings:
        # Systems that lack a limit still have the wall clock of the parent.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (value, value))


def _allow_seconds(seconds: float) -> None:
    """Let the process use so many seconds of processor time from now on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + seconds + 1)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _serve(request: dict[str, Any], answers: BinaryIO) -> None:
    seconds, per_page = float(request["seconds"]), float(request["per_page"])
    _allow_seconds(seconds)

    def patience(pages: int) -> None:
        _allow_seconds(seconds + per_page * pages)
        _send(answers, {"pages": pages})

    listen(patience)
    try:
        function, arguments = _resolved(request["target"], request["arguments"])
        answer: dict[str, Any] = {"value": encode(function(*arguments))}
    except MinutesUnreadable as refusal:
        answer = {
            "refused": [refusal.source, refusal.reason, refusal.message, refusal.page, refusal.line],
        }
    except MemoryError:
        answer = {"failed": "memory"}
    except RecursionError:
        answer = {"failed": "depth"}
    except Exception as error:
        # The error's own words may quote the document; its place in the code is enough to mend it.
        last = traceback.extract_tb(error.__traceback__)[-1]
        answer = {"failed": "error", "where": f"{type(error).__name__} in {last.name}:{last.lineno}"}
    try:
        _send(answers, answer)
    except MemoryError:
        _send(answers, {"failed": "memory"})


def _resolved(target: str, arguments: list[Any]) -> tuple[Callable[..., Any], list[Any]]:
    module, _, name = target.partition(":")
    function = getattr(importlib.import_module(module), name)
    try:
        hints = [kind for key, kind in typing.get_type_hints(function).items() if key != "return"]
    except TypeError:
        hints = []
    kinds = hints + [Any] * (len(arguments) - len(hints))
    return function, [decode(kind, each) for kind, each in zip(kinds, arguments, strict=False)]


def _received(requests: BinaryIO) -> dict[str, Any] | None:
    head = requests.read(FRAME.size)
    if len(head) < FRAME.size:
        return None
    message: dict[str, Any] = json.loads(requests.read(FRAME.unpack(head)[0]))
    return message


def _send(answers: BinaryIO, message: dict[str, Any]) -> None:
    data = json.dumps(message, ensure_ascii=True).encode("ascii")
    answers.write(FRAME.pack(len(data)))
    answers.write(data)
    answers.flush()


if __name__ == "__main__":
    main()
