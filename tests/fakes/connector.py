"""A Bot Connector on loopback: keeps every activity it accepts, and fails in the documented ways when told to."""

from __future__ import annotations

import argparse
import asyncio
import json
from collections import deque
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from aiohttp import web


@dataclass(frozen=True)
class Accepted:
    """One request that the connector took."""

    method: str
    conversation: str
    activity: str
    body: dict[str, Any]
    token: str | None


@dataclass
class Connector:
    """`failures`: (status, error code, headers) for the next requests, in order; `delay` seconds before each answer."""

    accepted: list[Accepted] = field(default_factory=list)
    failures: deque[tuple[int, str, dict[str, str]]] = field(default_factory=deque)
    members: dict[str, dict[str, Any]] = field(default_factory=dict)
    conversed: list[dict[str, Any]] = field(default_factory=list)
    unopened: deque[tuple[int, str]] = field(default_factory=deque)
    """(status, error code) for the next conversations to be opened."""
    delay: float = 0.0
    requests: int = 0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    """Set whenever something has been accepted."""

    def app(self) -> web.Application:
        app = web.Application(client_max_size=1 << 20)
        path = "/v3/conversations/{conversation}/activities"
        app.router.add_post(path, self._take)
        app.router.add_post(path + "/{activity}", self._take)
        app.router.add_put(path + "/{activity}", self._take)
        app.router.add_post("/v3/conversations", self._converse)
        app.router.add_get("/v3/conversations/{conversation}/members/{member}", self._member)
        return app

    @property
    def messages(self) -> list[dict[str, Any]]:
        """New messages, without typing signs and edits."""
        return [a.body for a in self.accepted if a.method == "POST" and a.body.get("type") == "message"]

    async def _take(self, request: web.Request) -> web.Response:
        self.requests += 1
        body = json.loads(await request.read())
        if self.delay:
            await asyncio.sleep(self.delay)
        if self.failures:
            status, code, headers = self.failures.popleft()
            return web.json_response({"error": {"code": code, "message": code}}, status=status, headers=headers)
        conversation = unquote(request.match_info["conversation"])
        put = request.method == "PUT"
        activity = request.match_info["activity"] if put else f"sent-{len(self.accepted) + 1}"
        token = request.headers.get("Authorization")
        self.accepted.append(Accepted(request.method, conversation, activity, body, token))
        self.arrived.set()
        return web.json_response({"id": activity}, status=200 if put else 201)

    async def _converse(self, request: web.Request) -> web.Response:
        """A 1:1 conversation: the same one for the same person."""
        self.requests += 1
        body = json.loads(await request.read())
        self.conversed.append(body)
        if self.unopened:
            status, code = self.unopened.popleft()
            return web.json_response({"error": {"code": code}}, status=status)
        return web.json_response({"id": f"a:{body['members'][0]['id']}"}, status=201)

    async def _member(self, request: web.Request) -> web.Response:
        row = self.members.get(unquote(request.match_info["member"]))
        if row is None:
            return web.json_response({"error": {"code": "MemberNotFound"}}, status=404)
        return web.json_response(row)


def main() -> None:
    """As its own process, for benches: `connector.py PORT`; counts only."""
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    given = parser.parse_args()

    async def take(request: web.Request) -> web.Response:
        await request.read()
        return web.json_response({"id": "1"}, status=201)

    app = web.Application()
    app.router.add_route("*", "/v3/conversations/{rest:.*}", take)
    web.run_app(app, host="127.0.0.1", port=given.port, access_log=None, print=None)


if __name__ == "__main__":
    main()
