"""Every sentence of the wording files is understood as it says, and look-alikes are not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest
import yaml

from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import SOCIAL, Reader
from dialogs.understanding.wordings import LANGUAGES, Wording, wordings
from store.records import BodyRecord, Intent

HERE = Path(__file__).parent / "wordings"
TODAY = date(2026, 11, 21)
BODIES = (
    BodyRecord("direktionen", "Direktionen"),
    BodyRecord("lederforum", "Lederforum"),
    BodyRecord("oekonomiudvalget", "Økonomiudvalget"),
    BodyRecord("boerne", "Børne- og Skoleudvalget"),
    BodyRecord("byraadet", "Byrådet"),
    BodyRecord("teknik", "Teknik- og Miljøudvalget"),
)
READER = Reader(BodyNames(BODIES))
FEWEST = 12


def sentences(lang: str) -> dict[str, dict[str, str]]:
    """Intent to sentence to topic, all as text, from all files of the language."""
    rows: dict[str, dict[str, str]] = {}
    for path in sorted([HERE / f"{lang}.yaml", *HERE.glob(f"*.{lang}.yaml")]):
        for intent, texts in yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader).items():
            rows[intent] = rows.get(intent, {}) | texts
    return rows


CASES = [
    pytest.param(lang, intent, text, topic, id=f"{lang}-{intent}-{text}")
    for lang in LANGUAGES
    for intent, rows in sentences(lang).items()
    for text, topic in rows.items()
]


@pytest.mark.parametrize(("lang", "intent", "text", "topic"), CASES)
def test_sentence_is_understood(lang: str, intent: str, text: str, topic: str) -> None:
    read = READER.read(text, TODAY)
    assert read.intent == intent
    if topic != "~":
        assert read.topic == topic
    assert read.lang in (lang, None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_intent_has_a_dozen_sentences(lang: str) -> None:
    rows = sentences(lang)
    wanted = set(get_args(Intent)) - {"manage"}
    assert {intent for intent in wanted if len(rows.get(intent, {})) < FEWEST} == set()


ALL = (*wordings().intents, *wordings().commands)


@pytest.mark.parametrize("wording", ALL, ids=lambda each: f"{each.lang}-{each.name}-{each.pattern.source}")
def test_example_of_a_wording_is_understood(wording: Wording) -> None:
    read = READER.read(wording.example, TODAY)
    if wording in wordings().commands:
        assert read.command == wording.name
    else:
        # "What did the board decide in October" is a decision wording without a topic: a list.
        assert read.intent in (wording.name, "decisions_list" if wording.name == "decision" else wording.name)


def overmatches(kind: str) -> list[str]:
    loaded = yaml.load((HERE / "overmatch.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    return list(loaded[kind])


@pytest.mark.parametrize("text", overmatches("find"))
def test_a_matter_is_searched_for_whatever_it_looks_like(text: str) -> None:
    read = READER.read(text, TODAY)
    assert (read.intent, read.command) == ("find", None)


@pytest.mark.parametrize("text", overmatches("not_command"))
def test_a_matter_is_no_command(text: str) -> None:
    assert READER.read(text, TODAY).command is None


@pytest.mark.parametrize("text", [row for lang in LANGUAGES for rows in sentences(lang).values() for row in rows])
def test_a_question_of_the_files_is_no_command_for_secretaries(text: str) -> None:
    managing = {"close_item", "remove_document", "close_document", "grant", "revoke", "exclude", "include", "add_term"}
    assert READER.read(text, TODAY).command not in managing


def test_no_intent_is_small_talk_by_accident() -> None:
    questions = {intent for intent in get_args(Intent)} - SOCIAL
    for lang in LANGUAGES:
        for intent in questions:
            for text in sentences(lang).get(intent, {}):
                assert READER.read(text, TODAY).intent not in SOCIAL
