"""What a sentence states is told by how it is written."""

from __future__ import annotations

import pytest

from store.search.statements import (
    asks_who,
    costs_nothing,
    gives_reason,
    has_amount,
    lost_amount,
    proposes,
    sentences,
    states,
    tells_votes,
)


@pytest.mark.parametrize("text", ["1,2 mio. kr.", "600.000 kr.", "kr. 450", "35.000 kroner", "9 mia", "120 euro"])
def test_money_in_digits_is_an_amount(text: str) -> None:
    assert has_amount(text)
    assert not lost_amount(text)


@pytest.mark.parametrize("text", ["andelen udgør kr.", "Lejen er kr. pr. lørdag", "provenuet, kr., bruges"])
def test_money_without_digits_was_lost(text: str) -> None:
    assert lost_amount(text)
    assert not has_amount(text)


def test_years_and_shares_are_no_money() -> None:
    assert not has_amount("i 2026 og 2027")
    assert not has_amount("14 pct. har brug for det")
    assert has_amount("14 pct. har brug for det", share=True)


def test_no_money_in_words() -> None:
    assert costs_nothing("Udbuddet er udgiftsneutralt for kommunen.")
    assert costs_nothing("Besparelsen kan ikke gøres op.")
    assert not costs_nothing("Et ståltag koster 3,4 mio. kr.")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("date", "senest den 1. december 2015"),
        ("date", "afklares senere"),
        ("date", "de første tre måneder"),
        ("person", "Bo Sørensen er ansvarlig"),
        ("person", "Imod stemte 4 (L og Ø)"),
        ("person", "Formanden orienterede"),
        ("person", "Hver afdeling udpeger to"),
        ("decision", "Udvalget besluttede at udsætte sagen"),
        ("amount", "koster 35.000 kr."),
    ],
)
def test_each_kind_is_told(kind: str, text: str) -> None:
    assert states(kind, text)


def test_a_sentence_without_a_person_states_none() -> None:
    assert not states("person", "der ansættes en demenskoordinator i en deltidsstilling")


def test_reasons_proposals_votes_and_questions_for_a_person() -> None:
    assert gives_reason("Udsat, da resultatet mangler.")
    assert proposes("It-chefen indstiller, at")
    assert tells_votes("Steen Ibsen (O) stemte imod")
    assert not tells_votes("Udvalget ønsker en plan")
    assert asks_who("og hvem er ansvarlig?")
    assert not asks_who("hvad koster det?")


def test_sentences_end_before_a_capital() -> None:
    assert sentences("Det koster 4,8 mio. kr. Skolen åbner i 2018. Godkendt.") == [
        "Det koster 4,8 mio. kr.",
        "Skolen åbner i 2018.",
        "Godkendt.",
    ]


def test_an_abbreviation_before_a_number_ends_no_sentence() -> None:
    """ "Badet lukker kl. 21" was cut before its hour, so that no sentence told one."""
    assert sentences("Badet lukker kl. 21. Det åbner kl. 8, jf. Byrådet.") == [
        "Badet lukker kl. 21.",
        "Det åbner kl. 8, jf. Byrådet.",
    ]
