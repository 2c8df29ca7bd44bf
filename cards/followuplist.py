"""Lists of follow-ups: who, when and how late on each line, overdue first; and how many each body has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from cards import followupphrases as fp
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.catalogue import Phrase
from cards.followupcard import after
from cards.followuptold import SOON, is_late, line
from cards.grammar import definite
from cards.parts import Frame, Node, Prompt, Rendered, Sheet, execute, eyebrow, label, notice, rich, run, tap
from cards.texts import Texts, clean, shorten, texts
from store.followup_records import FollowUp

PAGE = 12
"""Follow-ups on one card."""
_GROUPS: tuple[tuple[str, Phrase], ...] = (
    ("late", fp.FU_GROUP_LATE),
    ("soon", fp.FU_GROUP_SOON),
    ("later", fp.FU_GROUP_LATER),
    ("no_day", fp.FU_GROUP_NO_DAY),
    ("finished", fp.FU_GROUP_FINISHED),
    ("done", fp.FU_GROUP_DONE),
)
_COUNTS: Mapping[str, Phrase] = {
    "late": fp.FU_N_LATE,
    "soon": fp.FU_N_SOON,
    "later": fp.FU_N_LATER,
    "no_day": fp.FU_N_NO_DAY,
}


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says above its lines, and what rebuilds it for the next page."""

    head: str
    rows: Sequence[FollowUp]
    today: date
    more: Mapping[str, object] = field(default_factory=dict)
    start: int = 0
    overview: bool = False
    """Several bodies' follow-ups, with how many each has."""
    lines: Sequence[str] = ()
    reported: Sequence[FollowUp] = ()
    """Done ones that are reported below."""
    prompts: tuple[Prompt, ...] = ()


def group_of(one: FollowUp, today: date) -> str:
    """late, soon, later, no_day or finished."""
    if one.state != "open":
        return "finished"
    if is_late(one, today):
        return "late"
    if one.due is None:
        return "no_day"
    return "soon" if one.due <= today + timedelta(days=SOON) else "later"


def listed(told: Listed, frame: Frame) -> Rendered:
    """The list, a page of it, with the lines grouped by how urgent they are."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(fp.FU_LABEL_LIST)), rich(run(told.head, bold=True, large=True), spacing="Small"))
    spoken = [told.head]
    above = [*told.lines, *(overview(told.rows, told.today, t) if told.overview and told.start == 0 else ())]
    sheet.add(*(notice(each) for each in above))
    spoken += above
    page = told.rows[told.start : told.start + PAGE]
    several = len({one.body for one in (*told.rows, *told.reported)}) > 1
    for key, phrase in _GROUPS[:-1]:
        _grouped(sheet, spoken, [one for one in page if group_of(one, told.today) == key], phrase, told.today, several)
    _grouped(sheet, spoken, list(told.reported)[:PAGE], fp.FU_GROUP_DONE, told.today, several)
    left = len(told.rows) - told.start - len(page)
    if left > 0:
        data = {**told.more, "from": told.start + PAGE}
        sheet.press(execute(f"{t.say(fp.FU_BUTTON_MORE)} ({left})", verbs.FOLLOWUPS, data))
    sheet.add(shared_line(frame, t))
    text = "\n".join(spoken)
    keys = (one.decision.item_key for one in (*page, *told.reported) if one.decision is not None)
    return Rendered(
        with_shared_line(text, frame, t),
        card=sheet.build(text),
        prompts=told.prompts or after(t),
        items=tuple(dict.fromkeys(key for key in keys if key)),
    )


def _grouped(
    sheet: Sheet, spoken: list[str], rows: Sequence[FollowUp], phrase: Phrase, today: date, body: bool
) -> None:
    if not rows:
        return
    t = sheet.t
    sheet.add(label(t.say(phrase)))
    spoken.append(f"{t.say(phrase)}:")
    for one in rows:
        sheet.add(_row(one, today, t, body))
        spoken.append(f"– {clean(one.title)} ({line(one, today, t, body=body)})")


def _row(one: FollowUp, today: date, t: Texts, body: bool) -> Node:
    title = clean(one.title)
    node: Node = {
        "type": "Container",
        "style": "emphasis",
        "spacing": "Small",
        "items": [
            rich(run(shorten(title, 150), bold=True)),
            rich(
                run(line(one, today, t, body=body), subtle=not is_late(one, today), warn=is_late(one, today)),
                spacing="None",
            ),
        ],
    }
    return tap(node, shorten(title, 80), verbs.FOLLOWUP, {"id": one.id})


def overview(rows: Sequence[FollowUp], today: date, t: Texts) -> list[str]:
    """How many are overdue, due soon, later and without a day: a line for each body, most overdue first."""
    bodies: dict[str, dict[str, int]] = {}
    for one in rows:
        counts = bodies.setdefault(one.body, {})
        group = group_of(one, today)
        counts[group] = counts.get(group, 0) + 1
    if len(bodies) < 2:
        return []
    ordered = sorted(bodies.items(), key=lambda each: (-each[1].get("late", 0), each[0] == "", each[0]))
    lines = []
    for name, counts in ordered:
        told = ", ".join(t.say(_COUNTS[key], count=counts[key]) for key in _COUNTS if counts.get(key))
        lines.append(f"{definite(name) or t.say(fp.FU_NOT_OF_A_BODY)}: {told}")
    return lines


def which(rows: Sequence[FollowUp], today: date, frame: Frame) -> Rendered:
    """Several that may be meant."""
    t = texts(frame.lang)
    return listed(Listed(t.say(fp.FU_WHICH), rows[:PAGE], today), frame)
