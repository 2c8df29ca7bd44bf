"""What the edge asks of the store, as Protocols: what is remembered of people, conversations and sent messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dialogs.turn import AskedQuestion, Message, Turn
from store.records import Address, ConversationKey, Grant, Lang, State, Withdrawal


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known when a turn arrives. `first` False: the activity or the submitted card was acted on before."""

    first: bool
    grants: tuple[Grant, ...] = ()
    lang: Lang | None = None
    lang_fixed: bool = False
    state: State | None = None


class Memory(Protocol):
    """The edge's part of the store. Every method is one transaction and may be called from any thread."""

    def arrive(self, turn: Turn, employee: bool, submit: str | None) -> Standing:
        """Note activity and submit key as seen, an employee as met, the address as it is now; look up the rest."""
        ...

    def unsee(self, turn: Turn, submit: str | None) -> None:
        """Take back that a turn was seen: it failed and may be tried again."""
        ...

    def refresh(self, address: Address, at: datetime) -> None:
        """Keep where a conversation can be reached."""
        ...

    def standing(self, turn: Turn) -> Standing:
        """Look up again, after a conflict."""
        ...

    def keep(self, key: ConversationKey, state: State | None, at: datetime) -> None:
        """Keep a conversation's state, or forget it (None). Raises store.errors.Conflict when its version moved on."""
        ...

    def keep_soon(self, key: ConversationKey, state: State | None, at: datetime) -> None:
        """As `keep`, seen by whatever arrives after it, without waiting for the store; what moved on stays as it is."""
        ...

    def speaks(self, person: str, lang: Lang, fixed: bool) -> None:
        """Remember a person's language. Does not wait for the store."""
        ...

    def delivered(
        self, address: Address, activity: str, message: Message, lang: Lang, asked: AskedQuestion | None, at: datetime
    ) -> None:
        """Note what a message showed, and the question it answered. Does not wait for the store."""
        ...

    def installed(self, address: Address, at: datetime) -> bool:
        """Keep the address as installed. True when it has not been welcomed since."""
        ...

    def removed(self, address: Address, at: datetime) -> None:
        """The app was removed there, or the conversation cannot be reached any more."""
        ...

    def withdrawals(self, limit: int) -> Sequence[Withdrawal]:
        """Messages to edit, oldest first; those tried too often are left out."""
        ...

    def withdrawn(self, withdrawal: int, done: bool, at: datetime) -> None:
        """The message was edited, or (done False) one more attempt failed."""
        ...

    def forget(self, at: datetime, keep_days: int) -> None:
        """Drop seen activities older than a day and questions older than `keep_days`."""
        ...

    def ready(self) -> bool:
        """Whether the store answers and its schema is the newest."""
        ...


class Notices(Protocol):
    """The few things that the edge says itself. `shared`: others listen, in a channel or group chat."""

    def failed(self, lang: Lang, shared: bool, reference: str) -> Message:
        """Something went wrong; with the reference that the log has too."""
        ...

    def too_many(self, lang: Lang, shared: bool) -> Message:
        """One polite refusal for who asks too often."""
        ...

    def working(self, lang: Lang) -> str:
        """A click that takes long: the result comes later."""
        ...

    def withdrawn(self, lang: Lang, shared: bool) -> Message:
        """What stands in the place of a message whose text was withdrawn."""
        ...
