"""The statements of the outbox, put together once for each engine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Integer, String, and_, bindparam, exists, func, literal_column, or_, select, update

from store.prepared import Prepared
from store.ratelimits import LONGEST_HOLD, LONGEST_PACE, RATE, seconds
from store.subscriptions import COLUMNS, OCCURRENCE, SUBSCRIPTION
from store.tables import UTCDateTime

# Written into the statement: an engine uses the index over part of the rows only when it sees what is asked for.
PENDING, _LEASED, _SENDING = (literal_column(f"'{state}'", String()) for state in ("pending", "leased", "sending"))
IN_FLIGHT = OCCURRENCE.c.state.in_((_LEASED, _SENDING))
_other = OCCURRENCE.alias("other")
_thread, _tenant = RATE.alias("thread"), RATE.alias("tenant_gate")
_S = bindparam("s", type_=RATE.c.held_until.type)
_held = tuple(
    and_(gate.c.held_until > _S, gate.c.held_until < _S + LONGEST_HOLD) for gate in (_thread, _tenant)
)  # fmt: skip
_paced = and_(_thread.c.paced_until > _S, _thread.c.paced_until < _S + LONGEST_PACE)
_FIELDS = (
    "id",
    "slot",
    "recipient",
    "audience",
    "due_at",
    "expires_at",
    "payload",
    "attempts",
    "doubts",
    "lease_token",
)
WHOLE = (
    *(OCCURRENCE.c[name] for name in _FIELDS),
    *(SUBSCRIPTION.c[name].label(f"of_{name}") for name in COLUMNS),
    seconds(func.coalesce(_thread.c.sustained, 0.0), "sustained"),
)
WITH_GATES = (
    OCCURRENCE.join(SUBSCRIPTION, SUBSCRIPTION.c.id == OCCURRENCE.c.subscription_id)
    .outerjoin(_thread, and_(_thread.c.scope == "thread", _thread.c.name == OCCURRENCE.c.recipient))
    .outerjoin(_tenant, and_(_tenant.c.scope == "tenant", _tenant.c.name == OCCURRENCE.c.tenant))
)
DUE = Prepared(
    select(*WHOLE)
    .select_from(WITH_GATES)
    .where(
        OCCURRENCE.c.state == PENDING,
        OCCURRENCE.c.next_at <= bindparam("now", type_=UTCDateTime()),
        SUBSCRIPTION.c.paused.is_(False),
        or_(_thread.c.name.is_(None), ~or_(_held[0], _paced)),
        or_(_tenant.c.name.is_(None), ~_held[1]),
        ~exists().where(_other.c.state.in_((_LEASED, _SENDING)), _other.c.recipient == OCCURRENCE.c.recipient),
    )
    .order_by(OCCURRENCE.c.next_at, OCCURRENCE.c.id)
    .limit(bindparam("most", type_=Integer()))
    .with_for_update(skip_locked=True, of=OCCURRENCE)
)
NEXT_DUE = Prepared(
    select(OCCURRENCE.c.next_at.label("at"))
    .join(SUBSCRIPTION, SUBSCRIPTION.c.id == OCCURRENCE.c.subscription_id)
    .where(OCCURRENCE.c.state == PENDING, SUBSCRIPTION.c.paused.is_(False))
    .order_by(OCCURRENCE.c.next_at)
    .limit(1)
)
FLIGHTS = Prepared(select(OCCURRENCE.c.id, OCCURRENCE.c.lease_token, OCCURRENCE.c.lease_until).where(IN_FLIGHT))
_ID = OCCURRENCE.c.id == bindparam("of_id", type_=Integer())
_MINE = (_ID, OCCURRENCE.c.lease_token == bindparam("of_token", type_=Integer()), IN_FLIGHT)


def _value(name: str) -> Any:
    return bindparam(f"new_{name}", type_=OCCURRENCE.c[name].type)


def _change(*where: Any, more: dict[str, Any], given: Sequence[str] = ()) -> Prepared:
    return Prepared(update(OCCURRENCE).where(*where).values(**more, **{name: _value(name) for name in given}))


_TOKEN, _TRY = OCCURRENCE.c.lease_token + 1, OCCURRENCE.c.attempts + 1
LEASE = _change(
    _ID,
    more={"state": "leased", "lease_token": _TOKEN, "attempts": _TRY},
    given=("lease_owner", "lease_until"),
)
INTENT = _change(*_MINE, more={"state": "sending"}, given=("send_started",))
END = _change(*_MINE, more={}, given=("state", "last_error", "activity", "sent_at"))
AGAIN = _change(*_MINE, more={"state": "pending"}, given=("last_error", "next_at", "attempts", "doubts"))
RETAKE = _change(*_MINE, more={"lease_token": _TOKEN}, given=("lease_owner", "lease_until"))
