"""The whole service over a store with the sample data: what people see in Teams, and what outlives a restart."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.config import Settings, SettingsError
from bot.console import Console
from bot.teams import Patience
from bot.wiring import App, build
from bot.world import conversing, open_world
from dialogs.turn import Caller
from store.demo.load import load
from store.records import Grant, Subject
from tests.fakes.connector import Connector
from tests.fakes.edge import TENANT, activity, click

Far = tuple[Connector, str]
ANNA, CILLE = "00000000-0000-0000-0000-0000000000a0", "00000000-0000-0000-0000-0000000000a2"
KMD = "Hvad blev besluttet om salgsprovenuet fra KMD?"
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
UNHURRIED = Patience(typing=60.0, message=60.0)
"""No typing sign on a busy machine: messages are counted here."""


def settings(path: Path, **changes: Any) -> Settings:
    given = {"local": True, "demo": True, "database_url": f"sqlite:///{path}", "processes": 0}
    return Settings(**{**given, **changes})


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample data, made once."""
    path = tmp_path_factory.mktemp("sample") / "demo.db"
    world = open_world(settings(path))
    load(world.intake, MORNING.date())
    world.people.grant(CILLE, Grant("secretary"), None)
    world.close()
    return path


@pytest.fixture
def store(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path / "demo.db"))


class Service:
    """The running service and the connector that hears it."""

    def __init__(self, app: App, client: TestClient[Any, Any], far: Far) -> None:
        self.app, self.client, (self.far, self.url) = app, client, far

    async def tell(self, text: str, **changes: Any) -> dict[str, Any]:
        return await self.send(activity(self.url, text, **changes))

    async def send(self, body: dict[str, Any]) -> dict[str, Any]:
        async with self.client.post("/api/messages", json=body) as answer:
            assert answer.status < 300
        return self.far.messages[-1] if self.far.messages else {}


@pytest.fixture
async def service(store: Path, connector: Far) -> AsyncIterator[Service]:
    app = build(settings(store), clock=lambda: MORNING, patience=UNHURRIED)
    async with TestClient(TestServer(app.application())) as client:
        yield Service(app, client, connector)


def words(message: dict[str, Any]) -> str:
    return str(message)


async def test_the_customers_question_is_answered_with_card_source_and_next_steps(service: Service) -> None:
    sent = await service.tell(KMD)
    assert sent["text"] == "Direktionen godkendte indstillingen den 22. oktober 2015 (punkt 72). [1]"
    (card,) = sent["attachments"]
    assert card["content"]["version"] == "1.5"
    assert "Godkendt som indstillet." in words(card)
    assert len(sent["entities"][0]["citation"]) == 1
    assert len(sent["suggestedActions"]["actions"]) >= 2


async def test_a_channel_hears_that_one_may_also_ask_in_private(service: Service) -> None:
    thread = {"id": "19:c@thread.tacv2;messageid=1", "conversationType": "channel", "tenantId": TENANT}
    private = await service.tell(KMD)
    shared = await service.tell(KMD, conversation=thread)
    assert service.far.accepted[-1].conversation == thread["id"]
    assert len(words(shared)) > len(words(private))


async def test_a_button_of_the_answer_works(service: Service) -> None:
    sent = await service.tell(KMD)
    buttons = [a for a in sent["attachments"][0]["content"]["actions"] if a["type"] == "Action.Execute"]
    for button in buttons:
        before = len(service.far.accepted)
        body = click(service.url, button["verb"], button["data"], replyToId="sent-1")
        async with service.client.post("/api/messages", json=body) as answer:
            assert answer.status == 200
            assert (await answer.json())["statusCode"] == 200
        assert len(service.far.accepted) == before + 1


async def test_guests_get_nothing_but_a_sentence(service: Service) -> None:
    sent = await service.tell(KMD, **{"from": {"id": "29:g", "name": "G", "aadObjectId": "g", "userRole": "guest"}})
    assert "Godkendt" not in words(sent)


async def test_a_message_is_withdrawn_when_its_item_is_closed(service: Service) -> None:
    await service.tell(KMD)
    secretary = Subject(CILLE, True, "personal", service.app.world.grants(CILLE), TENANT)
    (item, *_) = service.app.world.library.find_items("72", "", secretary)
    service.app.world.library.set_item_access(item.key, "closed", secretary)
    await service.app.withdrawals.work()
    edit = service.far.accepted[-1]
    assert (edit.method, edit.activity) == ("PUT", "sent-1")
    assert "Godkendt" not in words(edit.body)
    sent = await service.tell(KMD)
    assert "Godkendt som indstillet." not in words(sent)


async def test_a_reaction_reaches_the_question_it_is_about(service: Service) -> None:
    await service.tell("hvad blev besluttet om enhjørninger på månen?")
    value = {"actionName": "feedback", "actionValue": {"reaction": "dislike", "feedback": "{}"}}
    body = activity(service.url, type="invoke", name="message/submitAction", value=value, replyToId="sent-1", text=None)
    async with service.client.post("/api/messages", json=body) as answer:
        assert (answer.status, await answer.json()) == (200, {})
    found = service.app.world.improvements.unanswered(date(2026, 11, 1))
    assert [(status, times) for _, status, times in found] == [("dislike", 1)]


async def test_what_was_answered_is_not_answered_again_after_a_restart(store: Path, connector: Far) -> None:
    far, url = connector
    body = activity(url, KMD, id="m-restart")
    for _ in range(2):
        app = build(settings(store), clock=lambda: MORNING, patience=UNHURRIED)
        async with TestClient(TestServer(app.application())) as client, client.post("/api/messages", json=body) as said:
            assert said.status == 201
    assert len(far.messages) == 1


async def test_the_service_is_ready_when_store_and_ticker_are(service: Service) -> None:
    async with service.client.get("/readyz") as answer:
        told = {"status": "ready", "store": True, "ticker": True, "reminders": True, "overdue": True}
        assert (answer.status, await answer.json()) == (200, told)


async def test_a_file_in_the_inbox_is_stored_and_moved(store: Path, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    note = inbox / "note.txt"
    note.write_text("Notat om biblioteket\n\nBiblioteket åbner klokken ti.\n" * 3, encoding="utf-8")
    os.utime(note, (MORNING.timestamp() - 60,) * 2)
    app = build(settings(store, inbox=inbox), clock=lambda: MORNING)
    async with TestClient(TestServer(app.application())) as client:
        async with client.get("/readyz") as answer:
            assert (await answer.json())["inbox"] is True
        await app.inbox.work()
    assert not note.exists()
    assert [path.name for path in (inbox / "done").rglob("*.txt")] == ["note.txt"]


async def test_the_terminal_takes_the_same_path(store: Path) -> None:
    world = open_world(settings(store), clock=lambda: MORNING)
    async with conversing(world) as conversation:
        console = Console(lambda told: Caller(told or ANNA, world.tenant, "Anna Jensen"), world.tenant, world.clock)
        status, answer = await console.receive({"text": KMD}, {}, conversation.turn)
    world.close()
    assert (status, answer["error"]) == (200, None)
    assert "Godkendt som indstillet." in answer["messages"][0]["text"]


def test_the_service_refuses_to_start_without_an_app_id(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="REFERENT_APP_ID"):
        build(settings(tmp_path / "x.db", local=False))
    assert list(tmp_path.iterdir()) == []
