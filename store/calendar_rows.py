"""A meeting plan as rows and JSON, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from sqlalchemy import delete, insert, select
from sqlmodel import Session

from store.calendar_records import PlanEntry
from store.calendar_tables import MeetingPlanRow, PlanChangeRow, PlanHistoryRow
from store.meetingplan import DeadlineRule, MeetingPlan, Pattern, PlanChange
from store.tables import StoredRow, table

PLAN, CHANGE, HISTORY = table(MeetingPlanRow), table(PlanChangeRow), table(PlanHistoryRow)


def plans(session: Session, bodies: Sequence[str]) -> dict[str, tuple[MeetingPlan, int]]:
    """The plans of these bodies that have one, each with its version."""
    if not bodies:
        return {}
    connection = session.connection()
    changes: dict[str, list[PlanChange]] = {}
    wanted = select(CHANGE).where(CHANGE.c.body_key.in_(bodies)).order_by(CHANGE.c.day, CHANGE.c.single)
    for row in connection.execute(wanted):
        changes.setdefault(row.body_key, []).append(_change(row))
    rows = connection.execute(select(PLAN).where(PLAN.c.body_key.in_(bodies)))
    return {row.body_key: (_plan(row, changes.get(row.body_key, ())), row.version) for row in rows}


def write_changes(session: Session, body: str, changes: Sequence[PlanChange]) -> None:
    """Put these in the place of the changed days of a body."""
    connection = session.connection()
    connection.execute(delete(CHANGE).where(CHANGE.c.body_key == body))
    if changes:
        connection.execute(insert(CHANGE), [{"body_key": body, **_change_row(one)} for one in changes])


def columns(plan: MeetingPlan) -> dict[str, Any]:
    """What the plan's own row holds, without key and version."""
    return {
        "patterns": [_pattern_json(one) for one in plan.patterns],
        "deadlines": [_rule_json(one) for one in plan.deadlines],
    }


def as_json(plan: MeetingPlan) -> dict[str, Any]:
    """The whole plan, for the history."""
    changes = [{name: _plain(value) for name, value in _change_row(one).items()} for one in plan.changes]
    return {**columns(plan), "changes": changes}


def of_json(told: Mapping[str, Any]) -> MeetingPlan:
    """The plan that the history kept."""
    return MeetingPlan(
        tuple(_pattern(one) for one in told["patterns"]),
        tuple(
            PlanChange(
                date.fromisoformat(one["day"]), one["state"], _day(one["to"]), _time(one["start"]), one["place"],
                one["reason"], one["single"],
            )
            for one in told["changes"]
        ),
        tuple(_rule(one) for one in told["deadlines"]),
    )  # fmt: skip


def entries(session: Session, bodies: Sequence[str], limit: int | None = None) -> dict[str, list[PlanEntry]]:
    """What was changed in the plans of these bodies, the newest first; `limit` 1 gives the last change of each."""
    wanted = select(HISTORY.c.body_key, HISTORY.c.version, HISTORY.c.at, HISTORY.c.person, HISTORY.c.action,
                    HISTORY.c.day)  # fmt: skip
    found: dict[str, list[PlanEntry]] = {}
    rows = session.connection().execute(
        wanted.where(HISTORY.c.body_key.in_(bodies)).order_by(HISTORY.c.body_key, HISTORY.c.version.desc())
    )
    for row in rows:
        own = found.setdefault(row.body_key, [])
        if limit is None or len(own) < limit:
            own.append(PlanEntry(row.version, row.at, row.person, row.action, row.day))
    return found


def _plan(row: StoredRow, changes: Sequence[PlanChange]) -> MeetingPlan:
    return MeetingPlan(
        tuple(_pattern(one) for one in row.patterns), tuple(changes), tuple(_rule(one) for one in row.deadlines)
    )


def _change(row: StoredRow) -> PlanChange:
    return PlanChange(row.day, row.state, row.to, row.start, row.place, row.reason, row.single)


def _change_row(one: PlanChange) -> dict[str, Any]:
    return {
        "day": one.day,
        "single": one.outside,
        "state": one.state,
        "to": one.to,
        "start": one.start,
        "place": one.place,
        "reason": one.reason,
    }


def _pattern_json(one: Pattern) -> dict[str, Any]:
    return {
        "weekday": one.weekday,
        "also": list(one.also),
        "since": one.since.isoformat(),
        "until": _plain(one.until),
        "weeks": one.weeks,
        "ordinals": list(one.ordinals),
        "not_in": sorted(one.not_in),
        "start": _plain(one.start),
        "place": one.place,
    }


def _pattern(told: Mapping[str, Any]) -> Pattern:
    return Pattern(
        told["weekday"], date.fromisoformat(told["since"]), _day(told["until"]), told["weeks"],
        tuple(told["ordinals"]), frozenset(told["not_in"]), _time(told["start"]), told["place"],
        tuple(told.get("also", ())),
    )  # fmt: skip


def _rule_json(one: DeadlineRule) -> dict[str, Any]:
    return {"kind": one.kind, "working_days": one.working_days, "at": one.at.isoformat("minutes")}


def _rule(told: Mapping[str, Any]) -> DeadlineRule:
    return DeadlineRule(told["kind"], told["working_days"], time.fromisoformat(told["at"]))


def _plain(value: Any) -> Any:
    if isinstance(value, time):
        return value.isoformat("minutes")
    return value.isoformat() if isinstance(value, date) else value


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _time(told: str | None) -> time | None:
    return time.fromisoformat(told) if told else None
