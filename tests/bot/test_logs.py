"""Logs over whole runs: events, references and codes, and nothing that people wrote or are called."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.logs import EventFormatter, cause, event
from dialogs.ports import Ports
from dialogs.turn import Message, Outcome, Scene, Turn
from tests.fakes.connector import Connector
from tests.fakes.edge import APP_ID, Edge, activity, click, guarded_settings, local_settings
from tests.fakes.openid import OpenId, token

Far = tuple[Connector, str]
CANARIES = ("kanariefugl", "Canary Jensen", "010190-1234", "s3cret-canary", "closed-canary", "eyJ")


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """All that every logger writes, at the lowest level, through our formatter."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(EventFormatter())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
    if "gå i stykker" in turn.text:
        raise ValueError(f"{turn.text} closed-canary {turn.caller.name}")
    return Outcome(Message(f"closed-canary {turn.text}", shows_items=("closed-canary",)))


async def test_a_run_with_failures_logs_no_word_of_it(written: io.StringIO, connector: Far) -> None:
    far, url = connector
    edge = Edge(local_settings(), respond=respond)
    who = {"id": "29:c", "name": "Canary Jensen", "aadObjectId": "c"}
    async with TestClient(TestServer(edge.build())) as client:
        far.failures.append((500, "kanariefugl", {}))
        far.failures.clear()
        for text in ("kanariefugl 010190-1234", "gå i stykker kanariefugl 010190-1234"):
            await client.post("/api/messages", json=activity(url, text, **{"from": who}))
        await client.post("/api/messages", json=click(url, "item.show", {"item": "closed-canary"}, **{"from": who}))
        await client.post("/api/messages", data=b"kanariefugl", headers={"Content-Type": "application/json"})
        await client.post("/api/messages", json=activity("https://kanariefugl.example/", "kanariefugl"))
    assert len(far.messages) == 3
    log = written.getvalue()
    assert "turn_failed" in log
    assert "refused" in log
    assert [canary for canary in CANARIES if canary in log] == []


async def test_refused_tokens_and_secrets_are_not_logged(written: io.StringIO, connector: Far) -> None:
    openid = OpenId()
    async with TestServer(openid.app()) as server:
        edge = Edge(guarded_settings(local=True), openid=str(server.make_url("/openid")))
        async with TestClient(TestServer(edge.build())) as client:
            for forged in (token(APP_ID, connector[1], signed_by="evil"), "kanariefugl.x.y"):
                headers = {"Authorization": f"Bearer {forged}"}
                await client.post("/api/messages", json=activity(connector[1]), headers=headers)
    log = written.getvalue()
    assert log.count("refused") == 2
    assert [canary for canary in CANARIES if canary in log] == []


def formatted(name: str, message: object, *args: Any, **extra: Any) -> str:
    record = logging.LogRecord(name, logging.INFO, __file__, 1, message, args, None)
    for key, value in extra.items():
        setattr(record, key, value)
    return EventFormatter().format(record)


def test_an_event_is_one_line_with_its_fields() -> None:
    line = formatted("bot.service", "refused", fields={"status": 403, "reason": "tenant", "missing": None})
    assert line.endswith("INFO bot.service refused turn=- status=403 reason=tenant")


def test_line_breaks_cannot_forge_a_second_event() -> None:
    assert "\n" not in formatted("bot.service", "refused", fields={"reason": "a\nb"})


def test_records_of_libraries_lose_their_arguments_and_their_text() -> None:
    assert "kanariefugl" not in formatted("aiohttp.server", "Error with %s", "kanariefugl")
    assert "kanariefugl" not in formatted("aiohttp.server", "Error with kanariefugl")


def test_a_cause_names_types_and_places_only() -> None:
    try:
        try:
            raise KeyError("kanariefugl")
        except KeyError as inner:
            raise ValueError("kanariefugl") from inner
    except ValueError as error:
        told = cause(error)
    assert told.startswith("ValueError at bot/test_logs.py:")
    assert " < KeyError at bot/test_logs.py:" in told
    assert "kanariefugl" not in told


def test_events_below_the_level_cost_nothing(written: io.StringIO) -> None:
    logger = logging.getLogger("bot.quiet")
    logger.setLevel(logging.ERROR)
    event(logger, logging.INFO, "nothing")
    assert "nothing" not in written.getvalue()
