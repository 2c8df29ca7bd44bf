"""A body is known by its name in any form, by its initials, and with a typo."""

from __future__ import annotations

import pytest

from store.records import BodyRecord
from store.search.bodynames import abbreviations, resolve

BODIES = [
    BodyRecord("byraad", "Byrådet", ("Byråd",)),
    BodyRecord("direktion", "Direktionen", ("Direktion",)),
    BodyRecord("oekonomiudvalg", "Økonomiudvalget"),
    BodyRecord("teknik-og-miljoeudvalg", "Teknik- og Miljøudvalget"),
]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Direktionen", "direktion"),
        ("direktionens", "direktion"),
        ("ØU", "oekonomiudvalg"),
        ("tmu", "teknik-og-miljoeudvalg"),
        ("økonomiudvlaget", "oekonomiudvalg"),
        ("teknik og miljøudvalget", "teknik-og-miljoeudvalg"),
        ("byråd", "byraad"),
    ],
)
def test_names_are_resolved(text: str, key: str) -> None:
    found = resolve(text, BODIES)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("text", ["Kolding Byråd", "Ældrerådet", "XU", ""])
def test_other_bodies_are_not_known(text: str) -> None:
    assert resolve(text, BODIES) is None


def test_initials_take_the_ending_along() -> None:
    assert set(abbreviations("Teknik- og Miljøudvalget")) == {"tmu"}
    assert "øu" in set(abbreviations("Økonomiudvalget"))
    assert set(abbreviations("Direktionen")) == set()
