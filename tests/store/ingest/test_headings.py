"""Section labels in the wordings and damages that documents have."""

from __future__ import annotations

import pytest

from store.ingest.headings import LabelBook, fold_label, lost_letters
from store.ingest.labels import LABELS

_BOOK = LabelBook()


@pytest.mark.parametrize(
    ("text", "role", "rest"),
    [
        ("Resumé", "background", ""),
        ("RESUME:", "background", ""),
        ("Sagsbeskrivelse: På mødet i maj", "background", "På mødet i maj"),
        ("Økonomiske konsekvenser", "finance", ""),
        ("Vurdering:", "assessment", ""),
        ("Indstilling Økonomiudvalget indstiller, at", "recommendation", "Økonomiudvalget indstiller, at"),
        ("Beslutning Godkendt.", "decision", "Godkendt."),
        ("3. Økonomi:", "finance", ""),
        ("Bilag (2)", "attachments", ""),
        ("Sagen afgøres i: Direktionen", "decider", "Direktionen"),
        ("Tidligere behandling", "earlier", ""),
        ("Fraværende: Bo Lind", "absent", "Bo Lind"),
    ],
)
def test_label_and_its_content(text: str, role: str, rest: str) -> None:
    label = _BOOK.at_start(text)
    assert label is not None
    assert (label.role, text[label.end :].strip()) == (role, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Økonomi og Administration indstiller",
        "Forslag fra Liste A om cykler",
        "Beslutningen træffes i maj",
        "Status er god",
        "Bilagene er vedlagt.",
    ],
)
def test_sentences_that_begin_like_a_label_are_text(text: str) -> None:
    label = _BOOK.at_start(text)
    assert label is None or label.colon


def test_a_lost_letter_does_not_hide_a_label() -> None:
    damaged = "Kmmunen g plitikerne har drøftet øknmien i mråder md nrd sidst på sæsnen. " * 20
    assert lost_letters(damaged) == "o"
    assert LabelBook("o").role("Øknmi") == "finance"
    assert _BOOK.role("Øknmi") is None


def test_whole_text_has_lost_nothing() -> None:
    assert (
        lost_letters("Kommunen og politikerne har drøftet økonomien i de nordlige områder sidst på sæsonen. " * 20)
        == ""
    )
    assert lost_letters("xxxxxx " * 200) == ""


def test_no_label_has_two_roles() -> None:
    names = [name for found in LABELS.values() for name in {fold_label(label) for label in found}]
    assert sorted({name for name in names if names.count(name) > 1}) == []
