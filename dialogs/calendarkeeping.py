"""A secretary keeps the calendar of a body, in words or by card: asked about once, done, told with a way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cards import calendarcard as card
from cards import calendarform as form
from cards import calendartold as words
from cards import comingtold as told
from cards import confirm, missing, verbs
from cards import phrases as p
from cards.confirm import Option
from cards.grammar import definite
from cards.phrases import Phrase
from cards.prompts import elsewhere
from cards.texts import Texts, texts
from dialogs import calendarsaid as said
from dialogs.calendarforms import filled_day, filled_plan
from dialogs.calendarquestions import meeting_of, question, still
from dialogs.calendarsaid import Unclear
from dialogs.calendarshown import name_of, shown
from dialogs.clicks import gone, refused, word
from dialogs.proposals import Proposal, as_data, of_data
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.understand import Understanding
from store.calendar_records import CalendarMeeting, CannotChange, PlanRecord, StalePlan
from store.errors import NotFound
from store.records import BodyRecord, State

COMMANDS = frozenset(
    f"calendar_{name}" for name in ("move", "cancel", "add", "restore", "pattern", "end", "deadlines", "form")
)
HANDLED = frozenset(
    {
        verbs.CALENDAR, verbs.CALENDAR_DAY, verbs.CALENDAR_FORM, verbs.CALENDAR_REVIEW, verbs.CALENDAR_ASK,
        verbs.CALENDAR_APPLY, verbs.CALENDAR_UNDO,
    }
)  # fmt: skip


def command(room: Room, read: Understanding) -> Outcome:
    """A change of the calendar, in words."""
    kept = room.ports.calendar.kept(room.scene.subject)
    if not kept:
        return refused(room, read.text)
    named = [one for one in kept if one.name in read.bodies]
    if read.bodies and not named:
        return refused(room, read.text)
    if read.command == "calendar_form":
        return (
            _form(room, (named or kept)[0]) if named or len(kept) == 1 else _which(room, kept, verbs.CALENDAR_FORM, {})
        )
    try:
        meant = said.meant(room, read, named or list(kept))
    except Unclear as error:
        return _unclear(room, error.example, (named or list(kept))[0])
    if len(meant.bodies) > 1:
        return _which(room, meant.bodies, verbs.CALENDAR_ASK, {"plan": as_data(meant.proposal)})
    if meant.proposal.edit is not None and not said.says_something(meant.proposal.edit):
        return _day(room, meant.bodies[0], meant.proposal.edit.day)
    return _asked(room, meant.bodies[0].key, meant.proposal)


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button of the calendar; for who does not keep it only the calendar itself exists."""
    body = word(data, "body")
    try:
        if verb == verbs.CALENDAR:
            return say(room, shown(room, body))
        record = room.ports.calendar.plan(body, room.scene.subject)
        if not record.keeps:
            return gone(room)
        return _kept(room, verb, record, data)
    except NotFound:
        return gone(room)


def pending(room: Room) -> Mapping[str, Any] | None:
    """The change that was asked about last and is neither made nor called off."""
    held = room.kept.get("pending")
    return held if isinstance(held, Mapping) and held.get("verb") == verbs.CALENDAR_APPLY else None


def confirmed(room: Room) -> Outcome:
    """ "Ja" to the question of the last card."""
    return click(room, verbs.CALENDAR_APPLY, pending(room) or {})


def _kept(room: Room, verb: str, record: PlanRecord, data: Mapping[str, Any]) -> Outcome:
    if verb == verbs.CALENDAR_FORM:
        return _form(room, record.body)
    if verb == verbs.CALENDAR_UNDO:
        return _undone(room, record, data)
    if verb == verbs.CALENDAR_DAY:
        day = _date(data)
        return _day(room, record.body, day) if day is not None else gone(room)
    if verb == verbs.CALENDAR_REVIEW:
        day = _date(data)
        proposal = filled_day(data, day) if day is not None else filled_plan(data)
        if proposal is None:
            return say(room, missing.plain(p.FIELD_WRONG, room.frame))
        return _asked(room, record.body.key, proposal)
    proposal = of_data(data.get("plan"))
    if proposal is None:
        return gone(room)
    if verb == verbs.CALENDAR_ASK:
        return _asked(room, record.body.key, proposal)
    return _applied(room, record, proposal, data)


def _asked(room: Room, body: str, proposal: Proposal) -> Outcome:
    """The question before the change, with what it comes to; "ja" answers it as well as the button."""
    record = room.ports.calendar.plan(body, room.scene.subject)
    t = texts(room.lang)
    try:
        asked = question(room, record, proposal)
    except CannotChange as error:
        return say(room, card.stopped(words.cannot(error, record.body.name, t), body, room.frame))
    # Until something else is asked, this is the calendar that is meant.
    state = room.state("ask", {**room.kept, "calendar": body, "pending": {**asked.data, "verb": verbs.CALENDAR_APPLY}})
    return say(room, card.ask(asked, room.frame), replaces=room.turn.kind == "action", state=state)


