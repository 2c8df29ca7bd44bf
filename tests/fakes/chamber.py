"""A house whose meetings have agendas, minutes, answers and follow-ups, and everybody's talk with the assistant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from dialogs.ports import Ports
from store.agenda.records import AgendaItem
from store.answers import StoredAnswers
from store.database import Database
from store.followups import StoredFollowUps
from store.grants import give
from store.minutes.agendas import StoredAgendas
from store.minutes.minutes import StoredMinutes
from store.minutes.paper import House as Masthead
from store.minutes.records import Attendance, MeetingAgenda, MeetingMinutes
from store.people import meet
from store.records import Audience, Grant, Lang, Person, Query, Subject
from store.search.index import ShelfIndex
from tests.fakes.agenda import CILLE, DEC_3, NAMES, TENANT, House
from tests.fakes.desks import Desk

PER = Subject("p-per", True, "personal", (Grant("member", "direktion"),), TENANT)
LIV = Subject("p-liv", True, "personal", (Grant("member", "direktion"),), TENANT)
FINN = Subject("p-finn", True, "personal", (Grant("secretary", "direktion"),), TENANT)
MORE = {"p-per": "Per Bro", "p-liv": "Liv Dam", "p-finn": "Finn Toft"}


class Chamber(House):
    """The house with three members of direktion (Dan, Liv, Per) and two secretaries (Cille, Finn)."""

    def __init__(self, db: Database) -> None:
        super().__init__(db, ShelfIndex())
        own = (db, self.clock, self.calendar, self.shelved.intake, self.shelved.index, Masthead("Nørrevang Kommune"))
        self.agendas, self.minutes = StoredAgendas(*own), StoredMinutes(*own)
        self.answers, self.follow_ups = StoredAnswers(db), StoredFollowUps(db, self.clock)
        with db.write() as session:
            for subject in (PER, LIV, FINN):
                person = subject.person or ""
                meet(session, Person(person, MORE[person], f"{person}@x.dk"), TENANT, self.clock())
                for grant in subject.grants:
                    give(session, person, grant, "settings", self.clock())

    def case(self, title: str, **fields: Any) -> AgendaItem:
        """An approved item for 3 December."""
        return self.ready(title=title, case_number=f"26/{sum(map(ord, title))}", **fields)

    def published(self, *items: AgendaItem) -> MeetingAgenda:
        """The agenda of 3 December with these items; the clock stands at the meeting."""
        made = self.agendas.arrange(DEC_3, 0, [one.id for one in items], CILLE)
        locked = self.agendas.lock(DEC_3, made.version, CILLE)
        found = self.agendas.publish(DEC_3, locked.version, CILLE)
        if self.clock() < datetime(2026, 12, 3, tzinfo=self.clock().tzinfo):
            self.clock.forward(days=11, hours=20, minutes=30)
        return found

    def held(self, *items: AgendaItem) -> MeetingMinutes:
        """The minutes begun, with all members there."""
        agenda = self.published(*items)
        there = [Attendance(MORE.get(p, NAMES.get(p, p)), "present", p) for p in ("p-dan", "p-liv", "p-per")]
        return self.minutes.attend(DEC_3, agenda.version, there, CILLE)

    def asked(self, text: str, subject: Subject) -> list[str]:
        """The decisions that a question finds."""
        finding = self.answers.find(Query(text, text, "decision", "da"), subject)
        return [fact.text for fact in finding.facts if fact.kind == "decision"]

    def later(self, **more: float) -> None:
        """Time goes by."""
        self.clock.at += timedelta(**more)


@dataclass
class Seat(Desk):
    """One person's talk, over the chamber."""

    def __post_init__(self) -> None:
        NAMES.update(MORE)
        super().__post_init__()
        house = self.house
        assert isinstance(house, Chamber)
        self.ports: Ports = replace(
            self.ports,
            agendas=house.agendas,
            minutes=house.minutes,
            answers=house.answers,
            follow_ups=house.follow_ups,
            library=house.shelved.library,
        )


def talk(chamber: Chamber, subject: Subject, scope: Audience = "personal", lang: Lang = "da") -> Seat:
    """A person's talk with the assistant."""
    return Seat(subject=subject, house=chamber, scope=scope, lang=lang)
