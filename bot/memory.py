"""The edge's memory over the store: the few places where a turn is taken apart into what the store keeps."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime, timedelta
from threading import Lock

from bot.ports import Standing
from dialogs.turn import AskedQuestion, Message, Turn
from store.conversations import Arrival, Conversations
from store.questions import Asked
from store.records import Address, ConversationKey, Lang, Person, State, Withdrawal

FRESH = timedelta(hours=1)
"""How long a person or an address that has not changed is not written again: the two cost most of a turn's writing."""
KNOWN = 10_000


class StoredMemory:
    """bot.ports.Memory over store.conversations."""

    def __init__(self, conversations: Conversations) -> None:
        self._conversations = conversations
        self._written: OrderedDict[tuple[Address, Person | None], datetime] = OrderedDict()
        self._tongues: OrderedDict[str, tuple[Lang, bool]] = OrderedDict()
        self._lock = Lock()

    def arrive(self, turn: Turn, employee: bool, submit: str | None) -> Standing:
        """Note activity and submit key as seen, an employee as met, the address as it is now; look up the rest."""
        caller = turn.caller
        known = employee and caller.id is not None and caller.name != ""
        met = Person(caller.id, caller.name, caller.upn) if known and caller.id is not None else None
        # A terminal has no address: nothing can be sent there later.
        new = bool(turn.address.service_url) and not self._fresh(turn.address, met, turn.at)
        address, person = (turn.address, met) if new else (None, None)
        arrival = self._conversations.arrive(turn.key, turn.id, submit, address, turn.at, person)
        if new:
            self._note(turn.address, met, turn.at)
        return self._standing(arrival, turn)

    def _fresh(self, address: Address, met: Person | None, at: datetime) -> bool:
        with self._lock:
            written = self._written.get((address, met))
            return written is not None and timedelta() <= at - written < FRESH

    def _note(self, address: Address, met: Person | None, at: datetime) -> None:
        with self._lock:
            self._written[(address, met)] = at
            while len(self._written) > KNOWN:
                self._written.popitem(last=False)

    def unsee(self, turn: Turn, submit: str | None) -> None:
        """Take back that a turn was seen."""
        self._conversations.unsee(turn.key, turn.id, submit)

    def refresh(self, address: Address, at: datetime) -> None:
        """Keep where a conversation can be reached."""
        self._conversations.refresh(address, at)

    def standing(self, turn: Turn) -> Standing:
        """Look up again, after a conflict."""
        return self._standing(self._conversations.standing(turn.key), turn)

    def _standing(self, arrival: Arrival, turn: Turn) -> Standing:
        lang, fixed = arrival.lang, arrival.lang_fixed
        if lang is None:
            with self._lock:
                lang, fixed = self._tongues.get(turn.caller.id or "", (None, False))
        return Standing(arrival.first, arrival.grants, lang, fixed, arrival.state)

    def keep(self, key: ConversationKey, state: State | None, at: datetime) -> None:
        """Keep or forget a conversation's state. Raises Conflict."""
        self._conversations.keep(key, state, at)

    def keep_soon(self, key: ConversationKey, state: State | None, at: datetime) -> None:
        """Keep or forget a conversation's state within a moment, before the next arrival."""
        self._conversations.keep_soon(key, state, at)

    def speaks(self, person: str, lang: Lang, fixed: bool) -> None:
        """Remember a person's language; of people who were never met (in a terminal) for as long as this runs."""
        with self._lock:
            self._tongues[person] = (lang, fixed)
            while len(self._tongues) > KNOWN:
                self._tongues.popitem(last=False)
        self._conversations.speaks(person, lang, fixed)

    def delivered(
        self, address: Address, activity: str, message: Message, lang: Lang, asked: AskedQuestion | None, at: datetime
    ) -> None:
        """Note what a message showed, and the question it answered."""
        kept = (
            Asked(asked.text, asked.lang, asked.intent, asked.status, asked.facts, asked.unknown, asked.closed)
            if asked is not None
            else None
        )
        self._conversations.delivered(address, activity, message.shows_items, message.shows_documents, lang, kept, at)

    def installed(self, address: Address, at: datetime) -> bool:
        """Keep the address as installed. True when it has not been welcomed since."""
        return self._conversations.installed(address, at)

    def removed(self, address: Address, at: datetime) -> None:
        """The app was removed there."""
        with self._lock:
            # Whoever writes again is reachable again, and has to be noted as such.
            self._written.clear()
        self._conversations.removed(address, at)

    def withdrawals(self, limit: int) -> Sequence[Withdrawal]:
        """Messages to edit, oldest first."""
        return self._conversations.withdrawals(limit)

    def withdrawn(self, withdrawal: int, done: bool, at: datetime) -> None:
        """The message was edited, or one more attempt failed."""
        self._conversations.withdrawn(withdrawal, done, at)

    def forget(self, at: datetime, keep_days: int) -> None:
        """Drop what is kept for a time only."""
        self._conversations.forget(at, keep_days)

    def ready(self) -> bool:
        """Whether the store answers and its schema is the newest."""
        return self._conversations.ready()
