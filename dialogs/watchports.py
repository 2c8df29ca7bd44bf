"""What watches, news and delivery need of the world, as Protocols, and a world that has none of them."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from store.errors import NotFound
from store.outbox_records import OutboxStatus
from store.records import Subject
from store.watch_records import Added, Fresh, Place, Watch


class Watches(Protocol):
    """What persons, channels and groups want to be told of."""

    def add(self, watch: Watch, place: Place, by: Subject) -> Added:
        """The same watch twice is one. Raises NotFound, store.watch_records.TooManyWatches."""
        ...

    def of(self, place: Place, by: Subject) -> tuple[Watch, ...]:
        """The watches of a place, oldest first."""
        ...

    def remove(self, key: str, place: Place, by: Subject) -> Watch:
        """Raises NotFound, also for a watch that is not the asker's to end."""
        ...

    def change(self, key: str, wanted: Watch, place: Place, by: Subject) -> Added:
        """Watch for something else, or for other events, instead. Raises NotFound."""
        ...


class NoWatches:
    """For a world where nobody is told anything unasked."""

    def add(self, watch: Watch, place: Place, by: Subject) -> Added:
        raise NotFound("nothing is watched here")

    def of(self, place: Place, by: Subject) -> tuple[Watch, ...]:
        return ()

    def remove(self, key: str, place: Place, by: Subject) -> Watch:
        raise NotFound("no such watch")

    def change(self, key: str, wanted: Watch, place: Place, by: Subject) -> Added:
        raise NotFound("no such watch")


class FreshPapers(Protocol):
    """What came into the store when; the access rule is applied before anything is counted."""

    def stored(self, since: datetime, until: datetime, body: str | None, subject: Subject) -> Fresh:
        """What was stored from `since` up to `until` (aware); `body` is a key, None for all."""
        ...


class NoFreshPapers:
    """For a world where nothing comes in."""

    def stored(self, since: datetime, until: datetime, body: str | None, subject: Subject) -> Fresh:
        return Fresh()


class Delivery(Protocol):
    """How what is said unasked fares."""

    def status(self, now: datetime) -> OutboxStatus:
        """As it stands now, with what is overdue at `now` (aware)."""
        ...


class NoDelivery:
    """For a world that says nothing unasked."""

    def status(self, now: datetime) -> OutboxStatus:
        return OutboxStatus(None, None, {}, ())
