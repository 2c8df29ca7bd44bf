"""The seam to a chat channel: what the edge asks of one, and what delivering gives back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from dialogs.turn import FileOffer, Message, Turn
from store.records import Address, Lang

Fetch = Callable[[], Awaitable[tuple[FileOffer, ...]]]
"""Fetches the files that came with a turn: called only for those who may hand in documents or write a draft."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a turn led to. `message` None: nothing is said (a seen activity, a reaction)."""

    message: Message | None
    lang: Lang = "da"
    delivered: Callable[[str], Awaitable[None]] | None = None
    """Awaited with the activity id once the message has been accepted by the channel."""
    again: bool = False
    """A repeated click: it may be answered once more in its own response, but nothing new is posted."""
    aside: bool = False
    """A short line for the one who clicked, shown beside the card where the channel can; no message of its own then."""
    failed: str | None = None
    """The reference of what went wrong, when the message says that something did."""


OnTurn = Callable[[Turn, Fetch | None], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class Receipt:
    """The channel took the message; `activity` is its id, with which it can be replaced."""

    activity: str


class DeliveryError(Exception):
    """The channel did not take the message. `gone`: the conversation cannot be reached any more.

    `retry_after`: seconds the channel asked to wait. `left` False: the request never left this machine.
    """

    def __init__(
        self,
        reason: str,
        *,
        status: int | None = None,
        gone: bool = False,
        retry_after: float | None = None,
        left: bool = True,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
        self.gone = gone
        self.retry_after = retry_after
        self.left = left


class Channel(Protocol):
    """Receives turns, delivers messages now or later, replaces what was sent."""

    async def receive(self, body: Mapping[str, Any], headers: Mapping[str, str], on_turn: OnTurn) -> tuple[int, Any]:
        """One incoming wire activity: authenticate, make a Turn, run on_turn, deliver. Returns HTTP status and body."""
        ...

    async def deliver(self, address: Address, message: Message, lang: Lang) -> Receipt:
        """Post a message on the assistant's own initiative. Raises DeliveryError."""
        ...

    async def replace(self, address: Address, activity: str, message: Message, lang: Lang) -> None:
        """Put a message in the place of an earlier one. Raises DeliveryError."""
        ...
