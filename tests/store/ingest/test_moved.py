"""Where something is moved in time, the new time counts, and the old one is told by nobody."""

from __future__ import annotations

from datetime import date

import pytest

from store.ingest.elements import Context
from store.ingest.flow import rows_of
from store.ingest.milestones import find_milestones
from store.ingest.moved import moved
from store.ingest.parsed import Extract, Page
from store.ingest.structure import structure


def _milestones(text: str) -> list[tuple[str, str]]:
    extract = Extract("txt", (Page(1, f"Tidsplan\n\n{text}"),), (), paged=False)
    read = structure(extract.pages, rows_of(extract), 90)
    return [(one.title, one.when.words) for one in find_milestones(read, Context(date(2026, 5, 1)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Åbningen af hallen flyttes fra marts 2027 til juni 2027.", [("Åbningen af hallen", "juni 2027")]),
        ("Høringen udskydes til den 4. maj 2027.", [("Høringen", "den 4. maj 2027")]),
        ("Mødet i marts 2027 er rykket til den 9. april 2027.", [("Mødet i marts 2027", "den 9. april 2027")]),
        ("Licitationen er fremrykket fra 4. kvartal 2027 til 2. kvartal 2027.", [("Licitationen", "2. kvartal 2027")]),
    ],
)  # fmt: skip
def test_the_new_time_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert _milestones(text) == expected


@pytest.mark.parametrize("text", ["Evalueringen flyttes ikke.", "Bøgerne flyttes til kælderen.", "Åbningen er i maj."])
def test_what_moves_nothing(text: str) -> None:
    assert moved(text) is None
