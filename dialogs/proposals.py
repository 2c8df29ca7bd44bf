"""A change of a calendar as the data of a button, and read back from it: checked, never trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, get_args

from store.meetingplan import DEADLINE_KINDS, DeadlineRule, Pattern
from store.planedits import DayEdit, EditKind

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change: of a day, of the rhythm (with deadlines, perhaps), of deadlines alone, or the end of the rhythm."""

    edit: DayEdit | None = None
    pattern: Pattern | None = None
    rules: tuple[DeadlineRule, ...] = ()
    ends: date | None = None


def as_data(proposal: Proposal) -> dict[str, object]:
    """The change as plain JSON."""
    if proposal.edit is not None:
        edit = proposal.edit
        return {
            "kind": edit.kind, "day": edit.day.isoformat(), "to": _iso(edit.to), "start": _iso(edit.start),
            "place": edit.place or "", "reason": edit.reason or "",
        }  # fmt: skip
    if proposal.ends is not None:
        return {"kind": "end", "since": proposal.ends.isoformat()}
    rules = [[one.kind, one.working_days, _iso(one.at)] for one in proposal.rules]
    if proposal.pattern is None:
        return {"kind": "deadlines", "rules": rules}
    one = proposal.pattern
    return {
        "kind": "pattern", "weekday": one.weekday, "weeks": one.weeks or 0, "ordinals": list(one.ordinals),
        "since": one.since.isoformat(), "until": _iso(one.until), "not_in": sorted(one.not_in),
        "start": _iso(one.start), "place": one.place or "", "rules": rules,
        **({"also": list(one.also)} if one.also else {}),
    }  # fmt: skip


def of_data(told: object) -> Proposal | None:
    """The change that a button carried; None for what is none."""
    if not isinstance(told, Mapping):
        return None
    try:
        kind = told.get("kind")
        for each in get_args(EditKind):
            if kind == each:
                return Proposal(_edit(each, told))
        if kind == "end":
            return Proposal(ends=date.fromisoformat(str(told["since"])))
        rules = tuple(_rule(one) for one in _several(told.get("rules", [])))
        if kind == "deadlines":
            return Proposal(rules=rules) if rules else None
        return Proposal(pattern=_pattern(told), rules=rules) if kind == "pattern" else None
    except (ValueError, TypeError, KeyError):
        return None


def _edit(kind: EditKind, told: Mapping[str, Any]) -> DayEdit:
    return DayEdit(
        kind, date.fromisoformat(str(told["day"])), _day(told.get("to")), _time(told.get("start")),
        text_of(told.get("place")), text_of(told.get("reason")),
    )  # fmt: skip


def _pattern(told: Mapping[str, Any]) -> Pattern:
    return Pattern(
        int(told["weekday"]),
        date.fromisoformat(str(told["since"])),
        _day(told.get("until")),
        int(told["weeks"]) or None,
        tuple(int(one) for one in _several(told["ordinals"])),
        months_of(_several(told["not_in"])),
        _time(told.get("start")),
        text_of(told.get("place")),
        tuple(int(each) for each in _several(told.get("also", []))),
    )


def _rule(told: Any) -> DeadlineRule:
    kind, days, at = told
    if kind not in DEADLINE_KINDS:
        raise ValueError(kind)
    return DeadlineRule(kind, int(days), time.fromisoformat(str(at)))


def months_of(told: Sequence[Any]) -> frozenset[int]:
    """Months by number. Raises ValueError for what is none, and for all twelve."""
    months = frozenset(int(one) for one in told)
    if not months <= set(range(1, 13)) or len(months) == 12:
        raise ValueError("no months")
    return months


def text_of(value: object) -> str | None:
    """A short text that was typed; None when there is none."""
    cleaned = " ".join(str(value).split())[:_LONGEST] if isinstance(value, str) else ""
    return cleaned or None


def _several(value: Any) -> list[Any]:
    if not isinstance(value, (list, tuple)):
        raise TypeError("no list")
    return list(value)[:20]


def _iso(value: date | time | None) -> str:
    if value is None:
        return ""
    return value.isoformat("minutes") if isinstance(value, time) else value.isoformat()


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _time(value: object) -> time | None:
    return time.fromisoformat(str(value)) if value else None
