"""What a secretary does with an agenda: each thing once, on what they saw, told with the agenda as it stands then."""

from __future__ import annotations

from collections.abc import Sequence

from cards import agendaforms as form
from cards import agendaphrases as ap
from cards import verbs
from cards.agendatold import STANDING, Line, body_of, day_of, said
from cards.confirm import Option, options
from cards.texts import clean, shorten, texts
from dialogs.replies import Room, say
from dialogs.secretaryviews import changed, in_talk, of, shown_of
from dialogs.turn import Outcome
from dialogs.understanding.agendasaid import Move
from store.agenda.records import AgendaItem, StandingKind
from store.errors import NotFound
from store.minutes.records import CannotDo, MeetingAgenda, StaleMeeting


def lines(room: Room, agenda: MeetingAgenda) -> tuple[Line, ...]:
    """The entries as the person sees them."""
    return shown_of(room, agenda).lines(texts(room.lang))


def _order(room: Room, agenda: MeetingAgenda) -> list[str]:
    return [one.id for one in lines(room, agenda)]


def current(agenda: MeetingAgenda, version: int) -> None:
    """See that places and numbers mean what the person saw. Raises StaleMeeting."""
    if version != agenda.version:
        raise StaleMeeting(agenda.last)


def _arranged(room: Room, agenda: MeetingAgenda, version: int, order: Sequence[str]) -> MeetingAgenda:
    return room.ports.agendas.arrange(agenda.meeting.key, version, order, room.scene.subject)


def target(order: Sequence[Line], at: int, move: Move) -> int | None:
    """The place from 0 that an entry is to have; None for a number that is not there."""
    if move.kind in ("first", "last"):
        return 0 if move.kind == "first" else len(order) - 1
    if move.kind == "by":
        return max(0, min(len(order) - 1, at + move.by))
    other = next((place for place, one in enumerate(order) if one.number == move.number), None)
    if other is None or move.kind == "to":
        return other
    if move.kind == "before":
        return other - 1 if at < other else other
    return other if at < other else other + 1


def move(room: Room, agenda: MeetingAgenda, version: int, id: str, to: int) -> Outcome:
    """Let an entry stand at this place, from 0. Raises what Agendas.arrange raises."""
    t = texts(room.lang)
    order = [one for one in _order(room, agenda) if one != id]
    if agenda.state != "building":
        raise CannotDo("locked")
    if len(order) == len(lines(room, agenda)):
        raise NotFound("no such entry")
    order.insert(max(0, min(to, len(order))), id)
    now = _arranged(room, agenda, version, order)
    found = lines(room, now)
    at = max(0, min(to, len(found) - 1))
    told = t.say(ap.AGENDA_MOVED, title=said(found[at], t), number=found[at].number)
    if room.turn.kind == "action":
        rendered = form.entry(shown_of(room, now), at, room.frame, told)
        return say(room, rendered, replaces=True, state=in_talk(room, now))
    return changed(room, now, told)


def reorder(room: Room, agenda: MeetingAgenda, version: int, wanted: dict[str, int]) -> Outcome:
    """Let these entries have these places (from 1); the others keep their order."""
    rest = [one for one in _order(room, agenda) if one not in wanted]
    for id, place in sorted(wanted.items(), key=lambda pair: pair[1]):
        rest.insert(min(place - 1, len(rest)), id)
    now = _arranged(room, agenda, version, rest)
    return changed(room, now, texts(room.lang).say(ap.AGENDA_ORDERED))


def put_on(room: Room, agenda: MeetingAgenda, version: int, item: AgendaItem) -> Outcome:
    """Put an approved item on, before the standing items at the end."""
    t = texts(room.lang)
    if agenda.state == "published":
        return supplementing(room, agenda, [item.id])
    order = [one for one in lines(room, agenda) if one.id != item.id]
    last = set(shown_of(room, agenda).practice.last)
    place = len(order)
    while place and order[place - 1].standing in last:
        place -= 1
    ids = [one.id for one in order]
    ids.insert(place, item.id)
    now = _arranged(room, agenda, version, ids)
    found = next((one for one in lines(room, now) if one.id == item.id), None)
    number = found.number if found is not None else str(place + 1)
    return changed(room, now, t.say(ap.AGENDA_PUT_ON, title=_quoted(item, room), number=number))


def take_off(room: Room, agenda: MeetingAgenda, version: int, line: Line) -> Outcome:
    """Take an entry off; a case stays approved for the meeting."""
    t = texts(room.lang)
    if line.standing is not None:
        return standing(room, agenda, version, line.standing, on=False)
    now = _arranged(room, agenda, version, [one for one in _order(room, agenda) if one != line.id])
    return changed(room, now, t.say(ap.AGENDA_TAKEN_OFF, title=said(line, t)))


def standing(room: Room, agenda: MeetingAgenda, version: int, kind: StandingKind, *, on: bool) -> Outcome:
    """Put a standing item on, or take it off; a proposal becomes the agenda that way."""
    t, shown = texts(room.lang), shown_of(room, agenda)
    before = shown.lines(t)
    titled = STANDING[kind]
    told = t.say(ap.AGENDA_STANDING_ON if on else ap.AGENDA_STANDING_OFF, title=t.quoted(t.say(titled)))
    if agenda.version == 0 and not agenda.entries:
        # Nobody has put it in order yet: what was proposed becomes the agenda, with or without this item.
        order = [one.id for one in before if one.standing != kind]
        if on:
            name = f"standing:{kind}"
            order = [name, *order] if kind in shown.practice.first else [*order, name]
        return changed(room, _arranged(room, agenda, version, order), told)
    now = room.ports.agendas.standing(agenda.meeting.key, version, kind, on, room.scene.subject)
    return changed(room, now, told)


