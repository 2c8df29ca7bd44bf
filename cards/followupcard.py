"""One follow-up: what, who and by when, the decision it comes from, its notes, and what the reader can do with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from cards import followupphrases as fp
from cards import phrases as p
from cards import verbs
from cards.answer import closed_badge, shared_line, with_shared_line
from cards.catalogue import Phrase
from cards.followuptold import RHYTHMS, came_from, did, due_row, is_late, named, source, who
from cards.parts import (
    Frame,
    Node,
    Prompt,
    Rendered,
    Sheet,
    execute,
    eyebrow,
    label,
    notice,
    overflow,
    quote,
    rich,
    row,
    run,
    tap,
)
from cards.prompts import prompts
from cards.texts import Texts, clean, shorten, texts
from store.followup_records import FollowUp, FollowUpChange

_QUOTE, _SPOKEN_QUOTE = 1_200, 400
_LAST = 3
"""Changes that are shown with it."""
_LABELS = {"open": fp.FU_LABEL, "done": fp.FU_LABEL_DONE, "dropped": fp.FU_LABEL_DROPPED}


@dataclass(frozen=True, slots=True)
class View:
    """A follow-up for one reader. `names` are people's by object id; `changes` all of its history, oldest first."""

    one: FollowUp
    today: date
    reader: str
    changes: Sequence[FollowUpChange] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    plan: str = ""
    """The title of the initiative it comes from."""


def shown(view: View, frame: Frame, first: str = "") -> Rendered:
    """The follow-up, whole. `first`: what was just done, above it."""
    t, one = texts(frame.lang), view.one
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(_LABELS[one.state])), closed_badge(_is_closed(one), t))
    if first:
        sheet.add(rich(run(first, bold=True), spacing="Small"))
    sheet.add(rich(run(shorten(clean(one.title), 300), bold=True, large=True), spacing="Small"))
    late = is_late(one, view.today)
    rows = _rows(view, t)
    for number, (name, value) in enumerate(rows):
        node = row(name, value)
        if number == 1 and late:
            node = rich(run(f"{name}: ", bold=True), run(value, bold=True, warn=True), spacing="Small")
        sheet.add(node)
    lines = [t.say(_LABELS[one.state]), first, clean(one.title), *(f"{name}: {value}" for name, value in rows)]
    if one.agenda_item is not None and one.state == "open":
        sheet.add(notice(t.say(fp.FU_ON_ITS_WAY)))
        lines.append(t.say(fp.FU_ON_ITS_WAY))
    lines += _decided(sheet, one, t)
    lines += _happened(sheet, view, t)
    sheet.add(shared_line(frame, t))
    sheet.press(*buttons(one, frame, t))
    text = "\n".join(line for line in lines if line)
    return Rendered(
        with_shared_line(text, frame, t),
        card=sheet.build(text),
        prompts=after(t),
        items=(one.decision.item_key,) if one.decision is not None and one.decision.item_key else (),
    )


def after(t: Texts) -> tuple[Prompt, ...]:
    """What may be asked next."""
    return prompts((fp.FU_ASK_MINE, fp.FU_ASK_LATE, fp.FU_ASK_ALL), t)


def _is_closed(one: FollowUp) -> bool:
    return one.access == "closed" and one.decision is not None


def _rows(view: View, t: Texts) -> list[tuple[str, str]]:
    one = view.one
    rhythm = t.say(RHYTHMS[one.recurrence]) if one.recurrence not in (None, "ongoing") else ""
    rows = [
        (t.say(fp.FU_ROW_RESPONSIBLE), who(one, t)),
        (t.say(fp.FU_ROW_DUE), due_row(one, view.today, t)),
        (t.say(fp.FU_ROW_RHYTHM), rhythm),
        (t.say(fp.FU_ROW_DEPUTY), clean(one.deputy.text) if one.deputy is not None else ""),
        (t.say(fp.FU_ROW_BODY), clean(one.body) if one.decision is None else ""),
        (t.say(fp.FU_ROW_PLAN), clean(view.plan)),
    ]
    return [(name, value) for name, value in rows if value]


