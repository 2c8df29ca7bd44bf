"""The socket: a taken port is said in a sentence, and SIGTERM lets running turns finish."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import threading

import aiohttp
import pytest

from bot.service import CannotListen, listen
from dialogs.ports import Ports
from dialogs.turn import Message, Outcome, Scene, Turn
from tests.fakes.connector import Connector
from tests.fakes.edge import Edge, activity, local_settings

Far = tuple[Connector, str]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_a_taken_port_is_said_in_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=f"Port {port} on 127.0.0.1 is taken"):
            await listen(Edge(local_settings()).build(), "127.0.0.1", port)


async def test_a_running_turn_is_finished_at_sigterm(connector: Far) -> None:
    far, url = connector
    begun, go = threading.Event(), threading.Event()

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        begun.set()
        go.wait(10)
        return Outcome(Message("til ende"))

    port = free_port()
    listening = asyncio.Event()
    serving = asyncio.create_task(
        listen(Edge(local_settings(), respond=respond).build(), "127.0.0.1", port, ready=listening.set)
    )
    await listening.wait()
    async with aiohttp.ClientSession() as session:
        asking = asyncio.create_task(session.post(f"http://127.0.0.1:{port}/api/messages", json=activity(url)))
        await asyncio.to_thread(begun.wait, 10)
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.sleep(0)
        go.set()
        answer = await asking
        assert answer.status == 201
        await serving
    assert [m["text"] for m in far.messages] == ["til ende"]
