"""The agendas of meetings: put in order, numbered, published; two secretaries at once never undo each other."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import delete, insert, update

from store.access import is_secretary
from store.agenda.reading import Reading
from store.agenda.records import STANDING, AgendaItem, StandingKind
from store.agenda.rows import ITEM as AGENDA_ITEM
from store.agenda.steps import Step, Written
from store.agenda.steps import take as take_step
from store.database import Database
from store.errors import NotFound
from store.indexing import Index
from store.ingest.intake import Intake
from store.meetingcalendar import StoredCalendar
from store.minutes import entries as listed
from store.minutes.documents import agenda_file
from store.minutes.facts import tell
from store.minutes.paper import House, agenda_paper
from store.minutes.posting import announce
from store.minutes.records import (
    CannotDo,
    Edition,
    MeetingAction,
    MeetingAgenda,
    MeetingChange,
    MeetingPractice,
)
from store.minutes.refreshing import Refreshing
from store.minutes.sittings import AGENDA, ENTRY, PRACTICE, Sitting, sitting
from store.minutes.views import agenda_of
from store.records import Subject

_T = TypeVar("_T")


class StoredAgendas:
    """Implements dialogs.meetingports.Agendas; each method is one transaction. `clock` gives aware datetimes."""

    def __init__(
        self,
        db: Database,
        clock: Callable[[], datetime],
        calendar: StoredCalendar,
        intake: Intake,
        index: Index,
        house: House,
    ) -> None:
        self._db, self._clock, self._calendar = db, clock, calendar
        self._intake, self._index, self._house = intake, index, house
        self._refreshing = Refreshing(intake, index, house)

    def agenda(self, meeting_key: str, subject: Subject) -> MeetingAgenda:
        """The agenda as the subject may see it. Raises NotFound."""
        with self._db.read() as session:
            return agenda_of(sitting(Reading(session, subject, self._calendar.days), meeting_key))

    def history(self, meeting_key: str, subject: Subject) -> tuple[MeetingChange, ...]:
        """All steps, oldest first. Raises NotFound."""
        with self._db.read() as session:
            return sitting(Reading(session, subject, self._calendar.days), meeting_key, keeping=True).steps()

    def arrange(self, meeting_key: str, version: int, items: Sequence[str], subject: Subject) -> MeetingAgenda:
        """Let these items be the agenda, in this order; see the port."""

        def work(held: Sitting, at: datetime) -> None:
            if held.row is not None and held.row.state != "building":
                raise CannotDo("locked")
            self._placed(held, list(items), at)
            held.step("arrange", at, comment=_digest(items), numbering=_practice(held).numbering)

        return self._changed(meeting_key, version, subject, "arrange", work, comment=_digest(items))

    def standing(self, meeting_key: str, version: int, kind: StandingKind, on: bool, subject: Subject) -> MeetingAgenda:
        """Put a standing item on, or take it off."""

        def work(held: Sitting, at: datetime) -> None:
            if held.row is not None and held.row.state != "building":
                raise CannotDo("locked")
            order = [one.item.id for one in listed.entries(held, whole_of_it=True) if one.item.standing != kind]
            if on:
                name = listed.STANDING_PREFIX + kind
                order = [name, *order] if kind in _practice(held).first else [*order, name]
            self._placed(held, order, at)
            held.step("standing", at, comment=f"{kind}:{on}")

        return self._changed(meeting_key, version, subject, "standing", work, comment=f"{kind}:{on}")

    def lock(self, meeting_key: str, version: int, subject: Subject) -> MeetingAgenda:
        """Number the entries and let the order stand; what was never put in order stands as it was proposed."""

        def work(held: Sitting, at: datetime) -> None:
            assert held.row is not None
            if held.row.state != "building":
                raise CannotDo("locked")
            rows = listed.rows_of(held.session, held.key)
            if not rows and held.version == 0:
                self._placed(held, proposed(held), at)
                rows = listed.rows_of(held.session, held.key)
            if not rows:
                raise CannotDo("nothing")
            numbering = _practice(held).numbering
            listed.number(held.session, held.key, [row.item_id for row in rows], listed.first_number(held, numbering))
            _mirror(held)
            held.step("lock", at, state="locked", locked_at=at, numbering=numbering)

        return self._changed(meeting_key, version, subject, "lock", work)

    def unlock(self, meeting_key: str, version: int, reason: str, subject: Subject) -> MeetingAgenda:
        """Open it again, with a reason."""
        told = " ".join(reason.split())

        def work(held: Sitting, at: datetime) -> None:
            assert held.row is not None
            if held.row.state == "building":
                raise CannotDo("not_locked")
            if held.row.minutes != "none":
                raise CannotDo("in_review" if held.row.minutes == "review" else "final")
            if not told:
                raise CannotDo("reason")
            held.step("unlock", at, comment=told, state="building", locked_at=None)

        return self._changed(meeting_key, version, subject, "unlock", work, comment=told)

    def publish(self, meeting_key: str, version: int, subject: Subject) -> MeetingAgenda:
        """Let everyone entitled read it, and post the open items in the body's channel."""

        def work(held: Sitting, at: datetime) -> None:
            assert held.row is not None
            if held.row.state != "locked":
                raise CannotDo("not_locked" if held.row.state == "building" else "locked")
            self._published(held, at, anew=True)
            announce(held, at, _practice(held), "agenda", 0)

        return self._changed(meeting_key, version, subject, "publish", work)

    def supplement(self, meeting_key: str, version: int, items: Sequence[str], subject: Subject) -> MeetingAgenda:
        """Put late items on a published agenda, numbered on from it, and publish them."""

        def work(held: Sitting, at: datetime) -> None:
            assert held.row is not None
            if held.row.state != "published":
                raise CannotDo("not_published")
            if held.row.minutes in ("review", "final"):
                raise CannotDo("in_review" if held.row.minutes == "review" else "final")
            late = {one.id: one for one in listed.ready(held)}
            wanted = list(dict.fromkeys(items))
            if not wanted or any(id not in late for id in wanted):
                raise CannotDo("nothing", tuple(id for id in wanted if id not in late))
            number, first = held.row.supplements + 1, listed.next_number(held)
            for id in wanted:
                _take(held, id, "place", at)
            listed.put(held.session, held.key, wanted, {}, number)
            listed.number(held.session, held.key, wanted, first)
            held.step("supplement", at, comment=_digest(items), supplements=number)
            self._published(held, at)
            announce(held, at, _practice(held), "supplement", number)

        return self._changed(meeting_key, version, subject, "supplement", work, comment=_digest(items))

    def practice(self, body_key: str, subject: Subject) -> MeetingPractice:
        """How a body prepares its meetings. The channel is for those who keep them."""
        with self._db.read() as session:
            return listed.practice_of(session, body_key)

    def set_practice(self, practice: MeetingPractice, subject: Subject) -> MeetingPractice:
        """Keep a body's way. Raises NotFound unless the subject is its secretary."""
        if not is_secretary(subject, practice.body_key):
            raise NotFound("no such body")
        with self._db.write() as session:
            connection = session.connection()
            connection.execute(delete(PRACTICE).where(PRACTICE.c.body_key == practice.body_key))
            row = {
                "body_key": practice.body_key, "numbering": practice.numbering, "first": list(practice.first),
                "last": list(practice.last), "channel_kind": practice.channel[0] if practice.channel else None,
                "channel": practice.channel[1] if practice.channel else None, "channel_name": practice.channel_name,
            }  # fmt: skip
            connection.execute(insert(PRACTICE), [row])
        return practice

    def refresh(self, reading: Reading, item: str, included: str | None) -> None:
        """Let what was published follow an item whose readers changed; a store.agenda.items.Stirred."""
        self._refreshing(reading, item, included, self._clock())

    def document(self, meeting_key: str, edition: Edition, suffix: str, subject: Subject) -> tuple[str, bytes]:
        """The agenda as a file. Raises NotFound."""
        with self._db.read() as session:
            held = sitting(Reading(session, subject, self._calendar.days), meeting_key)
            return agenda_file(held, edition, suffix, self._house)

    def _changed(
        self,
        meeting_key: str,
        version: int,
        subject: Subject,
        action: MeetingAction,
        work: Callable[[Sitting, datetime], None],
        *,
        comment: str = "",
    ) -> MeetingAgenda:
        at = self._clock()
        with self._db.write(exclusive=True) as session:
            reading = Reading(session, subject, self._calendar.days)
            held = sitting(reading, meeting_key, keeping=True, locked=True)
            if held.seen(version, action, comment=comment):
                work(held, at)
            return agenda_of(held)

    def _placed(self, held: Sitting, items: Sequence[str], at: datetime) -> list[str]:
        """Put these on the agenda and take others off; standing ones are made. Raises CannotDo."""
        if len(set(items)) != len(items):
            raise CannotDo("wrong")
        kept = {row.item_id: row for row in listed.rows_of(held.session, held.key) if row.supplement == 0}
        late = {one.id for one in listed.ready(held)}
        order: list[str] = []
        standing = {one.standing: one.id for one in listed.items_of(held.session, kept).values() if one.standing}
        for id in items:
            kind = id.removeprefix(listed.STANDING_PREFIX) if id.startswith(listed.STANDING_PREFIX) else None
            if kind is not None:
                order.append(standing.get(kind) or self._made(held, kind, at))  # type: ignore[call-overload]  # checked
            elif id in kept:
                order.append(id)
            elif id in late:
                _take(held, id, "place", at)
                order.append(id)
            else:
                raise CannotDo("wrong", (id,))
        for id, item in listed.items_of(held.session, [id for id in kept if id not in order]).items():
            if item.standing is not None:
                held.session.connection().execute(delete(AGENDA_ITEM).where(AGENDA_ITEM.c.id == id))
            elif item.state == "on_agenda":
                _take(held, id, "unplace", at)
        listed.put(held.session, held.key, order, kept)
        return order

    def _made(self, held: Sitting, kind: str, at: datetime) -> str:
        if kind not in STANDING:
            raise CannotDo("wrong")
        id = "s" + secrets.token_hex(8)
        row = listed.standing_item(held, kind, id, at)
        held.session.connection().execute(insert(AGENDA_ITEM), [row])
        return id

    def _published(self, held: Sitting, at: datetime, *, anew: bool = False) -> None:
        """Keep the texts as they are now, and make them findable; `anew`: the agenda as a whole is published."""
        connection = held.session.connection()
        items = listed.items_of(held.session, [row.item_id for row in listed.rows_of(held.session, held.key)])
        for row in listed.rows_of(held.session, held.key):
            item = items.get(row.item_id)
            if item is None:
                continue
            told = listed.published_fields(item)
            connection.execute(
                update(ENTRY).where(ENTRY.c.meeting_key == held.key, ENTRY.c.item_id == item.id).values(published=told)
            )
            if item.published_at is None:
                connection.execute(update(AGENDA_ITEM).where(AGENDA_ITEM.c.id == item.id).values(published_at=at))
        _mirror(held)
        whole = listed.entries(held, whole_of_it=True)
        assert held.row is not None
        agenda = agenda_of(held, entries=whole, state="published")
        by = held.reading.subject.person or ""
        paper = agenda_paper(agenda, "full", self._house)
        key = tell(
            held.session, self._intake, self._index, paper, whole, {}, held.row.agenda_document, at=at, by=by, news=True
        )
        if anew:
            held.step("publish", at, state="published", published_at=at, agenda_document=key)
        else:
            connection.execute(update(AGENDA).where(AGENDA.c.meeting_key == held.key).values(agenda_document=key))