def lock(room: Room, agenda: MeetingAgenda, version: int) -> Outcome:
    """Number the entries and let the order stand."""
    t = texts(room.lang)
    now = room.ports.agendas.lock(agenda.meeting.key, version, room.scene.subject)
    told = f"{t.say(ap.AGENDA_LOCKED)} {t.say(ap.AGENDA_LOCKED_NEXT, body=body_of(now.meeting))}"
    return changed(room, now, told)


def unlock(room: Room, agenda: MeetingAgenda, version: int, reason: str, *, given: bool = False) -> Outcome:
    """Open it again; the reason is asked for where it is not said."""
    t = texts(room.lang)
    if agenda.state == "building":
        if agenda.version == version:
            return changed(room, agenda, t.say(ap.AGENDA_FAULT_OPEN_ALREADY))
    elif agenda.minutes != "none":
        raise CannotDo("final")
    if not reason.strip():
        current(agenda, version)
        fault = t.say(ap.AGENDA_REASON_NEEDED) if given else ""
        rendered = form.unlocking(agenda, room.frame, fault)
        return say(room, rendered, replaces=room.turn.kind == "action", state=in_talk(room, agenda))
    now = room.ports.agendas.unlock(agenda.meeting.key, version, reason.strip()[:500], room.scene.subject)
    return changed(room, now, t.say(ap.AGENDA_UNLOCKED))


def publish(room: Room, agenda: MeetingAgenda, version: int, *, sure: bool) -> Outcome:
    """Publish it; asked about once, with what everybody will see."""
    t = texts(room.lang)
    if not sure:
        current(agenda, version)
        if agenda.state != "locked":
            raise CannotDo("not_locked")
        state = in_talk(room, agenda)
        kept = room.state("ask", {**state.data, PENDING: agenda.meeting.key})
        return say(room, form.publishing(shown_of(room, agenda), room.frame), state=kept)
    now = room.ports.agendas.publish(agenda.meeting.key, version, room.scene.subject)
    told = t.say(ap.AGENDA_PUBLISHED)
    practice = room.ports.agendas.practice(now.meeting.body_key, room.scene.subject)
    if practice.channel is not None:
        told = f"{told} {t.say(ap.AGENDA_POSTED, channel=form.channel_of(practice.channel_name, t))}"
    return changed(room, now, told)


PENDING = "agenda_publish"
"""Where the state keeps the meeting whose agenda somebody was asked about publishing."""


def supplementing(room: Room, agenda: MeetingAgenda, chosen: Sequence[str] = (), fault: str = "") -> Outcome:
    """Asks which late items. Raises CannotDo before the agenda is published."""
    t = texts(room.lang)
    if agenda.state != "published":
        raise CannotDo("not_published")
    if not agenda.ready:
        return changed(room, agenda, t.say(ap.AGENDA_SUPPLEMENT_NONE))
    chosen = [one.id for one in agenda.ready if one.id in chosen]
    rendered = form.supplementing(shown_of(room, agenda), room.frame, chosen, fault)
    return say(room, rendered, state=in_talk(room, agenda))


def supplement(room: Room, agenda: MeetingAgenda, version: int, items: Sequence[str]) -> Outcome:
    """Publish late items."""
    t = texts(room.lang)
    if not items:
        return supplementing(room, agenda, (), t.say(ap.AGENDA_WHICH_PUT))
    now = room.ports.agendas.supplement(agenda.meeting.key, version, items, room.scene.subject)
    return changed(room, now, t.say(ap.AGENDA_SUPPLEMENTED, count=len(items)))


def neutral(room: Room, agenda: MeetingAgenda, line: Line, version: int, title: str) -> Outcome:
    """What everybody may know of a closed item; "" for nothing."""
    t = texts(room.lang)
    assert line.item is not None
    fields = {"neutral_title": " ".join(title.split())[:200]}
    now = room.ports.agenda.save(line.item.id, version, fields, room.scene.subject)
    if now.neutral_title:
        told = t.say(ap.AGENDA_NEUTRAL_SET, title=t.quoted(now.neutral_title))
    else:
        told = t.say(ap.AGENDA_NEUTRAL_GONE)
    return changed(room, of(room, agenda.meeting.key), told)


def which_ready(room: Room, agenda: MeetingAgenda, items: Sequence[AgendaItem]) -> Outcome:
    """Which of several approved items is to be put on."""
    t = texts(room.lang)
    data = {"meeting": agenda.meeting.key, "version": agenda.version}
    rows = [Option(shorten(clean(one.title), 100), "", verbs.AGENDA_PUT, {**data, "item": one.id}) for one in items[:8]]
    head = t.say(ap.AGENDA_OF, body=body_of(agenda.meeting), when=day_of(agenda.meeting, t))
    return say(room, options(head, t.say(ap.AGENDA_WHICH_PUT), rows, room.frame), state=in_talk(room, agenda))


def _quoted(item: AgendaItem, room: Room) -> str:
    t = texts(room.lang)
    return t.quoted(shorten(clean(item.title), 80))
