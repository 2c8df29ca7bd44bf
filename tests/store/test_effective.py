"""The rule of access, source by source, and which source speaks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store import effective
from store.effective import DocumentView, Rank, Ruling, SourceView

OPEN, CLOSED = "open", "closed"


def view(number: int, **more: object) -> DocumentView:
    values: dict[str, object] = {"stated": None, "chosen": OPEN, "chosen_seq": number} | more
    return DocumentView(id=number, seq=number, **values)  # type: ignore[arg-type]  # fields by name


def test_what_is_unmarked_is_as_chosen() -> None:
    sources = [SourceView(view(1), None), SourceView(view(2, chosen=CLOSED), None)]
    assert effective.item_sources(sources, None) == {1: OPEN, 2: CLOSED}


def test_one_source_that_states_closed_closes_the_item_everywhere() -> None:
    sources = [SourceView(view(1), None), SourceView(view(2), CLOSED), SourceView(view(3), OPEN)]
    assert effective.item_sources(sources, None) == {1: CLOSED, 2: CLOSED, 3: CLOSED}


def test_an_items_own_mark_wins_over_the_documents() -> None:
    stated = view(1, stated=CLOSED)
    assert effective.item_sources([SourceView(stated, OPEN)], None) == {1: OPEN}
    assert effective.item_sources([SourceView(stated, None)], None) == {1: CLOSED}


def test_choosing_open_opens_nothing() -> None:
    assert effective.item_sources([SourceView(view(1, chosen=OPEN), CLOSED)], None) == {1: CLOSED}


def test_choosing_closed_closes_what_is_marked_open() -> None:
    assert effective.item_sources([SourceView(view(1, chosen=CLOSED), OPEN)], None) == {1: CLOSED}


def test_a_persons_opening_holds_until_a_later_source_states_closed() -> None:
    opening = Ruling(OPEN, 5)
    assert effective.item_sources([SourceView(view(1), CLOSED)], opening) == {1: OPEN}
    assert effective.item_sources([SourceView(view(1), CLOSED), SourceView(view(4), None)], opening) == {
        1: OPEN,
        4: OPEN,
    }
    again = [SourceView(view(1), CLOSED), SourceView(view(6), CLOSED)]
    assert effective.item_sources(again, opening) == {1: CLOSED, 6: CLOSED}


def test_a_persons_opening_of_an_item_opens_it_in_a_closed_document() -> None:
    assert effective.item_sources([SourceView(view(1, chosen=CLOSED), None)], Ruling(OPEN, 5)) == {1: OPEN}


def test_closing_the_document_later_closes_the_item_again() -> None:
    document = view(1, ruling=Ruling(CLOSED, 7))
    assert effective.item_sources([SourceView(document, None)], Ruling(OPEN, 5)) == {1: CLOSED}


def test_a_persons_closing_stands() -> None:
    sources = [SourceView(view(number), OPEN) for number in (1, 9)]
    assert effective.item_sources(sources, Ruling(CLOSED, 5)) == {1: CLOSED, 9: CLOSED}


def test_opening_a_document_takes_back_its_closing_and_no_more() -> None:
    opened = view(1, chosen=CLOSED, ruling=Ruling(OPEN, 5))
    assert effective.item_sources([SourceView(opened, None)], None) == {1: OPEN}
    assert effective.item_sources([SourceView(opened, CLOSED)], None) == {1: CLOSED}
    assert effective.document(opened, [OPEN]) == OPEN
    assert effective.document(view(1, chosen=CLOSED, chosen_seq=8, ruling=Ruling(OPEN, 5)), []) == CLOSED


def test_a_cpr_number_in_a_name_closes_the_document() -> None:
    assert effective.document(view(1, suspect=True), []) == CLOSED


def test_a_document_whose_items_are_all_closed_is_closed() -> None:
    assert effective.document(view(1), [CLOSED, CLOSED]) == CLOSED
    assert effective.document(view(1), [CLOSED, OPEN]) == OPEN
    assert effective.document(view(1), []) == OPEN


def test_an_attachment_is_never_more_open_than_its_item() -> None:
    assert effective.attachment(CLOSED, OPEN, False, Ruling(OPEN, 9), 1) == CLOSED
    assert effective.attachment(OPEN, None, False, None, 1) == OPEN
    assert effective.attachment(OPEN, CLOSED, False, None, 1) == CLOSED
    assert effective.attachment(OPEN, CLOSED, False, Ruling(OPEN, 9), 1) == OPEN
    assert effective.attachment(OPEN, CLOSED, False, Ruling(OPEN, 9), 10) == CLOSED
    assert effective.attachment(OPEN, OPEN, True, None, 1) == CLOSED
    assert effective.attachment(OPEN, OPEN, False, Ruling(CLOSED, 9), 1) == CLOSED


accesses = st.sampled_from([OPEN, CLOSED])
stated = st.none() | accesses
views = st.builds(
    lambda number, said, chosen, ruling: SourceView(view(number, chosen=chosen, ruling=ruling), said),
    st.integers(1, 20),
    stated,
    accesses,
    st.none() | st.builds(Ruling, accesses, st.integers(1, 40)),
)
rulings = st.none() | st.builds(Ruling, accesses, st.integers(1, 40))


@given(st.lists(views, unique_by=lambda one: one.document.id), rulings, views)
def test_a_further_source_never_opens_another(
    sources: list[SourceView], ruling: Ruling | None, new: SourceView
) -> None:
    others = [one for one in sources if one.document.id != new.document.id]
    before = effective.item_sources(others, ruling)
    after = effective.item_sources([*others, new], ruling)
    assert all(after[number] == CLOSED for number, access in before.items() if access == CLOSED)


@given(st.lists(views, unique_by=lambda one: one.document.id, min_size=1))
def test_a_document_closed_as_a_whole_closes_only_its_own_words(sources: list[SourceView]) -> None:
    quiet = [SourceView(one.document, None) for one in sources]
    if not any(one.states_closed for one in quiet):
        found = effective.item_sources(quiet, None)
        assert found == {one.document.id: CLOSED if one.document.shut is not None else OPEN for one in quiet}


def test_a_later_source_of_the_same_series_replaces() -> None:
    ranks = {1: Rank(1, "minutes", "open", 1), 2: Rank(2, "minutes", "open", 2), 3: Rank(3, "agenda", "open", 3)}
    assert effective.current(ranks, dict.fromkeys(ranks, OPEN)) == {2, 3}


def test_a_closed_source_never_replaces_an_open_one() -> None:
    ranks = {1: Rank(1, "minutes", "open", 1), 2: Rank(2, "minutes", "open", 2)}
    assert effective.current(ranks, {1: OPEN, 2: CLOSED}) == {1, 2}
    assert effective.current(ranks, {1: CLOSED, 2: OPEN}) == {2}


def test_minutes_speak_before_the_agenda_and_open_before_closed() -> None:
    ranks = {1: Rank(1, "minutes", "full", 1), 2: Rank(2, "agenda", "open", 2), 3: Rank(3, "item_page", "open", 3)}
    assert effective.best(ranks, ranks, dict.fromkeys(ranks, OPEN)) == 1
    assert effective.best(ranks, ranks, {1: CLOSED, 2: OPEN, 3: OPEN}) == 3
