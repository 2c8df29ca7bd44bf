"""Names of initiatives: one for all papers on a matter, and none where the title is only what kind of paper it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.initiativenames import initiative_key, municipality, name_key, told_in, undated
from store.names import folded

SAME = [
    "Ny plan for havnen",
    "Udkast til Ny plan for havnen",
    "2. udkast: Ny plan for havnen",
    "Ny plan for havnen, version 1.2",
    "Ny plan for havnen – endelig udgave",
    "Ny plan for havnen - status maj 2015",
    "Statusnotat juni 2015 for Ny plan for havnen",
    "Status på Ny plan for havnen",
    "Programbeskrivelse: Ny plan for havnen",
    "Kommissorium for Ny plan for havnen",
    "Bilag 2 - Projekt Ny plan for havnen (udkast)",
    "NY PLAN FOR HAVNEN",
]


@pytest.mark.parametrize("title", SAME)
def test_papers_on_one_matter_have_one_name(title: str) -> None:
    assert name_key(title) == "ny plan for havnen"
    assert initiative_key(title, None, "d1") == initiative_key(SAME[0], None, "d2")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Digital strategi 2012-2015", "Digital strategi 2016-2019"),
        ("Strategi for havnen", "Plan for havnen"),
        ("Handleplan for digital strategi", "Digital strategi"),
    ],
)
def test_other_matters_have_other_names(one: str, other: str) -> None:
    assert initiative_key(one, None, "d1") != initiative_key(other, None, "d1")


@pytest.mark.parametrize(
    "title", ["Projektbeskrivelse", "Kommissorium", "Strategi", "Handleplan 2015", "2015", "Bilag"]
)
def test_a_title_that_says_nothing_is_that_of_its_document(title: str) -> None:
    assert initiative_key(title, None, "d1") != initiative_key(title, None, "d2")
    assert not told_in(name_key(title), folded(f"Om {title} og andet"))


def test_two_municipalities_may_have_one_name() -> None:
    assert municipality("Teknisk Forvaltning, Høje-Taastrup Kommune") == "høje taastrup"
    assert municipality("Økonomiforvaltningen") == ""
    keys = {initiative_key("Ny havn", owner, "d") for owner in (None, "Nordby Kommune", "Sydby Kommune")}
    assert len(keys) == 3


def test_a_name_is_told_in_the_title_of_an_item_as_whole_words() -> None:
    name = name_key("Ny plan for havnen")
    assert told_in(name, folded("Status på »Ny plan for havnen« i 2016"))
    assert not told_in(name, folded("Ny plan for havnens beboere"))
    assert not told_in("havn", "ny havn i byen")
    assert told_in("havn", "havn")


@settings(deadline=None)
@given(st.text(max_size=60))
def test_a_name_is_a_name_of_itself(title: str) -> None:
    name = name_key(title)
    assert name_key(name) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Grønne skolegårde 2026-2029", "grønne skolegårde"),
        ("Grønne skolegårde 2026", "grønne skolegårde"),
        ("Grønne skolegårde for 2026 til 2029", "grønne skolegårde"),
        ("Grønne skolegårde", "grønne skolegårde"),
        ("Strategi 2026-2029", "strategi 2026 2029"),
        ("Klima 2030", "klima 2030"),
    ],
)
def test_the_years_behind_a_name_are_left_out_where_a_name_is_left(title: str, name: str) -> None:
    assert undated(name_key(title)) == name
