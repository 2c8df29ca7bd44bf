"""Lists: decisions by meeting, the course of a case, related decisions, attachments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cards import meetingphrases as mp
from cards import phrases as p
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.grammar import definite
from cards.parts import (
    Frame,
    Node,
    Prompt,
    Rendered,
    Sheet,
    escaped,
    execute,
    eyebrow,
    heading,
    label,
    notice,
    rich,
    row,
    run,
    tap,
)
from cards.places import source_name
from cards.prompts import about_item, elsewhere, prompts
from cards.scopes import Scope, counted
from cards.sentences import class_name
from cards.texts import Texts, clean, shorten, texts
from store.records import Intent, ItemRecord, MeetingRecord

PAGE = 8
"""Entries on one card."""
_LINE = 160


@dataclass(frozen=True, slots=True)
class Listed:
    """Entries of a list with what stands above them. `count` is how many there are in all."""

    items: Sequence[ItemRecord]
    count: int
    start: int = 0
    more: Mapping[str, object] | None = None
    """What the button for the next page carries, without the place to go on from."""


def _decision_line(item: ItemRecord, t: Texts) -> tuple[str | None, str]:
    """The decision's class and wording, briefly; what is said where there is none."""
    decided = item.of("decision")
    if decided:
        return class_name(decided[0], t), shorten(clean(decided[0].text), _LINE)
    if item.closed and not item.facts:
        return None, t.say(p.DECISION_NOT_PUBLIC)
    if item.document is not None and item.document.kind in ("agenda", "supplement"):
        return None, t.say(p.ON_AGENDA_LINE)
    return None, t.say(p.NO_DECISION_LINE)


def title_of(item: ItemRecord, t: Texts) -> str:
    """ "72. Brug af provenuet …"."""
    return t.say(p.NUMBERED, number=item.number, title=item.title) if item.number else clean(item.title)


def place_of(meeting: MeetingRecord, t: Texts) -> str:
    """ "Direktionen, 22. oktober 2015", as much of it as is known."""
    return ", ".join(part for part in (definite(meeting.body), t.date_of(meeting.date) if meeting.date else "") if part)


def entry(item: ItemRecord, t: Texts, *, dated: bool) -> Node:
    """One item as a row that can be pressed."""
    named, line = _decision_line(item, t)
    runs = [run(f"{named}: ", bold=True)] if named else []
    head = [run(title_of(item, t), bold=True, link=True)]
    if item.closed:
        head.append(run(f"  {t.say(p.CLOSED_ITEM)}", bold=True, warn=True))
    lines = [rich(*head)]
    if dated:
        lines.insert(0, rich(run(place_of(item.meeting, t), subtle=True)))
    lines.append(rich(*runs, run(line), spacing="None"))
    node: Node = {"type": "Container", "spacing": "Small", "items": lines}
    return tap(node, shorten(title_of(item, t), 80), verbs.ITEM, {"item": item.key})


def spoken_lines(items: Iterable[ItemRecord], t: Texts, *, dated: bool = False) -> list[str]:
    """The same as text, one line an item."""
    lines = []
    for item in items:
        named, line = _decision_line(item, t)
        told = f"{named}: {line}" if named else line
        lines.append(
            f"{place_of(item.meeting, t)}: {title_of(item, t)}. {told}" if dated else f"{title_of(item, t)}. {told}"
        )
    return lines


def finished(
    sheet: Sheet, spoken: Sequence[str], items: Sequence[ItemRecord], suggested: Sequence[Prompt], frame: Frame
) -> Rendered:
    """The card with the text that stands alone; `items` are those that it shows."""
    t = sheet.t
    text = "\n".join(spoken)
    sheet.add(shared_line(frame, t))
    return Rendered(
        text=with_shared_line(text, frame, t),
        card=sheet.build(text),
        prompts=tuple(suggested),
        items=tuple(dict.fromkeys(item.key for item in items)),
        documents=tuple(dict.fromkeys(item.document.id for item in items if item.document)),
    )


def paged(listed: Listed, t: Texts) -> tuple[Sequence[ItemRecord], Node | None, Node | None]:
    """The entries of this page, the line that says which they are, and the button for the next."""
    shown = listed.items[listed.start : listed.start + PAGE]
    last = listed.start + len(shown)
    part = listed.count > len(shown)
    line = notice(t.say(p.SHOWING, first=listed.start + 1, last=last, count=listed.count)) if part else None
    button = None
    if last < len(listed.items) and listed.more is not None:
        button = execute(t.say(p.BUTTON_MORE), verbs.MORE, {**listed.more, "from": last})
    elif last < listed.count:
        line = notice(f"{t.say(p.SHOWING, first=listed.start + 1, last=last, count=listed.count)} {t.say(p.TOO_MANY)}")
    return shown, line, button


