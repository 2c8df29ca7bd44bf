"""Words that say what is sought, and what a compound that names a paper is on."""

from __future__ import annotations

import pytest

from store.search.concepts import Concept, ways_of
from store.search.planwords import all_in, heads_of, named_by_head, words_for


@pytest.mark.parametrize(
    ("word", "head"),
    [
        ("havneprojektet", "havn"),
        ("integrationsstrategien", "integration"),
        ("landsbyprogrammets", "landsby"),
        ("cykelhandleplanen", "cykel"),
    ],
)
def test_a_compound_that_names_a_paper_has_a_first_part(word: str, head: str) -> None:
    assert head in {key for way in heads_of(word) for key in way.keys}


@pytest.mark.parametrize(
    "word", ["styregruppen", "havnen", "plan", "projekt", "tidsplanen", "handleplanen", "projektplan"]
)
def test_other_words_have_none(word: str) -> None:
    assert heads_of(word) == ()


def test_only_what_is_named_so_is_found_by_the_first_part() -> None:
    concepts = [Concept("havneprojektet", ("havneprojektet",), ways_of("havneprojektet"))]
    weights = {way.keys: way.weight for way in named_by_head(concepts, {"havn"})[0].ways}
    assert weights[("havn",)] > 0.8 > max(way.weight for way in concepts[0].ways if way.keys == ("havn",))
    assert named_by_head(concepts, {"skol"}) == concepts


def test_words_are_known_in_whatever_form() -> None:
    assert all_in(Concept("", ("milepælene",)), words_for("milestone"))
    assert all_in(Concept("", ("planned", "actions")), words_for("soft") | words_for("list action"))
    assert not all_in(Concept("", ("planned", "harbour")), words_for("soft") | words_for("list action"))


def test_a_section_that_is_not_there_has_no_words() -> None:
    assert words_for("list element") == frozenset()
