"""What a secretary decides on an agenda item: asked for what is missing, done once, told with what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from cards import casephrases as cp
from cards import confirm, missing, verbs
from cards import deskforms as form
from cards import deskitem as card
from cards import deskphrases as dp
from cards import phrases as p
from cards.casetold import named
from cards.confirm import Option
from cards.desktold import body_of, day_of
from cards.texts import clean, texts
from dialogs.calendarshown import name_of
from dialogs.caseviews import coached, done, impossible, in_talk, stale, view_of
from dialogs.clicks import gone, word
from dialogs.named import people_named
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from store.agenda.records import (
    REASONS,
    Action,
    AgendaItem,
    BadField,
    CannotSubmit,
    NotPossible,
    StaleItem,
)
from store.agenda.states import may
from store.calendar_records import CalendarMeeting
from store.errors import NotFound

AHEAD = timedelta(days=366)
_MOST_MEETINGS = 10


def guarded(room: Room, work: Any, *given: Any) -> Outcome:
    """Do something with an item; what stands against it is said, and then nothing has been done."""
    try:
        outcome: Outcome = work(room, *given)
        return outcome
    except NotFound:
        return gone(room)
    except StaleItem as error:
        return stale(room, error)
    except NotPossible as error:
        return impossible(room, error)
    except BadField:
        return say(room, missing.plain(cp.FAULT_FIELD, room.frame))
    except CannotSubmit as error:
        view = view_of(room, error.item)
        t = texts(room.lang)
        lines = card.stop_lines(view.remarks or coached(room, error.item), error.item, t)
        return say(room, card.done(t.say(dp.DESK_CANNOT_YET), view, room.frame, lines), state=in_talk(room, error.item))


def _act(room: Room, item: AgendaItem, version: int, action: Action, **more: Any) -> AgendaItem:
    return room.ports.agenda.act(item.id, version, action, room.scene.subject, **more)


def _ask(room: Room, item: AgendaItem, version: int, rendered: Any) -> Outcome:
    """A question before something is done; whoever saw the item as it was before somebody else changed it, is told."""
    if version != item.version and item.last is not None and item.last.person != room.scene.subject.person:
        raise StaleItem(item.last, item)
    return say(room, rendered, replaces=room.turn.kind == "action", state=in_talk(room, item))


def approve(room: Room, item: AgendaItem, version: int) -> Outcome:
    """Approve it for its meeting; for one that is cancelled, or for none, nothing can be approved."""
    if (item.meeting is None or not item.meeting.held) and may(room.scene.subject, item, "approve"):
        off = texts(room.lang).say(dp.COACH_MEETING_CANCELLED, date=item.meeting.day) if item.meeting else ""
        return move(room, item, version, "", off)
    now = _act(room, item, version, "approve")
    t = texts(room.lang)
    told = t.say(dp.DESK_DONE_APPROVED, title=_title(now, room), body=body_of(now), day=day_of(now, t))
    return done(room, now, told, waiting=True)


def send_back(room: Room, item: AgendaItem, version: int, comment: str) -> Outcome:
    """Return it to its author with a comment; without one the comment is asked for."""
    comment, t = comment.strip(), texts(room.lang)
    if not may(room.scene.subject, item, "return"):
        raise NotPossible("return", item)
    if not comment:
        fault = t.say(dp.DESK_COMMENT_NEEDED) if "comment" in room.turn.data else ""
        return _ask(room, item, version, form.returning(view_of(room, item), room.frame, fault))
    if len(comment) > form.MOST_COMMENT:
        fault = t.say(cp.FAULT_LONG, length=len(comment), count=form.MOST_COMMENT)
        return _ask(room, item, version, form.returning(view_of(room, item), room.frame, fault, comment))
    now = _act(room, item, version, "return", comment=comment)
    name = now.author_name or name_of(room, now.author) or t.say(dp.DESK_THE_AUTHOR)
    told = t.say(dp.DESK_DONE_RETURNED, title=_title(now, room), name=name)
    return done(room, now, told, waiting=True)


def other_meetings(room: Room, item: AgendaItem) -> list[CalendarMeeting]:
    """The coming meetings of the item's body but its own, nearest first."""
    today = room.scene.now.date()
    found = room.ports.calendar.coming(room.scene.subject, item.body_key, today, today + AHEAD)
    return [one for one in found if one.held and one.key != item.meeting_key][:_MOST_MEETINGS]


def move(room: Room, item: AgendaItem, version: int, meeting: str, fault: str = "") -> Outcome:
    """Move it to another coming meeting; without one the choice is offered."""
    t = texts(room.lang)
    if not may(room.scene.subject, item, "move"):
        raise NotPossible("move", item)
    if not meeting:
        choices = other_meetings(room, item)
        if not choices:
            told = t.say(dp.DESK_MOVE_NONE, body=body_of(item))
            return _ask(room, item, version, card.done(told, view_of(room, item), room.frame))
        return _ask(room, item, version, form.moving(view_of(room, item), choices, room.frame, fault))
    try:
        now = _act(room, item, version, "move", meeting_key=meeting)
    except BadField:
        return move(room, item, version, "", t.say(dp.DESK_MEETING_LIKE_THIS))
    told = t.say(dp.DESK_DONE_MOVED, title=_title(now, room), body=body_of(now), day=day_of(now, t))
    return done(room, now, told, waiting=now.state == "submitted")


