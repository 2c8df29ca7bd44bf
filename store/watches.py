"""Watches of persons, channels and groups, set up, listed, changed, removed; each is a subscription of the outbox."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlmodel import Session

from store.access import Guard, visible
from store.bodies import bodies
from store.database import Database
from store.errors import Conflict, NotFound
from store.items import NEUTRAL_TITLE, item_rows
from store.names import case_key, folded, short_hash
from store.outbox_records import Occurrence, Subscription
from store.records import BodyRecord, Subject
from store.scene import ITEM
from store.shelves import exclusions
from store.subscriptions import OCCURRENCE, SUBSCRIPTION, end, resume, subscription_of
from store.tables import StoredRow
from store.watch_records import (
    LONGEST,
    MOST_WATCHES,
    WATCH_KIND,
    Added,
    Place,
    TooManyWatches,
    Watch,
    may_end,
)

_KEY_LENGTH = 16


class Watches:
    """Implements dialogs.ports.Watches; each method is one transaction. `clock` gives aware datetimes."""

    def __init__(self, db: Database, clock: Callable[[], datetime]) -> None:
        self._db, self._clock = db, clock

    def add(self, watch: Watch, place: Place, by: Subject) -> Added:
        """Set a watch up; the same watch twice is one, with the events asked for last.

        Raises NotFound (a body that nobody may know, or no right to anything), TooManyWatches.
        """
        try:
            return self._add(watch, place, by)
        except Conflict:
            # Somebody set up the same one at the same moment.
            return self._add(watch, place, by)

    def _add(self, watch: Watch, place: Place, by: Subject) -> Added:
        with self._db.write() as session:
            return _put(session, watch, place, by, self._clock())

    def of(self, place: Place, by: Subject) -> tuple[Watch, ...]:
        """The watches of a place, oldest first."""
        if not _allowed(place, by):
            return ()
        with self._db.read() as session:
            known = {body.key: body for body in bodies(session, by)}
            return tuple(seen(session, _named(watch_of(row), known), by) for row in _rows(session, place))

    def seen(self, watch: Watch, by: Subject) -> Watch:
        """A watch as somebody may see it now; see `seen`."""
        with self._db.read() as session:
            return seen(session, watch, by)

    def told_beside(self, occurrence: Occurrence) -> frozenset[str]:
        """What other watches of the same place have told of the same event: keys of items and documents."""
        slot = OCCURRENCE.c.slot
        name = occurrence.slot.partition("#")[0]
        same = or_(slot == name, slot.startswith(f"{name}#", autoescape=True))
        place = (OCCURRENCE.c.tenant == occurrence.subscription.tenant, OCCURRENCE.c.recipient == occurrence.recipient)
        others = (
            OCCURRENCE.c.state == "sent",
            OCCURRENCE.c.id != occurrence.id,
            OCCURRENCE.c.audience == occurrence.audience,
        )
        with self._db.read() as session:
            rows = session.connection().execute(select(OCCURRENCE.c.payload).where(*place, *others, same)).scalars()
            return frozenset(key for payload in rows for key in told_in(payload))

    def remove(self, key: str, place: Place, by: Subject) -> Watch:
        """End a watch; gives back what it was. Raises NotFound, also for a watch that is not the asker's to end."""
        with self._db.write() as session:
            watch = _own(session, key, place, by)
            end(session, key)
            return seen(session, watch, by)

    def change(self, key: str, wanted: Watch, place: Place, by: Subject) -> Added:
        """Watch for something else, or for other events, instead. Raises NotFound."""
        with self._db.write() as session:
            old = _own(session, key, place, by)
            if key_of(wanted, place) != key:
                end(session, key)
            return replace(_put(session, wanted, place, by, self._clock()), before=seen(session, old, by))


def told_in(payload: Mapping[str, Any]) -> tuple[str, ...]:
    """The items that a message on an event tells of, or its document."""
    lists = (payload.get(name) for name in ("items", "decided", "treated"))
    found = [str(key) for one in lists if isinstance(one, list) for key in one]
    return (*found, str(payload["document"])) if "document" in payload else tuple(found)


def key_of(watch: Watch, place: Place) -> str:
    """The name of a watch, made from what is watched for and where: the same watch has the same."""
    text = case_key(watch.text) if watch.kind == "case" else folded(watch.text)
    whole = "\n".join((place.tenant, place.recipient, watch.kind, text or "", watch.body or ""))
    return f"{WATCH_KIND}-{short_hash(whole, _KEY_LENGTH)}"


