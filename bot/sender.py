"""The pooled asynchronous way out: requests to the Bot Connector, to allowed hosts only, with the bot's token."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

import aiohttp

from bot.channel import DeliveryError
from bot.gate import Hosts

TIMEOUT = aiohttp.ClientTimeout(total=10, sock_connect=3)
LONGEST_PAUSE = 5.0
TRIES = 3
UNSENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)
"""Errors from before a request was written: nothing can have been delivered."""
GONE = frozenset(
    {
        "BotNotInConversationRoster",
        "ConversationBlockedByUser",
        "MessageWritesBlocked",
        "BotDisabledByAdmin",
        "ConversationNotFound",
    }
)


class Sender:
    """One connection pool for a process. Only answers that say "not taken" are tried again: a lost answer may have
    been a delivered message, and a message said twice is worse than one asked for again."""

    def __init__(self, hosts: Hosts, token: Callable[[bool], Awaitable[str | None]], proxy: str | None = None) -> None:
        """`token(fresh)` gives the bearer token, None when there is no app id; `fresh` asks for a new one."""
        self._hosts = hosts
        self._token = token
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    async def post(
        self, service_url: str, conversation: str, wire: Mapping[str, Any], reply_to: str | None = None
    ) -> str:
        """Post an activity, as an answer to `reply_to` when given. Returns its id. Raises DeliveryError."""
        answer = await self._request("POST", service_url, _path(conversation, reply_to), wire)
        return str(answer.get("id") or "")

    async def post_once(self, service_url: str, conversation: str, wire: Mapping[str, Any]) -> str:
        """Post an activity in a single request, for callers that keep count of tries and limits themselves.

        Only a token that has run out is renewed once. Returns the activity's id. Raises DeliveryError.
        """
        answer = await self._request("POST", service_url, _path(conversation, None), wire, patient=False)
        return str(answer.get("id") or "")

    async def converse(self, service_url: str, wire: Mapping[str, Any]) -> str:
        """Open a conversation, or find the one there is; returns its id. Raises DeliveryError."""
        answer = await self._request("POST", service_url, "v3/conversations", wire, patient=False)
        return str(answer.get("id") or "")

    async def put(self, service_url: str, conversation: str, activity: str, wire: Mapping[str, Any]) -> None:
        """Put an activity in the place of an earlier one. Raises DeliveryError."""
        await self._request("PUT", service_url, _path(conversation, activity), wire)

    async def member(self, service_url: str, conversation: str, person: str) -> Mapping[str, Any]:
        """What the channel knows of a person in a conversation. Raises DeliveryError."""
        path = f"v3/conversations/{quote(conversation, safe='')}/members/{quote(person, safe='')}"
        return await self._request("GET", service_url, path, None)

    async def close(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _request(
        self, method: str, service_url: str, path: str, wire: Mapping[str, Any] | None, *, patient: bool = True
    ) -> Mapping[str, Any]:
        """`patient`: try again when the channel says "not now"."""
        url = f"{service_url.rstrip('/')}/{path}"
        if not self._hosts.allow(url):
            raise DeliveryError("host_not_allowed", left=False)
        data = None if wire is None else json.dumps(wire, ensure_ascii=False, separators=(",", ":")).encode()
        fresh = False
        for attempt in range(TRIES):
            status, headers, body = await self._once(method, url, data, await self._bearer(fresh))
            if status < 300:
                return body
            pause = _pause(status, headers, attempt) if patient else None
            fresh = status == 401 and not fresh
            if attempt + 1 == TRIES or not (fresh or pause is not None):
                break
            await asyncio.sleep(pause or 0)
        error = body.get("error")
        code = str(error.get("code", "")) if isinstance(error, dict) else ""
        gone = status in (403, 404) and code in GONE
        raise DeliveryError(code or f"http_{status}", status=status, gone=gone, retry_after=_asked(headers))

    async def _bearer(self, fresh: bool) -> str | None:
        try:
            return await self._token(fresh)
        except Exception as error:
            # MSAL and the SDK raise whatever their HTTP library does; without a token nothing can be said.
            raise DeliveryError("no_token", left=False) from error

    async def _once(
        self, method: str, url: str, data: bytes | None, token: str | None
    ) -> tuple[int, Mapping[str, str], Mapping[str, Any]]:
        headers = {"Content-Type": "application/json; charset=utf-8", "Accept": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        proxy = self._proxy if url.startswith("https:") else None
        try:
            # No redirects: the token would travel along to a host that nobody allowed.
            async with self._pool().request(
                method, url, data=data, headers=headers, allow_redirects=False, proxy=proxy
            ) as answer:
                return answer.status, answer.headers, _object(await answer.read())
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise DeliveryError(type(error).__name__, left=not isinstance(error, UNSENT)) from error

    def _pool(self) -> aiohttp.ClientSession:
        if self._session is None:
            # Idle connections are dropped before the far end does: a request on a closed one would be lost.
            connector = aiohttp.TCPConnector(limit=64, limit_per_host=32, ttl_dns_cache=300, keepalive_timeout=15)
            self._session = aiohttp.ClientSession(
                connector=connector, timeout=TIMEOUT, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=True
            )
        return self._session


def _path(conversation: str, activity: str | None) -> str:
    path = f"v3/conversations/{quote(conversation, safe='')}/activities"
    return f"{path}/{quote(activity, safe='')}" if activity else path


def _pause(status: int, headers: Mapping[str, str], attempt: int) -> float | None:
    """Seconds to wait when the channel said "not now"; None when trying again is no use."""
    if status not in (412, 429):
        return None
    asked = _asked(headers)
    pause = 0.5 * 2**attempt if asked is None else asked
    return pause if 0 <= pause <= LONGEST_PAUSE else None


def _asked(headers: Mapping[str, str]) -> float | None:
    """Seconds that the channel asks to wait."""
    try:
        return float(headers.get("Retry-After", ""))
    except ValueError:
        return None


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(body) if body else {}
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
