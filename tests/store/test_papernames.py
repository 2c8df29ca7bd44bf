"""Whose a paper is, by the names in its text."""

from __future__ import annotations

from store.papernames import names_of


def test_the_municipality_named_most_comes_first() -> None:
    texts = ("Strandby Kommune vil have flere bænke.", "Strandby Kommunes plan ligner den i Vestby Kommune.")
    assert names_of(texts)[0] == "Strandby"


def test_a_place_of_the_opening_counts_when_it_comes_again() -> None:
    texts = ("Unge i Møllerup skal have et værested.", "Der bygges på torvet.", "Møllerup Skole deltager.")
    assert names_of(texts) == ("Møllerup",)


def test_a_place_named_once_is_none_of_its_names() -> None:
    assert names_of(("Vi har lært af forsøget i Odinslund.", "Mere er der ikke.")) == ()
