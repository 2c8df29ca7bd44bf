"""Saying things unasked: words for each kind of subscription, and the way out to Teams or to a terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

from bot.channel import DeliveryError
from bot.outgoing import is_plain, written
from bot.sender import Sender
from bot.wire import without_thread, word
from cards.texts import shorten
from dialogs.turn import Message
from store.outbox_records import Occurrence, Recipient
from store.records import Address, Lang, Subject

TEAMS_EVERYWHERE = "https://smba.trafficmanager.net/teams/"
"""Where a conversation can be opened while no other service URL is known."""
BRIEF = 2_000
"""Characters of a message that the channel found too long."""

Renderer = Callable[[Occurrence, Subject, datetime], Message | None]
"""Makes the words of an occurrence from what the store holds at that moment and what its audience may read; None when
there is nothing to say. It runs in a thread, may read the store, and is called again for another try."""


class Renderers:
    """The words for each kind of subscription."""

    def __init__(self, known: Mapping[str, Renderer] | None = None) -> None:
        self._known: dict[str, Renderer] = dict(known or {})

    def add(self, kind: str, renderer: Renderer) -> None:
        """Say how a kind is put into words; a kind has one renderer."""
        if kind in self._known:
            raise ValueError(f"{kind} has a renderer already")
        self._known[kind] = renderer

    def render(self, kind: str, occurrence: Occurrence, subject: Subject, now: datetime) -> Message | None:
        """The message, or None when there is nothing to say. Raises LookupError for a kind nobody knows."""
        message = self._known[kind](occurrence, subject, now)
        return shortened(message) if message is not None and occurrence.brief else message


def shortened(message: Message) -> Message:
    """The same in fewer words: the text alone, cut."""
    return replace(message, text=shorten(message.text, BRIEF), card=None, citations=(), suggestions=())


class Outlet(Protocol):
    """Where messages leave."""

    async def open(self, occurrence: Occurrence, to: Recipient) -> Address:
        """A way to a recipient without an address, or whose address is no longer good. Raises DeliveryError."""
        ...

    async def send(self, address: Address, message: Message, lang: Lang) -> str:
        """Post a message once; its activity id. Raises DeliveryError."""
        ...


class Probe(Protocol):
    """Looks whether a message has arrived that may have been sent; for subscriptions with the policy "probe"."""

    async def find(self, occurrence: Occurrence, to: Recipient) -> str | None:
        """The activity id of the message, None when it is not there. Raises DeliveryError when that cannot be told."""
        ...


class TeamsOutlet:
    """An Outlet through the Bot Connector, past the SDK: its proactive call swallows what goes wrong."""

    def __init__(self, sender: Sender, app_id: str) -> None:
        self._sender, self._app_id = sender, app_id

    async def open(self, occurrence: Occurrence, to: Recipient) -> Address:
        """The personal chat with somebody: opened where Teams allows it (the app must be there for them)."""
        if occurrence.audience != "personal":
            raise DeliveryError("no_address", status=404, left=False)
        service_url, bot = self._way(to)
        tenant, person = occurrence.subscription.tenant, occurrence.recipient
        try:
            conversation = await self._sender.converse(service_url, _chat(bot, person, tenant))
        except DeliveryError as error:
            channel_id = await self._channel_id(person, to) if error.status == 400 else None
            if channel_id is None:
                raise
            conversation = await self._sender.converse(service_url, _chat(bot, channel_id, tenant))
        if not conversation:
            raise DeliveryError("no_conversation", status=404)
        name = to.address.name if to.address is not None else None
        return Address(tenant, service_url, without_thread(conversation), "personal", person=person, name=name, bot=bot)

    async def send(self, address: Address, message: Message, lang: Lang) -> str:
        """Post a message once, as a new one: never into an old thread of a channel."""
        conversation = without_thread(address.conversation)
        sender = {"from": {"id": address.bot}} if address.bot else {}
        told = written(message, lang, plain_client=is_plain(address.service_url))
        wire: dict[str, Any] = {**told, **sender, "conversation": {"id": conversation}}
        return await self._sender.post_once(address.service_url, conversation, wire)

    def _way(self, to: Recipient) -> tuple[str, str]:
        """Service URL and bot id as last seen in the tenant."""
        seen = [address for address in (to.address, *to.elsewhere) if address is not None and address.service_url]
        service_url = seen[0].service_url if seen else TEAMS_EVERYWHERE
        return service_url, next((address.bot for address in seen if address.bot), f"28:{self._app_id}")

    async def _channel_id(self, person: str, to: Recipient) -> str | None:
        """The channel's own id of a person, from a team or group that both are in."""
        for address in to.elsewhere:
            if address.kind != "personal":
                try:
                    return word(await self._sender.member(address.service_url, address.conversation, person), "id")
                except DeliveryError:
                    continue
        return None


def _chat(bot: str, member: str, tenant: str) -> dict[str, Any]:
    return {
        "isGroup": False,
        "bot": {"id": bot},
        "members": [{"id": member}],
        "tenantId": tenant,
        "channelData": {"tenant": {"id": tenant}},
    }
