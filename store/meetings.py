"""Meetings and lists of items, as a reader may see them; every list is cut and counted after the access rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, select
from sqlmodel import Session

from store.access import Guard, visible
from store.bodies import BODY, bodies
from store.errors import NotFound
from store.facts import facts
from store.guards import Sight, sight
from store.items import MEETING_COLUMNS, item, item_rows, items, meeting_records, records
from store.names import number_forms
from store.records import ItemRecord, MeetingRecord, Subject
from store.scene import ITEM, MEETING
from store.shelves import exclusions

__all__ = [
    "Coming", "Listed", "bodies", "by_number", "coming", "course", "facts", "item", "items", "items_between",
    "items_of_meeting", "meeting", "meetings_between",
]  # fmt: skip
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_WORDS_OF_A_MATTER = 4
"""Titles shorter than this ("Godkendelse af dagsorden") return at every meeting and do not tie items together."""
_MEETINGS = MEETING.outerjoin(BODY, BODY.c.id == MEETING.c.body_id)


@dataclass(frozen=True, slots=True)
class Listed:
    """Items of a list, and how many there are in all when it is cut."""

    items: tuple[ItemRecord, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting to come with its agenda so far."""

    meeting: MeetingRecord
    items: tuple[ItemRecord, ...]


def meeting(session: Session, key: str, subject: Subject) -> MeetingRecord:
    """The meeting as the subject may see it. Raises NotFound."""
    found = _meetings(session, MEETING.c.key == key, subject, 1)
    if not found:
        raise NotFound("no such meeting")
    return found[0]


def items_of_meeting(session: Session, key: str, subject: Subject) -> tuple[ItemRecord, ...]:
    """The items of a meeting that exist for the subject, in order; empty for an unknown meeting."""
    rows = session.connection().execute(
        item_rows().where(MEETING.c.key == key, sight(session, subject).items()).order_by(ITEM.c.position, ITEM.c.key)
    )
    return tuple(records(session, rows, subject))


def items_between(
    session: Session, body: str | None, since: date | None, until: date | None, subject: Subject, limit: int = 50
) -> Listed:
    """Items of meetings in a period (both days included), newest meeting first; `body` is a key, None for all."""
    seen = sight(session, subject)
    where = and_(_period(body, since, until), seen.items())
    joined = ITEM.join(MEETING, MEETING.c.id == ITEM.c.meeting_id).outerjoin(BODY, BODY.c.id == MEETING.c.body_id)
    count = session.connection().execute(select(func.count()).select_from(joined).where(where)).scalar_one()
    rows = session.connection().execute(
        item_rows()
        .where(where)
        .order_by(MEETING.c.date.desc(), MEETING.c.key, ITEM.c.position, ITEM.c.key)
        .limit(limit)
    )
    return Listed(tuple(records(session, rows, subject)), int(count))


def meetings_between(
    session: Session, body: str | None, since: date | None, until: date | None, subject: Subject, limit: int = 50
) -> tuple[MeetingRecord, ...]:
    """Meetings of a period, newest first; `body` is a key, None for all."""
    return tuple(_meetings(session, _period(body, since, until), subject, limit, newest=True))


def coming(
    session: Session, subject: Subject, now: datetime, body: str | None = None, limit: int = 20
) -> tuple[Coming, ...]:
    """Meetings from the day of `now` (aware) in Denmark on, the nearest first, each with its items."""
    today = now.astimezone(COPENHAGEN).date()
    found = _meetings(session, _period(body, today, None), subject, limit)
    return tuple(Coming(one, items_of_meeting(session, one.key, subject)) for one in found)


def course(session: Session, item_key: str, subject: Subject) -> tuple[ItemRecord, ...]:
    """The items of the same case that exist for the subject, oldest first, the asked one among them.

    A case is told by its number; where there is none, by a title long enough to be a matter's own. Raises NotFound.
    """
    row = session.connection().execute(item_rows().where(ITEM.c.key == item_key)).first()
    kept_out = exclusions(session, [item_key])
    if row is None or not visible(subject, Guard(row.access, row.body_key, kept_out.get(item_key, frozenset()))):
        # By a neutral title alone nothing of its case may be told.
        return (item(session, item_key, subject),)
    if row.case_key is not None:
        same: ColumnElement[bool] = ITEM.c.case_key == row.case_key
    elif len(row.title_key.split()) >= _WORDS_OF_A_MATTER:
        same = and_(ITEM.c.title_key == row.title_key, ITEM.c.case_key.is_(None))
    else:
        same = ITEM.c.id == row.id
    rows = session.connection().execute(
        item_rows()
        .where(same, sight(session, subject).items(layers=False))
        .order_by(MEETING.c.date, MEETING.c.key, ITEM.c.position, ITEM.c.key)
    )
    return tuple(records(session, rows, subject))


def by_number(
    session: Session, number: str, subject: Subject, body: str | None = None, on: date | None = None, limit: int = 10
) -> tuple[ItemRecord, ...]:
    """Items with this number, newest meeting first."""
    where = and_(
        ITEM.c.number.in_(number_forms(number)),
        _period(body, on, on),
        sight(session, subject).items(),
    )
    rows = session.connection().execute(
        item_rows()
        .where(where)
        .order_by(MEETING.c.date.desc(), MEETING.c.key, ITEM.c.position, ITEM.c.key)
        .limit(limit)
    )
    return tuple(records(session, rows, subject))


def _period(body: str | None, since: date | None, until: date | None) -> ColumnElement[bool]:
    parts: list[ColumnElement[bool]] = []
    if since is not None:
        parts.append(MEETING.c.date >= since)
    if until is not None:
        parts.append(MEETING.c.date <= until)
    if not parts:
        parts.append(MEETING.c.date.is_not(None))
    if body is not None:
        parts.append(BODY.c.key == body)
    return and_(*parts)


def _meetings(
    session: Session, where: ColumnElement[bool], subject: Subject, limit: int, *, newest: bool = False
) -> Sequence[MeetingRecord]:
    seen: Sight = sight(session, subject)
    order = (MEETING.c.date.desc(), MEETING.c.key) if newest else (MEETING.c.date, MEETING.c.key)
    rows = (
        session.connection()
        .execute(
            select(MEETING.c.id.label("meeting_id"), *MEETING_COLUMNS)
            .select_from(_MEETINGS)
            .where(where, seen.meetings())
            .order_by(*order)
            .limit(limit)
        )
        .all()
    )
    made = meeting_records(session, rows, subject)
    return [made[row.meeting_id] for row in rows]
