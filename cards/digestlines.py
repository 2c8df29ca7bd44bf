"""The lines of a weekly reminder in words: what, who and when, and under which heading each one stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, get_args

from babel.dates import format_date

from cards import digestphrases as gp
from cards.catalogue import Phrase
from cards.grammar import definite
from cards.texts import Texts, clean, shorten
from store.followup_records import AGAIN, DigestContent, Line

Group = Literal["overdue", "week", "later", "new"]
GROUPS: tuple[Group, ...] = get_args(Group)
_TITLE, _WHO = 120, 60
OWN = "\0"
"""Stands for the reader in a line: it need not be said who."""
_LONG_OVER = 60
"""Days after which a date says more than their number."""
_HEADS: Mapping[Group, Phrase] = {
    "overdue": gp.DIGEST_HEAD_OVERDUE,
    "week": gp.DIGEST_HEAD_WEEK,
    "later": gp.DIGEST_HEAD_LATER,
    "new": gp.DIGEST_HEAD_NEW,
}
_COUNTS: Mapping[Group, Phrase] = {
    "overdue": gp.DIGEST_OVERDUE,
    "week": gp.DIGEST_THIS_WEEK,
    "later": gp.DIGEST_LATER,
    "new": gp.DIGEST_NEW,
}


def group_of(line: Line, on: date) -> Group:
    """Under which heading a line stands in a message of that day."""
    if line.section == "overdue":
        return "overdue"
    if line.section == "decisions":
        return "new"
    return "week" if line.days is not None and line.days <= 6 - on.weekday() else "later"


def head(group: Group, content: DigestContent, t: Texts) -> str:
    """The heading of a group."""
    until = date.fromordinal(content.on.toordinal() + content.digest.horizon)
    return t.say(_HEADS[group], date=short_date(until, content.on, t))


def counts(content: DigestContent) -> dict[Group | Literal["done"], int]:
    """How many lines there are of each group that still wait, and how many were ticked off."""
    found: dict[Group | Literal["done"], int] = dict.fromkeys((*GROUPS, "done"), 0)
    for line in content.lines:
        found["done" if line.done else group_of(line, content.on)] += 1
    return found


def state_said(content: DigestContent, t: Texts) -> str:
    """The state in a sentence: "3 overskredne, 4 i denne uge."; `content` is the whole."""
    number = counts(content)
    parts = [t.say(_COUNTS[group], count=number[group]) for group in GROUPS if number[group]]
    watched = {"overdue", "due_soon"} & set(content.digest.sections)
    if watched and not number["overdue"]:
        parts.insert(0, t.say(gp.DIGEST_NOT_OVERDUE))
    if number["done"]:
        parts.append(t.say(gp.DIGEST_DONE_COUNT, count=number["done"]))
    told = ", ".join(parts)
    return f"{told[:1].upper()}{told[1:]}."


def what(line: Line, t: Texts) -> str:
    """What a line is about, as it begins."""
    if line.section == "meetings":
        return t.say(gp.DIGEST_MEETING, body=definite(line.title))
    if line.section == "agenda_deadlines":
        return t.say(gp.DIGEST_DEADLINE, body=definite(line.title))
    return shorten(clean(line.title), _TITLE)


def beside(line: Line, on: date, names: Mapping[str, str], t: Texts) -> str:
    """Who and when; of what was ticked off, by whom. `names` are those of persons."""
    if line.done:
        name = clean(names.get(line.done_by, "")).strip()
        told = t.say(gp.DIGEST_DONE_BY, name=name) if name else t.say(gp.DIGEST_DONE)
        again = line.detail == AGAIN and line.due is not None
        return f"{told}, {t.say(gp.DIGEST_AGAIN, day=day_said(line.due, on, t))}" if again and line.due else told
    who = shorten(clean(line.who), _WHO) if line.who != OWN else ""
    if line.version is not None and not line.who:
        who = t.say(gp.DIGEST_NOBODY)
    return " · ".join(part for part in (who, when(line, on, t)) if part)


def when(line: Line, on: date, t: Texts) -> str:
    """When a line is due, in words."""
    if line.section == "milestones":
        return clean(line.detail) or (day_said(line.due, on, t) if line.due else "")
    if line.due is None:
        return ""
    if line.section == "decisions":
        return t.date_of(line.due)
    told = day_said(line.due, on, t)
    clock = line.detail.replace(":", ".") if t.lang == "da" else line.detail
    return t.say(gp.DIGEST_AT, day=told, time=clock.removeprefix("0")) if line.detail else told


def day_said(day: date, on: date, t: Texts) -> str:
    """ "5 dage over fristen", "i morgen", "torsdag den 3. december"; the year only where it is another one."""
    days = (day - on).days
    if days < -_LONG_OVER:
        return t.say(gp.DIGEST_OVER_SINCE, date=short_date(day, on, t))
    if days < 0:
        return t.say(gp.DIGEST_OVER, count=-days)
    if days <= 1:
        return t.say(gp.DIGEST_TOMORROW if days else gp.DIGEST_TODAY)
    return weekday_date(day, on, t)


def weekday_date(day: date, on: date, t: Texts) -> str:
    """ "torsdag den 3. december"."""
    weekday = str(format_date(day, "EEEE", locale=_LOCALES[t.lang]))
    return t.say(gp.DIGEST_DAY, weekday=weekday, date=short_date(day, on, t))


def short_date(day: date, on: date, t: Texts) -> str:
    """ "3. december", with its year where that is not the year of `on`."""
    if day.year != on.year:
        return t.date_of(day)
    return str(format_date(day, "d. MMMM" if t.lang == "da" else "d MMMM", locale=_LOCALES[t.lang]))


_LOCALES = {"da": "da", "en": "en_GB"}


def spoken(lines: Sequence[Line], content: DigestContent, names: Mapping[str, str], t: Texts) -> list[str]:
    """The lines as text, under their headings."""
    told: list[str] = []
    group: Group | None = None
    for line in lines:
        if group_of(line, content.on) != group:
            group = group_of(line, content.on)
            told += ["", f"{head(group, content, t)}:"]
        told.append(f"– {what(line, t)} ({beside(line, content.on, names, t)})")
    return told
