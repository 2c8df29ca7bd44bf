"""What has come into the store, asked each watch's question: restricted to what came, by the rights of its audience."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session

from store import meetings
from store.access import Guard, visible
from store.bodies import BODY
from store.grants import grants_by_person
from store.names import case_key
from store.records import Access, Grant, ItemRecord, Subject
from store.scene import DOCUMENT, FACT, ITEM, MEETING, PUBLICATION, SOURCE
from store.search.confidence import SURE
from store.search.engine import Postings
from store.search.finding import Finder, Prepared, Sought
from store.search.index import FACT_SHIFT, Driver
from store.search.rank import Matter
from store.search.scope import ANY, Scope
from store.shelves import exclusions, shelves_for
from store.subscriptions import SUBSCRIPTION
from store.tables import StoredRow
from store.watch_about import item_is_about, paper_is_about
from store.watch_queue import News
from store.watch_records import WATCH_KIND, EventKind, Watch
from store.watches import watch_of

SURE_ENOUGH = SURE
"""As sure as an answer; that it is also about the topic, and does not only mention it, is asked beside that."""
_AGENDAS = frozenset({"agenda", "supplement"})


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to one watch. `slot` names the event, so that it is told once; `lists` are the names in `payload`
    under which more may come."""

    watch: str
    slot: str
    payload: Mapping[str, Any]
    lists: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Came:
    """What came: the items it speaks of with their guards, or, of a document without any, the document's own."""

    document: StoredRow | None
    items: tuple[tuple[int, Guard], ...]
    body_key: str | None
    facts: frozenset[int]
    """Active facts of all documents of its meeting: the surroundings in which it is judged."""


@dataclass
class Matching:
    """One run over a snapshot of the store; what several watches or documents need is made once."""

    session: Session
    finder: Finder
    _ready: dict[tuple[tuple[int, ...], str, str], Prepared] = field(default_factory=dict)
    _shelves: dict[Subject, list[int]] = field(default_factory=dict)
    _watches: list[tuple[int, Watch, Subject]] | None = None

    def notices(self, news: News) -> tuple[Notice, ...]:
        """What is to be said of a document or item, watch by watch."""
        came = _came(self.session, news)
        if came is None:
            return ()
        found: list[Notice] = []
        for number, watch, subject in self._all():
            if number <= news.last_watch and (watch.body is None or watch.body == came.body_key):
                found += self._of(watch, subject, came)
        return tuple(found)

    def _all(self) -> list[tuple[int, Watch, Subject]]:
        """All watches with what their audiences may read now."""
        if self._watches is None:
            statement = select(SUBSCRIPTION).where(SUBSCRIPTION.c.kind == WATCH_KIND, SUBSCRIPTION.c.paused.is_(False))
            rows = self.session.connection().execute(statement.order_by(SUBSCRIPTION.c.id)).all()
            grants = grants_by_person(self.session, {row.recipient for row in rows if row.audience == "personal"})
            self._watches = [(row.id, watch_of(row), _subject(row, grants)) for row in rows]
        return self._watches

    def _of(self, watch: Watch, subject: Subject, came: _Came) -> list[Notice]:
        readable = [number for number, guard in came.items if visible(subject, guard)]
        if readable:
            wanted = self._wanted(watch, subject, came, readable)
            return _events(watch, meetings.items(self.session, wanted, subject)) if wanted else []
        if came.document is None or came.document.meeting_id is not None or watch.events != "all":
            return []
        if not visible(subject, Guard(came.document.access, came.body_key)):
            return []
        if watch.kind == "case" or (
            watch.kind == "topic" and not self._in_document(watch, subject, came, came.document.id)
        ):
            return []
        return [_notice(watch, "document", came.document.key, document=came.document.key)]

    def _wanted(self, watch: Watch, subject: Subject, came: _Came, readable: Sequence[int]) -> list[int]:
        """Of these items those that the watch is for, in the order of the agenda."""
        if watch.kind == "body":
            return list(readable)
        if watch.kind == "case":
            number = case_key(watch.text)
            rows = self.session.connection().execute(
                select(ITEM.c.id).where(ITEM.c.id.in_(readable), ITEM.c.case_key == number)
            )
            same = set(rows.scalars())
            return [one for one in readable if one in same]
        sought, sure = self._sure(watch, subject, came)
        meant = {matter.group for matter in sure if matter.group > 0 and item_is_about(sought, matter)}
        return [one for one in readable if one in meant]

    def _in_document(self, watch: Watch, subject: Subject, came: _Came, document: int) -> bool:
        """Whether the texts outside all items, in this document, are about what the watch is for."""
        _, sure = self._sure(watch, subject, came)
        loose = [-matter.group for matter in sure if matter.group < 0]
        found = select(FACT.c.id).where(FACT.c.id.in_(loose), FACT.c.document_id == document)
        own = set(self.session.connection().execute(found).scalars()) if loose else set()
        return paper_is_about(sure, own)

    def _sure(self, watch: Watch, subject: Subject, came: _Came) -> tuple[Sought, list[Matter]]:
        """What came, asked for the topic: the matters that surely hold it."""
        shelves = self._shelves.get(subject)
        if shelves is None:
            shelves = self._shelves[subject] = shelves_for(self.session, subject)
        driver, key = Driver(self.session), (tuple(shelves), watch.text, watch.lang)
        ready = self._ready.get(key)
        if ready is None:
            ready = self._ready[key] = self.finder.prepare(driver, shelves, watch.text, watch.lang)
        # Only what came is judged: however much the rest of the library has of it, none of this is left out.
        rows = {
            term: tuple(row for row in own if row >> FACT_SHIFT in came.facts)
            for term, own in ready.postings.rows.items()
        }
        ready = replace(ready, postings=Postings(rows, ready.postings.left))
        sought = self.finder.among(driver, ready, Scope(), ANY)
        return sought, [matter for matter in sought.matters if sought.chances[matter.group] >= SURE_ENOUGH]


