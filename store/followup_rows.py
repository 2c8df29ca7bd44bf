"""Follow-ups as rows and as records; what a row may be shown as is decided by store.followup_sight."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import and_, select
from sqlmodel import Session

from store.agenda.records import Named
from store.followup_records import DecisionRef, FollowUp, FollowUpChange
from store.followup_tables import CandidateSettledRow, FollowUpChangeRow, FollowUpRow
from store.tables import StoredRow, table

FOLLOW_UP, CHANGE, SETTLED = table(FollowUpRow), table(FollowUpChangeRow), table(CandidateSettledRow)


def named(text: str | None, person: str | None) -> Named | None:
    """A person or title of two columns."""
    return Named(text, person) if text else None


def reference_json(reference: DecisionRef) -> dict[str, Any]:
    """A decision as it is kept beside the follow-up."""
    return {
        "document": reference.document,
        "item_key": reference.item_key,
        "item_number": reference.item_number,
        "item_title": reference.item_title,
        "case_number": reference.case_number,
        "meeting_date": reference.meeting_date.isoformat() if reference.meeting_date is not None else None,
        "body": reference.body,
        "quote": reference.quote,
        "page": reference.page,
    }


def reference_of(told: Mapping[str, Any]) -> DecisionRef:
    """From what `reference_json` gave."""
    day = told.get("meeting_date")
    return DecisionRef(**{**told, "meeting_date": date.fromisoformat(day) if day else None})


def record(row: StoredRow, body: str, last: FollowUpChange | None, *, decision: bool, may_change: bool) -> FollowUp:
    """The record of a row. `decision`: the reader may read the item it comes from."""
    return FollowUp(
        id=row.id,
        version=row.version,
        state=row.state,
        title=row.title,
        access=row.access,
        origin=row.origin,
        created_by=row.created_by,
        created_at=row.created_at,
        updated_at=row.updated_at,
        body_key=row.body_key,
        body=body,
        responsible=named(row.responsible, row.responsible_person),
        deputy=named(row.deputy, row.deputy_person),
        due=row.due,
        recurrence=row.recurrence,
        snoozed_to=row.snoozed_to,
        decision=reference_of(row.reference) if decision and row.reference else None,
        initiative=row.initiative,
        agenda_item=row.agenda_item,
        done_at=row.done_at,
        done_by=row.done_by,
        last=last,
        may_change=may_change,
    )


def last_changes(session: Session, ids: list[str]) -> dict[str, FollowUpChange]:
    """The change that made each of these follow-ups what it is: one row each, however long their histories are."""
    if not ids:
        return {}
    joined = CHANGE.join(
        FOLLOW_UP, and_(FOLLOW_UP.c.id == CHANGE.c.follow_up_id, FOLLOW_UP.c.version == CHANGE.c.version)
    )
    rows = session.connection().execute(select(*CHANGE.c).select_from(joined).where(FOLLOW_UP.c.id.in_(ids)))
    return {row.follow_up_id: _change(row) for row in rows}


def _change(row: StoredRow) -> FollowUpChange:
    return FollowUpChange(row.version, row.at, row.person, row.action, row.comment, row.to)


def changes(session: Session, ids: list[str]) -> dict[str, list[FollowUpChange]]:
    """All changes of these follow-ups, oldest first."""
    found: dict[str, list[FollowUpChange]] = {}
    if not ids:
        return found
    rows = session.connection().execute(
        select(CHANGE).where(CHANGE.c.follow_up_id.in_(ids)).order_by(CHANGE.c.follow_up_id, CHANGE.c.version)
    )
    for row in rows:
        found.setdefault(row.follow_up_id, []).append(_change(row))
    return found
