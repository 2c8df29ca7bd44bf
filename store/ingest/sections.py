"""An item's rows cut into its labelled sections, and what its lines say outside of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.accessmarks import access_at_end
from store.ingest.bodies import same_body
from store.ingest.flow import Row
from store.ingest.headings import SECTIONS, Label
from store.ingest.itemparts import Content as Content
from store.ingest.itemparts import Section as Section
from store.ingest.itemparts import append, behind_heading, by_form, decision_parts, own_heading, value_of_type
from store.ingest.names import FIRST_NAMES, split_names
from store.ingest.parsed import Access
from store.ingest.recognise import Seen
from store.ingest.sectionforms import is_portal_word

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
_NEXT = re.compile(
    r"[•·\s]*(?:pkt\.|punkt|dagsordens?punkt)\s?\d{1,4}\w?[.:]?\s+[A-ZÆØÅ][^.!?]{2,200}\Z", re.IGNORECASE
)
"""A link to the next item, which a page's list of items leaves behind."""
_TAIL = re.compile(r"(?:\A(?:Relaterede|Lignende) dokumenter|.{12}\sLæs mere)[\s.»›]*\Z")
"""Where a site for documents goes on with others that are none of the minutes."""
_FOR_ITEM = re.compile(r"\s(?:for|til|under)\s(?:dagsordens)?(?:punkt|pkt|sag)\b", re.IGNORECASE)
_CLOSING = frozenset({
    "næste møde", "mødet slut", "mødet hævet", "mødet sluttede", "mødeslut", "sluttidspunkt", "sluttidspunkt for møde",
})  # fmt: skip
"""Labels of the meeting's end: what follows them decides nothing."""


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
        if each.plain and _TAIL.search(row.text):
            while sections[-1].rows and row.text.startswith(sections[-1].rows[-1].text):
                sections[-1].rows.pop()
            break
        if (each.plain and is_portal_word(row.text)) or value_of_type(each, seen[index - 1] if index else None):
            continue
        shaped = by_form(sections[-1], each, seen[index + 1 : index + 2])
        again = own_heading(sections[-1], each)
        if again:
            sections.append(Section("decision", again.printed, [], again))
        elif shaped:
            sections.append(Section(shaped.role, shaped.printed))
            append(sections[-1], row.cut(shaped.end))
        elif each.case:
            _case(each, content, body)
        elif each.access:
            content.access = _stricter(content.access, each.access)
        elif each.head:
            sections.append(Section("decision", each.head.printed, [], each.head))
            titled = _FOR_ITEM.search(each.head.printed) and (row.role.startswith("h") or row.block)
            decision_parts(sections, row.cut(len(row.text) if titled else each.head.end))
        elif each.label:
            names_next = _labelled(each, sections, absent, content, seen[index + 1 : index + 2])
        elif row.role.startswith("h") and _opens(sections[-1], row, seen[index + 1 :]):
            sections.append(Section("background", " ".join(row.text.split())))
        elif sections[-1].role == "decision" and _ABSENT.match(row.text) and len(row.text) < 300:
            absent.append(row)
            names_next = row.text.endswith((",", " og"))
        else:
            append(sections[-1], behind_heading(sections[-1], row))
    return sections, absent


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
        append(sections[-1], rest)
        if label.printed.lower() in _ROUTE and label.colon and 0 < len(rest.text) <= 80:
            sections.append(Section(before.role, before.label))
    elif label.role == "decider":
        if rest.text and len(rest.text) <= _LABEL_IN_VALUE:
            content.decided_by = rest.text.strip(" .:")
        elif not rest.text:
            sections.append(Section("decider", label.printed))
        else:
            append(sections[-1], row)
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
        append(sections[-1], rest)
    elif label.role == "meta" and access_at_end(rest.text):
        content.access = _stricter(content.access, access_at_end(rest.text))
    elif label.role == "meta" and (len(rest.text) <= _LABEL_IN_VALUE and (label.colon or label.alone)):
        if rest.text and label.printed.lower() in CASE_PEOPLE:
            absent.append(row)
        if not rest.text and sections[-1].role != "meta":
            sections.append(Section("meta", label.printed))
    else:
        append(sections[-1], row)
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
    low = text.lower()
    return ("lukke" in low or "fortrolig" in low) and _CLOSED.search(text) is not None
