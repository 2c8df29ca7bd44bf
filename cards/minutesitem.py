"""One item of the minutes: for who writes them with the decision ready, for who looks them through with a remark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cards import meetingphrases as mp
from cards import phrases as p
from cards import verbs
from cards.catalogue import Phrase
from cards.forms import choice_set
from cards.minutestold import (
    class_word,
    classes,
    decided,
    held_values,
    label_of,
    left_line,
    present,
    ready,
    rows_of,
    title_of,
)
from cards.parts import (
    Frame,
    Node,
    Prompt,
    Rendered,
    Sheet,
    actions,
    escaped,
    execute,
    eyebrow,
    heading,
    label,
    notice,
    overflow,
    quote,
    rich,
    row,
    run,
)
from cards.prompts import prompt
from cards.texts import Texts, clean, shorten, texts
from store.calendar_records import CalendarMeeting
from store.minutes.records import Decision, Entry, MeetingMinutes

_MOST_TEXT, _MOST_SHORT = 10_000, 200
_RECOMMENDED = 1500


def writing(
    minutes: MeetingMinutes,
    entry: Entry,
    meetings: Sequence[CalendarMeeting],
    frame: Frame,
    *,
    first: Sequence[str] = (),
    fault: str = "",
    more: bool = False,
    typed: Mapping[str, str] | None = None,
) -> Rendered:
    """The card on which an item's decision is written. `first` is said above it; `typed` is kept after a `fault`."""
    t = texts(frame.lang)
    sheet, spoken = _begun(minutes, entry, first, t)
    if fault:
        sheet.add(rich(run(fault, bold=True, warn=True), spacing="Small"))
        spoken.insert(len(first), fault)
    spoken += _proposed(sheet, entry, t)
    known = decided(minutes, entry)
    # What the inputs hold needs not be shown above them as well.
    filled = Sheet(t)
    spoken += _written(sheet if known is None and not more else filled, minutes, entry, meetings, t)
    if known is not None and not more:
        sheet.add(*(row(each, value) for each, value in rows_of(known, meetings, t)))
    data = _data(minutes, entry)
    quick = [one for one in ready(entry.item) if known is None or known.text != one.text]
    if quick and not more:
        pressed = [
            _free(execute(t.say(one.button), verbs.MINUTES_DECIDE, {**data, "quick": one.cls}, style=_style(n)))
            for n, one in enumerate(quick)
        ]
        sheet.add(actions(*pressed))
    sheet.add(*_inputs(minutes, entry, meetings, typed or {}, t, more=more))
    sheet.press(
        execute(t.say(mp.MIN_BUTTON_SAVE), verbs.MINUTES_DECIDE, {**data, "more": more}),
        *overflow(_ways(minutes, entry, t, more=more), 2),
    )
    text = "\n".join(spoken)
    prompts: tuple[Prompt, ...] = (prompt(mp.MIN_ASK_NEXT, t), prompt(mp.MIN_ASK_LEFT, t))
    return Rendered(text, card=sheet.build(text), prompts=prompts)


def reading(
    minutes: MeetingMinutes,
    entry: Entry,
    meetings: Sequence[CalendarMeeting],
    frame: Frame,
    *,
    first: Sequence[str] = (),
    fault: str = "",
    remarks: bool = False,
) -> Rendered:
    """The card on which an item is read; with `remarks` its reader may write one to the secretary."""
    t = texts(frame.lang)
    sheet, spoken = _begun(minutes, entry, first, t, left=False)
    if fault:
        sheet.add(rich(run(fault, bold=True, warn=True), spacing="Small"))
        spoken.insert(len(first), fault)
    spoken += _proposed(sheet, entry, t)
    spoken += _written(sheet, minutes, entry, meetings, t)
    whole = _free(execute(t.say(mp.MIN_BUTTON_READ), verbs.MINUTES_SHOW, _meeting(minutes)))
    if remarks:
        sheet.add(_text("remark", mp.MIN_REMARK_FIELD, t, 2000, lines=True))
        data = {**_meeting(minutes), "item": entry.item.id}
        sheet.press(execute(t.say(mp.MIN_BUTTON_REMARK), verbs.MINUTES_REMARK, data, style="positive"))
    sheet.press(whole)
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text))


def _begun(
    minutes: MeetingMinutes, entry: Entry, first: Sequence[str], t: Texts, *, left: bool = True
) -> tuple[Sheet, list[str]]:
    sheet, title = Sheet(t, full=True), title_of(entry, t)
    sheet.add(eyebrow(label_of(minutes, t)))
    for line in first:
        sheet.add(rich(run(line), spacing="Small"))
    sheet.add(heading(escaped(title)))
    where = t.say(mp.MIN_ITEM_AT, number=entry.number or "–", **held_values(minutes.agenda, t))
    told = f"{where}. {left_line(minutes, t)}" if left else f"{where}."
    sheet.add(notice(told))
    if entry.item.case_number:
        sheet.add(row(t.say(p.LABEL_CASE), clean(entry.item.case_number)))
    return sheet, [*first, title, told]


def _proposed(sheet: Sheet, entry: Entry, t: Texts) -> list[str]:
    found = entry.item.recommendations
    if not found:
        return []
    lines = [f"{n}. {clean(one)}" if len(found) > 1 else clean(one) for n, one in enumerate(found, 1)]
    lines = [shorten(one, _RECOMMENDED) for one in lines]
    name = t.say(p.LABEL_RECOMMENDATION)
    sheet.add(label(name), quote(lines))
    return [f"{name}: {' '.join(lines)}"]


