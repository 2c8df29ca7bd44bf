"""Lists of agenda items: one's own, those that wait for a secretary, those of a body, a meeting, a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, false, func, or_, select

from store.agenda.meetings import meetings_by_key
from store.agenda.reading import Reading, seen
from store.agenda.records import ALIVE, AgendaItem, ItemState
from store.agenda.rows import ITEM, rows_of
from store.calendar_records import CalendarMeeting
from store.tables import StoredRow

_NEVER = datetime.max.replace(tzinfo=UTC)
_LAST = 1 << 60
_AT_ONCE = 200
_MOVED = timedelta(days=100)
"""Meetings are looked for among those planned so long before and after a period: they may have been moved into it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which items a list is of; see dialogs.agendaports.AgendaItems.found."""

    body: str | None = None
    meeting: str | None = None
    states: frozenset[ItemState] | None = None
    since: date | None = None
    until: date | None = None
    limit: int = 200


def mine(reading: Reading, *, alive: bool) -> list[AgendaItem]:
    """Items whose author or presenter the subject is, newest change first."""
    person = reading.subject.person
    if person is None or reading.subject.audience != "personal":
        return []
    where = [or_(ITEM.c.author == person, ITEM.c.presenter_person == person)]
    if alive:
        where.append(ITEM.c.state.in_(sorted(ALIVE)))
    wanted = select(ITEM).where(*where).order_by(ITEM.c.updated_at.desc(), ITEM.c.id)
    return reading.shown(reading.readable(reading.session.connection().execute(wanted).all()))


def waiting(reading: Reading, body: str | None) -> list[AgendaItem]:
    """Submitted items of the bodies that the subject is secretary of: nearest deadline first, then as submitted."""
    subject = reading.subject
    kept = {grant.body for grant in subject.grants if grant.role == "secretary"}
    if not kept or subject.audience != "personal":
        return []
    where: list[ColumnElement[bool]] = [ITEM.c.state == "submitted", seen(subject)]
    if None not in kept:
        where.append(ITEM.c.body_key.in_(sorted(filter(None, kept))))
    if body is not None:
        where.append(ITEM.c.body_key == body)
    wanted = select(ITEM).where(*where).order_by(ITEM.c.submission, ITEM.c.id)
    found = reading.shown(reading.readable(reading.session.connection().execute(wanted).all()))
    # Sorting keeps the order of submission among those of one deadline.
    return sorted(found, key=_deadline)


def found(reading: Reading, wanted: Wanted) -> list[AgendaItem]:
    """Items in order of meeting, place on the agenda, submission; those without a meeting last."""
    if wanted.limit < 1 or (wanted.body is not None and wanted.body not in reading.bodies):
        return []
    light = (ITEM.c.id, ITEM.c.body_key, ITEM.c.meeting_key, ITEM.c.position, ITEM.c.submission, ITEM.c.created_at)
    rows = reading.session.connection().execute(select(*light).where(*_where(reading, wanted))).all()
    if wanted.body is not None:
        rows = [row for row in rows if row.body_key == wanted.body]
    pairs = {(row.body_key, row.meeting_key) for row in rows if row.body_key and row.meeting_key}
    meetings = meetings_by_key(reading.session, reading.subject, reading.days, reading.bodies, pairs)
    if wanted.since is not None or wanted.until is not None:
        since, until = wanted.since or date.min, wanted.until or date.max
        meetings = {key: one for key, one in meetings.items() if since <= one.day <= until}
        rows = [row for row in rows if row.meeting_key in meetings]
    ids = [row.id for row in sorted(rows, key=lambda row: _place(row, meetings.get(row.meeting_key)))]
    items: list[AgendaItem] = []
    for start in range(0, len(ids), _AT_ONCE):
        items += reading.readable(rows_of(reading.session, ids[start : start + _AT_ONCE]))
        if len(items) >= wanted.limit:
            break
    return reading.shown(items[: wanted.limit])


def taken(reading: Reading, meeting: str) -> int:
    """How many minutes the items take together that were submitted to a meeting and that the subject may read."""
    states = ("submitted", "ready", "on_agenda", "postponed")
    where = (ITEM.c.meeting_key == meeting, ITEM.c.state.in_(states), seen(reading.subject))
    return int(reading.session.connection().execute(select(func.sum(ITEM.c.minutes)).where(*where)).scalar() or 0)


def _where(reading: Reading, wanted: Wanted) -> list[ColumnElement[bool]]:
    where = [seen(reading.subject)]
    if wanted.meeting is not None:
        where.append(ITEM.c.meeting_key == wanted.meeting)
    if wanted.states is not None:
        where.append(ITEM.c.state.in_(sorted(wanted.states)))
    if wanted.since is None and wanted.until is None:
        # With a period the stretch of keys is of the body; named twice, an engine would read all that it ever had.
        where += [ITEM.c.body_key == wanted.body] if wanted.body is not None else []
    else:
        # Keys begin with the body and go on with a day, so that a period is a stretch of the index.
        first = _day(wanted.since, -_MOVED) or date.min
        last = _day(wanted.until, _MOVED) or date.max
        bodies = [wanted.body] if wanted.body is not None else sorted(reading.bodies)
        key = ITEM.c.meeting_key
        within = [and_(key >= f"{body}-{first}", key <= f"{body}-{last}~") for body in bodies]
        where.append(or_(false(), *within))
    return where


def _day(day: date | None, by: timedelta) -> date | None:
    if day is None or not date(2, 1, 1) < day < date(9998, 1, 1):
        return None
    return day + by


def _place(row: StoredRow, meeting: CalendarMeeting | None) -> tuple[date, str, int, int, datetime, str]:
    return (
        meeting.day if meeting is not None else date.max,
        row.meeting_key if meeting is not None else "",
        row.position if row.position is not None else _LAST,
        row.submission if row.submission is not None else _LAST,
        row.created_at,
        row.id,
    )


def _deadline(item: AgendaItem) -> datetime:
    found = item.meeting.deadlines.get("submission") if item.meeting is not None else None
    return found or _NEVER
