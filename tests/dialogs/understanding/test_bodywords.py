"""The last word of a body's name is known in all its forms and with a typo, and other words are not taken for it."""

from __future__ import annotations

import pytest

from dialogs.understanding.bodywords import LastWords, same_part

NAMES = (("direktionen",), ("byradet",), ("borne", "og", "skoleudvalget"), ("executive", "board"), ("ou",))
WORDS = LastWords(NAMES)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("direktionen", 0),
        ("direktion", 0),
        ("direktionens", 0),
        ("direktionsmødet", 0),
        ("direktonen", 0),
        ("byrådets", 1),
        ("bryådet", 1),
        ("byrådt", 1),
        ("skoleudvalg", 2),
        ("skoleudæalget", 2),
        ("board", 3),
        ("bjoards", 3),
        ("bord", 3),
        ("øu", 4),
    ],
)
def test_a_form_of_a_name_is_known(word: str, name: int) -> None:
    assert WORDS.ends(word) == (name,)


@pytest.mark.parametrize("word", ["direktør", "byen", "skolen", "udvalget", "direktioner", "uo", "råd", ""])
def test_another_word_is_none(word: str) -> None:
    assert WORDS.ends(word) == ()


def test_a_typo_in_front_of_the_last_word_is_forgiven_unless_it_is_a_word() -> None:
    assert same_part("executiqve", "executive")
    assert same_part("bøne", "borne")
    assert not same_part("skole", "borne")
    assert not same_part("find", "fine")
