"""The meetings that agenda items are for, as they are planned now, by their keys."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlmodel import Session

from store.calendar import WorkingDays
from store.calendar_reading import KnownBody, agendas
from store.calendar_records import CalendarMeeting
from store.calendar_rows import plans
from store.meetingmerge import merged_meetings
from store.records import BodyRecord, Subject

_DAY = re.compile(r"-(\d{4}-\d{2}-\d{2})(?:-|\Z)")


def meetings_by_key(
    session: Session,
    subject: Subject,
    days: WorkingDays,
    known: Mapping[str, KnownBody],
    wanted: Iterable[tuple[str, str]],
) -> dict[str, CalendarMeeting]:
    """Meetings by key, cancelled ones too, of those that the subject may know of.

    `wanted` are pairs of body and meeting key; `known` the bodies that the subject may know of, by key.
    """
    nominal: dict[str, set[date]] = defaultdict(set)
    keys: set[str] = set()
    for body, key in wanted:
        day = nominal_day(body, key)
        if day is not None and body in known:
            nominal[body].add(day)
            keys.add(key)
    if not keys:
        return {}
    kept = plans(session, sorted(nominal))
    found: dict[str, CalendarMeeting] = {}
    for body, planned in nominal.items():
        plan = kept.get(body, (None, 0))[0]
        moved = {
            one.to for one in (plan.changes if plan is not None else ()) if one.to is not None and one.day in planned
        }
        # A meeting stands under the day it was planned for, and is looked for where it is held now.
        period = (min(planned | moved), max(planned | moved))
        told = [one for one in agendas(session, subject, [body], *period) if one.body_key == body]
        record = BodyRecord(body, known[body].name)
        merged = merged_meetings(record, plan, told, period, days, closed=known[body].closed)
        for meeting in sorted(merged, key=lambda one: one.held):
            if meeting.key in keys:
                found[meeting.key] = meeting
    return found


def nominal_day(body: str, key: str) -> date | None:
    """The day that a meeting of this body was planned for first, read from its key; None when it is not the body's."""
    if not key.startswith(f"{body}-"):
        return None
    match = _DAY.match(key[len(body) :])
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1])
    except ValueError:
        return None
