"""An item on its way, laid out as members will read it, and one of its texts whole, page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cards import casephrases as cp
from cards import verbs
from cards.caseinputs import numbered
from cards.casetold import access, file_line, named, place
from cards.casewords import TYPES
from cards.catalogue import Phrase
from cards.parts import Frame, Node, Rendered, Sheet, actions, execute, eyebrow, label, notice, quote, rich, row, run
from cards.texts import Texts, clean, shorten, texts
from store.agenda.records import AgendaItem

SHOWN = 900
"""Characters of one text on a card that shows the whole item."""
PAGE = 6000
"""Characters of one page of a text that is read whole."""
MOST_FILES = 12
PARTS: Mapping[str, Phrase] = {
    "description": cp.FIELD_DESCRIPTION,
    "finance": cp.FIELD_FINANCE,
    "assessment": cp.FIELD_ASSESSMENT,
    "recommendations": cp.FIELD_RECOMMENDATIONS,
}
"""The long texts of an item, in the order in which they are read, with their headings."""
NAMES: Mapping[str, Phrase] = {
    "place": cp.ROW_MEETING,
    "title": cp.FIELD_TITLE,
    "case_number": cp.FIELD_CASE_NUMBER_SHORT,
    "type": cp.FIELD_TYPE_SHORT,
    **PARTS,
    "access": cp.FIELD_ACCESS_SHORT,
    "closed_reason": cp.FIELD_ACCESS_SHORT,
    "closed_note": cp.FIELD_ACCESS_SHORT,
    "presenter": cp.FIELD_PRESENTER,
    "responsible": cp.FIELD_RESPONSIBLE,
    "minutes": cp.FIELD_MINUTES_SHORT,
    "late_reason": cp.FIELD_LATE_SHORT,
}
"""What the inputs of the wizard are called in a sentence."""


def text_of(item: AgendaItem, part: str) -> str:
    """One of the long texts; recommendations as numbered lines, a single one without its number."""
    if part == "recommendations":
        lines = item.recommendations
        return lines[0] if len(lines) == 1 else numbered(lines)
    return {"description": item.description, "finance": item.finance, "assessment": item.assessment}.get(part, "")


def paragraphs(text: str) -> list[str]:
    """The lines of a text that hold anything."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def rows(item: AgendaItem, t: Texts) -> list[tuple[str, str]]:
    """What stands above the texts, as labels and values."""
    found = [
        (t.say(cp.ROW_MEETING), place(item, t)),
        (t.say(cp.FIELD_CASE_NUMBER_SHORT), item.case_number),
        (t.say(cp.FIELD_TYPE_SHORT), t.say(TYPES[item.type])),
        (t.say(cp.FIELD_ACCESS_SHORT), access(item, t)),
        (t.say(cp.FIELD_PRESENTER), item.presenter.text if item.presenter else ""),
        (t.say(cp.FIELD_RESPONSIBLE), item.responsible.text if item.responsible else ""),
        (t.say(cp.FIELD_MINUTES_SHORT), t.say(cp.MINUTES_LONG, count=item.minutes) if item.minutes else ""),
        (t.say(cp.FIELD_LATE_SHORT), item.late_reason),
    ]
    return [(name, clean(value)) for name, value in found if value]


def body(item: AgendaItem, t: Texts, *, shown: int = SHOWN) -> list[Node]:
    """The item as members will read it; what does not fit is cut and can be read whole by its button."""
    found: list[Node] = []
    found.append(rich(run(clean(item.title) or t.say(cp.UNTITLED), bold=True, large=True), spacing="Small"))
    found += [row(name, shorten(value, 300)) for name, value in rows(item, t)]
    for part, name in PARTS.items():
        found += _text(item, part, name, shown, t)
    if item.files:
        found.append(label(t.say(cp.FILES_COUNT, count=len(item.files))))
        found += [row(shorten(clean(file.name), 120), file_line(file, t)) for file in item.files[:MOST_FILES]]
        if len(item.files) > MOST_FILES:
            found.append(notice(t.say(cp.FILES_MORE, count=len(item.files) - MOST_FILES)))
    return found


def spoken(item: AgendaItem, t: Texts) -> str:
    """The same as text, shortened: for clients that show no cards and for screen readers."""
    lines = [named(item, t), *(f"{name}: {shorten(value, 200)}" for name, value in rows(item, t))]
    for part, name in PARTS.items():
        told = " ".join(paragraphs(text_of(item, part)))
        if told:
            lines.append(f"{t.say(name)}: {shorten(clean(told), 400)}")
    return "\n".join(lines)


def _text(item: AgendaItem, part: str, name: Phrase, shown: int, t: Texts) -> list[Node]:
    text = text_of(item, part)
    if not text.strip():
        return []
    cut, left = [], shown
    for line in paragraphs(text):
        if left <= 0:
            break
        cut.append(shorten(line, left))
        left -= len(line)
    nodes = [label(t.say(name)), quote(cut)]
    if len(text) > shown:
        press = execute(t.say(cp.BUTTON_WHOLE, label=t.say(name)), verbs.CASE_TEXT, {"item": item.id, "part": part})
        nodes.append(actions(press))
    return nodes


def pages(text: str) -> Sequence[str]:
    """A long text in pages, cut between paragraphs where one ends in time, else between sentences."""
    found, at = [], 0
    while at < len(text):
        rest = text[at : at + PAGE]
        if at + PAGE < len(text):
            end = max(rest.rfind("\n"), rest.rfind(". ") + 1)
            rest = rest[: end + 1] if end > PAGE // 2 else rest[: rest.rfind(" ") + 1] or rest
        found.append(rest)
        at += len(rest)
    return found


def whole(item: AgendaItem, part: str, number: int, frame: Frame) -> Rendered:
    """One of the item's texts, from the page of this number (0 is the first)."""
    t = texts(frame.lang)
    found = pages(text_of(item, part)) or [t.say(cp.NOTHING_WRITTEN)]
    number = min(max(number, 0), len(found) - 1)
    sheet = Sheet(t, full=True)
    heading = t.say(PARTS[part])
    sheet.add(eyebrow(heading), rich(run(named(item, t), bold=True), spacing="Small"))
    if len(found) > 1:
        sheet.add(notice(t.say(cp.PAGE_OF, number=number + 1, count=len(found))))
    sheet.add(quote(paragraphs(found[number])))
    if number + 1 < len(found):
        sheet.press(
            execute(t.say(cp.BUTTON_GO_ON), verbs.CASE_TEXT, {"item": item.id, "part": part, "from": number + 1})
        )
    text = f"{heading}: {named(item, t)}\n{shorten(clean(found[number]), 1000)}"
    return Rendered(text, card=sheet.build(text))
