"""A secretary makes the agenda of a meeting, in words and by card: orders, locks, publishes; others read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from cards import agendaforms as form
from cards import agendaphrases as ap
from cards import missing, verbs
from cards.agendatold import Line, body_of, day_of, did, said
from cards.texts import clean, texts
from dialogs import followupdeeds, secretarypapers, secretarypractice
from dialogs import secretaryacts as acts
from dialogs.ask import ask
from dialogs.calendarshown import name_of
from dialogs.caseviews import privately
from dialogs.clicks import gone, refused, word
from dialogs.deeds import is_some_secretary
from dialogs.desk import called
from dialogs.deskacts import version_in
from dialogs.replies import Room, say
from dialogs.secretaryviews import changed, guarded, meant, of, seen_version, show, shown_of
from dialogs.turn import AskedQuestion, Outcome
from dialogs.understanding.agendasaid import move_said, reason_in, standing_in
from dialogs.understanding.understand import Understanding
from store.agenda.records import STANDING
from store.errors import Conflict, NotFound, StoreError
from store.minutes.records import CannotDo, MeetingAgenda
from store.records import Finding, State

ORDERS = frozenset(
    {
        "agenda_move", "agenda_put", "agenda_off", "agenda_standing_off", "agenda_standing_on", "agenda_lock",
        "agenda_unlock", "agenda_publish", "agenda_supplement", "agenda_neutral", "agenda_history", "agenda_make",
        "agenda_order",
    }
)  # fmt: skip
"""What only who keeps the agenda may do."""
COMMANDS = frozenset({"agenda_show", *ORDERS, *secretarypapers.COMMANDS, *secretarypractice.COMMANDS})
HANDLED = frozenset(
    {
        verbs.AGENDA, verbs.AGENDA_ENTRY, verbs.AGENDA_MOVE, verbs.AGENDA_PUT, verbs.AGENDA_OFF, verbs.AGENDA_ORDER,
        verbs.AGENDA_STANDING, verbs.AGENDA_LOCK, verbs.AGENDA_UNLOCK, verbs.AGENDA_PUBLISH, verbs.AGENDA_SUPPLEMENT,
        verbs.AGENDA_NEUTRAL, verbs.AGENDA_FOLLOW, verbs.AGENDA_HISTORY, *secretarypapers.HANDLED,
        *secretarypractice.HANDLED,
    }
)  # fmt: skip
_OPEN = frozenset({verbs.AGENDA, verbs.AGENDA_FILES})
"""What those may press who do not keep the agenda."""


def command(room: Room, read: Understanding) -> Outcome | None:
    """What is asked or ordered on agendas; None where another flow knows better what is meant."""
    if read.command in secretarypractice.COMMANDS:
        return _noted(secretarypractice.command(room, read), room)
    if read.command in secretarypapers.COMMANDS:
        return _noted(secretarypapers.command(room, read), room)
    if read.command == "agenda_show":
        return _shown(room, read) or ask(room, replace(read, command=None))
    if room.scene.subject.audience != "personal":
        return privately(room)
    if not is_some_secretary(room):
        return refused(room, read.text)
    found = meant(room, read)
    if found is None:
        return say(room, missing.plain(ap.AGENDA_NO_BODY, room.frame))
    if isinstance(found, Outcome):
        return _noted(found, room)
    if not found.keeps:
        return refused(room, read.text)
    return _noted(guarded(room, found.meeting.key, lambda: _ordered(room, read, found)), room)


def _shown(room: Room, read: Understanding) -> Outcome | None:
    """The agenda for who keeps it, for members once somebody works on it, for all once it is published."""
    found = meant(room, read)
    if found is None or isinstance(found, Outcome):
        return _noted(found, room) if found is not None and is_some_secretary(room) else None
    if not found.keeps and not found.entries:
        return None
    lines = acts.lines(room, found)
    if not found.keeps and not lines:
        return None
    facts = secretarypapers.facts(room, found, lines)
    finding = Finding("answered", facts, count=len(lines), complete=True) if facts else Finding("not_found")
    asked = AskedQuestion(read.text, room.lang, "upcoming", "answered", closed=any(one.closed for one in lines))
    return replace(show(room, found), asked=asked, finding=finding)


def _ordered(room: Room, read: Understanding, agenda: MeetingAgenda) -> Outcome:
    version, text, name = seen_version(room, agenda), read.typed or read.text, read.command
    if name in ("agenda_make", "agenda_history"):
        return show(room, agenda) if name == "agenda_make" else _history(room, agenda)
    if name == "agenda_order":
        return _reordering(room, agenda, version, {})
    if name == "agenda_lock":
        return acts.lock(room, agenda, version)
    if name == "agenda_unlock":
        return acts.unlock(room, agenda, version, reason_in(text))
    if name == "agenda_publish":
        return acts.publish(room, agenda, version, sure=False)
    if name == "agenda_supplement":
        return acts.supplementing(room, agenda)
    if name in ("agenda_standing_off", "agenda_standing_on"):
        kind = standing_in(text)
        if kind is not None:
            return acts.standing(room, agenda, version, kind, on=name.endswith("_on"))
    if name == "agenda_put":
        return _put(room, agenda, version, _title(read))
    return _on_entry(room, read, agenda, version, text)


def _on_entry(room: Room, read: Understanding, agenda: MeetingAgenda, version: int, text: str) -> Outcome:
    """Orders on one entry: its number means the one that the person saw."""
    t, lines = texts(room.lang), acts.lines(room, agenda)
    at = _entry(lines, read)
    if at is None:
        number = read.item_number
        told = t.say(ap.AGENDA_NO_ITEM, number=number) if number else t.say(ap.AGENDA_WHICH_ITEM)
        return changed(room, agenda, told)
    if version != agenda.version and read.item_number:
        acts.current(agenda, version)
    if read.command == "agenda_off":
        return acts.take_off(room, agenda, version, lines[at])
    if read.command == "agenda_neutral":
        title = clean(_title(read)).strip(" \"'»«“”.")
        return _neutral(room, agenda, lines[at], None, title or None)
    move = move_said(text)
    to = acts.target(lines, at, move) if move is not None else None
    if move is None or to is None:
        told = t.say(ap.AGENDA_NO_ITEM, number=move.number) if move is not None else t.say(ap.AGENDA_WHICH_ITEM)
        return changed(room, agenda, told)
    if to == at and agenda.state == "building":
        return changed(room, agenda, t.say(ap.AGENDA_AT_END, title=said(lines[at], t)))
    return acts.move(room, agenda, version, lines[at].id, to)


def _title(read: Understanding) -> str:
    return read.args.get("titel") or read.args.get("title") or ""


def _entry(lines: tuple[Line, ...], read: Understanding) -> int | None:
    """Where the entry stands that is meant, by number or by a few words of its title."""
    if read.item_number:
        return next((at for at, one in enumerate(lines) if one.number == read.item_number.lstrip("0")), None)
    kind = standing_in(_title(read))
    if kind is not None:
        return next((at for at, one in enumerate(lines) if one.standing == kind), None)
    found = called([one.item for one in lines if one.item is not None], _title(read))
    if len(found) != 1:
        return None
    return next(at for at, one in enumerate(lines) if one.id == found[0].id)


def _put(room: Room, agenda: MeetingAgenda, version: int, title: str) -> Outcome:
    """An approved item by a few words of its title; standing items too."""
    t = texts(room.lang)
    kind = standing_in(title)
    if kind is not None:
        return acts.standing(room, agenda, version, kind, on=True)
    found = called(agenda.ready, title)
    if not found:
        day = day_of(agenda.meeting, t)
        quoted = t.quoted(clean(title).strip())
        return changed(room, agenda, t.say(ap.AGENDA_NONE_CALLED, title=quoted, body=body_of(agenda.meeting), when=day))
    if len(found) > 1:
        return acts.which_ready(room, agenda, found)
    return acts.put_on(room, agenda, version, found[0])


def _history(room: Room, agenda: MeetingAgenda) -> Outcome:
    t, reader = texts(room.lang), room.scene.subject.person or ""
    steps = room.ports.agendas.history(agenda.meeting.key, room.scene.subject)
    told = [(step, did(step, name_of(room, step.person) or "", reader, t)) for step in steps]
    return say(room, form.history(agenda, told, room.frame))


def _neutral(room: Room, agenda: MeetingAgenda, line: Line, seen: int | None, title: str | None) -> Outcome:
    t = texts(room.lang)
    if line.item is None or not line.closed:
        return changed(room, agenda, t.say(ap.AGENDA_NEUTRAL_OPEN, number=line.number))
    if title is None:
        rendered = form.neutral(shown_of(room, agenda), line, room.frame)
        return say(room, rendered, replaces=room.turn.kind == "action")
    return acts.neutral(room, agenda, line, line.item.version if seen is None else seen, title)


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button of an agenda; for who does not keep it there are none but to read it."""
    if verb in secretarypractice.HANDLED:
        return secretarypractice.click(room, verb, data)
    key = word(data, "meeting")
    if verb in secretarypapers.HANDLED:
        return secretarypapers.click(room, verb, data)
    return guarded(room, key, lambda: _clicked(room, verb, data, key))


