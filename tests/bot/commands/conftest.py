"""Commands over a store with the sample data in a file, opened anew by each of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from bot import cli
from bot.commands import opening
from bot.config import read_settings
from bot.demo import furnish
from bot.world import open_world
from tests.fakes.batches import NOW, Batch


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Batch:
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
