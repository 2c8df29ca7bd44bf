"""Weekly reminders by words and by card: set up, shown, changed, paused, sent at once and deleted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cards import digestphrases as gp
from cards import digestset as card
from cards import missing, verbs
from cards.digestform import Choices, form
from cards.digestlines import weekday_date
from cards.texts import texts
from dialogs.clicks import gone, word
from dialogs.digestforms import USUAL, Wrong, carried, filled, of_carried
from dialogs.digestmeant import meant
from dialogs.digestshown import name_of, names_of
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.digestsaid import asks, digest_said, firm, paused_until
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import Understanding
from dialogs.watchesending import place_of
from store.calendar import local
from store.errors import NotFound
from store.followup_records import BadFollowUp, Digest

COMMANDS = frozenset(
    {"digest_add", "digest_list", "digest_change", "digest_pause", "digest_resume", "digest_now", "digest_remove"}
)
HANDLED = frozenset(
    {
        verbs.DIGESTS, verbs.DIGEST_SHOW, verbs.DIGEST_FORM, verbs.DIGEST_SAVE, verbs.DIGEST_SET, verbs.DIGEST_PAUSE,
        verbs.DIGEST_RESUME, verbs.DIGEST_NOW, verbs.DIGEST_REMOVE,
    }
)  # fmt: skip


def command(room: Room, read: Understanding) -> Outcome | None:
    """What somebody says of a weekly reminder; None when the words mean something else after all."""
    if read.command == "digest_list":
        return _listed(room)
    if read.command == "digest_add":
        return _wanted(room, read)
    if asks(read.typed):
        return None
    found = [one for one in _all(room) if _fits(room, one, read)]
    if read.command in ("digest_pause", "digest_resume"):
        return _pauses(room, read, found)
    if len(found) != 1:
        t = texts(room.lang)
        return _listed(room, found, t.say(gp.DIGEST_WHICH) if found else "")
    if read.command == "digest_now":
        return _sent(room, found[0])
    if read.command == "digest_remove":
        return _removed(room, found[0])
    return _changed_by_words(room, read, found[0])


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button of a weekly reminder, of its form, of the list, or of the welcome."""
    if verb == verbs.DIGESTS:
        return _listed(room)
    try:
        if verb == verbs.DIGEST_SET:
            return _set_up(room, of_carried(data.get("to"), _place(room)))
        if verb in (verbs.DIGEST_FORM, verbs.DIGEST_SAVE) and not word(data, "digest"):
            before = _place(room)
        else:
            before = _found(room, word(data, "digest"))
    except (NotFound, Wrong):
        return gone(room)
    if verb == verbs.DIGEST_FORM:
        return _form(room, before)
    if verb == verbs.DIGEST_SAVE:
        return _saved(room, before, data)
    return _ON_ONE[verb](room, before, data)


def _all(room: Room) -> tuple[Digest, ...]:
    place = place_of(room)
    return room.ports.digests.of(place.audience, place.recipient, room.scene.subject)


def _found(room: Room, key: str) -> Digest:
    for digest in _all(room):
        if digest.key == key:
            return digest
    raise NotFound("no such digest")


def _place(room: Room) -> Digest:
    """A reminder for where the room is, as it is before anything was chosen."""
    place = place_of(room)
    return Digest("", place.audience, place.recipient, place.tenant, "", USUAL, room.lang)


def _today(room: Room) -> date:
    return local(room.scene.now).date()


def _shown(room: Room, digest: Digest) -> card.Shown:
    subject = room.scene.subject
    own = subject.person == digest.owner or any(grant.role == "secretary" for grant in subject.grants)
    by = name_of(room.ports, digest.owner)
    return card.Shown(digest, names_of(room.ports, digest, subject), _today(room), by, own)


def _wanted(room: Room, read: Understanding) -> Outcome | None:
    """Set it up as said; where the words leave open what is meant, the form asks."""
    t = texts(room.lang)
    said = digest_said(read.typed, BodyNames(tuple(room.ports.bodies.bodies(room.scene.subject))))
    if asks(read.typed) or (said.topic and not firm(read.typed, said)):
        return None
    if said.mine and room.scene.subject.audience != "personal":
        return say(room, missing.plain(gp.DIGEST_MINE_PRIVATE, room.frame, (), ask=t.quoted(t.say(gp.ASK_DIGEST_MINE))))
    place = _place(room)
    schedule = replace(
        place.schedule,
        weekday=said.weekday if said.weekday is not None else USUAL.weekday,
        at=said.at if said.at is not None else USUAL.at,
    )
    wanted = replace(place, schedule=schedule, mine=said.mine, horizon=said.horizon or place.horizon)
    wanted, unknown = meant(room, said, wanted)
    if unknown:
        return _form(room, wanted, t.say(gp.DIGEST_UNKNOWN, text=t.quoted(unknown)))
    if said.weekday is None and said.at is None and not said.limits:
        return _form(room, wanted)
    return _set_up(room, wanted)


