"""One contract for whoever tells flows of initiatives: what is seen, in which order, what is due, and what is gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from dialogs.ports import Initiatives
from store.database import Database
from store.errors import NotFound
from store.initiatives import StoredInitiatives
from store.migrations import migrate
from store.records import Fact, Grant, InitiativeRecord, InitiativeRef, Subject, When
from tests.fakes import programmes as g
from tests.fakes.initiatives import FakeInitiatives
from tests.fakes.library import Shelved
from tests.fakes.minutes import Paper, paper, programme
from tests.fakes.times import by, day, month

READER = Subject("reader", True, tenant="t")
INSIDER = Subject("insider", True, "personal", (Grant("member"),), "t")
OVERHEARD = Subject("insider", True, "channel", (Grant("member"),), "t")
PERIOD = date(2016, 1, 1), date(2016, 6, 30)


@dataclass
class Told:
    """An implementation that knows of an older open initiative, a newer one with three dates, and a closed one."""

    port: Initiatives
    closed: str


def fake() -> Told:
    def record(key: str, title: str, on: date, closed: bool = False, *times: tuple[str, When]) -> InitiativeRecord:
        of = InitiativeRef(key, title)
        dates = tuple(
            Fact(f"{key}-{name}", "milestone", name, g.PLAN, title=name, initiative=of, when=when)
            for name, when in times
        )
        return InitiativeRecord(key, title, "programme", on=on, document=g.PLAN, milestones=dates, closed=closed)

    times = (("Slut", by(2016, 5, 1)), ("Høring", month(2016, 2)), ("Senere", day(2017, 1, 1)))
    records = [
        record("old", "Ældre", date(2014, 1, 1)),
        record("new", "Nyere", date(2015, 1, 1), False, *times),
        record("shut", "Lukket", date(2016, 1, 1), True, ("Lukket dag", day(2016, 3, 3))),
    ]
    return Told(FakeInitiatives({one.key: one for one in records}), "shut")


def stored(folder: Path) -> Told:
    db = Database.open(f"sqlite:///{folder / 'store.db'}")
    migrate(db)
    shelved = Shelved(db)
    older, newer, shut = Paper(), Paper(), Paper()
    times = [("Slut", by(2016, 5, 1)), ("Høring", month(2016, 2)), ("Senere", day(2017, 1, 1))]
    shelved.take(
        paper(older, programme(older, "Ældre", on=date(2014, 1, 1)), title="Ældre", on=date(2014, 1, 1)),
        paper(newer, programme(newer, "Nyere", milestones=times), title="Nyere", on=date(2015, 1, 1)),
        paper(
            shut,
            programme(shut, "Hemmelig", milestones=[("Lukket dag", day(2016, 3, 3))]),
            title="Hemmelig",
            on=date(2016, 1, 1),
            chosen="closed",
        ),
    )
    port = StoredInitiatives(db)
    (closed,) = [one.key for one in port.initiatives(INSIDER) if one.title == "Hemmelig"]
    return Told(port, closed)


@pytest.fixture(params=["fake", "stored"])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> Told:
    return fake() if request.param == "fake" else stored(tmp_path)


def test_those_that_may_be_seen_come_newest_first(told: Told) -> None:
    assert [one.title for one in told.port.initiatives(READER)] == ["Nyere", "Ældre"]
    assert len(told.port.initiatives(INSIDER)) == 3
    assert [one.title for one in told.port.initiatives(OVERHEARD)] == ["Nyere", "Ældre"]


def test_one_is_the_same_as_in_the_list(told: Told) -> None:
    for one in told.port.initiatives(READER):
        assert told.port.initiative(one.key, READER) == one


@pytest.mark.parametrize("subject", [READER, OVERHEARD])
def test_what_is_closed_is_as_unknown_as_what_is_not_there(told: Told, subject: Subject) -> None:
    for key in (told.closed, "nothing-such"):
        with pytest.raises(NotFound):
            told.port.initiative(key, subject)
    assert told.port.initiative(told.closed, INSIDER).closed


def test_what_is_due_comes_in_order_of_time_and_within_the_period(told: Told) -> None:
    assert [fact.title for fact in told.port.due(*PERIOD, READER)] == ["Høring", "Slut"]
    assert [fact.title for fact in told.port.due(*PERIOD, INSIDER)] == ["Høring", "Lukket dag", "Slut"]
    assert told.port.due(date(2030, 1, 1), date(2030, 12, 31), INSIDER) == ()
