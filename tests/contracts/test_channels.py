"""One contract for every channel: a turn in, one message out; later messages, edits, and failures that are seen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, cast

import pytest
from aiohttp.test_utils import TestServer

from bot.channel import Channel, DeliveryError
from bot.console import Console
from bot.conversation import Conversation
from bot.outgoing import CARD
from dialogs.ports import Ports
from dialogs.turn import Caller, Message, Outcome, Scene, Suggestion, Turn
from store.records import Address
from tests.fakes.connector import Connector
from tests.fakes.edge import NOW, TENANT, Edge, activity, click, local_settings

PERSON = "00000000-0000-0000-0000-0000000000a0"
BUTTON = {"type": "Action.Execute", "title": "Luk", "verb": "item.close", "data": {"item": "i1"}}
OFFER = {"type": "AdaptiveCard", "version": "1.5", "body": [], "actions": [BUTTON]}


@dataclass
class Line:
    """A channel with the means to say and click something, and to read what stands in the conversation."""

    channel: Channel
    edge: Edge
    conversation: Conversation
    say: Callable[[str], dict[str, Any]]
    press: Callable[[str, dict[str, Any]], dict[str, Any]]
    standing: Callable[[], list[str]]
    address: Callable[[], Address]

    async def hear(self, body: dict[str, Any]) -> tuple[int, Any]:
        return await self.channel.receive(body, {}, self.conversation.turn)


def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
    if turn.verb:
        return Outcome(Message(f"{turn.verb} {dict(turn.data)}", card={"type": "AdaptiveCard"}, replaces=turn.reply_to))
    if turn.text == "ti stille":
        return Outcome()
    if turn.text == "gå i stykker":
        raise RuntimeError
    return Outcome(Message(f"heard: {turn.text}", card=OFFER if turn.text == "kort" else None, suggestions=(
        Suggestion("Hvornår?", "hvornår?"),)))  # fmt: skip


def built() -> Edge:
    edge = Edge(local_settings(), respond=respond)
    edge.build()
    return edge


@pytest.fixture
async def teams() -> AsyncIterator[Line]:
    far, edge = Connector(), built()

    def standing() -> list[str]:
        texts: dict[str, str] = {}
        for sent in far.accepted:
            cards = [a["content"] for a in sent.body.get("attachments", []) if a["contentType"] == CARD]
            texts[sent.activity] = str(sent.body.get("text") or (sent.body.get("summary") if cards else ""))
        return list(texts.values())

    async with TestServer(far.app()) as server:
        url = str(server.make_url("/"))
        yield Line(
            edge.channel,
            edge,
            edge.conversation,
            lambda text: activity(url, text),
            lambda verb, data: click(url, verb, data, replyToId=far.accepted[-1].activity),
            standing,
            lambda: Address(TENANT, url, "a:anna", "personal", bot="28:bot"),
        )
        await edge.channel.close()
        edge.pool.shutdown()


@pytest.fixture
async def console() -> AsyncIterator[Line]:
    edge = built()

    def who(spoken: str | None) -> Caller:
        return Caller(spoken or PERSON, TENANT, "Anna")

    channel = Console(who, TENANT, lambda: NOW)
    room = channel.turn(who(None), conversation="1", scope="personal", locale="da").address.conversation
    yield Line(
        channel,
        edge,
        edge.conversation,
        lambda text: {"text": text},
        lambda verb, data: {"verb": verb, "data": data},
        lambda: [sent.message.text for sent in channel.transcript(room)],
        lambda: Address(TENANT, "", room, "personal"),
    )
    edge.pool.shutdown()


@pytest.fixture(params=["teams", "console"])
def line(request: pytest.FixtureRequest) -> Line:
    return cast(Line, request.getfixturevalue(request.param))


async def test_what_is_said_is_answered_once(line: Line) -> None:
    status, _ = await line.hear(line.say("  hvad blev   besluttet? "))
    assert status < 300
    assert line.standing() == ["heard: hvad blev besluttet?"]


async def test_silence_is_an_answer(line: Line) -> None:
    assert (await line.hear(line.say("ti stille")))[0] < 300
    assert line.standing() == []


async def test_a_click_puts_its_answer_in_the_place_of_the_card(line: Line) -> None:
    await line.hear(line.say("kort"))
    assert (await line.hear(line.press("item.close", {"item": "i1"})))[0] == 200
    assert line.standing() == ["item.close {'item': 'i1'}"]


async def test_a_failure_is_a_sentence(line: Line) -> None:
    assert (await line.hear(line.say("gå i stykker")))[0] < 300
    (said,) = line.standing()
    assert said.startswith("failed da ")


async def test_a_message_can_be_sent_later_and_replaced(line: Line) -> None:
    await line.hear(line.say("hej"))
    receipt = await line.channel.deliver(line.address(), Message("møde i morgen"), "da")
    assert line.standing() == ["heard: hej", "møde i morgen"]
    await line.channel.replace(line.address(), receipt.activity, Message("trukket tilbage"), "da")
    assert line.standing() == ["heard: hej", "trukket tilbage"]


async def test_a_message_that_cannot_be_replaced_raises(line: Line) -> None:
    await line.hear(line.say("hej"))
    unreachable = Address(TENANT, "https://evil.example/", "nowhere", "personal")
    with pytest.raises(DeliveryError):
        await line.channel.replace(unreachable, "x", Message("trukket tilbage"), "da")


async def test_a_later_message_that_is_not_taken_raises(teams: Line) -> None:
    with pytest.raises(DeliveryError):
        await teams.channel.deliver(Address(TENANT, "http://127.0.0.1:1/", "c", "personal"), Message("hej"), "da")


async def test_turns_of_the_console_leave_no_pool_behind(console: Line) -> None:
    assert isinstance(console.edge.pool, ThreadPoolExecutor)
    assert len(console.conversation._locks) == 0
