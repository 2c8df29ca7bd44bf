"""Inputs of the wizard: filled in, with what is wrong said above them in words, and long texts kept out of the card."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cards import casephrases as cp
from cards.catalogue import Phrase
from cards.parts import Node, notice, quote, rich, run
from cards.texts import Texts, shorten

ROOM = 12_000
"""Bytes of a card that what stands in its inputs may take; a longer text is shown by its beginning."""
_SHOWN = 300
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


@dataclass(frozen=True, slots=True)
class Field:
    """An input of the wizard: its name, label and value, how much it takes, and what is wrong with what was typed."""

    name: str
    label: Phrase
    value: str = ""
    most: int = 0
    lines: bool = False
    hint: Phrase | None = None
    fault: str = ""
    unsaved: bool = False
    """It was typed and is not saved: what of it is not shown is lost."""


def size(text: str) -> int:
    """Bytes of a text as it is sent inside a card."""
    return len(json.dumps(text))


def fitting(fields: Sequence[Field], room: int = ROOM) -> tuple[frozenset[str], int]:
    """Names of those whose values have room in the card, and how much is left. What is not saved goes first."""
    found: set[str] = set()
    for field in sorted(fields, key=lambda one: (not (one.fault or one.unsaved), size(one.value))):
        if size(field.value) <= room:
            room -= size(field.value)
            found.add(field.name)
    return frozenset(found), room


def text_inputs(fields: Sequence[Field], t: Texts, room: int = ROOM) -> list[Node]:
    """The inputs, in order."""
    whole, left = fitting(fields, room)
    return [node for field in fields for node in text_input(field, t, whole=field.name in whole, room=left)]


def text_input(field: Field, t: Texts, *, whole: bool = True, room: int = ROOM) -> list[Node]:
    """One input. A text without room in the card is quoted from its beginning above an empty input that replaces it."""
    shown: list[Node] = [warning(field.fault)] if field.fault else []
    value = field.value
    unsaved = bool(field.fault) or field.unsaved
    if not whole and unsaved:
        # As much of it as a card can hold.
        value = value[: max(room // 6, _SHOWN)]
        shown.append(notice(t.say(cp.TYPED_CUT, count=len(value))))
    elif not whole:
        shown += [notice(t.say(cp.TEXT_KEPT, label=t.say(field.label), count=len(value)))]
        shown += [quote([shorten(" ".join(value.split()), _SHOWN)])]
        value = ""
    label = t.say(field.label)
    node: Node = {
        "type": "Input.Text",
        "id": field.name,
        "label": label if whole or unsaved else t.say(cp.LABEL_REPLACE, label=label),
        "errorMessage": t.say(cp.FIELD_AGAIN),
    }
    if value:
        node["value"] = _UNSEEN.sub("", value)
    if field.lines:
        node["isMultiline"] = True
    if field.most:
        node["maxLength"] = max(field.most, len(value))
    if field.hint is not None:
        node["placeholder"] = t.say(field.hint)
    return [*shown, node]


def number_input(name: str, label: Phrase, value: str, most: int, t: Texts, fault: str = "") -> list[Node]:
    """A number from 1; what was typed instead of one is told in the fault."""
    node: Node = {
        "type": "Input.Number", "id": name, "label": t.say(label), "min": 1, "max": most,
        "errorMessage": t.say(cp.FAULT_MINUTES, most=most),
    }  # fmt: skip
    if value.isdigit():
        node["value"] = int(value)
    return [warning(fault), node] if fault else [node]


def choices(
    name: str,
    label: Phrase,
    rows: Sequence[tuple[str, str]],
    chosen: str,
    t: Texts,
    *,
    expanded: bool = False,
    fault: str = "",
) -> list[Node]:
    """One of several (title, value); nothing needs to be chosen, since a draft is saved half finished."""
    node: Node = {
        "type": "Input.ChoiceSet",
        "id": name,
        "label": t.say(label),
        "style": "expanded" if expanded else "compact",
        "wrap": True,
        "errorMessage": t.say(cp.FIELD_AGAIN),
        "choices": [{"title": title, "value": value} for title, value in rows],
    }  # fmt: skip
    if not expanded:
        node["placeholder"] = t.say(cp.CHOOSE_ONE)
    if chosen:
        node["value"] = chosen
    return [warning(fault), node] if fault else [node]


def warning(text: str) -> Node:
    """What is wrong, in words and not by its colour alone."""
    return rich(run(text, bold=True, warn=True), spacing="Medium")


def numbered(lines: Sequence[str]) -> str:
    """Lines with their numbers, one below the other, as an input shows them."""
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def typed_or(typed: Mapping[str, str], name: str, saved: str) -> str:
    """What was typed and is not saved, else what is."""
    return typed.get(name, saved)
