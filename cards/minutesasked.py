"""What is asked before something is done with minutes: which meeting, a remark, a reason, whether it is final."""

from __future__ import annotations

from collections.abc import Sequence

from cards import meetingphrases as mp
from cards import phrases as p
from cards import verbs
from cards.catalogue import Phrase
from cards.comingtold import when_held
from cards.grammar import definite
from cards.minutestold import held, label_of
from cards.parts import Frame, Node, Rendered, Sheet, escaped, execute, eyebrow, heading, notice, rich, run, tap
from cards.texts import Texts, shorten, texts
from store.calendar_records import CalendarMeeting
from store.minutes.records import MeetingMinutes

_MOST = 8


def which(meetings: Sequence[CalendarMeeting], frame: Frame) -> Rendered:
    """Which of several meetings."""
    t = texts(frame.lang)
    question = t.say(mp.MIN_WHICH)
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(mp.MIN_LABEL)), heading(escaped(question)))
    spoken = [question]
    for one in meetings[:_MOST]:
        title = f"{definite(one.body)}, {when_held(one, t)}"
        node: Node = {"type": "Container", "style": "emphasis", "spacing": "Small", "items": [rich(run(title))]}
        sheet.add(tap(node, shorten(title, 80), verbs.MINUTES_SHOW, {"meeting": one.key}))
        spoken.append(f"– {title}")
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text))


def remark(minutes: MeetingMinutes, frame: Frame, fault: str = "") -> Rendered:
    """A remark on the minutes as a whole."""
    t = texts(frame.lang)
    data: dict[str, object] = {"meeting": minutes.agenda.meeting.key}
    button = execute(t.say(mp.MIN_BUTTON_REMARK), verbs.MINUTES_REMARK, {**data, "item": ""}, style="positive")
    return _form(minutes, t.say(mp.MIN_BUTTON_REMARK_WHOLE), "remark", mp.MIN_REMARK_FIELD, button, t, fault)


def correction(minutes: MeetingMinutes, frame: Frame, fault: str = "") -> Rendered:
    """Why final minutes are to be corrected."""
    t = texts(frame.lang)
    data: dict[str, object] = {"meeting": minutes.agenda.meeting.key, "version": minutes.agenda.version}
    button = execute(t.say(mp.MIN_BUTTON_CORRECT_DO), verbs.MINUTES_CORRECT, data, style="positive")
    return _form(minutes, t.say(mp.MIN_CORRECT_ASK), "reason", mp.MIN_CORRECT_FIELD, button, t, fault)


def finishing(minutes: MeetingMinutes, frame: Frame) -> Rendered:
    """Asks once before minutes are made final that somebody has not approved, or that hold unsettled remarks."""
    t = texts(frame.lang)
    open_remarks = sum(not one.settled for one in minutes.comments)
    lines = []
    if minutes.waiting:
        lines.append(t.say(mp.MIN_FINISH_ASK, names=t.names(minutes.waiting)))
    if open_remarks:
        lines.append(t.say(mp.MIN_FINISH_REMARKS, count=open_remarks))
    sheet = Sheet(t)
    sheet.add(eyebrow(label_of(minutes, t)), heading(escaped(lines[0])))
    for line in lines[1:]:
        sheet.add(notice(line))
    data: dict[str, object] = {"meeting": minutes.agenda.meeting.key, "version": minutes.agenda.version, "sure": True}
    sheet.press(execute(t.say(mp.MIN_BUTTON_FINISH_ANYWAY), verbs.MINUTES_FINISH, data), _back(minutes, t))
    text = "\n".join(lines)
    return Rendered(text, card=sheet.build(text))


def told(sentence: str, minutes: MeetingMinutes | None, frame: Frame) -> Rendered:
    """A sentence on minutes, with the way to them."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    sheet.add(eyebrow(label_of(minutes, t) if minutes is not None else t.say(mp.MIN_LABEL)))
    sheet.add(rich(run(sentence, bold=True, large=True), spacing="Small"))
    if minutes is not None:
        sheet.press(execute(t.say(mp.MIN_BUTTON_OVERVIEW), verbs.MINUTES_SHOW, {"meeting": minutes.agenda.meeting.key}))
    return Rendered(sentence, card=sheet.build(sentence))


def _form(
    minutes: MeetingMinutes, question: str, name: str, field: Phrase, button: Node, t: Texts, fault: str
) -> Rendered:
    sheet = Sheet(t)
    sheet.add(eyebrow(label_of(minutes, t)), heading(escaped(question)), notice(held(minutes.agenda, t)))
    if fault:
        sheet.add(rich(run(fault, bold=True, warn=True), spacing="Small"))
    sheet.add(
        {
            "type": "Input.Text",
            "id": name,
            "label": t.say(field),
            "isMultiline": True,
            "maxLength": 2000,
            "isRequired": True,
            "errorMessage": t.say(mp.MIN_REMARK_NEEDED if name == "remark" else mp.MIN_REASON_NEEDED),
        }
    )
    sheet.press(button, _back(minutes, t))
    text = "\n".join(line for line in (question, fault) if line)
    return Rendered(text, card=sheet.build(text))


def _back(minutes: MeetingMinutes, t: Texts) -> Node:
    """The way out: the minutes as they are."""
    node = execute(t.say(p.BUTTON_CANCEL), verbs.MINUTES_SHOW, {"meeting": minutes.agenda.meeting.key})
    free = {"associatedInputs": "none"}
    return {**node, **free, "fallback": {**node["fallback"], **free}}
