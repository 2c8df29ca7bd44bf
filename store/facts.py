"""Rows of facts become records, for those who may read them; what holds a CPR number is masked on the way out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlmodel import Session

from store.access import Guard, visible
from store.bodies import BODY
from store.ingest import cpr
from store.prepared import Prepared
from store.records import DocumentRef, Fact, InitiativeRef, Subject, When
from store.scene import ATTACHMENT, DOCUMENT, FACT, INITIATIVE, ITEM, MEETING, PUBLICATION, TOLD
from store.shelves import exclusions
from store.tables import StoredRow

_FACT = (
    "id", "key", "kind", "text", "decision_class", "label", "ordinal", "by_whom", "on_date", "target", "dissent",
    "page", "source_kind", "has_cpr", "access", "item_id", "position", "document_id",
)  # fmt: skip
_WHEN = ("when_words", "when_first", "when_last", "when_precision", "when_relation", "when_inferred", "when_at")
COLUMNS: tuple[ColumnElement[Any], ...] = (
    *(FACT.c[name] for name in _FACT),
    DOCUMENT.c.key.label("document_key"),
    DOCUMENT.c.title.label("document_title"),
    DOCUMENT.c.path,
    DOCUMENT.c.source_url,
    DOCUMENT.c.kind.label("document_kind"),
    DOCUMENT.c.has_cpr.label("document_cpr"),
    DOCUMENT.c.date.label("document_date"),
    DOCUMENT.c.meeting_id,
    ITEM.c.key.label("item_key"),
    ITEM.c.number,
    ITEM.c.title.label("item_title"),
    ITEM.c.case_number,
    ITEM.c.has_cpr.label("item_cpr"),
    ATTACHMENT.c.title.label("attachment_title"),
    ATTACHMENT.c.has_cpr.label("attachment_cpr"),
    MEETING.c.date.label("meeting_date"),
    BODY.c.key.label("body_key"),
    BODY.c.name.label("body_name"),
    TOLD.c.initiative_id,
    TOLD.c.number.label("part_number"),
    TOLD.c.title.label("part_title"),
    *(TOLD.c[name] for name in _WHEN),
    TOLD.c.role,
    TOLD.c.name,
    TOLD.c.figure,
    INITIATIVE.c.key.label("initiative_key"),
    INITIATIVE.c.title.label("initiative_title"),
)
_JOINED = (
    FACT.join(DOCUMENT, DOCUMENT.c.id == FACT.c.document_id)
    .outerjoin(ITEM, ITEM.c.id == FACT.c.item_id)
    .outerjoin(ATTACHMENT, ATTACHMENT.c.id == FACT.c.attachment_id)
    .outerjoin(MEETING, MEETING.c.id == DOCUMENT.c.meeting_id)
    .outerjoin(BODY, BODY.c.id == DOCUMENT.c.body_id)
    .outerjoin(TOLD, TOLD.c.fact_id == FACT.c.id)
    .outerjoin(INITIATIVE, INITIATIVE.c.id == TOLD.c.initiative_id)
)

# Made once: putting together a statement of so many columns costs as much as running it.
_ACTIVE: Select[Any] = select(*COLUMNS).select_from(_JOINED).where(FACT.c.shelf_id.is_not(None))
_BY_ID = Prepared(_ACTIVE.where(FACT.c.id.in_(bindparam("ids", expanding=True))), of="ids")


def facts(session: Session, ids: Sequence[int], subject: Subject) -> dict[int, Fact]:
    """The active facts among `ids` that the subject may read, by id; the others are left out.

    The wording that a secretary made public of a closed item is left out for those who may read the item itself.
    """
    rows = _BY_ID.rows(session, {"ids": ids})
    return {row.id: fact_of(row) for row in readable(session, rows, subject)}


def active() -> Select[Any]:
    """A query for active facts with all that a record needs; add conditions and order."""
    return _ACTIVE


def readable(session: Session, rows: Iterable[StoredRow], subject: Subject) -> list[StoredRow]:
    """The rows of `active` that the subject may read."""
    found = list(rows)
    closed = [row for row in found if row.access == "closed" or row.document_kind == PUBLICATION]
    kept_out = exclusions(session, (row.item_key for row in closed if row.item_key is not None))

    def may(row: StoredRow) -> bool:
        excluded = kept_out.get(row.item_key, frozenset())
        if row.document_kind == PUBLICATION and visible(subject, Guard("closed", row.body_key, excluded)):
            return False
        return visible(subject, Guard(row.access, row.body_key, excluded))

    return [row for row in found if may(row)]


def fact_of(row: StoredRow) -> Fact:
    """The record of a row of `active`; the caller has asked whether it may be read."""
    published = row.document_kind == PUBLICATION
    label = row.label if row.label is not None else row.attachment_title
    suspect = row.has_cpr or bool(row.attachment_cpr)
    fact = Fact(
        key=row.key,
        kind=row.kind,
        text=shown(row.text, row.has_cpr),
        document=document_of(row),
        decision_class=row.decision_class,
        label=shown_or_none(label, suspect),
        ordinal=row.ordinal,
        by=shown_or_none(row.by_whom, row.has_cpr),
        on=row.on_date,
        target=shown_or_none(row.target, row.has_cpr),
        dissent=shown_or_none(row.dissent, row.has_cpr),
        body=row.body_name,
        meeting_date=row.meeting_date or row.document_date,
        item=row.item_key,
        item_number=row.number,
        # Of a closed item with a published decision, the title and the case stay unknown.
        item_title=row.document_title if published else shown_or_none(row.item_title, bool(row.item_cpr)),
        case_number=None if published else shown_or_none(row.case_number, bool(row.item_cpr)),
        page=row.page,
        closed=row.access == "closed",
        source_kind=row.source_kind,
    )
    return fact if row.initiative_id is None else _told(fact, row)


def _told(fact: Fact, row: StoredRow) -> Fact:
    """The fact with what it is in its initiative."""
    suspect = row.has_cpr
    return replace(
        fact,
        initiative=InitiativeRef(row.initiative_key, shown(row.initiative_title, suspect)),
        number=shown_or_none(row.part_number, suspect),
        title=shown_or_none(row.part_title, suspect),
        when=_when(row),
        role=shown_or_none(row.role, suspect),
        name=shown_or_none(row.name, suspect),
        figure=shown_or_none(row.figure, suspect),
    )


def _when(row: StoredRow) -> When | None:
    if row.when_words is None:
        return None
    return When(
        words=shown(row.when_words, row.has_cpr),
        first=row.when_first,
        last=row.when_last,
        precision=row.when_precision,
        relation=row.when_relation,
        inferred=row.when_inferred,
        at=row.when_at,
    )


def document_of(row: StoredRow) -> DocumentRef:
    """The document of a row that has document_key, document_title, path, source_url, document_kind, document_cpr."""
    suspect = bool(row.document_cpr)
    return DocumentRef(
        id=row.document_key,
        title=shown(row.document_title, suspect),
        path=shown(row.path, suspect),
        source_url=row.source_url,
        kind=row.document_kind,
    )


def shown(text: str, suspect: bool) -> str:
    """The text as it leaves the store."""
    return cpr.mask(text) if suspect else text


def shown_or_none(text: str | None, suspect: bool) -> str | None:
    return None if text is None else shown(text, suspect)
