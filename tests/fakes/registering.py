"""Conversations with the flows over a furnished store: the ports are real, the turns are made here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.config import read_settings
from bot.demo import furnish
from bot.world import World, open_world
from dialogs.turn import Message
from store.records import Audience, Lang, Person
from tests.fakes import matters as m
from tests.fakes.talk import Talk, buttons

ANNA, BO, CILLE = (f"00000000-0000-0000-0000-0000000000a{number}" for number in range(3))


def furnished(path: Path) -> World:
    """A store with the sample data as of the day of all tests."""
    world = open_world(read_settings(database_url=f"sqlite:///{path}", demo=True), lambda: m.NOW)
    furnish(world)
    return world


def speaking(world: World, person: str, lang: Lang = "da", scope: Audience = "personal") -> Talk:
    """Somebody of the sample people, or an employee that nobody has met, in a conversation of their own."""
    known = world.people.person(person) or Person(person, "Gry Holm", "gry@kommune.example")
    talk = Talk(person=known, lang=lang, scope=scope)
    talk.ports = world.ports
    return talk


def inputs(card: object) -> Iterator[Mapping[str, Any]]:
    """All inputs of a card, in order."""
    if isinstance(card, Mapping):
        if str(card.get("type", "")).startswith("Input."):
            yield card
        for value in card.values():
            yield from inputs(value)
    elif isinstance(card, (list, tuple)):
        for value in card:
            yield from inputs(value)


def held(message: Message) -> dict[str, Any]:
    """What the inputs of a card hold, by name."""
    return {str(each["id"]): each.get("value", "") for each in inputs(message.card)}


def titles(message: Message) -> list[str]:
    """The titles of all buttons of a card."""
    return [str(each["title"]) for each in buttons(message.card or {})]


def press(talk: Talk, title: str, message: Message | None = None, /, **filled: Any) -> Message:
    """Press a button of a card, the last one unless another is given, with its inputs as they are and then these."""
    shown = message or talk.last.message
    assert shown is not None
    found = [each for each in buttons(shown.card or {}) if str(each["title"]).startswith(title)]
    assert found, f"no button {title!r}: {titles(shown)}"
    data = {name: value for name, value in found[0]["data"].items() if name != "verb"}
    return talk.presses(found[0]["verb"], {**data, **held(shown), **filled})
