"""Sentences on an item on its way: where it goes, what was done to it by whom, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cards import casephrases as cp
from cards.catalogue import Phrase
from cards.comingtold import when_held
from cards.grammar import definite
from cards.texts import LOCAL, Texts, clean, shorten
from store.agenda.records import Action, AgendaFile, AgendaItem, Change, ClosedReason, ItemState
from store.calendar_records import CalendarMeeting

REASONS: Mapping[ClosedReason, Phrase] = {
    "personal": cp.REASON_PERSONAL,
    "contract": cp.REASON_CONTRACT,
    "property": cp.REASON_PROPERTY,
    "negotiation": cp.REASON_NEGOTIATION,
    "security": cp.REASON_SECURITY,
    "other": cp.REASON_ANOTHER,
}
_DONE: Mapping[Action, Phrase] = {
    "save": cp.DID_SAVE,
    "attach": cp.DID_ATTACH,
    "detach": cp.DID_DETACH,
    "file_access": cp.DID_FILE_ACCESS,
    "submit": cp.DID_SUBMIT,
    "recall": cp.DID_RECALL,
    "return": cp.DID_RETURN,
    "approve": cp.DID_APPROVE,
    "place": cp.DID_PLACE,
    "unplace": cp.DID_UNPLACE,
    "postpone": cp.DID_POSTPONE,
    "move": cp.DID_MOVE_ITEM,
    "open": cp.DID_OPEN,
    "close": cp.DID_CLOSE,
    "exclude": cp.DID_EXCLUDE,
    "include": cp.DID_INCLUDE,
    "withdraw": cp.DID_WITHDRAW,
    "decide": cp.DID_DECIDE,
}
_NOT: Mapping[ItemState, Phrase] = {
    "draft": cp.NOW_DRAFT,
    "submitted": cp.NOW_SUBMITTED,
    "returned": cp.NOW_RETURNED,
    "ready": cp.NOW_READY,
    "on_agenda": cp.NOW_ON_AGENDA,
    "postponed": cp.NOW_POSTPONED,
    "withdrawn": cp.NOW_WITHDRAWN,
    "decided": cp.NOW_DECIDED,
}
_TITLE = 100
_UNITS = 1000


def named(item: AgendaItem, t: Texts) -> str:
    """Its title in quotation marks, or that it has none yet."""
    title = shorten(clean(item.title).strip(), _TITLE)
    return t.quoted(title) if title else t.say(cp.UNTITLED)


def submission(meeting: CalendarMeeting | None) -> datetime | None:
    """By when items have to be in, when that is known."""
    return meeting.deadlines.get("submission") if meeting is not None else None


def is_late(item: AgendaItem, now: datetime) -> bool:
    """Whether submitting it now is too late for its meeting; what was sent back counts from when it first came."""
    deadline = submission(item.meeting)
    first = item.submitted_at if item.state == "returned" and item.submitted_at is not None else now
    return deadline is not None and deadline < first


def deletable(item: AgendaItem) -> bool:
    """Whether nobody but its author has ever seen it; what was submitted once leaves a trace."""
    return item.state == "draft" and item.submitted_at is None


def place(item: AgendaItem, t: Texts) -> str:
    """ "Direktionen, torsdag den 3. december 2026 kl. 8.30"; what is not chosen yet is said."""
    if item.meeting is not None:
        return f"{definite(item.meeting.body or item.body)}, {when_held(item.meeting, t)}"
    return t.say(cp.NO_MEETING_YET, body=definite(item.body)) if item.body else t.say(cp.NO_PLACE_YET)


def choice(meeting: CalendarMeeting, now: datetime, t: Texts) -> str:
    """A meeting as it stands in the choice: body, day, and until when it may be reached."""
    told = f"{definite(meeting.body)}, {t.day(meeting.day)}"
    deadline = submission(meeting)
    if deadline is None:
        return told
    phrase = cp.CHOICE_DEADLINE if deadline >= now else cp.CHOICE_PAST
    return t.say(phrase, meeting=told, date=_brief(deadline, t))


def deadline(item: AgendaItem, now: datetime, t: Texts) -> str:
    """A sentence on the deadline of the chosen meeting; "" when there is none."""
    due = submission(item.meeting)
    if due is None:
        return ""
    return t.say(cp.DUE_ON if due >= now else cp.DUE_PAST, moment=due)


def _brief(when: datetime, t: Texts) -> str:
    local = when.astimezone(LOCAL)
    return t.say(cp.SHORT_MOMENT, date=local.date(), time=local.time())


def access(item: AgendaItem, t: Texts) -> str:
    """ "Lukket: personsag"."""
    if item.access == "open":
        return t.say(cp.IS_OPEN)
    reason = t.say(REASONS[item.closed_reason]) if item.closed_reason else ""
    if item.closed_reason == "other" and item.closed_note:
        reason = item.closed_note
    return t.say(cp.IS_CLOSED_FOR, reason=reason) if reason else t.say(cp.IS_CLOSED)


def changed(change: Change | None, name: str, reader: str, t: Texts) -> str:
    """Who did what and when; `name` is who that was, `reader` the object id of who is told."""
    if change is None:
        return t.say(cp.CHANGED_MEANWHILE)
    done = t.say(_DONE.get(change.action, cp.DID_SAVE))
    who = t.say(cp.YOU) if change.person == reader else clean(name).strip() or t.say(cp.SOMEBODY_ELSE)
    told = t.say(cp.ITEM_CHANGED_BY, name=who, done=done, moment=change.at)
    return f"{told} {t.say(cp.CHANGED_COMMENT, comment=t.quoted(change.comment))}" if change.comment else told


def standing(item: AgendaItem, t: Texts) -> str:
    """What state it is in, as a sentence that says why something cannot be done."""
    return t.say(_NOT[item.state], title=named(item, t))


def file_line(file: AgendaFile, t: Texts) -> str:
    """ "Åbent, 214 KB"."""
    told = t.say(cp.FILE_OPEN if file.access == "open" else cp.FILE_CLOSED)
    return f"{told}, {file_size(file.size, t)}"


def file_size(size: int, t: Texts) -> str:
    """Bytes as people read them."""
    if size >= _UNITS * _UNITS:
        return t.say(cp.MEGABYTES, size=round(size / _UNITS / _UNITS))
    return t.say(cp.KILOBYTES, size=max(1, round(size / _UNITS)))
