"""What a secretary is asked before something is done with an agenda, and one entry with what can be done to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cards import agendaphrases as ap
from cards import phrases as p
from cards import verbs
from cards.agenda import Shown
from cards.agendatold import STANDING, Line, about, body_of, day_of, headed, outside, said
from cards.confirm import Step, confirm
from cards.forms import choice_set
from cards.parts import Frame, Node, Rendered, Sheet, escaped, execute, eyebrow, heading, notice, overflow, rich, run
from cards.texts import Texts, clean, shorten, texts
from store.agenda.records import STANDING as KINDS
from store.agenda.records import AgendaItem
from store.minutes.records import MeetingAgenda, MeetingChange

ORDER_PAGE = 20
"""Places that one form asks for."""
_REASON, _NEUTRAL = 500, 200


def back(meeting: str, t: Texts) -> Node:
    """The way out of a form: the agenda as it is."""
    node = execute(t.say(p.BUTTON_CANCEL), verbs.AGENDA, {"meeting": meeting})
    # Nothing has to be filled in to leave.
    free = {"associatedInputs": "none"}
    return {**node, **free, "fallback": {**node["fallback"], **free}}


def built(sheet: Sheet, spoken: Sequence[str]) -> Rendered:
    """The form, with what it asks as text."""
    text = "\n".join(line for line in spoken if line)
    return Rendered(text, card=sheet.build(text))


def asked(t: Texts, question: str, what: str = "", fault: str = "") -> Sheet:
    """A form's head: the question, what it means, and what was wrong with what was filled in."""
    sheet = Sheet(t)
    sheet.add(heading(escaped(question)), rich(run(what), spacing="Small") if what else None)
    sheet.add(rich(run(fault, bold=True, warn=True), spacing="Small") if fault else None)
    return sheet


def entry(shown: Shown, at: int, frame: Frame, first: str = "") -> Rendered:
    """One entry: where it stands between the others, and what can be done to it."""
    t, lines = texts(frame.lang), shown.lines(texts(frame.lang))
    line = lines[at]
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(ap.AGENDA_ENTRY_LABEL, number=line.number)))
    if first:
        sheet.add(rich(run(first, bold=True), spacing="Small"))
    sheet.add(rich(run(headed(line, t), bold=True, large=True), spacing="Small"))
    told = [about(line, t, keeps=True), outside(line, t), _between(lines, at, t)]
    sheet.add(*(notice(each) for each in told if each))
    data = {**shown.data, "item": line.id}
    if shown.agenda.state == "building":
        if at > 0:
            sheet.press(execute(t.say(ap.AGENDA_BUTTON_UP), verbs.AGENDA_MOVE, {**data, "to": at - 1}))
        if at + 1 < len(lines):
            sheet.press(execute(t.say(ap.AGENDA_BUTTON_DOWN), verbs.AGENDA_MOVE, {**data, "to": at + 1}))
        sheet.press(execute(t.say(ap.AGENDA_BUTTON_OFF), verbs.AGENDA_OFF, data))
    if line.closed:
        sheet.press(execute(t.say(ap.AGENDA_BUTTON_NEUTRAL), verbs.AGENDA_NEUTRAL, data))
    if line.item is not None and line.standing is None:
        sheet.press(execute(t.say(ap.AGENDA_BUTTON_SHOW), verbs.CASE_SHOW, {"item": line.item.id}))
    key = {"meeting": shown.agenda.meeting.key}
    sheet.press(execute(t.say(ap.AGENDA_BUTTON_BACK), verbs.AGENDA, key))
    sheet.buttons = overflow(sheet.buttons)
    return built(sheet, [first, headed(line, t), *told])


def _between(lines: Sequence[Line], at: int, t: Texts) -> str:
    before = said(lines[at - 1], t) if at > 0 else ""
    after = said(lines[at + 1], t) if at + 1 < len(lines) else ""
    if before and after:
        return t.say(ap.AGENDA_ENTRY_BETWEEN, before=before, after=after)
    if after:
        return t.say(ap.AGENDA_ENTRY_FIRST, after=after)
    return t.say(ap.AGENDA_ENTRY_LAST, before=before) if before else t.say(ap.AGENDA_ENTRY_ONLY)


def order(shown: Shown, frame: Frame, fault: str = "", start: int = 0) -> Rendered:
    """The place of each entry as an input, filled in as it is now."""
    t = texts(frame.lang)
    lines = shown.lines(t)
    question, how = t.say(ap.AGENDA_ORDER_ASK), t.say(ap.AGENDA_ORDER_HOW)
    sheet = asked(t, question, how, fault)
    page = lines[start : start + ORDER_PAGE]
    for at, line in enumerate(page, start + 1):
        sheet.add(
            {
                "type": "Input.Number", "id": f"place_{at}", "label": shorten(headed(line, t), 120), "min": 1,
                "max": len(lines), "value": at, "errorMessage": t.say(ap.AGENDA_ORDER_WRONG, count=len(lines)),
            }
        )  # fmt: skip
    data = {**shown.data, "from": start, "set": [line.id for line in page]}
    sheet.press(execute(t.say(ap.AGENDA_BUTTON_KEEP_ORDER), verbs.AGENDA_ORDER, data, style="positive"))
    if start + ORDER_PAGE < len(lines):
        more = {**shown.data, "from": start + ORDER_PAGE}
        sheet.press(execute(t.say(ap.AGENDA_MORE), verbs.AGENDA_ORDER, more))
    sheet.press(back(shown.agenda.meeting.key, t))
    return built(sheet, [question, how, fault, *(headed(line, t) for line in page)])


