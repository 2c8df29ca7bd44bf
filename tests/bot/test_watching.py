"""A watch set up in a channel tells there of newly stored minutes, once, whichever service matches and sends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import text

from bot.config import Settings
from bot.wiring import App, build
from store.database import Database
from store.ingest.source import Source
from store.outbox_status import Pulse
from store.people import meet
from store.records import Grant, Person
from tests.fakes.connector import Connector
from tests.fakes.edge import TENANT, activity
from tests.fakes.minutes import Paper

CHANNEL = "19:skole@thread.tacv2"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
CILLE = "00000000-0000-0000-0000-0000000000a2"


@dataclass
class Town:
    """Services on one store, one connector."""

    folder: Path
    far: Connector
    url: str
    stack: AsyncExitStack
    apps: list[App] = field(default_factory=list)

    async def open(self) -> TestClient[Any, Any]:
        """One more service on the store."""
        given = Settings(local=True, database_url=f"sqlite:///{self.folder / 'store.db'}", processes=0)
        self.apps.append(build(given, clock=lambda: NOW))
        return await self.stack.enter_async_context(TestClient(TestServer(self.apps[-1].application())))

    async def says(self, client: TestClient[Any, Any], words: str) -> None:
        """Somebody says something in the channel."""
        place = {"id": CHANNEL, "conversationType": "channel", "tenantId": TENANT}
        async with client.post("/api/messages", json=activity(self.url, words, conversation=place)) as answer:
            assert answer.status < 300

    async def ticks(self) -> None:
        """The job of every service runs at the same time."""
        jobs = [job for app in self.apps for job in app._jobs() if job.name == "watches"]
        await asyncio.gather(*(job.work() for job in jobs))

    async def until(self, done: Callable[[], bool]) -> None:
        for _ in range(500):
            if done():
                return
            await asyncio.sleep(0.01)
        raise AssertionError("it did not happen")

    def waiting(self) -> int:
        """Messages that have not come to an end."""
        with self.apps[0].world.database.read() as session:
            count = text("SELECT count(*) FROM occurrence WHERE state IN ('pending', 'leased', 'sending')")
            return int(session.connection().execute(count).scalar_one())

    def told(self) -> list[str]:
        """What was said in the channel that nobody there had asked just then."""
        told = [(one.conversation, str(one.body.get("summary"))) for one in self.far.accepted]
        return [said for place, said in told if place == CHANNEL and said.startswith("Der er truffet")]


@pytest.fixture
async def town(tmp_path: Path, connector: tuple[Connector, str]) -> AsyncIterator[Town]:
    async with AsyncExitStack() as stack:
        yield Town(tmp_path, *connector, stack)


def minutes(*titles: str, salt: str = "") -> Source:
    paper = Paper()
    items = [paper.item(n, title, decision=f"{title} blev godkendt.") for n, title in enumerate(titles, start=1)]
    return paper.minutes(items, on=date(2026, 11, 19), salt=salt)


async def test_new_minutes_are_told_in_the_channel_once(town: Town) -> None:
    client = await town.open()
    await town.says(client, "Sig til, når der besluttes noget om skolestruktur")
    await town.open()
    intake = town.apps[0].world.intake
    intake.store_parsed([minutes("Budget", "Ny skolestruktur", "Høring om skolestruktur")])
    await town.ticks()
    await town.until(lambda: bool(town.told()) and not town.waiting())
    (said,) = town.told()
    assert said == "Der er truffet 2 beslutninger om »skolestruktur«: Direktionen, 19. november 2026."
    intake.store_parsed([minutes("Budget", "Ny skolestruktur", "Høring om skolestruktur", salt="another print")])
    await town.ticks()
    await town.until(lambda: not town.waiting())
    assert len(town.told()) == 1


async def test_what_was_stored_before_a_service_died_is_told_by_the_next(town: Town) -> None:
    client = await town.open()
    await town.says(client, "Sig til, når der besluttes noget om skolestruktur")
    # The first one stores and dies before it has matched anything.
    town.apps[0].world.intake.store_parsed([minutes("Ny skolestruktur")])
    await client.close()
    town.apps.clear()
    await town.open()
    await town.ticks()
    await town.until(lambda: len(town.told()) == 1 and not town.waiting())


async def test_secretaries_hear_that_news_was_late_because_nothing_ran(town: Town) -> None:
    client = await town.open()
    await town.says(client, "Sig til, når der besluttes noget om skolestruktur")
    world = town.apps[0].world
    world.people.grant(CILLE, Grant("secretary"), None)
    with world.database.write() as session:
        meet(session, Person(CILLE, "Cille Ærø"), TENANT, NOW)
    await town.until(lambda: Pulse(world.database).last_run() is not None)
    world.intake.store_parsed([minutes("Ny skolestruktur")])
    await client.close()
    town.apps.clear()
    # It was stored while nothing ran, two hours after the last sign of life.
    stopped = Database.open(f"sqlite:///{town.folder / 'store.db'}")
    Pulse(stopped).beat(NOW - timedelta(hours=2), alarm=False)
    stopped.close()
    await town.open()

    def alerts() -> list[str]:
        said = [str(one.body.get("text")) for one in town.far.accepted if one.conversation != CHANNEL]
        return [words for words in said if words.startswith("Jeg var ude af drift")]

    await town.until(lambda: len(town.told()) == 1 and bool(alerts()) and not town.waiting())
    assert alerts() == [
        "Jeg var ude af drift fra mandag den 23. november 2026 kl. 8.00 til mandag den 23. november 2026 kl. 10.00."
        " 1 besked blev derfor forsinket."
    ]
