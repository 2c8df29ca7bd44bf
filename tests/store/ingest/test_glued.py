"""Headings that extraction glued to the sentence behind them."""

from __future__ import annotations

import pytest

from store.ingest.glued import opens_section


@pytest.mark.parametrize(
    "sentence",
    [
        "2.4 Hensyn til fuglelivet ved fjorden skal vægtes højt i planen.",
        "Tilsyn med badebroer i vinterhalvåret Der er hvert år skader på broerne efter storm.",
        "Frivillige ved havnefronten Kommunen har haft glæde af de frivillige siden 2011.",
        "3. Drift af kystbadet Kystbadet drives i dag af en forening med kommunalt tilskud.",
    ],
)
def test_a_heading_is_told_by_the_sentence_that_begins_in_the_midst(sentence: str) -> None:
    assert opens_section(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Forslaget er sendt i høring hos Danske Handicaporganisationer og Ældrerådet i kommunen.",
        "Udvalget besøgte Det Gamle Badehotel, som ejes af kommunen.",
        "der blev i alt modtaget 41 svar.",
        "Planen gælder for Teknik og Miljø i hele perioden.",
    ],
)
def test_a_sentence_with_names_is_no_heading(sentence: str) -> None:
    assert not opens_section(sentence)
