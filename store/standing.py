"""Which facts of the sources at hand are active, on which shelf each stands, and what the index is told of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlmodel import Session

from store.changes import Changes
from store.indexing import Index, IndexEntry
from store.ingest import cpr
from store.ingest.initiativerows import INITIATIVE_KINDS
from store.records import Access
from store.scene import ATTACHMENT, DOCUMENT, FACT, INITIATIVE, ITEM, LISTED, MEETING, PUBLICATION, TOLD, Scene
from store.shelves import Shelves
from store.tables import StoredRow

CHUNK = 5_000
"""Ids in one statement, well below what either engine takes."""


@dataclass(slots=True)
class Moved:
    """Facts that left a shelf, and facts that came to stand on one."""

    left: list[int] = field(default_factory=list)
    entered: list[int] = field(default_factory=list)


def write_facts(session: Session, scene: Scene, attached: Mapping[int, tuple[str, Access]], changes: Changes) -> Moved:
    """Note access and shelf of every fact. `attached`: key and access by attachment id."""
    access: dict[int, Access] = {}
    for fact in scene.facts:
        public = scene.documents[fact.document_id].kind == PUBLICATION
        value = scene.access[fact.document_id, None if public else fact.item_id]
        if fact.attachment_id is not None:
            value = attached[fact.attachment_id][1]
        access[fact.id] = "closed" if fact.has_cpr else value
    active = _active(session, scene, attached, access)
    shelves, moved = Shelves(session), Moved()
    for fact in scene.facts:
        shelf = _shelf(scene, shelves, fact, access[fact.id]) if fact.id in active else None
        changes.differ(FACT, fact, {"access": access[fact.id], "shelf_id": shelf})
        if shelf != fact.shelf_id:
            if fact.shelf_id is not None:
                moved.left.append(fact.id)
            if shelf is not None:
                moved.entered.append(fact.id)
    return moved


def _shelf(scene: Scene, shelves: Shelves, fact: StoredRow, access: Access) -> int:
    body = scene.bodies.get(scene.documents[fact.document_id].body_id)
    item = scene.items.get(fact.item_id)
    guarded = item.key if item is not None and item.key in scene.excluded else None
    return shelves.id(access, body, guarded)


def _active(
    session: Session, scene: Scene, attached: Mapping[int, tuple[str, Access]], access: Mapping[int, Access]
) -> set[int]:
    """Facts that nothing outranks: of each section of an item, the weightiest source speaks.

    Open facts compete with open facts only. Closed ones compete with all, and stay away where an open one says the
    same words, so that members do not meet a sentence twice.
    """
    active: set[int] = set()
    rivals: dict[tuple[object, ...], list[StoredRow]] = defaultdict(list)
    for fact in scene.facts:
        group = _group(scene, fact, attached)
        if group is None:
            if _stands_alone(scene, fact):
                active.add(fact.id)
        elif fact.document_id in scene.current[fact.item_id]:
            rivals[group].append(fact)
    twins: list[tuple[list[int], list[int]]] = []
    for facts in rivals.values():
        shown = _heaviest(scene, [fact for fact in facts if access[fact.id] == "open"])
        hidden = [fact for fact in _heaviest(scene, facts) if access[fact.id] == "closed"]
        active.update(fact.id for fact in (*shown, *hidden))
        if shown and hidden and shown[0].document_id != hidden[0].document_id:
            twins.append(([fact.id for fact in shown], [fact.id for fact in hidden]))
    return active - _repeated(session, twins)


def _group(scene: Scene, fact: StoredRow, attached: Mapping[int, tuple[str, Access]]) -> tuple[object, ...] | None:
    """What the fact competes in; None for what no other source can say again."""
    document = scene.documents[fact.document_id]
    if document.kind == PUBLICATION:
        return None
    if fact.item_id is None:
        return (document.meeting_id, "meeting") if fact.kind == "meeting" and document.meeting_id else None
    attachment = attached[fact.attachment_id][0] if fact.attachment_id is not None else None
    # An initiative is whole or not at all: its parts do not stand beside the milestones of another source.
    kind = "initiative" if fact.kind in INITIATIVE_KINDS else fact.source_kind or fact.kind
    return fact.item_id, attachment, kind


def _stands_alone(scene: Scene, fact: StoredRow) -> bool:
    """Text outside all items goes with its document: it is outranked when every item of the document is replaced.

    A published wording stands for a closed item, and is not needed beside an open one.
    """
    if scene.documents[fact.document_id].kind == PUBLICATION:
        return all(scene.access[row.document_id, fact.item_id] == "closed" for row in scene.sources[fact.item_id])
    spoken = scene.spoken.get(fact.document_id, ())
    return not spoken or any(fact.document_id in scene.current[item] for item in spoken)


def _heaviest(scene: Scene, facts: list[StoredRow]) -> list[StoredRow]:
    documents = {fact.document_id for fact in facts}
    if len(documents) < 2:
        return facts
    winner = max(documents, key=lambda number: scene.ranks[number].weight)
    return [fact for fact in facts if fact.document_id == winner]


def _repeated(session: Session, twins: Iterable[tuple[list[int], list[int]]]) -> set[int]:
    """Closed facts whose words an open fact of the same section has."""
    repeated: set[int] = set()
    for shown, hidden in twins:
        wanted = select(FACT.c.id, FACT.c.kind, FACT.c.text).where(FACT.c.id.in_([*shown, *hidden]))
        # A milestone of the same words as a part does not make the list of parts complete.
        texts = {
            row.id: (row.kind if row.kind in INITIATIVE_KINDS else "", row.text)
            for row in session.connection().execute(wanted)
        }
        words = {texts[number] for number in shown}
        repeated.update(number for number in hidden if texts[number] in words)
    return repeated


def reindex(session: Session, index: Index, *, left: Collection[int], entered: Collection[int]) -> None:
    """Tell the index: facts that left their shelf, and active facts that entered one or whose heads changed."""
    again = sorted(set(entered))
    gone = sorted(set(left) - set(again))
    if gone:
        index.remove(session, gone)
    for at in range(0, len(again), CHUNK):
        entries = _entries(session, again[at : at + CHUNK])
        if entries:
            index.add(session, entries)


def _entries(session: Session, ids: list[int]) -> list[IndexEntry]:
    source = (
        FACT.join(DOCUMENT, DOCUMENT.c.id == FACT.c.document_id)
        .outerjoin(ITEM, ITEM.c.id == FACT.c.item_id)
        .outerjoin(ATTACHMENT, ATTACHMENT.c.id == FACT.c.attachment_id)
        .outerjoin(MEETING, MEETING.c.id == DOCUMENT.c.meeting_id)
        .outerjoin(TOLD, TOLD.c.fact_id == FACT.c.id)
        .outerjoin(INITIATIVE, INITIATIVE.c.id == TOLD.c.initiative_id)
        .outerjoin(LISTED, LISTED.c.id == TOLD.c.list_id)
    )
    rows = session.connection().execute(
        select(
            *(
                FACT.c[name]
                for name in ("id", "shelf_id", "item_id", "document_id", "kind", "label", "text", "has_cpr")
            ),
            DOCUMENT.c.meeting_id,
            DOCUMENT.c.date,
            DOCUMENT.c.kind.label("document_kind"),
            DOCUMENT.c.title.label("document_title"),
            DOCUMENT.c.has_cpr.label("document_cpr"),
            ITEM.c.title.label("item_title"),
            ITEM.c.has_cpr.label("item_cpr"),
            ATTACHMENT.c.title.label("attachment_title"),
            ATTACHMENT.c.has_cpr.label("attachment_cpr"),
            MEETING.c.date.label("meeting_date"),
            INITIATIVE.c.title.label("initiative_title"),
            LISTED.c.name.label("list_name"),
            TOLD.c.role,
        )
        .select_from(source)
        .where(FACT.c.id.in_(ids), FACT.c.shelf_id.is_not(None), FACT.c.restated.is_(False))
        .order_by(FACT.c.id)
    )
    return [_entry(row) for row in rows]


def _entry(row: StoredRow) -> IndexEntry:
    heads = []
    if row.item_title is not None and row.document_kind != PUBLICATION:
        heads.append(_clean(row.item_title, row.item_cpr))
    if row.label:
        heads.append(_clean(row.label, row.has_cpr))
    # A list is often called by the heading it stands under, and a role mostly stands in the words themselves.
    known = f"{row.label or ''} {row.text}"
    heads += [_clean(part, row.has_cpr) for part in (row.list_name, row.role) if part and part not in known]
    if row.attachment_title is not None:
        outer = _clean(row.attachment_title, row.attachment_cpr)
    else:
        outer = _clean(row.document_title, row.document_cpr)
    if row.initiative_title and row.initiative_title not in outer:
        outer = f"{outer} {_clean(row.initiative_title, row.has_cpr)}"
    heads.append(outer)
    return IndexEntry(
        fact_id=row.id,
        shelf_id=row.shelf_id,
        item_id=row.item_id,
        meeting_id=row.meeting_id,
        document_id=row.document_id,
        kind=row.kind,
        meeting_date=row.meeting_date or row.date,
        heads="\n".join(" ".join(head.split()) for head in heads if head.strip()),
        text=_clean(row.text, row.has_cpr),
    )


def _clean(text: str, suspect: bool) -> str:
    return cpr.mask(text) if suspect else text
