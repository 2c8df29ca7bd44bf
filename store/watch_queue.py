"""The queue between storing and matching: a row in the transaction of what was stored, so that no crash loses it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import delete, func, insert, or_, select, update
from sqlmodel import Session

from store.subscriptions import OCCURRENCE, SUBSCRIPTION
from store.tables import StoredRow, table
from store.watch_records import WATCH_KIND
from store.watch_tables import NewsRow

NEWS = table(NewsRow)
NewsKind = Literal["document", "item"]
ATTEMPTS = 5
"""So often a row is tried; what still fails stays, so that it is seen and nothing is lost."""


@dataclass(frozen=True, slots=True)
class News:
    """A row of the queue: a document or item by its key, and when it came."""

    id: int
    kind: NewsKind
    key: str
    at: datetime
    last_watch: int


def came(session: Session, kind: NewsKind, keys: Iterable[str], at: datetime) -> None:
    """Note what has been stored or opened, for the watches that there are; nothing is kept when there are none."""
    wanted = list(dict.fromkeys(keys))
    if not wanted:
        return
    connection = session.connection()
    newest = connection.execute(select(func.max(SUBSCRIPTION.c.id)).where(SUBSCRIPTION.c.kind == WATCH_KIND)).scalar()
    if newest is None:
        return
    rows = [{"kind": kind, "key": key, "at": at, "last_watch": newest, "attempts": 0} for key in wanted]
    connection.execute(insert(NEWS), rows)


def waiting(session: Session, most: int) -> tuple[News, ...]:
    """The oldest rows that are yet to be matched."""
    rows = session.connection().execute(
        select(NEWS).where(NEWS.c.attempts < ATTEMPTS).order_by(NEWS.c.attempts, NEWS.c.id).limit(most)
    )
    return tuple(News(row.id, row.kind, row.key, row.at, row.last_watch) for row in rows)


def finished(session: Session, news: News) -> bool:
    """Take a row off the queue; False when another process has done so, and with it all that follows."""
    return bool(session.connection().execute(delete(NEWS).where(NEWS.c.id == news.id)).rowcount)


def failed(session: Session, news: Sequence[News]) -> None:
    """These could not be matched this time."""
    ids = [one.id for one in news]
    session.connection().execute(update(NEWS).where(NEWS.c.id.in_(ids)).values(attempts=NEWS.c.attempts + 1))


def given_up(session: Session) -> Sequence[StoredRow]:
    """Rows that failed too often, for `referent doctor`."""
    return session.connection().execute(select(NEWS).where(NEWS.c.attempts >= ATTEMPTS).order_by(NEWS.c.id)).all()


def retry(session: Session) -> int:
    """Have what was given up tried once more, since a new version may be able to; how many rows."""
    again = update(NEWS).where(NEWS.c.attempts >= ATTEMPTS).values(attempts=ATTEMPTS - 1)
    return session.connection().execute(again).rowcount


def renamed(session: Session, meeting: str, old: str, new: str) -> None:
    """An item of this meeting has another key: what is told of it, or was told, is the same item still."""
    connection = session.connection()
    connection.execute(update(NEWS).where(NEWS.c.kind == "item", NEWS.c.key == old).values(key=new))
    watches = select(SUBSCRIPTION.c.id, SUBSCRIPTION.c.payload).where(SUBSCRIPTION.c.kind == WATCH_KIND)
    for row in connection.execute(watches).all():
        if row.payload.get("item") == old:
            named = {**row.payload, "item": new}
            connection.execute(update(SUBSCRIPTION).where(SUBSCRIPTION.c.id == row.id).values(payload=named))
    slots = [OCCURRENCE.c.slot.startswith(f"{event}:{meeting}", autoescape=True) for event in ("agenda", "held")]
    rows = connection.execute(
        select(OCCURRENCE.c.id, OCCURRENCE.c.payload)
        .join(SUBSCRIPTION, SUBSCRIPTION.c.id == OCCURRENCE.c.subscription_id)
        .where(SUBSCRIPTION.c.kind == WATCH_KIND, or_(*slots))
    ).all()
    for row in rows:
        payload = {
            name: [new if one == old else one for one in told] if isinstance(told, list) else told
            for name, told in row.payload.items()
        }
        if payload != row.payload:
            connection.execute(update(OCCURRENCE).where(OCCURRENCE.c.id == row.id).values(payload=payload))
