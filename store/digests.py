"""Weekly digests of channels, groups and persons: each a subscription of the outbox with a schedule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time

from sqlalchemy import delete, select, update
from sqlmodel import Session

from store.access import Guard, visible
from store.bodies import bodies
from store.database import Database
from store.digest_content import Contents
from store.errors import NotFound
from store.followup_records import DIGEST_KIND, SECTIONS, BadFollowUp, Digest, DigestContent
from store.names import short_hash
from store.occurrences import enqueue
from store.outbox_records import Subscription
from store.records import Subject
from store.subscriptions import OCCURRENCE, SUBSCRIPTION, resume, subscription_of
from store.tables import StoredRow

_KEY_LENGTH = 16
MOST_DIGESTS, MOST_CHOSEN, MOST_HORIZON = 20, 20, 92
_SHUT = (time(2), time(3))
"""In this hour clocks are changed: it comes twice in one night and not at all in another."""


class StoredDigests:
    """Implements dialogs.followupports.Digests; each method is one transaction. `clock` gives aware datetimes."""

    def __init__(self, db: Database, clock: Callable[[], datetime], contents: Contents) -> None:
        self._db, self._clock, self._contents = db, clock, contents

    def set_up(self, digest: Digest, subject: Subject) -> Digest:
        """One more; the same in the same place is one. Raises BadFollowUp, NotFound."""
        if subject.person is None or not _there(digest, subject):
            raise NotFound("no such place")
        _checked(digest)
        with self._db.write() as session:
            _known(session, digest, subject)
            own = replace(digest, owner=subject.person, created_at=self._clock())
            own = replace(own, key=_key(own))
            there = select(SUBSCRIPTION).where(
                SUBSCRIPTION.c.kind == DIGEST_KIND,
                SUBSCRIPTION.c.tenant == own.tenant,
                SUBSCRIPTION.c.recipient == own.recipient,
            )
            known = {row.key: digest_of(row) for row in session.connection().execute(there)}
            same = next((one for one in known.values() if _about(one) == _about(own)), None)
            if same is not None:
                return same
            if len(known) >= MOST_DIGESTS:
                raise BadFollowUp("digests", "too_many", MOST_DIGESTS)
            # One that was set up so may say something else by now.
            free = (own.key, *(f"{own.key}-{number}" for number in range(2, MOST_DIGESTS + 1)))
            own = replace(own, key=next(key for key in free if key not in known))
            resume(session, _subscription(own), self._clock())
            return digest_of(_row(session, own.key))

    def of(self, audience: str, recipient: str, subject: Subject) -> tuple[Digest, ...]:
        """Those of a place, oldest first, for everyone there."""
        if not visible(subject, Guard("open")) or (audience == "personal" and recipient != subject.person):
            return ()
        with self._db.read() as session:
            rows = session.connection().execute(
                select(SUBSCRIPTION)
                .where(
                    SUBSCRIPTION.c.kind == DIGEST_KIND,
                    SUBSCRIPTION.c.tenant == (subject.tenant or ""),
                    SUBSCRIPTION.c.audience == audience,
                    SUBSCRIPTION.c.recipient == recipient,
                )
                .order_by(SUBSCRIPTION.c.id)
            )
            return tuple(digest_of(row) for row in rows)

    def change(self, digest: Digest, subject: Subject) -> Digest:
        """Let it say something else, or at another time; its key stays. Raises BadFollowUp, NotFound."""
        _checked(digest)
        now = self._clock()
        with self._db.write() as session:
            row = self._own(session, digest.key, subject)
            _known(session, digest, subject)
            before = digest_of(row)
            kept = replace(digest, owner=before.owner, audience=before.audience, recipient=before.recipient,
                           tenant=before.tenant)  # fmt: skip
            made = _subscription(kept)
            values: dict[str, object] = {
                "payload": dict(made.payload), "lang": made.lang,
                "schedule": made.schedule.stored() if made.schedule is not None else None,
            }  # fmt: skip
            connection = session.connection()
            if values["schedule"] != row.schedule:
                values["since"] = now
                to_come = (OCCURRENCE.c.state == "pending", OCCURRENCE.c.attempts == 0, OCCURRENCE.c.due_at > now)
                connection.execute(delete(OCCURRENCE).where(OCCURRENCE.c.subscription_id == row.id, *to_come))
            connection.execute(update(SUBSCRIPTION).where(SUBSCRIPTION.c.id == row.id).values(**values))
            return digest_of(_row(session, digest.key))

    def remove(self, key: str, subject: Subject) -> Digest:
        """End it; gives back what it was. Raises NotFound."""
        with self._db.write() as session:
            row = self._own(session, key, subject)
            session.connection().execute(delete(SUBSCRIPTION).where(SUBSCRIPTION.c.id == row.id))
            return digest_of(row)

    def send_now(self, key: str, turn: str, subject: Subject) -> None:
        """Have it sent at once, beside its rhythm. Raises NotFound."""
        with self._db.write() as session:
            self._own(session, key, subject)
            enqueue(session, key, f"now:{short_hash(turn, _KEY_LENGTH)}", now=self._clock(), payload={"asked": True})

    def content(self, key: str, subject: Subject, at: datetime, *, whole: bool = False) -> DigestContent:
        """What it says at a moment. Raises NotFound."""
        with self._db.read() as session:
            row = session.connection().execute(
                select(SUBSCRIPTION).where(SUBSCRIPTION.c.key == key, SUBSCRIPTION.c.kind == DIGEST_KIND)
            ).first()  # fmt: skip
            if row is None or not _there(digest_of(row), subject):
                raise NotFound("no such digest")
            return self._contents.of(digest_of(row), subject, at, whole=whole)

    @staticmethod
    def _own(session: Session, key: str, subject: Subject) -> StoredRow:
        """The row, for who set it up and for secretaries."""
        row = _row(session, key)
        digest = digest_of(row)
        keeps = any(grant.role == "secretary" for grant in subject.grants)
        if not _there(digest, subject) or not (subject.person == digest.owner or keeps):
            raise NotFound("no such digest")
        return row


def digest_of(row: StoredRow) -> Digest:
    """The digest that a row of the subscription table is."""
    told = subscription_of(row)
    return replace(digest_in(told), created_at=row.created_at)


def digest_in(told: Subscription) -> Digest:
    """The digest that a subscription is. Raises ValueError for one without a schedule."""
    if told.schedule is None:
        raise ValueError("a digest has a schedule")
    return Digest(
        key=told.key, audience=told.audience, recipient=told.recipient, tenant=told.tenant, owner=told.owner,
        schedule=told.schedule, lang=told.lang, **Digest.settings(told.payload),
    )  # fmt: skip


def _subscription(digest: Digest) -> Subscription:
    return Subscription(
        digest.key, DIGEST_KIND, digest.tenant, digest.audience, digest.recipient, digest.owner, digest.lang,
        payload=digest.stored(), schedule=digest.schedule,
    )  # fmt: skip


def _about(digest: Digest) -> list[str]:
    """What it is limited to: two of one place that are limited to the same are the same."""
    told = digest.stored()
    chosen = (f"{name}={sorted(told[name])}" for name in ("bodies", "initiatives", "cases"))
    return [digest.tenant, digest.recipient, *chosen, f"mine={digest.mine}"]


def _key(digest: Digest) -> str:
    whole = _about(digest)
    return f"{DIGEST_KIND}-{short_hash(chr(10).join(map(str, whole)), _KEY_LENGTH)}"


def _row(session: Session, key: str) -> StoredRow:
    row = session.connection().execute(
        select(SUBSCRIPTION).where(SUBSCRIPTION.c.key == key, SUBSCRIPTION.c.kind == DIGEST_KIND).with_for_update()
    ).first()  # fmt: skip
    if row is None:
        raise NotFound("no such digest")
    return row


def _there(digest: Digest, subject: Subject) -> bool:
    """Whether the subject is where it is said: in the channel, or the person themselves."""
    if not visible(subject, Guard("open")) or (subject.tenant or "") != digest.tenant:
        return False
    if digest.audience == "personal":
        return subject.audience == "personal" and digest.recipient == subject.person
    return subject.audience == digest.audience


def _checked(digest: Digest) -> None:
    if _SHUT[0] <= digest.schedule.at < _SHUT[1]:
        raise BadFollowUp("at", "wrong")
    if not 0 <= digest.schedule.weekday <= 6:
        raise BadFollowUp("weekday", "wrong")
    if not 1 <= digest.horizon <= MOST_HORIZON:
        raise BadFollowUp("horizon", "wrong", MOST_HORIZON)
    if not digest.sections or any(one not in SECTIONS for one in digest.sections):
        raise BadFollowUp("sections", "missing")
    if len(digest.bodies) + len(digest.initiatives) + len(digest.cases) > MOST_CHOSEN:
        raise BadFollowUp("chosen", "too_many", MOST_CHOSEN)
    if digest.mine and digest.audience != "personal":
        raise BadFollowUp("mine", "wrong")


def _known(session: Session, digest: Digest, subject: Subject) -> None:
    """In a channel only bodies that all there may know can be chosen."""
    known = {body.key for body in bodies(session, subject)}
    if not set(digest.bodies) <= known:
        raise NotFound("no such body")
