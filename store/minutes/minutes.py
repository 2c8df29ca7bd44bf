"""Minutes from the first attendance to the final lock: recorded side by side, reviewed, approved, corrected openly."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from store.agenda.reading import Reading
from store.database import Database
from store.errors import NotFound
from store.indexing import Index
from store.ingest import cpr
from store.ingest.intake import Intake
from store.meetingcalendar import StoredCalendar
from store.minutes.deciding import kept_decision, recorded
from store.minutes.documents import minutes_file, whole_minutes
from store.minutes.entries import entries, practice_of, rows_of
from store.minutes.facts import tell
from store.minutes.paper import House, minutes_paper
from store.minutes.posting import announce, ask_members
from store.minutes.records import Attendance, CannotDo, Decision, Edition, MeetingAction, MeetingMinutes
from store.minutes.sittings import AGENDA, APPROVAL, ATTENDANCE, COMMENT, EDITION, Sitting, sitting
from store.minutes.views import decided_of, is_inside, members_of, minutes_of
from store.people import PERSON
from store.records import Subject
from store.upsert import insert_new

MOST_PEOPLE, MOST_NAME, MOST_COMMENT = 100, 120, 2_000


class StoredMinutes:
    """Implements dialogs.meetingports.Minutes; each method is one transaction. `clock` gives aware datetimes."""

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

    def minutes(self, meeting_key: str, subject: Subject) -> MeetingMinutes:
        """The minutes as the subject may see them. Raises NotFound."""
        with self._db.read() as session:
            return minutes_of(sitting(Reading(session, subject, self._calendar.days), meeting_key))

    def attend(
        self, meeting_key: str, version: int, attendance: Sequence[Attendance], subject: Subject
    ) -> MeetingMinutes:
        """Who was there; begins the minutes of a published agenda. Raises CannotDo."""
        told = [_tidy(one) for one in attendance]
        mark = _digest([asdict(one) for one in told])

        def work(held: Sitting, at: datetime) -> None:
            _drafting(held)
            if len(told) > MOST_PEOPLE or len({one.name.casefold() for one in told}) != len(told):
                raise CannotDo("wrong")
            connection = held.session.connection()
            connection.execute(delete(ATTENDANCE).where(ATTENDANCE.c.meeting_key == held.key))
            rows = [{"meeting_key": held.key, "position": n, **asdict(one)} for n, one in enumerate(told, 1)]
            if rows:
                connection.execute(insert(ATTENDANCE), rows)
            held.step("attend", at, comment=mark, minutes="draft")
            self._tell(held, at)

        # Decisions recorded meanwhile are nothing that was seen otherwise: two write minutes side by side.
        return self._changed(meeting_key, version, subject, "attend", work, comment=mark, beside=frozenset({"decide"}))

    def decide(self, meeting_key: str, item: str, version: int, decision: Decision, subject: Subject) -> MeetingMinutes:
        """Record what was decided; see the port. Raises StaleMeeting, CannotDo."""
        at = self._clock()
        with self._db.write(exclusive=True) as session:
            held = sitting(Reading(session, subject, self._calendar.days), meeting_key, keeping=True, locked=True)
            _drafting(held)
            if recorded(held, item, version, decision, at):
                held.step("decide", at, item=item, minutes="draft")
                self._tell(held, at)
            return minutes_of(held)

    def review(self, meeting_key: str, version: int, subject: Subject) -> MeetingMinutes:
        """Send the draft to the members. Raises CannotDo naming the items without a decision."""

        def work(held: Sitting, at: datetime) -> None:
            _drafting(held)
            missing = _undecided(held)
            if missing:
                raise CannotDo("undecided", missing)
            held.step("review", at, minutes="review")
            ask_members(held, at, "review")

        return self._changed(meeting_key, version, subject, "review", work)

    def reopen(self, meeting_key: str, version: int, subject: Subject) -> MeetingMinutes:
        """Take it back from review; approvals given so far are void, for what they approved will be another text."""

        def work(held: Sitting, at: datetime) -> None:
            assert held.row is not None
            if held.row.minutes != "review":
                raise CannotDo("final" if held.row.minutes == "final" else "wrong")
            held.session.connection().execute(
                delete(APPROVAL).where(APPROVAL.c.meeting_key == held.key, APPROVAL.c.edition == held.row.edition)
            )
            held.step("reopen", at, minutes="draft")

        return self._changed(meeting_key, version, subject, "reopen", work)

    def comment(self, meeting_key: str, item: str | None, text: str, key: str, subject: Subject) -> MeetingMinutes:
        """A remark of somebody of the body. Raises NotFound, CannotDo."""
        told = cpr.mask(text.strip())
        with self._db.write() as session:
            held = self._inside(session, meeting_key, subject)
            if not told or len(told) > MOST_COMMENT:
                raise CannotDo("wrong")
            if item is not None and item not in {row.item_id for row in rows_of(session, held.key)}:
                raise CannotDo("wrong")
            assert held.row is not None
            row = {
                "id": "c" + _digest([held.key, subject.person, key]), "meeting_key": held.key, "item_id": item,
                "edition": held.row.edition, "person": subject.person, "name": self._name(held), "text": told,
                "at": self._clock(), "settled": False,
            }  # fmt: skip
            insert_new(session, COMMENT, row)
            return minutes_of(held)

    def settle(self, meeting_key: str, comment: str, subject: Subject) -> MeetingMinutes:
        """A remark has been dealt with. Raises NotFound."""
        with self._db.write() as session:
            held = sitting(Reading(session, subject, self._calendar.days), meeting_key, keeping=True)
            gone = session.connection().execute(
                update(COMMENT)
                .where(COMMENT.c.id == comment, COMMENT.c.meeting_key == held.key)
                .values(settled=True)
                .returning(COMMENT.c.id)
            )
            if gone.first() is None:
                raise NotFound("no such remark")
            return minutes_of(held)

    def approve(self, meeting_key: str, version: int, subject: Subject) -> MeetingMinutes:
        """A member has approved what they saw: of another version they are shown it first. Raises StaleMeeting."""
        with self._db.write() as session:
            held = self._inside(session, meeting_key, subject)
            assert held.row is not None
            if subject.person not in {id for id, _ in members_of(held)}:
                raise NotFound("not a member")
            if version != held.version:
                held.seen(version, "approve")
            row = {
                "meeting_key": held.key, "edition": held.row.edition, "person": subject.person,
                "name": self._name(held), "at": self._clock(), "digest": _content_digest(held),
            }  # fmt: skip
            insert_new(session, APPROVAL, row)
            return minutes_of(held)

    def finish(self, meeting_key: str, version: int, subject: Subject) -> MeetingMinutes:
        """Final and locked: what it says is kept for good, watches tell of it, and the channel has it."""

        def work(held: Sitting, at: datetime) -> None:
            assert held.row is not None
            if held.row.minutes != "review":
                raise CannotDo("final" if held.row.minutes == "final" else "in_review")
            held.step("final", at, minutes="final", final_at=at)
            kept = {
                "meeting_key": held.key, "edition": held.row.edition, "at": at, "by": subject.person or "",
                "reason": held.row.correction, "content": _content(held),
            }  # fmt: skip
            held.session.connection().execute(insert(EDITION), [kept])
            self._tell(held, at, news=True)
            what = "correction" if held.row.edition > 1 else "final"
            announce(held, at, practice_of(held.session, held.meeting.body_key), what, held.row.edition)

        return self._changed(meeting_key, version, subject, "final", work)

    def correct(self, meeting_key: str, version: int, reason: str, subject: Subject) -> MeetingMinutes:
        """A new edition of final minutes, in draft; what was final stays as it was, and the new one says why."""
        told = " ".join(reason.split())

        def work(held: Sitting, at: datetime) -> None:
            assert held.row is not None
            if held.row.minutes != "final":
                raise CannotDo("not_final")
            if not told:
                raise CannotDo("reason")
            held.step(
                "correct", at, comment=told, minutes="draft", edition=held.row.edition + 1, correction=cpr.mask(told)
            )

        return self._changed(meeting_key, version, subject, "correct", work, comment=told)

    def document(self, meeting_key: str, edition: Edition, suffix: str, subject: Subject) -> tuple[str, bytes]:
        """The minutes as a file. Raises NotFound."""
        with self._db.read() as session:
            held = sitting(Reading(session, subject, self._calendar.days), meeting_key)
            return minutes_file(held, edition, suffix, self._house)

    def _changed(
        self,
        meeting_key: str,
        version: int,
        subject: Subject,
        action: MeetingAction,
        work: Callable[[Sitting, datetime], None],
        *,
        comment: str = "",
        beside: frozenset[MeetingAction] = frozenset(),
    ) -> MeetingMinutes:
        at = self._clock()
        with self._db.write(exclusive=True) as session:
            held = sitting(Reading(session, subject, self._calendar.days), meeting_key, keeping=True, locked=True)
            since = [one for one in held.steps() if one.version > version] if version < held.version else []
            if (since and all(one.action in beside for one in since)) or held.seen(version, action, comment=comment):
                work(held, at)
            return minutes_of(held)

    def _inside(self, session: Any, meeting_key: str, subject: Subject) -> Sitting:
        """The meeting whose minutes are in review, for those of its body."""
        held = sitting(Reading(session, subject, self._calendar.days), meeting_key)
        if held.row is None or held.row.minutes == "none" or not is_inside(held):
            raise NotFound("no such minutes")
        if held.row.minutes != "review":
            raise CannotDo("final" if held.row.minutes == "final" else "wrong")
        return held

    @staticmethod
    def _name(held: Sitting) -> str:
        person = held.reading.subject.person or ""
        found = held.session.connection().execute(select(PERSON.c.name).where(PERSON.c.id == person)).first()
        return found.name if found is not None else person

    def _tell(self, held: Sitting, at: datetime, *, news: bool = False) -> None:
        """Let answers draw on the minutes as they are now; while they are a draft, their title says so.

        A correction is told of when it is final: until then what was final holds.
        """
        assert held.row is not None
        if held.row.edition > 1 and held.row.minutes != "final":
            return
        paper = minutes_paper(whole_minutes_for_all(held), "full", self._house)
        whole = entries(held, whole_of_it=True)
        key = tell(
            held.session, self._intake, self._index, paper, whole, decided_of(held), held.row.minutes_document,
            at=at, by=held.reading.subject.person or "", news=news,
        )  # fmt: skip
        held.session.connection().execute(
            update(AGENDA).where(AGENDA.c.meeting_key == held.key).values(minutes_document=key)
        )


def whole_minutes_for_all(held: Sitting) -> MeetingMinutes:
    """The minutes with all entries, whoever is writing: what is stored is guarded item by item."""
    return whole_minutes(held, "open")


def _drafting(held: Sitting) -> None:
    assert held.row is not None
    if held.row.published_at is None:
        raise CannotDo("not_published")
    if held.row.minutes in ("review", "final"):
        raise CannotDo("in_review" if held.row.minutes == "review" else "final")


def _undecided(held: Sitting) -> tuple[str, ...]:
    told = decided_of(held)
    return tuple(
        one.item.id
        for one in entries(held, whole_of_it=True)
        if one.item.id not in told and one.item.standing is None and one.item.state != "withdrawn"
    )


def _tidy(one: Attendance) -> Attendance:
    name = cpr.mask(" ".join(one.name.split()))
    if not name or len(name) > MOST_NAME:
        raise CannotDo("wrong")
    return Attendance(name, one.attends, one.person, one.role.strip()[:60], cpr.mask(one.note.strip())[:120])


def _digest(told: object) -> str:
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, default=str).encode()).hexdigest()[:20]


def _content(held: Sitting) -> bytes:
    """Everything that the minutes say, as JSON."""
    minutes = whole_minutes_for_all(held)
    paper = minutes_paper(minutes, "full", House())
    told = {
        "paper": asdict(paper),
        "attendance": [asdict(one) for one in minutes.attendance],
        "decisions": {id: kept_decision(one) for id, one in minutes.decisions.items()},
    }
    return json.dumps(told, ensure_ascii=False, default=_plain, sort_keys=True).encode()


def _content_digest(held: Sitting) -> str:
    return hashlib.sha256(_content(held)).hexdigest()


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)
