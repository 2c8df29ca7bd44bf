"""What flows need of the store of follow-ups and digests, and the store of a world that has none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from store.agenda.records import Named
from store.errors import NotFound
from store.followup_records import (
    Candidate,
    Digest,
    DigestContent,
    FollowUp,
    FollowUpAction,
    FollowUpChange,
    FollowUpState,
    Origin,
    Recurrence,
)
from store.records import Lang, Subject


class FollowUps(Protocol):
    """Promises from decisions. Every method applies the access rule of the item that they come from.

    Changing methods take the `version` that the person saw and raise store.followup_records.StaleFollowUp when it has
    moved on (one's own same change, delivered twice, gives it back as it is), BadFollowUp for values that cannot be,
    NotFound for what the subject may not see or change.
    """

    def add(
        self,
        title: str,
        subject: Subject,
        *,
        key: str,
        lang: Lang,
        origin: Origin = "hand",
        responsible: Named | None = None,
        due: date | None = None,
        recurrence: Recurrence | None = None,
        item_key: str | None = None,
        initiative: str | None = None,
        agenda_item: str | None = None,
        body: str | None = None,
        quote: str = "",
    ) -> FollowUp:
        """A new promise; the same `key` (the turn's) is the same one. `item_key` is a decided item that the subject
        may read; without one, `body` names the body it belongs to, None: nobody's but its maker's."""
        ...

    def follow_up(self, id: str, subject: Subject) -> FollowUp: ...

    def history(self, id: str, subject: Subject) -> tuple[FollowUpChange, ...]: ...

    def found(
        self,
        subject: Subject,
        *,
        states: frozenset[FollowUpState] = frozenset({"open"}),
        body: str | None = None,
        item_keys: Sequence[str] = (),
        initiative: str | None = None,
        case: str | None = None,
        mine: bool = False,
        until: date | None = None,
        done_since: datetime | None = None,
        text: str = "",
        limit: int = 200,
    ) -> tuple[FollowUp, ...]:
        """Those that fit, overdue first, then by due day, those without one last. `text`: like the title (typos too).
        `mine`: the subject is responsible for them or deputy. `done_since`: done at that moment or later."""
        ...

    def act(
        self,
        id: str,
        version: int,
        action: FollowUpAction,
        subject: Subject,
        *,
        comment: str = "",
        to: date | None = None,
        person: Named | None = None,
        fields: Mapping[str, Any] | None = None,
    ) -> FollowUp:
        """done, reopen, drop (with a comment), snooze (`to`), hand_over and deputy (`person`), note (`comment`),
        change (`fields`: title, due, recurrence), agenda (a draft of an agenda item is made; its id is on it)."""
        ...

    def candidates(self, subject: Subject, body: str | None = None, limit: int = 20) -> tuple[Candidate, ...]:
        """Promises that minutes seem to hold, newest meeting first, for secretaries of the body."""
        ...

    def take(self, key: str, subject: Subject, lang: Lang, fields: Mapping[str, Any] | None = None) -> FollowUp:
        """Make a candidate a follow-up, with these fields instead of the proposed ones."""
        ...

    def leave(self, key: str, subject: Subject) -> None:
        """Never propose it again."""
        ...


class Digests(Protocol):
    """Weekly digests of channels, groups and persons. Seen by everyone there; changed by who set them up and by
    secretaries: for others NotFound."""

    def set_up(self, digest: Digest, subject: Subject) -> Digest:
        """One more; the same settings in the same place are one. Its `key` is made. Raises BadFollowUp (an hour
        between 2 and 3, nothing chosen), NotFound (bodies the audience may not know)."""
        ...

    def of(self, audience: str, recipient: str, subject: Subject) -> tuple[Digest, ...]: ...

    def change(self, digest: Digest, subject: Subject) -> Digest: ...

    def remove(self, key: str, subject: Subject) -> Digest: ...

    def send_now(self, key: str, turn: str, subject: Subject) -> None:
        """Have it sent at once, beside its rhythm; the same `turn` once."""
        ...

    def content(self, key: str, subject: Subject, at: datetime, *, whole: bool = False) -> DigestContent:
        """What it says at a moment, aware; at most 15 lines unless `whole`. What was done since then is shown done:
        so a message that was sent is shown anew after a line was ticked off."""
        ...


class NoFollowUps:
    """Has no follow-ups and takes none."""

    def add(
        self,
        title: str,
        subject: Subject,
        *,
        key: str,
        lang: Lang,
        origin: Origin = "hand",
        responsible: Named | None = None,
        due: date | None = None,
        recurrence: Recurrence | None = None,
        item_key: str | None = None,
        initiative: str | None = None,
        agenda_item: str | None = None,
        body: str | None = None,
        quote: str = "",
    ) -> FollowUp:
        raise NotFound("no follow-ups here")

    def follow_up(self, id: str, subject: Subject) -> FollowUp:
        raise NotFound("no such follow-up")

    def history(self, id: str, subject: Subject) -> tuple[FollowUpChange, ...]:
        raise NotFound("no such follow-up")

    def found(
        self,
        subject: Subject,
        *,
        states: frozenset[FollowUpState] = frozenset({"open"}),
        body: str | None = None,
        item_keys: Sequence[str] = (),
        initiative: str | None = None,
        case: str | None = None,
        mine: bool = False,
        until: date | None = None,
        done_since: datetime | None = None,
        text: str = "",
        limit: int = 200,
    ) -> tuple[FollowUp, ...]:
        return ()

    def act(
        self,
        id: str,
        version: int,
        action: FollowUpAction,
        subject: Subject,
        *,
        comment: str = "",
        to: date | None = None,
        person: Named | None = None,
        fields: Mapping[str, Any] | None = None,
    ) -> FollowUp:
        raise NotFound("no such follow-up")

    def candidates(self, subject: Subject, body: str | None = None, limit: int = 20) -> tuple[Candidate, ...]:
        return ()

    def take(self, key: str, subject: Subject, lang: Lang, fields: Mapping[str, Any] | None = None) -> FollowUp:
        raise NotFound("no such candidate")

    def leave(self, key: str, subject: Subject) -> None:
        raise NotFound("no such candidate")


class NoDigests:
    """Has no digests."""

    def set_up(self, digest: Digest, subject: Subject) -> Digest:
        raise NotFound("no digests here")

    def of(self, audience: str, recipient: str, subject: Subject) -> tuple[Digest, ...]:
        return ()

    def change(self, digest: Digest, subject: Subject) -> Digest:
        raise NotFound("no such digest")

    def remove(self, key: str, subject: Subject) -> Digest:
        raise NotFound("no such digest")

    def send_now(self, key: str, turn: str, subject: Subject) -> None:
        raise NotFound("no such digest")

    def content(self, key: str, subject: Subject, at: datetime, *, whole: bool = False) -> DigestContent:
        raise NotFound("no such digest")
