"""Answers just given, so that what comes twice is answered twice and done once."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable

from bot.channel import Reply
from dialogs.turn import Turn

KEPT = 512
DOUBLE_CLICK = 5.0
"""Seconds within which the same button of the same card, pressed again with nothing in between, is one click."""
SUBMIT = "submit"
"""The field of a card's data whose value is minted into each card: a card sent twice is acted on once."""


def submit_key(turn: Turn) -> str | None:
    """The submit key that the card carried, if it did."""
    key = turn.data.get(SUBMIT)
    return key[:200] if isinstance(key, str) and key else None


class Recent:
    """The latest answers to clicks by activity id and submit key, and each conversation's very last click.

    Teams repeats a request that took long with the same id, and another layer of it with a new one; impatient people
    press twice. Not shared between processes: the store's table of seen activities is.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._answers: OrderedDict[tuple[str, str], Reply] = OrderedDict()
        self._last: OrderedDict[str, tuple[str, float, Reply]] = OrderedDict()

    def find(self, turn: Turn) -> Reply | None:
        """The answer that this click has been given already."""
        if turn.kind != "action":
            return None
        for name in _names(turn):
            if name in self._answers:
                return self._answers[name]
        click, at, reply = self._last.get(_place(turn), ("", 0.0, Reply(None)))
        return reply if click == _click(turn) and self._clock() - at < DOUBLE_CLICK else None

    def keep(self, turn: Turn, reply: Reply) -> None:
        """Note the answer to a turn. Only clicks are answered again; any other turn ends a double click."""
        self._last.pop(_place(turn), None)
        if turn.kind != "action":
            return
        for name in _names(turn):
            self._answers[name] = reply
        self._last[_place(turn)] = (_click(turn), self._clock(), reply)
        while len(self._answers) > KEPT:
            self._answers.popitem(last=False)
        while len(self._last) > KEPT:
            self._last.popitem(last=False)


def _place(turn: Turn) -> str:
    return f"{turn.key.tenant}/{turn.key.thread}/{turn.key.person}"


def _names(turn: Turn) -> list[tuple[str, str]]:
    submit = submit_key(turn)
    return [(_place(turn), turn.id), *([(_place(turn), f"submit:{submit}")] if submit else [])]


def _click(turn: Turn) -> str:
    return json.dumps([turn.reply_to, turn.verb, dict(turn.data)], sort_keys=True, default=str)
