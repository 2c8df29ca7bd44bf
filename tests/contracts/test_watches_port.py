"""The port of watches: the same of the fake and of the store on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dialogs.watchports import Watches as Port
from store.database import Database
from store.errors import NotFound
from store.ingest.intake import Intake
from store.records import BodyRecord, Grant, Subject
from store.search.index import ShelfIndex
from store.watch_records import MOST_WATCHES, Place, TooManyWatches, Watch
from store.watches import Watches
from tests.fakes.minutes import Paper
from tests.fakes.watches import FakeWatches

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TENANT = "t1"
ANNA = Subject("p-anna", True, "personal", (), TENANT)
BO = Subject("p-bo", True, "personal", (Grant("member", "direktion"),), TENANT)
AT_ANNA = Place(TENANT, "personal", "p-anna")
CHANNEL = Place(TENANT, "channel", "19:skole@thread.tacv2")
IN_CHANNEL = replace(ANNA, audience="channel")
SCHOOLS = Watch("topic", "skolestruktur")


def stored(db: Database) -> Port:
    paper = Paper()
    # A body is known once something open speaks of it.
    minutes = paper.minutes([paper.item(1, "Dagsorden", decision="Godkendt.")], on=date(2026, 1, 8))
    Intake(db, ShelfIndex(), lambda: NOW).store_parsed([minutes])
    return Watches(db, lambda: NOW)


@pytest.fixture(params=["fake", "sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def watches(request: pytest.FixtureRequest) -> Port:
    if request.param == "fake":
        return FakeWatches(NOW, (BodyRecord("direktion", "Direktionen"),))
    return stored(request.getfixturevalue("sqlite_db" if request.param == "sqlite" else "postgres_db"))


def test_the_same_watch_twice_is_one(watches: Port) -> None:
    first = watches.add(SCHOOLS, CHANNEL, IN_CHANNEL)
    again = watches.add(Watch("topic", "Skolestruktur ", events="decided"), CHANNEL, replace(BO, audience="channel"))
    assert (first.new, again.new, again.before) == (True, False, first.watch)
    (only,) = watches.of(CHANNEL, IN_CHANNEL)
    assert (only.text, only.events, only.owner, only.created_at) == ("skolestruktur", "decided", "p-anna", NOW)
    watches.add(SCHOOLS, AT_ANNA, ANNA)
    assert len(watches.of(CHANNEL, IN_CHANNEL)) == len(watches.of(AT_ANNA, ANNA)) == 1


def test_a_watch_is_ended_by_who_made_it_and_in_a_channel_by_a_secretary(watches: Port) -> None:
    key = watches.add(SCHOOLS, CHANNEL, IN_CHANNEL).watch.key
    with pytest.raises(NotFound):
        watches.remove(key, CHANNEL, replace(BO, audience="channel"))
    with pytest.raises(NotFound):
        watches.remove(key, Place(TENANT, "channel", "another"), IN_CHANNEL)
    secretary = Subject("p-cille", True, "channel", (Grant("secretary", "direktion"),), TENANT)
    assert watches.remove(key, CHANNEL, secretary).text == "skolestruktur"
    own = watches.add(SCHOOLS, AT_ANNA, ANNA).watch.key
    with pytest.raises(NotFound):
        watches.remove(own, AT_ANNA, replace(secretary, audience="personal"))
    watches.remove(own, AT_ANNA, ANNA)
    assert watches.of(AT_ANNA, ANNA) == ()


def test_nobody_sees_or_sets_up_the_watches_of_another(watches: Port) -> None:
    watches.add(SCHOOLS, AT_ANNA, ANNA)
    assert watches.of(AT_ANNA, BO) == ()
    with pytest.raises(NotFound):
        watches.add(SCHOOLS, AT_ANNA, BO)
    with pytest.raises(NotFound):
        watches.add(SCHOOLS, CHANNEL, Subject("guest", False, "channel"))


def test_a_watch_is_changed_in_its_place(watches: Port) -> None:
    old = watches.add(SCHOOLS, AT_ANNA, ANNA).watch
    changed = watches.change(old.key, Watch("case", "24/1234"), AT_ANNA, ANNA)
    (only,) = watches.of(AT_ANNA, ANNA)
    assert (only.kind, only.text, changed.watch.key) == ("case", "24/1234", only.key)
    with pytest.raises(NotFound):
        watches.change(old.key, SCHOOLS, AT_ANNA, ANNA)


def test_a_place_has_some_dozens_at_most(watches: Port) -> None:
    for number in range(MOST_WATCHES):
        watches.add(Watch("topic", f"emne {number}"), AT_ANNA, ANNA)
    with pytest.raises(TooManyWatches):
        watches.add(SCHOOLS, AT_ANNA, ANNA)
    assert not watches.add(Watch("topic", "emne 3"), AT_ANNA, ANNA).new
    assert watches.add(SCHOOLS, CHANNEL, IN_CHANNEL).new


def test_a_body_that_nobody_knows_is_not_watched(watches: Port) -> None:
    with pytest.raises(NotFound):
        watches.add(Watch("body", "", "loenudvalg"), AT_ANNA, ANNA)
    assert watches.add(Watch("body", "", "direktion"), AT_ANNA, ANNA).watch.body_name == "Direktionen"