def _applied(room: Room, record: PlanRecord, proposal: Proposal, data: Mapping[str, Any]) -> Outcome:
    """Make the change, and say so in the place of the card that asked."""
    t, calendar, subject = texts(room.lang), room.ports.calendar, room.scene.subject
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool):
        return gone(room)
    body = record.body.key
    around = calendar.around(body, subject)
    edit = proposal.edit
    before = meeting_of(record, record.plan, edit.day, around) if edit is not None else None
    try:
        if proposal.edit is not None:
            changed = calendar.change(body, proposal.edit, version, subject)
        elif proposal.ends is not None:
            changed = calendar.end_pattern(body, proposal.ends, version, subject)
        elif proposal.pattern is not None:
            changed = calendar.set_pattern(body, proposal.pattern, version, subject, proposal.rules)
        else:
            changed = calendar.set_deadlines(body, proposal.rules, version, subject)
    except StalePlan as error:
        return _stale(room, record, error)
    except CannotChange as error:
        return say(room, card.stopped(words.cannot(error, record.body.name, t), body, room.frame), replaces=True,
                   state=settled(room))  # fmt: skip
    nominal = before.nominal if before is not None else edit.day if edit is not None else None
    now = still(changed, changed.plan, nominal, around) if nominal is not None else None
    sentence, rows = _result(changed, proposal, now, t)
    done = card.done(sentence, rows, body, changed.version, room.frame)
    return say(room, done, replaces=True, state=settled(room))


def _result(
    record: PlanRecord, proposal: Proposal, now: CalendarMeeting | None, t: Texts
) -> tuple[str, Sequence[tuple[str, str]]]:
    """What was done, and what holds now; `now` is the meeting that was changed."""
    body = definite(record.body.name)
    if proposal.ends is not None:
        return t.say(p.PATTERN_ENDED, body=body, date=proposal.ends), ()
    if proposal.pattern is not None:
        return t.say(p.PATTERN_SET, body=body, rhythm=words.rhythm(proposal.pattern, t)), ()
    if proposal.edit is None or now is None:
        rules = [(t.say(words.KINDS[one.kind]), words.rule(one, t)) for one in record.plan.deadlines]
        return t.say(p.DEADLINES_SET, body=body), rules
    rows = card.deadline_rows(now, t) if now.held else []
    if proposal.edit.kind == "single":
        return t.say(p.MEETING_ADDED, body=body, day=told.when_held(now, t)), rows
    if proposal.edit.kind == "moved" and now.state != "moved":
        return t.say(p.MEETING_CHANGED, body=body, day=told.when_held(now, t)), rows
    return told.state(now, t), rows


def _stale(room: Room, record: PlanRecord, error: StalePlan) -> Outcome:
    """Somebody was faster: who, and what they did; one's own second press changes nothing."""
    t, entry = texts(room.lang), error.changed
    if entry is not None and entry.person == room.scene.subject.person:
        return say(room, missing.plain(p.DONE_ALREADY, room.frame), state=settled(room))
    sentence = words.stale(record.body.name, entry, name_of(room, entry.person) if entry is not None else None, t)
    stopped = card.stopped(sentence, record.body.key, room.frame)
    return say(room, stopped, replaces=True, state=settled(room))


def _undone(room: Room, record: PlanRecord, data: Mapping[str, Any]) -> Outcome:
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool):
        return gone(room)
    try:
        room.ports.calendar.undo(record.body.key, version, room.scene.subject)
    except StalePlan as error:
        return _stale(room, record, error)
    t = texts(room.lang)
    sentence = t.say(p.CALENDAR_UNDONE, body=definite(record.body.name))
    return say(room, card.stopped(sentence, record.body.key, room.frame), replaces=True, state=settled(room))


def _form(room: Room, body: BodyRecord) -> Outcome:
    record = room.ports.calendar.plan(body.key, room.scene.subject)
    return say(room, form.plan_form(record, room.scene.now.date(), room.frame))


def _day(room: Room, body: BodyRecord, day: date) -> Outcome:
    found = room.ports.calendar.coming(room.scene.subject, body.key, day, day, cancelled=True)
    if not found:
        t = texts(room.lang)
        sentence = words.cannot(CannotChange("no_meeting", day), body.name, t)
        return say(room, card.stopped(sentence, body.key, room.frame))
    return say(room, form.day_form(min(found, key=lambda one: not one.held), room.frame))


def _which(room: Room, bodies: Sequence[BodyRecord], verb: str, data: Mapping[str, object]) -> Outcome:
    t = texts(room.lang)
    rows = [Option(definite(one.name), "", verb, {**data, "body": one.key}) for one in bodies[:20]]
    return say(room, confirm.options(t.say(p.LABEL_CALENDAR), t.say(p.WHICH_CALENDAR), rows, room.frame))


def _unclear(room: Room, example: Phrase | None, body: BodyRecord) -> Outcome:
    t = texts(room.lang)
    if example is None:
        return say(room, missing.plain(p.CANNOT_SO_LONG, room.frame))
    shown = t.quoted(t.say(example, body=definite(body.name)))
    return say(room, missing.told(t.say(p.CANNOT_READ, example=shown), room.frame, elsewhere(t)))


def settled(room: Room) -> State | None:
    """The state with nothing pending any more; None when nothing was."""
    if pending(room) is None:
        return None
    return room.state("ask", {name: value for name, value in room.kept.items() if name != "pending"})


def _date(data: Mapping[str, Any]) -> date | None:
    try:
        return date.fromisoformat(word(data, "day"))
    except ValueError:
        return None
