"""Short forms get the meaning that the text gives them, and none that it does not."""

from __future__ import annotations

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
