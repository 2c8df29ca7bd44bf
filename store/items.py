"""Agenda items as a reader may see them: whole, by a neutral title alone, or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, select
from sqlmodel import Session

from store.access import Guard, visible
from store.bodies import BODY
from store.effective import Rank
from store.errors import NotFound
from store.facts import active, document_of, fact_of, readable, shown, shown_or_none
from store.prepared import Prepared
from store.records import AttachmentRecord, DocumentRef, Fact, ItemRecord, MeetingRecord, Subject
from store.scene import ATTACHMENT, DOCUMENT, FACT, ITEM, MEETING, SOURCE
from store.shelves import exclusions
from store.tables import StoredRow

NEUTRAL_TITLE = "Lukket punkt"
_JOINED = ITEM.join(MEETING, MEETING.c.id == ITEM.c.meeting_id).outerjoin(BODY, BODY.c.id == MEETING.c.body_id)
_MEETING = ("key", "date", "access", "start", "end", "place", "members", "absent", "deadline")
MEETING_COLUMNS: tuple[ColumnElement[Any], ...] = (
    *(MEETING.c[name].label(f"meeting_{name}") for name in _MEETING),
    BODY.c.key.label("body_key"),
    BODY.c.name.label("body_name"),
)
_DOCUMENT = (
    DOCUMENT.c.key.label("document_key"),
    DOCUMENT.c.title.label("document_title"),
    DOCUMENT.c.path,
    DOCUMENT.c.source_url,
    DOCUMENT.c.kind.label("document_kind"),
    DOCUMENT.c.has_cpr.label("document_cpr"),
    DOCUMENT.c.edition,
    DOCUMENT.c.seq,
)
# Made once: putting together a statement of so many columns costs as much as running it.
_ROWS: Select[Any] = select(*ITEM.c, *MEETING_COLUMNS).select_from(_JOINED)
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_BY_ID = Prepared(_ROWS.where(ITEM.c.id.in_(_IDS)), of="ids")
_BY_KEY = Prepared(_ROWS.where(ITEM.c.key == bindparam("key")))
_FACTS = Prepared(active().where(FACT.c.item_id.in_(_IDS)), of="ids")
_ATTACHMENTS = Prepared(
    select(*ATTACHMENT.c, *_DOCUMENT)
    .join(DOCUMENT, DOCUMENT.c.id == ATTACHMENT.c.document_id)
    .where(ATTACHMENT.c.item_id.in_(_IDS), ATTACHMENT.c.active)
    .order_by(ATTACHMENT.c.document_id, ATTACHMENT.c.position),
    of="ids",
)
_SOURCES = Prepared(
    select(SOURCE.c.item_id, SOURCE.c.document_id, SOURCE.c.page, SOURCE.c.access, *_DOCUMENT)
    .join(DOCUMENT, DOCUMENT.c.id == SOURCE.c.document_id)
    .where(SOURCE.c.item_id.in_(_IDS), SOURCE.c.current),
    of="ids",
)
_HEADS = Prepared(
    active()
    .where(DOCUMENT.c.meeting_id.in_(_IDS), FACT.c.item_id.is_(None), FACT.c.kind == "meeting")
    .order_by(FACT.c.document_id, FACT.c.position),
    of="ids",
)


def item(session: Session, key: str, subject: Subject) -> ItemRecord:
    """The item as the subject may see it. Raises NotFound, the same for what is closed and what never was."""
    found = records(session, _BY_KEY.rows(session, {"key": key}), subject)
    if not found:
        raise NotFound("no such item")
    return found[0]


def items(session: Session, ids: Sequence[int], subject: Subject) -> list[ItemRecord]:
    """The items of these row ids that exist for the subject, in the order of `ids`."""
    found = items_by_id(session, ids, subject)
    return [found[number] for number in ids if number in found]


def items_by_id(session: Session, ids: Sequence[int], subject: Subject) -> dict[int, ItemRecord]:
    """The items of these row ids that exist for the subject, by id."""
    return _made(session, _BY_ID.rows(session, {"ids": ids}), subject)


def item_rows() -> Select[Any]:
    """A query for what `records` needs of items; add conditions, order and limit."""
    return _ROWS


def records(session: Session, rows: Iterable[StoredRow], subject: Subject) -> list[ItemRecord]:
    """Records of the rows that exist for the subject, in their order."""
    found = list(rows)
    made = _made(session, found, subject)
    return [made[row.id] for row in found if row.id in made]


def _made(session: Session, found: Sequence[StoredRow], subject: Subject) -> dict[int, ItemRecord]:
    """Records of the rows that exist for the subject, by the row's id."""
    kept_out = exclusions(session, (row.key for row in found if row.access == "closed"))
    whole: list[StoredRow] = []
    layered: list[StoredRow] = []
    for row in found:
        if visible(subject, Guard(row.access, row.body_key, kept_out.get(row.key, frozenset()))):
            whole.append(row)
        elif row.existence_open and visible(subject, Guard("open")):
            layered.append(row)
    ids = [row.id for row in (*whole, *layered)]
    if not ids:
        return {}
    own = _facts_by_item(session, ids, subject)
    attachments = _attachments(session, whole, subject)
    sources = _documents(session, whole, subject)
    meetings = meeting_records(session, found, subject)
    made = {row.id: _whole(row, own[row.id], attachments[row.id], sources, meetings) for row in whole}
    return made | {row.id: _layered(row, own[row.id], meetings) for row in layered}


