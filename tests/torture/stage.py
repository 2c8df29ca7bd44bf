"""A stage for the real dispatcher under virtual time: the real SQL, a channel that fails as told, replicas that die."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from random import Random
from typing import Any

from sqlalchemy import bindparam, select, text

from bot.channel import DeliveryError
from bot.delivery import Renderers
from bot.delivery_carrier import Clocks, Way
from bot.delivery_dispatch import Dispatcher
from bot.delivery_verdicts import Tempo
from bot.metrics import Metrics
from dialogs.turn import Message
from store.database import Database
from store.occurrences import Occurrences
from store.outbox import Outbox
from store.outbox_reach import Reach
from store.outbox_records import OUTBOX_KIND, Occurrence, Policy, Recipient, Subscription
from store.prepared import Prepared
from store.ratelimits import Limits
from store.records import Address, Lang, Subject
from store.subscriptions import OCCURRENCE, SUBSCRIPTION, Subscriptions
from tests.torture.limits import Limited
from tests.torture.virtual import Killed, Life, Mortal, VirtualLoop, inline

TENANT = "11111111-1111-1111-1111-111111111111"
CHANNEL = "19:channel@thread.tacv2"
OWNER = "00000000-0000-0000-0000-0000000000a2"
TEMPO = Tempo()

_STATE = Prepared(
    select(OCCURRENCE.c.state, OCCURRENCE.c.lease_token)
    .join(SUBSCRIPTION, SUBSCRIPTION.c.id == OCCURRENCE.c.subscription_id)
    .where(SUBSCRIPTION.c.key == bindparam("of_key"), OCCURRENCE.c.slot == bindparam("of_slot"))
)
OUTCOMES: dict[str, tuple[bool, DeliveryError | None]] = {
    "201": (True, None),
    "502 not taken": (False, DeliveryError("BadGateway", status=502)),
    "502 taken": (True, DeliveryError("BadGateway", status=502)),
    "reset taken": (True, DeliveryError("ServerDisconnectedError")),
    "429": (False, DeliveryError("Throttled", status=429, retry_after=3.0)),
    "refused": (False, DeliveryError("ClientConnectorError", left=False)),
}
"""Whether the channel shows the message to people, and what it answers."""
CERTAIN = frozenset({"201", "429", "refused"})


@dataclass
class Wall:
    """What people see: each message by the key of its occurrence, in order; shared by all replicas."""

    outcomes: Iterator[str]
    delivered: list[tuple[str, float]] = field(default_factory=list)
    answered: Counter[str] = field(default_factory=Counter)
    doubted: Counter[str] = field(default_factory=Counter)
    """How often each message was shown without the sender being told."""

    def keys(self) -> list[str]:
        return [key for key, _ in self.delivered]


class Stage:
    """One store, one channel; replicas come and go."""

    def __init__(
        self,
        db: Database,
        loop: VirtualLoop,
        outcomes: Sequence[str] = (),
        *,
        tempo: Tempo = TEMPO,
        limits: Limits | None = None,
    ) -> None:
        self.db, self.loop, self.tempo = db, loop, tempo
        self.wall = Wall(_then_well(outcomes))
        self.outbox = Outbox(db, limits or Limits())
        self.lives: list[Life] = []
        self.latency = 0.2
        self.orphans: Counter[int] = Counter()
        """Ids of what was under way at a death, with how often."""
        self.limited: Limited | None = None
        self._ending: set[asyncio.Task[None]] = set()

    def empty(self) -> None:
        """Begin again with nothing."""
        with self.db.write() as session:
            connection = session.connection()
            for name in ("occurrence", "subscription", "dead_channel", "heartbeat", "address"):
                connection.execute(text(f"DELETE FROM {name}"))
            connection.execute(text("DELETE FROM rate_limit WHERE scope != 'app'"))
            connection.execute(text("UPDATE rate_limit SET paced_until = 0, sustained = 0, held_until = 0"))

    def begin(self, outcomes: Sequence[str]) -> None:
        """Forget who lived and what was seen; the channel will answer so, and then all is well."""
        self.lives.clear()
        self.wall = Wall(_then_well(outcomes))

    def due(
        self, number: int = 1, policy: Policy = "resend", recipients: int = 1, *, first: int = 0, **more: Any
    ) -> list[str]:
        """Occurrences due now; their keys. One subscription for each of the recipients, numbered from `first`."""
        subscriptions, occurrences = Subscriptions(self.db, self.loop.now), Occurrences(self.db)
        for place in range(first, first + recipients):
            subscriptions.add(
                Subscription(f"s{place}", "probe", TENANT, "channel", f"{CHANNEL}{place}", OWNER, policy=policy, **more)
            )
        keys = []
        for index in range(number):
            key, slot = f"s{first + index % recipients}", f"n{index}"
            occurrences.put(key, slot, now=self.loop.now())
            keys.append(f"{key}/{slot}")
        return keys

    def replica(
        self, dies_at: int | None = None, *, ends_at: int | None = None, probe: bool = False, flight: int = 4
    ) -> asyncio.Task[None]:
        """Start one; it dies, or is told to end, at that step of what it does."""
        life = Life(dies_at, ends_at)
        self.lives.append(life)
        renderers = Renderers({"probe": _words, OUTBOX_KIND: _words})
        outbox: Any = Mortal(self.outbox, life)
        reach: Any = Mortal(Reach(self.db, lambda tenant: True), life)
        way = Way(
            outbox=outbox,
            reach=reach,
            renderers=renderers,
            outlet=_Mouth(self, life),
            remember=lambda address, at: None,
            run=inline(life),
            clocks=Clocks(self.loop.now, self.loop.time),
            tempo=self.tempo,
            random=Random(len(self.lives)),
        )
        looker = _Looker(self, life) if probe else None
        dispatcher = Dispatcher(way, Metrics(), flight=flight, probe=looker, name=f"r{len(self.lives)}")
        task = self.loop.create_task(_living(dispatcher))
        life.on_death = lambda: self._bury(dispatcher, task)
        life.on_end = lambda: self._ending.add(self.loop.create_task(dispatcher.stop()))
        task.dispatcher = dispatcher  # type: ignore[attr-defined]  # for tests that stop it gently
        return task

    def _bury(self, dispatcher: Dispatcher, task: asyncio.Task[None]) -> None:
        """A killed process runs nothing more, not even what would clean up: its tasks are dropped where they stand."""
        self.orphans.update(number for number, _ in dispatcher._tasks.values())
        for each in (*dispatcher._tasks, task):
            each.remove_done_callback(dispatcher._landed)
            each.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
            each.cancel()

    async def end(self, task: asyncio.Task[None]) -> None:
        """Stop a replica gently, when it lives."""
        if not task.done():
            await task.dispatcher.stop()  # type: ignore[attr-defined]  # see replica
            await task

    def state(self, key: str) -> str:
        """The state of one occurrence."""
        name, slot = key.split("/")
        with self.db.read() as session:
            return str(_STATE.rows(session, {"of_key": name, "of_slot": slot})[0].state)

    def claims(self, key: str) -> int:
        """How often it was leased."""
        name, slot = key.split("/")
        with self.db.read() as session:
            return int(_STATE.rows(session, {"of_key": name, "of_slot": slot})[0].lease_token)

    def states(self) -> dict[str, str]:
        """The state of each occurrence by its key, less the outbox's own notices."""
        with self.db.read() as session:
            rows = session.connection().execute(
                text(
                    "SELECT s.key, o.slot, o.state FROM occurrence o JOIN subscription s ON s.id = o.subscription_id"
                    " WHERE s.kind != :own"
                ),
                {"own": OUTBOX_KIND},
            )
            return {f"{row.key}/{row.slot}": row.state for row in rows}

    def told(self) -> int:
        """How many notices the outbox itself has put in."""
        with self.db.read() as session:
            statement = text(
                "SELECT count(*) FROM occurrence o JOIN subscription s ON s.id = o.subscription_id WHERE s.kind = :own"
            )
            return int(session.connection().execute(statement, {"own": OUTBOX_KIND}).scalar_one())


