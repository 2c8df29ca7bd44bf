"""A body's meeting calendar: twelve months of it, one meeting with what can be done, and what a change comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cards import phrases as p
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.calendartold import KINDS, rhythms, rule
from cards.coming import deadlines, marks
from cards.comingtold import when_held
from cards.grammar import definite
from cards.missing import cancel_button
from cards.parts import Frame, Node, Rendered, Sheet, escaped, execute, eyebrow, heading, notice, rich, row, run, tap
from cards.phrases import Phrase
from cards.prompts import elsewhere
from cards.texts import Texts, clean, shorten, texts
from store.calendar_records import CalendarMeeting, PlanRecord

MOST = 30
"""Meetings on one card."""


def calendar(
    record: PlanRecord, meetings: Sequence[CalendarMeeting], today: date, frame: Frame, changed_by: str | None = None
) -> Rendered:
    """Twelve months of a body, by month; who keeps it can press each row. `changed_by`: who changed it last."""
    t = texts(frame.lang)
    body, keeps = definite(record.body.name), record.keeps and not frame.shared
    held = sum(one.held for one in meetings)
    told = t.say(p.CALENDAR_12, body=body, count=held) if held else t.say(p.CALENDAR_NONE, body=body)
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(p.LABEL_CALENDAR)), rich(run(told, bold=True, large=True), spacing="Small"))
    spoken = [told]
    facts = [(t.say(p.LABEL_RHYTHM), rhythms(record.plan.patterns, today, t))] if record.version else []
    facts += [(t.say(KINDS[one.kind]), rule(one, t)) for one in record.plan.deadlines] if record.version else []
    if keeps and changed_by and record.changed is not None:
        facts.append((t.say(p.LABEL_CHANGED), t.say(p.CHANGED_BY, when=t.moment(record.changed.at), name=changed_by)))
    for name, value in facts:
        sheet.add(row(name, value))
        spoken.append(f"{name}: {clean(value)}")
    shown = meetings[:MOST]
    if len(shown) < len(meetings):
        sheet.add(notice(t.say(p.SHOWING, first=1, last=len(shown), count=len(meetings))))
    if keeps and shown:
        sheet.add(notice(t.say(p.CALENDAR_ROWS)))
    spoken += _months(sheet, shown, keeps=keeps)
    if keeps:
        sheet.press(execute(t.say(p.BUTTON_EDIT_CALENDAR), verbs.CALENDAR_FORM, {"body": record.body.key}))
    sheet.add(shared_line(frame, t))
    text = "\n".join(spoken)
    return Rendered(with_shared_line(text, frame, t), card=sheet.build(text), prompts=elsewhere(t))


def _months(sheet: Sheet, meetings: Sequence[CalendarMeeting], *, keeps: bool) -> list[str]:
    t, spoken, last = sheet.t, [], ""
    for meeting in meetings:
        if (named := t.month(meeting.day)) != last:
            last = named
            title = named[:1].upper() + named[1:]
            sheet.add({**heading(escaped(title), level="section"), "separator": True})
            spoken.append(f"{title}:")
        line, noted = when_held(meeting, t), marks(meeting, t)
        line = line[:1].upper() + line[1:]
        runs = [run(line, link=keeps, subtle=not meeting.held)]
        runs += (
            [run(f"  {'. '.join(noted)}", bold=True, warn=not meeting.held or meeting.on_a_day_off)] if noted else []
        )
        lines = [rich(*runs)]
        due = deadlines(meeting, t, whole=False)[:1] if meeting.held else []
        lines += [rich(run(each, subtle=True), spacing="None") for each in due]
        node: Node = {"type": "Container", "spacing": "Small", "items": lines}
        data = {"body": meeting.body_key, "day": meeting.day.isoformat()}
        sheet.add(tap(node, shorten(line, 80), verbs.CALENDAR_DAY, data) if keeps else node)
        spoken.append(". ".join([line, *noted, *due]))
    return spoken


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before a change: the sentence, rows of what it comes to, remarks, and the button."""

    sentence: str
    rows: Sequence[tuple[str, str]]
    remarks: Sequence[str]
    button: Phrase
    data: dict[str, object]
    grave: bool = False


def ask(question: Question, frame: Frame) -> Rendered:
    """Asks once, showing what will change."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(p.LABEL_CALENDAR)), heading(escaped(question.sentence)))
    for number, (name, value) in enumerate(question.rows):
        sheet.add(row(name, value, **({"separator": True} if number == 0 else {})))
    for remark in question.remarks:
        sheet.add(notice(remark))
    style = "destructive" if question.grave else "positive"
    sheet.press(execute(t.say(question.button), verbs.CALENDAR_APPLY, question.data, style=style), cancel_button(t))
    told = [question.sentence, *(f"{name}: {clean(value)}" for name, value in question.rows), *question.remarks]
    text = "\n".join(told)
    return Rendered(text, card=sheet.build(text))


def done(told: str, rows: Sequence[tuple[str, str]], body: str, version: int, frame: Frame) -> Rendered:
    """What was changed, with the way back."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    sheet.add(heading(escaped(told)), *(row(name, value) for name, value in rows))
    sheet.press(
        execute(t.say(p.BUTTON_UNDO), verbs.CALENDAR_UNDO, {"body": body, "version": version}),
        execute(t.say(p.BUTTON_SHOW_CALENDAR), verbs.CALENDAR, {"body": body}),
    )
    text = "\n".join([told, *(f"{name}: {clean(value)}" for name, value in rows)])
    return Rendered(text, card=sheet.build(text), prompts=elsewhere(t))


def stopped(told: str, body: str, frame: Frame, *, form: bool = False) -> Rendered:
    """Why nothing was changed, and the way to the calendar as it is now, or to the `form` that it is entered by."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    sheet.add(heading(escaped(told)))
    name, verb = (p.BUTTON_EDIT_CALENDAR, verbs.CALENDAR_FORM) if form else (p.BUTTON_SHOW_CALENDAR, verbs.CALENDAR)
    sheet.press(execute(t.say(name), verb, {"body": body}))
    return Rendered(told, card=sheet.build(told), prompts=elsewhere(t))


def deadline_rows(meeting: CalendarMeeting, t: Texts) -> list[tuple[str, str]]:
    """The deadlines of a meeting as rows."""
    return [(t.say(KINDS[kind]), t.moment(at)) for kind, at in meeting.deadlines.items()]


def passed(meeting: CalendarMeeting, now: datetime) -> bool:
    """Whether its items can no longer be handed in."""
    due = meeting.deadlines.get("submission")
    return due is not None and due < now
