"""The edge's memory in a dictionary; passes the same contract as the store's."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock

from bot.ports import Standing
from dialogs.turn import AskedQuestion, Message, Turn
from store.errors import Conflict
from store.records import Address, ConversationKey, Grant, Lang, State, Withdrawal


@dataclass
class FakeMemory:
    seen: set[tuple[str, str]] = field(default_factory=set)
    people: dict[str, str] = field(default_factory=dict)
    grants: dict[str, tuple[Grant, ...]] = field(default_factory=dict)
    tongues: dict[str, tuple[Lang, bool]] = field(default_factory=dict)
    states: dict[ConversationKey, State] = field(default_factory=dict)
    addresses: dict[tuple[str, str], Address] = field(default_factory=dict)
    welcomed: set[tuple[str, str]] = field(default_factory=set)
    shown: list[tuple[Address, str, tuple[str, ...], tuple[str, ...], Lang]] = field(default_factory=list)
    questions: list[tuple[str, AskedQuestion]] = field(default_factory=list)
    due: list[Withdrawal] = field(default_factory=list)
    attempts: dict[int, int] = field(default_factory=dict)
    is_ready: bool = True
    lock: Lock = field(default_factory=Lock)

    def arrive(self, turn: Turn, employee: bool, submit: str | None) -> Standing:
        with self.lock:
            place = turn.key.thread
            names = {(place, turn.id), *({(place, f"submit:{submit}")} if submit else set())}
            first = not names & self.seen
            self.seen |= names
            self._keep_address(turn.address)
            if employee and turn.caller.id and turn.caller.name:
                self.people[turn.caller.id] = turn.caller.name
            return replace(self.standing(turn), first=first)

    def unsee(self, turn: Turn, submit: str | None) -> None:
        self.seen -= {(turn.key.thread, turn.id), (turn.key.thread, f"submit:{submit}")}

    def refresh(self, address: Address, at: datetime) -> None:
        self._keep_address(address)

    def _keep_address(self, address: Address) -> None:
        self.addresses[(address.tenant, address.conversation)] = address

    def standing(self, turn: Turn) -> Standing:
        person = turn.caller.id or ""
        lang, fixed = self.tongues.get(person, (None, False))
        return Standing(True, self.grants.get(person, ()), lang, fixed, self.states.get(turn.key))

    def keep(self, key: ConversationKey, state: State | None, at: datetime) -> None:
        with self.lock:
            if state is None:
                self.states.pop(key, None)
                return
            current = self.states.get(key)
            if state.version != (current.version if current else 0):
                raise Conflict("state moved on")
            self.states[key] = replace(state, version=state.version + 1)

    def keep_soon(self, key: ConversationKey, state: State | None, at: datetime) -> None:
        with suppress(Conflict):
            self.keep(key, state, at)

    def speaks(self, person: str, lang: Lang, fixed: bool) -> None:
        self.tongues[person] = (lang, fixed)

    def delivered(
        self, address: Address, activity: str, message: Message, lang: Lang, asked: AskedQuestion | None, at: datetime
    ) -> None:
        if message.shows_items or message.shows_documents:
            self.shown.append((address, activity, message.shows_items, message.shows_documents, lang))
        if asked is not None:
            self.questions.append((activity, asked))

    def installed(self, address: Address, at: datetime) -> bool:
        key = (address.tenant, address.conversation)
        first = key not in self.welcomed
        self.welcomed.add(key)
        return first

    def removed(self, address: Address, at: datetime) -> None:
        key = (address.tenant, address.conversation)
        self.welcomed.discard(key)
        self.addresses[key] = replace(address, installed=False)

    def withdrawals(self, limit: int) -> Sequence[Withdrawal]:
        return self.due[:limit]

    def withdrawn(self, withdrawal: int, done: bool, at: datetime) -> None:
        self.attempts[withdrawal] = self.attempts.get(withdrawal, 0) + 1
        if done or self.attempts[withdrawal] >= 5:
            self.due = [w for w in self.due if w.id != withdrawal]

    def forget(self, at: datetime, keep_days: int) -> None:
        return

    def ready(self) -> bool:
        return self.is_ready
