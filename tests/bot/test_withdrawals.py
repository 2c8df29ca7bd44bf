"""Messages whose text was withdrawn are edited; failures are tried again, what is gone is left."""

from __future__ import annotations

from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.gate import Hosts
from bot.metrics import Metrics
from bot.sender import Sender
from bot.withdrawals import Withdrawals
from store.records import Address, Withdrawal
from tests.fakes.connector import Connector
from tests.fakes.edge import NOW, Edge, PlainNotices, local_settings

Far = tuple[Connector, str]


@pytest.fixture
async def edge() -> AsyncIterator[Edge]:
    made = Edge(local_settings())
    made.build()
    yield made
    await made.channel.close()
    made.pool.shutdown()


def due(edge: Edge, url: str, count: int = 1) -> Withdrawals:
    address = Address("t", url, "19:c@thread.tacv2", "channel", bot="28:bot")
    edge.memory.due = [Withdrawal(n, address, f"act-{n}", "da") for n in range(1, count + 1)]
    return Withdrawals(
        memory=edge.memory,
        channel=edge.channel,
        notices=PlainNotices(),
        pool=edge.pool,
        clock=lambda: NOW,
        metrics=edge.metrics,
    )


async def test_a_withdrawn_message_is_edited_once(edge: Edge, connector: Far) -> None:
    far, url = connector
    withdrawals = due(edge, url, 2)
    await withdrawals.work()
    await withdrawals.work()
    assert [(a.method, a.conversation, a.activity, a.body["text"]) for a in far.accepted] == [
        ("PUT", "19:c@thread.tacv2", "act-1", "withdrawn da"),
        ("PUT", "19:c@thread.tacv2", "act-2", "withdrawn da"),
    ]


async def test_a_failed_edit_is_tried_again_and_then_given_up(edge: Edge, connector: Far) -> None:
    far, url = connector
    withdrawals = due(edge, url)
    far.failures.extend([(500, "ServiceError", {})] * 10)
    for _ in range(8):
        await withdrawals.work()
    assert edge.memory.attempts == {1: 5}
    assert far.accepted == []


async def test_a_message_that_is_gone_is_left(edge: Edge, connector: Far) -> None:
    far, url = connector
    withdrawals = due(edge, url)
    far.failures.append((404, "ActivityNotFoundInConversation", {}))
    await withdrawals.work()
    assert edge.memory.due == []


async def test_an_edit_never_goes_to_a_host_that_is_not_allowed() -> None:
    pool = ThreadPoolExecutor(1)
    edge = Edge(local_settings())
    edge.build()
    await due(edge, "https://evil.example/").work()
    assert edge.memory.attempts == {1: 1}
    await edge.channel.close()
    pool.shutdown()


async def test_a_token_is_not_asked_for_when_the_host_is_not_allowed() -> None:
    asked: list[bool] = []

    async def token(fresh: bool) -> str:
        asked.append(fresh)
        return "t"

    sender = Sender(Hosts(frozenset({"smba.trafficmanager.net"})), token)
    with pytest.raises(Exception, match="host_not_allowed"):
        await sender.post("https://evil.example/", "c", {"type": "message"})
    assert asked == []
    assert Metrics().text() == "\n"
