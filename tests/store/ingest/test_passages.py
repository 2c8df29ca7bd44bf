"""Passages keep every word of a text that is no minutes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from store.ingest.flow import Row
from store.ingest.parsed import Page, ParsedFact
from store.ingest.passages import MOST, facts_of, passages
from store.ingest.sentences import Sentences


def _rows(pages: list[list[str]]) -> tuple[tuple[Page, ...], list[Row]]:
    texts, rows = [], []
    for number, lines in enumerate(pages, 1):
        text = "\n".join(lines)
        texts.append(Page(number, text))
        at = 0
        for line in lines:
            if line.strip():
                rows.append(Row(number, at, at + len(line), line).cut(0))
            at += len(line) + 1
    return tuple(texts), rows


def _covered(pages: tuple[Page, ...], facts: list[ParsedFact]) -> set[tuple[int, int]]:
    return {(span.page, at) for fact in facts for span in fact.spans for at in range(span.start, span.end)}


_lines = st.lists(st.text(alphabet="abc æøå.ABC:,1 \t", max_size=90), min_size=1, max_size=30)


@settings(deadline=None)
@given(st.lists(_lines, min_size=1, max_size=3))
def test_every_character_of_every_line_is_in_a_passage(texts: list[list[str]]) -> None:
    pages, rows = _rows(texts)
    found = passages(pages, rows, 80)
    covered = _covered(pages, found)
    missing = [(r.page, at) for r in rows for at in range(r.start, r.end) if (r.page, at) not in covered]
    assert [place for place in missing if not pages[place[0] - 1].text[place[1]].isspace()] == []


def test_a_passage_runs_over_the_end_of_a_page_and_keeps_the_sentence_whole() -> None:
    pages, rows = _rows([["Der købes tre nye borde til hjørnet ved"], ["indgangen, og lyset gøres bedre."]])
    found = passages(pages, rows, 60)
    assert [fact.text for fact in found] == ["Der købes tre nye borde til hjørnet ved indgangen, og lyset gøres bedre."]
    assert [span.page for span in found[0].spans] == [1, 2]


def test_passages_stay_short_and_carry_their_heading() -> None:
    sentence = "Kommunen har ni skoler, og alle ni har brug for nye vinduer mod nord."
    pages, _ = _rows([["Vinduer", *[sentence] * 30]])
    text = pages[0].text
    rows = [Row(1, 0, 7, "Vinduer", role="h2")]
    at = 8
    for _ in range(30):
        rows.append(Row(1, at, at + len(sentence), text[at : at + len(sentence)], block=True))
        at += len(sentence) + 1
    found = passages(pages, rows, 80)
    assert {fact.label for fact in found} == {"Vinduer"}
    assert max(len(fact.text) for fact in found) <= MOST
    assert min(len(fact.text) for fact in found[:-1]) >= 200


def test_lost_line_ends_part_passages_and_their_facts() -> None:
    text = (
        "Plan for byens torv Side 1 1 BaggrundTorvet er slidt.2 FormålPlanen skal give skygge.3 ØkonomiDer er afsat "
        "2 mio. kr. til træer.4 RisiciRegn i kælderenStigende priserMangel på sten5 OrganiseringProjektleder: Hanne "
        "LindReferent: Ole FriisKontakt: Per Vang6 Næste skridtPlanen ses den 1. maj 2027.Torvet åbner i 2029.\n"
    )
    page = Page(1, text)
    rows = [Row(1, 0, len(text) - 1, text[:-1])]

    found = facts_of((page,), rows, len(text), Sentences(None))

    assert [fact.text for fact in found if fact.kind == "amount"] == ["Der er afsat 2 mio. kr. til træer."]
    assert "4 Risici" in [fact.label for fact in found if fact.kind == "passage"]
