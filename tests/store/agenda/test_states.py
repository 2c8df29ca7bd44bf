"""Every state, action and part: what is done where it may be, and refused, leaving everything as it was, elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest

from store.agenda.records import STATES, Action, AgendaItem, ItemState, NotPossible
from store.agenda.states import MOVES, may, next_state
from store.database import Database
from store.errors import NotFound
from store.records import Subject
from tests.fakes.agenda import ANNA, BO, CHANNEL, CILLE, DAN, DEC_17, EVA, GUEST, ODA, House

ACTIONS: tuple[Action, ...] = tuple(
    one for one in get_args(Action) if one not in ("create", "attach", "detach", "file_access", "neutral")
)
PATHS: dict[ItemState, tuple[tuple[Action, Subject], ...]] = {
    "draft": (),
    "submitted": (("submit", ANNA),),
    "returned": (("submit", ANNA), ("return", CILLE)),
    "ready": (("submit", ANNA), ("approve", CILLE)),
    "on_agenda": (("submit", ANNA), ("approve", CILLE), ("place", CILLE)),
    "postponed": (("submit", ANNA), ("postpone", CILLE)),
    "withdrawn": (("submit", ANNA), ("withdraw", ANNA)),
    "decided": (("submit", ANNA), ("approve", CILLE), ("place", CILLE), ("decide", CILLE)),
}
AUTHOR: dict[ItemState, set[Action]] = {
    "draft": {"save", "submit"},
    "submitted": {"recall", "withdraw"},
    "returned": {"save", "submit", "withdraw"},
    "ready": {"withdraw"},
    "on_agenda": set(),
    "postponed": set(),
    "withdrawn": set(),
    "decided": set(),
}
ALL_ALONG: tuple[Action, ...] = ("open", "close", "exclude", "include")
SECRETARY: dict[ItemState, set[Action]] = {
    "draft": {"exclude", "include"},
    "submitted": {"save", "return", "approve", "postpone", "move", "withdraw", *ALL_ALONG},
    "returned": {"save", "submit", "withdraw", *ALL_ALONG},
    "ready": {"save", "return", "place", "postpone", "move", "withdraw", *ALL_ALONG},
    "on_agenda": {"unplace", "postpone", "withdraw", "decide", *ALL_ALONG},
    "postponed": {"save", "return", "approve", "postpone", "move", "withdraw", *ALL_ALONG},
    "withdrawn": set(),
    "decided": {*ALL_ALONG},
}
READERS: dict[str, Subject] = {"presenter": BO, "member": DAN, "employee": ODA, "other secretary": EVA}


def brought_to(house: House, state: ItemState) -> AgendaItem:
    item = house.draft(presenter="Bo Lind")
    for action, by in PATHS[state]:
        item = house.act(item, action, by, comment="Se her.", meeting_key=DEC_17 if action == "postpone" else None)
    assert item.state == state
    return item


def tried(house: House, item: AgendaItem, action: Action, by: Subject) -> AgendaItem:
    if action == "save":
        return house.agenda.save(item.id, item.version, {"title": "En anden titel"}, by)
    more: dict[str, Any] = {"comment": "Derfor.", "person": "p-oda"}
    return house.act(
        item, action, by, meeting_key="direktion-2026-12-31" if action in ("move", "postpone") else None, **more
    )


@pytest.mark.parametrize("state", STATES)
def test_author_and_secretary_do_what_is_theirs_and_no_more(sqlite_db: Database, state: ItemState) -> None:
    house = House(sqlite_db)
    for by, allowed in ((ANNA, AUTHOR[state]), (CILLE, SECRETARY[state])):
        item = brought_to(house, state)
        for action in ACTIONS:
            if action not in allowed:
                with pytest.raises(NotPossible) as refused:
                    tried(house, item, action, by)
                assert (refused.value.action, refused.value.item.state) == (action, state)
        assert house.agenda.item(item.id, ANNA) == item
        for action in sorted(allowed):
            done = tried(house, brought_to(house, state), action, by)
            assert done.state == MOVES[action][state]


@pytest.mark.parametrize("state", STATES)
def test_those_who_only_read_change_nothing(sqlite_db: Database, state: ItemState) -> None:
    house = House(sqlite_db)
    item = brought_to(house, state)
    for part, by in READERS.items():
        reads = part == "presenter" or (part == "member" and state in ("ready", "on_agenda", "postponed", "decided"))
        for action in ACTIONS:
            with pytest.raises(NotPossible if reads else NotFound):
                tried(house, item, action, by)
    for by in (CHANNEL, GUEST, replace(CILLE, audience="channel"), replace(ANNA, audience="group")):
        for action in ACTIONS:
            with pytest.raises(NotFound):
                tried(house, item, action, by)
    assert house.agenda.item(item.id, ANNA) == item


def test_the_machine_says_the_same_as_the_store(sqlite_db: Database) -> None:
    house = House(sqlite_db)
    for state in STATES:
        item = brought_to(house, state)
        for action in ACTIONS:
            assert may(ANNA, item, action) == (action in AUTHOR[state])
            assert may(CILLE, item, action) == (action in SECRETARY[state])
            assert (next_state(state, action) is None) == (state not in MOVES.get(action, {}))


def test_one_who_is_author_and_secretary_may_do_both(sqlite_db: Database) -> None:
    house = House(sqlite_db)
    item = house.draft(CILLE)
    approved = house.act(house.act(item, "submit", CILLE), "approve", CILLE)
    assert approved.state == "ready"


def test_who_is_kept_out_has_no_part_in_it(sqlite_db: Database) -> None:
    house = House(sqlite_db)
    item = house.act(house.submitted(), "exclude", CILLE, person="p-anna")
    for action in ACTIONS:
        with pytest.raises(NotFound):
            tried(house, item, action, ANNA)


@pytest.mark.parametrize("state", ["on_agenda", "decided"])
def test_on_the_agenda_only_the_neutral_title_can_be_written(sqlite_db: Database, state: ItemState) -> None:
    house = House(sqlite_db)
    item = brought_to(house, state)
    with pytest.raises(NotPossible):
        house.agenda.save(item.id, item.version, {"neutral_title": "Personsag", "title": "En anden titel"}, CILLE)
    for by in (ANNA, BO, DAN):
        with pytest.raises(NotPossible):
            house.agenda.save(item.id, item.version, {"neutral_title": "Personsag"}, by)
    named = house.agenda.save(item.id, item.version, {"neutral_title": "Personsag"}, CILLE)
    assert (named.state, named.neutral_title, named.title) == (state, "Personsag", item.title)