def access(room: Room, item: AgendaItem, version: int, wanted: str, reason: str = "", note: str = "") -> Outcome:
    """Open or close it; why it is closed is asked for where it is not known."""
    t = texts(room.lang)
    action: Action = "open" if wanted == "open" else "close"
    if wanted not in ("open", "closed") or not may(room.scene.subject, item, action):
        if wanted:
            raise NotPossible(action, item)
        return _ask(room, item, version, form.accessing(view_of(room, item), room.frame))
    if wanted == "open":
        now = _act(room, item, version, "open")
        return done(room, now, t.say(dp.DESK_DONE_OPENED, title=_title(now, room)))
    known = item.closed_reason is not None or not may(room.scene.subject, item, "save")
    if not known and (reason not in REASONS or (reason == "other" and not note.strip())):
        fault = t.say(p.FIELD_REQUIRED) if reason else ""
        return _ask(room, item, version, form.closing(view_of(room, item), room.frame, fault))
    now = _act(room, item, version, "close")
    if not known and now.closed_reason != reason:
        # Closed first: should the second step not come about, it is closed without a reason, never open with one.
        fields = {"closed_reason": reason, "closed_note": note.strip() if reason == "other" else ""}
        now = room.ports.agenda.save(now.id, now.version, fields, room.scene.subject)
    return done(room, now, t.say(dp.DESK_DONE_CLOSED, title=_title(now, room)))


def keep_out(room: Room, item: AgendaItem, version: int, name: str, person: str = "") -> Outcome:
    """Keep a person out of it, by name or, once chosen, by object id."""
    t = texts(room.lang)
    if not may(room.scene.subject, item, "exclude"):
        raise NotPossible("exclude", item)
    if not person:
        name = clean(name).strip()[:100]
        found = people_named(room, name) if name else []
        if not found:
            fault = t.say(p.GRANT_NOBODY, name=t.quoted(name)) if name else t.say(p.FIELD_REQUIRED)
            return _ask(room, item, version, form.accessing(view_of(room, item), room.frame, fault))
        if len(found) > 1:
            data = {"item": item.id, "version": version}
            rows = [
                Option(clean(one.name), one.upn or "", verbs.DESK_EXCLUDE, {**data, "who": one.id}) for one in found
            ]
            choice = confirm.options(t.say(p.LABEL_CHOICE), t.say(p.WHICH_PERSON), rows[:8], room.frame)
            return _ask(room, item, version, choice)
        person = found[0].id
    told = t.say(
        dp.DESK_DONE_KEPT_OUT, name=name_of(room, person) or t.say(dp.DESK_SOMEBODY), title=named(item, t)
    )  # fmt: skip
    try:
        now = _act(room, item, version, "exclude", person=person)
    except BadField:
        return gone(room)
    if person == room.scene.subject.person:
        # From now on it does not exist for whoever kept themselves out.
        return say(room, missing.confirmed(told, room.frame, ()), replaces=room.turn.kind == "action")
    return done(room, now, told, following=False)


def let_in(room: Room, item: AgendaItem, version: int, person: str) -> Outcome:
    """Take an exclusion back."""
    t = texts(room.lang)
    if not person or not may(room.scene.subject, item, "include"):
        raise NotPossible("include", item)
    now = _act(room, item, version, "include", person=person)
    name = name_of(room, person) or t.say(dp.DESK_SOMEBODY)
    return done(room, now, t.say(dp.DESK_DONE_LET_IN, name=name, title=named(now, t)), following=False)


def _title(item: AgendaItem, room: Room) -> str:
    title = named(item, texts(room.lang))
    return title[:1].upper() + title[1:]


def version_in(data: Mapping[str, Any]) -> int | None:
    """The version that a card carried; None for none or nonsense."""
    version = data.get("version")
    return version if isinstance(version, int) and not isinstance(version, bool) else None


def clicked(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button of a secretary on an item, with what was filled in. Raises NotFound."""
    item = room.ports.agenda.item(word(data, "item"), room.scene.subject)
    version = version_in(data)
    if version is None:
        return gone(room)
    if verb == verbs.DESK_APPROVE:
        return approve(room, item, version)
    if verb == verbs.DESK_RETURN:
        comment = data.get("comment")
        return send_back(room, item, version, comment if isinstance(comment, str) else "")
    if verb == verbs.DESK_MOVE:
        return move(room, item, version, word(data, "meeting"))
    if verb == verbs.DESK_ACCESS:
        return access(room, item, version, word(data, "access"), word(data, "reason"), word(data, "note"))
    if verb == verbs.DESK_EXCLUDE:
        return keep_out(room, item, version, word(data, "person"), word(data, "who"))
    return let_in(room, item, version, word(data, "who"))
