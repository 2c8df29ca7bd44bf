"""Pieces of a printed page, with their place on the sheet, are put into the order a person reads them in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median

_MOST_RUNS = 60


@dataclass(slots=True)
class Segment:
    """A stretch of print on one baseline; coordinates in points, y grows upwards."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    first: int = -1
    """The place of its first character in the page's text, -1 where its characters have no places any more."""


Row = list[Segment]


def reading_order(segments: Sequence[Segment]) -> list[Row]:
    """Rows from top to bottom, columns kept whole, labels beside their values.

    The order in the file is trusted as long as it runs downwards, which it nearly always does and which keeps true
    columns apart. Only where it jumps back up are the runs between the jumps compared: a run that stands wholly above
    another comes first, a column to the left comes before one to the right, and a column of labels ("Mødedato:") is
    joined row by row with the column of values that was written after it.
    """
    runs = _runs(segments)
    if len(runs) > 1:
        runs = _with_values(runs)
        runs = _sorted_rows(segments) if len(runs) > _MOST_RUNS else _placed(runs)
    return [row for run in runs for row in _rows(run)]


def blank_after(rows: Sequence[Row]) -> set[int]:
    """Indexes of the rows after which the sheet shows a clear gap: a paragraph ends there."""
    steps = [above[0].y - below[0].y for above, below in pairwise(rows)]
    usual = [s for s, row in zip(steps, rows, strict=False) if 0 < s < 3 * row[0].size]
    if not usual:
        return set()
    limit = 1.35 * median(usual)
    return {i for i, s in enumerate(steps) if s < 0 or s > max(limit, 1.3 * rows[i][0].size)}


def _runs(segments: Sequence[Segment]) -> list[Row]:
    runs: list[Row] = []
    for segment in segments:
        if runs and segment.y <= runs[-1][-1].y + 0.5 * max(segment.size, runs[-1][-1].size):
            runs[-1].append(segment)
        else:
            runs.append([segment])
    return runs


def _rows(run: Row) -> list[Row]:
    rows: list[Row] = []
    for segment in run:
        last = rows[-1][-1] if rows else None
        if last and _same_line(last, segment) and segment.x0 >= last.x1 - 0.2 * segment.size:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows


def _same_line(a: Segment, b: Segment) -> bool:
    return abs(a.y - b.y) <= 0.35 * max(a.size, b.size, 1.0)


def _with_values(runs: list[Row]) -> list[Row]:
    out = [runs[0]]
    for run in runs[1:]:
        merged = _beside(out[-1], run)
        if merged:
            out[-1] = merged
        else:
            out.append(run)
    return out


def _beside(labels: Row, run: Row) -> Row | None:
    """Labels and values interleaved by baseline, or None when the two runs are not labels and their values."""
    slack = max(run[0].size, labels[-1].size)
    near = [s for s in labels if s.y <= run[0].y + slack]
    edge = max((s.x1 for s in near), default=0.0) - 0.2 * slack
    values = list(takewhile(lambda s: s.x0 >= edge, run))
    if not near or not values:
        return None
    near = [s for s in near if s.y >= values[-1].y - slack]
    marked = [s for s in near if s.text.rstrip().endswith(":")]
    lines = {round(v.y) for v in values}
    matched = sum(1 for s in marked if any(round(s.y) + d in lines for d in range(-3, 4)))
    if not marked or 2 * len(marked) < len(near) or 2 * matched < len(marked):
        return None
    before = [s for s in labels if s.y > run[0].y + slack]
    after = [s for s in labels if s.y < values[-1].y - slack]
    return before + _by_row(near + values) + after + run[len(values) :]


def _by_row(segments: Row) -> Row:
    ordered: Row = []
    for row in _grouped(sorted(segments, key=lambda s: -s.y)):
        ordered.extend(sorted(row, key=lambda s: s.x0))
    return ordered


def _grouped(descending: Row) -> list[Row]:
    rows: list[Row] = []
    for segment in descending:
        if rows and _same_line(rows[-1][0], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows


def _sorted_rows(segments: Sequence[Segment]) -> list[Row]:
    return [_by_row(list(segments))]


def _placed(runs: list[Row]) -> list[Row]:
    out: list[Row] = []
    for run in runs:
        at = len(out)
        while at and _precedes(run, out[at - 1]):
            at -= 1
        out.insert(at, run)
    return out


def _precedes(run: Row, other: Row) -> bool:
    slack = 0.5 * max(run[0].size, other[0].size)
    if run[-1].y > other[0].y + 0.4 * slack:
        return True
    overlap = run[0].y > other[-1].y and run[-1].y < other[0].y
    return overlap and max(s.x1 for s in run) <= min(s.x0 for s in other) + slack
