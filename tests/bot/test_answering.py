"""Answering processes: what people notice of them is nothing, whichever answers and whichever of them is lost."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot import wire
from bot.answering import AnswererFailed, Answerers
from bot.config import Settings
from bot.metrics import Metrics
from bot.teams import Patience
from bot.wiring import App, build
from bot.world import open_world
from cards import verbs
from dialogs.turn import FileOffer, Scene, Turn
from store.demo.load import load
from store.records import Grant, Subject
from tests.fakes.connector import Connector
from tests.fakes.edge import TENANT, activity

Far = tuple[Connector, str]
CILLE = "00000000-0000-0000-0000-0000000000a2"
KMD = "Hvad blev besluttet om salgsprovenuet fra KMD?"
ANSWER = "Direktionen godkendte indstillingen den 22. oktober 2015 (punkt 72). [1]"
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
UNHURRIED = Patience(typing=60.0, message=60.0)
"""No typing sign on a busy machine: messages are counted here."""


def settings(path: Path, processes: int = 2) -> Settings:
    return Settings(local=True, demo=True, database_url=f"sqlite:///{path}", processes=processes)


def furnished(given: Settings) -> None:
    """Make the store with the sample data."""
    world = open_world(given)
    load(world.intake, MORNING.date())
    world.people.grant(CILLE, Grant("secretary"), None)
    world.close()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "demo.db"
    furnished(settings(path))
    return path


@pytest.fixture
def store(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path / "demo.db"))


class Service:
    def __init__(self, app: App, client: TestClient[Any, Any], far: Far) -> None:
        assert app.answerers is not None
        self.app, self.answerers, self.client, (self.far, self.url) = app, app.answerers, client, far

    async def post(self, text: str, person: str = "anna", **changes: Any) -> None:
        who = {"id": f"29:{person}", "name": person.title(), "aadObjectId": person}
        where = {"id": f"a:{person}", "conversationType": "personal", "tenantId": TENANT}
        body = activity(self.url, text, **{"from": who, "conversation": where, **changes})
        async with self.client.post("/api/messages", json=body) as answer:
            assert answer.status == 201

    def told(self, person: str = "anna") -> list[str]:
        """What stands in a person's conversation, oldest first."""
        accepted = [one.body for one in self.far.accepted if one.conversation == f"a:{person}"]
        return [str(body.get("text") or body["attachments"][0]["content"].get("fallbackText")) for body in accepted]

    def pids(self) -> set[int]:
        return {int(one.process.pid or 0) for one in self.answerers._running}

    async def metrics(self) -> str:
        async with self.client.get("/metrics") as answer:
            return await answer.text()


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not holds():  # noqa: ASYNC110  # what is waited for happens in other processes
            await asyncio.sleep(0.01)


async def until_ready(answerers: Answerers) -> None:
    await until(answerers.ready)


@pytest.fixture
async def service(store: Path, connector: Far) -> AsyncIterator[Service]:
    app = build(settings(store), clock=lambda: MORNING, patience=UNHURRIED)
    async with TestClient(TestServer(app.application())) as client:
        running = Service(app, client, connector)
        await until_ready(running.answerers)
        yield running


def turn() -> Turn:
    return wire.read(activity("http://127.0.0.1:1/", KMD), MORNING).turn


def scene(*grants: Grant) -> Scene:
    return Scene(Subject("anna", True, "personal", grants, TENANT), None, "da", MORNING)


async def test_many_at_once_are_answered_each_in_their_conversation(service: Service) -> None:
    people = [f"p{number}" for number in range(8)]
    await asyncio.gather(*(service.post(KMD, person) for person in people))
    assert {person: service.told(person) for person in people} == {person: [ANSWER] for person in people}
    assert {one.answered > 0 for one in service.answerers._running} == {True}


async def test_one_conversation_is_answered_in_order_and_remembers(service: Service) -> None:
    asked = [KMD, "og hvem deltog?", "hvornår?"]
    for text in asked:
        await service.post(text)
    in_order = service.told()
    posts = [asyncio.create_task(service.post(text, "bo")) for text in asked]
    await asyncio.gather(*posts)
    assert len(in_order) == 3
    assert service.told("bo") == in_order


async def test_an_activity_that_comes_twice_at_once_is_answered_once(service: Service) -> None:
    await asyncio.gather(*(service.post(KMD, id="twice") for _ in range(4)))
    assert service.told() == [ANSWER]


async def test_what_a_secretary_closes_is_closed_in_every_process(service: Service) -> None:
    await closed_everywhere(service)


@pytest.mark.postgres
async def test_what_a_secretary_closes_is_closed_on_postgresql_too(postgres_url: str, connector: Far) -> None:
    given = Settings(local=True, demo=True, database_url=postgres_url, processes=2)
    furnished(given)
    app = build(given, clock=lambda: MORNING, patience=UNHURRIED)
    async with TestClient(TestServer(app.application())) as client:
        running = Service(app, client, connector)
        await until_ready(running.answerers)
        await closed_everywhere(running)


