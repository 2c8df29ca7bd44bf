"""A turn as plain data: what came in, and what the assistant answers; nothing here knows a channel or SQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from store.records import Address, Audience, ConversationKey, Finding, Lang, State, Subject

TurnKind = Literal["message", "action", "installed", "removed", "members", "feedback", "other"]


@dataclass(frozen=True, slots=True)
class Caller:
    """Who speaks, as the channel says it; `id` is the Entra object id, None for anonymous people."""

    id: str | None
    tenant: str | None
    name: str
    upn: str | None = None
    guest: bool = False
    channel_id: str | None = None
    """The channel's own id of the person (29:…): needed for suggested actions, never for rights."""


@dataclass(frozen=True, slots=True)
class FileOffer:
    """A file sent in personal chat: fetched by the edge before the flow runs, or refused with a reason."""

    name: str
    content: bytes | None
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One incoming activity, without Microsoft in it."""

    id: str
    kind: TurnKind
    caller: Caller
    address: Address
    key: ConversationKey
    at: datetime
    locale: Lang
    text: str = ""
    """Without the bot's own mention; white space folded."""
    verb: str | None = None
    """For clicks: one of cards.verbs."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """What the card carried; checked again by the flow, never trusted."""
    files: tuple[FileOffer, ...] = ()
    reply_to: str | None = None
    """Activity id of the card that was clicked."""

    @property
    def scope(self) -> Audience:
        """personal, group or channel."""
        return self.address.kind


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested next question: `text` on the button, `send` what is sent when it is pressed."""

    text: str
    send: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A source of an answer, for the channel's citation entity: from 1, name <= 80, abstract <= 160 characters."""

    position: int
    name: str
    abstract: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that goes to the person in personal chat. `data` asks for it anew: Teams asks before it takes a file, and
    what is made then is made by the rights of that moment."""

    name: str
    content: bytes
    data: Mapping[str, Any]
    description: str = ""
    failed: str = ""
    """What is said when it could not be put where it should go."""


@dataclass(frozen=True, slots=True)
class Message:
    """One outgoing message. `text` always stands alone (fallback, notification, screen reader); `card` may add to it.

    `replaces` names an activity that this message takes the place of (the clicked card), None for a new message.
    `shows` are keys of items and documents whose text is in it: kept with the activity id, for withdrawal.
    """

    text: str
    card: Mapping[str, Any] | None = None
    suggestions: tuple[Suggestion, ...] = ()
    citations: tuple[Citation, ...] = ()
    replaces: str | None = None
    shows_items: tuple[str, ...] = ()
    shows_documents: tuple[str, ...] = ()
    feedback: bool = False
    file: GivenFile | None = None


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """What the question log keeps of a turn (masked, without the asker)."""

    text: str
    lang: Lang
    intent: str
    status: str
    facts: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a flow decided: at most one message, the state to keep (None: as it was), and what to note."""

    message: Message | None = None
    state: State | None = None
    forget: bool = False
    """Drop the conversation's state."""
    lang: Lang | None = None
    """The language to remember for this person; with `lang_fixed` it sticks."""
    lang_fixed: bool = False
    aside: bool = False
    """A short line for the one who clicked, beside the card, which stays; where a channel cannot, a message."""
    asked: AskedQuestion | None = None
    finding: Finding | None = None
    """What a question led to, with its facts: `referent ask --json` is made from it. Every answering flow sets it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a flow is told beside the turn: who may hear, the state, the language, and the demo flag."""

    subject: Subject
    state: State | None
    lang: Lang
    now: datetime
    demo: bool = False
    lang_fixed: bool = False
