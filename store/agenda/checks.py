"""What keeps an item from being submitted; pure."""

from __future__ import annotations

from datetime import datetime

from store.agenda.records import AgendaItem
from store.calendar import local
from store.ingest import cpr


def stops(item: AgendaItem, now: datetime) -> tuple[str, ...]:
    """Codes of what is truly wrong with an item that somebody submits at `now`, in the order of the fields."""
    found = []
    meeting = item.meeting
    if item.meeting_key is None:
        found.append("no_meeting")
    elif meeting is None or not meeting.held or meeting.day < local(now).date():
        found.append("meeting_over")
    if not item.title:
        found.append("no_title")
    texts = (
        item.title, item.case_number, item.description, item.finance, item.assessment, item.closed_note,
        item.late_reason, *item.recommendations, *(one.text for one in (item.presenter, item.responsible) if one),
    )  # fmt: skip
    if any(cpr.find(text) for text in texts) or any(file.cpr for file in item.files):
        found.append("cpr")
    deadline = meeting.deadlines.get("submission") if meeting is not None else None
    # What was returned keeps the moment it was first submitted: correcting it does not make it late.
    submitted = item.submitted_at if item.state == "returned" and item.submitted_at is not None else now
    if deadline is not None and submitted > deadline and not item.late_reason:
        found.append("late_reason")
    return tuple(found)
