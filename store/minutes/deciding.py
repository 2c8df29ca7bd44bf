"""Recording a decision on one item: two secretaries may record different items at once, and never over each other."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from store.agenda.acting import Asked, acted
from store.agenda.meetings import meetings_by_key
from store.agenda.records import Action, AgendaItem, Named
from store.agenda.rows import ITEM as AGENDA_ITEM
from store.agenda.steps import Step
from store.agenda.steps import take as take_step
from store.ingest import cpr
from store.minutes.entries import items_of, rows_of
from store.minutes.records import CLASSES, CannotDo, Decision, StaleMeeting
from store.minutes.sittings import DECISION, Sitting
from store.minutes.views import decision_of
from store.people import person_named

MOST_TEXT, MOST_PEOPLE = 10_000, 30


def recorded(held: Sitting, id: str, version: int, decision: Decision, at: datetime) -> bool:
    """Write the decision in the version that the person saw; False when they wrote the very same already.

    The item goes where the decision sends it: decided, withdrawn, or on to another meeting. Without a text it is not
    decided yet: what is known before (who does not take part, who is responsible) is kept for when it is. Raises
    StaleMeeting, CannotDo.
    """
    item = _item(held, id)
    _checked(held, item, decision)
    connection = held.session.connection()
    here = (DECISION.c.meeting_key == held.key, DECISION.c.item_id == id)
    row = connection.execute(select(DECISION).where(*here).with_for_update()).first()
    values = _values(held, decision, at)
    if (row.version if row is not None else 0) != version:
        written = row is not None and (row.version, row.by) == (version + 1, held.reading.subject.person)
        if row is not None and written and kept_decision(decision_of(row)) == kept_decision(_as_written(values)):
            return False
        raise StaleMeeting(held.last())
    if row is None:
        connection.execute(insert(DECISION), [{"meeting_key": held.key, "item_id": id, "version": 1, **values}])
    else:
        connection.execute(update(DECISION).where(*here).values(**values, version=version + 1))
    if values["text"]:
        _moved(held, item, decision, at)
    return True


def kept_decision(one: Decision) -> dict[str, Any]:
    """What a decision says, without when and by whom it was recorded."""
    return {
        "class": one.cls,
        "text": one.text,
        "dissent": one.dissent,
        "disqualified": list(one.disqualified),
        "publishable": one.publishable,
        "responsible": one.responsible.text if one.responsible is not None else None,
        "due": one.due.isoformat() if one.due is not None else None,
        "postponed_to": one.postponed_to,
    }


def _item(held: Sitting, id: str) -> AgendaItem:
    if id not in {row.item_id for row in rows_of(held.session, held.key)}:
        raise CannotDo("wrong", (id,))
    found = items_of(held.session, [id]).get(id)
    if found is None or held.reading.subject.person in found.excluded:
        # Who is kept out of an item does not record it either.
        raise CannotDo("wrong", (id,))
    return found


def _checked(held: Sitting, item: AgendaItem, decision: Decision) -> None:
    text = decision.text.strip()
    noted = decision.disqualified or decision.dissent or decision.publishable or decision.responsible or decision.due
    if decision.cls not in CLASSES or not (text or noted) or len(text) > MOST_TEXT:
        raise CannotDo("wrong", (item.id,))
    if len(decision.dissent) > MOST_TEXT or len(decision.publishable) > MOST_TEXT:
        raise CannotDo("wrong", (item.id,))
    if len(decision.disqualified) > MOST_PEOPLE:
        raise CannotDo("wrong", (item.id,))
    if decision.postponed_to is not None:
        body = held.meeting.body_key
        found = meetings_by_key(
            held.session, held.reading.subject, held.reading.days, held.reading.bodies, [(body, decision.postponed_to)]
        ).get(decision.postponed_to)
        if decision.cls != "postponed" or found is None or not found.held or found.day <= held.meeting.day:
            raise CannotDo("wrong", (item.id,))


def _values(held: Sitting, decision: Decision, at: datetime) -> dict[str, Any]:
    who = decision.responsible
    text = " ".join(who.text.split())[:200] if who is not None else ""
    return {
        "cls": decision.cls,
        "text": cpr.mask(decision.text.strip()),
        "dissent": cpr.mask(decision.dissent.strip()),
        "disqualified": [" ".join(one.split())[:120] for one in decision.disqualified if one.strip()],
        "publishable": cpr.mask(decision.publishable.strip()),
        "responsible": cpr.mask(text) or None,
        "responsible_person": (who.person or person_named(held.session, text)) if who is not None and text else None,
        "due": decision.due,
        "postponed_to": decision.postponed_to,
        "at": at,
        "by": held.reading.subject.person or "",
    }


def _as_written(values: dict[str, Any]) -> Decision:
    who = Named(values["responsible"], values["responsible_person"]) if values["responsible"] else None
    return Decision(
        values["cls"], values["text"], values["dissent"], tuple(values["disqualified"]), values["publishable"], who,
        values["due"], values["postponed_to"],
    )  # fmt: skip


def _moved(held: Sitting, item: AgendaItem, decision: Decision, at: datetime) -> None:
    """Let the item be where the decision sends it; a changed mind brings it back first."""
    if item.standing is not None:
        return
    wanted: Action = "decide"
    if decision.cls == "postponed":
        wanted = "postpone"
    elif decision.cls == "withdrawn":
        wanted = "withdraw"
    if item.state != "on_agenda":
        if (item.state, wanted) in {("decided", "decide"), ("withdrawn", "withdraw")}:
            return
        # Recorded otherwise before: it stands on this agenda again until it is sent on.
        values = {"state": "on_agenda", "meeting_key": held.key}
        held.session.connection().execute(update(AGENDA_ITEM).where(AGENDA_ITEM.c.id == item.id).values(**values))
    asked = Asked(wanted, at, meeting_key=decision.postponed_to)
    take_step(held.reading, item.id, None, Step(wanted), at, lambda one: acted(held.reading, asked, one))