async def _living(dispatcher: Dispatcher) -> None:
    with suppress(Killed):
        await dispatcher.serve()


class _Mouth:
    """An Outlet that says what the wall's next outcome is, after a while."""

    def __init__(self, stage: Stage, life: Life) -> None:
        self._stage, self._life = stage, life

    async def open(self, occurrence: Occurrence, to: Recipient) -> Address:
        return Address(TENANT, "", occurrence.recipient, occurrence.audience)

    async def send(self, address: Address, message: Message, lang: Lang) -> str:
        self._life.step()
        wall, loop = self._stage.wall, self._stage.loop
        await asyncio.sleep(self._stage.latency / 2)
        wait = self._stage.limited.wait(address.conversation, loop.time()) if self._stage.limited else 0.0
        if wait:
            raise DeliveryError("Throttled", status=429, retry_after=float(ceil(wait)))
        outcome = next(wall.outcomes)
        wall.answered[outcome] += 1
        taken, error = OUTCOMES[outcome]
        if taken:
            wall.delivered.append((message.text, loop.time()))
            wall.doubted[message.text] += error is not None
        self._life.step()
        await asyncio.sleep(self._stage.latency / 2)
        if error is not None:
            raise error
        return f"activity-{len(wall.delivered)}"


class _Looker:
    """A Probe over the wall."""

    def __init__(self, stage: Stage, life: Life) -> None:
        self._stage, self._life = stage, life

    async def find(self, occurrence: Occurrence, to: Recipient) -> str | None:
        self._life.step()
        key = f"{occurrence.subscription.key}/{occurrence.slot}"
        return "found" if any(key == seen for seen, _ in self._stage.wall.delivered) else None


def _words(occurrence: Occurrence, subject: Subject, now: datetime) -> Message | None:
    return Message(f"{occurrence.subscription.key}/{occurrence.slot}")


def _then_well(outcomes: Sequence[str]) -> Iterator[str]:
    yield from outcomes
    while True:
        yield "201"
