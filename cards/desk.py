"""Lists of agenda items: what waits for a secretary, counted by body, and one's own items with where they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from cards import deskphrases as dp
from cards import phrases as p
from cards import verbs
from cards.casetold import place, submission
from cards.casewords import state
from cards.catalogue import Phrase
from cards.desktold import Told, comes_next
from cards.grammar import definite
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
    rich,
    row,
    run,
    tap,
)
from cards.prompts import elsewhere, prompt
from cards.texts import Texts, clean, shorten, texts
from store.agenda.records import AgendaItem

PAGE = 8
"""Items on one card."""
_TITLE = 150


def waiting(
    items: Sequence[AgendaItem],
    own: Sequence[AgendaItem],
    names: Mapping[str, str],
    frame: Frame,
    body: str = "",
    start: int = 0,
    more: Mapping[str, object] | None = None,
) -> Rendered:
    """What waits for the reader: submitted items in order, then their `own` drafts and returned items.

    `names` are the authors' by object id, `body` the one that was asked for, `more` what the button for the next page
    carries.
    """
    t = texts(frame.lang)
    told = _first(items, own, body, t)
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(dp.DESK_LABEL_DESK)), rich(run(told, bold=True, large=True), spacing="Small"))
    spoken = [told]
    counted = Counter(item.body or t.say(dp.DESK_THE_SECRETARY_PLAIN) for item in items)
    if len(counted) > 1:
        for name, count in counted.items():
            sheet.add(row(definite(name), t.say(dp.DESK_COUNT, count=count)))
            spoken.append(f"{definite(name)}: {t.say(dp.DESK_COUNT, count=count)}")
    shown = items[start : start + PAGE]
    if len(shown) < len(items):
        line = t.say(p.SHOWING, first=start + 1, last=start + len(shown), count=len(items))
        sheet.add(notice(line))
        spoken.append(line)
    spoken += [_row(sheet, item, _waits(item, names, t)) for item in shown]
    if own and start == 0:
        if items:
            line = t.say(dp.DESK_YOURS, count=len(own))
            sheet.add(label(line))
            spoken.append(line)
        spoken += [_row(sheet, item, [f"{state(item, t)}. {place(item, t)}."]) for item in own[:PAGE]]
    if start + len(shown) < len(items):
        sheet.press(execute(t.say(p.BUTTON_MORE), verbs.DESK, {**(more or {}), "from": start + PAGE}))
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text), prompts=_after(t, dp.DESK_ASK_MINE))


def _first(items: Sequence[AgendaItem], own: Sequence[AgendaItem], body: str, t: Texts) -> str:
    if items and body:
        return t.say(dp.DESK_WAITING_OF, body=definite(body), count=len(items))
    if items:
        return t.say(dp.DESK_WAITING, count=len(items))
    if own:
        return t.say(dp.DESK_YOURS, count=len(own))
    return t.say(dp.DESK_NONE_OF, body=definite(body)) if body else t.say(dp.DESK_NONE)


def mine(items: Sequence[AgendaItem], told: Told, frame: Frame, start: int = 0, question: str = "") -> Rendered:
    """One's own items, newest change first, each with its state, its meeting and what comes next."""
    t = texts(frame.lang)
    first = question or (t.say(dp.DESK_MINE_COUNT, count=len(items)) if items else t.say(dp.DESK_MINE_NONE))
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(dp.DESK_LABEL_MINE)), rich(run(first, bold=True, large=True), spacing="Small"))
    spoken = [first]
    shown = items[start : start + PAGE]
    if len(shown) < len(items):
        line = t.say(p.SHOWING, first=start + 1, last=start + len(shown), count=len(items))
        sheet.add(notice(line))
        spoken.append(line)
    for item in shown:
        following = comes_next(item, told, t)
        spoken.append(_row(sheet, item, [f"{state(item, t)}. {place(item, t)}.", following]))
    if start + len(shown) < len(items):
        sheet.press(execute(t.say(p.BUTTON_MORE), verbs.CASES_MINE, {"from": start + PAGE}))
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text), prompts=_after(t, dp.DESK_ASK_NEW))


def _after(t: Texts, first: Phrase) -> tuple[Prompt, ...]:
    return (prompt(first, t), *elsewhere(t))[:3]


def title_line(item: AgendaItem, t: Texts) -> str:
    """The title as it stands in a list, with its number on the agenda and, for a closed one, that it is."""
    title = shorten(clean(item.title).strip(), _TITLE) or t.say(dp.DESK_UNTITLED)
    if item.number:
        title = t.say(p.NUMBERED, number=item.number, title=title)
    return f"{title} ({t.say(dp.DESK_MARK_CLOSED_CASE).casefold()})" if item.access == "closed" else title


def case_row(item: AgendaItem, lines: Sequence[str], t: Texts, *, warned: str = "") -> Node:
    """An item as a row that shows it whole when pressed."""
    title = title_line(item, t)
    nodes = [rich(run(title, bold=True))]
    nodes += [rich(run(line, subtle=True), spacing="None") for line in lines if line]
    if warned:
        nodes.append(rich(run(warned, bold=True, warn=True), spacing="None"))
    node: Node = {"type": "Container", "style": "emphasis", "spacing": "Small", "items": nodes}
    return tap(node, shorten(title, 80), verbs.CASE_SHOW, {"item": item.id})


def _row(sheet: Sheet, item: AgendaItem, lines: Sequence[str]) -> str:
    t = sheet.t
    late = t.say(dp.DESK_MARK_LATE) if item.late and item.state == "submitted" else ""
    sheet.add(case_row(item, lines, t, warned=late))
    return "– " + ". ".join(part.rstrip(".") for part in (title_line(item, t), *lines, late) if part) + "."


def _waits(item: AgendaItem, names: Mapping[str, str], t: Texts) -> list[str]:
    due = submission(item.meeting)
    lines = [f"{place(item, t)}."]
    if item.submitted_at is not None:
        name = clean(names.get(item.author) or item.author_name).strip() or t.say(dp.DESK_THE_AUTHOR)
        lines.append(t.say(dp.DESK_SUBMITTED, name=name, moment=t.moment(item.submitted_at)))
    if due is not None:
        lines.append(t.say(dp.DESK_DEADLINE, moment=t.moment(due)))
    return lines
