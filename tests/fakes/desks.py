"""Conversations of authors, secretaries and readers with the flows, over a store with two bodies that meet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from dialogs.ports import Ports
from dialogs.turn import Message, Scene
from store.bodies import Bodies
from store.people import People
from store.records import Audience, Lang, Subject
from tests.fakes.agenda import NAMES, House
from tests.fakes.ports import fake_ports
from tests.fakes.talk import Talk, buttons

__all__ = ["Desk", "Office", "buttons", "titles"]


@dataclass
class Desk(Talk):
    """One person of the house in one conversation."""

    subject: Subject = field(kw_only=True)
    house: House = field(kw_only=True)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.person = replace(self.person, id=self.subject.person or "", name=NAMES[self.subject.person or ""])
        db = self.house.db
        self.ports: Ports = replace(
            fake_ports(self.world),
            agenda=self.house.agenda,
            calendar=self.house.calendar,
            people=People(db, self.house.clock),
            bodies=Bodies(db),
        )

    def _scene(self) -> Scene:
        subject = replace(self.subject, audience=self.scope)
        return Scene(subject, self.state, self.lang, self.house.clock(), False, self.fixed)

    def titles(self) -> list[str]:
        """The titles of the buttons and rows of the last card."""
        assert self.last.message is not None
        return titles(self.last.message)


def titles(message: Message) -> list[str]:
    """The titles of a card's buttons and rows."""
    return [str(each["title"]) for each in buttons(message.card or {})]


@dataclass
class Office:
    """The house, and everybody's talk with the assistant in it."""

    house: House
    lang: Lang = "da"

    def talk(self, subject: Subject, scope: Audience = "personal", **more: Any) -> Desk:
        return Desk(subject=subject, house=self.house, scope=scope, lang=self.lang, **more)