def _clicked(room: Room, verb: str, data: Mapping[str, Any], key: str) -> Outcome:
    agenda = of(room, key)
    if verb == verbs.AGENDA:
        if not agenda.keeps and not agenda.entries:
            return gone(room)
        start = data.get("from")
        return show(room, agenda, start=start if isinstance(start, int) and not isinstance(start, bool) else 0)
    if room.scene.subject.audience != "personal":
        return privately(room)
    if not agenda.keeps:
        return gone(room)
    if verb == verbs.AGENDA_HISTORY:
        return _history(room, agenda)
    if verb == verbs.AGENDA_FOLLOW:
        return _followed(room, agenda, data)
    if verb in (verbs.AGENDA_ENTRY, verbs.AGENDA_NEUTRAL):
        return _one(room, verb, data, agenda)
    version = version_in(data)
    if version is None:
        return gone(room)
    return _STEPS[verb](room, agenda, version, data)


def _one(room: Room, verb: str, data: Mapping[str, Any], agenda: MeetingAgenda) -> Outcome:
    lines = acts.lines(room, agenda)
    at = next((at for at, one in enumerate(lines) if one.id == word(data, "item")), None)
    if at is None:
        return show(room, agenda)
    if verb == verbs.AGENDA_ENTRY:
        return say(room, form.entry(shown_of(room, agenda), at, room.frame))
    seen, given = data.get("seen"), data.get("neutral")
    title = (given if isinstance(given, str) else "") if data.get("set") is True else None
    version = seen if isinstance(seen, int) and not isinstance(seen, bool) else None
    return _neutral(room, agenda, lines[at], version, title)


