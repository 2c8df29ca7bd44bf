"""What an action makes of a follow-up: pure, from the row as it is to the columns that change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, get_args

from store.agenda.records import Named
from store.followup_records import MOST_NOTE, MOST_TITLE, BadFollowUp, FollowUpAction, Recurrence
from store.ingest import cpr
from store.tables import StoredRow

_OPEN: frozenset[FollowUpAction] = frozenset(
    {"done", "drop", "snooze", "hand_over", "change", "note", "agenda", "deputy"}
)
_CLOSED: frozenset[FollowUpAction] = frozenset({"reopen", "note"})
FURTHEST = timedelta(days=3653)
"""A due day further away is a slip of the pen."""


def changed(
    row: StoredRow,
    action: FollowUpAction,
    today: date,
    *,
    comment: str = "",
    to: date | None = None,
    person: Named | None = None,
    fields: Mapping[str, Any],
) -> dict[str, Any]:
    """The columns that change. Raises BadFollowUp for what makes no sense; names of persons are the caller's.

    Done, what comes back at intervals is due again at the next one; what has no day of its own is done for good.
    """
    if action not in (_OPEN if row.state == "open" else _CLOSED):
        raise BadFollowUp("state", row.state)
    if len(comment) > MOST_NOTE:
        raise BadFollowUp("comment", "too_long", MOST_NOTE)
    if action in ("note", "drop") and not comment.strip():
        raise BadFollowUp("comment", "missing")
    if action in ("hand_over", "deputy") and (person is None or not person.text.strip()):
        raise BadFollowUp("person", "missing")
    if action == "done":
        return _done(row, today)
    if action == "snooze":
        return {"snoozed_to": _ahead(to, today)}
    if action == "change":
        return _fields(fields, today)
    if action == "agenda":
        return {"agenda_item": str(fields["agenda_item"])} if fields.get("agenda_item") else {}
    moves: Mapping[str, dict[str, Any]] = {
        "drop": {"state": "dropped"},
        "reopen": {"state": "open", "done_at": None, "done_by": None},
    }
    return dict(moves.get(action, {}))


def following(due: date, recurrence: Recurrence, today: date) -> date:
    """The first day after today that the rhythm comes to, counted from `due`; the 31st of short months is their last.

    Raises ValueError for `ongoing`, which has no rhythm.
    """
    steps = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
    if recurrence == "weekly":
        weeks = max(1, (today - due).days // 7 + 1)
        return due + timedelta(weeks=weeks)
    months = steps.get(recurrence)
    if months is None:
        raise ValueError(recurrence)
    count = 1
    while (day := _months_on(due, months * count)) <= today:
        count += 1
    return day


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return first.replace(day=min(day.day, last))


def _done(row: StoredRow, today: date) -> dict[str, Any]:
    if row.recurrence in (None, "ongoing") or row.due is None:
        return {"state": "done", "snoozed_to": None}
    return {"due": following(row.due, row.recurrence, today), "snoozed_to": None}


def _ahead(to: date | None, today: date) -> date:
    if to is None:
        raise BadFollowUp("to", "missing")
    if to <= today:
        raise BadFollowUp("to", "past")
    if to > today + FURTHEST:
        raise BadFollowUp("to", "wrong")
    return to


def _fields(fields: Mapping[str, Any], today: date) -> dict[str, Any]:
    told: dict[str, Any] = {}
    if "title" in fields:
        title = cpr.mask(" ".join(str(fields["title"]).split()))
        if not title:
            raise BadFollowUp("title", "missing")
        if len(title) > MOST_TITLE:
            raise BadFollowUp("title", "too_long", MOST_TITLE)
        told["title"] = title
    if "due" in fields:
        due = fields["due"]
        if due is not None and (not isinstance(due, date) or abs(due - today) > FURTHEST):
            raise BadFollowUp("due", "wrong")
        # With a new day nothing is put off any more.
        told.update({"due": due, "snoozed_to": None})
    if "recurrence" in fields:
        if fields["recurrence"] not in (None, *get_args(Recurrence)):
            raise BadFollowUp("recurrence", "wrong")
        told["recurrence"] = fields["recurrence"]
    if not told:
        raise BadFollowUp("title", "missing")
    return told
