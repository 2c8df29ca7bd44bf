"""The outbox: which replica sends what when, and how it ended; nothing in it is lost whenever a process dies.

pending -> leased (nothing has left) -> sending (it may have left) -> sent | dead | unknown | nothing; a step back to
pending is another try, and what comes too late is skipped_late. A lease ends by itself, and only the holder of its
token brings an occurrence to an end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlmodel import Session

from store.database import Database
from store.deadchannels import MARK, lay_dead
from store.occurrences import tell
from store.outbox_records import ENDED_KIND, OUTBOX_KIND, Claim, Flight, Occurrence, OccurrenceState, Policy, Topic
from store.outbox_shown import Shown, keep_sent
from store.outbox_statements import (
    AGAIN,
    DUE,
    END,
    FLIGHTS,
    IN_FLIGHT,
    INTENT,
    LEASE,
    NEXT_DUE,
    RETAKE,
    WHOLE,
    WITH_GATES,
)
from store.ratelimits import Limits, hold, line_up, pace, space, take
from store.subscriptions import OCCURRENCE, subscription_of
from store.tables import StoredRow

BUSY = 0.03
"""Seconds to wait while another replica claims."""
FURTHEST = 1.5
"""Seconds ahead that a message waits for its second place."""
NEXT = 0.3
"""Seconds to wait when what is due has to let its thread rest."""
TELLS: dict[OccurrenceState, Topic] = {"unknown": "unknown", "skipped_late": "late", "dead": "failed"}


class Outbox:
    """Each method is one transaction and may be called from any thread of any replica."""

    def __init__(self, db: Database, limits: Limits | None = None) -> None:
        self._db, self._limits = db, limits or Limits()

    def next_due(self, now: datetime) -> float | None:
        """Seconds until the next occurrence falls due (0 when one is), None when none waits."""
        with self._db.read() as session:
            rows = NEXT_DUE.rows(session)
        return max(0.0, (rows[0].at - now).total_seconds()) if rows else None

    def claim(self, owner: str, now: datetime, most: int, lease: timedelta) -> Claim:
        """Lease at most so many occurrences that are due, one to a thread, each with a place in its tenant's queue.

        What is too late is skipped here, and its owner told.
        """
        with self._db.write() as session:
            if self._db.dialect == "postgresql":
                # A replica that is stopped in here must not keep the others waiting for ever.
                session.connection().exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = '10s'")
            stopped = line_up(session, now.timestamp())
            if stopped is None:
                return Claim((), BUSY)
            if stopped:
                return Claim((), stopped)
            values = {"now": now, "s": now.timestamp(), "most": 4 * most + 8}
            due = self._in_time(session, DUE.rows(session, values), now)
            chosen, wait = self._chosen(session, due, now, most)
            for row, _ in chosen:
                LEASE.run(session, {"of_id": row.id, "new_lease_owner": owner, "new_lease_until": now + lease})
        return Claim(tuple(_leased(row, at) for row, at in chosen), wait)

    def _in_time(self, session: Session, rows: Sequence[StoredRow], now: datetime) -> list[StoredRow]:
        """One row to a recipient, less those that are too late: they are marked."""
        kept: dict[str, StoredRow] = {}
        for row in rows:
            if row.expires_at is not None and row.expires_at <= now:
                skipping = update(OCCURRENCE).where(OCCURRENCE.c.id == row.id)
                session.connection().execute(skipping.values(state="skipped_late"))
                _tell_owner(session, _leased(row, 0.0), "skipped_late", now)
            else:
                kept.setdefault(row.recipient, row)
        return list(kept.values())

    def _chosen(
        self, session: Session, due: Sequence[StoredRow], now: datetime, most: int
    ) -> tuple[list[tuple[StoredRow, float]], float]:
        moment, wait = now.timestamp(), NEXT
        chosen: list[tuple[StoredRow, float]] = []
        for tenant in dict.fromkeys(row.of_tenant for row in due):
            own = [row for row in due if row.of_tenant == tenant][: most - len(chosen)]
            places, until = take(session, tenant, len(own), moment, self._limits)
            wait = min(wait, until or NEXT)
            for row, at in zip(own, places, strict=False):
                pace(session, row.recipient, at, row.sustained, self._limits)
                chosen.append((row, at))
        return chosen, wait

    def place(self, tenant: str, now: datetime) -> float | None:
        """A new place in the queue for a message that came too late for its own, as an instant; None when there is
        none within moments."""
        limits = replace(self._limits, ahead=FURTHEST)
        places, _ = self._db.small(lambda session: take(session, tenant, 1, now.timestamp(), limits))
        return places[0] if places else None

    def intend(self, occurrence: Occurrence, now: datetime) -> bool:
        """Note that the message is about to leave; False when the lease went to somebody else."""
        values = _mine(occurrence) | {"new_send_started": now}
        return self._db.small(lambda session: bool(INTENT.run(session, values)))

    def sent(self, occurrence: Occurrence, activity: str, shown: Shown | None, now: datetime) -> bool:
        """The channel took the message; what it showed is kept with it, so that it can be withdrawn."""

        def work(session: Session) -> bool:
            if not _end(session, occurrence, "sent", None, activity, now):
                return False
            space(session, occurrence.recipient, now.timestamp(), self._limits)
            if shown is not None:
                keep_sent(session, shown, activity, now)
            return True

        return self._db.small(work)

    def again(
        self, occurrence: Occurrence, reason: str, at: datetime, now: datetime, *, doubt: bool = False,
        tried: bool = True, quiet: float = 0.0,
    ) -> bool:  # fmt: skip
        """Try once more at an instant. `doubt`: it may have arrived; `tried` False: it was not even begun;
        `quiet`: seconds that the thread is to be left alone."""

        def work(session: Session) -> bool:
            values = _mine(occurrence) | {
                "new_last_error": reason,
                "new_next_at": at,
                "new_attempts": occurrence.attempts - (not tried),
                "new_doubts": occurrence.doubts + doubt,
            }
            if quiet:
                hold(session, "thread", occurrence.recipient, now.timestamp() + quiet)
            return bool(AGAIN.run(session, values))

        return self._db.small(work)

    def end(self, occurrence: Occurrence, state: OccurrenceState, reason: str | None, now: datetime) -> bool:
        """It comes to nothing: dead or unknown, of which its owner is told, or nothing to say."""
        with self._db.write() as session:
            done = _end(session, occurrence, state, reason, None, now)
            if done:
                _tell_owner(session, occurrence, state, now)
        return done

    def channel_died(self, occurrence: Occurrence, reason: str, now: datetime) -> bool:
        """Nothing can be said there any more; see store.deadchannels."""
        with self._db.write() as session:
            done = _end(session, occurrence, "dead", f"{MARK}{reason}", None, now)
            lay_dead(session, occurrence.subscription.tenant, occurrence.recipient, reason, now)
        return done

    def hold(self, scope: str, name: str, until: datetime) -> None:
        """Send nothing at all ("app", "") or to a tenant ("tenant", its id) until then."""
        with self._db.write() as session:
            hold(session, scope, name, until.timestamp())

    def flights(self) -> tuple[Flight, ...]:
        """What replicas hold leases of now."""
        with self._db.read() as session:
            return tuple(Flight(row.id, row.lease_token, row.lease_until) for row in FLIGHTS.rows(session))

    def recover(
        self, lapsed: Sequence[Flight], owner: str, now: datetime, lease: timedelta, doubts: int, probing: bool = False
    ) -> tuple[Occurrence, ...]:
        """Take over what replicas left behind. What never left waits again; what may have left goes by its policy:
        said again (at most `doubts` times), left alone with its owner told, or, when the caller is `probing`, leased
        to `owner` to be looked for."""
        to_probe = []
        with self._db.write() as session:
            for flight in lapsed:
                row = (
                    session.connection()
                    .execute(
                        select(*WHOLE, OCCURRENCE.c.state)
                        .select_from(WITH_GATES)
                        .where(OCCURRENCE.c.id == flight.id, OCCURRENCE.c.lease_token == flight.token, IN_FLIGHT)
                        # A replica that was stopped while it wrote holds its row: nobody waits for that.
                        .with_for_update(of=OCCURRENCE, skip_locked=True)
                    )
                    .first()
                )
                if row is None:
                    continue
                occurrence = replace(_leased(row, 0.0), token=row.lease_token, attempts=row.attempts)
                values = {"new_lease_owner": owner, "new_lease_until": now + lease}
                if row.state == "sending" and row.of_policy == "probe" and probing:
                    RETAKE.run(session, _mine(occurrence) | values)
                    to_probe.append(replace(occurrence, token=occurrence.token + 1))
                else:
                    _recovered(session, occurrence, row.state, now, doubts)
        return tuple(to_probe)


def in_doubt(policy: Policy, doubts: int, most: int) -> OccurrenceState:
    """What becomes of a message that may have left, for the `doubts`th time: "pending" or "unknown"."""
    return "unknown" if policy == "hold" or doubts >= most else "pending"


def _recovered(session: Session, occurrence: Occurrence, state: str, now: datetime, most: int) -> None:
    left = state == "sending"
    becomes = in_doubt(occurrence.subscription.policy, occurrence.doubts + 1, most) if left else "pending"
    if becomes == "unknown":
        _end(session, occurrence, "unknown", "lapsed", None, now)
        _tell_owner(session, occurrence, "unknown", now)
        return
    values = _mine(occurrence) | {
        "new_last_error": "lapsed",
        "new_next_at": now,
        "new_attempts": occurrence.attempts,
        "new_doubts": occurrence.doubts + left,
    }
    AGAIN.run(session, values)


def _end(
    session: Session, occurrence: Occurrence, state: str, reason: str | None, activity: str | None, now: datetime
) -> bool:
    values = _mine(occurrence) | {
        "new_state": state,
        "new_last_error": reason,
        "new_activity": activity,
        "new_sent_at": now if state == "sent" else None,
    }
    return bool(END.run(session, values))


def _tell_owner(session: Session, occurrence: Occurrence, state: OccurrenceState, now: datetime) -> None:
    subscription, topic = occurrence.subscription, TELLS.get(state)
    if topic is None or subscription.kind in (OUTBOX_KIND, ENDED_KIND):
        return
    slot = f"{subscription.key}:{occurrence.slot}:{occurrence.recipient}"
    facts = {"title": subscription.title, "kind": subscription.kind, "due": occurrence.due_at.isoformat()}
    tell(session, topic, slot, subscription.owner, subscription.tenant, subscription.lang, now, **facts)


def _mine(occurrence: Occurrence) -> dict[str, Any]:
    return {"of_id": occurrence.id, "of_token": occurrence.token}


def _leased(row: StoredRow, at: float) -> Occurrence:
    """The occurrence as it is once this row is leased."""
    return Occurrence(
        id=row.id,
        token=row.lease_token + 1,
        subscription=subscription_of(row, "of_"),
        slot=row.slot,
        recipient=row.recipient,
        audience=row.audience,
        due_at=row.due_at.astimezone(UTC),
        payload=row.payload,
        attempts=row.attempts + 1,
        doubts=row.doubts,
        send_at=at,
    )
