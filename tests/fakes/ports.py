"""The ports that flows are handed, over records in memory: the access rule for real, finding by words in the titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dialogs.ports import Ports
from store.access import Guard, is_administrator, is_secretary, visible
from store.errors import MinutesUnreadable, NotFound
from store.records import (
    Access,
    BodyRecord,
    DocumentRecord,
    Finding,
    Grant,
    IngestReport,
    ItemRecord,
    NearTitle,
    Person,
    Query,
    Role,
    Status,
    Subject,
)
from tests.fakes import matters as m
from tests.fakes.initiatives import FakeInitiatives
from tests.fakes.plans import FakeCalendar
from tests.fakes.watches import FakePapers, FakeWatches


def body_key(name: str) -> str | None:
    """The key of a body's name."""
    return next((body.key for body in m.BODIES if body.name == name), None)


@dataclass
class World:
    """What all fakes share: items and people, changed by what the flows do."""

    items: dict[str, ItemRecord] = field(default_factory=lambda: {item.key: item for item in m.ITEMS})
    excluded: dict[str, set[str]] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=lambda: {person.id: person for person in m.PEOPLE})
    documents: dict[str, DocumentRecord] = field(default_factory=lambda: {one.id: one for one in m.DOCUMENTS})
    layers: dict[tuple[str, str], str | None] = field(default_factory=dict)
    terms: list[tuple[str, str]] = field(default_factory=list)
    reactions: list[tuple[str, str, str | None]] = field(default_factory=list)
    stored: list[tuple[str, bytes, Access, str | None]] = field(default_factory=list)
    queries: list[Query] = field(default_factory=list)
    initiatives: FakeInitiatives = field(default_factory=FakeInitiatives)
    watches: FakeWatches = field(default_factory=lambda: FakeWatches(m.NOW, m.BODIES))
    papers: FakePapers = field(default_factory=FakePapers)
    calendar: FakeCalendar = field(default_factory=FakeCalendar)

    def seen(self, subject: Subject) -> list[ItemRecord]:
        """The items that a subject may see, newest first."""
        found = []
        for item in self.items.values():
            access: Access = "closed" if item.closed else "open"
            guard = Guard(access, body_key(item.meeting.body), frozenset(self.excluded.get(item.key, ())))
            if visible(subject, guard):
                found.append(item)
        return sorted(found, key=lambda item: item.meeting.date or date.min, reverse=True)


class FakeAnswers:
    """dialogs.ports.Answers: an item is found when a word of the topic begins a word of its title or decision."""

    def __init__(self, world: World) -> None:
        self.world = world

    def item(self, key: str, subject: Subject) -> ItemRecord:
        for item in self.world.seen(subject):
            if item.key == key:
                return item
        raise NotFound(key)

    def course(self, item_key: str, subject: Subject) -> tuple[ItemRecord, ...]:
        first = self.item(item_key, subject)
        same = [each for each in self.world.seen(subject) if each.case_number and each.case_number == first.case_number]
        return tuple(reversed(same)) or (first,)

    def related(self, item_key: str, subject: Subject, limit: int = 5) -> tuple[ItemRecord, ...]:
        first = self.item(item_key, subject)
        others = [each for each in self.world.seen(subject) if each.meeting.key == first.meeting.key]
        return tuple(each for each in others if each.key != item_key)[:limit]

    def near(self, text: str, subject: Subject, limit: int = 3) -> tuple[NearTitle, ...]:
        return ()

    def find(self, query: Query, subject: Subject) -> Finding:
        self.world.queries.append(query)
        told = None if query.item_number else self.world.initiatives.found(query, subject)
        if told is not None:
            return told
        items = [item for item in self.world.seen(subject) if _within(item, query)]
        if query.intent == "upcoming":
            today = query.today or date.min
            coming = [item for item in items if item.meeting.date and item.meeting.date >= today]
            facts = tuple(one.facts[0] for one in coming)
            known = (each for each in self.world.calendar.agendas if query.body in (None, each.body))
            meetings = tuple(each for each in known if each.date and _in_period(each.date, query))
            status: Status = "answered" if coming or meetings else "not_found"
            return Finding(status, facts, items=tuple(coming), meetings=meetings)
        if query.item_number or query.case_number:
            wanted = {query.item_number, query.case_number} - {None}
            hits = [item for item in items if {item.number, item.case_number} & wanted]
        elif query.topic:
            hits = [item for item in items if _about(item, query.topic)]
        elif query.context:
            hits = [item for item in items if item.key in query.context][:1]
        else:
            decided = tuple(item for item in items if item.of("decision"))
            facts = tuple(item.of("decision")[0] for item in decided)
            return Finding("answered" if decided else "not_found", facts, items=decided, count=len(decided))
        return _told(hits, query)