def _followed(room: Room, agenda: MeetingAgenda, data: Mapping[str, Any]) -> Outcome:
    """A follow-up becomes a draft of an agenda item."""
    seen = data.get("seen")
    if not isinstance(seen, int) or isinstance(seen, bool):
        return gone(room)
    try:
        one = room.ports.follow_ups.follow_up(word(data, "follow"), room.scene.subject)
        return followupdeeds.to_agenda(room, one, seen)
    except NotFound:
        return gone(room)
    except (Conflict, StoreError):
        return show(room, of(room, agenda.meeting.key))


def _reordering(room: Room, agenda: MeetingAgenda, version: int, data: Mapping[str, Any]) -> Outcome:
    """The form, or the places that were filled in."""
    lines = acts.lines(room, agenda)
    if version != agenda.version:
        acts.current(agenda, version)
    if agenda.state != "building":
        raise CannotDo("locked")
    start = data.get("from")
    start = start if isinstance(start, int) and not isinstance(start, bool) and 0 <= start < len(lines) else 0
    ids = data.get("set")
    if not isinstance(ids, list):
        rendered = form.order(shown_of(room, agenda), room.frame, "", start)
        return say(room, rendered, state=show(room, agenda).state)
    wanted: dict[str, int] = {}
    now = {one.id: at for at, one in enumerate(lines, 1)}
    for at, id in enumerate(ids, start + 1):
        place = _place(data.get(f"place_{at}"), len(lines))
        if place is None or id not in now:
            fault = texts(room.lang).say(ap.AGENDA_ORDER_WRONG, count=len(lines))
            return say(room, form.order(shown_of(room, agenda), room.frame, fault, start), replaces=True)
        if place != now[id]:
            wanted[id] = place
    return acts.reorder(room, agenda, version, wanted)


