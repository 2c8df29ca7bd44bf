"""A topic becomes concepts: translated, repaired and weighed by what the opened shelves hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from store.database import Database
from store.indexing import IndexEntry
from store.records import Lang
from store.search.concepts import Concept
from store.search.index import Driver, ShelfIndex
from store.search.knowing import Knowledge, terms_with
from store.search.reading import Reader, Reading
from store.search.vocabulary import Frequencies, Vocabularies, shelf_states
from tests.fakes.facts import fact_rows, shelf_rows

TEXTS = [
    "Nyt tag på Bakkerup Skole",
    "Trivselsundersøgelsen medtages i nyhedsbrevet",
    "Provenu fra salg af KMD-ejendomme",
    "Kørselsordning for seniorer på Møllebækken",
    "Julefrokosten flyttes",
    "Øl og vand til mødet",
]
DAMAGED = "krdinatinsudvalget behandler prjektet m kmmunernes øknmi g rganisering " * 8


@pytest.fixture
def read(sqlite_db: Database) -> Callable[..., Reading]:
    """Read a topic against a small open shelf, of which one document lost its o."""
    index = ShelfIndex()
    with sqlite_db.write() as session:
        shelf_rows(session, [1])
        fact_rows(session, range(1, 9))
        day = date(2020, 1, 1)
        entries = [
            IndexEntry(at, 1, 7, 1, 1, "background", day, "Sag\nReferat", text) for at, text in enumerate(TEXTS, 1)
        ]
        index.add(session, entries)
        index.add(session, [IndexEntry(8, 1, None, None, 2, "passage", day, "Oplæg", DAMAGED)])

    def reading(topic: str, lang: Lang = "da") -> Reading:
        with sqlite_db.read() as session:
            driver = Driver(session)
            shelves = shelf_states(driver, [1])
            kept = Vocabularies()
            known = Knowledge(terms_with(()), Frequencies(driver, shelves), lambda: kept.of(driver, shelves), lang)
            return Reader(known).read(topic)

    return reading


def keys(concept: Concept, least: float = 0.7) -> set[str]:
    return {key for way in concept.ways if way.weight >= least for key in way.keys}


def test_stop_words_are_no_concepts(read: Callable[..., Reading]) -> None:
    assert [concept.typed for concept in read("hvad blev der om taget på skolen").concepts] == ["taget", "skolen"]


def test_english_terms_are_translated_longest_first(read: Callable[..., Reading]) -> None:
    (wellbeing, newsletter) = read("wellbeing survey newsletter", "en").concepts
    assert "trivselsundersøg" in keys(wellbeing)
    assert "nyhedsbrev" in keys(newsletter)


def test_a_word_that_exists_and_is_absent_is_not_repaired(read: Callable[..., Reading]) -> None:
    reading = read("svømmehallen")
    assert reading.corrected == ()
    assert reading.concepts[0].worth == 1.0
    assert reading.concepts[0].origin == "real"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trivselsundersøglesen", "trivselsundersøgelsen"),
        ("julefrqkost", "julefrokost"),
        ("bakkerp", "bakkerup"),
        ("nyehdsbrevet", "nyhedsbrevet"),
    ],
)
def test_typos_are_repaired_from_the_shelf(read: Callable[..., Reading], typed: str, meant: str) -> None:
    assert read(typed).corrected == ((typed, meant),)


def test_words_apart_and_together_meet(read: Callable[..., Reading]) -> None:
    assert all("trivselsundersøg" in keys(concept) for concept in read("trivsels undersøgelsen").concepts)
    assert {"bakkerup", "skol"} <= keys(read("bakkerupskole").concepts[0])


def test_danish_letters_may_be_missing_but_not_put_in(read: Callable[..., Reading]) -> None:
    assert "kørselsordning" in keys(read("koerselsordning").concepts[0])
    assert "kørselsordning" in keys(read("korselsordning").concepts[0])
    assert "øl" not in keys(read("ol").concepts[0], 0.95)


def test_a_lost_letter_is_bridged_by_a_skeleton(read: Callable[..., Reading]) -> None:
    (concept,) = read("koordinationsudvalget").concepts
    assert any(key.startswith("~o") for key in keys(concept))


def test_generic_words_weigh_little_and_rare_ones_much(read: Callable[..., Reading]) -> None:
    (matter, rare) = read("sag provenu").concepts
    assert matter.generic
    assert matter.weight < 0.3 * rare.weight


def test_the_verb_after_a_question_word_is_light(read: Callable[..., Reading]) -> None:
    assert not read("stopper").concepts[0].generic


def test_unknown_words_are_told(read: Callable[..., Reading]) -> None:
    assert read("qwrtzpx provenu").unknown == ("qwrtzpx",)


def test_halves_of_a_compound_may_be_called_otherwise(read: Callable[..., Reading]) -> None:
    """ "Seniorordning", which no paper has, was not looked for as an arrangement for the elderly."""
    keys = {way.keys for concept in read("dagtilbudsbetaling").concepts for way in concept.ways}
    assert {("dagtilbud", "betaling"), ("vuggestu", "betaling")} <= keys


def test_phrases_of_light_words_are_light(read: Callable[..., Reading]) -> None:
    """ "Går i gang" and "go ahead" counted like names of matters, and refused what was found by the rest."""
    assert [c.light for c in read("asfalt i gang").concepts if c.typed.endswith("gang")] == [True]
    assert [c.light for c in read("asphalt go ahead", "en").concepts if c.typed.endswith("ahead")] == [True]
