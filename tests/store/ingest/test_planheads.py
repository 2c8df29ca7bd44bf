"""What a plan is quoted with first: its title, and the sentence that says what it is for."""

from __future__ import annotations

import pytest

from store.ingest.minutes import parse
from store.ingest.parsed import Extract, Page, ParsedInitiative
from store.ingest.verify import verify


def _plan(text: str) -> ParsedInitiative:
    extract = Extract("txt", (Page(1, text),), (), paged=False)
    document = parse(extract, source="plan.txt")
    assert verify(extract, document) == []
    return document.initiatives[0]


STEPS = "\n\nMilepæle\n- 1. maj 2027: Træerne plantes.\n- August 2028: Parken åbner.\n"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (
            "Grønne gader\nProgram for træer i byen\n\nBaggrund\nByen har få træer, og de gamle er syge.\n\n"
            "Formål\nDer skal være skygge på alle torve, inden børnene fra 2020 forlader skolen." + STEPS,
            "Grønne gader Program for træer i byen Der skal være skygge på alle torve, inden børnene fra 2020 "
            "forlader skolen.",
        ),
        (
            "Strategi for byens parker\n\nIndledning\nParkerne er slidte efter mange års brug.\n"
            "Strategien beskriver, hvordan parkerne bliver et sted for alle." + STEPS,
            "Strategi for byens parker Strategien beskriver, hvordan parkerne bliver et sted for alle.",
        ),
        (
            "Status for projektet Ny Park\n\nStatus\nFase 1 er afsluttet. Fase 2 er ikke begyndt." + STEPS,
            "Status for projektet Ny Park Fase 1 er afsluttet.",
        ),
    ],
)
def test_about(text: str, about: str) -> None:
    assert _plan(text).about.text == about


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (
            "Status: Godkendt af Park- og Vejudvalget den 3. maj 2026",
            "Godkendt af Park- og Vejudvalget den 3. maj 2026",
        ),
        ("Status: Udkast. Sendes i høring.", "Udkast"),
        ("Vedtaget af Byrådet den 3. maj 2026", "Vedtaget af Byrådet den 3. maj 2026"),
    ],
)
def test_status_keeps_its_day(line: str, status: str) -> None:
    text = (
        f"Strategi for byens parker\n{line}\nEjer: Park og Vej\n\nFormål\nParkerne skal være for alle i byen." + STEPS
    )
    assert _plan(text).status == status


def test_a_finished_phase_is_no_status_of_the_plan() -> None:
    note = _plan("Status for projektet Ny Park\n\nStatus\nFase 1 er afsluttet. Fase 2 er i gang." + STEPS)
    assert (note.status, [fact.text for fact in note.status_facts]) == (
        None,
        ["Fase 1 er afsluttet.", "Fase 2 er i gang."],
    )
