"""Headings over decisions in tables, brackets, genitives and prose."""

from __future__ import annotations

from datetime import date

import pytest

from store.ingest.decisionheads import decision_head, find_inline

_DAY = date(2019, 6, 6)


@pytest.mark.parametrize(
    ("text", "by", "on", "rest"),
    [
        ("Beslutning i Havneudvalget den 06-06-2019\tVedtaget.", "Havneudvalget", _DAY, "Vedtaget."),
        ("Havneudvalget, 06-06-2019, pkt. 42", "Havneudvalget", _DAY, ""),
        ("Beslutning (Havneudvalget 06.06.2019) Godkendt.", "Havneudvalget", _DAY, "Godkendt."),
        ("Beslutning: Havneudvalget", "Havneudvalget", None, ""),
        ("Beslutning den : Godkendt.", None, None, "Godkendt."),
        ("Havneudvalget besluttede:", "Havneudvalget", None, ""),
        ("Møde i Havneudvalget 6. juni 2019:", "Havneudvalget", _DAY, ""),
        ("Beslutninger Havneudvalget den 6. juni 2019 Udsat.", "Havneudvalget", _DAY, "Udsat."),
        ("fold dette punkt ind Beslutning i Havneudvalget den 06-06-2019", "Havneudvalget", _DAY, ""),
    ],
)
def test_heading_names_body_day_and_where_the_decision_begins(
    text: str, by: str | None, on: date | None, rest: str
) -> None:
    head = decision_head(text)
    assert head is not None
    assert (head.by, head.on, text[head.end :].strip()) == (by, on, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Havneudvalget besluttede den 6. juni, at molen bygges.",
        "Beslutningen i Havneudvalget var enstemmig.",
        "Sted\tHavnekontoret",
    ],
)
def test_sentences_are_no_headings(text: str) -> None:
    assert decision_head(text) is None


def test_unfilled_day_is_found_inside_a_glued_text() -> None:
    text = "Resumé: Molen er gammel. Beslutning den : Godkendt. Sagsfremstilling: Molen er fra 1911."
    assert [text[start:end] for start, end in find_inline(text)] == ["Beslutning den :"]
