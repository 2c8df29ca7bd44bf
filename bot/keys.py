"""The signing keys of an OpenID server, fetched without blocking the loop and again when an unknown key shows up."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
from jwt import PyJWTError
from jwt.algorithms import RSAAlgorithm

from bot.logs import event

DAY = 24 * 3600.0
AGAIN = 60.0
"""Seconds between two looks for a key that is not there: a forger must not make us hammer the server."""
SOON = 2.0
"""Seconds between two tries while there are no keys at all."""

_log = logging.getLogger(__name__)


class KeysUnavailable(Exception):
    """The keys could not be fetched, so nobody can be recognised just now."""


@dataclass(frozen=True, slots=True)
class Key:
    """A signing key: the public key, and the channels it vouches for (none: it says nothing of channels)."""

    public_key: Any
    endorsements: Sequence[str]


class Keys:
    """Keys by id. Old keys are kept in use when the server does not answer."""

    def __init__(self, url: str, clock: Callable[[], float], timeout: float = 5.0, proxy: str | None = None) -> None:
        self._url = url
        self._clock = clock
        self._timeout = aiohttp.ClientTimeout(total=timeout)
        self._proxy = proxy if url.startswith("https:") else None
        self._keys: dict[str, Key] = {}
        self._fetched = self._tried = float("-inf")
        self._lock = asyncio.Lock()

    async def find(self, key_id: str | None) -> Key | None:
        """The key of this id, None when the server has none. Raises KeysUnavailable."""
        known = self._keys.get(key_id or "")
        if known is not None and self._clock() - self._fetched < DAY:
            return known
        async with self._lock:
            stale = self._clock() - self._fetched >= DAY
            pause = AGAIN if self._keys else SOON
            if (stale or (key_id or "") not in self._keys) and self._clock() - self._tried >= pause:
                await self._fetch()
                self._tried = self._clock()
        if not self._keys:
            raise KeysUnavailable
        return self._keys.get(key_id or "")

    async def _fetch(self) -> None:
        try:
            async with aiohttp.ClientSession(timeout=self._timeout) as session:
                metadata = await self._json(session, self._url)
                found = await self._json(session, str(metadata["jwks_uri"]))
            self._keys = {
                str(key["kid"]): _key(key) for key in found["keys"] if key.get("kty") == "RSA" and "kid" in key
            }
            self._fetched = self._clock()
        except (aiohttp.ClientError, PyJWTError, OSError, ValueError, LookupError, TypeError, AttributeError) as error:
            event(_log, logging.WARNING, "keys_unavailable", error=type(error).__name__, kept=len(self._keys))

    async def _json(self, session: aiohttp.ClientSession, url: str) -> Any:
        async with session.get(url, proxy=self._proxy if url.startswith("https:") else None) as answer:
            answer.raise_for_status()
            return await answer.json(content_type=None)


def _key(jwk: dict[str, Any]) -> Key:
    return Key(RSAAlgorithm.from_jwk(json.dumps(jwk)), tuple(jwk.get("endorsements") or ()))
