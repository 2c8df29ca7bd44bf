"""Building blocks of Adaptive Cards 1.5: text that cannot become markup, quotes, rows, buttons, and the whole card."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from cards import phrases as p
from cards.texts import Texts, clean, shorten
from store.records import Lang

Node = dict[str, Any]
Weight = Literal["Default", "Bolder"]
LIMIT = 25_000
"""Bytes of a card as UTF-8 JSON: Teams takes more, incoming webhooks and older clients do not."""
_MARKUP = re.compile(r"([\\`*_\[\]<>~])|^(\d+)?([#+.\-](?=\s))")
_TITLE = 90


@dataclass(frozen=True, slots=True)
class Prompt:
    """A suggested next message: `text` on the button, `send` what is sent."""

    text: str
    send: str


@dataclass(frozen=True, slots=True)
class Source:
    """A source for the channel's citation: name and abstract within the channel's limits."""

    name: str
    abstract: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message in one language: text that stands alone, the card, and what it shows and suggests."""

    text: str
    card: Node | None = None
    prompts: tuple[Prompt, ...] = ()
    sources: tuple[Source, ...] = ()
    items: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """How to render: the reader's language, whether others listen, and the hosts that may be linked to."""

    lang: Lang
    shared: bool = False
    """In a channel or group chat: every message says that one may also ask in a personal chat."""
    hosts: frozenset[str] = frozenset()
    demo: bool = False
    follows: bool = False
    """The reader is a member or secretary of a body: decisions can be followed up from their cards."""


def escaped(text: str) -> str:
    """Text for the few places that read Markdown (headings): every sign that could become markup is escaped."""
    return _MARKUP.sub(lambda match: f"{match[2] or ''}\\{match[1] or match[3]}", clean(text))


def run(
    text: str, *, bold: bool = False, subtle: bool = False, large: bool = False, warn: bool = False, link: bool = False
) -> Node:
    """A run of plain text: clients show it as it stands."""
    node: Node = {"type": "TextRun", "text": clean(text)}
    if bold:
        node["weight"] = "Bolder"
    if subtle:
        node["isSubtle"] = True
    if large:
        node["size"] = "Medium"
    if warn:
        node["color"] = "Attention"
    if link:
        node["color"] = "Accent"
    return node


def rich(*runs: Node, **extra: object) -> Node:
    """A paragraph of runs."""
    return {"type": "RichTextBlock", "inlines": list(runs), **extra}


def heading(text: str, *, level: Literal["main", "section"] = "main") -> Node:
    """A heading that screen readers announce; its text is one of our own phrases, values in it escaped."""
    node: Node = {"type": "TextBlock", "text": text, "style": "heading", "weight": "Bolder", "wrap": True}
    node["size"] = "Medium" if level == "main" else "Default"
    if level == "section":
        node["spacing"] = "Medium"
    return node


def label(text: str) -> Node:
    """A small label above a quote; it may come from a document, so it is no Markdown either."""
    return rich({**run(text, bold=True, subtle=True), "size": "Small"}, spacing="Medium")


def eyebrow(text: str) -> Node:
    """The small heading above an answer; its text is one of our own phrases."""
    return {**heading(text), "size": "Small", "isSubtle": True, "spacing": "None"}


def quote(paragraphs: Iterable[str]) -> Node:
    """Verbatim text, set off from our own words."""
    return {
        "type": "Container",
        "style": "emphasis",
        "spacing": "Small",
        "items": [
            rich(run(text), **({"spacing": "Small"} if number else {})) for number, text in enumerate(paragraphs)
        ],
    }


def row(name: str, value: str, **extra: object) -> Node:
    """A labelled line: "Sagsnr.: 15/8020"."""
    return rich(run(f"{name}: ", bold=True), run(value), spacing="Small", **extra)


def notice(text: str) -> Node:
    """A quiet remark."""
    return rich(run(text, subtle=True), spacing="Small")


def execute(title: str, verb: str, data: Mapping[str, object] | None = None, *, style: str | None = None) -> Node:
    """A button. Clients that do not know Action.Execute send the same data as a message."""
    carried = {**(data or {}), "verb": verb}
    shown = shorten(clean(title), _TITLE)
    node: Node = {"type": "Action.Execute", "title": shown, "verb": verb, "data": carried}
    if style:
        node["style"] = style
    node["fallback"] = {"type": "Action.Submit", "title": shown, "data": carried}
    return node


def without_inputs(button: Node) -> Node:
    """The button, to be pressed whatever is filled in: a way out waits for no input that is required."""
    free = {"associatedInputs": "none"}
    return {**button, **free, "fallback": {**button["fallback"], **free}}


def overflow(nodes: list[Node], first: int = 3) -> list[Node]:
    """The buttons after the first few behind the menu: one to three are seen at once."""
    return [node if number < first else {**node, "mode": "secondary"} for number, node in enumerate(nodes)]


def open_url(title: str, url: str) -> Node:
    """A button that leaves Teams; the title says so."""
    return {"type": "Action.OpenUrl", "title": title, "url": url}


def tap(node: Node, title: str, verb: str, data: Mapping[str, object]) -> Node:
    """The container, made pressable as a whole."""
    return {**node, "selectAction": execute(title, verb, data)}


def actions(*nodes: Node | None) -> Node:
    """Buttons inside the body."""
    return {"type": "ActionSet", "actions": [node for node in nodes if node is not None]}


@dataclass
class Sheet:
    """A card being put together; `build` trims it to size."""

    t: Texts
    body: list[Node] = field(default_factory=list)
    buttons: list[Node] = field(default_factory=list)
    full: bool = False

    def add(self, *nodes: Node | None) -> None:
        """Append what is not None."""
        self.body.extend(node for node in nodes if node is not None)

    def press(self, *nodes: Node | None) -> None:
        """Append buttons; a card shows at most six."""
        self.buttons.extend(node for node in nodes if node is not None)

    def build(self, fallback: str) -> Node:
        """The card. Text is cut, longest first, until the card is within the limit."""
        card: Node = {
            "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
            "type": "AdaptiveCard",
            "version": "1.5",
            "lang": self.t.lang,
            "fallbackText": shorten(clean(fallback), 1200),
            "body": self.body,
        }
        if self.buttons:
            card["actions"] = self.buttons[:6]
        if self.full:
            card["msteams"] = {"width": "Full"}
        return _fitted(card, self.t)


def weight(card: Node) -> int:
    """Bytes of the card as it is sent; a sign outside ASCII may be sent as six."""
    return len(json.dumps(card).encode())


def _runs(node: object) -> Iterable[Node]:
    if isinstance(node, Mapping):
        if node.get("type") == "TextRun":
            yield dict(node) if not isinstance(node, dict) else node
        for value in node.values():
            yield from _runs(value)
    elif isinstance(node, Sequence) and not isinstance(node, str):
        for value in node:
            yield from _runs(value)


def _fitted(card: Node, t: Texts) -> Node:
    """The card within the limit: ever longer texts are cut at a sentence, and then the tail of the body goes."""
    if weight(card) <= LIMIT:
        return card
    # A copy, since the nodes may be shared with the caller.
    card = json.loads(json.dumps(card))
    for limit in (4000, 2000, 1000, 600, 400, 250):
        for node in _runs(card["body"]):
            node["text"] = shorten(node["text"], limit)
        if weight(card) <= LIMIT - 200:
            break
    else:
        while weight(card) > LIMIT - 200 and len(card["body"]) > 2:
            card["body"].pop()
    card["body"].append(notice(t.say(p.TEXT_CUT)))
    return card
