"""Sentences on where an item on its way stands, what comes next, by when, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cards import deskphrases as dp
from cards.casetold import named, submission
from cards.comingtold import when_held
from cards.grammar import definite
from cards.texts import Texts, clean, shorten
from store.agenda.records import AgendaItem
from store.calendar_records import CalendarMeeting

_COMMENT = 600


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told, and what the others are called: `reader` an object id, `secretaries` those of the body."""

    reader: str
    now: datetime
    author: str = ""
    secretaries: Sequence[str] = ()
    decides: bool = False
    """The reader is a secretary of the body."""
    actor: str = ""
    """Who made the newest change."""


def body_of(item: AgendaItem, meeting: CalendarMeeting | None = None) -> str:
    """The body inside a sentence; "" where none is chosen."""
    found = meeting or item.meeting
    return definite((found.body if found is not None else "") or item.body)


def day_of(item: AgendaItem, t: Texts) -> str:
    """When the meeting is held; "" where none is chosen."""
    return when_held(item.meeting, t) if item.meeting is not None else ""


def stands(item: AgendaItem, t: Texts) -> str:
    """Where the item is, as a sentence with its title."""
    title, body, day = named(item, t), body_of(item), day_of(item, t)
    title = title[:1].upper() + title[1:]
    if item.state == "postponed":
        return t.say(dp.DESK_STANDS_POSTPONED, title=title, body=body, day=day) if day else t.say(
            dp.DESK_STANDS_WAITING, title=title
        )  # fmt: skip
    if item.state == "submitted":
        return t.say(dp.DESK_STANDS_SUBMITTED, title=title, body=body)
    phrase = {
        "draft": dp.DESK_STANDS_DRAFT,
        "returned": dp.DESK_STANDS_RETURNED,
        "ready": dp.DESK_STANDS_READY,
        "on_agenda": dp.DESK_STANDS_ON_AGENDA,
        "withdrawn": dp.DESK_STANDS_WITHDRAWN,
        "decided": dp.DESK_STANDS_DECIDED,
    }[item.state]
    fields = {"body": body, "day": day} if item.state in ("ready", "on_agenda", "decided") else {}
    return t.say(phrase, title=title, **fields)


def comes_next(item: AgendaItem, told: Told, t: Texts) -> str:
    """What comes next, by whom and by when; "" when nothing does."""
    if item.state in ("draft", "returned"):
        return _authors_turn(item, told, t)
    if item.state == "submitted":
        return _secretarys_turn(item, told, t)
    dispatch = item.meeting.deadlines.get("dispatch") if item.meeting is not None else None
    if item.state == "ready":
        if dispatch is not None and dispatch >= told.now:
            return t.say(dp.DESK_NEXT_PLACE_BY, moment=t.moment(dispatch))
        return t.say(dp.DESK_NEXT_PLACE)
    if item.state == "on_agenda":
        return t.say(dp.DESK_NEXT_TREATED)
    if item.state == "postponed":
        if item.meeting is None:
            return t.say(dp.DESK_NEXT_NEW_MEETING, name=secretaries(item, told, t))
        return _secretarys_turn(item, told, t)
    return ""


def _authors_turn(item: AgendaItem, told: Told, t: Texts) -> str:
    yours = told.reader == item.author
    name = clean(told.author or item.author_name).strip() or t.say(dp.DESK_THE_AUTHOR)
    if item.state == "returned":
        said = t.say(dp.DESK_NEXT_CORRECT_YOU) if yours else t.say(dp.DESK_NEXT_CORRECT, name=name)
    elif yours and item.meeting is None:
        return t.say(dp.DESK_NEXT_CHOOSE_YOU)
    else:
        said = t.say(dp.DESK_NEXT_SUBMIT_YOU) if yours else t.say(dp.DESK_NEXT_SUBMIT, name=name)
    due = submission(item.meeting)
    if due is None:
        return said
    phrase = dp.DESK_DEADLINE_FOR_IT if due >= told.now else dp.DESK_DEADLINE_FOR_IT_WAS
    return f"{said} {t.say(phrase, moment=t.moment(due))}"


def _secretarys_turn(item: AgendaItem, told: Told, t: Texts) -> str:
    if told.decides:
        return t.say(dp.DESK_NEXT_APPROVE_YOU)
    by = item.meeting.deadlines.get("quality") if item.meeting is not None else None
    name = secretaries(item, told, t)
    if by is not None and by >= told.now:
        return t.say(dp.DESK_NEXT_APPROVE_BY, name=name, moment=t.moment(by))
    return t.say(dp.DESK_NEXT_APPROVE, name=name)


def secretaries(item: AgendaItem, told: Told, t: Texts) -> str:
    """The body's secretaries by name, else by what they are."""
    names = [clean(name).strip() for name in told.secretaries if clean(name).strip()]
    if 0 < len(names) <= 3:
        return t.names(names)
    body = body_of(item)
    told_so = t.say(dp.DESK_THE_SECRETARY, body=body) if body else t.say(dp.DESK_THE_SECRETARY_PLAIN)
    # What follows "Næste skridt:" is a sentence of its own in Danish.
    return told_so[:1].upper() + told_so[1:] if t.lang == "da" else told_so


def comment(item: AgendaItem, told: Told, t: Texts) -> str:
    """What the secretary wrote when the item was returned; "" for any other."""
    last = item.last
    if item.state != "returned" or last is None or last.action != "return" or not last.comment:
        return ""
    name = clean(told.actor).strip() or t.say(dp.DESK_THE_SECRETARY_PLAIN)
    name = name[:1].upper() + name[1:]
    return t.say(dp.DESK_COMMENT_WAS, name=name, comment=t.quoted(shorten(clean(last.comment), _COMMENT)))


def whole(item: AgendaItem, told: Told, t: Texts) -> list[str]:
    """Where it stands, what was written about that, and what comes next: one sentence or two each."""
    found = (stands(item, t), comment(item, told, t), comes_next(item, told, t))
    return [line for line in found if line]
