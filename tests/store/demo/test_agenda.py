"""The sample items: one in each state that somebody tries, for meetings to come, and put in once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store.agenda.items import StoredAgenda
from store.calendar import local
from store.database import Database
from store.demo.agenda import SAMPLES, SampleAgenda
from store.demo.calendars import furnish_plans
from store.demo.living import people
from store.grants import give
from store.meetingcalendar import StoredCalendar
from store.people import meet
from store.records import Grant, Person, Subject
from store.subscriptions import OCCURRENCE
from tests.fakes.agenda import minutes
from tests.fakes.library import Shelved

KEYS = {"Direktionen": "direktion", "Økonomiudvalget": "oekonomiudvalg"}


class Sample:
    """A store with the sample people and plans."""

    def __init__(self, db: Database) -> None:
        self.db, self.shelved = db, Shelved(db)
        self.clock = self.shelved.clock
        self.calendar = StoredCalendar(db, self.clock)
        self.agenda = StoredAgenda(db, self.clock, self.calendar)
        self.shelved.take(
            *(minutes(name) for name in (
                "Direktionen", "Økonomiudvalget", "Teknik- og Miljøudvalget", "Lederforum", "Byrådet",
                "Ejendoms- og Landdistriktsudvalget",
            ))
        )  # fmt: skip
        self.grants = {
            one.id: tuple(Grant(grant.role, KEYS.get(grant.body or "")) for grant in one.grants) for one in people()
        }
        with db.write() as session:
            for one in people():
                meet(session, Person(one.id, one.name, one.upn), "t", self.clock())
                for grant in self.grants[one.id]:
                    give(session, one.id, grant, "settings", self.clock())

    def furnish(self) -> int:
        furnish_plans(self.calendar, local(self.clock()).date())
        return SampleAgenda(self.db, self.calendar, "t", self.clock()).furnish(lambda person: self.grants[person])

    def subject(self, name: str) -> Subject:
        one = next(one for one in people() if one.name.startswith(name))
        return Subject(one.id, True, "personal", self.grants[one.id], "t")


@pytest.fixture
def sample(sqlite_db: Database) -> Sample:
    return Sample(sqlite_db)


def test_each_state_is_there_to_try(sample: Sample) -> None:
    assert sample.furnish() == len(SAMPLES)
    found = sample.agenda.found(sample.subject("Cille"))
    assert sorted((one.state, one.access, one.author_name) for one in found) == [
        ("draft", "open", "Anna Jensen"), ("ready", "open", "Bo Sørensen"), ("returned", "open", "Anna Jensen"),
        ("submitted", "closed", "Anna Jensen"), ("submitted", "open", "Bo Sørensen"),
    ]  # fmt: skip
    assert all(one.meeting is not None and not one.late for one in found)
    assert len(sample.agenda.waiting(sample.subject("Cille"))) == 2
    (returned,) = (one for one in sample.agenda.mine(sample.subject("Anna")) if one.state == "returned")
    assert returned.last is not None
    assert returned.last.comment
    assert sample.agenda.found(sample.subject("Finn")) == ()


def test_nobody_is_told_of_what_was_there_before(sample: Sample) -> None:
    sample.furnish()
    with sample.db.read() as session:
        assert session.connection().execute(OCCURRENCE.select()).all() == []


def test_it_is_put_in_once_and_moves_on_unless_touched(sample: Sample) -> None:
    sample.furnish()
    before = sample.agenda.found(sample.subject("Cille"))
    assert sample.furnish() == 0
    assert sample.agenda.found(sample.subject("Cille")) == before
    (draft,) = (one for one in sample.agenda.mine(sample.subject("Anna")) if one.state == "draft")
    sample.agenda.save(draft.id, draft.version, {"title": "Mit eget"}, sample.subject("Anna"))
    sample.clock.forward(days=60)
    assert sample.furnish() == len(SAMPLES) - 1
    after = sample.agenda.found(sample.subject("Cille"))
    assert "Mit eget" in {one.title for one in after}
    day = local(sample.clock()).date() + timedelta(days=1)
    assert all(one.meeting is not None and one.meeting.day >= day for one in after if one.title != "Mit eget")
