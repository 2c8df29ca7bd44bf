"""What a reader may know for the calendar: bodies, and the meetings that documents tell of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select
from sqlmodel import Session

from store.access import Guard, is_secretary, visible
from store.bodies import BODY
from store.calendar_rows import CHANGE
from store.errors import NotFound
from store.guards import sight
from store.items import MEETING_COLUMNS, meeting_records
from store.meetingmerge import Agenda
from store.names import body_key, folded
from store.records import MeetingRecord, Subject
from store.scene import MEETING
from store.tables import StoredRow

_MEETINGS = MEETING.outerjoin(BODY, BODY.c.id == MEETING.c.body_id)


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body that the reader may know of."""

    key: str
    name: str
    closed: bool


def known_bodies(session: Session, subject: Subject | None) -> list[KnownBody]:
    """The bodies that the subject may know of, by key."""
    rows = session.connection().execute(select(BODY.c.key, BODY.c.name, BODY.c.access).order_by(BODY.c.key))
    return [
        KnownBody(row.key, row.name, row.access != "open")
        for row in rows
        if subject is None or visible(subject, Guard(row.access, row.key))
    ]


def named(known: Iterable[KnownBody], body: str) -> list[KnownBody]:
    """Those of this key or name: one, or none."""
    keys, name = {body, body_key(body)}, folded(body)
    return [one for one in known if one.key in keys or folded(one.name) == name]


def one_body(session: Session, body: str, subject: Subject | None, *, keeping: bool = False) -> KnownBody:
    """The body of this key or name. Raises NotFound unless the subject knows of it and, `keeping`, keeps its plan."""
    found = named(known_bodies(session, subject), body)
    if not found or (keeping and subject is not None and not is_secretary(subject, found[0].key)):
        raise NotFound("no such body")
    return found[0]


def agendas(
    session: Session, subject: Subject | None, bodies: Sequence[str] | None, since: date, until: date
) -> list[Agenda]:
    """Meetings that documents tell of: held in the period, or moved into it by a plan; of these bodies, None for all.

    `subject` None: all there are, without what only readers are shown.
    """
    moved = select(CHANGE.c.day).where(CHANGE.c.body_key == BODY.c.key, CHANGE.c.to >= since, CHANGE.c.to <= until)
    where = or_(and_(MEETING.c.date >= since, MEETING.c.date <= until), MEETING.c.date.in_(moved))
    if bodies is not None:
        where = and_(where, BODY.c.key.in_(bodies))
    wanted = select(MEETING.c.id.label("meeting_id"), *MEETING_COLUMNS).select_from(_MEETINGS)
    if subject is not None:
        where = and_(where, sight(session, subject).meetings())
    rows = session.connection().execute(wanted.where(where).order_by(MEETING.c.date, MEETING.c.start, MEETING.c.key))
    found = rows.all()
    # Keys and days are all that the service itself needs; what is shown is read as its reader.
    made = meeting_records(session, found, subject) if subject is not None else {}
    return [_agenda(row, made.get(row.meeting_id), subject) for row in found]


def _agenda(row: StoredRow, record: MeetingRecord | None, subject: Subject | None) -> Agenda:
    """The meeting of a row: of one known by its public items alone, body and day are all there is to tell."""
    whole = subject is None or visible(subject, Guard(row.meeting_access, row.body_key))
    return Agenda(
        key=row.meeting_key,
        body_key=row.body_key or "",
        body=row.body_name or "",
        day=row.meeting_date,
        start=row.meeting_start if whole else None,
        end=row.meeting_end if whole else None,
        place=row.meeting_place if whole else None,
        deadline=row.meeting_deadline if whole else None,
        closed=row.meeting_access != "open",
        record=record,
    )
