"""Beginning an agenda item: a new draft with what was said, one to go on with, or the texts of an earlier one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cards import casecards as card
from cards import casephrases as cp
from cards import missing
from cards.casefields import place_value
from cards.casetold import place
from cards.grammar import definite
from cards.parts import Rendered
from cards.texts import clean, shorten
from dialogs.clicks import gone, word
from dialogs.kept import held_items
from dialogs.registerfields import Places, filled
from dialogs.registerpages import Said, Writer, page, places, writer
from dialogs.registersaving import person_named, write
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.periods import periods
from dialogs.understanding.understand import Understanding
from store.agenda.records import AgendaItem, Step
from store.calendar_records import CalendarMeeting
from store.errors import NotFound
from store.names import folded
from store.records import Query, State, Subject

WRITING = frozenset({"draft", "returned"})
"""States in which an item is its author's to write on."""

_BEFORE = re.compile(r"(?:til|på|i|for|to|at|on)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was said of a new item; `place` is the value of a choice."""

    title: str = ""
    case_number: str = ""
    place: str = ""
    type: str = ""

    def data(self) -> dict[str, object]:
        """As a button carries it."""
        told = {"title": self.title, "case_number": self.case_number, "place": self.place, "type": self.type}
        return {name: value for name, value in told.items() if value}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Wanted:
        """From what a button carried."""
        return cls(*(word(data, name) for name in ("title", "case_number", "place", "type")))


def opened(room: Room, item: AgendaItem | None) -> State:
    """The state in which this draft is the one that is written on; None: no draft is. Nothing is asked any more."""
    told = {name: value for name, value in room.kept.items() if name not in ("pending", "said")}
    flow = room.scene.state.flow if room.scene.state is not None else "ask"
    return room.state(flow, {**told, "draft": item.id if item is not None else ""})


def unfinished(who: Writer) -> list[AgendaItem]:
    """What the writer has not submitted, newest change first."""
    mine = who.ports.agenda.mine(who.subject)
    return [item for item in mine if item.state in WRITING and item.author == who.subject.person]


def untouched(item: AgendaItem) -> bool:
    """Whether nothing was ever written on a draft."""
    texts = (item.title, item.case_number, item.description, item.finance, item.assessment, *item.recommendations)
    return item.state == "draft" and not any(texts) and not item.files and item.body_key is None


def begin(room: Room, wanted: Wanted) -> Outcome:
    """Asked for in words: a new draft, or the choice to go on with one that is unfinished."""
    if room.frame.shared:
        return _elsewhere(room, wanted)
    who = writer(room)
    begun = [item for item in unfinished(who) if not untouched(item)]
    if wanted.title:
        # Who names a matter means that one, and not what lies unfinished beside it.
        begun = [item for item in begun if folded(item.title) == folded(wanted.title)]
    if begun:
        return say(room, card.drafts(begun, wanted.data(), room.frame))
    return fresh(room, wanted)


def fresh(room: Room, wanted: Wanted, *, replaces: bool = False) -> Outcome:
    """A new draft, at its first step; one that nothing was ever written on is taken instead of one more."""
    who = writer(room)
    empty = next((item for item in unfinished(who) if untouched(item)), None)
    item = empty or _started(room, who.subject)
    return shown(room, _filled(room, who, item, wanted), "where", replaces=replaces)


def _started(room: Room, subject: Subject, copy: str | None = None) -> AgendaItem:
    """A draft for this turn: the same turn gives the same one."""
    name = room.turn.caller.name
    return room.ports.agenda.start(subject, name, room.lang, _key(room), copy)


def _key(room: Room) -> str:
    """What names the turn that asked: the submit key of a button, since each press has an id of its own."""
    return word(room.turn.data, "submit") or f"{room.turn.key.thread}/{room.turn.id}"


def _filled(room: Room, who: Writer, item: AgendaItem, wanted: Wanted) -> AgendaItem:
    typed = {name: str(value) for name, value in wanted.data().items()}
    if not typed:
        return item
    where = places(who) if "place" in typed else Places()
    found = filled(typed, item, where, lambda text: person_named(room, text), who.texts)
    return write(room, who, item, found, None).item


def shown(room: Room, item: AgendaItem, step: Step, said: Said | None = None, *, replaces: bool = False) -> Outcome:
    """A step of the wizard; from now on this is the draft that is written on."""
    return say(room, page(writer(room), item, step, said), replaces=replaces, state=opened(room, item))


def copied(room: Room, key: str, *, replaces: bool = False) -> Outcome:
    """A new draft with the texts of another item. Raises NotFound."""
    who = writer(room)
    item = _started(room, who.subject, key)
    told = Said(told=[who.texts.say(cp.COPIED)])
    return shown(room, item, "where", told, replaces=replaces)


def copy_of_case(room: Room, read: Understanding) -> Outcome:
    """ "Kopiér sag 26/1234": the item of the case, or a choice where there are several; or the one in talk."""
    who = writer(room)
    if room.frame.shared:
        return _elsewhere(room, Wanted(case_number=read.case_number or ""))
    rows = _own(who, read) + _decided(room, read)
    if not rows:
        return say(room, missing.plain(cp.COPY_NONE, room.frame))
    if len(rows) == 1:
        try:
            return copied(room, rows[0][0])
        except NotFound:
            return gone(room)
    return say(room, card.copies(rows, room.frame))


def _own(who: Writer, read: Understanding) -> list[tuple[str, str, str]]:
    """The writer's own items of the case."""
    wanted = _folded(read.case_number or "")
    mine = who.ports.agenda.mine(who.subject, alive=False) if wanted else ()
    return [
        (item.id, clean(item.title) or who.texts.say(cp.UNTITLED_BEGINS), place(item, who.texts))
        for item in mine
        if _folded(item.case_number) == wanted
    ]


def _decided(room: Room, read: Understanding) -> list[tuple[str, str, str]]:
    """Decided items of the case, or the one in talk."""
    subject, t = room.scene.subject, writer(room).texts
    if read.case_number:
        today = room.scene.now.date()
        query = Query(text=read.text, topic="", intent="case_course", lang=room.lang, case_number=read.case_number,
                      today=today)  # fmt: skip
        finding = room.ports.answers.find(query, subject)
        items = finding.items or ((finding.item,) if finding.item is not None else ())
        found = [item for item in items if _folded(item.case_number or "") == _folded(read.case_number)]
    else:
        found = [room.ports.answers.item(key, subject) for key in held_items(room)[:1]]
    newest = sorted(found, key=lambda item: item.meeting.date or date.min, reverse=True)
    return [
        (item.key, clean(item.title), f"{definite(item.meeting.body)}, {t.date_of(item.meeting.date)}"
         if item.meeting.date else definite(item.meeting.body))
        for item in newest
    ]  # fmt: skip


def _folded(number: str) -> str:
    return "".join(number.split()).casefold()


def wanted_of(room: Room, read: Understanding) -> Wanted:
    """What a sentence says of the new item: body and meeting, title, case number."""
    who = writer(room)
    title = clean(next((read.args[name] for name in ("titel", "title") if name in read.args), ""))
    where, colon, what = title.partition(":")
    if colon and what.strip() and _BEFORE.match(where):
        # "til direktionen: Nyt tag": before the colon stands where it is to come up, behind it the matter.
        title = what
    title = shorten(title, 500)
    found = meeting_meant(places(replace_audience(who)), ahead(read, room.scene.now.date()))
    chosen = place_value(found, None) if isinstance(found, CalendarMeeting) else place_value(None, found)
    title = title.strip(" .,:»«“”\"'")
    return Wanted(title[:1].upper() + title[1:], read.case_number or "", chosen)


def ahead(read: Understanding, today: date) -> Understanding:
    """The same with its day read as one that is to come: "den 3. december" is the next one."""
    coming = [each for each in periods(read.text, today, ahead=True) if each.dated]
    return replace(read, since=coming[0].since, until=coming[0].until) if coming else read


def replace_audience(who: Writer) -> Writer:
    """The same person in their private chat: a draft is theirs alone, wherever it was asked for."""
    return replace(who, subject=replace(who.subject, audience="personal"), frame=replace(who.frame, shared=False))


def meeting_meant(where: Places, read: Understanding) -> CalendarMeeting | str | None:
    """The meeting that body and day name: the next one that can still be reached when no day is named."""
    named = set(read.bodies)
    found = [one for one in where.meetings if not named or one.body in named]
    if read.since is not None:
        until = read.until or read.since
        on_day = [one for one in found if read.since <= one.day <= until]
        return on_day[0] if on_day else None
    if not named:
        return None
    return found[0] if found else next((body.key for body in where.bodies if body.name in named), None)


def _elsewhere(room: Room, wanted: Wanted) -> Outcome:
    """Asked for where others listen: one line here, and the wizard in the private chat, if that can be opened."""
    who = replace_audience(writer(room))
    tenant, person = room.turn.key.tenant, who.subject.person or ""
    if not room.ports.personal.reaches(tenant, person):
        return say(room, Rendered(who.texts.say(cp.OPEN_YOURSELF)))
    item = _filled(room, who, _started(room, who.subject), wanted)
    room.ports.personal.hand(tenant, person, room.lang, item.id, clean(room.turn.address.name or ""))
    return say(room, Rendered(who.texts.say(cp.OPENED_PRIVATELY)))
