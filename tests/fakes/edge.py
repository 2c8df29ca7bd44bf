"""The whole edge around fakes: everything of bot/ is real, only flow, store and the far ends are stood in for."""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

from aiohttp import web

from bot.botframework import Credentials, Sdk
from bot.config import Settings
from bot.conversation import Conversation, Respond, Rooms
from bot.files import Files
from bot.gate import Gate, Hosts, Rate
from bot.keys import Keys
from bot.members import Members
from bot.metrics import Metrics
from bot.ports import Memory
from bot.sender import Sender
from bot.service import Health, web_app
from bot.teams import Patience, TeamsChannel
from dialogs.ports import Ports
from dialogs.turn import Message, Outcome, Scene, Turn
from store.records import Lang
from tests.fakes.memory import FakeMemory

APP_ID = "11111111-2222-3333-4444-555555555555"
TENANT = "11111111-1111-1111-1111-111111111111"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ids = itertools.count(1)


class PlainNotices:
    """Sentences that a test can recognise."""

    def failed(self, lang: Lang, shared: bool, reference: str) -> Message:
        return Message(f"failed {lang} {reference}")

    def too_many(self, lang: Lang, shared: bool) -> Message:
        return Message(f"too many {lang}")

    def working(self, lang: Lang) -> str:
        return f"working {lang}"

    def withdrawn(self, lang: Lang, shared: bool) -> Message:
        return Message(f"withdrawn {lang}")


def echo(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
    """Says what it heard."""
    return Outcome(Message(f"heard: {turn.text}"), lang=scene.lang)


@dataclass
class Ticking:
    """A clock in seconds that a test moves."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Edge:
    """Settings and fakes; `respond` may be changed while it runs."""

    settings: Settings
    respond: Respond = echo
    memory: FakeMemory = field(default_factory=FakeMemory)
    stored: Memory | None = None
    """A store's memory in place of the dictionary."""
    metrics: Metrics = field(default_factory=Metrics)
    ticks: Ticking = field(default_factory=Ticking)
    patience: Patience = field(default_factory=Patience)
    openid: str = "http://127.0.0.1:1/openid"
    mask: Callable[[str], str] = str
    token: Callable[[bool], Awaitable[str | None]] | None = None
    """Stands for Entra."""

    def build(self) -> web.Application:
        """The aiohttp application; its parts are kept as attributes."""
        self.pool = ThreadPoolExecutor(4)
        self.gate = Gate(self.settings)
        keys = Keys(self.openid, self.ticks, timeout=0.3)
        self.credentials = Credentials(self.settings, self.ticks)
        self.sender = Sender(self.gate.hosts, self.token or self.credentials.token)
        sdk = Sdk(self.settings, self.sender, self.credentials, keys, self.openid)
        notices = PlainNotices()
        self.channel = TeamsChannel(
            sdk=sdk,
            gate=self.gate,
            sender=self.sender,
            members=Members(self.sender, self.ticks),
            files=Files(Hosts(self.settings.file_hosts, loopback=self.settings.local)),
            notices=notices,
            metrics=self.metrics,
            clock=lambda: NOW,
            patience=self.patience,
        )
        rooms = Rooms(
            respond=lambda turn, scene, ports: self.respond(turn, scene, ports),
            ports=cast(Ports, None),
            memory=self.stored or self.memory,
            notices=notices,
            mask=lambda text: self.mask(text),
            clock=lambda: NOW,
        )
        rate = Rate(self.settings.rate_per_minute, self.ticks)
        self.conversation = Conversation(rooms, gate=self.gate, rate=rate, pool=self.pool, metrics=self.metrics)
        health = Health({"store": self.memory.ready}, lambda: {"inbox": 1.0})
        app = web_app(self.channel, self.conversation.turn, health, self.metrics)
        app.on_cleanup.append(self._close)
        return app

    async def _close(self, app: web.Application) -> None:
        await self.channel.close()
        self.pool.shutdown()


def local_settings(**changes: Any) -> Settings:
    """Settings of a machine where somebody tries it."""
    return Settings(**{"local": True, "database_url": "sqlite://", **changes})


def guarded_settings(**changes: Any) -> Settings:
    """Settings of a municipality."""
    given = {"app_id": APP_ID, "app_secret": "s3cret-canary", "app_tenant": TENANT, "database_url": "sqlite://"}
    return Settings(**{**given, **changes})


def activity(service_url: str, text: str = "hej", **changes: Any) -> dict[str, Any]:
    """A personal message as Teams sends it; `changes` set fields, None takes one away."""
    body: dict[str, Any] = {
        "type": "message",
        "id": f"a{next(ids)}",
        "timestamp": "2026-11-23T09:00:00.000Z",
        "channelId": "msteams",
        "serviceUrl": service_url,
        "text": text,
        "locale": "da-DK",
        "from": {"id": "29:anna", "name": "Anna Jensen", "aadObjectId": "00000000-0000-0000-0000-0000000000a0"},
        "recipient": {"id": "28:bot", "name": "Referent"},
        "conversation": {"id": "a:anna", "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
        **changes,
    }
    return {key: value for key, value in body.items() if value is not None}


def click(service_url: str, verb: str, data: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """An Action.Execute as Teams sends it."""
    value = {"action": {"type": "Action.Execute", "verb": verb, "data": data or {}}, "trigger": "manual"}
    given = {"type": "invoke", "name": "adaptiveCard/action", "value": value, "replyToId": "card-1", "text": None}
    return activity(service_url, **{**given, **changes})
