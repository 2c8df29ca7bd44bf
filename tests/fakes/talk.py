"""A conversation with the flows alone: messages and clicks in, outcomes out, the state carried along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dialogs.flows import respond
from dialogs.turn import Caller, FileOffer, Message, Outcome, Scene, Turn, TurnKind
from store.records import Address, Audience, ConversationKey, Lang, Person, State, Subject
from tests.fakes import matters as m
from tests.fakes.ports import World, fake_ports


@dataclass
class Talk:
    """One person in one conversation."""

    person: Person = m.READER
    scope: Audience = "personal"
    lang: Lang = "da"
    world: World = field(default_factory=World)
    employee: bool = True
    state: State | None = None
    fixed: bool = False
    demo: bool = False
    last: Outcome = field(default_factory=Outcome)
    count: int = 0

    def __post_init__(self) -> None:
        self.ports = fake_ports(self.world)

    def says(self, text: str) -> Message:
        """Send a text; gives the answer."""
        return self._told(self._turn("message", text=text))

    def presses(self, verb: str, data: Mapping[str, Any] | None = None) -> Message:
        """Press a button that carries this."""
        return self._told(self._turn("action", verb=verb, data=data or {}, reply_to="card-1"))

    def presses_titled(self, title: str, filled: Mapping[str, str] | None = None) -> Message:
        """Press the button of this title on the last card, with inputs filled in."""
        assert self.last.message is not None
        found = [each for each in buttons(self.last.message.card or {}) if each["title"] == title]
        assert found, f"no button {title!r}: {[each['title'] for each in buttons(self.last.message.card or {})]}"
        data = {name: value for name, value in found[0]["data"].items() if name != "verb"}
        return self.presses(found[0]["verb"], {**data, **(filled or {})})

    def drops(self, *files: FileOffer) -> Message:
        """Drop files."""
        return self._told(self._turn("message", files=files))

    def event(self, kind: TurnKind, **more: Any) -> Outcome:
        """Something that is neither a text nor a click."""
        self.last = respond(self._turn(kind, **more), self._scene(), self.ports)
        return self.last

    def _turn(self, kind: TurnKind, **more: Any) -> Turn:
        self.count += 1
        caller = Caller(self.person.id if self.employee else None, "t", self.person.name, self.person.upn)
        address = Address("t", "https://smba.example", "c", self.scope)
        key = ConversationKey("t", "c", self.person.id)
        return Turn(f"turn-{self.count}", kind, caller, address, key, m.NOW, self.lang, **more)

    def _scene(self) -> Scene:
        person = self.world.people.get(self.person.id, self.person)
        subject = Subject(person.id if self.employee else None, self.employee, self.scope, person.grants, "t")
        return Scene(subject, self.state, self.lang, m.NOW, self.demo, self.fixed)

    def _told(self, turn: Turn) -> Message:
        self.last = respond(turn, self._scene(), self.ports)
        if self.last.forget:
            self.state = None
        elif self.last.state is not None:
            self.state = replace(self.last.state, version=self.last.state.version + 1)
        if self.last.lang is not None:
            self.lang, self.fixed = self.last.lang, self.last.lang_fixed or self.fixed
        assert self.last.message is not None
        return self.last.message


def buttons(node: object) -> list[Mapping[str, Any]]:
    """All buttons of a card, rows that can be pressed among them, in order."""
    found: list[Mapping[str, Any]] = []
    if isinstance(node, Mapping):
        if node.get("type") == "Action.Execute":
            found.append(node)
        else:
            for value in node.values():
                found += buttons(value)
    elif isinstance(node, Sequence) and not isinstance(node, str):
        for value in node:
            found += buttons(value)
    return found
