"""Phases and milestones along a line of time: drawn as bars within the card, and the same as words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from cards import phrases as p
from cards.parts import Node, rich, run
from cards.texts import Texts, clean, shorten
from cards.whens import anchor, end_of, when_label, when_said
from store.records import Fact, When

State = Literal["past", "now", "next", "ahead", "unknown"]
_CELLS = 30
"""Signs of a bar: as many as stand in one line on a phone."""
_FULL, _TRACK, _BLANK, _TODAY = "█", "·", "\u00a0", "▼"
_TITLE = 140
_SHORTEST = timedelta(days=14)
"""What lies closer together is no line worth drawing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One phase or milestone. `begins` and `ends` are its days on the line, None when no calendar could place it."""

    fact: Fact
    title: str
    when: When | None
    state: State
    begins: date | None
    ends: date | None


def title_of(fact: Fact) -> str:
    """What a milestone or part is called, else its text."""
    return clean(fact.title or fact.text).strip()


def entries(facts: Sequence[Fact], today: date) -> list[Entry]:
    """Facts in order of time with what has passed, what goes on and what is next; those without a day last."""
    ordered = sorted(enumerate(facts), key=lambda pair: (_order(pair[1].when), pair[0]))
    out: list[Entry] = []
    given = False
    for _, fact in ordered:
        state = _state(fact.when, today)
        if state == "ahead" and not given:
            state, given = "next", True
        begins = anchor(fact.when) if fact.when else None
        out.append(Entry(fact, title_of(fact), fact.when, state, begins, _end(fact.when)))
    return out


def _order(when: When | None) -> date:
    day = anchor(when) if when is not None else None
    return day or date.max


def _end(when: When | None) -> date | None:
    if when is None:
        return None
    return anchor(when) if when.relation == "by" else when.last


def _state(when: When | None, today: date) -> State:
    if when is None or anchor(when) is None:
        return "unknown"
    begins, ends = anchor(when), end_of(when)
    if ends is not None and ends < today:
        return "past"
    # A deadline is ahead until its day; what began and has not ended goes on, but "in March" is one day of it.
    going = when.relation == "from" or (when.relation == "at" and begins != ends)
    return "now" if going and begins is not None and begins <= today else "ahead"


def next_one(line: Sequence[Entry]) -> Entry | None:
    """The next date ahead."""
    return next((entry for entry in line if entry.state == "next"), None)


def distance(when: When, today: date, t: Texts) -> str:
    """ "om 12 dage" for what is known to the day and is not past, else ""."""
    day = when.last if when.relation == "by" else when.first
    if day is None or day < today or when.precision not in ("day", "time"):
        return ""
    days = (day - today).days
    return t.say(p.IN_DAYS, count=days) if days else t.say(p.THIS_DAY)


def state_words(entry: Entry, today: date, t: Texts) -> str:
    """What the line marks by its signs, in words."""
    if entry.state == "past":
        return t.say(p.STATE_PAST)
    if entry.state == "now":
        return t.say(p.STATE_NOW)
    far = distance(entry.when, today, t) if entry.when is not None else ""
    parts = [t.say(p.STATE_NEXT)] if entry.state == "next" else []
    return ", ".join([*parts, far] if far else parts)


def entry_said(entry: Entry, today: date, t: Texts) -> str:
    """One entry as a line of text: "Marts 2015 (passeret): Politisk fase"."""
    title = shorten(entry.title, _TITLE)
    if entry.when is None:
        return title
    state = state_words(entry, today, t)
    label = when_label(entry.when, t) if not entry.when.inferred else _first(when_said(entry.when, t))
    return f"{label} ({state}): {title}" if state else f"{label}: {title}"


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]


_SIGNS: dict[State, str] = {"past": "●", "now": "◉", "next": "➤", "ahead": "○", "unknown": "·"}


def drawn(line: Sequence[Entry], today: date, t: Texts) -> list[Node]:
    """The line as parts of a card: a row for each entry, with a bar where it lies between the first day and the last.

    The bars are signs of one width in the reader's own colours: they need no picture, which clients may not load and
    which cannot follow a dark theme. What they show stands above each in words.
    """
    span = _span(line)
    axis = _axis(span, today, t) if span is not None else []
    return [*axis, *(_row(entry, span, today, t) for entry in line)]


def _span(line: Sequence[Entry]) -> tuple[date, date] | None:
    """The first and last day on the line, whole months; None when there is too little to draw."""
    days = [day for entry in line for day in (entry.begins, entry.ends) if day is not None]
    if sum(entry.begins is not None for entry in line) < 2 or max(days) - min(days) < _SHORTEST:
        return None
    first, last = min(days).replace(day=1), max(days)
    end = (last.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first, end


def _cell(span: tuple[date, date], day: date) -> int:
    """The place of a day on the line, from 0."""
    whole = (span[1] - span[0]).days + 1
    return min(max((day - span[0]).days, 0) * _CELLS // whole, _CELLS - 1)


def _axis(span: tuple[date, date], today: date, t: Texts) -> list[Node]:
    """The first and last month of the line, and today on it."""
    ends = {"first": t.month(span[0]), "last": t.month(span[1])}
    within = span[0] <= today <= span[1]
    told = t.say(p.LABEL_TIMELINE_TODAY, **ends, date=today) if within else t.say(p.LABEL_TIMELINE_BARS, **ends)
    out = [rich({**run(told, subtle=True), "size": "Small"}, spacing="Small")]
    if within:
        out.append(rich(_signs(_BLANK * _cell(span, today) + _TODAY, "Accent"), spacing="None"))
    return out


def _signs(text: str, colour: str | None = None) -> Node:
    """Signs of one width; not cleaned, since blanks count here."""
    node: Node = {"type": "TextRun", "text": text, "fontType": "Monospace", "size": "Small"}
    return {**node, "color": colour} if colour else {**node, "isSubtle": True}


def _row(entry: Entry, span: tuple[date, date] | None, today: date, t: Texts) -> Node:
    """When and what, and the bar."""
    state = state_words(entry, today, t)
    head = []
    if entry.when is not None:
        when = _first(when_said(entry.when, t)) if entry.when.inferred else when_label(entry.when, t)
        head.append(run(f"{_SIGNS[entry.state]} {when}", bold=True))
        if state:
            past = entry.state == "past"
            head.append(run(f"  {state}", subtle=past, bold=not past, link=not past))
    items = [rich(*head)] if head else []
    items.append(rich(run(shorten(entry.title, _TITLE)), spacing="None"))
    bar = _bar(entry, span)
    if bar is not None:
        items.append(bar)
    return {"type": "Container", "spacing": "Small", "items": items}


def _bar(entry: Entry, span: tuple[date, date] | None) -> Node | None:
    """The entry's place on the line; it runs to the end of the line when its end is left open."""
    if span is None or entry.begins is None:
        return None
    begin = _cell(span, entry.begins)
    end = _cell(span, entry.ends) if entry.ends is not None else _CELLS - 1
    bar = _signs(_FULL * (end - begin + 1), None if entry.state == "past" else "Accent")
    before, after = _TRACK * begin, _TRACK * (_CELLS - 1 - end)
    return rich(*(node for node in (_signs(before), bar, _signs(after)) if node["text"]), spacing="None")
