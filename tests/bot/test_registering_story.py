"""One open and one closed item from two managers over HTTP, on both engines and in both languages."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.config import Settings
from bot.demo import furnish
from bot.teams import Patience
from bot.wiring import App, build
from store.agenda.records import AgendaItem
from store.people import meet
from store.records import Grant, Lang, Person, Subject
from tests.fakes.connector import Connector
from tests.fakes.edge import TENANT, activity, click
from tests.fakes.talk import buttons

Far = tuple[Connector, str]
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CILLE = "00000000-0000-0000-0000-0000000000a2"
GRY, KIM, IDA = (f"00000000-0000-0000-0000-0000000000f{number}" for number in (3, 4, 5))
NAMES = {CILLE: "Cille Ærø", GRY: "Gry Holm", KIM: "Kim Toft", IDA: "Ida Bech"}
BOARD = "m:direktion-2026-12-03"
UNHURRIED = Patience(typing=60.0, message=60.0, click=60.0)


@dataclass
class Town:
    """The running service, and what stands in each person's chat."""

    settings: Settings
    lang: Lang
    far: Connector
    url: str
    app: App = field(init=False)
    client: TestClient[Any, Any] = field(init=False)
    cards: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    now: datetime = MORNING
    seen: dict[str, int] = field(default_factory=dict)
    """How many messages of a chat have been looked at."""

    async def open(self, *, first: bool = False) -> None:
        self.app = build(self.settings, clock=lambda: self.now, patience=UNHURRIED)
        if first:
            furnish(self.app.world, MORNING)
            with self.app.world.database.write() as session:
                for person, name in NAMES.items():
                    meet(session, Person(person, name, None), TENANT, MORNING)
            self.app.world.people.grant(IDA, Grant("secretary", "direktion"), None)
        self.client = TestClient(TestServer(self.app.application()))
        await self.client.start_server()

    async def restart(self) -> None:
        await self.client.close()
        await self.open()

    def common(self, who: str) -> dict[str, Any]:
        return {
            "from": {"id": f"29:{who}", "name": NAMES[who], "aadObjectId": who},
            "conversation": {"id": f"a:{who}", "conversationType": "personal", "tenantId": TENANT},
            "locale": {"da": "da-DK", "en": "en-GB"}[self.lang],
        }

    async def post(self, who: str, body: dict[str, Any]) -> str:
        """Send an activity; gives what then stands in the chat of who sent it."""
        async with self.client.post("/api/messages", json=body) as answer:
            assert answer.status < 300
            told = json.loads(await answer.read() or b"{}")
        value = told.get("value") if isinstance(told, dict) else None
        if isinstance(value, dict) and value.get("type") == "AdaptiveCard":
            self.cards[who], self.texts[who] = value, json.dumps(value, ensure_ascii=False)
        else:
            self.look(who)
        return self.texts[who]

    def heard(self, who: str) -> list[dict[str, Any]]:
        return [
            one.body for one in self.far.accepted
            if one.conversation == f"a:{who}" and one.method == "POST" and one.body.get("type") == "message"
        ]  # fmt: skip

    def look(self, who: str) -> None:
        """The newest message of a chat is the one that is pressed on."""
        sent = self.heard(who)[-1]
        self.seen[who] = len(self.heard(who))
        attached = sent.get("attachments") or [{}]
        self.cards[who] = attached[0].get("content", {})
        self.texts[who] = str(sent.get("text") or "") + json.dumps(self.cards[who], ensure_ascii=False)

    async def says(self, who: str, da: str, en: str) -> str:
        return await self.post(who, activity(self.url, da if self.lang == "da" else en, **self.common(who)))

    def pressing(self, who: str, da: str, en: str, /, **typed: Any) -> dict[str, Any]:
        """The activity of a press on the card that stands in a chat, with its inputs as they are and then these."""
        title = da if self.lang == "da" else en
        shown = [one for one in buttons(self.cards[who]) if str(one["title"]) == title]
        assert shown, f"no button {title!r}: {[one['title'] for one in buttons(self.cards[who])]}"
        data = {name: value for name, value in shown[0]["data"].items() if name != "verb"}
        return click(self.url, shown[0]["verb"], {**data, **typed}, **self.common(who))

    async def presses(self, who: str, da: str, en: str, /, **typed: Any) -> str:
        return await self.post(who, self.pressing(who, da, en, **typed))

    async def told(self, who: str, words: str) -> None:
        """Wait for a message said unasked, and take it as what stands in the chat."""
        for _ in range(1000):
            fresh = self.heard(who)[self.seen.get(who, 0) :]
            if fresh and words in json.dumps(fresh[-1], ensure_ascii=False):
                self.look(who)
                return
            # Only so much is said to one person at a time.
            self.now += timedelta(milliseconds=100)
            self.app.reminders.wake()
            await asyncio.sleep(0.01)
        raise AssertionError(f"never told {words!r}: {self.heard(who)[-1:]}")

    def subject(self, who: str) -> Subject:
        return Subject(who, True, "personal", self.app.world.grants(who), TENANT)

    def item(self, who: str, title: str) -> AgendaItem:
        found = self.app.world.ports.agenda.mine(self.subject(who), alive=False)
        return next(one for one in found if one.title == title)

    def words(self, da: str, en: str) -> str:
        return da if self.lang == "da" else en


