"""A milestone is called by what happens, also where the clause or sentence alone does not say it."""

from __future__ import annotations

from store.ingest.milestonetitles import of_subject, says_only_date, title_of
from store.ingest.whens import find_whens


def _title(sentence: str) -> str:
    times = find_whens(sentence)
    return title_of(sentence, times[0], times)


def test_a_relative_clause_of_one_word_takes_what_it_tells_of() -> None:
    assert _title("Planen følges af et budget, som vedtages den 7. oktober 2026.") == (
        "Planen følges af et budget, som vedtages"
    )
    assert _title("Rådet har lavet et katalog, som udgives til alle skoler i maj 2027.") == "udgives til alle skoler"


def test_a_title_that_only_names_a_date_is_led_by_the_sentence_before() -> None:
    assert says_only_date("Ny frist")
    assert not says_only_date("Høringen åbner")
    assert of_subject("Ny frist", "Broen ved Tange er forsinket af isen.") == "Broen ved Tange: Ny frist"
    assert of_subject("Ny frist", "Se bilag 2.") == "Ny frist"
