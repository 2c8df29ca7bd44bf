"""The edge over HTTP, with a connector on loopback."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.logs import EventFormatter
from tests.fakes.connector import Connector
from tests.fakes.edge import Edge, local_settings

Post = Callable[..., Awaitable[tuple[int, Any]]]


@pytest.fixture
async def connector() -> AsyncIterator[tuple[Connector, str]]:
    """The connector and its service URL."""
    fake = Connector()
    async with TestServer(fake.app()) as server:
        yield fake, str(server.make_url("/"))


@pytest.fixture
def edge() -> Edge:
    """An edge in local mode; change its parts before the first `post`."""
    return Edge(local_settings())


@pytest.fixture
async def client(edge: Edge) -> AsyncIterator[TestClient[Any, Any]]:
    async with TestClient(TestServer(edge.build())) as started:
        yield started


@pytest.fixture
def post(client: TestClient[Any, Any]) -> Post:
    """Post an activity; gives status and JSON body (None when empty)."""

    async def send(body: Any, **headers: str) -> tuple[int, Any]:
        async with client.post("/api/messages", json=body, headers=headers) as answer:
            return answer.status, await answer.json(content_type=None) if await answer.read() else None

    return send


@pytest.fixture(autouse=True)
def _own_log() -> Iterator[None]:
    """Commands set up the log of the whole process; the next test hears all of it again."""
    root = logging.getLogger()
    level = root.level
    yield
    root.setLevel(level)
    for handler in [one for one in root.handlers if isinstance(one.formatter, EventFormatter)]:
        root.removeHandler(handler)