@pytest.fixture(params=["da", "en"])
async def town(request: pytest.FixtureRequest, url: str, connector: Far) -> AsyncIterator[Town]:
    settings = Settings(local=True, demo=True, database_url=url, processes=0, rate_per_minute=1000)
    found = Town(settings, request.param, *connector)
    await found.open(first=True)
    for who in NAMES:
        await found.says(who, "hjælp", "help")
    yield found
    await found.client.close()


async def test_an_open_item_is_coached_returned_corrected_and_approved(town: Town) -> None:
    await town.says(GRY, "opret dagsordenspunkt", "new agenda item")
    await town.presses(GRY, "Næste", "Next", place=BOARD, title="Nye skolebusser", case_number="26/4711")
    # A restart in the middle: the draft is where it was left, and the card that stands in the chat still works.
    await town.restart()
    await town.presses(GRY, "Næste", "Next", description="Busserne er slidt ned. Nye koster 3 mio. kr.")
    await town.restart()
    drafts = await town.says(GRY, "mine kladder", "my drafts")
    assert "Nye skolebusser" in drafts
    # Delivered twice, it is one press.
    once = town.pressing(GRY, "Næste", "Next", recommendations="1. at der købes to busser\n2. at de gamle sælges")
    before = len(town.far.accepted)
    await asyncio.gather(*[town.post(GRY, once) for _ in range(3)])
    assert town.item(GRY, "Nye skolebusser").recommendations == ("at der købes to busser", "at de gamle sælges")
    assert len(town.far.accepted) == before + 1
    review = await town.presses(GRY, "Læs det igennem", "Read it through")
    assert town.words("ikke skrevet noget om de økonomiske", "nothing is written on the financial") in review
    await town.says(GRY, "økonomi: 3 mio. kr. i 2027", "finance: 3 mio. kr. i 2027")
    await town.says(GRY, "vis kladden", "show the draft")
    twice = town.pressing(GRY, "Indsend", "Submit")
    await asyncio.gather(town.post(GRY, twice), town.post(GRY, {**twice, "id": "another-press"}))
    item = town.item(GRY, "Nye skolebusser")
    history = town.app.world.ports.agenda.history(item.id, town.subject(GRY))
    assert [one.action for one in history].count("submit") == 1

    await town.told(CILLE, town.words("Gry Holm har indsendt »Nye skolebusser«", "Gry Holm has submitted “Nye"))
    assert len([one for one in town.heard(CILLE) if "skolebusser" in json.dumps(one)]) == 1
    await town.presses(CILLE, "Send retur", "Send back")
    await town.presses(CILLE, "Send retur", "Send back", comment="Skriv, hvem der kører.")
    await town.told(GRY, "Skriv, hvem der kører.")
    await town.presses(GRY, "Ret det", "Correct it")
    await town.says(GRY, "vurdering: Kommunen kører selv.", "assessment: Kommunen kører selv.")
    await town.says(GRY, "indsend", "submit")
    await town.told(CILLE, town.words("Gry Holm har indsendt", "Gry Holm has submitted"))
    assert town.item(GRY, "Nye skolebusser").state == "submitted"
    await town.presses(CILLE, "Godkend", "Approve")
    await town.told(GRY, town.words("Cille Ærø har godkendt »Nye", "Cille Ærø has approved “Nye"))
    assert town.item(GRY, "Nye skolebusser").state == "ready"