def _within(item: ItemRecord, query: Query) -> bool:
    day = item.meeting.date or date.min
    return _in_period(day, query) and (query.body is None or query.body == item.meeting.body)


def _in_period(day: date, query: Query) -> bool:
    return (query.since is None or day >= query.since) and (query.until is None or day <= query.until)


def _about(item: ItemRecord, topic: str) -> bool:
    text = f"{item.title} {' '.join(fact.text for fact in item.facts)}".casefold().split()
    wanted = [word for word in topic.casefold().split() if len(word) > 3]
    return bool(wanted) and all(any(word[:6] in each for each in text) for word in wanted)


def _told(hits: list[ItemRecord], query: Query) -> Finding:
    if not hits:
        return Finding(
            "not_found", missing=(query.topic or query.item_number or query.case_number or "",), unknown=("x",)
        )
    if query.intent == "case_course":
        same = tuple(item for item in reversed(hits) if item.case_number == hits[0].case_number)
        return Finding("answered", tuple(item.of("decision")[0] for item in same), item=hits[0], items=same)
    if len({item.case_number or item.key for item in hits}) > 1:
        return Finding(
            "choice", tuple((item.of("decision") or item.facts)[0] for item in hits), items=tuple(hits), count=len(hits)
        )
    item = hits[0]
    kinds = {
        "recommendation": "recommendation",
        "background": "background",
        "assessment": "assessment",
        "cost": "finance",
    }
    kind = kinds.get(query.intent, "decision")
    facts = item.of(kind)  # type: ignore[arg-type]  # one of the four, or decision
    if facts:
        return Finding("answered", facts, item=item)
    return Finding("no_decision" if kind == "decision" else "not_stated", item.facts[:1], item=item)


