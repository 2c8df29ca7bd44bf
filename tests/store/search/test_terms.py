"""What is kept of a text can be taken apart again, and texts that lost a letter are noticed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.search.terms import analysed, indexed_heads, lost_letters, skeleton, stored

DANISH = "Kommunen og borgerne drøfter, hvordan skolerne kan organisere fritidstilbud i nordlige områder. " * 8


def test_a_line_holds_stems_forms_and_parts() -> None:
    terms = analysed("Bøger om salgsprovenuet")
    assert terms.line == " bog=bøger salgsprovenu=salgsprovenuet | +salg +provenu "
    assert terms.keys == {"bog", "salgsprovenu", "salg", "provenu"}
    assert terms.words == {"bøger", "salgsprovenuet"}


def test_a_hyphened_word_is_found_written_in_one() -> None:
    assert analysed("Kick-off for it-drift, skole- og fritid, 2015-16").line == (
        " kick= off= it= drift= skol=skole fritid= 2015-16= | +2015 +16 *kickof *itdrift "
    )
    assert "kickof" in analysed("kickoff").keys


@given(st.text(alphabet="abcdeo æøåABO19/.-,|~+*=\n", max_size=80), st.sampled_from(["", "o", "eo"]))
def test_what_is_stored_gives_back_what_was_counted(text: str, lost: str) -> None:
    terms = analysed(text, lost)
    again = stored(terms.line)
    assert again.keys == terms.keys
    assert again.words == terms.words


def test_a_letter_that_was_lost_is_noticed() -> None:
    assert lost_letters([DANISH]) == ""
    assert lost_letters([DANISH.replace("o", "")]) == "o"
    assert lost_letters(["kort tekst uden"]) == ""


def test_a_damaged_word_and_the_whole_one_share_a_skeleton() -> None:
    assert skeleton("øknmicheferne", "o") == skeleton("økonomichefer", "o")
    assert skeleton("og", "o") is None


def test_words_of_a_damaged_text_repair_no_typos() -> None:
    assert analysed("prces g rganisering", "o").words == frozenset()


def test_titles_reach_sections_but_not_the_hundred_passages_under_them() -> None:
    heads = [analysed("titel"), analysed("afsnit"), analysed("bilag")]
    assert indexed_heads(heads, "decision", True) == heads
    assert indexed_heads(heads, "passage", True) == [heads[1]]
    assert indexed_heads(heads[1:], "passage", False) == [heads[1]]
    assert indexed_heads(heads, "amount", True) == ()