def _place(given: object, most: int) -> int | None:
    """A place as an input gives it, also as "2.0"; None for none that is there."""
    head, _, tail = str(given if given is not None else "").strip().partition(".")
    if not head.isascii() or not head.isdigit() or tail.strip("0") or len(head) > 3:
        return None
    return int(head) if 1 <= int(head) <= most else None


def _moved(room: Room, agenda: MeetingAgenda, version: int, data: Mapping[str, Any]) -> Outcome:
    to = data.get("to")
    if not isinstance(to, int) or isinstance(to, bool):
        return gone(room)
    return acts.move(room, agenda, version, word(data, "item"), to)


def _put_on(room: Room, agenda: MeetingAgenda, version: int, data: Mapping[str, Any]) -> Outcome:
    items = (*agenda.ready, *(one.item for one in agenda.entries))
    item = next((one for one in items if one.id == word(data, "item")), None)
    if item is None:
        raise CannotDo("wrong")
    return acts.put_on(room, agenda, version, item)


def _took_off(room: Room, agenda: MeetingAgenda, version: int, data: Mapping[str, Any]) -> Outcome:
    line = next((one for one in acts.lines(room, agenda) if one.id == word(data, "item")), None)
    if line is None:
        # Pressed twice: the store knows the step by its version.
        acts.current(agenda, version)
        return show(room, agenda)
    return acts.take_off(room, agenda, version, line)


def _standing(room: Room, agenda: MeetingAgenda, version: int, data: Mapping[str, Any]) -> Outcome:
    kind = next((one for one in STANDING if one == data.get("kind")), None)
    if kind is None:
        return say(room, form.standing(shown_of(room, agenda), room.frame))
    return acts.standing(room, agenda, version, kind, on=data.get("on") is True)


def _supplemented(room: Room, agenda: MeetingAgenda, version: int, data: Mapping[str, Any]) -> Outcome:
    if data.get("sure") is not True:
        return acts.supplementing(room, agenda, [word(data, "item")])
    given = data.get("items")
    chosen = [one.strip() for one in given.split(",")] if isinstance(given, str) else []
    return acts.supplement(room, agenda, version, [one for one in chosen if one])


_Step = Callable[[Room, MeetingAgenda, int, Mapping[str, Any]], Outcome]
_STEPS: Mapping[str, _Step] = {
    verbs.AGENDA_MOVE: _moved,
    verbs.AGENDA_PUT: _put_on,
    verbs.AGENDA_OFF: _took_off,
    verbs.AGENDA_ORDER: _reordering,
    verbs.AGENDA_STANDING: _standing,
    verbs.AGENDA_LOCK: lambda room, agenda, version, data: acts.lock(room, agenda, version),
    verbs.AGENDA_UNLOCK: lambda room, agenda, version, data: acts.unlock(
        room, agenda, version, word(data, "reason"), given=data.get("set") is True
    ),
    verbs.AGENDA_PUBLISH: lambda room, agenda, version, data: acts.publish(
        room, agenda, version, sure=data.get("sure") is True
    ),
    verbs.AGENDA_SUPPLEMENT: _supplemented,
}


def pending(room: Room) -> str | None:
    """The meeting whose agenda the person was asked about publishing."""
    held = room.kept.get(acts.PENDING)
    return held if isinstance(held, str) else None


def confirmed(room: Room) -> Outcome:
    """They said yes."""
    key = pending(room) or ""
    return guarded(room, key, lambda: _sure(room, of(room, key)))


def _sure(room: Room, agenda: MeetingAgenda) -> Outcome:
    return acts.publish(room, agenda, seen_version(room, agenda), sure=True)


def settled(room: Room) -> State | None:
    """The state without the question that was asked; None when none was."""
    if pending(room) is None:
        return None
    return room.state("ask", {name: value for name, value in room.kept.items() if name != acts.PENDING})


def _noted(outcome: Outcome, room: Room) -> Outcome:
    """What a secretary orders is no question that answers could learn from."""
    return replace(outcome, asked=AskedQuestion("", room.lang, "manage", "answered"))
