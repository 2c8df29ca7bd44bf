"""From a rendered card to an outcome: the message, the language to remember, and the state to keep."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from cards import verbs
from cards.parts import Frame, Rendered
from dialogs.ports import Ports
from dialogs.turn import Citation, Message, Outcome, Scene, Suggestion, Turn
from dialogs.understanding.understand import Understanding
from store.records import Lang, State


@dataclass(frozen=True, slots=True)
class Room:
    """What every flow is handed: the turn, the scene, the ports, and the language of this answer."""

    turn: Turn
    scene: Scene
    ports: Ports
    lang: Lang
    spoken: bool = False
    """The language was recognised in the message, so it is the person's last one."""

    @property
    def frame(self) -> Frame:
        """How cards are to be rendered."""
        shared = self.scene.subject.audience != "personal"
        follows = any(grant.role in ("member", "secretary") for grant in self.scene.subject.grants)
        return Frame(self.lang, shared, self.ports.hosts, self.scene.demo, follows)

    @property
    def kept(self) -> Mapping[str, Any]:
        """What the conversation's state holds of the last answer; empty when there is none."""
        return self.scene.state.data if self.scene.state is not None else {}

    def state(self, flow: str, data: Mapping[str, object], step: str = "") -> State:
        """The state to keep after this turn."""
        return State(flow, step, data, self.scene.state.version if self.scene.state is not None else 0)


def language_for(turn: Turn, scene: Scene, read: Understanding | None) -> tuple[Lang, bool]:
    """The language to answer in, and whether the message itself was in it.

    A chosen language sticks; for clicks and texts too short to tell it is the person's last one.
    """
    if scene.lang_fixed or read is None or read.lang is None:
        return scene.lang, False
    return read.lang, True


def message(rendered: Rendered, *, replaces: str | None = None, feedback: bool = False) -> Message:
    """The outgoing message of a rendered card."""
    return Message(
        text=rendered.text,
        card=rendered.card,
        suggestions=tuple(Suggestion(prompt.text, prompt.send) for prompt in rendered.prompts),
        citations=tuple(
            Citation(number, source.name, source.abstract, source.url)
            for number, source in enumerate(rendered.sources, start=1)
        ),
        replaces=replaces,
        shows_items=rendered.items,
        shows_documents=rendered.documents,
        feedback=feedback,
    )


_MINTED = uuid.UUID("6f0a3c1e-6f0e-4f2b-9d3b-5f7f6c1f2a77")


def minted(card: Mapping[str, Any] | None, turn: Turn) -> Mapping[str, Any] | None:
    """The card with a submit key in each button that changes something: pressed twice, it is done once.

    The key is made from the turn that the card answers, so that a card is the same whenever it is rendered.
    """
    seed = f"{turn.key.tenant}/{turn.key.thread}/{turn.key.person}/{turn.id}"
    marked = _marked(card, seed)
    return marked if isinstance(marked, dict) else card


def _marked(node: object, seed: str) -> object:
    if isinstance(node, list):
        return [_marked(each, seed) for each in node]
    if not isinstance(node, Mapping):
        return node
    out = {name: _marked(value, seed) for name, value in node.items()}
    data = node.get("data")
    if isinstance(data, Mapping) and data.get("verb") in verbs.CHANGING:
        told = json.dumps(data, sort_keys=True, default=str)
        out["data"] = {**data, "submit": uuid.uuid5(_MINTED, f"{seed}/{told}").hex}
    return out


def say(room: Room, rendered: Rendered, *, replaces: bool = False, state: State | None = None) -> Outcome:
    """An outcome that says this. `replaces`: in the place of the clicked card."""
    target = room.turn.reply_to if replaces else None
    told = message(rendered, replaces=target)
    told = replace(told, card=minted(told.card, room.turn))
    return Outcome(told, state=state, lang=room.lang if room.spoken else None)
