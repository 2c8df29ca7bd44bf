"""A process that answers turns one by one, sent over a socket: it reads the store and writes nothing.

Alone with the interpreter it computes an answer without anybody taking turns with it, which threads cannot.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import pickle
import signal
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from bot.config import Settings
from bot.logs import TURN, cause, configure, event
from bot.rehearsal import rehearse
from bot.world import open_world
from dialogs.flows import respond
from dialogs.ports import Ports
from dialogs.turn import Outcome, Scene, Turn
from store.database import Database, OnlyReading

SIZE = struct.Struct("!I")
"""What stands before each frame: its length in bytes."""
READY = b"ready"
"""The first frame that an answerer sends."""
NOT_HERE: Literal["not here"] = "not here"
"""The answer to a turn that would change something: nothing has been done, and the service has to."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Question:
    """A turn to answer; `reference` is the one that the log and a person are told."""

    reference: str
    turn: Turn
    scene: Scene


def serve(channel: socket.socket, settings: Settings) -> None:
    """Answer until the other end is closed, by whoever started this process or by its end."""
    for number in (signal.SIGTERM, signal.SIGINT):
        # They go to all processes of a terminal or a service; the one that was asked to stop ends its answerers.
        signal.signal(number, signal.SIG_IGN)
    configure(settings.log_level)
    # Whoever closes the other end may do so at any moment: nobody is left to be told anything.
    with contextlib.suppress(ConnectionError), channel, channel.makefile("rwb") as stream:
        world = open_world(settings, reading=True)
        ports = replace(world.ports, uploads=_NoUploads())
        try:
            rehearse(world)
            gc.collect()
            # Word lists live as long as the process: looking through them for garbage takes a tenth of a second.
            gc.freeze()
            frame: bytes | None = READY
            while frame is not None:
                stream.write(SIZE.pack(len(frame)) + frame)
                stream.flush()
                frame = _next(stream.read, world.database, ports)
        finally:
            world.close()


def _next(read: Callable[[int], bytes], database: Database, ports: Ports) -> bytes | None:
    """The answer to the next question, None when there is none to come."""
    head = read(SIZE.size)
    if len(head) < SIZE.size:
        return None
    question: Question = pickle.loads(read(SIZE.unpack(head)[0]))
    return _answered(question, database, ports)


def _answered(question: Question, database: Database, ports: Ports) -> bytes:
    """What the flows say, as Outcome; NOT_HERE when they would write; None when they fail, which the log tells of."""
    TURN.set(question.reference)
    try:
        with database.snapshot():
            outcome: Outcome = respond(question.turn, question.scene, ports)
        # A chat needs the message alone, and the records it was made of are most of what there would be to send.
        return pickle.dumps(replace(outcome, finding=None), pickle.HIGHEST_PROTOCOL)
    except OnlyReading:
        return pickle.dumps(NOT_HERE)
    except Exception as error:  # the process goes on; the person is told by the service
        event(_log, logging.ERROR, "answer_failed", cause=cause(error))
        return pickle.dumps(None)


class _NoUploads:
    """dialogs.ports.Uploads: dropped files are held by the service alone."""

    def hold(self, owner: str, name: str, content: bytes, now: datetime) -> str:
        raise OnlyReading("a file was dropped")

    def take(self, upload: str, owner: str, now: datetime) -> tuple[str, bytes] | None:
        raise OnlyReading("a file was decided on")
