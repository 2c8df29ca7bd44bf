"""One contract for the edge's memory: in a dictionary and in the store."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot import wire
from bot.memory import StoredMemory
from bot.ports import Memory
from dialogs.turn import AskedQuestion, Message, Turn
from store.conversations import Conversations
from store.database import Database
from store.errors import Conflict
from store.migrations import migrate
from store.records import State
from tests.fakes.edge import NOW, activity
from tests.fakes.memory import FakeMemory


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[Memory]:
    database = Database.open(f"sqlite:///{tmp_path / 'memory.db'}")
    migrate(database)
    yield StoredMemory(Conversations(database))
    database.close()


@pytest.fixture(params=["dictionary", "store"])
def memory(request: pytest.FixtureRequest) -> Memory:
    if request.param == "dictionary":
        return FakeMemory()
    found: Memory = request.getfixturevalue("stored")
    return found


def turn(id_: str = "m1") -> Turn:
    return wire.read(activity("https://smba.trafficmanager.net/emea/", id=id_), NOW).turn


def test_an_activity_and_a_submit_key_are_first_once(memory: Memory) -> None:
    assert memory.arrive(turn("a"), True, None).first
    assert not memory.arrive(turn("a"), True, None).first
    assert memory.arrive(turn("b"), True, "key").first
    assert not memory.arrive(turn("c"), True, "key").first


def test_what_failed_may_be_tried_again(memory: Memory) -> None:
    memory.arrive(turn("a"), True, "key")
    memory.unsee(turn("a"), "key")
    assert memory.arrive(turn("b"), True, "key").first


def test_what_failed_may_be_tried_again_by_somebody_well_known(memory: Memory) -> None:
    memory.arrive(turn("before"), True, None)
    assert memory.arrive(turn("a"), True, "key").first
    assert not memory.arrive(turn("a"), True, None).first
    memory.unsee(turn("a"), "key")
    assert memory.arrive(turn("b"), True, "key").first


def test_only_one_of_many_at_once_is_first(memory: Memory) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda number: memory.arrive(turn(f"m{number}"), True, "key").first, range(20)))
    assert sum(found) == 1


def test_state_is_kept_with_a_version_and_forgotten(memory: Memory) -> None:
    one = turn()
    assert memory.arrive(one, True, None).state is None
    memory.keep(one.key, State("ask", "1", {"item": "i"}), NOW)
    kept = memory.standing(one).state
    assert kept is not None
    assert (kept.flow, kept.step, dict(kept.data)) == ("ask", "1", {"item": "i"})
    memory.keep(one.key, replace(kept, step="2"), NOW)
    with pytest.raises(Conflict):
        memory.keep(one.key, replace(kept, step="3"), NOW)
    memory.keep(one.key, None, NOW)
    assert memory.standing(one).state is None


def test_two_first_states_conflict(memory: Memory) -> None:
    memory.keep(turn().key, State("ask"), NOW)
    with pytest.raises(Conflict):
        memory.keep(turn().key, State("ask"), NOW)


def test_state_kept_soon_is_there_at_the_next_arrival(memory: Memory) -> None:
    one = turn("a")
    memory.arrive(one, True, None)
    memory.keep_soon(one.key, State("ask", "1"), NOW)
    first = memory.arrive(turn("b"), True, None).state
    assert first is not None
    memory.keep_soon(one.key, replace(first, step="2"), NOW)
    memory.keep_soon(one.key, replace(first, step="late"), NOW)
    second = memory.arrive(turn("c"), True, None).state
    assert second is not None
    assert (first.step, second.step, second.version) == ("1", "2", first.version + 1)
    memory.keep_soon(one.key, None, NOW)
    assert memory.arrive(turn("d"), True, None).state is None


def test_a_language_is_remembered_of_people_met(memory: Memory) -> None:
    one = turn()
    memory.arrive(one, True, None)
    assert one.caller.id is not None
    memory.speaks(one.caller.id, "en", True)
    found = memory.standing(one)
    assert (found.lang, found.lang_fixed) == ("en", True)


def test_a_conversation_is_welcomed_once_per_install(memory: Memory) -> None:
    address = turn().address
    assert memory.installed(address, NOW)
    assert not memory.installed(address, NOW)
    memory.removed(address, NOW)
    assert memory.installed(address, NOW)


def test_a_new_address_is_kept_at_once_and_a_known_one_after_removal(stored: StoredMemory) -> None:
    one = turn("a")
    stored.arrive(one, True, None)
    moved = replace(one, id="b", address=replace(one.address, service_url="https://europe.botframework.com/"))
    stored.arrive(moved, True, None)
    (kept,) = stored._conversations.addresses()
    assert kept.service_url == "https://europe.botframework.com/"
    stored.removed(moved.address, NOW)
    assert stored._conversations.addresses() == ()
    stored.arrive(replace(moved, id="c"), True, None)
    assert len(stored._conversations.addresses()) == 1


def test_a_terminal_leaves_no_address_but_keeps_state_and_language(stored: StoredMemory) -> None:
    one = replace(turn("a"), address=replace(turn().address, service_url=""))
    assert one.caller.id is not None
    assert stored.arrive(one, True, None).first
    assert not stored.arrive(one, True, None).first
    stored.speaks(one.caller.id, "en", True)
    stored.keep(one.key, State("ask"), NOW)
    found = stored.arrive(replace(one, id="b"), True, None)
    assert (found.first, found.lang, found.lang_fixed) == (True, "en", True)
    assert found.state is not None
    assert stored._conversations.addresses() == ()


def test_what_was_delivered_is_noted_and_forgetting_keeps_what_is_young(memory: Memory) -> None:
    one = turn()
    memory.arrive(one, True, None)
    asked = AskedQuestion("hvad?", "da", "decision", "answered")
    memory.delivered(one.address, "sent-1", Message("svar", shows_items=("i1",)), "da", asked, NOW)
    memory.forget(NOW + timedelta(hours=1), 90)
    assert not memory.arrive(one, True, None).first
    assert memory.withdrawals(10) == () or list(memory.withdrawals(10)) == []
    assert memory.ready()
