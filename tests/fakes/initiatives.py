"""Initiatives in memory: the port of the flows, and what the store finds on them for a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from store.access import Guard, visible
from store.errors import NotFound
from store.records import Fact, Finding, InitiativeRecord, MeetingRecord, Query, Subject
from tests.fakes import matters as m
from tests.fakes import programmes as g


@dataclass
class FakeInitiatives:
    """dialogs.ports.Initiatives: closed ones are for members of the executive board."""

    records: dict[str, InitiativeRecord] = field(default_factory=lambda: {one.key: one for one in g.INITIATIVES})

    def initiatives(self, subject: Subject) -> tuple[InitiativeRecord, ...]:
        seen = [one for one in self.records.values() if visible(subject, Guard(_access(one), m.DIREKTION.key))]
        return tuple(sorted(seen, key=lambda one: one.on or date.min, reverse=True))

    def initiative(self, key: str, subject: Subject) -> InitiativeRecord:
        for one in self.initiatives(subject):
            if one.key == key:
                return one
        raise NotFound(key)

    def due(self, since: date, until: date, subject: Subject) -> tuple[Fact, ...]:
        return _within(self.initiatives(subject), since, until)

    def found(self, query: Query, subject: Subject) -> Finding | None:
        """What the store finds on initiatives; None leaves the question to the other ways."""
        records = self.initiatives(subject)
        talked = next((one for one in records if one.key == query.initiative), None)
        named = _named(records, query.topic) if query.topic else talked
        if query.intent == "initiatives":
            facts = tuple(one.about for one in records if one.about is not None)
            return Finding("answered" if records else "not_found", facts, initiatives=records, count=len(records))
        if query.intent == "due":
            return _due(query, records, named)
        if query.intent == "meaning":
            hit = query.topic.casefold() == (g.SHORT.name or "").casefold()
            return Finding("answered", (g.SHORT,), count=1) if hit else None
        if query.intent == "elements":
            return _elements(query, records, talked)
        if named is None and talked is None:
            return None
        return _told(query, named or talked)


def _access(one: InitiativeRecord) -> str:
    return "closed" if one.closed else "open"


def _named(records: Sequence[InitiativeRecord], topic: str) -> InitiativeRecord | None:
    wanted = {word[:5] for word in topic.casefold().split() if len(word) > 3}
    for one in records:
        title = {word[:5] for word in one.title.casefold().split() if len(word) > 3}
        if title and title <= wanted:
            return one
    return None


def _within(records: Sequence[InitiativeRecord], since: date, until: date) -> tuple[Fact, ...]:
    found = []
    for one in records:
        for fact in one.milestones:
            day = fact.when and (fact.when.last if fact.when.relation == "by" else fact.when.first)
            if day and since <= day <= until:
                found.append((day, fact))
    return tuple(fact for _, fact in sorted(found, key=lambda pair: pair[0]))


def _due(query: Query, records: Sequence[InitiativeRecord], named: InitiativeRecord | None) -> Finding | None:
    if query.topic and named is None:
        return None
    only = [named] if named is not None else records
    facts = _within(only, query.since or date.min, query.until or date.max)
    meetings: tuple[MeetingRecord, ...] = ()
    if named is None:
        meetings = tuple(
            one for one in m.MEETINGS if one.date and (query.since or date.min) <= one.date <= (query.until or date.max)
        )
    if not facts and not meetings:
        return Finding("not_stated", (named.about,), initiative=named) if named and named.about else None
    return Finding("answered", facts, initiative=named, meetings=meetings, count=len(facts) + len(meetings))


def _elements(query: Query, records: Sequence[InitiativeRecord], talked: InitiativeRecord | None) -> Finding | None:
    order = [talked, *records] if talked is not None else list(records)
    for one in order:
        for listed in one.lists:
            names = listed.name.casefold().split()
            fits = query.part == listed.kind or any(word in names for word in query.topic.casefold().split())
            if fits and (query.topic or one is talked):
                facts = tuple(replace(part, kind="list_item") for part in listed.parts)
                return Finding(
                    "answered", facts, initiative=one, listed=listed, count=len(facts), complete=listed.complete
                )
    return None


def _told(query: Query, one: InitiativeRecord | None) -> Finding | None:
    if one is None:
        return None
    topic = query.topic.casefold()
    if query.intent == "overview":
        facts = tuple(report.fact for report in one.reports[:1]) + ((one.about,) if one.about else ())
        return Finding("answered", facts, initiative=one)
    fitting = {
        "when": [fact for fact in one.milestones if (fact.title or "").casefold()[:8] in topic],
        "responsible": [fact for fact in one.responsibilities if (fact.role or "").casefold()[:6] in topic],
        "goal": list(one.goals),
    }.get(query.intent, [])
    if fitting:
        return Finding("answered", tuple(fitting[:1]), initiative=one)
    return None
