"""Which item of a meeting a source means: by case number, number and title, with position as the last resort."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from store.names import nameless

SAME_TITLE = 90.0
LIKE_TITLE = 75.0
"""Enough for a title when the number or the case number agrees too."""
LONG_TITLE = 12
"""Characters from which a title whose words are all in the other's is believed to be the same."""
UNLIKE_TITLE = 60.0
"""Below this, equal numbers are not believed: agendas are renumbered, and any two Danish titles are half alike."""


@dataclass(frozen=True, slots=True)
class Form:
    """How one source prints an item; `id` is the item's, or the index of a new one."""

    id: int
    position: int
    number: str
    """Folded, "" for none."""
    title: str
    """Folded."""
    case: str | None


def match(new: Sequence[Form], stored: Iterable[Form]) -> dict[int, int]:
    """Pairs new items (by `id`) with stored ones (by `id`); what is in no pair is new. Each is used once.

    The surest pairs are taken first, so that one doubtful title cannot take the place of a certain one. Stored items
    may have several forms.
    """
    forms = list(stored)
    scored = sorted(
        (-score, abs(one.position - other.position), one.id, other.id)
        for one in new
        for other in forms
        if (score := likeness(one, other)) > 0
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _score, _distance, one_id, other_id in scored:
        if one_id not in pairs and other_id not in taken:
            pairs[one_id] = other_id
            taken.add(other_id)
    return pairs


def likeness(one: Form, other: Form) -> float:
    """How sure it is that two forms mean one item: 0 for no, above 0 for yes, up to 300."""
    same_number = bool(one.number) and one.number == other.number
    if nameless(one.title) or nameless(other.title):
        # An open edition prints a closed item by its number alone.
        both = nameless(one.title) and nameless(other.title)
        return 150.0 if same_number else (110.0 if both and one.position == other.position else 0.0)
    same_case = one.case is not None and one.case == other.case
    other_case = one.case is not None and other.case is not None and not same_case
    title = 100.0 if one.title == other.title else _titles(one.title, other.title)
    if same_case:
        return 100.0 + title + (100.0 if same_number else 0.0) if title >= UNLIKE_TITLE or same_number else 0.0
    if other_case:
        return 0.0
    if title >= SAME_TITLE:
        return 100.0 + title + (50.0 if same_number else 0.0)
    if same_number and title >= LIKE_TITLE:
        return 100.0 + title
    if same_number and title >= UNLIKE_TITLE and one.position == other.position:
        return title
    return 0.0


def _titles(one: str, other: str) -> float:
    """Likeness of two folded titles, 0 to 100; one that only goes on where the other ends counts as nearly equal."""
    plain = fuzz.ratio(one, other)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= LONG_TITLE:
        plain = max(plain, 0.95 * fuzz.token_set_ratio(one, other))
    if longer.startswith(f"{shorter} "):
        plain = max(plain, LIKE_TITLE)
    return plain
