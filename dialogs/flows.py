"""Which flow answers a turn: by verb for clicks, by command and intent for text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from cards import missing, verbs
from cards import phrases as p
from cards.parts import Prompt, Rendered
from cards.prompts import elsewhere, prompt
from cards.texts import texts
from cards.welcome import example
from dialogs import (
    calendarkeeping,
    clicks,
    deeds,
    delivery,
    desk,
    digests,
    digestticks,
    files,
    followups,
    improve,
    initiativeclicks,
    manage,
    minutes,
    minutessaid,
    minutesviews,
    mycases,
    news,
    people,
    practice,
    register,
    registersaid,
    secretary,
    watchesending,
    watching,
    welcome,
)
from dialogs.ask import ask, visible_items
from dialogs.ports import Ports
from dialogs.replies import Room, language_for, message, say
from dialogs.turn import AskedQuestion, Outcome, Scene, Turn
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.text import words
from dialogs.understanding.understand import SOCIAL, Reader, Understanding
from store.access import is_administrator
from store.records import BodyRecord, Intent, Lang, State


@lru_cache(maxsize=16)
def _reader(bodies: tuple[BodyRecord, ...]) -> Reader:
    """Names of bodies change with the documents; building their forms is done once for each set."""
    return Reader(BodyNames(bodies))


def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
    """What the assistant says to a turn: at most one message."""
    outcome = _respond(turn, scene, ports)
    return replace(outcome, state=_still_open(scene, outcome.state)) if outcome.state is not None else outcome


def _still_open(scene: Scene, state: State) -> State:
    """What is written on stays open whatever is asked in between; only the flow that opened it closes it."""
    before = scene.state.data if scene.state is not None else {}
    kept = {name: before[name] for name in _STAY_OPEN if before.get(name) is not None and name not in state.data}
    return replace(state, data={**state.data, **kept}) if kept else state


_STAY_OPEN = ("draft", minutesviews.KEPT, minutesviews.KEPT_ITEM)
"""What the state keeps of a draft and of minutes that are being written."""


def _respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
    if turn.kind == "feedback":
        return improve.feedback(turn, ports)
    if turn.kind not in ("message", "action", "installed"):
        return Outcome()
    if not scene.subject.employee or scene.subject.person is None:
        room = Room(turn, scene, ports, scene.lang)
        return Outcome(message(missing.plain(p.NOT_FOR_YOU, room.frame, ())))
    if turn.kind == "installed":
        return welcome.welcome(Room(turn, scene, ports, scene.lang))
    if turn.kind == "action":
        return _clicked(Room(turn, scene, ports, scene.lang))
    if turn.files:
        return files.dropped(Room(turn, scene, ports, scene.lang))
    for said in (minutessaid.said, registersaid.said):
        on_draft = said(Room(turn, scene, ports, scene.lang))
        if on_draft is not None:
            return on_draft
    read = _reader(tuple(ports.bodies.bodies(scene.subject))).read(turn.text, scene.now.date())
    lang, spoken = language_for(turn, scene, read)
    return _spoken(Room(turn, scene, ports, lang, spoken), read)


def _clicked(room: Room) -> Outcome:
    verb, data = room.turn.verb or "", room.turn.data
    for handled, flow in _CLICKS:
        if verb in handled:
            return flow(room, verb, data)
    return clicks.gone(room)


def _cancelled(room: Room, verb: str, data: Mapping[str, object]) -> Outcome:
    return say(
        room,
        missing.confirmed(texts(room.lang).say(p.CANCELLED), room.frame, elsewhere(texts(room.lang))),
        replaces=True,
        state=_settled(room),
    )


_CLICKS: tuple[tuple[frozenset[str], Callable[[Room, str, Mapping[str, object]], Outcome]], ...] = (
    (clicks.HANDLED, clicks.click),
    (initiativeclicks.HANDLED, initiativeclicks.click),
    (files.HANDLED, files.click),
    (deeds.HANDLED, deeds.click),
    (people.HANDLED, people.click),
    (watching.HANDLED, watching.click),
    (news.HANDLED, news.click),
    (digestticks.HANDLED, digestticks.click),
    (digests.HANDLED, digests.click),
    (calendarkeeping.HANDLED, calendarkeeping.click),
    (register.HANDLED, register.click),
    (desk.HANDLED, desk.click),
    (minutes.HANDLED, minutes.click),
    (mycases.HANDLED, mycases.click),
    (practice.HANDLED, practice.click),
    (secretary.HANDLED, secretary.click),
    (followups.HANDLED, followups.click),
    (frozenset({verbs.CANCEL}), _cancelled),
)
VERBS = frozenset().union(*(handled for handled, _ in _CLICKS))
"""All verbs that a flow answers."""


def _spoken(room: Room, read: Understanding) -> Outcome:
    if read.command in _ON_CONTEXT:
        outcome = _ON_CONTEXT[read.command](room, read)
        if outcome is not None:
            return outcome
    elif read.command is not None:
        if read.command in desk.ON_TALK and (outcome := desk.on_talk(room, read)) is not None:
            return outcome
        for commands, flow, allowed in _COMMANDS:
            if read.command in commands:
                if allowed(room):
                    return flow(room, read)
                if read.intent in ("item", "decisions_list") and read.command.startswith("open"):
                    # "Åbn punkt 72" is also how one asks to see it.
                    return ask(room, read)
                if read.intent == "upcoming" and read.command in calendarkeeping.COMMANDS:
                    return ask(room, replace(read, command=None))
                return clicks.refused(room, read.text)
    if read.intent in SOCIAL:
        return _social(room, read)
    return ask(room, read)


def _chosen(room: Room, read: Understanding) -> Outcome | None:
    held = room.kept.get("choices")
    keys = [key for key in held if isinstance(key, str)] if isinstance(held, (list, tuple)) else []
    if not keys or read.choice is None or read.choice >= len(keys):
        return None if not keys and read.item_number else say(room, missing.plain(p.WHICH_MATTER, room.frame))
    found = visible_items(room, [keys[read.choice]])
    if not found:
        return clicks.gone(room)
    intent = room.kept.get("intent")
    asked: Intent = intent if intent in clicks.INTENTS else "find"  # type: ignore[assignment]  # checked against Intent
    return clicks.choose(room, found[0], asked)


def _more(room: Room, read: Understanding) -> Outcome | None:
    return clicks.more(room, room.kept.get("from"), room.kept.get("list"))


def _whole(room: Room, read: Understanding) -> Outcome | None:
    return _on_first(room, clicks.show_item)


def _related(room: Room, read: Understanding) -> Outcome | None:
    return _on_first(room, clicks.show_related)


def _on_first(room: Room, then: Callable[..., Outcome]) -> Outcome:
    held = room.kept.get("items")
    keys = [key for key in held if isinstance(key, str)] if isinstance(held, (list, tuple)) else []
    found = visible_items(room, keys[:1])
    if not found:
        return say(room, missing.plain(p.GONE if keys else p.WHICH_MATTER, room.frame))
    return then(room, found[0])


def _cancel(room: Room, read: Understanding) -> Outcome | None:
    state = _settled(room)
    if state is None:
        return say(room, missing.plain(p.NOTHING_PENDING, room.frame))
    return say(room, missing.plain(p.CANCELLED, room.frame), state=state)


def _settled(room: Room) -> State | None:
    """The state without what was asked about last; None when nothing was."""
    asked = (
        deeds.settled, calendarkeeping.settled, watchesending.settled, register.settled, secretary.settled,
        followups.settled,
    )  # fmt: skip
    return next((state for each in asked if (state := each(room)) is not None), None)


def _yes(room: Room, read: Understanding) -> Outcome | None:
    if deeds.pending(room) is not None:
        return deeds.confirmed(room)
    if calendarkeeping.pending(room) is not None:
        return calendarkeeping.confirmed(room)
    if watchesending.pending(room) is not None:
        return watchesending.done(room)
    if register.pending(room) is not None:
        return register.confirmed(room)
    if secretary.pending(room) is not None:
        return secretary.confirmed(room)
    if followups.pending(room) is not None:
        return followups.confirmed(room)
    return say(room, missing.plain(p.ACKNOWLEDGED, room.frame))


def _none(room: Room, read: Understanding) -> Outcome | None:
    """None of what was offered: the way forward is more words, and what was in talk stays."""
    return say(room, missing.plain(p.WHICH_MATTER, room.frame))


_ON_CONTEXT: Mapping[str | None, Callable[[Room, Understanding], Outcome | None]] = {
    "choose": _chosen,
    "more": _more,
    "whole": _whole,
    "related": _related,
    "cancel": _cancel,
    "yes": _yes,
    "none": _none,
    **dict.fromkeys(watching.COMMANDS, watching.command),
    **dict.fromkeys(news.COMMANDS, news.command),
    **dict.fromkeys(digests.COMMANDS, digests.command),
    **dict.fromkeys(register.COMMANDS, register.command),
    **dict.fromkeys(desk.COMMANDS, desk.command),
    **dict.fromkeys(minutes.COMMANDS, minutes.command),
    **dict.fromkeys(mycases.COMMANDS, mycases.command),
    **dict.fromkeys(practice.COMMANDS, practice.command),
    **dict.fromkeys(secretary.COMMANDS, secretary.command),
    **dict.fromkeys(followups.COMMANDS, followups.command),
}
_COMMANDS: tuple[tuple[frozenset[str], Callable[[Room, Understanding], Outcome], Callable[[Room], bool]], ...] = (
    (manage.COMMANDS, manage.command, manage.is_some_secretary),
    (calendarkeeping.COMMANDS, calendarkeeping.command, manage.is_some_secretary),
    (delivery.COMMANDS, delivery.command, delivery.may_ask),
    (people.COMMANDS, people.command, lambda room: is_administrator(room.scene.subject)),
    (improve.COMMANDS, improve.command, lambda room: is_administrator(room.scene.subject)),
)


def _social(room: Room, read: Understanding) -> Outcome:
    if read.intent == "help":
        return _said(room, read, welcome.help_card(room))
    if read.intent == "whoami":
        return _said(room, read, people.whoami(room))
    if read.intent == "language":
        return _language(room, read)
    if read.intent == "greeting":
        return _said(room, read, _greeting(room, read))
    if read.intent == "thanks":
        acknowledged = not {word.norm for word in words(read.text)} & _THANKING
        return _said(room, read, missing.plain(p.ACKNOWLEDGED if acknowledged else p.THANKS, room.frame))
    return _said(room, read, missing.plain(p.OFF_TOPIC, room.frame, _starters(room)))


_THANKING = frozenset(("tak", "takker", "thanks", "thank", "thx", "ty", "cheers", "hjælp", "help", "helped", "helpful"))
_PARTING = re.compile(
    r"(?:farvel|hej hej|vi ses|på gensyn|god weekend|hav en|fortsat|ha det|kan du have|"
    r"goodbye|bye|see you|good night|have a|take care)\b",
    re.IGNORECASE,
)


def _greeting(room: Room, read: Understanding) -> Rendered:
    """A greeting with an example, or a goodbye; the sample data say that they are samples."""
    if _PARTING.match(read.text):
        return missing.plain(p.GOODBYE, room.frame)
    t = texts(room.lang)
    told = missing.plain(p.GREETING, room.frame, _starters(room), example=t.say(example(demo=room.scene.demo)))
    return replace(told, text=f"{t.say(p.DEMO)}\n{told.text}") if room.scene.demo else told


def _starters(room: Room) -> tuple[Prompt, ...]:
    t = texts(room.lang)
    return (prompt(example(demo=room.scene.demo), t), prompt(p.ASK_LATEST, t), prompt(p.ASK_HELP, t))


def _said(room: Room, read: Understanding, rendered: Rendered) -> Outcome:
    asked = AskedQuestion("", room.lang, read.intent, "answered")
    return Outcome(message(rendered), lang=room.lang if room.spoken else None, asked=asked)


def _language(room: Room, read: Understanding) -> Outcome:
    """The language that was asked for sticks until another is asked for."""
    lowered = read.text.casefold()
    wanted: Lang = "en" if "engelsk" in lowered or "english" in lowered else "da"
    chosen = Room(room.turn, room.scene, room.ports, wanted)
    outcome = _said(chosen, read, missing.plain(p.LANGUAGE_SET, chosen.frame, _starters(chosen)))
    return Outcome(outcome.message, lang=wanted, lang_fixed=True, asked=outcome.asked)
