"""Every sentence has a Danish form of its own with the same fields, and reads well filled in."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from cards.catalogue import CATALOGUE, Phrase
from cards.catalogue import phrase as write
from cards.phrasebook import MODULES, forms, page
from cards.texts import catalogs
from store.records import Lang

ROOT = Path(__file__).resolve().parents[2]
ALIKE = {
    # The same in both languages, and why.
    "TIME_RANGE": "two times of day and a dash",
    "NUMBERED": "a number and a title",
    "CLASS_IN_TEXT": "a label and a quote",
    "ROLE_ADMINISTRATOR": "the same word in Danish",
    "FIELD_PERSON": "the same word in Danish",
    "KIND_PLAN": "the same word in Danish",
    "MEGABYTES": "a number and a unit",
    "PARTS_CASE": "Danish uses the English word",
}


DANISH: dict[str, Message] = {
    str(message.context): message for catalog in catalogs() for message in catalog if message.context
}
PHRASES = [pytest.param(phrase, id=phrase.name) for phrase in CATALOGUE.values()]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def strings(value: str | tuple[str, ...] | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def test_the_catalogue_holds_the_phrases_and_nothing_else() -> None:
    assert set(DANISH) == set(CATALOGUE)
    assert {each.num_plurals for each in catalogs()} == {2}
    assert len(DANISH) == sum(1 for each in catalogs() for message in each if message.context)


def test_a_name_is_given_once() -> None:
    with pytest.raises(ValueError, match="is a phrase already"):
        write("ON_DAY", "on {date}", "Translators: again.")


@pytest.mark.parametrize("phrase", PHRASES)
def test_phrase_is_translated(phrase: Phrase) -> None:
    message = DANISH[phrase.name]
    source = [phrase.source] if phrase.plural is None else [phrase.source, phrase.plural]
    danish = strings(message.string)
    assert strings(message.id) == source
    assert not message.fuzzy
    assert all(danish)
    assert len(danish) == len(source)
    assert list(message.auto_comments) == [phrase.note]


@pytest.mark.parametrize("phrase", PHRASES)
def test_fields_are_the_same_in_both_languages_and_have_examples(phrase: Phrase) -> None:
    for text in (phrase.source, *([phrase.plural] if phrase.plural else []), *strings(DANISH[phrase.name].string)):
        assert fields(text) == set(phrase.example)


@pytest.mark.parametrize("phrase", PHRASES)
def test_danish_is_not_the_english(phrase: Phrase) -> None:
    same = set(strings(DANISH[phrase.name].string)) & {phrase.source, phrase.plural}
    assert not same or phrase.name in ALIKE


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("phrase", PHRASES)
def test_filled_in_it_is_a_tidy_sentence(phrase: Phrase, lang: Lang) -> None:
    for text in forms(phrase, lang):
        assert text
        assert not re.search(r"[{}]| {2}| [.,;]|None|\.\.(?!\.)", text)


def test_every_note_speaks_to_translators() -> None:
    assert [phrase.name for phrase in CATALOGUE.values() if not phrase.note.startswith("Translators: ")] == []


def test_danish_addresses_the_reader_as_du() -> None:
    text = " ".join(each for message in DANISH.values() for each in strings(message.string))
    assert not re.search(r"\b(?:De|Dem|Deres|man bedes|såfremt|jf\.|vedr\.)\b", text)


def test_the_page_shows_every_phrase_in_both_languages() -> None:
    shown = page(CATALOGUE.values())
    assert shown.count("<tr>") == len(CATALOGUE) + 1
    assert "Direktionen godkendte indstillingen den 22. oktober 2015 (punkt 72)." in shown
    assert "Direktionen approved the recommendation on 22 October 2015 (item 72)." in shown


def test_every_phrase_is_used() -> None:
    sources = {Path(str(module.__file__)).name for module in MODULES}
    code = "".join(
        path.read_text(encoding="utf-8")
        for package in ("bot", "cards", "dialogs")
        for path in (ROOT / package).rglob("*.py")
        if path.name not in sources
    )
    assert [name for name in CATALOGUE if not re.search(rf"\b[a-z]+\.{name}\b", code)] == []
