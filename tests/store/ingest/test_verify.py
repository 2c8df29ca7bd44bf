"""A quotation that differs from its source by one character is found."""

from __future__ import annotations

from dataclasses import replace

from store.ingest.minutes import parse
from store.ingest.parsed import Extract, Page, Span
from store.ingest.verify import verify

_EXTRACT = Extract("txt", (Page(1, "Kære nabo. Vi slår hækken på lørdag."),), (), paged=False)


def test_a_true_quotation_passes() -> None:
    assert verify(_EXTRACT, parse(_EXTRACT, source="x")) == []


def test_changed_text_is_found() -> None:
    document = parse(_EXTRACT, source="x")
    fact = replace(document.facts[0], text=document.facts[0].text.replace("lørdag", "søndag"))
    assert verify(_EXTRACT, replace(document, facts=(fact,))) == [
        "document passage: differs from the text at page 1, character 0"
    ]


def test_a_place_outside_the_page_is_found() -> None:
    document = parse(_EXTRACT, source="x")
    fact = replace(document.facts[0], spans=(Span(1, 0, 999), Span(7, 0, 1)))
    found = verify(_EXTRACT, replace(document, facts=(fact,)))
    assert found == [
        "document passage: characters 0 to 999 are not on page 1",
        "document passage: names page 7, which is not there",
    ]


def test_a_fact_without_a_place_is_found() -> None:
    document = parse(_EXTRACT, source="x")
    fact = replace(document.facts[0], spans=())
    assert verify(_EXTRACT, replace(document, facts=(fact,))) == ["document passage: has no place"]
