"""Milestones are what a plan says will happen, each once, and nothing of its head or its past."""

from __future__ import annotations

from datetime import date

import pytest

from store.ingest.elements import Context
from store.ingest.flow import rows_of
from store.ingest.milestones import find_milestones, with_parts
from store.ingest.parsed import Extract, Page
from store.ingest.structure import structure

_ON = date(2026, 3, 11)


def _titles(text: str) -> list[str]:
    extract = Extract("txt", (Page(1, text),), (), paged=False)
    read = structure(extract.pages, rows_of(extract), 90)
    return [one.title for one in with_parts(find_milestones(read, Context(_ON)), ())]


@pytest.mark.parametrize(
    "text",
    [
        "Plan for parker\nStatus: Godkendt af Byrådet den 11. marts 2026\nEjer: Park\n\nFormål\nParken er for alle.",
        "Baggrund\nByrådet sagde den 24. juni 2025 ja til at afprøve nye bænke i parkerne.",
        "Sammenhæng med andre sager\nØkonomiudvalget har den 18. marts 2025 drøftet klimaplanen for parkerne.",
        "Bemærkninger\nStatus er opgjort pr. 1. september 2026.",
    ],
)
def test_head_and_past_are_no_milestones(text: str) -> None:
    assert _titles(text) == []


def test_steps_of_the_plan_itself_are() -> None:
    assert _titles("Proces\nByrådet vedtog planen den 4. februar 2026.") == ["Byrådet vedtog planen"]


def test_what_is_told_twice_is_one() -> None:
    text = "Tidsplan\nParken åbner den 1. maj 2027.\n\nKort fortalt\nParken åbner den 1. maj 2027.\n"
    assert _titles(text) == ["Parken åbner"]


def test_lines_of_a_milestone_plan() -> None:
    text = (
        "10 Milepælsplan\n\n- September 2026: Alle torve har en vært.\n- Ultimo januar 2027: Midlerne er fordelt.\n"
        "- Marts 2027: De første otte bænke er sat op.\n- 2. kvartal 2027: Fælles tilbud er givet.\n"
    )
    assert _titles(text) == [
        "Alle torve har en vært",
        "Midlerne er fordelt",
        "De første otte bænke er sat op",
        "Fælles tilbud er givet",
    ]
