"""Agenda items over a database: who writes, submits, returns and approves them, each step once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import delete

from store.agenda import files, lists
from store.agenda.acting import Asked, acted
from store.agenda.alike import alike
from store.agenda.fields import prose
from store.agenda.practice import practice_of, put_practice, submits_to
from store.agenda.reading import Reading
from store.agenda.records import (
    Action,
    AgendaItem,
    Alike,
    BadField,
    Change,
    ItemState,
    NotPossible,
    Practice,
)
from store.agenda.rows import ASKED, ITEM, row_of
from store.agenda.starting import started
from store.agenda.states import MOVES
from store.agenda.steps import Step, Written, stale, take
from store.agenda.writing import written
from store.calendar import local
from store.database import Database
from store.meetingcalendar import StoredCalendar
from store.records import Access, BodyRecord, Lang, Subject
from store.watching import Knowing

MOST_COMMENT = 4_000
_BY_ACT: frozenset[Action] = frozenset(
    {
        "submit", "recall", "return", "approve", "place", "unplace", "postpone", "move", "open", "close", "exclude",
        "include", "withdraw", "decide",
    }
)  # fmt: skip
_STIRRING: frozenset[Action] = frozenset({"open", "close", "exclude", "include", "file_access", "withdraw", "neutral"})
"""What changes who may read something that may have been published."""
_ONCE_PLACED: frozenset[str] = frozenset({"ready", "on_agenda", "postponed", "decided"})
Stirred = Callable[[Reading, str, str | None], None]
"""Told of an item whose readers changed, in the transaction of the step: its id, and who was let in again."""
_T = TypeVar("_T")


class StoredAgenda:
    """Implements dialogs.agendaports.AgendaItems over a database; safe to share between threads.

    Each method is one transaction: a step, its history and the notices of it are all there, or none of them.
    """

    def __init__(
        self,
        db: Database,
        clock: Callable[[], datetime],
        calendar: StoredCalendar,
        answers: Knowing | None = None,
        stirred: Stirred | None = None,
    ) -> None:
        """`answers` lends its finder, for what was decided already on a like matter; `stirred` see Stirred."""
        self._db, self._clock, self._calendar, self._answers = db, clock, calendar, answers
        self._stirred = stirred

    def bodies(self, subject: Subject) -> tuple[BodyRecord, ...]:
        """The bodies that the subject may bring items before."""
        return self._read(subject, submits_to)

    def start(self, subject: Subject, name: str, lang: Lang, key: str, copy_of: str | None = None) -> AgendaItem:
        """A new draft, the same for the same `key`; see AgendaItems.start."""

        def work(reading: Reading) -> AgendaItem:
            return started(reading, name, lang, key, self._clock(), copy_of)

        return self._write(subject, work)

    def item(self, id: str, subject: Subject) -> AgendaItem:
        """The item as the subject may see it. Raises NotFound."""
        return self._read(subject, lambda reading: reading.one(reading.bare(reading.row(id))))

    def history(self, id: str, subject: Subject) -> tuple[Change, ...]:
        """The changes that the subject may know of, oldest first. Raises NotFound."""
        return self._read(subject, lambda reading: reading.history(reading.bare(reading.row(id))))

    def mine(self, subject: Subject, *, alive: bool = True) -> tuple[AgendaItem, ...]:
        """See AgendaItems.mine."""
        return tuple(self._read(subject, lambda reading: lists.mine(reading, alive=alive)))

    def waiting(self, subject: Subject, body: str | None = None) -> tuple[AgendaItem, ...]:
        """See AgendaItems.waiting."""
        return tuple(self._read(subject, lambda reading: lists.waiting(reading, body)))

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
        """See AgendaItems.found; a body that the subject may not know of has none."""
        wanted = lists.Wanted(body, meeting, states, since, until, limit)
        return tuple(self._read(subject, lambda reading: lists.found(reading, wanted)))

    def save(self, id: str, version: int, fields: Mapping[str, Any], subject: Subject) -> AgendaItem:
        """Write fields, all or none. Raises BadField."""

        def work(reading: Reading, item: AgendaItem) -> Written:
            values = written(reading, item, fields, local(self._clock()).date())
            return Written(values, nothing=not values)

        neutral = set(fields) == {"neutral_title"} and self._state(id) in MOVES["neutral"]
        return self._step(id, version, subject, Step("neutral" if neutral else "save", values=fields), work)

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
        """See AgendaItems.act."""
        if action not in _BY_ACT:
            raise BadField("action", "unknown")
        said = prose("comment", comment, MOST_COMMENT)
        if action == "return" and not said:
            raise BadField("comment", "wrong")
        values: dict[str, Any] = {}
        if action in ("move", "postpone"):
            values["meeting_key"] = meeting_key
        if action in ("exclude", "include"):
            values[ASKED] = person

        def work(reading: Reading, item: AgendaItem) -> Written:
            return acted(reading, Asked(action, self._clock(), meeting_key, person), item)

        return self._step(id, version, subject, Step(action, said, values), work)

    def discard(self, id: str, version: int, subject: Subject) -> None:
        """Delete a draft that was never submitted, with attachments and history. Raises NotPossible for others."""

        def work(reading: Reading) -> None:
            row = reading.row(id, locked=True)
            item = reading.bare(row)
            if item.author != subject.person or item.state != "draft" or item.submitted_at is not None:
                raise NotPossible("withdraw", reading.one(item))
            if row.version != version:
                raise stale(reading, item)
            reading.session.connection().execute(delete(ITEM).where(ITEM.c.id == id))

        self._write(subject, work)

    def attach(self, id: str, name: str, content: bytes, access: Access, subject: Subject) -> AgendaItem:
        """Add an attachment; the same content again is the same attachment. Raises FileRefused."""
        self._read(subject, lambda reading: files.may_attach(reading, reading.bare(reading.row(id))))
        # Reading takes a while, and nobody may wait for it in a transaction.
        file = files.attachable(name, content)

        def work(reading: Reading, item: AgendaItem) -> Written:
            return files.attached(reading, item, file, access, self._clock())

        return self._step(id, None, subject, Step("attach"), work)

    def detach(self, id: str, version: int, file: str, subject: Subject) -> AgendaItem:
        """Delete an attachment."""

        def work(reading: Reading, item: AgendaItem) -> Written:
            return files.detached(reading, item, file)

        return self._step(id, version, subject, Step("detach", values={ASKED: file}), work)

    def set_file_access(self, id: str, version: int, file: str, access: Access, subject: Subject) -> AgendaItem:
        """Open or close an attachment; those of a closed item stay closed as long as it is."""

        def work(reading: Reading, item: AgendaItem) -> Written:
            return files.opened(reading, item, file, access)

        return self._step(id, version, subject, Step("file_access", values={ASKED: file}), work)

    def content(self, id: str, file: str, subject: Subject) -> tuple[str, bytes]:
        """Name and bytes of an attachment that the subject may read. Raises NotFound."""
        return self._read(subject, lambda reading: files.content(reading, id, file))

    def alike(self, id: str, subject: Subject, limit: int = 3) -> tuple[Alike, ...]:
        """What the subject may see that the item may repeat, best first."""

        def work(reading: Reading) -> tuple[Alike, ...]:
            finder = self._answers.knowing(reading.session) if self._answers is not None else None
            return alike(reading, reading.bare(reading.row(id)), limit, finder)

        return self._read(subject, work)

    def load(self, meeting_key: str, subject: Subject) -> int:
        """Minutes of the items that were submitted to a meeting, of those that the subject may read."""
        return self._read(subject, lambda reading: lists.taken(reading, meeting_key))

    def practice(self, body_key: str, subject: Subject) -> Practice:
        """How a body handles its items; the usual of one that the subject may not know of."""
        return self._read(subject, lambda reading: practice_of(reading, body_key))

    def set_practice(self, practice: Practice, subject: Subject) -> Practice:
        """Only a secretary of the body. Raises NotFound."""
        return self._write(subject, lambda reading: put_practice(reading, practice))

    def _step(
        self, id: str, version: int | None, subject: Subject, step: Step, work: Callable[[Reading, AgendaItem], Written]
    ) -> AgendaItem:
        stirs = self._stirred is not None and step.action in _STIRRING and self._state(id) in _ONCE_PLACED

        def taken(reading: Reading) -> AgendaItem:
            done = take(reading, id, version, step, self._clock(), lambda item: work(reading, item))
            if stirs and self._stirred is not None:
                person = step.values.get(ASKED) if step.action == "include" else None
                self._stirred(reading, id, person if isinstance(person, str) else None)
            return done

        if not stirs:
            return self._write(subject, taken)
        # What was published is written anew in the same transaction: nobody finds what was closed in between.
        with self._db.write(exclusive=True) as session:
            return taken(Reading(session, subject, self._calendar.days))

    def _state(self, id: str) -> str:
        """The state of an item, "" for none."""
        with self._db.read() as session:
            row = row_of(session, id)
        return row.state if row is not None else ""

    def _read(self, subject: Subject, work: Callable[[Reading], _T]) -> _T:
        with self._db.read() as session:
            return work(Reading(session, subject, self._calendar.days))

    def _write(self, subject: Subject, work: Callable[[Reading], _T]) -> _T:
        return self._db.small(lambda session: work(Reading(session, subject, self._calendar.days)))
