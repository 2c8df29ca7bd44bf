"""Inputs for the calendar: a body's rhythm and deadlines, and one meeting."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from cards import phrases as p
from cards import verbs
from cards.calendartold import month, ordinals, weekday
from cards.coming import marks
from cards.comingtold import body_in, when_held
from cards.forms import choice_set
from cards.grammar import definite
from cards.missing import cancel_button
from cards.parts import Frame, Node, Rendered, Sheet, escaped, execute, eyebrow, heading, notice, rich, run
from cards.phrases import Phrase
from cards.texts import Texts, texts
from store.calendar_records import CalendarMeeting, PlanRecord
from store.meetingplan import DEADLINE_KINDS, DeadlineKind

WEEKS = (1, 2, 3, 4)
MONTHLY = ((1,), (2,), (3,), (4,), (-1,), (1, 3), (2, 4))
FIELDS: Mapping[DeadlineKind, Phrase] = {
    "submission": p.FIELD_SUBMISSION,
    "quality": p.FIELD_QUALITY,
    "dispatch": p.FIELD_DISPATCH,
    "minutes": p.FIELD_MINUTES,
}
_MOST_DAYS, _PLACE, _REASON = 60, 80, 200


def plan_form(record: PlanRecord, today: date, frame: Frame) -> Rendered:
    """Rhythm and deadlines, filled in as they are now."""
    t = texts(frame.lang)
    current = [one for one in record.plan.patterns if one.until is None or one.until >= today]
    now = current[-1] if current else None
    sheet = Sheet(t)
    title, intro = t.say(p.FORM_TITLE, body=definite(record.body.name)), t.say(p.FORM_INTRO)
    sheet.add(heading(escaped(title)), rich(run(intro), spacing="Small"))
    days = [(weekday(number, t), str(number)) for number in range(5)]
    chosen_days = ",".join(str(each) for each in now.weekdays) if now else ""
    sheet.add({**choice_set(t, "weekday", t.say(p.FIELD_WEEKDAY), days, chosen_days), "isMultiSelect": True})
    chosen = rhythm_value(now.weeks, now.ordinals) if now else "w2"
    sheet.add(choice_set(t, "rhythm", t.say(p.FIELD_RHYTHM), _rhythms(t), chosen))
    since = max(now.since, today) if now else today
    sheet.add(_date(t, "since", p.FIELD_SINCE, since, needed=True))
    sheet.add(_time(t, "start", p.FIELD_START, now.start if now else None))
    sheet.add(_text(t, "place", p.FIELD_PLACE, (now.place if now else None) or "", _PLACE))
    pauses = [(month(number, t), str(number)) for number in range(1, 13)]
    paused = ",".join(str(number) for number in sorted(now.not_in)) if now else "7"
    sheet.add(_several(t, "pause", p.FIELD_PAUSE, pauses, paused))
    rules = {one.kind: one for one in record.plan.deadlines}
    for kind in DEADLINE_KINDS:
        rule = rules.get(kind)
        sheet.add(_number(t, f"days_{kind}", FIELDS[kind], rule.working_days if rule else None))
        sheet.add(_time(t, f"time_{kind}", p.FIELD_TIME, rule.at if rule else None))
    data = {"body": record.body.key}
    sheet.press(execute(t.say(p.BUTTON_REVIEW), verbs.CALENDAR_REVIEW, data, style="positive"))
    if current:
        ended = {**data, "plan": {"kind": "end", "since": today.isoformat()}}
        sheet.press(execute(t.say(p.BUTTON_END_PATTERN), verbs.CALENDAR_ASK, ended))
    sheet.press(cancel_button(t))
    return Rendered(f"{title}\n{intro}", card=sheet.build(title))


def day_form(meeting: CalendarMeeting, frame: Frame) -> Rendered:
    """One meeting: a new day, time or place, or to cancel it or put it back."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    body = body_in(meeting, t)
    head = f"{body[:1].upper()}{body[1:]}, {when_held(meeting, t)}"
    sheet.add(eyebrow(t.say(p.LABEL_CALENDAR)), heading(escaped(head)))
    sheet.add(*(notice(mark) for mark in marks(meeting, t)))
    day = meeting.day.isoformat()
    data: dict[str, object] = {"body": meeting.body_key, "day": day}
    if meeting.held:
        sheet.add(rich(run(t.say(p.DAY_WHAT)), spacing="Small"))
        sheet.add(_date(t, "to", p.FIELD_NEW_DAY, meeting.day))
        sheet.add(_time(t, "start", p.FIELD_START, meeting.start))
        sheet.add(_text(t, "place", p.FIELD_PLACE, meeting.place or "", _PLACE))
        sheet.add(_text(t, "reason", p.FIELD_REASON, "", _REASON))
        sheet.press(execute(t.say(p.BUTTON_REVIEW), verbs.CALENDAR_REVIEW, data, style="positive"))
        off = {"body": meeting.body_key, "plan": {"kind": "cancelled", "day": day}}
        sheet.press(execute(t.say(p.BUTTON_CANCEL_MEETING), verbs.CALENDAR_ASK, off))
    if meeting.state in ("cancelled", "moved"):
        back = {"body": meeting.body_key, "plan": {"kind": "restored", "day": day}}
        sheet.press(execute(t.say(p.BUTTON_RESTORE), verbs.CALENDAR_ASK, back))
    sheet.press(cancel_button(t))
    text = "\n".join([head, *marks(meeting, t)])
    return Rendered(text, card=sheet.build(text))


def rhythm_value(weeks: int | None, of_month: tuple[int, ...]) -> str:
    """The value of a rhythm in the choice: "w2", "m1,3"."""
    return f"w{weeks}" if weeks is not None else "m" + ",".join(str(number) for number in of_month)


def _rhythms(t: Texts) -> list[tuple[str, str]]:
    weekly = [t.say(p.EVERY_WEEK), t.say(p.EVERY_OTHER_WEEK), *(t.say(p.EVERY_WEEKS, count=n) for n in WEEKS[2:])]
    named = [(told, rhythm_value(weeks, ())) for weeks, told in zip(WEEKS, weekly, strict=True)]
    return named + [(t.say(p.IN_THE_MONTH, ordinals=ordinals(each, t)), rhythm_value(None, each)) for each in MONTHLY]


def _input(t: Texts, type_: str, name: str, label: Phrase, value: str | int | None, **more: object) -> Node:
    node: Node = {"type": f"Input.{type_}", "id": name, "label": t.say(label), "errorMessage": t.say(p.FIELD_WRONG)}
    if value not in (None, ""):
        node["value"] = value
    return {**node, **more}


def _date(t: Texts, name: str, label: Phrase, value: date, *, needed: bool = False) -> Node:
    return _input(t, "Date", name, label, value.isoformat(), **({"isRequired": True} if needed else {}))


def _time(t: Texts, name: str, label: Phrase, value: time | None) -> Node:
    return _input(t, "Time", name, label, f"{value:%H:%M}" if value is not None else None)


def _text(t: Texts, name: str, label: Phrase, value: str, most: int) -> Node:
    return _input(t, "Text", name, label, value, maxLength=most)


def _number(t: Texts, name: str, label: Phrase, value: int | None) -> Node:
    return _input(t, "Number", name, label, value, min=0, max=_MOST_DAYS)


def _several(t: Texts, name: str, label: Phrase, choices: list[tuple[str, str]], chosen: str) -> Node:
    rows = [{"title": title, "value": value} for title, value in choices]
    return _input(t, "ChoiceSet", name, label, chosen, isMultiSelect=True, style="compact", wrap=True, choices=rows)
