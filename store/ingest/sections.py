"""An item's rows cut into its labelled sections, and what its lines say outside of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from store.ingest.accessmarks import access_at_end
from store.ingest.bodies import same_body
from store.ingest.decisionheads import DecisionHead, decision_head
from store.ingest.flow import Row
from store.ingest.headings import SECTIONS
from store.ingest.labels import Role
from store.ingest.names import split_names
from store.ingest.parsed import Access, ParsedAttachment, ParsedFact
from store.ingest.recognise import Seen

_ABSENT = re.compile(
    r"(?:.{3,250}?\s(?:var|er|havde|har)\s(?:fraværende|meldt afbud|forfald)\b.{0,60}"
    r"|(?:fraværende|afbud|ikke til stede|ej til stede|ikke mødt|inhabil)\b.{0,250})\Z",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(?:punktet|sagen|dagsordenspunktet) (?:er|behandles|behandlet|blev behandlet|"
    r"behandles derfor)\s?(?:derfor |som |for |et )*"
    r"(?:lukke[td]e?|fortrolig\w*)\b|\bbehandles derfor som lukket punkt\b",
    re.IGNORECASE,
)
CASE_PEOPLE = frozenset({
    "indstiller", "forelægger", "sagsbehandler", "sagsansvarlig", "kontaktperson", "forelægges af",
    "fremlægges af", "fremlægger", "direktør", "fagchef", "oplægsholder", "gæster", "deltager i punktet",
    "deltagere under punktet", "eksterne deltagere", "sagsfremlæggelse",
})  # fmt: skip
_ROUTE = frozenset({"sagsforløb", "sagsgang", "sagstype", "sagens gang", "sagsgang og sagstype"})
"""Labels of one line; what follows them belongs to the section before."""
_LABEL_IN_VALUE = 160


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


def cut_sections(seen: Sequence[Seen], content: Content, body: str | None) -> tuple[list[Section], list[Row]]:
    """The sections of an item and the rows that name people; `content` takes what stands outside sections."""
    sections: list[Section] = [Section("background", None)]
    absent: list[Row] = []
    names_next = False
    for index, each in enumerate(seen):
        row = each.row
        if names_next and each.plain and _names_only(row.text):
            absent.append(row)
            names_next = row.text.endswith((",", " og"))
            continue
        names_next = False
        if each.case:
            _case(each, content, body)
        elif each.access:
            content.access = _stricter(content.access, each.access)
        elif each.head:
            sections.append(Section("decision", each.head.printed, [], each.head))
            _append(sections[-1], row.cut(each.head.end))
        elif each.label:
            names_next = _labelled(each, sections, absent, content)
        elif row.role.startswith("h") and _opens(sections[-1], row, seen[index + 1 :]):
            sections.append(Section("background", " ".join(row.text.split())))
        elif sections[-1].role == "decision" and _ABSENT.match(row.text) and len(row.text) < 300:
            absent.append(row)
            names_next = row.text.endswith((",", " og"))
        else:
            _append(sections[-1], _behind_heading(sections[-1], row))
    return sections, absent


def _behind_heading(section: Section, row: Row) -> Row:
    """`row` without the rest of a heading that a page end has cut: "Beslutning" | "i Byrådet den 3. maj: Godkendt"."""
    if section.role != "decision" or section.head or section.rows or section.label != "Beslutning":
        return row
    head = decision_head(f"{section.label} {row.text[:200]}")
    if head is None or not head.colon or row.text[:1].isupper():
        return row
    section.head = head
    section.label = head.printed
    return row.cut(head.end - len("Beslutning "))


def _labelled(each: Seen, sections: list[Section], absent: list[Row], content: Content) -> bool:
    """Takes up a labelled row; True when a list of absent people goes on in the next row."""
    row, label = each.row, each.label
    if label is None:
        return False
    rest = row.cut(label.end)
    if label.role in SECTIONS:
        before = sections[-1]
        sections.append(Section(label.role, label.printed))
        _append(sections[-1], rest)
        if label.printed.lower() in _ROUTE and label.colon and 0 < len(rest.text) <= 80:
            sections.append(Section(before.role, before.label))
    elif label.role == "decider":
        if rest.text and len(rest.text) <= _LABEL_IN_VALUE:
            content.decided_by = rest.text.strip(" .:")
        elif not rest.text:
            sections.append(Section("decider", label.printed))
        else:
            _append(sections[-1], row)
    elif label.role == "access":
        word = rest.text.lower()
        if word.startswith(("lukk", "fortrol", "ikke")):
            content.access = "closed"
        elif word.startswith(("åb", "offentlig")):
            content.access = _stricter(content.access, "open")
    elif label.role == "absent":
        absent.append(row)
        return (not rest.text and not label.colon) or rest.text.endswith((",", " og"))
    elif label.role == "meta" and access_at_end(rest.text):
        content.access = _stricter(content.access, access_at_end(rest.text))
    elif label.role == "meta" and (len(rest.text) <= _LABEL_IN_VALUE and (label.colon or label.alone)):
        if rest.text and label.printed.lower() in CASE_PEOPLE:
            absent.append(row)
        if not rest.text and sections[-1].role != "meta":
            sections.append(Section("meta", label.printed))
    else:
        _append(sections[-1], row)
    return False


def _case(each: Seen, content: Content, body: str | None) -> None:
    if each.case is None:
        return
    number, end = each.case
    if number and content.case_number is None:
        content.case_number = number
    said = access_at_end(each.row.text)
    if said:
        content.access = _stricter(content.access, said)
    rest = each.row.text[end:].strip()
    if rest and not said and content.decided_by is None and same_body(rest, body):
        content.decided_by = rest


def _opens(section: Section, row: Row, following: Sequence[Seen]) -> bool:
    """Whether a heading without a known label opens a section: not where a decision's own words may be bold."""
    if section.role in ("decision", "recommendation") and not section.rows:
        return False
    text_follows = bool(following) and following[0].plain and not following[0].row.role.startswith("h")
    return text_follows and len(row.text) <= 120 and not row.text.endswith(".")


def _append(section: Section, row: Row) -> None:
    if row.text.strip(" |"):
        section.rows.append(row)


def _names_only(text: str) -> bool:
    return len(text) < 200 and not text.endswith(".") and bool(split_names([text]))


def _stricter(one: Access | None, other: Access | None) -> Access | None:
    return "closed" if "closed" in (one, other) else one or other


def content_is_closed(text: str) -> bool:
    """Whether an item's own text says that it is treated behind closed doors."""
    return _CLOSED.search(text) is not None
