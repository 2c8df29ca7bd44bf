"""What is asked before a follow-up is made or changed: inputs filled in as far as they are known, and a way out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from cards import followupphrases as fp
from cards import phrases as p
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.catalogue import Phrase
from cards.followuptold import RHYTHMS, named
from cards.forms import choice_set
from cards.parts import (
    Frame,
    Node,
    Rendered,
    Sheet,
    escaped,
    execute,
    eyebrow,
    heading,
    label,
    notice,
    quote,
    rich,
    row,
    run,
)
from cards.texts import Texts, clean, shorten, texts
from store.followup_records import MOST_NOTE, MOST_TITLE, FollowUp

_NAME = 200
NOTHING = "-"
"""What a choice of nothing brings back."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A follow-up that is not made yet, as texts: what was understood or typed. `due` is an ISO day or ""."""

    title: str = ""
    responsible: str = ""
    due: str = ""
    recurrence: str = ""
    body: str = ""
    """A body's key or ""."""


@dataclass(frozen=True, slots=True)
class Around:
    """What else the card of a draft shows. `carried` comes back with it."""

    question: str
    carried: Mapping[str, object]
    rows: Sequence[tuple[str, str]] = ()
    quoted: str = ""
    bodies: Sequence[tuple[str, str]] = ()
    """Names and keys of bodies that it may belong to."""
    several: Sequence[tuple[str, str]] = ()
    """Names and object ids of the people that may be responsible."""
    remarks: Sequence[str] = ()
    faults: Mapping[str, str] = field(default_factory=dict)


def text_input(
    name: str, title: Phrase, t: Texts, most: int, *, value: str = "", needed: bool = False, lines: bool = False
) -> Node:
    """A line of text, or several; the message for whom it is missing stands with it."""
    node: Node = {"type": "Input.Text", "id": name, "label": t.say(title), "maxLength": most}
    node["errorMessage"] = t.say(p.FIELD_REQUIRED)
    if needed:
        node["isRequired"] = True
    if lines:
        node["isMultiline"] = True
    if value:
        node["value"] = shorten(value, most)
    return node


def day_input(name: str, title: Phrase, t: Texts, value: str = "") -> Node:
    """A day, which may be left empty."""
    node: Node = {"type": "Input.Date", "id": name, "label": t.say(title), "errorMessage": t.say(fp.FU_BAD_DAY)}
    if value:
        node["value"] = value
    return node


def rhythms(t: Texts, chosen: str) -> Node:
    """How often, with once as a choice."""
    choices = [(_capital(t.say(fp.FU_ONCE)), NOTHING)]
    choices += [(_capital(t.say(phrase)), key) for key, phrase in RHYTHMS.items()]
    return choice_set(t, "recurrence", t.say(fp.FU_FIELD_RHYTHM), choices, chosen or NOTHING)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def fields(draft: Draft, around: Around, t: Texts) -> list[Node]:
    """The inputs of a draft, each below what is wrong with it."""
    nodes: list[Node] = []
    for name, node in (
        ("title", text_input("title", fp.FU_FIELD_TITLE, t, MOST_TITLE, value=draft.title, needed=True)),
        ("responsible", text_input("responsible", fp.FU_FIELD_RESPONSIBLE, t, _NAME, value=draft.responsible)),
    ):
        nodes += _faulty(around.faults.get(name, ""), node)
    if around.several:
        choices = [*around.several, (_capital(t.say(fp.FU_NO_SUCH)), NOTHING)]
        nodes.append(choice_set(t, "who", t.say(fp.FU_FIELD_WHO), choices, expanded=True))
    nodes += _faulty(around.faults.get("due", ""), day_input("due", fp.FU_FIELD_DUE, t, draft.due))
    nodes.append(rhythms(t, draft.recurrence))
    if around.bodies:
        none = (_capital(t.say(fp.FU_NO_BODY)), NOTHING)
        nodes.append(choice_set(t, "body", t.say(fp.FU_FIELD_BODY), [none, *around.bodies], draft.body or NOTHING))
    return nodes