def _written(
    sheet: Sheet, minutes: MeetingMinutes, entry: Entry, meetings: Sequence[CalendarMeeting], t: Texts
) -> list[str]:
    """What is recorded of the item."""
    decision = minutes.decisions.get(entry.item.id)
    name = t.say(mp.MIN_DECISION)
    if decision is None or not decision.text:
        told = t.say(mp.MIN_NOT_WRITTEN)
        sheet.add(row(name, told))
        spoken = [f"{name}: {told}"]
    else:
        sheet.add(label(f"{name}: {class_word(decision.cls, t)}"), quote(decision.text.splitlines()))
        spoken = [f"{name} ({class_word(decision.cls, t)}): {decision.text}"]
    for each, value in rows_of(decision, meetings, t) if decision is not None else ():
        sheet.add(row(each, value))
        spoken.append(f"{each}: {value}")
    return spoken


def _inputs(
    minutes: MeetingMinutes,
    entry: Entry,
    meetings: Sequence[CalendarMeeting],
    typed: Mapping[str, str],
    t: Texts,
    *,
    more: bool,
) -> list[Node]:
    known = minutes.decisions.get(entry.item.id) or Decision("approved", "")
    cls = typed.get("cls", known.cls if known.text else "")
    choose = choice_set(t, "cls", t.say(mp.MIN_CLASS), classes(t), cls)
    nodes = [_optional(choose)]
    text = _text("text", mp.MIN_TEXT, t, _MOST_TEXT, lines=True, value=typed.get("text", known.text))
    nodes.append({**text, "placeholder": t.say(mp.MIN_TEXT_HINT)})
    if known.cls == "postponed" or more or typed.get("cls") == "postponed":
        nodes.append(_meetings(typed.get("to", known.postponed_to or ""), meetings, t))
    if entry.item.access == "closed":
        nodes += _publishable(entry, typed.get("public", known.publishable), t)
    if not more:
        return nodes
    names = [*dict.fromkeys([*present(minutes), *known.disqualified])]
    if names:
        out = choice_set(t, "out", t.say(mp.MIN_OUT), [(one, one) for one in names], expanded=True)
        chosen = typed.get("out", ",".join(known.disqualified))
        nodes.append({**_optional(out), "isMultiSelect": True, **({"value": chosen} if chosen else {})})
    nodes.append(_text("dissent", mp.MIN_DISSENT, t, _MOST_TEXT, lines=True, value=typed.get("dissent", known.dissent)))
    who = known.responsible.text if known.responsible is not None else ""
    nodes.append(_text("who", mp.MIN_RESPONSIBLE, t, _MOST_SHORT, value=typed.get("who", who)))
    day = t.date_of(known.due) if known.due is not None else ""
    due = _text("due", mp.MIN_DUE, t, 80, value=typed.get("due", day))
    return [*nodes, {**due, "placeholder": t.say(mp.MIN_DUE_HINT)}]


def _publishable(entry: Entry, value: str, t: Texts) -> list[Node]:
    if not entry.item.neutral_title:
        return [notice(t.say(mp.MIN_PUBLISHABLE_NO_TITLE))]
    field = _text("public", mp.MIN_PUBLISHABLE, t, _MOST_TEXT, lines=True, value=value)
    return [field, notice(t.say(mp.MIN_PUBLISHABLE_NOTE))]


def _meetings(chosen: str, meetings: Sequence[CalendarMeeting], t: Texts) -> Node:
    choices = [(t.say(mp.MIN_NO_MEETING), "-"), *((t.day(one.day), one.key) for one in meetings)]
    return _optional(choice_set(t, "to", t.say(mp.MIN_POSTPONED_TO), choices, chosen or "-"))


def _optional(node: Node) -> Node:
    """A choice that may be left out."""
    return {**node, "isRequired": False}


def _text(name: str, phrase: Phrase, t: Texts, most: int, *, lines: bool = False, value: str = "") -> Node:
    node: Node = {"type": "Input.Text", "id": name, "label": t.say(phrase), "maxLength": most}
    node["errorMessage"] = t.say(mp.MIN_WRONG)
    if lines:
        node["isMultiline"] = True
    if value:
        node["value"] = value
    return node


def _ways(minutes: MeetingMinutes, entry: Entry, t: Texts, *, more: bool) -> list[Node]:
    """The buttons that lead elsewhere."""
    entries = list(minutes.agenda.entries)
    at = next(n for n, one in enumerate(entries) if one.item.id == entry.item.id)
    ways = []
    if not more:
        ways.append(_to(minutes, entry, mp.MIN_BUTTON_MORE, t, more=True))
    if at + 1 < len(entries):
        ways.append(_to(minutes, entries[at + 1], mp.MIN_BUTTON_NEXT, t))
    if at > 0:
        ways.append(_to(minutes, entries[at - 1], mp.MIN_BUTTON_BACK, t))
    ways.append(_free(execute(t.say(mp.MIN_BUTTON_OVERVIEW), verbs.MINUTES_SHOW, _meeting(minutes))))
    return ways


def _to(minutes: MeetingMinutes, entry: Entry, phrase: Phrase, t: Texts, *, more: bool = False) -> Node:
    data = {**_meeting(minutes), "item": entry.item.id, **({"more": True} if more else {})}
    return _free(execute(t.say(phrase), verbs.MINUTES_ITEM, data))


def _free(node: Node) -> Node:
    """A button that asks for nothing to be filled in."""
    free = {"associatedInputs": "none"}
    return {**node, **free, "fallback": {**node["fallback"], **free}}


def _style(number: int) -> str | None:
    return "positive" if number == 0 else None


def _meeting(minutes: MeetingMinutes) -> dict[str, object]:
    return {"meeting": minutes.agenda.meeting.key}


def _data(minutes: MeetingMinutes, entry: Entry) -> dict[str, object]:
    known = minutes.decisions.get(entry.item.id)
    return {**_meeting(minutes), "item": entry.item.id, "version": known.version if known is not None else 0}
