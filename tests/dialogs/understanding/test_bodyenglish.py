"""Danish committees by English names that nobody listed."""

from __future__ import annotations

import pytest

from dialogs.understanding.bodyenglish import english_names
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.text import words
from store.records import BodyRecord


@pytest.mark.parametrize(
    ("danish", "english"),
    [
        ("Klima- og Planudvalget", "climate and planning committee"),
        ("Kultur- og Fritidsudvalget", "culture and leisure committee"),
        ("Beskæftigelsesudvalget", "employment committee"),
        ("Handicaprådet", "disability council"),
        ("Ældrerådet", "senior council"),
    ],
)
def test_a_committee_is_known_by_the_english_for_its_parts(danish: str, english: str) -> None:
    assert tuple(english.split()) in english_names(tuple(word.norm for word in words(danish)))
    names = BodyNames([BodyRecord("b", danish), BodyRecord("c", "Lederforum")])
    found = names.find(words(f"what did the {english} decide"))
    assert [slot.value for slot in found] == [danish]


@pytest.mark.parametrize("danish", ["Direktionen", "Magistraten", "Grundejerudvalget"])
def test_no_name_is_made_up_for_other_bodies(danish: str) -> None:
    assert english_names(tuple(word.norm for word in words(danish))) == ()