def standing(shown: Shown, frame: Frame) -> Rendered:
    """Which standing items are on this agenda, each with a button that takes it off or puts it on."""
    t = texts(frame.lang)
    on = {one.standing for one in shown.lines(t)}
    question = t.say(ap.AGENDA_STANDING_ASK)
    sheet, spoken = asked(t, question), [question]
    for kind in KINDS:
        title = t.say(STANDING[kind])
        now = t.say(ap.AGENDA_CHOICE_ON if kind in on else ap.AGENDA_CHOICE_NOT)
        sheet.add(rich(run(f"{title}: ", bold=True), run(now), spacing="Small"))
        spoken.append(f"{title}: {now}")
        data = {**shown.data, "kind": kind, "on": kind not in on}
        name = ap.AGENDA_BUTTON_STANDING_OFF if kind in on else ap.AGENDA_BUTTON_STANDING_ON
        sheet.press(execute(t.say(name, title=title), verbs.AGENDA_STANDING, data))
    sheet.press(back(shown.agenda.meeting.key, t))
    return built(sheet, spoken)


def unlocking(agenda: MeetingAgenda, frame: Frame, fault: str = "") -> Rendered:
    """Asks why."""
    t = texts(frame.lang)
    question, what = t.say(ap.AGENDA_UNLOCK_ASK), t.say(ap.AGENDA_UNLOCK_WHAT)
    sheet = asked(t, question, what, fault)
    sheet.add(_text("reason", t.say(ap.AGENDA_FIELD_REASON), t.say(ap.AGENDA_REASON_NEEDED), _REASON, needed=True))
    data = {"meeting": agenda.meeting.key, "version": agenda.version, "set": True}
    sheet.press(execute(t.say(ap.AGENDA_BUTTON_UNLOCK), verbs.AGENDA_UNLOCK, data, style="positive"))
    sheet.press(back(agenda.meeting.key, t))
    return built(sheet, [question, what, fault])


def publishing(shown: Shown, frame: Frame) -> Rendered:
    """Asks once, and says what everybody will see and where it is posted."""
    t, meeting = texts(frame.lang), shown.agenda.meeting
    lines = shown.lines(t)
    opened, closed = [one for one in lines if not one.closed], [one for one in lines if one.closed]
    named = [one for one in closed if one.item is not None and one.item.neutral_title]
    told = [t.say(ap.AGENDA_PUBLISH_OPEN, count=len(opened)) if opened else t.say(ap.AGENDA_PUBLISH_NONE_OPEN)]
    if closed:
        told.append(t.say(ap.AGENDA_PUBLISH_CLOSED, count=len(closed)))
    if named:
        told.append(t.say(ap.AGENDA_PUBLISH_NAMED, count=len(named)))
    told.append(posting(shown, t))
    question = t.say(ap.AGENDA_PUBLISH_ASK, body=body_of(meeting), when=day_of(meeting, t))
    step = Step(t.say(ap.AGENDA_BUTTON_PUBLISH), verbs.AGENDA_PUBLISH, {**shown.data, "sure": True})
    rows = [
        (_number(line, t), f"{shorten(line.title, 100)} ({t.say(ap.AGENDA_CLOSED)}). {outside(line, t)}")
        for line in closed
    ]
    return confirm(question, " ".join(told), step, frame, rows[:10])


def _number(line: Line, t: Texts) -> str:
    """ "Punkt 2"."""
    told = t.say(p.ITEM_LOWER, number=line.number)
    return told[:1].upper() + told[1:]


def posting(shown: Shown, t: Texts) -> str:
    """Where the open items will be posted, or how a channel is chosen."""
    if shown.practice.channel is None:
        return t.say(ap.AGENDA_PUBLISH_NO_CHANNEL, body=body_of(shown.agenda.meeting))
    return t.say(ap.AGENDA_PUBLISH_CHANNEL, channel=channel_of(shown.practice.channel_name, t))


def channel_of(name: str, t: Texts) -> str:
    """A channel by its name, else by what it is."""
    told = clean(name).strip()
    return t.quoted(told) if told else t.say(ap.AGENDA_THE_CHANNEL)


