"""How a body takes agenda items in: who may submit them, and how many minutes a meeting has."""

from __future__ import annotations

from cards import deskphrases as dp
from cards import phrases as p
from cards import verbs
from cards.forms import choice_set
from cards.grammar import definite
from cards.missing import cancel_button
from cards.parts import Frame, Node, Rendered, Sheet, escaped, execute, eyebrow, heading, rich, run
from cards.prompts import elsewhere
from cards.texts import Texts, texts
from store.agenda.records import Practice

MOST_ROOM = 1440


def sentences(practice: Practice, body: str, t: Texts) -> list[str]:
    """Who may submit, and how much a meeting has room for."""
    who = dp.DESK_PRACTICE_MEMBERS if practice.submit_by == "members" else dp.DESK_PRACTICE_EVERYONE
    room = (
        t.say(dp.DESK_PRACTICE_ROOM, count=practice.capacity)
        if practice.capacity
        else t.say(dp.DESK_PRACTICE_ROOM_PLANNED)
    )
    return [t.say(who, body=definite(body)), room]


def told(practice: Practice, body: str, frame: Frame, *, keeps: bool) -> Rendered:
    """How it is; who keeps it can change it."""
    t = texts(frame.lang)
    lines = sentences(practice, body, t)
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(dp.DESK_LABEL_PRACTICE, body=definite(body))))
    sheet.add(rich(run(lines[0], bold=True), spacing="Small"), rich(run(lines[1]), spacing="Small"))
    if keeps:
        data = {"body": practice.body_key, "set": False}
        sheet.press(execute(t.say(dp.DESK_BUTTON_PRACTICE), verbs.DESK_PRACTICE, data))
    text = "\n".join(lines)
    return Rendered(text, card=sheet.build(text), prompts=elsewhere(t))


def form(practice: Practice, body: str, frame: Frame, fault: str = "") -> Rendered:
    """Both as inputs, filled in as they are now."""
    t = texts(frame.lang)
    title = t.say(dp.DESK_LABEL_PRACTICE, body=definite(body))
    sheet = Sheet(t)
    sheet.add(heading(escaped(title)), rich(run(fault, bold=True, warn=True), spacing="Small") if fault else None)
    choices = [(t.say(dp.DESK_PRACTICE_ALL), "everyone"), (t.say(dp.DESK_PRACTICE_ONLY), "members")]
    sheet.add(choice_set(t, "submit_by", t.say(dp.DESK_PRACTICE_FIELD_WHO), choices, practice.submit_by, expanded=True))
    room: Node = {
        "type": "Input.Number", "id": "room", "label": t.say(dp.DESK_PRACTICE_FIELD_ROOM), "min": 1, "max": MOST_ROOM,
        "errorMessage": t.say(p.FIELD_WRONG),
    }  # fmt: skip
    if practice.capacity:
        room["value"] = practice.capacity
    sheet.add(room)
    data = {"body": practice.body_key, "set": True}
    save = execute(t.say(dp.DESK_BUTTON_KEEP_PRACTICE), verbs.DESK_PRACTICE, data, style="positive")
    sheet.press(save, cancel_button(t))
    text = "\n".join(line for line in (title, fault, *sentences(practice, body, t)) if line)
    return Rendered(text, card=sheet.build(text))
