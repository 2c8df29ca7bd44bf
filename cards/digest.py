"""The weekly reminder: its state in a sentence and a bar, then lines to tick off; the same card after each tick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cards import digestphrases as gp
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.digestlines import Group, beside, counts, group_of, head, short_date, spoken, state_said, what
from cards.grammar import definite
from cards.parts import (
    Frame,
    Node,
    Rendered,
    Sheet,
    actions,
    execute,
    eyebrow,
    heading,
    notice,
    rich,
    run,
    tap,
)
from cards.texts import Texts, clean, texts
from store.followup_records import MOST_LINES, DigestContent, Line

PAGE = MOST_LINES
"""Lines of a page behind "show all": each carries two buttons, and the card stays below its limit of bytes."""
_BAR: Sequence[tuple[Group | str, str]] = (
    ("overdue", "attention"),
    ("week", "warning"),
    ("later", "accent"),
    ("done", "good"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a card of a weekly reminder is drawn from beside its lines.

    `built` is the instant that it speaks of; a card redrawn after a tick still speaks of the same. `names` are those
    of who ticked off, by person. `scope`: names of what it is limited to. `told` is said on top of a redrawn card.
    """

    built: datetime
    names: Mapping[str, str]
    scope: str = ""
    told: str = ""
    start: int = 0


def card(content: DigestContent, told: Told, frame: Frame) -> Rendered:
    """The message, or a page of all its lines. `content` holds the whole, whatever is shown."""
    t = texts(frame.lang)
    first = told.start == 0
    shown = content.lines[:MOST_LINES] if first else content.lines[told.start : told.start + PAGE]
    sheet = Sheet(t)
    label = t.say(gp.DIGEST_LABEL)
    sheet.add(eyebrow(f"{label}: {clean(told.scope)}" if told.scope else label))
    state = state_said(content, t) if content.lines else _empty(content, t)
    sheet.add(heading(state))
    sheet.add(_bar(content, t) if first else None, notice(told.told) if told.told else None)
    data = {"digest": content.digest.key, "built": int(told.built.timestamp())}
    group: Group | None = None
    for line in shown:
        if group_of(line, content.on) != group:
            group = group_of(line, content.on)
            sheet.add(heading(head(group, content, t), level="section"))
        sheet.add(_row(line, content, told, data if first else {**data, "from": told.start}, t))
    if content.done and first:
        sheet.add(notice(t.say(gp.DIGEST_DONE_WEEK, count=content.done)))
    sheet.add(shared_line(frame, t))
    after = MOST_LINES if first else told.start + PAGE
    if after < len(content.lines):
        name = t.say(gp.BUTTON_DIGEST_ALL, count=len(content.lines)) if first else t.say(gp.BUTTON_DIGEST_FORWARD)
        sheet.press(execute(name, verbs.DIGEST_ALL, {**data, "from": after}))
    if first:
        sheet.press(execute(t.say(gp.BUTTON_DIGEST_SETTINGS), verbs.DIGEST_SHOW, {"digest": content.digest.key}))
    said = [state, told.told, *spoken(shown, content, told.names, t)]
    if content.done and first:
        said.append(t.say(gp.DIGEST_DONE_WEEK, count=content.done))
    text = "\n".join(part for number, part in enumerate(said) if part or number > 1)
    items = tuple(dict.fromkeys(line.item for line in shown if line.item))
    return Rendered(with_shared_line(text, frame, t), card=sheet.build(text), items=items)


def aware(seconds: object) -> datetime | None:
    """The instant that a card carries; None when it carries none."""
    if isinstance(seconds, bool) or not isinstance(seconds, int) or not 0 < seconds < 2**33:
        return None
    return datetime.fromtimestamp(seconds, UTC)


def scope_of(names: Sequence[str]) -> str:
    """What a reminder is limited to, for its small heading; "" when it is to more than a line holds."""
    told = ", ".join(definite(name) for name in names)
    return told if len(told) <= 60 else ""


def _empty(content: DigestContent, t: Texts) -> str:
    until = content.on.toordinal() + content.digest.horizon
    return t.say(gp.DIGEST_EMPTY, date=short_date(content.on.fromordinal(until), content.on, t))


def _bar(content: DigestContent, t: Texts) -> Node | None:
    """How much of it is late, near, far and done, drawn; the sentence above it says the same."""
    number = counts(content)
    parts = [(number[name], style) for name, style in _BAR if number[name]]  # type: ignore[index]  # the names are those of counts
    if len(parts) < 2:
        return None
    total = sum(count for count, _ in parts)
    columns = [
        {
            "type": "Column",
            # A part too narrow for its number would not be seen.
            "width": max(12, round(100 * count / total)),
            "style": style,
            "spacing": "None",
            "items": [{**rich({**run(str(count), bold=True), "size": "Small"}), "horizontalAlignment": "Center"}],
        }
        for count, style in parts
    ]
    return {"type": "ColumnSet", "columns": columns, "spacing": "Small"}


def _row(line: Line, content: DigestContent, told: Told, data: Mapping[str, object], t: Texts) -> Node:
    """What, who and when, with a button where it can be ticked off; a decision opens."""
    title = what(line, t)
    name = run(title, subtle=line.done)
    if line.done:
        name["strikethrough"] = True
    detail = run(beside(line, content.on, told.names, t), subtle=True)
    if line.section == "overdue" and not line.done:
        detail = run(beside(line, content.on, told.names, t), warn=True)
    if not line.done:
        name["weight"] = "Bolder"
    block: Node = {
        "type": "Column",
        "width": "stretch",
        "items": [rich(name), rich({**detail, "size": "Small"}, spacing="None")],
    }
    if line.section == "decisions":
        block = tap(block, title, verbs.ITEM, {"item": line.key})
    columns = [block]
    if line.version is not None and not (line.done and line.detail):
        verb = verbs.DIGEST_UNTICK if line.done else verbs.DIGEST_TICK
        name_ = t.say(gp.BUTTON_DIGEST_UNDO if line.done else gp.BUTTON_DIGEST_DONE)
        press = execute(name_, verb, {**data, "id": line.key, "version": line.version})
        columns.append(
            {"type": "Column", "width": "auto", "verticalContentAlignment": "Center", "items": [actions(press)]}
        )
    return {"type": "ColumnSet", "columns": columns, "spacing": "Small"}
