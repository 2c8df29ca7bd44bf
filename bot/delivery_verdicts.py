"""What a failed delivery means: said again, in doubt, dead, or a reason to be silent for a while."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

from bot.channel import DeliveryError

Act = Literal["again", "doubt", "dead", "channel", "stop", "tenant", "brief", "reopen", "elsewhere", "unknown"]
"""again: it was not taken, try later · doubt: it may have arrived · dead: it never will · channel: nothing will ·
stop: nothing may be sent at all · tenant: nothing to this tenant · brief: say less · reopen: find the chat anew ·
elsewhere: by another service URL · unknown: it may have arrived and must not be said again."""

TENANT_OFF = 3600.0
"""Seconds of silence to a tenant whose administrator has switched the bot off."""


@dataclass(frozen=True, slots=True)
class Tempo:
    """Durations in seconds."""

    lease: float = 40.0
    """How long a replica holds an occurrence."""
    request: float = 11.0
    """The longest that a request takes, with some to spare."""
    grace: float = 12.0
    """How long a replica watches a lease that has run out, by a clock that cannot be set, before it takes it over."""
    look: float = 10.0
    """How often a replica looks for such leases."""
    poll: float = 2.0
    """The longest wait for something that another process put in."""
    stale: float = 0.15
    """How late a message may use its place in the queue."""
    doubt: float = 30.0
    """The pause before a message is said again that may have arrived; it doubles."""
    doubts: int = 5
    """How often a message is sent at most that may have arrived each time."""
    stop: float = 300.0
    """How long nothing is sent when the channel does not know the bot."""
    renderings: int = 5
    """How often words are looked for when that fails."""
    drain: float = 12.0
    """How long a process that ends waits for what is on its way."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do, why (a code), after how many seconds, and how long to leave the thread alone."""

    act: Act
    reason: str
    pause: float = 0.0
    quiet: float = 0.0


def verdict(error: DeliveryError, attempts: int, doubts: int, tempo: Tempo, random: Random) -> Verdict:
    """What a failure means after so many attempts, of which so many were in doubt."""
    status, reason = error.status, error.reason
    if status is None:
        return _unanswered(error, attempts, doubts, tempo, random)
    if status == 429:
        quiet = error.retry_after
        if quiet is None or quiet < 0:
            quiet = min(20.0, 2.0 ** min(attempts, 5)) * random.uniform(0.8, 1.2)
        return Verdict("again", reason, pause=quiet * random.uniform(1.0, 1.2), quiet=quiet)
    if status == 412:
        pause = random.uniform(0.5, 2.0)
        return Verdict("again", reason, pause=pause, quiet=pause)
    if status == 401:
        return Verdict("stop", reason, pause=tempo.stop)
    if status == 403:
        return _forbidden(reason)
    if status == 404:
        return Verdict("reopen", reason)
    if status == 413 or reason == "MessageSizeTooBig":
        return Verdict("brief", reason)
    if status == 500:
        return Verdict("unknown", reason)
    if status == 408 or status > 500:
        asked = error.retry_after or 0.0
        return Verdict("doubt", reason, pause=max(asked, _doubtful(doubts, tempo, random)))
    return Verdict("dead", reason)


def opening(error: DeliveryError, attempts: int, tempo: Tempo, random: Random) -> Verdict:
    """What it means that a conversation could not be opened: nothing was said, so nothing is in doubt."""
    found = verdict(error, attempts, 0, tempo, random)
    if found.act in ("doubt", "unknown"):
        return Verdict("again", found.reason, pause=_patience(attempts, random))
    if found.act in ("dead", "reopen", "brief", "elsewhere"):
        return Verdict("channel", found.reason)
    return found


def _unanswered(error: DeliveryError, attempts: int, doubts: int, tempo: Tempo, random: Random) -> Verdict:
    if error.reason == "no_token":
        return Verdict("stop", error.reason, pause=tempo.stop)
    if error.reason == "host_not_allowed":
        return Verdict("elsewhere", error.reason)
    if not error.left:
        return Verdict("again", error.reason, pause=_patience(attempts, random))
    return Verdict("doubt", error.reason, pause=_doubtful(doubts, tempo, random))


def _forbidden(reason: str) -> Verdict:
    if reason == "BotDisabledByAdmin":
        return Verdict("tenant", reason, pause=TENANT_OFF)
    if reason == "InvalidBotApiHost":
        return Verdict("elsewhere", reason)
    return Verdict("channel", reason)


def _patience(attempts: int, random: Random) -> float:
    return float(min(300.0, 2.5 * 2 ** min(attempts, 8)) * random.uniform(0.8, 1.2))


def _doubtful(doubts: int, tempo: Tempo, random: Random) -> float:
    return float(tempo.doubt * 2 ** min(doubts, 5) * random.uniform(1.0, 1.2))
