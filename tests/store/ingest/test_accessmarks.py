"""Which lines open or close, and whether they mean one item or a part of the agenda."""

from __future__ import annotations

import pytest

from store.ingest.accessmarks import (
    access_of_lead,
    access_of_row,
    access_of_switch,
    access_of_tail,
    before_case,
    mentions_closed,
)


@pytest.mark.parametrize(
    "text",
    [
        "Lukket dagsorden", "LUKKET MØDE", "Lukkede punkter:", "Den lukkede del af mødet", "C. Lukkede sager",
        "Punkter, der behandles for lukkede døre", "Fortrolige punkter", "Ikke-offentlige sager",
        "Dagsorden - lukket del", "II. Lukket dagsorden", "Lukket møde (ikke offentligt)", "Lukkede punkter: 4-6",
    ],
)  # fmt: skip
def test_heading_of_the_closed_part_in_any_words(text: str) -> None:
    assert (access_of_switch(text), access_of_row(text)) == ("closed", None)


@pytest.mark.parametrize(
    "text",
    [
        "Lukket", "LUKKET", "Lukket sag.", "Offentlig: Nej", "Status: Lukket sag", "Sagstype: Lukket", "Lukket: Ja",
        "Punktet behandles for lukkede døre", "Sagen er lukket efter styrelseslovens § 10", "Må ikke offentliggøres",
        "Undtaget fra aktindsigt", "Åben/lukket: Lukket", "Kan offentliggøres: Nej", "Adgang - Lukket", "Åben: Nej",
    ],
)  # fmt: skip
def test_line_that_closes_the_item_it_stands_in(text: str) -> None:
    assert (access_of_switch(text), access_of_row(text)) == (None, "closed")


@pytest.mark.parametrize(
    "text",
    [
        "Svømmehallen er lukket", "Lukning af broen", "Mødet blev lukket", "Åbne og lukkede punkter",
        "Åben dagsorden - godkendelse", "Lukket vej ved skolen", "Åbent hus i maj",
    ],
)  # fmt: skip
def test_words_about_other_things_are_no_marks(text: str) -> None:
    assert (access_of_switch(text), access_of_row(text)) == (None, None)


@pytest.mark.parametrize("text", ["Lukket - 13.06.02-G10-7-23", "Lukket - Sagsnr. 23/201", "Lukket sag J.nr. 12-33"])
def test_mark_in_front_of_a_case_number(text: str) -> None:
    found = before_case(text)
    assert found is not None
    assert (found[0], text[found[1] :][0] in "1SJ") == ("closed", True)


@pytest.mark.parametrize(
    "text",
    [
        "Salg af kaj (Lukket)", "Salg af kaj, lukket sag", "Salg af kaj LUKKET", "Salg af kaj – Lukket punkt",
        "Salg af kaj (behandles for lukkede døre)", "Salg af kaj Lukket sag", "Salg af kaj [fortroligt]",
    ],
)  # fmt: skip
def test_mark_behind_a_title(text: str) -> None:
    assert access_of_tail(text) == "closed"


@pytest.mark.parametrize(
    "text", ["Lukket - Kaj", "[LUKKET] Kaj", "LUKKET: Kaj", "Lukket punkt Kaj", "Lukket. Kaj", "Lukket/Kaj"]
)
def test_mark_in_front_of_a_title(text: str) -> None:
    assert access_of_lead(text) == "closed"


def test_closed_mark_in_the_middle_of_a_page_long_line() -> None:
    assert mentions_closed("Godkendt. 5. Lukket - Salg af kaj Sagsnr. 20/1")
    assert not mentions_closed("Broen er lukket for lastbiler, og vejen lukkes i uge 12.")
