"""One meeting in one transaction: found by its key for who may know of it, locked, moved on a version at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlmodel import Session

from store.access import is_secretary
from store.agenda.meetings import meetings_by_key, nominal_day
from store.agenda.reading import Reading
from store.calendar_records import CalendarMeeting
from store.errors import NotFound
from store.ingest import cpr
from store.minutes.records import MeetingAction, MeetingChange, StaleMeeting
from store.minutes.tables import (
    AgendaEntryRow,
    AttendanceRow,
    ItemDecisionRow,
    MeetingAgendaRow,
    MeetingChangeRow,
    MeetingPracticeRow,
    MinutesApprovalRow,
    MinutesCommentRow,
    MinutesEditionRow,
)
from store.tables import StoredRow, table
from store.upsert import insert_new

AGENDA, CHANGE, ENTRY = table(MeetingAgendaRow), table(MeetingChangeRow), table(AgendaEntryRow)
ATTENDANCE, DECISION, COMMENT = table(AttendanceRow), table(ItemDecisionRow), table(MinutesCommentRow)
APPROVAL, EDITION, PRACTICE = table(MinutesApprovalRow), table(MinutesEditionRow), table(MeetingPracticeRow)


@dataclass(slots=True)
class Sitting:
    """A meeting with what is stored of its agenda; `row` None: nothing yet."""

    reading: Reading
    meeting: CalendarMeeting
    row: StoredRow | None
    keeps: bool

    @property
    def session(self) -> Session:
        return self.reading.session

    @property
    def key(self) -> str:
        return self.meeting.key

    @property
    def version(self) -> int:
        return self.row.version if self.row is not None else 0

    def steps(self) -> tuple[MeetingChange, ...]:
        """All steps, oldest first."""
        rows = self.session.connection().execute(
            select(CHANGE).where(CHANGE.c.meeting_key == self.key).order_by(CHANGE.c.version)
        )
        return tuple(
            MeetingChange(row.version, row.at, row.person, row.action, row.item_id, row.comment) for row in rows
        )

    def last(self) -> MeetingChange | None:
        """The newest step."""
        steps = self.steps()
        return steps[-1] if steps else None

    def seen(self, version: int, action: MeetingAction, item: str | None = None, comment: str = "") -> bool:
        """Whether the step may be taken on what the person saw. False: they took this very step already.

        Raises StaleMeeting when somebody was faster.
        """
        if version == self.version:
            return True
        made = next((one for one in self.steps() if one.version == version + 1), None)
        told = (self.reading.subject.person, action, item, cpr.mask(comment))
        if made is not None and (made.person, made.action, made.item, made.comment) == told:
            return False
        raise StaleMeeting(self.last())

    def step(
        self, action: MeetingAction, at: datetime, item: str | None = None, comment: str = "", **values: object
    ) -> None:
        """Take a step: the next version with these columns, and its line in the history."""
        version, connection = self.version + 1, self.session.connection()
        same = update(AGENDA).where(AGENDA.c.meeting_key == self.key, AGENDA.c.version == self.version)
        moved = connection.execute(same.values(**values, version=version).returning(AGENDA.c.version)).first()
        if moved is None:
            raise StaleMeeting(self.last())
        told = {
            "meeting_key": self.key, "version": version, "at": at, "person": self.reading.subject.person or "",
            "action": action, "item_id": item, "comment": cpr.mask(comment),
        }  # fmt: skip
        connection.execute(insert(CHANGE), [told])
        self.row = _row(self.session, self.key)


def sitting(reading: Reading, key: str, *, keeping: bool = False, locked: bool = False) -> Sitting:
    """The meeting of this key. Raises NotFound when the subject may not know of it, or with `keeping` does not keep it.

    `locked` makes its row when there is none, and holds it until the transaction ends.
    """
    row = _row(reading.session, key)
    bodies = [row.body_key] if row is not None else [one for one in reading.bodies if nominal_day(one, key) is not None]
    body = next((one for one in bodies if one in reading.bodies), None)
    if body is None:
        raise NotFound("no such meeting")
    found = meetings_by_key(reading.session, reading.subject, reading.days, reading.bodies, [(body, key)]).get(key)
    if found is None:
        if row is None:
            raise NotFound("no such meeting")
        # The calendar has forgotten the day; what was prepared for it has not.
        name = reading.bodies[body].name
        found = CalendarMeeting(key, body, name, row.day, row.day, "planned", "plan")
    keeps = is_secretary(reading.subject, body)
    if keeping and not keeps:
        raise NotFound("no such meeting")
    if locked:
        row = _locked(reading.session, found, row)
    return Sitting(reading, found, row, keeps)


def _row(session: Session, key: str) -> StoredRow | None:
    return session.connection().execute(select(AGENDA).where(AGENDA.c.meeting_key == key)).first()


def _locked(session: Session, meeting: CalendarMeeting, row: StoredRow | None) -> StoredRow:
    if row is None:
        fresh = {
            "meeting_key": meeting.key, "body_key": meeting.body_key, "day": meeting.day, "version": 0,
            "state": "building", "minutes": "none", "numbering": "meeting", "supplements": 0, "edition": 1,
            "correction": "",
        }  # fmt: skip
        insert_new(session, AGENDA, fresh)
    statement = select(AGENDA).where(AGENDA.c.meeting_key == meeting.key).with_for_update()
    found = session.connection().execute(statement).first()
    assert found is not None
    if found.day != meeting.day:
        session.connection().execute(update(AGENDA).where(AGENDA.c.meeting_key == meeting.key).values(day=meeting.day))
    return found
