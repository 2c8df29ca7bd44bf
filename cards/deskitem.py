"""An agenda item as its readers see it, with where it stands, what the coach remarks, and what each may do with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cards import casephrases as cp
from cards import coach, verbs
from cards import deskphrases as dp
from cards.caseread import body as whole_item
from cards.caseread import spoken as whole_spoken
from cards.casetold import changed, named, submission
from cards.casewords import state
from cards.catalogue import Phrase
from cards.desktold import Told, comes_next, comment
from cards.parts import (
    Frame,
    Node,
    Prompt,
    Rendered,
    Sheet,
    escaped,
    execute,
    eyebrow,
    heading,
    notice,
    overflow,
    rich,
    row,
    run,
)
from cards.prompts import elsewhere, prompt
from cards.texts import Texts, clean, texts
from store.agenda.coach import Remark
from store.agenda.records import Action, AgendaItem, Change

_EARLY, _LATE = 12, 3
"""Changes of a long history that are shown: the newest, after the first."""
_MOST_NAMES = 10


@dataclass(frozen=True, slots=True)
class View:
    """An item for one reader: who is told, what they may do, and what else there is to show.

    `names` are people's by object id. `remarks` of the coach are for authors and secretaries only.
    """

    item: AgendaItem
    told: Told
    can: frozenset[Action] = frozenset()
    remarks: Sequence[Remark] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    part: bool = False
    """The reader has a part in it: its author or a secretary of the body."""


def shown(view: View, frame: Frame, first: str = "") -> Rendered:
    """The item, whole. `first`: what was just done, above it."""
    t = texts(frame.lang)
    item = view.item
    sheet = Sheet(t, full=True)
    head = f"{t.say(dp.LABEL_ON_ITS_WAY)}. {state(item, t)}"
    sheet.add(eyebrow(head))
    if first:
        sheet.add(rich(run(first, bold=True), spacing="Small"))
    following = [line for line in (comment(item, view.told, t), comes_next(item, view.told, t)) if line]
    sheet.add(*(notice(line) for line in following))
    nodes = whole_item(item, t)
    extra = _rows(view, t)
    # What was submitted when and how late stands with the other rows, above the texts.
    at = next((number for number, node in enumerate(nodes) if node.get("type") == "Container"), len(nodes))
    at = max(at - 1, 0) if at < len(nodes) else at
    sheet.add(*nodes[:at], *(row(name, value) for name, value in extra), *nodes[at:])
    sheet.add(*coach.nodes(view.remarks, item.case_number, t))
    sheet.press(*buttons(view, t, shared=frame.shared))
    lines = [head, first, *following, whole_spoken(item, t), *(f"{name}: {value}" for name, value in extra)]
    lines += coach.sentences(view.remarks, item.case_number, t)
    text = "\n".join(line for line in lines if line)
    return Rendered(text, card=sheet.build(text), prompts=_after(view, t))


def _rows(view: View, t: Texts) -> list[tuple[str, str]]:
    item = view.item
    if not view.part or item.state == "draft":
        return []
    rows = []
    if item.submitted_at is not None:
        name = clean(view.told.author or item.author_name).strip() or t.say(dp.DESK_THE_AUTHOR)
        rows.append((t.say(dp.DESK_ROW_SUBMITTED), f"{name}, {t.moment(item.submitted_at)}"))
    due = submission(item.meeting)
    remarked = any(remark.code in ("late", "late_reason") for remark in view.remarks)
    if item.late and due is not None and not remarked:
        rows.append((t.say(dp.DESK_ROW_LATE), t.say(dp.DESK_LATE_WAS, moment=t.moment(due))))
    if item.excluded:
        names = [view.names.get(person) or t.say(dp.DESK_SOMEBODY) for person in sorted(item.excluded)[:_MOST_NAMES]]
        rows.append((t.say(dp.DESK_ROW_KEPT_OUT), t.names(names)))
    return rows


def approve_button(item: AgendaItem, t: Texts) -> Node:
    """The secretary's yes; after the deadline it says so."""
    title = t.say(dp.DESK_BUTTON_APPROVE_LATE if item.late else dp.DESK_BUTTON_APPROVE)
    return execute(title, verbs.DESK_APPROVE, {"item": item.id, "version": item.version}, style="positive")