def _decided(sheet: Sheet, one: FollowUp, t: Texts) -> list[str]:
    """The decision it comes from, quoted, with its source and page; the same as lines."""
    decision = one.decision
    if decision is None:
        return []
    told = []
    if decision.quote:
        paragraphs = [line for line in shorten(decision.quote, _QUOTE).splitlines() if line.strip()]
        sheet.add(label(t.say(p.LABEL_DECISION)), quote(paragraphs))
        told.append(f"{t.say(p.LABEL_DECISION)}: {t.quoted(shorten(clean(decision.quote), _SPOKEN_QUOTE))}")
    for name, value in (
        (t.say(fp.FU_ROW_ITEM), came_from(decision, t)),
        (t.say(p.LABEL_CASE), clean(decision.case_number or "")),
        (t.say(p.LABEL_SOURCE), source(decision, t)),
    ):
        if value:
            sheet.add(row(name, value))
            told.append(f"{name}: {value}")
    return told


def _happened(sheet: Sheet, view: View, t: Texts) -> list[str]:
    """The last notes and changes; all of them behind a row to press."""
    if len(view.changes) < 2:
        return []
    last = view.changes[-_LAST:]
    told = [did(change, view.names, view.reader, t) for change in last]
    sheet.add(label(t.say(fp.FU_LABEL_LAST)))
    sheet.add(*(notice(line) for line in told))
    if len(view.changes) > len(last):
        name = t.say(fp.FU_BUTTON_HISTORY)
        node: Node = {"type": "Container", "spacing": "Small", "items": [rich(run(name, link=True))]}
        sheet.add(tap(node, name, verbs.FOLLOWUP_HISTORY, {"id": view.one.id}))
    return told


def buttons(one: FollowUp, frame: Frame, t: Texts) -> list[Node]:
    """What can be done with it. In a channel everybody sees the same card: the store asks again who pressed."""
    data: dict[str, object] = {"id": one.id, "version": one.version}
    if not one.may_change and not frame.shared:
        return []
    if one.state != "open":
        return [_act(fp.FU_BUTTON_REOPEN, "reopen", {**data, "sure": True}, t)]
    found = [
        _act(fp.FU_BUTTON_DONE, "done", {**data, "sure": True}, t, style="positive"),
        _act(fp.FU_BUTTON_SNOOZE, "snooze", data, t),
        _act(fp.FU_BUTTON_NOTE, "note", data, t),
        _act(fp.FU_BUTTON_HAND, "hand_over", data, t),
        _act(fp.FU_BUTTON_CHANGE, "change", data, t),
    ]
    if not frame.shared:
        found.append(_act(fp.FU_BUTTON_AGENDA, "agenda", {**data, "sure": True}, t))
    return overflow(found, 3)


def _act(title: Phrase, action: str, data: Mapping[str, object], t: Texts, *, style: str | None = None) -> Node:
    return execute(t.say(title), verbs.FOLLOWUP_ACT, {**data, "do": action}, style=style)


def told(sentence: str, view: View | None, frame: Frame, lines: Sequence[str] = ()) -> Rendered:
    """A sentence on a follow-up that stays as it is: why nothing was done; `view` is it now, None when it is gone."""
    t = texts(frame.lang)
    if view is not None:
        return shown(view, frame, " ".join([sentence, *lines]))
    text = "\n".join([sentence, *lines])
    return Rendered(with_shared_line(text, frame, t), prompts=after(t))


def history(view: View, frame: Frame) -> Rendered:
    """All that happened to it, oldest first."""
    t = texts(frame.lang)
    head = t.say(fp.FU_HISTORY_OF, title=named(view.one, t))
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(fp.FU_LABEL)), rich(run(head, bold=True, large=True), spacing="Small"))
    lines = [did(change, view.names, view.reader, t) for change in view.changes]
    sheet.add(*(rich(run(line), spacing="Small") for line in lines), shared_line(frame, t))
    sheet.press(execute(t.say(fp.FU_BUTTON_SHOW), verbs.FOLLOWUP, {"id": view.one.id}))
    text = "\n".join([head, *lines])
    return Rendered(with_shared_line(text, frame, t), card=sheet.build(text), prompts=after(t))
