"""An item's rows cut into its labelled sections, and what its lines say outside of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from store.ingest.accessmarks import access_at_end
from store.ingest.bodies import same_body
from store.ingest.decisionheads import DecisionHead, decision_head
from store.ingest.flow import Row
from store.ingest.headings import SECTIONS, Label
from store.ingest.labels import Role
from store.ingest.names import FIRST_NAMES, split_names
from store.ingest.parsed import Access, ParsedAttachment, ParsedFact
from store.ingest.recognise import Seen
from store.ingest.sectionforms import FormHeading, ending_heading, is_portal_word

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
_ITEM_AGAIN = re.compile(r"(?:dagsordens?punkt|punkt|pkt\.?|sag)\s(?:nr\.?\s)?\d{1,4}\w?\s?[:.–-]\s", re.IGNORECASE)
_STOP = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ])")
_NEXT = re.compile(
    r"[•·\s]*(?:pkt\.|punkt|dagsordens?punkt)\s?\d{1,4}\w?[.:]?\s+[A-ZÆØÅ][^.!?]{2,200}\Z", re.IGNORECASE
)
"""A link to the next item, which a page's list of items leaves behind."""
_CLOSING = frozenset({
    "næste møde", "mødet slut", "mødet hævet", "mødet sluttede", "mødeslut", "sluttidspunkt", "sluttidspunkt for møde",
})  # fmt: skip
"""Labels of the meeting's end: what follows them decides nothing."""


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
    if seen and seen[-1].row.role == "li" and _NEXT.match(seen[-1].row.text):
        seen = seen[:-1]
    for index, each in enumerate(seen):
        row = each.row
        if names_next and each.plain and _names_only(row.text):
            absent.append(row)
            continue
        names_next = False
        if each.plain and is_portal_word(row.text):
            continue
        shaped = _by_form(sections[-1], each, seen[index + 1 : index + 2])
        again = _again(sections[-1], each)
        if again:
            sections.append(Section("decision", again.printed, [], again))
        elif shaped:
            sections.append(Section(shaped.role, shaped.printed))
            _append(sections[-1], row.cut(shaped.end))
        elif each.case:
            _case(each, content, body)
        elif each.access:
            content.access = _stricter(content.access, each.access)
        elif each.head:
            sections.append(Section("decision", each.head.printed, [], each.head))
            _decision_parts(sections, row.cut(each.head.end))
        elif each.label:
            names_next = _labelled(each, sections, absent, content, seen[index + 1 : index + 2])
        elif row.role.startswith("h") and _opens(sections[-1], row, seen[index + 1 :]):
            sections.append(Section("background", " ".join(row.text.split())))
        elif sections[-1].role == "decision" and _ABSENT.match(row.text) and len(row.text) < 300:
            absent.append(row)
            names_next = row.text.endswith((",", " og"))
        else:
            _append(sections[-1], _behind_heading(sections[-1], row))
    return sections, absent


def _decision_parts(sections: list[Section], row: Row) -> None:
    """Takes up what stands behind a heading, cut where the next body's result follows in the same line."""
    for stop in _STOP.finditer(row.text):
        head = decision_head(row.text[stop.end() : stop.end() + 200])
        if head and head.colon and head.on and head.by:
            _append(sections[-1], row.cut(0, stop.end()))
            sections.append(Section("decision", head.printed, [], head))
            _decision_parts(sections, row.cut(stop.end() + head.end))
            return
    _append(sections[-1], row)


def _by_form(section: Section, each: Seen, following: Sequence[Seen]) -> FormHeading | None:
    """The heading that ends a decision or a recommendation although its words are on no list."""
    if not section.rows or not each.plain:
        return None
    below = following[0].row if following and following[0].plain else None
    return ending_heading(section.role, section.rows, each.row, section.rows[-1], below)


def _again(section: Section, each: Seen) -> DecisionHead | None:
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


def _labelled(
    each: Seen, sections: list[Section], absent: list[Row], content: Content, following: Sequence[Seen]
) -> bool:
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
    elif label.role in ("absent", "present") and label.alone and sections[-1].rows and not _people(following):
        # A list of people ends the text before it; what is no name below it belongs to the list, not to that text.
        sections.append(Section("background", label.printed))
        return label.role == "absent"
    elif label.role == "absent":
        absent.extend([row] if rest.text else [])
        return not rest.text or rest.text.endswith((",", " og"))
    elif sections[-1].role == "decision" and sections[-1].rows and _closes(label):
        sections.append(Section("meta", label.printed))
        _append(sections[-1], rest)
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


def _closes(label: Label) -> bool:
    return label.role == "signature" or (label.role == "head" and label.printed.lower() in _CLOSING)


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


def _people(following: Sequence[Seen]) -> bool:
    """Whether the next row names people or says that there are none: then the text before goes on behind it."""
    text = following[0].row.text if following and following[0].plain else ""
    return _names_only(text) or text.strip(" .–-").lower() in ("", "ingen", "intet", "alle", "alle var til stede")


def _names_only(text: str) -> bool:
    """Whether a row is nothing but names: two words each, or a known first name, for "Godkendt" looks like one too."""
    names = split_names([text]) if len(text) < 200 and not text.endswith(".") else ()
    return bool(names) and all(" " in name or name.lower() in FIRST_NAMES for name in names)


def _stricter(one: Access | None, other: Access | None) -> Access | None:
    return "closed" if "closed" in (one, other) else one or other


def content_is_closed(text: str) -> bool:
    """Whether an item's own text says that it is treated behind closed doors."""
    return _CLOSED.search(text) is not None
