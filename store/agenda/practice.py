"""How bodies handle their items: who may bring them, and how long a meeting may take."""

from __future__ import annotations

from sqlalchemy import select

from store.access import is_secretary
from store.agenda.reading import Reading
from store.agenda.records import Practice
from store.agenda.rows import PRACTICE
from store.agenda.states import may_submit
from store.errors import NotFound
from store.records import BodyRecord


def practice_of(reading: Reading, body: str) -> Practice:
    """The practice of a body; the usual one where nobody has said otherwise, and of a body not to be known of."""
    return _practices(reading).get(body, Practice(body)) if body in reading.bodies else Practice(body)


def submits_to(reading: Reading) -> tuple[BodyRecord, ...]:
    """The bodies that the subject may bring items before, by key."""
    kept = _practices(reading)
    return tuple(
        BodyRecord(one.key, one.name)
        for one in reading.bodies.values()
        if may_submit(reading.subject, one.key, kept.get(one.key, Practice(one.key)).submit_by)
    )


def put_practice(reading: Reading, practice: Practice) -> Practice:
    """Keep a body's practice. Raises NotFound unless the subject is its secretary."""
    key = practice.body_key
    if key not in reading.bodies or not is_secretary(reading.subject, key):
        raise NotFound("no such body")
    row = {"body_key": key, "submit_by": practice.submit_by, "capacity": practice.capacity}
    reading.session.connection().execute(PRACTICE.delete().where(PRACTICE.c.body_key == key))
    reading.session.connection().execute(PRACTICE.insert(), [row])
    return practice


def _practices(reading: Reading) -> dict[str, Practice]:
    rows = reading.session.connection().execute(select(PRACTICE))
    return {row.body_key: Practice(row.body_key, row.submit_by, row.capacity) for row in rows}
