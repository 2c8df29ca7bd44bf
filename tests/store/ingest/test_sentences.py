"""Danish sentences and the facts that single sentences hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.flow import Row, Stream
from store.ingest.parsed import Page
from store.ingest.sentences import LONGEST, Sentences, holds_amount, lost_amount, split_sentences


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Taget er utæt. Det skiftes.", ["Taget er utæt.", "Det skiftes."]),
        ("Det koster ca. 2,5 mio. kr. Dertil kommer moms.", ["Det koster ca. 2,5 mio. kr.", "Dertil kommer moms."]),
        ("Mødet er den 22. oktober kl. 8.30 i sal 5.", ["Mødet er den 22. oktober kl. 8.30 i sal 5."]),
        ("Jf. bilag 2, pkt. 3, skal bl.a. J. Hansen høres.", ["Jf. bilag 2, pkt. 3, skal bl.a. J. Hansen høres."]),
        ("De tre spor er: 1. Teknik 2. Uddannelse 3. Måling", ["De tre spor er: 1. Teknik 2. Uddannelse 3. Måling"]),
        ("Skolerne lukker i uge 42. Derefter males der.", ["Skolerne lukker i uge 42.", "Derefter males der."]),
        ("Første linje\nAnden linje", ["Første linje", "Anden linje"]),
        ("Kan det nås? Ja! Det kan det.", ["Kan det nås?", "Ja!", "Det kan det."]),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, expected: list[str]) -> None:
    assert _split(text) == expected


@given(st.text(max_size=2500))
def test_every_word_is_in_one_sentence_of_bounded_length(text: str) -> None:
    places = split_sentences(text)
    assert "".join("".join(text[a:b].split()) for a, b in places) == "".join(text.split())
    assert all(0 < b - a <= LONGEST for a, b in places)
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Broen koster 6,2 mio. kr.", True),
        ("Taksten er 40 kr. pr. barn.", True),
        ("Der gives 500.000 kroner.", True),
        ("Salget blev på 1,2 mia kr.", True),
        ("kr. 12.500 årligt", True),
        ("Fredericias andel udgør i alt kr.", False),
        ("Hallen har 81.000 besøg.", False),
    ],
)
def test_amounts_have_a_figure(text: str, expected: bool) -> None:
    assert holds_amount(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Andelen udgør i alt kr. Udbetalingen sker i 2016.", True),
        ("Salgsprovenuet, kr., afsættes.", True),
        ("Engangsudgift kr. i 2016", True),
        ("Broen koster 6,2 mio. kr. inkl. moms.", False),
        ("Alle beløb er i 1.000 kr.", False),
        ("Beløb i kr.", False),
    ],
)
def test_amounts_that_have_lost_their_figure(text: str, expected: bool) -> None:
    assert lost_amount(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Morten Holm vil være formand for styregruppen.", True),
        ("Økonomicheferne udgør projektgruppen.", True),
        ("KEjd får ansvaret for at spare.", True),
        ("Projektleder er Rasmus Kilde fra Vej og Park.", True),
        ("Formanden orienterede om KL.", True),
        ("Lederudvikling står på programmet.", False),
        ("Broen er lukket for lastbiler.", False),
    ],
)
def test_sentences_that_tie_somebody_to_a_role(text: str, expected: bool) -> None:
    assert Sentences(None).names_somebody(text) is expected


def test_roles_are_known_without_a_lost_letter() -> None:
    assert Sentences(None, "o").names_somebody("Øknmicheferne udgør prjektgruppen.")


def test_sentence_facts_name_the_section_they_stand_in() -> None:
    text = "Broen koster 6,2 mio. kr. Fristen er den 1. maj 2017."
    stream = Stream((Page(1, text),), [Row(1, 0, len(text), text)])
    facts = Sentences(None).facts(stream, "finance", "Økonomi")
    assert [(f.kind, f.text, str(f.on), f.source_kind, f.label) for f in facts] == [
        ("amount", "Broen koster 6,2 mio. kr.", "None", "finance", "Økonomi"),
        ("date", "Fristen er den 1. maj 2017.", "2017-05-01", "finance", "Økonomi"),
    ]
