"""Names of bodies, told from other words and from one another."""

from __future__ import annotations

import pytest

from store.ingest.bodies import is_body, same_body
from store.ingest.headlines import body_names


@pytest.mark.parametrize(
    "name",
    [
        "Direktionen",
        "Økonomiudvalget",
        "Byrådet",
        "Teknik- og Miljøudvalget",
        "Udvalget for teknik og klima",
        "ØU",
        "Lederforum",
        "Teknisk Udvalg",
        "Grønby Byråd",
        "Borgerrepræsentationen",
        "Hovedudvalget",
        "Magistraten",
    ],
)
def test_bodies(name: str) -> None:
    assert is_body(name)


@pytest.mark.parametrize(
    "name",
    [
        "Økonomi og Administration",
        "Godkendt",
        "Mødelokale 505",
        "Forvaltningen indstiller",
        "",
        "Kommunen har ni skoler",
    ],
)
def test_other_words(name: str) -> None:
    assert not is_body(name)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Direktion", "Direktionen", True),
        ("ØU", "Økonomiudvalget", True),
        ("KB", "Kommunalbestyrelsen", True),
        ("Byrådet", "Grønby Byråd", True),
        ("Økonomiudvalget", "Kulturudvalget", False),
        ("Byrådet", None, False),
    ],
)
def test_names_that_mean_one_body(one: str, other: str | None, same: bool) -> None:
    assert same_body(one, other) is same


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Referat fra mødet i Direktion (Indeholder åbne dagsordenspunkter)", "Direktion"),
        ("Økonomiudvalget – Referat – 1. oktober 2018", "Økonomiudvalget"),
        ("Byrådet - Referat", "Byrådet"),
        ("Referat Teknik- og Bygningsudvalget tirsdag den 13. august 2024 kl. 16.30", "Teknik- og Bygningsudvalget"),
        ("Dagsorden til møde i Teknik- og Miljøudvalget", "Teknik- og Miljøudvalget"),
        ("Referat Grønby Byråd 12-06-2024", "Grønby Byråd"),
        ("Referat af direktionsmøde den 3. maj 2022", "Direktion"),
    ],
)
def test_body_in_a_title(title: str, body: str) -> None:
    assert next(body_names(title)) == body
