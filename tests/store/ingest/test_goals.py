"""A goal's figure is the figure with its unit, and the one aimed at."""

from __future__ import annotations

import pytest

from store.ingest.flow import rows_of
from store.ingest.goals import find_goals, without_repeated
from store.ingest.parsed import Extract, Page, ParsedFact, ParsedGoal, Span
from store.ingest.structure import structure


def _figures(text: str) -> list[str | None]:
    extract = Extract("txt", (Page(1, text),), (), paged=False)
    return [one.figure for one in find_goals(structure(extract.pages, rows_of(extract), 90))]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Målet var 250 ved udgangen af 2021.", "250"),
        ("Målet er 120 boliger inden 2030, heraf 45 ved havnen.", "120"),
        ("Målet er, at andelen stiger fra 46 pct. i 2025 til 65 pct. i 2028.", "65 pct."),
        ("Målet er mindst 1.900 tons om året.", "mindst 1.900 tons"),
        ("Målet er, at højst 10 skoler mangler skygge.", "højst 10"),
        ("Visionen er, at alle unge mellem 15 og 29 år har et sted at være.", None),
    ],
)
def test_figure(text: str, figure: str | None) -> None:
    assert _figures(text) == [figure]


def test_the_longer_of_two_that_say_the_same_is_kept() -> None:
    def goal(text: str) -> ParsedGoal:
        return ParsedGoal(ParsedFact("goal", text, (Span(1, 0, 1),)))

    whole, part = goal("Bede: 12 er lavet. Målet er 30."), goal("Målet er 30.")
    assert without_repeated([part, whole, whole]) == [whole]


def test_a_word_that_ends_like_a_bound_is_none() -> None:
    assert _figures("Målet er en besparelse, herunder 20 % i kantinen.") == ["20 %"]
    assert _figures("Målet er under 20 % spild i kantinen.") == ["under 20 %"]