async def test_a_closed_item_is_approved_and_no_hint_to_anybody_else(town: Town) -> None:
    await town.says(KIM, "opret dagsordenspunkt", "new agenda item")
    await town.presses(KIM, "Næste", "Next", place=BOARD, title="Aftale med skolelederen")
    await town.presses(KIM, "Næste", "Next", description="Parterne er enige om vilkårene.")
    closed = {"recommendations": "at vilkårene godkendes", "access": "closed", "closed_reason": "personal"}
    await town.presses(KIM, "Næste", "Next", **closed)
    await town.presses(KIM, "Læs det igennem", "Read it through")
    await town.presses(KIM, "Indsend", "Submit")
    await town.told(CILLE, "Aftale med skolelederen")
    # Two secretaries decide at the same moment: one of them is told what the other did.
    await town.told(IDA, "Aftale med skolelederen")
    approve = town.pressing(CILLE, "Godkend", "Approve")
    await town.presses(IDA, "Send retur", "Send back")
    back = town.pressing(IDA, "Send retur", "Send back", comment="Skriv, fra hvornår.")
    await asyncio.gather(town.post(CILLE, approve), town.post(IDA, back))
    item = town.item(KIM, "Aftale med skolelederen")
    history = town.app.world.ports.agenda.history(item.id, town.subject(KIM))
    done = [one.action for one in history if one.action in ("approve", "return")]
    stale = town.words("Der er ikke gjort noget", "Nothing was done")
    assert len(done) == 1
    assert [stale in town.texts[who] for who in (CILLE, IDA)] == [done == ["return"], done == ["approve"]]
    if done == ["approve"]:
        await town.presses(IDA, "Vis punktet", "Show the item")
        await town.presses(IDA, "Send retur", "Send back")
        await town.presses(IDA, "Send retur", "Send back", comment="Skriv, fra hvornår.")
    await town.told(KIM, "Skriv, fra hvornår.")
    await town.presses(KIM, "Ret det", "Correct it")
    await town.says(KIM, "baggrund: Vilkårene gælder fra nytår.", "background: Vilkårene gælder fra nytår.")
    await town.says(KIM, "indsend", "submit")
    assert town.item(KIM, "Aftale med skolelederen").access == "closed"
    await town.says(CILLE, "hvad venter på mig?", "what is waiting for me?")
    row = town.words("Aftale med skolelederen (lukket)", "Aftale med skolelederen (closed)")
    await town.presses(CILLE, row, row)
    await town.presses(CILLE, "Godkend", "Approve")
    await town.told(KIM, town.words("Cille Ærø har godkendt", "Cille Ærø has approved"))
    assert town.item(KIM, "Aftale med skolelederen").state == "ready"

    asked: list[Callable[[], Any]] = [
        lambda: town.says(GRY, "kommende sager til Direktionen", "upcoming items for Direktionen"),
        lambda: town.says(GRY, "hvad er på næste dagsorden?", "what is on the next agenda?"),
    ]
    for ask in asked:
        assert "skolelederen" not in await ask()
    forged: list[Mapping[str, Any]] = [
        click(town.url, verb, {"item": item.id, "version": 5, "step": "where", "to": "matter", "copy": item.id},
              **town.common(GRY))
        for verb in ("case.show", "case.history", "case.resume", "case.step", "case.submit", "case.new", "desk.approve")
    ]  # fmt: skip
    for body in forged:
        assert "skolelederen" not in await town.post(GRY, dict(body))
