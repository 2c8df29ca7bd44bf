"""The form of a weekly reminder: what it holds, when it comes, in which language, and what becomes of holidays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from babel.dates import get_day_names

from cards import digestphrases as gp
from cards import phrases as p
from cards import verbs
from cards.catalogue import Phrase
from cards.forms import choice_set
from cards.missing import cancel_button
from cards.parts import Frame, Node, Rendered, Sheet, execute, heading, rich, run
from cards.texts import Texts, clean, shorten, texts
from store.calendar import Shift
from store.followup_records import SECTIONS, Digest, Section

WEEKS = (1, 2, 3, 4, 8, 13)
MOST_CHOICES = 60
PARTS: Mapping[Section, Phrase] = {
    "overdue": gp.DIGEST_PART_OVERDUE,
    "due_soon": gp.DIGEST_PART_SOON,
    "agenda_deadlines": gp.DIGEST_PART_DEADLINES,
    "meetings": gp.DIGEST_PART_MEETINGS,
    "milestones": gp.DIGEST_PART_MILESTONES,
    "decisions": gp.DIGEST_PART_NEW,
}
SHIFTS: Mapping[Shift, Phrase] = {
    "after": gp.DIGEST_SHIFT_AFTER,
    "before": gp.DIGEST_SHIFT_BEFORE,
    "keep": gp.DIGEST_SHIFT_KEEP,
    "skip": gp.DIGEST_SHIFT_SKIP,
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen: (name, key) of bodies and initiatives."""

    bodies: Sequence[tuple[str, str]]
    initiatives: Sequence[tuple[str, str]]


def form(digest: Digest, choices: Choices, frame: Frame, fault: str = "") -> Rendered:
    """Filled in as `digest` is; one without a key is not set up yet."""
    t = texts(frame.lang)
    title = t.say(gp.DIGEST_FORM)
    intro = t.say(gp.DIGEST_FORM_INTRO if frame.shared else gp.DIGEST_FORM_INTRO_YOU)
    sheet = Sheet(t)
    sheet.add(heading(title), rich(run(fault, bold=True, warn=True), spacing="Small") if fault else None)
    sheet.add(rich(run(intro), spacing="Small"))
    for name, label, rows, chosen in (
        ("bodies", gp.FIELD_DIGEST_BODIES, choices.bodies, digest.bodies),
        ("initiatives", gp.FIELD_DIGEST_INITIATIVES, choices.initiatives, digest.initiatives),
    ):
        if rows:
            sheet.add(_several(t, name, label, rows[:MOST_CHOICES], chosen))
    sheet.add(_text(t, "cases", t.say(gp.FIELD_DIGEST_CASES), ", ".join(digest.cases)))
    if not frame.shared:
        sheet.add(_toggle(t, "mine", gp.FIELD_DIGEST_MINE, on=digest.mine))
    names = get_day_names("wide", locale="da" if t.lang == "da" else "en_GB")
    days = [(str(names[number]).capitalize(), str(number)) for number in range(7)]
    sheet.add(choice_set(t, "weekday", t.say(gp.FIELD_DIGEST_WEEKDAY), days, str(digest.schedule.weekday)))
    sheet.add(_time(t, digest))
    langs = [(t.say(gp.DIGEST_LANG_DA), "da"), (t.say(gp.DIGEST_LANG_EN), "en")]
    sheet.add(choice_set(t, "lang", t.say(gp.FIELD_DIGEST_LANG), langs, digest.lang))
    sheet.add(_horizon(t, digest))
    parts = [(t.say(PARTS[section]), section) for section in SECTIONS]
    sheet.add({**_several(t, "sections", gp.FIELD_DIGEST_SECTIONS, parts, digest.sections), "style": "expanded"})
    shifts = [
        (t.say(SHIFTS[shift]), shift) for shift in ("after", "before", "keep", "skip") if shift in get_args(Shift)
    ]
    sheet.add(choice_set(t, "shift", t.say(gp.FIELD_DIGEST_SHIFT), shifts, digest.schedule.shift))
    sheet.add(_toggle(t, "empty", gp.FIELD_DIGEST_EMPTY, on=not digest.say_nothing))
    sheet.press(
        execute(t.say(gp.BUTTON_DIGEST_SAVE), verbs.DIGEST_SAVE, {"digest": digest.key}, style="positive"),
        cancel_button(t),
    )
    text = "\n".join(part for part in (title, fault, intro) if part)
    return Rendered(text, card=sheet.build(text))


def _several(t: Texts, name: str, label: Phrase, rows: Sequence[tuple[str, str]], chosen: Sequence[str]) -> Node:
    return {
        "type": "Input.ChoiceSet",
        "id": name,
        "label": t.say(label),
        "errorMessage": t.say(p.FIELD_WRONG),
        "isMultiSelect": True,
        "style": "compact",
        "wrap": True,
        "value": ",".join(one for one in chosen if any(one == key for _, key in rows)),
        "choices": [{"title": shorten(clean(title), 100), "value": key} for title, key in rows],
    }


def _text(t: Texts, name: str, label: str, value: str) -> Node:
    fault = t.say(p.FIELD_WRONG)
    return {"type": "Input.Text", "id": name, "label": label, "errorMessage": fault, "maxLength": 400, "value": value}


def _toggle(t: Texts, name: str, label: Phrase, *, on: bool) -> Node:
    return {
        "type": "Input.Toggle",
        "id": name,
        "label": t.say(label),
        "title": t.say(gp.DIGEST_YES),
        "errorMessage": t.say(p.FIELD_WRONG),
        "wrap": True,
        "value": "true" if on else "false",
    }


def _time(t: Texts, digest: Digest) -> Node:
    return {
        "type": "Input.Time",
        "id": "at",
        "label": t.say(gp.FIELD_DIGEST_TIME),
        "isRequired": True,
        "errorMessage": t.say(p.FIELD_REQUIRED),
        "value": f"{digest.schedule.at:%H:%M}",
    }


def _horizon(t: Texts, digest: Digest) -> Node:
    weeks = sorted({*WEEKS, -(-digest.horizon // 7)})
    rows = [(t.say(gp.DIGEST_WEEKS, count=count), str(count * 7)) for count in weeks]
    return choice_set(t, "horizon", t.say(gp.FIELD_DIGEST_HORIZON), rows, str(-(-digest.horizon // 7) * 7))
