"""All that is stored of some meetings and documents, with the access and standing of each source worked out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import or_, select
from sqlmodel import Session

from store import effective
from store.effective import DocumentView, Rank, Ruling, SourceView
from store.records import Access
from store.shelves import MANY, exclusions
from store.tables import (
    Attachment,
    Body,
    Document,
    FactRow,
    InitiativeFact,
    InitiativeList,
    InitiativeRow,
    Item,
    ItemSource,
    Meeting,
    Override,
    StoredRow,
    table,
)

DOCUMENT, ITEM, SOURCE = table(Document), table(Item), table(ItemSource)
ATTACHMENT, FACT, MEETING = table(Attachment), table(FactRow), table(Meeting)
OVERRIDE, BODY = table(Override), table(Body)
INITIATIVE, LISTED, TOLD = table(InitiativeRow), table(InitiativeList), table(InitiativeFact)
PUBLICATION = "publication"
"""The kind of the document that holds the wording a secretary made public of a closed item."""


@dataclass(slots=True)
class Scene:
    """All that is stored of the meetings and documents at hand, and what is worked out about them."""

    documents: dict[int, StoredRow]
    items: dict[int, StoredRow]
    sources: dict[int, list[StoredRow]]
    attachments: Sequence[StoredRow]
    facts: Sequence[StoredRow]
    meetings: dict[int, StoredRow]
    rulings: Mapping[tuple[str, str], Ruling]
    excluded: Mapping[str, frozenset[str]]
    bodies: Mapping[int, str]
    views: dict[int, DocumentView] = field(default_factory=dict)
    ranks: dict[int, Rank] = field(default_factory=dict)
    access: dict[tuple[int, int | None], Access] = field(default_factory=dict)
    """By document and item (None: what belongs to no item)."""
    current: dict[int | None, set[int]] = field(default_factory=dict)
    """By item (None: what belongs to no item), the documents that nothing replaces."""
    spoken: dict[int, set[int]] = field(default_factory=dict)
    """By document, the items it speaks of."""


def load(session: Session, meetings: set[int], documents: set[int]) -> Scene:
    """Read these meetings with all their documents, and these documents; removed ones are not there."""
    connection = session.connection()
    documents_rows = connection.execute(
        select(DOCUMENT).where(
            or_(DOCUMENT.c.meeting_id.in_(meetings), DOCUMENT.c.id.in_(documents)), DOCUMENT.c.state != "removed"
        )
    ).all()
    ids = [row.id for row in documents_rows]
    items = connection.execute(select(ITEM).where(ITEM.c.meeting_id.in_(meetings))).all() if meetings else []
    sources: dict[int, list[StoredRow]] = defaultdict(list)
    if items:
        for row in connection.execute(select(SOURCE).where(SOURCE.c.document_id.in_(ids))):
            sources[row.item_id].append(row)
    attachments = connection.execute(select(ATTACHMENT).where(ATTACHMENT.c.document_id.in_(ids))).all()
    columns = ("id", "document_id", "item_id", "attachment_id", "position", "kind", "source_kind", "has_cpr", "access")
    facts = connection.execute(
        select(*(FACT.c[name] for name in columns), FACT.c.shelf_id)
        .where(FACT.c.document_id.in_(ids))
        .order_by(FACT.c.id)
    ).all()
    keys = [row.key for row in (*documents_rows, *items)] + [row.key for row in attachments]
    body_ids = {row.body_id for row in documents_rows if row.body_id is not None}
    body_keys = select(BODY.c.id, BODY.c.key).where(BODY.c.id.in_(body_ids))
    scene = Scene(
        documents={row.id: row for row in documents_rows},
        items={row.id: row for row in items},
        sources=sources,
        attachments=attachments,
        facts=facts,
        meetings={row.id: row for row in connection.execute(select(MEETING).where(MEETING.c.id.in_(meetings)))},
        rulings=_rulings(session, keys),
        excluded=exclusions(session, (row.key for row in items)),
        bodies={row.id: row.key for row in connection.execute(body_keys)},
    )
    _work_out(scene)
    return scene


def _rulings(session: Session, keys: Sequence[str]) -> dict[tuple[str, str], Ruling]:
    statement = select(OVERRIDE.c.target_kind, OVERRIDE.c.target_key, OVERRIDE.c.access, OVERRIDE.c.seq)
    if len(keys) <= MANY:
        statement = statement.where(OVERRIDE.c.target_key.in_(keys))
    rows = session.connection().execute(statement)
    return {(row.target_kind, row.target_key): Ruling(row.access, row.seq) for row in rows}


def _work_out(scene: Scene) -> None:
    """Access of every document and of every item in each of its documents, and what nothing replaces."""
    for row in scene.documents.values():
        scene.views[row.id] = DocumentView(
            id=row.id,
            seq=row.seq,
            stated=row.stated_access,
            chosen=row.default_access,
            chosen_seq=row.access_seq,
            suspect=row.has_cpr,
            ruling=scene.rulings.get(("document", row.key)),
        )
        scene.ranks[row.id] = Rank(row.id, row.kind, row.edition, row.seq)
    _work_out_items(scene)
    for number, row in scene.documents.items():
        items = [scene.access[number, item] for item in scene.spoken.get(number, ())]
        public = row.kind == PUBLICATION
        scene.access[number, None] = "open" if public else effective.document(scene.views[number], items)
    by_meeting: dict[int | None, dict[int, Access]] = defaultdict(dict)
    for number, row in scene.documents.items():
        if row.kind != PUBLICATION:
            by_meeting[row.meeting_id][number] = scene.access[number, None]
    scene.current[None] = set()
    for meeting_id, own in by_meeting.items():
        ranks = {number: scene.ranks[number] for number in own}
        scene.current[None] |= set(own) if meeting_id is None else effective.current(ranks, own)


def _work_out_items(scene: Scene) -> None:
    for item_id, sources in scene.sources.items():
        views = [SourceView(scene.views[row.document_id], row.stated_access, row.has_cpr) for row in sources]
        access = effective.item_sources(views, scene.rulings.get(("item", scene.items[item_id].key)))
        for number, value in access.items():
            scene.access[number, item_id] = value
            scene.spoken.setdefault(number, set()).add(item_id)
        scene.current[item_id] = effective.current({number: scene.ranks[number] for number in access}, access)
