"""Groups by what they hold of a question, compared with a count that takes each group by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.search import rank
from store.search.concepts import Concept, Way
from store.search.engine import Postings
from store.search.index import row_id
from store.search.rank import MOST_GROUPS, MOST_LOOSE, by_groups, gains

KEYS = "abcdef"
WEIGHTS = (1.0, 0.5, 0.25)
ways = st.builds(
    Way, st.lists(st.sampled_from(KEYS), min_size=1, max_size=2, unique=True).map(tuple), st.sampled_from(WEIGHTS)
)
concepts = st.builds(
    lambda some, weight: Concept("x", ("x",), some, weight=weight),
    st.lists(ways, max_size=4),
    st.sampled_from(WEIGHTS),
)
places = st.tuples(st.integers(0, 40), st.integers(1, 400))


@st.composite
def postings(draw: st.DrawFn) -> Postings:
    """Postings of a few terms; a fact belongs to one item, and item 0 stands for none."""
    items = dict(draw(st.lists(places.map(lambda pair: pair[::-1]), max_size=60)))
    rows = {
        key: tuple(sorted((row_id(item, fact) for fact, item in items.items() if draw(st.booleans())), reverse=True))
        for key in draw(st.sets(st.sampled_from(KEYS)))
    }
    return Postings(rows, frozenset())


def of_one(group: int, wanted: list[Concept], held: Postings) -> float:
    """What one group gains: of each concept the first way of which it holds all keys that were read."""
    gained = 0.0
    for concept in sorted(wanted, key=lambda one: -one.weight):
        for way in concept.ways:
            keys = [key for key in way.keys if key in held.rows]
            if keys and all(group in held.groups[key] for key in keys):
                gained += concept.weight * way.weight
                break
    return gained


@given(st.lists(concepts, max_size=4), postings())
def test_each_group_gains_what_it_holds(wanted: list[Concept], held: Postings) -> None:
    gained = {group: value for value, some in gains(wanted, held).items() for group in some}
    best = max(gained.values(), default=0.0)
    for group, value in gained.items():
        assert value == of_one(group, wanted, held)
    for group in {group for some in held.groups.values() for group in some} - gained.keys():
        assert of_one(group, wanted, held) < 0.4 * best or of_one(group, wanted, held) == 0.0


@given(st.lists(concepts, max_size=4), postings())
def test_the_best_groups_are_taken_and_of_equals_the_newest(wanted: list[Concept], held: Postings) -> None:
    all_gains = gains(wanted, held)
    gained = {group: value for value, some in all_gains.items() for group in some}
    newest: dict[int, int] = {}
    for key, rows in held.rows.items():
        for row in rows:
            group = row & (1 << 31) - 1 or -(row >> 31)
            assert group in held.groups[key]
            newest[group] = max(row, newest.get(group, 0))
    ordered = sorted(gained, key=lambda group: (-gained[group], -newest[group]))
    items, loose = _strongest(ordered, gained)
    found = by_groups(all_gains, held)
    assert set(found) == {*items, *loose}
    for group in items:
        own = [row >> 31 for rows in held.rows.values() for row in rows if row & (1 << 31) - 1 == group]
        assert sorted(found[group]) == sorted(own)


@given(st.lists(concepts, max_size=4), postings(), st.sets(st.integers(-400, 40)), st.sampled_from([3, 8, 400]))
def test_of_a_scope_the_best_are_taken_among_the_best_of_all(
    wanted: list[Concept], held: Postings, scope: set[int], sieved: int
) -> None:
    all_gains = gains(wanted, held)
    gained = {group: value for value, some in all_gains.items() for group in some}
    newest = {
        group: max(row for rows in held.rows.values() for row in rows if group == (row & (1 << 31) - 1 or -(row >> 31)))
        for group in gained
    }
    ordered = sorted(gained, key=lambda group: (-gained[group], -newest[group]))[:sieved]
    items, loose = _strongest([group for group in ordered if group in scope], gained)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rank, "SIEVED", sieved)
        patch.setattr(rank, "ASKED_AT_ONCE", 2)
        found = by_groups(all_gains, held, lambda some: scope & set(some))
    assert set(found) == {*items, *loose}


def _strongest(ordered: list[int], gained: dict[int, float]) -> tuple[list[int], list[int]]:
    """Of groups in order those that hold enough beside the first, items and facts by themselves."""
    strong = [group for group in ordered if gained[group] >= 0.4 * gained[ordered[0]]]
    return [one for one in strong if one > 0][:MOST_GROUPS], [one for one in strong if one < 0][:MOST_LOOSE]
