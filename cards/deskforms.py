"""What a secretary or author is asked before something is done with an agenda item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cards import casephrases as cp
from cards import deskphrases as dp
from cards import phrases as p
from cards import verbs
from cards.caseinputs import ROOM, size
from cards.casetold import REASONS, access, named
from cards.comingtold import when_held
from cards.deskitem import View, approve_button
from cards.desktold import body_of
from cards.forms import choice_set
from cards.parts import Frame, Node, Rendered, Sheet, escaped, execute, heading, notice, rich, row, run, without_inputs
from cards.texts import Texts, clean, texts
from store.agenda.records import AgendaItem
from store.calendar_records import CalendarMeeting

MOST_COMMENT, _NOTE, _NAME = 4000, 200, 100
_MOST_OUT = 3


def _data(item: AgendaItem) -> dict[str, object]:
    return {"item": item.id, "version": item.version}


def _back(item: AgendaItem, t: Texts) -> Node:
    """The way out: the item as it is."""
    return without_inputs(execute(t.say(p.BUTTON_CANCEL), verbs.CASE_SHOW, {"item": item.id}))


def _built(sheet: Sheet, spoken: Sequence[str]) -> Rendered:
    text = "\n".join(line for line in spoken if line)
    return Rendered(text, card=sheet.build(text))


def _text(name: str, label: str, t: Texts, most: int, *, lines: bool, needed: bool = False, value: str = "") -> Node:
    wrong = t.say(p.FIELD_REQUIRED if needed else p.FIELD_WRONG)
    node: Node = {"type": "Input.Text", "id": name, "label": label, "maxLength": most, "errorMessage": wrong}
    if lines:
        node["isMultiline"] = True
    if needed:
        node["isRequired"] = True
    if value:
        node["value"] = value
    return node


def returning(view: View, frame: Frame, fault: str = "", typed: str = "") -> Rendered:
    """Asks what needs to be corrected: an item does not go back without a word. `typed` was too long, and stands there
    to be shortened."""
    t, item = texts(frame.lang), view.item
    question = t.say(dp.DESK_RETURN_ASK, title=named(item, t))
    name = clean(view.told.author or item.author_name).strip() or t.say(dp.DESK_THE_AUTHOR)
    sheet = Sheet(t)
    sheet.add(heading(escaped(question)), rich(run(fault, bold=True, warn=True), spacing="Small") if fault else None)
    shown = typed if size(typed) <= ROOM else typed[: ROOM // 6]
    if len(shown) < len(typed):
        sheet.add(notice(t.say(cp.TYPED_CUT, count=len(shown))))
    label, most = t.say(dp.DESK_FIELD_COMMENT, name=name), max(MOST_COMMENT, len(shown))
    sheet.add(_text("comment", label, t, most, lines=True, needed=True, value=shown))
    sheet.press(execute(t.say(dp.DESK_BUTTON_RETURN), verbs.DESK_RETURN, _data(item), style="positive"), _back(item, t))
    return _built(sheet, [question, fault])


def moving(view: View, meetings: Sequence[CalendarMeeting], frame: Frame, fault: str = "") -> Rendered:
    """Asks which of the coming meetings; needs one."""
    t, item = texts(frame.lang), view.item
    question = t.say(dp.DESK_MOVE_ASK, title=named(item, t))
    sheet = Sheet(t)
    sheet.add(heading(escaped(question)), rich(run(fault, bold=True, warn=True), spacing="Small") if fault else None)
    choices = [(when_held(one, t), one.key) for one in meetings]
    sheet.add(choice_set(t, "meeting", t.say(dp.DESK_FIELD_TO_MEETING), choices))
    sheet.press(execute(t.say(dp.DESK_BUTTON_MOVE), verbs.DESK_MOVE, _data(item), style="positive"), _back(item, t))
    return _built(sheet, [question, fault, *(f"– {title}" for title, _ in choices)])


def accessing(view: View, frame: Frame, fault: str = "") -> Rendered:
    """Who may see the item, and what can be done about it: opened or closed, and people kept out."""
    t, item = texts(frame.lang), view.item
    title = t.say(dp.DESK_ACCESS_TITLE, title=named(item, t))
    closed = item.access == "closed"
    now = t.say(dp.DESK_ACCESS_IS_CLOSED, body=body_of(item)) if closed else t.say(dp.DESK_ACCESS_IS_OPEN)
    sheet = Sheet(t)
    sheet.add(heading(escaped(title)), rich(run(now), spacing="Small"))
    if fault:
        sheet.add(rich(run(fault, bold=True, warn=True), spacing="Small"))
    spoken = [title, now, fault]
    if closed and item.closed_reason:
        sheet.add(notice(f"{access(item, t)}."))
    out = sorted(item.excluded)
    if out:
        names = t.names(_name(view.names, person, t) for person in out)
        sheet.add(row(t.say(dp.DESK_ROW_KEPT_OUT), names))
        spoken.append(f"{t.say(dp.DESK_ROW_KEPT_OUT)}: {names}")
    sheet.add(_text("person", t.say(dp.DESK_FIELD_KEEP_OUT), t, _NAME, lines=False))
    other = "open" if closed else "closed"
    name = dp.DESK_BUTTON_OPEN_CASE if closed else dp.DESK_BUTTON_CLOSE_CASE
    sheet.press(
        execute(t.say(name), verbs.DESK_ACCESS, {**_data(item), "access": other}),
        execute(t.say(dp.DESK_BUTTON_KEEP_OUT), verbs.DESK_EXCLUDE, _data(item)),
    )
    for person in out[:_MOST_OUT]:
        data = {**_data(item), "who": person}
        sheet.press(execute(t.say(dp.DESK_BUTTON_LET_IN, name=_name(view.names, person, t)), verbs.DESK_INCLUDE, data))
    sheet.press(_back(item, t))
    return _built(sheet, spoken)


def _name(names: Mapping[str, str], person: str, t: Texts) -> str:
    return clean(names.get(person, "")).strip() or t.say(dp.DESK_SOMEBODY)


def closing(view: View, frame: Frame, fault: str = "") -> Rendered:
    """Asks why it is to be closed."""
    t, item = texts(frame.lang), view.item
    question = t.say(dp.DESK_CLOSE_ASK, title=named(item, t))
    sheet = Sheet(t)
    sheet.add(heading(escaped(question)), rich(run(fault, bold=True, warn=True), spacing="Small") if fault else None)
    choices = [(t.say(phrase), key) for key, phrase in REASONS.items()]
    sheet.add(choice_set(t, "reason", t.say(dp.DESK_FIELD_REASON_CLOSED), choices, expanded=True))
    sheet.add(_text("note", t.say(dp.DESK_FIELD_REASON_NOTE), t, _NOTE, lines=False))
    data = {**_data(item), "access": "closed"}
    sheet.press(execute(t.say(dp.DESK_BUTTON_CLOSE_CASE), verbs.DESK_ACCESS, data, style="positive"), _back(item, t))
    return _built(sheet, [question, fault, *(f"– {title}" for title, _ in choices)])


def approving_late(view: View, frame: Frame) -> Rendered:
    """Asks once more before what came after the deadline is approved in words."""
    t, item = texts(frame.lang), view.item
    title = named(item, t)
    question = t.say(dp.DESK_APPROVE_LATE_ASK, title=title[:1].upper() + title[1:])
    sheet = Sheet(t)
    sheet.add(heading(escaped(question)), rich(run(item.late_reason), spacing="Small") if item.late_reason else None)
    sheet.press(approve_button(item, t), _back(item, t))
    return _built(sheet, [question, item.late_reason])
