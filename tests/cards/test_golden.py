"""One card of every kind in both languages, as they were looked at; REFERENT_REGENERATE=1 writes them anew."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from cards import verbs
from cards.parts import LIMIT, weight
from cards.texts import clean
from store.records import Lang
from tests.cards.samples import SAMPLES
from tests.fakes import matters as m

GOLDEN = Path(__file__).parent / "golden"
REGENERATE = os.environ.get("REFERENT_REGENERATE") == "1"
EACH = [pytest.param(name, lang, id=f"{name}-{lang}") for name in SAMPLES for lang in ("da", "en")]


def nodes(node: object) -> Iterator[Mapping[str, Any]]:
    """All parts of a card."""
    if isinstance(node, Mapping):
        yield node
        for value in node.values():
            yield from nodes(value)
    elif isinstance(node, Sequence) and not isinstance(node, str):
        for value in node:
            yield from nodes(value)


@pytest.mark.parametrize(("name", "lang"), EACH)
def test_card_is_as_it_was_looked_at(name: str, lang: Lang) -> None:
    rendered = SAMPLES[name](lang)
    shape = {
        "text": rendered.text,
        "card": rendered.card,
        "prompts": [[prompt.text, prompt.send] for prompt in rendered.prompts],
        "items": list(rendered.items),
        "documents": list(rendered.documents),
    }
    path = GOLDEN / f"{name}.{lang}.json"
    if REGENERATE:
        path.write_text(json.dumps(shape, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(json.dumps(shape))


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == {
        f"{name}.{lang}" for name in SAMPLES for lang in ("da", "en")
    }


@pytest.mark.parametrize(("name", "lang"), EACH)
def test_card_keeps_the_rules_of_the_channel(name: str, lang: Lang) -> None:
    card = SAMPLES[name](lang).card
    assert card is not None
    assert (card["version"], card["lang"], card["type"]) == ("1.5", lang, "AdaptiveCard")
    assert card["fallbackText"]
    assert weight(card) <= LIMIT
    assert len(card.get("actions", [])) <= 6
    assert any(node.get("style") == "heading" for node in nodes(card))
    for node in nodes(card):
        if str(node.get("type", "")).startswith("Input."):
            assert node["label"]
            assert node["errorMessage"]


@pytest.mark.parametrize(("name", "lang"), EACH)
def test_buttons_carry_the_same_both_ways(name: str, lang: Lang) -> None:
    for node in nodes(SAMPLES[name](lang).card):
        if node.get("type") == "Action.Execute":
            assert node["verb"] in verbs.ALL
            assert node["data"]["verb"] == node["verb"]
            same = {name: node[name] for name in ("title", "data", "associatedInputs") if name in node}
            assert node["fallback"] == {"type": "Action.Submit", **same}
        if node.get("type") == "Action.OpenUrl":
            assert node["url"].startswith("https://dagsordener.example.dk/")
            assert "browser" in node["title"]


@pytest.mark.parametrize("lang", ["da", "en"])
def test_text_of_documents_is_shown_as_it_stands_and_nowhere_as_markup(lang: Lang) -> None:
    card = SAMPLES["answer_hostile"](lang).card
    shown = json.dumps(card, ensure_ascii=False)
    assert "[y](http://evil.example) _kursiv_" in shown
    assert not re.search("[\u202a-\u202e\u200b]", shown)
    for node in nodes(card):
        if node.get("type") == "TextBlock":
            assert "evil" not in node["text"]
        assert node.get("type") not in ("Image", "Media")
    assert "entities" not in shown


QUOTES = {"da": re.compile("»([^»«]*)«"), "en": re.compile("“([^“”]*)”")}
GIVEN = " ".join(
    clean(part)
    for item in m.ITEMS
    for part in (
        item.title,
        *(fact.text for fact in item.facts),
        *(each.title for each in item.attachments),
        *(fact.document.title for fact in item.facts),
    )
)


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize(
    "name", [name for name in SAMPLES if name.startswith(("answer", "not_stated", "no_decision", "whole"))]
)
def test_no_word_in_quotation_marks_is_invented(name: str, lang: Lang) -> None:
    rendered = SAMPLES[name](lang)
    given = (
        GIVEN
        + " Personalesag "
        + m.PASSAGE.text
        + m.STRATEGY.title
        + " ladestannder ladestander [y](http://evil.example) _kursiv_"
    )
    for quoted in QUOTES[lang].findall(rendered.text):
        for part in quoted.split(" [y]"):
            assert part in given, part


@pytest.mark.parametrize("lang", ["da", "en"])
def test_boxes_of_answers_hold_only_given_text(lang: Lang) -> None:
    given = {fact.text for item in m.ITEMS for fact in item.facts} | {m.PASSAGE.text}
    for name in ("answer_approved", "answer_rejected", "answer_closed", "answer_background", "answer_passage"):
        for node in nodes(SAMPLES[name](lang).card):
            if node.get("style") == "emphasis":
                for block in node["items"]:
                    assert re.sub(r"^\d+\. ", "", block["inlines"][0]["text"]) in given
