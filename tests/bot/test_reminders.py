"""What is said unasked by the whole service: where it goes, what becomes of refusals, and who hears of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import text

from bot.config import Settings
from bot.wiring import App, build
from dialogs.turn import Message
from store.occurrences import Occurrences
from store.outbox_records import Occurrence, Policy, Subscription, Weekly
from store.outbox_status import Pulse
from store.people import meet
from store.records import Grant, Person, Subject
from store.subscriptions import Subscriptions
from tests.fakes.connector import Connector
from tests.fakes.edge import TENANT, activity

CHANNEL = "19:budget@thread.tacv2"
OWNER, BO = "00000000-0000-0000-0000-0000000000a2", "00000000-0000-0000-0000-0000000000a1"


@dataclass
class House:
    """The running service, its connector, and a clock that a test moves."""

    app: App
    far: Connector
    url: str
    client: TestClient[Any, Any]
    clock: list[datetime]
    subjects: list[Subject] = field(default_factory=list)

    def words(self, occurrence: Occurrence, subject: Subject, now: datetime) -> Message | None:
        """The slot; nothing for an empty one, and a long text unless it has to be brief."""
        self.subjects.append(subject)
        return None if occurrence.slot == "empty" else Message(f"{occurrence.slot} " + "ord " * 1000)

    async def hear(self, conversation: str = CHANNEL, kind: str = "channel", **changes: Any) -> None:
        """Somebody says something there, so that the address is known."""
        place = {"id": conversation, "conversationType": kind, "tenantId": TENANT}
        async with self.client.post("/api/messages", json=activity(self.url, "hjælp", conversation=place, **changes)):
            pass
        self.far.accepted.clear()

    def say(self, slot: str, *, to: str = CHANNEL, audience: Any = "channel", policy: Policy = "resend") -> None:
        """Put one in."""
        database, key = self.app.world.database, f"{to}:{policy}"
        made = Subscription(key, "test", TENANT, audience, to, OWNER, title="Budget", policy=policy)
        Subscriptions(database, self.app.world.clock).add(made)
        Occurrences(database).put(key, slot, now=self.clock[0])
        self.app.reminders.wake()

    async def until(self, done: Callable[[], bool]) -> None:
        """Wait for something that is under way."""
        for _ in range(3000):
            if done():
                return
            await asyncio.sleep(0.01)
        raise AssertionError("it did not happen")

    def states(self) -> dict[str, tuple[str, str | None]]:
        """State and reason by slot, of what a test put in."""
        with self.app.world.database.read() as session:
            rows = session.connection().execute(text("SELECT slot, state, last_error FROM occurrence"))
            return {row.slot: (row.state, row.last_error) for row in rows}

    async def ended(self, slot: str, state: str) -> None:
        await self.until(lambda: self.states()[slot][0] == state)

    def said(self) -> list[tuple[str, str]]:
        """Where something was said, and its first words."""
        return [(one.conversation, str(one.body.get("text"))[:60].split(" ord")[0]) for one in self.far.accepted]


@pytest.fixture
async def house(tmp_path: Path, connector: tuple[Connector, str]) -> AsyncIterator[House]:
    far, url = connector
    clock = [datetime(2026, 11, 23, 9, tzinfo=UTC)]
    given = Settings(local=True, database_url=f"sqlite:///{tmp_path / 'store.db'}", processes=0)
    app = build(given, clock=lambda: clock[0])
    async with TestClient(TestServer(app.application())) as client:
        found = House(app, far, url, client, clock)
        app.reminders.renderers.add("test", found.words)
        yield found


async def test_a_channel_is_told_once_in_a_new_thread_and_as_all_its_members(house: House) -> None:
    await house.hear(f"{CHANNEL};messageid=1700000000000")
    house.say("news")
    await house.ended("news", "sent")
    assert house.said() == [(CHANNEL, "news")]
    assert house.far.accepted[0].body["conversation"] == {"id": CHANNEL}
    (subject,) = house.subjects
    assert (subject.audience, subject.grants, subject.employee) == ("channel", (), True)


async def test_nothing_to_say_is_counted_and_not_said(house: House) -> None:
    await house.hear()
    house.say("empty")
    await house.ended("empty", "nothing")
    assert house.said() == []


async def test_a_person_never_met_in_private_gets_a_conversation_of_their_own(house: House) -> None:
    await house.hear()
    house.say("news", to=BO, audience="personal")
    await house.ended("news", "sent")
    assert house.said() == [(f"a:{BO}", "news")]
    (asked,) = house.far.conversed
    assert (asked["members"], asked["tenantId"], asked["isGroup"]) == ([{"id": BO}], TENANT, False)
    house.clock[0] += timedelta(seconds=1)
    house.say("more", to=BO, audience="personal")
    await house.ended("more", "sent")
    assert len(house.far.conversed) == 1


async def test_a_person_who_cannot_be_reached_is_noted_as_such(house: House) -> None:
    house.far.unopened.append((403, "ForbiddenOperationException"))
    await house.hear()
    house.say("news", to=BO, audience="personal")
    await house.ended("news", "dead")
    assert house.states()["news"][1] == "channel:ForbiddenOperationException"


async def test_the_owner_of_a_dead_channel_is_told_in_private_and_speaking_there_revives_it(house: House) -> None:
    await house.hear()
    house.far.failures.append((403, "BotNotInConversationRoster", {}))
    house.say("news")
    await house.ended("news", "dead")
    await house.until(lambda: len(house.far.accepted) == 1)
    ((where, words),) = house.said()
    assert (where, words[:35]) == (f"a:{OWNER}", "Jeg kan ikke længere skrive i et af")
    house.clock[0] += timedelta(minutes=1)
    await house.app.reminders.tick()
    await house.hear()
    await house.ended("news", "sent")
    assert (CHANNEL, "news") in house.said()


async def test_a_channel_that_the_app_was_removed_from_is_not_written_to(house: House) -> None:
    await house.hear()
    gone = {"type": "installationUpdate", "action": "remove"}
    await house.hear(**gone)
    house.say("news")
    await house.ended("news", "dead")
    assert house.states()["news"][1] == "channel:removed"
    assert [where for where, _ in house.said() if where == CHANNEL] == []
    house.clock[0] += timedelta(minutes=1)
    await house.app.reminders.tick()
    await house.hear(**{**gone, "action": "add"})
    await house.ended("news", "sent")


async def test_a_chat_that_is_gone_is_opened_anew_once(house: House) -> None:
    await house.hear("a:old", "personal", **{"from": {"id": "29:bo", "name": "Bo", "aadObjectId": BO}})
    house.far.failures.append((404, "ConversationNotFound", {}))
    house.say("news", to=BO, audience="personal")
    await house.ended("news", "sent")
    assert house.said() == [(f"a:{BO}", "news")]


async def test_a_message_too_long_is_said_in_fewer_words(house: House) -> None:
    await house.hear()
    house.far.failures.append((413, "MessageSizeTooBig", {}))
    house.say("news")
    await house.ended("news", "sent")
    (message,) = house.far.messages
    assert len(message["text"]) <= 2_010


async def test_one_request_is_one_try(house: House) -> None:
    await house.hear()
    before = house.far.requests
    house.far.failures.append((429, "Throttled", {"Retry-After": "1"}))
    house.say("news")
    await house.until(lambda: house.states()["news"] == ("pending", "Throttled"))
    assert house.far.requests - before == 1


async def test_a_bot_that_nobody_knows_is_silent_and_loses_nothing(house: House) -> None:
    await house.hear()
    house.far.failures.extend([(401, "BotNotRegistered", {})] * 2)
    house.say("news")
    await house.until(lambda: house.states()["news"] == ("pending", "BotNotRegistered"))
    await house.app.reminders.tick()
    await asyncio.sleep(0.05)
    assert house.said() == []
    house.clock[0] += timedelta(minutes=6)
    house.app.reminders.wake()
    await house.ended("news", "sent")


async def test_with_legal_effect_a_doubt_is_told_and_nothing_repeated(house: House) -> None:
    await house.hear()
    house.far.failures.append((502, "BadGateway", {}))
    house.say("news", policy="hold")
    await house.ended("news", "unknown")
    await house.until(lambda: len(house.far.accepted) == 1)
    ((where, words),) = house.said()
    assert (where, words) == (f"a:{OWNER}", "Jeg ved ikke, om beskeden »Budget« fra mandag den 23. novemb")


async def test_a_message_that_cannot_be_sent_is_owned_up_to(house: House) -> None:
    await house.hear()
    house.far.failures.append((400, "BadArgument", {}))
    house.say("news")
    await house.ended("news", "dead")
    await house.until(lambda: len(house.far.accepted) == 1)
    ((where, words),) = house.said()
    assert (where, words) == (f"a:{OWNER}", "Beskeden »Budget« fra mandag den 23. november 2026 kl. 10.00")


async def test_a_missed_run_is_told_to_secretaries_when_something_was_late(house: House) -> None:
    await house.hear()
    database, people = house.app.world.database, house.app.world.people
    people.grant(OWNER, Grant("secretary"), None)
    with database.write() as session:
        meet(session, Person(OWNER, "Cille Ærø"), TENANT, house.clock[0])
    await house.until(lambda: Pulse(database).last_run() is not None)
    house.clock[0] += timedelta(hours=2)
    await house.app.reminders.tick()
    assert [slot for slot in house.states() if slot.startswith("missed")] == []
    house.far.failures.extend([(401, "BotNotRegistered", {})] * 2)
    house.clock[0] += timedelta(minutes=1)
    house.say("news")
    await house.until(lambda: house.states()["news"][1] == "BotNotRegistered")
    house.clock[0] += timedelta(hours=2)
    await house.app.reminders.tick()
    await house.until(lambda: any(words.startswith("Jeg var ude af drift") for _, words in house.said()))


async def test_ready_says_when_something_is_long_overdue(house: House) -> None:
    await house.hear()
    house.far.failures.extend([(401, "BotNotRegistered", {})] * 2)
    house.say("news")
    await house.until(lambda: house.states()["news"][1] == "BotNotRegistered")
    house.app.world.database.flush()
    checks = house.app.reminders.checks()
    assert {name: check() for name, check in checks.items()} == {"reminders": True, "overdue": True}
    house.clock[0] += timedelta(minutes=31)
    assert checks["overdue"]() is False


async def test_the_service_counts_with_the_closing_days_of_its_settings(tmp_path: Path) -> None:
    given = Settings(local=True, database_url=f"sqlite:///{tmp_path / 'store.db'}", closing_days="2026-11-23")
    app = build(given, clock=lambda: datetime(2026, 11, 22, 9, tzinfo=UTC))
    database = app.world.database
    weekly = Subscription("weekly", "test", TENANT, "channel", CHANNEL, OWNER, schedule=Weekly(0, time(9)))
    Subscriptions(database, app.world.clock).add(weekly)
    await app.reminders.tick()
    with database.read() as session:
        due = session.connection().execute(text("SELECT slot, due_at FROM occurrence ORDER BY slot")).all()
    assert [(row.slot, str(row.due_at)[:16]) for row in due] == [
        ("2026-W48", "2026-11-24 08:00"),
        ("2026-W49", "2026-11-30 08:00"),
    ]
    app.world.close()
