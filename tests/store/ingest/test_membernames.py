"""One line of members gives each of them, with the part that stands in brackets."""

from __future__ import annotations

import pytest

from store.ingest.flow import rows_of
from store.ingest.membernames import members
from store.ingest.parsed import Extract, Page
from store.ingest.roles import find_roles
from store.ingest.structure import structure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lone Birk, skolechef (formand), Ole Friis, it-chef, og Mette Bang",
            [("Lone Birk, skolechef", "formand"), ("Ole Friis, it-chef", None), ("Mette Bang", None)],
        ),
        (
            "børne- og ungedirektør Peter Holm, skoleleder Karen Juul fra Åskolen og SFO-leder Niels Krogh.",
            [
                ("børne- og ungedirektør Peter Holm", None),
                ("skoleleder Karen Juul fra Åskolen", None),
                ("SFO-leder Niels Krogh", None),
            ],
        ),
        (
            "To medlemmer af Ældrerådet og en repræsentant for de pårørende",
            [("To medlemmer af Ældrerådet", None), ("en repræsentant for de pårørende", None)],
        ),
        ("tre centerchefer og en fra KL", []),
        ("Center for By og Land", []),
    ],
)
def test_members(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(one.name, one.part) for one in members(text)] == expected


def test_each_member_has_the_role_and_words_of_its_own() -> None:
    text = "Organisering\n\nStyregruppe: Lone Birk, skolechef (formand), Ole Friis, it-chef, og Mette Bang.\n"
    extract = Extract("txt", (Page(1, text),), (), paged=False)
    found = find_roles(structure(extract.pages, rows_of(extract), 90))
    assert [(one.role, one.name, one.fact.text) for one in found] == [
        ("Styregruppe, formand", "Lone Birk, skolechef", "Styregruppe: Lone Birk, skolechef (formand)"),
        ("Styregruppe", "Ole Friis, it-chef", "Styregruppe: Ole Friis, it-chef"),
        ("Styregruppe", "Mette Bang", "Styregruppe: Mette Bang"),
    ]


def test_new_leaders_and_what_is_no_person() -> None:
    text = "Hanne Lind er projektleder fra den 1. juni 2027, da Ole Friis går på pension. Sekretariatet er bemandet.\n"
    extract = Extract("txt", (Page(1, text),), (), paged=False)
    found = find_roles(structure(extract.pages, rows_of(extract), 90))
    assert [(one.role, one.name) for one in found] == [("projektleder", "Hanne Lind")]
