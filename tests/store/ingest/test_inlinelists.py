"""A sentence that announces a count and names just as many elements is a list."""

from __future__ import annotations

from store.ingest.flow import rows_of, usual_width
from store.ingest.inlinelists import inline_lists
from store.ingest.parsed import Extract, Page
from store.ingest.structure import structure


def _lists(text: str) -> list[tuple[str, str, int | None, list[str]]]:
    extract = Extract("txt", (Page(1, text),), (), paged=False)
    rows = rows_of(extract)
    found = inline_lists(structure(extract.pages, rows, usual_width(rows)))
    return [(each.kind, each.name, each.announced, [part.fact.text for part in each.parts]) for each in found]


def test_elements_behind_a_colon_are_a_list_with_their_number() -> None:
    assert _lists("Planen hviler på tre pejlemærker: mere natur, renere vand og færre biler i midtbyen.") == [
        (
            "focus_area",
            "Planen hviler på tre pejlemærker",
            3,
            ["mere natur", "renere vand", "færre biler i midtbyen"],
        )
    ]


def test_a_joined_word_and_a_comma_in_brackets_part_nothing() -> None:
    text = "Der er to barrierer: børne- og ungebudgettet (løn, drift) og de lange ventelister."
    assert [parts for *_, parts in _lists(text)] == [["børne- og ungebudgettet (løn, drift)", "de lange ventelister"]]


def test_more_or_fewer_elements_than_announced_are_no_list() -> None:
    assert _lists("Der er tre barrierer: lokaler, økonomi, personale, tid og vilje.") == []
    assert _lists("Der er tre barrierer: vi mangler lokaler.") == []
    assert _lists("Vi har mødt barrierer: lokaler, økonomi og tid.") == []
