"""Sums, random keys, web addresses and chat are no matters; bare topics are."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import Reader
from tests.fakes import matters as m

READER = Reader(BodyNames(m.BODIES))
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "hvad er 2 plus 2",
            "what is 3 * 4?",
            "2+2",
            "12 * 7 = ?",
            '{"a":1}',
            "asdfghjk",
            "qwertyuiop",
            "aaaaaaa",
            "xzcvbnmxx",
            "100.000",
        ),
        *("vejret i morgen?", "jeg keder mig", "hvordan bliver vejret?", "I am bored", "fortæl en vittighed"),
    ],
)
def test_what_is_no_question_was_searched_for(text: str) -> None:
    assert READER.read(text, TODAY).intent == "offtopic"


@pytest.mark.parametrize(
    "text",
    ["sygefravær", "kmd", "padelbaner", "ESDH", "angstskrig", "property", "15/8020", "elbiler 2022", "tag", "it"],
)
def test_a_bare_topic_is_still_searched_for(text: str) -> None:
    assert READER.read(text, TODAY).intent in ("find", "item", "decision")


def test_a_bare_number_is_an_item() -> None:
    read = READER.read("72", TODAY)
    assert (read.intent, read.item_number) == ("item", "72")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("[salgsprovenuet](http://evil.example/x?y=1)", "salgsprovenuet"),
        ("salgsprovenuet https://dagsordener.example.dk/1.pdf", "salgsprovenuet"),
        ("www.example.dk/dagsorden salgsprovenuet", "salgsprovenuet"),
        ("<b>salgsprovenuet</b>", "salgsprovenuet"),
        ("teknik- og miljø", "teknik- og miljø"),
    ],
)
def test_web_addresses_were_words_of_the_question(text: str, topic: str) -> None:
    assert READER.read(text, TODAY).topic == topic