def buttons(view: View, t: Texts, *, shared: bool = False) -> list[Node]:
    """What the reader may do with the item now, most needed first; in a `shared` place nothing is written."""
    item, can = view.item, view.can
    data: dict[str, object] = {"item": item.id, "version": item.version}
    found: list[Node] = []
    if "approve" in can:
        found.append(approve_button(item, t))
    if "return" in can:
        found.append(execute(t.say(dp.DESK_BUTTON_RETURN), verbs.DESK_RETURN, data))
    if "save" in can:
        own = view.told.reader == item.author and item.state in ("draft", "returned")
        title = {True: dp.DESK_BUTTON_CORRECT if item.state == "returned" else dp.DESK_BUTTON_GO_ON_CASE}.get(
            own, dp.DESK_BUTTON_EDIT_CASE
        )
        step = "" if own else "where"
        found.append(execute(t.say(title), verbs.CASE_RESUME, {"item": item.id, "step": step}))
    if "move" in can:
        found.append(execute(t.say(dp.DESK_BUTTON_MOVE), verbs.DESK_MOVE, data))
    if view.told.decides and ("open" in can or "close" in can):
        found.append(execute(t.say(dp.DESK_BUTTON_ACCESS), verbs.DESK_ACCESS, data))
    if "recall" in can:
        found.append(execute(t.say(dp.DESK_BUTTON_RECALL), verbs.CASE_RECALL, data))
    if "withdraw" in can and view.told.reader == item.author:
        found.append(execute(t.say(dp.DESK_BUTTON_WITHDRAW_CASE), verbs.CASE_WITHDRAW, {**data, "sure": False}))
    if not shared and "save" not in can:
        found.append(execute(t.say(cp.BUTTON_COPY), verbs.CASE_NEW, {"copy": item.id}))
    if view.part:
        found.append(execute(t.say(dp.DESK_BUTTON_HISTORY), verbs.CASE_HISTORY, {"item": item.id}))
    return overflow(found[:6], 4)


def _after(view: View, t: Texts) -> tuple[Prompt, ...]:
    first: tuple[Phrase, ...] = (dp.DESK_ASK_DESK,) if view.told.decides else (dp.DESK_ASK_MINE, dp.DESK_ASK_NEW)
    return (*(prompt(each, t) for each in first), *elsewhere(t))[:3]


def done(told: str, view: View | None, frame: Frame, lines: Sequence[str] = (), *, waiting: bool = False) -> Rendered:
    """What was done, or why nothing was, and what comes next; `view` is the item now, None when it is not theirs."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    following = [line for line in lines if line]
    sheet.add(heading(escaped(told)), *(rich(run(line), spacing="Small") for line in following))
    if view is not None:
        sheet.press(execute(t.say(dp.DESK_BUTTON_SHOW_CASE), verbs.CASE_SHOW, {"item": view.item.id}))
    if waiting:
        sheet.press(execute(t.say(dp.DESK_BUTTON_DESK), verbs.DESK, {"body": "", "from": 0}))
    text = "\n".join([told, *following])
    # What waits is a button here already.
    after = _after(view, t) if view is not None and not waiting else elsewhere(t)
    return Rendered(text, card=sheet.build(text), prompts=after)


def history(view: View, changes: Sequence[Change], frame: Frame) -> Rendered:
    """What was done to an item, when, by whom and why, oldest first."""
    t = texts(frame.lang)
    told = t.say(dp.DESK_HISTORY_OF, title=named(view.item, t))
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(dp.DESK_LABEL_HISTORY)), rich(run(told, bold=True, large=True), spacing="Small"))
    spoken = [told]
    kept = [change for number, change in enumerate(changes) if not _again(changes, number)]
    cut = len(kept) - _EARLY - _LATE
    for number, change in enumerate(kept):
        if cut > 0 and _LATE <= number < _LATE + cut:
            if number == _LATE:
                sheet.add(notice("…"))
            continue
        name = view.names.get(change.person, "")
        line = (
            t.say(dp.DESK_HISTORY_CREATED, name=_began(change, name, view, t), moment=t.moment(change.at))
            if change.action == "create"
            else changed(change, name, view.told.reader, t)
        )
        sheet.add(rich(run(line), spacing="Small"))
        spoken.append(line)
    sheet.press(execute(t.say(dp.DESK_BUTTON_SHOW_CASE), verbs.CASE_SHOW, {"item": view.item.id}))
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text), prompts=_after(view, t))


def _began(change: Change, name: str, view: View, t: Texts) -> str:
    """Who began the item, at the beginning of a sentence."""
    if change.person == view.told.reader:
        return t.say(cp.YOU)
    known = name or (clean(view.item.author_name).strip() if change.person == view.item.author else "")
    return known or t.say(cp.SOMEBODY_ELSE)


def _again(changes: Sequence[Change], number: int) -> bool:
    """Whether a change is one of several in a row that wrote fields: the last of them stands for all."""
    if number + 1 >= len(changes):
        return False
    here, following = changes[number], changes[number + 1]
    return here.action == following.action == "save" and here.person == following.person


def stop_lines(remarks: Sequence[Remark], item: AgendaItem, t: Texts) -> list[str]:
    """What keeps an item from being submitted, as sentences."""
    return [coach.sentence(remark, item.case_number, t) for remark in remarks if remark.level == "stop"]