def _whole(
    row: StoredRow,
    facts: Sequence[Fact],
    attachments: Sequence[AttachmentRecord],
    sources: dict[int, tuple[DocumentRef, int | None]],
    meetings: dict[int, MeetingRecord],
) -> ItemRecord:
    document, page = sources.get(row.id, (None, None))
    suspect = bool(row.has_cpr)
    return ItemRecord(
        key=row.key,
        number=row.number,
        title=shown(row.title, suspect),
        meeting=meetings[row.meeting_id],
        case_number=shown_or_none(row.case_number, suspect),
        decided_by=row.decided_by,
        closed=row.access == "closed",
        facts=_own_body_first(facts, row),
        attachments=tuple(attachments),
        document=document,
        page=page,
    )


def _layered(row: StoredRow, facts: Sequence[Fact], meetings: dict[int, MeetingRecord]) -> ItemRecord:
    """Existence under a neutral title, with the wording of the decision where a secretary made it public."""
    return ItemRecord(
        key=row.key,
        number=row.number,
        title=row.neutral_title or NEUTRAL_TITLE,
        meeting=meetings[row.meeting_id],
        closed=True,
        facts=tuple(facts),
        document=facts[0].document if facts else None,
    )


def _own_body_first(facts: Sequence[Fact], row: StoredRow) -> tuple[Fact, ...]:
    """Document order, but the meeting's own body's decision stands before those that other bodies made."""
    own = (row.body_name or "").casefold()[:6]

    def foreign(fact: Fact) -> bool:
        return bool(fact.by) and bool(own) and not (fact.by or "").casefold().startswith(own)

    decisions = iter(sorted((fact for fact in facts if fact.kind == "decision"), key=foreign))
    return tuple(next(decisions) if fact.kind == "decision" else fact for fact in facts)


def _facts_by_item(session: Session, ids: Sequence[int], subject: Subject) -> dict[int, list[Fact]]:
    rows = _FACTS.rows(session, {"ids": ids})
    # The weightiest document first: what an agenda alone has comes behind the minutes.
    ordered = sorted(readable(session, rows, subject), key=lambda row: (-_weight(row), row.document_id, row.position))
    found: dict[int, list[Fact]] = defaultdict(list)
    for row in ordered:
        found[row.item_id].append(fact_of(row))
    return found


def _weight(row: StoredRow) -> int:
    return Rank(row.document_id, row.document_kind, "", 0).weight[0]


def _attachments(session: Session, rows: Sequence[StoredRow], subject: Subject) -> dict[int, list[AttachmentRecord]]:
    found: dict[int, list[AttachmentRecord]] = defaultdict(list)
    items = {row.id: row for row in rows}
    if not items:
        return found
    kept_out = exclusions(session, (row.key for row in rows))
    listed = _ATTACHMENTS.rows(session, {"ids": items})
    for row in listed:
        owner = items[row.item_id]
        if visible(subject, Guard(row.access, owner.body_key, kept_out.get(owner.key, frozenset()))):
            found[row.item_id].append(
                AttachmentRecord(
                    key=row.key,
                    title=shown(row.title, row.has_cpr),
                    number=row.number,
                    closed=row.access == "closed",
                    document=document_of(row),
                    page=row.page,
                )
            )
    return found


def _documents(
    session: Session, rows: Sequence[StoredRow], subject: Subject
) -> dict[int, tuple[DocumentRef, int | None]]:
    """The weightiest document of each item that the subject may read, and the page the item stands on."""
    items = {row.id: row for row in rows}
    if not items:
        return {}
    sources = _SOURCES.rows(session, {"ids": items})
    best: dict[int, tuple[tuple[Any, ...], StoredRow]] = {}
    for row in sources:
        if row.access == "closed" and items[row.item_id].access == "open":
            # An open item is known by its open sources, for members too.
            continue
        weight = Rank(row.document_id, row.document_kind, row.edition, row.seq).weight
        if row.item_id not in best or weight > best[row.item_id][0]:
            best[row.item_id] = (weight, row)
    return {number: (document_of(row), row.page) for number, (_weight, row) in best.items()}


def meeting_records(session: Session, rows: Iterable[StoredRow], subject: Subject) -> dict[int, MeetingRecord]:
    """Meetings by id, from rows with the meeting columns of `item_rows`; a closed head shows body and date alone."""
    found = {row.meeting_id: row for row in rows}
    seen = {number for number, row in found.items() if visible(subject, Guard(row.meeting_access, row.body_key))}
    heads = _heads(session, seen, subject)
    made: dict[int, MeetingRecord] = {}
    for number, row in found.items():
        body = row.body_name or ""
        if number not in seen:
            made[number] = MeetingRecord(row.meeting_key, body, row.meeting_date)
            continue
        made[number] = MeetingRecord(
            key=row.meeting_key,
            body=body,
            date=row.meeting_date,
            start=row.meeting_start,
            end=row.meeting_end,
            place=row.meeting_place,
            members=tuple(row.meeting_members),
            absent=tuple(row.meeting_absent),
            deadline=row.meeting_deadline,
            facts=tuple(heads[number]),
        )
    return made


def _heads(session: Session, meetings: Iterable[int], subject: Subject) -> dict[int, list[Fact]]:
    found: dict[int, list[Fact]] = defaultdict(list)
    wanted = list(meetings)
    if not wanted:
        return found
    rows = _HEADS.rows(session, {"ids": wanted})
    for row in readable(session, rows, subject):
        found[row.meeting_id].append(fact_of(row))
    return found
