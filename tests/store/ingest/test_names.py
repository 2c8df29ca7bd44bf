"""Lists of people in the ways minutes print them."""

from __future__ import annotations

import pytest

from store.ingest.names import split_names


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Louise Thule Michael Holst Mogens Bak Hansen"], ("Louise Thule", "Michael Holst", "Mogens Bak Hansen")),
        (["Arne Ibsen, Birger Jessen og Niels Bo Lauritzen"], ("Arne Ibsen", "Birger Jessen", "Niels Bo Lauritzen")),
        (["Karen Bruun (V) Lise Toft (C)"], ("Karen Bruun (V)", "Lise Toft (C)")),
        (["Formand Erling Nygaard (A)", "Lene Dahl (A)"], ("Erling Nygaard (A)", "Lene Dahl (A)")),
        (["Lene Dahl (A), sag 129-131"], ("Lene Dahl (A)",)),
        (["Martin Beck og Niels Salling var fraværende."], ("Martin Beck", "Niels Salling")),
        (["Ingen"], ()),
    ],
)
def test_names_are_parted(texts: list[str], expected: tuple[str, ...]) -> None:
    assert split_names(texts) == expected
