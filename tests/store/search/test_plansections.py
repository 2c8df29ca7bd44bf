"""Chapters of plans: which one a question asks for, by which words, and which headings are of it."""

from __future__ import annotations

import pytest

from store.search.plansections import asked_for, sections


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hvorfor skal havnen bygges om?", "background"),
        ("what is the rationale of the plan?", "background"),
        ("hvad går havneprojektet ud på?", "purpose"),
        ("what is the harbour project for?", "purpose"),
        ("hvad er ambitionen for havnen?", "vision"),
        ("hvad indgår ikke i havneprojektet?", "scope"),
        ("which quays are excluded from the plan?", "scope"),
        ("who pays for the quay?", "economy"),
        ("hvordan følges der op på planen?", "follow-up"),
        ("how are the fishermen consulted?", "involvement"),
        ("hvad forhindrer os i at bygge?", "barriers"),
        ("what could go wrong at the harbour?", "barriers"),
        ("hvad skal projektgruppen lave?", "actions"),
    ],
)
def test_question_asks_for_a_chapter(text: str, name: str) -> None:
    assert name in [one.section.name for one in asked_for(text)]


@pytest.mark.parametrize("text", ["hvad blev besluttet om havnen?", "hvornår åbner badet?", "who chairs the board?"])
def test_other_questions_ask_for_none(text: str) -> None:
    assert asked_for(text) == ()


def test_words_of_the_matter_are_none_of_the_asking() -> None:
    (asking,) = asked_for("hvad går havneprojektet ud på?")
    assert asking.words == {"hvad", "går", "ud", "på"}


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("2. Baggrund", "background"),
        ("Afgrænsning", "scope"),
        ("8.1 Økonomi og finansiering", "economy"),
        ("5 OrganiseringStyregruppe", "organisation"),
        ("Opfølgning", "follow-up"),
    ],
)
def test_heading_is_of_a_chapter_whatever_its_number(heading: str, name: str) -> None:
    assert name in [one.name for one in sections() if one.heads(heading)]


def test_text_without_a_heading_is_of_no_chapter() -> None:
    assert [one.name for one in sections() if one.heads(None) or one.heads("")] == []
