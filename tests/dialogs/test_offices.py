"""Who holds an office is told by a text that names the holder, never by one in which the office just occurs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.offices import held_by, is_of_body, office_asked
from store.records import Fact, Finding, Query
from tests.fakes.matters import fact


def query(text: str, topic: str = "", body: str | None = None) -> Query:
    return Query(text=text, topic=topic, intent="responsible", lang="da", body=body)


def told(text: str, label: str | None = None) -> Fact:
    return fact("f1", "person", text, label=label)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("hvem er formand for udvalget", "Medlemmer: Hanne Winther (formand), Steen Ibsen"),
        ("hvem var formand", "Hanne Winther (A), formand Steen Ibsen"),
        ("who chairs the committee", "Formand: Hanne Winther"),
        ("hvem er formand for styregruppen", "Økonomidirektøren er formand for styregruppen."),
        ("hvem er formand for styregruppen", "Formand for styregruppen er Bo Sørensen."),
        ("who is the chairman of the steering group", "Styregruppen har Bo Sørensen som formand."),
        ("hvem bliver projektleder", "Mia Lund ansættes som projektleder fra 1. maj."),
        ("who chairs the steering group", "Mads Krogh vil være formand for styregruppen."),
        ("hvem er formand", "Bo Sørensen overtager hvervet som udvalgets formand."),
        ("hvem er formand", "Udvalget har valgt Gorm Bay til formand."),
        ("hvem er tovholder på forsøget", "HR er tovholder for arbejdsgruppen"),
        ("hvem er blevet valgt som tovholder", "tovholder Bo Sørensen følger op"),
        ("hvem er næstformand", "Gorm Bay (næstformand)"),
        ("who is the mayor", "Mona Elkjær, borgmester (F), Jens Holmgaard (A)"),
    ],
)
def test_a_text_that_names_the_holder_answers(asked: str, text: str) -> None:
    office = office_asked(query(asked))
    assert office is not None
    assert office.held(told(text))


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("hvem er formand for udvalget", "Formanden orienterede om mødet i affaldsselskabet."),
        ("hvem er formand for udvalget", "Gorm Bay (næstformand), Steen Ibsen"),
        ("hvem er formand for udvalget", "Mødet indkaldes af udvalgets formand."),
        ("hvem bliver projektleder", "projektlederen refererer til Dan Friis"),
        ("hvem bliver projektleder", "der ansættes en projektleder i en treårig stilling"),
        ("hvem bliver projektleder", "Der er en projektleder."),
        ("hvem er tovholder", "It-chef Dan Friis indstiller, at"),
        ("hvem er projektleder", "It-chef Dan Friis indstiller, at der ansættes en projektleder."),
        ("hvem er formand", "Anna Jensen orienterede om valget af formand."),
        ("hvem er borgmester", "Jens Holmgaard (viceborgmester)"),
    ],
)
def test_a_text_in_which_the_office_only_occurs_does_not(asked: str, text: str) -> None:
    office = office_asked(query(asked))
    assert office is not None
    assert not office.held(told(text))


def test_a_label_that_is_the_office_names_its_holder() -> None:
    office = office_asked(query("hvem er projektleder"))
    assert office is not None
    assert office.held(told("Mia Lund", "Projektleder"))


@pytest.mark.parametrize(
    "text", ["Hvem er ansvarlig for tovholdere til forsøget?", "hvad sagde formanden", "hvem samler svarene"]
)
def test_another_question_asks_for_no_office(text: str) -> None:
    assert office_asked(query(text)) is None


def test_an_office_of_the_body_is_told_from_one_in_a_matter() -> None:
    office = office_asked(query("hvem er formand"))
    assert office is not None
    assert is_of_body(query("", "formand", "Økonomiudvalget"), office)
    assert not is_of_body(query("", "formand for styregruppen", "Økonomiudvalget"), office)
    assert not is_of_body(query("", "formand"), office)


def test_the_fact_that_names_the_holder_comes_first() -> None:
    office = office_asked(query("hvem er tovholder"))
    assert office is not None
    first, second = told("tovholderen samler svarene"), replace(told("HR er tovholder"), key="f2")
    assert held_by(office, Finding("answered", (first, second))).facts == (second, first)


def test_without_a_holder_it_is_not_stated() -> None:
    office = office_asked(query("hvem er tovholder"))
    assert office is not None
    finding = held_by(office, Finding("answered", (told("tovholderen samler svarene"),)))
    assert (finding.status, len(finding.facts)) == ("not_stated", 1)
