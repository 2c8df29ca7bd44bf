"""A conversation at the keyboard: words, buttons by number, other people, other places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.console import Console, WrongLine
from bot.plaintext import Question
from bot.terminal import HELP, Terminal, chosen
from dialogs.ports import Ports
from dialogs.turn import Caller, Message, Outcome, Scene, Suggestion, Turn
from tests.fakes.edge import NOW, TENANT, Edge, local_settings

CARD: dict[str, Any] = {
    "type": "AdaptiveCard",
    "body": [{"type": "Input.Text", "id": "reason", "label": "Begrundelse", "value": "ingen"}],
    "actions": [{"type": "Action.Execute", "title": "Luk", "verb": "item.close", "data": {"item": "i1"}}],
}


def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
    said = f"{scene.subject.person} {turn.scope} {turn.key.thread.rsplit(':', 1)[1]}: "
    if turn.verb:
        return Outcome(Message(said + f"{turn.verb} {dict(turn.data)}"))
    return Outcome(Message(said + turn.text, card=CARD, suggestions=(Suggestion("Hvornår?", "hvornår var det?"),)))


@pytest.fixture
def edge() -> Iterator[Edge]:
    made = Edge(local_settings(), respond=respond)
    made.build()
    yield made
    made.pool.shutdown()


async def talked(edge: Edge, *lines: str) -> list[str]:
    def who(spoken: str | None) -> Caller:
        if spoken == "ukendt":
            raise WrongLine("ukendt: nobody of that name has been met")
        return Caller(spoken or "anna", TENANT, spoken or "Anna")

    typed, written = iter(lines), list[str]()
    terminal = Terminal(
        Console(who, TENANT, lambda: NOW),
        edge.conversation.turn,
        who,
        read=lambda prompt: next(typed, None),
        write=lambda text: written.append(text.strip()),
    )
    await terminal.talk()
    return written


async def test_words_are_answered_with_numbered_offers(edge: Edge) -> None:
    assert await talked(edge, "hej", "", "/slut", "aldrig") == ["anna personal 1: hej\n  [1] Luk\n  [2] Hvornår?"]


async def test_a_number_presses_a_button_with_its_fields_or_a_suggestion(edge: Edge) -> None:
    written = await talked(edge, "hej", "1", "fordi", "hej", "1", "", "hej", "2", "9")
    assert written[1] == "anna personal 1: item.close {'item': 'i1', 'reason': 'fordi'}"
    assert written[3] == "anna personal 1: item.close {'item': 'i1', 'reason': 'ingen'}"
    assert written[5].startswith("anna personal 1: hvornår var det?")
    assert written[6] == "There is no button 9."


async def test_who_speaks_and_where_can_be_changed(edge: Edge) -> None:
    written = await talked(edge, "/som bo", "/sted kanal", "/ny", "hej", "/som ukendt", "/hjælp", "/sted månen")
    assert written[0].startswith("bo channel 2: hej")
    assert written[1:] == ["ukendt: nobody of that name has been met", HELP, HELP]


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("", "*"),
        ("2", "direktionen"),
        ("direktionen", "direktionen"),
        ("Direktionen (alle)", "direktionen"),
        ("alle", "*"),
        ("Øko", "oeu"),
        ("D", "d"),
        ("Zorro", "Zorro"),
    ],
)
def test_a_choice_may_be_typed_as_it_is_shown(told: str, value: str) -> None:
    shown = (
        ("Alle udvalg", "*"),
        ("Direktionen (alle)", "direktionen"),
        ("Økonomiudvalget", "oeu"),
        ("Dagtilbud", "d"),
    )
    assert chosen(Question("body", "Udvalg", "*", shown), told) == value
