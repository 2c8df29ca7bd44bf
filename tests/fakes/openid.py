"""An OpenID server on loopback with real RSA keys, and the tokens that a channel (or a forger) would send."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

ISSUER = "https://api.botframework.com"
_KEYS: dict[str, rsa.RSAPrivateKey] = {}


def private_key(name: str) -> rsa.RSAPrivateKey:
    """A key per name, made once: making them is slow."""
    if name not in _KEYS:
        _KEYS[name] = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return _KEYS[name]


@dataclass
class OpenId:
    """Publishes `published` keys; hangs for `hang` seconds before each answer."""

    published: list[str] = field(default_factory=lambda: ["k1"])
    endorsements: tuple[str, ...] = ("msteams",)
    hang: float = 0.0
    fetches: int = 0

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/openid", self._metadata)
        app.router.add_get("/keys", self._jwks)
        return app

    async def _metadata(self, request: web.Request) -> web.Response:
        await asyncio.sleep(self.hang)
        self.fetches += 1
        return web.json_response({"issuer": ISSUER, "jwks_uri": str(request.url.with_path("/keys"))})

    async def _jwks(self, request: web.Request) -> web.Response:
        keys = [
            {**json.loads(RSAAlgorithm.to_jwk(private_key(name).public_key())), "kid": name, **self._endorsed()}
            for name in self.published
        ]
        return web.json_response({"keys": keys})

    def _endorsed(self) -> dict[str, Any]:
        return {"endorsements": list(self.endorsements)}


def token(
    app_id: str,
    service_url: str | None,
    *,
    kid: str = "k1",
    signed_by: str | None = None,
    algorithm: str = "RS256",
    **changes: Any,
) -> str:
    """A bearer token as the channel signs it; `changes` set claims, None takes one away."""
    now = int(time.time())
    claims = {
        "iss": ISSUER,
        "aud": app_id,
        "serviceurl": service_url,
        "nbf": now - 10,
        "exp": now + 600,
        **changes,
    }
    claims = {name: value for name, value in claims.items() if value is not None}
    key: Any = private_key(signed_by or kid)
    if algorithm == "none":
        key = None
    elif algorithm.startswith("HS"):
        key = "a secret that is long enough for any hash"
    return jwt.encode(claims, key, algorithm=algorithm, headers={"kid": kid})
