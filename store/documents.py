"""Documents and who may see them: listing, closing, opening, removing, layers and exclusions, for secretaries.

In every method `subject` None stands for the command line, whoever runs it; else the subject must be a secretary of
the body in personal chat. What may not be managed is not found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rapidfuzz import fuzz
from sqlalchemy import ColumnElement, case, delete, func, insert, select, true
from sqlmodel import Session

from store import layers
from store.access import Guard, is_secretary, visible
from store.audit import note
from store.bodies import BODY, rename
from store.database import Database, take_ids
from store.errors import NotFound
from store.facts import shown
from store.indexing import Index
from store.ingest.intake import Intake
from store.items import item_rows, records
from store.names import folded, number_forms, number_key, title_key
from store.records import Access, DocumentRecord, Grant, IngestReport, ItemRecord, Subject
from store.removal import remove
from store.scene import DOCUMENT, ITEM, MEETING, OVERRIDE, PUBLICATION, SOURCE
from store.settle import Closed, settle
from store.shelves import EXCLUSION, exclusions
from store.shown import withdraw
from store.tables import StoredRow
from store.watch_queue import came

LIKE = 70.0
"""How like a typed title must be, of 100, to be offered."""


@dataclass(frozen=True, slots=True)
class Library:
    """The documents of a store. `clock` gives aware datetimes."""

    db: Database
    intake: Intake
    index: Index
    clock: Callable[[], datetime]

    def documents(self, subject: Subject | None, *, removed: bool = False) -> tuple[DocumentRecord, ...]:
        """Documents of the bodies the subject is secretary of, newest first; with `removed` also what was removed."""
        with self.db.read() as session:
            rows = session.connection().execute(_document_rows().order_by(DOCUMENT.c.seq.desc())).all()
            counts = _counts(session)
            return tuple(
                _record(row, counts)
                for row in rows
                if (removed or row.state != "removed") and (subject is None or is_secretary(subject, row.body_key))
            )

    def preview(self, name: str, content: bytes, subject: Subject | None) -> IngestReport:
        """Read a dropped file without storing it."""
        if subject is not None and not _any_secretary(subject):
            raise NotFound("nothing to manage")
        return self.intake.preview(content, name=name)

    def ingest(
        self, name: str, content: bytes, access: Access, body: str | None, subject: Subject | None
    ) -> IngestReport:
        """Store a dropped file; `body` is for a document that names none."""
        if subject is not None and not _any_secretary(subject):
            raise NotFound("nothing to manage")
        return self.intake.ingest(content, name=name, access=access, body=body, by=_who(subject))

    def find_items(
        self, number: str | None, text: str, subject: Subject | None, limit: int = 10
    ) -> tuple[ItemRecord, ...]:
        """Items that may be meant by a number or a title, the likest and then the newest first."""
        with self.db.read() as session:
            numbered = ITEM.c.number.in_(number_forms(number)) if number else true()
            rows = session.connection().execute(
                item_rows().where(numbered).order_by(MEETING.c.date.desc(), MEETING.c.key, ITEM.c.position, ITEM.c.key)
            )
            wanted = title_key(text)
            scored = [
                (score, row)
                for row in _managed(session, rows.all(), subject)
                if (score := _likeness(row, number, wanted))
            ]
            scored.sort(key=lambda pair: -pair[0])
            chosen = [row for _score, row in scored[:limit]]
            return tuple(records(session, chosen, subject or _everything()))

    def item_of(self, document_id: str, number: str, subject: Subject | None) -> str:
        """The key of the item that a document calls `number`; by its place in the document where none is so called."""
        with self.db.read() as session:
            document = self._document(session, document_id, subject)
            sources = session.connection().execute(
                select(ITEM.c.key, SOURCE.c.number, SOURCE.c.position)
                .join(ITEM, ITEM.c.id == SOURCE.c.item_id)
                .where(SOURCE.c.document_id == document.id)
                .order_by(SOURCE.c.position)
            )
            rows = sources.all()
            for row in rows:
                if number_key(row.number) == number_key(number):
                    return str(row.key)
            for row in rows:
                if not row.number and str(row.position) == number.strip():
                    return str(row.key)
        raise NotFound(f"no item {number} in document {document_id}")

    def set_item_access(self, item_key: str, access: Access, subject: Subject | None) -> None:
        """Close an item, or open it although documents state it closed (until a later one does so again)."""
        with self._changing(subject, "close" if access == "closed" else "open", item_key) as (session, touched):
            row = self._item(session, item_key, subject)
            self._rule(session, "item", item_key, access, subject)
            if access == "open":
                layers.shut(session, self.index, row)
            touched(row.meeting_id, (), row.body_id, items=(item_key,) if access == "closed" else ())
            if access == "open":
                came(session, "item", [item_key], self.clock())

    def set_document_access(self, document_id: str, access: Access, subject: Subject | None) -> None:
        """Close all of a document, or take such a closing back: items that are stated closed stay closed."""
        with self._changing(subject, "close" if access == "closed" else "open", document_id) as (session, touched):
            row = self._document(session, document_id, subject)
            self._rule(session, "document", document_id, access, subject)
            touched(row.meeting_id, (row.id,), row.body_id)
            if access == "open":
                came(session, "document", [document_id], self.clock())

    def remove_document(self, document_id: str, subject: Subject | None) -> None:
        """Drop text, facts, pages and index entries; a row stays that says so. The file may be ingested again."""
        with self._changing(subject, "remove", document_id) as (session, touched):
            row = self._document(session, document_id, subject)
            spoken = (
                select(ITEM.c.key).join(SOURCE, SOURCE.c.item_id == ITEM.c.id).where(SOURCE.c.document_id == row.id)
            )
            items = session.connection().execute(spoken).scalars().all()
            withdraw(session, items, [document_id], self.clock(), all_=True)
            remove(session, self.index, [row.id], keep_row=True)
            touched(None, (), row.body_id)

    def open_layer(self, item_key: str, layer: str, text: str | None, subject: Subject | None) -> None:
        """layer "existence" (text: neutral title) or "decision" (text: publishable wording); text None shuts it."""
        if layer not in ("existence", "decision"):
            raise ValueError(f"no layer {layer}")
        action = f"{'shut' if text is None else 'open'} {layer}"
        with self._changing(subject, action, item_key) as (session, touched):
            row = self._item(session, item_key, subject)
            if text is None:
                (layers.shut if layer == "existence" else layers.shut_decision)(session, self.index, row)
                withdraw(session, [item_key], (), self.clock(), all_=False)
            elif layer == "existence":
                layers.open_existence(session, self.index, row, text, self.clock())
            else:
                layers.open_decision(session, self.index, row, text, self.clock())
                came(session, "item", [item_key], self.clock())
            touched(row.meeting_id, (), row.body_id)

    def exclude(self, item_key: str, person: str, subject: Subject | None) -> None:
        """Keep a person out of an item for conflict of interest; what was shown to that person is withdrawn."""
        with self._changing(subject, "exclude", item_key) as (session, touched):
            row = self._item(session, item_key, subject)
            if person not in exclusions(session, [item_key]).get(item_key, frozenset()):
                values = {"item_key": item_key, "person": person, "by_person": _by(subject), "at": self.clock()}
                session.connection().execute(insert(EXCLUSION), [values])
            touched(row.meeting_id, (), row.body_id, items=(item_key,))

    def include(self, item_key: str, person: str, subject: Subject | None) -> None:
        """Take an exclusion back. Nobody can take back their own: for them the item does not exist."""
        with self._changing(subject, "include", item_key) as (session, touched):
            row = self._item(session, item_key, subject)
            session.connection().execute(
                delete(EXCLUSION).where(EXCLUSION.c.item_key == item_key, EXCLUSION.c.person == person)
            )
            touched(row.meeting_id, (), row.body_id)

    @contextmanager
    def _changing(self, subject: Subject | None, action: str, target: str) -> Iterator[tuple[Session, Any]]:
        """One transaction: the change, what follows from it, the messages it withdraws, and its audit row."""
        with self.db.write(exclusive=True) as session:

            def touched(
                meeting: int | None, documents: tuple[int, ...], body: int | None, *, items: tuple[str, ...] = ()
            ) -> None:
                closed = Closed((), ())
                if meeting is not None or documents:
                    meetings = [meeting] if meeting is not None else []
                    closed = settle(session, self.index, meetings=meetings, documents=documents)
                withdraw(session, {*items, *closed.items}, closed.documents, self.clock(), all_=False)
                if body is not None:
                    rename(session, [body])

            yield session, touched
            note(session, self.clock(), _who(subject), action, target)

    def _rule(self, session: Session, kind: str, key: str, access: Access, subject: Subject | None) -> None:
        connection = session.connection()
        connection.execute(delete(OVERRIDE).where(OVERRIDE.c.target_kind == kind, OVERRIDE.c.target_key == key))
        row = {
            "target_kind": kind,
            "target_key": key,
            "access": access,
            "seq": take_ids(session, 1)[0],
            "by_person": _by(subject),
            "at": self.clock(),
        }
        connection.execute(insert(OVERRIDE), [row])

    def _document(self, session: Session, document_id: str, subject: Subject | None) -> StoredRow:
        row = session.connection().execute(_document_rows().where(DOCUMENT.c.key == document_id)).first()
        if row is None or row.state == "removed" or not (subject is None or is_secretary(subject, row.body_key)):
            raise NotFound("no such document")
        return row

    def _item(self, session: Session, item_key: str, subject: Subject | None) -> StoredRow:
        statement = item_rows().add_columns(MEETING.c.body_id).where(ITEM.c.key == item_key)
        rows = _managed(session, session.connection().execute(statement).all(), subject)
        if not rows:
            raise NotFound("no such item")
        return rows[0]


def _who(subject: Subject | None) -> str | None:
    return subject.person if subject is not None else None


def _by(subject: Subject | None) -> str:
    return (subject.person if subject is not None else None) or "command line"


def _any_secretary(subject: Subject) -> bool:
    return any(is_secretary(subject, grant.body) for grant in subject.grants)


def _everything() -> Subject:
    """Whoever runs the program on the machine can read its files as well."""
    return Subject("command line", True, "personal", (Grant("secretary"),))


def _managed(session: Session, rows: Any, subject: Subject | None) -> list[StoredRow]:
    """The items that the subject is secretary for and not excluded from."""
    found = list(rows)
    if subject is None:
        return found
    own = [row for row in found if is_secretary(subject, row.body_key)]
    kept_out = exclusions(session, (row.key for row in own))
    return [row for row in own if visible(subject, Guard("closed", row.body_key, kept_out.get(row.key, frozenset())))]


def _likeness(row: StoredRow, number: str | None, wanted: str) -> float:
    if number and number_key(row.number) != number_key(number):
        return 0.0
    if not wanted:
        return 100.0 if number else 0.0
    score = max(fuzz.token_set_ratio(wanted, row.title_key), fuzz.partial_ratio(wanted, folded(row.title)) * 0.95)
    return score if score >= LIKE else 0.0


def _document_rows() -> Any:
    return (
        select(*DOCUMENT.c, BODY.c.key.label("body_key"), BODY.c.name.label("body_name"))
        .select_from(DOCUMENT.outerjoin(BODY, BODY.c.id == DOCUMENT.c.body_id))
        .where(DOCUMENT.c.kind != PUBLICATION)
    )


def _counts(session: Session) -> dict[int, tuple[int, int]]:
    shut: ColumnElement[int] = func.sum(case((SOURCE.c.access == "closed", 1), else_=0))
    rows = session.connection().execute(select(SOURCE.c.document_id, func.count(), shut).group_by(SOURCE.c.document_id))
    return {row[0]: (int(row[1]), int(row[2])) for row in rows}


def _record(row: StoredRow, counts: dict[int, tuple[int, int]]) -> DocumentRecord:
    items, closed = counts.get(row.id, (0, 0))
    return DocumentRecord(
        id=row.key,
        title=shown(row.title, row.has_cpr),
        kind=row.kind,
        path=shown(row.path, row.has_cpr),
        body=row.body_name,
        date=row.date,
        access=row.access,
        items=items,
        closed_items=closed,
        state=row.state,
        stored_at=row.stored_at,
    )