class FakeLibrary:
    """dialogs.ports.Library over the world's documents and items."""

    def __init__(self, world: World) -> None:
        self.world = world

    def _managed(self, key: str, subject: Subject) -> ItemRecord:
        item = next((each for each in self.world.seen(subject) if each.key == key), None)
        if item is None or not is_secretary(subject, body_key(item.meeting.body)):
            raise NotFound(key)
        return item

    def documents(self, subject: Subject) -> tuple[DocumentRecord, ...]:
        if not any(is_secretary(subject, grant.body) for grant in subject.grants):
            raise NotFound("documents")
        return tuple(each for each in self.world.documents.values() if each.state == "stored")

    def _document(self, document_id: str, subject: Subject) -> DocumentRecord:
        found = next((each for each in self.documents(subject) if each.id == document_id), None)
        if found is None:
            raise NotFound(document_id)
        return found

    def preview(self, name: str, content: bytes, subject: Subject) -> IngestReport:
        if not content:
            raise MinutesUnreadable(name, "no_text", "no text")
        return IngestReport(
            name, "stored", None, {"id": "d9", "title": name, "body": "Direktionen"}, items=len(content)
        )

    def ingest(self, name: str, content: bytes, access: Access, body: str | None, subject: Subject) -> IngestReport:
        self.world.stored.append((name, content, access, body))
        return self.preview(name, content, subject)

    def find_items(self, number: str | None, text: str, subject: Subject) -> tuple[ItemRecord, ...]:
        seen = [each for each in self.world.seen(subject) if is_secretary(subject, body_key(each.meeting.body))]
        if number:
            return tuple(each for each in seen if each.number == number)
        return tuple(each for each in seen if text.casefold() in each.title.casefold())

    def set_item_access(self, item_key: str, access: Access, subject: Subject) -> None:
        item = self._managed(item_key, subject)
        self.world.items[item_key] = replace(item, closed=access == "closed")

    def set_document_access(self, document_id: str, access: Access, subject: Subject) -> None:
        self.world.documents[document_id] = replace(self._document(document_id, subject), access=access)

    def remove_document(self, document_id: str, subject: Subject) -> None:
        self.world.documents[document_id] = replace(self._document(document_id, subject), state="removed")

    def open_layer(self, item_key: str, layer: str, text: str | None, subject: Subject) -> None:
        self._managed(item_key, subject)
        self.world.layers[item_key, layer] = text

    def exclude(self, item_key: str, person: str, subject: Subject) -> None:
        self._managed(item_key, subject)
        self.world.excluded.setdefault(item_key, set()).add(person)

    def include(self, item_key: str, person: str, subject: Subject) -> None:
        self._managed(item_key, subject)
        self.world.excluded.get(item_key, set()).discard(person)


class FakePeople:
    """dialogs.ports.People over the world's people."""

    def __init__(self, world: World) -> None:
        self.world = world

    def person(self, person_id: str) -> Person | None:
        return self.world.people.get(person_id)

    def met(self, text: str, limit: int = 10) -> Sequence[Person]:
        found = [each for each in self.world.people.values() if text.casefold() in f"{each.name} {each.upn}".casefold()]
        return found[:limit]

    def _administered(self, person_id: str, by: Subject) -> Person:
        if not is_administrator(by) or person_id not in self.world.people:
            raise NotFound(person_id)
        return self.world.people[person_id]

    def grant(self, person_id: str, grant: Grant, by: Subject) -> None:
        person = self._administered(person_id, by)
        self.world.people[person_id] = replace(person, grants=(*person.grants, grant))

    def revoke(self, person_id: str, grant: Grant, by: Subject) -> None:
        person = self._administered(person_id, by)
        self.world.people[person_id] = replace(person, grants=tuple(each for each in person.grants if each != grant))

    def holders(self, role: Role | None = None) -> Sequence[Person]:
        return [each for each in self.world.people.values() if each.grants]


class FakeBodies:
    """dialogs.ports.Bodies."""

    def bodies(self, subject: Subject | None = None) -> tuple[BodyRecord, ...]:
        return m.BODIES


class FakeImprovements:
    """dialogs.ports.Improvements that remembers what it was told."""

    def __init__(self, world: World) -> None:
        self.world = world

    def unanswered(self, since: date, limit: int = 20) -> Sequence[tuple[str, str, int]]:
        return [("hvad med svømmehallen", "not_found", 3)]

    def unknown_words(self, since: date, limit: int = 40) -> Sequence[tuple[str, int]]:
        return [("padelbane", 2)]

    def add_term(self, danish: str, english: str, by: Subject) -> None:
        if not is_administrator(by):
            raise NotFound("term")
        self.world.terms.append((danish, english))

    def react(self, activity: str, reaction: str, comment: str | None) -> bool:
        self.world.reactions.append((activity, reaction, comment))
        return True


def fake_ports(world: World) -> Ports:
    """All ports over one world."""
    return Ports(
        FakeAnswers(world),
        FakeLibrary(world),
        FakePeople(world),
        FakeBodies(),
        FakeImprovements(world),
        hosts=frozenset({"dagsordener.example.dk"}),
        initiatives=world.initiatives,
        watches=world.watches,
        papers=world.papers,
        calendar=world.calendar,
    )
