"""One turn: acted on before? lock, look up, run the flow, keep its state; whatever goes wrong becomes a sentence."""

from __future__ import annotations

import asyncio
import contextvars
import logging
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol, TypeVar

from bot.channel import Fetch, Reply
from bot.gate import Gate, Rate
from bot.locks import Locks
from bot.logs import TURN, cause, event, new_reference
from bot.metrics import Metrics
from bot.outgoing import is_plain
from bot.ports import Memory, Notices, Standing
from bot.recent import Recent, submit_key
from dialogs.ports import Ports
from dialogs.registerfiles import writes
from dialogs.turn import Message, Outcome, Scene, Turn
from store.errors import Conflict
from store.records import Lang, State, Subject

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

Respond = Callable[[Turn, Scene, Ports], Outcome]
SPOKEN = frozenset({"message", "action"})


class Elsewhere(Protocol):
    """Where flows may run beside this process."""

    def takes(self, turn: Turn, scene: Scene) -> bool:
        """Whether it answers such a turn."""
        ...

    async def answer(self, turn: Turn, scene: Scene) -> Outcome | None:
        """What the flows say; None when they would change something, which is for this process."""
        ...


@dataclass(frozen=True, slots=True)
class Rooms:
    """What a conversation is handed: the world behind the edge."""

    respond: Respond
    ports: Ports
    memory: Memory
    notices: Notices
    mask: Callable[[str], str]
    clock: Callable[[], datetime]
    demo: bool = False
    stirred: Callable[[], None] = lambda: None
    """Called after each turn of a secretary: sent messages may have to be edited."""
    elsewhere: Elsewhere | None = None
    keep_file: Callable[[Message, Lang], Message] | None = None
    """Puts the file of a message into a folder of this machine, for clients that take none."""


