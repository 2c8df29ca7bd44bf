"""What flows need of the store of agenda items, and the store of a world that has none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from store.agenda.records import Action, AgendaItem, Alike, Change, ItemState, Practice
from store.errors import NotFound
from store.records import Access, BodyRecord, Lang, Subject


class AgendaItems(Protocol):
    """Items on their way to a meeting. Every method applies the access rule before anything else.

    An item that the subject may not read raises store.errors.NotFound as one that does not exist. Changing methods
    take the `version` that the person saw and raise store.agenda.records.StaleItem when it has moved on, NotPossible
    when the state or the person's part forbids it. A change that was made already in that version by the same person,
    as when a click is delivered twice, gives back the item as it is and has no second effect.
    """

    def bodies(self, subject: Subject) -> tuple[BodyRecord, ...]:
        """The bodies that the subject may bring items before."""
        ...

    def start(self, subject: Subject, name: str, lang: Lang, key: str, copy_of: str | None = None) -> AgendaItem:
        """A new draft, empty or with the texts of an item the subject may read (an agenda item's id or the key of a
        decided one). `key` names the turn that asked: the same key gives the same draft. Raises NotFound."""
        ...

    def item(self, id: str, subject: Subject) -> AgendaItem: ...

    def history(self, id: str, subject: Subject) -> tuple[Change, ...]:
        """All changes, oldest first."""
        ...

    def mine(self, subject: Subject, *, alive: bool = True) -> tuple[AgendaItem, ...]:
        """Items whose author or presenter the subject is, newest change first; `alive`: only those on their way."""
        ...

    def waiting(self, subject: Subject, body: str | None = None) -> tuple[AgendaItem, ...]:
        """What waits for the subject as a secretary: submitted items, nearest deadline first, then in order of
        submission."""
        ...

    def found(
        self,
        subject: Subject,
        *,
        body: str | None = None,
        meeting: str | None = None,
        states: frozenset[ItemState] | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int = 200,
    ) -> tuple[AgendaItem, ...]:
        """Items by body key, meeting key, states and days of meeting, in order of meeting, position, submission."""
        ...

    def save(self, id: str, version: int, fields: Mapping[str, Any], subject: Subject) -> AgendaItem:
        """Write fields (store.agenda.records.FIELDS). Raises BadField; then nothing is saved."""
        ...

    def act(
        self,
        id: str,
        version: int,
        action: Action,
        subject: Subject,
        *,
        comment: str = "",
        meeting_key: str | None = None,
        person: str | None = None,
    ) -> AgendaItem:
        """Do an action. `return` needs a comment, `move` a meeting_key (`postpone` may have one), `exclude` and
        `include` a person. Raises CannotSubmit, and BadField for a missing comment or a meeting that cannot be."""
        ...

    def discard(self, id: str, version: int, subject: Subject) -> None:
        """Delete a draft that was never submitted, with its attachments and history."""
        ...

    def attach(self, id: str, name: str, content: bytes, access: Access, subject: Subject) -> AgendaItem:
        """Add an attachment; the same content again is the same attachment. Raises FileRefused."""
        ...

    def detach(self, id: str, version: int, file: str, subject: Subject) -> AgendaItem: ...

    def set_file_access(self, id: str, version: int, file: str, access: Access, subject: Subject) -> AgendaItem: ...

    def content(self, id: str, file: str, subject: Subject) -> tuple[str, bytes]:
        """Name and bytes of an attachment that the subject may read."""
        ...

    def alike(self, id: str, subject: Subject, limit: int = 3) -> tuple[Alike, ...]:
        """What the subject may see that the item may repeat, best first."""
        ...

    def load(self, meeting_key: str, subject: Subject) -> int:
        """How many minutes the items of a meeting take together that the subject may know of."""
        ...

    def practice(self, body_key: str, subject: Subject) -> Practice: ...

    def set_practice(self, practice: Practice, subject: Subject) -> Practice:
        """Only a secretary of the body. Raises NotFound."""
        ...


class NoAgendaItems:
    """Has no items and takes none."""

    def bodies(self, subject: Subject) -> tuple[BodyRecord, ...]:
        return ()

    def start(self, subject: Subject, name: str, lang: Lang, key: str, copy_of: str | None = None) -> AgendaItem:
        raise NotFound("no items here")

    def item(self, id: str, subject: Subject) -> AgendaItem:
        raise NotFound("no such item")

    def history(self, id: str, subject: Subject) -> tuple[Change, ...]:
        raise NotFound("no such item")

    def mine(self, subject: Subject, *, alive: bool = True) -> tuple[AgendaItem, ...]:
        return ()

    def waiting(self, subject: Subject, body: str | None = None) -> tuple[AgendaItem, ...]:
        return ()

    def found(
        self,
        subject: Subject,
        *,
        body: str | None = None,
        meeting: str | None = None,
        states: frozenset[ItemState] | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int = 200,
    ) -> tuple[AgendaItem, ...]:
        return ()

    def save(self, id: str, version: int, fields: Mapping[str, Any], subject: Subject) -> AgendaItem:
        raise NotFound("no such item")

    def act(
        self,
        id: str,
        version: int,
        action: Action,
        subject: Subject,
        *,
        comment: str = "",
        meeting_key: str | None = None,
        person: str | None = None,
    ) -> AgendaItem:
        raise NotFound("no such item")

    def discard(self, id: str, version: int, subject: Subject) -> None:
        raise NotFound("no such item")

    def attach(self, id: str, name: str, content: bytes, access: Access, subject: Subject) -> AgendaItem:
        raise NotFound("no such item")

    def detach(self, id: str, version: int, file: str, subject: Subject) -> AgendaItem:
        raise NotFound("no such item")

    def set_file_access(self, id: str, version: int, file: str, access: Access, subject: Subject) -> AgendaItem:
        raise NotFound("no such item")

    def content(self, id: str, file: str, subject: Subject) -> tuple[str, bytes]:
        raise NotFound("no such item")

    def alike(self, id: str, subject: Subject, limit: int = 3) -> tuple[Alike, ...]:
        return ()

    def load(self, meeting_key: str, subject: Subject) -> int:
        return 0

    def practice(self, body_key: str, subject: Subject) -> Practice:
        return Practice(body_key)

    def set_practice(self, practice: Practice, subject: Subject) -> Practice:
        raise NotFound("no such body")
