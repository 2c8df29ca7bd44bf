"""The intent of a question where one word in it misleads."""

from __future__ import annotations

import pytest

from store.records import Intent, Query
from store.search.meant import meant


@pytest.mark.parametrize(
    ("text", "read", "intent"),
    [
        ("Hvordan bliver den nye badeanstalt betalt?", "find", "cost"),
        ("Hvem skal finansiere badet?", "responsible", "cost"),
        ("Who pays for the pool?", "cost", "cost"),
        ("Hvor kommer pengene til badet fra?", "find", "cost"),
        ("Hvor meget er vandforbruget faldet?", "find", "find"),
        ("How much did the price of water go up?", "cost", "find"),
        ("Kom der styr på tidsplanen for badet?", "when", "find"),
        ("Bliver tidsplanen holdt inden den dag i maj?", "when", "when"),
        ("Hvornår åbner badet?", "when", "when"),
        ("Hvad koster badet?", "find", "cost"),
        ("Hvad kan vi tjene på at sælge badet?", "find", "cost"),
    ],
)
def test_one_word_does_not_decide_what_is_asked(text: str, read: Intent, intent: Intent) -> None:
    assert meant(Query(text, "badet", read, "da")) == intent
