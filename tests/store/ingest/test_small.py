"""Small letters keep their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.ingest.small import small


def test_capitals_become_small_and_those_that_would_grow_stay() -> None:
    assert small("Økonomi PÅ Ærø") == "økonomi på ærø"
    assert small("\u0130DRÆT") == "\u0130dræt"


@given(st.text())
def test_the_length_is_that_of_the_text(text: str) -> None:
    assert len(small(text)) == len(text)
