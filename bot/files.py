"""Dropped files: fetched from allowed hosts only, with no token, a size limit and no way into the local network."""

from __future__ import annotations

import asyncio
import logging
import socket
from ipaddress import ip_address
from typing import Any
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from bot.gate import Hosts
from bot.logs import event
from bot.wire import FileLink
from dialogs.turn import FileOffer

LARGEST = 50_000_000
"""Bytes."""
HOPS = 3
TIMEOUT = aiohttp.ClientTimeout(total=60, sock_connect=5, sock_read=20)

_log = logging.getLogger(__name__)


class NotFetched(Exception):
    """A file was not fetched; the reason is a fixed code."""


class PublicResolver(AbstractResolver):
    """Resolves to public addresses only, so that a name cannot point into the local network."""

    def __init__(self, inner: AbstractResolver | None = None) -> None:
        self._inner = inner or ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a host. Raises OSError when one of them is not public."""
        found = await self._inner.resolve(host, port, family)
        if not found or not all(ip_address(entry["host"].partition("%")[0]).is_global for entry in found):
            raise OSError("not a public address")
        return found

    async def close(self) -> None:
        """Close the resolver."""
        await self._inner.close()


class Files:
    """Fetches one file at a time for each caller."""

    def __init__(self, hosts: Hosts, resolver: AbstractResolver | None = None, proxy: str | None = None) -> None:
        self._hosts = hosts
        self._resolver = resolver
        self._proxy = proxy

    async def fetch(self, link: FileLink) -> FileOffer:
        """The file's content, or why it was refused: host_not_allowed, too_large, too_slow, unreachable."""
        try:
            return FileOffer(link.name, await self._content(link.url))
        except NotFetched as error:
            reason = str(error)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            reason = "too_slow" if isinstance(error, asyncio.TimeoutError) else "unreachable"
        event(_log, logging.WARNING, "file_refused", reason=reason)
        return FileOffer(link.name, None, refused=reason)

    async def put(self, url: str, content: bytes) -> bool:
        """Put a file where Teams said it may go, on an allowed host, with no token; whether it is there."""
        if not self._hosts.allow(url) or not content:
            event(_log, logging.WARNING, "upload_refused", reason="host_not_allowed")
            return False
        headers = {
            "Content-Type": "application/octet-stream",
            "Content-Range": f"bytes 0-{len(content) - 1}/{len(content)}",
        }
        try:
            async with (
                aiohttp.ClientSession(
                    connector=self._connector(), timeout=TIMEOUT, cookie_jar=aiohttp.DummyCookieJar()
                ) as session,
                session.put(url, data=content, headers=headers, allow_redirects=False, proxy=self._proxy) as answer,
            ):
                status = answer.status
        except (aiohttp.ClientError, OSError, ValueError) as error:
            event(_log, logging.WARNING, "upload_failed", error=type(error).__name__)
            return False
        if status not in (200, 201, 202):
            event(_log, logging.WARNING, "upload_failed", status=status)
        return status in (200, 201, 202)

    async def _content(self, url: str) -> bytes:
        if not self._hosts.allow(url):
            raise NotFetched("host_not_allowed")
        host = urlsplit(url).hostname
        async with aiohttp.ClientSession(
            connector=self._connector(), timeout=TIMEOUT, cookie_jar=aiohttp.DummyCookieJar()
        ) as session:
            for _ in range(HOPS + 1):
                if not self._hosts.allow(url) or urlsplit(url).hostname != host:
                    raise NotFetched("host_not_allowed")
                async with session.get(url, allow_redirects=False, proxy=self._proxy) as answer:
                    if answer.status in (301, 302, 303, 307, 308):
                        url = urljoin(url, answer.headers.get("Location", ""))
                        continue
                    return await _body(answer)
        raise NotFetched("unreachable")

    def _connector(self) -> aiohttp.TCPConnector:
        # In local mode files may come from this machine, which no public address leads to.
        if self._hosts.loopback or self._proxy:
            return aiohttp.TCPConnector()
        return aiohttp.TCPConnector(resolver=self._resolver or PublicResolver())


async def _body(answer: aiohttp.ClientResponse) -> bytes:
    if answer.status != 200:
        raise NotFetched("unreachable")
    if (answer.content_length or 0) > LARGEST:
        raise NotFetched("too_large")
    parts: list[Any] = []
    size = 0
    async for part in answer.content.iter_chunked(1 << 16):
        size += len(part)
        if size > LARGEST:
            raise NotFetched("too_large")
        parts.append(part)
    return b"".join(parts)
