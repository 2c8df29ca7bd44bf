"""The initiatives that there are: each with its kind, owner, status and next date, and opening its card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cards import phrases as p
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.initiative import dated
from cards.origin import KINDS, short_title
from cards.parts import Frame, Node, Rendered, Sheet, execute, eyebrow, notice, rich, run, tap
from cards.prompts import prompts
from cards.texts import Texts, clean, shorten, texts
from cards.timeline import entries, next_one
from cards.whens import when_said
from store.records import InitiativeRecord

PAGE = 12
_STATUS = 160


def known(records: Sequence[InitiativeRecord], today: date, frame: Frame, start: int = 0) -> Rendered:
    """The list of initiatives, a page of it when it is long."""
    t = texts(frame.lang)
    told = t.say(p.INITIATIVES_FOUND, count=len(records)) if records else t.say(p.INITIATIVES_NONE)
    shown = records[start : start + PAGE]
    last = start + len(shown)
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(p.LABEL_INITIATIVES)), rich(run(told, bold=True, large=True), spacing="Small"))
    if len(shown) < len(records):
        sheet.add(notice(t.say(p.SHOWING_PARTS, first=start + 1, last=last, count=len(records))))
    for record in shown:
        sheet.add(_row(record, today, t))
    if last < len(records):
        sheet.press(execute(t.say(p.BUTTON_REST), verbs.INITIATIVES, {"from": last}))
    text = "\n".join([told, *(f"– {'. '.join([clean(one.title), *_lines(one, today, t)])}" for one in records)])
    sheet.add(shared_line(frame, t))
    return Rendered(
        text=with_shared_line(text, frame, t),
        card=sheet.build(text),
        prompts=prompts([p.ASK_DUE, p.ASK_LATEST, p.ASK_HELP], t),
        items=(),
        documents=tuple(dict.fromkeys(one.document.id for one in records if one.document is not None)),
    )


def _row(record: InitiativeRecord, today: date, t: Texts) -> Node:
    head = [run(record.title, bold=True, link=True)]
    if record.closed:
        head.append(run(f"  {t.say(p.CLOSED_INITIATIVE)}", bold=True, warn=True))
    lines = [rich(*head), *(rich(run(line), spacing="None") for line in _lines(record, today, t))]
    node: Node = {"type": "Container", "separator": True, "spacing": "Medium", "items": lines}
    return tap(node, short_title(record.title), verbs.INITIATIVE, {"initiative": record.key})


def _lines(record: InitiativeRecord, today: date, t: Texts) -> list[str]:
    """Kind and owner, newest status, next date: what is known of them."""
    kind = t.say(KINDS[record.kind])
    out = [f"{kind}, {clean(record.owner)}" if record.owner else kind]
    newest = record.reports[0] if record.reports else None
    if newest is not None:
        name = t.say(p.STATUS_ON, date=newest.on) if newest.on else t.say(p.STATUS_LAST)
        out.append(f"{name}: {t.quoted(shorten(clean(newest.fact.text), _STATUS))}")
    elif record.status:
        out.append(f"{t.say(p.STATUS_LAST)}: {clean(record.status)}")
    coming = next_one(entries(dated(record), today))
    if coming is not None and coming.when is not None:
        out.append(t.say(p.NEXT_IS, what=t.quoted(shorten(coming.title, 100)), when=when_said(coming.when, t)))
    return out
