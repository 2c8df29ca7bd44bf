"""Lines in and out, as `chat --batch` takes and gives them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.console import Console, WrongLine
from bot.plaintext import Button, Question, buttons, questions, words
from dialogs.ports import Ports
from dialogs.turn import Caller, Message, Outcome, Scene, Suggestion, Turn
from tests.fakes.edge import NOW, TENANT, Edge, local_settings

CARD: dict[str, Any] = {
    "type": "AdaptiveCard",
    "version": "1.5",
    "body": [
        {"type": "TextBlock", "text": "Godkendt"},
        {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": "som "}, "indstillet"]},
        {"type": "FactSet", "facts": [{"title": "Dato", "value": "22. oktober 2015"}]},
        {"type": "Container", "items": [{"type": "Input.ChoiceSet", "id": "access", "label": "Adgang",
         "value": "closed", "choices": [{"title": "Åben", "value": "open"}, {"title": "Lukket", "value": "closed"}]}]},
    ],
    "actions": [
        {"type": "Action.Execute", "title": "Hele punktet", "verb": "item.show", "data": {"item": "i1"},
         "fallback": {"type": "Action.Submit", "title": "Hele punktet", "data": {"verb": "item.show", "item": "i1"}}},
        {"type": "Action.Submit", "title": "Bilag", "data": {"verb": "item.attachments", "item": "i1", "msteams": {}}},
        {"type": "Action.OpenUrl", "title": "Åbn", "url": "https://x.dk"},
    ],
}  # fmt: skip


def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
    who = f"{scene.subject.person} {turn.scope} {turn.locale} {turn.at:%Y-%m-%d %H:%M%z} {scene.subject.employee}"
    if turn.verb:
        return Outcome(Message(f"{turn.verb} {dict(turn.data)} {turn.reply_to}", replaces=turn.reply_to))
    return Outcome(Message(f"{turn.text} {who}", card=CARD, suggestions=(Suggestion("Hvornår?", "hvornår?"),)))


@pytest.fixture
def edge() -> Iterator[Edge]:
    made = Edge(local_settings(rate_per_minute=10**6), respond=respond)
    made.build()
    yield made
    made.pool.shutdown()


@pytest.fixture
def console() -> Console:
    def who(spoken: str | None) -> Caller:
        if spoken == "ingen":
            raise WrongLine("ingen er ikke kendt")
        return Caller(spoken or "reader", TENANT, spoken or "")

    return Console(who, TENANT, lambda: NOW)


async def heard(console: Console, edge: Edge, line: dict[str, Any]) -> dict[str, Any]:
    _, answer = await console.receive(line, {}, edge.conversation.turn)
    return dict(answer)


async def test_a_line_gives_messages_with_card_actions_and_suggestions(console: Console, edge: Edge) -> None:
    line = {"as": "sek", "conversation": "c", "scope": "channel", "locale": "en", "at": "2026-11-23T10:00", "text": "a"}
    answer = await heard(console, edge, line)
    assert answer["error"] is None
    (message,) = answer["messages"]
    assert message["text"] == "a sek channel en 2026-11-23 10:00+0100 True"
    assert message["card"] == CARD
    assert message["updates"] is None
    assert message["actions"] == [
        {"title": "Hele punktet", "verb": "item.show", "data": {"item": "i1"}},
        {"title": "Bilag", "verb": "item.attachments", "data": {"item": "i1"}},
    ]
    assert message["suggestions"] == [{"text": "Hvornår?", "send": "hvornår?"}]


async def test_a_verb_clicks_the_card_that_offered_it(console: Console, edge: Edge) -> None:
    first = await heard(console, edge, {"text": "a"})
    await heard(console, edge, {"text": "b", "conversation": "other"})
    card = first["messages"][0]["id"]
    answer = await heard(console, edge, {"verb": "item.attachments", "data": {"item": "i1"}})
    (message,) = answer["messages"]
    assert message["text"] == f"item.attachments {{'item': 'i1'}} {card}"
    assert message["updates"] == card


@pytest.mark.parametrize(
    "line",
    [
        {},
        {"text": "a", "verb": "b"},
        {"text": "a", "scope": "world"},
        {"text": "a", "at": "tomorrow"},
        {"verb": "a", "data": [1]},
        {"text": "a", "as": 7},
        {"text": "a", "as": "ingen"},
        {"text": 7},
    ],
    ids=str,
)
async def test_a_bad_line_is_told_and_the_next_goes_on(console: Console, edge: Edge, line: dict[str, Any]) -> None:
    answer = await heard(console, edge, line)
    assert answer["messages"] == []
    assert answer["error"]
    assert (await heard(console, edge, {"text": "a"}))["error"] is None


async def test_a_failed_turn_is_an_error_with_its_sentence(console: Console, edge: Edge) -> None:
    def broken(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        raise RuntimeError

    edge.respond = broken
    answer = await heard(console, edge, {"text": "a"})
    assert answer["error"] in answer["messages"][0]["text"]


def test_a_message_in_the_terminal_has_the_words_of_its_card_once() -> None:
    assert words(Message("Godkendt [1]", card=CARD)).split("\n") == [
        "Godkendt [1]",
        "som indstillet",
        "Dato: 22. oktober 2015",
    ]
    assert buttons(Message("x", card=CARD))[0] == Button("Hele punktet", "item.show", {"item": "i1"})
    assert questions(Message("x", card=CARD)) == [
        Question("access", "Adgang", "closed", (("Åben", "open"), ("Lukket", "closed")))
    ]
