"""A store with two bodies that meet, and the people who bring items before them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from store.agenda.items import StoredAgenda
from store.agenda.records import Action, AgendaItem
from store.database import Database
from store.grants import give
from store.indexing import Index
from store.ingest.source import Source
from store.meetingcalendar import StoredCalendar
from store.meetingplan import DeadlineRule, MeetingPlan, Pattern
from store.people import meet
from store.records import Access, Grant, Person, Subject
from tests.fakes.library import NOW, Shelved
from tests.fakes.minutes import Paper

TENANT = "t"
ANNA = Subject("p-anna", True, "personal", (), TENANT)
BO = Subject("p-bo", True, "personal", (), TENANT)
ODA = Subject("p-oda", True, "personal", (), TENANT)
DAN = Subject("p-dan", True, "personal", (Grant("member", "direktion"),), TENANT)
CILLE = Subject("p-cille", True, "personal", (Grant("secretary", "direktion"),), TENANT)
EVA = Subject("p-eva", True, "personal", (Grant("secretary", "byraad"),), TENANT)
CHANNEL = replace(ANNA, audience="channel")
GUEST = Subject("p-guest", False, "personal", (), TENANT)
NAMES = {"p-anna": "Anna Holm", "p-bo": "Bo Lind", "p-oda": "Oda Kjær", "p-dan": "Dan Falk", "p-cille": "Cille Ærø",
         "p-eva": "Eva Sand"}  # fmt: skip
PEOPLE = (ANNA, BO, ODA, DAN, CILLE, EVA)
DEC_3, DEC_17 = "direktion-2026-12-03", "direktion-2026-12-17"
FIELDS: dict[str, Any] = {
    "body_key": "direktion",
    "meeting_key": DEC_3,
    "title": "Nye åbningstider i Borgerservice",
    "case_number": "26/1044",
    "description": "Borgerservice har åbent 32 timer om ugen.",
    "recommendations": ("at der holdes åbent til kl. 18 om torsdagen.",),
}


class House:
    """Agenda items over a store: direktion meets on 3 and 17 December 2026, byraad on the 8th; NOW is 21 November."""

    def __init__(self, db: Database, index: Index | None = None) -> None:
        self.db = db
        self.shelved = Shelved(db, index)
        self.clock = self.shelved.clock
        self.calendar = StoredCalendar(db, self.clock)
        self.shelved.take(minutes("Direktionen"), minutes("Byrådet"), minutes("Personaleudvalget", closed=True))
        rules = (DeadlineRule("submission", 5, time(12, 0)),)
        thursdays = Pattern(3, date(2026, 12, 3), weeks=2, start=time(8, 30), place="Mødelokale 2")
        self.calendar.put("direktion", MeetingPlan((thursdays,), (), rules), None)
        self.calendar.put("byraad", MeetingPlan((Pattern(1, date(2026, 12, 8), weeks=4),), (), rules), None)
        self.calendar.put("personaleudvalg", MeetingPlan((Pattern(0, date(2026, 12, 7), weeks=4),), (), rules), None)
        with db.write() as session:
            for subject in PEOPLE:
                assert subject.person is not None
                meet(session, Person(subject.person, NAMES[subject.person], f"{subject.person}@x.dk"), TENANT, NOW)
                for grant in subject.grants:
                    give(session, subject.person, grant, "settings", NOW)
        self.agenda = StoredAgenda(db, self.clock, self.calendar)
        self._turns = 0

    def draft(self, by: Subject = ANNA, **fields: Any) -> AgendaItem:
        """A draft with everything that it needs, or with these fields changed."""
        self._turns += 1
        made = self.agenda.start(by, NAMES[by.person or ""], "da", f"turn-{self._turns}")
        return self.agenda.save(made.id, made.version, {**FIELDS, **fields}, by)

    def submitted(self, by: Subject = ANNA, **fields: Any) -> AgendaItem:
        return self.act(self.draft(by, **fields), "submit", by)

    def ready(self, by: Subject = ANNA, **fields: Any) -> AgendaItem:
        return self.act(self.submitted(by, **fields), "approve", CILLE)

    def act(self, item: AgendaItem, action: Action, by: Subject, **more: Any) -> AgendaItem:
        """An action on the item in the version that was given."""
        return self.agenda.act(item.id, item.version, action, by, **more)

    def attached(
        self, item: AgendaItem, by: Subject = ANNA, name: str = "notat.txt", content: bytes = b"Et notat.",
        access: Access = "open",
    ) -> AgendaItem:  # fmt: skip
        return self.agenda.attach(item.id, name, content, access, by)


def minutes(body: str, *, closed: bool = False) -> Source:
    """Something that speaks of a body, so that it is known."""
    paper = Paper()
    items = [paper.item(1, f"Dagsorden for {body}", decision="Godkendt.")]
    chosen: Access = "closed" if closed else "open"
    return paper.minutes(items, body=body, on=date(2026, 1, 8), chosen=chosen)
