"""What was filled in on a card of the calendar, as a change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from dialogs.proposals import Proposal, months_of, text_of
from store.meetingplan import DEADLINE_KINDS, DeadlineRule, Pattern
from store.planedits import DayEdit


def filled_plan(data: Mapping[str, Any]) -> Proposal | None:
    """Rhythm and deadlines as filled in; None when they make no sense."""
    try:
        weeks, ordinals = _rhythm(str(data.get("rhythm", "")))
        paused = [one for one in str(data.get("pause") or "").split(",") if one.strip()]
        weekday, *also = (int(each) for each in str(data["weekday"]).split(",") if each.strip())
        pattern = Pattern(
            weekday,
            date.fromisoformat(str(data["since"])),
            weeks=weeks,
            ordinals=ordinals,
            not_in=months_of(paused),
            start=_time(data.get("start")),
            place=text_of(data.get("place")),
            also=tuple(also),
        )
        return Proposal(pattern=pattern, rules=_rules(data))
    except (ValueError, TypeError, KeyError):
        return None


def filled_day(data: Mapping[str, Any], day: date) -> Proposal | None:
    """A meeting's new day, time and place as filled in; None when they make no sense."""
    try:
        to = date.fromisoformat(str(data["to"])) if data.get("to") else None
        start = _time(data.get("start"))
    except ValueError:
        return None
    return Proposal(
        DayEdit("moved", day, to if to != day else None, start, text_of(data.get("place")), text_of(data.get("reason")))
    )


def _rhythm(told: str) -> tuple[int | None, tuple[int, ...]]:
    if told.startswith("w"):
        return int(told[1:]), ()
    if told.startswith("m"):
        return None, tuple(int(one) for one in told[1:].split(","))
    raise ValueError(told)


def _rules(data: Mapping[str, Any]) -> tuple[DeadlineRule, ...]:
    rules = []
    for kind in DEADLINE_KINDS:
        days = data.get(f"days_{kind}")
        if days in (None, ""):
            continue
        at = _time(data.get(f"time_{kind}")) or time(12)
        rules.append(DeadlineRule(kind, int(float(str(days))), at))
    return tuple(rules)


def _time(value: object) -> time | None:
    return time.fromisoformat(str(value)) if value else None
