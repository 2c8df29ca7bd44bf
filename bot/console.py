"""A second channel: lines in, rendered messages out; for the terminal, for batches, and to keep the seam honest."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.channel import DeliveryError, OnTurn, Receipt
from bot.plaintext import buttons
from dialogs.turn import Caller, Message, Turn
from store.records import Address, Audience, ConversationKey, Lang

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
SCOPES: Mapping[str, Audience] = {"personal": "personal", "group": "group", "channel": "channel"}


class WrongLine(Exception):
    """A line that is no turn; the message is a sentence for its author."""


@dataclass(slots=True)
class Sent:
    """A message as it stands in a conversation now."""

    id: str
    message: Message
    updates: str | None = None


@dataclass(slots=True)
class _Room:
    sent: dict[str, Sent] = field(default_factory=dict)


class Console:
    """bot.channel.Channel over dictionaries: {"as","conversation","scope","locale","at","text" or "verb","data"} in.

    `who` makes a caller of what stands after "as" (None: an employee with no special rights) and raises WrongLine.
    """

    def __init__(self, who: Callable[[str | None], Caller], tenant: str, clock: Callable[[], datetime]) -> None:
        self._who, self._tenant, self._clock = who, tenant, clock
        self._numbers = itertools.count(1)
        self._run = uuid.uuid4().hex[:12]
        self._rooms: dict[str, _Room] = {}
        self._new: list[Sent] = []

    async def receive(self, body: Mapping[str, Any], headers: Mapping[str, str], on_turn: OnTurn) -> tuple[int, Any]:
        """One line: 200 and {"messages": [...], "error": null}, or 400 and the same with a sentence as error."""
        try:
            turn = self._turn(body)
        except WrongLine as error:
            return 400, {"messages": [], "error": str(error)}
        sent, failed = await self.hear(turn, on_turn)
        return 200, {"messages": [shape(one) for one in sent], "error": failed}

    async def hear(self, turn: Turn, on_turn: OnTurn) -> tuple[list[Sent], str | None]:
        """Run a turn; what it said, and the reference of a failure."""
        reply = await on_turn(turn, None)
        self._new = []
        if reply.message is not None:
            activity = self._take(turn.address.conversation, reply.message)
            if reply.delivered is not None:
                await reply.delivered(activity)
        return self._new, reply.failed

    async def deliver(self, address: Address, message: Message, lang: Lang) -> Receipt:
        """Put a message into a conversation on the assistant's own initiative."""
        return Receipt(self._take(address.conversation, message))

    async def replace(self, address: Address, activity: str, message: Message, lang: Lang) -> None:
        """Put a message in the place of an earlier one. Raises DeliveryError."""
        room = self._rooms.get(address.conversation)
        if room is None or activity not in room.sent:
            raise DeliveryError("ActivityNotFoundInConversation", status=404)
        room.sent[activity] = Sent(activity, message, updates=activity)

    def transcript(self, conversation: str) -> list[Sent]:
        """A conversation's messages as they stand now."""
        room = self._rooms.get(conversation)
        return list(room.sent.values()) if room else []

    def _take(self, conversation: str, message: Message) -> str:
        room = self._rooms.setdefault(conversation, _Room())
        replaced = message.replaces if message.replaces in room.sent else None
        activity = replaced or f"console-{next(self._numbers)}"
        room.sent[activity] = Sent(activity, message, updates=replaced)
        self._new.append(room.sent[activity])
        return activity

    def _turn(self, line: Mapping[str, Any]) -> Turn:
        scope = SCOPES.get(str(line.get("scope") or "personal"))
        if scope is None:
            raise WrongLine("scope is personal, group or channel")
        text, verb, data = line.get("text"), line.get("verb"), line.get("data")
        if (isinstance(text, str)) == (isinstance(verb, str)):
            raise WrongLine('a line has either "text" or "verb"')
        if data is not None and not isinstance(data, Mapping):
            raise WrongLine("data is an object")
        spoken = line.get("as")
        if spoken is not None and not isinstance(spoken, str):
            raise WrongLine('"as" is an object id, a name or a UPN')
        caller = self._who(spoken)
        return self.turn(
            caller,
            conversation=str(line.get("conversation") or "1"),
            scope=scope,
            locale="en" if str(line.get("locale") or "da").lower().startswith("en") else "da",
            at=self._at(line.get("at")),
            text=text if isinstance(text, str) else None,
            verb=verb if isinstance(verb, str) else None,
            data=data or {},
        )

    def turn(
        self,
        caller: Caller,
        *,
        conversation: str,
        scope: Audience,
        locale: Lang,
        at: datetime | None = None,
        text: str | None = None,
        verb: str | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> Turn:
        """A turn of a person in a conversation of this channel."""
        # Conversations of an earlier run are over, whatever they were called.
        place = conversation if scope != "personal" else f"{caller.id}:{conversation}"
        thread = f"{self._run}:{scope}:{place}"
        address = Address(
            tenant=self._tenant,
            service_url="",
            conversation=thread,
            kind=scope,
            person=caller.id if scope == "personal" else None,
            name=caller.name or None,
        )
        return Turn(
            id=f"{self._run}:{next(self._numbers)}",
            kind="message" if verb is None else "action",
            caller=caller,
            address=address,
            key=ConversationKey(self._tenant, thread, caller.id or "anonymous"),
            at=at or self._clock(),
            locale=locale,
            text=" ".join((text or "").split()),
            verb=verb,
            data=dict(data or {}),
            reply_to=self._clicked(thread, verb, data or {}) if verb else None,
        )

    def _clicked(self, thread: str, verb: str, data: Mapping[str, Any]) -> str | None:
        """The latest message with this very button, else the latest with this verb, else the latest."""
        sent = list(reversed(self.transcript(thread)))
        exact = (s.id for s in sent for b in buttons(s.message) if b.verb == verb and b.data == data)
        alike = (s.id for s in sent for b in buttons(s.message) if b.verb == verb)
        found: Iterator[str] = itertools.chain(exact, alike, (s.id for s in sent))
        return next(found, None)

    def _at(self, told: object) -> datetime | None:
        if told is None:
            return None
        try:
            at = datetime.fromisoformat(str(told))
        except ValueError:
            raise WrongLine('"at" is an ISO date and time') from None
        return at if at.tzinfo else at.replace(tzinfo=COPENHAGEN)


def shape(sent: Sent) -> dict[str, Any]:
    """A message as `chat --batch` writes it."""
    message = sent.message
    return {
        "id": sent.id,
        "text": message.text,
        "card": message.card,
        "updates": sent.updates,
        "actions": [{"title": b.title, "verb": b.verb, "data": b.data} for b in buttons(message)],
        "suggestions": [{"text": s.text, "send": s.send} for s in message.suggestions],
    }
