"""Questions with a word of their own after an answer: about the item under discussion, or about another."""

from __future__ import annotations

import pytest

from tests.fakes.talk import Talk


@pytest.mark.parametrize("text", ["hvad mener vi om frikommune?", "og frikommune, hvad koster det?"])
def test_the_item_in_talk_is_asked_first(text: str) -> None:
    talk = Talk()
    talk.says("hvad blev besluttet om frikommune?")
    before = len(talk.world.queries)
    talk.says(text)
    asked = talk.world.queries[before:]
    assert asked[0].context == ("i73",) or not asked[0].topic


@pytest.mark.parametrize(
    "text",
    [
        "hvad blev besluttet om Solbakken?",
        "hvad koster et nyt tag på den gamle skole ude ved havnen?",
        "hvad blev besluttet om tag i 2022?",
    ],
)
def test_names_years_and_long_questions_stand_alone(text: str) -> None:
    talk = Talk()
    talk.says("hvad blev besluttet om frikommune?")
    before = len(talk.world.queries)
    talk.says(text)
    assert all(not query.context for query in talk.world.queries[before:])
