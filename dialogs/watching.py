"""Watches by words and buttons: set up, shown, changed and ended, each told by a card with a way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from cards import missing, verbs
from cards import phrases as p
from cards import watch as card
from cards.prompts import prompts
from cards.texts import texts
from dialogs import watchesending
from dialogs.clicks import gone, word
from dialogs.kept import held_items, visible_items
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import Understanding
from dialogs.understanding.watchwords import Wanted, alike, behind, otherwise, wanted
from dialogs.watchesending import place_of
from store.errors import NotFound
from store.records import BodyRecord, ItemRecord, Query
from store.watch_records import LONGEST, MOST_WATCHES, TooManyWatches, Watch, WatchEvents, may_end

COMMANDS = frozenset({"watch_add", "watch_decided", "watch_list", "watch_remove", "watch_change", "watch_remove_all"})
HANDLED = frozenset(
    {
        verbs.WATCH, verbs.WATCHES, verbs.WATCH_ITEM, verbs.WATCH_ADD, verbs.WATCH_CHANGE, verbs.WATCH_STOP,
        verbs.WATCH_STOP_ALL,
    }
)  # fmt: skip
_ARGUMENTS = ("sag", "matter")


@lru_cache(maxsize=16)
def _names(bodies: tuple[BodyRecord, ...]) -> BodyNames:
    return BodyNames(bodies)


def command(room: Room, read: Understanding) -> Outcome | None:
    """What somebody wants to be told of, or no longer; None when the words mean something else after all."""
    if read.command == "watch_list":
        return _listed(room)
    if read.command == "watch_remove_all":
        return watchesending.asked(room)
    if read.command == "watch_change":
        return _exchanged(room, read)
    argument = next((read.args[name] for name in _ARGUMENTS if name in read.args), "")
    before, matter = behind(read.typed, argument) if argument else (read.typed, "")
    if matter and otherwise(matter):
        return None
    found = wanted(matter, _names(tuple(room.ports.bodies.bodies(room.scene.subject))), before)
    if read.command == "watch_remove":
        return _ended_by_words(room, found)
    watch = _watch(room, replace(found, decided=found.decided or read.command == "watch_decided"))
    return _unclear(room, found) if watch is None else _added(room, watch)


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button of an answer, a notice, a watch or the list of them."""
    try:
        if verb == verbs.WATCHES:
            start = data.get("from")
            return _listed(room, start if isinstance(start, int) and start > 0 else 0)
        if verb == verbs.WATCH_STOP_ALL:
            return watchesending.done(room)
        if verb == verbs.WATCH_ITEM:
            return _added(room, _of_item(room, room.ports.answers.item(word(data, "item"), room.scene.subject)))
        if verb == verbs.WATCH_ADD:
            return _added(room, _carried(room, data), replaces=True)
        watch = _found(room, word(data, "watch"))
        if verb == verbs.WATCH:
            return _shown(room, watch)
        if verb == verbs.WATCH_STOP:
            return _ended(room, watch, replaces=data.get("aside") is not True)
        return _changed(room, watch, _carried(room, data), replaces=True)
    except (NotFound, ValueError):
        return gone(room)


def _carried(room: Room, data: Mapping[str, Any]) -> Watch:
    """The watch that a button carries. Raises ValueError when it carries none."""
    to = data.get("to")
    return replace(Watch.of(to if isinstance(to, Mapping) else {}), lang=room.lang)


def _found(room: Room, key: str) -> Watch:
    for watch in room.ports.watches.of(place_of(room), room.scene.subject):
        if watch.key == key:
            return watch
    raise NotFound("no such watch")


def _watch(room: Room, found: Wanted) -> Watch | None:
    """The watch that is wanted; None when nothing, or nothing that can be told, is named."""
    events: WatchEvents = "decided" if found.decided else "all"
    body = next((each for each in room.ports.bodies.bodies(room.scene.subject) if each.name == found.body), None)
    key, name = (body.key, body.name) if body is not None else (None, None)
    if found.case:
        return Watch("case", found.case, events=events, lang=room.lang)
    if found.back or found.item:
        item = _meant(room, found)
        return None if item is None else replace(_of_item(room, item), events=events)
    if found.topic:
        return Watch("topic", found.topic[:LONGEST].strip(), key, name, events, lang=room.lang)
    return Watch("body", "", key, name, events, lang=room.lang) if key else None


def _meant(room: Room, found: Wanted) -> ItemRecord | None:
    """The item that is talked about, or the one of this number when there is only one."""
    if found.item:
        query = Query(
            text=found.item,
            topic="",
            intent="item",
            lang=room.lang,
            item_number=found.item,
            context=held_items(room),
            today=room.scene.now.date(),
        )
        return room.ports.answers.find(query, room.scene.subject).item
    items = visible_items(room, held_items(room)[:1])
    return items[0] if items else None


def _of_item(room: Room, item: ItemRecord) -> Watch:
    """A watch on the item's case; on its title where it has no number."""
    if item.case_number:
        return Watch("case", item.case_number[:LONGEST], lang=room.lang, item=item.key)
    return Watch("topic", item.title[:LONGEST].strip(), lang=room.lang, item=item.key)


