"""The card for a finding on initiatives, by what was asked and what was found."""

from __future__ import annotations

from cards import initiative, initiatives, partlist, told
from cards import phrases as p
from cards.parts import Rendered
from cards.texts import texts
from dialogs import due
from dialogs.initiatives import ASKS_STATUS
from dialogs.kept import visible_items
from dialogs.replies import Room
from store.records import Finding, InitiativeRecord, Query


def rendered(query: Query, finding: Finding, room: Room) -> Rendered | None:
    """The card; None for what other cards show."""
    frame, today = room.frame, room.scene.now.date()
    if finding.status == "choice":
        return None
    if query.intent == "initiatives" and (finding.initiatives or (finding.status == "not_found" and not query.topic)):
        return initiatives.known(finding.initiatives, today, frame)
    if query.intent == "due" and (finding.initiative is not None or finding.meetings or not query.topic):
        return due.card(query, finding, room)
    if query.intent == "meaning" and (finding.count is not None or finding.status == "not_found"):
        return told.meaning(query.topic, finding, frame)
    if not finding.facts or finding.status == "not_found":
        return None
    if finding.listed is not None:
        return partlist.whole(finding.initiative, finding.listed, frame, many=query.many)
    first = finding.facts[0]
    whole = finding.initiative if query.intent == "overview" or first.kind == "initiative" else None
    if finding.status == "answered" and whole is not None:
        asked = bool(ASKS_STATUS.search(query.text))
        return overview(room, whole, _noted(finding, room), status_asked=asked)
    if first.kind in told.TELLING:
        return told.answer(finding, query.intent, today, frame)
    if query.intent == "elements" and finding.status == "answered" and first.item is None and _places(finding) > 1:
        return told.across(finding, frame)
    return None


def _places(finding: Finding) -> int:
    """In how many places the facts stand: each is named with its own words."""
    return len({(fact.document.id, fact.page) for fact in finding.facts})


def _noted(finding: Finding, room: Room) -> list[str]:
    """Typos that were put right."""
    t = texts(room.lang)
    return [
        t.say(p.READ_AS, typed=t.quoted(typed), read=t.quoted(read))
        for typed, read in finding.corrected
        if typed != read
    ]


def overview(
    room: Room, record: InitiativeRecord, noted: list[str] | None = None, *, status_asked: bool = False
) -> Rendered:
    """The card of an initiative with the decisions about it that the reader may see now."""
    items = visible_items(room, record.items[:3])
    today = room.scene.now.date()
    return initiative.overview(record, items, today, room.frame, noted or [], status_asked=status_asked)
