"""`referent agenda` and `referent minutes`: which edition for whom, as text, JSON and file, and what is refused.

What they show is made by `chat --batch`: a secretary lives through a meeting in Danish and in English.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import cli
from bot.commands import opening
from bot.commands.persons import caller_of
from bot.config import read_settings
from bot.console import Console
from bot.delivery_local import deliver_due
from bot.demo import furnish
from bot.renderings import renderers
from bot.world import World, conversing, open_world
from store.agenda.records import AgendaItem
from store.minutes.records import Attendance, Decision
from store.records import Subject

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
ANNA, BO, CILLE = (f"00000000-0000-0000-0000-0000000000a{number}" for number in (0, 1, 2))
DAY, OTHER = "direktion-2027-01-14", "direktion-2027-02-04"
Run = Callable[..., tuple[int, str, str]]


@dataclass
class Batch:
    """Lines as `chat --batch` reads them, and what each gives."""

    world: World
    person: str
    locale: str = "da"
    scope: str = "personal"

    def __post_init__(self) -> None:
        self._console = Console(lambda told: caller_of(self.world, told), self.world.tenant, self.world.clock)
        self.last: dict[str, Any] = {}

    def says(self, text: str) -> str:
        return self._line({"text": text})

    def presses(self, title: str, /, **filled: Any) -> str:
        button = next(each for each in self.last["actions"] if each["title"].startswith(title))
        data = {name: value for name, value in button["data"].items() if name != "verb"}
        return self._line({"verb": button["verb"], "data": {**data, **filled}})

    def _line(self, told: dict[str, Any]) -> str:
        async def go() -> dict[str, Any]:
            async with conversing(self.world) as conversation:
                head = {"as": self.person, "locale": self.locale, "scope": self.scope, "conversation": "room"}
                line = json.loads(json.dumps({**head, **told}))
                _, answer = await self._console.receive(line, {}, conversation.turn)
                return dict(answer)

        answer = asyncio.run(go())
        assert answer["error"] is None
        (self.last,) = answer["messages"]
        return str(self.last["text"])


def subject(world: World, person: str) -> Subject:
    return Subject(person, True, "personal", world.grants(person), world.tenant)


def approved(world: World, title: str, meeting: str, **fields: Any) -> AgendaItem:
    agenda, anna, cille = world.ports.agenda, subject(world, ANNA), subject(world, CILLE)
    made = agenda.start(anna, "Anna Jensen", "da", f"{meeting}-{title}")
    given = {
        "body_key": "direktion", "meeting_key": meeting, "title": title, "case_number": "26/512",
        "description": f"Sagen om {title.casefold()}.", "recommendations": ("at det godkendes",), **fields,
    }  # fmt: skip
    saved = agenda.save(made.id, made.version, given, anna)
    sent = agenda.act(saved.id, saved.version, "submit", anna)
    return agenda.act(sent.id, sent.version, "approve", cille)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sittings") / "store.db"


@pytest.fixture(scope="module")
def world(store: Path) -> Iterator[World]:
    found = open_world(
        read_settings(database_url=opening.sqlite_url(store), demo=True, documents=store.parent / "documents"),
        lambda: NOW,
    )
    furnish(found)
    for meeting in (DAY, OTHER):
        approved(found, "Nyt tag på rådhuset", meeting, minutes=20)
        approved(found, "Aftale med pedellen", meeting, access="closed", closed_reason="personal", case_number="26/513")
        approved(found, "Ny cykelsti", meeting, minutes=15)
    yield found
    found.close()


@pytest.fixture
def run(store: Path, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line; gives (exit code, stdout, stderr)."""
    monkeypatch.setenv("REFERENT_DATABASE_URL", opening.sqlite_url(store))

    def call(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["referent", *map(str, words)])
        code: Any = 0
        try:
            cli.main()
        except SystemExit as end:
            code = end.code or 0
        out, err = capsys.readouterr()
        return int(code), out, err

    return call


@pytest.fixture(scope="module")
def told(world: World) -> str:
    """The story in Danish; what the channel was told."""
    channel = Batch(world, CILLE, scope="channel")
    assert "slår jeg de åbne punkter for Direktionen op her" in channel.says("brug denne kanal til Direktionen")
    cille = Batch(world, CILLE)
    assert "forslag" in cille.says("dagsorden for direktionen den 14. januar")
    assert "»Ny cykelsti« er nu punkt 2." in cille.says("flyt punkt 4 til plads 2")
    assert "»Kommende sager« er taget af" in cille.says("fjern kommende sager")
    assert "hedder punktet »Personalesag«" in cille.says("den neutrale titel på punkt 4 er Personalesag")
    assert "låst og nummereret" in cille.says("lås dagsordenen")
    asked = cille.says("udgiv dagsordenen")
    assert "4 åbne punkter. 1 lukket punkt er kun for medlemmer og sekretærer." in asked
    assert "I den åbne udgave nævnes 1 af dem" in asked
    assert "Lukkede punkter bliver ikke nævnt der." in asked
    assert cille.says("ja").startswith("Dagsordenen er udgivet.")
    path = cille.says("dagsordenen som pdf").rpartition("Den er gemt som ")[2].rstrip(".")
    assert Path(path).read_bytes().startswith(b"%PDF")
    found = [one.text for one in deliver_due(world, renderers(world), NOW + timedelta(minutes=1)) if "klar" in one.text]
    assert len(found) == 1
    return found[0]


