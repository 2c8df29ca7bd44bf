"""Tables of plans: rows with an action, a time, who is responsible, how far it is, or marks under months."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from store.ingest.blocks import Block
from store.ingest.calendarspans import month_days
from store.ingest.elements import Context
from store.ingest.listkinds import named
from store.ingest.parsed import (
    ParsedFact,
    ParsedGoal,
    ParsedList,
    ParsedMilestone,
    ParsedPart,
    ParsedResponsibility,
    PartKind,
    Span,
)  # fmt: skip
from store.ingest.sentences import split_sentences
from store.ingest.structure import Structure
from store.ingest.tablecells import cells_of, header_of, kind_of_column, months_of, time_of, year_of
from store.records import When

_MARK = re.compile(r"[xX✓✔■●•*█▪]+\Z")


@dataclass(slots=True)
class Tables:
    """What the tables of a document say."""

    lists: list[ParsedList] = field(default_factory=list)
    milestones: list[ParsedMilestone] = field(default_factory=list)
    roles: list[ParsedResponsibility] = field(default_factory=list)
    goals: list[ParsedGoal] = field(default_factory=list)
    statuses: list[ParsedFact] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    label: str | None
    place: tuple[Span, ...]
    header: dict[int, str]
    """Column to what it holds: who, when, status, figure, what, role, month number as "m5"."""
    rows: list[tuple[Block, list[str]]]
    year: int | None = None
    kind: PartKind | None = None
    printed: dict[int, str] = field(default_factory=dict)
    """The months as the heading row prints them, by column."""


def read_tables(structure: Structure, context: Context) -> Tables:
    """The facts of every table row that a heading row or the cells themselves explain."""
    found = Tables()
    for table in _tables(structure, context):
        parts: list[ParsedPart] = []
        for block, cells in table.rows:
            _row(structure, table, block, cells, context, found, parts)
        if len(parts) > 1 and table.label and table.place:
            kind = table.kind or named(table.label, context.lost).kind or "element"
            found.lists.append(ParsedList(table.label, kind, tuple(parts), table.place))
    return found


def _tables(structure: Structure, context: Context) -> Iterator[_Table]:
    run: list[int] = []
    for index, block in enumerate(structure.blocks):
        if block.kind == "row":
            if run and _begins(structure, run, block, context):
                yield from _table(structure, run, context)
                run = []
            run.append(index)
            continue
        if run:
            yield from _table(structure, run, context)
            run = []
    if run:
        yield from _table(structure, run, context)


def _begins(structure: Structure, run: Sequence[int], block: Block, context: Context) -> bool:
    """Whether another table begins with this row: it is a heading row, or has other columns and a time in the first."""
    cells, before = cells_of(block.text), cells_of(structure.blocks[run[0]].text)
    if len(header_of(cells, context.lost)) >= 2 or len(months_of(cells, context.lost)) >= 3:
        return len(run) > 1 or len(header_of(before, context.lost)) >= 2
    return len(cells) == 2 and len(before) > 3 and time_of(cells[0], context, None) is not None


def _table(structure: Structure, run: Sequence[int], context: Context) -> Iterator[_Table]:
    rows = [(structure.blocks[i], cells_of(structure.blocks[i].text)) for i in run]
    label, place = _name(structure, run[0])
    head = header_of(rows[0][1], context.lost)
    months = [rows[0][1], *([rows[1][1]] if len(rows) > 1 else [])]
    year = year_of(" ".join([label or "", *months[0]])) or context.year
    for skipped, cells in enumerate(months, 1):
        columns = months_of(cells, context.lost)
        if len(columns) >= 3:
            printed = {column: cells[column].strip() for column in columns}
            yield _Table(label, place, {0: "what", **columns}, rows[skipped:], year, printed=printed)
            return
    if len(set(head.values())) >= 2 or (len(head) == 1 and "when" in head.values()):
        kind = "member" if {"who", "role"} <= set(head.values()) else kind_of_column(rows[0][1], head, context.lost)
        yield _Table(label, place, head, rows[1:], year, kind)
        return
    timed = [column for column in range(2) if _share(rows, column, context) >= 0.6]
    if timed:
        yield _Table(label, place, {timed[0]: "when", 1 - timed[0]: "what"}, rows, year)
    else:
        yield _Table(label, place, {}, rows, year)


def _name(structure: Structure, first: int) -> tuple[str | None, tuple[Span, ...]]:
    """What a table is called: the line above it that ends in a colon, else the heading it stands under."""
    above = structure.blocks[first - 1] if first else None
    if above is not None and above.kind != "row" and above.text.endswith(":"):
        start, end = split_sentences(above.text)[-1]
        text, place = structure.stream.quote(above.start + start, above.start + end)
        if len(text) <= 160:
            return text.rstrip(" :"), place
    at = structure.heading_of(first)
    return (None, ()) if at is None else structure.stream.quote(structure.blocks[at].start, structure.blocks[at].end)


def _share(rows: Sequence[tuple[Block, list[str]]], column: int, context: Context) -> float:
    hits = sum(1 for _, cells in rows if column < len(cells) and time_of(cells[column], context, None))
    return hits / max(len(rows), 1)


def _row(
    structure: Structure, table: _Table, block: Block, cells: Sequence[str], context: Context, found: Tables,
    parts: list[ParsedPart],
) -> None:  # fmt: skip
    quoted, spans = structure.stream.quote(block.start, block.end)
    if not spans or len(cells) < 2:
        return
    told = {
        name: cells[column]
        for column, name in sorted(table.header.items(), reverse=True)
        if column < len(cells) and cells[column]
    }
    if not table.header:
        return
    what = told.get("what") or (cells[0] if table.header.get(0) is None else "")
    number = cells[0].rstrip(".") if re.fullmatch(r"\d{1,2}(?:\.\d{1,2}){0,2}\.?", cells[0]) else None
    if number and what == cells[0]:
        what = next((cell for cell in cells[1:] if len(cell) > 3), "")
    times = _row_times(table, cells, context)
    what = what or (told.get("who", "") if told.get("role") else "")
    if not what or not any(char.isalpha() for char in what):
        return
    for when in times:
        found.milestones.append(ParsedMilestone(ParsedFact("milestone", quoted, spans, label=table.label), what, when))
    if told.get("who") and "role" not in told:
        role = f"ansvarlig for {what}"
        found.roles.append(ParsedResponsibility(_fact("responsibility", quoted, spans, table), role, told["who"]))
    elif told.get("who") and told.get("role"):
        found.roles.append(
            ParsedResponsibility(_fact("responsibility", quoted, spans, table), told["role"], told["who"])
        )
    if told.get("status"):
        found.statuses.append(ParsedFact("initiative", quoted, spans, label="status"))
    if told.get("figure"):
        found.goals.append(ParsedGoal(_fact("goal", quoted, spans, table), told["figure"]))
    if told.get("who") and told.get("role"):
        parts.append(ParsedPart(ParsedFact("part", quoted, spans, label=table.label), told["who"]))
    elif "role" not in told and ("what" in told or times):
        parts.append(
            ParsedPart(ParsedFact("part", quoted, spans, label=table.label), what, number, times[0] if times else None)
        )


def _fact(kind: str, text: str, spans: tuple[Span, ...], table: _Table) -> ParsedFact:
    if kind == "responsibility":
        return ParsedFact("responsibility", text, spans, label=table.label)
    return ParsedFact("goal", text, spans, label=table.label)


def _row_times(table: _Table, cells: Sequence[str], context: Context) -> list[When]:
    """The times of a row: of its time columns (start and end as one), or of the months that are marked."""
    marked = [
        (column, int(name[1:])) for column, name in table.header.items()
        if name[0] == "m" and name[1:].isdigit() and column < len(cells) and _MARK.match(cells[column])
    ]  # fmt: skip
    if marked:
        return [_marked(table, cells, marked)] if table.year else []
    whens = [
        when for column, name in table.header.items()
        if name == "when" and column < len(cells) and (when := time_of(cells[column], context, table.year))
    ]  # fmt: skip
    if len(whens) == 2 and whens[0].first and whens[1].last and whens[0].first <= whens[1].last:
        first, last = whens
        words = f"{first.words} – {last.words}"
        return [When(words, first.first, last.last, first.precision, "at", first.inferred or last.inferred)]
    return whens


def _marked(table: _Table, cells: Sequence[str], marked: Sequence[tuple[int, int]]) -> When:
    year = table.year or date.min.year
    columns = sorted(column for column, name in table.header.items() if name[0] == "m" and name[1:].isdigit())
    turned = {}
    last, at = 0, year
    for column in columns:
        number = int(table.header[column][1:])
        at += 1 if number < last else 0
        last = number
        turned[column] = (at, number)
    months = [turned[column] for column, _ in sorted(marked)]
    printed = [table.printed[column] for column, _ in (min(marked), max(marked))]
    words = printed[0] if len(marked) == 1 else f"{printed[0]}–{printed[1]}"
    return When(words, month_days(*months[0])[0], month_days(*months[-1])[1], "month", "at", inferred=True)
