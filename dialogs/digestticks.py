"""Buttons of weekly and personal reminders: one effect however often and by whom pressed, the card redrawn for all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from cards import digestphrases as gp
from cards import verbs
from cards.catalogue import Phrase
from cards.digest import aware
from cards.parts import Rendered
from cards.reminder import MOST, Due, Why
from cards.texts import Texts, clean, shorten, texts
from dialogs.clicks import gone, word
from dialogs.digestshown import digest_card, name_of, readable, reminder_card
from dialogs.replies import Room, say
from dialogs.turn import Message, Outcome
from store.calendar import local
from store.errors import NotFound
from store.followup_records import BadFollowUp, FollowUp, FollowUpAction, StaleFollowUp

HANDLED = frozenset(
    {verbs.DIGEST_TICK, verbs.DIGEST_UNTICK, verbs.DIGEST_ALL, verbs.REMINDER_DONE, verbs.REMINDER_LATER}
)
_ACTS: Mapping[str, FollowUpAction] = {
    verbs.DIGEST_TICK: "done",
    verbs.DIGEST_UNTICK: "reopen",
    verbs.REMINDER_DONE: "done",
    verbs.REMINDER_LATER: "snooze",
}
_BESIDE: frozenset[FollowUpAction] = frozenset({"note", "deputy", "agenda", "snooze"})
"""Changes that leave what was promised as the card says it: who presses Done means it all the same."""
_LATER = timedelta(days=7)
_TITLE = 100


class _Refused(Exception):
    """A click that changed nothing: `told` says why; `aside`: the card stays as it is."""

    def __init__(self, told: str, *, aside: bool = False) -> None:
        super().__init__("refused")
        self.told, self.aside = told, aside


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button of such a message."""
    if verb == verbs.DIGEST_ALL:
        return _page(room, data)
    if not word(data, "id"):
        return gone(room)
    told = ""
    try:
        _acted(room, _ACTS[verb], data)
    except _Refused as refused:
        if refused.aside:
            return _aside(room, refused.told)
        told = refused.told
    if verb in (verbs.DIGEST_TICK, verbs.DIGEST_UNTICK):
        return _ticked(room, data, told)
    return _answered(room, data, told)


def _acted(room: Room, action: FollowUpAction, data: Mapping[str, Any]) -> FollowUp:
    """Do it once. Raises _Refused when it changes nothing."""
    t, subject, id = texts(room.lang), room.scene.subject, word(data, "id")
    version = data.get("version")
    try:
        now = room.ports.follow_ups.follow_up(id, subject)
    except NotFound:
        raise _Refused(t.say(gp.DIGEST_TICK_GONE)) from None
    if not now.may_change or not isinstance(version, int):
        raise _Refused(t.say(gp.DIGEST_TICK_NOT_YOURS, title=_title(now, t)), aside=True)
    to = local(room.scene.now).date() + _LATER if action == "snooze" else None
    for _ in range(3):
        try:
            return room.ports.follow_ups.act(id, version, action, subject, to=to)
        except StaleFollowUp as stale:
            if stale.now is None or stale.changed is None or not _still_meant(stale):
                raise _Refused(_why(room, stale, now, t)) from None
            version = stale.now.version
        except (NotFound, BadFollowUp):
            break
    raise _Refused(t.say(gp.DIGEST_TICK_CHANGED, title=_title(now, t)))


def _still_meant(stale: StaleFollowUp) -> bool:
    """Whether what happened meanwhile leaves the promise as it was read."""
    changed, now = stale.changed, stale.now
    return changed is not None and changed.action in _BESIDE and now is not None and now.state == "open"


def _why(room: Room, stale: StaleFollowUp, before: FollowUp, t: Texts) -> str:
    changed, title = stale.changed, _title(stale.now or before, t)
    if changed is not None and changed.action == "done":
        if changed.person == room.scene.subject.person:
            return ""
        name = name_of(room.ports, changed.person)
        return t.say(gp.DIGEST_TICK_ALREADY, name=name, title=title) if name else t.say(
            gp.DIGEST_TICK_ALREADY_SO, title=title
        )  # fmt: skip
    return t.say(gp.DIGEST_TICK_CHANGED, title=title)


def _title(one: FollowUp, t: Texts) -> str:
    return t.quoted(shorten(clean(one.title), _TITLE))


def _ticked(room: Room, data: Mapping[str, Any], told: str) -> Outcome:
    """The same message redrawn, for everyone who sees it; where it cannot be any more, what was done is said."""
    built, start = aware(data.get("built")), data.get("from")
    try:
        if built is None:
            raise NotFound("no instant")
        at = start if isinstance(start, int) else 0
        rendered, _ = digest_card(
            room.ports, word(data, "digest"), room.scene.subject, built, room.frame, told=told, start=at
        )
    except NotFound:
        return _aside(room, told or _done_said(room, data))
    return say(room, rendered, replaces=True)


def _done_said(room: Room, data: Mapping[str, Any]) -> str:
    t = texts(room.lang)
    found = readable(room.ports, [word(data, "id")], room.scene.subject)
    phrase: Phrase = gp.DIGEST_TICKED if found and found[0].state == "done" else gp.DIGEST_TICK_CHANGED
    return t.say(phrase, title=_title(found[0], t)) if found else t.say(gp.DIGEST_TICK_GONE)


def _answered(room: Room, data: Mapping[str, Any], told: str) -> Outcome:
    """A personal reminder redrawn with what was answered; who waits for whom is read anew."""
    held, day = data.get("ids"), word(data, "day")
    ids = [one for one in held if isinstance(one, str)][:MOST] if isinstance(held, (list, tuple)) else []
    subject = room.scene.subject
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return gone(room)
    found = [Due(one, why(one, subject.person)) for one in readable(room.ports, ids, subject)]
    rendered: Rendered | None = reminder_card(found, on, room.frame, told)
    return say(room, rendered, replaces=True) if rendered is not None else gone(room)


def why(one: FollowUp, person: str | None) -> Why:
    """Why somebody is reminded of it: as responsible or deputy, or as a secretary."""
    own = {each.person for each in (one.responsible, one.deputy) if each is not None and each.person}
    if not own:
        return "title"
    return "own" if person in own else "unanswered"


def _page(room: Room, data: Mapping[str, Any]) -> Outcome:
    """All lines, a page at a time, as a message of its own: the reminder itself stays short."""
    built, start = aware(data.get("built")), data.get("from")
    if built is None or not isinstance(start, int) or isinstance(start, bool):
        return gone(room)
    try:
        rendered, _ = digest_card(room.ports, word(data, "digest"), room.scene.subject, built, room.frame, start=start)
    except NotFound:
        return gone(room)
    return say(room, rendered)


def _aside(room: Room, told: str) -> Outcome:
    """A line for the one who pressed; the message stays for the others."""
    return Outcome(Message(told), aside=True)