async def closed_everywhere(service: Service) -> None:
    people = [f"p{number}" for number in range(6)]
    await asyncio.gather(*(service.post(KMD, person) for person in people))
    await service.post("luk punkt 72 fra 22. oktober 2015", CILLE)
    await service.post("ja", CILLE)
    await asyncio.gather(*(service.post(KMD, person) for person in people))
    for person in people:
        before, after = service.told(person)[0], service.told(person)[-1]
        assert before == ANSWER
        assert "godkendte indstillingen" not in after
    # What had shown the text is edited: one message of each of them.
    await until(lambda: [one.method for one in service.far.accepted].count("PUT") == len(people))


async def test_a_lost_process_is_replaced_and_nobody_waits_for_it(service: Service) -> None:
    before = service.pids()
    lost = min(before)
    os.kill(lost, signal.SIGKILL)
    await until(lambda: lost not in service.pids())
    await service.post(KMD)
    await until_ready(service.answerers)
    assert service.told() == [ANSWER]
    assert len(service.pids() - before) == 1
    assert "referent_answerers_lost_total 1" in await service.metrics()


async def test_the_service_is_ready_when_all_processes_are(store: Path) -> None:
    app = build(settings(store), clock=lambda: MORNING, patience=UNHURRIED)
    async with TestClient(TestServer(app.application())) as client:
        async with client.get("/readyz") as answer:
            assert (answer.status, (await answer.json())["answerers"]) == (503, False)
        assert app.answerers is not None
        await until_ready(app.answerers)
        async with client.get("/readyz") as answer:
            assert (answer.status, (await answer.json())["answerers"]) == (200, True)


async def test_closing_ends_every_process_whatever_signal_they_get(store: Path) -> None:
    answerers = Answerers(2, settings(store), Metrics())
    answerers.start()
    await until_ready(answerers)
    pids = [int(one.process.pid or 0) for one in answerers._running]
    for pid in pids:
        os.kill(pid, signal.SIGTERM)
        os.kill(pid, signal.SIGINT)
    outcome = await answerers.answer(turn(), scene())
    await answerers.close()
    assert outcome is not None
    assert outcome.finding is None
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


async def test_a_process_that_hangs_is_given_up_and_replaced(store: Path) -> None:
    answerers = Answerers(1, settings(store), Metrics(), longest=0.2)
    answerers.start()
    await until_ready(answerers)
    (one,) = answerers._running
    pid = int(one.process.pid or 0)
    os.kill(pid, signal.SIGSTOP)
    with pytest.raises(AnswererFailed):
        await answerers.answer(turn(), scene())
    assert not answerers.takes(turn(), scene())
    await until_ready(answerers)
    (new,) = answerers._running
    assert new.process.pid != pid
    assert "godkendte" in await asked(answerers, scene())
    await answerers.close()


async def test_who_waits_when_the_last_process_is_lost_is_told(store: Path) -> None:
    answerers = Answerers(1, settings(store), Metrics())
    answerers.start()
    await until_ready(answerers)
    (one,) = answerers._running
    os.kill(int(one.process.pid or 0), signal.SIGSTOP)
    asking = [asyncio.create_task(answerers.answer(turn(), scene())) for _ in range(3)]
    await asyncio.sleep(0)
    os.kill(int(one.process.pid or 0), signal.SIGKILL)
    told = await asyncio.gather(*asking, return_exceptions=True)
    assert [type(error) for error in told] == [AnswererFailed] * 3
    await answerers.close()


async def test_what_would_change_something_is_left_to_the_service(store: Path) -> None:
    answerers = Answerers(1, settings(store), Metrics())
    assert not answerers.takes(turn(), scene())
    answerers.start()
    await until_ready(answerers)
    secretary = scene(Grant("secretary"))
    reaction = replace(turn(), kind="feedback", data={"reaction": "like"}, reply_to="sent-1")
    stored = replace(turn(), kind="action", verb=verbs.STORE_FILE, data={"upload": "u", "access": "open"})
    assert await answerers.answer(reaction, scene()) is None
    assert await answerers.answer(stored, secretary) is None
    assert (await asked(answerers, scene())) == (await asked(answerers, secretary))
    assert not answerers.takes(replace(turn(), files=(FileOffer("a.pdf", b"%PDF"),)), secretary)
    assert not answerers.takes(reaction, scene())
    assert answerers.takes(turn(), secretary)
    await answerers.close()


async def asked(answerers: Answerers, by: Scene) -> str:
    """The text of the answer."""
    outcome = await answerers.answer(turn(), by)
    assert outcome is not None
    assert outcome.message is not None
    return outcome.message.text
