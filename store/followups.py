"""Promises from decisions: kept, found, done, put off, handed over; each change once and with who, when and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select, update
from sqlmodel import Session

from store.agenda.records import Named
from store.calendar import local
from store.database import Database
from store.errors import NotFound
from store.followup_candidates import Candidates
from store.followup_changes import changed
from store.followup_records import (
    Candidate,
    FollowUp,
    FollowUpAction,
    FollowUpChange,
    FollowUpState,
    Origin,
    Recurrence,
    StaleFollowUp,
)
from store.followup_rows import FOLLOW_UP, changes, last_changes, record, reference_json
from store.followup_sight import FollowUpSight, body_names, followup_sight
from store.followup_words import like
from store.followup_writing import access_of, before, body_of, id_of, note, people, reference_to, title_of
from store.items import item as item_record
from store.records import Lang, Subject
from store.scene import ITEM, MEETING
from store.tables import StoredRow
from store.upsert import insert_new

CANDIDATE = "candidate:"
_MOST_LOOKED_AT = 5_000
"""Rows that a text is compared with: a municipality has some hundreds that are open."""


class StoredFollowUps:
    """Implements dialogs.followupports.FollowUps; each method is one transaction. `clock` gives aware datetimes."""

    def __init__(self, db: Database, clock: Callable[[], datetime]) -> None:
        self._db, self._clock = db, clock
        self._candidates = Candidates()

    def add(
        self,
        title: str,
        subject: Subject,
        *,
        key: str,
        lang: Lang,
        origin: Origin = "hand",
        responsible: Named | None = None,
        due: date | None = None,
        recurrence: Recurrence | None = None,
        item_key: str | None = None,
        initiative: str | None = None,
        agenda_item: str | None = None,
        body: str | None = None,
        quote: str = "",
    ) -> FollowUp:
        """A new promise; see the port. Raises BadFollowUp, NotFound."""
        if subject.person is None or not subject.employee:
            raise NotFound("nobody to promise")
        with self._db.write() as session:
            treated = item_record(session, item_key, subject) if item_key is not None else None
            # A candidate is the same one whoever takes it over.
            maker = "" if key.startswith(CANDIDATE) else subject.person
            id = id_of(subject.tenant or "", maker, key)
            values: dict[str, Any] = {
                "id": id,
                "version": 1,
                "state": "open",
                "title": title_of(title),
                "access": access_of(treated, subject),
                "origin": origin,
                "tenant": subject.tenant or "",
                "lang": lang,
                "body_key": body if body is not None else body_of(session, item_key),
                **people(session, "responsible", responsible),
                "deputy": None,
                "deputy_person": None,
                "due": due,
                "recurrence": recurrence,
                "snoozed_to": None,
                "item_key": item_key,
                "reference": reference_json(reference_to(treated, quote)) if treated is not None else None,
                "initiative": initiative,
                "agenda_item": agenda_item,
                "created_by": subject.person,
                "created_at": self._clock(),
                "updated_at": self._clock(),
                "done_at": None,
                "done_by": None,
            }
            if insert_new(session, FOLLOW_UP, values):
                note(session, id, 1, self._clock(), subject.person, "create")
            return self._one(session, id, subject)

    def follow_up(self, id: str, subject: Subject) -> FollowUp:
        """One of them. Raises NotFound."""
        with self._db.read() as session:
            return self._one(session, id, subject)

    def history(self, id: str, subject: Subject) -> tuple[FollowUpChange, ...]:
        """All changes, oldest first. Raises NotFound."""
        with self._db.read() as session:
            self._one(session, id, subject)
            return tuple(changes(session, [id]).get(id, ()))

    def found(
        self,
        subject: Subject,
        *,
        states: frozenset[FollowUpState] = frozenset({"open"}),
        body: str | None = None,
        item_keys: Sequence[str] = (),
        initiative: str | None = None,
        case: str | None = None,
        mine: bool = False,
        until: date | None = None,
        done_since: datetime | None = None,
        text: str = "",
        limit: int = 200,
    ) -> tuple[FollowUp, ...]:
        """Those that fit; see the port."""
        wanted: list[ColumnElement[bool]] = [FOLLOW_UP.c.state.in_(sorted(states))]
        if body is not None:
            wanted.append(FOLLOW_UP.c.body_key == body)
        if item_keys:
            wanted.append(FOLLOW_UP.c.item_key.in_(list(item_keys)))
        if initiative is not None:
            wanted.append(FOLLOW_UP.c.initiative == initiative)
        if case is not None:
            wanted.append(ITEM.c.case_key == case)
        if mine:
            wanted.append(
                or_(FOLLOW_UP.c.responsible_person == subject.person, FOLLOW_UP.c.deputy_person == subject.person)
            )
        if until is not None:
            wanted.append(and_(FOLLOW_UP.c.due.is_not(None), FOLLOW_UP.c.due <= until))
        if done_since is not None:
            wanted.append(FOLLOW_UP.c.done_at >= done_since)
        with self._db.read() as session:
            seen = followup_sight(session, subject)
            order = (FOLLOW_UP.c.due.is_(None), FOLLOW_UP.c.due, FOLLOW_UP.c.created_at, FOLLOW_UP.c.id)
            statement = _joined(seen).where(*wanted).order_by(*order)
            rows = session.connection().execute(statement.limit(_MOST_LOOKED_AT if text else limit)).all()
            if text:
                rows = like(text, rows)[:limit]
            return _records(session, rows, seen)

    def act(
        self,
        id: str,
        version: int,
        action: FollowUpAction,
        subject: Subject,
        *,
        comment: str = "",
        to: date | None = None,
        person: Named | None = None,
        fields: Mapping[str, Any] | None = None,
    ) -> FollowUp:
        """Change it; see the port. Raises NotFound, StaleFollowUp, BadFollowUp."""
        now = self._clock()
        with self._db.write() as session:
            seen = followup_sight(session, subject)
            row = _row(session, id, seen, locked=True)
            if not seen.may_change(row):
                raise NotFound("not theirs to change")
            if row.version != version:
                last = changes(session, [id]).get(id, [])
                once = last[version] if 0 <= version < len(last) else None
                if once is not None and (once.person, once.action) == (subject.person, action):
                    return _records(session, [row], seen)[0]
                raise StaleFollowUp(last[-1] if last else None, _records(session, [row], seen)[0])
            values = changed(row, action, local(now).date(), comment=comment, to=to, person=person, fields=fields or {})
            if person is not None and action in ("hand_over", "deputy"):
                values.update(people(session, "responsible" if action == "hand_over" else "deputy", person))
            if action == "done":
                values.update({"done_at": now, "done_by": subject.person})
            told = to.isoformat() if to is not None else person.text if person is not None else ""
            note(session, id, version + 1, now, subject.person or "", action, comment, told, before(row, values))
            session.connection().execute(
                update(FOLLOW_UP).where(FOLLOW_UP.c.id == id).values(**values, version=version + 1, updated_at=now)
            )
            return self._one(session, id, subject)

    def candidates(self, subject: Subject, body: str | None = None, limit: int = 20) -> tuple[Candidate, ...]:
        """Promises that minutes seem to hold, newest meeting first, for secretaries."""
        with self._db.read() as session:
            return self._candidates.of(session, subject, body, limit)

    def take(self, key: str, subject: Subject, lang: Lang, fields: Mapping[str, Any] | None = None) -> FollowUp:
        """Make a candidate a follow-up. Raises NotFound, BadFollowUp."""
        with self._db.read() as session:
            found = self._candidates.one(session, key, subject)
        told = dict(fields or {})
        made = self.add(
            str(told.get("title") or found.title),
            subject,
            key=f"{CANDIDATE}{key}",
            lang=lang,
            origin="decision",
            responsible=told.get("responsible", found.responsible),
            due=told.get("due", found.due),
            recurrence=told.get("recurrence", found.recurrence),
            item_key=found.decision.item_key,
            body=found.body_key,
            quote=found.quote,
        )
        with self._db.write() as session:
            self._candidates.settle(session, key, subject, self._clock(), made.id)
        return made

    def leave(self, key: str, subject: Subject) -> None:
        """Never propose it again. Raises NotFound."""
        with self._db.write() as session:
            self._candidates.one(session, key, subject)
            self._candidates.settle(session, key, subject, self._clock(), None)

    @staticmethod
    def _one(session: Session, id: str, subject: Subject) -> FollowUp:
        seen = followup_sight(session, subject)
        return _records(session, [_row(session, id, seen)], seen)[0]


_JOINED = FOLLOW_UP.outerjoin(ITEM, ITEM.c.key == FOLLOW_UP.c.item_key).outerjoin(
    MEETING, MEETING.c.id == ITEM.c.meeting_id
)


def _joined(seen: FollowUpSight) -> Select[Any]:
    readable = and_(ITEM.c.id.is_not(None), seen.items.items(layers=False)).label("readable")
    return select(*FOLLOW_UP.c, readable).select_from(_JOINED).where(seen.rows())


def _row(session: Session, id: str, seen: FollowUpSight, *, locked: bool = False) -> StoredRow:
    statement = _joined(seen).where(FOLLOW_UP.c.id == id)
    if locked:
        statement = statement.with_for_update(of=FOLLOW_UP)
    row = session.connection().execute(statement).first()
    if row is None:
        raise NotFound("no such follow-up")
    return row


def _records(session: Session, rows: Sequence[StoredRow], seen: FollowUpSight) -> tuple[FollowUp, ...]:
    told = last_changes(session, [row.id for row in rows])
    names = body_names(session)
    return tuple(
        record(
            row,
            names.get(row.body_key or "", ""),
            told.get(row.id),
            decision=bool(row.readable),
            may_change=seen.may_change(row),
        )
        for row in rows
    )
