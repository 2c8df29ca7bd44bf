"""Inputs of a card, with labels and messages for screen readers and phones."""

from __future__ import annotations

from collections.abc import Sequence

from cards import phrases as p
from cards.parts import Node
from cards.texts import Texts, clean, shorten


def choice_set(
    t: Texts, name: str, label: str, choices: Sequence[tuple[str, str]], chosen: str = "", *, expanded: bool = False
) -> Node:
    """One of several: (title, value) pairs; `chosen` is preselected. What comes back is checked by the flow again."""
    node: Node = {
        "type": "Input.ChoiceSet",
        "id": name,
        "label": label,
        "style": "expanded" if expanded else "compact",
        "wrap": True,
        "isRequired": True,
        "errorMessage": t.say(p.FIELD_REQUIRED),
        "choices": [{"title": shorten(clean(title), 100), "value": value} for title, value in choices],
    }
    if chosen:
        node["value"] = chosen
    return node