def supplementing(shown: Shown, frame: Frame, chosen: Sequence[str] = (), fault: str = "") -> Rendered:
    """Asks which of the late items; says what it means to publish them."""
    t, agenda = texts(frame.lang), shown.agenda
    question = t.say(ap.AGENDA_SUPPLEMENT_ASK, body=body_of(agenda.meeting), when=day_of(agenda.meeting, t))
    what = f"{t.say(ap.AGENDA_SUPPLEMENT_WHAT)} {posting(shown, t)}"
    sheet = asked(t, question, what, fault)
    choices = [(_choice(item, t), item.id) for item in agenda.ready]
    chosen = chosen or [item.id for item in agenda.ready]
    field = choice_set(t, "items", t.say(ap.AGENDA_FIELD_ITEMS), choices, ",".join(chosen), expanded=True)
    sheet.add({**field, "isMultiSelect": True})
    name = t.say(ap.AGENDA_BUTTON_PUBLISH_SUPPLEMENT)
    sheet.press(execute(name, verbs.AGENDA_SUPPLEMENT, {**shown.data, "sure": True}, style="positive"))
    sheet.press(back(agenda.meeting.key, t))
    return built(sheet, [question, what, fault, *(f"– {title}" for title, _ in choices)])


def _choice(item: AgendaItem, t: Texts) -> str:
    title = shorten(clean(item.title), 85)
    return f"{title} ({t.say(ap.AGENDA_CLOSED)})" if item.access == "closed" else title


def neutral(shown: Shown, line: Line, frame: Frame) -> Rendered:
    """Asks what everybody may know of a closed item."""
    t = texts(frame.lang)
    assert line.item is not None
    question, what = t.say(ap.AGENDA_NEUTRAL_ASK, title=said(line, t)), t.say(ap.AGENDA_NEUTRAL_WHAT)
    sheet = asked(t, question, what)
    sheet.add(_text("neutral", t.say(ap.AGENDA_FIELD_NEUTRAL), t.say(p.FIELD_WRONG), _NEUTRAL, line.item.neutral_title))
    data = {"meeting": shown.agenda.meeting.key, "item": line.id, "seen": line.item.version, "set": True}
    sheet.press(execute(t.say(ap.AGENDA_BUTTON_SAVE), verbs.AGENDA_NEUTRAL, data, style="positive"))
    sheet.press(back(shown.agenda.meeting.key, t))
    return built(sheet, [question, what])


def history(agenda: MeetingAgenda, told: Sequence[tuple[MeetingChange, str]], frame: Frame) -> Rendered:
    """The steps of an agenda, newest first, each with what was said of it."""
    t = texts(frame.lang)
    title = t.say(ap.AGENDA_HISTORY_OF)
    sheet, spoken = Sheet(t, full=True), [title]
    sheet.add(heading(title))
    if not told:
        sheet.add(notice(t.say(ap.AGENDA_HISTORY_NONE)))
        spoken.append(t.say(ap.AGENDA_HISTORY_NONE))
    for change, sentence in list(reversed(told))[:15]:
        sheet.add(rich(run(sentence), spacing="Small"))
        spoken.append(sentence)
        if change.action == "unlock" and change.comment:
            reason = t.quoted(shorten(clean(change.comment), 400))
            sheet.add(rich(run(reason, subtle=True), spacing="None"))
            spoken.append(reason)
    sheet.press(execute(t.say(ap.AGENDA_BUTTON_BACK), verbs.AGENDA, {"meeting": agenda.meeting.key}))
    return built(sheet, spoken)


def files(agenda: MeetingAgenda, frame: Frame, *, full: bool) -> Rendered:
    """The documents of an agenda, each as a button."""
    t = texts(frame.lang)
    question, what = t.say(ap.AGENDA_FILES_ASK), t.say(ap.AGENDA_FILES_WHAT) if full else ""
    sheet = asked(t, question, what)
    data: Mapping[str, object] = {"meeting": agenda.meeting.key, "paper": "agenda"}
    editions = [
        (ap.AGENDA_FILES_OPEN_WORD, "open", "docx"),
        (ap.AGENDA_FILES_OPEN_PDF, "open", "pdf"),
        (ap.AGENDA_FILES_FULL_WORD, "full", "docx"),
        (ap.AGENDA_FILES_FULL_PDF, "full", "pdf"),
    ]
    titles = []
    for phrase, edition, suffix in editions[: 4 if full else 2]:
        titles.append(t.say(phrase))
        sheet.press(execute(titles[-1], verbs.PAPER, {**data, "edition": edition, "suffix": suffix}))
    return built(sheet, [question, what, *(f"– {title}" for title in titles)])


def _text(name: str, label: str, fault: str, most: int, value: str = "", *, needed: bool = False) -> Node:
    node: Node = {"type": "Input.Text", "id": name, "label": label, "maxLength": most, "errorMessage": fault}
    if needed:
        node |= {"isRequired": True, "isMultiline": True}
    if value:
        node["value"] = value
    return node
