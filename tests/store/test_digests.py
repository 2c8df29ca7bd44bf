"""Weekly digests: what stands on them, in which order, for whom; ticked off for everyone, silent when paused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from store.agenda.records import Named
from store.database import Database
from store.digest_content import MOST_LINES, Contents
from store.digests import StoredDigests
from store.errors import NotFound
from store.followup_records import BadFollowUp, Digest
from store.followups import StoredFollowUps
from store.fresh import FreshPapers
from store.initiatives import StoredInitiatives
from store.outbox_records import Weekly
from store.records import Grant, Subject
from tests.fakes.agenda import CILLE, House

MONDAY = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
TODAY = date(2026, 11, 30)
PLACE = "19:direktion@thread.tacv2"
CHANNEL = replace(CILLE, audience="channel")
READER = Subject("p-oda", True, "channel", (), "t")
WEEKLY = Digest("", "channel", PLACE, "t", "", Weekly(0, time(8)))


class Desk(House):
    """A house with follow-ups and digests."""

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self.follow_ups = StoredFollowUps(db, lambda: MONDAY)
        papers, plans = FreshPapers(db), StoredInitiatives(db)
        self.digests = StoredDigests(db, lambda: MONDAY, Contents(self.follow_ups, self.calendar, plans, papers))

    def promise(self, title: str, days: int | None, **more: object) -> str:
        due = TODAY + timedelta(days=days) if days is not None else None
        made = self.follow_ups.add(title, CHANNEL, key=title, lang="da", due=due, body="direktion", **more)  # type: ignore[arg-type]  # named as in `add`
        return made.id


@pytest.fixture
def desk(sqlite_db: Database) -> Desk:
    return Desk(sqlite_db)


def told(desk: Desk, digest: Digest, subject: Subject = READER, at: datetime = MONDAY) -> list[tuple[str, str]]:
    content = desk.digests.content(digest.key, subject, at)
    return [(line.section, line.title) for line in content.lines]


def test_overdue_first_then_this_week_then_the_horizon(desk: Desk) -> None:
    for title, days in (("senere", 10), ("i dag", 0), ("for længe siden", -20), ("i går", -1), ("for sent", 30)):
        desk.promise(title, days, responsible=Named("HR-chefen"))
    desk.promise("løbende", None, recurrence="ongoing")
    digest = desk.digests.set_up(replace(WEEKLY, sections=("overdue", "due_soon")), CHANNEL)
    assert told(desk, digest) == [
        ("overdue", "for længe siden"), ("overdue", "i går"), ("due_soon", "i dag"), ("due_soon", "senere"),
    ]  # fmt: skip
    (first, *_) = desk.digests.content(digest.key, READER, MONDAY).lines
    assert (first.who, first.days, first.due) == ("HR-chefen", -20, date(2026, 11, 10))


def test_meetings_and_their_deadlines_stand_on_it(desk: Desk) -> None:
    digest = desk.digests.set_up(
        replace(WEEKLY, bodies=("direktion",), sections=("agenda_deadlines", "meetings")), CHANNEL
    )
    lines = desk.digests.content(digest.key, READER, MONDAY).lines
    assert [(one.section, one.title, one.due) for one in lines] == [
        ("meetings", "Direktionen", date(2026, 12, 3)), ("agenda_deadlines", "Direktionen", date(2026, 12, 10)),
    ]  # fmt: skip


def test_at_most_fifteen_lines_and_the_whole_on_demand(desk: Desk) -> None:
    for number in range(20):
        desk.promise(f"opgave {number}", -number - 1)
    digest = desk.digests.set_up(replace(WEEKLY, sections=("overdue",)), CHANNEL)
    content = desk.digests.content(digest.key, READER, MONDAY)
    assert (len(content.lines), content.total) == (MOST_LINES, 20)
    assert len(desk.digests.content(digest.key, READER, MONDAY, whole=True).lines) == 20


def test_ticked_off_it_is_shown_done_and_the_next_one_lacks_it(desk: Desk) -> None:
    id = desk.promise("opgave", -1)
    digest = desk.digests.set_up(replace(WEEKLY, sections=("overdue",)), CHANNEL)
    desk.follow_ups.act(id, 1, "done", CHANNEL)
    (line,) = desk.digests.content(digest.key, READER, MONDAY).lines
    assert (line.done, line.done_by) == (True, "p-cille")
    after = desk.digests.content(digest.key, READER, MONDAY + timedelta(days=7))
    assert (after.lines, after.done) == ((), 1)


def test_put_off_it_is_left_out_until_then(desk: Desk) -> None:
    id = desk.promise("opgave", -1)
    digest = desk.digests.set_up(replace(WEEKLY, sections=("overdue",)), CHANNEL)
    desk.follow_ups.act(id, 1, "snooze", CHANNEL, to=TODAY + timedelta(days=7))
    assert told(desk, digest) == []
    assert told(desk, digest, at=MONDAY + timedelta(days=7)) == [("overdue", "opgave")]


def test_the_same_is_one_and_others_change_nothing(desk: Desk) -> None:
    first = desk.digests.set_up(WEEKLY, CHANNEL)
    again = desk.digests.set_up(WEEKLY, READER)
    assert (again.key, again.owner) == (first.key, "p-cille")
    assert desk.digests.of("channel", PLACE, READER) == (first,)
    with pytest.raises(NotFound):
        desk.digests.remove(first.key, READER)
    with pytest.raises(NotFound):
        desk.digests.content(first.key, replace(READER, audience="personal"), MONDAY)
    other = replace(CHANNEL, person="p-finn", grants=(Grant("secretary", "direktion"),))
    assert desk.digests.change(replace(first, horizon=7), other).horizon == 7
    assert desk.digests.remove(first.key, other).key == first.key
    assert desk.digests.of("channel", PLACE, READER) == ()


def test_what_cannot_be_is_said(desk: Desk) -> None:
    for wrong, field in (
        (replace(WEEKLY, schedule=Weekly(0, time(2, 30))), "at"),
        (replace(WEEKLY, horizon=0), "horizon"),
        (replace(WEEKLY, sections=()), "sections"),
        (replace(WEEKLY, mine=True), "mine"),
    ):
        with pytest.raises(BadFollowUp) as error:
            desk.digests.set_up(wrong, CHANNEL)
        assert error.value.field == field
    with pytest.raises(NotFound):
        desk.digests.set_up(replace(WEEKLY, bodies=("personaleudvalg",)), CHANNEL)
