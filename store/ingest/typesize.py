"""Headings of a printed document, guessed from larger or bold type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from store.ingest.layout import Row

_LONGEST_HEADING = 160


def heading_roles(pages: Iterable[list[Row]]) -> Callable[[Row], str]:
    """A function from a row to its role: "h1" to "h6", or "" for running text.

    The body's type is the one most characters are set in. Larger sizes rank from h1 down; bold type of the body's
    size comes after the last of them. Where most of the text is bold, bold says nothing.
    """
    sizes: Counter[float] = Counter()
    bold = total = 0
    for rows in pages:
        for row in rows:
            for segment in row:
                sizes[segment.size] += len(segment.text)
                total += len(segment.text)
                bold += len(segment.text) if segment.bold else 0
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    larger = sorted((size for size in sizes if size >= 1.12 * body), reverse=True)[:5]
    ranks = {size: f"h{rank}" for rank, size in enumerate(larger, start=1)}
    bold_rank = f"h{min(len(larger) + 1, 6)}" if 2 * bold < total else ""

    def role(row: Row) -> str:
        first = row[0]
        larger_type = first.size >= 1.12 * body
        if body <= 0 or not (larger_type or first.bold):
            return ""
        if sum(len(s.text) for s in row) > _LONGEST_HEADING or not any(c.isalpha() for c in first.text):
            return ""
        if larger_type:
            return ranks.get(first.size, "h5")
        return bold_rank if all(s.bold for s in row) and first.size >= 0.95 * body else ""

    return role
