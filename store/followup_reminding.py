"""Who is reminded of a promise and when: some days before, on the day, when it is overdue, then on Mondays; mornings.

All that one person is to hear on a morning is one message. What it says is judged when it is sent: done, put off or
moved meanwhile, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from sqlalchemy import or_, select
from sqlmodel import Session

from store.calendar import WorkingDays, instant, local
from store.database import Database
from store.followup_records import FOLLOWUP_KIND
from store.followup_rows import FOLLOW_UP
from store.grants import secretaries_of
from store.occurrences import enqueue
from store.outbox_records import Subscription
from store.people import language
from store.subscriptions import subscribe
from store.tables import StoredRow

Stage = Literal["before", "day", "overdue", "secretary"]
MORNING = time(8, 0)
"""Local: after people have come, before the day is full. Nothing is said in the evening, at night, on days off."""
DAYS_BEFORE = 3
"""Working days."""
SECRETARY_AFTER = 2
"""How many reminders without effect a secretary is told after."""
TOLD_AGAIN = 4
"""Weeks after which a secretary is told once more: each week would be as good as never."""
LATEST = timedelta(hours=36)
_LOOK_BACK = timedelta(hours=36)
_AHEAD = timedelta(hours=1)
_APART = timedelta(days=4)
"""So long after the first overdue reminder the second comes at the earliest."""
_SLACK = timedelta(days=14)
"""A due day is reminded of no longer before it than this, whatever holidays lie between."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A reminder of one promise. `count`: the how many-th one since it was overdue."""

    stage: Stage
    day: date
    count: int = 0


class Reminding:
    """Puts the reminders of all promises into the outbox; any number of processes may, each comes about once."""

    def __init__(self, db: Database, days: Callable[[], WorkingDays] = WorkingDays) -> None:
        self._db, self._days = db, days

    def lay_out(self, now: datetime, since: datetime | None = None) -> int:
        """See that what is due from `since` (aware; at least a day and a half back) up to soon is there; how many
        messages were missing."""
        first, last = min(since or now, now - _LOOK_BACK), now + _AHEAD
        days = self._days()
        with self._db.read() as session:
            wanted = list(_wanted(session, days, first, last))
        if not wanted:
            return 0
        with self._db.write() as session:
            return sum(_put(session, row, moment, now) for row, moment in wanted)


def moments(due: date, days: WorkingDays, first: date, last: date) -> Iterator[Moment]:
    """The reminders of a promise due on a day that fall between two days, both counted, in order."""
    ahead = days.count(due, -DAYS_BEFORE)
    on = days.moved(due, "before") or due
    found = [Moment("before", ahead), Moment("day", on)] if ahead < on else [Moment("day", on)]
    over = days.count(due, 1)
    # From the second on all of a person's fall on the same day, or whoever is late with five hears of it each day.
    mondays = over + _APART + timedelta(days=-(over + _APART).weekday() % 7)
    count = max(1, (first - mondays).days // 7 + 1)
    while True:
        nominal = over if count == 1 else mondays + timedelta(weeks=count - 2)
        day = days.moved(nominal, "after")
        if day is None or day > last:
            break
        found.append(Moment("overdue", day, count))
        if count > SECRETARY_AFTER and (count - SECRETARY_AFTER - 1) % TOLD_AGAIN == 0:
            found.append(Moment("secretary", day, count))
        count += 1
    yield from (one for one in found if first <= one.day <= last)


def told(row: StoredRow, moment: Moment) -> str:
    """What the message keeps of a reminder: read by `read`."""
    return f"{row.id}:{row.due.isoformat()}:{moment.stage}:{moment.count}"


def read(entry: object) -> tuple[str, date, Stage, int] | None:
    """Id, due day, stage and count of what `told` gave; None for anything else."""
    parts = str(entry).split(":")
    if len(parts) != 4 or parts[2] not in ("before", "day", "overdue", "secretary"):
        return None
    try:
        return parts[0], date.fromisoformat(parts[1]), parts[2], int(parts[3])  # type: ignore[return-value]  # a Stage
    except ValueError:
        return None


def _wanted(session: Session, days: WorkingDays, first: datetime, last: datetime) -> Iterator[tuple[StoredRow, Moment]]:
    today, until = local(first).date(), local(last).date()
    rows = session.connection().execute(
        select(FOLLOW_UP).where(
            FOLLOW_UP.c.state == "open",
            FOLLOW_UP.c.due.is_not(None),
            FOLLOW_UP.c.due <= until + _SLACK,
            or_(FOLLOW_UP.c.snoozed_to.is_(None), FOLLOW_UP.c.snoozed_to <= until),
        )
    )
    for row in rows:
        for moment in moments(row.due, days, today, until):
            if first < instant(moment.day, MORNING) <= last:
                yield row, moment


def _put(session: Session, row: StoredRow, moment: Moment, now: datetime) -> int:
    """Enqueue it for those it concerns: the responsible and the deputy, after a while the secretaries."""
    at, added = instant(moment.day, MORNING), 0
    for person in _whom(session, row, moment):
        key = f"{FOLLOWUP_KIND}:{row.tenant}:{person}"
        lang = language(session, person)[0] or "da"
        subscribe(session, Subscription(key, FOLLOWUP_KIND, row.tenant, "personal", person, person, lang), now)
        payload: dict[str, Any] = {"promises": [told(row, moment)]}
        added += enqueue(
            session, key, moment.day.isoformat(), now=now, due_at=at, expires_at=at + LATEST, payload=payload,
            gather=("promises",),
        )  # fmt: skip
    return added


def _whom(session: Session, row: StoredRow, moment: Moment) -> list[str]:
    own = [one for one in dict.fromkeys((row.responsible_person, row.deputy_person)) if one]
    # Nobody reads what is said to a title: secretaries look after it, and hear of it when it is late.
    if own and moment.stage != "secretary":
        return own
    late = moment.stage == "secretary" if own else moment.stage == "overdue" and moment.count % TOLD_AGAIN == 1
    if row.body_key is None or not late:
        return []
    secretaries = secretaries_of(session, row.body_key)
    return [one for one in secretaries if one not in own]
