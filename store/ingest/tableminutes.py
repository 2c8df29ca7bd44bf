"""Minutes printed as one table: a row for each item, a column for number, title, case text and decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.ingest.accessmarks import access_of_row, without_access
from store.ingest.casenumbers import after_label
from store.ingest.flow import Row, fold
from store.ingest.headings import SECTIONS, Label, LabelBook
from store.ingest.labels import Role
from store.ingest.recognise import Seen
from store.ingest.titles import Start

_NUMBER = re.compile(r"(?:nr|nummer|pkt|punkt\s?nr|pkt\.?\s?nr|løbenr|#)\.?\Z", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:punkt|dagsordenspunkt|sag|emne|titel|overskrift|sagens titel|dagsorden|punkter|tekst|indhold)\Z", re.IGNORECASE
)
_BOTH = re.compile(r"(?P<number>nr|pkt)\.?\s?[/ ]\s?(?P<title>\w+)\Z", re.IGNORECASE)
_ACCESS = re.compile(r"(?:adgang|åben/lukket|åben|lukket|offentlig|status|type)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds: "number", "title", "access" or a section under the heading `printed`."""

    kind: str
    printed: str = ""
    role: Role = "background"


def table_items(seen: Sequence[Seen], book: LabelBook) -> tuple[list[Seen], list[Start]]:
    """The rows with those of the table cut into cells, and the items; (seen, []) where there is no such table."""
    for index, each in enumerate(seen):
        columns = _columns(each.row, book)
        if columns is None:
            continue
        end = index + 1
        while end < len(seen) and _record(seen[end].row, columns):
            end += 1
        if end - index < 3 or any(row.row.role == "row" for row in seen[end : end + 1]):
            continue
        cells: list[Seen] = []
        starts = [_item(each.row, columns, cells, index) for each in seen[index + 1 : end]]
        return [*seen[:index], *cells, *seen[end:]], starts
    return list(seen), []


def _columns(row: Row, book: LabelBook) -> list[_Column] | None:
    """The columns that a row heads, None when it is no heading of such a table."""
    if row.role != "row" or len(row.text) > 240:
        return None
    columns: list[_Column] = []
    for name in (part.strip(" .:") for part in row.text.split("\t")):
        both = _BOTH.match(name)
        if both and _TITLE.match(both["title"]):
            columns += [_Column("number"), _Column("title")]
        elif _NUMBER.match(name):
            columns.append(_Column("number"))
        elif _TITLE.match(name) and not any(column.kind == "title" for column in columns):
            columns.append(_Column("title"))
        elif _ACCESS.match(name):
            columns.append(_Column("access", name))
        else:
            role = book.role(name) or next((book.role(part) for part in re.split(r"\s?/\s?|\sog\s", name)), None)
            columns.append(_Column("section", name, role if role in SECTIONS and role else "background"))
    kinds = {column.kind for column in columns}
    decided = any(column.role == "decision" for column in columns if column.kind == "section")
    return columns if "title" in kinds and decided else None


def _record(row: Row, columns: Sequence[_Column]) -> bool:
    cells = row.text.split("\t")
    if row.role != "row" or not 2 <= len(cells) <= len(columns):
        return False
    return all(
        re.fullmatch(r"\d{1,4}[a-z]?\.?", cell.strip()) is not None
        for cell, column in zip(cells, columns, strict=False)
        if column.kind == "number"
    )


def _without_case(cell: Row) -> tuple[Row, str | None]:
    """The title's cell without the case number that stands behind the title under its label, and that number."""
    for gap in re.finditer(r"\s(?=sag|j\.|journal|esdh|acadre)", cell.text, re.IGNORECASE):
        case = after_label(cell.text[gap.end() :])
        if case and case[0] and not cell.text[gap.end() + case[1] :].strip(" .)]"):
            return cell.cut(0, gap.start()), case[0]
    return cell, None


def _item(row: Row, columns: Sequence[_Column], cells: list[Seen], base: int) -> Start:
    """Appends the cells of one record to `cells`; the start of its item (rows are counted from `base`)."""
    number: str | None = None
    title = Start(base + len(cells), base + len(cells) + 1, None, "", [])
    rest: list[Seen] = []
    at = 0
    for text, column in zip(row.text.split("\t"), columns, strict=False):
        cell = replace(row.cut(at, at + len(text)), role="", block=True, gap=True, inline=True)
        at += len(text) + 1
        if not cell.text:
            continue
        if column.kind == "number":
            number = cell.text.rstrip(".")
        elif column.kind == "title":
            cell, title.case = _without_case(cell)
            name, access, parts = without_access([cell])
            title.title, title.access, title.rows = name or fold(cell.text), access, parts
            cells.append(Seen(cell))
        elif column.kind == "access":
            ticked = "ja" if cell.text.lower() in ("x", "✓", "ja") else cell.text
            said = access_of_row(f"{column.printed}: {ticked}") or access_of_row(f"Adgang: {cell.text}")
            rest.append(Seen(cell, access=said))
        elif access_of_row(cell.text):
            rest.append(Seen(cell, access=access_of_row(cell.text)))
        else:
            rest.append(Seen(cell, label=Label(column.role, column.printed, 0, True, False)))
    if not title.title:
        title.last = title.first
    title.number = number
    cells.extend(rest)
    return title
