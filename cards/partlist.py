"""A whole list as its source has it: counted, in order, numbered as printed, with what the source leaves out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cards import phrases as p
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.origin import buttons_for, cited, title_in
from cards.parts import Frame, Node, Rendered, Sheet, execute, eyebrow, label, notice, rich, row, run
from cards.phrases import Phrase
from cards.places import source_name
from cards.prompts import prompts
from cards.texts import Texts, clean, shorten, texts
from store.records import DocumentRef, Fact, InitiativeRecord, ListRecord, PartKind

PAGE = 20
"""Elements on one card; the text form has the names of all."""
_TEXT = 420
_SPOKEN = 240
_COUNTED: dict[PartKind, Phrase] = {
    "phase": p.PARTS_PHASE,
    "focus_area": p.PARTS_FOCUS_AREA,
    "action": p.PARTS_ACTION,
    "group": p.PARTS_GROUP,
    "case": p.PARTS_CASE,
    "recommendation": p.PARTS_RECOMMENDATION,
    "barrier": p.PARTS_BARRIER,
    "goal": p.PARTS_GOAL,
    "principle": p.PARTS_PRINCIPLE,
    "member": p.PARTS_MEMBER,
    "element": p.PARTS_ELEMENT,
}


def count_word(count: int, t: Texts) -> str:
    """ "syv", "seven"; in figures from thirteen on, as both languages write it."""
    known = t.say(p.COUNT_WORDS).split()
    return known[count - 1] if 1 <= count <= len(known) else str(t.value(count))


def counted(kind: PartKind, count: int, t: Texts) -> str:
    """ "syv fokusområder"."""
    return t.say(_COUNTED[kind], count=count, number=count_word(count, t))


def list_sentence(record: InitiativeRecord | None, listed: ListRecord, t: Texts) -> str:
    """How many there are, and in what."""
    return t.say(
        p.LIST_IS,
        count=len(listed.parts),
        what=counted(listed.kind, len(listed.parts), t),
        title=title_in(record, listed.parts, t),
    )


def remarks(listed: ListRecord, many: int | None, t: Texts) -> list[str]:
    """Where the source breaks off, names fewer than it says, or differs from the question."""
    named, said = len(listed.parts), []
    if listed.announced is not None and listed.announced != named:
        words = {"announced": count_word(listed.announced, t), "named": count_word(named, t)}
        said.append(t.say(p.LIST_FEWER, **words))
    elif not listed.complete and named:
        said.append(t.say(p.LIST_BREAKS, number=listed.parts[-1].number or str(named)))
    if many is not None and many not in (named, listed.announced):
        said.append(t.say(p.LIST_OTHER, many=count_word(many, t), named=count_word(named, t)))
    return said


def whole(
    record: InitiativeRecord | None, listed: ListRecord, frame: Frame, *, many: int | None = None, start: int = 0
) -> Rendered:
    """The list, a page of it when it is long. `many`: how many the asker believed there are."""
    t = texts(frame.lang)
    told = list_sentence(record, listed, t)
    noted = remarks(listed, many, t)
    shown = listed.parts[start : start + PAGE]
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(p.LABEL_LIST)), rich(run(told, bold=True, large=True), spacing="Small"))
    for remark in noted:
        sheet.add(notice(remark))
    if len(shown) < len(listed.parts):
        sheet.add(notice(t.say(p.SHOWING_PARTS, first=start + 1, last=start + len(shown), count=len(listed.parts))))
    heading = clean(listed.name).strip().rstrip(" .:")
    sheet.add(label(heading))
    for place, part in enumerate(shown, start=start + 1):
        sheet.add(_element(part, place))
    for name, value in _places(listed, t):
        sheet.add(row(name, value))
    if record is not None and start + len(shown) < len(listed.parts):
        data = {"initiative": record.key, "list": listed.key, "from": start + len(shown)}
        sheet.press(execute(t.say(p.BUTTON_REST), verbs.PARTS, data))
    sheet.press(*buttons_for(record, listed.parts[0].document if listed.parts else None, frame, t))
    lines = [told, *noted, f"{heading}:"]
    lines += [_spoken(part, place) for place, part in enumerate(listed.parts, start=1)]
    lines += [f"{name}: {value}" for name, value in _places(listed, t)]
    text = "\n".join(lines)
    sheet.add(shared_line(frame, t))
    return Rendered(
        text=with_shared_line(text, frame, t),
        card=sheet.build(text),
        prompts=prompts([p.ASK_STATUS, p.ASK_MILESTONES, p.ASK_WHO], t),
        sources=cited(listed.parts, frame, t),
        items=tuple(dict.fromkeys(part.item for part in listed.parts if part.item)),
        documents=tuple(dict.fromkeys(part.document.id for part in listed.parts)),
    )


def number_of(part: Fact, place: int) -> str:
    """The element's number as printed, else its place in the list."""
    return (part.number or str(place)).rstrip(".)")


def numbered(part: Fact, place: int) -> str:
    """The number to stand before an element; "" where its own text begins with it."""
    number = number_of(part, place)
    begins = re.match(rf"\(?{re.escape(number)}(?:[.):]|\s|$)", clean(part.text).strip())
    return "" if begins else f"{number}. "


def head_and_rest(part: Fact) -> tuple[str, str]:
    """An element's name and the text that goes on from it; one of the two may be empty."""
    text = clean(part.text).strip()
    title = clean(part.title or "").strip()
    if not title or title == text:
        return text, ""
    at = text.find(title)
    if at == 0:
        return title, text[len(title) :].lstrip(" .:–-")
    return title, text


def _element(part: Fact, place: int) -> Node:
    """One element: its number and name, and what the source says of it."""
    head, rest = head_and_rest(part)
    short = len(head) <= 90
    number = numbered(part, place)
    runs = [run(number, bold=True)] if number else []
    items = [rich(*runs, run(shorten(head, _TEXT), bold=bool(rest) or short))]
    if rest:
        items.append(rich(run(shorten(rest, _TEXT)), spacing="None"))
    return {"type": "Container", "style": "emphasis", "spacing": "Small", "items": items}


def _spoken(part: Fact, place: int) -> str:
    return f"{numbered(part, place)}{shorten(clean(part.text).strip(), _SPOKEN)}"


def _places(listed: ListRecord, t: Texts) -> list[tuple[str, str]]:
    """The sources with the pages on which the list stands."""
    pages: dict[str, tuple[DocumentRef, list[int]]] = {}
    for part in listed.parts:
        kept = pages.setdefault(part.document.id, (part.document, []))
        if part.page is not None:
            kept[1].append(part.page)
    return [(t.say(p.LABEL_SOURCE), _source(document, found, t)) for document, found in pages.values()]


def _source(document: DocumentRef, found: Sequence[int], t: Texts) -> str:
    named = source_name(document, min(found) if found else None, t)
    return f"{named}–{max(found)}" if found and max(found) > min(found) else named