def _set_up(room: Room, wanted: Digest) -> Outcome:
    t = texts(room.lang)
    there = {one.key for one in _all(room)}
    try:
        made = room.ports.digests.set_up(wanted, room.scene.subject)
    except BadFollowUp as bad:
        return _refused(room, wanted, bad)
    except NotFound:
        return _form(room, wanted, t.say(gp.DIGEST_BODY_GONE))
    told = t.say(gp.DIGEST_THERE, rhythm=card.rhythm(made.schedule, t)) if made.key in there else ""
    # The welcome stays: it says more than what its button did. A form that was filled in is done with.
    return say(room, card.kept(_shown(room, made), room.frame, told), replaces=room.turn.verb == verbs.DIGEST_SAVE)


def _refused(room: Room, wanted: Digest, bad: BadFollowUp) -> Outcome:
    t = texts(room.lang)
    if bad.fault == "too_many" and bad.field == "digests":
        return say(room, missing.plain(gp.DIGEST_MANY, room.frame, (), count=bad.limit))
    fields = {"at": gp.FIELD_DIGEST_TIME, "horizon": gp.FIELD_DIGEST_HORIZON, "sections": gp.FIELD_DIGEST_SECTIONS,
              "mine": gp.FIELD_DIGEST_MINE, "weekday": gp.FIELD_DIGEST_WEEKDAY}  # fmt: skip
    if bad.field == "at":
        return _form(room, wanted, t.say(gp.DIGEST_WRONG_TIME))
    field = t.say(fields.get(bad.field, gp.FIELD_DIGEST_BODIES))
    return _form(room, wanted, t.say(gp.DIGEST_WRONG, field=field))


def _form(room: Room, digest: Digest, fault: str = "") -> Outcome:
    subject = room.scene.subject
    bodies = [(body.name, body.key) for body in room.ports.bodies.bodies(subject)]
    initiatives = [(one.title, one.key) for one in room.ports.initiatives.initiatives(subject)]
    asked_again = room.turn.kind == "action" and room.turn.verb == verbs.DIGEST_SAVE
    return say(room, form(digest, Choices(bodies, initiatives), room.frame, fault), replaces=asked_again)


def _saved(room: Room, before: Digest, data: Mapping[str, Any]) -> Outcome:
    t = texts(room.lang)
    try:
        wanted = filled(data, before)
    except Wrong as wrong:
        fault = t.say(gp.DIGEST_WRONG, field=t.say(wrong.field))
        if wrong.field is gp.FIELD_DIGEST_CASES:
            fault = t.say(gp.DIGEST_WRONG_CASES, text=t.quoted(wrong.text))
        return _form(room, before, fault)
    return _changed(room, wanted) if before.key else _set_up(room, wanted)


def _changed(room: Room, wanted: Digest) -> Outcome:
    t = texts(room.lang)
    try:
        made = room.ports.digests.change(wanted, room.scene.subject)
    except BadFollowUp as bad:
        return _refused(room, wanted, bad)
    except NotFound:
        return _not_yours(room)
    shown = _shown(room, made)
    told = t.say(gp.DIGEST_CHANGED, promise=card.promise(shown, room.frame))
    return say(room, card.kept(shown, room.frame, told), replaces=room.turn.kind == "action")


def _changed_by_words(room: Room, read: Understanding, before: Digest) -> Outcome:
    """Another day or time at once; whatever else is to change, on the form."""
    said = digest_said(read.typed, BodyNames(tuple(room.ports.bodies.bodies(room.scene.subject))))
    if said.weekday is None and said.at is None and said.horizon is None:
        return _form(room, before)
    schedule = replace(
        before.schedule,
        weekday=said.weekday if said.weekday is not None else before.schedule.weekday,
        at=said.at if said.at is not None else before.schedule.at,
    )
    return _changed(room, replace(before, schedule=schedule, horizon=said.horizon or before.horizon))


