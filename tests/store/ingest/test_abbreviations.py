"""Short forms get the meaning that the text gives them, and none that it does not."""

from __future__ import annotations

import pytest

from store.ingest.abbreviations import find_abbreviations
from store.ingest.flow import rows_of
from store.ingest.parsed import Extract, Page
from store.ingest.structure import structure


def _found(text: str) -> dict[str, str]:
    extract = Extract("txt", (Page(1, text),), (), paged=False)
    read = structure(extract.pages, rows_of(extract), 90)
    return {one.short: one.long for one in find_abbreviations(read)}


def test_behind_the_name() -> None:
    text = "Sagen går til Børne- og Kulturudvalget (BKU) og derefter til Havnens Ejendomme (HEjd)."
    assert _found(text) == {"BKU": "Børne- og Kulturudvalget", "HEjd": "Havnens Ejendomme"}


def test_before_the_name() -> None:
    assert _found("Skolerne bruger LAL (lærernes aftaler om læring) hvert år.") == {"LAL": "lærernes aftaler om læring"}


def test_in_a_list() -> None:
    text = "Forkortelser\nTMU: Teknik- og Miljøudvalget\nÆR    Ældrerådet\n\n1. Indledning\nTeksten begynder her."
    assert _found(text) == {"TMU": "Teknik- og Miljøudvalget", "ÆR": "Ældrerådet"}


def test_what_is_not_said_is_not_told() -> None:
    assert _found("Otte lokale enheder (XYZ) og fem kontorer (PDF) er med. Bilag (A4) er vedlagt.") == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Den er godkendt af Kultur- og Kirkeudvalget (KKU).", {"KKU": "Kultur- og Kirkeudvalget"}),
        ("Sagen går til Klima-, Vej- og Havneudvalget (KVHU).", {"KVHU": "Klima-, Vej- og Havneudvalget"}),
        ("Den skrives af Center for Park og Vand (CPV) i år.", {"CPV": "Center for Park og Vand"}),
        ("Det gør Udvalget for Havn og Handel (UHH) hvert år.", {"UHH": "Udvalget for Havn og Handel"}),
    ],
)
def test_the_whole_name_is_told(text: str, found: dict[str, str]) -> None:
    assert _found(text) == found


def test_a_list_says_it_better_than_the_text() -> None:
    text = "Den Lokale Havnegruppe (LHG) mødes.\n\nForkortelser\nLHG: Lokal Havnegruppe\nPV: Park og Vand\n"
    assert _found(text) == {"LHG": "Lokal Havnegruppe", "PV": "Park og Vand"}
