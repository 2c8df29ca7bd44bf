"""The peer in the bench of turns: an echo on botbuilder 4.17.1, as shipped or with its costliest faults repaired."""

from __future__ import annotations

import argparse
import asyncio
from concurrent.futures import ThreadPoolExecutor

from aiohttp import web
from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from msrest.universal_http.requests import ClientRetryPolicy


class Anonymous:
    """Settings without an app id."""

    APP_ID = ""
    APP_PASSWORD = ""


class Echo(ActivityHandler):  # type: ignore[misc]  # the SDK is untyped
    """Says what it heard."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await turn_context.send_activity(f"heard: {turn_context.activity.text}")


async def app(repaired: bool) -> web.Application:
    if repaired:
        ClientRetryPolicy.safe_codes = frozenset(ClientRetryPolicy.safe_codes)
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(32))
    adapter, echo = CloudAdapter(ConfigurationBotFrameworkAuthentication(Anonymous)), Echo()
    made = web.Application()

    async def messages(request: web.Request) -> web.Response:
        return await adapter.process(request, echo)

    made.router.add_post("/api/messages", messages)
    return made


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("--repaired", action="store_true")
    given = parser.parse_args()
    web.run_app(app(given.repaired), host="127.0.0.1", port=given.port, access_log=None, print=None)


if __name__ == "__main__":
    main()
