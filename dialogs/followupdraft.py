"""A follow-up that waits for a yes: what it comes from, what is on its card, and what the card brings back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, get_args

from cards import followupforms as form
from cards import followupphrases as fp
from cards.followupforms import Around, Draft
from cards.followuptold import came_from
from cards.texts import clean, texts
from dialogs.clicks import word
from dialogs.followupviews import myself, person_meant, today_of
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.followupdays import due_in
from dialogs.understanding.followupsaid import Wish
from store.followup_records import DecisionRef, Recurrence
from store.records import Fact, InitiativeRecord, ItemRecord

DRAFT = "followup_draft"
"""Where the state keeps what was understood and not yet confirmed."""


@dataclass(frozen=True, slots=True)
class From:
    """What a follow-up comes from, read anew under the access rule of the moment."""

    item: ItemRecord | None = None
    part: str = ""
    plan: InitiativeRecord | None = None

    @property
    def quote(self) -> str:
        """The decision, with the approved recommendation that is meant; verbatim."""
        decided = self.item.of("decision")[:1] if self.item is not None else ()
        lines = [fact.text for fact in decided]
        chosen = recommended(self.item, self.part) if self.item is not None and self.part else None
        return "\n".join([*lines, chosen.text] if chosen is not None else lines)


def approved(item: ItemRecord) -> tuple[Fact, ...]:
    """The recommendations of an item whose decision approved them."""
    decided = item.of("decision")
    passed = bool(decided) and decided[0].decision_class in ("approved", "approved_with_changes")
    return item.of("recommendation") if passed else ()


def recommended(item: ItemRecord, part: str) -> Fact | None:
    """The approved recommendation of this number among them, from 1."""
    offered = approved(item)
    return offered[int(part) - 1] if part.isdecimal() and 0 < int(part) <= len(offered) else None


def key_of(room: Room) -> str:
    """What names the draft: the turn that asked for it."""
    return f"{room.turn.key.thread}/{room.turn.id}"


def drafted(room: Room, wish: Wish, body: str) -> Draft:
    """What was said as a draft; in a personal chat what nobody was named for is one's own."""
    who = wish.who
    if not who and (wish.myself or (not room.frame.shared and wish.asked)):
        who = myself(room).text
    return Draft(wish.title, who, wish.due.isoformat() if wish.due else "", wish.recurrence or "", body)


def offered(
    room: Room, told: Draft, source: From, key: str, faults: Mapping[str, str] | None = None, *, replaces: bool = False
) -> Outcome:
    """The draft on a card, and kept, so that "ja" makes it."""
    carried = {
        "key": key,
        "by": room.scene.subject.person or "",
        "item": source.item.key if source.item is not None else "",
        "part": source.part,
        "initiative": source.plan.key if source.plan is not None else "",
    }
    around = _around(room, told, source, carried, faults or {})
    kept = {name: value for name, value in room.kept.items() if name not in ("pending", DRAFT)}
    state = room.state("ask", {**kept, DRAFT: {**carried, **asdict(told)}})
    return say(room, form.draft(told, around, room.frame), replaces=replaces, state=state)


def _around(room: Room, told: Draft, source: From, carried: Mapping[str, object], faults: Mapping[str, str]) -> Around:
    t = texts(room.lang)
    _, several = person_meant(room, told.responsible)
    remarks = []
    if several:
        names = t.names(one.name for one in several)
        remarks.append(t.say(fp.FU_DRAFT_SEVERAL, name=told.responsible, names=names))
    if told.due and date.fromisoformat(told.due) < today_of(room):
        remarks.append(t.say(fp.FU_DRAFT_PAST))
    seen = fp.FU_DRAFT_ITEM if source.item is not None else fp.FU_DRAFT_OPEN if room.frame.shared else fp.FU_DRAFT_OWN
    rows = []
    if source.item is not None:
        rows.append((t.say(fp.FU_ROW_ITEM), came_from(_reference(source.item), t)))
    if source.plan is not None:
        rows.append((t.say(fp.FU_ROW_PLAN), clean(source.plan.title)))
    return Around(
        t.say(fp.FU_DRAFT_ASK if told.title else fp.FU_DRAFT_WHAT),
        carried,
        rows,
        source.quote,
        _bodies(room) if source.item is None else (),
        [(one.name, one.id) for one in several],
        [*remarks, t.say(seen)],
        faults,
    )


def _reference(item: ItemRecord) -> DecisionRef:
    return DecisionRef(None, item.key, item.number, item.title, item.case_number, item.meeting.date, item.meeting.body)


def _bodies(room: Room) -> list[tuple[str, str]]:
    """Names and keys of the bodies that the person is a member or secretary of."""
    own = {grant.body for grant in room.scene.subject.grants if grant.role in ("member", "secretary")}
    found = room.ports.bodies.bodies(room.scene.subject)
    return [(one.name, one.key) for one in found if None in own or one.key in own][:30]


def typed(room: Room, data: Mapping[str, Any]) -> Draft:
    """What a card or the state brought back; days may have been written in words."""
    day = word(data, "due")
    try:
        due = date.fromisoformat(day).isoformat() if day else ""
    except ValueError:
        said = due_in(day, today_of(room))
        due = said.day.isoformat() if said is not None else ""
    rhythm, body = word(data, "recurrence"), word(data, "body")
    return Draft(
        _whole(data, "title"),
        word(data, "responsible")[:200],
        due,
        rhythm if rhythm in get_args(Recurrence) else "",
        body if body in {key for _, key in _bodies(room)} else "",
    )


def _whole(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""


def source_of(room: Room, data: Mapping[str, Any]) -> From:
    """What the draft comes from. Raises NotFound for what is not, or no longer, the person's to read."""
    item, plan = word(data, "item"), word(data, "initiative")
    return From(
        room.ports.answers.item(item, room.scene.subject) if item else None,
        word(data, "part"),
        room.ports.initiatives.initiative(plan, room.scene.subject) if plan else None,
    )