def test_the_channel_heard_of_open_items_only(told: str) -> None:
    assert told.startswith("Dagsordenen til Direktionen, torsdag den 14. januar 2027")
    assert "2. Ny cykelsti" in told
    assert "3. Nyt tag på rådhuset" in told
    assert "pedellen" not in told
    assert "Personalesag" not in told


def test_the_story_in_english(world: World) -> None:
    cille = Batch(world, CILLE, "en")
    assert "my proposal" in cille.says("make the agenda for Direktionen on 4 February")
    assert "“Ny cykelsti” is now item 2." in cille.says("move item 4 to place 2")
    assert "“Any other business” is off the agenda." in cille.says("remove any other business")
    assert "locked and numbered" in cille.says("lock the agenda")
    assert "unlocked" in cille.says("unlock the agenda because a case is missing")
    cille.says("lock the agenda")
    assert cille.says("publish the agenda").startswith("Publish the agenda for Direktionen")
    assert cille.says("yes").startswith("The agenda is published.")
    bo = Batch(world, ANNA, "en")
    told = bo.says("agenda for Direktionen on 4 February")
    assert "2. Ny cykelsti" in told
    bo.presses("Documents")
    assert "It is saved as" in bo.presses("Open edition, Word")


def test_the_open_edition_is_for_everybody(run: Run) -> None:
    code, out, err = run("agenda", DAY, "--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert (found["meeting"], found["state"], found["edition"]) == (DAY, "published", "open")
    assert [(one["number"], one["title"], one["access"]) for one in found["items"]] == [
        ("1", "Godkendelse af referat", "open"),
        ("2", "Ny cykelsti", "open"),
        ("3", "Nyt tag på rådhuset", "open"),
        ("5", "Eventuelt", "open"),
    ]
    assert "pedellen" not in out
    code, out, _ = run("agenda", DAY, "--as", CILLE)
    assert (code, "pedellen" in out) == (0, False)


def test_the_full_edition_is_for_the_body(run: Run, tmp_path: Path) -> None:
    _, out, _ = run("agenda", DAY, "--edition", "full", "--as", BO, "--json")
    assert "Aftale med pedellen" in [one["title"] for one in json.loads(out)["items"]]
    _, out, _ = run("agenda", DAY, "--edition", "full", "--as", ANNA, "--json")
    assert "Ny cykelsti" in [one["title"] for one in json.loads(out)["items"]]
    for suffix, begins in (("docx", b"PK"), ("pdf", b"%PDF")):
        path = tmp_path / f"full.{suffix}"
        assert run("agenda", DAY, "--edition", "full", "--as", CILLE, "--out", path)[0] == 0
        assert path.read_bytes().startswith(begins)
    code, out, err = run("agenda", DAY, "--edition", "full", "--as", ANNA, "--out", tmp_path / "no.docx")
    assert (code, out, (tmp_path / "no.docx").exists()) == (1, "", False)
    assert err


def test_wrong_use(run: Run, tmp_path: Path) -> None:
    for words in (
        ("agenda", DAY, "--edition", "closed"),
        ("agenda", "whatever"),
        ("agenda", DAY, "--out", tmp_path / "a.txt"),
    ):
        code, out, err = run(*words)
        assert (code, out) == (2, "")
        assert err
    code, out, _ = run("agenda", "Direktionen 2027-01-15")
    assert (code, out) == (1, "")
    assert run("agenda", "Direktionen 2027-01-14")[0] == 0


def test_minutes_once_they_are_recorded(run: Run, world: World, tmp_path: Path) -> None:
    assert run("minutes", DAY)[0] == 1
    cille, minutes = subject(world, CILLE), world.ports.minutes
    agenda = world.ports.agendas.agenda(DAY, cille)
    minutes.attend(DAY, agenda.version, [Attendance("Bo Sørensen", "present")], cille)
    for entry in agenda.entries:
        decision = Decision("approved", "Godkendt.", publishable="Godkendt." if entry.item.access == "closed" else "")
        minutes.decide(DAY, entry.item.id, 0, decision, cille)
    code, out, _ = run("minutes", DAY, "--as", CILLE, "--edition", "full", "--json")
    found = json.loads(out)
    assert (code, found["state"], len(found["items"])) == (0, "draft", 5)
    assert {one["decision"]["text"] for one in found["items"]} == {"Godkendt."}
    assert run("minutes", DAY, "--as", CILLE, "--out", tmp_path / "minutes.docx")[0] == 0
    assert run("minutes", DAY, "--as", ANNA)[0] == 1
