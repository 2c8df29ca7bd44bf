"""Personal reminders: when each comes, one message a morning, and the secretary after two without effect."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from store.agenda.records import Named
from store.calendar import WorkingDays, local
from store.database import Database
from store.followup_records import FOLLOWUP_KIND
from store.followup_reminding import Moment, Reminding, moments, read
from store.followups import StoredFollowUps
from store.subscriptions import OCCURRENCE, SUBSCRIPTION
from tests.fakes.agenda import CILLE, House

DAYS = WorkingDays()
START = datetime(2026, 11, 2, 6, 0, tzinfo=UTC)


class Desk(House):
    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self.follow_ups = StoredFollowUps(db, lambda: START)
        self.reminding = Reminding(db)

    def promise(self, title: str, due: date, who: str = "Bo Lind") -> str:
        made = self.follow_ups.add(
            title, CILLE, key=title, lang="da", due=due, body="direktion", responsible=Named(who)
        )
        return made.id

    def said(self) -> list[tuple[str, str, list[str]]]:
        """(day and hour, to whom, stages) of what is in the outbox, in order."""
        joined = OCCURRENCE.join(SUBSCRIPTION, SUBSCRIPTION.c.id == OCCURRENCE.c.subscription_id)
        with self.db.read() as session:
            rows = (
                session.connection()
                .execute(
                    select(OCCURRENCE.c.due_at, OCCURRENCE.c.recipient, OCCURRENCE.c.payload)
                    .select_from(joined)
                    .where(SUBSCRIPTION.c.kind == FOLLOWUP_KIND)
                    .order_by(OCCURRENCE.c.due_at, OCCURRENCE.c.recipient)
                )
                .all()
            )
        return [
            (
                f"{local(row.due_at):%d/%m %H}",
                row.recipient,
                [told[2] for one in row.payload["promises"] if (told := read(one))],
            )
            for row in rows
        ]


@pytest.fixture
def desk(sqlite_db: Database) -> Desk:
    return Desk(sqlite_db)


def test_before_on_the_day_and_when_overdue() -> None:
    # 27 November 2026 is a Friday.
    assert list(moments(date(2026, 11, 27), DAYS, date(2026, 11, 1), date(2026, 12, 15))) == [
        Moment("before", date(2026, 11, 24)),
        Moment("day", date(2026, 11, 27)),
        Moment("overdue", date(2026, 11, 30), 1),
        Moment("overdue", date(2026, 12, 7), 2),
        Moment("overdue", date(2026, 12, 14), 3),
        Moment("secretary", date(2026, 12, 14), 3),
    ]


def test_a_due_day_off_is_reminded_of_on_the_day_worked_before() -> None:
    # Christmas: 24 to 26 December are not worked, and neither is the weekend after.
    found = list(moments(date(2026, 12, 25), DAYS, date(2026, 12, 1), date(2026, 12, 31)))
    assert found == [
        Moment("before", date(2026, 12, 21)),
        Moment("day", date(2026, 12, 23)),
        Moment("overdue", date(2026, 12, 28), 1),
    ]


def test_old_promises_are_found_without_counting_from_the_start() -> None:
    (first, *_) = moments(date(2016, 1, 4), DAYS, date(2026, 11, 23), date(2026, 11, 29))
    assert (first.stage, first.count > 500) == ("overdue", True)


def test_all_of_a_morning_is_one_message_however_often_it_is_laid_out(desk: Desk) -> None:
    desk.promise("et", date(2026, 11, 5))
    desk.promise("to", date(2026, 11, 5))
    desk.promise("en titel", date(2026, 11, 5), who="HR-chefen")
    at = START
    while at < START + timedelta(days=4):
        desk.reminding.lay_out(at)
        desk.reminding.lay_out(at)
        at += timedelta(hours=1)
    assert desk.said() == [("02/11 08", "p-bo", ["before", "before"]), ("05/11 08", "p-bo", ["day", "day"])]


def test_a_secretary_is_told_after_two_without_effect(desk: Desk) -> None:
    desk.promise("et", date(2026, 10, 16))
    for hours in range(0, 24 * 5):
        desk.reminding.lay_out(START + timedelta(hours=hours))
    assert desk.said() == [("02/11 08", "p-bo", ["overdue"]), ("02/11 08", "p-cille", ["secretary"])]


def test_what_is_done_or_put_off_is_not_laid_out(desk: Desk) -> None:
    done, off = desk.promise("et", date(2026, 11, 2)), desk.promise("to", date(2026, 11, 2))
    desk.follow_ups.act(done, 1, "done", CILLE)
    desk.follow_ups.act(off, 1, "snooze", CILLE, to=date(2026, 11, 20))
    desk.reminding.lay_out(START + timedelta(hours=1))
    assert desk.said() == []
