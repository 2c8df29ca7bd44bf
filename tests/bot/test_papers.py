"""Files go to people: through Teams' question into their OneDrive, or into a folder where no Teams takes them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.files import Files
from bot.gate import Hosts
from bot.papers import Papers
from cards import verbs
from dialogs.ports import Ports
from dialogs.turn import GivenFile, Message, Outcome, Scene, Turn
from tests.bot.conftest import Post
from tests.fakes.connector import Connector
from tests.fakes.edge import Edge, activity

Far = tuple[Connector, str]
DATA = {"meeting": "direktion-2026-12-03", "paper": "agenda", "edition": "open", "suffix": "docx", "verb": verbs.PAPER}
FILE = GivenFile("Dagsorden.docx", b"PK-content", DATA, "Vil du gemme den?", "Det gik ikke.")


class Drive:
    """Somebody's OneDrive."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, bytes, dict[str, str]]] = []
        self.status = 201

    async def put(self, request: web.Request) -> web.Response:
        self.taken.append((request.path, await request.read(), dict(request.headers)))
        return web.Response(status=self.status)


@pytest.fixture
async def drive() -> AsyncIterator[tuple[Drive, str]]:
    taker, app = Drive(), web.Application()
    app.router.add_put("/upload", taker.put)
    async with TestServer(app) as server:
        yield taker, str(server.make_url("/upload"))


def consent(url: str, action: str, upload: str = "", **context: Any) -> dict[str, Any]:
    value: dict[str, Any] = {"type": "fileUpload", "action": action, "context": {**DATA, **context}}
    if upload:
        place = {"uploadUrl": upload, "contentUrl": "https://x-my.sharepoint.com/a.docx", "uniqueId": "u1"}
        value["uploadInfo"] = {**place, "fileType": "docx", "name": "Dagsorden.docx"}
    return activity(url, type="invoke", name="fileConsent/invoke", value=value, replyToId="card-1", text=None)


def giving(turns: list[Turn]) -> Any:
    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        turns.append(turn)
        if turn.verb == verbs.PAPER_DECLINED:
            return Outcome(Message("I orden.", replaces=turn.reply_to))
        accepted = turn.data.get("accepted") is True
        return Outcome(Message("Her er den.", file=FILE, replaces=turn.reply_to if accepted else None))

    return respond


async def test_teams_is_asked_to_ask(edge: Edge, post: Post, connector: Far) -> None:
    edge.respond = giving([])
    await post(activity(connector[1], "dagsordenen som word"))
    (sent,) = connector[0].messages
    assert sent["text"] == "Her er den."
    (card,) = sent["attachments"]
    assert card["contentType"] == "application/vnd.microsoft.teams.card.file.consent"
    assert (card["name"], card["content"]["sizeInBytes"]) == ("Dagsorden.docx", 10)
    assert card["content"]["acceptContext"] == card["content"]["declineContext"] == DATA


async def test_an_accepted_file_is_made_anew_and_put_there(
    edge: Edge, post: Post, connector: Far, drive: tuple[Drive, str]
) -> None:
    turns: list[Turn] = []
    edge.respond = giving(turns)
    status, _ = await post(consent(connector[1], "accept", drive[1]))
    assert status == 200
    (turn,) = turns
    assert (turn.kind, turn.verb) == ("action", verbs.PAPER)
    assert turn.data == {**{name: value for name, value in DATA.items() if name != "verb"}, "accepted": True}
    ((path, content, headers),) = drive[0].taken
    assert (path, content) == ("/upload", b"PK-content")
    assert headers["Content-Range"] == "bytes 0-9/10"
    assert "Authorization" not in headers
    (sent,) = connector[0].accepted
    assert sent.method == "PUT"
    (card,) = sent.body["attachments"]
    assert card["contentType"] == "application/vnd.microsoft.teams.card.file.info"
    assert (card["contentUrl"], card["content"]) == (
        "https://x-my.sharepoint.com/a.docx",
        {"uniqueId": "u1", "fileType": "docx"},
    )


async def test_what_fails_is_said(edge: Edge, post: Post, connector: Far, drive: tuple[Drive, str]) -> None:
    edge.respond = giving([])
    drive[0].status = 500
    await post(consent(connector[1], "accept", drive[1]))
    await post(consent(connector[1], "accept", "https://evil.example/upload", suffix="pdf"))
    assert [one.body["text"] for one in connector[0].accepted] == ["Det gik ikke.", "Det gik ikke."]
    assert all("attachments" not in one.body for one in connector[0].accepted)


async def test_declined_nothing_is_made(edge: Edge, post: Post, connector: Far) -> None:
    turns: list[Turn] = []
    edge.respond = giving(turns)
    await post(consent(connector[1], "decline"))
    assert [turn.verb for turn in turns] == [verbs.PAPER_DECLINED]
    assert [one.body["text"] for one in connector[0].accepted] == ["I orden."]


async def test_no_other_button_can_be_pressed_that_way(edge: Edge, post: Post, connector: Far) -> None:
    turns: list[Turn] = []
    edge.respond = giving(turns)
    status, _ = await post(consent(connector[1], "accept", verb=verbs.AGENDA_LOCK))
    assert (status, turns) == (501, [])


@pytest.mark.parametrize(
    "url", ["https://evil.example/u", "http://x.sharepoint.com/u", "https://x.sharepoint.com:8443/u"]
)
async def test_files_are_put_on_allowed_hosts_only(url: str) -> None:
    assert await Files(Hosts(frozenset({"*.sharepoint.com"}))).put(url, b"x") is False


def test_a_folder_takes_what_teams_does_not(tmp_path: Path) -> None:
    papers = Papers(tmp_path / "documents")
    kept = papers.kept(Message("Her er den.", file=FILE), "da")
    first = tmp_path / "documents" / "Dagsorden.docx"
    assert (kept.text, kept.file) == (f"Her er den.\nDen er gemt som {first}.", None)
    assert first.read_bytes() == b"PK-content"
    # The same again is the same file; another one does not overwrite it.
    assert papers.kept(Message("Igen.", file=FILE), "en").text == f"Igen.\nIt is saved as {first}."
    other = replace(FILE, content=b"PK-other")
    assert "Dagsorden-2.docx" in papers.kept(Message("Ny.", file=other), "da").text
    assert first.read_bytes() == b"PK-content"
    papers.kept(Message("Væk.", file=replace(FILE, name="../../etc/passwd")), "da")
    assert sorted(path.name for path in (tmp_path / "documents").iterdir()) == [
        "Dagsorden-2.docx", "Dagsorden.docx", "passwd",
    ]  # fmt: skip


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "documents").write_text("a file")
    told = Papers(tmp_path / "documents").kept(Message("Her er den.", file=FILE), "da").text
    assert told == "Her er den.\nDen kunne ikke gemmes. Brug »referent agenda« på kommandolinjen."
