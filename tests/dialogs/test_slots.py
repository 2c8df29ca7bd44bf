"""Numbers, bodies, language and topic of a message."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.understanding.language import language
from dialogs.understanding.slots import BodyNames, numbers
from dialogs.understanding.text import tidy, words
from dialogs.understanding.understand import Reader
from store.records import BodyRecord, Lang

TODAY = date(2026, 11, 21)
BODIES = (
    BodyRecord("d", "Direktionen", ("Direktion",)),
    BodyRecord("l", "Lederforum"),
    BodyRecord("o", "Økonomiudvalget"),
    BodyRecord("b", "Børne- og Skoleudvalget"),
    BodyRecord("k", "Byrådet"),
)
WORDS = (
    "hvad",
    "blev",
    "besluttet",
    "om",
    "i",
    "på",
    "direktionen",
    "2015",
    "punkt",
    "72",
    "den",
    "and",
    "sag",
    "15/8020",
)
NAMES = BodyNames(BODIES)
READER = Reader(NAMES)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("punkt 72", "item", "72"),
        ("Pkt. nr. 72", "item", "72"),
        ("item no. 7a", "item", "7a"),
        ("dagsordenspunkt 4.2", "item", "4.2"),
        ("sag 15/8020", "case", "15/8020"),
        ("sagsnr.: 82.06.00-P20-9-26", "case", "82.06.00-P20-9-26"),
        ("EMN-2015-12345", "case", "EMN-2015-12345"),
        ("2015-024680", "case", "2015-024680"),
        ("j.nr. 1234567", "case", "1234567"),
        ("case no. 123456", "case", "123456"),
    ],
)
def test_number(text: str, kind: str, value: str) -> None:
    assert [(slot.kind, slot.value) for slot in numbers(text)] == [(kind, value)]


@pytest.mark.parametrize(
    "text", ["12/11-2015", "den 22.10.2015", "17.4 udvalg", "1,2 mio. kr.", "bilag 69566", "2,4 pct."]
)
def test_no_number(text: str) -> None:
    assert numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("direktionen", "Direktionen"),
        ("Direktion", "Direktionen"),
        ("direktionens møde", "Direktionen"),
        ("direktionsmødet", "Direktionen"),
        ("direktonen", "Direktionen"),
        ("executive board", "Direktionen"),
        ("lederforumsmødet", "Lederforum"),
        ("økonomiudvalget", "Økonomiudvalget"),
        ("oekonomiudvalget", "Økonomiudvalget"),
        ("okonomiudvalg", "Økonomiudvalget"),
        ("ØU", "Økonomiudvalget"),
        ("finance committee", "Økonomiudvalget"),
        ("børne- og skoleudvalget", "Børne- og Skoleudvalget"),
        ("skoleudvalget", "Børne- og Skoleudvalget"),
        ("byrådsmøde", "Byrådet"),
        ("city council", "Byrådet"),
    ],
)
def test_body(text: str, name: str) -> None:
    assert [slot.value for slot in NAMES.find(words(text))] == [name]


@pytest.mark.parametrize("text", ["direktør", "skolen", "økonomien", "byen", "lederen", "udvalget"])
def test_no_body(text: str) -> None:
    assert NAMES.find(words(text)) == ()


def test_a_body_that_is_not_known_is_not_recognised() -> None:
    assert BodyNames((BodyRecord("k", "Kulturudvalget"),)).find(words("hvad besluttede direktionen")) == ()


def test_a_body_inside_a_matter_is_no_filter() -> None:
    read = READER.read("hvad blev besluttet om kommende sager til direktionen og lederforum", TODAY)
    assert (read.body, read.topic) == (None, "kommende sager til direktionen og lederforum")


def test_body_and_period_limit_a_question_and_stay_in_the_dated_topic() -> None:
    read = READER.read("hvad besluttede direktionen om elbiler i oktober 2015?", TODAY)
    assert (read.topic, read.body) == ("elbiler", "Direktionen")
    assert (read.since, read.until) == (date(2015, 10, 1), date(2015, 10, 31))
    assert "2015" in read.dated


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("hvad blev besluttet", "da"),
        ("What was decided on Servicekorpset i Ravnsø?", "en"),
        ("KMD", None),
        ("og hvem er ansvarlig?", "da"),
        ("and the attachments?", "en"),
        ("72", None),
        ("what did direktionen decide om provenuet", "en"),
    ],
)
def test_language(text: str, lang: Lang | None) -> None:
    assert language(words(text)) == lang


@pytest.mark.parametrize(
    "text",
    [
        "og hvem er ansvarlig?",
        "hvornår?",
        "and the attachments?",
        "hvorfor?",
        "hvad koster det?",
        "who decided it?",
        "hvad blev besluttet?",
    ],
)
def test_followup(text: str) -> None:
    assert READER.read(text, TODAY).followup


@pytest.mark.parametrize(
    "text", ["hvad blev besluttet om elbiler?", "punkt 72", "hvad besluttede direktionen i 2015?", "hjælp"]
)
def test_no_followup(text: str) -> None:
    assert not READER.read(text, TODAY).followup


@given(st.text(max_size=200))
def test_any_text_is_understood_somehow(text: str) -> None:
    read = READER.read(text, TODAY)
    assert read.text == tidy(text)[:2000]
    for word in read.topic.split():
        assert word in read.text


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=30,
    )
)
def test_any_mixture_of_cues_is_understood_somehow(typed: list[str]) -> None:
    assert READER.read(" ".join(typed), TODAY).intent


def test_ten_thousand_signs_are_understood_in_time() -> None:
    assert READER.read("hvad " * 2000, TODAY).intent == "find"


def test_the_years_of_a_plan_are_no_case_number() -> None:
    """ "Sundhedspolitik 2023-2026" was looked for as a case of that number."""
    assert numbers("Sundhedspolitik 2023-2026") == ()
    assert [slot.value for slot in numbers("sag 2015-80201")] == ["2015-80201"]
