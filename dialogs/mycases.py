"""Everyone's own items: which there are, how far they are, what happened to them, and taking them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cards import desk as card
from cards import deskitem, missing, verbs
from cards import deskphrases as dp
from cards.desktold import Told, whole
from cards.parts import Prompt
from cards.texts import texts
from dialogs.caseviews import held, in_talk, names_of, privately, seen_version, show, told_of, view_of
from dialogs.clicks import word
from dialogs.desk import called
from dialogs.deskacts import guarded
from dialogs.registerending import recall, withdraw
from dialogs.replies import Room, say
from dialogs.turn import AskedQuestion, Outcome
from dialogs.understanding.understand import Understanding
from store.agenda.records import AgendaItem

COMMANDS = frozenset(
    {"cases_mine", "case_status", "case_recall", "case_withdraw", "case_history", "case_show", "case_show_called"}
)
_CALLED = "case_show_called"
"""An item by what it is called, theirs or one that waits for them; else it is a question on what was decided."""
HANDLED = frozenset({verbs.CASES_MINE, verbs.CASE_SHOW, verbs.CASE_HISTORY})


def command(room: Room, read: Understanding) -> Outcome | None:
    """What somebody asks of their own items; None where it is no question on those."""
    if room.scene.subject.audience != "personal":
        return None if read.command == _CALLED else privately(room)
    asked = AskedQuestion("", room.lang, "manage", "answered")
    if read.command == "cases_mine":
        return replace(mine(room), asked=asked)
    topic = (read.args.get("emne") or read.args.get("titel") or "").strip(" .,?!:;")
    if read.command == "case_status":
        return replace(status(room, topic), asked=asked)
    item = _meant(room, topic, waiting=read.command == _CALLED)
    if isinstance(item, Outcome):
        return replace(item, asked=asked)
    if item is None:
        return None
    if read.command in ("case_show", _CALLED):
        return replace(show(room, item), asked=asked)
    if read.command == "case_history":
        return replace(guarded(room, history, item), asked=asked)
    if read.command == "case_recall":
        return replace(guarded(room, _recall, item), asked=asked)
    return replace(guarded(room, _withdraw, item), asked=asked)


def _recall(room: Room, item: AgendaItem) -> Outcome:
    return recall(room, item.id, seen_version(room, item))


def _withdraw(room: Room, item: AgendaItem) -> Outcome:
    return withdraw(room, item.id, item.version, "", sure=False)


def mine(room: Room, start: int = 0) -> Outcome:
    """One's own items on their way."""
    items = room.ports.agenda.mine(room.scene.subject)
    if not items:
        return say(room, missing.plain(dp.DESK_MINE_NONE, room.frame, _begin(room)))
    state = in_talk(room, items[0]) if len(items) == 1 else None
    start = start if 0 <= start < len(items) else 0
    return say(room, card.mine(items, _reader(room, items[0]), room.frame, start), state=state)


def _reader(room: Room, item: AgendaItem) -> Told:
    """Who is told of several items: by their own names, which the items carry."""
    return replace(told_of(room, item), author="", secretaries=(), decides=False)


def _begin(room: Room) -> tuple[Prompt, ...]:
    t = texts(room.lang)
    told = t.say(dp.DESK_ASK_NEW)
    return (Prompt(told, told),)


def status(room: Room, topic: str) -> Outcome:
    """How far an item of theirs is: where it is, what comes next, by whom and by when."""
    t = texts(room.lang)
    item = _meant(room, topic)
    if isinstance(item, Outcome):
        return item
    if item is None:
        if topic:
            none = missing.plain(dp.DESK_MINE_NONE_ON, room.frame, _begin(room), topic=t.quoted(topic))
            return say(room, none)
        return say(room, missing.plain(dp.DESK_MINE_NONE, room.frame, _begin(room)))
    view = view_of(room, item)
    lines = whole(item, view.told, t)
    return say(room, deskitem.done(lines[0], view, room.frame, lines[1:]), state=in_talk(room, item))


def _meant(room: Room, topic: str, *, waiting: bool = False) -> AgendaItem | Outcome | None:
    """The item of theirs that is meant, a choice of several, None for none; `waiting`: or one that waits for them."""
    agenda, subject = room.ports.agenda, room.scene.subject
    if topic:
        near = {one.id: one for one in (*agenda.mine(subject), *(agenda.waiting(subject) if waiting else ()))}
        found = called(tuple(near.values()), topic) or called(agenda.mine(subject, alive=False), topic)
    else:
        talk = held(room)
        if talk is not None:
            return talk
        found = list(agenda.mine(subject))
    if len(found) < 2:
        return found[0] if found else None
    question = texts(room.lang).say(dp.DESK_MINE_WHICH)
    return say(room, card.mine(found, _reader(room, found[0]), room.frame, question=question))


def history(room: Room, item: AgendaItem) -> Outcome:
    """What was done to an item. Raises NotFound."""
    changes = room.ports.agenda.history(item.id, room.scene.subject)
    view = view_of(room, item)
    view = replace(view, names=names_of(room, {change.person for change in changes}))
    return say(room, deskitem.history(view, changes, room.frame), state=in_talk(room, item))


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button on an item or on one's list; an item that one may not read is gone."""
    if verb == verbs.CASES_MINE:
        if room.scene.subject.audience != "personal":
            return privately(room)
        start = data.get("from")
        return mine(room, start if isinstance(start, int) and not isinstance(start, bool) else 0)
    return guarded(room, _clicked, verb, data)


def _clicked(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    item = room.ports.agenda.item(word(data, "item"), room.scene.subject)
    if verb == verbs.CASE_SHOW:
        return show(room, item)
    if room.scene.subject.audience != "personal":
        return privately(room)
    return history(room, item)
