"""A follow-up in words: what it is called, who has it, when it is due and how late it is, and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cards import followupphrases as fp
from cards import phrases as p
from cards.catalogue import Phrase
from cards.grammar import definite
from cards.texts import LOCAL, Texts, clean, shorten
from store.followup_records import DecisionRef, FollowUp, FollowUpAction, FollowUpChange, Recurrence

SOON = 14
"""Days within which something is due soon."""
_NEAR = 31
RHYTHMS: Mapping[Recurrence, Phrase] = {
    "ongoing": fp.FU_ONGOING,
    "weekly": fp.FU_WEEKLY,
    "monthly": fp.FU_MONTHLY,
    "quarterly": fp.FU_QUARTERLY,
    "half_yearly": fp.FU_HALF_YEARLY,
    "yearly": fp.FU_YEARLY,
}
_DID: Mapping[FollowUpAction, Phrase] = {
    "create": fp.FU_DID_CREATE,
    "done": fp.FU_DID_DONE,
    "reopen": fp.FU_DID_REOPEN,
    "drop": fp.FU_DID_DROP,
    "snooze": fp.FU_DID_SNOOZE,
    "hand_over": fp.FU_DID_HAND,
    "change": fp.FU_DID_CHANGE,
    "note": fp.FU_DID_NOTE,
    "agenda": fp.FU_DID_AGENDA,
    "deputy": fp.FU_DID_DEPUTY,
}


def named(one: FollowUp, t: Texts) -> str:
    """The title in quotation marks."""
    return t.quoted(shorten(clean(one.title), 120))


def who(one: FollowUp, t: Texts) -> str:
    """Who is responsible, or that nobody is."""
    return clean(one.responsible.text) if one.responsible is not None else t.say(fp.FU_NOBODY)


def is_late(one: FollowUp, today: date) -> bool:
    """Whether its day has passed and it is still open."""
    return one.state == "open" and one.due is not None and one.due < today


def due_day(one: FollowUp, today: date, t: Texts) -> str:
    """When it is due, as one says it on that day."""
    if one.due is None:
        return t.say(fp.FU_ONGOING) if one.recurrence == "ongoing" else t.say(fp.FU_NO_DAY)
    days = (one.due - today).days
    if days < 0:
        return t.say(fp.FU_LATE, count=-days)
    if days < 2:
        return t.say(fp.FU_TOMORROW if days else fp.FU_TODAY)
    return t.say(fp.FU_DUE_IN, count=days) if days <= _NEAR else t.say(fp.FU_DUE_ON, date=one.due)


def when(one: FollowUp, today: date, t: Texts) -> str:
    """Due day, how late, how often and until when it was put off, as much as there is to say."""
    parts = []
    if one.state == "open":
        parts.append(due_day(one, today, t))
        if one.due is not None and (one.due - today).days <= _NEAR:
            parts.append(t.date_of(one.due))
        if one.snoozed_to is not None and one.snoozed_to > today:
            parts.append(t.say(fp.FU_PUT_OFF, date=one.snoozed_to))
    elif one.done_at is not None:
        parts.append(t.say(fp.FU_DONE_ON, date=one.done_at.astimezone(LOCAL).date()))
    return ", ".join(parts)


def due_row(one: FollowUp, today: date, t: Texts) -> str:
    """The due day with how far away or how late it is, to stand behind its label."""
    if one.due is None:
        return t.say(fp.FU_ONGOING) if one.recurrence == "ongoing" else t.say(fp.FU_NO_DAY)
    parts = [t.date_of(one.due)]
    days = (one.due - today).days
    if one.state == "open":
        if days < 0:
            parts.append(t.say(fp.FU_LATE, count=-days))
        elif days <= _NEAR:
            parts.append(t.say(p.IN_DAYS, count=days) if days else t.say(p.THIS_DAY))
        if one.snoozed_to is not None and one.snoozed_to > today:
            parts.append(t.say(fp.FU_PUT_OFF, date=one.snoozed_to))
    return ", ".join(parts)


def line(one: FollowUp, today: date, t: Texts, *, body: bool = True) -> str:
    """Who, when, how late and, unless all are of one, of which body; in one line."""
    rhythm = t.say(RHYTHMS[one.recurrence]) if one.recurrence not in (None, "ongoing") else ""
    return " · ".join(
        part for part in (who(one, t), when(one, today, t), rhythm, definite(one.body) if body else "") if part
    )


def came_from(decision: DecisionRef, t: Texts) -> str:
    """The item that it comes from: number, title, body and day."""
    title = (
        t.say(p.NUMBERED, number=decision.item_number, title=decision.item_title)
        if decision.item_number
        else decision.item_title
    )
    day = t.date_of(decision.meeting_date) if decision.meeting_date is not None else ""
    where = ", ".join(part for part in (definite(decision.body), day) if part)
    return f"{clean(title)} ({where})" if where else clean(title)


def source(decision: DecisionRef, t: Texts) -> str:
    """Document and page; "" when the document is not known."""
    if not decision.document:
        return ""
    title = clean(decision.document)
    return f"{title}, {t.say(p.PAGE, page=decision.page)}" if decision.page is not None else title


def did(change: FollowUpChange, names: Mapping[str, str], reader: str, t: Texts, *, clock: bool = False) -> str:
    """A change in one line: when, who did what, and what was said with it; with the time of day when `clock`."""
    known = t.say(fp.FU_YOU) if change.person == reader else clean(names.get(change.person, ""))
    told = t.say(_DID[change.action], name=known or t.say(fp.FU_SOMEBODY), day=_day(change.to, t), who=change.to)
    at = t.moment(change.at) if clock else t.date_of(change.at.astimezone(LOCAL).date())
    line = f"{at[:1].upper()}{at[1:]}: {told}"
    return f"{line} {t.quoted(clean(change.comment))}" if change.comment else line


def _day(written: str, t: Texts) -> str:
    try:
        return t.date_of(date.fromisoformat(written))
    except ValueError:
        return written
