"""The entries of an agenda: which items, in which order, and the texts that were published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, extract, insert, select, update
from sqlmodel import Session

from store.agenda.records import AgendaItem, Named, StandingKind
from store.agenda.rows import ITEM as AGENDA_ITEM
from store.agenda.rows import whole
from store.agenda.states import may_read
from store.bodies import BODY
from store.minutes.records import Entry, MeetingPractice, Numbering
from store.minutes.sittings import AGENDA, ENTRY, PRACTICE, Sitting
from store.scene import ITEM, MEETING
from store.tables import StoredRow

STANDING_PREFIX = "standing:"
_TITLES: Mapping[StandingKind, tuple[str, str]] = {
    "minutes": ("Godkendelse af referat", "decision"),
    "coming": ("Kommende sager", "briefing"),
    "any_other": ("Eventuelt", "discussion"),
}
_PUBLISHED = (
    "title", "case_number", "type", "access", "closed_reason", "neutral_title", "description", "finance", "assessment",
)  # fmt: skip
_EMPTY = ("closed_note", "neutral_title", "description", "finance", "assessment", "late_reason")
_NUMBER = re.compile(r"\d+")


def practice_of(session: Session, body: str) -> MeetingPractice:
    """How the body prepares its meetings; the usual way where nobody has said otherwise."""
    row = session.connection().execute(select(PRACTICE).where(PRACTICE.c.body_key == body)).first()
    if row is None:
        return MeetingPractice(body)
    channel = (row.channel_kind, row.channel) if row.channel_kind and row.channel else None
    return MeetingPractice(body, row.numbering, tuple(row.first), tuple(row.last), channel, row.channel_name)


def published_days(session: Session) -> frozenset[tuple[str, date]]:
    """Body key and day of every meeting whose agenda was published here."""
    rows = session.connection().execute(
        select(AGENDA.c.body_key, AGENDA.c.day).where(AGENDA.c.published_at.is_not(None))
    )
    return frozenset((row.body_key, row.day) for row in rows)


def rows_of(session: Session, meeting: str) -> list[StoredRow]:
    """The rows of an agenda, in order."""
    return list(
        session.connection().execute(
            select(ENTRY).where(ENTRY.c.meeting_key == meeting).order_by(ENTRY.c.supplement, ENTRY.c.position)
        )
    )


def items_of(session: Session, ids: Iterable[str]) -> dict[str, AgendaItem]:
    """Items by id, as the store has them."""
    wanted = list(ids)
    rows = session.connection().execute(select(AGENDA_ITEM).where(AGENDA_ITEM.c.id.in_(wanted))).all()
    return {item.id: item for item in whole(session, rows)}


def ready(sitting: Sitting) -> list[AgendaItem]:
    """Approved items for this meeting, in order of submission."""
    rows = sitting.session.connection().execute(
        select(AGENDA_ITEM)
        .where(AGENDA_ITEM.c.meeting_key == sitting.key, AGENDA_ITEM.c.state == "ready")
        .order_by(AGENDA_ITEM.c.submission, AGENDA_ITEM.c.id)
    )
    return sitting.reading.shown(sitting.reading.readable(rows.all()))


def entries(sitting: Sitting, *, whole_of_it: bool = False) -> tuple[Entry, ...]:
    """The agenda as the subject may see it. `whole_of_it`: all entries whoever asks, for the program itself.

    Who keeps it sees it as it is; members and authors also what is not published yet; others what was published.
    """
    rows = rows_of(sitting.session, sitting.key)
    items = items_of(sitting.session, [row.item_id for row in rows])
    seen = [(row, _as_published(row, items[row.item_id])) for row in rows if row.item_id in items]
    if not whole_of_it:
        seen = [(row, item) for row, item in seen if _readable(sitting, row, items[row.item_id], item)]
        shown = {one.id: one for one in sitting.reading.shown([item for _, item in seen])}
        seen = [(row, shown[item.id]) for row, item in seen]
    return tuple(Entry(item, row.position, row.number, row.supplement) for row, item in seen)


def _readable(sitting: Sitting, row: StoredRow, item: AgendaItem, shown: AgendaItem) -> bool:
    subject = sitting.reading.subject
    if may_read(subject, item):
        return True
    # What stood on a published agenda stays there when the item goes on to another meeting.
    published = row.published is not None and shown.access == "open" and item.access == "open"
    return published and item.state != "withdrawn" and subject.employee and subject.person is not None


def _as_published(row: StoredRow, item: AgendaItem) -> AgendaItem:
    """The item with the texts that were published; closed since, it stays closed."""
    if row.published is None:
        return item
    told: dict[str, Any] = {name: row.published[name] for name in _PUBLISHED}
    told["recommendations"] = tuple(row.published["recommendations"])
    for name in ("presenter", "responsible"):
        who = row.published[name]
        told[name] = Named(*who) if who else None
    if item.access == "closed" or item.meeting_key == row.meeting_key:
        # Closed since, it is closed everywhere; opened, it is open where it stands now.
        for name in ("access", "closed_reason", "neutral_title"):
            told[name] = getattr(item, name)
    names = set(row.published["files"])
    files = tuple(one for one in item.files if one.id in names)
    return replace(item, **told, files=files, number=row.number, position=row.position, supplement=row.supplement)


def published_ids(sitting: Sitting) -> frozenset[str]:
    """The items of the agenda that were published and are not withdrawn since."""
    rows = [row for row in rows_of(sitting.session, sitting.key) if row.published is not None]
    items = items_of(sitting.session, [row.item_id for row in rows])
    return frozenset(id for id, item in items.items() if item.state != "withdrawn")


def published_fields(item: AgendaItem) -> dict[str, Any]:
    """What is kept of an item when it is published."""
    return {
        **{name: getattr(item, name) for name in _PUBLISHED},
        "recommendations": list(item.recommendations),
        "presenter": _who(item.presenter),
        "responsible": _who(item.responsible),
        "files": [one.id for one in item.files],
    }


def _who(named: Named | None) -> list[str | None] | None:
    return [named.text, named.person] if named is not None else None


def put(
    session: Session, meeting: str, order: Sequence[str], kept: Mapping[str, StoredRow], supplement: int = 0
) -> None:
    """Let these items be the agenda (or this supplement of it), in this order; what is known of each is kept."""
    connection = session.connection()
    connection.execute(delete(ENTRY).where(ENTRY.c.meeting_key == meeting, ENTRY.c.supplement == supplement))
    made = []
    for position, id in enumerate(order, 1):
        old = kept.get(id)
        made.append(
            {
                "meeting_key": meeting, "item_id": id, "position": position, "supplement": supplement,
                "number": old.number if old is not None else None,
                "published": old.published if old is not None else None,
            }
        )  # fmt: skip
    if made:
        connection.execute(insert(ENTRY), made)


def standing_item(sitting: Sitting, kind: StandingKind, id: str, at: datetime) -> dict[str, Any]:
    """The row of a standing item of this meeting; it is on the agenda from the start."""
    title, type_ = _TITLES[kind]
    subject, meeting = sitting.reading.subject, sitting.meeting
    return {
        "id": id, "version": 1, "state": "on_agenda", "author": subject.person or "", "author_name": "",
        "tenant": subject.tenant or "", "lang": "da", "step": "review", "body_key": meeting.body_key,
        "meeting_key": meeting.key, "title": title, "folded": title.casefold(), "type": type_, "access": "open",
        "standing": kind, "recommendations": [], "links": [], "created_at": at, "updated_at": at, "case_number": "",
        **dict.fromkeys(_EMPTY, ""),
    }  # fmt: skip


def first_number(sitting: Sitting, numbering: Numbering) -> int:
    """The number that the meeting's first entry gets: 1, or the one after the body's last in the year."""
    if numbering == "meeting":
        return 1
    session, meeting = sitting.session, sitting.meeting
    connection, begins = session.connection(), date(meeting.day.year, 1, 1)
    ours = connection.execute(
        select(ENTRY.c.number)
        .join(AGENDA, AGENDA.c.meeting_key == ENTRY.c.meeting_key)
        .where(
            AGENDA.c.body_key == meeting.body_key,
            AGENDA.c.day >= begins,
            AGENDA.c.day < meeting.day,
            ENTRY.c.number.is_not(None),
        )
    ).scalars()
    # Minutes that were read in count as well: the year may have begun in another system.
    read = connection.execute(
        select(ITEM.c.number)
        .join(MEETING, MEETING.c.id == ITEM.c.meeting_id)
        .join(BODY, BODY.c.id == MEETING.c.body_id)
        .where(
            BODY.c.key == meeting.body_key,
            extract("year", MEETING.c.date) == meeting.day.year,
            MEETING.c.date < meeting.day,
            ITEM.c.number.is_not(None),
        )
    ).scalars()
    return max((_digits(one) for one in (*ours, *read)), default=0) + 1


def next_number(sitting: Sitting) -> int:
    """The number after the highest on this agenda."""
    return max((_digits(row.number) for row in rows_of(sitting.session, sitting.key)), default=0) + 1


def number(session: Session, meeting: str, ids: Sequence[str], first: int) -> None:
    """Number these entries on from `first`."""
    connection = session.connection()
    for count, id in enumerate(ids, first):
        connection.execute(
            update(ENTRY).where(ENTRY.c.meeting_key == meeting, ENTRY.c.item_id == id).values(number=str(count))
        )


def _digits(text: str | None) -> int:
    found = _NUMBER.match(text or "")
    return int(found[0]) if found is not None else 0
