"""Who has which part is read from the sentences that plans tie people and bodies to roles with."""

from __future__ import annotations

import pytest

from store.ingest.flow import rows_of
from store.ingest.parsed import Extract, Page
from store.ingest.roles import find_roles
from store.ingest.structure import structure


def _roles(text: str, lost: str = "") -> list[tuple[str, str]]:
    extract = Extract("txt", (Page(1, text),), (), paged=False)
    found = find_roles(structure(extract.pages, rows_of(extract), 90, lost))
    return [(one.role, one.name) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jens Bach vil være formand for styregruppen.", ("formand for styregruppen", "Jens Bach")),
        ("Projektleder er Hanne Birk.", ("Projektleder", "Hanne Birk")),
        ("Kontaktperson: Birthe Lund", ("Kontaktperson", "Birthe Lund")),
        ("Styregruppen består af tre centerchefer og en fra KL.", ("Styregruppen", "tre centerchefer og en fra KL")),
        ("I fase 1 udgør Havneudvalget styregruppen.", ("styregruppen", "Havneudvalget")),
        ("Park og Vej er ansvarlig for driften.", ("ansvarlig for driften", "Park og Vej")),
        ("VEJ vil få ansvaret for at finde pengene.", ("ansvarlig for finde pengene", "VEJ")),
        ("Ansvaret for driften ligger hos Havneudvalget.", ("ansvaret for driften", "Havneudvalget")),
        ("Indsatsen er politisk forankret i Byrådet.", ("politisk forankret i", "Byrådet")),
        ("Spørgsmål kan rettes til konsulent Ole Friis på mail.", ("kontakt", "konsulent Ole Friis")),
        ("Nærmere kan kontorchef Lis Toft kontaktes.", ("kontakt", "kontorchef Lis Toft")),
    ],
)
def test_forms(text: str, expected: tuple[str, str]) -> None:
    assert expected in _roles(text)


@pytest.mark.parametrize(
    "text",
    ["Det er vigtigt at have en projektleder.", "Medlemmerne er udpeget af foreningerne.", "Vi mødes i foråret."],
)
def test_no_tie(text: str) -> None:
    assert _roles(text) == []


def test_lost_letters() -> None:
    assert _roles("Øknmicheferne udgør prjektgruppen.", lost="o") == [("prjektgruppen", "Øknmicheferne")]
