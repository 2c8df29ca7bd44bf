"""What a watch tells when something comes: one message for a meeting, or for a paper of no meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from cards import phrases as p
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.blocks import decision_blocks
from cards.lists import PAGE, entry, finished, place_of, spoken_lines, title_of
from cards.parts import (
    Frame,
    Node,
    Rendered,
    Sheet,
    execute,
    eyebrow,
    label,
    notice,
    open_url,
    quote,
    rich,
    row,
    run,
    tap,
)
from cards.places import link, source_name
from cards.prompts import prompt
from cards.texts import Texts, clean, shorten, texts
from cards.watch import stop_button, what
from store.records import DocumentRef, Finding, ItemRecord
from store.watch_records import Watch

_QUOTE, _PARAGRAPHS = 600, 12
_TITLE = 80
_NUMBER = re.compile(r"\d{1,2}\. ")


def meeting(
    watch: Watch, event: Literal["agenda", "held"], items: Sequence[ItemRecord], decided: int, frame: Frame
) -> Rendered:
    """Items of one meeting that have come on its agenda, or that minutes tell of; the first `decided` are decided.

    Needs an item.
    """
    t = texts(frame.lang)
    told = _told(watch, event, items, decided, t)
    sheet = _begun(told, frame, t)
    spoken = [told]
    if len(items) == 1 and decided:
        spoken += _whole(sheet, items[0])
    else:
        for item in items[:PAGE]:
            sheet.add({**entry(item, t, dated=False), "separator": True})
        spoken += spoken_lines(items[:PAGE], t)
    if len(items) > PAGE:
        line = t.say(p.SHOWING, first=1, last=PAGE, count=len(items))
        sheet.add(notice(line))
        spoken.append(line)
    if len(items) == 1:
        sheet.press(execute(t.say(p.BUTTON_ITEM), verbs.ITEM, {"item": items[0].key}))
        if items[0].case_number:
            sheet.press(execute(t.say(p.BUTTON_COURSE), verbs.COURSE, {"item": items[0].key}))
    sheet.press(stop_button(watch, t, aside=True))
    asked = [prompt(p.ASK_DECISION_ON, t, topic=t.quoted(clean(item.title))) for item in items[:3]]
    # A single decision stands there in full: nothing of it is left to ask.
    suggested = [each for each in asked if len(each.text) <= _TITLE] if decided and len(items) > 1 else []
    return finished(sheet, spoken, items[:PAGE], suggested, frame)


def _whole(sheet: Sheet, item: ItemRecord) -> list[str]:
    """One decision in full, with what it approves; gives the same as text."""
    t, decisions = sheet.t, item.of("decision")
    title = title_of(item, t)
    node: Node = {"type": "Container", "spacing": "Small", "items": [rich(run(title, bold=True, link=True))]}
    sheet.add(tap(node, shorten(title, _TITLE), verbs.ITEM, {"item": item.key}))
    spoken = [title]
    finding = Finding("answered", decisions, item=item)
    for name, paragraphs in decision_blocks(finding, decisions[0], item.of("recommendation"), t):
        short = [shorten(clean(paragraph), _QUOTE) for paragraph in paragraphs[:_PARAGRAPHS]]
        sheet.add(label(name), quote(short))
        quoted = [_quoted(paragraph, t) for paragraph in short]
        spoken += [f"{name}: {quoted[0]}"] if len(quoted) == 1 else [f"{name}:", *quoted]
    source = source_name(decisions[0].document, decisions[0].page, t)
    for phrase, value in ((p.LABEL_CASE, item.case_number or ""), (p.LABEL_SOURCE, source)):
        if value:
            sheet.add(row(t.say(phrase), value))
            spoken.append(f"{t.say(phrase)}: {clean(value)}")
    return spoken


def _quoted(paragraph: str, t: Texts) -> str:
    """In quotation marks, with our own number outside them."""
    number = _NUMBER.match(paragraph)
    before = number.group() if number else ""
    return f"{before}{t.quoted(paragraph[len(before) :])}"


def document(watch: Watch, paper: DocumentRef, frame: Frame) -> Rendered:
    """A paper of no meeting that is about what is watched for."""
    t = texts(frame.lang)
    phrase = p.NOTICE_DOCUMENT_BODY if watch.kind == "body" else p.NOTICE_DOCUMENT
    told = t.say(phrase, what=what(watch, t), title=t.quoted(paper.title))
    sheet = _begun(told, frame, t)
    sheet.add(shared_line(frame, t))
    url = link(paper, frame.hosts)
    if url:
        sheet.press(open_url(t.say(p.BUTTON_SOURCE), url))
    sheet.press(stop_button(watch, t, aside=True))
    return Rendered(with_shared_line(told, frame, t), card=sheet.build(told), documents=(paper.id,))


def _begun(told: str, frame: Frame, t: Texts) -> Sheet:
    sheet = Sheet(t, full=True)
    above = t.say(p.LABEL_WATCH_NEWS_HERE if frame.shared else p.LABEL_WATCH_NEWS)
    sheet.add(eyebrow(above), rich(run(told, bold=True, large=True), spacing="Small"))
    return sheet


def _told(watch: Watch, event: Literal["agenda", "held"], items: Sequence[ItemRecord], decided: int, t: Texts) -> str:
    """How many of what, and where."""
    place = place_of(items[0].meeting, t)
    if event == "agenda":
        of_topic, of_body, count = p.NOTICE_AGENDA, p.NOTICE_AGENDA_BODY, len(items)
    elif decided:
        of_topic, of_body, count = p.NOTICE_DECIDED, p.NOTICE_DECIDED_BODY, decided
    else:
        of_topic, of_body, count = p.NOTICE_TREATED, p.NOTICE_TREATED_BODY, len(items)
    if watch.kind == "body":
        return t.say(of_body, count=count, place=place)
    return t.say(of_topic, count=count, what=what(watch, t), place=place)
