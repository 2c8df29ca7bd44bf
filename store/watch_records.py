"""What a watch is: a matter that a person or a channel wants to be told of as soon as the minutes speak of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from store.access import Guard, visible
from store.errors import StoreError
from store.records import Audience, DocumentRef, ItemRecord, Lang, Subject

WATCH_KIND = "watch"
"""The kind of the subscriptions that watches are."""
WatchKind = Literal["topic", "case", "body"]
WatchEvents = Literal["all", "decided"]
"""`all`: when it comes on an agenda, when minutes speak of it, when a paper does; `decided`: decisions alone."""
EventKind = Literal["agenda", "held", "document"]
"""It stands on an agenda; minutes tell what came of it; a paper of no meeting speaks of it. Each is told by itself."""
MOST_WATCHES = 36
"""So many for one person, channel or group."""
LONGEST = 160
"""Characters of a topic."""


class TooManyWatches(StoreError):
    """The place has as many watches as it may have."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a watch reports: `recipient` is a person's object id (audience "personal"), else the conversation's id."""

    tenant: str
    audience: Audience
    recipient: str


@dataclass(frozen=True, slots=True)
class Watch:
    """What is watched for. `text` is the topic or the case number as typed, "" for everything of a body.

    `body` is a body's key, `body_name` what it is called; of a topic they limit it to that body's meetings.
    """

    kind: WatchKind
    text: str
    body: str | None = None
    body_name: str | None = None
    events: WatchEvents = "all"
    key: str = ""
    owner: str = ""
    lang: Lang = "da"
    place: Place | None = None
    created_at: datetime | None = None
    item: str | None = None
    """The item whose case or title it is, when nobody typed the words: who may not see that is not shown them."""
    hidden: bool = False
    """The reader may not see its item any more: `text` is empty."""

    def stored(self) -> dict[str, Any]:
        """What is watched for as JSON, for the store and for buttons."""
        return {
            "kind": self.kind,
            "text": self.text,
            "body": self.body,
            "body_name": self.body_name,
            "events": self.events,
            **({"item": self.item} if self.item else {}),
        }

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Watch:
        """From what `stored` gave. Raises ValueError for anything else: a button may carry whatever it likes."""
        kind, events = stored.get("kind"), stored.get("events")
        text, body, name = stored.get("text"), stored.get("body"), stored.get("body_name")
        item = stored.get("item")
        if kind not in ("topic", "case", "body") or events not in ("all", "decided") or not isinstance(text, str):
            raise ValueError("no watch")
        if not all(each is None or isinstance(each, str) for each in (body, name, item)):
            raise ValueError("no watch")
        if bool(text.strip()) == (kind == "body") or (kind == "body" and not body) or len(text) > LONGEST:
            raise ValueError("no watch")
        return cls(kind, text, body, name, events, item=item)


@dataclass(frozen=True, slots=True)
class Added:
    """A watch as it stands now. `new` False: it was there already; `before`: what it was until now, when it changed."""

    watch: Watch
    new: bool
    before: Watch | None = None


def may_end(watch: Watch, by: Subject) -> bool:
    """Whether somebody may change or end a watch: one's own; in a channel or group also any secretary."""
    if not visible(by, Guard("open")) or watch.place is None:
        return False
    if watch.owner == by.person:
        return True
    return watch.place.audience != "personal" and any(grant.role == "secretary" for grant in by.grants)


@dataclass(frozen=True, slots=True)
class Fresh:
    """What has come into the store within a stretch of time, as somebody may see it.

    `items` are those that documents stored then speak of, newest meeting first; `count` is how many there are in all.
    """

    items: tuple[ItemRecord, ...] = ()
    count: int = 0
    documents: tuple[DocumentRef, ...] = ()
    """Papers of no meeting: programmes, strategies, plans."""
