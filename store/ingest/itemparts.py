"""The sections of an item while its rows are taken up: their shapes, and what belongs to a decision's own part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from store.ingest.decisionheads import DecisionHead, decision_head
from store.ingest.flow import Row
from store.ingest.labels import Role
from store.ingest.parsed import Access, ParsedAttachment, ParsedFact
from store.ingest.recognise import Seen
from store.ingest.sectionforms import FormHeading, ending_heading

_STOP = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ])")
_ITEM_AGAIN = re.compile(r"(?:dagsordens?punkt|punkt|pkt\.?|sag)\s(?:nr\.?\s)?\d{1,4}\w?\s?[:.–-]\s", re.IGNORECASE)
_TYPES = frozenset({"punkttype", "sagstype", "type", "dagsordenstype", "behandlingstype", "sagsgang og sagstype"})


@dataclass(slots=True)
class Section:
    """Rows under one label; `head` when the label names the body that decided."""

    role: Role
    label: str | None
    rows: list[Row] = field(default_factory=list)
    head: DecisionHead | None = None


@dataclass(slots=True)
class Content:
    """What the rows of one item hold besides its title."""

    case_number: str | None = None
    decided_by: str | None = None
    access: Access | None = None
    absent: tuple[str, ...] = ()
    facts: tuple[ParsedFact, ...] = ()
    attachments: tuple[ParsedAttachment, ...] = ()
    day_missing: bool = False
    labelled: bool = False
    heads: tuple[DecisionHead, ...] = ()


def append(section: Section, row: Row) -> None:
    """Adds a row that holds anything to a section."""
    if row.text.strip(" |"):
        section.rows.append(row)


def decision_parts(sections: list[Section], row: Row) -> None:
    """Takes up what stands behind a heading, cut where the next body's result follows in the same line."""
    for stop in _STOP.finditer(row.text):
        head = decision_head(row.text[stop.end() : stop.end() + 200])
        if head and head.colon and head.on and head.by:
            append(sections[-1], row.cut(0, stop.end()))
            sections.append(Section("decision", head.printed, [], head))
            decision_parts(sections, row.cut(stop.end() + head.end))
            return
    append(sections[-1], row)


def value_of_type(each: Seen, before: Seen | None) -> bool:
    """Whether "Beslutning" is only the kind of the item, below a label that asks for it, and no heading."""
    asked = before.label if before else None
    return bool(
        asked and asked.alone and asked.printed.lower() in _TYPES and each.label
        and each.label.alone and each.label.role == "decision" and not each.row.role.startswith("h")
    )  # fmt: skip


def by_form(section: Section, each: Seen, following: Sequence[Seen]) -> FormHeading | None:
    """The heading that ends a decision or a recommendation although its words are on no list."""
    if not section.rows or not each.plain:
        return None
    below = following[0].row if following and following[0].plain else None
    return ending_heading(section.role, section.rows, each.row, section.rows[-1], below)


def own_heading(section: Section, each: Seen) -> DecisionHead | None:
    """The body's own heading below the plain one, behind at most the item's title printed once more."""
    if section.role != "decision" or section.head or not each.plain or len(section.rows) > 1:
        return None
    if section.rows and not _ITEM_AGAIN.match(section.rows[0].text):
        return None
    head = decision_head(each.row.text)
    if head is None or not head.alone or not (head.on or head.by):
        return None
    section.rows.clear()
    return head


def behind_heading(section: Section, row: Row) -> Row:
    """`row` without the rest of a heading that a page end has cut: "Beslutning" | "i Byrådet den 3. maj: Godkendt"."""
    if section.role != "decision" or section.head or section.rows or section.label != "Beslutning":
        return row
    head = decision_head(f"{section.label} {row.text[:200]}")
    if head is None or not head.colon or row.text[:1].isupper():
        return row
    section.head = head
    section.label = head.printed
    return row.cut(head.end - len("Beslutning "))
