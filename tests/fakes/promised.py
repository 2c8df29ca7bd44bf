"""A store with decisions and what follows from them, and everybody's talk with the assistant over it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from dialogs.ports import Ports
from dialogs.turn import Scene
from store.agenda.records import Named
from store.answers import StoredAnswers
from store.bodies import Bodies
from store.database import Database
from store.followup_records import FollowUp
from store.followups import StoredFollowUps
from store.people import People
from store.records import Audience, Lang, Subject
from store.search.index import ShelfIndex
from tests.fakes.agenda import BO, CILLE, NAMES, House
from tests.fakes.minutes import Paper
from tests.fakes.ports import fake_ports
from tests.fakes.talk import Talk

ROOF = "Godkendt. Ejendomschefen vender tilbage senest den 1. marts 2027."

PATHS = ("at der sættes lamper op på skolestien,", "at der søges tilskud.")


class Promises:
    """Follow-ups over the house of agenda items: one open decision, one closed, one with two recommendations."""

    def __init__(self, db: Database) -> None:
        self.house = House(db, ShelfIndex())
        self.db, self.clock = db, self.house.clock
        self.port = StoredFollowUps(db, self.clock)
        paper = Paper()
        items = [
            paper.item(1, "Nyt tag på svømmehallen", decision=ROOF, case="26/1"),
            paper.item(2, "Personsag om Olsen", decision="HR-chefen udarbejder et notat.", access="closed"),
            paper.item(
                3, "Lys på stierne", decision="Godkendt.", case="26/3",
                extra=[
                    paper.fact("recommendation", text, label="Indstilling", ordinal=number)
                    for number, text in enumerate(PATHS, start=1)
                ],
            ),
        ]  # fmt: skip
        self.house.shelved.take(paper.minutes(items, on=date(2026, 11, 12)))
        found = (self.house.shelved.library.find_items(str(number), "", CILLE) for number in (1, 2, 3))
        keys = {one.title: one.key for rows in found for one in rows}
        self.roof, self.closed = keys["Nyt tag på svømmehallen"], keys["Personsag om Olsen"]
        self.paths = keys["Lys på stierne"]
        self.answers = StoredAnswers(db)
        self._turns = 0

    def made(self, title: str = "Notat om taget", by: Subject = CILLE, **more: Any) -> FollowUp:
        """A follow-up of Direktionen that is Bo's."""
        self._turns += 1
        given = {"responsible": Named("Bo Lind", BO.person), "body": "direktion", "due": date(2026, 11, 27), **more}
        return self.port.add(title, by, key=f"made-{self._turns}", lang="da", **given)

    def now(self, one: FollowUp) -> FollowUp:
        """As it stands."""
        return self.port.follow_up(one.id, CILLE)

    def talk(self, subject: Subject, scope: Audience = "personal", lang: Lang = "da") -> Promising:
        return Promising(subject=subject, promises=self, scope=scope, lang=lang)


@dataclass
class Promising(Talk):
    """One person in one conversation."""

    subject: Subject = field(kw_only=True)
    promises: Promises = field(kw_only=True)

    def __post_init__(self) -> None:
        super().__post_init__()
        told, house = self.promises, self.promises.house
        self.person = replace(self.person, id=self.subject.person or "", name=NAMES[self.subject.person or ""])
        self.ports: Ports = replace(
            fake_ports(self.world),
            answers=told.answers,
            agenda=house.agenda,
            calendar=house.calendar,
            people=People(told.db, told.clock),
            bodies=Bodies(told.db),
            follow_ups=told.port,
        )

    def _scene(self) -> Scene:
        subject = replace(self.subject, audience=self.scope)
        return Scene(subject, self.state, self.lang, self.promises.clock(), False, self.fixed)
