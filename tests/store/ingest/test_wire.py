"""What goes over the wire comes back the same, and nothing else comes through."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from store.ingest.limits import Limits
from store.ingest.parsed import (
    Extract,
    Line,
    Page,
    ParsedAttachment,
    ParsedDocument,
    ParsedFact,
    ParsedItem,
    ParsedMeeting,
    Span,
    Warning,
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
