"""Who a person is beyond what an activity says: guests carry an object id too, and only the roster tells them apart."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.channel import DeliveryError
from bot.logs import event
from bot.sender import Sender
from bot.wire import word
from dialogs.turn import Caller
from store.records import Address

KEPT = 12 * 3600.0
UNKNOWN_KEPT = 60.0
PEOPLE = 20_000

_log = logging.getLogger(__name__)


class Members:
    """Asks the channel's roster once in half a day per person. Whoever it does not name counts as a guest."""

    def __init__(self, sender: Sender, clock: Callable[[], float]) -> None:
        self._sender = sender
        self._clock = clock
        self._known: OrderedDict[tuple[str, str], tuple[float, Mapping[str, Any] | None]] = OrderedDict()

    async def know(self, caller: Caller, address: Address) -> Caller:
        """The caller with name, UPN and guest mark as the roster has them."""
        if caller.id is None or caller.channel_id is None or caller.guest:
            return caller
        key = (address.tenant, caller.id)
        until, row = self._known.get(key, (float("-inf"), None))
        if self._clock() >= until:
            row = await self._look_up(address, caller.channel_id)
            self._known[key] = (self._clock() + (KEPT if row is not None else UNKNOWN_KEPT), row)
            while len(self._known) > PEOPLE:
                self._known.popitem(last=False)
        return _joined(caller, row)

    async def _look_up(self, address: Address, channel_id: str) -> Mapping[str, Any] | None:
        try:
            return await self._sender.member(address.service_url, address.conversation, channel_id)
        except DeliveryError as error:
            event(_log, logging.WARNING, "member_unknown", reason=error.reason, status=error.status)
            return None


def _joined(caller: Caller, row: Mapping[str, Any] | None) -> Caller:
    if row is None:
        return replace(caller, guest=True)
    upn = word(row, "userPrincipalName") or caller.upn
    home = word(row, "tenantId").lower()
    stated = (word(row, "aadObjectId") or word(row, "objectId")).lower()
    guest = (
        word(row, "userRole").lower() in ("guest", "anonymous")
        or "#ext#" in (upn or "").lower()
        or bool(home and home != caller.tenant)
        or bool(stated and stated != caller.id)
    )
    return replace(caller, upn=upn, name=word(row, "name") or caller.name, guest=guest)