def proposed(held: Sitting) -> list[str]:
    """The agenda that nobody has put in order yet: what always stands first, the approved items, what stands last."""
    practice = _practice(held)
    first = [listed.STANDING_PREFIX + kind for kind in practice.first]
    last = [listed.STANDING_PREFIX + kind for kind in practice.last]
    cases = [one.id for one in listed.ready(held)]
    return [*first, *cases, *last] if cases else []


def _take(held: Sitting, id: str, action: str, at: datetime) -> AgendaItem:
    return take_step(held.reading, id, None, Step(action), at, lambda _item: Written())  # type: ignore[arg-type]  # one of Action


def _mirror(held: Sitting) -> None:
    """Let the items know their numbers and places on the agenda that they stand on now."""
    connection = held.session.connection()
    for row in listed.rows_of(held.session, held.key):
        here = (AGENDA_ITEM.c.id == row.item_id, AGENDA_ITEM.c.meeting_key == held.key)
        values = {"number": row.number, "position": row.position, "supplement": row.supplement}
        connection.execute(update(AGENDA_ITEM).where(*here).values(**values))


def _practice(held: Sitting) -> MeetingPractice:
    return listed.practice_of(held.session, held.meeting.body_key)


def _digest(items: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(items).encode()).hexdigest()[:16]
