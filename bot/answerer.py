"""A process that answers questions one by one, sent over a socket: it reads the store and writes nothing.

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

from bot.config import Settings
from bot.logs import TURN, cause, configure, event
from bot.rehearsal import rehearse
from bot.world import World, open_world
from dialogs.flows import respond
from dialogs.turn import Outcome, Scene, Turn

SIZE = struct.Struct("!I")
"""What stands before each frame: its length in bytes."""
READY = b"ready"
"""The first frame that an answerer sends."""

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
        try:
            rehearse(world)
            gc.collect()
            # Word lists live as long as the process: looking through them for garbage takes a tenth of a second.
            gc.freeze()
            frame: bytes | None = READY
            while frame is not None:
                stream.write(SIZE.pack(len(frame)) + frame)
                stream.flush()
                frame = _next(stream.read, world)
        finally:
            world.close()


def _next(read: Callable[[int], bytes], world: World) -> bytes | None:
    """The answer to the next question, None when there is none to come."""
    head = read(SIZE.size)
    if len(head) < SIZE.size:
        return None
    question: Question = pickle.loads(read(SIZE.unpack(head)[0]))
    return _answered(question, world)


def _answered(question: Question, world: World) -> bytes:
    """What the flows say, as Outcome; as None when they fail, which the log tells of."""
    TURN.set(question.reference)
    try:
        with world.database.snapshot():
            outcome: Outcome = respond(question.turn, question.scene, world.ports)
        # A chat needs the message alone, and the records it was made of are most of what there would be to send.
        return pickle.dumps(replace(outcome, finding=None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # the process goes on; the person is told by the service
        event(_log, logging.ERROR, "answer_failed", cause=cause(error))
        return pickle.dumps(None)
