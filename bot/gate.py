"""Who may knock: tenant, service URL, channel and rate, in front of the SDK's own check of the token."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from bot import wire
from bot.config import Settings, is_loopback
from dialogs.turn import Caller

LOCAL_CHANNELS = frozenset({"msteams", "emulator", "webchat", "directline"})
PEOPLE_COUNTED = 10_000


class Refused(Exception):
    """The request is turned away with this HTTP status; `reason` is a fixed code for log, metric and body."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Hosts:
    """Host names that requests may be sent to; "*.example.org" means every host below example.org."""

    allowed: frozenset[str]
    loopback: bool = False

    def allow(self, url: str) -> bool:
        """Whether a URL is https to an allowed host without user, or anything on this machine in local mode."""
        try:
            parts = urlsplit(url)
            host, port = (parts.hostname or "").lower(), parts.port
        except ValueError:
            return False
        if parts.username is not None or parts.password is not None or not host or "\\" in url:
            return False
        if self.loopback and parts.scheme in ("http", "https") and is_loopback(host):
            return True
        if parts.scheme != "https" or port not in (None, 443):
            return False
        return any(host.endswith(h[1:]) if h.startswith("*.") else host == h for h in self.allowed)


class Gate:
    """Turns away what the SDK lets in: foreign tenants, missing or strange service URLs, other channels."""

    def __init__(self, settings: Settings) -> None:
        self._tenants = settings.allowed_tenants
        self._channels = LOCAL_CHANNELS if settings.local else frozenset({"msteams"})
        self._any_tenant = settings.local and not self._tenants
        self.hosts = Hosts(settings.connector_hosts, loopback=settings.local)

    def check(self, body: Mapping[str, Any]) -> None:
        """Look at a wire activity before its token is looked at. Raises Refused."""
        if body.get("channelId") not in self._channels:
            raise Refused(403, "channel")
        service_url = body.get("serviceUrl")
        if not isinstance(service_url, str) or not self.hosts.allow(service_url):
            raise Refused(403, "service_url")
        named = wire.tenants(body)
        if len(set(named)) > 1:
            raise Refused(403, "tenants_differ")
        if not self._any_tenant and (not named or named[0] not in self._tenants):
            raise Refused(403, "tenant")

    def employs(self, caller: Caller) -> bool:
        """Whether the caller is an employee of an allowed tenant: the only people who are told anything."""
        if caller.id is None or caller.guest or caller.tenant is None:
            return False
        return self._any_tenant or caller.tenant.lower() in self._tenants


Verdict = Literal["go", "tell", "silent"]


class Rate:
    """How often one person may speak: so many a minute, then one polite refusal, then silence until it calms down."""

    def __init__(self, per_minute: int, clock: Callable[[], float]) -> None:
        self._limit = per_minute
        self._clock = clock
        self._times: OrderedDict[str, deque[float]] = OrderedDict()
        self._told: set[str] = set()

    def take(self, person: str) -> Verdict:
        """Count one turn of a person."""
        now = self._clock()
        times = self._times.setdefault(person, deque())
        self._times.move_to_end(person)
        while times and now - times[0] >= 60:
            times.popleft()
        if len(times) < self._limit:
            times.append(now)
            self._told.discard(person)
            self._forget()
            return "go"
        if person in self._told:
            return "silent"
        self._told.add(person)
        return "tell"

    def _forget(self) -> None:
        while len(self._times) > PEOPLE_COUNTED:
            person, _ = self._times.popitem(last=False)
            self._told.discard(person)
