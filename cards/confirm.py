"""Questions before something is done, and choices of what it shall be done to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cards.missing import cancel_button
from cards.parts import (
    Frame,
    Node,
    Rendered,
    Sheet,
    escaped,
    execute,
    eyebrow,
    heading,
    notice,
    quote,
    rich,
    row,
    run,
    tap,
)
from cards.texts import shorten, texts


@dataclass(frozen=True, slots=True)
class Step:
    """What a button does: its title, verb and data."""

    title: str
    verb: str
    data: Mapping[str, object]
    grave: bool = False


def confirm(
    question: str, what: str, step: Step, frame: Frame, rows: Sequence[tuple[str, str]] = (), wording: str = ""
) -> Rendered:
    """Asks once: the question, what it means, what it concerns, the button that does it, and the way out."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    sheet.add(heading(escaped(question)), rich(run(what), spacing="Small") if what else None)
    if wording:
        sheet.add(quote([wording]))
    for number, (name, value) in enumerate(rows):
        sheet.add(row(name, value, **({"separator": True} if number == 0 else {})))
    style = "destructive" if step.grave else "positive"
    sheet.press(execute(step.title, step.verb, step.data, style=style), cancel_button(t))
    text = "\n".join(part for part in (question, what, wording, *(f"{name}: {value}" for name, value in rows)) if part)
    return Rendered(text, card=sheet.build(text))


@dataclass(frozen=True, slots=True)
class Option:
    """One row to press: title, a quiet second line, and what pressing it does."""

    title: str
    detail: str
    verb: str
    data: Mapping[str, object]


def options(title: str, question: str, rows: Sequence[Option], frame: Frame, after: str = "") -> Rendered:
    """A choice of what is meant, as rows; `after` is a remark below them."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    sheet.add(eyebrow(title), rich(run(question, bold=True, large=True), spacing="Small"))
    spoken = [question]
    for each in rows:
        sheet.add(option_row(each))
        spoken.append(f"– {each.title}" + (f" ({each.detail})" if each.detail else ""))
    if after:
        sheet.add(notice(after))
        spoken.append(after)
    sheet.press(cancel_button(t))
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text))


def option_row(each: Option) -> Node:
    """The row of an option."""
    lines = [rich(run(shorten(each.title, 150), bold=True))]
    if each.detail:
        lines.append(rich(run(each.detail, subtle=True), spacing="None"))
    node: Node = {"type": "Container", "style": "emphasis", "spacing": "Small", "items": lines}
    return tap(node, shorten(each.title, 80), each.verb, each.data)