def _faulty(fault: str, node: Node) -> list[Node]:
    return [rich(run(fault, bold=True, warn=True), spacing="Small"), node] if fault else [node]


def draft(told: Draft, around: Around, frame: Frame, first: str = "") -> Rendered:
    """What was understood, to be confirmed or corrected."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(fp.FU_LABEL_NEW)))
    if first:
        sheet.add(rich(run(first, bold=True), spacing="Small"))
    sheet.add(rich(run(around.question, bold=True, large=True), spacing="Small"))
    if around.quoted:
        sheet.add(label(t.say(p.LABEL_DECISION)), quote([line for line in around.quoted.splitlines() if line.strip()]))
    sheet.add(*(row(name, value) for name, value in around.rows))
    sheet.add(*fields(told, around, t))
    sheet.add(*(notice(each) for each in around.remarks), shared_line(frame, t))
    cancel = free(execute(t.say(p.BUTTON_CANCEL), verbs.CANCEL))
    sheet.press(execute(t.say(fp.FU_BUTTON_MAKE), verbs.FOLLOWUP_ADD, around.carried, style="positive"), cancel)
    text = "\n".join(each for each in (first, around.question, *_spoken(told, around, t)) if each)
    return Rendered(with_shared_line(text, frame, t), card=sheet.build(text))


def _spoken(told: Draft, around: Around, t: Texts) -> list[str]:
    due = t.date_of(date.fromisoformat(told.due)) if told.due else ""
    body = next((name for name, key in around.bodies if key == told.body), "")
    rhythm = next((t.say(phrase) for key, phrase in RHYTHMS.items() if key == told.recurrence), "")
    rows = [
        (t.say(fp.FU_LABEL), clean(told.title)),
        (t.say(fp.FU_ROW_RESPONSIBLE), clean(told.responsible)),
        (t.say(fp.FU_ROW_DUE), due),
        (t.say(fp.FU_ROW_RHYTHM), rhythm),
        (t.say(fp.FU_ROW_BODY), body),
        *around.rows,
    ]
    lines = [f"{name}: {value}" for name, value in rows if value]
    faults = [fault for fault in around.faults.values() if fault]
    return [*lines, *faults, *around.remarks, t.say(fp.FU_DRAFT_YES) if told.title and not faults else ""]


def free(node: Node) -> Node:
    """A button that leaves: nothing has to be filled in for it."""
    loose = {"associatedInputs": "none"}
    return {**node, **loose, "fallback": {**node["fallback"], **loose}}


def _asking(
    one: FollowUp, question: Phrase, inputs: Sequence[Node], buttons: Sequence[Node], frame: Frame, fault: str
) -> Rendered:
    t = texts(frame.lang)
    told = t.say(question, title=named(one, t))
    sheet = Sheet(t)
    sheet.add(heading(escaped(told)), *(_faulty(fault, inputs[0]) if inputs else ()), *inputs[1:])
    sheet.add(shared_line(frame, t))
    sheet.press(*buttons, free(execute(t.say(p.BUTTON_CANCEL), verbs.FOLLOWUP, {"id": one.id, "aside": True})))
    text = "\n".join(each for each in (told, fault) if each)
    return Rendered(with_shared_line(text, frame, t), card=sheet.build(text))


def _data(one: FollowUp, action: str) -> dict[str, object]:
    return {"id": one.id, "version": one.version, "do": action, "sure": True}


def snoozing(one: FollowUp, today: date, frame: Frame, fault: str = "") -> Rendered:
    """Asks until when: a week, a month, or a day."""
    t = texts(frame.lang)
    data = _data(one, "snooze")
    week, month = today + timedelta(days=7), _a_month_on(today)
    buttons = [
        free(execute(t.say(fp.FU_BUTTON_WEEK), verbs.FOLLOWUP_ACT, {**data, "to": week.isoformat()})),
        free(execute(t.say(fp.FU_BUTTON_MONTH), verbs.FOLLOWUP_ACT, {**data, "to": month.isoformat()})),
        execute(t.say(fp.FU_BUTTON_SNOOZE), verbs.FOLLOWUP_ACT, data, style="positive"),
    ]
    return _asking(one, fp.FU_ASK_SNOOZE, [day_input("day", fp.FU_FIELD_DAY, t)], buttons, frame, fault)


def _a_month_on(day: date) -> date:
    first = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def handing(
    one: FollowUp, frame: Frame, name: str = "", several: Sequence[tuple[str, str]] = (), fault: str = "",
    *, deputy: bool = False,
) -> Rendered:  # fmt: skip
    """Asks to whom, or who is deputy; between people of one name they are chosen from."""
    t = texts(frame.lang)
    inputs = [
        text_input("name", fp.FU_FIELD_TO if not deputy else fp.FU_FIELD_DEPUTY, t, _NAME, value=name, needed=True)
    ]
    if several:
        choices = [*several, (_capital(t.say(fp.FU_NO_SUCH)), NOTHING)]
        inputs.append(choice_set(t, "who", t.say(fp.FU_FIELD_WHO), choices, expanded=True))
    if not deputy:
        inputs.append(text_input("comment", fp.FU_FIELD_SAID, t, MOST_NOTE, lines=True))
    action = "deputy" if deputy else "hand_over"
    title = fp.FU_BUTTON_DEPUTY if deputy else fp.FU_BUTTON_HAND
    button = execute(t.say(title), verbs.FOLLOWUP_ACT, _data(one, action), style="positive")
    return _asking(one, fp.FU_ASK_DEPUTY if deputy else fp.FU_ASK_HAND, inputs, [button], frame, fault)


def noting(one: FollowUp, frame: Frame, typed: str = "", fault: str = "") -> Rendered:
    """Asks for a note."""
    t = texts(frame.lang)
    given = text_input("comment", fp.FU_FIELD_NOTE, t, MOST_NOTE, value=typed, needed=True, lines=True)
    button = execute(t.say(fp.FU_BUTTON_NOTE), verbs.FOLLOWUP_ACT, _data(one, "note"), style="positive")
    return _asking(one, fp.FU_ASK_NOTE, [given], [button], frame, fault)


def dropping(one: FollowUp, frame: Frame, typed: str = "", fault: str = "") -> Rendered:
    """Asks why: nothing that was promised disappears without a word."""
    t = texts(frame.lang)
    given = text_input("comment", fp.FU_FIELD_WHY, t, MOST_NOTE, value=typed, needed=True, lines=True)
    button = execute(t.say(fp.FU_BUTTON_DROP), verbs.FOLLOWUP_ACT, _data(one, "drop"), style="destructive")
    return _asking(one, fp.FU_ASK_DROP, [given], [button], frame, fault)


def changing(one: FollowUp, frame: Frame, typed: Draft | None = None, fault: str = "") -> Rendered:
    """Title, due day and how often; from here it can also be dropped or get a deputy."""
    t = texts(frame.lang)
    due = one.due.isoformat() if one.due is not None else ""
    told = typed or Draft(one.title, due=due, recurrence=one.recurrence or "")
    inputs = [
        text_input("title", fp.FU_FIELD_TITLE, t, MOST_TITLE, value=told.title, needed=True),
        day_input("due", fp.FU_FIELD_DUE, t, told.due),
        rhythms(t, told.recurrence),
    ]
    ask = {"id": one.id, "version": one.version}
    buttons = [
        execute(t.say(fp.FU_BUTTON_SAVE), verbs.FOLLOWUP_ACT, _data(one, "change"), style="positive"),
        free(execute(t.say(fp.FU_BUTTON_DEPUTY), verbs.FOLLOWUP_ACT, {**ask, "do": "deputy"})),
        free(execute(t.say(fp.FU_BUTTON_DROP), verbs.FOLLOWUP_ACT, {**ask, "do": "drop"})),
    ]
    return _asking(one, fp.FU_ASK_CHANGE, inputs, buttons, frame, fault)


def with_title(told: Draft, title: str) -> Draft:
    """The draft under another title."""
    return replace(told, title=title)
