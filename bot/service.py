"""The HTTP service: messages in, and whether the process lives, is ready and how it fares."""

from __future__ import annotations

import asyncio
import json
import logging
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.channel import Channel, OnTurn
from bot.config import CannotListen
from bot.gate import Refused
from bot.logs import cause, event
from bot.metrics import Metrics

LARGEST_BODY = 512 * 1024
"""Bytes; Teams messages are at most about 100 KB, and come with an HTML twin."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Health:
    """How the service knows whether it is ready: each check by name, true when all is well."""

    checks: Mapping[str, Callable[[], bool]]
    tick_ages: Callable[[], Mapping[str, float]]


def web_app(channel: Channel, on_turn: OnTurn, health: Health, metrics: Metrics) -> web.Application:
    """The aiohttp application."""
    service = _Service(channel, on_turn, health, metrics)
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[_contained])
    app.router.add_post("/api/messages", service.messages)
    app.router.add_get("/healthz", service.lives)
    app.router.add_get("/readyz", service.ready)
    app.router.add_get("/metrics", service.figures)
    return app


async def listen(app: web.Application, host: str, port: int, ready: Callable[[], None] | None = None) -> None:
    """Serve until SIGTERM or SIGINT; running requests are finished. `ready` is called once the socket is open.

    Raises CannotListen.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=10)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise CannotListen(
                f"Port {port} on {host} is taken or not allowed. Stop what runs there, or set REFERENT_PORT to "
                "another number."
            ) from error
        event(_log, logging.INFO, "listening", host=host, port=port)
        if ready is not None:
            ready()
        await stop.wait()
        event(_log, logging.INFO, "stopping")
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
        await runner.cleanup()


@web.middleware
async def _contained(request: web.Request, handler: Any) -> web.StreamResponse:
    """Nothing of a failure leaves the house but its status."""
    try:
        answer: web.StreamResponse = await handler(request)
    except web.HTTPException as refusal:
        return web.json_response({"error": refusal.reason}, status=refusal.status)
    except asyncio.CancelledError:
        raise
    except Exception as error:  # the outermost wall
        event(_log, logging.ERROR, "request_failed", cause=cause(error))
        return web.json_response({"error": "internal"}, status=500)
    return answer


class _Service:
    def __init__(self, channel: Channel, on_turn: OnTurn, health: Health, metrics: Metrics) -> None:
        self._channel, self._on_turn, self._health, self._metrics = channel, on_turn, health, metrics

    async def messages(self, request: web.Request) -> web.Response:
        status, body = await self._received(request)
        self._metrics.count("referent_requests_total", status=str(status))
        if body is None:
            return web.Response(status=status)
        return web.Response(
            status=status,
            body=json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode(),
            content_type="application/json",
        )

    async def _received(self, request: web.Request) -> tuple[int, Any]:
        if request.content_type != "application/json":
            return 415, {"error": "content_type"}
        try:
            activity = json.loads(await request.read())
        except web.HTTPRequestEntityTooLarge:
            return 413, {"error": "too_large"}
        except (ValueError, RecursionError):
            return 400, {"error": "not_json"}
        if not isinstance(activity, dict):
            return 400, {"error": "not_an_activity"}
        try:
            return await self._channel.receive(activity, request.headers, self._on_turn)
        except Refused as refusal:
            self._metrics.count("referent_refused_total", reason=refusal.reason)
            event(_log, logging.WARNING, "refused", status=refusal.status, reason=refusal.reason)
            return refusal.status, {"error": refusal.reason}

    async def lives(self, request: web.Request) -> web.Response:
        return web.json_response({"status": "alive"})

    async def ready(self, request: web.Request) -> web.Response:
        loop = asyncio.get_running_loop()
        found = {name: await loop.run_in_executor(None, _holds, check) for name, check in self._health.checks.items()}
        well = all(found.values())
        return web.json_response({"status": "ready" if well else "not_ready", **found}, status=200 if well else 503)

    async def figures(self, request: web.Request) -> web.Response:
        gauges = {"referent_tick_age_seconds": self._health.tick_ages()}
        return web.Response(text=self._metrics.text(gauges), content_type="text/plain", charset="utf-8")


def _holds(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except Exception as error:  # a check that breaks is a check that fails
        event(_log, logging.WARNING, "check_failed", cause=cause(error))
        return False
