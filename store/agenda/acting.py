"""What each action does to an item beside leading it to another state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from store.agenda.coach import stops
from store.agenda.reading import Reading
from store.agenda.records import Action, AgendaItem, BadField, CannotSubmit
from store.agenda.rows import ASKED, EXCLUSION
from store.agenda.states import may_submit, parts
from store.agenda.steps import Written
from store.agenda.writing import chosen_meeting, submit_by
from store.audit import note
from store.calendar import local
from store.grants import grants_of
from store.people import PERSON
from store.tables import Counter, table
from store.upsert import insert_new, next_value

COUNTER = table(Counter)
_OFF_THE_AGENDA: Mapping[str, Any] = {"number": None, "position": None, "published_at": None, "supplement": 0}
"""What only holds while an item stands on one meeting's agenda."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An action with what it takes."""

    action: Action
    at: datetime
    meeting_key: str | None = None
    person: str | None = None


def acted(reading: Reading, asked: Asked, item: AgendaItem) -> Written:
    """What the action writes. Raises CannotSubmit and BadField."""
    work = _WORK.get(asked.action)
    return work(reading, asked, item) if work is not None else Written()


def _submit(reading: Reading, asked: Asked, item: AgendaItem) -> Written:
    shown = reading.one(item)
    codes = stops(shown, now=asked.at)
    if codes:
        raise CannotSubmit(shown, codes)
    body = item.body_key or ""
    if "secretary" not in parts(reading.subject, item) and not may_submit(
        reading.subject, body, submit_by(reading.session, body)
    ):
        # The body's practice may have changed since it was chosen.
        raise BadField("body_key", "not_yours")
    if item.state == "returned" and item.submitted_at is not None:
        # It keeps its place among those that were submitted: correcting it makes it no later.
        return Written()
    return Written(columns={"submitted_at": asked.at, "submission": next_value(reading.session, COUNTER, "submission")})


def _return(reading: Reading, asked: Asked, item: AgendaItem) -> Written:
    return Written(columns=_OFF_THE_AGENDA)


def _approve(reading: Reading, asked: Asked, item: AgendaItem) -> Written:
    if item.meeting_key is None:
        raise BadField("meeting_key", "wrong")
    return Written()


def _postpone(reading: Reading, asked: Asked, item: AgendaItem) -> Written:
    before = {"published_at": item.published_at.isoformat(), "number": item.number} if item.published_at else {}
    return Written({"meeting_key": _other_meeting(reading, asked, item)}, _OFF_THE_AGENDA, before)


def _move(reading: Reading, asked: Asked, item: AgendaItem) -> Written:
    if asked.meeting_key is None:
        raise BadField("meeting_key", "wrong")
    key = _other_meeting(reading, asked, item)
    return Written({"meeting_key": key}, nothing=key == item.meeting_key)


def _other_meeting(reading: Reading, asked: Asked, item: AgendaItem) -> str | None:
    if asked.meeting_key is not None:
        chosen_meeting(reading, item.body_key, asked.meeting_key, local(asked.at).date())
    return asked.meeting_key


def _unplace(reading: Reading, asked: Asked, item: AgendaItem) -> Written:
    return Written(columns=_OFF_THE_AGENDA)


def _open(reading: Reading, asked: Asked, item: AgendaItem) -> Written:
    if item.access == "open":
        return Written(nothing=True)
    _noted(reading, asked, item)
    # Why it was closed must not be read by those it is opened for.
    return Written({"access": "open", "closed_reason": None, "closed_note": ""})


def _close(reading: Reading, asked: Asked, item: AgendaItem) -> Written:
    if item.access == "closed":
        return Written(nothing=True)
    _noted(reading, asked, item)
    return Written({"access": "closed"})


def _exclude(reading: Reading, asked: Asked, item: AgendaItem) -> Written:
    person = asked.person or ""
    known = reading.session.connection().execute(select(PERSON.c.id).where(PERSON.c.id == person)).first()
    if known is None and not grants_of(reading.session, person):
        raise BadField("person", "unknown")
    if not insert_new(reading.session, EXCLUSION, {"item_id": item.id, "person": person}):
        return Written(nothing=True)
    _noted(reading, asked, item)
    return Written(before={ASKED: person})


def _include(reading: Reading, asked: Asked, item: AgendaItem) -> Written:
    person = asked.person or ""
    gone = delete(EXCLUSION).where(EXCLUSION.c.item_id == item.id, EXCLUSION.c.person == person)
    if not reading.session.connection().execute(gone).rowcount:
        return Written(nothing=True)
    _noted(reading, asked, item)
    return Written(before={ASKED: person})


def _noted(reading: Reading, asked: Asked, item: AgendaItem) -> None:
    """Who changed what others may read is in the audit as well."""
    target = f"agenda item {item.id} {asked.person or ''}".strip()
    note(reading.session, asked.at, reading.subject.person, asked.action, target)


_WORK: Mapping[Action, Callable[[Reading, Asked, AgendaItem], Written]] = {
    "submit": _submit,
    "return": _return,
    "approve": _approve,
    "place": _approve,
    "unplace": _unplace,
    "postpone": _postpone,
    "move": _move,
    "open": _open,
    "close": _close,
    "exclude": _exclude,
    "include": _include,
}
