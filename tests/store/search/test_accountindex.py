"""How accounts of initiatives are met by the concepts of a question."""

from __future__ import annotations

from store.initiatives import Known
from store.records import DocumentRef, Fact, InitiativeRecord, ListRecord
from store.search.accountindex import Fit, index_of
from store.search.concepts import Concept, ways_of
from store.search.matcher import Matcher

PAPER = DocumentRef("d", "Åben Havn", "d.pdf")


def fact(kind: str, text: str, **more: object) -> Fact:
    return Fact(text, kind, text, PAPER, **more)  # type: ignore[arg-type]  # a kind, and fields by name


def known() -> Known:
    part = fact("part", "Kajen ryddes", label="Kajen")
    record = InitiativeRecord(
        "i1",
        "Program for havnen",
        "programme",
        owner="Plan og Miljø",
        about=fact("initiative", "Åben Havn skal give flere gæster i Nordby Kommune."),
        lists=(ListRecord("k", "Tiltag", "action", (part,)),),
        milestones=(fact("milestone", "Nordby Kommune åbner badet: maj 2027", title="Badet åbner"),),
        goals=(fact("goal", "Der skal være 300 badende i Nordby Kommune."),),
    )
    return Known((record,), {"i1": record}, ())


def fits(*words: str) -> dict[str, Fit]:
    """The fit of each kind of account to a question of these words, all as telling as each other."""
    concepts = [Concept(word, (word,), ways_of(word)) for word in words]
    found = index_of(known()).fits(Matcher(concepts), lambda account: True)
    return {fit.account.kind: fit for fit in found}


def test_a_document_s_own_title_names_its_initiative() -> None:
    assert fits("åben", "havn")["initiative"].share > 0.9


def test_a_compound_names_an_initiative_by_its_first_part() -> None:
    assert fits("havneprojektet")["initiative"].share > 0.8
    assert fits("skoleprojektet").get("initiative") is None or fits("skoleprojektet")["initiative"].share < 0.5


def test_the_first_part_names_nothing_elsewhere() -> None:
    assert fits("badeprojektet")["goal"].share < 0.5


def test_a_word_for_what_is_sought_is_met_by_whatever_is_of_the_kind() -> None:
    found = fits("handlinger", "havn")
    assert found["list"].share > found["milestone"].share
    assert fits("planlagte", "indsatser", "havn")["list"].share > 0.8


def test_soft_words_count_only_where_they_are_met() -> None:
    assert fits("nuværende", "havn")["initiative"].share == fits("havn")["initiative"].share


def test_what_only_the_title_holds_tells_nothing_of_one_milestone() -> None:
    assert not fits("havn")["milestone"].tells
    assert fits("havn", "bad")["milestone"].tells


def test_a_plan_is_known_by_the_municipality_that_it_names_most() -> None:
    assert fits("tiltag", "nordby")["list"].share > 0.8


def test_the_index_is_made_once_for_what_is_held_ready() -> None:
    held = known()
    assert index_of(held) is index_of(held)
    assert index_of(known()) is not index_of(held)
