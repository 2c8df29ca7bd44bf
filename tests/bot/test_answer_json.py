"""The shapes that scripts rely on: facts with numbers, lists with a count, initiatives with exactly their keys."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot import answer_json
from dialogs.turn import AskedQuestion, Outcome
from store.records import DocumentRef, Fact, Finding, InitiativeRecord, ItemRecord, ListRecord, MeetingRecord, When
from tests.fakes.times import by, day, month, onwards

DOCUMENT = DocumentRef("d1", "Programmet", "program.pdf")
KEYS = {
    "kind", "text", "class", "document", "body", "meeting_date", "item_number", "item_title", "case_number", "page",
    "number",
}  # fmt: skip


def fact(kind: Any, text: str, **more: Any) -> Fact:
    return Fact(text, kind, text, DOCUMENT, **more)


def shaped(finding: Finding) -> dict[str, Any]:
    asked = AskedQuestion("hvilke grupper er der?", "da", "elements", finding.status)
    return answer_json.answer(Outcome(asked=asked, finding=finding), 1.0)


def test_a_list_has_its_elements_in_order_with_their_numbers() -> None:
    elements = tuple(fact("list_item", text) for text in ("Drift", "Jura", "Økonomi"))
    listed = ListRecord("k", "Grupper", "group", elements)
    answer = shaped(Finding("answered", elements, listed=listed, count=3, complete=True))
    assert [(one["kind"], one["number"], one["text"]) for one in answer["facts"]] == [
        ("list_item", 1, "Drift"),
        ("list_item", 2, "Jura"),
        ("list_item", 3, "Økonomi"),
    ]
    assert (answer["count"], answer["complete"]) == (3, True)
    assert all(set(one) == KEYS for one in answer["facts"])


def test_a_list_that_breaks_off_is_not_complete() -> None:
    elements = (fact("list_item", "Drift", number="4."), fact("list_item", "Jura", number="b"))
    listed = ListRecord("k", "Grupper", "group", elements, announced=7, complete=False)
    answer = shaped(Finding("answered", elements, listed=listed, count=7, complete=False))
    assert ([one["number"] for one in answer["facts"]], answer["count"], answer["complete"]) == ([4, 2], 7, False)


def test_a_cut_list_of_decisions_says_how_many_there_are() -> None:
    decisions = tuple(fact("decision", text, decision_class="approved") for text in ("Godkendt.", "Godkendt igen."))
    answer = shaped(Finding("answered", decisions, count=40))
    assert (answer["count"], answer["complete"]) == (40, False)
    assert [one["number"] for one in answer["facts"]] == [None, None]


@pytest.mark.parametrize(
    "finding",
    [
        Finding("answered", (fact("decision", "Godkendt."),)),
        Finding("choice", (fact("decision", "A"), fact("decision", "B")), count=2),
        Finding("not_found", count=0),
    ],
)
def test_what_is_no_list_has_neither_count_nor_complete(finding: Finding) -> None:
    answer = shaped(finding)
    assert (answer["count"], answer["complete"]) == (None, None)


def test_recommendations_and_parts_have_the_numbers_that_stand_there() -> None:
    facts = (fact("recommendation", "at x", ordinal=2), fact("part", "Analyse", number="b"), fact("part", "Drift"))
    assert [one["number"] for one in shaped(Finding("answered", facts))["facts"]] == [2, "b", None]


@pytest.mark.parametrize(
    ("when", "on", "precision"),
    [
        (day(2016, 2, 4), "2016-02-04", "day"),
        (month(2015, 11), "2015-11-01", "month"),
        (by(2015, 12, 31), "2015-12-31", "day"),
        (onwards(2015, 3), "2015-03-01", "month"),
        (When("løbende", None, None, "year"), None, "year"),
    ],
)
def test_a_milestone_has_its_date(when: When, on: str | None, precision: str) -> None:
    told = answer_json.fact(fact("milestone", "Bud", title="Bud", when=when))
    assert (told["date"], told["precision"]) == (on, precision)
    record = InitiativeRecord("i1", "Havn", "plan", milestones=(fact("milestone", "Bud", title="Bud", when=when),))
    (milestone,) = answer_json.initiative(record)["milestones"]
    assert milestone == {"title": "Bud", "date": on, "precision": precision, "page": None}


def test_an_initiative_has_exactly_its_keys() -> None:
    record = InitiativeRecord(
        "i1",
        "Ny havneplan",
        "plan",
        owner="Teknik",
        document=DOCUMENT,
        page=2,
        milestones=(fact("milestone", "Senere", page=3),),
        responsibilities=(fact("responsibility", "formand: Bo", role="formand", name="Bo"),),
    )
    assert answer_json.initiative(record) == {
        "id": "i1",
        "title": "Ny havneplan",
        "owner": "Teknik",
        "status": None,
        "document": {"id": "d1", "title": "Programmet", "path": "program.pdf"},
        "page": 2,
        "milestones": [{"title": "Senere", "date": None, "precision": None, "page": 3}],
        "responsibilities": [{"role": "formand", "name": "Bo"}],
    }


def test_initiatives_items_and_meetings_without_a_statement_have_the_shape_of_facts() -> None:
    meeting = MeetingRecord("m1", "Direktionen", date(2016, 1, 5), place="Rådhuset")
    findings = [
        Finding("answered", initiatives=(InitiativeRecord("i1", "Havn", "plan", on=date(2016, 1, 1)),), count=1),
        Finding("answered", items=(ItemRecord("k", "1", "Skole", meeting),)),
        Finding("answered", meetings=(meeting,)),
    ]
    rows = [shaped(finding)["facts"][0] for finding in findings]
    assert [set(row) for row in rows] == [KEYS, KEYS, KEYS]
    assert [(row["kind"], row["text"]) for row in rows] == [
        ("initiative", "Havn"),
        ("meeting", "Skole"),
        ("meeting", "Direktionen 2016-01-05 Rådhuset"),
    ]
