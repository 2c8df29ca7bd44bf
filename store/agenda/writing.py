"""Which columns a saved field sets: what it names is looked up, and must be the writer's to choose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from store.access import is_secretary
from store.agenda.fields import cleaned
from store.agenda.meetings import meetings_by_key
from store.agenda.reading import Reading
from store.agenda.records import AgendaItem, BadField, Named, SubmitBy
from store.agenda.rows import PRACTICE
from store.agenda.states import may_submit
from store.calendar_records import CalendarMeeting
from store.names import case_key, folded
from store.people import PERSON, one_met


def written(reading: Reading, item: AgendaItem, fields: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Those of the fields that change the item, as values of AgendaItem. Raises BadField.

    A value that the item has already is never wrong: cards send all they show, and what was chosen may have become
    impossible since. Choosing a body drops a meeting of another one.
    """
    values = {name: cleaned(name, value) for name, value in fields.items()}
    changed = {name: value for name, value in values.items() if value != getattr(item, name)}
    for name in ("presenter", "responsible"):
        if changed.get(name) is not None:
            changed[name] = _met(reading.session, name, changed[name])
    body = changed.get("body_key", item.body_key)
    if changed.get("meeting_key") is not None:
        body = _of_meeting(reading, changed, body, today)
    if changed.get("body_key") is not None:
        _may_choose(reading, item, changed["body_key"])
    if body != item.body_key and "meeting_key" not in changed and item.meeting_key is not None:
        changed["meeting_key"] = None
    if "neutral_title" in changed and not is_secretary(reading.subject, item.body_key):
        # What all may know of a closed item is the secretary's to say.
        raise BadField("neutral_title", "not_yours")
    if changed.get("access") == "open":
        _may_open(reading, item)
        # Why it was closed must not be read by those it is opened for.
        changed.update(closed_reason=None, closed_note="")
    if "links" in changed and not set(changed["links"]) <= (reading.known(changed["links"]) | set(item.links)):
        raise BadField("links", "unknown")
    return {name: value for name, value in changed.items() if value != getattr(item, name)}


def columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of the item table that values of AgendaItem set."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        make = _COLUMNS.get(name)
        found.update(make(name, value) if make is not None else {name: value})
    return found


def chosen_meeting(reading: Reading, body: str | None, key: str, today: date) -> CalendarMeeting:
    """A meeting that an item may be brought before. Raises BadField."""
    found = meetings_by_key(reading.session, reading.subject, reading.days, reading.bodies, [(body or "", key)])
    meeting = found.get(key)
    if meeting is None or not meeting.held:
        raise BadField("meeting_key", "unknown")
    if meeting.day < today:
        raise BadField("meeting_key", "past")
    return meeting


def submit_by(session: Session, body: str) -> SubmitBy:
    """Who may bring items before a body."""
    found: SubmitBy | None = session.connection().execute(
        select(PRACTICE.c.submit_by).where(PRACTICE.c.body_key == body)
    ).scalar()  # fmt: skip
    return found or "everyone"


def _of_meeting(reading: Reading, changed: dict[str, Any], body: str | None, today: date) -> str | None:
    """See that the meeting is one of the chosen body's; without a body the meeting says which."""
    key = changed["meeting_key"]
    if body is None:
        fitting = [one for one in reading.bodies if key.startswith(f"{one}-")]
        body = max(fitting, key=len, default=None)
        if body is not None:
            changed["body_key"] = body
    chosen_meeting(reading, body, key, today)
    return body


def _may_choose(reading: Reading, item: AgendaItem, body: str) -> None:
    if body not in reading.bodies:
        raise BadField("body_key", "unknown")
    if is_secretary(reading.subject, body):
        return
    # A secretary who lends a hand would hand the item to people it was not meant for, and lose it herself.
    if reading.subject.person != item.author or not may_submit(
        reading.subject, body, submit_by(reading.session, body)
    ):  # fmt: skip
        raise BadField("body_key", "not_yours")


def _may_open(reading: Reading, item: AgendaItem) -> None:
    """Once a secretary has had it in hand, what is closed is closed until a secretary opens it."""
    if item.submitted_at is not None and not is_secretary(reading.subject, item.body_key or ""):
        raise BadField("access", "not_yours")


def _met(session: Session, name: str, value: Named) -> Named:
    """With the object id of the one person met who is called so; a name that fits nobody, or several, stands alone."""
    connection = session.connection()
    if value.person is not None:
        row = connection.execute(select(PERSON.c.id, PERSON.c.name).where(PERSON.c.id == value.person)).first()
        if row is None:
            raise BadField(name, "unknown")
        return Named(value.text or row.name, row.id)
    row = one_met(session, value.text)
    if row is None:
        return value
    by_address = row.upn is not None and value.text.strip().lower() == row.upn
    return Named(row.name if by_address else value.text, row.id)


def _title(_name: str, value: str) -> dict[str, Any]:
    return {"title": value, "folded": folded(value)}


def _case(_name: str, value: str) -> dict[str, Any]:
    return {"case_number": value, "case_key": case_key(value)}


def _person(name: str, value: Named | None) -> dict[str, Any]:
    return {name: value.text if value else None, f"{name}_person": value.person if value else None}


def _listed(name: str, value: tuple[str, ...]) -> dict[str, Any]:
    return {name: list(value)}


_COLUMNS: Mapping[str, Callable[[str, Any], dict[str, Any]]] = {
    "title": _title,
    "case_number": _case,
    "presenter": _person,
    "responsible": _person,
    "recommendations": _listed,
    "links": _listed,
}
