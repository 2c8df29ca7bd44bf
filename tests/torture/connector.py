"""A Bot Connector in a process of its own: a line in a log for each message that people would see, and faults as told.

`python -m tests.torture.connector PORT LOG [--latency MS] [--before P] [--after P] [--throttle P] [--reset P]
[--slow P] [--limits] [--dead N]`. Before: 502 without taking the message; after: taken, then 502; reset: taken, then
the connection breaks. Conversations named "dead…" answer 403, as a channel does that removed the bot.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import time
from collections import Counter
from math import ceil
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import unquote

from aiohttp import web

from tests.torture.limits import Limited


class Connector:
    """Takes activities; /stats tells how many of each answer were given."""

    def __init__(self, log: TextIO, given: argparse.Namespace) -> None:
        self._log, self._given = log, given
        self._random = random.Random(given.seed)
        self._limits = Limited() if given.limits else None
        self.counts: Counter[str] = Counter()

    def app(self) -> web.Application:
        app = web.Application(client_max_size=1 << 20)
        app.router.add_post("/v3/conversations/{conversation}/activities", self.take)
        app.router.add_get("/stats", self.stats)
        return app

    async def stats(self, request: web.Request) -> web.Response:
        return web.json_response(self.counts)

    async def take(self, request: web.Request) -> web.Response:
        body = json.loads(await request.read())
        conversation = unquote(request.match_info["conversation"])
        self.counts["posts"] += 1
        if conversation.startswith("dead"):
            return self._refuse(403, "BotNotInConversationRoster")
        wait = self._limits.wait(conversation, time.monotonic()) if self._limits else 0.0
        if wait:
            return self._refuse(429, "Throttled", {"Retry-After": str(ceil(wait))})
        drawn = self._random.random()
        given = self._given
        latency = self._random.lognormvariate(0, 0.4) * given.latency / 1000
        if (drawn := drawn - given.throttle) < 0:
            return self._refuse(429, "Throttled", {"Retry-After": "1"})
        await asyncio.sleep(latency / 2)
        if (drawn := drawn - given.before) < 0:
            return self._refuse(502, "BadGateway")
        number = self._seen(conversation, body)
        await asyncio.sleep(latency / 2)
        if (drawn := drawn - given.after) < 0:
            return self._refuse(502, "BadGateway")
        if (drawn := drawn - given.reset) < 0:
            self.counts["reset"] += 1
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        if drawn - given.slow < 0:
            self.counts["slow"] += 1
            await asyncio.sleep(12)
        return web.json_response({"id": f"activity-{number}"}, status=201)

    def _seen(self, conversation: str, body: dict[str, Any]) -> int:
        self.counts["taken"] += 1
        line = {"at": time.time(), "key": body["text"], "to": conversation, "by": body["from"]["id"]}
        self._log.write(json.dumps(line) + "\n")
        return self.counts["taken"]

    def _refuse(self, status: int, code: str, headers: dict[str, str] | None = None) -> web.Response:
        self.counts[str(status)] += 1
        return web.json_response({"error": {"code": code, "message": code}}, status=status, headers=headers)


def main() -> None:
    """Serve until killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("log", type=Path)
    parser.add_argument("--latency", type=float, default=40.0)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--limits", action="store_true")
    for name in ("before", "after", "throttle", "reset", "slow"):
        parser.add_argument(f"--{name}", type=float, default=0.0)
    given = parser.parse_args()
    # Each line is there as soon as people would see the message.
    with given.log.open("a", buffering=1, encoding="utf-8") as log:
        web.run_app(Connector(log, given).app(), host="127.0.0.1", port=given.port, print=None, access_log=None)


if __name__ == "__main__":
    main()
