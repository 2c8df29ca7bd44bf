""" "Hvad er nyt siden mandag?": what has come into the store since then, by words and by the button for more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from cards import verbs
from cards.news import news
from cards.texts import LOCAL
from dialogs.clicks import gone, word
from dialogs.kept import KEPT_ITEMS
from dialogs.replies import Room, say
from dialogs.turn import AskedQuestion, Outcome
from dialogs.understanding.understand import Understanding
from store.records import Finding
from store.watch_records import Fresh

COMMANDS = frozenset({"whats_new"})
HANDLED = frozenset({verbs.NEWS})


def command(room: Room, read: Understanding) -> Outcome | None:
    """What is new within the time that is named; None when none is, or meetings of long ago are meant."""
    if read.since is None and read.until is None:
        return None
    outcome = _told(room, read.body, read.since, read.until, 0)
    finding = outcome.finding or Finding("not_found")
    if finding.status == "not_found" and read.until is not None and read.until < room.scene.now.date():
        # Of a time that is over, and in which nothing was stored, the meetings held then are meant.
        return None
    asked = AskedQuestion(room.turn.text, room.lang, "decisions_list", finding.status, closed=_closed(finding))
    return replace(outcome, asked=asked)


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """The next page."""
    start = data.get("from")
    try:
        since, until = (date.fromisoformat(day) if (day := word(data, name)) else None for name in ("since", "until"))
    except ValueError:
        return gone(room)
    if not isinstance(start, int) or isinstance(start, bool) or start < 0 or (since is None and until is None):
        return gone(room)
    return _told(room, word(data, "body") or None, since, until, start)


def _told(room: Room, body: str | None, since: date | None, until: date | None, start: int) -> Outcome:
    known = next((each for each in room.ports.bodies.bodies(room.scene.subject) if each.name == body), None)
    if body and known is None:
        return gone(room)
    first = _midnight(since) if since else datetime(1, 1, 2, tzinfo=UTC)
    last = _midnight(until + timedelta(days=1)) if until else room.scene.now + timedelta(days=1)
    fresh = room.ports.papers.stored(first, last, known.key if known else None, room.scene.subject)
    # A week that is not over is told as what it is until now: since its first day.
    open_end = until is not None and until >= room.scene.now.astimezone(LOCAL).date()
    rendered = news(fresh, body, since, None if open_end and since else until, room.frame, start)
    state = room.state("ask", {"items": [item.key for item in fresh.items[start:]][:KEPT_ITEMS]})
    return replace(say(room, rendered, state=state), finding=_finding(fresh))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LOCAL)


def _finding(fresh: Fresh) -> Finding:
    if not fresh.items:
        return Finding("answered" if fresh.documents else "not_found")
    facts = tuple(fact for item in fresh.items for fact in item.of("decision")[:1])
    return Finding("answered", facts, items=fresh.items, count=fresh.count)


def _closed(finding: Finding) -> bool:
    return any(item.closed for item in finding.items)
