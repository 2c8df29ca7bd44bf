"""Building blocks: what cannot become markup, what is cut, and bodies as they stand in a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards import item
from cards import phrases as p
from cards.answer import answer
from cards.grammar import definite
from cards.parts import LIMIT, Frame, escaped, weight
from cards.places import link
from cards.sentences import amount_unreadable
from cards.texts import clean, shorten, texts
from store.records import DocumentRef, Finding
from tests.fakes import matters as m

DA, EN = texts("da"), texts("en")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[x](http://evil)", r"\[x\](http://evil)"),
        ("**fed** _kursiv_", r"\*\*fed\*\* \_kursiv\_"),
        ("1. punkt", r"1\. punkt"),
        ("- punkt", r"\- punkt"),
        ("# titel", r"\# titel"),
        ("<at>Alle</at>", r"\<at\>Alle\</at\>"),
        ("Direktionen, 22. oktober 2015", "Direktionen, 22. oktober 2015"),
        ("Børne- og Skoleudvalget", "Børne- og Skoleudvalget"),
    ],
)
def test_markup_is_escaped_and_plain_text_is_not(text: str, shown: str) -> None:
    assert escaped(text) == shown


@given(st.text())
def test_cleaned_text_holds_nothing_unseen(text: str) -> None:
    kept = clean(text)
    assert not set(kept) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\ufeff\n\r\t\x00"
    )
    assert clean(kept) == kept


@given(st.text(max_size=400), st.integers(10, 300))
def test_shortened_text_is_a_beginning_within_the_limit(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit + 2
    assert text.startswith(short.removesuffix(" …").rstrip())


def test_long_text_is_cut_at_a_sentence() -> None:
    assert shorten("En sætning her. En til, som er for lang til at komme med.", 28) == "En sætning her."


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Direktion", "Direktionen"),
        ("Direktionen", "Direktionen"),
        ("Økonomiudvalg", "Økonomiudvalget"),
        ("Byråd", "Byrådet"),
        ("Kommunalbestyrelse", "Kommunalbestyrelsen"),
        ("Lederforum", "Lederforum"),
        ("Udvalg for Teknik og Miljø", "Udvalget for Teknik og Miljø"),
        ("Udvalget for Teknik", "Udvalget for Teknik"),
        ("Børne- og Skoleudvalg", "Børne- og Skoleudvalget"),
        ("", ""),
    ],
)
def test_body_in_a_sentence(name: str, shown: str) -> None:
    assert definite(name) == shown


def test_dates_times_numbers_and_lists() -> None:
    moment = datetime(2026, 7, 1, 10, 5, tzinfo=UTC)
    assert DA.moment(moment) == "onsdag den 1. juli 2026 kl. 12.05"
    assert EN.moment(moment) == "Wednesday 1 July 2026 at 12:05"
    assert (DA.time_of(time(8, 0)), EN.time_of(time(8, 0))) == ("8.00", "8:00")
    assert (DA.value(12345), EN.value(12345)) == ("12.345", "12,345")
    assert DA.names(["A", "B", "C"]) == "A, B og C"
    assert EN.names(["A", "B"]) == "A and B"


@pytest.mark.parametrize(
    ("since", "until", "shown"),
    [
        (date(2015, 10, 22), date(2015, 10, 22), "den 22. oktober 2015"),
        (date(2015, 10, 1), date(2015, 10, 31), "i oktober 2015"),
        (date(2015, 1, 1), date(2015, 12, 31), "i 2015"),
        (date(2015, 10, 1), date(2015, 11, 2), "fra den 1. oktober 2015 til den 2. november 2015"),
        (date(2015, 10, 1), None, "siden den 1. oktober 2015"),
        (None, date(2015, 10, 1), "til og med den 1. oktober 2015"),
        (None, None, ""),
    ],
)
def test_period(since: date | None, until: date | None, shown: str) -> None:
    assert DA.period(since, until) == shown


@given(st.text(), st.text())
def test_values_are_never_read_as_templates(title: str, other: str) -> None:
    said = DA.say(p.ATTACHMENTS_NONE, title=title + "{title}" + other)
    assert "{title}" in said


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Kommunens andel er opgjort til kr. og kommer i rater.", True),
        ("hele salgsprovenuet, kr., afsættes", True),
        ("Den samlede salgspris er 1,2 mia. kr.", False),
        ("450.000 kr. årligt", False),
        ("Det koster mange kroner.", False),
        ("Ingen.", False),
    ],
)
def test_an_amount_without_its_digits_is_noticed(text: str, lost: bool) -> None:
    assert amount_unreadable((m.fact("x", "finance", text),)) == lost


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://dagsordener.example.dk/a", True),
        ("https://dagsordener.example.dk:443/a", True),
        ("http://dagsordener.example.dk/a", False),
        ("https://dagsordener.example.dk.evil.example/a", False),
        ("https://user@dagsordener.example.dk/a", False),
        ("https://dagsordener.example.dk:8443/a", False),
        ("https://[::1/a", False),
        ("", False),
    ],
)
def test_only_allowed_hosts_over_https_are_linked(url: str, linked: bool) -> None:
    document = DocumentRef("d", "t", "p", url or None)
    assert (link(document, frozenset({"dagsordener.example.dk"})) is not None) == linked


@pytest.mark.parametrize("sign", ["a", "å", "\U0001f600", '"'])
def test_the_largest_item_stays_within_the_limit(sign: str) -> None:
    text = (sign * 60 + ". ") * 900
    facts = tuple(replace(fact, text=text) for fact in m.PROCEEDS.facts for _ in range(4))
    huge = replace(m.PROCEEDS, title=text, facts=facts, attachments=m.FREE_TOWN.attachments * 30)
    frame = Frame("da", shared=True)
    for rendered in (
        item.whole(huge, frame),
        answer(Finding("answered", huge.of("decision"), item=huge), "decision", frame),
    ):
        assert rendered.card is not None
        assert weight(rendered.card) <= LIMIT
        assert rendered.card["body"][0]["style"] == "heading"