def _pauses(room: Room, read: Understanding, found: Sequence[Digest]) -> Outcome | None:
    """A holiday is for all that are the speaker's to pause; a pause for the one that is meant."""
    t, today = texts(room.lang), _today(room)
    nothing = not found or paused_until(read.typed, today) is None
    if nothing and read.command == "digest_pause" and not firm(read.typed, None):
        # "Ferie til 4. august" may be said of a reminder; "pause til personalet" is a matter.
        return None
    if not found:
        return _listed(room)
    if read.command == "digest_resume":
        found = [one for one in found if one.paused_until is not None and one.paused_until > today]
        if not found:
            return say(room, missing.plain(gp.DIGEST_NOT_PAUSED, room.frame))
        return _each(room, [replace(one, paused_until=None) for one in found])
    until = paused_until(read.typed, today)
    if until is None:
        return say(room, card.pausing(_shown(room, found[0]), room.frame)) if len(found) == 1 else _listed(
            room, found, t.say(gp.DIGEST_WHICH)
        )  # fmt: skip
    if until <= today:
        return say(room, missing.plain(gp.DIGEST_PAUSE_PAST, room.frame, (), day=until))
    return _each(room, [replace(one, paused_until=until) for one in found])


def _each(room: Room, wanted: Sequence[Digest]) -> Outcome:
    """Pause or resume all of these that may be changed; one is shown, of several the list."""
    made = []
    for one in wanted:
        try:
            made.append(room.ports.digests.change(one, room.scene.subject))
        except (NotFound, BadFollowUp):
            continue
    if not made:
        return _not_yours(room)
    t, shown = texts(room.lang), _shown(room, made[0])
    until = made[0].paused_until
    if until is not None:
        told = t.say(gp.DIGEST_PAUSED, day=weekday_date(until, _today(room), t))
    else:
        told = t.say(gp.DIGEST_RESUMED, promise=card.promise(shown, room.frame))
    if len(made) > 1:
        return _listed(room, made, told if until is not None else "")
    return say(room, card.kept(shown, room.frame, told), replaces=room.turn.kind == "action")


def _paused(room: Room, digest: Digest, data: Mapping[str, Any]) -> Outcome:
    t, today = texts(room.lang), _today(room)
    given = word(data, "until")
    try:
        until = date.fromisoformat(given)
    except ValueError:
        return say(room, card.pausing(_shown(room, digest), room.frame), replaces=bool(given))
    if until <= today:
        fault = t.say(gp.DIGEST_PAUSE_PAST, day=until)
        return say(room, card.pausing(_shown(room, digest), room.frame, fault), replaces=True)
    return _each(room, [replace(digest, paused_until=until)])


def _resumed(room: Room, digest: Digest, data: Mapping[str, Any]) -> Outcome:
    return _each(room, [replace(digest, paused_until=None)])


def _sent(room: Room, digest: Digest, data: Mapping[str, Any] | None = None) -> Outcome:
    try:
        room.ports.digests.send_now(digest.key, room.turn.id, room.scene.subject)
    except NotFound:
        return _not_yours(room)
    return say(room, missing.plain(gp.DIGEST_SENDING, room.frame, ()))


def _removed(room: Room, digest: Digest, data: Mapping[str, Any] | None = None) -> Outcome:
    try:
        before = room.ports.digests.remove(digest.key, room.scene.subject)
    except NotFound:
        return _not_yours(room)
    rendered = card.ended(_shown(room, before), carried(before), room.frame)
    return say(room, rendered, replaces=room.turn.kind == "action")


def _opened(room: Room, digest: Digest, data: Mapping[str, Any]) -> Outcome:
    return say(room, card.kept(_shown(room, digest), room.frame))


_ON_ONE: Mapping[str, Callable[[Room, Digest, Mapping[str, Any]], Outcome]] = {
    verbs.DIGEST_SHOW: _opened,
    verbs.DIGEST_PAUSE: _paused,
    verbs.DIGEST_RESUME: _resumed,
    verbs.DIGEST_NOW: _sent,
    verbs.DIGEST_REMOVE: _removed,
}


def _listed(room: Room, chosen: Sequence[Digest] | None = None, told: str = "") -> Outcome:
    t = texts(room.lang)
    found = chosen or _all(room)
    if not found:
        return say(room, missing.plain(gp.DIGEST_NONE, room.frame, (), example=t.quoted(t.say(gp.ASK_DIGEST))))
    if len(found) == 1 and not told:
        return say(room, card.kept(_shown(room, found[0]), room.frame))
    return say(room, card.listed([_shown(room, one) for one in found], room.frame, told))


def _fits(room: Room, digest: Digest, read: Understanding) -> bool:
    """Whether it is the one that is meant; where nothing is named, every one is."""
    names = BodyNames(tuple(room.ports.bodies.bodies(room.scene.subject)))
    said = digest_said(read.typed, names)
    named = {*said.bodies, *said.cases}
    return not named or bool(named & set(names_of(room.ports, digest, room.scene.subject)))


def _not_yours(room: Room) -> Outcome:
    return say(room, missing.plain(gp.DIGEST_NOT_YOURS, room.frame))
