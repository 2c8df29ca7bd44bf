"""The Teams channel: an activity in, gate and token checked, a turn run, its answer delivered in the way Teams asks."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot import wire
from bot.botframework import Said, Sdk
from bot.channel import DeliveryError, Fetch, OnTurn, Receipt, Reply
from bot.files import Files
from bot.gate import Gate, Refused
from bot.logs import cause, event
from bot.members import Members
from bot.metrics import Metrics
from bot.outgoing import card_answer, fitted, is_plain, notice, uploaded, written
from bot.ports import Notices
from bot.sender import Sender
from dialogs.turn import FileOffer, Message
from store.records import Address, Lang

_log = logging.getLogger(__name__)

CLICKS = frozenset({"adaptiveCard/action"})
EMPTY_OK = frozenset(
    {"message/submitAction", "message/fetchTask", "suggestedActions/submit", "suggestedAction/submit", wire.CONSENT}
)
NOT_THERE = frozenset({404, 405, 501})


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: until the typing sign, until a click is answered without its result, until a message's request is
    answered while the work goes on (Teams sends it again after 15), and that a closing service waits for work."""

    typing: float = 0.5
    click: float = 4.0
    message: float = 10.0
    closing: float = 10.0


class TeamsChannel:
    """bot.channel.Channel over the Bot Framework."""

    def __init__(
        self,
        *,
        sdk: Sdk,
        gate: Gate,
        sender: Sender,
        members: Members,
        files: Files,
        notices: Notices,
        metrics: Metrics,
        clock: Callable[[], datetime],
        patience: Patience | None = None,
    ) -> None:
        self._sdk, self._gate, self._sender = sdk, gate, sender
        self._members, self._files, self._notices = members, files, notices
        self._metrics, self._clock, self._patience = metrics, clock, patience or Patience()
        self._running: set[asyncio.Task[Any]] = set()

    async def receive(self, body: Mapping[str, Any], headers: Mapping[str, str], on_turn: OnTurn) -> tuple[int, Any]:
        """One wire activity. Raises Refused; a delivery that fails is logged, for asking again would not help."""
        try:
            incoming = wire.read(body, self._clock())
        except wire.NotAnActivity as error:
            raise Refused(400, str(error)) from error
        self._gate.check(body)
        admitted = await self._sdk.admit(body, headers.get("Authorization"))
        answering = _Answering(self, incoming, on_turn)
        if incoming.invoke is not None and not answering.knows_invoke():
            return 501, None
        work = self._start(self._sdk.run(body, admitted, answering.run))
        limit = self._patience.message if incoming.invoke is None else self._patience.click
        done, _ = await asyncio.wait({work}, timeout=limit)
        if not done:
            return answering.give_up()
        work.result()
        return answering.response

    async def deliver(self, address: Address, message: Message, lang: Lang) -> Receipt:
        """Post a message on the assistant's own initiative. Raises DeliveryError."""
        body = {**written(message, lang, plain_client=is_plain(address.service_url)), **_addressed(address)}
        return Receipt(await self._sender.post(address.service_url, address.conversation, body))

    async def replace(self, address: Address, activity: str, message: Message, lang: Lang) -> None:
        """Put a message in the place of an earlier one. Raises DeliveryError."""
        told = written(message, lang, plain_client=is_plain(address.service_url))
        body = {**told, **_addressed(address), "id": activity}
        await self._sender.put(address.service_url, address.conversation, activity, body)

    async def close(self) -> None:
        """Let running turns finish, then close the pool."""
        if self._running:
            await asyncio.wait(set(self._running), timeout=self._patience.closing)
        await self._sender.close()

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            event(_log, logging.ERROR, "turn_broke", cause=cause(error))


def _addressed(address: Address) -> dict[str, Any]:
    sender = {"from": {"id": address.bot}} if address.bot else {}
    return {**sender, "conversation": {"id": address.conversation}}


