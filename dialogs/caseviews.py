"""An agenda item as the person in the room may see it, what they may do with it, and which one is in talk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from cards import deskitem as card
from cards import deskphrases as dp
from cards.casetold import changed
from cards.deskitem import View
from cards.desktold import Told, body_of, stands, whole
from cards.parts import Rendered
from cards.texts import texts
from dialogs.calendarshown import name_of
from dialogs.ports import People
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from store.agenda.coach import Remark, remarks
from store.agenda.records import Action, AgendaItem, NotPossible, StaleItem
from store.agenda.states import may, next_state, parts
from store.errors import NotFound
from store.records import State

KEPT, KEPT_VERSION = "case", "case_version"
"""Where the state keeps the item in talk, and the version that the person saw of it."""
_ACTIONS: tuple[Action, ...] = get_args(Action)
_COACHED = frozenset({"draft", "returned", "submitted"})
_ALIKE = frozenset({"returned", "submitted"})


def held(room: Room) -> AgendaItem | None:
    """The item in talk, read anew; None when there is none that the person may see."""
    id = room.kept.get(KEPT)
    if not isinstance(id, str):
        return None
    try:
        return room.ports.agenda.item(id, room.scene.subject)
    except NotFound:
        return None


def seen_version(room: Room, item: AgendaItem) -> int:
    """The version that the person saw of the item in talk; the newest when they saw none."""
    version = room.kept.get(KEPT_VERSION)
    known = room.kept.get(KEPT) == item.id and isinstance(version, int) and not isinstance(version, bool)
    return int(version) if known and version is not None else item.version


def in_talk(room: Room, item: AgendaItem) -> State:
    """The state after the item was shown: "punktet" is this one."""
    kept: dict[str, Any] = {KEPT: item.id, KEPT_VERSION: item.version}
    if isinstance(room.kept.get("draft"), str):
        kept["draft"] = room.kept["draft"]
    return room.state("ask", kept)


def told_of(room: Room, item: AgendaItem) -> Told:
    """Who is told of the item, and what the others are called."""
    subject = room.scene.subject
    return Told(
        reader=subject.person or "",
        now=room.scene.now,
        author=item.author_name or name_of(room, item.author) or "",
        secretaries=secretaries(room.ports.people, item.body_key),
        decides="secretary" in parts(subject, item),
        actor=(name_of(room, item.last.person) or "") if item.last is not None else "",
    )


def secretaries(people: People, body: str | None) -> list[str]:
    """Names of who decides on items of a body; those of all bodies only where it has none of its own."""
    if body is None:
        return []
    holders = [
        (one.name, {grant.body for grant in one.grants if grant.role == "secretary"})
        for one in people.holders("secretary")
    ]
    own = [name for name, bodies in holders if body in bodies]
    return own or [name for name, bodies in holders if None in bodies]


def view_of(room: Room, item: AgendaItem) -> View:
    """The item with all that is to be shown of it to this person."""
    subject = room.scene.subject
    mine = parts(subject, item)
    told = told_of(room, item)
    # Who decides on what is late needs no reminder of it, but when the deadline was.
    passed = ("late", "deadline_near") if told.decides else ()
    said = tuple(one for one in coached(room, item) if one.code not in passed) if mine else ()
    can = frozenset(action for action in _ACTIONS if may(subject, item, action))
    return View(
        item,
        told,
        can,
        said,
        names_of(room, item.excluded) if mine else {},
        bool(mine),
    )


def names_of(room: Room, people: Iterable[str]) -> dict[str, str]:
    """Names by object id, of those whom the assistant has met."""
    return {person: name for person in people if (name := name_of(room, person))}


def coached(room: Room, item: AgendaItem) -> tuple[Remark, ...]:
    """What the coach has to say of an item that is not approved yet; all of it the person may see."""
    if item.state not in _COACHED:
        return ()
    agenda, subject = room.ports.agenda, room.scene.subject
    practice = agenda.practice(item.body_key, subject) if item.body_key else None
    load = agenda.load(item.meeting_key, subject) if item.meeting_key else None
    alike = agenda.alike(item.id, subject) if item.state in _ALIKE else ()
    return remarks(item, now=room.scene.now, practice=practice, load=load, alike=alike)


def show(room: Room, item: AgendaItem, first: str = "", *, replaces: bool = False) -> Outcome:
    """The item, whole; from now on it is in talk."""
    return say(room, card.shown(view_of(room, item), room.frame, first), replaces=replaces, state=in_talk(room, item))


def done(room: Room, item: AgendaItem, sentence: str, *, waiting: bool = False, following: bool = True) -> Outcome:
    """What was done, and what comes next, in the place of the card that asked."""
    t, view = texts(room.lang), view_of(room, item)
    lines = whole(item, view.told, t)[1:] if following else []
    rendered = card.done(sentence, view, room.frame, lines, waiting=waiting)
    return say(room, rendered, replaces=room.turn.kind == "action", state=in_talk(room, item))


def stale(room: Room, error: StaleItem) -> Outcome:
    """Somebody was faster: what they did, and that nothing else was done."""
    t, change = texts(room.lang), error.changed
    name = (name_of(room, change.person) or "") if change is not None else ""
    told = t.say(dp.DESK_STALE_CASE, what=changed(change, name, room.scene.subject.person or "", t))
    if error.item is None:
        return say(room, card.done(told, None, room.frame), replaces=room.turn.kind == "action")
    view = view_of(room, error.item)
    rendered = card.done(told, view, room.frame, whole(error.item, view.told, t))
    return say(room, rendered, replaces=room.turn.kind == "action", state=in_talk(room, error.item))


def impossible(room: Room, error: NotPossible) -> Outcome:
    """Why it cannot be done with the item as it stands; with who brought it there."""
    t, item = texts(room.lang), error.item
    view = view_of(room, item)
    last = item.last
    name = (name_of(room, last.person) or "") if last is not None else ""
    lines = [changed(last, name, room.scene.subject.person or "", t)] if last is not None else []
    if next_state(item.state, error.action) is not None and not view.told.decides:
        # It can be done, but by somebody else.
        told, lines = t.say(dp.DESK_NOT_YOURS, body=body_of(item)), whole(item, view.told, t)
    else:
        told = t.say(dp.DESK_NOT_NOW, standing=stands(item, t))
    rendered = card.done(told, view, room.frame, lines)
    return say(room, rendered, replaces=room.turn.kind == "action", state=in_talk(room, item))


def privately(room: Room) -> Outcome:
    """One line: that this is done in personal chat only."""
    return say(room, Rendered(texts(room.lang).say(dp.DESK_ONLY_PRIVATELY)))
