"""Items that are announced for coming meetings, as far as whoever listens may know of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cards.desk import title_line
from cards.texts import texts
from dialogs.replies import Room
from store.agenda.records import AgendaItem, ItemState
from store.calendar_records import CalendarMeeting
from store.records import DocumentRef, Fact, ItemRecord

ANNOUNCED: frozenset[ItemState] = frozenset({"ready", "on_agenda"})
"""States of items that are for a meeting: what still waits to be approved is the author's and the secretary's."""
_MOST = 100


def announced(
    room: Room, meetings: Sequence[CalendarMeeting], known: Sequence[ItemRecord]
) -> dict[str, tuple[AgendaItem, ...]]:
    """By meeting key, in order; without what the meeting's agenda, once it is read in, has already (`known`)."""
    held = [one for one in meetings if one.held and one.body_key]
    if not held:
        return {}
    bodies = {one.body_key for one in held}
    days = [one.day for one in held]
    found = room.ports.agenda.found(
        room.scene.subject,
        body=next(iter(bodies)) if len(bodies) == 1 else None,
        states=ANNOUNCED,
        since=min(days),
        until=max(days),
        limit=_MOST,
    )
    of_meeting: dict[str, tuple[AgendaItem, ...]] = {}
    for meeting in held:
        listed = [each for each in known if meeting.meeting is not None and each.meeting.key == meeting.meeting.key]
        own = [one for one in found if one.meeting_key == meeting.key and not any(_same(one, each) for each in listed)]
        if own:
            of_meeting[meeting.key] = tuple(own)
    return of_meeting


def facts(room: Room, found: Mapping[str, Sequence[AgendaItem]]) -> tuple[Fact, ...]:
    """One fact an item, in order, for whoever reads answers as data."""
    t = texts(room.lang)
    return tuple(
        Fact(
            f"case-{item.id}",
            "list_item",
            title_line(item, t),
            DocumentRef(f"calendar-{item.body_key}", item.body, "", None, "calendar"),
            body=item.body or None,
            meeting_date=item.meeting.day if item.meeting is not None else None,
            item_number=item.number,
            item_title=item.title,
            case_number=item.case_number or None,
            closed=item.access == "closed",
        )
        for items in found.values()
        for item in items
    )


def _same(item: AgendaItem, record: ItemRecord) -> bool:
    """Whether an item of an agenda that was read in is this one."""
    return _folded(item.title) == _folded(record.title) or bool(
        item.number and item.number == record.number and item.case_number == (record.case_number or "")
    )


def _folded(title: str) -> str:
    return re.sub(r"^(?:åben|lukket)\b|\W+", "", title.casefold())
