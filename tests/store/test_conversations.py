"""Seen once, reached again, one state at a time."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from store.conversations import Conversations
from store.database import Database
from store.errors import Conflict
from store.records import Address, ConversationKey, Grant, Person, State
from tests.fakes.library import NOW

KEY = ConversationKey("t", "c", "p")
ADDRESS = Address("t", "https://s/", "c", "personal", person="p", name="Chat", bot="b")


@pytest.fixture
def conversations(db: Database) -> Conversations:
    return Conversations(db)


def test_an_activity_is_first_once_per_conversation(conversations: Conversations) -> None:
    assert conversations.arrive(KEY, "1", None, ADDRESS, NOW).first
    assert not conversations.arrive(KEY, "1", None, ADDRESS, NOW).first
    assert conversations.arrive(replace(KEY, thread="d"), "1", None, replace(ADDRESS, conversation="d"), NOW).first
    assert conversations.seen("inbox", "1", NOW)
    assert not conversations.seen("inbox", "1", NOW)


def test_one_click_of_twenty_is_the_first(conversations: Conversations) -> None:
    first: list[bool] = []

    def click(number: int) -> None:
        first.append(conversations.arrive(KEY, str(number), "submit", ADDRESS, NOW).first)

    threads = [threading.Thread(target=click, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(first) == [False] * 19 + [True]


def test_what_failed_may_be_tried_again(conversations: Conversations) -> None:
    conversations.arrive(KEY, "1", "s", ADDRESS, NOW)
    conversations.unsee(KEY, "1", "s")
    assert conversations.arrive(KEY, "2", "s", ADDRESS, NOW).first


def test_an_arrival_says_what_is_known(db: Database, conversations: Conversations) -> None:
    from store.people import People

    conversations.arrive(KEY, "1", None, ADDRESS, NOW, Person("p", "Per"))
    People(db, lambda: NOW).grant("p", Grant("member"), None)
    conversations.speaks("p", "en", True)
    conversations.keep(KEY, State("ask", "topic", {"items": ["a"]}), NOW)
    known = conversations.arrive(KEY, "2", None, ADDRESS, NOW, Person("p", "Per"))
    assert (known.grants, known.lang, known.lang_fixed) == ((Grant("member"),), "en", True)
    assert known.state == State("ask", "topic", {"items": ["a"]}, 1)
    assert conversations.standing(KEY) == known
    assert conversations.standing(replace(KEY, person="q")).state is None


def test_a_state_that_moved_on_is_a_conflict(conversations: Conversations) -> None:
    conversations.keep(KEY, State("ask"), NOW)
    with pytest.raises(Conflict):
        conversations.keep(KEY, State("other"), NOW)
    conversations.keep(KEY, State("ask", "two", version=1), NOW)
    with pytest.raises(Conflict):
        conversations.keep(KEY, State("ask", "late", version=1), NOW)
    assert conversations.standing(KEY).state == State("ask", "two", {}, 2)
    conversations.keep(KEY, None, NOW)
    assert conversations.standing(KEY).state is None
    with pytest.raises(Conflict):
        conversations.keep(KEY, State("ask", version=2), NOW)


def test_addresses_are_kept_and_never_wiped(conversations: Conversations) -> None:
    conversations.refresh(ADDRESS, NOW)
    conversations.refresh(replace(ADDRESS, service_url="https://new/", name=None, bot=None), NOW)
    assert conversations.addresses() == (replace(ADDRESS, service_url="https://new/"),)


def test_one_welcome_per_install(conversations: Conversations) -> None:
    conversations.refresh(ADDRESS, NOW)
    assert [conversations.installed(ADDRESS, NOW), conversations.installed(ADDRESS, NOW)] == [True, False]
    conversations.removed(ADDRESS, NOW)
    assert conversations.addresses() == ()
    assert [one.installed for one in conversations.addresses(installed=False)] == [False]
    assert conversations.installed(ADDRESS, NOW)


def test_what_was_seen_is_forgotten_after_a_day(conversations: Conversations) -> None:
    conversations.arrive(KEY, "1", None, ADDRESS, NOW)
    conversations.forget(NOW + timedelta(hours=23), 90)
    assert not conversations.arrive(KEY, "1", None, ADDRESS, NOW).first
    conversations.forget(NOW + timedelta(hours=25), 90)
    assert conversations.arrive(KEY, "1", None, ADDRESS, NOW).first


def test_ready_when_migrated(conversations: Conversations, sqlite_url: str) -> None:
    assert conversations.ready()


def test_not_ready_before_migration(url: str) -> None:
    db = Database.open(url)
    assert not Conversations(db).ready()
    db.close()
