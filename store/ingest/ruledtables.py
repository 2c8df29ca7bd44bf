"""Tables with drawn lines: their cells are told from the lines, so that text that wraps in a cell stays in its row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from store.ingest.layout import Row, Segment, reading_order

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of something drawn, in points; y grows upwards."""
Cutter = Callable[[Segment, Sequence[float]], list[Segment]]
"""Cuts a stretch of print at the blanks behind which another column begins; the columns' left edges are given."""
_THIN = 2.5
_LEAST = 4.0
_NEAR = 3.0
"""Points within which two lines are one."""
_MOST_BOXES, _MOST_COLUMNS = 2000, 12
_LONGEST = 500
"""Characters of a cell: boxes around whole sections are layout and no table."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of one table: `across` from left to right, `down` from top to bottom."""

    across: tuple[float, ...]
    down: tuple[float, ...]


def grids(boxes: Sequence[Box], height: float) -> list[Grid]:
    """The tables that `boxes` draw on a page of this height, from top to bottom."""
    drawn = [box for box in boxes if box[3] - box[1] < 0.8 * height]
    if not 4 <= len(drawn) <= _MOST_BOXES:
        return []
    found: list[Grid] = []
    for cluster in _clusters(drawn):
        across, down = _lines(cluster)
        if 3 <= len(across) <= _MOST_COLUMNS + 1 and len(down) >= 3:
            found.append(Grid(tuple(across), tuple(reversed(down))))
    return sorted(found, key=lambda grid: -grid.down[0])


def rows_with_tables(segments: Sequence[Segment], tables: Sequence[Grid], cut: Cutter) -> list[Row]:
    """The rows of a page in reading order, each table's row as one with all its cells, empty ones too."""
    rest = list(segments)
    rows: list[Row] = []
    for grid in tables:
        top, bottom = grid.down[0], grid.down[-1]
        inside = [each for each in rest if bottom < _middle(each) < top]
        if any(not grid.across[0] - _NEAR <= each.x0 < grid.across[-1] for each in inside):
            continue
        table = _table(inside, grid, cut)
        if table is None:
            continue
        rows += reading_order([each for each in rest if _middle(each) >= top])
        rows += table
        rest = [each for each in rest if _middle(each) <= bottom]
    return [*rows, *reading_order(rest)]


def _middle(segment: Segment) -> float:
    return segment.y + 0.3 * segment.size


def _clusters(boxes: Sequence[Box]) -> list[list[Box]]:
    """Boxes that touch each other, directly or by others."""
    groups: list[tuple[Box, list[Box]]] = []
    for box in sorted(boxes, key=lambda box: -box[3]):
        own, members = box, [box]
        apart: list[tuple[Box, list[Box]]] = []
        for around, held in groups:
            if _touch(around, own):
                own = (min(own[0], around[0]), min(own[1], around[1]), max(own[2], around[2]), max(own[3], around[3]))
                members = held + members
            else:
                apart.append((around, held))
        groups = [*apart, (own, members)]
    return [members for _, members in groups]


def _touch(one: Box, other: Box) -> bool:
    return (
        one[0] <= other[2] + _NEAR
        and other[0] <= one[2] + _NEAR
        and one[1] <= other[3] + _NEAR
        and other[1] <= one[3] + _NEAR
    )


def _lines(boxes: Sequence[Box]) -> tuple[list[float], list[float]]:
    across: list[float] = []
    down: list[float] = []
    for left, bottom, right, top in boxes:
        wide, high = right - left > _LEAST, top - bottom > _LEAST
        if high and right - left < _THIN:
            across.append((left + right) / 2)
        elif wide and top - bottom < _THIN:
            down.append((bottom + top) / 2)
        elif wide and high:
            across += (left, right)
            down += (bottom, top)
    return _merged(across), _merged(down)


def _merged(values: Sequence[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _table(inside: Sequence[Segment], grid: Grid, cut: Cutter) -> list[Row] | None:
    """The rows of a table; None where the lines hold sections or a single column of text."""
    columns, lines = len(grid.across) - 1, len(grid.down) - 1
    cells: list[list[list[Segment]]] = [[[] for _ in range(columns)] for _ in range(lines)]
    depths = [-y for y in grid.down]
    for segment in inside:
        for piece in cut(segment, grid.across):
            line = min(max(bisect_right(depths, -_middle(piece)) - 1, 0), lines - 1)
            column = min(max(bisect_right(grid.across, piece.x0 + 1.0) - 1, 0), columns - 1)
            cells[line][column].append(piece)
    rows = [_row(line, grid.across[1:]) for line in cells if any(line)]
    filled = [sum(1 for cell in row if cell.text) for row in rows]
    longest = max((len(cell.text) for row in rows for cell in row), default=0)
    if len(rows) < 2 or longest > _LONGEST or 2 * sum(count > 1 for count in filled) <= len(filled):
        return None
    return rows


def _row(line: Sequence[list[Segment]], edges: Sequence[float]) -> Row:
    """One row; lines that wrap in a cell are joined by a blank. `edges`: where the cells end to the right."""
    whole = [piece for cell in line for piece in cell]
    top, size = max(piece.y for piece in whole), whole[0].size
    row: Row = []
    for cell, edge in zip(line, edges, strict=True):
        ordered = sorted(cell, key=lambda piece: (-round(piece.y), piece.x0))
        text = _joined(ordered, edge)
        first = ordered[0].x0 if ordered else 0.0
        row.append(Segment(text, first, first, top, size, bool(ordered) and all(piece.bold for piece in ordered)))
    return row


def _joined(pieces: Sequence[Segment], edge: float) -> str:
    """The text of a cell; a single word that fills its line to the cell's edge was broken there."""
    text = ""
    for at, piece in enumerate(pieces):
        own = " ".join(piece.text.split())
        above = pieces[at - 1] if at else None
        broken = above is not None and " " not in above.text.strip() and edge - above.x1 < above.size
        text += own if not text or (broken and own[:1].islower()) else f" {own}"
    return text