def _subject(row: StoredRow, grants: Mapping[str, tuple[Grant, ...]]) -> Subject:
    """The audience of a watch; whether it may still be told anything is decided when the message is sent."""
    if row.audience != "personal":
        return Subject(row.owner, True, row.audience, (), row.tenant)
    return Subject(row.recipient, True, "personal", grants.get(row.recipient, ()), row.tenant)


def _came(session: Session, news: News) -> _Came | None:
    """What the queue's row is about as it is now; None when it is gone or says nothing any more."""
    if news.kind == "item":
        return _item_came(session, news.key)
    connection = session.connection()
    body = func.coalesce(MEETING.c.body_id, DOCUMENT.c.body_id)
    joined = DOCUMENT.outerjoin(MEETING, MEETING.c.id == DOCUMENT.c.meeting_id).outerjoin(BODY, BODY.c.id == body)
    row = connection.execute(
        select(DOCUMENT.c.id, DOCUMENT.c.key, DOCUMENT.c.access, DOCUMENT.c.meeting_id, BODY.c.key.label("body_key"))
        .select_from(joined)
        .where(DOCUMENT.c.key == news.key, DOCUMENT.c.state == "stored")
    ).first()  # fmt: skip
    if row is None:
        return None
    spoken = connection.execute(
        select(ITEM.c.id, ITEM.c.key, SOURCE.c.access)
        .join(SOURCE, SOURCE.c.item_id == ITEM.c.id)
        .where(SOURCE.c.document_id == row.id, SOURCE.c.current)
        .order_by(ITEM.c.position, ITEM.c.key)
    ).all()
    around = DOCUMENT.c.id == row.id if row.meeting_id is None else DOCUMENT.c.meeting_id == row.meeting_id
    return _Came(row, _guarded(session, spoken, row.body_key), row.body_key, _facts(session, around))


def _item_came(session: Session, key: str) -> _Came | None:
    """An item that was opened, whole or by a publishable wording of its decision."""
    joined = ITEM.join(MEETING, MEETING.c.id == ITEM.c.meeting_id).outerjoin(BODY, BODY.c.id == MEETING.c.body_id)
    statement = select(ITEM.c.id, ITEM.c.access, ITEM.c.meeting_id, BODY.c.key.label("body_key")).select_from(joined)
    row = session.connection().execute(statement.where(ITEM.c.key == key)).first()
    if row is None:
        return None
    published = select(FACT.c.id).join(DOCUMENT, DOCUMENT.c.id == FACT.c.document_id)
    wording = published.where(FACT.c.item_id == row.id, DOCUMENT.c.kind == PUBLICATION).limit(1)
    opened = row.access == "open" or session.connection().execute(wording).first() is not None
    access: Access = "open" if opened else "closed"
    kept_out = exclusions(session, [key] if access == "closed" else [])
    guard = Guard(access, row.body_key, kept_out.get(key, frozenset()))
    return _Came(None, ((row.id, guard),), row.body_key, _facts(session, DOCUMENT.c.meeting_id == row.meeting_id))


def _facts(session: Session, documents: ColumnElement[bool]) -> frozenset[int]:
    joined = FACT.join(DOCUMENT, DOCUMENT.c.id == FACT.c.document_id)
    statement = select(FACT.c.id).select_from(joined).where(documents, FACT.c.shelf_id.is_not(None))
    return frozenset(session.connection().execute(statement).scalars())


def _guarded(session: Session, rows: Sequence[StoredRow], body: str | None) -> tuple[tuple[int, Guard], ...]:
    """Each item as this document speaks of it: a closed paper on an open item is no news for readers of the open."""
    kept_out = exclusions(session, (row.key for row in rows if row.access == "closed"))
    return tuple((row.id, Guard(row.access, body, kept_out.get(row.key, frozenset()))) for row in rows)


def _events(watch: Watch, items: Sequence[ItemRecord]) -> list[Notice]:
    """The events that these items of one meeting are: what stands on its agenda, and what came of it."""
    by_meeting: dict[str, list[ItemRecord]] = defaultdict(list)
    for item in items:
        # By a neutral title alone an item is known by nothing that could be watched for.
        if watch.kind != "case" or item.case_number:
            by_meeting[item.meeting.key].append(item)
    found = []
    for meeting, own in by_meeting.items():
        decided = [item.key for item in own if is_decided(item)]
        rest = [item for item in own if not is_decided(item)]
        agenda = [item.key for item in rest if on_agenda(item)]
        treated = [item.key for item in rest if not on_agenda(item)] if watch.events == "all" else []
        if agenda and watch.events == "all":
            found.append(_notice(watch, "agenda", meeting, ("items",), meeting=meeting, items=agenda))
        if decided or treated:
            told = {"meeting": meeting, "decided": decided, "treated": treated}
            found.append(_notice(watch, "held", meeting, ("decided", "treated"), **told))
    return found


def is_decided(item: ItemRecord) -> bool:
    """Whether a decision is recorded of it."""
    return any(fact.decision_class != "none_recorded" for fact in item.of("decision"))


def on_agenda(item: ItemRecord) -> bool:
    """Whether it is known from an agenda alone."""
    return item.document is not None and item.document.kind in _AGENDAS


def _notice(watch: Watch, event: EventKind, about: str, lists: tuple[str, ...] = (), **told: object) -> Notice:
    return Notice(watch.key, f"{event}:{about}", {"event": event, **told}, lists)
