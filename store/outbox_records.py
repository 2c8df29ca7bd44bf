"""What the outbox takes in and gives out: subscriptions, their occurrences, and how the whole stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, Literal

from store.calendar import Shift
from store.records import Address, Audience, Lang, Subject

OccurrenceState = Literal["pending", "leased", "sending", "sent", "dead", "unknown", "skipped_late", "nothing"]
"""`leased`: a replica prepares it, nothing has left; `sending`: it may have left; the others but `pending` are final.
`nothing`: there was nothing to say when the moment came."""
Policy = Literal["resend", "hold", "probe"]
"""What becomes of a message that may or may not have arrived: said again after a pause; left alone, and its owner
told; or looked for in the conversation first."""
OUTBOX_KIND = "delivery"
"""The kind of the outbox's own notices: about dead channels, messages that came too late, runs that were missed."""
ENDED_KIND = "ended"
"""The kind of what is left of a subscription that was ended: what it has said, without what it was for."""
MISSED = timedelta(minutes=15)
"""Without a run of any replica for so long, a run has been missed."""
Topic = Literal["dead", "late", "unknown", "failed", "missed"]


@dataclass(frozen=True, slots=True)
class Weekly:
    """Each week on a weekday (0 is Monday) at a local time; `shift` says what becomes of a day that is not worked."""

    weekday: int
    at: time
    shift: Shift = "after"

    def stored(self) -> dict[str, Any]:
        """As JSON for the store and for `referent subscriptions --json`."""
        return {"every": "week", "weekday": self.weekday, "at": f"{self.at:%H:%M}", "shift": self.shift}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Weekly:
        """From what `stored` gave."""
        return cls(int(stored["weekday"]), time.fromisoformat(stored["at"]), stored["shift"])


@dataclass(frozen=True, slots=True)
class Slot:
    """One nominal moment of a schedule. `name` is its ISO week, the same however day and time are moved."""

    name: str
    due: datetime
    expires: datetime
    """After this it is not sent any more: the next one is due, or a day and a half have gone."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """Something said unasked, again and again or when it happens, to one place.

    `recipient` is the conversation id of a channel or group, or the Entra object id of a person (audience "personal").
    `title` is what its owner calls it; nobody but the owner is shown it. `payload` is the feature's own.
    """

    key: str
    kind: str
    tenant: str
    audience: Audience
    recipient: str
    owner: str
    lang: Lang = "da"
    title: str = ""
    payload: Mapping[str, Any] = field(default_factory=dict)
    schedule: Weekly | None = None
    policy: Policy = "resend"
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One message to one recipient. `id` with `token` is the right to bring it to an end: both fence off replicas
    whose lease ran out."""

    id: int
    token: int
    subscription: Subscription
    slot: str
    recipient: str
    audience: Audience
    due_at: datetime
    payload: Mapping[str, Any] = field(default_factory=dict)
    attempts: int = 0
    doubts: int = 0
    """How often it may have left already."""
    send_at: float = 0.0
    """Its place in the queue of the tenant, in seconds of the Unix clock."""
    brief: bool = False
    """The channel found the message too long: say the same in fewer words."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Occurrences leased to a replica. `wait`: seconds after which asking again makes sense."""

    rows: tuple[Occurrence, ...]
    wait: float


@dataclass(frozen=True, slots=True)
class Flight:
    """An occurrence that some replica holds a lease of."""

    id: int
    token: int
    lease_until: datetime


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where an occurrence goes, as the store knows it now, and what its audience may read.

    `address` None: never met there. `closed`: why the channel is dead. `elsewhere`: other addresses of the tenant, the
    newest first; looked up when they are needed.
    """

    address: Address | None
    subject: Subject
    closed: str | None = None
    elsewhere: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class DeadChannel:
    """A place that cannot be written to until somebody there is heard of again."""

    tenant: str
    recipient: str
    reason: str
    since: datetime
    name: str | None = None


@dataclass(frozen=True, slots=True)
class OutboxStatus:
    """How the outbox stands; `pending` counts what is not final yet."""

    last_run: datetime | None
    oldest_pending: datetime | None
    counts: Mapping[str, int]
    dead_channels: tuple[DeadChannel, ...]
    overdue: int = 0
    """Of those that have not come to an end, how many should have by the moment that was asked for."""
    untold: int = 0
    """New documents that could not be matched with what is watched for."""

    @property
    def pending(self) -> int:
        """Occurrences that have not come to an end."""
        return sum(self.counts.get(state, 0) for state in ("pending", "leased", "sending"))
