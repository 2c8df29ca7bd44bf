"""Short questions that go on about the item under discussion, over a store of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.records import Finding
from tests.bench.asker import Asker, store_of
from tests.bench.questions import subject

PAPER = """Egedal By
Referat
Kulturudvalget
Mødedato: 4. maj 2021
Mødetid: kl. 15.00 - 17.00
Medlemmer: Ole Lund (A), Pia Birk (V)

1. Ny aftale om badet
Sagsfremstilling
Badet får 7.400 gæster om året. Loven kræver en livredder.
Økonomi
Aftalen sparer 90.000 kr. om året, som tages af badepuljen.
Indstilling
Forvaltningen indstiller, at aftalen indgås.
Beslutning
Godkendt med den ændring, at badet lukker kl. 20.

2. Vandtårnets forfald
Sagsfremstilling
Vandtårnet er fra 1912, og gæster holdes ude.
Økonomi
Stilladset sparer 10.000 kr.
Indstilling
Forvaltningen indstiller, at tårnet rives ned.
Beslutning
Afvist.
"""


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    paper = Path(tmp_path_factory.mktemp("minutes")) / "kulturudvalget-2021-05-04.txt"
    paper.write_text(PAPER, encoding="utf-8")
    return Asker(store_of(paper.parent / "store.db", [paper]))


def after(asker: Asker, matter: str, text: str) -> Finding:
    """The answer to a text right after one on a matter."""
    item = asker.find(matter, "da", subject("reader")).item
    assert item is not None
    return asker.answers.find(
        replace(asker.query(text, "da", subject("reader")), context=(item.key,)), subject("reader")
    )


def test_a_word_that_other_items_have_too_is_of_the_one_in_talk(asker: Asker) -> None:
    """ "Hvad sparer vi?" was answered from whatever matter saved most."""
    assert "90.000" in after(asker, "aftale om badet", "hvad sparer aftalen?").facts[0].text
    assert "7.400" in after(asker, "aftale om badet", "hvor mange gæster?").facts[0].text
    assert "10.000" in after(asker, "vandtårnet", "hvad sparer stilladset?").facts[0].text


def test_words_that_name_no_matter_are_of_the_one_in_talk(asker: Asker) -> None:
    assert after(asker, "aftale om badet", "hvad blev ændret?").facts[0].text.startswith("Godkendt med den ændring")


def test_what_the_item_does_not_speak_of_is_not_of_it(asker: Asker) -> None:
    assert after(asker, "aftale om badet", "hvad koster rådhuset?").status == "not_found"


def test_another_matter_by_its_title_is_that_other_one(asker: Asker) -> None:
    told = after(asker, "aftale om badet", "hvad koster vandtårnet?")
    assert told.item is not None
    assert "andtårn" in told.item.title
