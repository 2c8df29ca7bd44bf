"""What goes over the wire comes back the same, and nothing else comes through."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from store.ingest.limits import Limits
from store.ingest.parsed import (
    Abbreviation,
    Extract,
    Line,
    Page,
    ParsedAttachment,
    ParsedDocument,
    ParsedFact,
    ParsedGoal,
    ParsedInitiative,
    ParsedItem,
    ParsedList,
    ParsedMeeting,
    ParsedMilestone,
    ParsedPart,
    ParsedResponsibility,
    Span,
    Warning,
    When,
)
from store.ingest.wire import WireError, decode, encode


def test_carries_an_extract_and_a_parsed_document() -> None:
    extract = Extract(
        "pdf", (Page(1, "Sted"),), (Line(1, 0, 4, "Sted", "h1"),), True, None, (Warning("a", 1, None, "b"),)
    )
    fact = ParsedFact("decision", "Godkendt", (Span(1, 0, 8),), decision_class="approved", on=date(2024, 3, 1))
    attachment = ParsedAttachment("Notat", "1", "open", (Span(1, 1, 2),), (fact,))
    item = ParsedItem(1, "1", "Budget", facts=(fact,), attachments=(attachment,), absent=("Ida",))
    meeting = ParsedMeeting("Direktion", date(2024, 3, 1), start=time(8, 30), facts=(fact,))
    document = ParsedDocument("minutes", "Referat", meeting=meeting, items=(item,), noise=(Span(1, 0, 1),))
    when = When("kl. 12 den 1/3", date(2024, 3, 1), date(2024, 3, 1), "time", "by", True, time(12))
    part = ParsedPart(ParsedFact("part", "Fase 1", ()), "Fase 1", "1", when)
    initiative = ParsedInitiative(
        "Plan",
        "plan",
        ParsedFact("initiative", "Plan", ()),
        on=date(2024, 3, 1),
        lists=(ParsedList("Faser", "phase", (part,), announced=3, complete=False),),
        milestones=(ParsedMilestone(ParsedFact("milestone", "Bud", ()), "Bud", when),),
        responsibilities=(ParsedResponsibility(ParsedFact("responsibility", "Bo", ()), "formand", "Bo"),),
        goals=(ParsedGoal(ParsedFact("goal", "95 %", ()), "95 %"),),
    )
    short = Abbreviation("BR", "Borgerrepræsentationen", (Span(1, 0, 2),))
    item = replace(item, attachments=(replace(attachment, initiatives=(initiative,), abbreviations=(short,)),))
    document = replace(document, items=(replace(item, initiatives=(initiative,)),), abbreviations=(short,))
    kind = tuple[Extract, ParsedDocument]
    assert decode(kind, json.loads(json.dumps(encode((extract, document))))) == (extract, document)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Limits, Limits(cpu_seconds=3)),
        (Path, Path("/en/mappe/\udcff.pdf")),
        (dict[str, int], {"a": 1}),
        (list[str], ["a", "b"]),
        (tuple[int, ...], ()),
        (int | None, None),
        (float, 1.0),
    ],
)
def test_carries(kind: Any, value: Any) -> None:
    assert decode(kind, json.loads(json.dumps(encode(value)))) == value


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (int, "1"),
        (int, True),
        (str, None),
        (Span, [1, 2]),
        (Span, {"page": 1}),
        (Line, [1, 0, 1, 5, ""]),
        (tuple[int, str], [1]),
        (date, "i går"),
        (Extract, ["exe", [], [], True, None, []]),
    ],
)
def test_refuses_what_is_out_of_shape(kind: Any, data: Any) -> None:
    with pytest.raises(WireError):
        decode(kind, data)


@pytest.mark.parametrize("value", [object(), 1j, {1: 2}, b"bytes"])
def test_sends_nothing_it_cannot_rebuild(value: Any) -> None:
    with pytest.raises(WireError):
        encode(value)
