"""The port of follow-ups, on both engines: who sees what, one effect for two clicks, the access of the item."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dialogs.followupports import FollowUps as Port
from store.agenda.records import Named
from store.database import Database
from store.documents import Library
from store.errors import NotFound
from store.followup_records import BadFollowUp, StaleFollowUp
from store.followups import StoredFollowUps
from store.ingest.intake import Intake
from store.people import meet
from store.records import Grant, Person, Subject
from store.search.index import ShelfIndex
from tests.fakes.minutes import Paper

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
TENANT = "t1"
ANNA = Subject("p-anna", True, "personal", (), TENANT)
BO = Subject("p-bo", True, "personal", (Grant("member", "direktion"),), TENANT)
CILLE = Subject("p-cille", True, "personal", (Grant("secretary", "direktion"),), TENANT)
CHANNEL = replace(ANNA, audience="channel")


class World:
    """A store with one open and one closed item of Direktionen, and people it has met."""

    def __init__(self, db: Database) -> None:
        paper = Paper()
        items = [
            paper.item(1, "Nyt tag", decision="Ejendomschefen vender tilbage senest den 1. marts 2027.", case="26/1"),
            paper.item(2, "Personsag", decision="HR-chefen udarbejder et notat.", access="closed"),
        ]
        index = ShelfIndex()
        intake = Intake(db, index, lambda: NOW)
        intake.store_parsed([paper.minutes(items, on=date(2026, 11, 12))])
        self.library = Library(db, intake, index, lambda: NOW)
        self.port: Port = StoredFollowUps(db, lambda: NOW)
        with db.write() as session:
            for person, name in (("p-anna", "Anna Lund"), ("p-bo", "Bo Madsen"), ("p-cille", "Cille Krog")):
                meet(session, Person(person, name), TENANT, NOW)
        keys = {one.title: one.key for number in ("1", "2") for one in self.library.find_items(number, "", CILLE)}
        self.roof, self.closed = keys["Nyt tag"], keys["Personsag"]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def world(request: pytest.FixtureRequest) -> World:
    return World(request.getfixturevalue("sqlite_db" if request.param == "sqlite" else "postgres_db"))


def test_the_same_turn_makes_one_follow_up(world: World) -> None:
    first = world.port.add("Tilbagemelding om taget", CILLE, key="turn-1", lang="da", item_key=world.roof)
    again = world.port.add("Tilbagemelding om taget", CILLE, key="turn-1", lang="da", item_key=world.roof)
    assert first == again
    assert [one.id for one in world.port.found(CILLE)] == [first.id]
    assert first.decision is not None
    assert (first.decision.item_number, first.decision.case_number) == ("1", "26/1")
    assert first.decision.quote == "Ejendomschefen vender tilbage senest den 1. marts 2027."
    assert (first.body_key, first.body, first.access) == ("direktion", "Direktionen", "open")


def test_somebody_met_is_known_by_name(world: World) -> None:
    made = world.port.add(
        "Ring til banken", CILLE, key="a", lang="da", responsible=Named("bo madsen"), body="direktion"
    )
    assert made.responsible == Named("bo madsen", "p-bo")
    title = world.port.add("Skriv notat", CILLE, key="b", lang="da", responsible=Named("HR-chefen"), body="direktion")
    assert title.responsible == Named("HR-chefen")
    assert [one.id for one in world.port.found(BO, mine=True)] == [made.id]


def test_what_follows_from_a_closed_item_is_for_those_who_may_read_it(world: World) -> None:
    made = world.port.add(
        "Notat om personsagen", CILLE, key="a", lang="da", item_key=world.closed, responsible=Named("HR-chefen")
    )
    assert made.access == "closed"
    assert [one.id for one in world.port.found(BO)] == [made.id]
    for other in (ANNA, CHANNEL, replace(CILLE, audience="channel")):
        assert world.port.found(other) == ()
        with pytest.raises(NotFound):
            world.port.follow_up(made.id, other)
    with pytest.raises(NotFound):
        world.port.add("Gæt", ANNA, key="b", lang="da", item_key=world.closed)


def test_a_case_closed_on_friday_is_not_named_on_monday(world: World) -> None:
    made = world.port.add("Tag", CILLE, key="a", lang="da", item_key=world.roof)
    assert [one.id for one in world.port.found(CHANNEL)] == [made.id]
    world.library.set_item_access(world.roof, "closed", CILLE)
    assert world.port.found(CHANNEL) == ()
    assert [one.id for one in world.port.found(CILLE)] == [made.id]


def test_who_is_kept_out_of_the_item_is_kept_out_of_what_follows(world: World) -> None:
    made = world.port.add("N", CILLE, key="a", lang="da", item_key=world.closed, responsible=Named("Bo Madsen"))
    assert [one.id for one in world.port.found(BO, mine=True)] == [made.id]
    world.library.exclude(world.closed, "p-bo", CILLE)
    assert world.port.found(BO, mine=True) == ()


def test_the_responsible_sees_the_task_without_the_closed_decision(world: World) -> None:
    made = world.port.add("Notat", CILLE, key="a", lang="da", item_key=world.closed, responsible=Named("Anna Lund"))
    (seen,) = world.port.found(ANNA, mine=True)
    assert (seen.id, seen.title, seen.decision, seen.may_change) == (made.id, "Notat", None, True)


def test_two_clicks_have_one_effect_and_a_stale_one_says_who(world: World) -> None:
    made = world.port.add("Tag", CILLE, key="a", lang="da", item_key=world.roof, responsible=Named("Anna Lund"))
    done = world.port.act(made.id, 1, "done", ANNA)
    assert (done.state, done.version, done.done_by, done.done_at) == ("done", 2, "p-anna", NOW)
    assert world.port.act(made.id, 1, "done", ANNA).version == 2
    with pytest.raises(StaleFollowUp) as error:
        world.port.act(made.id, 1, "done", CILLE)
    assert error.value.changed is not None
    assert (error.value.changed.person, error.value.changed.action) == ("p-anna", "done")
    assert [one.action for one in world.port.history(made.id, ANNA)] == ["create", "done"]


def test_only_those_it_concerns_change_it(world: World) -> None:
    made = world.port.add("Tag", CILLE, key="a", lang="da", item_key=world.roof)
    for other in (ANNA, BO, CHANNEL):
        with pytest.raises(NotFound):
            world.port.act(made.id, 1, "done", other)
    # In the channel, too, a secretary ticks off.
    assert world.port.act(made.id, 1, "done", replace(CILLE, audience="channel")).state == "done"


def test_put_off_handed_over_and_back(world: World) -> None:
    made = world.port.add("Tag", CILLE, key="a", lang="da", item_key=world.roof, due=TODAY - timedelta(days=3))
    off = world.port.act(made.id, 1, "snooze", CILLE, to=TODAY + timedelta(days=7))
    assert (off.due, off.snoozed_to) == (TODAY - timedelta(days=3), TODAY + timedelta(days=7))
    over = world.port.act(made.id, 2, "hand_over", CILLE, person=Named("Bo Madsen"))
    assert over.responsible == Named("Bo Madsen", "p-bo")
    assert world.port.act(made.id, 3, "done", BO).state == "done"
    back = world.port.act(made.id, 4, "reopen", CILLE)
    assert (back.state, back.done_at, back.done_by) == ("open", None, None)
    with pytest.raises(BadFollowUp):
        world.port.act(made.id, 5, "snooze", CILLE, to=TODAY)
    with pytest.raises(BadFollowUp):
        world.port.act(made.id, 5, "drop", CILLE)
    assert world.port.act(made.id, 5, "drop", CILLE, comment="Taget er skiftet.").state == "dropped"


def test_done_what_comes_back_is_due_again(world: World) -> None:
    made = world.port.add("Status", CILLE, key="a", lang="da", due=date(2026, 8, 31), recurrence="quarterly",
                          body="direktion")  # fmt: skip
    done = world.port.act(made.id, 1, "done", CILLE)
    assert (done.state, done.due) == ("open", date(2026, 11, 30))
    ongoing = world.port.add("Følges", CILLE, key="b", lang="da", recurrence="ongoing", body="direktion")
    assert world.port.act(ongoing.id, 1, "done", CILLE).state == "done"


def test_overdue_comes_first_and_what_has_no_day_last(world: World) -> None:
    days = {"c": None, "a": TODAY - timedelta(days=9), "b": TODAY + timedelta(days=2)}
    for key, due in days.items():
        world.port.add(key, CILLE, key=key, lang="da", due=due, body="direktion")
    assert [one.title for one in world.port.found(CILLE)] == ["a", "b", "c"]
    assert [one.title for one in world.port.found(CILLE, until=TODAY)] == ["a"]


def test_found_by_words_inflected_and_misspelt(world: World) -> None:
    world.port.add("Trivselsundersøgelsen i nyhedsbrevet", CILLE, key="a", lang="da", body="direktion")
    world.port.add("Indkaldelse til budgetmøde", CILLE, key="b", lang="da", body="direktion")
    for asked in ("trivselsundersøgelser", "trivsel", "trivselsundersogelsen"):
        assert [one.title for one in world.port.found(CILLE, text=asked)] == ["Trivselsundersøgelsen i nyhedsbrevet"]


def test_minutes_propose_and_a_secretary_decides(world: World) -> None:
    proposed = world.port.candidates(CILLE)
    assert {one.quote for one in proposed} == {
        "Ejendomschefen vender tilbage senest den 1. marts 2027.", "HR-chefen udarbejder et notat.",
    }  # fmt: skip
    assert world.port.candidates(BO) == ()
    roof = next(one for one in proposed if one.due is not None)
    assert (roof.responsible, roof.due) == (Named("Ejendomschefen"), date(2027, 3, 1))
    taken = world.port.take(roof.key, CILLE, "da")
    assert (taken.origin, taken.due, taken.decision.item_key if taken.decision else None) == (
        "decision", date(2027, 3, 1), world.roof,
    )  # fmt: skip
    assert world.port.take(roof.key, CILLE, "da").id == taken.id
    with pytest.raises(NotFound):
        world.port.leave(roof.key, BO)
    world.port.leave(next(one for one in proposed if one.due is None).key, CILLE)
    assert world.port.candidates(CILLE) == ()


def test_two_secretaries_who_take_the_same_candidate_make_one(world: World) -> None:
    key = world.port.candidates(CILLE)[0].key
    finn = replace(CILLE, person="p-finn")
    assert world.port.take(key, CILLE, "da").id == world.port.take(key, finn, "da").id
    assert len(world.port.found(CILLE)) == 1