class Conversation:
    """Turns of all people, one at a time for each conversation key; the same for Teams and for the terminal."""

    def __init__(self, rooms: Rooms, *, gate: Gate, rate: Rate, pool: Executor, metrics: Metrics) -> None:
        self._rooms, self._gate, self._rate, self._pool, self._metrics = rooms, gate, rate, pool, metrics
        self._locks = Locks()
        self._recent = Recent(time.monotonic)

    async def turn(self, turn: Turn, fetch: Fetch | None = None) -> Reply:
        """Answer one turn. Never raises: a failure is a sentence with the reference that the log has too."""
        reference = new_reference()
        TURN.set(reference)
        began = time.perf_counter()
        try:
            reply, result = await self._answered(turn, fetch)
        except Exception as error:  # the edge of the house: a person gets a sentence, the log the cause
            event(_log, logging.ERROR, "turn_failed", kind=turn.kind, cause=cause(error))
            said = self._rooms.notices.failed(turn.locale, turn.scope != "personal", reference)
            spoken = said if turn.kind in SPOKEN else None
            reply = Reply(spoken, turn.locale, aside=True, failed=reference)
            result = "failed"
        took = time.perf_counter() - began
        self._metrics.count("referent_turns_total", kind=turn.kind, result=result)
        self._metrics.took("referent_turn_seconds", took)
        event(_log, logging.INFO, "turn", kind=turn.kind, scope=turn.scope, result=result, ms=round(took * 1000, 1))
        return reply

    async def _answered(self, turn: Turn, fetch: Fetch | None) -> tuple[Reply, str]:
        if turn.kind in ("members", "other"):
            await self._in_pool(self._rooms.memory.refresh, turn.address, self._rooms.clock())
            return Reply(None), "noted"
        if turn.kind == "removed":
            await self._in_pool(self._rooms.memory.removed, turn.address, self._rooms.clock())
            return Reply(None), "noted"
        turn = self._masked(turn)
        async with self._locks.hold(turn.key):
            known = self._recent.find(turn)
            if known is not None:
                return replace(known, delivered=None, again=True), "again"
            verdict = self._rate.take(turn.key.person) if turn.kind in SPOKEN else "go"
            if verdict != "go":
                said = self._rooms.notices.too_many(turn.locale, turn.scope != "personal")
                return Reply(said if verdict == "tell" else None, turn.locale, aside=True), "too_many"
            return await self._acted(turn, fetch)

    async def _acted(self, turn: Turn, fetch: Fetch | None) -> tuple[Reply, str]:
        employee = self._gate.employs(turn.caller)
        standing = await self._in_pool(self._arrive, turn, employee)
        if not standing.first:
            return Reply(None, again=True), "again"
        if turn.kind == "installed":
            first = await self._in_pool(self._rooms.memory.installed, turn.address, self._rooms.clock())
            if not first:
                return Reply(None), "noted"
        secretary = employee and any(grant.role == "secretary" for grant in standing.grants)
        if fetch is not None and (secretary or await self._in_pool(self._writes, turn, standing, employee)):
            turn = replace(turn, files=await fetch())
        try:
            outcome = await self._respond(turn, standing, employee)
        except Exception:
            # Nothing came of it, so pressing the button again must not count as pressed before.
            await self._in_pool(self._rooms.memory.unsee, turn, submit_key(turn))
            raise
        outcome = await self._with_file(turn, standing, outcome)
        reply = self._reply(turn, standing, outcome)
        self._recent.keep(turn, reply)
        if secretary:
            self._rooms.stirred()
        return reply, outcome.asked.status if outcome.asked else "said"

    async def _with_file(self, turn: Turn, standing: Standing, outcome: Outcome) -> Outcome:
        """A terminal and the Playground take no files: there the file goes into a folder, and that is said."""
        message, keep = outcome.message, self._rooms.keep_file
        takes = turn.address.service_url and not is_plain(turn.address.service_url)
        if message is None or message.file is None or takes or keep is None:
            return outcome
        lang: Lang = outcome.lang or standing.lang or turn.locale
        return replace(outcome, message=await self._in_pool(keep, message, lang))

    def _arrive(self, turn: Turn, employee: bool) -> Standing:
        return self._rooms.memory.arrive(turn, employee, submit_key(turn))

    def _writes(self, turn: Turn, standing: Standing, employee: bool) -> bool:
        """Whether the files that came may belong to something that the person writes on."""
        return writes(self._rooms.ports, self._scene(turn, standing, employee).subject)

    async def _respond(self, turn: Turn, standing: Standing, employee: bool) -> Outcome:
        """Run the flow and keep what it wants kept; once more when somebody changed the state meanwhile."""
        scene = self._scene(turn, standing, employee)
        elsewhere = self._rooms.elsewhere
        said = await elsewhere.answer(turn, scene) if elsewhere is not None and elsewhere.takes(turn, scene) else None
        if said is not None:
            outcome = said
            # What changes nothing need not be durable before it is answered.
            if employee and (outcome.state is not None or outcome.forget):
                self._rooms.memory.keep_soon(turn.key, _kept(outcome), self._rooms.clock())
        else:
            standing, outcome = await self._in_pool(self._answered_here, turn, standing, employee)
        if employee and turn.caller.id and outcome.lang and (outcome.lang, outcome.lang_fixed) != _tongue(standing):
            self._rooms.memory.speaks(turn.caller.id, outcome.lang, outcome.lang_fixed)
        return outcome

    def _answered_here(self, turn: Turn, standing: Standing, employee: bool) -> tuple[Standing, Outcome]:
        rooms = self._rooms
        for last in (False, True):
            outcome = rooms.respond(turn, self._scene(turn, standing, employee), rooms.ports)
            if not employee or (outcome.state is None and not outcome.forget):
                break
            try:
                rooms.memory.keep(turn.key, _kept(outcome), rooms.clock())
                break
            except Conflict:
                if last:
                    raise
                event(_log, logging.INFO, "state_conflict")
                standing = rooms.memory.standing(turn)
        return standing, outcome

    def _scene(self, turn: Turn, standing: Standing, employee: bool) -> Scene:
        subject = Subject(
            person=turn.caller.id,
            employee=employee,
            audience=turn.scope,
            grants=standing.grants if employee else (),
            tenant=turn.key.tenant,
        )
        lang = standing.lang or turn.locale
        return Scene(subject, standing.state, lang, turn.at, demo=self._rooms.demo, lang_fixed=standing.lang_fixed)

    def _reply(self, turn: Turn, standing: Standing, outcome: Outcome) -> Reply:
        message = outcome.message
        lang: Lang = outcome.lang or standing.lang or turn.locale
        if message is None:
            return Reply(None, lang)

        async def delivered(activity: str) -> None:
            try:
                now = self._rooms.clock()
                self._rooms.memory.delivered(turn.address, activity, message, lang, outcome.asked, now)
            except Exception as error:  # the answer is out; what cannot be noted of it must not unsay it
                event(_log, logging.ERROR, "note_failed", cause=cause(error))

        noted = bool(outcome.asked or message.shows_items or message.shows_documents)
        return Reply(message, lang, delivered if noted else None, aside=outcome.aside)

    def _masked(self, turn: Turn) -> Turn:
        text, data = self._rooms.mask(turn.text), self._mask(turn.data)
        return turn if text == turn.text and data == turn.data else replace(turn, text=text, data=data)

    def _mask(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._rooms.mask(value)
        if isinstance(value, Mapping):
            return {key: self._mask(held) for key, held in value.items()}
        return [self._mask(held) for held in value] if isinstance(value, list) else value

    async def _in_pool(self, work: Callable[..., _T], *given: Any) -> _T:
        context = contextvars.copy_context()
        return await asyncio.get_running_loop().run_in_executor(self._pool, context.run, work, *given)


def _tongue(standing: Standing) -> tuple[Lang | None, bool]:
    return standing.lang, standing.lang_fixed


def _kept(outcome: Outcome) -> State | None:
    return None if outcome.forget else outcome.state
