"""What several watches of one place tell of one meeting: nothing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import select, update

from bot.delivery_watch import WatchNotices
from store.answers import StoredAnswers
from store.bodies import Bodies
from store.database import Database
from store.fresh import FreshPapers
from store.ingest.intake import Intake
from store.outbox_records import Occurrence
from store.records import Subject
from store.search.index import ShelfIndex
from store.subscriptions import OCCURRENCE, SUBSCRIPTION, subscription_of
from store.watch_records import Place, Watch
from store.watches import Watches
from store.watching import Watching
from tests.fakes.minutes import Paper

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
READER = Subject("reader", True, "personal", (), "t")
ALL = replace(READER, audience="channel")
CHANNEL = Place("t", "channel", "19:k@thread.tacv2")
AT_READER = Place("t", "personal", "reader")
MATTERS = ("skolestruktur", "ny skolestruktur", "åbning af havnebadet")


def said(db: Database) -> list[tuple[str, str | None]]:
    """What is said one after the other, by recipient: each message leaves before the next is put into words."""
    watches = Watches(db, lambda: NOW)
    words = WatchNotices(StoredAnswers(db), FreshPapers(db), Bodies(db).bodies, watches)
    found = []
    with db.read() as session:
        connection = session.connection()
        by_id = {row.id: subscription_of(row) for row in connection.execute(SUBSCRIPTION.select())}
        rows = connection.execute(
            select(OCCURRENCE).where(OCCURRENCE.c.state == "pending").order_by(OCCURRENCE.c.id)
        ).all()
    for row in rows:
        own = by_id[row.subscription_id]
        one = Occurrence(row.id, 1, own, row.slot, row.recipient, row.audience, row.due_at, row.payload)
        message = words(one, replace(READER, audience=row.audience), NOW)
        found.append((row.recipient, message.text.splitlines()[0] if message is not None else None))
        state = "sent" if message is not None else "nothing"
        with db.write() as session:
            session.connection().execute(update(OCCURRENCE).where(OCCURRENCE.c.id == row.id).values(state=state))
    return found


def test_several_watches_of_one_place_that_find_the_same_are_one_message(sqlite_db: Database) -> None:
    paper = Paper()
    Intake(sqlite_db, ShelfIndex(), lambda: NOW).store_parsed(
        [paper.minutes([paper.item(1, "Dagsorden", decision="Godkendt.")], on=date(2026, 1, 8))]
    )
    watches = Watches(sqlite_db, lambda: NOW)
    for matter in MATTERS:
        watches.add(Watch("topic", matter), CHANNEL, ALL)
    watches.add(Watch("topic", MATTERS[1]), AT_READER, READER)
    paper = Paper()
    titles = ("Ny skolestruktur", "Åbning af havnebadet")
    items = [paper.item(n, title, decision=f"{title} blev godkendt.") for n, title in enumerate(titles, start=1)]
    Intake(sqlite_db, ShelfIndex(), lambda: NOW).store_parsed([paper.minutes(items, on=date(2026, 11, 19))])
    Watching(sqlite_db, StoredAnswers(sqlite_db)).work(NOW)
    place = "Direktionen, 19. november 2026."
    assert said(sqlite_db) == [
        (CHANNEL.recipient, f"Der er truffet 1 beslutning om »skolestruktur«: {place}"),
        (CHANNEL.recipient, None),
        (CHANNEL.recipient, f"Der er truffet 1 beslutning om »åbning af havnebadet«: {place}"),
        ("reader", f"Der er truffet 1 beslutning om »ny skolestruktur«: {place}"),
    ]
