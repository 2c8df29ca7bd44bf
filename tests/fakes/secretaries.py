"""A house whose meetings have agendas and minutes, and everybody's talk with the assistant in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from store.agenda.items import StoredAgenda
from store.agenda.records import AgendaItem
from store.answers import StoredAnswers
from store.database import Database
from store.followups import StoredFollowUps
from store.grants import give
from store.minutes.agendas import StoredAgendas
from store.minutes.minutes import StoredMinutes
from store.minutes.paper import House as Masthead
from store.minutes.records import MeetingAgenda
from store.people import meet
from store.records import Audience, Grant, Lang, Person, Query, Subject
from store.search.index import ShelfIndex
from tests.fakes.agenda import CILLE, DEC_3, NAMES, TENANT, House
from tests.fakes.desks import Desk
from tests.fakes.library import NOW

FINN = Subject("p-finn", True, "personal", (Grant("secretary", "direktion"),), TENANT)
MASTHEAD = Masthead("Nørrevang Kommune")


class Chancery(House):
    """A house with two secretaries of direktion, whose agendas are made and published."""

    def __init__(self, db: Database) -> None:
        super().__init__(db, ShelfIndex())
        own = (db, self.clock, self.calendar, self.shelved.intake, self.shelved.index, MASTHEAD)
        self.agendas, self.minutes = StoredAgendas(*own), StoredMinutes(*own)
        self.answers = StoredAnswers(db)
        self.follow_ups = StoredFollowUps(db, self.clock)
        self.agenda = StoredAgenda(db, self.clock, self.calendar, None, self.agendas.refresh)
        with db.write() as session:
            meet(session, Person("p-finn", "Finn Bo", "finn@x.dk"), TENANT, NOW)
            for grant in FINN.grants:
                give(session, "p-finn", grant, "settings", NOW)

    def case(self, title: str, **fields: Any) -> AgendaItem:
        return self.ready(title=title, case_number=f"26/{100 + len(title)}", **fields)

    def published(self, *items: AgendaItem) -> MeetingAgenda:
        made = self.agendas.arrange(DEC_3, 0, [one.id for one in items], CILLE)
        locked = self.agendas.lock(DEC_3, made.version, CILLE)
        return self.agendas.publish(DEC_3, locked.version, CILLE)

    def now(self, subject: Subject = CILLE) -> MeetingAgenda:
        return self.agendas.agenda(DEC_3, subject)

    def titles(self, subject: Subject = CILLE) -> list[tuple[str | None, str]]:
        return [(one.number, one.item.title) for one in self.now(subject).entries]

    def found(self, text: str, subject: Subject) -> list[str]:
        """Titles of the items that a question finds."""
        found = self.answers.find(Query(text, text, "decision", "da"), subject)
        named = [fact.item_title or "" for fact in found.facts] + [item.title for item in found.items]
        return list(dict.fromkeys(named + ([found.item.title] if found.item is not None else [])))


@dataclass
class Seat(Desk):
    """One person of the house in one conversation, with agendas within reach."""

    def __post_init__(self) -> None:
        NAMES.setdefault("p-finn", "Finn Bo")
        super().__post_init__()
        house = self.house
        assert isinstance(house, Chancery)
        self.ports = replace(
            self.ports,
            agendas=house.agendas,
            minutes=house.minutes,
            follow_ups=house.follow_ups,
            answers=house.answers,
        )


@dataclass
class Chambers:
    """The house, and everybody's talk in it."""

    house: Chancery
    lang: Lang = field(default="da")

    def talk(self, subject: Subject, scope: Audience = "personal", **more: Any) -> Seat:
        return Seat(subject=subject, house=self.house, scope=scope, lang=self.lang, **more)
