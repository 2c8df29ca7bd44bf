"""A secretary's desk, in words and by card: what waits, and what is decided on the item in talk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from rapidfuzz import fuzz

from cards import desk as card
from cards import deskforms as form
from cards import deskphrases as dp
from cards import missing, verbs
from cards.desktold import body_of
from cards.texts import clean, texts
from dialogs import deskacts
from dialogs.caseviews import held, in_talk, names_of, privately, seen_version, view_of
from dialogs.clicks import word
from dialogs.deeds import is_some_secretary
from dialogs.deskacts import guarded
from dialogs.replies import Room, say
from dialogs.turn import AskedQuestion, Outcome
from dialogs.understanding.desksaid import coming_day, comment_in, next_meeting
from dialogs.understanding.understand import Understanding
from store.agenda.records import ALIVE, AgendaItem
from store.agenda.states import may

COMMANDS = frozenset({"desk_waiting", "desk_approve", "desk_return", "desk_move"})
ON_TALK: Mapping[str, str] = {"open_item": "open", "close_item": "closed", "exclude": "exclude", "include": "include"}
"""Commands of secretaries on decided items that mean the item on its way when that is in talk."""
HANDLED = frozenset(
    {
        verbs.DESK, verbs.DESK_APPROVE, verbs.DESK_RETURN, verbs.DESK_MOVE, verbs.DESK_ACCESS, verbs.DESK_EXCLUDE,
        verbs.DESK_INCLUDE,
    }
)  # fmt: skip
LIKE = 80
"""How like a title has to be to what somebody calls it, of 100."""
_OWN = frozenset({"draft", "returned"})


def command(room: Room, read: Understanding) -> Outcome | None:
    """What a secretary asks or orders; None where another flow knows better what is meant."""
    if read.command == "desk_waiting":
        if room.scene.subject.audience != "personal":
            return privately(room)
        return _noted(waiting(room, read.body or (read.bodies[0] if read.bodies else "")), room)
    items = meant(room, read.args.get("titel", ""))
    if not items:
        if room.scene.subject.audience != "personal":
            return privately(room) if is_shared_talk(room) else None
        return say(room, missing.plain(dp.DESK_WHICH_CASE, room.frame)) if is_some_secretary(room) else None
    if len(items) > 1:
        return _which(room, items)
    return _noted(guarded(room, _ordered, read, items[0]), room)


def is_shared_talk(room: Room) -> bool:
    """Whether an item on its way is in talk where others listen."""
    return held(room) is not None


def on_talk(room: Room, read: Understanding) -> Outcome | None:
    """Open, close, keep out, let in: of the item on its way that is in talk; None when none is."""
    item = held(room)
    if item is None or read.item_number or read.args.get("titel") or room.scene.subject.audience != "personal":
        return None
    return _noted(guarded(room, _access, read, item), room)


def _access(room: Room, read: Understanding, item: AgendaItem) -> Outcome:
    wanted, version = ON_TALK[read.command or ""], seen_version(room, item)
    if wanted in ("open", "closed"):
        return deskacts.access(room, item, version, wanted)
    name = read.args.get("navn") or read.args.get("name") or ""
    if wanted == "exclude":
        return deskacts.keep_out(room, item, version, name)
    out = names_of(room, item.excluded)
    like = [person for person, known in out.items() if fuzz.WRatio(name.casefold(), known.casefold()) >= LIKE]
    if len(like) == 1:
        return deskacts.let_in(room, item, version, like[0])
    return deskacts.access(room, item, version, "")


def _ordered(room: Room, read: Understanding, item: AgendaItem) -> Outcome:
    version = seen_version(room, item)
    if read.command == "desk_approve":
        if item.late and may(room.scene.subject, item, "approve") and item.state == "submitted":
            return say(room, form.approving_late(view_of(room, item), room.frame), state=in_talk(room, item))
        return deskacts.approve(room, item, version)
    if read.command == "desk_return":
        return deskacts.send_back(room, item, version, comment_in(room.turn.text))
    return _moved(room, item, version)


def _moved(room: Room, item: AgendaItem, version: int) -> Outcome:
    """To the meeting of the day that was named, to the one after its own, or to one that is chosen from a list."""
    t, text = texts(room.lang), room.turn.text
    choices = deskacts.other_meetings(room, item)
    day = coming_day(text, room.scene.now.date())
    if day is not None:
        own = [item.meeting] if item.meeting is not None else []
        found = [one for one in (*choices, *own) if one.day == day]
        if found:
            return deskacts.move(room, item, version, found[0].key)
        return deskacts.move(room, item, version, "", t.say(dp.DESK_MOVE_NO_DAY, body=body_of(item), date=day))
    after = item.meeting.day if item.meeting is not None else room.scene.now.date()
    later = [one for one in choices if one.day > after]
    if next_meeting(text) and later:
        return deskacts.move(room, item, version, later[0].key)
    return deskacts.move(room, item, version, "")


def meant(room: Room, title: str) -> list[AgendaItem]:
    """The items that a command may mean: by what they are called, else the one in talk."""
    if not title:
        item = held(room)
        return [item] if item is not None else []
    agenda, subject = room.ports.agenda, room.scene.subject
    known = {one.id: one for one in (*agenda.waiting(subject), *agenda.mine(subject))}
    found = called(tuple(known.values()), title)
    return found or called(agenda.found(subject, states=ALIVE), title)


def called(items: Sequence[AgendaItem], title: str) -> list[AgendaItem]:
    """The items that somebody may mean by a few words of their titles, or by a case number."""
    wanted = clean(title).strip(' .?!"»«“”').casefold()
    if not wanted:
        return []
    exact = [one for one in items if wanted in (one.title.casefold().strip(), one.case_number.casefold().strip())]
    if exact:
        return exact
    scored = [(fuzz.token_set_ratio(wanted, one.title.casefold()), one) for one in items]
    scored = [(max(score, fuzz.partial_ratio(wanted, one.title.casefold()) - 5), one) for score, one in scored]
    best = max((score for score, _ in scored), default=0)
    return [one for score, one in scored if score >= LIKE and score >= best - 10]


def waiting(room: Room, body: str = "", start: int = 0) -> Outcome:
    """What waits for the person: submitted items of their bodies, and their own that are not submitted."""
    agenda, subject = room.ports.agenda, room.scene.subject
    known = {one.name: one.key for one in room.ports.bodies.bodies(room.scene.subject)}
    key = known.get(body) or (body if body in known.values() else None)
    name = next((one for one, held_key in known.items() if held_key == key), "")
    if body and key is None:
        body = ""
    items = agenda.waiting(subject, key)
    own = [one for one in agenda.mine(subject) if one.state in _OWN and one.author == subject.person]
    own = [one for one in own if key is None or one.body_key == key]
    names = names_of(room, {one.author for one in items})
    start = start if 0 <= start < len(items) else 0
    rendered = card.waiting(items, own, names, room.frame, name, start, {"body": key or ""})
    told = [*items, *own]
    state = in_talk(room, told[0]) if len(told) == 1 else None
    return say(room, rendered, state=state)


def _which(room: Room, items: Sequence[AgendaItem]) -> Outcome:
    t, view = texts(room.lang), view_of(room, items[0])
    return say(room, card.mine(items, view.told, room.frame, question=t.say(dp.DESK_MINE_WHICH)))


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button of the desk; where others listen there is no such thing."""
    if room.scene.subject.audience != "personal":
        return privately(room)
    if verb == verbs.DESK:
        start = data.get("from")
        body = word(data, "body")
        return waiting(room, body, start if isinstance(start, int) and not isinstance(start, bool) else 0)
    return guarded(room, deskacts.clicked, verb, data)


def _noted(outcome: Outcome, room: Room) -> Outcome:
    """What a desk is asked is no question that answers could learn from."""
    return replace(outcome, asked=AskedQuestion("", room.lang, "manage", "answered"))