def watch_of(row: StoredRow) -> Watch:
    """The watch of a row of the subscription table. Raises ValueError when it is none."""
    return replace(watch_in(subscription_of(row)), created_at=row.created_at)


def watch_in(subscription: Subscription) -> Watch:
    """The watch that a subscription is. Raises ValueError when it is none."""
    place = Place(subscription.tenant, subscription.audience, subscription.recipient)
    told = Watch.of(subscription.payload)
    return replace(told, key=subscription.key, owner=subscription.owner, lang=subscription.lang, place=place)


def seen(session: Session, watch: Watch, by: Subject) -> Watch:
    """The watch as somebody may see it now: without its words when they name an item or a body closed to them."""
    if watch.body is not None and watch.body not in {body.key for body in bodies(session, by)}:
        return replace(watch, text="", body_name=None, hidden=True)
    return watch if watch.item is None or _readable(session, watch, by) else replace(watch, text="", hidden=True)


def _readable(session: Session, watch: Watch, by: Subject) -> bool:
    row = session.connection().execute(item_rows().where(ITEM.c.key == watch.item)).first()
    if row is None:
        return False
    kept_out = exclusions(session, [row.key] if row.access == "closed" else [])
    if visible(by, Guard(row.access, row.body_key, kept_out.get(row.key, frozenset()))):
        return True
    neutral = bool(row.existence_open) and watch.text == (row.neutral_title or NEUTRAL_TITLE)[:LONGEST].strip()
    return neutral and visible(by, Guard("open"))


def _allowed(place: Place, by: Subject) -> bool:
    """Whether somebody may see and set up watches there: in the conversation they are in."""
    return visible(by, Guard("open")) and (place.audience != "personal" or place.recipient == by.person)


def _put(session: Session, watch: Watch, place: Place, by: Subject, now: datetime) -> Added:
    if not _allowed(place, by) or by.person is None:
        raise NotFound("no such place")
    # In a channel only what all there may know: the list of watches is read by all of them.
    known = {body.key: body for body in bodies(session, by)}
    if watch.body is not None and watch.body not in known:
        raise NotFound("no such body")
    watch = _named(watch, known)
    key, connection = key_of(watch, place), session.connection()
    row = connection.execute(select(SUBSCRIPTION).where(SUBSCRIPTION.c.key == key)).first()
    if row is not None:
        before = watch_of(row)
        # Who types the words of an item knows them.
        told = replace(before, events=watch.events, item=before.item if watch.item else None)
        connection.execute(update(SUBSCRIPTION).where(SUBSCRIPTION.c.key == key).values(payload=told.stored()))
        return Added(told, False, before if before.events != told.events else None)
    if _count(session, place) >= MOST_WATCHES:
        raise TooManyWatches("no more watches here")
    made = Subscription(
        key=key,
        kind=WATCH_KIND,
        tenant=place.tenant,
        audience=place.audience,
        recipient=place.recipient,
        owner=by.person,
        lang=watch.lang,
        # Notices about delivery name it: not by words that may be closed to its owner some day.
        title=""
        if watch.item or watch.body not in {None, *(body.key for body in bodies(session, None))}
        else watch.text or watch.body_name or "",
        payload=watch.stored(),
    )
    resume(session, made, now)
    return Added(replace(watch, key=key, owner=by.person, place=place, created_at=now), True)


def _named(watch: Watch, known: dict[str, BodyRecord]) -> Watch:
    """With the body's name as it is now."""
    body = known.get(watch.body or "")
    return replace(watch, body_name=body.name) if body is not None else watch


def _own(session: Session, key: str, place: Place, by: Subject) -> Watch:
    row = session.connection().execute(
        select(SUBSCRIPTION).where(*_at(place), SUBSCRIPTION.c.key == key).with_for_update()
    ).first()  # fmt: skip
    if row is None or not may_end(watch_of(row), by):
        raise NotFound("no such watch")
    return watch_of(row)


def _rows(session: Session, place: Place) -> Sequence[StoredRow]:
    return session.connection().execute(select(SUBSCRIPTION).where(*_at(place)).order_by(SUBSCRIPTION.c.id)).all()


def _count(session: Session, place: Place) -> int:
    return int(session.connection().execute(select(func.count()).where(*_at(place))).scalar_one())


def _at(place: Place) -> tuple[ColumnElement[bool], ...]:
    return (
        SUBSCRIPTION.c.kind == WATCH_KIND,
        SUBSCRIPTION.c.tenant == place.tenant,
        SUBSCRIPTION.c.audience == place.audience,
        SUBSCRIPTION.c.recipient == place.recipient,
    )
