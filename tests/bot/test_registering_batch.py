"""Two managers register an item each, in Danish and in English, by `chat --batch` over a store on disk."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.commands.persons import caller_of
from bot.config import read_settings
from bot.console import Console
from bot.delivery_local import deliver_due
from bot.demo import furnish
from bot.renderings import renderers
from bot.world import World, conversing, open_world
from dialogs.turn import FileOffer
from store.agenda.records import AgendaItem
from store.records import Address, Subject

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
ANNA, CILLE = (f"00000000-0000-0000-0000-0000000000a{number}" for number in (0, 2))
GRY, KIM, LIS = (f"00000000-0000-0000-0000-0000000000f{number}" for number in (3, 4, 5))
BOARD = "m:direktion-2026-12-03"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    path = tmp_path_factory.mktemp("batch") / "store.db"
    found = open_world(read_settings(database_url=f"sqlite:///{path}", demo=True), lambda: NOW)
    furnish(found)
    yield found
    found.close()


class Batch:
    """Lines as `chat --batch` reads them, and what each gives."""

    def __init__(self, world: World, person: str, locale: str = "da", scope: str = "personal") -> None:
        self._world, self._head = world, {"as": person, "locale": locale, "scope": scope}
        self._console = Console(lambda told: caller_of(world, told), world.tenant, world.clock)
        self.last: dict[str, Any] = {}

    def says(self, text: str) -> str:
        return self._line({"text": text})

    def presses(self, title: str, /, **filled: Any) -> str:
        button = next(each for each in self.last["actions"] if each["title"].startswith(title))
        data = {name: value for name, value in button["data"].items() if name != "verb"}
        return self._line({"verb": button["verb"], "data": {**data, **filled}})

    def _line(self, told: dict[str, Any]) -> str:
        async def go() -> dict[str, Any]:
            async with conversing(self._world) as conversation:
                line = json.loads(json.dumps({**self._head, **told}))
                _, answer = await self._console.receive(line, {}, conversation.turn)
                return dict(answer)

        answer = asyncio.run(go())
        assert answer["error"] is None
        (self.last,) = answer["messages"]
        return str(self.last["text"])


def subject(world: World, person: str) -> Subject:
    return Subject(person, True, "personal", world.grants(person), world.tenant)


def titled(world: World, person: str, title: str) -> AgendaItem:
    found = world.ports.agenda.mine(subject(world, person), alive=False)
    return next(item for item in found if item.title == title)


def test_an_open_item_in_danish_is_corrected_and_approved(world: World) -> None:
    gry = Batch(world, GRY)
    gry.says("Jeg vil have en sag om ny skolestruktur på direktionens møde den 3. december")
    gry.presses("Næste")
    gry.presses("Næste", description="Elevtallet falder. Det koster 3 mio. kr. at samle skolerne.")
    gry.presses("Næste", recommendations="at Bakkerup Skole lukkes\nat eleverne flyttes")
    review = gry.presses("Læs det igennem")
    assert "men der er ikke skrevet noget om de økonomiske konsekvenser." in review
    gry.says("økonomi: Det koster 3 mio. kr. i 2027.")
    assert gry.says("indsend").startswith("»Ny skolestruktur« er indsendt.")

    item = titled(world, GRY, "Ny skolestruktur")
    secretary = subject(world, CILLE)
    world.ports.agenda.act(item.id, item.version, "return", secretary, comment="Skriv om busserne.")
    assert "Sekretæren sendte det retur: »Skriv om busserne.«" in gry.says("mine kladder")
    gry.says("vurdering: Busserne kører en omvej på 2 km.")
    assert gry.says("indsend").startswith("»Ny skolestruktur« er indsendt.")
    item = titled(world, GRY, "Ny skolestruktur")
    assert world.ports.agenda.act(item.id, item.version, "approve", secretary).state == "ready"


def test_a_closed_item_in_english_is_no_hint_to_anybody_else(world: World) -> None:
    kim = Batch(world, KIM, "en")
    kim.says("new agenda item")
    kim.presses("Next", place=BOARD, title="A settlement with the caretaker")
    kim.says("closed because it is a personnel case")
    kim.says("background: We have agreed on terms. recommendation: 1. that the terms are approved")
    kim.says("20 minutes")
    assert kim.says("submit").startswith("“A settlement with the caretaker” has been submitted.")
    item = titled(world, KIM, "A settlement with the caretaker")
    assert (item.state, item.access, item.closed_reason, item.minutes) == ("submitted", "closed", "personal", 20)

    lis = Batch(world, LIS)
    lis.says("opret dagsordenspunkt")
    lis.says("titel: A settlement with the caretaker")
    assert "settlement" not in lis.says("vis kladden").replace("»A settlement with the caretaker«", "")
    assert "terms" not in lis.says("hvad er der om settlement with the caretaker?")


def test_asked_for_in_a_channel_the_wizard_comes_in_the_personal_chat(world: World) -> None:
    chat = Address(world.tenant, "https://smba.example", "chat-of-anna", "personal", True, ANNA, "Anna")
    world.conversations.installed(chat, NOW)
    before = {item.id for item in world.ports.agenda.mine(subject(world, ANNA))}
    anna = Batch(world, ANNA, scope="channel")
    told = anna.says("opret et punkt til direktionens møde den 3. december om ny hal")
    assert told == "Jeg har åbnet det i vores personlige chat, hvor kun du kan se det."
    assert anna.last["card"] is None
    (item,) = [one for one in world.ports.agenda.mine(subject(world, ANNA)) if one.id not in before]
    assert (item.title, item.meeting_key) == ("Ny hal", "direktion-2026-12-03")
    sent = [
        one.text for one in deliver_due(world, renderers(world), NOW + timedelta(seconds=1)) if "trin 1" in one.text
    ]
    assert len(sent) == 1
    assert "Du bad om det i" in sent[0]


def test_who_was_never_met_is_told_how(world: World) -> None:
    told = Batch(world, KIM, "en", scope="group").says("new agenda item")
    assert told == "Agenda items are written in a personal chat. Write “new agenda item” to me there."


def test_files_are_fetched_for_who_writes_a_draft_and_for_nobody_else(world: World) -> None:
    asked: list[str] = []

    def sends(person: str) -> str:
        async def fetch() -> tuple[FileOffer, ...]:
            asked.append(person)
            return (FileOffer("notat.txt", b"Et notat om hallen."),)

        async def go() -> str:
            console = Console(lambda told: caller_of(world, told), world.tenant, world.clock)
            caller = caller_of(world, person)
            turn = console.turn(caller, conversation="1", scope="personal", locale="da", text="")
            async with conversing(world) as conversation:
                reply = await conversation.turn(turn, fetch)
            return reply.message.text if reply.message is not None else ""

        return asyncio.run(go())

    pia, ib = (f"00000000-0000-0000-0000-0000000000f{number}" for number in (6, 7))
    sends(ib)
    assert asked == []
    Batch(world, pia).says("opret dagsordenspunkt")
    assert "Vedhæftet til kladden uden titel: »notat.txt«." in sends(pia)
    assert asked == [pia]
