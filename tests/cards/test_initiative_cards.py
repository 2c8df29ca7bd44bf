"""What the cards of initiatives say: text and picture the same, lists whole, dates in order, today among them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards import datelist, duelist, initiative, initiatives, partlist, told
from cards.parts import LIMIT, Frame, weight
from cards.texts import texts
from cards.timeline import entries, next_one
from store.records import Finding, Lang
from tests.cards.samples import SAMPLES
from tests.fakes import matters as m
from tests.fakes import programmes as g

TODAY = date(2026, 11, 21)
FRAME = Frame("da")


def runs(node: object) -> Iterator[str]:
    """All texts of a card."""
    if isinstance(node, Mapping):
        if node.get("type") == "TextRun":
            yield str(node["text"])
        for value in node.values():
            yield from runs(value)
    elif isinstance(node, Sequence) and not isinstance(node, str):
        for value in node:
            yield from runs(value)


def shown(card: Any) -> str:
    return " ".join(runs(card))


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_overview_says_the_same_in_words_as_on_the_card(lang: Lang) -> None:
    rendered = SAMPLES["initiative"](lang)
    drawn = shown(rendered.card)
    for fact in (*g.PHASES, *g.ROLES):
        for text in (fact.title, fact.name):
            assert text is None or (text in drawn and text in rendered.text)
    for goal in g.GOALS:
        assert goal.text in drawn
        assert goal.text in rendered.text


def test_the_next_deadline_is_counted_from_today() -> None:
    line = entries(g.PHASES, TODAY)
    assert [entry.state for entry in line] == ["past", "now", "next", "ahead", "ahead", "ahead", "unknown"]
    coming = next_one(line)
    assert coming is not None
    assert coming.fact == g.PHASES[2]
    assert "(om 21 dage)" in SAMPLES["initiative"]("da").text
    late = initiative.overview(g.GREEN_SCHOOL, (), date(2026, 12, 12), FRAME)
    assert "(i dag)" in late.text


def test_what_the_source_lacks_is_said() -> None:
    rendered = initiative.overview(g.BIKES, (), TODAY, FRAME)
    for told_ in ("Kilden nævner ingen ejer.", "Kilderne oplyser ingen status.", "Kilden angiver ingen datoer."):
        assert told_ in rendered.text


def test_a_list_is_whole_and_in_order() -> None:
    rendered = partlist.whole(g.GREEN_SCHOOL, g.TRACKS, FRAME)
    places = [rendered.text.index(part.text) for part in g.TRACKS.parts]
    assert places == sorted(places)
    assert rendered.text.startswith("Der er fire fokusområder i »Grøn Skole«:")


def test_a_long_list_names_all_in_its_text_and_goes_on_by_a_button() -> None:
    first, rest = SAMPLES["parts_long"]("da"), SAMPLES["parts_rest"]("da")
    for rendered in (first, rest):
        assert all(f"\n{number}. Indsats {number}: " in rendered.text for number in range(1, 46))
        assert '"verb": "initiative.list"' in json.dumps(rendered.card)
    assert "Viser 21 til 40 af 45." in shown(rest.card)


@pytest.mark.parametrize(
    ("announced", "complete", "many", "said"),
    [
        (3, True, None, []),
        (7, False, None, ["Kilden siger syv, men nævner tre."]),
        (None, False, None, ["Kilden bryder af efter nr. 3."]),
        (None, True, 5, ["Du spurgte til fem; kilden nævner tre."]),
        (7, False, 7, ["Kilden siger syv, men nævner tre."]),
        (14, False, None, ["Kilden siger 14, men nævner tre."]),
    ],
)
def test_what_a_list_lacks_is_said(announced: int | None, complete: bool, many: int | None, said: list[str]) -> None:
    one = replace(g.BARRIERS, announced=announced, complete=complete)
    assert partlist.remarks(one, many, texts("da")) == said


def test_a_part_is_its_name_and_what_follows_it() -> None:
    part = g.TRACKS.parts[0]
    assert partlist.head_and_rest(part) == ("Mad uden spild", "Skolerne vejer og mindsker madspild i alle køkkener.")
    assert partlist.head_and_rest(replace(part, title="Andet")) == ("Andet", part.text)
    assert partlist.head_and_rest(replace(part, title=None)) == (part.text, "")


def test_a_number_that_the_text_begins_with_is_not_said_twice() -> None:
    part = replace(g.BARRIERS.parts[0], text="1. barriere: Manglende tid", title=None)
    assert partlist.numbered(part, 1) == ""
    assert partlist.numbered(replace(part, text="10. barriere"), 1) == "1. "
    assert partlist.numbered(replace(part, text="1 køkken"), 1) == ""


def test_a_phase_told_as_milestone_and_as_part_is_one_date() -> None:
    phase = g.PHASES[0]
    part = replace(phase, key="x", kind="part", text="Forberedelse på skolerne", title="Forberedelse")
    other = replace(part, key="y", title="Noget andet", text="Noget andet")
    listed = replace(g.TRACKS, parts=(part, other))
    assert initiative.dated(replace(g.GREEN_SCHOOL, lists=(listed,))) == [*g.PHASES, other]


def test_words_of_several_pages_stand_each_under_their_own() -> None:
    facts = (g.TRACKS.parts[0], replace(g.TRACKS.parts[1], page=9))
    text = told.answer(Finding("answered", facts, initiative=g.GREEN_SCHOOL), "recommendation", TODAY, FRAME).text
    assert text.index("side 3:") < text.index("Mad uden spild") < text.index("side 9:") < text.index("Sikre skoleveje")
    assert "Kilde:" not in text


def test_the_status_asked_for_and_not_reported_is_said_first() -> None:
    rendered = initiative.overview(g.BIKES, (), TODAY, FRAME, status_asked=True)
    assert rendered.text.startswith("Kilderne oplyser ingen status for »Bedre cykelstier«.")
    assert rendered.text.count("status") == 1


def test_a_page_of_abbreviations_is_shown_near_the_one_asked_for() -> None:
    page = "Første Afdeling (FA) " * 40 + "Byens Kontor (BK) " + "Sidste Afdeling (SA) " * 40
    text = told.meaning(
        "BK", Finding("answered", (replace(g.SHORT, text=page, name=None, title=None),), count=1), FRAME
    ).text
    assert "Byens Kontor (BK)" in text
    assert len(text) < 500


def test_dates_are_in_order_with_today_among_them() -> None:
    card = SAMPLES["due"]("da").card
    said = shown(card)
    assert said.index("April 2026") < said.index("I dag, 21. november 2026") < said.index("26. november 2026")
    assert "April 2026 til januar 2027 (nu)" in SAMPLES["due"]("da").text


def test_meetings_and_their_deadlines_stand_among_milestones() -> None:
    span = duelist.Span(date(2026, 12, 1), date(2026, 12, 31))
    found = duelist.gathered(g.PHASES[2:3], (m.COMING, m.EMPTY), (m.TARIFFS,), span, texts("da"))
    assert [entry.what for entry in found] == ["Møde: Økonomiudvalget", "Skolerne tilmelder sig", "Møde: Direktionen"]
    assert found[0].items == (m.TARIFFS,)


def test_each_source_is_named_and_stands_above_its_own_words() -> None:
    text = SAMPLES["across"]("da").text
    first, second = text.index("Programbeskrivelse: Grøn Skole"), text.index("Fælles indkøb i fire kommuner, side 2")
    assert first < text.index("Mad uden spild") < second < text.index("Politisk behandling")


def test_a_milestone_without_a_date_is_said_to_have_none() -> None:
    rendered = told.answer(Finding("answered", g.PHASES[6:], initiative=g.GREEN_SCHOOL), "when", TODAY, FRAME)
    assert rendered.text.startswith("Kilden nævner det, men ingen dato for det.")


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.sampled_from(["da", "en"]))
def test_whatever_the_day_the_cards_can_be_drawn(today: date, lang: Lang) -> None:
    frame = Frame(lang)
    span = duelist.Span(None, None)
    for record in g.INITIATIVES:
        cards = (
            initiative.overview(record, (), today, frame),
            datelist.times(record, initiative.dated(record), span, today, frame),
            initiatives.known((record,), today, frame),
        )
        for rendered in cards:
            assert rendered.card is not None
            assert weight(rendered.card) <= LIMIT
            assert rendered.text
