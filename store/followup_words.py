"""Which follow-ups a few words may mean: by Danish stems of title and decision, misspelt ones too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from store.search.danish import analyse, is_word, words
from store.tables import StoredRow

_ENOUGH, _NEAR, _SHORTEST = 0.6, 84, 5


def like(text: str, rows: Sequence[StoredRow]) -> list[StoredRow]:
    """Those that the words fit, best first and else in the order given; all when nothing can be looked for."""
    asked = [word for word in dict.fromkeys(words(text)) if is_word(word) or word.isdigit()]
    if not asked:
        return list(rows)
    scored = [(_score(asked, _told(row)), number, row) for number, row in enumerate(rows)]
    return [row for score, _, row in sorted(scored, key=lambda one: (-one[0], one[1])) if score >= _ENOUGH]


def _told(row: StoredRow) -> str:
    reference = row.reference or {}
    readable = [str(reference.get(name) or "") for name in ("item_title", "case_number")] if row.readable else []
    return " ".join([row.title, *readable, row.responsible or ""])


def _score(asked: Sequence[str], told: str) -> float:
    there = words(told)
    return sum(max((_same(one, other) for other in there), default=0.0) for one in asked) / len(asked)


@lru_cache(maxsize=20_000)
def _same(asked: str, other: str) -> float:
    if asked == other:
        return 1.0
    one, two = analyse(asked), analyse(other)
    if set(one.stems) & set(two.stems):
        return 1.0
    if set(one.stems) & set(two.parts) or set(one.parts) & set(two.stems):
        return 0.8
    if min(len(asked), len(other)) >= _SHORTEST and fuzz.ratio(asked, other) >= _NEAR:
        return 0.9
    return 0.0
