"""One item from waiting to approved over `chat --batch` on a store in a file, opened anew for each thing said."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot import cli
from bot.commands import opening
from bot.config import read_settings
from bot.demo import furnish
from bot.world import open_world

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)


@dataclass
class Story:
    """What people say and press, each in a conversation of their own."""

    batch: Callable[[Mapping[str, Any]], dict[str, Any]]
    locale: str
    last: dict[str, dict[str, Any]] = field(default_factory=dict)

    def says(self, who: str, text: str) -> str:
        return self._told(who, {"text": text})

    def presses(self, who: str, title: str, **filled: str) -> str:
        """Press the button of this title on the last card; gives the answer's text."""
        shown = self.last[who]["actions"]
        found = [one for one in shown if one["title"] == title]
        assert found, f"no {title!r} among {[one['title'] for one in shown]}"
        data = {**found[0]["data"], **filled}
        return self._told(who, {"verb": found[0]["verb"], "data": data})

    def _told(self, who: str, turn: Mapping[str, Any]) -> str:
        answer = self.batch(
            {"as": who, "conversation": f"a-{who}", "locale": self.locale, "at": NOW.isoformat(), **turn}
        )
        assert answer["error"] is None, answer
        self.last[who] = answer["messages"][-1]
        return str(self.last[who]["text"])


@pytest.fixture
def batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    url = opening.sqlite_url(tmp_path / "demo.db")
    monkeypatch.setenv("REFERENT_DATABASE_URL", url)
    monkeypatch.chdir(tmp_path)
    world = open_world(read_settings(database_url=url, demo=True), lambda: NOW)
    furnish(world)
    world.close()
    monkeypatch.setattr(opening, "open_world", lambda settings, **more: open_world(settings, lambda: NOW, **more))

    def call(line: Mapping[str, Any]) -> dict[str, Any]:
        (tmp_path / "line.jsonl").write_text(json.dumps(line), "utf-8")
        monkeypatch.setattr("sys.argv", ["referent", "chat", "--batch", str(tmp_path / "line.jsonl")])
        with suppress(SystemExit):
            cli.main()
        out = capsys.readouterr().out
        return dict(json.loads(out.splitlines()[-1]))

    return call


def test_a_case_is_returned_corrected_and_approved(batch: Callable[[Mapping[str, Any]], dict[str, Any]]) -> None:
    story, title = Story(batch, "da"), "Nye åbningstider i Borgerservice"
    assert title in story.says("Cille", "hvad venter på mig?")
    assert "Bo Sørensen" in story.presses("Cille", title)
    assert "er sendt retur til Bo Sørensen" in story.says(
        "Cille", "send punktet om åbningstider retur: skriv mere om mandag"
    )
    told = story.says("Bo", "hvor langt er min sag om åbningstider?")
    assert "»Skriv mere om mandag«" in told
    assert "Du retter det og indsender det igen." in told
    story.presses("Bo", "Vis punktet")
    story.presses("Bo", "Ret det")
    story.presses("Bo", "Indsend")
    assert "er indsendt til Direktionen" in story.says("Bo", "hvor langt er min sag om åbningstider?")
    assert title in story.says("Cille", "hvad venter på mig i direktionen?")
    story.presses("Cille", title)
    assert "er godkendt til Direktionen" in story.says("Cille", "godkend punktet om åbningstider")
    assert "er godkendt til Direktionen" in story.says("Bo", "hvor langt er min sag om åbningstider?")
    assert title in story.says("Bo", "kommende sager til Direktionen")
    assert title not in story.says("Dan", "kommende sager til Direktionen")


def test_a_closed_case_in_english(batch: Callable[[Mapping[str, Any]], dict[str, Any]]) -> None:
    story, title = Story(batch, "en"), "Forlængelse af lejemålet på Havnegade 4"
    assert title in story.says("Cille", "what is waiting for me?")
    story.presses("Cille", f"{title} (closed)")
    story.presses("Cille", "Send back")
    assert "has been sent back to Anna Jensen" in story.presses("Cille", "Send back", comment="Say what happens if not")
    assert "“Say what happens if not”" in story.says("Anna", "how far is my case about lejemålet?")
    story.presses("Anna", "Show the item")
    story.presses("Anna", "Correct it")
    story.presses("Anna", "Submit")
    story.says("Cille", "what is waiting for me?")
    story.presses("Cille", f"{title} (closed)")
    assert "is approved for Økonomiudvalget" in story.presses("Cille", "Approve")
    assert "is approved for Økonomiudvalget" in story.says("Anna", "how far is my case about lejemålet?")
    assert title not in story.says("Bo", "upcoming items for Økonomiudvalget")
    assert title not in story.says("Dan", "upcoming items for Økonomiudvalget")
