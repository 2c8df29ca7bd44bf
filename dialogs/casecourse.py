"""The course of a case with the steps of its agenda items, for those who take part in them; others see decisions."""

from __future__ import annotations

from collections.abc import Sequence

from cards import lists
from cards.casetold import changed
from cards.parts import Rendered
from cards.texts import texts
from dialogs.calendarshown import name_of
from dialogs.replies import Room
from store.access import Guard, visible
from store.agenda.records import Action, AgendaItem, Change
from store.agenda.states import parts
from store.errors import NotFound
from store.names import case_key
from store.records import ItemRecord

_TOLD: frozenset[Action] = frozenset(
    {"create", "submit", "return", "approve", "place", "postpone", "move", "withdraw", "decide"}
)
_MOST = 12


def course(room: Room, items: Sequence[ItemRecord], start: int = 0) -> Rendered:
    """The timeline; `items` are the decided ones, oldest first."""
    more = {"list": {"course": items[-1].key}} if items else {"list": {}}
    steps = _steps(room, items) if start == 0 else []
    return lists.course(items, room.frame, start, more, steps)


def _steps(room: Room, items: Sequence[ItemRecord]) -> list[str]:
    subject, numbers = room.scene.subject, {case_key(one.case_number) for one in items if one.case_number}
    if subject.audience != "personal" or not numbers:
        return []
    found = [
        one for one in room.ports.agenda.found(subject) if one.case_number and case_key(one.case_number) in numbers
    ]
    told = [
        (change.at, changed(change, name_of(room, change.person) or "", subject.person or "", texts(room.lang)))
        for item in found
        if _takes_part(room, item)
        for change in _history(room, item)
        if change.action in _TOLD
    ]
    return [line for _, line in sorted(told)][-_MOST:]


def _history(room: Room, item: AgendaItem) -> Sequence[Change]:
    try:
        return room.ports.agenda.history(item.id, room.scene.subject)
    except NotFound:
        return ()


def _takes_part(room: Room, item: AgendaItem) -> bool:
    subject = room.scene.subject
    return bool(parts(subject, item)) or visible(subject, Guard("closed", item.body_key, item.excluded))