def _unclear(room: Room, found: Wanted) -> Outcome:
    """What shall be watched for is asked; what is talked about is asked for as everywhere."""
    t = texts(room.lang)
    if found.back or found.item:
        return say(room, missing.plain(p.WHICH_MATTER, room.frame))
    return say(room, missing.plain(p.WATCH_WHAT, room.frame, (), example=t.quoted(t.say(p.ASK_WATCH))))


def _added(room: Room, watch: Watch, *, replaces: bool = False) -> Outcome:
    try:
        added = room.ports.watches.add(watch, place_of(room), room.scene.subject)
    except TooManyWatches:
        t = texts(room.lang)
        return say(room, missing.plain(p.WATCHES_MOST, room.frame, prompts((p.ASK_WATCHES,), t), count=MOST_WATCHES))
    told = ""
    if not added.new and added.before is None:
        t = texts(room.lang)
        told = t.say(p.WATCH_ALREADY, what=card.named(added.watch, t))
    rendered = card.kept(added.watch, room.frame, told, added.before, fresh=added.new)
    return say(room, rendered, replaces=replaces)


def _listed(room: Room, start: int = 0, chosen: Sequence[Watch] | None = None, told: str = "") -> Outcome:
    """All watches of the place, or those that are chosen from."""
    t = texts(room.lang)
    watches = chosen if chosen is not None else room.ports.watches.of(place_of(room), room.scene.subject)
    if not watches:
        return say(room, missing.plain(p.WATCHES_NONE, room.frame, (), example=t.quoted(t.say(p.ASK_WATCH))))
    names = {owner: _name(room, owner) for owner in {watch.owner for watch in watches}} if room.frame.shared else {}
    return say(room, card.listed(watches, names, room.frame, start if start < len(watches) else 0, told))


def _name(room: Room, person: str) -> str:
    known = room.ports.people.person(person)
    return known.name if known is not None else ""


def _shown(room: Room, watch: Watch) -> Outcome:
    own = may_end(watch, room.scene.subject)
    return say(room, card.one(watch, _name(room, watch.owner), room.frame, own=own))


def _ended(room: Room, watch: Watch, *, replaces: bool = False) -> Outcome:
    if not may_end(watch, room.scene.subject):
        return say(room, missing.plain(p.WATCH_NOT_YOURS, room.frame, prompts((p.ASK_WATCHES,), texts(room.lang))))
    gone_now = room.ports.watches.remove(watch.key, place_of(room), room.scene.subject)
    return say(room, card.ended(replace(gone_now, body_name=watch.body_name), room.frame), replaces=replaces)


def _ended_by_words(room: Room, found: Wanted) -> Outcome:
    """End the watch that is meant; of several that fit one is picked first."""
    t = texts(room.lang)
    watches = room.ports.watches.of(place_of(room), room.scene.subject)
    fitting = _fitting(room, found, watches)
    if len(fitting) == 1:
        return _ended(room, fitting[0])
    if not watches or fitting:
        return _listed(room, chosen=fitting, told=t.say(p.WATCH_WHICH) if fitting else "")
    told = _watch(room, found)
    named = card.named(told, t) if told is not None else t.quoted(found.topic)
    return _listed(room, chosen=watches, told=t.say(p.WATCH_UNKNOWN, what=named))


def _fitting(room: Room, found: Wanted, watches: Sequence[Watch]) -> list[Watch]:
    """The watches that are meant; all when none is named."""
    if found.nothing or (found.back and len(watches) == 1):
        return list(watches)
    meant = _watch(room, found)
    if meant is None:
        return list(watches)
    same = [
        each for each in watches if each.kind == meant.kind and (each.body or meant.body) == (meant.body or each.body)
    ]
    if meant.kind == "body":
        return same
    return [same[at] for at in alike([each.text for each in same], meant.text)]


def _exchanged(room: Room, read: Understanding) -> Outcome:
    """One matter for another: "følg skolelukninger i stedet for skolestruktur"."""
    names = _names(tuple(room.ports.bodies.bodies(room.scene.subject)))
    olds, news = (read.args.get("gammel") or read.args.get("old"), read.args.get("ny") or read.args.get("new"))
    forward = "ny" in read.args and read.typed.find(news or "") > read.typed.find(olds or "")
    old = wanted(olds or "", names)
    new = wanted(behind(read.typed, news or "")[1] if forward else news or "", names)
    watches = room.ports.watches.of(place_of(room), room.scene.subject)
    fitting = _fitting(room, old, watches)
    watch = _watch(room, new)
    if watch is None and new.nothing:
        return _unclear(room, new)
    if len(fitting) != 1 or watch is None:
        return _ended_by_words(room, old) if not fitting else _listed(room, chosen=fitting)
    return _changed(room, fitting[0], replace(watch, events=fitting[0].events))


def _changed(room: Room, old: Watch, new: Watch, *, replaces: bool = False) -> Outcome:
    t = texts(room.lang)
    if not may_end(old, room.scene.subject):
        return say(room, missing.plain(p.WATCH_NOT_YOURS, room.frame, prompts((p.ASK_WATCHES,), t)))
    changed = room.ports.watches.change(old.key, new, place_of(room), room.scene.subject)
    told = ""
    if changed.watch.key != old.key:
        told = t.say(p.WATCH_CHANGED, what=card.named(changed.watch, t), old=card.named(old, t))
    return say(room, card.kept(changed.watch, room.frame, told, old), replaces=replaces)
