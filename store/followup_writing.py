"""What is written when a follow-up is made or changed: persons, access, the decision quoted, the history."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select
from sqlmodel import Session

from store.agenda.records import Named
from store.followup_records import MOST_TITLE, BadFollowUp, DecisionRef, FollowUpAction
from store.followup_rows import CHANGE
from store.ingest import cpr
from store.people import person_named
from store.records import ItemRecord, Subject
from store.scene import BODY, ITEM, MEETING
from store.tables import StoredRow

_ID_LENGTH = 20


def people(session: Session, name: str, who: Named | None) -> dict[str, str | None]:
    """The two columns of a person or title: somebody met is known by their id."""
    if who is None:
        return {name: None, f"{name}_person": None}
    person = who.person or person_named(session, who.text)
    return {name: cpr.mask(" ".join(who.text.split()))[:200], f"{name}_person": person}


def note(
    session: Session,
    id: str,
    version: int,
    at: datetime,
    person: str,
    action: FollowUpAction,
    comment: str = "",
    to: str = "",
    before: Mapping[str, Any] | None = None,
) -> None:
    """Append a change."""
    row = {
        "follow_up_id": id, "version": version, "at": at, "person": person, "action": action,
        "comment": cpr.mask(comment), "to": to, "before": dict(before) if before else None,
    }  # fmt: skip
    session.connection().execute(insert(CHANGE), [row])


def id_of(tenant: str, person: str, key: str) -> str:
    """The same turn gives the same follow-up; who does not know the turn cannot guess it."""
    return "f" + hashlib.sha256(f"{tenant}\n{person}\n{key}".encode()).hexdigest()[:_ID_LENGTH]


def title_of(text: str) -> str:
    told = cpr.mask(" ".join(text.split()))
    if not told:
        raise BadFollowUp("title", "missing")
    if len(told) > MOST_TITLE:
        raise BadFollowUp("title", "too_long", MOST_TITLE)
    return told


def access_of(treated: ItemRecord | None, subject: Subject) -> str:
    """Of one without an item: what was said in a shared place is for those there, the rest is for whom it concerns."""
    if treated is not None:
        return "closed" if treated.closed else "open"
    return "open" if subject.audience != "personal" else "closed"


def body_of(session: Session, item_key: str | None) -> str | None:
    if item_key is None:
        return None
    joined = ITEM.join(MEETING, MEETING.c.id == ITEM.c.meeting_id).join(BODY, BODY.c.id == MEETING.c.body_id)
    found = session.connection().execute(select(BODY.c.key).select_from(joined).where(ITEM.c.key == item_key)).first()
    return found.key if found is not None else None


def reference_to(treated: ItemRecord, quote: str) -> DecisionRef:
    decisions = treated.of("decision")
    fact = decisions[0] if decisions else None
    return DecisionRef(
        document=treated.document.title if treated.document is not None else None,
        item_key=treated.key,
        item_number=treated.number,
        item_title=treated.title,
        case_number=treated.case_number,
        meeting_date=treated.meeting.date,
        body=treated.meeting.body,
        quote=quote or (fact.text if fact is not None else ""),
        page=fact.page if fact is not None else treated.page,
    )


def before(row: StoredRow, values: Mapping[str, Any]) -> dict[str, Any]:
    told = row._asdict()
    return {
        name: value.isoformat() if isinstance(value := told[name], date) else value
        for name in values
        if name in told and name not in ("done_at", "done_by")
    }
