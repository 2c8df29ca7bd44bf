"""What a message sent unasked showed is withdrawn like any other, also when it was closed while it was on its way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store.conversations import Conversations
from store.database import Database
from store.occurrences import Occurrences
from store.outbox import Outbox
from store.outbox_records import Occurrence, Subscription
from store.outbox_shown import Shown
from store.records import Address
from store.subscriptions import Subscriptions
from tests.fakes.agenda import CILLE
from tests.fakes.library import NOW, SECRETARY, Shelved
from tests.fakes.minutes import Paper
from tests.fakes.secretaries import Chancery

KEY = "direktion-2015-10-22"
CHANNEL = Address("t", "https://s/", "channel", "channel")


@pytest.fixture
def shelved(db: Database) -> Shelved:
    found = Shelved(db)
    sheet = Paper()
    items = [sheet.item(72, "Brug af provenue", decision="Godkendt"), sheet.item(73, "Ny skole", decision="Udsat")]
    found.take(sheet.minutes(items))
    return found


def leaving(db: Database) -> tuple[Outbox, Occurrence]:
    Conversations(db).refresh(CHANNEL, NOW)
    Subscriptions(db, lambda: NOW).add(Subscription("w", "watch", "t", "channel", "channel", "owner"))
    Occurrences(db).put("w", "n", now=NOW)
    outbox = Outbox(db)
    (mine,) = outbox.claim("a", NOW, 1, timedelta(minutes=1)).rows
    outbox.intend(mine, NOW)
    return outbox, mine


def withdrawn(db: Database) -> list[str]:
    return [one.activity for one in Conversations(db).withdrawals(10)]


def test_closing_afterwards_withdraws_it(shelved: Shelved) -> None:
    outbox, mine = leaving(shelved.db)
    outbox.sent(mine, "activity", Shown(CHANNEL, "da", (f"{KEY}-72",)), NOW)
    assert withdrawn(shelved.db) == []
    shelved.library.set_item_access(f"{KEY}-72", "closed", SECRETARY)
    assert withdrawn(shelved.db) == ["activity"]


def test_closing_while_it_is_on_its_way_withdraws_it_too(shelved: Shelved) -> None:
    outbox, mine = leaving(shelved.db)
    shelved.library.set_item_access(f"{KEY}-72", "closed", SECRETARY)
    outbox.sent(mine, "activity", Shown(CHANNEL, "da", (f"{KEY}-72", f"{KEY}-73")), NOW)
    assert withdrawn(shelved.db) == ["activity"]


def test_a_message_of_an_end_that_does_not_count_shows_nothing(shelved: Shelved) -> None:
    outbox, mine = leaving(shelved.db)
    outbox.sent(mine, "activity", None, NOW)
    assert not outbox.sent(mine, "other", Shown(CHANNEL, "da", (f"{KEY}-72",)), NOW)
    shelved.library.set_item_access(f"{KEY}-72", "closed", SECRETARY)
    assert withdrawn(shelved.db) == []


def test_an_agenda_posted_to_a_channel_stays_until_an_item_of_it_is_closed(db: Database) -> None:
    house = Chancery(db)
    item = house.case("Nyt tag på rådhuset")
    house.published(item)
    outbox, mine = leaving(db)
    outbox.sent(mine, "activity", Shown(CHANNEL, "da", (item.id,)), NOW)
    assert withdrawn(db) == []
    house.act(house.agenda.item(item.id, CILLE), "close", CILLE)
    assert withdrawn(db) == ["activity"]


def test_an_item_closed_while_the_post_of_its_agenda_is_on_its_way_withdraws_it(db: Database) -> None:
    house = Chancery(db)
    item, other = house.case("Nyt tag på rådhuset"), house.case("Ny cykelsti")
    house.published(item, other)
    outbox, mine = leaving(db)
    house.act(house.agenda.item(item.id, CILLE), "close", CILLE)
    outbox.sent(mine, "activity", Shown(CHANNEL, "da", (item.id, other.id)), NOW)
    assert withdrawn(db) == ["activity"]
