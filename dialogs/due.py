"""What is due in a period: milestones of all initiatives, meetings with their deadlines, and what was decided in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from cards import datelist, duelist
from cards.initiative import dated
from cards.parts import Rendered
from cards.texts import texts
from dialogs import coming as comings
from dialogs.listing import find
from dialogs.replies import Room
from dialogs.understanding.understand import Understanding
from store.records import Fact, Finding, InitiativeRecord, MeetingRecord, Query

_NEXT = re.compile(r"\b(?:næste|kommende|next|coming|upcoming) (?:milepæl|skridt|milestone|step)\b|\bdet næste\b", re.I)


def found(room: Room, read: Understanding, query: Query, held: InitiativeRecord | None) -> tuple[Query, Finding] | None:
    """The dates that a question asks for; where no initiative has any, the meetings of the period as ever."""
    if read.body and not read.topic:
        return _of_meetings(room, query)
    if read.topic:
        finding = find(room, query)
        if finding.initiative is not None:
            return query, finding
        when = replace(query, intent="when")
        return when, find(room, when)
    if held is not None and not (query.since or query.until) and read.followup:
        facts = tuple(dated(held))
        about = (held.about,) if held.about is not None else ()
        return query, Finding("answered" if facts else "not_stated", facts or about, initiative=held)
    query = replace(query, initiative=None)
    if query.since is None and not _past(query):
        query = replace(query, since=query.today)
    finding = find(room, query)
    if not any(fact.when is not None for fact in finding.facts):
        return _of_meetings(room, query)
    return query, finding if _past(query) else _with_agendas(room, query, finding)


def of_period(room: Room, since: date | None, until: date | None) -> tuple[Query, Finding]:
    """The dates of a period, over all initiatives and meetings."""
    query = Query("", "", "due", room.lang, since=since, until=until, today=room.scene.now.date())
    finding = find(room, query)
    return query, finding if _past(query) else _with_agendas(room, query, finding)


def _past(query: Query) -> bool:
    return query.until is not None and query.today is not None and query.until < query.today


def _of_meetings(room: Room, query: Query) -> tuple[Query, Finding] | None:
    """What was decided in a time that is past, or what is coming."""
    asked = replace(query, intent="decisions_list" if _past(query) else "upcoming")
    finding = find(room, asked)
    if finding.status == "not_found" and not query.body:
        return query, finding
    return asked, finding


def _with_agendas(room: Room, query: Query, finding: Finding) -> Finding:
    """The dates with the coming meetings, their deadlines and what is on their agendas."""
    asked = replace(query, intent="upcoming", body=None)
    coming = comings.meetings_of(room, asked, find(room, asked))
    meetings = _merged((*coming.meetings, *finding.meetings))
    entries = duelist.gathered(_timed(finding), meetings, coming.items, _span(query), texts(room.lang))
    # The card lists meetings and deadlines of agendas too: then the facts alone are not the whole of it.
    whole = finding.complete is not False and len(entries) <= len(finding.facts)
    return replace(finding, meetings=meetings, items=coming.items, count=len(entries), complete=whole)


def _timed(finding: Finding) -> list[Fact]:
    return [fact for fact in finding.facts if fact.when is not None]


def _span(query: Query, start: int = 0) -> duelist.Span:
    return duelist.Span(query.since, query.until, start)


def _merged(meetings: Iterable[MeetingRecord]) -> tuple[MeetingRecord, ...]:
    return tuple({meeting.key: meeting for meeting in reversed(list(meetings))}.values())


def card(query: Query, finding: Finding, room: Room, start: int = 0) -> Rendered:
    """The list by date, or the line of time of the one initiative that was asked about."""
    today = room.scene.now.date()
    span = _span(query, start)
    facts = _timed(finding)
    if finding.initiative is not None:
        return datelist.times(finding.initiative, facts, span, today, room.frame)
    if query.until is None and _NEXT.search(query.text):
        # What is next is asked of the plans, and what goes on already is not next.
        entries = duelist.gathered(facts, (), (), span, texts(room.lang))
        coming = [entry for entry in entries if entry.day >= today]
        return duelist.due(coming or entries, span, today, room.frame, next_asked=True)
    entries = duelist.gathered(facts, finding.meetings, finding.items, span, texts(room.lang))
    return duelist.due(entries, span, today, room.frame)
