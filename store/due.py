"""What falls within a period, of times that are known to a day, a month, a season or a year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from store.accounts import time_order
from store.names import folded
from store.records import Fact, InitiativeRecord, Precision, When

_DAYS: Mapping[Precision, int] = {
    "time": 1, "day": 1, "week": 7, "part_of_month": 10, "month": 28, "quarter": 90, "season": 89, "half_year": 181,
    "year": 365,
}  # fmt: skip
"""The fewest days that a time of each precision spans."""


def falls_within(when: When, since: date, until: date) -> bool:
    """Whether a time falls within a period (both days included).

    A deadline is due on its last day, and what has no end counts where it begins. What only overlaps the period counts
    when it is known precisely enough: "2015" is no answer to what happens in November, "January to March" is one to
    what happens in February.
    """
    if when.relation == "by" or when.first is None:
        return when.last is not None and since <= when.last <= until
    if when.relation == "from" or when.last is None:
        return since <= when.first <= until
    if since <= when.first and when.last <= until:
        return True
    fine = (until - since).days + 1 >= _DAYS[when.precision]
    return fine and when.first <= until and since <= when.last


def due(records: Iterable[InitiativeRecord], since: date, until: date) -> tuple[Fact, ...]:
    """Milestones, and parts with times of their own, that fall within the period, in order of time.

    Of what begins on one day a milestone comes before a phase that only begins then; what goes on all the time, begun
    before and not ended, comes last.
    """
    found: list[tuple[tuple[object, ...], Fact]] = []
    for record in records:
        milestones = [fact for fact in record.milestones if _falls(fact, since, until)]
        parts = [part for one in record.lists for part in one.parts if _falls(part, since, until)]
        own = milestones + [part for part in parts if not any(_same(part, one) for one in milestones)]
        phases = [part for one in record.lists if one.kind == "phase" for part in one.parts]
        name = folded(record.title)
        for place, fact in enumerate(own):
            first, last, untimed = time_order(fact)
            first = first if first >= since else last  # what began before is due when it ends
            phase = any(fact is part or _same(part, fact) for part in phases)
            order = (
                _goes_on(fact, since, until),
                first,
                phase and _lasts(fact),
                last,
                untimed,
                name,
                record.key,
                place,
            )
            found.append((order, fact))
    return tuple(fact for _order, fact in sorted(found, key=lambda pair: pair[0]))


def _goes_on(fact: Fact, since: date, until: date) -> bool:
    when = fact.when
    return when is not None and not any(day is not None and since <= day <= until for day in (when.first, when.last))


def _lasts(fact: Fact) -> bool:
    """Whether a time is a stretch, and no day or month that a phase is done by."""
    when = fact.when
    return when is not None and (when.relation == "from" or when.first != when.last)


def _falls(fact: Fact, since: date, until: date) -> bool:
    return fact.when is not None and falls_within(fact.when, since, until)


def _same(part: Fact, milestone: Fact) -> bool:
    """Whether a part and a milestone are one statement, told as both."""
    if part.when is None or milestone.when is None or part.document.id != milestone.document.id:
        return False
    if (part.when.first, part.when.last) != (milestone.when.first, milestone.when.last):
        return False
    one, other = folded(part.text), folded(milestone.text)
    return one in other or other in one
