"""How fast messages may leave: a queue for each tenant and a pause for each thread, kept for all replicas together.

The channel allows 50 requests a second for an app and tenant, and for a thread 7 in one second, 60 in thirty and 1800
in an hour. Places in the queue are given out before a message is leased, so that no lease runs while it waits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Float, bindparam, delete, select, type_coerce, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import NullType
from sqlmodel import Session

from store.outbox_tables import RateLimitRow
from store.prepared import Prepared
from store.tables import table

RATE = table(RateLimitRow)
HOUR = 3600.0
LONGEST_PACE, LONGEST_HOLD = 60.0, 7200.0
"""Seconds. What lies further ahead was written by a clock that has been put right since, and counts for nothing."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What is kept to, below what the channel allows."""

    per_second: float = 40.0
    """To a tenant; the rest is for answers to people."""
    made_up: float = 0.05
    """Seconds left unused that may be made up for at once."""
    ahead: float = 0.25
    """Seconds ahead that places are given out."""
    spacing: float = 0.6
    """Seconds between two messages to one thread."""
    hourly: int = 1800
    """Messages to one thread in an hour."""


def seconds(value: Any, name: str) -> Any:
    """A column of seconds for a prepared statement: drivers give floats, and a float's own type would ask a cursor."""
    return type_coerce(value, NullType()).label(name)


_ONE = (RATE.c.scope == bindparam("of_scope"), RATE.c.name == bindparam("of_name"))
_LINE = Prepared(
    select(seconds(RATE.c.held_until, "held_until"))
    .where(RATE.c.scope == "app", RATE.c.name == "")
    .with_for_update(skip_locked=True)
)
_STANDS = Prepared(
    select(*(seconds(RATE.c[name], name) for name in ("paced_until", "sustained", "held_until")))
    .where(*_ONE)
    .with_for_update()
)
_COLUMNS = ("scope", "name", "paced_until", "sustained", "held_until")


def _kept(*changed: str) -> Prepared:
    def statement(dialect: str) -> Any:
        made = sqlite.insert(RATE) if dialect == "sqlite" else postgresql.insert(RATE)
        values = {name: made.excluded[name] for name in changed}
        return made.on_conflict_do_update(index_elements=["scope", "name"], set_=values)

    return Prepared(statement, columns=_COLUMNS)


_PACE, _HOLD = _kept("paced_until", "sustained"), _kept("held_until")
_SPACE = Prepared(
    update(RATE)
    .where(*_ONE, RATE.c.paced_until < bindparam("until", type_=Float()))
    .values(paced_until=bindparam("until", type_=Float()))
)


def line_up(session: Session, now: float) -> float | None:
    """Get in line with the other replicas until the transaction ends.

    Gives the seconds that nothing may be sent at all, 0 as a rule; None when another replica is at it.
    """
    rows = _LINE.rows(session)
    return _ahead(rows[0].held_until, now, LONGEST_HOLD) if rows else None


def take(session: Session, tenant: str, count: int, now: float, limits: Limits) -> tuple[list[float], float]:
    """At most `count` places in a tenant's queue, as instants; and the seconds until more can be had."""
    paced, _, held = _standing(session, "tenant", tenant)
    if wait := _ahead(held, now, LONGEST_HOLD):
        return [], wait
    step = 1 / limits.per_second
    free = max(paced if paced < now + LONGEST_PACE else 0.0, now - limits.made_up)
    places: list[float] = []
    while len(places) < count and free <= now + limits.ahead:
        places.append(max(free, now))
        free += step
    if places:
        _PACE.run(session, _row("tenant", tenant, paced_until=free))
    return places, max(0.0, free - now - limits.ahead)


def pace(session: Session, thread: str, at: float, sustained: float, limits: Limits) -> None:
    """Note that something will be sent to a thread `at` this instant; `sustained` is what the thread stands at.

    Half of an hour's allowance may go at once, the other half comes back over the hour.
    """
    sustained = max(sustained if sustained < at + 2 * HOUR else 0.0, at) + HOUR / (limits.hourly / 2)
    free = max(at + limits.spacing, sustained - HOUR)
    _PACE.run(session, _row("thread", thread, paced_until=free, sustained=sustained))


def space(session: Session, thread: str, sent: float, limits: Limits) -> None:
    """Note when a message to a thread was really sent, which may be later than its place in the queue."""
    values = {"of_scope": "thread", "of_name": thread, "until": sent + limits.spacing}
    _SPACE.run(session, values)


def hold(session: Session, scope: str, name: str, until: float) -> None:
    """Send nothing by the program ("app", ""), to a tenant or to a thread until then."""
    _HOLD.run(session, _row(scope, name, held_until=until))


def release(session: Session, scope: str, name: str) -> None:
    """The channel asks for silence no more."""
    _HOLD.run(session, _row(scope, name, held_until=0.0))


def forget_limits(session: Session, now: float) -> None:
    """Drop threads that nothing has been sent to for hours."""
    old = now - 2 * HOUR
    quiet = (RATE.c.paced_until < old, RATE.c.sustained < old, RATE.c.held_until < old)
    session.connection().execute(delete(RATE).where(RATE.c.scope == "thread", *quiet))


def _standing(session: Session, scope: str, name: str) -> tuple[float, float, float]:
    rows = _STANDS.rows(session, {"of_scope": scope, "of_name": name})
    return (rows[0].paced_until, rows[0].sustained, rows[0].held_until) if rows else (0.0, 0.0, 0.0)


def _ahead(until: float, now: float, longest: float) -> float:
    return until - now if 0 < until - now <= longest else 0.0


def _row(scope: str, name: str, **values: float) -> Mapping[str, Any]:
    return {"scope": scope, "name": name, "paced_until": 0.0, "sustained": 0.0, "held_until": 0.0, **values}
