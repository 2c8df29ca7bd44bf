"""Dropped files: from allowed hosts only, never from inside the network, never too large."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from bot import files
from bot.files import Files
from bot.gate import Hosts
from bot.wire import FileLink


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    app = web.Application()

    async def give(request: web.Request) -> web.Response:
        assert "Authorization" not in request.headers
        return web.Response(body=b"x" * int(request.query.get("size", "3")))

    async def away(request: web.Request) -> web.Response:
        raise web.HTTPFound(request.query["to"])

    async def stream(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        for _ in range(100):
            await answer.write(b"x" * 1000)
        return answer

    app.router.add_get("/file", give)
    app.router.add_get("/away", away)
    app.router.add_get("/stream", stream)
    async with TestServer(app) as started:
        yield started


async def fetched(url: str) -> tuple[bytes | None, str | None]:
    offer = await Files(Hosts(frozenset({"*.sharepoint.com"}), loopback=True)).fetch(FileLink("a.pdf", url))
    return offer.content, offer.refused


async def test_a_file_is_fetched(server: TestServer) -> None:
    assert await fetched(str(server.make_url("/file"))) == (b"xxx", None)


async def test_a_redirect_to_the_same_host_is_followed_and_no_other(server: TestServer) -> None:
    assert await fetched(str(server.make_url("/away").with_query(to="/file"))) == (b"xxx", None)
    for elsewhere in ("http://169.254.169.254/latest", "https://evil.example/x", "file:///etc/passwd"):
        assert await fetched(str(server.make_url("/away").with_query(to=elsewhere))) == (None, "host_not_allowed")
    loop = str(server.make_url("/away").with_query(to=str(server.make_url("/away").path) + "?to=/away"))
    assert (await fetched(loop))[0] is None


async def test_too_large_a_file_is_refused_whether_or_not_it_says_so(
    server: TestServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST", 50_000)
    assert await fetched(str(server.make_url("/file").with_query(size="60000"))) == (None, "too_large")
    assert await fetched(str(server.make_url("/stream"))) == (None, "too_large")


@pytest.mark.parametrize(
    "url",
    [
        "http://kommune.sharepoint.com/a",
        "https://user:pw@kommune.sharepoint.com/a",
        "https://10.0.0.1/a",
        "https://kommune.sharepoint.com.evil.example/a",
        "https://evilsharepoint.com/a",
        "https://kommune.sharepoint.com:8443/a",
        "https://[::1/a",
        "ftp://kommune.sharepoint.com/a",
        "",
    ],
)
async def test_other_addresses_are_refused_before_any_connection(url: str) -> None:
    offer = await Files(Hosts(frozenset({"*.sharepoint.com"}))).fetch(FileLink("a.pdf", url))
    assert (offer.content, offer.refused) == (None, "host_not_allowed")


class Inward(AbstractResolver):
    """Every name leads into the network."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [{"hostname": host, "host": "10.1.2.3", "port": port, "family": family, "proto": 0, "flags": 0}]

    async def close(self) -> None:
        return


async def test_a_name_that_leads_inward_is_not_connected_to() -> None:
    guarded = Files(Hosts(frozenset({"*.sharepoint.com"})), resolver=files.PublicResolver(Inward()))
    offer = await guarded.fetch(FileLink("a.pdf", "https://kommune.sharepoint.com/a"))
    assert (offer.content, offer.refused) == (None, "unreachable")
