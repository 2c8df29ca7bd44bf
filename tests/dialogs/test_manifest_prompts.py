"""What the manifest offers as commands is understood, in both languages and in every scope."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import Reader
from store.records import Lang
from tests.fakes import matters as m

MANIFEST = Path(__file__).resolve().parents[2] / "manifest"
READER = Reader(BodyNames(m.BODIES))
INTENTS = {
    "What was decided on a matter?": "decision",
    "What was decided on": "decision",
    "Latest decisions of a body": "decisions_list",
    "Coming meetings": "upcoming",
    "Who am I?": "whoami",
    "Help": "help",
}


def commands() -> list[tuple[str, dict[str, str], dict[str, str]]]:
    """The intent of each command, and its title and prompt in English and in Danish."""
    manifest: dict[str, Any] = json.loads((MANIFEST / "manifest.json").read_text("utf-8"))
    danish: dict[str, str] = json.loads((MANIFEST / "da.json").read_text("utf-8"))
    rows = []
    for bot, one in enumerate(manifest["bots"]):
        for number, listed in enumerate(one["commandLists"]):
            for place, command in enumerate(listed["commands"]):
                key = f"bots[{bot}].commandLists[{number}].commands[{place}]."
                said = {name: danish[key + name] for name in ("title", "prompt") if key + name in danish}
                rows.append((INTENTS[command["title"]], command, said))
    return rows


ROWS = [
    pytest.param(lang, name, intent, said[name], id=f"{lang}-{name}-{said[name]}")
    for intent, english, danish in commands()
    for lang, said in (("en", english), ("da", danish))
    for name in ("title", "prompt")
    if name in said
]


@pytest.mark.parametrize(("lang", "name", "intent", "text"), ROWS)
def test_a_command_of_the_manifest_is_understood(lang: Lang, name: str, intent: str, text: str) -> None:
    read = READER.read(text, date(2026, 11, 21))
    assert read.intent == intent
    assert read.lang in (lang, None)
    if intent in ("decisions_list", "upcoming") or name == "title":
        assert read.topic == ""


def test_every_command_has_danish_words() -> None:
    for _, english, danish in commands():
        assert set(danish) == {name for name in ("title", "prompt") if name in english}
        assert not re.search(r"[æøåÆØÅ]", english["title"])
