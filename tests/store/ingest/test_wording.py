"""Text is put in order once, and file names are shown without their tricks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.wording import shown_name, tidy


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("e\ufb00ekt og \ufb01nans", "effekt og finans"),
        ("kommu\u00ad\nnen", "kommunen"),
        ("kommu\u00adnen", "kommunen"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00b\x07c", "abc"),
        ("A\u030arhus", "Århus"),
        ("1.000\u00a0kr.", "1.000 kr."),
        ("lige\u202eret", "ligeret"),
        ("\uf0b7 punkt", "• punkt"),
        ("linje  \t\nnæste", "linje\nnæste"),
        ("Tegn\tværdi", "Tegn\tværdi"),
    ],
)
def test_tidies(raw: str, stored: str) -> None:
    assert tidy(raw) == stored


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("referat.pdf", "referat.pdf"),
        ("a\nb\x1b[31m.pdf", "a b[31m.pdf"),
        ("cod\u202efdp.exe", "codfdp.exe"),
        ("\udcff.txt", "?.txt"),
    ],
)
def test_shows_a_name_on_one_line(name: str, shown: str) -> None:
    assert shown_name(name) == shown


def test_cuts_a_name_that_is_too_long() -> None:
    assert len(shown_name("x" * 300 + ".pdf")) == 120
    assert shown_name("x" * 300 + ".pdf").endswith(".pdf")


@pytest.mark.parametrize("unit", [" ", "\u00ad", "\u00ad ", "\n", " \n", "\ufb01"])
def test_hostile_strings_take_no_longer_than_their_length(unit: str) -> None:
    tidy(unit * (100_000 // len(unit)) + "x")