def decisions(listed: Listed, scope: Scope, frame: Frame) -> Rendered:
    """Decisions grouped by meeting, newest meeting as it comes."""
    t = texts(frame.lang)
    shown, line, button = paged(listed, t)
    told = counted(scope, listed.items, listed.count, t)
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(p.LABEL_DECISIONS)), rich(run(told, bold=True, large=True), spacing="Small"), line)
    spoken = [told]
    meeting = None
    for item in shown:
        if item.meeting.key != meeting:
            meeting = item.meeting.key
            sheet.add({**heading(escaped(place_of(item.meeting, t)), level="section"), "separator": True})
            spoken.append(f"{place_of(item.meeting, t)}:")
        sheet.add(entry(item, t, dated=False))
        spoken += spoken_lines([item], t)
    sheet.press(button)
    return finished(sheet, spoken, shown, elsewhere(t, but=p.ASK_LATEST), frame)


def course(
    items: Sequence[ItemRecord],
    frame: Frame,
    start: int = 0,
    more: Mapping[str, object] | None = None,
    steps: Sequence[str] = (),
) -> Rendered:
    """The course of a case as a timeline, oldest first; `steps` are what was done with it on its way to a meeting."""
    t = texts(frame.lang)
    shown, line, button = paged(Listed(items, len(items), start, more), t)
    meetings = len({item.meeting.key for item in items})
    told = t.say(p.COURSE_ONCE) if meetings == 1 else t.say(p.COURSE_FOUND, count=meetings)
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(p.LABEL_COURSE)), rich(run(told, bold=True, large=True), spacing="Small"))
    case = next((item.case_number for item in items if item.case_number), None)
    if case:
        sheet.add(rich(run(f"{t.say(p.LABEL_CASE)}: ", bold=True), run(case), spacing="Small"))
    sheet.add(line)
    for item in shown:
        sheet.add({**entry(item, t, dated=True), "separator": True, "spacing": "Medium"})
    if steps:
        sheet.add(label(t.say(mp.COURSE_STEPS)), *(notice(step) for step in steps))
    sheet.press(button)
    wanted = prompts([*about_item(items[-1], "case_course"), p.ASK_LATEST], t) if items else elsewhere(t)
    spoken = [told, *spoken_lines(shown, t, dated=True)]
    if steps:
        spoken += [f"{t.say(mp.COURSE_STEPS)}:", *(f"– {step}" for step in steps)]
    return finished(sheet, spoken, shown, wanted, frame)


def related(items: Sequence[ItemRecord], frame: Frame) -> Rendered:
    """Decisions on similar matters, best first."""
    t = texts(frame.lang)
    told = t.say(p.RELATED_FOUND, count=len(items)) if items else t.say(p.RELATED_NONE)
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(p.LABEL_RELATED)), rich(run(told, bold=True, large=True), spacing="Small"))
    for item in items[:PAGE]:
        sheet.add({**entry(item, t, dated=True), "separator": True, "spacing": "Medium"})
    return finished(sheet, [told, *spoken_lines(items[:PAGE], t, dated=True)], items[:PAGE], elsewhere(t), frame)


def attachments(item: ItemRecord, frame: Frame) -> Rendered:
    """The attachments of an item that the reader may know of."""
    t = texts(frame.lang)
    title = t.quoted(item.title)
    found = item.attachments
    told = (
        t.say(p.ATTACHMENTS_FOUND, count=len(found), title=title) if found else t.say(p.ATTACHMENTS_NONE, title=title)
    )
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(p.LABEL_ATTACHMENTS)), rich(run(told, bold=True, large=True), spacing="Small"))
    spoken = [told]
    for each in found[:40]:
        line = f"{each.number}: {each.title}" if each.number else each.title
        runs = [run(line)]
        if each.closed:
            runs.append(run(f"  ({t.say(p.CLOSED_ATTACHMENT)})", bold=True, warn=True))
        if each.page is not None:
            runs.append(run(f", {t.say(p.PAGE, page=each.page)}", subtle=True))
        sheet.add({"type": "Container", "style": "emphasis", "spacing": "Small", "items": [rich(*runs)]})
        spoken.append(clean(line) + (f" ({t.say(p.CLOSED_ATTACHMENT)})" if each.closed else ""))
    rows = [(t.say(p.LABEL_MEETING), place_of(item.meeting, t)), (t.say(p.LABEL_CASE), item.case_number or "")]
    if item.document:
        rows.append((t.say(p.LABEL_SOURCE), source_name(item.document, item.page, t)))
    for number, (name, value) in enumerate(each for each in rows if each[1]):
        sheet.add(row(name, value) if number else {**row(name, value), "separator": True})
        spoken.append(f"{name}: {clean(value)}")
    sheet.press(execute(t.say(p.BUTTON_ITEM), verbs.ITEM, {"item": item.key}))
    wanted: Intent = "attachments"
    return finished(sheet, spoken, [item], prompts([*about_item(item, wanted), p.ASK_LATEST], t), frame)