class _Answering:
    """One incoming activity on its way to an answer: what goes into the HTTP response, and what is posted."""

    def __init__(self, channel: TeamsChannel, incoming: wire.Incoming, on_turn: OnTurn) -> None:
        self._channel, self._incoming, self._on_turn = channel, incoming, on_turn
        self._late = False
        self.response: tuple[int, Any] = (200, {}) if incoming.invoke in EMPTY_OK else (201, None)

    def knows_invoke(self) -> bool:
        """Whether this invoke is one of ours; others are answered 501, as Teams expects of a bot without them."""
        return self._incoming.turn.kind != "other"

    def give_up(self) -> tuple[int, Any]:
        """Answer the request now; the work goes on and its result is posted."""
        self._late = True
        if self._incoming.invoke in CLICKS:
            return 200, notice(self._channel._notices.working(self._incoming.turn.locale))
        return self.response

    async def run(self, said: Said) -> None:
        """Run the turn and deliver what it says. DeliveryError is logged and counted."""
        turn = replace(self._incoming.turn, caller=await self._known())
        reply = await self._typing_meanwhile(self._on_turn(turn, self._fetch()), said)
        try:
            await self._deliver(reply, said)
        except DeliveryError as error:
            self._channel._metrics.count("referent_delivery_failures_total", status=str(error.status or "none"))
            event(_log, logging.WARNING, "delivery_failed", reason=error.reason, status=error.status)

    async def _known(self) -> Any:
        turn = self._incoming.turn
        if not self._channel._sdk.tokens_checked or turn.kind not in ("message", "action"):
            return turn.caller
        return await self._channel._members.know(turn.caller, turn.address)

    def _fetch(self) -> Fetch | None:
        links = self._incoming.links
        offered = tuple(offer for offer in self._incoming.turn.files if offer.refused != wire.WAITING)
        if not links or self._incoming.turn.address.kind != "personal":
            return None

        async def fetch() -> tuple[FileOffer, ...]:
            return (*offered, *[await self._channel._files.fetch(link) for link in links])

        return fetch

    async def _typing_meanwhile(self, answer: Awaitable[Reply], said: Said) -> Reply:
        """The answer; a typing sign, once, when it takes long. A clicked card shows its own."""
        task = asyncio.ensure_future(answer)
        if self._incoming.invoke is None and self._incoming.turn.kind in ("message", "action"):
            done, _ = await asyncio.wait({task}, timeout=self._channel._patience.typing)
            if not done:
                try:
                    await said.send({"type": "typing"})
                except DeliveryError as error:
                    event(_log, logging.INFO, "typing_failed", reason=error.reason)
        return await task

    async def _deliver(self, reply: Reply, said: Said) -> None:
        message = reply.message
        if self._incoming.invoke in CLICKS and not self._late:
            message = self._answer_click(reply)
        elif reply.again:
            return
        if message is None:
            return
        turn = self._incoming.turn
        plain = is_plain(turn.address.service_url)
        fit = fitted(message, turn.address.kind)
        body = written(fit, reply.lang, turn.caller.channel_id, plain_client=plain)
        if self._incoming.upload is not None and message.file is not None:
            body = await self._put_file(message, reply.lang, self._incoming.upload)
        if message.replaces is not None and self.response[1] is not None and reply.delivered is not None:
            # The card is out in the response already, whether or not the edit for everybody succeeds.
            await reply.delivered(message.replaces)
            await self._put(message.replaces, body, said)
            return
        activity = await self._put(message.replaces, body, said) if message.replaces else await said.send(body)
        if reply.delivered is not None:
            await reply.delivered(activity)

    async def _put_file(self, message: Message, lang: Lang, place: wire.UploadPlace) -> dict[str, Any]:
        """Put an accepted file into the person's OneDrive; what to say of it then."""
        assert message.file is not None
        if await self._channel._files.put(place.url, message.file.content):
            return uploaded(message, lang, place)
        return written(replace(message, text=message.file.failed, file=None), lang)

    def _answer_click(self, reply: Reply) -> Message | None:
        """Fill the response of a click; what is left has to be posted or put in the card's place for everybody."""
        message = reply.message
        if message is None or (message.replaces is None and not reply.aside):
            self.response = 200, card_answer(None)
        elif message.replaces is None:
            self.response = 200, notice(message.text)
        else:
            # The response changes the card for the one who clicked; the edit that follows changes it for all, for good.
            self.response = 200, card_answer(message)
        return None if reply.again or reply.aside else message

    async def _put(self, activity: str, body: Mapping[str, Any], said: Said) -> str:
        try:
            await said.update(activity, body)
        except DeliveryError as error:
            if error.status not in NOT_THERE:
                raise
            return await said.send(body)
        return activity
