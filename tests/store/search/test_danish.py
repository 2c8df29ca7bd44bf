"""Danish words: tokens, lemmas, compounds, and the spellings that are one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.search.danish import analyse, derived, key_of, known, known_english, lemma, split, tokens, words
from store.search.spellings import spellings


def test_numbers_stay_whole() -> None:
    assert words("Sag 15/8020, 600.000 kr. og 1,2 mia. i 00.30.14-Ø00-2-18") == [
        "sag", "15/8020", "600000", "kr", "og", "1,2", "mia", "i", "00.30.14-ø00-2-18",
    ]  # fmt: skip


def test_a_hyphen_parts_words_and_capitals_lose_their_genitive() -> None:
    assert words("KLs KMD-ejendomme, 95%-målsætning") == ["kl", "kmd", "ejendomme", "95", "målsætning"]


def test_invisible_signs_and_foreign_letters_are_levelled() -> None:
    assert words("sam­ling på Köge café") == ["samling", "på", "køge", "cafe"]


def test_tokens_know_where_they_stood() -> None:
    text = "Hvad blev  besluttet?"
    assert [(token.typed, text[token.start : token.start + len(token.typed)]) for token in tokens(text)] == [
        ("Hvad", "Hvad"),
        ("blev", "blev"),
        ("besluttet", "besluttet"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bøger", "bog"),
        ("børnene", "barn"),
        ("besluttede", "besluttet"),
        ("kommunegrupperne", "kommunegruppe"),
        ("salgsprovenuet", "salgsprovenu"),
        ("ejendommene", "ejendom"),
        ("lokalerne", "lokaler"),
    ],
)
def test_forms_of_one_word_share_a_key(one: str, other: str) -> None:
    assert set(analyse(one).stems) & set(analyse(other).stems)


@pytest.mark.parametrize(("one", "other"), [("øl", "ol"), ("år", "ar"), ("forlig", "for"), ("møde", "mode")])
def test_different_words_share_no_key(one: str, other: str) -> None:
    assert not set(analyse(one).stems) & set(analyse(other).stems)


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("salgsprovenuet", {"salg", "provenu"}),
        ("trivselsundersøgelse", {"trivsel", "undersøg"}),
        ("robotplæneklippere", {"robot", "plæneklip", "plæn", "klip"}),
        ("cykelstien", {"cykel", "sti"}),
        ("sundhedshuset", {"sund", "hus"}),
    ],
)
def test_compounds_are_known_by_their_parts(compound: str, parts: set[str]) -> None:
    assert set(analyse(compound).parts) == parts


@pytest.mark.parametrize("word", ["ejendommene", "beslutning", "indstilling", "medarbejder", "forening", "udvalg"])
def test_what_is_no_compound_is_not_cut(word: str) -> None:
    assert split(word) == ()


def test_a_bare_letter_is_read_as_the_danish_one_and_never_the_other_way() -> None:
    assert "børn" in spellings("boern")
    assert "børn" in spellings("born")
    assert "skoleområdet" in spellings("skoleomraadet")
    assert "aabenraa" in spellings("åbenrå")
    assert "ol" not in spellings("øl")
    assert "mode" not in spellings("møde")


def test_the_lexicons_know_their_words() -> None:
    assert known("kommune")
    assert known("salgsprovenuet")
    assert not known("qwrtzp")
    assert known_english("swimming")
    assert lemma("bygningernes") == "bygning"


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    for token in tokens(text):
        assert token.word
        assert analyse(token.word).stems
        assert len(spellings(token.word)) <= 64


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøå", min_size=1, max_size=24))
def test_parts_are_shorter_than_the_word(word: str) -> None:
    assert all(1 < len(part) <= len(lemma(word)) for part in split(word))


@given(st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(["CO2-udslippet", "bøger", "1.2"]))
def test_the_first_key_of_a_word_is_told_without_its_parts(text: str) -> None:
    assert [key_of(word) for word in words(text)] == [analyse(word).stems[0] for word in words(text)]


def test_verbs_and_the_nouns_made_of_them_by_an_ending() -> None:
    assert "læsning" in derived("læser")
    assert "plante" in derived("plantning")
    assert derived("klasse") == ()
