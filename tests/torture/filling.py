"""Stores for the battery: made, filled with occurrences, and read when all is over."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, insert, make_url, select, text

from store.database import Database
from store.errors import StoreError
from store.migrations import migrate
from store.outbox_records import OUTBOX_KIND
from store.shown import ADDRESS
from store.subscriptions import OCCURRENCE, SUBSCRIPTION

if TYPE_CHECKING:
    from tests.torture.battery import Run

POSTGRES = "REFERENT_TEST_POSTGRES_URL"
BATCH = 5000


@contextmanager
def store(engine: str, folder: Path) -> Iterator[str]:
    """The URL of an empty migrated store on this engine; gone afterwards."""
    if engine == "sqlite":
        url = f"sqlite:///{folder / 'store.db'}"
        _migrated(url)
        yield url
        return
    server = make_url(os.environ[POSTGRES]).set(drivername="postgresql+psycopg")
    schema = f"torture_{uuid.uuid4().hex[:12]}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    try:
        url = server.update_query_dict({"options": f"-csearch_path={schema}"}).render_as_string(hide_password=False)
        _migrated(url)
        yield url
    finally:
        admin.dispose()
        with admin.connect() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        admin.dispose()


def fill(url: str, run: Run, service_url: str) -> list[str]:
    """Put in the occurrences of a run; their keys, "subscription/slot"."""
    db, now = Database.open(url), datetime.now(UTC)
    places = [f"{'dead' if number < run.dead else 'thread'}{number}" for number in range(run.threads)]
    with db.write() as session:
        connection = session.connection()
        connection.execute(insert(SUBSCRIPTION), [subscription_row(place, run.policy, now) for place in places])
        connection.execute(insert(ADDRESS), [_address(place, service_url, now) for place in places])
        ids = {row.key: row.id for row in connection.execute(select(SUBSCRIPTION.c.key, SUBSCRIPTION.c.id))}
    keys = []
    for first in range(0, run.number, BATCH):
        rows = []
        for number in range(first, min(run.number, first + BATCH)):
            place = places[number % len(places)]
            due = now + timedelta(seconds=run.spread * number / run.number + (15 if run.spread else 0))
            rows.append(occurrence_row(ids[place], place, f"n{number}", due))
            keys.append(f"{place}/n{number}")
        with db.write() as session:
            session.connection().execute(insert(OCCURRENCE), rows)
    db.close()
    return keys


def left(url: str) -> int:
    """How many have not come to an end."""
    statement = text("SELECT count(*) FROM occurrence WHERE state IN ('pending', 'leased', 'sending')")
    for _ in range(100):
        db = Database.open(url)
        try:
            with db.read() as session:
                return int(session.connection().execute(statement).scalar_one())
        except StoreError:
            time.sleep(0.3)
        finally:
            db.close()
    raise RuntimeError("the store does not come back")


def outcome(url: str) -> dict[str, Any]:
    """How it ended: states counted, keys left in doubt, when each was due, what was for dead channels."""
    db = Database.open(url)
    with db.read() as session:
        rows = (
            session.connection()
            .execute(
                select(SUBSCRIPTION.c.key, OCCURRENCE.c.slot, OCCURRENCE.c.state, OCCURRENCE.c.due_at)
                .join(SUBSCRIPTION, SUBSCRIPTION.c.id == OCCURRENCE.c.subscription_id)
                .where(SUBSCRIPTION.c.kind != OUTBOX_KIND)
            )
            .all()
        )
    db.close()
    states: dict[str, int] = {}
    for row in rows:
        states[row.state] = states.get(row.state, 0) + 1
    return {
        "states": states,
        "flagged": {f"{row.key}/{row.slot}" for row in rows if row.state == "unknown"},
        "due": {f"{row.key}/{row.slot}": row.due_at.timestamp() for row in rows},
        "to_dead": {f"{row.key}/{row.slot}" for row in rows if row.key.startswith("dead")},
    }


def _migrated(url: str) -> None:
    db = Database.open(url)
    migrate(db)
    db.close()


def subscription_row(place: str, policy: str, now: datetime) -> dict[str, Any]:
    """A subscription to a channel, as a row."""
    return {
        "key": place, "kind": "torture", "tenant": "t", "audience": "channel", "recipient": place, "owner": "owner",
        "lang": "da", "title": "", "payload": {}, "schedule": None, "policy": policy, "paused": False, "since": now,
        "created_at": now,
    }  # fmt: skip


def _address(place: str, service_url: str, now: datetime) -> dict[str, Any]:
    return {
        "tenant": "t", "conversation": place, "service_url": service_url, "kind": "channel", "installed": True,
        "bot": "28:app", "changed_at": now,
    }  # fmt: skip


def occurrence_row(subscription: int, place: str, slot: str, due: datetime) -> dict[str, Any]:
    """An occurrence that waits, as a row."""
    return {
        "subscription_id": subscription, "slot": slot, "recipient": place, "audience": "channel", "tenant": "t",
        "payload": {}, "due_at": due, "expires_at": None, "state": "pending", "next_at": due, "lease_token": 0,
        "attempts": 0, "doubts": 0,
    }  # fmt: skip
