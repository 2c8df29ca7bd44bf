"""A message as plain text: what the text says already is not said again from the card."""

from __future__ import annotations

from bot.plaintext import words
from cards.texts import texts
from tests.fakes.talk import Talk


def test_recommendations_were_written_twice() -> None:
    shown = words(Talk().says("hvad blev besluttet om provenuet?"))
    for said in ("kommunens andel bruges", "styregruppen følger", "15/8020", "Godkendt som indstillet"):
        assert shown.count(said) == 1, said


def test_a_list_was_written_twice() -> None:
    shown = words(Talk().says("hvad besluttede direktionen i 2015?"))
    assert shown.count("Brug af provenuet fra salget") == 1
    assert texts("da").quoted("x") == "»x«"
